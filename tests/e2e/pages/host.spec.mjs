// What the host page is promised: the widget disturbs nothing outside of itself, nothing outside
// disturbs it, and it asks for nothing that a strict page would refuse.

import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { DOCUMENT, answer, complaints, embed, expectEvents, hold, hurry, openDemo, openPage, record, requests } from "./support.mjs";
import { choose } from "./chart.mjs";
import { styleSources } from "./prerendered.mjs";
import { settle, sortBy, takeAway, touch } from "./support.mjs";

test("The console stays silent, every request is answered, and all go to the page's own server", async ({ page, baseURL }) => {
  const found = complaints(page);
  const addresses = [];
  page.on("request", (request) => addresses.push(request.url()));
  page.on("requestfailed", (request) => {
    const { errorText } = request.failure();
    // Chromium may call a request aborted whose answer has been read to its end.
    const isRead = errorText === "net::ERR_ABORTED" && request.url().endsWith(DOCUMENT);
    if (!isRead) found.push(`failed: ${request.url()} ${errorText}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) found.push(`${response.status()}: ${response.url()}`);
  });
  await openDemo(page);
  await useEverything(page);
  expect(found).toEqual([]);
  expect(addresses.filter((url) => !url.startsWith(`${baseURL}/`))).toEqual([]);
  const names = addresses.map((url) => url.split("/").at(-1));
  // The document comes with the WebAssembly.
  expect(names.sort()).toEqual([
    "alibaba-ai-investment.json",
    "article-widget.js",
    "article-widget.live.css",
    "article-widget_bg.wasm",
    "embed.js",
    "export.js",
    "icon.svg",
    "index.html",
    "page.css",
  ]);
});

test("An article that is only read costs no WebAssembly", async ({ page }) => {
  const names = requests(page);
  await record(page);
  await page.goto("/index.html");
  await settle(page);
  await page.mouse.wheel(0, 300);
  await settle(page);
  await expectEvents(page, {});
  expect(names.sort()).toEqual(["embed.js", "icon.svg", "index.html", "page.css"]);
});

test("A page without an article in it asks for the document besides, once", async ({ page }) => {
  const found = complaints(page);
  const names = requests(page);
  await openPage(page, embed());
  await expectEvents(page, { ready: 1 });
  await useEverything(page);
  expect(found).toEqual([]);
  expect(names.sort()).toEqual([
    "alibaba-ai-investment.json",
    "article-widget.css",
    "article-widget.js",
    "article-widget.live.css",
    "article-widget_bg.wasm",
    "embed.js",
    "export.js",
    "icon.svg",
    "own.html",
  ]);
});

test("No element of the page has a style attribute, in whatever state, and one in the article is a style element", async ({ page }) => {
  await openDemo(page);
  const styled = () =>
    page.evaluate(() => {
      const roots = [document, document.querySelector("article-widget").shadowRoot];
      return roots.flatMap((root) => [...root.querySelectorAll("[style], style")].map((element) => element.cloneNode().outerHTML));
    });
  const own = [expect.stringMatching(/^<style data-sheet="\w{6}"><\/style>$/)];
  expect(await styled()).toEqual(own);
  await useEverything(page);
  expect(await styled()).toEqual(own);
});

for (const width of [320, 768, 1280]) {
  test.describe(`${width} px wide, nothing on the page moves while the article comes`, () => {
    test.use({ viewport: { width, height: 800 } });
    test.beforeEach(({ page }) =>
      page.addInitScript(() => {
        window.shifts = [];
        const describe = ({ node, previousRect, currentRect }) =>
          `${node?.nodeName} from ${JSON.stringify(previousRect)} to ${JSON.stringify(currentRect)}`;
        const note = (list) => window.shifts.push(...list.getEntries().flatMap(({ sources }) => sources.map(describe)));
        new PerformanceObserver(note).observe({ type: "layout-shift", buffered: true });
      }),
    );

    test("where all is quick", async ({ page }) => {
      await openDemo(page);
      await expectNoShifts(page);
    });

    test("where every file is awaited on the screen", async ({ page }) => {
      const [embed, glue, wasm] = await Promise.all(
        ["embed.js", "article-widget.js", "article-widget_bg.wasm"].map((file) => hold(page, file)),
      );
      await record(page);
      await page.goto("/index.html", { waitUntil: "commit" });
      await embed.asked;
      await settle(page);
      embed.release();
      await page.waitForFunction(() => customElements.get("article-widget"));
      await settle(page);
      await touch(page);
      for (const file of [glue, wasm]) {
        await file.asked;
        await settle(page);
        file.release();
      }
      await expectEvents(page, { ready: 1 });
      await expectNoShifts(page);
    });
  });
}

async function expectNoShifts(page) {
  // Late shifts count too, so the page is watched for a while longer.
  const end = await page.evaluate(() => performance.now() + 1000);
  await page.waitForFunction((end) => performance.now() > end, end);
  expect(await page.evaluate(() => window.shifts)).toEqual([]);
}

test("A page on a narrow phone does not scroll sideways", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openDemo(page);
  const scrolled = () =>
    page.evaluate(() => {
      window.scrollTo({ left: 1000, behavior: "instant" });
      const { scrollWidth, clientWidth } = document.documentElement;
      return { left: window.scrollX, surplus: scrollWidth - clientWidth };
    });
  expect(await scrolled()).toEqual({ left: 0, surplus: 0 });
  await useEverything(page);
  expect(await scrolled()).toEqual({ left: 0, surplus: 0 });
});

test("The document outside of the element is as the server sent it", async ({ page }) => {
  await openDemo(page);
  await useEverything(page);
  const [now, sent] = await page.evaluate(async () => {
    const html = await (await fetch(location.href)).text();
    const sent = new DOMParser().parseFromString(html, "text/html");
    // The parser of a page makes a shadow tree of it.
    sent.querySelector("template[shadowrootmode]").remove();
    return [document, sent].map((document) => document.documentElement.outerHTML);
  });
  expect(now).toBe(sent);
  expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
});

test("The module adds nothing to the window", async ({ page }) => {
  await page.addInitScript(() => {
    window.before = [];
    window.before = Object.getOwnPropertyNames(window);
  });
  await openDemo(page);
  await useEverything(page);
  const added = await page.evaluate(() =>
    Object.getOwnPropertyNames(window).filter((name) => !window.before.includes(name)),
  );
  // The record of events was there or comes from the test itself.
  expect(added.filter((name) => name !== "recorded")).toEqual([]);
});

test("Nothing is stored on the reader's machine", async ({ page, context }) => {
  await openDemo(page);
  await useEverything(page);
  expect(await context.cookies()).toEqual([]);
  const stored = await page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
  expect(stored).toEqual({ local: 0, session: 0, databases: [], caches: [], workers: 0 });
});

const HOSTILE = `
  * { color: red !important; font-family: cursive !important; letter-spacing: 9px !important; line-height: 3 !important;
      text-transform: uppercase !important; cursor: wait !important; text-indent: 2em !important;
      box-sizing: content-box !important; }
  p { font-size: 40px; margin: 50px; }
  h1, h2, h3, dt, figure, table, th, td, button, input, label, a, svg, text {
    font-size: 40px; border: 9px solid lime; float: right; display: inline;
  }
  /* The links of the page float, too: they take no room from the widget. */
  main { clear: both; }
  article-widget { text-align: right; word-spacing: 1em; font-style: italic; white-space: pre; }
`;

test("The page's styles do not reach into the widget", async ({ page }) => {
  await openDemo(page);
  const selector = [".headline", ".standfirst", ".body > p", ".body > h2", "dt", ".chart-title", ".choice-label", ".row-name"]
    .concat([".carousel-button", ".teaser", ".teaser-link", "summary"])
    .join(", ");
  const styles = () =>
    page.locator("article-widget").evaluate(
      (widget, selector) =>
        [...widget.shadowRoot.querySelectorAll(selector)].map((element) => {
          const style = getComputedStyle(element);
          const values = [...style].map((name) => `${name}: ${style.getPropertyValue(name)}`);
          return [element.getAttribute("class") ?? element.localName, ...values];
        }),
      selector,
    );
  const before = await styles();
  expect(before.length).toBeGreaterThan(30);
  await page.addStyleTag({ content: HOSTILE });
  await expect(page.locator(".page-note")).toHaveCSS("color", "rgb(255, 0, 0)");
  expect(await styles()).toEqual(before);
});

test("The widget's styles do not reach the page", async ({ page, context }) => {
  const names = "headline kicker body term chart choice plot mark carousel viewport slide teaser status visually-hidden";
  const samples = `<div id="samples">${["p", "h1", "h2", "a", "button", "table", "dl", "figure", "div"]
    .map((tag) => `<${tag} class="${names}" part="root">words</${tag}>`)
    .join("")}</div>`;
  const styles = (page) =>
    page.locator("#samples > *").evaluateAll((elements) =>
      elements.map((element) => {
        const style = getComputedStyle(element);
        return [element.localName, ...[...style].map((name) => `${name}: ${style.getPropertyValue(name)}`)];
      }),
    );
  const head = "<style>article-widget { display: block; min-height: 100vh }</style>";
  const bare = await context.newPage();
  await openPage(bare, `${samples}<article-widget></article-widget>`, head);
  await openPage(page, samples + embed(), head);
  await expectEvents(page, { ready: 1 });
  const alone = await styles(bare);
  expect(alone).toHaveLength(9);
  expect(await styles(page)).toEqual(alone);
});

const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  `style-src 'self' ${styleSources(readFileSync(new URL("../../../dist/index.html", import.meta.url), "utf8"))}`,
  "img-src 'self'",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
].join("; ");

test.describe("Under a strict content security policy", () => {
  test.beforeEach(async ({ page }) => {
    await page.route("**/index.html", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": POLICY } });
    });
    await page.addInitScript(() => {
      window.violations = [];
      document.addEventListener("securitypolicyviolation", (event) => {
        window.violations.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
      });
    });
  });

  const violations = (page) => page.evaluate(() => window.violations);

  test("the policy is in force: what it forbids is refused", async ({ page }) => {
    await openDemo(page);
    const refused = await page.evaluate(() => {
      try {
        document.createElement("p").innerHTML = "<b>markup</b>";
        return "accepted";
      } catch (error) {
        return error.name;
      }
    });
    expect(refused).toBe("TypeError");
    await expect.poll(() => violations(page)).toHaveLength(1);
  });

  test("the article, its chart and its carousel work without a violation", async ({ page }) => {
    const found = complaints(page);
    await openDemo(page);
    await useEverything(page);
    expect(await violations(page)).toEqual([]);
    expect(found).toEqual([]);
  });

  test("a failure, another try and another source work without a violation", async ({ page }) => {
    await hurry(page);
    await answer(page, "", { path: "articles/later.json", status: 503 });
    await openDemo(page);
    const widget = page.locator("article-widget");
    await widget.evaluate((widget) => widget.setAttribute("src", "articles/later.json"));
    await expectEvents(page, { ready: 1, error: 1 });
    await answer(page, { version: 1, language: "en", headline: "It came later", body: [] }, { path: "articles/later.json" });
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByRole("heading", { name: "It came later" })).toBeVisible();
    await widget.evaluate((widget) => widget.remove());
    expect(await violations(page)).toEqual([]);
  });
});

test("The article stands without its own styles, too", async ({ page }) => {
  await page.route("**/index.html", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": "style-src 'none'" } });
  });
  await openDemo(page);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator(".body > p").last()).toBeVisible();
});

/** Makes use of everything that readers can use. */
async function useEverything(page) {
  for (const name of ["Total", "Per year", "Both", "Timeline", "Ratio", "Yuan", "Bars", "US dollars"]) await choose(page, name);
  await sortBy(page, "Name, A to Z");
  await page.locator(".row").first().hover();
  await expect(page.locator(".reading")).toBeVisible();
  await takeAway(page, "Data");
  await takeAway(page, "Drawing (SVG)");
  await page.locator(".chart-data summary").click();
  await expect(page.getByRole("table")).toBeVisible();
  const previous = page.getByRole("button", { name: "Previous stories" });
  await page.getByRole("button", { name: "Next stories" }).click();
  await expect(previous).toHaveAttribute("aria-disabled", "false");
  await previous.click();
  await expect(previous).toHaveAttribute("aria-disabled", "true");
}
