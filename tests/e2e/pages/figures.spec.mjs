// Figures in the text: what they lead to without a script, and how they and their sentences look.

import { expect, test } from "@playwright/test";
import { DOCUMENT, demoDocument, expectEvents, record } from "./support.mjs";
import { prerender, servePage } from "./prerendered.mjs";

const widget = (page) => page.locator("article-widget");
const figures = (page) => page.locator("a.datum");
const table = (page) => page.locator(".chart-data table");
/** The header of the row that a link leads to. */
const rowOf = async (page, link) => page.locator(`th[id="${(await link.getAttribute("href")).slice(1)}"]`);

for (const form of [[], ["--light"]]) {
  test.describe(`Prerendered ${form}, with scripts off,`, () => {
    test.use({ javaScriptEnabled: false });
    const html = prerender(demoDocument(), "--page", ...form);

    test("every figure in the text leads to its row of the table, which opens", async ({ page }) => {
      const path = await servePage(page, html);
      await page.goto(path);
      const count = await figures(page).count();
      // The headline has no links.
      const { headline, ...others } = demoDocument();
      expect(JSON.stringify(headline)).toContain('{"datum":');
      expect(count).toBe(JSON.stringify(others).split('{"datum":').length - 1);
      for (let index = 0; index < count; index += 1) {
        // Another page in between: what an earlier link has opened is closed again.
        await page.goto("about:blank");
        await page.goto(path);
        const link = figures(page).nth(index);
        const row = await rowOf(page, link);
        await expect(table(page)).toBeHidden();
        await link.click();
        await expect(table(page)).toBeVisible();
        await expect(row).toBeInViewport();
      }
    });

    test("a figure leads to its row by keyboard, and with the address of the row", async ({ page }) => {
      await page.goto(await servePage(page, html));
      const link = figures(page).last();
      const row = await rowOf(page, link);
      await link.focus();
      await page.keyboard.press("Enter");
      await expect(row).toBeInViewport();
      const address = page.url();
      expect(new URL(address).hash).toBe(await link.getAttribute("href"));
      await page.goto("about:blank");
      await page.goto(address);
      await expect(row).toBeInViewport();
    });
  });

  test.describe(`Prerendered ${form}`, () => {
    const html = prerender(demoDocument(), "--page", ...form);

    test("a figure is text with a thin line, a term has dots; on paper a figure has none", async ({ page }) => {
      await page.goto(await servePage(page, html));
      const lines = () =>
        figures(page).evaluateAll((links) =>
          links.map((link) => {
            const { textDecorationLine, textDecorationStyle, color } = getComputedStyle(link);
            if (color !== getComputedStyle(link.parentElement).color) return "another colour";
            return textDecorationLine === "none" ? "none" : textDecorationStyle;
          }),
        );
      await expect(page.locator("h1 a")).toHaveCount(0);
      expect(new Set(await lines())).toEqual(new Set(["solid"]));
      await expect(page.locator(".term-button").first()).toHaveCSS("text-decoration-style", "dotted");
      await page.emulateMedia({ media: "print" });
      expect(new Set(await lines())).toEqual(new Set(["none"]));
    });

    test("no text is divided but where a sentence begins or ends", async ({ page }) => {
      await record(page);
      await page.goto(await servePage(page, html));
      // Markup cannot tell two texts from one; an article that is alive has as many as were written.
      const texts = () =>
        page.locator(":is(.body > p, .takeaways li, .article-notes li, dd)").evaluateAll((blocks) =>
          blocks.flatMap((block) => {
            const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
            const found = [];
            while (walker.nextNode()) found.push(walker.currentNode.data);
            return found;
          }),
        );
      const before = await texts();
      await widget(page).evaluate((widget) => (widget.loading = "eager"));
      await expectEvents(page, { ready: 1 });
      expect(await texts()).toEqual(before);
    });

    test("a figure that is looked at marks its sentence, and no other", async ({ page }) => {
      await record(page);
      await page.goto(await servePage(page, html));
      const marked = () =>
        widget(page).evaluate((widget) =>
          [...(widget.shadowRoot ?? widget).querySelectorAll(":is(p, li) > span:not([class])")]
            .filter((span) => getComputedStyle(span).backgroundColor !== "rgba(0, 0, 0, 0)")
            .map((span) => span.textContent),
        );
      expect(await marked()).toEqual([]);
      // The styles come with the WebAssembly.
      await widget(page).evaluate((widget) => (widget.loading = "eager"));
      await expectEvents(page, { ready: 1 });
      await page.getByRole("link", { name: "$65 billion" }).evaluate((link) => link.classList.add("is-cited"));
      await expect.poll(marked).toEqual(["Meta has earmarked $65 billion for AI in calendar 2025."]);
    });
  });
}

test("What stands in the element for its rows and notes is no word of the publisher's", async ({ page }) => {
  await record(page);
  await page.goto(await servePage(page, prerender(demoDocument(), "--page", "--src", DOCUMENT)));
  // Places of four rows, a footnote, its reference, and seven sections.
  await expect(widget(page).locator("> span")).toHaveCount(13);
  await widget(page).evaluate((widget) => (widget.article = { version: 1 }));
  await widget(page).evaluate((widget) => (widget.loading = "eager"));
  await expectEvents(page, { error: 1 });
  await expect(page.getByRole("alert")).toBeVisible();
});
