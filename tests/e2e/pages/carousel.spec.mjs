// The carousel of related stories: every way to move it, and that after each of them what it says of
// itself is what is on the screen.

import { expect, test } from "@playwright/test";
import {
  documentWith,
  dot,
  dots,
  drag,
  expectAgreement,
  inWord,
  link,
  listen,
  look,
  next,
  openStories,
  position,
  press,
  previous,
  reach,
  rested,
  row,
  said,
  selected,
  slide,
  spoken,
  spots,
  stories,
  story,
  swipe,
} from "./carousel.mjs";
import { useFonts } from "./fonts.mjs";
import { embed, answer, changed, expectEvents, hasFocus, hold, openDemo, openPage, settle, tabTo } from "./support.mjs";

const STORIES = 6;

/** Opens the demonstration, alive. */
async function open(page) {
  await openDemo(page);
  await reach(page);
  await listen(page);
}

/** Opens the demonstration as it is read from right to left. */
async function openRightToLeft(page) {
  await answer(page, changed((document) => (document.language = "ps")));
  await openPage(page, embed(), '<meta name="viewport" content="width=device-width">');
  await expectEvents(page, { ready: 1 });
  await reach(page);
  await listen(page);
}

/** Where "next" leads from here: the first story that is not seen whole comes to the start, if the end allows it. */
async function expectNext(page, before, by = "button") {
  const now = await expectAgreement(page, by);
  if (!now.isAtEnd) expect(now.first).toBe(before.last + 1);
  expect(now.first, "no story is left out").toBeLessThanOrEqual(before.last + 1);
  expect(now.last, "at least one more is seen").toBeGreaterThan(before.last);
  return now;
}

/** Where "previous" leads from here: the mirror of "next". */
async function expectPrevious(page, before, by = "button") {
  const now = await expectAgreement(page, by);
  if (!now.isAtStart) expect(now.last).toBe(before.first - 1);
  expect(now.last, "no story is left out").toBeGreaterThanOrEqual(before.first - 1);
  expect(now.first, "at least one more is seen").toBeLessThan(before.first);
  return now;
}

for (const [direction, openRow] of Object.entries({ "left to right": open, "right to left": openRightToLeft })) {
  const sign = direction === "left to right" ? 1 : -1;
  for (const width of [320, 768, 1280]) {
    test.describe(`${width} px wide, ${direction}`, () => {
      test.use({ viewport: { width, height: 800 } });
      test.beforeEach(({ page }) => openRow(page));

      test("“Next” and “Previous” move by what fits, to the ends and not beyond", async ({ page }) => {
        let here = await expectAgreement(page);
        expect(here.first).toBe(1);
        for (let presses = 0; !here.isAtEnd; presses += 1) {
          expect(presses).toBeLessThan(STORIES);
          await next(page).click();
          here = await expectNext(page, here);
        }
        expect(await hasFocus(next(page)), "the button keeps the focus").toBe(true);
        await press(next(page));
        await page.keyboard.press("Enter");
        expect(await expectAgreement(page, "page")).toEqual(here);
        for (let presses = 0; !here.isAtStart; presses += 1) {
          expect(presses).toBeLessThan(STORIES);
          await previous(page).click();
          here = await expectPrevious(page, here);
        }
        expect(await hasFocus(previous(page))).toBe(true);
        await press(previous(page));
        expect((await expectAgreement(page, "page")).place).toBe(here.place);
      });

      test("Each dot leads to its stories, and says so", async ({ page }) => {
        const count = await dots(page).count();
        expect(count).toBeGreaterThan(1);
        for (const number of [count, 1, 2, count - 1 || 1]) {
          const label = await dot(page, number).getAttribute("aria-label");
          const isThere = (await dot(page, number).getAttribute("aria-current")) === "true";
          await press(dot(page, number));
          const now = await expectAgreement(page, isThere ? "page" : "button");
          expect(position(now)).toBe(label);
          await expect(dot(page, number)).toHaveAttribute("aria-current", "true");
          expect(await hasFocus(dot(page, number)), "it keeps the focus").toBe(true);
        }
      });

      test("A part of the next story shows that there is more", async ({ page }) => {
        const { cut } = await expectAgreement(page);
        expect(cut).toHaveLength(1);
        expect(cut[0]).toBeGreaterThan(12);
        await next(page).click();
        const then = await expectAgreement(page, "button");
        expect(then.cut.length).toBeGreaterThanOrEqual(1);
      });

      test("All stories are equally high and wide", async ({ page }) => {
        const boxes = await page.locator(".teaser").evaluateAll((cards) =>
          cards.map((card) => {
            const { width, height } = card.getBoundingClientRect();
            return [width, height];
          }),
        );
        expect(boxes).toHaveLength(STORIES);
        for (const [width, height] of boxes) {
          expect(width).toBeCloseTo(boxes[0][0], 1);
          expect(height).toBeCloseTo(boxes[0][1], 1);
        }
      });

      test("Two quick presses lead twice as far, and a press back on the way turns back", async ({ page }) => {
        const start = await look(page);
        await next(page).dblclick();
        const far = await expectAgreement(page, "button");
        await page.reload();
        await page.locator(".standfirst").click();
        await expectEvents(page, { ready: 1 });
        await reach(page);
        await listen(page);
        await next(page).click();
        await expectAgreement(page, "button");
        if ((await next(page).getAttribute("aria-disabled")) === "false") {
          await next(page).click();
          await expectAgreement(page, "button");
        }
        expect((await look(page)).place).toBe(far.place);
        // And to and fro in one go is nowhere.
        await previous(page).click();
        await expectAgreement(page, "button");
        const middle = await look(page);
        if (!middle.isAtStart) {
          await press(previous(page));
          await expectAgreement(page, "button");
        }
        await next(page).click();
        await previous(page).click();
        const back = await expectAgreementAfterTurning(page);
        expect(back.place).toBe(start.place);
      });

      test("A wheel tells the controls where the row is", async ({ page }) => {
        await row(page).hover();
        await page.mouse.wheel(sign * 280, 0);
        await expect.poll(() => look(page).then(({ place }) => place)).toBeGreaterThan(0);
        expect((await expectAgreement(page)).first).toBeGreaterThan(1);
        await page.mouse.wheel(sign * 9000, 0);
        await expect(next(page)).toHaveAttribute("aria-disabled", "true");
        expect((await expectAgreement(page)).last).toBe(STORIES);
        await page.mouse.wheel(-sign * 9000, 0);
        await expect(previous(page)).toHaveAttribute("aria-disabled", "true");
        expect((await expectAgreement(page)).first).toBe(1);
      });

      test("Pulling with the mouse moves the row, and letting go brings it to rest at a story", async ({ page }) => {
        const { blank } = await spots(page, 1);
        const { width } = await row(page).boundingBox();
        const by = Math.min(width * 0.75, 500);
        await drag(page, blank, -sign * by, { isHeld: true });
        await expect.poll(() => look(page).then(({ place }) => place)).toBeGreaterThan(0);
        const there = await expectAgreement(page);
        expect(there.first).toBeGreaterThan(1);
        const { blank: grip } = await spots(page, there.first);
        await drag(page, grip, sign * by, { isHeld: true });
        expect((await expectAgreement(page)).first).toBe(1);
      });

      test("The keyboard works every control, and each keeps the focus", async ({ page }) => {
        let here = await look(page);
        await previous(page).focus();
        await tabTo(page, next(page), 12);
        await page.keyboard.press("Enter");
        here = await expectNext(page, here);
        if (!here.isAtEnd) {
          await page.keyboard.press("Space");
          here = await expectNext(page, here);
        }
        const count = await dots(page).count();
        const before = page.locator(".carousel-controls button:visible").nth(count);
        await page.keyboard.press("Shift+Tab");
        // The button before it: the last dot.
        expect(await hasFocus(before)).toBe(true);
        for (let step = 0; step < count; step += 1) await page.keyboard.press("Shift+Tab");
        expect(await hasFocus(previous(page))).toBe(true);
        await page.keyboard.press("Enter");
        await expectPrevious(page, here);
        expect(await hasFocus(previous(page))).toBe(true);
      });

      test("Tab brings every story in that it comes to, one after the other, forwards and backwards", async ({ page }) => {
        await next(page).focus();
        for (let number = 1; number <= STORIES; number += 1) {
          await page.keyboard.press("Tab");
          // Where a browser lets the row itself be reached, it comes first.
          if (await hasFocus(row(page))) await page.keyboard.press("Tab");
          expect(await hasFocus(link(page, number))).toBe(true);
          await expectInView(page, number);
        }
        for (let number = STORIES - 1; number >= 1; number -= 1) {
          await page.keyboard.press("Shift+Tab");
          expect(await hasFocus(link(page, number))).toBe(true);
          await expectInView(page, number);
        }
      });

      test("Arrow keys scroll the row as the browser does", async ({ page }) => {
        await link(page, 1).focus();
        await page.keyboard.press(sign > 0 ? "ArrowRight" : "ArrowLeft");
        await expect.poll(() => look(page).then(({ place }) => place)).toBeGreaterThan(0);
        expect((await expectAgreement(page)).first).toBeGreaterThan(1);
        await page.keyboard.press(sign > 0 ? "ArrowLeft" : "ArrowRight");
        await expect.poll(() => look(page).then(({ place }) => place)).toBe(0);
        await expectAgreement(page);
      });
    });
  }
}

/** After several presses in a row the announcement may tell of each, but ends with the last. */
async function expectAgreementAfterTurning(page) {
  await rested(page);
  await page.evaluate(() => window.said.splice(0));
  return expectAgreement(page, "page");
}

async function expectInView(page, number) {
  const { first, last } = await expectAgreement(page);
  expect(first, `story ${number} is seen whole`).toBeLessThanOrEqual(number);
  expect(last, `story ${number} is seen whole`).toBeGreaterThanOrEqual(number);
}

/** A mouse, in all that it may do. */
test.describe("A mouse", () => {
  test.use({ viewport: { width: 768, height: 800 } });

  /** Notes clicks on links that would lead away, and does not let them. */
  async function catchClicks(page) {
    await page.evaluate(() => {
      window.clicked = [];
      window.dragged = 0;
      document.addEventListener("click", (event) => {
        const link = event.composedPath().find((node) => node.localName === "a");
        if (!link) return;
        if (!event.defaultPrevented) window.clicked.push(link.getAttribute("href"));
        event.preventDefault();
      });
      document.addEventListener("dragstart", (event) => event.defaultPrevented || (window.dragged += 1));
    });
  }
  const clicked = (page) => page.evaluate(() => window.clicked.splice(0));

  async function openRow(page, more) {
    await openStories(page, documentWith(stories(8, more)));
    await reach(page);
    await catchClicks(page);
  }

  test("A pull on a link is no click and drags no link", async ({ page }) => {
    await openRow(page);
    const { link } = await spots(page, 2);
    await drag(page, link, -250, { isHeld: true });
    expect((await expectAgreement(page)).first).toBeGreaterThan(1);
    expect(await clicked(page)).toEqual([]);
    expect(await page.evaluate(() => window.dragged)).toBe(0);
    // The next click is one again.
    const { link: other } = await spots(page, 3);
    await page.mouse.click(other.x, other.y);
    expect(await clicked(page)).toEqual(["articles/related.html#story-3"]);
  });

  test("A pull on a picture is no click and drags no picture", async ({ page }) => {
    await openRow(page, (number) => ({ image: { src: `picture-${number}.svg`, width: 600, height: 400, decorative: true } }));
    const { image } = await spots(page, 2);
    await drag(page, image, -250, { isHeld: true });
    expect((await expectAgreement(page)).first).toBeGreaterThan(1);
    expect(await clicked(page)).toEqual([]);
    expect(await page.evaluate(() => window.dragged)).toBe(0);
  });

  test("A pull that comes back to where it began is no click either", async ({ page }) => {
    await openRow(page);
    const { blank } = await spots(page, 1);
    await drag(page, blank, -200, { isReleased: false });
    await page.mouse.move(blank.x + 1, blank.y, { steps: 6 });
    await page.mouse.up();
    expect((await expectAgreement(page)).first).toBe(1);
    expect(await clicked(page)).toEqual([]);
  });

  test("A tremble is a click", async ({ page }) => {
    await openRow(page);
    const { blank } = await spots(page, 1);
    await drag(page, blank, 3, { steps: 2 });
    expect(await clicked(page)).toEqual(["articles/related.html#story-1"]);
    expect((await expectAgreement(page)).place).toBe(0);
  });

  test("A flick leads on, even a short one, and never back", async ({ page }) => {
    await openRow(page);
    const { blank } = await spots(page, 2);
    // Not half of the way, but in no time.
    await drag(page, blank, -90, { steps: 3, isQuick: true });
    await expect.poll(() => look(page).then(({ first }) => first)).toBeGreaterThan(1);
    const there = await expectAgreement(page);
    const { blank: grip } = await spots(page, there.first);
    await drag(page, grip, 90, { steps: 3, isQuick: true });
    await expect.poll(() => look(page).then(({ first }) => first)).toBeLessThan(there.first);
    await expectAgreement(page);
    expect(await clicked(page)).toEqual([]);
  });

  test("A short pull that is held before it is let go of falls back", async ({ page }) => {
    await openRow(page);
    const { blank } = await spots(page, 2);
    await drag(page, blank, -60, { isHeld: true });
    expect((await expectAgreement(page)).first).toBe(1);
  });

  test("The row follows the pointer, pixel by pixel, and is grabbed", async ({ page }) => {
    await openRow(page);
    const { blank } = await spots(page, 2);
    await drag(page, blank, -123, { isReleased: false });
    expect((await look(page)).place).toBe(123);
    await expect(row(page)).toHaveCSS("cursor", "grabbing");
    await expect(row(page)).toHaveCSS("scroll-snap-type", "none");
    await page.mouse.up();
    await expectAgreement(page);
    await expect(row(page)).not.toHaveCSS("cursor", "grabbing");
    await expect(row(page)).toHaveCSS("scroll-snap-type", "x mandatory");
  });

  test("At the ends there is nothing to pull, and letting go there stays there", async ({ page }) => {
    await openRow(page);
    const { blank } = await spots(page, 1);
    await drag(page, blank, 200);
    expect((await expectAgreement(page)).place).toBe(0);
    await row(page).evaluate((viewport) => viewport.scrollTo({ left: 99_999, behavior: "instant" }));
    const end = await expectAgreement(page);
    expect(end.isAtEnd).toBe(true);
    const { blank: grip } = await spots(page, end.last);
    await drag(page, grip, -200);
    expect((await expectAgreement(page)).place).toBe(end.place);
    expect(await clicked(page)).toEqual([]);
  });

  test("Let go of outside of the row, or of the window, it is let go of", async ({ page }) => {
    await openRow(page);
    const { blank } = await spots(page, 2);
    await drag(page, blank, -200, { isReleased: false });
    await page.mouse.move(blank.x - 200, 5, { steps: 3 });
    await page.mouse.up();
    const there = await expectAgreement(page);
    expect(there.first).toBeGreaterThan(1);
    await page.mouse.move(300, blank.y, { steps: 3 });
    expect((await expectAgreement(page)).place, "it no longer follows").toBe(there.place);
    expect(await clicked(page)).toEqual([]);
  });

  test("Other buttons of the mouse pull nothing", async ({ page }) => {
    await openRow(page);
    const { blank } = await spots(page, 2);
    for (const button of ["right", "middle"]) {
      await page.mouse.move(blank.x, blank.y);
      await page.mouse.down({ button });
      await page.mouse.move(blank.x - 150, blank.y, { steps: 5 });
      expect((await look(page)).place).toBe(0);
      await page.mouse.up({ button });
    }
  });

  for (const words of ["headline", "summary"]) {
    test(`A pull over the words of a ${words} selects them and does not move the row`, async ({ page }) => {
      await openRow(page);
      const { start, end, letters } = await inWord(page, 1, words);
      // Against the direction of the text, which is where the row could go.
      await drag(page, end, start.x - end.x, { isReleased: false });
      expect((await look(page)).place).toBe(0);
      await page.mouse.up();
      expect((await expectAgreement(page)).place).toBe(0);
      expect(await selected(page)).toBe(letters);
      expect(await clicked(page), "whoever selects a text does not want to leave").toEqual([]);
    });
  }

  test("After a pull the buttons go on from there", async ({ page }) => {
    await openRow(page);
    const { blank } = await spots(page, 2);
    await drag(page, blank, -250, { isHeld: true });
    const there = await expectAgreement(page);
    await next(page).click();
    await expectNext(page, there);
  });

  test("A row that glides can be caught and pulled", async ({ page }) => {
    await openRow(page);
    const { blank } = await spots(page, 2);
    await next(page).click();
    await page.mouse.move(blank.x, blank.y);
    await expect.poll(() => look(page).then(({ place }) => place)).toBeGreaterThan(4);
    await page.mouse.down();
    await page.mouse.move(blank.x + 60, blank.y, { steps: 4 });
    await page.waitForTimeout(250);
    await page.mouse.up();
    await expectAgreement(page);
  });
});

for (const language of ["en", "ps"]) {
  test.describe(`By touch, ${language}`, () => {
    test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } });

    test("A swipe moves the row by what it threw, and is no click", async ({ page }) => {
      await openStories(page, documentWith(stories(6), { language }));
      const [far, near] = language === "en" ? [350, 100] : [40, 290];
      await swipe(page, far, near);
      await expect(previous(page)).toHaveAttribute("aria-disabled", "false");
      let here = await expectAgreement(page);
      expect(here.first).toBeGreaterThan(1);
      while (!here.isAtStart) {
        const { first } = here;
        await swipe(page, near, far);
        await expect.poll(() => look(page).then((now) => now.first)).toBeLessThan(first);
        here = await expectAgreement(page);
      }
      expect(page.url()).toContain("own.html");
      await page.touchscreen.tap(...Object.values(await middle(next(page))));
      await expectAgreement(page, "button");
    });
  });
}

async function middle(locator) {
  const { x, y, width, height } = await locator.boundingBox();
  return { x: x + width / 2, y: y + height / 2 };
}

test.describe("How it moves", () => {
  /** The places that the row is seen at while "next" takes it on. */
  async function placesOnTheWay(page) {
    await open(page);
    await row(page).evaluate((viewport) => {
      window.places = new Set();
      viewport.addEventListener("scroll", () => window.places.add(Math.round(viewport.scrollLeft)));
    });
    await next(page).click();
    await expectAgreement(page, "button");
    return page.evaluate(() => window.places.size);
  }

  test("It glides where the reader has nothing against motion", async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "no-preference" });
    expect(await placesOnTheWay(page)).toBeGreaterThan(1);
  });

  test("It jumps where the reader prefers less motion, whatever moves it", async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    expect(await placesOnTheWay(page)).toBe(1);
    await press(dot(page, 1));
    await expectAgreement(page, "button");
    await page.evaluate(() => window.places.clear());
    const { blank } = await spots(page, 3);
    await drag(page, blank, -250, { steps: 1, isHeld: true });
    expect((await expectAgreement(page)).first).toBeGreaterThan(1);
    expect(await page.evaluate(() => window.places.size), "the pull, and one jump").toBeLessThanOrEqual(2);
  });
});

test.describe("What comes first", () => {
  test("The first press of a button, which brings the article alive, is announced as any other", async ({ page }) => {
    await page.goto("/index.html");
    await reach(page);
    await listen(page);
    const before = await look(page);
    await next(page).click();
    await expect.poll(() => look(page).then(({ first }) => first)).toBeGreaterThan(1);
    await expectNext(page, before);
  });

  test("A press while the focus was on a story is announced once, where it ends", async ({ page }) => {
    await open(page);
    await link(page, 1).focus();
    const before = await look(page);
    await next(page).click();
    await expectNext(page, before);
  });
});

test.describe("Another width", () => {
  test("keeps the story that the row is at", async ({ page }) => {
    await open(page);
    await press(dot(page, 2));
    await expectAgreement(page, "button");
    for (const width of [400, 900, 320, 1100]) {
      await page.setViewportSize({ width, height: 800 });
      const { first, isAtEnd } = await expectAgreement(page, "page");
      if (!isAtEnd) expect(first, `at ${width} px`).toBe(2);
    }
  });

  for (const [from, to] of [[1280, 500], [500, 1280], [768, 320]]) {
    test(`from ${from} to ${to} px in the middle of a glide leads to the same stories`, async ({ page }) => {
      await page.setViewportSize({ width: from, height: 800 });
      await openStories(page, documentWith(stories(12)));
      await reach(page);
      const start = await look(page);
      await next(page).click();
      await expect.poll(() => look(page).then(({ place }) => place)).toBeGreaterThan(4);
      await page.setViewportSize({ width: to, height: 800 });
      await rested(page);
      // On a machine that is busy it may have been there, and have said so, before the page changed.
      expect((await said(page)).length).toBeLessThanOrEqual(2);
      const now = await expectAgreement(page, "page");
      expect(now.first).toBe(start.last + 1);
    });
  }

  for (const width of [333.33, 481.7, 777.77, 1024.5]) {
    test(`may be of fractions of a pixel: ${width} px`, async ({ page }) => {
      await openStories(page, documentWith(stories(6)), { around: (widget) => `<div style="inline-size: ${width}px">${widget}</div>` });
      await reach(page);
      let here = await expectAgreement(page);
      while (!here.isAtEnd) {
        await next(page).click();
        here = await expectNext(page, here);
      }
      while (!here.isAtStart) {
        await previous(page).click();
        here = await expectPrevious(page, here);
      }
    });
  }
});

const SCALES = {
  "zoomed by the page to 150%": "article-widget { zoom: 1.5; }",
  "zoomed by the page to 67%": "article-widget { zoom: 0.67; }",
  "scaled to 80%": "article-widget { transform: scale(0.8); transform-origin: 0 0; }",
  "scaled to 130%": "article-widget { transform: scale(1.3); transform-origin: 0 0; inline-size: 600px; }",
};
for (const [name, css] of Object.entries(SCALES)) {
  for (const language of ["en", "ps"]) {
    test(`A page that is ${name} changes nothing, ${language}`, async ({ page }) => {
      await openStories(page, documentWith(stories(6), { language }), { head: `<style>${css}</style>` });
      await reach(page);
      const sign = language === "en" ? 1 : -1;
      let here = await expectAgreement(page);
      await next(page).click();
      here = await expectNext(page, here);
      await press(dot(page, 1));
      await expectAgreement(page, "button");
      const { blank } = await spots(page, 1);
      const { width } = await slide(page, 1).boundingBox();
      const by = Math.round(width * 0.7);
      await drag(page, blank, -sign * by, { isReleased: false });
      const now = await spots(page, 1);
      expect(Math.abs(now.blank.x - blank.x + sign * by), "the card stays under the pointer").toBeLessThan(3);
      // Held still, so that it is not thrown.
      await page.waitForTimeout(250);
      await page.mouse.up();
      expect((await expectAgreement(page)).first).toBeGreaterThan(1);
      await link(page, 5).focus();
      await page.keyboard.press("Tab");
      await expectInView(page, 6);
    });
  }
}

test.describe("What is not on the screen", () => {
  const HIDDEN = {
    "display: none": {
      around: (widget) => `<div id="around" style="display: none">${widget}</div>`,
      show: () => (document.getElementById("around").style.display = "block"),
      hide: () => (document.getElementById("around").style.display = "none"),
    },
    "the attribute hidden": {
      around: (widget) => `<div id="around" hidden>${widget}</div>`,
      show: () => (document.getElementById("around").hidden = false),
      hide: () => (document.getElementById("around").hidden = true),
    },
    "closed details": {
      around: (widget) => `<details id="around"><summary>More</summary>${widget}</details>`,
      show: () => (document.getElementById("around").open = true),
      hide: () => (document.getElementById("around").open = false),
    },
  };
  for (const [name, { around, show, hide }] of Object.entries(HIDDEN)) {
    test(`is ready once it is shown: ${name}`, async ({ page }) => {
      await openStories(page, documentWith(stories(6)), { around });
      await page.evaluate(show);
      await expect(row(page)).toBeVisible();
      await reach(page);
      const start = await expectAgreement(page);
      expect(start.first).toBe(1);
      await next(page).click();
      await expectNext(page, start);
      // Hidden again, and shown again, it is where the browser has put it.
      await page.evaluate(hide);
      await settle(page);
      await page.evaluate(show);
      await expect(row(page)).toBeVisible();
      const again = await expectAgreement(page, "page");
      if (again.isAtEnd) await previous(page).click();
      else await next(page).click();
      await expectAgreement(page, "button");
    });
  }

  test("Put into another place of the page, it says where it is there", async ({ page }) => {
    await openStories(page, documentWith(stories(6)));
    await reach(page);
    await next(page).click();
    await expectAgreement(page, "button");
    await page.evaluate(() => {
      const place = document.createElement("div");
      document.body.append(place);
      place.append(document.querySelector("article-widget"));
    });
    await settle(page);
    await expect(row(page)).toBeVisible();
    const here = await expectAgreement(page, "page");
    await reach(page);
    if (here.isAtEnd) await previous(page).click();
    else await next(page).click();
    await expectAgreement(page, "button");
  });
});

// How many stories fit by the width of the window; the last of each is where they just fit.
const WIDTHS = { 320: 1, 480: 1, 500: 2, 768: 2, 800: 3, 1024: 3, 1050: 4, 1300: 4, 1330: 5, 1800: 5 };
/** A page whose article is as wide as the window. */
const FULL = "<style>body { margin: 0; }</style>";

for (const count of [1, 2, 3, 4, 5, 6]) {
  test(`${count === 1 ? "One story has" : `${count} stories have`} controls where there is no room for all`, async ({ page }) => {
    const widths = Object.entries(WIDTHS).filter(([, fit]) => Math.abs(fit - count) <= 1);
    await page.setViewportSize({ width: Number(widths[0][0]), height: 800 });
    await openStories(page, documentWith(stories(count)), { head: FULL });
    for (const [width, fit] of widths) {
      await test.step(`${width} px have room for ${fit}`, async () => {
        await page.setViewportSize({ width: Number(width), height: 800 });
        await reach(page);
        const { first, last, hasControls, cut } = await expectAgreement(page);
        expect([first, last]).toEqual([1, Math.min(count, fit)]);
        expect(hasControls).toBe(count > fit);
        expect(cut).toHaveLength(count > fit ? 1 : 0);
        // They fill the row, which is in the middle of the widget.
        const box = await row(page).boundingBox();
        const end = await slide(page, last).evaluate((slide) => slide.getBoundingClientRect().right);
        if (count <= fit) expect(end).toBeCloseTo(box.x + box.width, 0);
        expect(box.x).toBeCloseTo(width - box.x - box.width, 0);
      });
    }
  });
}

test("Without stories there is no carousel", async ({ page }) => {
  await openStories(page, documentWith([]));
  await expect(page.locator("article-widget .article")).toBeVisible();
  await expect(page.locator(".carousel")).toHaveCount(0);
});

test("Before it is alive it is a row that can be scrolled, and its controls hold their places", async ({ page }) => {
  const code = await hold(page, "article-widget_bg.wasm");
  await page.goto("/index.html");
  await reach(page);
  const places = () =>
    page.locator(".carousel").evaluate((carousel) =>
      [...carousel.querySelectorAll(".carousel-title, .carousel-button, .viewport, .slide")].map((element) => {
        // Of a title its text: the dots come into the room beside it.
        const range = document.createRange();
        range.selectNodeContents(element);
        const { x, y, width, height } = (element.matches(".carousel-title") ? range : element).getBoundingClientRect();
        return [x, y - carousel.getBoundingClientRect().y, width, height].map(Math.round);
      }),
    );
  const before = await places();
  code.release();
  await page.locator(".standfirst").click();
  await expect(dots(page).first()).toBeVisible();
  await reach(page);
  await listen(page);
  await expectAgreement(page);
  expect(await places(), "nothing has moved").toEqual(before);
});

test.describe("A thousand stories", () => {
  const MANY = 1000;
  const onThePage = (page) => page.locator(".slide").count();

  test.beforeEach(async ({ page }) => {
    await openStories(page, documentWith(stories(MANY)));
    await reach(page);
  });

  test("are put on the page as the reader comes near, and the place is said in numbers", async ({ page }) => {
    expect(await onThePage(page)).toBe(12);
    await expect(dots(page)).toHaveCount(0);
    let here = await expectAgreement(page);
    expect(here.count).toBe(MANY);
    for (let presses = 0; presses < 6; presses += 1) {
      await next(page).click();
      here = await expectNext(page, here);
      const count = await onThePage(page);
      expect(count, "a step ahead").toBeGreaterThanOrEqual(here.last + (here.last - here.first + 1));
      expect(count, "and not much more").toBeLessThanOrEqual(here.last + 2 * (here.last - here.first + 1) + 12);
    }
    while (!here.isAtStart) {
      await previous(page).click();
      here = await expectPrevious(page, here);
    }
  });

  test("go on however fast the reader scrolls", async ({ page }) => {
    await row(page).hover();
    for (let turn = 0; turn < 5; turn += 1) {
      const before = await onThePage(page);
      await page.mouse.wheel(20_000, 0);
      await expect.poll(() => onThePage(page)).toBeGreaterThan(before);
      await expectAgreementWithin(page);
    }
  });

  test("cost nothing while nobody sees them, and are as high as the others when somebody does", async ({ page }) => {
    await row(page).hover();
    await page.mouse.wheel(20_000, 0);
    await expect.poll(() => onThePage(page)).toBeGreaterThan(12);
    await rested(page);
    const late = page.locator(".slide[data-late]");
    expect(await late.count()).toBe((await onThePage(page)) - 12);
    await expect(late.first()).toHaveCSS("content-visibility", "auto");
    const heights = await page.locator(".slide").evaluateAll((slides) => slides.map((slide) => slide.getBoundingClientRect().height));
    expect(new Set(heights.map(Math.round)).size).toBe(1);
  });

  /** At the end of those that are on the page there is still more to come. */
  async function expectAgreementWithin(page) {
    await rested(page);
    const found = await look(page);
    expect(found.next).toBe("false");
    expect(found.written.map((words) => words.trim())).toEqual([position(found).replace(/^\w+ /, "").replace(" to ", "–")]);
  }
});

test.describe("The last story of many", () => {
  test("is reached by the buttons, with all that come on the way", async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await openStories(page, documentWith(stories(40)));
    await reach(page);
    let here = await expectAgreement(page);
    for (let presses = 0; !here.isAtEnd; presses += 1) {
      expect(presses).toBeLessThan(40);
      await next(page).click();
      here = await expectNext(page, here);
    }
    expect(here.last).toBe(40);
    await expect(page.locator(".slide")).toHaveCount(40);
  });
});

test("A headline of one long word makes no card wider than its column", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  const headline = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
  await openStories(page, documentWith([story(1), story(2, { headline }), story(3)]));
  await reach(page);
  const widths = await page.locator(".slide").evaluateAll((slides) => slides.map((slide) => Math.round(slide.getBoundingClientRect().width)));
  expect(new Set(widths).size).toBe(1);
  const here = await expectAgreement(page);
  expect(here.cut).toHaveLength(1);
  await next(page).click();
  await expectNext(page, here);
  const isInside = await page.locator(".teaser-headline").nth(1).evaluate((words) => words.scrollWidth <= words.clientWidth);
  expect(isInside, "the word is broken").toBe(true);
});

test("Fonts that come late leave it where it is", async ({ page }) => {
  await open(page);
  await press(dot(page, 2));
  const before = await expectAgreement(page, "button");
  const { height } = await row(page).boundingBox();
  await useFonts(page, "150%");
  await settle(page);
  expect((await row(page).boundingBox()).height, "the words take more room").toBeGreaterThan(height);
  expect((await expectAgreement(page, "page")).first).toBe(before.first);
  await expect(spoken(page)).toHaveText(position(before));
});
