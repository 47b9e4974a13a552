// @ts-check
// Remembers how high an article was when the reader left the page. When the reader comes back, the article has this
// height from the start, so that the browser can restore the scroll position.

/**
 * The key for an element in the storage of the session: the page, and its index among the elements of its name.
 *
 * @param {HTMLElement} element
 */
const nameOf = (element) => `${location.href} ${[...document.querySelectorAll(element.localName)].indexOf(element)}`;

/**
 * The style rule with the height that an article had before.
 *
 * @param {HTMLElement} element
 * @returns {string | undefined}
 */
export function savedHeight(element) {
  try {
    return sessionStorage[nameOf(element)];
  } catch {
    // Storage may be forbidden.
  }
}

/** @type {Set<string>} */
const kept = new Set();

/**
 * Keeps the heights of all elements of a name when the reader leaves the page.
 *
 * @param {HTMLElement} element one of that name
 */
export function saveHeights({ localName }) {
  if (kept.has(localName)) return;
  kept.add(localName);
  addEventListener("pagehide", () => {
    try {
      for (const element of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(localName))) {
        const root = /** @type {HTMLElement | null | undefined} */ (element.shadowRoot?.querySelector("[part=root]"));
        // The rule holds for a window of the same width, until an article or a message is in the root.
        if (root) sessionStorage[nameOf(element)] = `@media(width:${innerWidth}px){[part=root]:not(:has(.article-widget,[role=alert])){min-block-size:${root.offsetHeight}px}}`;
      }
    } catch {
      // As above.
    }
  });
}
