// Where rows of stories meet what is not usual: many stories, a reader who has gone on before the article
// is alive, pictures that do not come, narrow places, a panic, paper.

import { expect, test } from "@playwright/test";
import {
  documentWith,
  dot,
  dots,
  expectAgreement,
  link,
  listen,
  look,
  next,
  openStories,
  picture,
  reach,
  rested,
  row,
  servePictures,
  slide,
  spoken,
  spots,
  stories,
  story,
} from "./carousel.mjs";
import { prerender, servePage } from "./prerendered.mjs";
import { MODULE, expectEvents, failOnce, hold, record, settle } from "./support.mjs";

/** How far the first story that is seen whole stands off the start of the row. */
async function offset(page) {
  const { x } = await row(page).boundingBox();
  return (await slide(page, (await look(page)).first).boundingBox()).x - x;
}

/** Goes on by the button until a story is seen; every step leads to the next story, and is given to `check`. */
async function goOn(page, last, check = () => {}) {
  let here = await expectAgreement(page);
  while (here.last < last) {
    await next(page).click();
    const now = await expectAgreement(page, "button");
    expect(now.first).toBe(here.last + 1);
    await check(now);
    here = now;
  }
}

for (const width of [390, 768, 1000, 1280]) {
  test(`Many stories come before the row has to stop for them, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ reducedMotion: "reduce" });
    await openStories(page, documentWith(stories(40)));
    await reach(page);
    await goOn(page, 36, async ({ first, last }) => {
      if (last < 40) expect(Math.abs(await offset(page)), `the row at ${first}`).toBeLessThan(2);
    });
  });
}

test("A page that is zoomed a little leaves out none of many stories", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await openStories(page, documentWith(stories(60)), { head: "<style>article-widget { zoom: 0.67; }</style>" });
  await reach(page);
  await goOn(page, 55);
});

test("Late stories keep to the height of the row with all that leads to them", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await servePictures(page);
  const long = "A sentence of some length that says what the story is about. ".repeat(3);
  const late = (number) => number > 12 && { image: picture(number), source: "A source", published: "2025-02-24", summary: long };
  await openStories(page, documentWith(stories(30, (number) => late(number) || {})));
  const { height } = await reach(page);
  for (let presses = 0; presses < 4; presses += 1) {
    await next(page).click();
    await rested(page);
  }
  expect((await row(page).boundingBox()).height).toBe(height);
  const { first, last } = await look(page);
  expect(first).toBeGreaterThan(12);
  for (let number = first; number <= last; number += 1) {
    const card = await slide(page, number).boundingBox();
    for (const part of [".teaser-kicker", ".teaser-headline", ".teaser-link", ".teaser-published"]) {
      const box = await slide(page, number).locator(part).boundingBox();
      expect(box.y, `${part} of ${number}`).toBeGreaterThanOrEqual(card.y - 1);
      expect(box.y + box.height, `${part} of ${number}`).toBeLessThanOrEqual(card.y + card.height + 1);
    }
  }
});

test.describe("A row that the reader has gone on in", () => {
  /** A prerendered article with many stories that comes alive once `release` is called. */
  async function openPrerendered(page) {
    const wasm = await hold(page, "article-widget_bg.wasm");
    await record(page);
    const html = prerender(documentWith(stories(40))).replace(/<script type="module".*/s, "");
    const head = '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A page</title>';
    await page.goto(await servePage(page, `${head}<body>${html.replace("<article-widget", '<article-widget loading="eager"')}${MODULE}`));
    await expect(page.locator(".slide")).toHaveCount(40);
    return wasm;
  }

  test("keeps its place as it comes alive", async ({ page }) => {
    const wasm = await openPrerendered(page);
    await row(page).evaluate((row) => row.scrollTo({ left: 6000, behavior: "instant" }));
    const before = await row(page).evaluate(({ scrollLeft }) => scrollLeft);
    expect(before).toBeGreaterThan(5000);
    wasm.release();
    await expectEvents(page, { ready: 1 });
    await reach(page);
    expect(Math.abs((await row(page).evaluate(({ scrollLeft }) => scrollLeft)) - before)).toBeLessThan(2);
    await listen(page);
    const here = await expectAgreement(page);
    await next(page).click();
    expect((await expectAgreement(page, "button")).first).toBe(here.last + 1);
  });

  test("keeps the focus of its last story as it comes alive", async ({ page }) => {
    const wasm = await openPrerendered(page);
    await link(page, 40).focus();
    wasm.release();
    await expectEvents(page, { ready: 1 });
    await settle(page);
    await expect(link(page, 40)).toBeFocused();
  });

  test("and one that nobody has touched comes alive with a few", async ({ page }) => {
    const wasm = await openPrerendered(page);
    wasm.release();
    await expectEvents(page, { ready: 1 });
    await expect(page.locator(".slide")).toHaveCount(12);
    await reach(page);
    await listen(page);
    await expectAgreement(page);
  });
});

test("The button of a place that a wider row has no more hands its focus on", async ({ page }) => {
  await page.setViewportSize({ width: 400, height: 800 });
  await page.emulateMedia({ reducedMotion: "reduce" });
  await openStories(page, documentWith(stories(8)));
  await reach(page);
  await dot(page, 8).click();
  await rested(page);
  await page.setViewportSize({ width: 900, height: 800 });
  await expect(dots(page)).not.toHaveCount(8);
  await expect(page.locator(".dot[aria-current]")).toBeFocused();
});

test("A press that slips a little is a click still", async ({ page }) => {
  await openStories(page, documentWith(stories(6)));
  await reach(page);
  const box = await link(page, 1).boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 2, y + 8, { steps: 3 });
  await page.mouse.up();
  await page.waitForURL(/#story-1$/);
});

test("Words that are selected can be dragged away", async ({ page }) => {
  const errors = [];
  page.on("pageerror", (error) => errors.push(error));
  await openStories(page, documentWith(stories(6)));
  await reach(page);
  const { summary } = await spots(page, 1);
  await slide(page, 1)
    .locator(".teaser-summary .words")
    .evaluate((words) => getSelection().selectAllChildren(words));
  await page.evaluate(() => {
    document.addEventListener("dragstart", (event) => (window.dragged = event.defaultPrevented ? "nothing" : event.dataTransfer.getData("text/plain")));
  });
  await page.mouse.move(summary.x, summary.y);
  await page.mouse.down();
  await page.mouse.move(summary.x + 40, summary.y + 40, { steps: 5 });
  await page.mouse.up();
  await expect.poll(() => page.evaluate(() => window.dragged)).toContain("what the story is about");
  expect(errors).toEqual([]);
});

test("A picture that does not come leaves its place empty, without the mark of the browser", async ({ page }) => {
  await openStories(page, documentWith(stories(6, (number) => ({ image: { ...picture(number), src: `gone-${number}.jpg`, sources: [] } }))));
  await reach(page);
  const image = slide(page, 1).locator("img");
  const { height } = await image.boundingBox();
  await expect(image).toHaveCSS("visibility", "hidden");
  expect((await image.boundingBox()).height).toBe(height);
});

test("After a panic the whole card leads to its story still", async ({ page }) => {
  await openStories(page, documentWith(stories(6)));
  // A part of the views' work fails, once.
  await page.evaluate(failOnce);
  await page.locator("article-widget").evaluate((widget) => widget.shadowRoot.querySelector("[value=next]").click());
  await expectEvents(page, { ready: 1, error: 1 });
  await reach(page);
  const { headline } = await spots(page, 1);
  await page.mouse.click(headline.x, headline.y);
  await page.waitForURL(/#story-1$/);
});

test.describe("Between paragraphs", () => {
  for (const [width, fit] of [
    [320, 1],
    [768, 2],
    [1280, 2],
  ]) {
    test(`a row is as wide as they are, ${width} px wide`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await openStories(page, documentWith(stories(6), { body: [{ paragraph: "A paragraph." }, { related: "more" }, { paragraph: "Another." }] }));
      const box = await reach(page);
      const { first, last } = await expectAgreement(page);
      expect([first, last]).toEqual([1, fit]);
      const paragraph = await page.locator(".body > p").first().boundingBox();
      expect(Math.abs(box.x - paragraph.x)).toBeLessThan(1);
      expect(Math.abs(box.width - paragraph.width)).toBeLessThan(1);
    });
  }
});

test("Many stories have no pickers, and no group of them", async ({ page }) => {
  await openStories(page, documentWith(stories(30)));
  await reach(page);
  await expect(page.locator(".carousel-place")).toHaveText(/of 30$/);
  await expect(page.locator(".dots")).not.toHaveAttribute("role");
  await expect(page.locator(".dots")).not.toHaveAttribute("aria-label");
});

test("On paper are all stories that are on the page, with all their words", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await openStories(page, documentWith([...stories(20), story(21, { headline: "The last one" })]));
  await reach(page);
  for (let presses = 0; presses < 5; presses += 1) {
    await next(page).click();
    await rested(page);
  }
  await expect(spoken(page)).not.toBeEmpty();
  const count = await page.locator(".slide").count();
  expect(count).toBeGreaterThan(12);
  await page.emulateMedia({ media: "print" });
  const heights = await page.locator(".teaser").evaluateAll((cards) => cards.map((card) => [card.clientHeight, card.scrollHeight]));
  expect(heights).toHaveLength(count);
  for (const [shown, needed] of heights) {
    expect(shown).toBeGreaterThan(80);
    expect(needed).toBeLessThanOrEqual(shown + 1);
  }
});
