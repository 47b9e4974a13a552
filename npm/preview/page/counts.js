// @ts-check
// How many problems a document has. The server counts them for its list of documents.

/** @import { Problem } from "../../server/index.js" */

/** @typedef {Record<Problem["severity"], number>} Counts */

/** From the gravest on. */
const SEVERITIES = /** @type {const} */ (['error', 'warning', 'remark']);

/**
 * How many problems there are of each severity.
 *
 * @param {Pick<Problem, "severity">[]} problems
 * @returns {Counts}
 */
export function countsOf(problems) {
    const counts = { error: 0, warning: 0, remark: 0 };
    for (const { severity } of problems) counts[severity] += 1;
    return counts;
}

/**
 * @param {number} count
 * @param {string} word
 */
const counted = (count, word) => `${count} ${word}${count === 1 ? '' : 's'}`;

/**
 * The counts in words; an empty text where there is no problem.
 *
 * @param {Counts} counts
 */
export const inWords = (counts) =>
    SEVERITIES.filter((severity) => counts[severity])
        .map((severity) => counted(counts[severity], severity))
        .join(', ');
