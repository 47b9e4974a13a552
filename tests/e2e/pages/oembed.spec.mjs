// Pages of a site as others embed them: by the address alone, as a content management system does it.

import { expect } from "@playwright/test";
import { test } from "./frame.mjs";
import { prerenderSite } from "./prerendered.mjs";
import { HEADLINE, changed, complaints } from "./support.mjs";

const story = changed((document) => document.body.unshift({ paragraph: [{ link: { href: "more.html", text: "A way out" } }] }));

/** Serves a site in the folder `site/` of the server; the files of the widget are in that above it. */
async function serveSite(page, baseURL, ...options) {
  const files = prerenderSite([story], "--base-url", `${baseURL}/site/`, "--assets", "../", "--site-name", "Daily", ...options);
  await page.route(`${baseURL}/site/*`, (route) => {
    const name = new URL(route.request().url()).pathname.split("/").at(-1);
    const contentType = name.endsWith(".json") ? "application/json" : "text/html; charset=utf-8";
    return files[name] ? route.fulfill({ contentType, body: files[name] }) : route.fulfill({ status: 404 });
  });
}

for (const [way, ...options] of [["in a shadow tree"], ["in light DOM", "--light"]]) {
  test(`A page with its article ${way} is found, and shown on another site`, async ({ page, baseURL, serveHost }) => {
    await serveSite(page, baseURL, ...options);
    // What a consumer does.
    await page.goto(`${baseURL}/site/0.html`);
    const link = page.locator(`link[rel="alternate"][type="application/json+oembed"]`);
    await expect(link).toHaveAttribute("title", HEADLINE);
    const oembed = await page.evaluate(async (address) => (await fetch(address)).json(), await link.getAttribute("href"));
    expect(oembed).toMatchObject({ version: "1.0", type: "rich", title: HEADLINE, provider_name: "Daily", provider_url: `${baseURL}/site/` });

    const found = complaints(page);
    await page.goto(serveHost(oembed.html));
    const frame = page.frameLocator("iframe");
    await expect(frame.locator("article-widget h1")).toHaveText(HEADLINE);
    await expect(page.locator("iframe")).toHaveAttribute("title", HEADLINE);
    const { width, height } = await page.locator("iframe").evaluate((frame) => ({ width: frame.clientWidth, height: frame.clientHeight }));
    expect({ width, height }).toEqual({ width: oembed.width, height: oembed.height });
    // Its links begin at the page.
    expect(await frame.getByRole("link", { name: "A way out" }).evaluate(({ href }) => href)).toBe(`${baseURL}/site/more.html`);
    // It is alive.
    await frame.locator(`input[value="per-year"]`).first().check();
    await expect(frame.locator(".chart-subtitle").first()).toContainText("per year");
    expect(found).toEqual([]);
  });
}
