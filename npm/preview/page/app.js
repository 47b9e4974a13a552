// @ts-check
// The page of the preview: takes what the server tells, and shows it.

/** @import { Problem, Report, Target } from "./types.js" */

import { list } from './documents.js';
import { write } from './elements.js';
import { Finder } from './find.js';
import { draw, reveal } from './marks.js';
import * as paste from './paste.js';
import { itemOf, noteFor, stateFor } from './problems.js';
import * as settings from './settings.js';
import { Stage } from './stage.js';

/** @param {string} id */
const part = (id) => /** @type {any} */ (document.getElementById(id));

const id = Number(new URLSearchParams(location.search).get('document') ?? 1);

/** @type {Report | undefined} */
let report;
/** The problem that the reader has chosen. It is known by its words: lines move. @type {string | undefined} */
let chosen;
/** @type {Map<Problem, Target>} */
let targets = new Map();
/** What is to be done in the next frame. @type {"content" | "layout" | undefined} */
let planned;
/** What the list of problems shows. */
let listed = '';

const keyOf = (/** @type {Problem} */ { path, message }) => `${path}\n${message}`;

const stage = new Stage({ area: part('area'), size: part('size'), empty: part('empty'), live: part('live'), still: part('still') }, refreshSoon);

/** Once a frame at most. */
function refreshSoon(/** @type {"content" | "layout"} */ change) {
    if (!planned) requestAnimationFrame(() => (planned === 'content' ? refresh() : mark()));
    if (planned !== 'content') planned = change;
}

/** Finds the places of all problems, and shows them. */
function refresh() {
    const { root } = stage;
    targets = new Map();
    const finder = root && report?.document && report.problems.length ? new Finder(root) : undefined;
    for (const problem of report?.problems ?? []) {
        const target = finder?.find(problem, /** @type {object} */ (report?.document), report?.state === 'current');
        if (target) targets.set(problem, target);
    }
    mark();
    listProblems();
}

/** Draws the places of the problems. */
function mark() {
    planned = undefined;
    const marks = [...targets].map(([problem, target]) => ({ problem, target, isChosen: keyOf(problem) === chosen }));
    if (stage.root) draw(stage.root.ownerDocument, marks);
}

/** Writes the list of problems, where it is another one. The focus stays on its item. */
function listProblems() {
    const problems = report?.problems ?? [];
    const now = JSON.stringify(problems.map((problem) => [problem, keyOf(problem) === chosen, targets.has(problem)]));
    if (now === listed) return;
    listed = now;
    const items = part('problems-list');
    const focused = [...items.children].findIndex((item) => item.contains(document.activeElement));
    items.replaceChildren(...problems.map((problem) => itemOf(problem, keyOf(problem) === chosen, targets.has(problem) || !report?.document, () => choose(problem))));
    if (focused >= 0) items.children[Math.min(focused, items.children.length - 1)]?.querySelector('button').focus({ preventScroll: true });
}

/** @param {Problem} problem */
function choose(problem) {
    chosen = keyOf(problem) === chosen ? undefined : keyOf(problem);
    refresh();
    const target = targets.get(problem);
    if (chosen && target) reveal(target);
}

const updatePaste = paste.begin(
    {
        dialog: part('paste'),
        opener: part('paste-open'),
        form: part('paste-form'),
        folder: part('assets'),
        fault: part('assets-fault'),
        html: part('html'),
        copy: part('copy'),
        close: part('paste-close'),
        note: part('paste-note'),
    },
    () => report,
);
settings.begin(part('settings'), (now) => stage.set(now));

const events = new EventSource(`/events?document=${id}`);
events.addEventListener('documents', ({ data }) => list(part('documents'), part('documents-list'), JSON.parse(data), id));
events.addEventListener('article', ({ data }) => {
    const now = /** @type {Report} */ (JSON.parse(data));
    report = now;
    document.title = `${now.name} · Preview`;
    write(part('name'), now.name);
    write(part('state'), stateFor(now));
    write(part('problems-note'), noteFor(now));
    stage.show(now);
    refreshSoon('content');
    if (part('paste').open) updatePaste();
});
events.addEventListener('error', () => write(part('state'), 'The preview has stopped. Start it again in the terminal; this page goes on by itself.'));
