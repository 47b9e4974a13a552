// @ts-check
// Reads feeds (JSON Feed, RSS, Atom) into stories, which have the form of the teasers in documents.

/** @import { Story } from "../types.js" */

import { absolute, identity } from "./address.js";
import { textOf } from "./bytes.js";
import { moment } from "./date.js";
import { feedIn, fromJson } from "./json.js";
import { isLost } from "./lost.js";
import { pictureOf } from "./picture.js";
import { clean, excerpt } from "./prose.js";
import { fromXml } from "./xml.js";

// The most stories that are read from a feed. The latest come first.
const MOST = 100;
// The most characters of a summary, and of a headline that is made from the text.
const SUMMARY = 200;
const HEADLINE = 80;
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
 * @param {(message: string) => void} [report] is called if items are left out
 */
export function storiesOf({ bytes, mediaType, address }, own, report = () => {}) {
  const text = textOf(bytes, mediaType);
  const json = feedIn(text);
  return toStories(json ? fromJson(json) : fromXml(text, address), address, own, report);
}

/**
 * The complete items as stories. Throws an error if no item is complete. No page is used twice.
 *
 * @param {Iterable<Item>} items
 * @param {string} base
 * @param {string[]} own addresses that no story may lead to
 * @param {(message: string) => void} [report] is called if items are left out
 */
export function toStories(items, base, own, report = () => {}) {
  const taken = new Set(own.map(identity));
  /** @type {Story[]} */
  const stories = [];
  let lost = "";
  /** @type {string[]} */
  const causes = [];
  for (const { title, text, links, publisher, date, tags, pictures, inText } of items) {
    const href = links.map((link) => absolute(link, base)).find(Boolean);
    const headline = clean(title) || excerpt(text, HEADLINE);
    if (!href || !headline) {
      causes.push(headline ? `“${headline}” has no address of the web` : "one has neither title nor text");
      continue;
    }
    if (taken.has(identity(href))) continue;
    // A headline that is made of the text needs no summary.
    const summary = clean(title) ? excerpt(text, SUMMARY) || null : null;
    const words = tags.map(clean).filter(Boolean);
    const unreadable = [headline, summary ?? "", clean(publisher), ...words].find(isLost);
    if (unreadable) {
      lost ||= unreadable;
      causes.push(`“${unreadable}” has lost characters`);
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
  if (causes.length) report(`items left out: ${causes.length}, the first because ${causes[0]}`);
  return stories;
}
