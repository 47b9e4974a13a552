// @ts-check
// Chooses a picture for the card of a story.

/** @import { Picture } from "./stories.js" */

import { absolute } from "./address.js";
import { decoded, displayed } from "./prose.js";

// The picture whose width is nearest to this is taken: twice the width of a card.
const WIDTH = 640;
// Smaller pictures count readers, or are icons.
const SMALLEST = 50;
// Larger numbers are no pixels. Documents allow none either.
const LARGEST = 65_535;
// The size of pictures whose feed states none. Cards crop all pictures to one shape.
const SIZE = { width: 480, height: 320 };
const PICTURE = /^image(\/|$)|\.(avif|gif|jpe?g|png|webp)\b/i;
// WordPress puts the portrait of the author before the pictures of the story, and writes smileys as pictures.
const PORTRAIT = /gravatar\.com\/avatar|\/images\/core\/emoji\//;
const IMAGE = /<img\b((?:"[^"]*"|'[^']*'|[^'"<>])*)>/gi;
const ATTRIBUTE = /([\w-]+)\s*=\s*("[^"]*"|'[^']*'|[^\s"']+)/g;

/**
 * The picture that suits a card best.
 *
 * @param {Picture[]} pictures
 * @param {string} base
 */
export function pictureOf(pictures, base) {
  const usable = pictures
    .filter(({ address, kind }) => absolute(address, base) && PICTURE.test(kind) && !PORTRAIT.test(/** @type {string} */ (address)))
    .filter(({ width, height }) => ![width, height].some((side) => side > 0 && side < SMALLEST))
    .map(({ address, width, height }) => {
      const isStated = [width, height].every((side) => side > 0 && side <= LARGEST);
      const size = isStated ? { width: Math.ceil(width), height: Math.ceil(height) } : SIZE;
      return { src: /** @type {string} */ (absolute(address, base)), ...size };
    });
  return usable.sort((a, b) => Math.abs(a.width - WIDTH) - Math.abs(b.width - WIDTH))[0] ?? null;
}

/**
 * The pictures in HTML.
 *
 * @param {unknown} html
 * @returns {Picture[]}
 */
export function picturesIn(html) {
  return [...displayed(html).matchAll(IMAGE)].map(([, attributes]) => {
    const said = new Map(Array.from(attributes.matchAll(ATTRIBUTE), ([, name, value]) => [name.toLowerCase(), decoded(value.replace(/^(["'])(.*)\1$/, "$2"))]));
    // With lazy loading, a script of the page shows the picture later, so `src` is not the picture.
    const address = said.get("data-lazy-src") ?? said.get("data-src") ?? said.get("src");
    return { address, kind: "image", width: said.get("width"), height: said.get("height") };
  });
}
