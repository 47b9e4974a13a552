// @ts-check
// Reports what the reader did in the views: to the page, and to other islands.

/** @import { Widget } from "./glue.js" */
/** @import { IslandGroup } from "./types.js" */
/** @import { ArticleWidgetElement } from "./widget.js" */

import { dispatch } from "./events.js";
import { noteChoices } from "./places.js";
import { isRow } from "./related.js";

/**
 * Dispatches an event for what the reader did, after the views have rendered it and have finished with the reader's own
 * event: a listener of the page may call back into them. A pick in one island is passed on to the others.
 *
 * @param {ArticleWidgetElement} element
 * @param {"chart" | "slide" | "pick"} name
 * @param {any} detail
 * @param {IslandGroup} [group]
 */
export function report(element, name, detail, group) {
  queueMicrotask(() => {
    noteChoices(element.shadowRoot ?? element);
    if (name !== "pick") return dispatch(element, name, detail);
    const { chart, commitment } = detail;
    // Only islands report picks. The end of a pick in one chart does not end a pick in another.
    if (!group || (!commitment && group.pick?.chart !== chart)) return;
    group.pick = detail;
    passPick(group);
  });
}

/**
 * Passes the pick of a group on to its rows of stories.
 *
 * @param {IslandGroup} group
 */
export function passPick({ mounted, pick }) {
  if (!pick) return;
  for (const { widget, root } of mounted) {
    if (isRow(root)) /** @type {Widget} */ (widget).pick(pick.chart, pick.commitment, pick.name);
  }
}
