// @ts-check
// Checks the values of attributes in an article that the sanitiser has let through: of addresses, ids and names, and of what
// concerns the page around the widget.

import { areFiles, isFile, isLink } from "./address.js";
import { VALUES, WIDGET } from "./allowed.js";

/** The checks of addresses. */
const ADDRESSES = /** @type {Record<string, (address: string) => boolean>} */ ({ "[href]": isLink, "[src]": isFile, "[srcset]": areFiles });
/**
 * Attributes that hold ids, or the name of a group of controls; the names of single controls are the same in all articles. In
 * the page's own tree all others begin with a prefix.
 */
const IDS = ["[id]", "[popovertarget]", "[aria-labelledby]", "[name]:not(button,[name=search])"];

/**
 * Removes what an article may not have.
 *
 * @param {Element} root
 * @param {string} prefix of all ids
 */
export function check(root, prefix) {
  // These stand around an article only.
  for (const nested of root.querySelectorAll(`${WIDGET},template`)) nested.remove();
  for (const [selector, isAllowed] of Object.entries(ADDRESSES)) keep(root, selector, isAllowed);
  for (const [selector, values] of VALUES) keep(root, selector, (value) => values.includes(value));
  // Without its type, a button submits a form around the widget.
  for (const button of root.querySelectorAll("button:not([type])")) button.setAttribute("type", "button");
  if (prefix) for (const selector of IDS) keep(root, selector, (ids) => ids.split(/\s+/).every((id) => id.startsWith(prefix)));
}

/**
 * Removes an attribute where it does not have a value that is allowed.
 *
 * @param {Element} root
 * @param {string} selector with the name of the attribute
 * @param {(value: string) => boolean} isAllowed
 */
function keep(root, selector, isAllowed) {
  const [, name] = /** @type {string[]} */ (selector.match(/\[([\w-]+)/));
  for (const part of root.querySelectorAll(selector)) {
    if (!isAllowed(/** @type {string} */ (part.getAttribute(name)))) part.removeAttribute(name);
  }
}
