// What the tests of pages share: opening pages, changing the document on its way to the widget,
// and listening to what the widget tells its host.

import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";

/** Where the demonstration's document is on the server. */
export const DOCUMENT = "articles/alibaba-ai-investment.json";

const source = readFileSync(new URL(`../../../dist/${DOCUMENT}`, import.meta.url), "utf8");

/** The demonstration's document, afresh for every caller. */
export function demoDocument() {
  return JSON.parse(source);
}

/** A copy of the demonstration's document after `change` has been at it. */
export function changed(change) {
  const document = demoDocument();
  change(document);
  return document;
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

/** Opens the demonstration and waits for its article. */
export async function openDemo(page) {
  await record(page);
  await page.goto("/index.html");
  await expectEvents(page, { ready: 1 });
}

/** Goes to a page of the same site with this body; nothing on it is waited for. */
export async function openPage(page, body, head = "") {
  await record(page);
  await page.route("**/own.html", (route) =>
    route.fulfill({
      contentType: "text/html; charset=utf-8",
      body: `<!doctype html><html lang="en"><head><title>A page</title><link rel="icon" href="articles/icon.svg">${head}</head>
        <body><main>${body}</main></body></html>`,
    }),
  );
  // Without waiting for what tests may hold back.
  await page.goto("/own.html", { waitUntil: "domcontentloaded" });
}

/** The two lines that a publisher pastes, here with words for the case of failure. */
export function embed(src = DOCUMENT, attributes = "") {
  return `<article-widget src="${src}" ${attributes}><p id="fallback">Read the article on our site.</p></article-widget>${MODULE}`;
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
  await page.route(`**/${path}`, async (route) => {
    ask();
    await released;
    // The page may have called the request off by now.
    await route.continue().catch(() => {});
  });
  return { release, asked };
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
