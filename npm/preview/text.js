// @ts-check
// The text of a file, as the command reads it: see src/bin/article-widget/input.rs.

/**
 * The encodings that a byte order mark names, by its bytes. Spreadsheets save UTF-16 as “Unicode text”.
 *
 * @type {Record<string, string>}
 */
const MARKED = { fffe: 'utf-16le', feff: 'utf-16be' };

/**
 * The text of a file without a byte order mark: in UTF-8, or in UTF-16 if it begins with a mark.
 *
 * @param {string} name the name of the file
 * @param {Buffer} bytes
 */
export function textOf(name, bytes) {
    const marked = MARKED[bytes.toString('hex', 0, 2)];
    try {
        return new TextDecoder(marked ?? 'utf-8', { fatal: true }).decode(bytes);
    } catch {
        const reason = marked
            ? 'it begins as UTF-16 and goes on otherwise: save it as text in UTF-8'
            : 'it is not UTF-8: save it as text in UTF-8 (for a table, “CSV UTF-8”)';
        throw new Error(`cannot read ${name}: ${reason}`);
    }
}
