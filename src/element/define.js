// @ts-check
// The module for pages that choose when and under which name the element is defined. Loading it has no
// side effect.

import { ArticleWidgetElement } from "./widget.js";

export { ArticleWidgetElement };

/**
 * Defines the element, unless the name is taken already, by another copy of it for example. On a server it does nothing.
 *
 * @param {string} [tagName]
 * @returns {void}
 */
export function define(tagName = "article-widget") {
  // A server that renders pages has no elements. A class can be defined under one name only.
  if (globalThis.customElements && !customElements.get(tagName)) customElements.define(tagName, class extends ArticleWidgetElement {});
}
