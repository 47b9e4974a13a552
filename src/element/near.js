// @ts-check
// Waits for the reader.

// How far outside of the window an article is when it is mounted, relative to the height of the window.
const AHEAD = "50%";
// Found in the fragment of an address that leads to a state of a chart, also where a mail program has escaped it.
const LINK = /article-widget[=%&]/;

/**
 * Whether the address of the page leads to a state of a chart, which may be in this article: it is mounted at once.
 *
 * @param {{ linkable: boolean }} element
 */
export const isLinked = ({ linkable }) => linkable && LINK.test(location.hash);

/**
 * Whether an element is in the window, as far as its place tells: an observer answers a frame later. A page in a frame does not
 * know what is seen of it.
 *
 * @param {Element} element
 */
export function isInWindow(element) {
  const { top, bottom } = element.getBoundingClientRect();
  return parent === window && element.getClientRects().length > 0 && top < innerHeight && bottom >= 0;
}

/**
 * Calls a function when the reader comes near one of the targets. Gives a function that ends the wait at once.
 *
 * @param {Iterable<Element> & { length: number }} targets
 * @param {() => void} onNear
 */
export function watchNear(targets, onNear) {
  const isLacking = targets.length && !globalThis.IntersectionObserver;
  const observer = targets.length && !isLacking && new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && wake(), { rootMargin: AHEAD });
  const wake = () => {
    onNear();
    if (observer) observer.disconnect();
  };
  if (observer) for (const target of targets) observer.observe(target);
  if (isLacking) wake();
  return wake;
}
