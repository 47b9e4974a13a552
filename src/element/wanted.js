// @ts-check
// Finds the document that an element shows.

/** @import { WantedDocument } from "./types.js" */
/** @import { ArticleWidgetElement } from "./widget.js" */

import { failure } from "./failure.js";
import { isJson } from "./json.js";

// The document inside the element; WordPress puts it into a paragraph.
const INLINE = ":is(:scope,:scope>p)>script[type='application/json']";

/**
 * The wanted document: the property `article`, else JSON inside the element, else the address `src`.
 *
 * @param {ArticleWidgetElement} element
 * @param {string | Error | undefined} article the property `article` as JSON
 * @param {boolean} isInline whether JSON inside the element counts
 * @param {AbortController} task
 * @returns {WantedDocument}
 */
export function findDocument(element, article, isInline, { signal }) {
  if (article instanceof Error) throw failure("not-json", `article: not JSON: ${article.message}`);
  if (article) return { name: "article", text: article };
  // Addresses are relative to the page, as those of an <img>.
  const name = element.src.trim();
  const inline = /** @type {false | HTMLScriptElement | null} */ (isInline && element.querySelector(INLINE));
  if (inline && (!name || isJson(inline.textContent))) return { name: "JSON", text: /** @type {string} */ (inline.textContent) };
  // JSON that an editor or a template has damaged gives way to the address.
  if (inline) console.warn(`<${element.localName}> JSON: not JSON; ${name} is shown`);
  if (!name) throw failure("no-source", "no article: set src or article, or put JSON inside");
  // The request runs beside that for the engine.
  const first = fetch(name, { signal });
  first.catch(() => {});
  return { name, first, since: Date.now() };
}
