// @ts-check
// The part of a text that a problem is about, with what stands around it.

/** @import { Problem } from "../server/index.js" */

/** How many characters of a line are shown before the part at fault, and how many from its beginning on. */
const BEFORE = 40;
const FROM = 120;

/**
 * @typedef {object} Excerpt
 * @property {string} before
 * @property {string} marked
 * @property {string} after
 */

/**
 * A text of one line, without control characters. It is cut because a whole document may be one line.
 *
 * @param {string[]} characters
 */
const shown = (characters) => characters.join('').replace(/[\p{Cc}\p{Cf}]/gu, (sign) => (sign === '\t' ? '    ' : '\uFFFD'));

/**
 * The excerpt of a problem; `undefined` where nobody knows its place.
 *
 * @param {string[]} lines
 * @param {Problem} problem
 * @returns {Excerpt | undefined}
 */
export function excerptOf(lines, { line, column = 1, endLine = line, endColumn = column }) {
    const text = line === undefined ? undefined : lines[line - 1];
    if (!text?.trim()) return undefined;
    const characters = Array.from(text);
    const start = Math.min(column - 1, characters.length);
    const end = endLine === line ? Math.max(endColumn - 1, start) : characters.length;
    const first = Math.max(0, start - BEFORE);
    const last = Math.min(characters.length, start + FROM);
    const before = shown(characters.slice(first, start)).trimStart();
    return {
        before: first ? `…${before}` : before,
        marked: shown(characters.slice(start, Math.min(end, last))),
        after: shown(characters.slice(Math.min(end, last), last)) + (last < characters.length ? '…' : ''),
    };
}

/**
 * The lines of a text.
 *
 * @param {string} text
 */
export const linesOf = (text) => text.split(/\r\n|\n|\r/);
