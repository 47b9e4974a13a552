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

// So many articles of a page are always rendered.
const ALWAYS = 10;

/**
 * Makes the root of an article. Of many articles in a page, the later ones have an attribute that styles know.
 *
 * @param {HTMLElement} element
 * @param {Record<string, string>} [attributes]
 */
export function makeArticleRoot(element, attributes) {
  const place = [...element.ownerDocument.querySelectorAll(element.localName)].indexOf(element);
  return make("div", { part: "root", ...(place >= ALWAYS && { "data-further": "" }), ...attributes });
}
