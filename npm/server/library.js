// @ts-check
// The library, whatever loads its WebAssembly: texts and objects for JavaScript on both sides of src/server.rs.

import { instantiate } from './glue.js';

/** @import * as Server from "./index.js" */

/** @typedef {ReturnType<typeof instantiate>} Instance */

/** A text that the library cannot use, or an option that it does not know. */
export class ArticleError extends Error {
    name = 'ArticleError';

    /**
     * @param {string} message
     * @param {Server.Problem[]} problems
     * @param {Record<string, unknown>} [draft]
     */
    constructor(message, problems, draft) {
        super(message);
        this.problems = problems;
        this.draft = draft;
    }
}

/**
 * The functions of the library.
 *
 * @param {() => WebAssembly.Module} compiled gives the WebAssembly; it is called again after a fault only
 */
export function library(compiled) {
    /** @type {Instance | undefined} */
    let instance;

    /**
     * Calls a function of the WebAssembly.
     *
     * @param {(functions: Instance) => string} use
     */
    function call(use) {
        if (!instance) {
            const made = instantiate();
            made.initSync({ module: compiled() });
            made.begin();
            instance = made;
        }
        try {
            return use(instance);
        } catch (/** @type {any} */ refusal) {
            if (typeof refusal === 'string') {
                const { message, problems, draft } = JSON.parse(refusal);
                throw new ArticleError(message, problems, draft);
            }
            // After a fault of its own, the memory of the instance may hold anything: the next call gets another one.
            instance = undefined;
            throw new Error(`article-widget has a fault; please report it: ${refusal.message}`, { cause: refusal });
        }
    }

    /** The text of a document. An object is written on lines, so that places in it can be found again. */
    const textOf = (/** @type {unknown} */ document) => (typeof document === 'string' ? document : JSON.stringify(document, null, 2) ?? 'null');
    /** Options that are undefined are not given. */
    const written = (/** @type {object | undefined} */ options) => JSON.stringify(options ?? {});

    return {
        /** @type {typeof Server.check} */
        check: (document, options) => JSON.parse(call((functions) => functions.check(textOf(document), written(options)))),
        /** @type {typeof Server.prerender} */
        prerender: (document, options) => JSON.parse(call((functions) => functions.prerender(textOf(document), written(options)))),
        /** @type {typeof Server.importMarkdown} */
        importMarkdown: (text, options) => JSON.parse(call((functions) => functions.importMarkdown(text, written(options)))),
        /** @type {typeof Server.exportMarkdown} */
        exportMarkdown: (document) => call((functions) => functions.exportMarkdown(textOf(document))),
        /** @type {typeof Server.exportCommitments} */
        exportCommitments: (document) => call((functions) => functions.exportCommitments(textOf(document))),
        /** @type {typeof Server.schema} */
        schema: () => JSON.parse(call((functions) => functions.schema())),
    };
}
