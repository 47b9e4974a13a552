// @ts-check
// Finds the document that an element shows.

/** @import { WantedDocument } from "./types.js" */
/** @import { ArticleWidgetElement } from "./widget.js" */

import { failure } from "./failure.js";
import { isJson } from "./json.js";

// The document inside the element; WordPress puts it into a paragraph.
const INLINE = ":is(:scope,:scope>p)>script[type='application/json']";

// Addresses that lead to HTML, as their ending says: an article in HTML is shown before the engine is requested. Without
// the sanitiser its document is rendered, and the engine is requested at once.
const HTML = /\.html?($|[?#])/i;

// Milliseconds to wait for the start of an answer, and in fetch.js for all of it, with all tries.
export const PATIENCE = 20_000;

/**
 * The wanted document: the property `article`, else JSON inside the element, else the address `src`.
 *
 * @param {ArticleWidgetElement} element
 * @param {string | Error | undefined} article the property `article` as JSON
 * @param {boolean} isInline whether JSON inside the element counts
 * @param {AbortController} task
 * @param {HTMLElement | false} readable the root of the article that is shown, if only its document is wanted
 * @returns {WantedDocument}
 */
export function findDocument(element, article, isInline, { signal }, readable) {
  if (article instanceof Error) throw failure("not-json", `article: not JSON: ${article.message}`);
  if (article) return { name: "article", text: article };
  // Addresses are relative to the page, as those of an <img>. An article that came as HTML knows that of its document.
  const name = ((readable && readable.dataset.src) || element.src).trim();
  const inline = /** @type {false | HTMLScriptElement | null} */ (isInline && element.querySelector(INLINE));
  if (inline && (!name || isJson(inline.textContent))) return { name: "JSON", text: /** @type {string} */ (inline.textContent) };
  // JSON that an editor or a template has damaged gives way to the address.
  if (inline) console.warn(`<${element.localName}> JSON: not JSON; ${name} is shown`);
  if (!name) throw failure("no-source", "no article: set src or article, or put JSON inside");
  // The request runs beside that for the engine.
  const headers = { Accept: `${readable ? "application/json" : "text/html"},*/*;q=.9` };
  const first = fetch(name, { signal, headers });
  first.catch(() => {});
  return { name, headers, first, since: Date.now(), isHtml: !readable && "parseHTML" in Document && HTML.test(name) };
}

/**
 * Whether HTML comes, and not JSON: as the ending of the address says, or else the server. An answer that never begins is
 * left to the engine.
 *
 * @param {WantedDocument} wanted
 */
export async function isHtml({ first, isHtml }) {
  if (isHtml || !first) return isHtml;
  const answer = await Promise.race([first.catch(() => {}), new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
  return /html/i.test(answer?.headers.get("Content-Type"));
}
