// The links of an article, and what the page is told of those that are followed.

// What a teaser may say, and the page is told.
const TEASER = ["kicker", "headline", "summary", "source", "published"];

/** The link that a click follows in this window; nothing where somebody has answered it already. */
export function plainLink(event) {
  const isOther = event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  return isOther || event.type !== "click" ? undefined : event.composedPath()[0].closest?.("a[href]");
}

/** The teaser that a link belongs to, as the reader sees it. */
export function teaserOf(slide, { href }) {
  const [, related] = slide.closest("[data-island]").dataset.island.split(":");
  const detail = { related, place: [...slide.parentNode.children].indexOf(slide) + 1, href };
  for (const name of TEASER) {
    const part = slide.querySelector(`.teaser-${name}`);
    if (part) detail[name] = part.dateTime ?? part.textContent;
  }
  return detail;
}
