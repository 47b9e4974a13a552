// What the tests of the carousel share: rows of stories, ways to move them, and the one check that
// follows every move.

import { expect } from "@playwright/test";
import { inWords, lookAt, position } from "./carousel-look.mjs";
import { documentOf } from "./chart.mjs";
import { MODULE, answer, element, expectEvents, openPage, settle } from "./support.mjs";

/** How many places to rest at have a button each, at most. */
const MOST_DOTS = 10;

export { position };

/** A story, counted from 1. */
export const story = (number, more = {}) => ({
  kicker: "Economy",
  headline: `Story number ${number}`,
  summary: "A sentence or two that say what the story is about.",
  href: `articles/related.html#story-${number}`,
  ...more,
});

/** As many stories. */
export const stories = (count, more = () => ({})) => Array.from({ length: count }, (_, index) => story(index + 1, more(index + 1)));

/** A document whose row has these stories, without a chart that could be picked from. */
export const documentWith = (teasers, more = {}) =>
  documentOf([], { body: [{ paragraph: "A paragraph." }], charts: [], related: [{ id: "more", title: "Related stories", teasers }], ...more });

/**
 * Opens a page whose only article is this document, and waits until it is alive with all its styles.
 * `around` writes what stands around the element.
 */
export async function openStories(page, document, { around = (widget) => widget, head = "", attributes = "" } = {}) {
  await answer(page, document);
  const widget = element(`src="articles/alibaba-ai-investment.json" loading="eager" ${attributes}`);
  await openPage(page, `<h1>A page</h1>${around(widget)}${MODULE}`, `<meta name="viewport" content="width=device-width">${head}`);
  await expectEvents(page, { ready: 1 });
  await expect
    .poll(() => page.locator("article-widget").evaluate((widget) => [...widget.shadowRoot.querySelectorAll("link")].every(({ sheet }) => sheet)))
    .toBe(true);
  await listen(page);
}

export const row = (page) => page.locator(".viewport");
export const next = (page) => page.getByRole("button", { name: "Next stories" });
export const previous = (page) => page.getByRole("button", { name: "Previous stories" });
export const dots = (page) => page.locator(".dot:visible");
export const dot = (page, number) => dots(page).nth(number - 1);
export const slide = (page, number) => page.locator(".slide").nth(number - 1);
export const link = (page, number) => slide(page, number).locator(".teaser-link");
export const spoken = (page) => page.locator(".carousel > [aria-live]");

/** From here on notes whatever the carousel says to screen readers. */
export function listen(page) {
  return page.evaluate(() => {
    const live = document.querySelector("article-widget").shadowRoot.querySelector(".carousel > [aria-live]");
    window.said = [];
    if (!live) return;
    new MutationObserver(() => live.textContent && window.said.push(live.textContent)).observe(live, {
      characterData: true,
      childList: true,
      subtree: true,
    });
  });
}

/** What was said since this was last asked. */
export const said = (page) => page.evaluate(() => window.said.splice(0));

/** Waits until the row is at rest and what follows from that is on the page. */
export async function rested(page) {
  await row(page).evaluate(async (viewport) => {
    const isMoving = () => "moving" in viewport.dataset || "dragged" in viewport.dataset;
    for (let place, still = 0; still < 15; place = viewport.scrollLeft) {
      await new Promise(requestAnimationFrame);
      still = viewport.scrollLeft === place && !isMoving() ? still + 1 : 0;
    }
  });
  await settle(page);
}

/** See `lookAt`. */
export const look = (page) => row(page).evaluate(lookAt);

/**
 * That the indicator, what is announced, the buttons and what is on the screen agree. To be asked after
 * every move; `by` is what moved the row: "button", "page" where the reader did nothing or it has not moved,
 * else nothing. Only a move by a button is announced. Gives what was seen.
 */
export async function expectAgreement(page, by) {
  await rested(page);
  const found = await look(page);
  const { first, last, count, dots, written } = found;
  const where = position(found);
  expect(found.isWhole, "at rest at least one story is seen whole").toBe(true);
  expect({ previous: found.previous, next: found.next }, `the buttons at ${where}`).toEqual({
    previous: String(found.isAtStart),
    next: String(found.isAtEnd),
  });
  expect(last === count, "the last story is seen at the end and nowhere else").toBe(found.isAtEnd);
  expect(first === 1, "the first story is seen at the start and nowhere else").toBe(found.isAtStart);
  if (found.isAtStart && found.isAtEnd) {
    expect(found.hasControls, "nothing to go to needs no controls").toBe(false);
  } else {
    expect(found.hasControls, "where there is more there are controls").toBe(true);
    if (dots.length > 0) {
      expect(dots.filter(({ isCurrent }) => isCurrent).map(({ label }) => label)).toEqual([where]);
      expect(dots.length).toBeLessThanOrEqual(MOST_DOTS);
      expect(written).toEqual([]);
      expect(new Set(dots.map(({ label }) => label)).size, "no two places are called the same").toBe(dots.length);
      for (const { isCurrent, isDisabled } of dots) expect(isDisabled).toBe(isCurrent);
    } else {
      const numbers = first === last ? inWords(first) : `${inWords(first)}–${inWords(last)}`;
      expect(written.map((words) => words.trim())).toEqual([`${numbers} of ${inWords(count)}`]);
    }
  }
  for (const [index, name] of found.names.entries()) expect(name).toMatch(new RegExp(`^${inWords(index + 1)} of ${inWords(count)}: .`));
  const announced = await said(page);
  if (by === "button") expect(announced, "a move by a button is announced once, where it ends").toEqual([where]);
  else expect(announced, "only a move by a button is announced").toEqual([]);
  if (by !== "page") expect(found.live, "what is said is of here").toBe(by === "button" ? where : "");
  return found;
}

/** Presses a button that says that it is disabled, which Playwright would wait for. */
export const press = (button) => button.click({ force: true });

/** Brings the row to the middle of the window, so that a mouse can reach all of it; its box. */
export async function reach(page) {
  await row(page).evaluate((viewport) => viewport.scrollIntoView({ block: "center", behavior: "instant" }));
  await settle(page);
  return row(page).boundingBox();
}

/** Where the words of a story are, and where its card is blank, in the window. */
export function spots(page, number) {
  return slide(page, number).evaluate((slide) => {
    const middle = (element) => {
      const { left, top, width, height } = element.getClientRects()[0];
      return { x: left + width / 2, y: top + height / 2 };
    };
    const card = slide.querySelector(".teaser").getBoundingClientRect();
    const image = slide.querySelector("img");
    return {
      headline: middle(slide.querySelector(".teaser-headline .words")),
      summary: slide.querySelector(".teaser-summary") && middle(slide.querySelector(".teaser-summary .words")),
      link: middle(slide.querySelector(".teaser-link")),
      image: image && middle(image),
      // The padding.
      blank: { x: card.left + card.width / 2, y: card.top + (image ? card.height - 6 : 6) },
    };
  });
}

/** The words that are selected, in the widget or around it. */
export const selected = (page) =>
  page.evaluate(() => (document.querySelector("article-widget").shadowRoot.getSelection?.() ?? getSelection()).toString());

/**
 * Two places in the longest word of a part of a story, and the letters between them. Both lie between two
 * letters, where every browser and every font sees the same place in the text: in the middle of a letter
 * half a pixel decides.
 */
export function inWord(page, number, part) {
  return slide(page, number)
    .locator(`.teaser-${part} .words`)
    .evaluate((words) => {
      const text = words.firstChild;
      const [longest] = text.data.match(/\p{L}+/gu).sort((one, other) => other.length - one.length);
      const start = text.data.indexOf(longest) + 1;
      const end = start + longest.length - 2;
      const between = (offset) => {
        const range = document.createRange();
        range.setStart(text, offset);
        range.setEnd(text, offset + 1);
        const { left, top, height } = range.getBoundingClientRect();
        return { x: Math.round(left), y: Math.round(top + height / 2) };
      };
      return { start: between(start), end: between(end), letters: text.data.slice(start, end) };
    });
}

/**
 * Pulls with the mouse from one place of the window by so many pixels, in steps of a frame each.
 * A hand that holds still before it lets go throws nothing.
 */
export async function drag(page, { x, y }, by, { steps = 8, isHeld = false, isQuick = false, isReleased = true } = {}) {
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= steps; step += 1) {
    await page.mouse.move(x + (by * step) / steps, y);
    if (!isQuick) await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  // Longer than what counts as the last moments of a throw.
  if (isHeld) await page.waitForTimeout(250);
  if (isReleased) await page.mouse.up();
}

/** Swipes with a finger, in the middle of the row. */
export async function swipe(page, from, to) {
  const { y, height } = await reach(page);
  const input = await page.context().newCDPSession(page);
  const point = (x) => [{ x, y: y + height / 2 }];
  await input.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: point(from) });
  for (let step = 1; step <= 10; step += 1) {
    await input.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: point(from + ((to - from) * step) / 10) });
  }
  await input.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await input.detach();
}

/** A picture in several files. */
export const picture = (number) => ({
  src: `picture-${number}.svg`,
  width: 1200,
  height: 800,
  sources: [
    { src: `picture-${number}-400.svg`, width: 400 },
    { src: `picture-${number}-800.svg`, width: 800 },
  ],
});

/** Answers for pictures, each of one colour by its number; notes which were asked for. */
export async function servePictures(page) {
  const asked = [];
  await page.route("**/picture-*.svg", (route) => {
    const name = new URL(route.request().url()).pathname.split("/").at(-1);
    asked.push(name);
    const hue = (Number(name.match(/\d+/)[0]) * 67) % 360;
    const body = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800"><rect width="1200" height="800" fill="hsl(${hue} 45% 55%)"/></svg>`;
    return route.fulfill({ contentType: "image/svg+xml", body });
  });
  return asked;
}
