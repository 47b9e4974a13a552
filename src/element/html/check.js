// @ts-check
// Checks the values of attributes in an article that the sanitiser has let through: of addresses, and of what concerns the
// page around the widget.

import { areFiles, isFile, isLink } from "./address.js";
import { VALUES, WIDGET } from "./allowed.js";

/** The checks of addresses. */
const ADDRESSES = /** @type {Record<string, (address: string) => boolean>} */ ({ "[href]": isLink, "[src]": isFile, "[srcset]": areFiles });
/**
 * Removes what an article may not have.
 *
 * @param {Element} root
 */
export function check(root) {
  // These stand around an article only. A slot without a name would show what the publisher has put into the element.
  for (const nested of root.querySelectorAll(`${WIDGET},template,slot:not([name])`)) nested.remove();
  for (const [selector, isAllowed] of Object.entries(ADDRESSES)) keep(root, selector, isAllowed);
  for (const [selector, values] of VALUES) keep(root, selector, (value) => values.includes(value));
  // Without its type, a button submits a form around the widget.
  for (const button of root.querySelectorAll("button:not([type])")) button.setAttribute("type", "button");
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
