// HTML from elsewhere as plain text. No parser of HTML is asked: pages may forbid that to scripts
// (Trusted Types), and nothing in there is to be loaded or run.

// Characters of HTML that are looked at: more than any excerpt needs.
const LOOKED_AT = 20_000;
const SILENT = /<!--[^]*?(-->|$)|<(script|style|template|iframe|noscript)\b[^]*?(<\/\2\s*>|$)/gi;
const TAG = /<(?:[!?]|\/?([a-z][\w:-]*))(?:"[^"]*"|'[^']*'|[^'"<>])*>/gi;
// Their words go on where they end; those of all other elements are apart.
const INLINE = /^([abiqsu]|abbr|bdi|cite|code|em|font|mark|small|span|strong|su[bp]|time|wbr)$/i;
const REFERENCE = /&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi;
const NAMES = new Map(
  "amp& lt< gt> quot\" apos' nbsp\u00a0 ndash– mdash— hellip… bull• middot· lsquo‘ rsquo’ sbquo‚ ldquo“ rdquo” bdquo„ laquo« raquo» copy© reg® trade™ euro€ pound£ yen¥ deg° szligß AEligÆ aeligæ Oslash\u00d8 oslashø"
    .split(" ")
    .map((pair) => [pair.slice(0, -1), pair.at(-1)]),
);
// `eacute` is an e with this mark.
const MARKS = { grave: "\u0300", acute: "\u0301", circ: "\u0302", tilde: "\u0303", uml: "\u0308", ring: "\u030a", cedil: "\u0327", caron: "\u030c" };

/** A text on one line; empty where there is no text. */
export const clean = (text) => (typeof text === "string" ? text.replace(/[\s\p{Cc}]+/gu, " ").trim() : "");

/** The words of HTML. */
export const plain = (html) =>
  clean(
    clean(html)
      .slice(0, LOOKED_AT)
      .replace(SILENT, " ")
      .replace(TAG, (tag, name) => (INLINE.test(name) ? "" : " "))
      .replace(REFERENCE, character),
  );

function character(whole, decimal, hexadecimal, name) {
  if (name) {
    const mark = MARKS[name.slice(1)];
    return NAMES.get(name) ?? (mark ? (name[0] + mark).normalize() : whole);
  }
  const code = decimal ? +decimal : parseInt(hexadecimal, 16);
  // What numbers below 256 mean in HTML: 146 is an apostrophe.
  if (code < 256) return new TextDecoder("windows-1252").decode(Uint8Array.of(code));
  return code > 0x10ffff ? whole : String.fromCodePoint(code);
}

/** The beginning of a text, up to a word that ends near this many characters. */
export function excerpt(text, most) {
  const whole = clean(text);
  if (whole.length <= most) return whole;
  // Some languages have no spaces.
  const start = whole.slice(0, most).match(/^[^]{60,}(?=\s)/)?.[0] ?? whole.slice(0, most - 1);
  return `${start.replace(/[\s,;:.–—-]+$|[\ud800-\udbff]$/, "")}…`;
}
