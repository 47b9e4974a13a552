// @ts-check
// The command `article-widget receipt`: compares a copy of a release with the receipt of it, and writes what a page pastes.

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compare, lines } from './compare.js';
import { reader, reason } from './read.js';
import { folderOf, isOfRelease, plain, withHashes } from './snippet.js';

/** The receipt of this package, or of a release that the repository has built. */
const RECEIPTS = ['../widget/receipt.json', '../../dist/receipt.json'].map((path) => new URL(path, import.meta.url));

/** The codes that the command ends with, as those of `check`. */
const SAME = 0;
const DIFFERENT = 1;
const FAILED = 2;

const HELP = `Compare what a server or a folder has with a release, or write what a page pastes

verify   Every file of the release is read and compared with the receipt, byte for byte. Other files are
         passed over. Ends with 0 if all files are those of the release, 1 if one differs or is missing,
         and 2 if the comparison was not possible.
snippet  Writes the HTML that loads the widget from this address. Where the address names the release, as
         in https://cdn.example/0.1.0/, the browser gets the hash of every script, and runs no other. Where
         it does not, updates may replace the files: then there are no hashes. Nothing is read from there.

Usage: article-widget receipt verify [OPTIONS] <FOLDER|URL>
       article-widget receipt snippet [OPTIONS] <URL>

Arguments:
  <FOLDER|URL>  Where embed.js and the other files of the widget are

Options:
      --receipt <FILE>  The receipt; that of this package if it is left out
      --integrity       Of snippet: hashes also where the address does not name the release
  -h, --help            Print help
`;

/**
 * Runs the command; gives the code to end with.
 *
 * @param {string[]} words those after `receipt`
 */
export async function receipt(words) {
    try {
        const { values, positionals } = parseArgs({
            args: words,
            allowPositionals: true,
            options: { receipt: { type: 'string' }, integrity: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
        });
        if (values.help || !words.length) {
            process.stdout.write(HELP);
            return SAME;
        }
        const [task, place, ...others] = positionals;
        const isSnippet = task === 'snippet';
        if ((task !== 'verify' && !isSnippet) || !place || others.length) throw new Error('say `receipt verify` or `receipt snippet`, and one folder or address');
        if (values.integrity && !isSnippet) throw new Error('--integrity is for `receipt snippet`: leave it out');
        const { name, receipt: expected } = await known(values.receipt);
        if (isSnippet) return snippet(place, expected, values.integrity);
        const findings = await compare(expected, await reader(place), place);
        process.stdout.write(lines(findings, name, place));
        return findings.faults.length ? DIFFERENT : SAME;
    } catch (/** @type {any} */ error) {
        console.error(`error: ${error.message.split('. ')[0]}\n\nFor more information, try 'article-widget receipt --help'.`);
        return FAILED;
    }
}

/**
 * Writes what a page pastes.
 *
 * @param {string} place
 * @param {import('./compare.js').Receipt} receipt
 * @param {boolean} [isFixed] whether the files at the address never change, whatever it is
 */
function snippet(place, { version, files }, isFixed) {
    const folder = folderOf(place);
    if (!isFixed && !isOfRelease(folder, version)) {
        process.stdout.write(plain(folder));
        console.error(`no integrity: ${folder} does not name release ${version}, so updates may replace its files; add --integrity if they never do`);
        return SAME;
    }
    const { html, policy } = withHashes(folder, files);
    process.stdout.write(html);
    // A page's policy needs it, as it does the line "style-src: …" of `prerender`.
    console.error(`script-src: ${policy}`);
    return SAME;
}

/**
 * The receipt to compare with, and its name.
 *
 * @param {string | undefined} file
 * @returns {Promise<{ name: string, receipt: import('./compare.js').Receipt }>}
 */
async function known(file) {
    const name = file ?? RECEIPTS.map((url) => fileURLToPath(url)).find((path) => existsSync(path));
    if (!name) throw new Error('there is no receipt: name one with --receipt');
    const text = await readFile(name, 'utf8').catch((error) => {
        throw new Error(`the receipt ${name} cannot be read: ${reason(error)}`);
    });
    try {
        return { name, receipt: JSON.parse(text) };
    } catch {
        throw new Error(`the receipt ${name} is not JSON`);
    }
}
