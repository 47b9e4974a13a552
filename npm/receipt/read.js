// @ts-check
// Reads the files of a release from a folder, or from a server as a browser would.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Milliseconds for one file. */
const PATIENCE = 30_000;

/**
 * A function that reads a file of a place: its bytes, or why they are not to be had.
 *
 * @param {string} place a folder or an address
 * @returns {(path: string) => Promise<{ bytes: Uint8Array } | { fault: string }>}
 */
export function reader(place) {
    if (!/^https?:\/\//i.test(place)) return (path) => read(() => readFile(join(place, ...path.split('/'))));
    const folder = new URL(place.endsWith('/') ? place : `${place}/`);
    return (path) =>
        read(async () => {
            const response = await fetch(new URL(path, folder), { signal: AbortSignal.timeout(PATIENCE) });
            if (!response.ok) throw new Error(`the server answered ${response.status}`);
            return new Uint8Array(await response.arrayBuffer());
        });
}

/** @param {() => Promise<Uint8Array>} get */
async function read(get) {
    try {
        return { bytes: await get() };
    } catch (/** @type {any} */ error) {
        return { fault: error.code === 'ENOENT' ? 'it is missing' : (error.cause?.message ?? error.message) };
    }
}
