// @ts-check
// Tells texts that a program has read in a wrong character set from texts in any language.
//
// UTF-8 that was read as windows-1252 shows as letters that begin a character in UTF-8, each with signs that continue
// it: `Ã©` for `é`. In real texts such a letter is followed by punctuation at most: “MAÇÔ, ESTÉ….

const PUNCTUATION = "\\xab\\xbb…‘’“”–—";
const OTHERS = "\\xa1-\\xaa\\xac-\\xba\\xbc-\\xbf€‚ƒ„†‡ˆ‰Š‹ŒŽ•˜™š›œžŸ";
const OTHER = `[${OTHERS}]`;
const SIGN = `[${OTHERS}${PUNCTUATION}]`;
// UTF-8 that was read as windows-1251, where all Russian letters begin with `Р` or `С`.
const CYRILLIC = "[РС][\\xa0-\\xbfЂ-ЏЁёђ-џҐґ€‚„…†‡‰‹‘’“”•–—™›№]";
const LOST = new RegExp(
  [
    // Characters that are replaced, and halves of characters.
    "[\\ufffd\\p{Surrogate}]",
    // Letters with marks, of Europe and Vietnam; Chinese, Japanese, and punctuation.
    `[ÂÃÄÅÎÏÐ]${OTHER}|Â\\xab|È[˜™š›]|á[º»]${OTHER}|[ä-èê-í]${OTHER}{2}|â€|â${SIGN}{2}|ã[€‚ƒ]|ðŸ|ï[»¼½¾]\\S`,
    // With punctuation: inside a word, or after a letter in lower case. A no-break space has become a space.
    `(?<=\\p{Ll})[ÂÃÄÅ]${SIGN}|[ÂÃÄÅ][«»“”](?=\\p{L})|(?<!\\p{Lu})[ÂÃÄÅ]${SIGN}(?=\\p{L})|(?<=[\\p{Ll}\\d])Â(?!\\p{L})`,
    // Polish in windows-1250 or Latin 2, which was read as windows-1252: “ga³¹Ÿ”.
    "\\p{Ll}[±³¶¹¼¿]\\p{Ll}",
    // Two characters in a row, of any language.
    `(?:[Â-ß]${SIGN}){2}|(?:[à-ï]${SIGN}{2}){2}|(?:${CYRILLIC}){2}`,
  ].join("|"),
  "u",
);

/**
 * Whether characters of a text are lost.
 *
 * @param {string} text
 */
export const isLost = (text) => LOST.test(text);
