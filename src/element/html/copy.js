// @ts-check
// Copies an article, node by node: what is not in the lists of allowed.js does not exist in the copy, whatever the sanitiser
// or the parser of a browser has made of the HTML. So there are no shadow trees in it and no templates either.

import { areFiles, isFile, isLink } from "./address.js";
import { ALLOWED, COMMENTS } from "./allowed.js";

/** Attributes that hold ids, or the name of a group of controls. In the page's own tree all begin with a prefix. */
const IDS = /^(?:id|name|popovertarget|aria-labelledby)$/;
/** Names of single controls, which are the same in all articles. */
const CONTROL = "search";
const BUTTON = "button";

/** The checks of addresses. */
const ADDRESSES = /** @type {Record<string, (address: string) => boolean>} */ ({ href: isLink, src: isFile, srcset: areFiles });

/**
 * Copies of what a node contains. They belong to the document `page`, so that nothing is requested for them until they
 * are complete.
 *
 * @param {Node} parent
 * @param {Document} page
 * @param {string} prefix of all ids
 */
export function copy(parent, page, prefix) {
  const copies = page.createDocumentFragment();
  for (const node of parent.childNodes) {
    const made = copyNode(/** @type {Element & CharacterData} */ (node), page, prefix);
    if (made) copies.append(made);
  }
  return copies;
}

/**
 * @param {Element & CharacterData} node
 * @param {Document} page
 * @param {string} prefix
 */
function copyNode(node, page, prefix) {
  const { nodeType, data, localName, namespaceURI } = node;
  if (nodeType === Node.TEXT_NODE) return page.createTextNode(data);
  // The marks by which Yew finds its components.
  if (nodeType === Node.COMMENT_NODE) return COMMENTS.includes(data) ? page.createComment(data) : undefined;
  const attributes = ALLOWED.get(namespaceURI ?? "")?.get(localName);
  if (!attributes) return undefined;
  const made = page.createElementNS(namespaceURI, localName);
  for (const { name, value } of node.attributes) {
    if (isAllowed(name, value, attributes.get(name), prefix)) made.setAttribute(name, value);
  }
  // Without its type, a button submits a form around the widget.
  if (localName === BUTTON) made.setAttribute("type", BUTTON);
  made.append(copy(node, page, prefix));
  return made;
}

/**
 * Whether an attribute may have this value.
 *
 * @param {string} name
 * @param {string} value
 * @param {string[] | undefined} values the values that it may have; an empty list stands for any
 * @param {string} prefix
 */
function isAllowed(name, value, values, prefix) {
  if (!values || (values.length && !values.includes(value))) return false;
  if (values.length || (name === "name" && value === CONTROL)) return true;
  if (IDS.test(name)) return value.split(/\s+/).every((id) => id.startsWith(prefix));
  return ADDRESSES[name]?.(value) ?? true;
}
