// The examples that are pages, each opened as its reader would, and the page that leads to all of them.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { serve } from "../server.mjs";
import { complaintsAbout, opened } from "./checker.mjs";
import { LANGUAGES, messagesOf } from "./languages.mjs";
import { HEADLINE, complaints, record, settle } from "./support.mjs";

const directory = (path) => fileURLToPath(new URL(`../../../${path}/`, import.meta.url));
const site = directory("target/examples");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** All examples; those that are built into the site are pages, the others are projects with tests of their own. */
const EXAMPLES = readdirSync(directory("examples"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
const isPage = ({ name }) => existsSync(`${site}examples/${name}/index.html`);
const PAGES = EXAMPLES.filter(isPage).map(({ name }) => name);

let server;
test.beforeAll(async () => {
  expect(existsSync(site), "cargo xtask test example builds the site").toBe(true);
  server = await serve(0, {}, site);
});
test.afterAll(() => server?.close());

/** The address of an example, or of the page that leads to all of them. */
const at = (name = "") => `${server.origin}/examples/${name && `${name}/`}`;
const chosen = (scope) => scope.locator(".chart-subtitle");

/** Presses a control as a reader does, and waits until the chart has answered. */
async function choosePerYear(scope) {
  await scope.getByRole("radio", { name: "Per year" }).check();
  await expect(chosen(scope)).toHaveText(/^Commitment per year/);
}

/** Brings every article of the page into view, and waits until it is there. */
async function readAll(page) {
  for (const widget of await page.locator("article-widget, article-widget-trial").all()) {
    await widget.scrollIntoViewIfNeeded();
    await expect(widget.locator("h1")).toBeVisible();
  }
  const frame = page.locator("iframe");
  if (await frame.count()) await expect(frame.contentFrame().locator("h1")).toBeVisible();
  await settle(page);
}

test("Every page is quiet, asks its own site alone, fits a narrow phone, and axe finds nothing wrong with it", async ({ page }) => {
  test.setTimeout(180_000);
  const found = complaints(page);
  const elsewhere = [];
  page.on("request", (request) => request.url().startsWith(server.origin) || elsewhere.push(request.url()));
  page.on("response", (response) => response.ok() || found.push(`${response.status()}: ${response.url()}`));
  expect(PAGES.length).toBeGreaterThan(7);
  const looks = [["light", 320], ["dark", 1280]];
  for (const name of ["", ...PAGES]) {
    for (const [colorScheme, width] of looks) {
      await test.step(`${name || "the start"}, ${colorScheme}, ${width}`, async () => {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await page.setViewportSize({ width, height: 800 });
        await page.goto(at(name));
        await readAll(page);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
        const wrong = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
        // axe takes the ground of a frame for white, and does not see that the dark page shows through.
        expect(wrong.filter((words) => colorScheme === "light" || !words.startsWith("color-contrast: #story "))).toEqual([]);
      });
    }
  }
  expect({ found, elsewhere }).toEqual({ found: [], elsewhere: [] });
});

test("Every page is valid HTML without style attributes", async () => {
  const files = ["index.html", "feed/stories.html", ...PAGES.map((name) => `${name}/index.html`)];
  const read = (folder) => files.map((file) => readFileSync(`${folder}${file}`, "utf8"));
  const pages = read(`${site}examples/`);
  const found = await complaintsAbout(pages.flatMap((page) => (page.includes("<template") ? [page, opened(page)] : [page])));
  // The checker reads pages from a disk, which has no 'self'.
  expect(found.filter((complaint) => !complaint.includes("violates Content Security Policy"))).toEqual([]);
  expect(read(directory("examples")).filter((source) => /\sstyle=/.test(source))).toEqual([]);
});

test("The start page leads to every example and to the demonstration, and the teasers of articles lead on", async ({ page, request }) => {
  await page.goto(at());
  const addresses = await page.locator("a").evaluateAll((links) => links.map(({ href }) => href));
  expect(addresses.filter((address) => address.includes("/examples/"))).toEqual(expect.arrayContaining(PAGES.map((name) => `${at(name)}index.html`)));
  expect(addresses.filter((address) => !address.includes("/examples/"))).toHaveLength(4);
  for (const { name } of EXAMPLES.filter((example) => !isPage(example))) {
    await expect(page.locator("main")).toContainText(`examples/${name}`);
  }
  for (const name of PAGES.filter((name) => name !== "frame")) {
    await page.goto(at(name));
    await readAll(page);
    addresses.push(...(await page.locator("a").evaluateAll((links) => links.map(({ href }) => href))));
  }
  const own = new Set(addresses.filter((address) => address.startsWith(server.origin)).map((address) => address.split("#")[0]));
  expect([...own].filter((address) => /related/.test(address)).length).toBeGreaterThan(8);
  const broken = [];
  for (const address of own) if ((await request.get(address)).status() !== 200) broken.push(address);
  expect(broken).toEqual([]);
  // Its own links begin where it stood.
  await page.goto(`${at("two-lines")}articles/related.html#imf`);
  await expect(page.locator("#imf")).toHaveCSS("background-color", /rgb/);
  await page.getByRole("link", { name: "Back to the article" }).click();
  await expect(page).toHaveURL(`${server.origin}/index.html`);
});

test("Two lines: the article comes, and its controls work", async ({ page }) => {
  await page.goto(at("two-lines"));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(HEADLINE);
  await choosePerYear(page);
});

for (const [name, title] of [["prerendered", "Prerendered"], ["light-dom", "Light DOM"]]) {
  test(`${title}: the article is read without scripts, and comes alive with them`, async ({ page, browser }) => {
    const without = await browser.newPage({ javaScriptEnabled: false });
    await without.goto(at(name));
    await expect(without.getByRole("heading", { level: 1 })).toHaveText(HEADLINE);
    await expect(without.locator(".row .mark").first()).toBeVisible();
    await without.locator(".chart-data summary").click();
    await expect(without.getByRole("table")).toContainText("Alibaba");
    await without.close();

    await page.goto(at(name));
    expect(await page.locator("article-widget").evaluate((widget) => Boolean(widget.shadowRoot))).toBe(name === "prerendered");
    await choosePerYear(page);
  });
}

test("Frame: it is as high as its article, and has the colours of the page", async ({ page }) => {
  await page.goto(at("frame"));
  const story = page.locator("#story");
  const frame = story.contentFrame();
  const isWhole = () => frame.locator("html").evaluate((root) => Math.abs(innerHeight - root.getBoundingClientRect().height) < 2);
  for (const width of [1280, 400]) {
    await page.setViewportSize({ width, height: 800 });
    await expect.poll(() => story.evaluate((frame) => frame.clientHeight)).toBeGreaterThan(2000);
    await expect.poll(isWhole).toBe(true);
  }
  // A message of the page itself changes nothing.
  const height = await story.getAttribute("height");
  await page.evaluate(() => postMessage({ type: "article-widget-height", height: 9 }));
  await settle(page);
  await expect(story).toHaveAttribute("height", height);

  for (const theme of ["dark", "light"]) {
    await page.getByRole("radio", { name: theme }).check();
    await expect.poll(() => frame.locator("article-widget").evaluate((widget) => widget.theme)).toBe(theme);
    await expect(page.locator("html")).toHaveCSS("color-scheme", theme);
  }
  await choosePerYear(frame);
});

test("Strict CSP: nothing is refused, the styles are in force without a request, and the article comes alive", async ({ page }) => {
  const found = complaints(page);
  await page.addInitScript(() => {
    window.refused = [];
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => window.refused.push(`${violatedDirective}: ${blockedURI}`));
  });
  const sheets = [];
  page.on("request", (request) => request.resourceType() === "stylesheet" && sheets.push(new URL(request.url()).pathname));
  await page.goto(at("strict-csp"));
  await expect(page.locator(".kicker")).toHaveCSS("text-transform", "uppercase");
  expect(sheets).toEqual(["/examples/page.css"]);
  await choosePerYear(page);
  await settle(page);
  expect(await page.evaluate(() => window.refused)).toEqual([]);
  expect(found).toEqual([]);
  // The policy is in force: it refuses other styles.
  await page.evaluate(() => document.body.append(Object.assign(document.createElement("style"), { textContent: "body { display: none }" })));
  await expect.poll(() => page.evaluate(() => window.refused)).toEqual(["style-src-elem: inline"]);
});

test("Feed: its stories take the place of the document's teasers, and lead to their pages", async ({ page }) => {
  await record(page);
  await page.goto(at("feed"));
  await page.locator(".standfirst").click();
  // The reader comes near the row; the one who is at it already keeps what is there.
  await page.locator(".carousel").evaluate((row) => scrollBy({ top: row.getBoundingClientRect().top - innerHeight - 200, behavior: "instant" }));
  await expect(page.locator(".teaser")).toHaveCount(4);
  await expect(page.locator(".teaser").first()).toContainText("A town heats its school with a data centre");
  await page.locator(".teaser a").first().click();
  await expect(page).toHaveURL(`${at("feed")}stories.html?story=heat#heat`);
});

test("Languages: each article has the words and the direction of its language", async ({ page }) => {
  await page.goto(at("languages"));
  for (const [language, direction] of Object.entries(LANGUAGES)) {
    await page.getByRole("navigation", { name: "Languages" }).locator(`[hreflang=${language}]`).click();
    const article = page.locator(`#${language} .article-widget`);
    await expect(article.locator("h1")).toBeVisible();
    await expect(article).toHaveAttribute("lang", language);
    await expect(article).toHaveCSS("direction", direction);
    const { controls } = messagesOf(language);
    await article.getByRole("radio", { name: controls.per_year }).check();
  }
});

test("Two versions: both are alive, each from its own folder, under its own name", async ({ page }) => {
  const scripts = [];
  page.on("request", (request) => scripts.push(new URL(request.url()).pathname));
  await page.goto(at("two-versions"));
  const [own, trial] = ["article-widget", "article-widget-trial"].map((name) => page.locator(name));
  const before = await chosen(trial).textContent();
  await choosePerYear(own);
  expect(await chosen(trial).textContent()).toBe(before);
  await trial.getByRole("radio", { name: "Pro Jahr" }).check();
  await expect(chosen(trial)).not.toHaveText(before);
  await expect(chosen(own)).toHaveText(/^Commitment per year/);
  const engines = scripts.filter((path) => path.endsWith("article-widget_bg.wasm"));
  expect(engines.sort()).toEqual(["/article-widget_bg.wasm", "/examples/two-versions/trial/article-widget_bg.wasm"]);
  expect(await page.evaluate(() => ["article-widget", "article-widget-trial"].every((name) => customElements.get(name)))).toBe(true);
});
