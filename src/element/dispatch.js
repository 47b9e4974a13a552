// @ts-check
// The events of the element: the one place that names them all alike.

/**
 * Dispatches an event; gives whether its default action is still to be done.
 *
 * @param {HTMLElement} element
 * @param {string} name without the prefix
 * @param {unknown} detail
 * @param {boolean} [cancelable]
 */
export const dispatch = (element, name, detail, cancelable) =>
  element.dispatchEvent(new CustomEvent(`article-widget-${name}`, { bubbles: true, composed: true, cancelable, detail }));
