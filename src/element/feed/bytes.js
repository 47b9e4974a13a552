// @ts-check
// Decodes the bytes of a feed. The character set of many feeds is not the one that they, or their servers, state.

const BROKEN = "\ufffd";
// The sequence of bytes with which ISO-2022-JP begins to write in Japanese. All of its bytes are ASCII.
const JAPANESE = /\x1b\$[@B]/;
// Four letters of Western Europe in a row that are not of ASCII, with signs between them. Words of other scripts look
// so if they are read in a set of Western Europe: “Ïîðò”.
const STRANGE = /(?:[\x80-\xbf×÷]*[À-ÖØ-öø-ÿ]){4,}/g;

/**
 * The text. Throws an error if it is not in a character set that is stated.
 *
 * @param {Uint8Array} bytes
 * @param {string | null} mediaType what the server calls it
 */
export function textOf(bytes, mediaType) {
  const [first, second] = bytes;
  // UTF-16 shows in the byte order mark, or in the zero byte of the first character.
  const isWide = (first === 0xfe && second === 0xff) || (first === 0xff && second === 0xfe) || first === 0 || second === 0;
  // Bytes that are valid UTF-8 are UTF-8, even if another character set is stated.
  const own = isWide ? (first === 0xfe || first === 0 ? "UTF-16BE" : "UTF-16LE") : "UTF-8";
  const whole = decode(bytes, own);
  if (whole !== undefined && !JAPANESE.test(whole)) return whole;
  const text = new TextDecoder(own).decode(bytes);
  const inFile = /<\?xml[^>]*\sencoding\s*=\s*["']([\w:.-]+)/.exec(text.slice(0, 1000));
  const byServer = /charset\s*=\s*["']?([\w:.-]+)/i.exec(mediaType ?? "");
  // Bytes with more UTF-8 characters than errors are UTF-8 too: in another set, all of these characters would be
  // wrong.
  const isOwn = isWide || (text.match(/[^\0-\x7f\ufffd]/g) ?? []).length > text.split(BROKEN).length - 1;
  const stated = isOwn ? [] : [inFile?.[1], byServer?.[1]];
  for (const name of stated) {
    const read = name && !/utf|unicode|ucs/i.test(name) ? decode(bytes, name) : undefined;
    // The decoder gives control characters where the set has no character.
    if (read !== undefined && !/[\x80-\x9f]/.test(read) && !isStrange(read)) return read;
  }
  throw new Error(placed(text, text.search(whole === undefined ? BROKEN : JAPANESE), `has bytes that are not of its character set (${stated.find(Boolean) ?? own})`));
}

/**
 * Whether a text has more letters in strange words than in others, so that it is of another character set.
 *
 * @param {string} text
 */
function isStrange(text) {
  const letters = (/** @type {string} */ words) => words.match(/[À-ÖØ-öø-ÿ]/g)?.length ?? 0;
  return letters((text.match(STRANGE) ?? []).join("")) * 2 > letters(text);
}

/**
 * The text of bytes; `undefined` if they are in another character set, or no set has this name.
 *
 * @param {Uint8Array} bytes
 * @param {string} name
 */
function decode(bytes, name) {
  try {
    return new TextDecoder(name, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * A cause with the line that it is in.
 *
 * @param {string} text
 * @param {number} at
 * @param {string} cause
 */
export const placed = (text, at, cause) => `line ${lineOf(text, at)} ${cause}`;

/**
 * The number of a line, from 1.
 *
 * @param {string} text
 * @param {number} at
 */
export const lineOf = (text, at) => text.slice(0, at).split(/\r\n?|\n/).length;
