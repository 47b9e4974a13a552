// The files that a reader takes away from a chart: its data, its picture. Loaded once somebody wants one.

/** Offers a text as a file. */
export const download = (name, mime, text) => offer(name, new Blob([text], { type: mime }));

function offer(name, file) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  // Outside of the page: nothing that listens there mistakes it for the reader's click.
  link.click();
  // Some browsers ask first whether, and where, to save it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

// The picture.

const SVG = "http://www.w3.org/2000/svg";
/** Styles that the parts of a drawing inherit, and that a file can give them as attributes. */
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
/** Attributes that mean something on the page only. */
const OF_PAGE = /^(class|style|role|tabindex|aria-.*)$/;
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

/** Offers the picture of a chart as a file; tells `onDone` whether it could. */
export async function draw(plot, name, isPng, onDone) {
  let isDone = true;
  try {
    const picture = pictureOf(plot, ...wordsAround(plot.closest("figure")));
    const text = new XMLSerializer().serializeToString(picture);
    offer(name, isPng ? await pngOf(text, picture) : new Blob([text], { type: "image/svg+xml" }));
  } catch {
    isDone = false;
  }
  onDone(isDone);
}

/** The paragraphs above and below the chart. What its signs look like has to be said. */
function wordsAround(figure) {
  const texts = (selector) => [...figure.querySelectorAll(selector)].map(({ textContent }) => textContent);
  const signs = [...figure.querySelectorAll(".sign")].map((sign) => `${sign.querySelector("[fill]") ? "Stripes" : "Dashes"}: ${sign.textContent}.`);
  return [texts(".chart-title, .chart-subtitle"), [...signs, ...texts(".chart-notes > p:not(.signs)")]];
}

/** A drawing of its own: the head, the chart as the reader sees it, the foot. */
function pictureOf(plot, head, foot) {
  // Nothing is drawn half way.
  for (const animation of plot.getAnimations?.({ subtree: true }) ?? []) animation.finish();
  const style = getComputedStyle(plot);
  const isFromRight = getComputedStyle(plot.closest("figure") ?? plot).direction === "rtl";

  // Labels reach past the edges.
  const box = plot.getBBox();
  const size = plot.getBoundingClientRect();
  const [left, top] = [Math.min(0, box.x), Math.min(0, box.y)];
  const room = Math.ceil(Math.max(size.width, box.x + box.width) - left);
  const rise = Math.ceil(Math.max(size.height, box.y + box.height) - top);

  const canvas = document.createElement("canvas").getContext("2d");
  const widthOf = (text, kind) => {
    canvas.font = `${kind["font-weight"]} ${kind["font-size"]}px ${style.fontFamily}`;
    return Math.ceil(canvas.measureText(text).width);
  };
  const linesOf = (text, kind) => {
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
  const write = ([line, kind]) => {
    y += kind["font-size"] * LINE_HEIGHT;
    const x = isFromRight ? width - MARGIN : MARGIN;
    return make("text", { x, y: Math.round(y - kind["font-size"] * 0.3), ...kind }, line);
  };
  const text = { "font-family": style.fontFamily, fill: style.color, direction: isFromRight ? "rtl" : "ltr" };
  const over = make("g", text, ...above.map(write));
  y = Math.ceil(y) + MARGIN;
  const drawing = resolved(plot, []);
  put(drawing, { x: MARGIN - left, y: y - top, width: size.width, height: size.height, overflow: "visible" });
  y += rise + MARGIN;
  const under = make("g", text, ...below.map(write));
  const height = Math.ceil(y) + MARGIN;
  return make(
    "svg",
    { width, height, viewBox: `0 0 ${width} ${height}`, lang: plot.closest("[lang]")?.lang ?? "" },
    make("title", {}, head[0]),
    make("rect", { width, height, fill: groundOf(plot) }),
    over,
    drawing,
    under,
  );
}

function make(name, attributes, ...children) {
  const element = document.createElementNS(SVG, name);
  put(element, attributes);
  element.append(...children);
  return element;
}

function put(element, attributes) {
  for (const name in attributes) element.setAttribute(name, attributes[name]);
}

/** A copy of a part of the drawing that needs no style sheet; nothing of what is not seen. */
function resolved(element, inherited, isDefinition = element.localName === "defs") {
  const style = getComputedStyle(element);
  const isHidden = !isDefinition && (style.display === "none" || style.visibility !== "visible");
  if (isHidden || element.matches(".hit")) return "";
  const copy = element.cloneNode();
  for (const { name } of [...copy.attributes]) if (OF_PAGE.test(name)) copy.removeAttribute(name);
  // Some browsers name the page, too, where a pattern is.
  const values = INHERITED.map((name) => style.getPropertyValue(name).replace(/(url\("?)[^"#)]*#/, "$1#"));
  INHERITED.forEach((name, index) => {
    if (values[index] === inherited[index]) copy.removeAttribute(name);
    else copy.setAttribute(name, values[index]);
  });
  // Not inherited, and seldom there.
  if (style.opacity !== "1") copy.setAttribute("opacity", style.opacity);
  for (const child of element.childNodes) {
    // Translators put elements of pages into drawings, whose words no browser draws.
    const isDrawn = child.namespaceURI === SVG;
    copy.append(isDrawn ? resolved(child, values, isDefinition || child.localName === "defs") : child.textContent);
  }
  return copy;
}

/** The colour that an element stands on. */
function groundOf(element) {
  if (!element) return "white";
  const { backgroundColor } = getComputedStyle(element);
  const isClear = /[,/] 0\)$/.test(backgroundColor);
  return isClear ? groundOf(element.parentElement ?? element.getRootNode().host) : backgroundColor;
}

/** The picture as a PNG; an error, or null, where the page or the browser forbids it. */
async function pngOf(text, picture) {
  const [width, height] = ["width", "height"].map((name) => +picture.getAttribute(name));
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(text)}`;
  await Promise.race([image.decode(), new Promise((_, reject) => setTimeout(reject, PATIENCE))]);
  const most = Math.min(MOST_ALONG / width, MOST_ALONG / height, Math.sqrt(MOST_IN_ALL / (width * height)));
  const canvas = document.createElement("canvas");
  canvas.width = width * Math.min(SCALE, most);
  canvas.height = height * Math.min(SCALE, most);
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve));
}
