// @ts-check
// Islands: charts and rows of stories in an article whose text stands in the page. Each is mounted by
// itself, in its own root.

/** @import { DocumentSource, Instance, Mounted, QueuedEvent, Report } from "./types.js" */

import { endMount, reserve, runIn } from "./instances.js";
import { afterPress, copyChoices, noteChoices, remember, swap } from "./places.js";
import { notePlaces } from "./replay.js";
import { written } from "./written.js";

// The content of an island. Programs of the page have added other elements in there.
const OWN = ".chart, .carousel";

// What no chart and no row of stories contains: advertisements, and media of the page.
const FOREIGN = ":is(audio, embed, form, iframe, ins, object, script, video)";

/**
 * What all islands of a group are mounted with.
 *
 * @typedef {object} IslandContext
 * @property {string} name what the document is called in messages
 * @property {any} document the parsed JSON
 * @property {(instance: Instance) => void} addLanguage passes the texts of its language to an instance
 * @property {QueuedEvent[]} queue
 * @property {boolean} linkable
 * @property {string} prefix of all ids
 * @property {Report} report
 */

/**
 * Mounts an island. It hydrates the markup that this release has written for these data, and renders any other afresh.
 * After a panic it tries once more, afresh; after another, the markup from before stays and does not respond.
 *
 * @param {HTMLElement} root
 * @param {IslandContext} context
 * @returns {Promise<Mounted>}
 */
export async function mountIsland(root, context) {
  const { island, digest } = root.dataset;
  const mounted = reserve(root);
  try {
    await attempt(mounted, context);
    return mounted;
  } catch (/** @type {any} */ error) {
    endMount(mounted);
    if (error.code !== "panic") throw error;
    const copy = freeze(root);
    if (!digest) throw error;
    console.warn(`<article-widget> ${island} is rendered afresh: ${error.message}`);
    return mountIsland(copy, context);
  }
}

/**
 * @param {Mounted} mounted
 * @param {IslandContext} context
 */
async function attempt(mounted, { name, document, addLanguage, queue, linkable, prefix, report }) {
  const { root } = mounted;
  const { island, digest, inSection } = /** @type {{ island: string, digest?: string, inSection?: string }} */ (root.dataset);
  setApart(root);
  notePlaces(queue, root);
  const isFitting = await runIn(mounted, name, (instance, resolve) => {
    addLanguage(instance);
    const checked = checkedIn(instance, document);
    mounted.problems = checked.problems();
    resolve(digest === checked.stamp(island, written(root.childNodes)));
  });
  if (digest && !isFitting) {
    console.warn(`<article-widget> ${island} is rendered afresh: its markup was written for other data or by another release, or has been changed since`);
  }
  if (!isFitting) await afterPress(root);
  const restore = isFitting ? undefined : remember(root);
  const old = [...root.childNodes];
  const hasAllStories = isFitting && !shorten(root);
  try {
    await runIn(mounted, name, (instance, resolve) => {
      notePlaces(queue, root);
      if (!isFitting) {
        root.after(...root.querySelectorAll(`${FOREIGN}:not(${FOREIGN} *)`));
        root.replaceChildren();
      }
      const checked = checkedIn(instance, document);
      mounted.widget = new instance.Widget(root, checked, island, inSection !== undefined, isFitting, hasAllStories, linkable, prefix, report, resolve);
    });
  } catch (error) {
    if (!isFitting) root.replaceChildren(...old);
    throw error;
  }
  restore?.(root);
  // The attribute is for markup only; mounted views set the property.
  for (const input of root.querySelectorAll("[checked]")) input.removeAttribute("checked");
  noteChoices(root);
  root.dataset.alive = "";
}

/**
 * The data of a document, which an instance reads once.
 *
 * @param {Instance} instance
 * @param {object} document
 */
function checkedIn({ checked, CheckedDocument }, document) {
  if (!checked.has(document)) checked.set(document, CheckedDocument.data(document));
  return /** @type {import("./glue.js").CheckedDocument} */ (checked.get(document));
}

/**
 * Moves elements that programs of the page have added to an island: they go before or after it, and look the same there.
 *
 * @param {HTMLElement} root
 */
function setApart(root) {
  /** @type {HTMLElement | undefined} */
  let end = root;
  for (const node of /** @type {(Element & Text)[]} */ ([...root.childNodes])) {
    if (node.nodeType === Node.COMMENT_NODE) continue;
    if (node.nodeType === Node.TEXT_NODE && !node.data.trim()) node.remove();
    else if (node.matches?.(OWN)) end = undefined;
    else if (end) root.before(node);
    else root.after(node);
  }
}

/**
 * Removes the later stories of a row, so that hydrating the row costs less: the views render them again as the reader
 * scrolls. It leaves a row that the reader has scrolled or focused; gives whether it has removed them.
 *
 * @param {HTMLElement} root
 */
function shorten(root) {
  const rows = [...root.querySelectorAll(".viewport")];
  if (rows.some((row) => row.scrollLeft || row.matches(":focus-within"))) return false;
  for (const row of rows) {
    // Together with the comments of Yew that enclose them.
    const start = row.querySelector("[data-late]")?.previousSibling;
    while (start && row.lastChild !== start) /** @type {ChildNode} */ (row.lastChild).remove();
    start?.remove();
  }
  return true;
}

/**
 * Replaces a root by a copy, which looks the same and does not respond: the root may have listeners of an instance that
 * has panicked.
 *
 * @param {HTMLElement} root
 */
export function freeze(root) {
  const copy = /** @type {HTMLElement} */ (root.cloneNode(true));
  // The press that caused the panic has checked a control, but the chart has not changed.
  copyChoices(root, copy);
  delete copy.dataset.alive;
  delete copy.dataset.digest;
  // A press on the text of a card has no effect any more, see live.css.
  for (const row of /** @type {NodeListOf<HTMLElement>} */ (copy.querySelectorAll("[data-heard]"))) delete row.dataset.heard;
  swap(root, copy);
  return copy;
}
