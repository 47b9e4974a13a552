#!/usr/bin/env node
// The command `article-widget`: runs the module for WASI that is compiled from the same source as the program.
// README.md beside this folder says what differs from the program.

import { readFileSync } from 'node:fs';

const MODULE = new URL('../article-widget.wasm', import.meta.url);

/** The code of a program of Rust that ends in the middle of its work. */
const PANICKED = 101;
/** WASI's number for "try again": a pipe or a terminal that does not wait has nothing to read, or no room. */
const AGAIN = 6;
/** How long to wait then, in milliseconds. */
const PAUSE = 5;

/** `node:wasi` without the warning that it is experimental, which would stand between the lines of the command. */
async function importWasi() {
    const { emitWarning } = process;
    process.emitWarning = () => {};
    try {
        return (await import('node:wasi')).WASI;
    } finally {
        process.emitWarning = emitWarning;
    }
}

/** A function of WASI that waits where it would ask to be called again. */
function waiting(call) {
    const bell = new Int32Array(new SharedArrayBuffer(4));
    return (...values) => {
        let result = call(...values);
        while (result === AGAIN) {
            Atomics.wait(bell, 0, 0, PAUSE);
            result = call(...values);
        }
        return result;
    };
}

/** The name that the module has for a path. Its names begin with `/`; on Windows the drive follows: `/C:/a/b`. */
function inside(path) {
    const slashed = path.replaceAll('\\', '/');
    return /^[a-z]:\//i.test(slashed) ? `/${slashed[0].toUpperCase()}${slashed.slice(1)}` : slashed;
}

/** What the module is given: arguments, the directory to begin in, and the directories that it may open. */
function surroundings(words) {
    const here = process.cwd();
    if (process.platform !== 'win32') {
        return { args: words, here, preopens: { '/': '/' } };
    }
    // An argument with a backslash is taken for a path. No address and no tag of a language has one.
    const args = words.map((word) => (word.includes('\\') || /^[a-z]:\//i.test(word) ? inside(word) : word));
    const drives = [here, ...words].map((path) => /^([a-z]):[\\/]/i.exec(path)?.[1].toUpperCase());
    const preopens = {};
    for (const drive of new Set(drives.filter(Boolean))) {
        preopens[`/${drive}:`] = `${drive}:\\`;
    }
    return { args, here: inside(here), preopens };
}

const words = process.argv.slice(2);
// WASI opens no sockets: these words are not the module's.
if (words[0] === 'preview' || words.join(' ') === 'help preview') {
    const { preview } = await import('../preview/command.js');
    process.exit(await preview(words[0] === 'help' ? ['--help'] : words.slice(1)));
}
if (words[0] === 'receipt' || words.join(' ') === 'help receipt') {
    const { receipt } = await import('../receipt/command.js');
    process.exit(await receipt(words[0] === 'help' ? ['--help'] : words.slice(1)));
}

const WASI = await importWasi();
const { args, here, preopens } = surroundings(words);
const wasi = new WASI({
    version: 'preview1',
    args: ['article-widget', ...args],
    env: { ...process.env, PWD: here },
    preopens,
    returnOnExit: true,
});
const imports = wasi.getImportObject();
const { wasi_snapshot_preview1: calls } = imports;
calls.fd_read = waiting(calls.fd_read);
calls.fd_write = waiting(calls.fd_write);

const bytes = readFileSync(MODULE);
const { instance } = await WebAssembly.instantiate(bytes, imports);
try {
    process.exitCode = wasi.start(instance);
    if (/^(-h|--help|help)$/.test(words.join(' '))) {
        const { SUMMARY } = await import('../preview/options.js');
        process.stdout.write(SUMMARY);
    }
} catch (error) {
    // The module has said why, unless it ran out of stack.
    if (!(error instanceof WebAssembly.RuntimeError)) {
        console.error(`error: ${error.message}`);
    }
    process.exitCode = PANICKED;
}
