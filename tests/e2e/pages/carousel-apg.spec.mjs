// The carousel pattern of the W3C's ARIA Authoring Practices Guide, point by point: each test is named
// after the point that it holds the carousel to. https://www.w3.org/WAI/ARIA/apg/patterns/carousel/
//
// It is the basic style, with slide picker controls in a group, as the grouped style has them. Rotation
// is optional in the pattern; there is none here, so the points about it are tested as its absence.

import { expect, test } from "@playwright/test";
import { dot, dots, expectAgreement, link, listen, look, next, previous, reach, rested, row, spoken } from "./carousel.mjs";
import { hasFocus, openDemo, tabTo } from "./support.mjs";

const STORIES = 6;

const carousel = (page) => page.getByRole("region", { name: "Related stories" });
const slides = (page) => carousel(page).locator('[aria-roledescription="slide"]');
const picker = (page) => carousel(page).getByRole("group", { name: "Choose which stories to show" });

test.use({ viewport: { width: 768, height: 800 } });
test.beforeEach(async ({ page }) => {
  await openDemo(page);
  await reach(page);
  await listen(page);
});

test.describe("About this pattern", () => {
  test("Slide: a single content container within a set of content containers", async ({ page }) => {
    await expect(slides(page)).toHaveCount(STORIES);
    for (const slide of await slides(page).all()) {
      await expect(slide.getByRole("heading")).toHaveCount(1);
      await expect(slide.locator('[aria-roledescription="slide"]')).toHaveCount(0);
    }
  });

  test("Next Slide Control: an interactive element, often styled as an arrow, that displays the next slide", async ({ page }) => {
    const before = await look(page);
    await next(page).click();
    const now = await expectAgreement(page, "button");
    expect(now.first).toBe(Math.min(before.last + 1, STORIES - (before.last - before.first)));
  });

  test("Previous Slide Control: an interactive element, often styled as an arrow, that displays the previous slide", async ({ page }) => {
    await next(page).click();
    await expectAgreement(page, "button");
    await previous(page).click();
    expect((await expectAgreement(page, "button")).first).toBe(1);
  });

  test("Slide Picker Controls: a group of elements, often styled as small dots, that enable the user to pick a specific slide", async ({ page }) => {
    const labels = await dots(page).evaluateAll((dots) => dots.map(({ ariaLabel }) => ariaLabel));
    expect(labels.length).toBeGreaterThan(1);
    for (let number = labels.length; number > 1; number -= 1) {
      await dot(page, number).click();
      const { first, last, count } = await expectAgreement(page, "button");
      expect(labels[number - 1]).toBe(`Stories ${first} to ${last} of ${count}`);
    }
  });

  test("Features needed: buttons for displaying the previous and next slides", async ({ page }) => {
    await expect(previous(page)).toBeVisible();
    await expect(next(page)).toBeVisible();
  });

  test("Rotation Control: there is none, because nothing rotates", async ({ page }) => {
    await expect(carousel(page).getByRole("button", { name: /play|pause|stop|start|rotat/i })).toHaveCount(0);
    const before = await look(page);
    await page.evaluate(() => {
      window.hasMoved = false;
      document.querySelector("article-widget").shadowRoot.querySelector(".viewport").addEventListener("scroll", () => (window.hasMoved = true));
    });
    // Long enough for what would move by itself to begin, with the pointer and the focus elsewhere.
    await page.mouse.move(0, 0);
    await page.waitForTimeout(6_000);
    expect(await page.evaluate(() => window.hasMoved)).toBe(false);
    expect(await look(page)).toEqual(before);
  });

  test("The rotation control's order: what moves the slides comes before them in the sequence of the Tab key", async ({ page }) => {
    const order = await carousel(page).evaluate((carousel) =>
      [...carousel.querySelectorAll("button, a[href], [tabindex]")].filter((element) => element.checkVisibility()).map(({ localName }) => localName),
    );
    expect(order.slice(order.indexOf("a"))).toEqual(Array(STORIES).fill("a"));
    expect(order.slice(0, order.indexOf("a")).every((name) => name === "button")).toBe(true);
    await tabTo(page, previous(page), 90);
    for (let count = await dots(page).count(); count > 0; count -= 1) {
      await page.keyboard.press("Tab");
      expect(await hasFocus(dot(page, (await dots(page).count()) - count + 1))).toBe(true);
    }
    await page.keyboard.press("Tab");
    expect(await hasFocus(next(page))).toBe(true);
  });
});

test.describe("Keyboard interaction", () => {
  test("Tab and Shift + Tab: move focus through the interactive elements of the carousel as specified by the page tab sequence", async ({ page }) => {
    const focusable = carousel(page).locator("button:visible, a");
    await tabTo(page, focusable.first(), 90);
    const count = await focusable.count();
    for (let index = 0; index < count; index += 1) {
      expect(await hasFocus(focusable.nth(index)), `number ${index}`).toBe(true);
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Shift+Tab");
    for (let index = count - 1; index > 0; index -= 1) {
      expect(await hasFocus(focusable.nth(index)), `number ${index}`).toBe(true);
      await page.keyboard.press("Shift+Tab");
    }
    expect(await hasFocus(focusable.first())).toBe(true);
  });

  test("Button elements implement the keyboard interaction defined in the button pattern: Space and Enter activate the button", async ({ page }) => {
    for (const key of ["Enter", "Space"]) {
      await next(page).focus();
      await page.keyboard.press(key);
      expect((await expectAgreement(page, "button")).isAtStart).toBe(false);
      await previous(page).focus();
      await page.keyboard.press(key);
      await expectAgreement(page, "button");
      await dot(page, 2).focus();
      await page.keyboard.press(key);
      expect((await expectAgreement(page, "button")).first).toBe(2);
      await dot(page, 1).focus();
      await page.keyboard.press(key);
      expect((await expectAgreement(page, "button")).first).toBe(1);
    }
  });

  test("Activating the rotation, next and previous slide controls does not move focus, so users may easily repetitively activate them", async ({ page }) => {
    for (const button of [next(page), previous(page), dot(page, 2)]) {
      await button.click();
      await expectAgreement(page, "button");
      expect(await hasFocus(button)).toBe(true);
      // Again, and again at the end, where it leads nowhere.
      for (let press = 0; press < STORIES; press += 1) await page.keyboard.press("Enter");
      await rested(page);
      expect(await hasFocus(button)).toBe(true);
      await page.evaluate(() => window.said.splice(0));
    }
  });

  test("Whatever has the focus is in view", async ({ page }) => {
    await next(page).focus();
    for (let number = 1; number <= STORIES; number += 1) {
      await page.keyboard.press("Tab");
      expect(await hasFocus(link(page, number))).toBe(true);
      const { first, last } = await expectAgreement(page);
      expect(first <= number && number <= last, `story ${number} of ${first} to ${last}`).toBe(true);
    }
  });
});

test.describe("WAI-ARIA roles, states, and properties: basic", () => {
  test("A carousel container element that encompasses all components of the carousel has either role region or role group", async ({ page }) => {
    await expect(carousel(page)).toHaveCount(1);
    for (const part of [previous(page), next(page), picker(page), row(page), spoken(page)]) {
      expect(await part.evaluate((part) => Boolean(part.closest('[aria-roledescription="carousel"]')))).toBe(true);
    }
    await expect(carousel(page).locator(".slide")).toHaveCount(STORIES);
  });

  test("The carousel container has the aria-roledescription property set to carousel", async ({ page }) => {
    await expect(carousel(page)).toHaveAttribute("aria-roledescription", "carousel");
  });

  test("If the carousel has a visible label, its accessible label is provided by the property aria-labelledby on the carousel container set to the ID of the element containing the visible label", async ({ page }) => {
    await expect(carousel(page).getByRole("heading", { level: 2 })).toHaveText("Related stories");
    const isLabel = await carousel(page).evaluate((carousel) => carousel.getRootNode().getElementById(carousel.getAttribute("aria-labelledby")) === carousel.querySelector("h2"));
    expect(isLabel).toBe(true);
    expect(await carousel(page).getAttribute("aria-label")).toBe(null);
  });

  test("Since the aria-roledescription is set to carousel, the label does not contain the word carousel", async ({ page }) => {
    await expect(carousel(page)).not.toHaveAccessibleName(/carousel/i);
    for (const button of await carousel(page).getByRole("button").all()) await expect(button).not.toHaveAccessibleName(/carousel|slide/i);
  });

  test("The rotation control, next slide control, and previous slide control are either native button elements or implement the button pattern", async ({ page }) => {
    for (const button of await carousel(page).getByRole("button").all()) {
      expect(await button.evaluate(({ localName, type }) => `${localName} ${type}`)).toBe("button button");
    }
    await expect(next(page)).toHaveRole("button");
    await expect(previous(page)).toHaveRole("button");
  });

  test("The rotation control has an accessible label: there is no such control to label, and no state of it", async ({ page }) => {
    await expect(carousel(page).locator("[aria-pressed]")).toHaveCount(0);
  });

  test("Each slide container has role group with the property aria-roledescription set to slide", async ({ page }) => {
    for (const slide of await page.locator(".slide").all()) {
      await expect(slide).toHaveRole("group");
      await expect(slide).toHaveAttribute("aria-roledescription", "slide");
    }
  });

  test("Each slide has an accessible label: it names the story and its position, as “3 of 10”", async ({ page }) => {
    for (let index = 0; index < STORIES; index += 1) {
      const headline = await slides(page).nth(index).getByRole("heading").innerText();
      await expect(slides(page).nth(index)).toHaveAccessibleName(`${index + 1} of ${STORIES}: ${headline}`);
    }
  });

  test("Since the aria-roledescription property is set to slide, the label does not contain the word slide", async ({ page }) => {
    for (const slide of await slides(page).all()) await expect(slide).not.toHaveAccessibleName(/slide/i);
  });

  test("Optionally, an element wrapping the set of slide elements has aria-live set to polite if the carousel is not automatically rotating: what is in view is said politely, and only after a button", async ({ page }) => {
    // An element of its own, so that nobody hears whole stories.
    await expect(spoken(page)).toHaveAttribute("aria-live", "polite");
    await expect(spoken(page)).toBeEmpty();
    expect(await row(page).evaluate((row) => row.closest("[aria-live]"))).toBe(null);
    await next(page).click();
    const now = await expectAgreement(page, "button");
    await expect(spoken(page)).toHaveText(`Stories ${now.first} to ${now.last} of ${STORIES}`);
    await row(page).hover();
    await page.mouse.wheel(-2_000, 0);
    await expect(previous(page)).toHaveAttribute("aria-disabled", "true");
    await expectAgreement(page);
    await expect(spoken(page)).toBeEmpty();
  });

  test("Slides that are out of view keep their names and their links, so that a reader of the whole list misses none", async ({ page }) => {
    for (const slide of await slides(page).all()) {
      expect(await slide.evaluate((slide) => slide.inert || Boolean(slide.closest("[aria-hidden=true]")))).toBe(false);
      await expect(slide.getByRole("link")).toHaveCount(1);
    }
  });
});

test.describe("WAI-ARIA roles, states, and properties: grouped", () => {
  test("The set of slide picker controls is contained in an element with role group", async ({ page }) => {
    await expect(picker(page)).toHaveCount(1);
    const isInside = await dots(page).evaluateAll((dots) => dots.every((dot) => dot.parentElement.role === "group"));
    expect(isInside).toBe(true);
  });

  test("The group containing the picker controls has an accessible label set to the value of aria-label that identifies the purpose of the controls", async ({ page }) => {
    await expect(picker(page)).toHaveAttribute("aria-label", "Choose which stories to show");
  });

  test("The slide picker controls are either native button elements or implement the button pattern", async ({ page }) => {
    expect(await picker(page).getByRole("button").count()).toBe(await dots(page).count());
  });

  test("The accessible name of each picker button matches the name of the slides that it shows", async ({ page }) => {
    for (let number = 1; number <= (await dots(page).count()); number += 1) {
      await expect(dot(page, number)).toHaveAccessibleName(/^(Story \d of 6|Stories \d to \d of 6)$/);
    }
  });

  test("The picker button representing the currently displayed slide has the property aria-disabled set to true", async ({ page }) => {
    const states = () => dots(page).evaluateAll((dots) => dots.map((dot) => dot.getAttribute("aria-disabled")));
    expect((await states()).map((state) => state === "true")).toEqual((await states()).map((_, index) => index === 0));
    await dot(page, 2).click();
    await expectAgreement(page, "button");
    expect((await states()).map((state) => state === "true")).toEqual((await states()).map((_, index) => index === 1));
    // Not the attribute disabled, so that it stays in the sequence of the Tab key.
    await expect(page.locator(".dot[disabled]")).toHaveCount(0);
  });

  test("Picker buttons are large enough to be hit: at least 24 by 24 CSS pixels", async ({ page }) => {
    for (const button of await carousel(page).locator("button:visible").all()) {
      const { width, height } = await button.boundingBox();
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
    }
  });
});
