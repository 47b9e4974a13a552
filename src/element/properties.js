// @ts-check
// The attributes of the element and the properties that reflect them.

/** @import { ArticleWidgetEventMap } from "./events.js" */
/** @import { ArticleWidgetElement } from "./widget.js" */

/** The attributes, with the values of the properties where they are absent. */
export const ATTRIBUTES = { src: "", "related-src": "", theme: "auto", loading: "lazy", linkable: false, messages: "" };

/**
 * The properties that reflect the attributes.
 *
 * @typedef {object} ArticleWidgetProperties
 * @property {string} src The address of the document, or of HTML that `prerender` has written, relative to the page; the
 *   attribute `src`.
 * @property {string} relatedSrc The address of a feed (JSON Feed, RSS or Atom), relative to the page, whose stories take the
 *   place of the first row of related stories; the attribute `related-src`.
 * @property {"auto" | "light" | "dark" | (string & {})} theme The colours: `auto` (as the page's color-scheme and the reader's
 *   wish have it), `light` or `dark`; the attribute `theme`.
 * @property {"lazy" | "eager" | (string & {})} loading When the article is loaded, or brought alive: `lazy` (when the reader
 *   comes near) or `eager`; the attribute `loading`.
 * @property {boolean} linkable Whether charts offer links to their state, and an article comes alive at once where the page's
 *   address is such a link; the attribute `linkable`. It counts from the next time that an article comes alive.
 * @property {string} messages The address of a file of messages, relative to the page, which adds a language to the interface
 *   or replaces words; the attribute `messages`. It counts from the next time that an article comes alive.
 */

/**
 * The methods for listeners, which know the events of the element.
 *
 * @typedef {object} ArticleWidgetListening
 * @property {(<Name extends keyof ArticleWidgetEventMap>(type: Name, listener: (this: ArticleWidgetElement, event: ArticleWidgetEventMap[Name]) => unknown, options?: boolean | AddEventListenerOptions) => void) & (<Name extends keyof HTMLElementEventMap>(type: Name, listener: (this: ArticleWidgetElement, event: HTMLElementEventMap[Name]) => unknown, options?: boolean | AddEventListenerOptions) => void)} addEventListener
 * @property {(<Name extends keyof ArticleWidgetEventMap>(type: Name, listener: (this: ArticleWidgetElement, event: ArticleWidgetEventMap[Name]) => unknown, options?: boolean | EventListenerOptions) => void) & (<Name extends keyof HTMLElementEventMap>(type: Name, listener: (this: ArticleWidgetElement, event: HTMLElementEventMap[Name]) => unknown, options?: boolean | EventListenerOptions) => void)} removeEventListener
 */

/**
 * The class to extend: HTMLElement, as it is once `reflect` has added the properties. A server that renders pages has no
 * elements; there, a class without members takes its place.
 *
 * @type {{ new (): ArticleWidgetListening & HTMLElement & ArticleWidgetProperties, prototype: ArticleWidgetListening & HTMLElement & ArticleWidgetProperties }}
 */
export const Base = /** @type {any} */ (globalThis.HTMLElement ?? class {});

/**
 * Sets the properties again that a page has set before the element was defined.
 *
 * @param {any} element
 */
export function upgrade(element) {
  for (const name of Object.keys(element)) {
    if (!(name in element.constructor.prototype)) continue;
    const value = element[name];
    delete element[name];
    element[name] = value;
  }
}

/**
 * Adds the properties to the prototype of an element.
 *
 * @param {HTMLElement} prototype
 */
export function reflect(prototype) {
  for (const [name, absent] of Object.entries(ATTRIBUTES)) {
    const property = name.replace(/-./, ([, letter]) => letter.toUpperCase());
    Object.defineProperty(prototype, property, {
      /** @this {HTMLElement} */
      get() {
        return absent === false ? this.hasAttribute(name) : (this.getAttribute(name) ?? absent);
      },
      /**
       * @this {HTMLElement}
       * @param {any} value
       */
      set(value) {
        // Frameworks set what is no longer there to `undefined`; that is no address.
        if (absent === false || value == null) this.toggleAttribute(name, Boolean(value));
        else this.setAttribute(name, value);
      },
    });
  }
}
