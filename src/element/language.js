// @ts-check
// Gives the WebAssembly the texts of the languages that its documents are in.

/** @import { Instance } from "./types.js" */
/** @import { ArticleWidgetElement } from "./widget.js" */

import { loadLanguages } from "./files.js";
import { stale } from "./instances.js";

/**
 * Requests the texts for a document, and gives a function that passes them to an instance.
 *
 * @param {any} document
 * @param {ArticleWidgetElement} element
 * @returns {Promise<(instance: Instance) => void>}
 */
export async function languageOf(document, { messages }) {
  const tag = document?.language;
  if (typeof tag !== "string" || (!messages && /^en/i.test(tag))) return () => {};
  const texts = await (await loadLanguages()).textsFor(tag, messages);
  return ({ languages, addLanguage }) => {
    if (!texts || languages.get(tag) === texts) return;
    if (!addLanguage(tag, texts.join("\n"))) throw Error(stale("a file of messages"));
    languages.set(tag, texts);
  };
}
