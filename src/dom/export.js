// @ts-check
// Exports the data and the picture of a chart as files. Loaded when the reader first asks for one.

/**
 * Offers a text as a file.
 *
 * @param {string} name
 * @param {string} mime
 * @param {string} text
 */
export const download = (name, mime, text) => offer(name, new Blob([text], { type: mime }));

/**
 * @param {string} name
 * @param {Blob} file
 */
function offer(name, file) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  // The link is not in the page: listeners of the page would take this for a click of the reader.
  link.click();
  // Later, because some browsers ask first where to save the file.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Milliseconds for a PNG. */
const PATIENCE = 10_000;

/**
 * Offers a picture as a PNG file; calls `onDone` with whether that worked: the page or the browser may forbid it.
 *
 * @param {string} name
 * @param {string} svg
 * @param {(isDone: boolean) => void} onDone
 */
export async function draw(name, svg, onDone) {
  let isDone = true;
  try {
    const image = new Image();
    // Chromium rounds the widths of letters otherwise. Not in the file: it makes CairoSVG draw illegible letters.
    const precise = svg.replace(" ", ' text-rendering="geometricPrecision" ');
    image.src = `data:image/svg+xml,${encodeURIComponent(precise)}`;
    await Promise.race([image.decode(), new Promise((_, reject) => setTimeout(reject, PATIENCE))]);
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth;
    canvas.height = image.naturalHeight;
    /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d")).drawImage(image, 0, 0);
    /** @type {Promise<Blob | null>} */
    const file = new Promise((resolve) => canvas.toBlob(resolve));
    offer(name, /** @type {Blob} */ (await file));
  } catch {
    isDone = false;
  }
  onDone(isDone);
}
