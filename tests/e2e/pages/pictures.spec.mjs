// The pictures that readers take from a chart, as three programs draw them that have no code in common: every bar ends
// where its figure says, and every text is there, in its room.

import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { choose, commitment, documentOf, openChart } from "./chart.mjs";
import { decoded, inks, misplacedEdges, parsed, programs } from "./drawings.mjs";
import { demoDocument, takeAway } from "./support.mjs";

const NAMES = [
  "Alibaba",
  "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbau",
  "ByteDance",
  "https://example.org/investments/2025/artificial-intelligence",
  "阿里巴巴集团控股有限公司人工智能投资计划",
  "บริษัทปัญญาประดิษฐ์แห่งประเทศไทยจำกัดมหาชน",
  "Meta & <Friends>",
  "WWWWWWWWWWWWWWWW MMMMMMMMMMMMMMMM",
  "شركة الذكاء الاصطناعي",
  "iiii",
  "Taiwan Semiconductor Manufacturing Company",
  "Zeta",
];
const billions = (value, currency = "USD", hedge) => ({ value, scale: "billion", currency, hedge });
// Three years and over so much in another currency; reported; about; without an end; a fiscal year; a tiny sum.
const KINDS = [
  { amount: billions(380, "CNY", "over"), period: { start: "2025-02", years: 3 } },
  { status: "reported" },
  { amount: billions(80, "USD", "about") },
  { period: { start: "2025-01", openEnded: true } },
  { period: { start: "2024-07", fiscalYear: 2025 }, status: "reported", amount: billions(70, "USD", "at-least") },
  { amount: billions("0.02", "EUR") },
];
const rate = (base, quote, rate) => ({ base, quote, rate, date: "2025-02-24", source: "a bank (2025)." });

/** Twelve companies with all kinds of names and figures. */
function twelve(language, title, note) {
  const commitments = NAMES.map((name, n) => commitment(`c${n}`, name, 120 - 9 * n, KINDS[n % KINDS.length]));
  return documentOf(commitments, {
    language,
    exchangeRates: [rate("USD", "CNY", "7.26"), rate("EUR", "USD", "1.05")],
    charts: [{ id: "spend", title, currency: "USD", source: "Announcements", highlight: "c0", note }],
  });
}

const DOCUMENTS = {
  "of the demonstration": demoDocument(),
  "of twelve companies": twelve(
    "en",
    "What twelve companies with long names said that they would spend on artificial intelligence",
    "A note with an address: https://example.org/a/very/long/address/that/has/no/space/in/it/and/goes/on/until/the/line/ends/and/further.",
  ),
  "from right to left": twelve("ps", "ما قالت اثنتا عشرة شركة إنها ستنفقه على الذكاء الاصطناعي", "رقم علي بابا بالدولار هو المعادل المعلن (AI 2025) مع الالتزام."),
};
/** What is pressed to come to each state from the one before it. */
const STATES = { both: ["Both"], bars: ["Total"], timeline: ["Timeline"], ratio: ["Ratio"] };
const SHAPES = ["Drawing (SVG)", "Wide (PNG)", "Tall (PNG)"];

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  // The drawing that becomes a PNG.
  await page.addInitScript(() => {
    const { decode } = HTMLImageElement.prototype;
    HTMLImageElement.prototype.decode = function () {
      window.drawing = this.src;
      return decode.call(this);
    };
  });
});

/** The picture that the reader takes in a shape: as SVG, and as the PNG file if it is one. */
async function taken(page, shape) {
  const file = await readFile(await (await takeAway(page, shape)).path());
  if (shape.includes("SVG")) return { svg: String(file) };
  const drawing = await page.evaluate(() => window.drawing);
  return { svg: decodeURIComponent(drawing.slice(drawing.indexOf(",") + 1)), png: file };
}

for (const [what, document] of Object.entries(DOCUMENTS)) {
  test(`Pictures ${what} are alike in three programs`, async ({ page, context }) => {
    test.slow();
    await openChart(page, document);
    const pictures = [];
    for (const [state, choices] of Object.entries(STATES)) {
      for (const choice of choices) await choose(page, choice);
      for (const shape of SHAPES) pictures.push({ name: `${state}, ${shape}`, ...(await taken(page, shape)) });
    }
    const draw = await programs(await context.newPage());
    for (const { name, svg, png } of pictures) {
      const picture = parsed(svg);
      const ends = [];
      for (const [program, drawn] of Object.entries(draw)) {
        const pixels = await drawn(svg);
        expect([pixels.width, pixels.height], `${name}, ${program}`).toEqual([picture.width, picture.height]);
        const edges = misplacedEdges(picture, pixels);
        expect.soft(edges.wrong, `${name}, ${program}`).toEqual([]);
        expect.soft(edges.count, "both edges of most bars").toBeGreaterThan(picture.marks.length);
        const found = inks(picture, pixels);
        expect.soft(found.flatMap(({ wrong }) => wrong), `${name}, ${program}`).toEqual([]);
        ends.push(found.map(({ last }) => last));
      }
      // In one typeface, texts are about as long in all of them.
      const spread = (n) => Math.max(...ends.map((ends) => ends[n])) - Math.min(...ends.map((ends) => ends[n]));
      const unlike = picture.texts.filter(({ words }, n) => /^[ -~–’†‡·×]+$/.test(words) && spread(n) > 4 + ends[0][n] * 0.08);
      expect.soft(unlike, `${name}: texts of unlike lengths`).toEqual([]);
      // The file that the reader gets, in the typeface of this machine.
      if (png) expect.soft(misplacedEdges(picture, await decoded(png)).wrong, `${name}, the file`).toEqual([]);
    }
  });
}
