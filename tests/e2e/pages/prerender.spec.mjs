// The static tier: what is on the page before any script, and what it costs.

import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { HEADLINE, answer, changed, complaints, demoDocument, record, settle } from "./support.mjs";
import { addresses, prerender, sentences, servePage } from "./prerendered.mjs";

// No other test is on a slow phone.
test.use({ reuseContext: false });

const CONTROLS = ".chart-controls";

for (const form of ["the demonstration", "a light page"]) {
  test.describe(`With scripts off, ${form}`, () => {
    test.use({ javaScriptEnabled: false });

    test.beforeEach(async ({ page }) => {
      const light = () => servePage(page, prerender(demoDocument(), "--page", "--light"));
      await page.goto(form === "a light page" ? await light() : "/index.html");
    });

    test("has every sentence of the document", async ({ page }) => {
      const text = (await page.locator("article-widget .article-widget").textContent()).replace(/\s+/g, " ");
      const all = sentences(demoDocument());
      expect(all.length).toBeGreaterThan(40);
      expect(all.filter((sentence) => !text.includes(sentence.replace(/\s+/g, " ")))).toEqual([]);
    });

    test("has every link of the document", async ({ page }) => {
      const links = await page.locator("article-widget .article-widget a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
      const away = links.filter((link) => !/^#(article-\w+-)?(datum|footnote|reference|section)-/.test(link));
      expect(away.toSorted()).toEqual(addresses(demoDocument()).toSorted());
    });

    test("shows the chart with its figures, and its table on demand", async ({ page }) => {
      await expect(page.locator(".row .label")).toHaveText(["$80bn", "$65bn", "about $53bn", "$20.7bn†", "$80bn", "$65bn", "$20.7bn†", "about $17.7bn"]);
      await expect(page.locator(".plot").first()).toBeVisible();
      await expect(page.locator("tbody tr")).toHaveCount(4);
      await expect(page.getByRole("table")).toBeHidden();
      await page.locator(".chart-data summary").click();
      await expect(page.getByRole("table")).toBeVisible();
      await expect(page.getByRole("row", { name: /^Alibaba/ })).toContainText("about $17.7bn");
    });

    test("shows no control that needs a script", async ({ page }) => {
      await expect(page.locator(CONTROLS)).toBeHidden();
      await expect(page.locator(".carousel-button").first()).toBeHidden();
    });

    test("lets the related stories be scrolled", async ({ page }) => {
      const last = page.locator(".teaser-link").last();
      await expect(last).not.toBeInViewport();
      await last.focus();
      await expect(last).toBeInViewport();
    });

    for (const width of [320, 1280]) {
      test(`fits a window of ${width} px`, async ({ page }) => {
        await page.setViewportSize({ width, height: 800 });
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect(overflow).toBe(0);
      });
    }
  });
}

/** Slows the network and the processor down to those of a slow phone. */
async function slow(page) {
  const client = await page.context().newCDPSession(page);
  await client.send("Network.enable");
  await client.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 150,
    downloadThroughput: (1.6 * 1024 * 1024) / 8,
    uploadThroughput: (750 * 1024) / 8,
  });
  await client.send("Emulation.setCPUThrottlingRate", { rate: 4 });
}

for (const width of [320, 768, 1280]) {
  test.describe(`On a slow phone, ${width} px wide,`, () => {
    test.use({ viewport: { width, height: 800 } });

    test("nothing moves, and only the static page and the loader come, until the reader is near the chart", async ({ page }) => {
      const requests = [];
      page.on("request", (request) => requests.push(new URL(request.url()).pathname));
      await slow(page);
      await record(page);
      await page.addInitScript(() => {
        window.shifts = [];
        new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ value }) => value))).observe({
          type: "layout-shift",
          buffered: true,
        });
      });
      await page.goto("/index.html", { waitUntil: "networkidle" });
      await settle(page);
      const names = () => requests.map((path) => path.split("/").at(-1)).sort();
      const before = ["embed.js", "icon.svg", "index.html", "page.css"];
      expect(names()).toEqual(before);
      expect((await page.evaluate(() => window.recorded)).ready).toEqual([]);

      await page.locator(CONTROLS).scrollIntoViewIfNeeded();
      await expect.poll(() => page.evaluate(() => window.recorded.ready.length)).toBe(1);
      const live = ["alibaba-ai-investment.json", "article-widget.js", "article-widget.live.css", "article-widget_bg.wasm"];
      expect(names()).toEqual([...before, ...live].sort());
      await page.locator(".carousel").scrollIntoViewIfNeeded();
      await settle(page);
      expect(await page.evaluate(() => window.shifts)).toEqual([]);
    });
  });
}

test("The page is the same with scripts, before they have done anything", async ({ browser, page, baseURL }) => {
  const without = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const bare = await without.newPage();
  await bare.goto("/index.html");
  await page.goto("/index.html");
  const top = (page) => page.screenshot({ clip: { x: 0, y: 0, width: 1280, height: 720 } });
  expect((await top(page)).equals(await top(bare))).toBe(true);
  await without.close();
});

test("A publisher's own styles stand in the markup instead, and those for later come with their nonce", async ({ page }) => {
  const styles = new URL("../../../dist/article-widget.css", import.meta.url).pathname;
  const html = prerender(demoDocument(), "--page", "--inline-styles", styles, "--nonce", "abc123");
  const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'nonce-abc123'; img-src 'self'; connect-src 'self'";
  const found = complaints(page);
  const path = await servePage(page, html, "prerendered.html", { "content-security-policy": policy });
  await page.goto(path);
  await expect(page.locator(".kicker")).toHaveCSS("text-transform", "uppercase");
  await page.locator(CONTROLS).scrollIntoViewIfNeeded();
  await page.getByRole("radio", { name: "Per year" }).check();
  await expect(page.locator(".chart-subtitle")).toHaveText(/^Commitment per year/);
  // The icon that browsers ask for is no matter of ours.
  expect(found.filter((complaint) => !/favicon|404/.test(complaint))).toEqual([]);
});

test("The prerendered demonstration is of the document beside it, which it does not carry", async ({ page }) => {
  const html = readFileSync(new URL("../../../dist/index.html", import.meta.url), "utf8");
  expect(html).not.toContain("application/json");
  const found = complaints(page);
  await record(page);
  await page.goto("/index.html");
  const mark = await page.locator("article-widget .headline").elementHandle();
  await page.locator(CONTROLS).scrollIntoViewIfNeeded();
  await expect.poll(() => page.evaluate(() => window.recorded.ready.length)).toBe(1);
  // The markup that was there is alive: nothing was rendered afresh.
  expect(await mark.evaluate((headline) => headline.isConnected)).toBe(true);
  expect(found).toEqual([]);
});

test("Of a document that has changed since it was prerendered the data are shown as they are now, and the text as it was written", async ({ page }) => {
  await record(page);
  const other = changed((document) => {
    document.headline = "Another headline";
    document.commitments[1].amount.value = 90;
  });
  await answer(page, other);
  await page.goto("/index.html");
  await page.locator(CONTROLS).scrollIntoViewIfNeeded();
  await expect(page.locator(".row .label").first()).toHaveText("$90bn");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(HEADLINE);
});
