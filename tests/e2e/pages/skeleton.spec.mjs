// What stands in the place of an article while it loads: its shape, for those who see it, and words, for those who hear
// them.

import { expect, test } from "@playwright/test";
import { DOCUMENT, MODULE, answer, element, expectEvents, hold, hurry, openPage, settle } from "./support.mjs";

const WIDGET = `${element()}<p id="below">What follows on the page.</p>${MODULE}`;
// The place is reserved as the guide says.
const RESERVED = "<style>article-widget { display: block; min-block-size: 100vh }</style>";
const status = (page) => page.getByRole("status");

/** Notes every layout shift of a page, and every word that a status says. */
function watch(page) {
  return page.addInitScript(() => {
    window.shifts = [];
    window.said = [];
    new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ value }) => value))).observe({ type: "layout-shift", buffered: true });
    const { attachShadow } = Element.prototype;
    Element.prototype.attachShadow = function (options) {
      const root = attachShadow.call(this, options);
      const note = () => {
        const text = root.querySelector("[role=status].status")?.textContent;
        if (text && text !== window.said.at(-1)) window.said.push(text);
      };
      new MutationObserver(note).observe(root, { subtree: true, childList: true, characterData: true });
      return root;
    };
  });
}

/** What is drawn in the place: where it is, and its layers. */
const drawn = (page) =>
  status(page).evaluate((status) => {
    const { content, backgroundImage, animationName, scale } = getComputedStyle(status, "::before");
    const { top, height } = status.getBoundingClientRect();
    const blocks = backgroundImage.split("linear-gradient").length - 1;
    return { content, blocks, animationName, scale, top, height };
  });

test("Its shape stands there before the styles have come, and neither they nor the article move anything", async ({ page }) => {
  await watch(page);
  const styles = await hold(page, "article-widget.css");
  const document = await hold(page, DOCUMENT);
  await openPage(page, WIDGET, RESERVED);
  await styles.asked;
  await expect(status(page)).toBeAttached();
  const before = await drawn(page);
  // Two lines of the headline, the text, four bars.
  expect(before).toMatchObject({ content: '""', blocks: 7, height: 720 });
  const below = () => page.locator("#below").evaluate((below) => below.getBoundingClientRect().top);
  const place = await below();
  styles.release();
  await expect(status(page)).toHaveText("Loading the article …");
  await settle(page);
  expect(await drawn(page)).toEqual(before);
  expect(await below()).toBeCloseTo(place, 0);
  document.release();
  await expectEvents(page, { ready: 1 });
  // The place for the outcome of an export has the same role.
  await expect(status(page).filter({ hasText: "Loading" })).toHaveCount(0);
  expect(await page.evaluate(() => window.shifts)).toEqual([]);
});

test("Its words are said once, and are not seen", async ({ page }) => {
  await watch(page);
  const document = await hold(page, DOCUMENT);
  await openPage(page, WIDGET);
  await document.asked;
  await expect(status(page)).toHaveText("Loading the article …");
  await expect(status(page).locator("p")).toHaveCSS("clip-path", "inset(50%)");
  document.release();
  await expectEvents(page, { ready: 1 });
  expect(await page.evaluate(() => window.said)).toEqual(["Loading the article …"]);
});

test("It moves unless the reader wants less motion", async ({ page }) => {
  await hold(page, DOCUMENT);
  await openPage(page, WIDGET);
  await expect(status(page)).toHaveText("Loading the article …");
  for (const [wish, name] of [["reduce", "none"], ["no-preference", "wait"]]) {
    await page.emulateMedia({ reducedMotion: wish });
    expect((await drawn(page)).animationName, wish).toBe(name);
  }
});

for (const [locale, scale] of [["de-DE", "none"], ["ar-EG", "-1 1"]]) {
  test.describe(`In a browser set to ${locale}`, () => {
    test.use({ locale });

    test("it begins where the language does", async ({ page }) => {
      await hold(page, DOCUMENT);
      await openPage(page, WIDGET);
      await expect(status(page).locator("p")).not.toBeEmpty();
      expect((await drawn(page)).scale).toBe(scale);
    });
  });
}

test("It is no wider and no higher than the window", async ({ page }) => {
  await hold(page, DOCUMENT);
  await openPage(page, WIDGET, "<style>body { margin: 0 }</style>");
  await expect(status(page)).toHaveText("Loading the article …");
  for (const [width, height] of [[320, 500], [768, 900], [1280, 400]]) {
    await page.setViewportSize({ width, height });
    expect((await drawn(page)).height, `${width} by ${height} px`).toBe(height);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width} by ${height} px`).toBeLessThanOrEqual(width);
  }
});

test("A failure is told in words, without a shape", async ({ page }) => {
  await hurry(page);
  await answer(page, "", { status: 404 });
  await openPage(page, WIDGET);
  await expectEvents(page, { error: 1 });
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("This article could not be loaded.");
  await expect(alert.locator("p")).toHaveCSS("clip-path", "none");
  expect(await alert.evaluate((alert) => getComputedStyle(alert, "::before").content)).toBe("none");
});
