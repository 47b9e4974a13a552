// @ts-check
// What the library says about a file.

/** @import * as Library from "../server/index.js" */
/** @import { Excerpt } from "./excerpt.js" */

import { excerptOf, linesOf } from './excerpt.js';
import { textOf } from './text.js';

/** @typedef {Library.Problem & { excerpt?: Excerpt }} ShownProblem */

/**
 * @typedef {object} Examined
 * @property {string} [source] the document as JSON; absent where nothing of it can be shown
 * @property {ShownProblem[]} problems
 */

/**
 * Whether a text is meant as JSON.
 *
 * @param {string} name
 * @param {string} text
 */
const isJson = (name, text) => /\.json$/i.test(name) || (!/\.(md|markdown|txt)$/i.test(name) && /^\s*\{/.test(text));

/**
 * Examines a file.
 *
 * @param {typeof Library} library
 * @param {string} name the name of the file
 * @param {Buffer} bytes what is in it
 */
export const examine = (library, name, bytes) => attempt(library, () => examineText(library, name, textOf(name, bytes)));

/**
 * Examines the text of a file.
 *
 * @param {typeof Library} library
 * @param {string} name
 * @param {string} text
 * @returns {Examined}
 */
function examineText(library, name, text) {
    const lines = linesOf(text);
    const { source, problems } = attempt(library, () => (isJson(name, text) ? readJson(library, text) : readMarkdown(library, text)));
    return { source, problems: problems.map((problem) => ({ ...problem, excerpt: excerptOf(lines, problem) })) };
}

/**
 * JSON is shown where anything of it can be.
 *
 * @param {typeof Library} library
 * @param {string} text
 * @returns {Examined}
 */
function readJson(library, text) {
    const problems = library.check(text);
    const { source, problems: others } = attempt(library, () => {
        library.prerender(text);
        JSON.parse(text);
        return { source: text, problems: [] };
    });
    return { source, problems: problems.length ? problems : others };
}

/**
 * Markdown with errors is shown as far as it can be, as JSON is.
 *
 * @param {typeof Library} library
 * @param {string} text
 * @returns {Examined}
 */
function readMarkdown(library, text) {
    const sourceOf = (/** @type {object} */ document) => JSON.stringify(document, null, 2);
    try {
        const { document, remarks } = library.importMarkdown(text);
        return { source: sourceOf(document), problems: remarks };
    } catch (error) {
        if (!(error instanceof library.ArticleError && error.draft)) throw error;
        return { source: sourceOf(error.draft), problems: error.problems };
    }
}

/**
 * What a file that is no text, a refusal of the library, or a fault of it, says as problems.
 *
 * @param {typeof Library} library
 * @param {() => Examined} work
 * @returns {Examined}
 */
function attempt(library, work) {
    try {
        return work();
    } catch (/** @type {any} */ error) {
        const problems = error instanceof library.ArticleError ? error.problems : [];
        return { problems: problems.length ? problems : [{ path: '', kind: 'syntax', severity: 'error', message: error.message }] };
    }
}
