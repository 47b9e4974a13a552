// @ts-check
// Chooses a picture for the card of a story.

/** @import { Picture } from "./stories.js" */

import { absolute } from "./address.js";

// The picture whose width is nearest to this is taken: twice the width of a card.
const WIDTH = 640;
// The size of pictures whose feed states none. Cards crop all pictures to one shape.
const SIZE = { width: 480, height: 320 };
const PICTURE = /^image(\/|$)|\.(avif|gif|jpe?g|png|webp)\b/i;
// WordPress puts the portrait of the author before the pictures of the story.
const PORTRAIT = /gravatar\.com\/avatar/;

/**
 * The picture that suits a card best.
 *
 * @param {Picture[]} pictures
 * @param {string} base
 */
export function pictureOf(pictures, base) {
  const usable = pictures
    .filter(({ address, kind }) => absolute(address, base) && PICTURE.test(kind) && !PORTRAIT.test(/** @type {string} */ (address)))
    .map(({ address, width, height }) => {
      const size = width > 0 && height > 0 ? { width: Math.ceil(width), height: Math.ceil(height) } : SIZE;
      return { src: /** @type {string} */ (absolute(address, base)), ...size };
    });
  return usable.sort((a, b) => Math.abs(a.width - WIDTH) - Math.abs(b.width - WIDTH))[0] ?? null;
}
