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

// The picture.

const SVG = "http://www.w3.org/2000/svg";
/** Inherited styles that are attributes in a file. */
const INHERITED = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-opacity",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linejoin",
  "paint-order",
  "shape-rendering",
  "font-family",
  "font-size",
  "font-weight",
  "text-anchor",
  "direction",
];
/** Attributes that are for the page only. */
const OF_PAGE = /^(class|style|role|tabindex|aria-.*)$/;
/** @typedef {{ "font-size": number, "font-weight": number, "fill-opacity"?: number }} Kind How a line is set. */
/** @typedef {[line: string, kind: Kind]} Line */

/** CSS pixels around the picture, and between its parts. */
const MARGIN = 16;
const LINE_HEIGHT = 1.4;
const TITLE = { "font-size": 17, "font-weight": 700 };
const PLAIN = { "font-size": 14, "font-weight": 400 };
const SMALL = { "font-size": 12, "font-weight": 400, "fill-opacity": 0.75 };
/** Pixels of a PNG for one CSS pixel; the most that browsers draw along a side and in all. */
const SCALE = 2;
const MOST_ALONG = 16_384;
const MOST_IN_ALL = 16_777_216;
/** Milliseconds for a PNG. */
const PATIENCE = 10_000;

/**
 * Offers the picture of a chart as a file; calls `onDone` with whether that worked.
 *
 * @param {Element} plot
 * @param {string} name
 * @param {boolean} isPng
 * @param {string} stripes the sentence for this sign; its meaning takes the place of U+0000
 * @param {string} dashes
 * @param {(isDone: boolean) => void} onDone
 */
export async function draw(plot, name, isPng, stripes, dashes, onDone) {
  let isDone = true;
  try {
    const picture = pictureOf(plot, ...wordsAround(/** @type {Element} */ (plot.closest("figure")), stripes, dashes));
    const text = new XMLSerializer().serializeToString(picture);
    offer(name, isPng ? /** @type {Blob} */ (await pngOf(text, picture)) : new Blob([text], { type: "image/svg+xml" }));
  } catch {
    isDone = false;
  }
  onDone(isDone);
}

/**
 * The paragraphs above and below the chart. The signs are described in words.
 *
 * @param {Element} figure
 * @param {string} stripes
 * @param {string} dashes
 * @returns {[head: string[], foot: string[]]}
 */
function wordsAround(figure, stripes, dashes) {
  const texts = (/** @type {string} */ selector) => [...figure.querySelectorAll(selector)].map(({ textContent }) => /** @type {string} */ (textContent));
  const signs = [...figure.querySelectorAll(".sign")].map((sign) => (sign.querySelector("[fill]") ? stripes : dashes).replace("\0", () => /** @type {string} */ (sign.textContent)));
  return [texts(".chart-title, .chart-subtitle"), [...signs, ...texts(".chart-notes > p:not(.signs)")]];
}

/**
 * A complete drawing: the head, the chart as the reader sees it, the foot.
 *
 * @param {Element} plot
 * @param {string[]} head
 * @param {string[]} foot
 */
function pictureOf(plot, head, foot) {
  // Animations are finished first.
  for (const animation of plot.getAnimations?.({ subtree: true }) ?? []) animation.finish();
  const style = getComputedStyle(plot);
  const isFromRight = getComputedStyle(plot.closest("figure") ?? plot).direction === "rtl";

  // Labels extend beyond the edges of the plot.
  const box = /** @type {SVGGraphicsElement} */ (plot).getBBox();
  const size = plot.getBoundingClientRect();
  const [left, top] = [Math.min(0, box.x), Math.min(0, box.y)];
  const room = Math.ceil(Math.max(size.width, box.x + box.width) - left);
  const rise = Math.ceil(Math.max(size.height, box.y + box.height) - top);

  const canvas = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
  const widthOf = (/** @type {string} */ text, /** @type {Kind} */ kind) => {
    canvas.font = `${kind["font-weight"]} ${kind["font-size"]}px ${style.fontFamily}`;
    return Math.ceil(canvas.measureText(text).width);
  };
  /** @type {(text: string, kind: Kind) => Line[]} */
  const linesOf = (text, kind) => {
    /** @type {string[]} */
    const lines = [];
    for (const word of text.split(" ")) {
      const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
      if (lines.length && widthOf(longer, kind) <= room) lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    return lines.map((line) => [line, kind]);
  };
  const above = head.flatMap((text, index) => linesOf(text, index ? PLAIN : TITLE));
  const below = foot.flatMap((text) => linesOf(text, SMALL));
  const width = Math.max(room, ...[...above, ...below].map((line) => widthOf(...line))) + 2 * MARGIN;

  let y = MARGIN;
  const write = (/** @type {Line} */ [line, kind]) => {
    y += kind["font-size"] * LINE_HEIGHT;
    const x = isFromRight ? width - MARGIN : MARGIN;
    return make("text", { x, y: Math.round(y - kind["font-size"] * 0.3), ...kind }, line);
  };
  const text = { "font-family": style.fontFamily, fill: style.color, direction: isFromRight ? "rtl" : "ltr" };
  const over = make("g", text, ...above.map(write));
  y = Math.ceil(y) + MARGIN;
  const drawing = /** @type {Element} */ (resolved(plot, []));
  put(drawing, { x: MARGIN - left, y: y - top, width: size.width, height: size.height, overflow: "visible" });
  y += rise + MARGIN;
  const under = make("g", text, ...below.map(write));
  const height = Math.ceil(y) + MARGIN;
  return make(
    "svg",
    { width, height, viewBox: `0 0 ${width} ${height}`, lang: /** @type {HTMLElement | null} */ (plot.closest("[lang]"))?.lang ?? "" },
    make("title", {}, head[0]),
    make("rect", { width, height, fill: groundOf(plot, plot) }),
    over,
    drawing,
    under,
  );
}

/**
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 * @param {(string | Node)[]} children
 */
function make(name, attributes, ...children) {
  const element = document.createElementNS(SVG, name);
  put(element, attributes);
  element.append(...children);
  return element;
}

/**
 * @param {Element} element
 * @param {Record<string, any>} attributes
 */
function put(element, attributes) {
  for (const name in attributes) element.setAttribute(name, attributes[name]);
}

/**
 * A copy of a part of the drawing that needs no style sheet; an empty text for an invisible part.
 *
 * @param {Element} element
 * @param {string[]} inherited the values of the styles around it
 * @param {boolean} [isDefinition]
 * @returns {Element | string}
 */
function resolved(element, inherited, isDefinition = element.localName === "defs") {
  const style = getComputedStyle(element);
  const isHidden = !isDefinition && (style.display === "none" || style.visibility !== "visible");
  if (isHidden || element.matches(".hit")) return "";
  const copy = /** @type {Element} */ (element.cloneNode());
  for (const { name } of [...copy.attributes]) if (OF_PAGE.test(name)) copy.removeAttribute(name);
  // Some browsers put the address of the page into references to patterns.
  const values = INHERITED.map((name) => style.getPropertyValue(name).replace(/(url\("?)[^"#)]*#/, "$1#"));
  INHERITED.forEach((name, index) => {
    if (values[index] === inherited[index]) copy.removeAttribute(name);
    else copy.setAttribute(name, values[index]);
  });
  // Opacity is not inherited, and rare.
  if (style.opacity !== "1") copy.setAttribute("opacity", style.opacity);
  for (const child of /** @type {NodeListOf<Element>} */ (element.childNodes)) {
    // Translators insert HTML elements into drawings, whose text no browser draws.
    const isDrawn = child.namespaceURI === SVG;
    copy.append(isDrawn ? resolved(child, values, isDefinition || child.localName === "defs") : /** @type {string} */ (child.textContent));
  }
  return copy;
}

/**
 * The background of an element. Where nothing has one, it is the colour that the labels of the chart are set off with,
 * which is light or dark as the page is.
 *
 * @param {Element | null} element
 * @param {Element} plot
 * @returns {string}
 */
function groundOf(element, plot) {
  if (!element) {
    const label = plot.querySelector(".row-text");
    return label ? getComputedStyle(label).stroke : "white";
  }
  const { backgroundColor } = getComputedStyle(element);
  const isClear = /[,/] 0\)$/.test(backgroundColor);
  return isClear ? groundOf(element.parentElement ?? /** @type {ShadowRoot} */ (element.getRootNode()).host, plot) : backgroundColor;
}

/**
 * The picture as a PNG; an error or null where the page or the browser forbids it.
 *
 * @param {string} text
 * @param {Element} picture
 * @returns {Promise<Blob | null>}
 */
async function pngOf(text, picture) {
  const [width, height] = ["width", "height"].map((name) => +/** @type {string} */ (picture.getAttribute(name)));
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(text)}`;
  await Promise.race([image.decode(), new Promise((_, reject) => setTimeout(reject, PATIENCE))]);
  const most = Math.min(MOST_ALONG / width, MOST_ALONG / height, Math.sqrt(MOST_IN_ALL / (width * height)));
  const canvas = document.createElement("canvas");
  canvas.width = width * Math.min(SCALE, most);
  canvas.height = height * Math.min(SCALE, most);
  /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d")).drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve));
}
