// @ts-check
// The list of problems.

/** @import { Problem, Report } from "./types.js" */

const SEVERITIES = { error: 'Error', warning: 'Warning', remark: 'Remark' };

/**
 * @param {number} count
 * @param {string} word
 */
const counted = (count, word) => `${count} ${word}${count === 1 ? '' : 's'}`;

/**
 * What stands above the list.
 *
 * @param {Report} report
 */
export function noteFor({ state, problems }) {
    if (state === 'gone') return 'The file is gone. The list comes back with it.';
    if (state === 'unreadable') return 'The file cannot be read.';
    if (!problems.length) return 'None: the checker finds nothing.';
    const errors = problems.filter(({ severity }) => severity === 'error').length;
    const others = problems.length - errors;
    return [errors && counted(errors, 'error'), others && counted(others, 'remark')].filter(Boolean).join(', ');
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
 * An element with text or elements inside.
 *
 * @param {string} name
 * @param {string} className
 * @param {(Node | string)[]} content
 */
export function make(name, className, ...content) {
    const element = document.createElement(name);
    if (className) element.className = className;
    element.append(...content);
    return element;
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
