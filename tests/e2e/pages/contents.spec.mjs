// The list of the sections of a long article, which readers open: with scripts and without, in a shadow tree and in the
// page's own.

import { expect, test } from "@playwright/test";
import { prerender, servePage } from "./prerendered.mjs";
import { DOCUMENT, MODULE, demoDocument, element, expectEvents, openPage, settle } from "./support.mjs";

const HEADINGS = demoDocument().body.flatMap(({ heading }) => heading ?? []);
const list = (page) => page.locator("details.contents");
const summary = (page) => list(page).locator("summary");

const HEAD = '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A page</title>';
const serve = async (page, ...form) => page.goto(await servePage(page, `${HEAD}<body>${prerender(demoDocument(), ...form)}`));

const FORMS = {
  "prerendered in a shadow tree, without scripts": { open: (page) => serve(page), javaScriptEnabled: false },
  "prerendered in the page's own tree, without scripts": { open: (page) => serve(page, "--light"), javaScriptEnabled: false },
  "prerendered in a shadow tree": { open: (page) => serve(page) },
  "made from its document": {
    async open(page) {
      await openPage(page, element(`src="${DOCUMENT}" loading="eager"`) + MODULE);
      await expectEvents(page, { ready: 1 });
    },
  },
};

for (const [form, { open, javaScriptEnabled = true }] of Object.entries(FORMS)) {
  test.describe(`An article ${form}`, () => {
    test.use({ javaScriptEnabled });

    test("says how long it takes to read, and leads to its sections", async ({ page }) => {
      await open(page);
      await expect(summary(page)).toHaveText(`Reading time: 6 minutes · ${HEADINGS.length} sections`);
      const links = list(page).getByRole("link");
      await expect(links).toHaveCount(0);
      await summary(page).click();
      await expect(links).toHaveText(HEADINGS);
      for (const number of [HEADINGS.length - 2, 0]) {
        await links.nth(number).scrollIntoViewIfNeeded();
        await links.nth(number).click();
        const heading = page.getByRole("heading", { name: HEADINGS[number], exact: true });
        await expect.poll(async () => Math.abs((await heading.boundingBox()).y)).toBeLessThan(60);
      }
    });
  });
}

test("The keyboard opens it, and goes on from the section", async ({ page }) => {
  await openPage(page, element(`src="${DOCUMENT}" loading="eager"`) + MODULE);
  await expectEvents(page, { ready: 1 });
  await summary(page).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(list(page).getByRole("link").nth(1)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#section-2")).toBeFocused();
});

for (const [language, width] of [["en", 320], ["de", 768], ["ps", 1280]]) {
  test(`What can be pressed in it is large enough, and nothing is wider than the text, ${language}, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(await servePage(page, `${HEAD}<body>${prerender({ ...demoDocument(), language })}`));
    expect((await summary(page).boundingBox()).height).toBeGreaterThanOrEqual(40);
    await summary(page).click();
    await settle(page);
    const text = await page.locator(".body > p").first().boundingBox();
    for (const link of await list(page).getByRole("link").all()) {
      const { x, width, height } = await link.boundingBox();
      expect(height).toBeGreaterThanOrEqual(24);
      // Columns end at fractions of a pixel.
      expect(x).toBeGreaterThan(text.x - 0.1);
      expect(x + width).toBeLessThanOrEqual(text.x + text.width + 1);
    }
  });
}
