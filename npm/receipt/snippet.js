// @ts-check
// What a page pastes to load the widget: with hashes where the address never changes its files.

import { createHash } from 'node:crypto';

/** The file that a page names; it loads the others. */
const ENTRY = 'embed.js';

/** An address that nothing can be relative to: an import that leads there fails, and nothing is asked for. */
const NOWHERE = 'about:blank/';

/**
 * The folder of a release, as pages name it: a whole address, or one relative to the page.
 *
 * @param {string} place
 */
export function folderOf(place) {
    if (/[\s"'<>\\^`{|}?#]/.test(place)) throw new Error(`${place} is not the address of a folder: it has neither spaces, quotes, brackets, ? nor #`);
    const isWhole = /^https?:\/\/./i.test(place);
    if (!isWhole && /^[^/]*:/.test(place)) throw new Error(`${place} is no address of a page: give one with https://, or one relative to the page`);
    // An import map takes a name without a dot or a slash before it for that of a package.
    const named = isWhole || /^\.{0,2}\//.test(place) ? place : `./${place}`;
    return named.endsWith('/') ? named : `${named}/`;
}

/**
 * Whether an address says of which release its files are, so that no update replaces them: `/0.1.0/`, `/v0.1.0/` or
 * `article-widget@0.1.0/`.
 *
 * @param {string} folder
 * @param {string} version
 */
export const isOfRelease = (folder, version) => folder.split('/').some((part) => part === version || /[@v-]$/.test(part.slice(0, -version.length)) && part.endsWith(version));

/**
 * The two lines that load an article.
 *
 * @param {string} folder
 * @param {string} [attributes] of the script
 */
const load = (folder, attributes = '') =>
    `<article-widget src="story.json"></article-widget>\n<script type="module" src="${escaped(folder)}${ENTRY}"${attributes}></script>\n`;

/** The snippet for an address whose files are replaced. @param {string} folder */
export const plain = (folder) => load(folder);

/**
 * The snippet for an address whose files never change, and the hash of the import map for a Content Security Policy.
 *
 * @param {string} folder
 * @param {import('./compare.js').Receipt['files']} files
 */
export function withHashes(folder, files) {
    if (!files?.[ENTRY]) throw new Error(`the receipt lists no ${ENTRY}`);
    const scripts = Object.keys(files).filter((name) => name.endsWith('.js'));
    const integrity = Object.fromEntries(scripts.map((name) => [folder + name, files[name].integrity]));
    // The widget asks for a script that did not come at another address, which would have no hash.
    const imports = { [folder]: NOWHERE, ...Object.fromEntries(scripts.map((name) => [folder + name, folder + name])) };
    const map = `\n${JSON.stringify({ imports, integrity }, null, 2)}\n`;
    const html = `<script type="importmap">${map}</script>\n${load(folder, ` integrity="${files[ENTRY].integrity}"`)}`;
    return { html, policy: `'sha256-${createHash('sha256').update(map).digest('base64')}'` };
}

/** @param {string} text */
const escaped = (text) => text.replaceAll('&', '&amp;');
