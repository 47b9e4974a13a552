// @ts-check
// The controls in islands, which work only while the island is mounted.

export const ISLAND = "[data-island]";
// Islands are mounted when the reader comes near one of these.
export const LIVE_PARTS = `${ISLAND} :is(button:not([popovertarget]),input)`;
// Elements whose clicks are queued. They include marks and figures in the text, but islands are not mounted when the
// reader comes near these: a figure may stand in the headline, which is near from the start.
export const PRESSED = `${LIVE_PARTS},.row,.datum`;
// Elements whose input events are queued: a click does not carry their text.
export const FILLED = "[type=search]";

/**
 * Resets controls that are not mounted: browsers restore their state, and readers change it, but nothing responds to that.
 *
 * @param {Element} root
 */
export function resetControls(root) {
  for (const part of /** @type {NodeListOf<HTMLInputElement>} */ (root.querySelectorAll(`${ISLAND}:not([data-alive]) [checked]`))) part.checked = true;
  for (const part of /** @type {NodeListOf<HTMLInputElement>} */ (root.querySelectorAll(`${ISLAND}:not([data-alive]) ${FILLED}`))) part.value = part.defaultValue;
}

/**
 * Prepares the root of a prerendered article: a copy of a mounted article is not mounted.
 *
 * @param {Element} root
 */
export function adopt(root) {
  for (const part of root.querySelectorAll("[data-alive]")) part.removeAttribute("data-alive");
  resetControls(root);
}
