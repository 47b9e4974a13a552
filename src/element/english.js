// @ts-check
// The words of the loader in English, which need no request.

/** @import { Words } from "./types.js" */
/** @import { ArticleWidgetElement } from "./widget.js" */

import { loadLanguages } from "./files.js";

/** @type {Words} */
export const ENGLISH = {
  lang: "en",
  loading: "Loading the article …",
  failed: "This article could not be loaded.",
  retry: "Try again",
};

/**
 * Asks for the texts of an article that is not in English, so that they come at the same time as the engine.
 *
 * @param {ArticleWidgetElement} element
 * @param {ParentNode} root
 */
export function askForTexts({ messages }, root) {
  const lang = /** @type {HTMLElement | null} */ (root.querySelector("[lang]"))?.lang;
  // Where they do not come, the engine asks again.
  if (lang && (messages || !/^en/i.test(lang))) loadLanguages().then(({ textsFor }) => textsFor(lang, messages)).catch(() => {});
}

/**
 * The words for an element: in the language that it is marked with, else in the reader's, else in the page's.
 *
 * @param {HTMLElement} element
 * @returns {Promise<Words>}
 */
export async function wordsFor(element) {
  const tags = [element.lang, ...navigator.languages, document.documentElement.lang].filter(Boolean);
  if (!/^en/i.test(tags[0])) {
    try {
      return await (await loadLanguages()).loaderWords(tags);
    } catch {
      // Without a network the words are English.
    }
  }
  return ENGLISH;
}
