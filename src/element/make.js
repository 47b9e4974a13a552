// @ts-check
// Makes elements with their attributes and children.

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, string>} attributes
 * @param {(string | Node)[]} children
 */
export function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const key in attributes) element.setAttribute(key, attributes[key]);
  element.append(...children);
  return element;
}

/**
 * Makes a root, which holds an article or a message (see widget.js).
 *
 * @param {Node[]} children
 */
export const makeRoot = (...children) => make("div", { part: "root" }, ...children);

/**
 * Makes the root of an article. Of several articles in a page, those after the first have an attribute that styles know.
 *
 * @param {HTMLElement} element
 * @param {Record<string, string>} [attributes]
 */
export const makeArticleRoot = (element, attributes) =>
  make("div", { part: "root", ...(element.ownerDocument.querySelector(element.localName) !== element && { "data-further": "" }), ...attributes });
