// @ts-check
// Reads feeds (JSON Feed, RSS, Atom) into stories, which are teasers as documents have them.

/** @import { Story } from "../types.js" */

import { absolute } from "./address.js";
import { moment } from "./date.js";
import { fromJson } from "./json.js";
import { pictureOf } from "./picture.js";
import { clean, excerpt } from "./prose.js";
import { fromXml } from "./xml.js";

// Stories that are read of a feed; the latest come first.
const MOST = 100;
// Characters of a summary, and of a headline that is made from one.
const SUMMARY = 200;
const HEADLINE = 80;

/**
 * What all kinds of feeds say of a story.
 *
 * @typedef {object} Item
 * @property {unknown} title
 * @property {string} text
 * @property {any[]} links
 * @property {unknown} publisher
 * @property {unknown} date
 * @property {unknown[]} tags
 * @property {Picture[]} pictures
 */

/**
 * @typedef {object} Picture
 * @property {unknown} address
 * @property {any} kind a media type, or an address
 * @property {any} [width]
 * @property {any} [height]
 */

/**
 * The stories in the answer to a request for a feed; an error where there are none.
 *
 * @param {XMLHttpRequest} request
 */
export function storiesOf(request) {
  const base = request.responseURL;
  // `responseXML` is read for XML only: for other texts a browser makes a page with the error, whose styles a policy may
  // forbid.
  const items = /^\s*</.test(request.responseText) ? fromXml(request.responseXML, base) : fromJson(JSON.parse(request.responseText));
  // No story leads to its own page.
  return toStories(items, base, [location.href, location.href.split("#")[0], /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=canonical]"))?.href]);
}

/**
 * The items that have what a story needs, as stories; an error where none has. No address is used twice.
 *
 * @param {Iterable<Item>} items
 * @param {string} base
 * @param {(string | undefined)[]} taken addresses that no story may lead to
 */
export function toStories(items, base, taken) {
  /** @type {Story[]} */
  const stories = [];
  for (const { title, text, links, publisher, date, tags, pictures } of items) {
    const href = links.map((link) => absolute(link, base)).find(Boolean);
    const headline = clean(title) || excerpt(text, HEADLINE);
    if (!href || !headline || taken.includes(href)) continue;
    taken.push(href);
    const words = tags.map(clean).filter(Boolean);
    stories.push({
      kicker: words[0] ?? null,
      headline,
      // A headline that is made of the text needs no summary.
      summary: clean(title) ? excerpt(text, SUMMARY) || null : null,
      href,
      source: clean(publisher) || null,
      published: moment(clean(date)),
      image: pictureOf(pictures, base),
      tags: words,
    });
    if (stories.length === MOST) break;
  }
  if (!stories.length) throw new Error("no JSON Feed, RSS or Atom, or no story in it with a title or text and an address of the web");
  return stories;
}
