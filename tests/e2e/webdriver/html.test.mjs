// Articles that come as HTML, in browsers that are not built on Chromium: BROWSER=firefox or BROWSER=webkitgtk. Those with a
// sanitiser show the HTML, the others render the document that it names. Neither runs anything that it holds.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before } from "node:test";
import { AROUND, PAYLOADS, check, watch, withPayload } from "../pages/hostile.mjs";
import { prerender } from "../pages/prerendered.mjs";
import { browserTests } from "./browser.mjs";
import { serveBeside, until } from "./site.mjs";

const article = readFileSync(new URL("../../../dist/articles/alibaba-ai-investment.json", import.meta.url), "utf8");
const html = prerender(JSON.parse(article), "--src", "story.json", "--linked");

let site;
// What the server answers for the article, and what it was asked for.
let story;
let asked;

before(async () => {
  site = await serveBeside((path, method) => {
    asked.push(`${method} ${path}`);
    return { "/": ["text/html; charset=utf-8", page()], "/story.html": ["text/html; charset=utf-8", story], "/story.json": ["application/json", article] }[path];
  });
});

after(() => site?.close());

const { browser, test } = browserTests(() => {
  asked = [];
});

/** A page with the two lines, which notes the events of the widget. */
const page = () => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title><script>
  (${watch})();
  window.told = [];
  for (const name of ["ready", "error"]) addEventListener("article-widget-" + name, ({ detail }) => told.push(detail.code ?? name));
  </script></head><body>${AROUND.replace("WIDGET", `<article-widget src="story.html"></article-widget>`)}<script type="module" src="embed.js"></script></body></html>`;

async function open(text) {
  story = text;
  await browser.driver.get(`${site.origin}/`);
}

/** Waits until a function in the page answers with this. */
const eventually = (expected, act) => until(browser.driver, expected, () => browser.driver.executeScript(act));

/** The headline, wherever the article stands. */
const isRead = () => eventually(true, () => Boolean(document.querySelector("article-widget").shadowRoot?.querySelector("h1.headline")));

async function comeAlive() {
  await browser.driver.executeScript(() => (document.querySelector("article-widget").loading = "eager"));
  await eventually(1, () => window.told.length);
}

test("An article in HTML is read, comes alive, and answers", async () => {
  await open(html);
  await isRead();
  const hasSanitiser = await browser.driver.executeScript(() => "parseHTML" in Document);
  // The root of an article that came as HTML names its document.
  const isHtml = await browser.driver.executeScript(() => Boolean(document.querySelector("article-widget").shadowRoot.querySelector("[data-src]")));
  assert.equal(isHtml, hasSanitiser);
  await comeAlive();
  assert.deepEqual(await browser.driver.executeScript(() => window.told), ["ready"]);
  assert.ok(asked.includes("GET /story.json"));
  await browser.driver.executeScript(() => document.querySelector("article-widget").shadowRoot.querySelector('input[value="per-year"]').click());
  await eventually("Commitment per year, in US dollars", () => document.querySelector("article-widget").shadowRoot.querySelector(".chart-subtitle").textContent);
});

for (const [what, payload] of Object.entries(PAYLOADS)) {
  test(`An article in HTML with ${what} harms nothing`, async () => {
    await open(withPayload(html, payload));
    await isRead();
    assert.deepEqual(await browser.driver.executeScript(check), []);
    await comeAlive();
    assert.deepEqual(await browser.driver.executeScript(check), []);
    assert.deepEqual(asked.filter((path) => path.includes("reached")), []);
    assert.match(await browser.driver.getCurrentUrl(), /\/(#headline)?$/);
  });
}
