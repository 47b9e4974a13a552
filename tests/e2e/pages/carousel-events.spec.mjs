// What the page is told when a reader moves a row of stories.

import { expect, test } from "@playwright/test";
import { documentWith, dot, drag, link, look, next, openStories, previous, rested, row, slide, spots, stories } from "./carousel.mjs";

test.use({ viewport: { width: 1280, height: 900 } });

/** The details of the events so far, each once. */
const told = (page) => page.evaluate(() => window.slides.splice(0));

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    window.slides = [];
    addEventListener("article-widget-slide", ({ detail, bubbles, composed, cancelable }) => {
      window.slides.push(detail);
      if (!bubbles || !composed || cancelable) throw new Error("another kind of event");
    });
  });
  await openStories(page, documentWith(stories(9)));
  await row(page).scrollIntoViewIfNeeded();
  await rested(page);
});

/** That the page is told of one move, by these means, which ended where the reader sees it end. */
async function expectMove(page, by) {
  await rested(page);
  const { first, last } = await look(page);
  await expect.poll(() => page.evaluate(() => window.slides.length)).toBe(1);
  expect(await told(page)).toEqual([{ related: "more", first, last, count: 9, by }]);
}

test("By buttons and dots", async ({ page }) => {
  await next(page).click();
  await expectMove(page, "button");
  await dot(page, 2).click();
  await expectMove(page, "button");
  await previous(page).click();
  await expectMove(page, "button");
});

test("By a wheel", async ({ page }) => {
  await row(page).hover();
  await page.mouse.wheel(500, 0);
  await expectMove(page, "scroll");
});

test("By the keyboard", async ({ page }) => {
  await link(page, 1).focus();
  for (let story = 1; story < 9; story += 1) await page.keyboard.press("Tab");
  await rested(page);
  expect((await told(page)).map(({ by }) => by)).not.toContain("scroll");
  await page.keyboard.press("Shift+Tab");
  for (let story = 1; story < 6; story += 1) await page.keyboard.press("Shift+Tab");
  await rested(page);
  const all = await told(page);
  expect(all.length).toBeGreaterThan(0);
  expect(new Set(all.map(({ by }) => by))).toEqual(new Set(["keyboard"]));
});

test("By pulling", async ({ page }) => {
  const { blank } = await spots(page, 3);
  await drag(page, blank, -400, { isHeld: true });
  await expectMove(page, "drag");
});

test("Not by the page, nor by another width", async ({ page }) => {
  await page.setViewportSize({ width: 700, height: 900 });
  await rested(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  await rested(page);
  expect(await told(page)).toEqual([]);
  await expect(slide(page, 1)).toBeInViewport();
});
