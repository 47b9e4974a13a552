// @ts-check
// Renders whole articles.

/** @import { ArticleWidgetProblem } from "./events.js" */
/** @import { Mounted, QueuedEvent, LoadedDocument } from "./types.js" */
/** @import { ArticleWidgetElement } from "./widget.js" */

import { saveHeights } from "./height.js";
import { endMount, reserve, runIn } from "./instances.js";
import { makeArticleRoot } from "./make.js";
import { languageOf } from "./language.js";
import { isLinkable } from "./links.js";
import { parse, warn } from "./parsed.js";
import { afterPress, noteChoices } from "./places.js";
import { relate } from "./related.js";
import { notePlaces } from "./replay.js";
import { report } from "./report.js";
import { addStyles } from "./sheets.js";

/**
 * Renders a whole document: in what the element has mounted, or in a new root. Resolves when the article is complete.
 *
 * @param {LoadedDocument} loaded
 * @param {object} context
 * @param {Mounted} [context.mounted] what the element has mounted
 * @param {HTMLElement} context.root the root that is on the page
 * @param {QueuedEvent[]} context.queue
 * @param {ArticleWidgetElement} context.element
 * @param {(message: string) => void} context.onPanic
 * @returns {Promise<Mounted>}
 */
export async function render(loaded, { mounted: previous, root, queue, element, onPanic }) {
  await addStyles(root);
  const document = parse(loaded);
  // Without its texts, the interface is in English.
  const addLanguage = await languageOf(document, element).catch((error) => console.warn(`<article-widget> the interface is in English: ${error.message}`));
  const mounted = previous ?? reserve(makeArticleRoot(element));
  // The stories of a feed were for the last article.
  mounted.feed?.abort();
  const { name } = loaded;
  try {
    await runIn(mounted, name, (instance, resolve) => {
      const { CheckedDocument, Widget } = instance;
      addLanguage?.(instance);
      const checked = CheckedDocument.article(document);
      mounted.problems = checked.problems();
      /** @type {[boolean, string, import("./types.js").Report, typeof resolve]} */
      const settings = [isLinkable(element), root.dataset.names ?? "", (name, detail) => report(element, name, detail), resolve];
      if (mounted.widget) mounted.widget.show(checked, ...settings);
      else mounted.widget = new Widget(mounted.root, checked, "", false, false, false, ...settings);
      // The widget holds what it needs of the document.
      checked.free();
    });
  } catch (/** @type {any} */ error) {
    // The last article stays mounted.
    if (!previous || error.code === "panic") endMount(mounted);
    else mounted.onPanic = onPanic;
    throw error;
  }
  if (root !== mounted.root) await afterPress(root);
  mounted.text = loaded.text;
  noteChoices(mounted.root);
  saveHeights(element);
  notePlaces(queue, root);
  mounted.onPanic = onPanic;
  warn(/** @type {ArticleWidgetProblem[]} */ (mounted.problems));
  if (element.relatedSrc) relate(mounted, element.relatedSrc);
  return mounted;
}
