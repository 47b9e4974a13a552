// @ts-check
// The command `article-widget receipt verify`: compares a copy of a release with the receipt of it.

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compare, lines } from './compare.js';
import { reader } from './read.js';

/** The receipt of this package, or of a release that the repository has built. */
const RECEIPTS = ['../widget/receipt.json', '../../dist/receipt.json'].map((path) => new URL(path, import.meta.url));

/** The codes that the command ends with, as those of `check`. */
const SAME = 0;
const DIFFERENT = 1;
const FAILED = 2;

const HELP = `Compare what a server or a folder has with a release

Every file of the release is read and compared with the receipt, byte for byte. Other files are passed
over. Ends with 0 if all files are those of the release, 1 if one differs or is missing, and 2 if the
comparison was not possible.

Usage: article-widget receipt verify [OPTIONS] <FOLDER|URL>

Arguments:
  <FOLDER|URL>  Where embed.js and the other files of the widget are

Options:
      --receipt <FILE>  The receipt; that of this package if it is left out
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
            options: { receipt: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
        });
        if (values.help || !words.length) {
            process.stdout.write(HELP);
            return SAME;
        }
        const [task, place, ...others] = positionals;
        if (task !== 'verify' || !place || others.length) throw new Error('say `receipt verify`, and one folder or address');
        const { name, text } = await known(values.receipt);
        const findings = await compare(JSON.parse(text), reader(place));
        process.stdout.write(lines(findings, name, place));
        return findings.faults.length ? DIFFERENT : SAME;
    } catch (/** @type {any} */ error) {
        console.error(`error: ${error.message.split('. ')[0]}\n\nFor more information, try 'article-widget receipt --help'.`);
        return FAILED;
    }
}

/**
 * The text of the receipt to compare with, and its name.
 *
 * @param {string | undefined} file
 */
async function known(file) {
    if (file) return { name: file, text: await readFile(file, 'utf8') };
    for (const url of RECEIPTS) {
        const text = await readFile(url, 'utf8').catch(() => undefined);
        if (text) return { name: fileURLToPath(url), text };
    }
    throw new Error('there is no receipt: name one with --receipt');
}
