// A chart on paper: what was chosen last, whole, and no page without it.

import { expect, test } from "@playwright/test";
import { choose, documentOf, many, openChart, openDemoChart, plot } from "./chart.mjs";
import { prerender, servePage } from "./prerendered.mjs";

// No other test is slowed down, nor has its page laid out for paper.
test.use({ reuseContext: false });

/** Lets whatever moves take a hundred times as long, so that nothing arrives by itself. */
async function slowDown(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Animation.enable");
  await session.send("Animation.setPlaybackRate", { playbackRate: 0.01 });
}

/** How far the ends of the marks are seen from where they belong, in pixels, and how many of the drawing's parts still move. */
const onTheWay = (page) =>
  plot(page).evaluate((plot) => {
    const off = [...plot.querySelectorAll(".mark")].map((mark) => {
      const { width } = mark.closest(".track").getBoundingClientRect();
      return Math.abs(mark.getBoundingClientRect().width - (parseFloat(mark.getAttribute("width")) / 100) * width);
    });
    const moving = plot.getAnimations({ subtree: true }).filter(({ playState }) => playState === "running");
    return { off: Math.round(Math.max(...off)), moving: moving.length };
  });

const WAYS = {
  "a print": (page) => page.evaluate(() => dispatchEvent(new Event("beforeprint"))),
  "a page for paper": (page) => page.emulateMedia({ media: "print" }),
  "a PDF": (page) => page.pdf(),
};

for (const [way, print] of Object.entries(WAYS)) {
  test(`What was chosen a moment ago stands on ${way}`, async ({ page }) => {
    await openDemoChart(page);
    await slowDown(page);
    for (const name of ["Total", "Per year", "Ratio"]) await choose(page, name);
    expect((await onTheWay(page)).moving).toBeGreaterThan(0);
    await print(page);
    await expect.poll(() => onTheWay(page)).toEqual({ off: 0, moving: 0 });
  });
}

test("What is chosen on a page for paper is there at once", async ({ page }) => {
  await openDemoChart(page);
  await slowDown(page);
  await page.emulateMedia({ media: "print" });
  await page.locator('input[value="per-year"]').evaluate((input) => input.click());
  await expect(page.locator(".chart-subtitle")).toHaveText(/^Commitment per year/);
  expect(await onTheWay(page)).toEqual({ off: 0, moving: 0 });
});

const PAPER = { upright: { width: 718, height: 1000 }, "on its side": { width: 1000, height: 700 } };

for (const count of [5, 12, 60]) {
  for (const form of ["alive", "prerendered"]) {
    test(`A chart of ${count} companies is on paper as a drawing and as a table, ${form}`, async ({ page }) => {
      if (form === "alive") {
        await openChart(page, documentOf(many(count)), 'loading="eager"');
      } else {
        const html = prerender(documentOf(many(count)), "--page").replace(/<script type="module".*?<\/script>/s, "");
        await page.goto(await servePage(page, html));
        await expect(plot(page)).toBeVisible();
      }
      for (const size of Object.values(PAPER)) {
        await page.setViewportSize(size);
        await page.emulateMedia({ media: "print" });
        await expect(plot(page)).toBeVisible();
        // No row is taller than a page, and none is wider.
        const boxes = await plot(page).evaluate((plot) => [...plot.querySelectorAll(".row")].map((row) => row.getBoundingClientRect().toJSON()));
        expect(boxes.length).toBeGreaterThanOrEqual(5);
        for (const { height, right } of boxes) {
          expect(height).toBeLessThan(size.height / 5);
          expect(right).toBeLessThanOrEqual(size.width);
        }
        await expect(page.getByRole("table")).toBeVisible();
        await expect(page.getByRole("row", { name: /^Company 4 / })).toBeVisible();
        await expect(page.locator(".chart-title, .chart-notes")).toHaveCount(2);
        await page.emulateMedia({ media: "screen" });
        await expect(plot(page)).toBeVisible();
      }
    });
  }
}

test("On paper a chart begins where the text ends, and its drawing and its table go on from page to page", async ({ page }) => {
  await openChart(page, documentOf(many(60)), 'loading="eager"');
  await page.emulateMedia({ media: "print" });
  const breaks = (selector) => page.locator(selector).first().evaluate((element) => getComputedStyle(element).breakInside);
  expect(await breaks("figure.chart")).toBe("auto");
  expect(await breaks(".chart-data table")).toBe("auto");
  expect(await breaks(".chart-data tr")).toBe("avoid");
  expect(await breaks(".plot-frame")).toBe("auto");
  expect(await breaks(".row")).toBe("avoid");
});
