// @ts-check
// Mounts the islands of articles whose text stands in the page.

/** @import { IslandGroup, QueuedEvent, ReadSource } from "./types.js" */
/** @import { ArticleWidgetElement } from "./widget.js" */

import { endLife, retire } from "./instances.js";
import { freeze, mountIsland } from "./islands.js";
import { isLinkable } from "./links.js";
import { dataOf, parse, warn } from "./parsed.js";
import { relate } from "./related.js";
import { tell, tellRows } from "./report.js";
import { addStyles } from "./sheets.js";

// How the properties begin that Yew sets on elements; see xtask/src/bundle/glue.rs.
const MARK = "__article_widget_yew_";

/**
 * Mounts the islands of an article whose text stands in the page, each by itself, unless they are mounted already.
 * Resolves when all are.
 *
 * @param {ReadSource} source
 * @param {object} context
 * @param {IslandGroup} context.group
 * @param {QueuedEvent[]} context.early
 * @param {ArticleWidgetElement} context.element
 * @param {AbortSignal} context.signal
 * @param {(message: string) => void} context.onPanic
 */
export async function enliven(source, { group, early, element, signal, onPanic }) {
  addStyles(group.root);
  const document = dataOf(parse(source));
  /** @type {import("./islands.js").IslandContext} */
  const given = { name: source.name, document, early, linkable: isLinkable(element), prefix: group.root.dataset.names ?? "", tell: (name, detail) => tell(element, name, detail, group) };
  const mount = async (/** @type {HTMLElement} */ root) => {
    const life = await mountIsland(root, given);
    life.onPanic = (message) => {
      group.lives.delete(life);
      freeze(life.root);
      onPanic(message);
    };
    group.lives.add(life);
    group.problems ??= life.problems;
  };
  let failed;
  for (const root of /** @type {NodeListOf<HTMLElement>} */ (group.root.querySelectorAll("[data-island]:not([data-alive])"))) {
    await mount(root).catch((error) => (failed ??= error));
    // Other tasks of the page run in between.
    await new Promise((resolve) => setTimeout(resolve));
    if (signal.aborted) return;
  }
  tellRows(group);
  // A program may replace an island by a copy, which has no listeners. It is rendered afresh before the reader uses it.
  const renew = async (/** @type {Event} */ { target }) => {
    const root = /** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest("[data-alive]"));
    if (!root || isAnswering(root)) return;
    for (const life of group.lives) {
      if (life.root !== root && life.root.isConnected) continue;
      endLife(life);
      group.lives.delete(life);
    }
    delete root.dataset.alive;
    delete root.dataset.digest;
    await mount(root).catch(({ message }) => onPanic(message));
    tellRows(group);
  };
  if (!group.text) for (const name of ["pointerdown", "focusin"]) group.root.addEventListener(name, renew, true);
  group.text = source.text;
  if (failed) throw failed;
  warn(group.problems ?? []);
  if (element.relatedSrc) relate(group, element.relatedSrc);
}

/**
 * Whether an island is one that the views have mounted, and no copy: Yew sets a property on elements with listeners.
 *
 * @param {HTMLElement} root
 */
function isAnswering(root) {
  const part = root.querySelector(".chart, .carousel-controls");
  return !part || Object.keys(part).some((name) => name.startsWith(MARK));
}

/**
 * Releases the islands of an article. Copies that look the same stay on the page.
 *
 * @param {IslandGroup} group
 */
export function leave(group) {
  group.feed?.abort();
  for (const life of group.lives) {
    freeze(life.root);
    retire(life);
  }
  group.lives.clear();
}
