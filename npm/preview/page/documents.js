// @ts-check
// The list of documents to choose from.

/** @import { Summary } from "./types.js" */

import { inWords } from './counts.js';
import { make } from './elements.js';

/**
 * What the list says of a document.
 *
 * @param {Summary} summary
 */
export function noteOf({ state, counts }) {
    if (state === 'gone') return 'gone';
    if (state === 'unreadable') return 'not readable';
    return inWords(counts);
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
            if (note) link.append(' ', make('span', summary.counts.error ? 'count wrong' : 'count', note));
            return make('li', '', link);
        }),
    );
    if (focused) [...list.querySelectorAll('a')].find(({ href }) => href === focused)?.focus();
}
