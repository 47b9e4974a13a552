// @ts-check
// Reads the files of a release from a folder, or from a server as a browser would.

import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Milliseconds for one file. */
const PATIENCE = 30_000;

/** What the codes of Node mean. */
const REASONS = {
    ENOENT: 'it is missing',
    EACCES: 'it may not be read',
    EISDIR: 'it is a folder',
    ENOTDIR: 'a folder of its path is a file',
    ECONNREFUSED: 'the server refuses the connection',
    ECONNRESET: 'the server ended the connection',
    ENOTFOUND: 'there is no server of this name',
    EAI_AGAIN: 'its name could not be looked up',
};

/**
 * The bytes of a file, or why they are not to be had.
 *
 * @typedef {{ bytes: Uint8Array } | { fault: string }} Found
 */

/**
 * A function that reads a file of a place. Throws where there is no such place: then no file says more.
 *
 * @param {string} place a folder or an address
 * @returns {Promise<(path: string) => Promise<Found>>}
 */
export async function reader(place) {
    if (!/^https?:\/\//i.test(place)) {
        const isFolder = await stat(place).then((found) => found.isDirectory(), () => false);
        if (!isFolder) throw new Error(`there is no folder ${place}`);
        return (path) => read(() => readFile(join(place, ...path.split('/'))));
    }
    const address = place.endsWith('/') ? place : `${place}/`;
    if (!URL.canParse(address)) throw new Error(`${place} is no address`);
    // Any answer will do: few servers show a folder.
    await ask(address, { method: 'HEAD', redirect: 'manual' }).catch((error) => {
        throw new Error(`no answer from ${place}: ${reason(error)}`);
    });
    return (path) =>
        read(async () => {
            const response = await ask(new URL(path, address));
            if (!response.ok) throw new Error(`the server answered ${response.status}`);
            return new Uint8Array(await response.arrayBuffer());
        });
}

/**
 * Asks a server, for a time.
 *
 * @param {string | URL} address
 * @param {RequestInit} [options]
 */
const ask = (address, options) => fetch(address, { ...options, signal: AbortSignal.timeout(PATIENCE) });

/**
 * @param {() => Promise<Uint8Array>} get
 * @returns {Promise<Found>}
 */
async function read(get) {
    try {
        return { bytes: await get() };
    } catch (error) {
        return { fault: reason(error) };
    }
}

/**
 * Why something could not be read, in words.
 *
 * @param {any} error
 * @returns {string}
 */
export function reason(error) {
    if (error.name === 'TimeoutError') return `it took longer than ${PATIENCE / 1000} seconds`;
    // `fetch` says "fetch failed", and has the reason in the cause.
    const { code, message } = error.cause ?? error;
    return REASONS[/** @type {keyof typeof REASONS} */ (code)] ?? (message || code);
}
