// @ts-check
// Parses documents with the browser's JSON parser.

/** @import { ArticleWidgetProblem } from "./events.js" */
/** @import { IslandGroup, Mounted, LoadedDocument } from "./types.js" */

import { failure } from "./failure.js";

// The fields of a document that islands are made from, and the one with the version of the format.
const DATA = ["version", "language", "commitments", "exchangeRates", "charts", "related", "methodology"];

/**
 * Parses the JSON of a document; an error where it is not JSON.
 *
 * @param {LoadedDocument} loaded
 * @returns {any}
 */
export function parse({ name, text, headers }) {
  try {
    return JSON.parse(text);
  } catch (/** @type {any} */ error) {
    // HTML was asked for first, and a later try has brought it: the next time it may come at once.
    const isHtml = headers?.Accept.startsWith("text/html") && text.trimStart().startsWith("<");
    throw failure("not-json", `${name}: not JSON: ${error.message}`, isHtml);
  }
}

/**
 * The part of a document that islands are made from, so that its text is not read again.
 *
 * @param {any} document
 */
export function dataOf(document) {
  const isData = (/** @type {[string, unknown]} */ [name]) => DATA.includes(name);
  return document?.constructor === Object ? Object.fromEntries(Object.entries(document).filter(isData)) : document;
}

/**
 * Whether an article, or a group of islands, was made from this document.
 *
 * @param {Mounted | IslandGroup | undefined} article
 * @param {unknown} text
 */
export const isShown = (article, text) => Boolean(article?.text) && JSON.stringify(JSON.parse(/** @type {any} */ (article).text)) === text;

/**
 * Writes the problems of a document to the console.
 *
 * @param {ArticleWidgetProblem[]} problems
 */
export const warn = (problems) => problems.forEach(({ path, message }) => console.warn(`<article-widget> ${path}: ${message}`));
