// @ts-check
// Reads the items of a JSON Feed. Its texts are plain by the standard, but programs write HTML into them.

/** @import { Item } from "./stories.js" */

import { picturesIn } from "./picture.js";
import { loose, plain } from "./prose.js";

// Where a JSON Feed begins, if other text comes before it: messages of programs, for example.
const START = /\{\s*"(?:[^{<]*,\s*")?version"\s*:\s*"https?:\\?\/\\?\/(?:www\.)?jsonfeed\.org/;

/**
 * The JSON Feed in a text; `undefined` if the text is not JSON. Throws an error if the JSON is wrong. Accepted are text
 * before and after the feed, and control characters, which no standard allows, but programs write.
 *
 * @param {string} text
 */
export function feedIn(text) {
  const whole = text.trim();
  const start = /^[[{]/.test(whole) ? 0 : whole.search(START);
  if (start < 0) return undefined;
  try {
    return JSON.parse(whole);
  } catch (error) {
    const feed = whole.slice(start, whole.lastIndexOf("}") + 1);
    try {
      return JSON.parse(feed.replace(/[\0-\x08\x0e-\x1f]/g, "").replace(/\s/g, " "));
    } catch {
      throw error;
    }
  }
}

/**
 * The items, one after the other: making plain text of HTML takes time, and only the first items are used.
 *
 * @param {any} feed
 * @returns {Generator<Item>}
 */
export function* fromJson({ title: publisher, items }) {
  for (const item of [items].flat()) {
    yield {
      title: loose(item?.title),
      text: loose(item?.summary) || loose(item?.content_text) || plain(item?.content_html),
      links: [item?.url, item?.external_url, /^\s*https?:/i.test(item?.id) && item.id],
      publisher: loose(publisher),
      date: item?.date_published || item?.date_modified,
      tags: [item?.tags].flat().map(loose),
      pictures: [
        ...[item?.image, item?.banner_image].map((address) => ({ address, kind: "image" })),
        ...[item?.attachments].flat().map((file) => ({ address: file?.url, kind: file?.mime_type })),
      ],
      inText: picturesIn(item?.content_html),
    };
  }
}
