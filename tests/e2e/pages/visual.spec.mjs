// How the chart looks: pictures that are compared with committed references.
//
// The references are written, or written anew after a change that is meant to be seen, by
//
//     cargo xtask build
//     cd tests/e2e && CHROMIUM=/usr/bin/chromium npx playwright test visual --update-snapshots
//
// They stand beside this file in `visual.spec.mjs-snapshots/`. Look at them before they are committed. Fonts
// and the smoothing of edges differ a little from one machine to the next: the families are named here, and
// a hundredth of the pixels may differ: a ranking that turns, or another form, makes more than that.

import { expect, test } from "@playwright/test";
import { arrived, centre, choose, figure, openDemoChart, pointAt, row, tip } from "./chart.mjs";
import { openPanel, settle } from "./support.mjs";

// What a Debian has on which Chromium can show a page at all.
const FAMILY = '"Liberation Sans", "DejaVu Sans"';
const FONTS = `
  article-widget { --article-widget-sans: ${FAMILY}; --article-widget-serif: ${FAMILY}; }
`;
const TOLERANCE = { maxDiffPixelRatio: 0.01, animations: "disabled", caret: "hide", scale: "css" };

const STATES = {
  bars: () => {},
  "bars-per-year": (page) => choose(page, "Per year"),
  timeline: (page) => choose(page, "Timeline"),
  ratio: (page) => choose(page, "Ratio"),
  tip: async (page) => {
    await centre(row(page, "Meta"));
    await pointAt(page, row(page, "Meta"));
    await expect(tip(page)).toBeVisible();
  },
  panel: (page) => openPanel(page, "Options"),
};

/** Brings the chart into a state, and compares the picture of the figure. */
async function compare(page, state, name, width) {
  await page.setViewportSize({ width, height: 900 });
  await openDemoChart(page);
  await page.addStyleTag({ content: FONTS });
  await STATES[state](page);
  // The pointer shows nothing that the state has not.
  if (state !== "tip") await page.mouse.move(0, 0);
  await page.evaluate(() => document.fonts.ready);
  await arrived(page);
  await settle(page);
  await expect(figure(page)).toHaveScreenshot(`${name}-${width}.png`, TOLERANCE);
}

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce", colorScheme: "light" });
});

for (const state of Object.keys(STATES)) {
  for (const width of [320, 768, 1280]) {
    test(`${state}, ${width} px wide`, ({ page }) => compare(page, state, state, width));
  }
}

for (const state of ["bars", "timeline", "ratio"]) {
  test(`${state}, dark`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce", colorScheme: "dark" });
    await compare(page, state, `${state}-dark`, 768);
  });
}

test("bars in forced colours", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce", forcedColors: "active" });
  await compare(page, "bars", "bars-forced", 768);
});

test("bars on paper, with the table", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce", media: "print" });
  await page.setViewportSize({ width: 768, height: 900 });
  await openDemoChart(page);
  await page.addStyleTag({ content: FONTS });
  await settle(page);
  await expect(page.getByRole("table")).toBeVisible();
  await expect(figure(page)).toHaveScreenshot("bars-print-768.png", TOLERANCE);
});
