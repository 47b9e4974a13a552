// @ts-check
// The rows of stories, and the feed whose stories the first one shows.

/** @import { Widget } from "./article-widget.js" */
/** @import { IslandGroup, Mounted } from "./types.js" */

import { load } from "./engine.js";

// How the names of the islands begin that are rows of stories.
const ROW = "related:";

/**
 * Whether the island in a root is a row of stories.
 *
 * @param {HTMLElement} root
 */
export const isRow = ({ dataset }) => dataset.island?.startsWith(ROW);

/**
 * Shows the stories of a feed in the first row, or the row's own stories where there is no address. It does not wait for
 * the feed.
 *
 * @param {Mounted | IslandGroup} article
 * @param {string | null} address
 */
export function relate(article, address) {
  article.feed?.abort();
  const { signal } = (article.feed = new AbortController());
  const place = /** @type {HTMLElement | null} */ (article.root.querySelector(`[data-island^="${ROW}"]`));
  const all = article.mounted ? [...article.mounted] : [/** @type {Mounted} */ (article)];
  const mounted = all.find(({ root }) => root.contains(place));
  const row = /** @type {string} */ (place?.dataset.island?.slice(ROW.length));
  if (!address) return /** @type {{ widget: Widget } | undefined} */ (mounted)?.widget.relate(row, null);
  load("./feed.js").then(
    (script) => script.relate(mounted && { place, show: (/** @type {object[]} */ stories) => /** @type {Widget} */ (mounted.widget).relate(row, stories) }, address, signal),
    (error) => console.warn(`<article-widget> related-src: ${error.message}`),
  );
}
