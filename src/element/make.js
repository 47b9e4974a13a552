// Elements with their attributes and children in one go.

export function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const key in attributes) element.setAttribute(key, attributes[key]);
  element.append(...children);
  return element;
}

/** What holds an article, or what stands in its place (see widget.js). */
export const makeRoot = (...children) => make("div", { part: "root" }, ...children);
