// @ts-check
// The library, whatever loads its WebAssembly: texts and objects for JavaScript on both sides of src/server.rs.

import { instantiate } from './glue.js';

/** @import * as Server from "./index.js" */

/** @typedef {ReturnType<typeof instantiate>} Instance */

/** How many instances stay besides the last one: each takes megabytes. */
const MOST = 7;

/** @param {Uint8Array} bytes */
function base64(bytes) {
    let text = '';
    for (let start = 0; start < bytes.length; start += 8192) text += String.fromCharCode(...bytes.subarray(start, start + 8192));
    return btoa(text);
}

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
    /**
     * The instances, by the publisher's messages that they have taken: they keep them.
     *
     * @type {Map<string, Instance>}
     */
    const instances = new Map();

    /**
     * Calls a function of the WebAssembly.
     *
     * @param {(functions: Instance) => string} use
     * @param {string} [messages] a publisher's messages
     */
    function call(use, messages = '') {
        let instance = instances.get(messages);
        if (!instance) {
            instance = instantiate();
            instance.initSync({ module: compiled() });
            instance.begin();
            for (const oldest of [...instances.keys()].slice(0, -MOST)) instances.delete(oldest);
            instances.set(messages, instance);
        }
        try {
            return use(instance);
        } catch (/** @type {any} */ refusal) {
            if (typeof refusal === 'string') {
                const { message, problems, draft } = JSON.parse(refusal);
                throw new ArticleError(message, problems, draft);
            }
            // After a fault of its own, the memory of the instance may hold anything: the next call gets another one.
            instances.delete(messages);
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
        prerender: (document, options) => {
            const files = options?.files && Object.fromEntries(Object.entries(options.files).map(([name, file]) => [name, base64(file)]));
            const words = written({ ...options, files });
            return JSON.parse(call((functions) => functions.prerender(textOf(document), words), options?.messages && JSON.stringify(options.messages)));
        },
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
