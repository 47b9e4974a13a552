// @ts-check
// A file that is shown: what it says now, and the last article that could be shown.

/** @import * as Library from "../server/index.js" */
/** @import { ShownProblem } from "./examine.js" */

import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { examine } from './examine.js';
import { countsOf } from './page/counts.js';

/**
 * How the article that is shown and the file go together: it is that of the file; it is an older one, because the file is gone,
 * cannot be read or has errors; or there was none yet.
 *
 * @typedef {"current" | "gone" | "unreadable" | "broken"} State
 */

/**
 * What the page of the preview gets.
 *
 * @typedef {object} Report
 * @property {number} id
 * @property {string} name
 * @property {State} state
 * @property {number} revision of the article
 * @property {object | null} document the article; null where there was none yet
 * @property {ShownProblem[]} problems
 */

export class Story {
    /** What the file had in it. @type {Buffer | undefined} */
    #bytes;
    /** @type {State} */
    #state = 'gone';
    /** @type {ShownProblem[]} */
    #problems = [];
    // Larger than that of a preview that ran before at the same port.
    #revision = Date.now();
    /** @type {string | undefined} */
    #source;
    /** @type {typeof Library} */
    #library;

    /**
     * @param {typeof Library} library
     * @param {number} id its place on the command line, from 1
     * @param {string} file its whole path
     * @param {string} name what it is called
     */
    constructor(library, id, file, name) {
        this.#library = library;
        this.id = id;
        this.file = file;
        this.name = name;
    }

    /** The folder whose files the document may name. */
    get folder() {
        return dirname(this.file);
    }

    /** The article as JSON; `undefined` where there was none yet. */
    get source() {
        return this.#source;
    }

    /**
     * Reads the file again.
     *
     * @returns {Promise<boolean>} whether anything has changed
     */
    async read() {
        let bytes;
        try {
            bytes = await readFile(this.file);
        } catch (/** @type {any} */ error) {
            const state = error.code === 'ENOENT' || error.code === 'ENOTDIR' ? 'gone' : 'unreadable';
            const isChange = state !== this.#state;
            this.#bytes = undefined;
            this.#state = state;
            this.#problems = [];
            return isChange;
        }
        if (this.#bytes?.equals(bytes)) return false;
        this.#bytes = bytes;
        const { source, problems } = examine(this.#library, basename(this.file), bytes);
        this.#state = source === undefined ? 'broken' : 'current';
        this.#problems = problems;
        if (source !== undefined && source !== this.#source) {
            this.#source = source;
            this.#revision += 1;
        }
        return true;
    }

    /** @returns {Report} */
    report() {
        return {
            id: this.id,
            name: this.name,
            state: this.#state,
            revision: this.#revision,
            document: this.#source === undefined ? null : JSON.parse(this.#source),
            problems: this.#problems,
        };
    }

    /** What the list of documents says of it. */
    summary() {
        return { id: this.id, name: this.name, state: this.#state, counts: countsOf(this.#problems) };
    }
}
