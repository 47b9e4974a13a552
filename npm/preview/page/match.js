// @ts-check
// How alike two texts are, in any language: by the groups of three signs that they have in common.

/**
 * @typedef {object} Grams
 * @property {string} text the letters and digits of the text
 * @property {number} size how many groups there are
 * @property {Map<string, number>} counts
 */

/** @param {string} text */
export const normal = (text) =>
    text
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
        .trim();

/**
 * The groups of a text.
 *
 * @param {string} text
 * @returns {Grams}
 */
export function gramsOf(text) {
    const plain = normal(text);
    const padded = ` ${plain} `;
    /** @type {Grams["counts"]} */
    const counts = new Map();
    const size = plain ? padded.length - 2 : 0;
    for (let at = 0; at < size; at += 1) {
        const gram = padded.slice(at, at + 3);
        counts.set(gram, (counts.get(gram) ?? 0) + 1);
    }
    return { text: plain, size, counts };
}

/**
 * How many groups two texts have in common.
 *
 * @param {Grams} one
 * @param {Grams} other
 */
function common(one, other) {
    let sum = 0;
    for (const [gram, count] of one.counts) sum += Math.min(count, other.counts.get(gram) ?? 0);
    return sum;
}

/**
 * Finds what is most like a text; `undefined` where nothing is much like it. Of equals, the last one.
 *
 * @template Found
 * @param {Grams} wanted
 * @param {Iterable<[Found, Grams]>} among
 * @returns {Found | undefined}
 */
export function mostAlike(wanted, among) {
    /** @type {Found | undefined} */
    let best;
    let bestScore = 0;
    for (const [found, grams] of among) {
        // The most that it can be.
        const limit = (2 * Math.min(wanted.size, grams.size)) / (wanted.size + grams.size || 1);
        if (limit < bestScore || !limit) continue;
        const shared = common(wanted, grams);
        const score = (2 * shared) / (wanted.size + grams.size);
        // Of a long text, a part of it is enough: the rest is computed, or has changed. A short one may stand anywhere.
        const isLike = shared >= 0.6 * wanted.size && (wanted.size >= 20 || score >= 0.75);
        if (isLike && score >= bestScore) [best, bestScore] = [found, score];
    }
    return best;
}
