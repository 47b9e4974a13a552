// Nodes of a page in a form that does not depend on how they were written: the same that
// src/prerender/written.rs makes of their markup.

// What a reader may have changed before a script comes: whether something is open.
const OF_READER = "open";

/** These nodes, with all that is in them. */
export const written = (nodes) => [...nodes].map(writtenNode).join("");

function writtenNode(node) {
  const { localName, attributes, nodeType, data, childNodes } = node;
  if (!localName) return `\0${nodeType}${data}`;
  const own = [...attributes].filter(({ name }) => name !== OF_READER);
  const sorted = own.map(({ name, value }) => `\0${name}=${value}`).sort();
  return `<${localName}${sorted.join("")}\0>${written(childNodes)}</`;
}
