// The events of the element: the one place that names them all alike.

/** Tells the page something; whether it left the rest to the widget. */
export const dispatch = (element, name, detail, cancelable) =>
  element.dispatchEvent(new CustomEvent(`article-widget-${name}`, { bubbles: true, composed: true, cancelable, detail }));
