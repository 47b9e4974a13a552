// @ts-check
// The command `article-widget preview`.

/** @import { Options } from "./options.js" */

import { access, constants, realpath, stat } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as library from '../server/index.js';
import { openBrowser } from './open.js';
import { HELP, UsageError, readOptions } from './options.js';
import { startServer } from './server.js';
import { Story } from './story.js';
import { watch } from './watch.js';

/** The widget's files: those of the package, or else of a release that the repository has built. */
const WIDGET = ['../widget/', '../../dist/'].map((path) => fileURLToPath(new URL(path, import.meta.url)));

/** The codes that the command ends with: that of `check` for a wrong command line or file. */
const DONE = 0;
const WRONG = 2;

/** A file that cannot be shown. */
class FileError extends Error {}

/**
 * Runs the command until it is stopped; gives the code to end with.
 *
 * @param {string[]} words
 */
export async function preview(words) {
    try {
        const options = readOptions(words);
        if (options.help) process.stdout.write(HELP);
        else await run(options);
        return DONE;
    } catch (/** @type {any} */ error) {
        console.error(`error: ${error.message}`);
        if (error instanceof UsageError) console.error("\nFor more information, try 'article-widget preview --help'.");
        return WRONG;
    }
}

/** @param {Options} options */
async function run({ files, port, open }) {
    const widget = WIDGET.find((folder) => existsSync(`${folder}embed.js`));
    if (!widget) throw new Error('the files of the widget are missing: install the package again, or run `cargo xtask build`');
    const stories = await findStories(files);
    /** @type {Awaited<ReturnType<typeof startServer>> | undefined} */
    let server;
    const watcher = await watch(
        stories,
        (story) => server?.tell(story),
        (fault) => console.error(`error: ${fault}`),
    );
    try {
        server = await startServer({ stories, library, widget }, port);
    } catch (error) {
        await watcher.close();
        throw error;
    }
    const address = `http://127.0.0.1:${server.port}/`;
    if (port && server.port !== port) console.log(`Port ${port} is taken; the next free one is ${server.port}.`);
    console.log(`Preview: ${address}\nPress Ctrl+C to stop.`);
    if (open) openBrowser(address);
    await new Promise((resolve) => {
        for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, resolve);
    });
    await Promise.all([watcher.close(), server.close()]);
}

/**
 * The stories of the files, each once.
 *
 * @param {string[]} names
 */
async function findStories(names) {
    /** @type {Map<string, string>} */
    const files = new Map();
    for (const name of names) {
        await checkFile(name);
        const file = resolve(name);
        const known = await realpath(file);
        if (!files.has(known)) files.set(known, file);
    }
    return [...files.values()].map((file, index) => new Story(library, index + 1, file, shortest(file)));
}

/**
 * The name of a file for people: as seen from the current folder where it is in there.
 *
 * @param {string} file
 */
function shortest(file) {
    const name = relative('', file);
    return name.startsWith('..') ? file : name;
}

/** @param {string} name */
async function checkFile(name) {
    try {
        if (!(await stat(name)).isFile()) throw new FileError(`${name} is no file: name a document in JSON or Markdown`);
        await access(name, constants.R_OK);
    } catch (/** @type {any} */ error) {
        if (error instanceof FileError) throw error;
        const reasons = /** @type {Record<string, string>} */ ({ ENOENT: 'there is no such file', EACCES: 'you may not read it' });
        throw new FileError(`${name} cannot be shown: ${reasons[error.code] ?? error.message}`);
    }
}
