// @ts-check
// Replays the events that were queued before an article was mounted.

/** @import { QueuedEvent } from "./types.js" */

import { locate, relocate } from "./places.js";

/**
 * Notes the places of the targets of queued events in a root that is about to be replaced.
 *
 * @param {QueuedEvent[]} queue
 * @param {HTMLElement} root
 */
export function notePlaces(queue, root) {
  for (const entry of queue) {
    const place = locate(entry.target, root);
    if (place) Object.assign(entry, { place, island: root.dataset.island });
  }
}

/**
 * Dispatches queued events again, on the controls that their targets have become.
 *
 * @param {QueuedEvent[]} queue
 * @param {Element} root
 */
export function replay(queue, root) {
  // Of several inputs on one control only the last counts.
  /** @type {(entry: QueuedEvent, index: number) => boolean} */
  const isLast = ({ event, target }, index) =>
    event.type === "click" || !queue.slice(index + 1).some((later) => later.event.type === "input" && later.target === target);
  for (const { event, target, value, place, island } of queue.filter(isLast)) {
    const within = /** @type {Element} */ (island ? root.querySelector(`[data-island="${CSS.escape(island)}"]`) : root);
    const control = /** @type {(HTMLElement & Partial<HTMLInputElement & HTMLAnchorElement>) | undefined} */ (place ? relocate(place, within) : target);
    // The browser has followed a link that opens in another window.
    if (!control || (control.href && (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey))) continue;
    const isInput = event.type === "input";
    // Mounting may have reset the value. Where it has not, setting it again would move the cursor.
    if (isInput && control.value !== value) control.value = value;
    control.dispatchEvent(new /** @type {typeof Event} */ (event.constructor)(event.type, event));
    // The browser dispatches no `change` for a value that a script has set.
    if (isInput) control.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

/**
 * Takes the events on one island out of the queue, and dispatches them again.
 *
 * @param {QueuedEvent[]} queue
 * @param {string} island
 * @param {Element} root of the article
 */
export function replayIsland(queue, island, root) {
  const own = queue.filter((entry) => entry.island === island);
  for (const entry of own) queue.splice(queue.indexOf(entry), 1);
  replay(own, root);
}
