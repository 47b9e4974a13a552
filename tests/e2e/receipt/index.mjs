// Measures the demonstration in one engine for the receipt of a release, and writes what it found as JSON: what is requested,
// how far anything moves on the screen, and what axe finds. BROWSER names the engine: chromium, firefox or webkitgtk.

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import sirv from "sirv";
import { start } from "../webdriver/driver.mjs";

const AXE = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
const PATIENCE = 60_000;
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The release as a site that counts what is asked for. */
async function site() {
  const files = sirv(fileURLToPath(new URL("../../../dist/", import.meta.url)), { dev: true });
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(request.url);
    files(request, response, () => response.writeHead(404).end());
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { address: `http://127.0.0.1:${server.address().port}/index.html`, asked, close: () => server.close() };
}

/** A browser that opens a page and evaluates the text of a function in it. */
async function open(name, address) {
  if (name === "chromium") {
    const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(address);
    return { version: `Chromium ${browser.version()}`, run: (text) => page.evaluate(`(${text})()`), close: () => browser.close() };
  }
  const { driver, quit } = await start(name);
  await driver.get(address);
  const capabilities = await driver.getCapabilities();
  await driver.manage().setTimeouts({ script: PATIENCE });
  const run = (text) => driver.executeAsyncScript(`const done = arguments[arguments.length - 1]; Promise.resolve((${text})()).then(done)`);
  return { version: `${name === "firefox" ? "Firefox" : "WebKitGTK"} ${capabilities.get("browserVersion")}`, run, close: quit };
}

/** Where the parts of the article are on the page. It needs no API that only some browsers have. */
const places = () => {
  const { shadowRoot } = document.querySelector("article-widget");
  return [...shadowRoot.querySelectorAll("h1,h2,p,figure,figcaption,table,.teaser,.row,.choice,button")]
    .map((node) => [node, node.getBoundingClientRect()])
    .filter(([, { width, height }]) => width && height)
    // A part may get wider than its words.
    .map(([node, { left, top, height }]) => [node.localName, left + scrollX, top + scrollY, height]);
};

/** Puts the focus into the first part that is not alive, as a reader's keyboard does; gives how many there are. */
const approach = () => {
  const { shadowRoot } = document.querySelector("article-widget");
  const waiting = [...shadowRoot.querySelectorAll("[data-island]:not([data-alive])")];
  waiting[0]?.querySelector("input,button,a")?.focus();
  return waiting.length;
};

/** Brings all parts alive: a reader comes near each. */
async function wake(browser) {
  const end = Date.now() + PATIENCE;
  while (await browser.run(`${approach}`)) {
    if (Date.now() > end) throw Error("the article did not come alive");
    await pause(100);
  }
}

const check = async () => {
  const { violations, passes } = await window.axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] });
  return { passed: passes.length, violations: violations.map(({ id, nodes }) => `${id} (${nodes.length})`) };
};

const { address, asked, close } = await site();
const browser = await open(process.env.BROWSER, address);
try {
  await pause(1000);
  const toRead = asked.length;
  const before = await browser.run(`${places}`);
  await wake(browser);
  await pause(500);
  const after = await browser.run(`${places}`);
  // What an article gains by coming alive stands in no other part's way.
  const left = [...after];
  let moved = 0;
  for (const [name, ...place] of before) {
    const distances = left.filter(([other]) => other === name).map(([, ...other]) => Math.max(...place.map((value, index) => Math.abs(value - other[index]))));
    moved = Math.max(moved, Math.min(...distances));
  }
  await browser.run(`() => { ${AXE} }`);
  const accessibility = await browser.run(`${check}`);
  const result = { engine: browser.version, page: "index.html, prerendered", requests: { toRead, alive: asked.length }, moved: Math.round(moved * 100) / 100, accessibility };
  console.log(JSON.stringify(result));
} finally {
  await browser.close();
  close();
}
