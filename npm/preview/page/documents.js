// @ts-check
// The list of documents to choose from.

/** @import { Summary } from "./types.js" */

import { make } from './problems.js';

/**
 * What the list says of a document.
 *
 * @param {Summary} summary
 */
export function noteOf({ state, errors, others }) {
    if (state === 'gone') return 'gone';
    if (state === 'unreadable') return 'not readable';
    const count = errors || others;
    return count ? `${count} ${errors ? 'error' : 'remark'}${count === 1 ? '' : 's'}` : '';
}

/**
 * Writes the list; there is none of one document.
 *
 * @param {HTMLElement} nav
 * @param {HTMLElement} list
 * @param {Summary[]} summaries
 * @param {number} current
 */
export function list(nav, list, summaries, current) {
    nav.hidden = summaries.length < 2;
    const focused = list.contains(document.activeElement) ? /** @type {HTMLAnchorElement} */ (document.activeElement).href : undefined;
    list.replaceChildren(
        ...summaries.map((summary) => {
            const link = /** @type {HTMLAnchorElement} */ (make('a', '', make('span', 'document', summary.name)));
            link.href = `/?document=${summary.id}`;
            if (summary.id === current) link.ariaCurrent = 'page';
            const note = noteOf(summary);
            if (note) link.append(' ', make('span', summary.errors ? 'count wrong' : 'count', note));
            return make('li', '', link);
        }),
    );
    if (focused) [...list.querySelectorAll('a')].find(({ href }) => href === focused)?.focus();
}
