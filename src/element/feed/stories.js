// @ts-check
// Reads feeds (JSON Feed, RSS, Atom) into stories, which have the form of the teasers in documents.

/** @import { Story } from "../types.js" */

import { absolute, identity } from "./address.js";
import { textOf } from "./bytes.js";
import { moment } from "./date.js";
import { fromJson } from "./json.js";
import { pictureOf } from "./picture.js";
import { clean, excerpt } from "./prose.js";
import { fromXml } from "./xml.js";

// The most stories that are read from a feed. The latest come first.
const MOST = 100;
// The most characters of a summary, and of a headline that is made from the text.
const SUMMARY = 200;
const HEADLINE = 80;
// Characters, or halves of them, that the feed's own programs lost, and UTF-8 that they read as windows-1252 (“â€™”
// for “’”).
const LOST = /[\ufffd\p{Surrogate}]|â€|Ã[\xa0-\xaa\xac-\xba\xbc-\xbf]/u;

/**
 * The data of a story that all kinds of feeds have.
 *
 * @typedef {object} Item
 * @property {unknown} title
 * @property {string} text
 * @property {any[]} links
 * @property {unknown} publisher
 * @property {unknown} date
 * @property {unknown[]} tags
 * @property {Picture[]} pictures
 * @property {Picture[]} inText pictures in the HTML of the text, for stories without others
 */

/**
 * @typedef {object} Picture
 * @property {unknown} address
 * @property {any} kind a media type, or an address
 * @property {any} [width]
 * @property {any} [height]
 */

/**
 * The response to the request of a feed.
 *
 * @typedef {object} Answer
 * @property {Uint8Array} bytes
 * @property {string | null} mediaType
 * @property {string} address where it came from
 */

/**
 * The stories of a feed. Throws an error if there are none.
 *
 * @param {Answer} answer
 * @param {string[]} own addresses that no story may lead to
 */
export function storiesOf({ bytes, mediaType, address }, own) {
  const text = textOf(bytes, mediaType);
  // Text may come before XML: messages of programs, for example.
  const items = /^\s*[[{]/.test(text) ? fromJson(JSON.parse(text)) : fromXml(text, address);
  return toStories(items, address, own);
}

/**
 * The complete items as stories. Throws an error if no item is complete. No page is used twice.
 *
 * @param {Iterable<Item>} items
 * @param {string} base
 * @param {string[]} own addresses that no story may lead to
 */
export function toStories(items, base, own) {
  const taken = new Set(own.map(identity));
  /** @type {Story[]} */
  const stories = [];
  let lost = "";
  for (const { title, text, links, publisher, date, tags, pictures, inText } of items) {
    const href = links.map((link) => absolute(link, base)).find(Boolean);
    const headline = clean(title) || excerpt(text, HEADLINE);
    if (!href || !headline || taken.has(identity(href))) continue;
    // A headline that is made of the text needs no summary.
    const summary = clean(title) ? excerpt(text, SUMMARY) || null : null;
    const words = tags.map(clean).filter(Boolean);
    const unreadable = [headline, summary ?? "", clean(publisher), ...words].find((text) => LOST.test(text));
    if (unreadable) {
      lost ||= unreadable;
      continue;
    }
    taken.add(identity(href));
    stories.push({
      kicker: words[0] ?? null,
      headline,
      summary,
      href,
      source: clean(publisher) || null,
      published: moment(clean(date)),
      image: pictureOf(pictures, base) ?? pictureOf(inText, base),
      tags: words,
    });
    if (stories.length === MOST) break;
  }
  if (!stories.length && lost) throw new Error(`its stories have lost characters, the first in “${lost}”`);
  if (!stories.length) throw new Error("no JSON Feed, RSS or Atom, or no story in it with a title or text and an address of the web");
  return stories;
}
