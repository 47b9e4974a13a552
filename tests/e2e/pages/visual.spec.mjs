// How the chart and the carousel look: pictures that are compared with committed references.
//
// The references are written, or written anew after a change that is meant to be seen, by
//
//     cargo xtask build
//     cd tests/e2e && CHROMIUM=/usr/bin/chromium npx playwright test visual --update-snapshots
//
// They stand beside this file in `visual.spec.mjs-snapshots/`. Look at them before they are committed. The
// fonts are the tests' own; the smoothing of edges differs a little from one machine to the next, and a
// hundredth of the pixels may differ: a ranking that turns, or another form, makes more than that.

import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { arrived, centre, choose, figure, openDemoChart, pointAt, reading, row } from "./chart.mjs";
import { documentWith, expectAgreement, next, openStories, picture, reach, servePictures, stories } from "./carousel.mjs";
import { DEVANAGARI, JAPANESE, useFonts } from "./fonts.mjs";
import { answer, embed, expectEvents, openPage, openPanel, settle } from "./support.mjs";

const TOLERANCE = { maxDiffPixelRatio: 0.01, animations: "disabled", caret: "hide", scale: "css" };

const STATES = {
  both: () => {},
  bars: (page) => choose(page, "Total"),
  "bars-per-year": (page) => choose(page, "Per year"),
  timeline: (page) => choose(page, "Timeline"),
  ratio: (page) => choose(page, "Ratio"),
  reading: async (page) => {
    await choose(page, "Total");
    await centre(row(page, "Meta"));
    await pointAt(page, row(page, "Meta"));
    await expect(reading(page)).toBeVisible();
  },
  panel: (page) => openPanel(page),
};

/** Brings the chart into a state, and compares the picture of the figure. */
async function compare(page, state, name, width) {
  await page.setViewportSize({ width, height: 900 });
  await openDemoChart(page);
  await useFonts(page);
  await STATES[state](page);
  // The pointer shows nothing that the state has not.
  if (state !== "reading") await page.mouse.move(0, 0);
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

for (const state of ["both", "bars", "timeline", "ratio"]) {
  test(`${state}, dark`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce", colorScheme: "dark" });
    await compare(page, state, `${state}-dark`, 768);
  });
}

test("both in forced colours", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce", forcedColors: "active" });
  await compare(page, "both", "both-forced", 768);
});

test("both on paper, with the table", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce", media: "print" });
  await page.setViewportSize({ width: 768, height: 900 });
  await openDemoChart(page);
  await useFonts(page);
  await settle(page);
  await expect(page.getByRole("table")).toBeVisible();
  await expect(figure(page)).toHaveScreenshot("both-print-768.png", TOLERANCE);
});

/** Stories as publishers have them: of unlike lengths, some with a source and a date. */
const STORIES = [
  { kicker: "Luxury", headline: "Hermes price increase falls hardest on the United States", summary: "US customers will bear the brunt when the luxury fashion house raises its prices.", source: "The Herald", published: "2025-04-17" },
  { kicker: "World economy", headline: "The global economy braces for a turbulent 2025", summary: "What the International Monetary Fund (IMF) sees coming this year." },
  { kicker: "Pensions", headline: "Arrears paid to 137,897 pensioners", summary: "The directorate has paid out N5,694,967,800.00, a sum in Nigerian naira, to those who had waited for it.", source: "The Herald" },
  { headline: "Google takes applications for its accelerator in Africa" },
  { kicker: "Education", headline: "Confrontation with Harvard steps up", summary: "The government threatens Harvard University with a bar.", published: "2025-04-16" },
  { kicker: "Monetary policy", headline: "ECB cuts its key interest rate", summary: "The European Central Bank (ECB) lowers it by a quarter of a percentage point." },
];

/** Compares the picture of the carousel, after one step on where `isOn`. */
async function compareCarousel(page, name, width, { more = () => ({}), document = {}, count = STORIES.length, isOn = false } = {}) {
  await page.setViewportSize({ width, height: 900 });
  await servePictures(page);
  const teasers = stories(count, (number) => ({ summary: undefined, kicker: undefined, ...STORIES[(number - 1) % STORIES.length], ...more(number) }));
  await openStories(page, documentWith(teasers, document), { head: `<style>body { margin: 0; }</style><meta name="color-scheme" content="light dark">` });
  await useFonts(page);
  await reach(page);
  if (isOn) {
    await next(page).click();
    await expectAgreement(page, "button");
    await next(page).blur();
  }
  await page.mouse.move(0, 0);
  const images = page.locator(".teaser img");
  await expect.poll(() => images.evaluateAll((images) => images.every((image) => image.complete || image.getBoundingClientRect().left > innerWidth))).toBe(true);
  await settle(page);
  await expect(page.locator(".carousel")).toHaveScreenshot(`${name}-${width}.png`, TOLERANCE);
}

const withPictures = (number) => (number === 3 ? {} : { image: picture(number) });

test.describe("The carousel", () => {
  for (const width of [320, 768, 1280]) {
    test(`carousel, ${width} px wide`, ({ page }) => compareCarousel(page, "carousel", width));
  }
  test("carousel with pictures", ({ page }) => compareCarousel(page, "carousel-pictures", 1280, { more: withPictures, isOn: true }));
  test("carousel of many stories, in a narrow window", ({ page }) => compareCarousel(page, "carousel-many", 320, { count: 1000, more: withPictures, isOn: true }));
  // There are no texts in Urdu: the names of the buttons are English.
  test("carousel from right to left", ({ page }) => compareCarousel(page, "carousel-rtl", 768, { document: { language: "ur" }, isOn: true }));
  test("carousel, dark", async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce", colorScheme: "dark" });
    await compareCarousel(page, "carousel-dark", 768, { isOn: true });
  });
  test("carousel in forced colours", async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce", forcedColors: "active" });
    await compareCarousel(page, "carousel-forced", 768, { isOn: true });
  });
});

/** Articles in other languages, with the fonts that they need. */
const LANGUAGES = {
  de: { file: "../../../articles/alibaba-ai-investment-de.json" },
  ar: { file: "../../../articles/alibaba-ai-investment-ar.json" },
  ja: { file: "../../../articles/alibaba-ai-investment-ja.json", fonts: JAPANESE },
  // It is no document of the demonstration.
  hi: { file: "./hindi.json", fonts: DEVANAGARI },
};

for (const [language, { file, fonts }] of Object.entries(LANGUAGES)) {
  for (const width of [320, 1280]) {
    test(`an article in ${language}, ${width} px wide`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await answer(page, readFileSync(new URL(file, import.meta.url), "utf8"));
      await openPage(page, embed(undefined, 'loading="eager"'), '<meta name="viewport" content="width=device-width"><style>body { margin: 0; }</style>');
      await expectEvents(page, { ready: 1 });
      await useFonts(page, "100%", fonts);
      await settle(page);
      for (const [part, selector] of Object.entries({ head: ".article-header", chart: "figure.chart", stories: ".carousel" })) {
        await expect(page.locator(selector)).toHaveScreenshot(`${language}-${part}-${width}.png`, TOLERANCE);
      }
    });
  }
}
