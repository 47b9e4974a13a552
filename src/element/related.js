// @ts-check
// The rows of stories, and the feed whose stories the first one shows.

/** @import { Widget } from "./glue.js" */
/** @import { IslandGroup, Mounted } from "./types.js" */

import { loadFeed } from "./files.js";

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
  const row = /** @type {string} */ (place?.dataset.island?.slice(ROW.length));
  // Looked up each time: a row that stops is mounted again.
  const find = () => (article.mounted ? [...article.mounted] : [/** @type {Mounted} */ (article)]).find(({ root }) => root.contains(place));
  const show = (/** @type {object[] | null} */ stories) => {
    article.hasFeed = Boolean(stories?.length);
    /** @type {Widget | undefined} */ (find()?.widget)?.relate(row, stories);
  };
  if (!address) return show(null);
  loadFeed()
    .then((script) => script.relate(find() && { place: /** @type {Element} */ (place), show, hasFeed: article.hasFeed }, address, signal))
    .catch((error) => signal.aborted || console.warn(`<article-widget> related-src: ${error.message}`));
}
