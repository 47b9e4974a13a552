// @ts-check
// The command line of `article-widget preview`.

import { parseArgs } from 'node:util';

/** The port where none is named. */
const PORT = 4321;

/** What `article-widget --help` adds to the help of the module. */
export const SUMMARY = `
Under Node also:
  preview  Show documents as readers get them, at once after each save
  receipt  Compare what a server or a folder has with a release, or write what a page pastes, with hashes
`;

export const HELP = `Show documents as readers get them, at once after each save

Serves a page on this machine that shows the article, every problem of the document and its place, in
widths from phone to desktop, light and dark, right to left, and without scripts. Files beside a
document are served with it, nothing outside of its folder.

Usage: article-widget preview [OPTIONS] <FILE>...

Arguments:
  <FILE>...  Documents, in JSON or Markdown

Options:
      --port <PORT>  The port; the next free one where it is taken, any free one for 0 [default: ${PORT}]
      --open         Open the page in the browser
  -h, --help         Print help
`;

/**
 * @typedef {object} Options
 * @property {string[]} files
 * @property {number} port
 * @property {boolean} open
 * @property {boolean} help
 */

/** A command line that makes no sense. */
export class UsageError extends Error {}

/**
 * Reads the words after `preview`.
 *
 * @param {string[]} words
 * @returns {Options}
 */
export function readOptions(words) {
    const { values, positionals: files } = parse(words);
    const { port = `${PORT}`, open = false, help = false } = values;
    if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) throw new UsageError(`${port} is not a port: use a number from 0 to 65535`);
    if (!files.length && !help) throw new UsageError('no document: name a file in JSON or Markdown');
    return { files, port: Number(port), open, help };
}

/** @param {string[]} args */
function parse(args) {
    try {
        return parseArgs({
            args,
            allowPositionals: true,
            options: { port: { type: 'string' }, open: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
        });
    } catch (/** @type {any} */ error) {
        // Node's message goes on with advice for programs.
        throw new UsageError(error.message.split('. ')[0]);
    }
}
