// @ts-check
// Elements of the page.

/**
 * An element with text or elements inside.
 *
 * @param {string} name
 * @param {string} className
 * @param {(Node | string)[]} content
 */
export function make(name, className, ...content) {
    const element = document.createElement(name);
    if (className) element.className = className;
    element.append(...content);
    return element;
}

/**
 * Sets a text where it is another one: a status is read out when it changes.
 *
 * @param {HTMLElement} element
 * @param {string} text
 */
export function write(element, text) {
    if (element.textContent !== text) element.textContent = text;
}
