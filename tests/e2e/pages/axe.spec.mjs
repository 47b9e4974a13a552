// Accessibility of the whole page as axe sees it, in every state that a reader can bring it to.

import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { answer, embed, expectEvents, openDemo, openPage } from "./support.mjs";

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
      await expect(page.locator(".chart-subtitle")).toHaveText(/per year/i);
    },
  },
  "with the chart by the year, dark": {
    media: { colorScheme: "dark" },
    act: (page) => page.getByRole("radio", { name: "Per year" }).check(),
  },
  "with the carousel at its end": {
    async act(page) {
      await page.locator(".viewport").evaluate((viewport) => viewport.scrollTo({ left: 9999, behavior: "instant" }));
      await expect(page.getByRole("button", { name: "Next story" })).toHaveAttribute("aria-disabled", "true");
    },
  },
};

async function openTable(page) {
  await page.locator("summary").click();
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

for (const colorScheme of ["light", "dark"]) {
  test(`axe finds nothing wrong where the article could not be loaded, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await answer(page, "", { status: 500 });
    // The headline would be the page's first heading; without it the page needs one of its own.
    await openPage(page, `<h1>A page</h1>${embed()}`, '<meta name="color-scheme" content="light dark">');
    await expectEvents(page, { error: 1 });
    await expect(page.getByRole("alert")).toBeVisible();
    await expectNoViolations(page);
  });
}
