// @ts-check
// Takes articles over from HTML that the command `prerender` has written, where `src` names it. The loader requests this
// script where an address ends in `.html`, at the same time as the HTML, or where the server answers with HTML.
//
// The browser's sanitiser parses the HTML into a document of its own, in which nothing runs and nothing is requested. It
// lets through what the views write; the values of attributes are checked here before the article comes into the page. Where
// the browser has no sanitiser, or the HTML is not what this release writes, the document that the HTML names is rendered in
// its place.

/** @import { WantedDocument } from "../types.js" */

import { findRoot } from "../find.js";
import { getText } from "../fetch.js";
import { saveHeights } from "../height.js";
import { makeArticleRoot } from "../make.js";
import { isFile } from "./address.js";
import { SANITIZER, WIDGET } from "./allowed.js";
import { check } from "./check.js";

/** The start of the element, whose attributes name the document and the release. */
const ELEMENT = /<article-widget\b[^>]*/;
/** The prefix of ids in an article that was written for the page's own tree. */
const PREFIX = /^article-[\da-f]{6}-$/;
/** The document in the element. */
const INLINE = /<script type="?application\/json"?>([^]*?)<\/script/;
/** Makes a shadow tree. Names of attributes have no other spelling, but for capitals. */
const SHADOW = /shadowrootmode/gi;

/**
 * Takes over what has come for `src`: the root of an article to show, or else the document to render.
 *
 * @param {HTMLElement} element
 * @param {WantedDocument} wanted
 * @param {AbortController} task
 * @param {boolean} isLight whether the article is to stand in the page's own tree
 * @returns {Promise<WantedDocument>}
 */
export async function take(element, wanted, task, isLight) {
  const { name } = wanted;
  const text = await getText(wanted, task);
  const { url, headers } = /** @type {Response} */ (wanted.response);
  // Some servers send no type, or one for any file.
  if (!isMarkup(headers.get("Content-Type") ?? "", text)) return { name, text };
  const [start = ""] = text.match(ELEMENT) ?? [];
  const source = addressOf(start, url);
  // Among the page's own elements, classes and ids of a file could reach the page: its rules, its scripts, its labels.
  const root = source && !isLight && valueOf(start, "data-build") === BUILD ? articleIn(text, element) : undefined;
  if (root) {
    root.dataset.src = source;
    saveHeights(element);
    return { name, root };
  }
  // A page whose element names no address has its document within, as those of a site have.
  const inline = source ? undefined : text.match(INLINE)?.[1];
  if (inline) return { name, text: inline };
  console.warn(`<${element.localName}> ${name}: the document is rendered in its place: this browser has no sanitiser, the element stands in light DOM, or \`prerender\` of this release has not written it with --src`);
  // Where it names no document, the server may have one at the same address.
  return requested(source ?? name, task.signal);
}

/**
 * Requests a document.
 *
 * @param {string} name
 * @param {AbortSignal} signal
 * @returns {WantedDocument}
 */
function requested(name, signal) {
  const headers = { Accept: "application/json,*/*;q=.9" };
  const first = fetch(name, { signal, headers });
  first.catch(() => {});
  return { name, headers, first, since: Date.now() };
}

/**
 * Whether a text is HTML, as its media type says, or else its first character.
 *
 * @param {string} type
 * @param {string} text
 */
export const isMarkup = (type, text) => /html/i.test(type) || (!/json/i.test(type) && text.trimStart().startsWith("<"));

/**
 * The value of an attribute in the start of an element.
 *
 * @param {string} start
 * @param {string} name
 */
function valueOf(start, name) {
  const value = start.match(`\\s${name}=(?:"([^"]*)|'([^']*)|([^\\s"'>]*))`);
  return value?.slice(1).find((text) => text !== undefined);
}

/**
 * The address of the document that HTML names: relative to the HTML, as all addresses of a file are.
 *
 * @param {string} start
 * @param {string} base
 */
export function addressOf(start, base) {
  const address = valueOf(start, "src")?.replaceAll("&#39;", "'").replaceAll("&amp;", "&");
  return address && isFile(address) && URL.canParse(address, base) ? new URL(address, base).href : undefined;
}

/**
 * The article in HTML, in a root for the page; nothing where there is none, or the browser cannot parse it safely.
 *
 * @param {string} text
 * @param {HTMLElement} element
 * @returns {HTMLElement | undefined}
 */
function articleIn(text, element) {
  /** @type {Document} */
  let page;
  try {
    page = /** @type {any} */ (Document).parseHTML(text, { sanitizer: SANITIZER });
  } catch {
    // The browser has no sanitiser, or does not understand the lists.
    return;
  }
  const widget = /** @type {HTMLElement | null} */ (page.querySelector(WIDGET));
  const found = widget && findRoot(widget);
  // The sanitiser clears shadow trees within the article, too, but nothing else can look into closed ones.
  if (!found || (text.match(SHADOW)?.length ?? 0) !== Number(found.parentNode !== widget)) return;
  const { names = "" } = found.dataset;
  const root = makeArticleRoot(element, PREFIX.test(names) ? { "data-names": names } : {});
  check(found);
  root.append(...found.childNodes);
  return root;
}
