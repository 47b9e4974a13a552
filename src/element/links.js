// @ts-check
// The links of an article, and the details of the events for links that are followed.

/** @import { ArticleWidgetTeaserDetail } from "./events.js" */
/** @import { ArticleWidgetElement } from "./widget.js" */

import { dispatch } from "./events.js";

/**
 * The link that an event follows in this window; `undefined` where a listener has prevented it.
 *
 * @param {Event & Partial<MouseEvent>} event
 * @returns {HTMLAnchorElement | null | undefined}
 */
export function plainLink(event) {
  const isOther = event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  return isOther || event.type !== "click" ? undefined : /** @type {any} */ (event.composedPath()[0]).closest?.("a[href]");
}

/**
 * Whether charts offer links to their state. A page without an address has none.
 *
 * @param {ArticleWidgetElement} element
 */
export const isLinkable = ({ linkable }) => linkable && location.protocol !== "about:";

/**
 * The teaser of a link, as the reader sees it.
 *
 * @param {Element} slide
 * @param {HTMLAnchorElement} link
 * @returns {ArticleWidgetTeaserDetail}
 */
export function teaserOf(slide, { href }) {
  const [, related] = /** @type {any} */ (slide.closest("[data-island]"))?.dataset.island.split(":") ?? [];
  /** @type {any} */
  const detail = { related, place: [.../** @type {Element} */ (slide.parentNode).children].indexOf(slide) + 1, href };
  for (const name of ["kicker", "headline", "summary", "source", "published"]) {
    const part = /** @type {HTMLTimeElement | null} */ (slide.querySelector(`.teaser-${name}`));
    if (part) detail[name] = part.dateTime ?? part.textContent;
  }
  return detail;
}

/**
 * Follows a link to a place in the article itself: fragments do not reach into a shadow tree, and the page may have
 * another base address. Gives any other link of the article.
 *
 * @param {Event} event
 * @param {Element | undefined} root
 */
export function followInside(event, root) {
  const link = plainLink(event);
  if (!link || !root?.contains(link)) return undefined;
  const href = /** @type {string} */ (link.getAttribute("href"));
  const goal = href.startsWith("#") && /** @type {HTMLElement | null} */ (root.querySelector(`#${CSS.escape(href.slice(1))}`));
  if (!goal) return link;
  event.preventDefault();
  for (let around = /** @type {any} */ (goal); (around = around.parentElement?.closest("details")); ) around.open = true;
  goal.focus({ preventScroll: true });
  goal.scrollIntoView();
}

/**
 * Dispatches the events for a link, whose default action the page can prevent.
 *
 * @param {HTMLElement} element
 * @param {Element | undefined} root
 * @param {Event} event
 */
export function navigate(element, root, event) {
  const link = followInside(event, root);
  if (!link) return;
  const slide = link.closest(".slide");
  const isTaken =
    (slide && !dispatch(element, "teaser", teaserOf(slide, link), true)) || !dispatch(element, "navigate", { href: link.href }, true);
  if (isTaken) event.preventDefault();
}
