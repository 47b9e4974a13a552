// @ts-check
// Makes plain text of HTML. It uses no HTML parser, because pages may forbid scripts to use one (Trusted Types), and
// nothing of the HTML may be loaded or run.

// The number of characters of HTML that are read. No excerpt needs more.
const LOOKED_AT = 20_000;
// Comments and elements that are not displayed, and captions, because their pictures are left out.
const SILENT = /<!--[^]*?(-->|$)|<(script|style|template|iframe|noscript|figcaption)\b[^]*?(<\/\2\s*>|$)/gi;
const TAG = /<(?:[!?]|\/?([a-z][\w:-]*))(?:"[^"]*"|'[^']*'|[^'"<>])*>/gi;
// The rest of a tag, a reference or a surrogate pair that was cut.
const UNFINISHED = /<(?:[!?/a-z](?:"[^"]*"|'[^']*'|[^'"<>])*(?:"[^"]*|'[^']*)?)?$|&[#\w]*$|[\ud800-\udbff]$/i;
// Elements without a break before and after their text; all others get a space.
const INLINE = /^([abiqsu]|abbr|bd[io]|big|cite|code|data|del|dfn|em|font|ins|kbd|mark|samp|small|span|strike|strong|su[bp]|time|tt|var|wbr)$/i;
// The characters of windows-1252 from 0x80 on. Their numbers are control characters in Unicode. Five numbers have no
// character in windows-1252: they are in a text only if it was read in a wrong character set.
const WINDOWS = "€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ";
// `à` and a no-break space of UTF-8 that were read as windows-1252, unless the letter ends a word in capitals (“MAÇÔ).
const LOST_SPACE = /(?<!\p{Lu})[ÂÃ]\xa0/gu;
const REFERENCE = /&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi;
/**
 * Names of successive characters, beginning with this code.
 *
 * @param {number} code
 * @param {string} names
 */
const from = (code, names) => names.split(" ").map((name, index) => /** @type {const} */ ([name, String.fromCharCode(code + index)]));
const NAMES = new Map([
  ...from(
    0xa0,
    "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest",
  ),
  ...from(0x2013, "ndash mdash horbar Vert - lsquo rsquo sbquo - ldquo rdquo bdquo - dagger Dagger bull"),
  ...from(0x2190, "larr uarr rarr darr harr"),
  ...from(0x391, "Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho - Sigma Tau Upsilon Phi Chi Psi Omega"),
  ...from(0x3b1, "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon phi chi psi omega"),
  ..."amp& lt< gt> quot\" apos' num# dollar$ percnt% commat@ AEligÆ aeligæ OEligŒ oeligœ Oslash\u00d8 oslashø ETHÐ ethð THORNÞ thornþ szligß LstrokŁ lstrokł inodotı times× divide÷ fnofƒ circˆ tilde˜ ensp\u2002 emsp\u2003 thinsp\u2009 zwnj\u200c zwj\u200d lrm\u200e rlm\u200f hellip… permil‰ prime′ Prime″ lsaquo‹ rsaquo› frasl⁄ euro€ trade™ minus− infin∞ asymp≈ ne≠ le≤ ge≥ hearts♥ diams♦ clubs♣ spades♠ loz◊ oline‾ rArr⇒ lArr⇐ hArr⇔ forall∀ part∂ exist∃ empty∅ nabla∇ isin∈ notin∉ ni∋ prod∏ sum∑ lowast∗ radic√ prop∝ ang∠ and∧ or∨ cap∩ cup∪ int∫ there4∴ sim∼ cong≅ equiv≡ sub⊂ sup⊃ nsub⊄ sube⊆ supe⊇ oplus⊕ otimes⊗ perp⊥ sdot⋅ crarr↵ alefsymℵ realℜ image\u2111 weierp℘ upsihϒ pivϖ thetasymϑ excl! quest? comma, period. colon: semi; lpar( rpar) lsqb[ rsqb] plus+ equals= ast* lowbar_"
    .split(" ")
    .map((pair) => /** @type {[string, string]} */ ([pair.slice(0, -1), pair.at(-1)])),
]);
// `eacute` is an e with the mark `acute`.
const MARKS = new Map([...from(0x300, "grave acute circ tilde macr - breve - uml - ring dblac caron"), ...from(0x327, "cedil ogon")]);

// Signs of HTML: the end tags of these elements, or elements of a single tag.
const CLOSED =
  /<\/(a|abbr|article|b|big|blockquote|cite|code|del|div|em|figure|font|h[1-6]|i|ins|kbd|li|mark|ol|p|q|s|script|section|small|span|strike|strong|style|sub|sup|table|tt|u|ul)\s*>/i;
const SINGLE = /<(?:br|hr|img)\b[^<>]*>/i;

/**
 * A text on one line; empty if the value is not a text. Control characters are left out, or replaced by the
 * characters of windows-1252 with the same numbers. Signs of a wrong character set that would vanish become U+FFFD.
 *
 * @param {unknown} text
 */
export const clean = (text) =>
  typeof text !== "string"
    ? ""
    : text
        .replace(/[\0-\x08\x0e-\x1f\x7f]+/g, "")
        .replace(LOST_SPACE, "\ufffd")
        .replace(/[\x80-\x9f]/g, (sign) => windows(sign.charCodeAt(0)))
        .replace(/[\s\p{Cc}]+/gu, " ")
        .trim();

/**
 * The character of windows-1252 with this number.
 *
 * @param {number} code
 */
const windows = (code) => WINDOWS[code - 0x80] ?? String.fromCharCode(code);

/**
 * A text whose references are replaced by their characters.
 *
 * @param {string} text
 */
export const decoded = (text) => text.replace(REFERENCE, character);

/**
 * The text of HTML.
 *
 * @param {unknown} html
 */
export function plain(html) {
  const words = displayed(html).replace(TAG, (tag, name) => (INLINE.test(name) ? "" : " "));
  return clean(decoded(/** @type {any} */ (html)?.length > LOOKED_AT ? words.replace(UNFINISHED, "") : words));
}

/**
 * The beginning of HTML without the parts that are not displayed.
 *
 * @param {unknown} html
 */
export const displayed = (html) => clean(typeof html === "string" && html.slice(0, LOOKED_AT)).replace(SILENT, " ");

/**
 * A text that should be plain by its standard, but is often HTML. A `<` or `&` that is not part of HTML is kept.
 *
 * @param {unknown} text
 */
export function loose(text) {
  const whole = clean(text);
  const closed = CLOSED.exec(whole);
  const isHtml = SINGLE.test(whole) || (closed && new RegExp(`<${closed[1]}[\\s>]`, "i").test(whole.slice(0, closed.index)));
  return isHtml ? plain(whole) : clean(decoded(whole));
}

/**
 * The character that a reference stands for.
 *
 * @param {string} whole
 * @param {string} decimal
 * @param {string} hexadecimal
 * @param {string} name
 */
function character(whole, decimal, hexadecimal, name) {
  if (name) {
    const mark = MARKS.get(name.slice(1));
    const letter = mark && (name[0] + mark).normalize();
    return NAMES.get(name) ?? (letter?.length === 1 ? letter : whole);
  }
  const code = decimal ? +decimal : parseInt(hexadecimal, 16);
  // HTML reads numbers below 256 as windows-1252: 146 is an apostrophe.
  if (code < 256) return windows(code);
  return code > 0x10ffff ? whole : String.fromCodePoint(code);
}

/**
 * The beginning of a text, up to the end of a word near this many characters.
 *
 * @param {unknown} text
 * @param {number} most
 */
export function excerpt(text, most) {
  const whole = clean(text);
  if (whole.length <= most) return whole;
  // Some languages have no spaces.
  const start = whole.slice(0, most).match(/^[^]{60,}(?=\s)/)?.[0] ?? whole.slice(0, most - 1);
  return `${start.replace(/[\s,;:.–—-]+$|[\ud800-\udbff]$/, "")}…`;
}
