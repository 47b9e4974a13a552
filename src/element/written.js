// @ts-check
// Nodes in a canonical form, which does not depend on how their markup was written. src/prerender/written.rs makes
// the same of the markup.

// The attribute that a reader may have changed before the script ran.
const OF_READER = "open";

/**
 * The canonical form of nodes, with all that they contain.
 *
 * @param {Iterable<Node>} nodes
 * @returns {string}
 */
export const written = (nodes) => [...nodes].map(writtenNode).join("");

/**
 * @param {Node} node
 * @returns {string}
 */
function writtenNode(node) {
  const { localName, attributes, nodeType, data, childNodes } = /** @type {Element & Text} */ (node);
  if (!localName) return `\0${nodeType}${data}`;
  const own = [...attributes].filter(({ name }) => name !== OF_READER);
  const sorted = own.map(({ name, value }) => `\0${name}=${value}`).sort();
  return `<${localName}${sorted.join("")}\0>${written(childNodes)}</`;
}
