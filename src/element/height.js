// How high an article was when the reader left its page. Where the reader comes back, its place is as high from the
// start, and what the reader looked at is where it was.

/** What is kept for an element, in the storage of the session: by the page, and its place among those like it. */
const nameOf = (element) => `${location.href} ${[...document.querySelectorAll(element.localName)].indexOf(element)}`;

/** The rule of style that holds the place of an article that was here before. */
export function heldHeight(element) {
  try {
    return sessionStorage[nameOf(element)];
  } catch {
    // Storage may be forbidden.
  }
}

const kept = new Set();

/** Keeps the heights of all elements of a name, once the reader leaves. */
export function keepHeights({ localName }) {
  if (kept.has(localName)) return;
  kept.add(localName);
  addEventListener("pagehide", () => {
    try {
      for (const element of document.querySelectorAll(localName)) {
        const root = element.shadowRoot?.querySelector("[part=root]");
        // As style, for a window that is as wide, and while there is nothing else in there.
        if (root) sessionStorage[nameOf(element)] = `@media(width:${innerWidth}px){[part=root]:not(:has(.article-widget,[role=alert])){min-block-size:${root.offsetHeight}px}}`;
      }
    } catch {
      // As above.
    }
  });
}
