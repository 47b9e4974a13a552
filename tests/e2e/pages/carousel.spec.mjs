// The carousel of related stories: its buttons, swipes, the keyboard, and what it says of itself.

import { expect, test } from "@playwright/test";
import { answer, atRest, changed, embed, expectEvents, hasFocus, openDemo, openPage, tabTo } from "./support.mjs";

const STORIES = 6;

/** Which stories are in full view, by their places from 0. */
function inView(page) {
  return page.locator(".viewport").evaluate((viewport) => {
    const frame = viewport.getBoundingClientRect();
    return [...viewport.children].flatMap((slide, index) => {
      const { left, right } = slide.getBoundingClientRect();
      return left >= frame.left - 1 && right <= frame.right + 1 ? [index] : [];
    });
  });
}

const first = async (page) => (await inView(page))[0];
const last = async (page) => (await inView(page)).at(-1);
const next = (page) => page.getByRole("button", { name: "Next story" });
const previous = (page) => page.getByRole("button", { name: "Previous story" });
/** How far the row is scrolled, in either direction of reading. */
const place = (page) => page.locator(".viewport").evaluate((viewport) => Math.abs(viewport.scrollLeft));

/** Clicks on a button that says it is disabled, which Playwright would wait for. */
const press = (button) => button.click({ force: true });

/** Presses "next" until the carousel says that it is at its end; the number of presses. */
async function goToEnd(page) {
  for (let presses = 0; presses < STORIES; presses += 1) {
    if ((await next(page).getAttribute("aria-disabled")) === "true") return presses;
    const before = await place(page);
    await next(page).click();
    await expect.poll(() => place(page)).toBeGreaterThan(before + 1);
    await atRest(page);
  }
  throw new Error("“next” never came to an end");
}

for (const width of [320, 768, 1280]) {
  test.describe(`${width} px wide`, () => {
    test.use({ viewport: { width, height: 800 } });
    test.beforeEach(({ page }) => openDemo(page));

    test("“Next” and “Previous” scroll by one story", async ({ page }) => {
      expect(await first(page)).toBe(0);
      await expect(previous(page)).toHaveAttribute("aria-disabled", "true");
      await expect(next(page)).toHaveAttribute("aria-disabled", "false");
      await next(page).click();
      await expect.poll(() => first(page)).toBe(1);
      await expect(previous(page)).toHaveAttribute("aria-disabled", "false");
      await next(page).click();
      await expect.poll(() => first(page)).toBe(2);
      await previous(page).click();
      await expect.poll(() => first(page)).toBe(1);
      await previous(page).click();
      await expect.poll(() => first(page)).toBe(0);
      await expect(previous(page)).toHaveAttribute("aria-disabled", "true");
    });

    test("the end shows the last story, keeps the focus on the button, and leads nowhere", async ({ page }) => {
      await goToEnd(page);
      expect(await last(page)).toBe(STORIES - 1);
      await expect(next(page)).toHaveAttribute("aria-disabled", "true");
      expect(await hasFocus(next(page)), "the button keeps the focus").toBe(true);
      const end = await place(page);
      await press(next(page));
      await page.keyboard.press("Enter");
      await atRest(page);
      expect(await place(page)).toBe(end);
      await expect(next(page)).toHaveAttribute("aria-disabled", "true");
      // A press that leads nowhere leaves nothing behind: one step back is one step.
      await previous(page).click();
      await expect.poll(() => place(page)).toBeLessThan(end - 1);
      await atRest(page);
      await next(page).click();
      await expect.poll(() => place(page)).toBe(end);
    });

    test("“Previous” at the start leads nowhere", async ({ page }) => {
      await press(previous(page));
      await atRest(page);
      expect(await place(page)).toBe(0);
      await next(page).click();
      await expect.poll(() => first(page)).toBe(1);
    });

    test("two quick presses lead two stories on", async ({ page }) => {
      await next(page).dblclick();
      await expect.poll(() => first(page)).toBe(2);
      await atRest(page);
      expect(await first(page)).toBe(2);
      await previous(page).dblclick();
      await expect.poll(() => first(page)).toBe(0);
    });

    test("a press on the way to somewhere else turns back", async ({ page }) => {
      await next(page).click();
      await previous(page).click();
      await expect.poll(async () => {
        await atRest(page);
        return first(page);
      }).toBe(0);
      await expect(previous(page)).toHaveAttribute("aria-disabled", "true");
    });
  });
}

test.describe("Other ways to move", () => {
  test.beforeEach(({ page }) => openDemo(page));

  test("Scrolling with a wheel tells the buttons where the row is", async ({ page }) => {
    await page.locator(".viewport").hover();
    await page.mouse.wheel(500, 0);
    await expect(previous(page)).toHaveAttribute("aria-disabled", "false");
    await page.mouse.wheel(5000, 0);
    await expect(next(page)).toHaveAttribute("aria-disabled", "true");
    expect(await last(page)).toBe(STORIES - 1);
    await page.mouse.wheel(-9000, 0);
    await expect(previous(page)).toHaveAttribute("aria-disabled", "true");
    await expect(next(page)).toHaveAttribute("aria-disabled", "false");
  });

  test("A button goes on from where the reader has scrolled to", async ({ page }) => {
    await page.locator(".viewport").hover();
    await page.mouse.wheel(300, 0);
    await expect.poll(() => first(page)).toBeGreaterThan(0);
    await atRest(page);
    const here = await first(page);
    await next(page).click();
    await expect.poll(() => first(page)).toBe(here + 1);
  });

  test("The keyboard works the buttons, with Enter and with Space", async ({ page }) => {
    await tabTo(page, next(page));
    await page.keyboard.press("Enter");
    await expect.poll(() => first(page)).toBe(1);
    await page.keyboard.press("Space");
    await expect.poll(() => first(page)).toBe(2);
    await page.keyboard.press("Shift+Tab");
    expect(await hasFocus(previous(page))).toBe(true);
    await page.keyboard.press("Enter");
    await expect.poll(() => first(page)).toBe(1);
  });

  test("A link that gets the focus comes into view", async ({ page }) => {
    const link = page.locator(".teaser-link").last();
    await tabTo(page, link);
    await expect.poll(() => last(page)).toBe(STORIES - 1);
    await expect(next(page)).toHaveAttribute("aria-disabled", "true");
  });

  test("The row keeps its story when the window becomes narrower", async ({ page }) => {
    await next(page).click();
    await expect.poll(() => first(page)).toBe(1);
    await atRest(page);
    await page.setViewportSize({ width: 400, height: 800 });
    await expect.poll(() => first(page)).toBe(1);
    await expect(previous(page)).toHaveAttribute("aria-disabled", "false");
    await expect(next(page)).toHaveAttribute("aria-disabled", "false");
  });
});

test("In a language that is read from right to left it goes the other way", async ({ page }) => {
  await answer(page, changed((document) => (document.language = "ar")));
  await openPage(page, embed());
  await expectEvents(page, { ready: 1 });
  const [one, two] = await page
    .locator(".slide")
    .evaluateAll((slides) => slides.map((slide) => slide.getBoundingClientRect().left));
  expect(two, "the second story stands to the left of the first").toBeLessThan(one);
  await expect(previous(page)).toHaveAttribute("aria-disabled", "true");
  await next(page).click();
  await expect.poll(() => first(page)).toBe(1);
  await expect(previous(page)).toHaveAttribute("aria-disabled", "false");
  await goToEnd(page);
  expect(await last(page)).toBe(STORIES - 1);
  await previous(page).click();
  await expect(next(page)).toHaveAttribute("aria-disabled", "false");
});

test.describe("By touch", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } });

  test("A swipe moves the row and tells the buttons", async ({ page, context }) => {
    await openDemo(page);
    const viewport = page.locator(".viewport");
    await viewport.scrollIntoViewIfNeeded();
    const box = await viewport.boundingBox();
    const input = await context.newCDPSession(page);
    const y = box.y + box.height / 2;
    const swipe = async (from, to) => {
      await input.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x: from, y }] });
      for (let step = 1; step <= 10; step += 1) {
        const x = from + ((to - from) * step) / 10;
        await input.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: [{ x, y }] });
      }
      await input.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    };
    await swipe(350, 100);
    await expect(previous(page)).toHaveAttribute("aria-disabled", "false");
    await expect.poll(() => first(page)).toBeGreaterThan(0);
    await atRest(page);
    await swipe(20, 370);
    await expect(previous(page)).toHaveAttribute("aria-disabled", "true");
    expect(await first(page)).toBe(0);
  });
});

test.describe("How it moves", () => {
  /** The places that the row is seen at while "next" takes it to the second story. */
  async function placesOnTheWay(page) {
    await openDemo(page);
    await page.locator(".viewport").evaluate((viewport) => {
      window.places = new Set();
      viewport.addEventListener("scroll", () => window.places.add(Math.round(viewport.scrollLeft)));
    });
    await next(page).click();
    await expect.poll(() => first(page)).toBe(1);
    await atRest(page);
    return page.evaluate(() => window.places.size);
  }

  test("It glides where the reader has nothing against motion", async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "no-preference" });
    expect(await placesOnTheWay(page)).toBeGreaterThan(1);
  });

  test("It jumps where the reader prefers less motion", async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    expect(await placesOnTheWay(page)).toBe(1);
  });
});

test("Its roles and names are those of the W3C's basic carousel", async ({ page }) => {
  await openDemo(page);
  const carousel = page.getByRole("region", { name: "Related stories" });
  await expect(carousel).toHaveAttribute("aria-roledescription", "carousel");
  const slides = carousel.locator('[aria-roledescription="slide"]');
  await expect(slides).toHaveCount(STORIES);
  for (let index = 0; index < STORIES; index += 1) {
    await expect(slides.nth(index)).toHaveRole("group");
    await expect(slides.nth(index)).toHaveAccessibleName(`${index + 1} of ${STORIES}`);
  }
  await expect(carousel.getByRole("button")).toHaveCount(2);
  const order = await carousel.evaluate((carousel) =>
    [...carousel.querySelectorAll("button, a")].map((element) => element.localName).join(" "),
  );
  expect(order, "the buttons come before what they move").toMatch(/^button button( a){6}$/);
});
