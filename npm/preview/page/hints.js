// @ts-check
// What a problem is about, in words that can be looked for in the page.

/** @import { Problem } from "./types.js" */

/** The fields whose texts are not shown, or not as they are written. */
const UNSEEN = new Set(
    '$comment $schema version language href src id of in basis ratioTo shareOf footnote currency scale hedge tags alternative align width height definition chart related published start role'.split(' '),
);

/** The fields with many entries, each of which is a place of its own. */
const LISTS = new Set(['body', 'takeaways', 'footnotes', 'sources', 'corrections', 'authors', 'commitments', 'charts', 'related', 'teasers']);

/**
 * The steps of a JSON path: `body[3].paragraph` has three.
 *
 * @param {string} path
 * @returns {(string | number)[]}
 */
export const stepsOf = (path) => [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, name]) => (index ? Number(index) : name));

/**
 * The values that a path leads through, the first of which is in the document itself.
 *
 * @param {any} document
 * @param {(string | number)[]} steps
 * @returns {any[]}
 */
export function valuesAt(document, steps) {
    const values = [];
    let value = document;
    for (const step of steps) {
        value = value !== null && typeof value === 'object' && Object.hasOwn(value, step) ? value[step] : undefined;
        if (value === undefined) break;
        values.push(value);
    }
    return values;
}

/**
 * The words of a value that readers see. Figures that the widget writes are not among them.
 *
 * @param {any} value
 * @returns {string}
 */
export function wordsOf(value) {
    if (typeof value === 'string') return value;
    if (Array.isArray(value)) {
        // A text has strings and marks, a list other things as well.
        const isText = value.some((part) => typeof part === 'string') && value.some((part) => typeof part !== 'string') && !value.some(Array.isArray);
        return value.map(wordsOf).join(isText ? '' : ' ');
    }
    if (value === null || typeof value !== 'object') return '';
    const shown = Object.entries(value).filter(([name]) => !UNSEEN.has(name));
    return shown.map(([, part]) => wordsOf(part)).join(' ');
}

/**
 * The sentence that a message quotes.
 *
 * @param {string} message
 */
export const sentenceOf = (message) => /in the sentence “(.+)”$/s.exec(message)?.[1];

/**
 * The words of a line of Markdown or JSON, without its signs.
 *
 * @param {string} line
 */
export const plainLine = (line) =>
    line
        .replace(/\]\([^)]*\)|<[^>]*>|\[\^[^\]]*\]/g, ' ')
        .replace(/^\s*(?:"[\w-]+"\s*:\s*|[\w-]+:\s+|[-*+>]\s+|\d+[.)]\s+|#+\s*)+/, '')
        .replace(/\\["nt]|["{}[\]*_`~^|]/g, ' ')
        .trim();

/**
 * What can be looked for.
 *
 * @typedef {object} Hints
 * @property {string[]} levels the words of what the path leads through, the outermost first
 * @property {string} [sentence]
 * @property {string} [line] the words of the line
 * @property {boolean} hasPath whether the checker knows which value it is
 * @property {boolean} isLeftOut whether the entry has no words, so that it is left out of the article
 * @property {{ words: string, edge: "before" | "after" }[]} neighbours what stands before and after the entry, the nearest first
 * @property {string} [commitment] the name of a commitment
 * @property {string} [selector] a chart or a row of stories, by its id
 */

/**
 * The hints of a problem.
 *
 * @param {Problem} problem
 * @param {any} document the article that is shown
 * @returns {Hints}
 */
export function hintsOf({ path, message, excerpt }, document) {
    const steps = stepsOf(path);
    const unseen = steps.findIndex((step, index) => index > 0 && UNSEEN.has(`${step}`));
    const values = valuesAt(document, unseen < 0 ? steps : steps.slice(0, unseen));
    const [, entry] = values;
    const all = (LISTS.has(`${steps[0]}`) ? values.slice(1) : values).map(wordsOf);
    const line = excerpt && plainLine(excerpt.before + excerpt.marked + excerpt.after);
    const selectors = /** @type {Record<string, string>} */ ({ charts: '.chart[aria-labelledby="chart-ID-title"]', related: '#related-ID' });
    const isNamed = typeof entry?.id === 'string' && /^[\w-]+$/.test(entry.id);
    const commitment = steps[0] === 'commitments' && typeof entry?.name === 'string' ? entry.name : undefined;
    const selector = isNamed ? selectors[steps[0]]?.replace('ID', entry.id) : undefined;
    return {
        // What is found by its name is not looked for by its words.
        levels: (commitment ?? selector ? all.slice(1) : all).filter(Boolean),
        sentence: sentenceOf(message),
        line: line || undefined,
        hasPath: steps.length > 0,
        ...aroundEntry(document, steps),
        commitment,
        selector,
    };
}

/**
 * The entry of a list that a path leads through, and what stands before and after it.
 *
 * @param {any} document
 * @param {(string | number)[]} steps
 * @returns {Pick<Hints, "isLeftOut" | "neighbours">}
 */
function aroundEntry(document, steps) {
    const depth = steps.findLastIndex((step, index) => typeof step === 'number' && LISTS.has(`${steps[index - 1]}`));
    const index = /** @type {number} */ (steps[depth]);
    const list = depth > 0 ? valuesAt(document, steps.slice(0, depth))[depth - 1] : undefined;
    if (!Array.isArray(list)) return { isLeftOut: false, neighbours: [] };
    const before = list.slice(0, index).reverse().map((value) => ({ words: wordsOf(value), edge: /** @type {const} */ ('after') }));
    const after = list.slice(index + 1).map((value) => ({ words: wordsOf(value), edge: /** @type {const} */ ('before') }));
    return { isLeftOut: !wordsOf(list[index]), neighbours: [...before.slice(0, 3), ...after.slice(0, 3)].filter(({ words }) => words) };
}
