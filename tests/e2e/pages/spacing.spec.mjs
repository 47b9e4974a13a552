// With letters, words, lines and paragraphs as far apart as some readers need them (WCAG 1.4.12), nothing of
// a chart is cut off, and nothing lies on anything else.

import { expect, test } from "@playwright/test";
import { CURRENCIES, FORMS, VIEWS, choose, commitment, documentOf, openChart, openDemoChart, overlap, plot } from "./chart.mjs";
import { openPanel, settle } from "./support.mjs";

const SPACING = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }
`;

/** Sets the spacing in the widget, as extensions and bookmarks do. */
const space = (page) =>
  page.locator("article-widget").evaluate((widget, spacing) => {
    const styles = new CSSStyleSheet();
    styles.replaceSync(spacing);
    widget.shadowRoot.adoptedStyleSheets.push(styles);
  }, SPACING);

/** The texts of the drawing that are seen, with their boxes, and that of the drawing with the room for labels. */
const texts = (page) =>
  page.locator(".plot-frame").evaluate((frame) => {
    const box = (element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height };
    };
    const seen = [...frame.querySelectorAll(".panel-heading, .row-name, .row-detail, .label, .axis text, .reference text")].filter(
      (text) => text.checkVisibility() && getComputedStyle(text).clipPath === "none",
    );
    const lines = (text) => {
      const range = document.createRange();
      range.selectNodeContents(text);
      return [...range.getClientRects()].filter(({ width }) => width).map(({ x, y, width, height }) => ({ words: text.textContent, text: seen.indexOf(text), x, y, width, height }));
    };
    return { frame: box(frame), texts: seen.flatMap(lines) };
  });

const heightOf = (plot) => plot.getBoundingClientRect().height;

/** That each text of the drawing is in it, and clear of the others. */
async function expectRoom(page, where) {
  const { frame, texts: all } = await texts(page);
  expect(all.length).toBeGreaterThan(4);
  const found = [];
  for (const [index, text] of all.entries()) {
    if (text.x < frame.x - 1 || text.x + text.width > frame.x + frame.width + 1) found.push(`${text.words} is out of the drawing`);
    // Boxes of text reach above and below its letters.
    const flat = ({ y, height, ...more }) => ({ y: y + height * 0.15, height: height * 0.7, ...more });
    for (const other of all.slice(index + 1).filter((other) => other.text !== text.text)) if (overlap(flat(text), flat(other), 1)) found.push(`${text.words} lies on ${other.words}`);
  }
  expect(found, where).toEqual([]);
}

/** That what stands around the drawing keeps to its boxes, and the page to the window. */
async function expectNothingCut(page) {
  const found = await page.locator("figure.chart").evaluate((figure) => {
    const { left, right } = figure.getBoundingClientRect();
    const seen = [...figure.querySelectorAll("button, label, legend, p, h2, h3, summary, dt, dd, .choice-label")].filter(
      (element) => element.checkVisibility() && !element.matches(".visually-hidden"),
    );
    const isCut = (element) => {
      const box = element.getBoundingClientRect();
      return box.left < left - 1 || box.right > right + 1 || element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 4;
    };
    return seen.filter((element) => getComputedStyle(element).display !== "inline" && isCut(element)).map(({ outerHTML }) => outerHTML.slice(0, 100));
  });
  expect(found).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}

test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: "reduce" }));

for (const width of [320, 768, 1280]) {
  test(`In each of its states, in a window of ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await openDemoChart(page);
    const before = await plot(page).evaluate(heightOf);
    await space(page);
    // It knows by now.
    await expect.poll(() => plot(page).evaluate(heightOf)).not.toBe(before);
    for (const form of FORMS) {
      await choose(page, form);
      for (const view of form === "Timeline" ? ["Timeline"] : VIEWS) {
        await choose(page, view);
        for (const currency of CURRENCIES) {
          await choose(page, currency);
          await settle(page);
          await expectRoom(page, `${form}, ${view}, ${currency}`);
        }
      }
    }
    await openPanel(page);
    await openPanel(page, "Image");
    await expectNothingCut(page);
  });
}

test("With long names and sums, and with the spacing there from the start", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 900 });
  const commitments = [
    commitment("one", "Taiwan Semiconductor Manufacturing Company Limited", "1234.5", { status: "reported" }),
    commitment("two", "Société de développement des infrastructures", "1230", { amount: { value: "1230", scale: "billion", currency: "CNY", hedge: "over" } }),
    commitment("three", "IllIllIll ill ill ill", "1.1", { period: { start: "2025-01", end: "2026-06" } }),
  ];
  const document = documentOf(commitments, { exchangeRates: [{ base: "USD", quote: "CNY", rate: "7.25", date: "2025-02-24", source: "a bank" }] });
  await page.addInitScript((spacing) => {
    const { attachShadow } = Element.prototype;
    Element.prototype.attachShadow = function (options) {
      const root = attachShadow.call(this, options);
      const styles = new CSSStyleSheet();
      styles.replaceSync(spacing);
      root.adoptedStyleSheets.push(styles);
      return root;
    };
  }, SPACING);
  await openChart(page, document, 'loading="eager"');
  await settle(page);
  for (const form of FORMS) {
    await choose(page, form);
    await settle(page);
    await expectRoom(page, form);
  }
  await expectNothingCut(page);
});

test("Without it the chart is as it was again", async ({ page }) => {
  await openDemoChart(page);
  const before = await plot(page).evaluate(heightOf);
  await space(page);
  await expect.poll(() => plot(page).evaluate(heightOf)).not.toBe(before);
  await page.locator("article-widget").evaluate((widget) => widget.shadowRoot.adoptedStyleSheets.pop());
  await expect.poll(() => plot(page).evaluate(heightOf)).toBe(before);
});
