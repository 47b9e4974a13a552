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

// What one of them may leave behind in the browser is nothing that the next one finds.
test.use({ reuseContext: false });

/** Prepares a page for these articles, each of which comes in place of the last; `open` opens one, and gives what it asks for. */
async function prepare(page) {
  let html;
  let asked;
  page.on("request", (request) => asked.push(request.url()));
  page.on("popup", () => asked.push("a window"));
  await page.addInitScript(watch);
  await page.route("**/articles/story.html", (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: html }));
  const body = AROUND.replace("WIDGET", `<article-widget src="articles/story.html"></article-widget>`) + MODULE;
  let goTo = () => openPage(page, body);
  return async (next) => {
    html = next;
    const requests = (asked = []);
    await goTo();
    goTo = () => page.goto("/own.html", { waitUntil: "domcontentloaded" });
    const origin = new URL(page.url()).origin;
    return () => requests.filter((url) => !url.startsWith(origin) || !OWN.test(new URL(url).pathname));
  };
}

for (const [what, payload] of Object.entries(PAYLOADS)) {
  test(`An article with ${what} harms nothing`, async ({ page }) => {
    const open = await prepare(page);
    for (const [where, html] of Object.entries(DOCUMENTS)) {
      await test.step(where, async () => {
        const others = await open(withPayload(html, payload));
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
