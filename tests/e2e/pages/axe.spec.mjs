// Accessibility of the whole page as axe sees it, in every state that a reader can bring it to.

import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { centre, choose, documentOf, many, openChart, openDemoChart, pointAt, reading, row } from "./chart.mjs";
import { DOCUMENT, MODULE, answer, element, expectEvents, hold, hurry, openDemo, openPage, openPanel, record, touch } from "./support.mjs";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

async function expectNoViolations(page) {
  const { violations, passes } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  // Rules pass on elements in the shadow tree: axe has seen the widget.
  const seen = passes.some(({ nodes }) => nodes.some(({ target }) => Array.isArray(target[0])));
  expect(seen).toBe(true);
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} (${help}) at ${target.join(" ")}: ${failureSummary}`),
  );
  expect(found).toEqual([]);
}

const STATES = {
  "in a light scheme": { media: { colorScheme: "light" } },
  "in a dark scheme": { media: { colorScheme: "dark" } },
  "in forced colours": { media: { forcedColors: "active" } },
  "in dark forced colours": { media: { forcedColors: "active", colorScheme: "dark" } },
  "on a narrow phone": { width: 320 },
  "with the table open": { act: openTable },
  "with the table open on a narrow phone": { width: 320, act: openTable },
  "with the chart by the year": {
    async act(page) {
      await page.getByRole("radio", { name: "Per year" }).check();
      await expect(page.locator(".chart-subtitle")).toHaveText(/^Commitment per year/);
    },
  },
  "with the chart by the year, dark": {
    media: { colorScheme: "dark" },
    act: (page) => page.getByRole("radio", { name: "Per year" }).check(),
  },
  "with the carousel at its end": {
    async act(page) {
      await page.locator(".viewport").evaluate((viewport) => viewport.scrollTo({ left: 9999, behavior: "instant" }));
      await expect(page.getByRole("button", { name: "Next stories" })).toHaveAttribute("aria-disabled", "true");
    },
  },
};

async function openTable(page) {
  await page.locator(".chart-data summary").click();
  await expect(page.getByRole("table")).toBeVisible();
}

for (const [state, { media = {}, width = 1280, act }] of Object.entries(STATES)) {
  test(`axe finds nothing wrong ${state}`, async ({ page }) => {
    await page.emulateMedia(media);
    await page.setViewportSize({ width, height: 800 });
    await openDemo(page);
    await act?.(page);
    await expectNoViolations(page);
  });
}

// The chart, in each of its forms and with whatever can be open, in each scheme of colours; 320 px are a
// window of 1280 px at a zoom of 400%.
const CHARTS = {
  "as bars by the year, in the other currency": async (page) => {
    for (const name of ["Per year", "Yuan"]) await choose(page, name);
  },
  "as a timeline": (page) => choose(page, "Timeline"),
  "as ratios": (page) => choose(page, "Ratio"),
  "as whole sums": (page) => choose(page, "Total"),
  "with a mark that is read, and sentences that are marked": async (page) => {
    await choose(page, "Total");
    await centre(row(page, "Meta"));
    await pointAt(page, row(page, "Meta"));
    await expect(reading(page)).toBeVisible();
    await expect(page.locator(".is-cited").first()).toBeAttached();
  },
  "with its options open": async (page) => {
    await openPanel(page);
    await page.getByRole("checkbox", { name: "Meta" }).uncheck();
    await expect(page.getByRole("button", { name: "Show all companies" })).toBeVisible();
  },
  "with what can be taken away": async (page) => {
    await openPanel(page, "Image");
    await page.getByRole("button", { name: "Drawing (SVG)" }).click();
    await expect(page.locator(".chart-outcome")).not.toBeEmpty();
  },
};

const LOOKS = {
  light: { colorScheme: "light", forcedColors: "none" },
  dark: { colorScheme: "dark", forcedColors: "none" },
  "forced colours": { colorScheme: "light", forcedColors: "active" },
};

for (const width of [1280, 320]) {
  for (const [state, act] of Object.entries(CHARTS)) {
    test(`axe finds nothing wrong with the chart ${state}, ${width} px wide`, async ({ page }) => {
      await page.emulateMedia({ reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 800 });
      await openDemoChart(page);
      await act(page);
      const read = await reading(page).count();
      for (const [look, media] of width === 320 ? [["400% zoom", {}]] : Object.entries(LOOKS)) {
        await test.step(look, async () => {
          await page.emulateMedia(media);
          // What is read is read still.
          await expect(reading(page)).toHaveCount(read);
          await expectNoViolations(page);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        });
      }
    });
  }
}

test("axe finds nothing wrong with a long chart, its search and its end", async ({ page }) => {
  await openChart(page, documentOf(many(30)));
  await page.getByRole("searchbox").fill("Company 1");
  await expect(page.locator(".row")).toHaveCount(11);
  await expectNoViolations(page);
  await page.getByRole("searchbox").fill("");
  await expect(page.getByRole("button", { name: "Show more" })).toBeVisible();
  await expectNoViolations(page);
  await page.getByRole("searchbox").fill("nobody");
  await expect(page.locator(".row")).toHaveCount(0);
  await expectNoViolations(page);
});

test("axe finds nothing wrong before the article is alive", async ({ page }) => {
  await record(page);
  await page.goto("/index.html");
  await expectNoViolations(page);
  await expectEvents(page, {});
});

test("axe finds nothing wrong where the article cannot come alive", async ({ page }) => {
  await page.addInitScript(() => delete window.WebAssembly);
  await record(page);
  await page.goto("/index.html");
  await touch(page);
  await expectEvents(page, { error: 1 });
  await expect(page.getByRole("radio", { name: "Total" })).toBeDisabled();
  await expectNoViolations(page);
});

// The headline would be the page's first heading; without it the page needs one of its own.
const BARE = `<h1>A page</h1>${element()}${MODULE}`;
// axe takes a page without a background for white.
const HEAD = '<meta name="color-scheme" content="light dark"><style>html { background: Canvas }</style>';

for (const colorScheme of ["light", "dark"]) {
  test.describe(`where there is no article, ${colorScheme}`, () => {
    test.beforeEach(async ({ page }) => {
      await hurry(page);
      await page.emulateMedia({ colorScheme });
    });

    test("axe finds nothing wrong while it is loaded", async ({ page }) => {
      const held = await hold(page, DOCUMENT);
      await openPage(page, BARE, HEAD);
      await held.asked;
      await expect(page.getByRole("status")).toBeVisible();
      await expectNoViolations(page);
    });

    test("axe finds nothing wrong where it could not be loaded, nor during another try", async ({ page }) => {
      await answer(page, "", { status: 500 });
      await openPage(page, BARE, HEAD);
      await expectEvents(page, { error: 1 });
      await expect(page.getByRole("alert")).toBeVisible();
      await expectNoViolations(page);
      const held = await hold(page, DOCUMENT);
      await page.getByRole("button", { name: "Try again" }).click();
      await held.asked;
      await expect(page.getByRole("button")).toHaveAttribute("aria-disabled", "true");
      await expectNoViolations(page);
    });

    test("axe finds nothing wrong where it cannot be shown at all", async ({ page }) => {
      await answer(page, {});
      await openPage(page, BARE, HEAD);
      await expectEvents(page, { error: 1 });
      await expect(page.getByRole("alert")).toBeVisible();
      await expectNoViolations(page);
    });
  });
}
