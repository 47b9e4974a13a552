// Pictures of charts as other programs draw them, and what of a picture is to be found in their pixels.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Resvg } from "@resvg/resvg-js";
import sharp from "sharp";

const packaged = (path) => fileURLToPath(new URL(`../node_modules/${path}`, import.meta.url));
const THAI = "@expo-google-fonts/noto-sans-thai";
/** One of the widest typefaces, and two for scripts that it lacks: file, weight. */
const FONTS = [
  ["dejavu-fonts-ttf/ttf/DejaVuSans.ttf", 400],
  ["dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf", 700],
  [`${THAI}/400Regular/NotoSansThai_400Regular.ttf`, 400],
  [`${THAI}/700Bold/NotoSansThai_700Bold.ttf`, 700],
  ["@expo-google-fonts/zcool-kuaile/400Regular/ZCOOLKuaiLe_400Regular.ttf", 400],
].map(([file, weight]) => ({ file: packaged(file), family: file.split("/").at(-1).split(/[-_.]/)[0], weight }));
const FAMILY = "DejaVu Sans";

/** A folder with the configuration of these fonts, as librsvg reads it. */
const folder = mkdtempSync(join(tmpdir(), "pictures-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const folders = new Set(FONTS.map(({ file }) => `<dir>${join(file, "..")}</dir>`));
const preferred = `<alias><family>sans-serif</family><prefer><family>${FAMILY}</family></prefer></alias>`;
writeFileSync(join(folder, "fonts.conf"), `<?xml version="1.0"?><fontconfig>${[...folders].join("")}<cachedir>${folder}</cachedir>${preferred}</fontconfig>`);

/** The pixels of a PNG file. */
export async function decoded(file) {
  const { data, info } = await sharp(file).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** The pixels of an SVG file, as librsvg draws it. */
function librsvg(svg) {
  const env = { ...process.env, FONTCONFIG_FILE: join(folder, "fonts.conf") };
  return decoded(execFileSync(process.execPath, [fileURLToPath(new URL("librsvg.mjs", import.meta.url))], { input: svg, env, maxBuffer: 64_000_000 }));
}

/** Three programs that draw an SVG file, by name. Each gives the pixels. The page is an empty one. */
export async function programs(page) {
  const face = ({ file, family, weight }) => `@font-face { font-family: "${family}"; font-weight: ${weight}; src: url("data:font/ttf;base64,${readFileSync(file, "base64")}"); }`;
  const families = [...new Set(FONTS.map(({ family }) => `"${family}"`))];
  await page.setContent(`<style>
    ${FONTS.map(face).join("\n")}
    body { margin: 0; }
    svg { display: block; font-family: ${families} !important; }
  </style><body></body>`);
  await page.evaluate(() => Promise.all([...document.fonts].map((font) => font.load())));
  return {
    async chromium(svg) {
      const size = await page.evaluate((svg) => {
        document.body.innerHTML = svg;
        const { width, height } = document.querySelector("svg").getBoundingClientRect();
        return { width, height };
      }, svg);
      await page.setViewportSize(size);
      return decoded(await page.screenshot());
    },
    resvg(svg) {
      const font = { loadSystemFonts: false, fontFiles: FONTS.map(({ file }) => file), defaultFontFamily: FAMILY, sansSerifFamily: FAMILY };
      return decoded(new Resvg(svg, { font }).render().asPng());
    },
    librsvg,
  };
}

const number = (tag, name) => Number(tag.match(new RegExp(` ${name}="([^"]*)"`))[1]);
const value = (tag, name) => tag.match(new RegExp(` ${name}="([^"]*)"`))?.[1];
const tags = (svg, name) => [...svg.matchAll(new RegExp(`<${name}( [^>]*)>([^<]*)`, "g"))].map(([, tag, content]) => [tag, content]);

/** What a picture consists of, in pixels of the file. */
export function parsed(svg) {
  const [root] = tags(svg, "svg")[0];
  const [, , wide, high] = value(root, "viewBox").split(" ").map(Number);
  const [width, height] = [number(root, "width"), number(root, "height")];
  const scale = Math.min(width / wide, height / high);
  const [across, down] = [(width - wide * scale) / 2, (height - high * scale) / 2];
  const at = (x, y) => [x * scale + across, y * scale + down];
  const texts = tags(svg, "text").map(([tag, content]) => {
    const [x, y] = at(number(tag, "x"), number(tag, "y"));
    const words = content.replace(/[\u2068\u2069]/g, "").replaceAll("&lt;", "<").replaceAll("&amp;", "&");
    return { words, x, y, size: number(tag, "font-size") * scale, side: value(tag, "text-anchor") === "end" ? -1 : 1 };
  });
  const marks = tags(svg, "polygon").map(([tag]) => {
    const corners = value(tag, "points").trim().split(" ").map((pair) => at(...pair.split(",").map(Number)));
    const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
    const stroke = value(tag, "stroke-width") ? (number(tag, "stroke-width") * scale) / 2 : 0;
    return { corners, left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys), colour: value(tag, "fill"), stroke };
  });
  // The baseline of ratios is as dark as a text.
  const dark = tags(svg, "line").filter(([tag]) => value(tag, "stroke") === "#1b1b1d");
  return { scale, width, height, texts, marks, dark: dark.map(([tag]) => at(number(tag, "x1"), 0)[0]), margin: at(24, 0)[0] };
}

/** The least and the greatest x of a shape at this height. */
function span(corners, y) {
  const found = [];
  for (const [n, [x1, y1]] of corners.entries()) {
    const [x2, y2] = corners[(n + 1) % corners.length];
    if (y1 !== y2 && Math.min(y1, y2) <= y && y <= Math.max(y1, y2)) found.push(x1 + ((x2 - x1) * (y - y1)) / (y2 - y1));
  }
  return [Math.min(...found), Math.max(...found)];
}

const channels = (colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));

/** Where the edges of marks are not within a pixel of their place, in words; and how many edges were measured. */
export function misplacedEdges({ marks, dark }, { data, width }) {
  const [wrong, measured] = [[], { count: 0 }];
  for (const mark of marks) {
    const colour = channels(mark.colour);
    // Which part of the colour a pixel has: by the channel that differs most from the white of the ground.
    const channel = colour.indexOf(Math.min(...colour));
    const isInk = (x, y) => 255 - data[(y * width + x) * 3 + channel] > (255 - colour[channel]) / 2;
    for (const side of [0, 1]) {
      const places = [];
      for (let y = Math.ceil(mark.top + 1); y + 1 < mark.bottom - 1; y += 1) {
        const [above, below] = [span(mark.corners, y)[side], span(mark.corners, y + 1)[side]];
        // Not inside of a step, nor along an arrow.
        if (Math.abs(above - below) > 0.01 || dark.some((x) => Math.abs(x - above) < 6)) continue;
        const out = side ? 1 : -1;
        // From outside to inside, by the length of a gap between the dashes.
        let x = Math.round(above + out * 3);
        while (Math.abs(x + 0.5 - above) < 12 && !isInk(x, y)) x -= out;
        places.push([above + out * mark.stroke, x + (side ? 1 : 0)]);
      }
      if (places.length === 0) continue;
      measured.count += 1;
      // Dashes have gaps: then the outermost counts.
      const distances = places.map(([expected, found]) => Math.abs(expected - found));
      const distance = mark.stroke ? Math.min(...distances) : Math.max(...distances);
      if (distance > 1) wrong.push(`${side ? "right" : "left"} edge of the mark at ${mark.left.toFixed(1)}–${mark.right.toFixed(1)}, ${mark.top.toFixed(1)}: ${distance.toFixed(2)} pixels away`);
    }
  }
  return { wrong, ...measured };
}

/** The inks of the texts in the order of the picture: where each begins and ends, and what is not as it should be. */
export function inks({ texts, marks, dark, margin, width: whole }, { data, width }) {
  // Where the ink of a text is looked for, and all that it may have.
  const band = ({ y, size }) => [y - size * 0.72, y + size * 0.2];
  const reach = ({ y, size }) => [y - size * 1.1, y + size * 0.5];
  const crosses = ([top, bottom], [above, below]) => top < below && above < bottom;
  return texts.map((text) => {
    const { words, x, size, side } = text;
    const [top, bottom] = band(text);
    // The way along the line, from where the text begins.
    const along = (place) => (place - x) * side;
    const others = [
      ...texts.filter((other) => other !== text && crosses(reach(other), [top, bottom])).map((other) => other.x - 2 * side),
      ...marks.filter((mark) => crosses([mark.top - mark.stroke - 1, mark.bottom + mark.stroke + 1], [top, bottom])).map((mark) => (side > 0 ? mark.left - mark.stroke - 2 : mark.right + mark.stroke + 2)),
    ];
    const edge = side > 0 ? whole - margin : margin;
    const room = Math.min(...[...others, edge].map(along).filter((distance) => distance > 1));
    const isInk = (column) => {
      if (dark.some((line) => Math.abs(line - column - 0.5) < 2.5)) return false;
      for (let y = Math.floor(top); y < bottom; y += 1) {
        const [r, g, b] = data.subarray((y * width + column) * 3);
        // Grey, and darker than the lines of an axis.
        if (Math.max(r, g, b) < 170 && Math.max(r, g, b) - Math.min(r, g, b) < 40) return true;
      }
      return false;
    };
    let [first, last] = [Infinity, -Infinity];
    // One before it, and up to what comes next.
    for (let step = -1; step < room; step += 1) {
      const column = Math.floor(x + side * (step + 0.5));
      if (column < 0 || column >= width || !isInk(column)) continue;
      first = Math.min(first, step);
      last = step + 1;
    }
    const letters = words.replace(/[\p{M}\s]/gu, "").length;
    const wrong = [];
    if (last < 0) wrong.push("no ink");
    else {
      // Thin strokes of small letters are pale.
      if (first > size * 0.8) wrong.push(`begins ${first} pixels late`);
      if (last - first < letters * size * 0.22) wrong.push(`is only ${last - first} pixels long`);
      if (last > room - 1) wrong.push(`fills all of its ${room.toFixed(1)} pixels`);
    }
    return { first, last, wrong: wrong.map((what) => `“${words}” ${what}`) };
  });
}
