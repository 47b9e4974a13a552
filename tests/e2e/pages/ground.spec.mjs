// The ground that the widget stands on: the page's own, a colour that the page sets, or that of a theme. Text can be
// read on all of them.

import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { prerender, servePage } from "./prerendered.mjs";
import { DOCUMENT, MODULE, demoDocument, element, expectEvents, openPage, openPanel, takeAway } from "./support.mjs";

const WIDGET = element(`src="${DOCUMENT}" loading="eager"`) + MODULE;
// axe takes a page without a background for white.
const CANVAS = "<style>html { background: Canvas }</style>";
const themed = (theme) => element(`src="${DOCUMENT}" loading="eager" theme="${theme}"`) + MODULE;

// Pages, by the colours of their grounds as readers see them.
const PAGES = {
  "a white page": { head: "<style>html { background: white }</style>", ground: [255, 255, 255] },
  "a page without colours, where the reader prefers dark": { colorScheme: "dark", ground: [255, 255, 255] },
  "a dark page": { head: `<style>:root { color-scheme: dark }</style>${CANVAS}`, ground: [18, 18, 18] },
  "a page that follows the reader into the dark": { head: `<meta name="color-scheme" content="light dark">${CANVAS}`, colorScheme: "dark", ground: [18, 18, 18] },
  "a page with a colour of its own": {
    head: "<style>:root { --article-widget-paper: #e8f1ee; background: var(--article-widget-paper) }</style>",
    ground: [232, 241, 238],
  },
  "a dark theme on a white page": { body: themed("dark"), ground: [22, 23, 26] },
  "a light theme on a dark page": { head: "<style>:root { color-scheme: dark }</style>", body: themed("light"), ground: [255, 253, 249] },
};

/** The colour of a pixel in the margin of the article. */
async function colourAt(page) {
  const { x, y } = await page.locator("article-widget .article").boundingBox();
  const clip = { x: x + 3, y: y + 3, width: 1, height: 1 };
  const png = (await page.screenshot({ clip, scale: "css" })).toString("base64");
  return page.evaluate(async (png) => {
    const image = new Image();
    image.src = `data:image/png;base64,${png}`;
    await image.decode();
    const context = document.createElement("canvas").getContext("2d");
    context.drawImage(image, 0, 0);
    return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
  }, png);
}

for (const [name, { head = "", body = WIDGET, colorScheme = "light", ground }] of Object.entries(PAGES)) {
  test(`On ${name} text can be read, and fields have the colour of the ground`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openPage(page, `<h1>A page</h1>${body}`, head);
    await expectEvents(page, { ready: 1 });
    expect(await colourAt(page)).toEqual(ground);
    await openPanel(page);
    const { violations, passes } = await new AxeBuilder({ page }).include("article-widget").withRules(["color-contrast"]).analyze();
    expect(violations.flatMap(({ nodes }) => nodes.map(({ target, failureSummary }) => `${target}: ${failureSummary}`))).toEqual([]);
    expect(passes[0].nodes.length).toBeGreaterThan(50);
    const paper = `rgb(${ground.join(", ")})`;
    await expect(page.getByLabel("Sort by")).toHaveCSS("background-color", paper);
  });
}

test("A picture of the chart from a dark page is light", async ({ page }) => {
  await openPage(page, WIDGET, "<style>:root { color-scheme: dark }</style>");
  await expectEvents(page, { ready: 1 });
  const download = await takeAway(page, "Drawing (SVG)");
  const svg = await readFile(await download.path(), "utf8");
  expect(svg).toMatch(/<rect [^>]*fill="#ffffff"/);
});

test("In the page's own tree the page shows through as well", async ({ page }) => {
  const html = prerender(demoDocument(), "--light").replace(/<script type="module".*/s, "");
  await page.goto(await servePage(page, `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title><body style="background: #eef">${html}`));
  await expect(page.locator(".article-widget-light")).toHaveCSS("background-color", "rgba(0, 0, 0, 0)");
  expect(await colourAt(page)).toEqual([238, 238, 255]);
});
