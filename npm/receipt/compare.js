// @ts-check
// Compares files with the receipt of a release.

/** @import { Found } from "./read.js" */

import { createHash } from 'node:crypto';

/**
 * The receipt of a release: `cargo xtask receipt` writes it.
 *
 * @typedef {object} Receipt
 * @property {string} version
 * @property {string} [commit]
 * @property {Record<string, { bytes: number, integrity: string }>} files
 */

/**
 * @typedef {object} Findings
 * @property {string} version
 * @property {number} count how many files the release has
 * @property {string[]} faults
 */

/** How many files are read at a time. */
const AT_ONCE = 8;

/**
 * Compares all files of a receipt. Throws where none of them can be read: nothing was compared then.
 *
 * @param {Receipt} receipt
 * @param {(path: string) => Promise<Found>} read
 * @param {string} place
 * @returns {Promise<Findings>}
 */
export async function compare({ version, files }, read, place) {
    if (!files || !Object.keys(files).length) throw new Error('the receipt lists no file');
    const entries = Object.entries(files);
    const faults = [];
    let isRead = false;
    for (let start = 0; start < entries.length; start += AT_ONCE) {
        const some = entries.slice(start, start + AT_ONCE);
        const found = await Promise.all(some.map(([path]) => read(path)));
        isRead ||= found.some((one) => 'bytes' in one);
        faults.push(...some.map(([path, entry], index) => faultOf(path, entry, found[index])).filter((fault) => fault !== undefined));
    }
    if (!isRead) throw new Error(`${place} has none of the files of release ${version} (${faults[0]})`);
    return { version, count: entries.length, faults };
}

/**
 * What is wrong with a file, if anything is.
 *
 * @param {string} path
 * @param {{ bytes: number, integrity: string }} entry
 * @param {Found} found
 */
function faultOf(path, { bytes, integrity }, found) {
    if ('fault' in found) return `${path}: ${found.fault}`;
    const hash = `sha384-${createHash('sha384').update(found.bytes).digest('base64')}`;
    if (hash === integrity) return undefined;
    const size = found.bytes.length;
    return `${path}: it is not that of the release, ${size === bytes ? 'though as long' : `${size} bytes instead of ${bytes}`}`;
}

/**
 * The findings in words.
 *
 * @param {Findings} findings
 * @param {string} receipt
 * @param {string} place
 */
export function lines({ version, count, faults }, receipt, place) {
    const same = faults.length ? `${count - faults.length} of ${count}` : `all ${count}`;
    return [...faults, `${place}: ${same} files are those of release ${version} (${receipt})`, ''].join('\n');
}
