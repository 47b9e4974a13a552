// @ts-check
// Watches the files of the stories.

/** @import { Story } from "./story.js" */

import { realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { watch as watchPaths } from 'chokidar';

/**
 * How long a file is left alone after a change, in milliseconds: editors write in several steps. chokidar passes over changes that
 * come less than 50 after another one; this is longer.
 */
const PAUSE = 70;

/**
 * The whole paths that a file has: the one it is named by, and the one that links lead to.
 *
 * @param {string} file
 */
function pathsOf(file) {
    try {
        return [file, realpathSync(file)];
    } catch {
        return [file];
    }
}

/**
 * Watches files, and reads a story again when its file has changed. Their folders are watched, because many editors put
 * another file in the place of the old one.
 *
 * @param {Story[]} stories
 * @param {(story: Story) => void} onChange
 * @param {(fault: string) => void} onFault is told in words; the watching goes on
 * @returns {Promise<{ close: () => Promise<void> }>} once nothing is missed any more
 */
export async function watch(stories, onChange, onFault) {
    /** @type {Map<string, Story[]>} */
    const byPath = new Map();
    for (const story of stories) {
        for (const path of new Set(pathsOf(story.file))) byPath.set(path, [...(byPath.get(path) ?? []), story]);
    }
    const folders = new Set([...byPath.keys()].map(dirname));
    /** @type {Map<Story, NodeJS.Timeout | undefined>} */
    const waiting = new Map();
    /** @type {Promise<void>} */
    let reading = Promise.resolve();

    const read = (/** @type {Story} */ story) => {
        const readNow = async () => {
            if (await story.read()) onChange(story);
        };
        // One after the other: two readings of a file could end in the wrong order.
        reading = reading.then(readNow).catch((error) => onFault(`${story.name} cannot be shown as it is now: ${error.message}`));
        return reading;
    };
    const readSoon = (/** @type {Story} */ story) => {
        clearTimeout(waiting.get(story));
        waiting.set(story, setTimeout(read, PAUSE, story));
    };

    const watcher = watchPaths([...folders], {
        depth: 0,
        ignoreInitial: true,
        ignored: (path) => !folders.has(path) && !byPath.has(path),
    });
    watcher.on('all', (_, path) => byPath.get(path)?.forEach(readSoon));
    watcher.on('error', (/** @type {any} */ error) => onFault(`a file is not watched any more: ${error.message}`));
    await new Promise((resolve) => watcher.once('ready', () => resolve(undefined)));
    // What has changed before the watcher was ready.
    await Promise.all(stories.map(read));
    return {
        async close() {
            for (const timer of waiting.values()) clearTimeout(timer);
            await watcher.close();
        },
    };
}
