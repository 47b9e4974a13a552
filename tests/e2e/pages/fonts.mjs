// Fonts that the tests bring along: what is drawn or measured with them is the same on every machine.

import { readFileSync } from "node:fs";

const ARIMO = "@fontsource/arimo/files/arimo-latin";
const ARABIC = "@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic";

/** The files of the family, by weight, slope and what they have letters for; those of Latin have what all need. */
const FACES = [
  [`${ARIMO}-400-normal`, 400, "normal"],
  [`${ARIMO}-400-italic`, 400, "italic"],
  [`${ARIMO}-700-normal`, 700, "normal"],
  [`${ARIMO}-700-italic`, 700, "italic"],
  [`${ARABIC}-400-normal`, 400, "normal", "U+0600-06FF, U+FB50-FDFF, U+FE70-FEFC"],
  [`${ARABIC}-700-normal`, 700, "normal", "U+0600-06FF, U+FB50-FDFF, U+FE70-FEFC"],
];

/** Those that only some pages need. The Japanese ones are large. */
export const DEVANAGARI = weights("@fontsource/noto-sans-devanagari/files/noto-sans-devanagari-devanagari", "U+0900-097F, U+200C-200D, U+20B9, U+25CC");
export const JAPANESE = weights("@fontsource/biz-udgothic/files/biz-udgothic-japanese", "U+2010-2026, U+3000-30FF, U+4E00-9FFF, U+FF01-FFEF");

function weights(family, range) {
  return [400, 700].map((weight) => [`${family}-${weight}-normal`, weight, "normal", range]);
}

const face = ([file, weight, style, range], size) => {
  const data = readFileSync(new URL(`../node_modules/${file}.woff2`, import.meta.url), "base64");
  return `@font-face {
    font-family: "Of the tests"; font-weight: ${weight}; font-style: ${style}; size-adjust: ${size}; ${range ? `unicode-range: ${range};` : ""}
    src: url("data:font/woff2;base64,${data}");
  }`;
};

/** Lets every widget of an open page be set in them, larger or smaller, and with more faces, if need be, and waits until they are there. */
export async function useFonts(page, size = "100%", more = []) {
  const content = `
    ${[...FACES, ...more].map((given) => face(given, size)).join("\n")}
    article-widget { --article-widget-sans: "Of the tests", sans-serif; --article-widget-serif: "Of the tests", sans-serif; }
  `;
  await page.addStyleTag({ content });
  await page.evaluate(() => Promise.all([...document.fonts].map((font) => font.load())));
}
