// @ts-check
// Renders whole articles.

/** @import { ArticleWidgetProblem } from "./events.js" */
/** @import { Mounted, QueuedEvent, ReadSource } from "./types.js" */
/** @import { ArticleWidgetElement } from "./widget.js" */

import { keepHeights } from "./height.js";
import { endLife, newLife, within } from "./instances.js";
import { makeRoot } from "./make.js";
import { isLinkable } from "./links.js";
import { parse, warn } from "./parsed.js";
import { atRest, noteChoices } from "./places.js";
import { relate } from "./related.js";
import { note } from "./replay.js";
import { tell } from "./report.js";
import { addStyles } from "./sheets.js";

/**
 * Renders a whole document: in what the element has mounted, or in a new root. Resolves when the article is complete.
 *
 * @param {ReadSource} source
 * @param {object} context
 * @param {Mounted} [context.life] what the element has mounted
 * @param {HTMLElement} context.root the root that is on the page
 * @param {QueuedEvent[]} context.early
 * @param {ArticleWidgetElement} context.element
 * @param {(message: string) => void} context.onPanic
 * @returns {Promise<Mounted>}
 */
export async function bring(source, { life: mounted, root, early, element, onPanic }) {
  addStyles(root);
  const document = parse(source);
  const life = mounted ?? newLife(makeRoot());
  // The stories of a feed were for the last article.
  life.feed?.abort();
  const { name } = source;
  try {
    await within(life, name, ({ Source, Widget }, resolve) => {
      const read = Source.article(document);
      life.problems = read.problems();
      /** @type {[boolean, string, import("./types.js").Tell, typeof resolve]} */
      const settings = [isLinkable(element), root.dataset.names ?? "", (name, detail) => tell(element, name, detail), resolve];
      if (life.widget) life.widget.show(read, ...settings);
      else life.widget = new Widget(life.root, read, "", false, false, false, ...settings);
      // The widget holds what it needs of the document.
      read.free();
    });
  } catch (/** @type {any} */ error) {
    // The last article stays mounted.
    if (!mounted || error.code === "panic") endLife(life);
    else life.onPanic = onPanic;
    throw error;
  }
  if (root !== life.root) await atRest(root);
  life.text = source.text;
  noteChoices(life.root);
  keepHeights(element);
  note(early, root);
  life.onPanic = onPanic;
  warn(/** @type {ArticleWidgetProblem[]} */ (life.problems));
  if (element.relatedSrc) relate(life, element.relatedSrc);
  return life;
}
