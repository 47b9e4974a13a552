// Each figure of the text, pressed, is to be read in the chart.

import { expect, test } from "@playwright/test";
import { figure, openDemoChart } from "./chart.mjs";

/** What stands at the mark for each figure of the demonstration, in the order of the text. */
const LABELS = {
  "over 380 billion yuan": "over CN¥380bn",
  "about $53 billion": "about $53bn",
  "about $17.7 billion": "about $17.7bn",
  "about two-thirds as large": "0.66×",
  "$80 billion": "$80bn",
  "$65 billion": "$65bn",
  "150 billion yuan": "CN¥150bn",
  "$20.7 billion": "$20.7bn†",
  "about 127 billion": "about CN¥127bn",
};
/** The same words stand for a ratio of whole sums and for one of yearly sums. */
const RATIOS = ["1.5×", "1.2×†", "1.2×", "0.39×†", "4.5×", "3.7×"];

test("every figure, pressed, stands at the mark that has the focus, and the way leads back", async ({ page }) => {
  await openDemoChart(page);
  const links = page.locator("article-widget a.datum");
  const count = await links.count();
  expect(count).toBeGreaterThan(12);
  for (let place = 0; place < count; place += 1) {
    const link = links.nth(place);
    const words = /** @type {string} */ (await link.textContent());
    await link.click();
    const row = figure(page).locator(".row:focus");
    await expect(row, words).toBeInViewport();
    const label = await row.locator(".label").textContent();
    if (words in LABELS) expect(label, words).toBe(LABELS[words]);
    else expect(RATIOS, `${words}: ${label}`).toContain(label);
    await expect(figure(page).locator(".reading")).toBeVisible();
    await figure(page).getByRole("button", { name: "Back to the text" }).click();
    await expect(link, words).toBeFocused();
    await expect(figure(page).getByRole("button", { name: "Back to the text" })).toHaveCount(0);
  }
});

test("under a pointer and with the focus, a figure shows its bar behind it, and nothing moves", async ({ page }) => {
  await openDemoChart(page);
  const share = (link) => link.evaluate((link) => [getComputedStyle(link).backgroundImage.includes("gradient"), parseFloat(getComputedStyle(link).backgroundSize)]);
  const meta = page.locator("article-widget .body a.datum", { hasText: "$65 billion" }).first();
  const ratio = page.locator("article-widget a.datum", { hasText: "about 4.5 times" });
  await meta.scrollIntoViewIfNeeded();
  expect((await share(meta))[0]).toBe(false);
  const before = await meta.boundingBox();
  await meta.hover();
  // Of $80 billion, the longest bar.
  await expect.poll(() => share(meta)).toEqual([true, 81.25]);
  expect(await meta.boundingBox()).toEqual(before);
  // The chart itself stays as it is.
  await expect(figure(page).locator("[data-read]")).toHaveCount(0);
  await page.mouse.move(0, 0);
  expect((await share(meta))[0]).toBe(false);
  // By the keyboard: the last figure before it, then this one, which has the longest bar of the multiples.
  await page.locator("article-widget a.datum", { hasText: "about $17.7 billion" }).last().focus();
  await page.keyboard.press("Tab");
  await expect(ratio).toBeFocused();
  await expect.poll(() => share(ratio)).toEqual([true, 100]);
});

test("in forced colours a figure has no bar behind it", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await openDemoChart(page);
  const meta = page.locator("article-widget .body a.datum", { hasText: "$65 billion" }).first();
  await meta.hover();
  expect(await meta.evaluate((link) => getComputedStyle(link).backgroundImage)).toBe("none");
});
