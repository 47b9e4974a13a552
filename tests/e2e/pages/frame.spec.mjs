// frame.html, for pages that take no scripts and no elements of others, on pages of its own site. frame-origins.spec.mjs has
// documents of other sites, frame-messages.spec.mjs pages of other sites.

import { expect, test } from "@playwright/test";
import { prerender } from "./prerendered.mjs";
import { DOCUMENT, HEADLINE, answer, changed, complaints, demoDocument, hold, openPage, settle } from "./support.mjs";
import { snippet } from "./frame.mjs";

const FRAME = `<iframe id="story" src="frame.html?src=${DOCUMENT}" title="A story" width="100%" height="700"></iframe>`;
const LISTENER = snippet().slice(snippet().indexOf("<script>"));

const article = (page) => page.frameLocator("#story").locator("article-widget .article");
const height = (page) => page.locator("#story").evaluate((frame) => frame.getBoundingClientRect().height);

test("With the listener the frame is as high as its article, at every width", async ({ page }) => {
  const found = complaints(page);
  await openPage(page, FRAME + LISTENER);
  await expect(article(page)).toBeVisible();
  for (const width of [1280, 320, 768]) {
    await page.setViewportSize({ width, height: 800 });
    const surplus = () =>
      page.locator("#story").evaluate(({ contentDocument, clientHeight }) => {
        const { height } = contentDocument.querySelector("article-widget").getBoundingClientRect();
        return Math.abs(clientHeight - height) < 2;
      });
    await expect.poll(surplus).toBe(true);
    expect(await height(page)).toBeGreaterThan(2000);
  }
  expect(found).toEqual([]);
});

test("An article in HTML gives the frame its height and its title before it is alive", async ({ page }) => {
  const html = prerender(demoDocument(), "--src", "/articles/alibaba-ai-investment.json", "--linked");
  await page.route("**/articles/story.html", (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: html }));
  await hold(page, "article-widget_bg.wasm");
  await openPage(page, FRAME.replace(DOCUMENT, "articles/story.html") + LISTENER);
  await expect(article(page)).toBeVisible();
  await expect.poll(() => height(page)).toBeGreaterThan(2000);
  const named = () => page.locator("#story").evaluate(({ contentDocument: { title, documentElement } }) => [title, documentElement.lang]);
  expect(await named()).toEqual([HEADLINE, demoDocument().language]);
});

const HIDING = { "is not shown": "display: none", "is hidden away": "position: absolute; width: 0; height: 0; overflow: hidden" };

for (const [way, style] of Object.entries(HIDING)) {
  test(`Where it ${way} for a while it tells of no height of 0, and then has its own`, async ({ page }) => {
    const told = `<script>
      const heights = [];
      addEventListener("message", ({ data }) => heights.push(data.height));
    </script>`;
    await openPage(page, `<div id="tab">${FRAME}</div>${told}${LISTENER}`);
    await expect(article(page)).toBeVisible();
    await expect.poll(() => height(page)).toBeGreaterThan(2000);
    const before = await height(page);
    const tab = page.locator("#tab");
    for (let time = 0; time < 2; time += 1) {
      await tab.evaluate((tab, style) => (tab.style.cssText = style), style);
      await settle(page);
      await tab.evaluate((tab) => (tab.style.cssText = ""));
      await settle(page);
    }
    await expect.poll(() => height(page)).toBe(before);
    const heights = await page.evaluate("heights");
    expect(heights.length).toBeGreaterThan(0);
    expect(heights).not.toContain(0);
  });
}

test("Without the listener it scrolls at the height that the page gave it", async ({ page }) => {
  await openPage(page, FRAME);
  await expect(article(page)).toBeVisible();
  expect(await height(page)).toBeGreaterThanOrEqual(700);
  expect(await height(page)).toBeLessThan(710);
  const inside = page.frameLocator("#story").locator("html");
  const sizes = await inside.evaluate((root) => ({ scroll: root.scrollHeight, width: root.scrollWidth - root.clientWidth }));
  expect(sizes.scroll).toBeGreaterThan(2000);
  expect(sizes.width).toBe(0);
});

test("Its links lead the page around it on", async ({ page }) => {
  const document = changed((document) => document.body.unshift({ paragraph: [{ link: { href: "articles/related.html", text: "A way out" } }] }));
  await answer(page, document);
  await openPage(page, FRAME);
  await page.frameLocator("#story").getByRole("link", { name: "A way out" }).click();
  await expect(page).toHaveURL(/\/articles\/related\.html$/);
});

test("It takes the title and the language of its article", async ({ page }) => {
  await answer(page, changed((document) => Object.assign(document, { language: "de", headline: "Eine Überschrift" })));
  await page.goto(`/frame.html?src=${DOCUMENT}`);
  await expect(page).toHaveTitle("Eine Überschrift");
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
});

test("It takes a theme", async ({ page }) => {
  await page.goto(`/frame.html?src=${DOCUMENT}&theme=dark`);
  await expect(page.locator("[part=root]")).toHaveCSS("color-scheme", "dark");
});

test("It works under a strict policy of its own", async ({ page }) => {
  const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'; require-trusted-types-for 'script'";
  await page.route("**/frame.html*", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": policy } });
  });
  const found = complaints(page);
  await openPage(page, FRAME + LISTENER);
  await expect(article(page)).toBeVisible();
  await expect.poll(() => height(page)).toBeGreaterThan(2000);
  expect(found).toEqual([]);
});
