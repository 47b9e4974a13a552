// @ts-check
// Reads the items of a JSON Feed. Its texts are plain by the standard, but programs write HTML into them.

/** @import { Item } from "./stories.js" */

import { picturesIn } from "./picture.js";
import { loose, plain } from "./prose.js";

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
      links: [item?.url, item?.external_url],
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
