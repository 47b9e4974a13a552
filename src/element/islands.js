// Islands: charts and rows of stories in an article whose text stands in the page. Each is mounted by
// itself, in the element that it was written into.

import { endLife, newLife, within } from "./instances.js";
import { atRest, copyChoices, note, noteChoices, remember, swap } from "./places.js";
import { written } from "./written.js";

// What an island holds; anything else in there has been added by others.
const OWN = ".chart, .carousel";

// What no chart and no row of stories has in it: advertisements, and what pages play.
const FOREIGN = ":is(audio, embed, form, iframe, ins, object, script, video)";

/**
 * Mounts what belongs into an island: in the markup that is there, where that is what this release has written
 * for these data, else afresh. `tell` is told of what happens in there. After a panic it is tried once
 * more, afresh; after another, what was there is there again and does not answer.
 */
export async function mountIsland(root, given) {
  const { island, digest } = root.dataset;
  const life = newLife(root);
  try {
    await attempt(life, given);
    return life;
  } catch (error) {
    endLife(life);
    if (error.code !== "panic") throw error;
    const copy = freeze(root);
    if (!digest) throw error;
    console.warn(`<article-widget> ${island} is rendered afresh: ${error.message}`);
    return mountIsland(copy, given);
  }
}

async function attempt(life, { name, document, early, linkable, prefix, tell }) {
  const { root } = life;
  const { island, digest, inSection } = root.dataset;
  setApart(root);
  note(early, root);
  const isFitting = await within(life, name, (instance, resolve) => {
    const source = sourceIn(instance, document);
    life.problems = source.problems();
    resolve(digest === source.stamp(island, written(root.childNodes)));
  });
  if (digest && !isFitting) {
    console.warn(`<article-widget> ${island} is rendered afresh: its markup was written for other data or by another release, or has been changed since`);
  }
  if (!isFitting) await atRest(root);
  const restore = remember(root);
  const old = [...root.childNodes];
  const hasAllStories = isFitting && !shorten(root);
  try {
    await within(life, name, (instance, resolve) => {
      note(early, root);
      if (!isFitting) {
        root.after(...root.querySelectorAll(`${FOREIGN}:not(${FOREIGN} *)`));
        root.replaceChildren();
      }
      const source = sourceIn(instance, document);
      life.widget = new instance.Widget(root, source, island, inSection !== undefined, isFitting, hasAllStories, linkable, prefix, tell, resolve);
    });
  } catch (error) {
    if (!isFitting) root.replaceChildren(...old);
    throw error;
  }
  if (!isFitting) restore(root);
  // Which choice is made: markup has to say so, what is alive knows it by itself.
  for (const input of root.querySelectorAll("[checked]")) input.removeAttribute("checked");
  noteChoices(root);
  root.dataset.alive = "";
}

/** The data of a document as an instance has read them. */
function sourceIn({ sources, Source }, document) {
  if (!sources.has(document)) sources.set(document, Source.data(document));
  return sources.get(document);
}

/** Puts what others have added to an island beside it: where it is seen is the same. */
function setApart(root) {
  let end = root;
  for (const node of [...root.childNodes]) {
    if (node.nodeType === Node.COMMENT_NODE) continue;
    if (node.nodeType === Node.TEXT_NODE && !node.data.trim()) node.remove();
    else if (node.matches?.(OWN)) end = undefined;
    else if (end) root.before(node);
    else root.after(node);
  }
}

/**
 * Takes out the late stories of a row: they come again as the reader goes on, and whoever has scripts
 * need not pay for all of them. Not where the reader has gone on already; gives whether it has done so.
 */
function shorten(root) {
  const rows = [...root.querySelectorAll(".viewport")];
  if (rows.some((row) => row.scrollLeft || row.matches(":focus-within"))) return false;
  for (const row of rows) {
    // With the marks of Yew's components around them.
    const start = row.querySelector("[data-late]")?.previousSibling;
    while (start && row.lastChild !== start) row.lastChild.remove();
    start?.remove();
  }
  return true;
}

/**
 * Puts a copy in the place of what has been mounted in a root, which looks the same and does not answer: the root
 * itself may have listeners of an instance that is of no use any more.
 */
export function freeze(root) {
  const copy = root.cloneNode(true);
  // The press that broke it has been seen, and not been answered.
  copyChoices(root, copy);
  delete copy.dataset.alive;
  delete copy.dataset.digest;
  // Nobody answers for the words of cards any more, see live.css.
  for (const row of copy.querySelectorAll("[data-heard]")) delete row.dataset.heard;
  swap(root, copy);
  return copy;
}
