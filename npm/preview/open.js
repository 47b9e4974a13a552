// @ts-check
// Opens an address in the browser.

import { spawn } from 'node:child_process';

/** @type {Partial<Record<NodeJS.Platform, [string, ...string[]]>>} */
const PROGRAMS = { darwin: ['open'], win32: ['explorer.exe'] };

/**
 * Opens an address in the browser; says so where it cannot.
 *
 * @param {string} address
 */
export function openBrowser(address) {
    const [program, ...words] = PROGRAMS[process.platform] ?? ['xdg-open'];
    const child = spawn(program, [...words, address], { stdio: 'ignore', detached: true });
    child.on('error', () => console.error(`warning: ${program} is not there; open the address in a browser yourself`));
    child.unref();
}
