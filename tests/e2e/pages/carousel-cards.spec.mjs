// The cards of the carousel: what leads to a story, and how; words that can be selected; pictures; dates.

import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import {
  documentWith,
  drag,
  expectAgreement,
  inWord,
  link,
  look,
  next,
  openStories,
  picture,
  reach,
  row,
  selected,
  servePictures,
  slide,
  spots,
  stories,
  story,
} from "./carousel.mjs";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

async function openCards(page, more = () => ({}), document = {}, count = 6) {
  await servePictures(page);
  await openStories(page, documentWith(stories(count, more), document));
  await reach(page);
}

const STORY = (number) => new RegExp(`articles/related\\.html#story-${number}$`);

/** Where on a card, with a picture or without one. */
const PLACES = ["headline", "summary", "link", "blank", "image"];

for (const place of PLACES) {
  const more = (number) => (place === "image" ? { image: picture(number) } : {});

  test.describe(`On the ${place} of a card`, () => {
    test("a click leads to the story", async ({ page }) => {
      await openCards(page, more);
      const at = (await spots(page, 1))[place];
      await page.mouse.click(at.x, at.y);
      await page.waitForURL(STORY(1));
    });

    for (const modifier of ["Control", "Shift"]) {
      test(`a click with ${modifier} opens another page, and this one stays`, async ({ page, context }) => {
        await openCards(page, more);
        const at = (await spots(page, 1))[place];
        const opened = context.waitForEvent("page");
        await page.keyboard.down(modifier);
        await page.mouse.click(at.x, at.y);
        await page.keyboard.up(modifier);
        const other = await opened;
        await other.waitForURL(STORY(1));
        expect(page.url()).toContain("own.html");
        expect(context.pages()).toHaveLength(2);
      });
    }

    test("a click with the middle button opens another page that knows nothing of this one", async ({ page, context }) => {
      await openCards(page, more);
      const at = (await spots(page, 1))[place];
      const opened = context.waitForEvent("page");
      await page.mouse.click(at.x, at.y, { button: "middle" });
      const other = await opened;
      await other.waitForURL(STORY(1));
      expect(await other.evaluate(() => window.opener)).toBe(null);
      expect(page.url()).toContain("own.html");
      expect(context.pages()).toHaveLength(2);
    });

    test("a click with the right button leads nowhere", async ({ page, context }) => {
      await openCards(page, more);
      const at = (await spots(page, 1))[place];
      await page.mouse.click(at.x, at.y, { button: "right" });
      await expectAgreement(page);
      expect(page.url()).toContain("own.html");
      expect(context.pages()).toHaveLength(1);
    });
  });
}

test("The page around it hears of one click on the link, wherever the card was clicked", async ({ page }) => {
  await openCards(page);
  await page.evaluate(() => {
    window.clicks = [];
    document.addEventListener("click", (event) => {
      const link = event.composedPath().find((node) => node.localName === "a");
      if (!link) return;
      window.clicks.push(link.getAttribute("href"));
      event.preventDefault();
    });
  });
  const { headline, summary, link, blank } = await spots(page, 1);
  for (const { x, y } of [headline, summary, link, blank]) {
    await page.mouse.click(x, y);
    expect(await page.evaluate(() => window.clicks.splice(0))).toEqual(["articles/related.html#story-1"]);
  }
  expect(page.url()).toContain("own.html");
});

test("Enter on the link leads to the story", async ({ page }) => {
  await openCards(page);
  await link(page, 2).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(STORY(2));
});

for (const words of ["headline", "summary"]) {
  test(`The words of the ${words} can be selected by a drag`, async ({ page }) => {
    await openCards(page);
    const { start, end, letters } = await inWord(page, 1, words);
    await drag(page, start, end.x - start.x);
    expect(await selected(page)).toBe(letters);
    expect((await expectAgreement(page)).place).toBe(0);
    expect(page.url()).toContain("own.html");
  });
}

test("Each card has one link, and nothing interactive in or around it", async ({ page }) => {
  await openCards(page, (number) => ({ image: picture(number), source: "A source", published: "2025-02-24" }));
  for (const card of await page.locator(".teaser").all()) {
    expect(await card.locator("a, button, input, [tabindex], [role=button], [role=link]").count()).toBe(1);
    expect(await card.locator("a :is(a, button, [tabindex])").count()).toBe(0);
    expect(await card.evaluate((card) => card.parentElement.closest("a, button"))).toBe(null);
  }
});

test("A card ends in its link, which is no louder than what stands beside it", async ({ page }) => {
  await openCards(page, () => ({ source: "A source", published: "2025-02-24" }));
  const foot = slide(page, 1).locator(".teaser-foot");
  await expect(foot).toHaveText(/A source.*24 February 2025.*Read more: Story number 1$/);
  const look = (part) =>
    foot.locator(part).evaluate((part) => {
      const { color, fontSize, fontWeight } = getComputedStyle(part);
      return [color, fontSize, fontWeight];
    });
  expect(await look(".teaser-link")).toEqual(await look(".teaser-source"));
  await expect(link(page, 1)).toHaveCSS("text-decoration-line", "underline");
});

test("The name of the link has the headline in it, and what is seen comes first", async ({ page }) => {
  await openCards(page);
  for (let number = 1; number <= 6; number += 1) {
    await expect(link(page, number)).toHaveAccessibleName(new RegExp(`^Read more ?: Story number ${number}$`));
  }
});

test.describe("Where the pointer is a finger", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } });

  test("the link lies over the whole card: a long press holds the link, whatever is under it", async ({ page }) => {
    await openCards(page, (number) => ({ image: picture(number), source: "A source" }));
    for (const at of Object.values(await spots(page, 1))) {
      const found = await page.evaluate(({ x, y }) => document.querySelector("article-widget").shadowRoot.elementFromPoint(x, y)?.className, at);
      expect(found).toBe("teaser-link");
    }
  });

  test("a tap leads to the story", async ({ page }) => {
    await openCards(page);
    const { summary } = await spots(page, 1);
    await page.touchscreen.tap(summary.x, summary.y);
    await page.waitForURL(STORY(1));
  });
});

const DATES = {
  en: "24 February 2025",
  de: "24. Februar 2025",
  fr: "24 février 2025",
  es: "24 de febrero de 2025",
  // In a language whose months it does not know, it says the date so that everybody can read it.
  sw: /2025/,
};
for (const [language, words] of Object.entries(DATES)) {
  test(`The day of publication is said as the document's language says it: ${language}`, async ({ page }) => {
    await openCards(page, () => ({ source: "The Herald", published: "2025-02-24" }), { language });
    const time = slide(page, 1).locator("time");
    await expect(time).toHaveText(words);
    await expect(time).toHaveAttribute("datetime", "2025-02-24");
    await expect(slide(page, 1).locator(".teaser-source")).toHaveText("The Herald");
  });
}

test.describe("Pictures", () => {
  test("have their size from the start, several files, and come when they are near", async ({ page }) => {
    await page.setViewportSize({ width: 768, height: 800 });
    const asked = await servePictures(page);
    await openStories(page, documentWith(stories(40, (number) => ({ image: picture(number) }))));
    await reach(page);
    const image = slide(page, 1).locator("img");
    await expect(image).toHaveAttribute("width", "1200");
    await expect(image).toHaveAttribute("height", "800");
    await expect(image).toHaveAttribute("loading", "lazy");
    await expect(image).toHaveAttribute("srcset", /picture-1-400\.svg 400w.*picture-1-800\.svg 800w/);
    await expect(image).toHaveAttribute("sizes", /./);
    await expect(image).toHaveAttribute("alt", "");
    await expect.poll(() => image.evaluate(({ naturalWidth }) => naturalWidth)).toBeGreaterThan(0);
    const numbers = new Set(asked.map((name) => Number(name.match(/\d+/)[0])));
    expect(numbers.has(1)).toBe(true);
    expect(numbers.has(40), "what is far away is not asked for").toBe(false);
  });

  test("that are late, or never come, move nothing", async ({ page }) => {
    await page.route("**/picture-*.svg", () => {});
    await openStories(page, documentWith(stories(6, (number) => ({ image: picture(number) }))));
    await reach(page);
    const heights = () => page.locator(".teaser").evaluateAll((cards) => cards.map((card) => card.getBoundingClientRect().height));
    const before = await heights();
    expect(new Set(before.map(Math.round)).size).toBe(1);
    const { width, height } = await slide(page, 1).locator("img").boundingBox();
    expect(width / height).toBeCloseTo(1.5, 1);
    await page.unroute("**/picture-*.svg");
    await servePictures(page);
    await page.reload();
    await expect.poll(() => slide(page, 1).locator("img").evaluate(({ naturalWidth }) => naturalWidth)).toBeGreaterThan(0);
    expect(await heights()).toEqual(before);
  });

  test("fill the width of the card, and cards without one stand beside them in equal height", async ({ page }) => {
    await openCards(page, (number) => (number % 2 ? { image: picture(number) } : {}));
    const card = await slide(page, 1).locator(".teaser").boundingBox();
    const image = await slide(page, 1).locator("img").boundingBox();
    expect(image.x).toBeCloseTo(card.x, 0);
    expect(image.y).toBeCloseTo(card.y, 0);
    expect(image.width).toBeCloseTo(card.width, 0);
    const plain = await slide(page, 2).locator(".teaser").boundingBox();
    expect(plain.height).toBeCloseTo(card.height, 0);
    // Where there is no picture the words are larger.
    const size = (number) => slide(page, number).locator(".teaser-headline").evaluate((words) => parseFloat(getComputedStyle(words).fontSize));
    expect(await size(2)).toBeGreaterThan(await size(1));
    await expect(slide(page, 2).locator("img")).toHaveCount(0);
  });

  for (const [language, width] of [["en", 320], ["de", 768], ["ps", 1280]]) {
    test(`leave no card beside them with a gap, ${language}, ${width} px wide`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await openCards(page, (number) => (number % 2 ? { image: picture(number) } : {}), { language });
      const box = (number, part) => slide(page, number).locator(part).boundingBox();
      const card = await box(2, ".teaser");
      const [kicker, headline, summary, foot] = await Promise.all([".teaser-kicker", ".teaser-headline", ".teaser-summary", ".teaser-foot"].map((part) => box(2, part)));
      // What stands in the place of a picture is as wide as the card, and all that is left is its ground.
      for (const part of [kicker, headline]) {
        expect(part.x).toBeCloseTo(card.x, 0);
        expect(part.width).toBeCloseTo(card.width, 0);
      }
      expect(kicker.y).toBeCloseTo(card.y, 0);
      expect(headline.y).toBeCloseTo(kicker.y + kicker.height, 0);
      expect(headline.y + headline.height).toBeGreaterThan((await box(1, "img")).y + (await box(1, "img")).height);
      expect(foot.y - summary.y - summary.height).toBeLessThan(20);
      // Words beside words.
      expect(foot.y).toBeCloseTo((await box(1, ".teaser-foot")).y, 0);
    });

    test(`stand beside the words of a story that is alone, ${language}, ${width} px wide`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await openCards(page, (number) => ({ image: picture(number) }), { language }, 1);
      const card = await slide(page, 1).locator(".teaser").boundingBox();
      const image = await slide(page, 1).locator("img").boundingBox();
      const words = await slide(page, 1).locator(".teaser-headline").boundingBox();
      expect(card.width).toBeCloseTo((await row(page).boundingBox()).width, 0);
      if (width > 500) {
        expect(image.height).toBeCloseTo(card.height, 0);
        expect(image.width).toBeLessThan(card.width / 2);
        expect(language === "ps" ? image.x - words.x - words.width : words.x - image.x - image.width).toBeGreaterThan(10);
      } else {
        expect(image.width).toBeCloseTo(card.width, 0);
        expect(words.y).toBeGreaterThan(image.y + image.height);
      }
    });
  }

  test("that say something are read to those who do not see them", async ({ page }) => {
    await openCards(page, (number) => ({ image: { ...picture(number), alternative: "Two bars, one longer than the other" } }));
    await expect(slide(page, 1).getByRole("img")).toHaveAccessibleName("Two bars, one longer than the other");
  });
});

test("A story whose address may not be opened is a card without a link", async ({ page }) => {
  await openCards(page, (number) => (number === 1 ? { href: "javascript:alert(1)" } : {}));
  await expect(slide(page, 1).getByRole("link")).toHaveCount(0);
  await expect(slide(page, 1)).toContainText("Story number 1");
  const { x, y, width } = await slide(page, 1).boundingBox();
  await page.mouse.click(x + width / 2, y + 6);
  await expectAgreement(page);
  expect(page.url()).toContain("own.html");
});

test("A headline alone is a card, too", async ({ page }) => {
  await openStories(page, documentWith([story(1), { headline: "Only a headline", href: "articles/related.html#only" }, story(3)]));
  await reach(page);
  await expect(slide(page, 2)).toHaveAccessibleName("2 of 3: Only a headline");
  await slide(page, 2).locator(".words").click();
  await page.waitForURL(/#only$/);
});

const LOOKS = {
  light: { media: { colorScheme: "light" } },
  dark: { media: { colorScheme: "dark" } },
  "forced colours": { media: { forcedColors: "active" } },
  "400% zoom": { width: 320 },
  "right to left": { language: "ps" },
};
for (const [name, { media = {}, width = 1280, language = "en" }] of Object.entries(LOOKS)) {
  test(`axe finds nothing wrong with cards with pictures, sources and dates: ${name}`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce", ...media });
    await page.setViewportSize({ width, height: 800 });
    await openCards(page, (number) => ({ ...(number % 3 && { image: picture(number) }), source: "The Herald", published: "2025-02-24" }), { language }, 14);
    await next(page).click();
    await expectAgreement(page, "button");
    const { violations, passes } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
    expect(passes.some(({ nodes }) => nodes.some(({ target }) => Array.isArray(target[0])))).toBe(true);
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target, failureSummary }) => `${target.join(" ")}: ${failureSummary}`)])).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect((await look(page)).count).toBe(14);
    await expect(row(page)).toBeVisible();
  });
}
