// Pictures of authors beside the byline.

import { expect, test } from "@playwright/test";
import { prerender, servePage } from "./prerendered.mjs";
import { changed } from "./support.mjs";

const HEAD = '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A page</title><style>body { margin: 0 }</style>';
const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="96" height="120"><rect width="96" height="120" fill="teal"/></svg>';

/** The demonstration with authors, of whom the first and the last have a picture. */
const withAuthors = (language) =>
  changed((document) => {
    const picture = { src: "face.svg", width: 96, height: 120 };
    document.authors = [{ name: "Ann Example", picture }, { name: "Bo Sample" }, { name: "Cy Test", picture: { ...picture, alternative: "Cy Test, laughing" } }];
    Object.assign(document, { language, byline: "Ann Example, Bo Sample and Cy Test" });
  });

for (const [language, width] of [["en", 320], ["de", 768], ["ps", 1280]]) {
  test(`They are small and round, and keep their place before they come, ${language}, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    let release;
    const held = new Promise((resolve) => (release = resolve));
    await page.route("**/face.svg", async (route) => {
      await held;
      await route.fulfill({ contentType: "image/svg+xml", body: PICTURE });
    });
    await page.goto(await servePage(page, `${HEAD}<body>${prerender(withAuthors(language))}`), { waitUntil: "domcontentloaded" });
    const pictures = page.locator(".credits img");
    await expect(pictures).toHaveCount(2);
    const boxes = async () => {
      const all = await Promise.all([...(await pictures.all()), page.locator(".byline"), page.locator(".credits")].map((part) => part.boundingBox()));
      return all.map(({ x, y, width, height }) => [x, y, width, height].map(Math.round));
    };
    await expect(page.locator(".credits")).toHaveCSS("display", "flex");
    const before = await boxes();
    release();
    await expect.poll(() => pictures.evaluateAll((all) => all.every(({ naturalWidth }) => naturalWidth === 96))).toBe(true);
    expect(await boxes()).toEqual(before);
    const [first, , byline, credits] = before;
    expect(first[2]).toBe(first[3]);
    expect(first[2]).toBeGreaterThan(36);
    expect(first[2]).toBeLessThan(48);
    expect(byline[0]).toBeGreaterThanOrEqual(credits[0]);
    expect(byline[0] + byline[2]).toBeLessThanOrEqual(credits[0] + credits[2]);
    for (const picture of await pictures.all()) await expect(picture).toHaveCSS("border-radius", "50%");
    // A name stands beside a picture: only what has an alternative is read.
    await expect(page.locator(".credits").getByRole("img")).toHaveCount(1);
    await expect(page.locator(".credits").getByRole("img")).toHaveAccessibleName("Cy Test, laughing");
  });
}
