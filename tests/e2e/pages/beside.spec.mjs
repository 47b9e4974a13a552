// A chart that its document places beside the text: on wide pages it stands in a column of its own and stays in view
// while its section is read.

import { expect, test } from "@playwright/test";
import { arrived, choose, figure, reading, row } from "./chart.mjs";
import { MODULE, answer, changed, element, expectEvents, indexOf, openPage } from "./support.mjs";

/** Opens the demonstration's document in a window of this size. */
async function open(page, { width = 1280, height = 900, change = () => {} } = {}) {
  await page.setViewportSize({ width, height });
  await answer(page, changed(change));
  await openPage(page, element('src="articles/alibaba-ai-investment.json" loading="eager"') + MODULE, "<style>body { margin: 0; }</style>");
  await expectEvents(page, { ready: 1 });
}

/** Makes the section of the chart as long as two windows. */
const lengthen = (document) => document.body.splice(indexOf(document, "chart"), 0, ...Array.from({ length: 8 }, () => ({ paragraph: "A sentence of some length. ".repeat(12) })));

const section = (page) => page.locator(".beside");
const box = (locator) => locator.boundingBox();
const ends = ({ x, width }) => [x, x + width];

/** Scrolls so that the top of a part stands at this height. */
const bring = (part, height) => part.evaluate((part, height) => scrollBy(0, part.getBoundingClientRect().top - height), height);

for (const [language, width] of [["en", 1100], ["en", 1280], ["en", 1680], ["ps", 1280]]) {
  test(`The chart stands beside its section, ${language}, ${width} px wide`, async ({ page }) => {
    await open(page, { width, change: (document) => (document.language = language) });
    const [heading, text, chart] = [await box(section(page).locator("> h2")), await box(section(page).locator("> p").first()), await box(figure(page))];
    const [first, second] = language === "ps" ? [chart, text] : [text, chart];
    expect(ends(first)[1]).toBeLessThan(ends(second)[0]);
    expect(ends(first)[0]).toBeGreaterThan(0);
    expect(ends(second)[1]).toBeLessThan(width);
    expect(Math.abs(chart.y - heading.y)).toBeLessThan(8);
    expect(await page.evaluate(() => globalThis.document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    // The order of the markup stays: two paragraphs, the chart, three paragraphs.
    const names = await section(page).evaluate((section) => [...section.children].map(({ localName }) => localName));
    expect(names).toEqual(["h2", "p", "p", "div", "p", "p", "p"]);
  });
}

test("The remarks of a timeline are drawn beside the text, too", async ({ page }) => {
  await open(page);
  await choose(page, "Timeline");
  await arrived(page);
  const remark = page.locator(".reference text", { hasText: "announcement" });
  await expect(remark).toBeVisible();
  expect((await box(remark)).width).toBeGreaterThan(50);
});

test("It stays in view while its section is read, and not longer", async ({ page }) => {
  await open(page, { change: lengthen });
  await bring(section(page).locator("> p").nth(3), 100);
  const held = await box(figure(page));
  expect(held.y).toBeGreaterThan(0);
  expect(held.y).toBeLessThan(40);
  expect(held.y + held.height).toBeLessThanOrEqual(900);
  // The line about a mark stays over the marks.
  await choose(page, "Total");
  await arrived(page);
  await row(page, "Meta").click();
  await expect(reading(page)).toBeInViewport();
  await bring(page.locator(".beside + h2"), 50);
  const left = await box(figure(page));
  expect(left.y + left.height).toBeLessThan(50);
});

test("What the reader opens in it scrolls, and is not cut", async ({ page }) => {
  await open(page, { change: lengthen });
  await page.getByText("Table", { exact: true }).click();
  await bring(section(page).locator("> p").nth(3), 100);
  const { y, height } = await box(figure(page));
  expect(y).toBeGreaterThan(0);
  expect(y + height).toBeLessThanOrEqual(900);
  await page.getByRole("row", { name: "ByteDance" }).scrollIntoViewIfNeeded();
  await expect(page.getByRole("row", { name: "ByteDance" })).toBeInViewport();
});

const position = (page) => figure(page).evaluate((chart) => getComputedStyle(chart).position);

test("In a low window it moves with the text", async ({ page }) => {
  await open(page, { height: 600 });
  expect(await position(page)).toBe("static");
  await page.setViewportSize({ width: 1280, height: 900 });
  expect(await position(page)).toBe("sticky");
});

test("A chart of many rows moves with the text", async ({ page }) => {
  const many = (document) => {
    const [{ id, ...plan }] = document.commitments.slice(1);
    for (let number = 0; number < 8; number++) document.commitments.push({ ...plan, id: `${id}-${number}`, name: `Company ${number}` });
  };
  await open(page, { change: many });
  expect(await position(page)).toBe("static");
});

for (const [name, options] of Object.entries({
  "a narrow page": { width: 1060 },
  "a section of a few lines": { change: (document) => (document.body = [{ heading: "How it compares" }, { paragraph: "A line." }, { chart: "ai-spending" }]) },
  "a document that does not ask for it": { change: (document) => delete document.charts[0].placement },
})) {
  test(`The chart stands in the column of the text: ${name}`, async ({ page }) => {
    await open(page, options);
    const text = await box(page.locator(".body p").first());
    const chart = await box(figure(page));
    expect([Math.round(chart.x), Math.round(chart.width)]).toEqual([Math.round(text.x), Math.round(text.width)]);
  });
}

test("On paper it stands in the column of the text", async ({ page }) => {
  await page.emulateMedia({ media: "print" });
  await open(page, { width: 1680 });
  const text = await box(section(page).locator("> p").first());
  const chart = await box(figure(page));
  expect([chart.x, chart.width]).toEqual([text.x, text.width]);
});
