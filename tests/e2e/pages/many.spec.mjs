// Many articles in a page: those after the tenth are not rendered before the reader is near, and are there all the same.

import { expect, test } from "@playwright/test";
import { DOCUMENT, HEADLINE, MODULE, demoDocument, element, expectEvents, openPage, settle } from "./support.mjs";
import { prerender } from "./prerendered.mjs";

const [ALWAYS, COUNT] = [10, 13];
const widgets = (page) => page.locator("article-widget");
/** Whether the browser renders the text of each article. */
const areRendered = (page) =>
  widgets(page).evaluateAll((all) => all.map(({ shadowRoot }) => shadowRoot.querySelector(".headline").checkVisibility({ contentVisibilityAuto: true })));

for (const [what, src] of Object.entries({ JSON: DOCUMENT, HTML: "story.html" })) {
  test.describe(`Articles from ${what}`, () => {
    const story = prerender(demoDocument(), "--linked", "--src", DOCUMENT);

    test.beforeEach(async ({ page }) => {
      await page.route("**/story.html", (route) => route.fulfill({ contentType: "text/html", body: story }));
      await page.addInitScript(() => {
        window.shifts = [];
        new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ value }) => value))).observe({ type: "layout-shift", buffered: true });
      });
      await openPage(page, element(`src="${src}" loading="eager"`).repeat(COUNT) + MODULE, "<style>article-widget { display: block; min-block-size: 100vh }</style>");
      await expectEvents(page, { ready: COUNT });
      await settle(page);
    });

    test("of the later ones only what is near is rendered, and nothing moves as the reader comes near the rest", async ({ page }) => {
      expect(await areRendered(page)).toEqual([...Array(ALWAYS).fill(true), ...Array(COUNT - ALWAYS).fill(false)]);
      await widgets(page).nth(ALWAYS - 2).evaluate((widget) => widget.scrollIntoView());
      await settle(page);
      await page.evaluate(() => (window.shifts.length = 0));
      for (;;) {
        const isAtEnd = await page.evaluate(() => {
          const { scrollY, innerHeight } = window;
          scrollBy({ top: 700, behavior: "instant" });
          return scrollY + innerHeight >= document.documentElement.scrollHeight - 1;
        });
        if (isAtEnd) break;
        await settle(page);
      }
      expect((await areRendered(page)).at(-1)).toBe(true);
      expect(await page.evaluate(() => window.shifts)).toEqual([]);
    });

    test("the search of the browser finds all", async ({ page }) => {
      const found = await page.evaluate((words) => {
        const places = [];
        while (find(words, true, false, false) && places.length < 99) places.push(Math.round(scrollY));
        return places.length;
      }, "one thing can be said already");
      expect(found).toBe(COUNT);
    });

    test("all are printed", async ({ page }) => {
      await page.emulateMedia({ media: "print" });
      expect(await areRendered(page)).toEqual(Array(COUNT).fill(true));
    });
  });
}
