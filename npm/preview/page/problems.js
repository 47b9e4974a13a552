// @ts-check
// The list of problems.

/** @import { Problem, Report } from "./types.js" */

import { countsOf, inWords } from './counts.js';
import { make } from './elements.js';

const SEVERITIES = { error: 'Error', warning: 'Warning', remark: 'Remark' };

/**
 * What stands above the list.
 *
 * @param {Report} report
 */
export function noteFor({ state, problems }) {
    if (state === 'gone') return 'The file is gone. The list comes back with it.';
    if (state === 'unreadable') return 'The file cannot be read.';
    return inWords(countsOf(problems)) || 'None: the checker finds nothing.';
}

/**
 * What the head of the page says of the file.
 *
 * @param {Report} report
 */
export function stateFor({ state, document }) {
    const kept = document ? ' This is the last good article.' : '';
    return {
        current: '',
        broken: `The file has errors.${kept}`,
        gone: `The file is gone.${kept}`,
        unreadable: `The file cannot be read.${kept}`,
    }[state];
}

/**
 * The item of a problem. Its button chooses it.
 *
 * @param {Problem} problem
 * @param {boolean} isChosen
 * @param {boolean} isShown whether it has a place in the article, if there is one
 * @param {() => void} onChoose
 */
export function itemOf({ severity, line, message, path, excerpt }, isChosen, isShown, onChoose) {
    const place = line ? `Line ${line}` : path;
    const button = make('button', 'problem');
    button.setAttribute('type', 'button');
    button.setAttribute('aria-pressed', `${isChosen}`);
    button.dataset.severity = severity;
    const head = make('span', 'problem-head', make('span', 'severity', SEVERITIES[severity]), ' ', make('span', 'place', place));
    button.append(head, make('span', 'message', message));
    if (excerpt) {
        const { before, marked, after } = excerpt;
        const code = make('code', 'excerpt', before, ...(marked ? [make('mark', '', marked)] : []), after);
        code.dir = 'auto';
        button.append(code);
    }
    if (!isShown) button.append(make('span', 'where', 'Not to be seen in the article'));
    button.addEventListener('click', onChoose);
    return make('li', '', button);
}
