// @ts-check
// Documents right to left, in their own words.

/** The subtags after the language: those of extended languages, then the script. */
const TAG = /^([a-z]{2,8}(?:-[a-z]{3}(?![a-z\d]))*)(?:-[a-z]{4}(?![a-z\d]))?/i;

/** The scripts and languages that are written so anyway stay as they are. */
const RIGHT_TO_LEFT = /^(?:ar|arc|ckb|dv|fa|he|iw|ji|ks|nqo|pnb|ps|sd|syr|ug|ur|yi)(?:-(?![a-z]{4}(?:-|$))|$)|-(?:adlm|arab|hebr|mand|nkoo|rohg|samr|syrc|thaa)(?:-|$)/i;

/**
 * A document whose language says that it is written from right to left: `en-GB` becomes `en-Arab-GB`. The words stay, those of
 * the interface as well.
 *
 * @template {{ language?: unknown }} Document
 * @param {Document} document
 * @returns {Document}
 */
export function mirrored(document) {
    const { language } = document;
    if (typeof language !== 'string' || RIGHT_TO_LEFT.test(language)) return document;
    return { ...document, language: language.replace(TAG, '$1-Arab') };
}
