// HTML that is not what `prerender` writes, whatever is in it: it runs nothing, asks for nothing and changes nothing but
// the inside of the widget.

import { expect, test } from "@playwright/test";
import { AROUND, PAYLOADS, check, watch, withPayload } from "./hostile.mjs";
import { prerender } from "./prerendered.mjs";
import { MODULE, demoDocument, openPage, settle } from "./support.mjs";

const DOCUMENTS = {
  "in a shadow tree": prerender(demoDocument(), "--src", "/articles/alibaba-ai-investment.json"),
  "in the light": prerender(demoDocument(), "--src", "/articles/alibaba-ai-investment.json", "--light"),
};
/** What a page with the widget may ask for. */
const OWN = /^\/(own\.html|articles\/story\.html|embed\.js|html\.js|article-widget(_bg\.wasm|\.js|(\.live)?(\.light)?\.css)|articles\/[\w-]+\.(json|svg)|missing\.png)$/;

async function open(page, html) {
  await page.addInitScript(watch);
  await page.route("**/articles/story.html", (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: html }));
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("popup", () => asked.push("a window"));
  await openPage(page, AROUND.replace("WIDGET", `<article-widget src="articles/story.html"></article-widget>`) + MODULE);
  const origin = new URL(page.url()).origin;
  return () => asked.filter((url) => !url.startsWith(origin) || !OWN.test(new URL(url).pathname));
}

for (const [where, html] of Object.entries(DOCUMENTS)) {
  test.describe(`An article ${where} with`, () => {
    for (const [what, payload] of Object.entries(PAYLOADS)) {
      test(`${what} harms nothing`, async ({ page }) => {
        const others = await open(page, withPayload(html, payload));
        await expect(page.locator("h1")).toBeVisible();
        await settle(page);
        expect(await page.evaluate(check)).toEqual([]);
        // And neither once it is alive.
        await page.locator("article-widget").evaluate((widget) => (widget.loading = "eager"));
        await expect.poll(() => page.evaluate(() => window.recorded.ready.length + window.recorded.error.length)).toBe(1);
        await settle(page);
        expect(await page.evaluate(check)).toEqual([]);
        expect(others()).toEqual([]);
        expect(page.url()).toMatch(/own\.html(#headline)?$/);
      });
    }
  });
}
