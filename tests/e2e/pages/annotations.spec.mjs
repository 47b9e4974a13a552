// Remarks in charts: on commitments in their rows, on dates at lines of the timeline, in full where there is room and
// as numbers of notes where there is not. Nothing covers anything, and each is read once.

import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { choose, commitment, documentOf, openChart, overlap, plot, row } from "./chart.mjs";
import { nodesOf, prerender, servePage } from "./prerendered.mjs";
import { expectEvents, record, settle } from "./support.mjs";

const WORDS = {
  en: { meta: "less than in the year before", first: "Rules are proposed", last: "Half way through" },
  ps: { meta: "أقل مما كان في العام السابق", first: "اقتراح القواعد", last: "منتصف الخطة" },
};
const COMPANIES = [
  commitment("alibaba", "Alibaba", 70, { period: { start: "2025-02", years: 3 } }),
  commitment("microsoft", "Microsoft", 80, { period: { start: "2024-07", fiscalYear: 2025 } }),
  commitment("meta", "Meta", 65),
];

/** A document whose chart opens in a form, with a remark on a commitment and two on dates. */
function remarked(form, { language = "en", more = [] } = {}) {
  const { meta, first, last } = WORDS[language];
  const document = documentOf(COMPANIES, { language });
  Object.assign(document.charts[0], {
    form,
    highlight: "alibaba",
    annotations: [{ commitment: "meta", text: meta }, { date: "2025-01-13", text: first }, { date: "2026-08", text: last }, ...more],
  });
  return document;
}

const inDrawing = (page, text) => page.locator(".reference text", { hasText: text });
const note = (page) => page.locator(".chart-notes p", { hasText: "(13 January 2025)" });

/** Whether something is painted: what is for screen readers alone is cut to nothing. */
const isSeen = (locator) => locator.evaluate((element) => element.checkVisibility() && getComputedStyle(element).clipPath === "none");

/** The boxes of all texts and marks that are seen in the drawing, and the pairs of them that cover each other. */
async function faults(page) {
  const { frame, texts, marks } = await plot(page).evaluate((frame) => {
    const plain = ({ x, y, width, height }, text) => ({ x, y, width, height, text });
    const isSeen = (element) => element.checkVisibility() && getComputedStyle(element).clipPath === "none";
    const written = [...frame.querySelectorAll(".panel-heading, .row-name, .row-detail, .label, .axis text, .reference text")].filter(isSeen);
    const parts = (element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      // Letters stand in the middle of a line.
      return [...range.getClientRects()].filter(({ width }) => width > 0).map(({ x, y, width, height }) => plain({ x, y: y + height * 0.2, width, height: height * 0.6 }, element.textContent));
    };
    return {
      frame: plain(frame.getBoundingClientRect()),
      texts: written.map(parts),
      marks: [...frame.querySelectorAll(".mark")].map((mark) => plain(mark.getBoundingClientRect(), "a mark")),
    };
  });
  const found = [];
  for (const [index, lines] of texts.entries()) {
    for (const one of lines) {
      if (one.x < frame.x - 2 || one.x + one.width > frame.x + frame.width + 2) found.push(`${one.text} is outside`);
      for (const other of [...texts.slice(index + 1).flat(), ...marks]) if (overlap(one, other, 1)) found.push(`${one.text} on ${other.text}`);
    }
  }
  return { found, count: texts.length };
}

test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: "reduce" }));

for (const language of ["en", "ps"]) {
  for (const form of ["bars", "timeline", "ratio"]) {
    test(`Nothing covers a remark, and it covers nothing: ${form}, ${language}`, async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 900 });
      await openChart(page, remarked(form, { language }));
      for (const width of [320, 390, 768, 1280]) {
        await test.step(`${width} px`, async () => {
          await page.setViewportSize({ width, height: 900 });
          await settle(page);
          const { found, count } = await faults(page);
          expect(found).toEqual([]);
          expect(count, "names, details and labels, and what is remarked").toBeGreaterThan(3 * 3 + 1);
          const remark = row(page, "Meta").first().locator(".row-remark");
          await expect(remark).toHaveText(WORDS[language].meta);
          const [{ y, height }, track] = [await remark.boundingBox(), await row(page, "Meta").first().locator(".track").boundingBox()];
          const name = await row(page, "Meta").first().locator(".row-name").boundingBox();
          expect(y, "below the name").toBeGreaterThan(name.y);
          expect(overlap({ ...(await remark.boundingBox()), y, height }, track)).toBe(false);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        });
      }
    });
  }
}

test("The lines of dates stand where the axis has their dates", async ({ page }) => {
  await openChart(page, remarked("timeline"));
  const middle = async (locator) => {
    const { x, width } = await locator.boundingBox();
    return x + width / 2;
  };
  const at = async (year) => middle(page.locator(".tick-lines line").nth(year - 2024));
  const [year, next] = [await at(2025), await at(2026)];
  const first = await middle(page.locator(".reference line").first());
  expect(Math.abs(first - (year + ((next - year) * 12.4) / 365))).toBeLessThan(2);
  const bottom = ({ y, height }) => y + height;
  const line = await page.locator(".reference line").first().boundingBox();
  const rows = await page.locator(".rows").boundingBox();
  expect(Math.abs(bottom(line) - bottom(rows))).toBeLessThan(2);
});

test("Where there is room the drawing has the remarks, on a phone numbers and a note", async ({ page }) => {
  await openChart(page, remarked("timeline"));
  const { first, last } = WORDS.en;
  for (const [width, hasRoom] of [
    [1280, true],
    [768, true],
    [390, false],
    [320, false],
  ]) {
    await page.setViewportSize({ width, height: 900 });
    for (const words of [first, last]) expect(await isSeen(inDrawing(page, words)), `${words} at ${width} px`).toBe(hasRoom);
    for (const number of ["1", "2"]) expect(await isSeen(inDrawing(page, new RegExp(`^${number}$`))), `${number} at ${width} px`).toBe(!hasRoom);
    expect(await isSeen(note(page)), `the note at ${width} px`).toBe(!hasRoom);
  }
  await expect(note(page)).toHaveText(`1 ${first} (13 January 2025); 2 ${last} (August 2026)`);
});

test("A remark that is too long makes numbers of all of them, at every width", async ({ page }) => {
  await openChart(page, remarked("timeline", { more: [{ date: "2026-09", text: "words that are too wide for the half of a plot, even of a wide one" }] }));
  await page.setViewportSize({ width: 1280, height: 900 });
  await expect(page.locator(".reference text")).toHaveText(["1", "2", "3"]);
  for (const locator of [note(page), inDrawing(page, "3")]) expect(await isSeen(locator)).toBe(true);
  expect((await faults(page)).found).toEqual([]);
});

test("The line between two panels leads from row to row where one has a remark", async ({ page }) => {
  const document = remarked(undefined);
  document.charts[0].annotations = [{ commitment: "microsoft", text: "for data centres alone" }];
  await openChart(page, document);
  const ends = await page.locator(".panel-link line").evaluate((line) => line.getBoundingClientRect().toJSON());
  const rows = await row(page, "Alibaba").evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().toJSON()));
  expect(rows).toHaveLength(2);
  const [low, high] = [Math.min(ends.top, ends.bottom), Math.max(ends.top, ends.bottom)];
  const [total, yearly] = rows;
  const isWithin = (row, at) => at > row.top && at < row.bottom;
  expect(isWithin(total, low) || isWithin(total, high)).toBe(true);
  expect(isWithin(yearly, high) || isWithin(yearly, low)).toBe(true);
});

test("Each remark is read once: with its row, and where the chart has no dates in its description", async ({ page }) => {
  await openChart(page, remarked("timeline"));
  const read = async () => {
    const tree = await page.locator("figure.chart").ariaSnapshot();
    return [WORDS.en.meta, WORDS.en.first].map((words) => tree.split(words).length - 1);
  };
  await expect(row(page, "Meta")).toHaveAccessibleName(`Meta 2025 · announced ${WORDS.en.meta} $65bn in one year`);
  expect(await read()).toEqual([1, 1]);
  await choose(page, "Ratio");
  expect(await read()).toEqual([1, 1]);
  await expect(note(page)).toHaveCount(0);
  await page.locator(".chart-data summary").click();
  await expect(page.getByRole("cell", { name: WORDS.en.meta })).toHaveCount(1);
});

for (const form of [[], ["--light"]]) {
  test(`Remarks stand in prerendered markup, and nothing changes when it comes alive ${form}`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 900 });
    await record(page);
    await page.goto(await servePage(page, prerender(remarked("timeline"), "--page", ...form)));
    const widget = page.locator("article-widget");
    const state = () =>
      plot(page).evaluate((plot) => [...plot.querySelectorAll(".row, .row-remark, .reference line, .reference text")].map((part) => ({ text: part.textContent, ...part.getBoundingClientRect().toJSON() })));
    const before = await state();
    expect(before.map(({ text }) => text)).toEqual(expect.arrayContaining([WORDS.en.meta, WORDS.en.first, "1"]));
    const nodes = (await widget.evaluate(nodesOf)).filter((line) => /reference|row-remark/.test(line));
    await widget.evaluate((widget) => (widget.loading = "eager"));
    await expectEvents(page, { ready: 1 });
    await expect(plot(page)).toHaveRole("group");
    expect(await state()).toEqual(before);
    expect((await widget.evaluate(nodesOf)).filter((line) => /reference|row-remark/.test(line))).toEqual(nodes);
  });
}

test("Paper has the remarks", async ({ page }) => {
  await openChart(page, remarked("timeline"));
  await page.emulateMedia({ media: "print" });
  for (const locator of [row(page, "Meta").locator(".row-remark"), inDrawing(page, WORDS.en.first)]) expect(await isSeen(locator)).toBe(true);
});

for (const [look, { width = 1280, ...media }] of Object.entries({
  light: { colorScheme: "light" },
  dark: { colorScheme: "dark" },
  "forced colours": { forcedColors: "active" },
  "400% zoom": { width: 320 },
})) {
  test(`axe finds nothing wrong with remarks, ${look}`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce", ...media });
    await page.setViewportSize({ width, height: 900 });
    await openChart(page, remarked("timeline"));
    const { violations } = await new AxeBuilder({ page }).include("article-widget").withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ failureSummary }) => failureSummary)}`)).toEqual([]);
  });
}
