// @ts-check
// The links of an article, and the details of the events for links that are followed.

/** @import { ArticleWidgetTeaserDetail } from "./events.js" */

// The parts of a teaser that the detail of its event has.
const TEASER = ["kicker", "headline", "summary", "source", "published"];

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
 * The teaser of a link, as the reader sees it.
 *
 * @param {Element} slide
 * @param {HTMLAnchorElement} link
 * @returns {ArticleWidgetTeaserDetail}
 */
export function teaserOf(slide, { href }) {
  const [, related] = /** @type {any} */ (slide.closest("[data-island]")).dataset.island.split(":");
  /** @type {any} */
  const detail = { related, place: [.../** @type {Element} */ (slide.parentNode).children].indexOf(slide) + 1, href };
  for (const name of TEASER) {
    const part = /** @type {HTMLTimeElement | null} */ (slide.querySelector(`.teaser-${name}`));
    if (part) detail[name] = part.dateTime ?? part.textContent;
  }
  return detail;
}
