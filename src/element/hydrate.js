// @ts-check
// Mounts the islands of articles whose text stands in the page.

/** @import { IslandGroup, Mounted, QueuedEvent, LoadedDocument } from "./types.js" */
/** @import { ArticleWidgetElement } from "./widget.js" */

import { failure } from "./failure.js";
import { endMount, releaseMounted } from "./instances.js";
import { freeze, mountIsland } from "./islands.js";
import { languageOf } from "./language.js";
import { isLinkable } from "./links.js";
import { dataOf, parse, warn } from "./parsed.js";
import { relate } from "./related.js";
import { replayIsland } from "./replay.js";
import { report, passPick } from "./report.js";
import { addStyles } from "./sheets.js";

// How the properties begin that Yew sets on elements; see xtask/src/bundle/glue.rs.
const MARK = "__article_widget_yew_";

/**
 * Mounts the islands of an article whose text stands in the page, each by itself, unless they are mounted already.
 * Resolves when all are.
 *
 * @param {LoadedDocument} loaded
 * @param {object} context
 * @param {IslandGroup} context.group
 * @param {QueuedEvent[]} context.queue
 * @param {ArticleWidgetElement} context.element
 * @param {AbortSignal} context.signal
 * @param {(failure: Error) => void} context.onFailure called where an island stops, or cannot be mounted again
 */
export async function hydrate(loaded, { group, queue, element, signal, onFailure }) {
  await addStyles(group.root);
  if (signal.aborted) return;
  const document = dataOf(parse(loaded));
  const addLanguage = await languageOf(document, element).catch((error) => {
    throw failure("engine", `the texts of the language could not be loaded: ${error.message}`, true);
  });
  if (signal.aborted) return;
  /** @type {import("./islands.js").IslandContext} */
  const context = { name: loaded.name, document, addLanguage, queue, linkable: isLinkable(element), prefix: group.root.dataset.names ?? "", report: (name, detail) => report(element, name, detail, group) };
  const mount = async (/** @type {HTMLElement} */ root) => {
    const mounted = await mountIsland(root, context);
    // The element has left the page in the meantime.
    if (group.isReleased) return release(mounted);
    mounted.onPanic = (message) => {
      group.mounted.delete(mounted);
      freeze(mounted.root);
      onFailure(failure("panic", message, true));
    };
    group.mounted.add(mounted);
    group.problems ??= mounted.problems;
  };
  let failed;
  const waiting = /** @type {Set<HTMLElement>} */ (new Set(group.root.querySelectorAll("[data-island]:not([data-alive])")));
  while (waiting.size) {
    const root = nextOf(waiting, queue);
    const { island } = /** @type {{ island: string }} */ (root.dataset);
    waiting.delete(root);
    await mount(root).then(
      () => replayIsland(queue, island, group.root),
      (error) => (failed ??= error),
    );
    // Other tasks of the page run in between.
    await new Promise((resolve) => setTimeout(resolve));
    if (signal.aborted) return;
  }
  passPick(group);
  // A program may replace an island by a copy, which has no listeners. It is rendered afresh before the reader uses it.
  const renew = async (/** @type {Event} */ { target }) => {
    const root = /** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest("[data-alive]"));
    if (!root || isAnswering(root)) return;
    for (const mounted of group.mounted) {
      if (mounted.root !== root && mounted.root.isConnected) continue;
      // Its views must not clear it: they would look for nodes that are gone.
      endMount(mounted);
      group.mounted.delete(mounted);
    }
    delete root.dataset.alive;
    delete root.dataset.digest;
    await mount(root).catch(onFailure);
    passPick(group);
  };
  if (!group.listening) {
    group.listening = new AbortController();
    for (const name of ["pointerdown", "focusin"]) group.root.addEventListener(name, renew, { capture: true, signal: group.listening.signal });
  }
  group.text = loaded.text;
  if (failed) throw failed;
  warn(group.problems ?? []);
  if (element.relatedSrc) relate(group, element.relatedSrc);
}

/**
 * The island to mount next: one that the reader has used already, or else the first.
 *
 * @param {Set<HTMLElement>} waiting at least one
 * @param {QueuedEvent[]} queue
 */
function nextOf(waiting, queue) {
  const roots = [...waiting];
  return roots.find((root) => queue.some(({ target }) => root.contains(target))) ?? roots[0];
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
export function releaseIslands(group) {
  group.isReleased = true;
  group.feed?.abort();
  group.listening?.abort();
  group.mounted.forEach(release);
  group.mounted.clear();
}

/**
 * Releases an island. A copy that looks the same stays on the page.
 *
 * @param {Mounted} mounted
 */
function release(mounted) {
  freeze(mounted.root);
  releaseMounted(mounted);
}
