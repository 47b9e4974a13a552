// What a reader can press in the text: footnotes and terms, before and after the widget is alive,
// in a shadow tree and in the page's own. And pictures, which move nothing when they come.

import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { events, expectEvents, fullDocument, hasFocus, record, settle } from "./support.mjs";
import { prerender, servePage } from "./prerendered.mjs";

const widget = (page) => page.locator("article-widget");
const reference = (page) => page.locator("[role=doc-noteref]").first();
const note = (page) => page.locator(".article-notes li").first();

/** The pictures of the document: `{ name: [width, height] }`, by what the names of their files begin with. */
const PICTURES = Object.fromEntries(
  [...fullDocument().body.map(({ figure }) => figure), ...fullDocument().related.flatMap(({ teasers }) => teasers), ...fullDocument().authors].flatMap((holder) => {
    const image = holder?.image ?? holder?.picture;
    if (!image) return [];
    const { src, width, height } = image;
    return [[new URL(src, "https://example.org").pathname.slice(1).replace(/[-.][^/]*$/, ""), [width, height]]];
  }),
);

/** Draws a picture of the document in the shape that the document says it has. */
function draw(route) {
  const file = new URL(route.request().url()).pathname.slice(1);
  const [width, height] = PICTURES[Object.keys(PICTURES).find((name) => file.startsWith(name))];
  const body = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="teal"/></svg>`;
  return route.fulfill({ contentType: "image/svg+xml", body });
}

/** Opens the document with every feature, prerendered; its pictures are drawn when they are asked for. */
async function open(page, html) {
  await record(page);
  await page.route(/\.(avif|webp|jpe?g|png|svg)$/, draw);
  await page.goto(await servePage(page, html));
}

async function bringAlive(page) {
  await widget(page).evaluate((widget) => (widget.loading = "eager"));
  await expectEvents(page, { ready: 1 });
}

for (const form of [[], ["--light"]]) {
  test.describe(`Prerendered ${form}`, () => {
    const html = prerender(fullDocument(), "--page", ...form);

    test("a footnote's number leads to the footnote, and back, by keyboard too", async ({ page }) => {
      await open(page, html);
      await bringAlive(page);
      await reference(page).focus();
      await page.keyboard.press("Enter");
      await expect.poll(() => hasFocus(note(page))).toBe(true);
      await expect(note(page)).toBeInViewport();
      await note(page).locator("[role=doc-backlink]").click();
      await expect.poll(() => hasFocus(reference(page))).toBe(true);
      await expect(reference(page)).toBeInViewport();
      // The page's own address is left alone in a shadow tree, whose ids it does not know.
      if (!form.length) expect(new URL(page.url()).hash).toBe("");
    });

    test("the first press on a footnote is not lost", async ({ page }) => {
      await open(page, html);
      await reference(page).click();
      await expectEvents(page, { ready: 1 });
      await expect.poll(() => hasFocus(note(page))).toBe(true);
    });

    test("a term opens its definition once, whenever it is pressed", async ({ page }) => {
      await open(page, html);
      const term = page.locator(".term-button").first();
      const definition = page.locator(".definition").first();
      await expect(definition).toBeHidden();
      // Before the widget is alive, which the press brings about; it stays open meanwhile.
      await term.click();
      await expect(definition).toBeVisible();
      await expectEvents(page, { ready: 1 });
      await settle(page);
      await expect(definition).toBeVisible();
      await page.keyboard.press("Escape");
      await expect(definition).toBeHidden();
      await term.focus();
      await page.keyboard.press("Enter");
      await expect(definition).toBeVisible();
      await page.keyboard.press("Escape");
      await expect.poll(() => hasFocus(term)).toBe(true);
      expect((await events(page)).error).toEqual([]);
    });

    test("pictures hold their place, and nothing moves when they come", async ({ page }) => {
      await open(page, html);
      const place = () => page.locator(".picture").evaluateAll((pictures) => pictures.map((picture) => picture.getBoundingClientRect().height));
      const before = await place();
      expect(Math.min(...before)).toBeGreaterThan(0);
      for (const image of await page.locator(".picture img").all()) {
        await image.scrollIntoViewIfNeeded();
        await expect.poll(() => image.evaluate(({ complete, naturalWidth }) => complete && naturalWidth)).toBeGreaterThan(0);
      }
      expect(await place()).toEqual(before);
    });

    for (const [scheme, width] of [
      ["light", 1280],
      ["dark", 320],
    ]) {
      test(`axe finds nothing wrong with any mark or block, ${scheme}, ${width} pixels wide`, async ({ page }) => {
        await page.emulateMedia({ colorScheme: scheme });
        await page.setViewportSize({ width, height: 800 });
        await open(page, html);
        await bringAlive(page);
        const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
        const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} at ${target.join(" ")}: ${failureSummary}`));
        expect(found).toEqual([]);
        // Nothing makes the page scroll sideways.
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      });
    }
  });
}

test("without scripts a term and everything else can be read", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.route(/\.(avif|webp|jpe?g|png|svg)$/, draw);
  await page.goto(await servePage(page, prerender(fullDocument(), "--page")));
  await page.locator(".term-button").first().click();
  await expect(page.locator(".definition").first()).toBeVisible();
  await expect(note(page)).toBeVisible();
  await context.close();
});
