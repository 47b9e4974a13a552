// What the tests of pages share: opening pages, changing the document on its way to the widget,
// and listening to what the widget tells its host.

import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { Readable } from "node:stream";
import { test as base, expect } from "@playwright/test";

/** Where the demonstration's document is on the server. */
export const DOCUMENT = "articles/alibaba-ai-investment.json";

const source = readFileSync(new URL(`../../../dist/${DOCUMENT}`, import.meta.url), "utf8");

/** The demonstration's document, afresh for every caller. */
export function demoDocument() {
  return JSON.parse(source);
}

/** Its headline, as readers read it. */
export const HEADLINE = "Alibaba commits over 380 billion yuan to artificial intelligence";

/** A picture of a whole page without what comes with the script. */
// Which dots a carousel has follows from its width: they come with the script, where nothing else is.
// To hide the caret, Playwright would write attributes, and what has been changed is rendered afresh.
// A chart that stays in view is a layer of its own: the letters on the layers after it are then smoothed in another way.
export const WITHOUT_DOTS = { fullPage: true, style: ".dots { visibility: hidden; } .beside .chart { position: static !important; }", caret: "initial" };

/** A copy of the demonstration's document after `change` has been at it. */
export function changed(change) {
  const document = demoDocument();
  change(document);
  return document;
}

/** A document with every part of the format, every block and every mark, afresh for every caller. */
export function fullDocument() {
  return JSON.parse(readFileSync(new URL("../../native/full.json", import.meta.url), "utf8"));
}

/** Where in the body of a document the first block of a kind stands. */
export function indexOf(document, kind) {
  return document.body.findIndex((block) => kind in block);
}

/** Notes every event of every widget from the first moment of each page. */
export async function record(page) {
  await page.addInitScript(() => {
    window.recorded = { ready: [], error: [] };
    for (const name of ["ready", "error"]) {
      document.addEventListener(`article-widget-${name}`, (event) => {
        const { target, bubbles, composed, detail } = event;
        window.recorded[name].push({ target: target.localName, id: target.id, bubbles, composed, detail });
      });
    }
  });
}

/** The events so far: `{ ready: […], error: […] }`. */
export function events(page) {
  return page.evaluate(() => window.recorded);
}

/** Waits for a number of events of a kind, and finds out whether there are more of either. */
export async function expectEvents(page, { ready = 0, error = 0 }) {
  await expect
    .poll(async () => {
      const { ready, error } = await events(page);
      return { ready: ready.length, error: error.length };
    })
    .toEqual({ ready, error });
  await settle(page);
  const all = await events(page);
  expect({ ready: all.ready.length, error: all.error.length }).toEqual({ ready, error });
  return all;
}

/** Lets the page do what it has queued: tasks, microtasks and two frames. */
export function settle(page) {
  return page.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve));
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
}

/** Opens the demonstration, touches its article as a reader does, and waits until it is alive. */
export async function openDemo(page) {
  await record(page);
  await page.goto("/index.html");
  await touch(page);
  await expectEvents(page, { ready: 1 });
}

/** Brings an article alive by a click on its text, which does nothing else. */
export function touch(page) {
  return page.locator(".standfirst").click();
}

/** Makes the pauses between the tries of a page as short as chance can make them. */
export function hurry(page) {
  return page.addInitScript(() => {
    Math.random = () => 0;
  });
}

/** Goes to a page of the same site, or of another, with this body; nothing on it is waited for. */
export async function openPage(page, body, head = "", origin = "") {
  await record(page);
  await page.route("**/own.html", (route) =>
    route.fulfill({
      contentType: "text/html; charset=utf-8",
      body: `<!doctype html><html lang="en"><head><title>A page</title><link rel="icon" href="articles/icon.svg">${head}</head>
        <body><main>${body}</main></body></html>`,
    }),
  );
  // Without waiting for what tests may hold back.
  await page.goto(`${origin}/own.html`, { waitUntil: "domcontentloaded" });
}

/** The two lines that a publisher pastes, here with words for the case of failure. */
export function embed(src = DOCUMENT, attributes = "") {
  return element(`src="${src}" ${attributes}`, `<p id="fallback">Read the article on our site.</p>`) + MODULE;
}

/** The element itself. */
export function element(attributes = `src="${DOCUMENT}"`, content = "") {
  return `<article-widget ${attributes}>${content}</article-widget>`;
}

/** The line that loads the widget. */
export const MODULE = `<script type="module" src="embed.js"></script>`;

/** Answers requests for a document with this one: an object, or the text of the answer. */
export async function answer(page, document, { path = DOCUMENT, status = 200 } = {}) {
  const body = typeof document === "string" ? document : JSON.stringify(document);
  await page.route(`**/${path}`, (route) => route.fulfill({ status, contentType: "application/json", body }));
}

/** Holds requests for an address until `release` is called; `asked` settles with the first. */
export async function hold(page, path) {
  let release;
  let ask;
  const released = new Promise((resolve) => (release = resolve));
  const asked = new Promise((resolve) => (ask = resolve));
  // Another try has another address.
  await page.route(`**/${path}*`, async (route) => {
    ask();
    await released;
    // The page may have called the request off by now.
    await route.fallback().catch(() => {});
  });
  return { release, asked };
}

/** The parts of the last addresses that a page has asked for, from now on: `embed.js`, for example. */
export function requests(page) {
  const names = [];
  page.on("request", (request) => names.push(new URL(request.url()).pathname.split("/").at(-1)));
  return names;
}

/** The button below the drawing that opens all choices but the switch above it. */
export const EXPLORE = "Explore: form, currency, order, companies";

/** Opens a panel of the chart, unless it is open. */
export async function openPanel(scope, name = EXPLORE) {
  const opener = scope.getByRole("button", { name });
  if ((await opener.getAttribute("aria-expanded")) === "false") await opener.click();
  await expect(opener).toHaveAttribute("aria-expanded", "true");
}

/** Chooses an order of the chart's rows. */
export async function sortBy(scope, label) {
  await openPanel(scope);
  await scope.getByLabel("Sort by").selectOption({ label });
}

/** Presses a button of what can be taken away, and gives the download. */
export async function takeAway(page, name) {
  if (name !== "Data") await openPanel(page, "Image");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name, exact: true }).click();
  return download;
}

/** Collects what the page complains of: messages above "info" and errors that nobody caught. */
export function complaints(page) {
  const found = [];
  page.on("console", (message) => {
    if (!["log", "info", "debug"].includes(message.type())) found.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => found.push(`uncaught: ${error}`));
  return found;
}

/** Waits until the row of a carousel has stopped: the same place in several frames that follow each other. */
export function atRest(page) {
  return page.locator(".viewport").evaluate(async (viewport) => {
    for (let place, still = 0; still < 10; place = viewport.scrollLeft) {
      await new Promise(requestAnimationFrame);
      still = viewport.scrollLeft === place ? still + 1 : 0;
    }
  });
}

/** Presses Tab until something inside the widget has the focus; fails when it never does. */
export async function tabTo(page, locator, presses = 60) {
  for (let count = 0; count < presses; count += 1) {
    if (await hasFocus(locator)) return;
    await page.keyboard.press("Tab");
  }
  expect(await hasFocus(locator), "the keyboard reaches it").toBe(true);
}

/** Whether this element has the focus, in whatever tree it is. */
export function hasFocus(locator) {
  return locator.evaluate((element) => element.getRootNode().activeElement === element);
}

/**
 * Tests with sites of their own: `serveAs(respond)` starts one like that of all the other tests, whose
 * `document.json` is what `respond(response)` writes, and gives its origin.
 */
export const test = base.extend({
  serveAs: async ({ baseURL }, use) => {
    const servers = [];
    await use(async (respond) => {
      const server = createServer(async ({ url }, response) => {
        if (url === "/document.json") return respond(response);
        const { status, headers, body } = await fetch(new URL(url, baseURL));
        response.writeHead(status, { "content-type": headers.get("content-type") });
        Readable.fromWeb(body).pipe(response);
      });
      servers.push(server);
      server.listen(0, "127.0.0.1");
      await once(server, "listening");
      return `http://127.0.0.1:${server.address().port}`;
    });
    for (const server of servers) {
      server.close();
      server.closeAllConnections();
    }
  },
});

/** Lets the next thing fail that the views do with an element, by which the WebAssembly panics; runs in the page. */
export const failOnce = () => {
  const { setAttribute } = Element.prototype;
  Element.prototype.setAttribute = (name) => {
    Element.prototype.setAttribute = setAttribute;
    throw new Error(`no attributes today: ${name}`);
  };
};
