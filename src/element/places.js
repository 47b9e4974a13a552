// @ts-check
// The places of controls in a root. With them, the focus, scroll positions, choices and queued events carry over to
// another root of the same article.

/** @import { ControlPlace } from "./types.js" */

const CONTROLS = "button, input, select, [tabindex], [role^=doc], .row, .datum";
/** What the reader may have scrolled sideways. */
const SCROLLED = ".viewport, .table-frame";
// Milliseconds between two checks whether a press has ended.
const PRESS = 30;

/** @param {Element} root */
const all = (root) => /** @type {HTMLInputElement[]} */ ([...root.querySelectorAll(CONTROLS)]);

/** What a control chooses, and in which chart. */
const choiceOf = (/** @type {HTMLInputElement} */ control) => [control.type, control.name, control.value, control.closest("figure")?.getAttribute("aria-labelledby")].join();

/**
 * The control that an element belongs to, with its place; `undefined` where it belongs to none.
 *
 * @param {Element | null} element
 * @param {Element} root
 * @returns {ControlPlace | undefined}
 */
export function locate(element, root) {
  const control = /** @type {HTMLInputElement | null | undefined} */ (element?.closest?.(CONTROLS));
  if (!control || !root.contains(control)) return undefined;
  const controls = all(root);
  return { control, index: controls.indexOf(control), count: controls.length };
}

/**
 * The same control, or the one at its place in another root of the same article.
 *
 * @param {ControlPlace} place
 * @param {Element} root
 */
export function relocate({ control, index, count }, root) {
  if (root.contains(control)) return control;
  const controls = all(root);
  if (controls.length === count) return controls[index];
  // A chart in another state has other rows, and the same choices.
  return control.name ? controls.find((other) => choiceOf(other) === choiceOf(control)) : undefined;
}

/**
 * Reads the focus and the scroll positions of a root; gives a function that applies them to another root.
 *
 * @param {Element} old
 */
export function remember(old) {
  const place = locate(old.querySelector(":focus"), old);
  const size = old.querySelectorAll("*").length;
  // Scroll positions cost a layout of the page, so they are read only where there can be some.
  const scrolled = [...old.querySelectorAll(SCROLLED)].map(({ scrollLeft }) => scrollLeft);
  return (/** @type {Element} */ root) => {
    // In another article the positions mean nothing.
    if (root.querySelectorAll("*").length === size) {
      root.querySelectorAll(SCROLLED).forEach((element, index) => {
        if (scrolled[index]) element.scrollTo({ left: scrolled[index], behavior: "instant" });
      });
    }
    // Without that control, the focus goes to the headline, or to the button for another try.
    if (place) (relocate(place, root) ?? /** @type {HTMLElement | null} */ (root.querySelector("h1, button")))?.focus({ preventScroll: true });
  };
}

/**
 * Replaces a root by another, and carries over the focus and the scroll positions.
 *
 * @param {Element} old
 * @param {Element} root
 */
export function swap(old, root) {
  const restore = remember(old);
  old.replaceWith(root);
  restore(root);
}

// Whether each input is checked, as of what the chart shows.
/** @type {WeakMap<HTMLInputElement, boolean>} */
const choices = new WeakMap();

/**
 * Notes which inputs of a root are checked. Later changes may have had no effect yet.
 *
 * @param {ParentNode} root
 */
export function noteChoices(root) {
  for (const input of root.querySelectorAll("input")) choices.set(input, input.checked);
}

/**
 * Checks the inputs of a copy as they were when that was noted, and makes this their default.
 *
 * @param {Element} root
 * @param {Element} copy
 */
export function copyChoices(root, copy) {
  const now = copy.querySelectorAll("input");
  root.querySelectorAll("input").forEach((input, index) => {
    if (choices.has(input)) now[index].defaultChecked = now[index].checked = /** @type {boolean} */ (choices.get(input));
  });
}

/**
 * Waits while a root is pressed: a press that begins on one root and ends on another is no click.
 *
 * @param {Element} root
 */
export async function afterPress(root) {
  while (root.matches(":active")) await new Promise((resolve) => setTimeout(resolve, PRESS));
}
