// @ts-check
// Reads the items of a JSON Feed.

/** @import { Item } from "./stories.js" */

import { clean, plain } from "./prose.js";

/**
 * The items, one after the other: making plain text of HTML takes time, and only the first items are used.
 *
 * @param {any} feed
 * @returns {Generator<Item>}
 */
export function* fromJson({ title: publisher, items }) {
  for (const item of [items].flat()) {
    yield {
      title: item?.title,
      text: clean(item?.summary) || clean(item?.content_text) || plain(item?.content_html),
      links: [item?.url, item?.external_url],
      publisher,
      date: item?.date_published || item?.date_modified,
      tags: [item?.tags].flat(),
      pictures: [item?.image, item?.banner_image].map((address) => ({ address, kind: "image" })),
    };
  }
}
