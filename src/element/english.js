// @ts-check
// The words of the loader in English, which need no request.

/** @import { Words } from "./types.js" */

import { load } from "./engine.js";

/** @type {Words} */
export const ENGLISH = {
  lang: "en",
  loading: "Loading the article …",
  failed: "This article could not be loaded.",
  retry: "Try again",
};

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
      return (await load("./words.js")).choose(tags);
    } catch {
      // Without a network the words are English.
    }
  }
  return ENGLISH;
}
