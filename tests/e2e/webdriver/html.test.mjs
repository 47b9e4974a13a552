// Articles that come as HTML, in browsers that are not built on Chromium: BROWSER=firefox or BROWSER=webkitgtk. Those with a
// sanitiser show the HTML, the others render the document that it names. Neither runs anything that it holds.

import assert from "node:assert/strict";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { after, before, beforeEach, test } from "node:test";
import { AROUND, PAYLOADS, check, watch, withPayload } from "../pages/hostile.mjs";
import { prerender } from "../pages/prerendered.mjs";
import { serve } from "../server.mjs";
import { start } from "./driver.mjs";

const article = readFileSync(new URL("../../../dist/articles/alibaba-ai-investment.json", import.meta.url), "utf8");
const html = prerender(JSON.parse(article), "--src", "story.json", "--linked");
// How long anything may take before it counts as not happening.
const PATIENCE = 30_000;

let files;
let pages;
let browser;
// What the server answers for the article, and what it was asked for.
let story;
let asked;

before(
  async () => {
    files = await serve();
    pages = createServer(async ({ url, method }, response) => {
      const path = url.split("?")[0];
      asked.push(`${method} ${path}`);
      const own = { "/": ["text/html; charset=utf-8", page()], "/story.html": ["text/html; charset=utf-8", story], "/story.json": ["application/json", article] }[path];
      if (own) return response.writeHead(200, { "content-type": own[0] }).end(own[1]);
      const answer = await fetch(new URL(path, files.origin));
      response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "text/plain" }).end(Buffer.from(await answer.arrayBuffer()));
    });
    pages.listen(0, "127.0.0.1");
    await once(pages, "listening");
    browser = await start(process.env.BROWSER);
  },
  { timeout: 4 * PATIENCE },
);

after(async () => {
  await browser?.quit();
  pages?.closeAllConnections();
  pages?.close();
  files?.close();
});

beforeEach(() => {
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
  await browser.driver.get(`http://127.0.0.1:${pages.address().port}/`);
}

/** Waits until a function in the page answers with this. */
async function eventually(expected, act) {
  let found;
  const matches = async () => {
    // While the page changes, what the script looks for may be missing.
    found = await browser.driver.executeScript(act).catch(({ message }) => message);
    return JSON.stringify(found) === JSON.stringify(expected);
  };
  await browser.driver.wait(matches, PATIENCE).catch(() => {});
  assert.deepEqual(found, expected);
}

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
