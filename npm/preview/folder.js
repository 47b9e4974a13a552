// @ts-check
// The files of a document's folder. Nothing outside of it is served, and no hidden file.

import { realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/**
 * The parts of an address within a folder; `undefined` where an address may not be asked for.
 *
 * @param {string} address as in a request, without the slash at its beginning
 * @returns {string[] | undefined}
 */
export function partsOf(address) {
    let parts;
    try {
        parts = address.split('/').map(decodeURIComponent);
    } catch {
        return undefined;
    }
    // `.` and `..` begin as hidden files do. On Windows, a colon begins the name of a stream.
    const isPlain = (/** @type {string} */ part) => part !== '' && !part.startsWith('.') && !/[/\\:\0]/.test(part);
    return parts.every(isPlain) ? parts : undefined;
}

/**
 * The path of a file within its folder, without symbolic links; `undefined` where there is no such file, or where a link
 * leads out of the folder or to a hidden file.
 *
 * @param {string} folder
 * @param {string} address
 * @returns {Promise<{ folder: string, path: string } | undefined>}
 */
export async function findFile(folder, address) {
    const parts = partsOf(address);
    if (!parts) return undefined;
    try {
        const real = await realpath(folder);
        const file = await realpath(join(real, ...parts));
        const path = relative(real, file).split(sep);
        // On Windows, a path to another drive is a whole one.
        if (path.some((part) => part.startsWith('.') || part.endsWith(':'))) return undefined;
        return (await stat(file)).isFile() ? { folder: real, path: path.join('/') } : undefined;
    } catch {
        return undefined;
    }
}
