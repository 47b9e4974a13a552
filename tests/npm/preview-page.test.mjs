// The page of `article-widget preview` in Chromium: what a writer sees after each save.

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { expect as configurable } from "@playwright/test";
import { launch } from "./browser.mjs";
import { folder, json, markdown, start } from "./preview.mjs";

// Machines are slow and noisy: nothing here is a measure of speed.
const PATIENCE = 30_000;

const expect = configurable.configure({ timeout: PATIENCE });
let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

/** Browsers tell of scripts that a sandbox stops, and of answers that refuse: that to a folder which is no address yet. */
const isExpected = (message) => /sandboxed/.test(message.text()) || /\/\.paste\?assets=a%20b$/.test(message.location().url);

/** A page with the preview of these files; its errors fail the test. */
async function open(t, files, address = "/", settings = {}) {
  const at = folder(t, files);
  const preview = await start(t, at, ...Object.keys(files).filter((name) => /\.(md|json)$/.test(name)));
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, colorScheme: "light", reducedMotion: "reduce", ...settings });
  t.after(() => context.close());
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => message.type() === "error" && !isExpected(message) && faults.push(message.text()));
  t.after(() => assert.deepEqual(faults, []));
  await page.goto(preview.origin + address);
  return { page, preview, context, save: (name, text) => writeFileSync(join(at, name), text), live: page.frameLocator("#live"), still: page.frameLocator("#still") };
}

/** How far the frame is scrolled. */
const scrolled = (page, id) => page.evaluate((id) => document.getElementById(id).contentWindow.scrollY, id);

/** The rectangles of the marks in a frame, and those of an element's text. */
const marks = (page, id) =>
  page.evaluate((id) => {
    const { contentDocument } = document.getElementById(id);
    const of = (nodes) => [...nodes].map((node) => node.getBoundingClientRect()).map(({ left, top, right, bottom }) => ({ left, top, right, bottom }));
    return { all: of(contentDocument.querySelectorAll(".preview-marks g")), chosen: of(contentDocument.querySelectorAll(".preview-marks .chosen")), height: contentDocument.defaultView.innerHeight };
  }, id);

/** Whether the chosen mark covers that text. */
async function isMarked(page, id, words) {
  const { chosen, height } = await marks(page, id);
  const place = await page.evaluate(
    ([id, words]) => {
      const { shadowRoot } = document.getElementById(id).contentDocument.querySelector("article-widget");
      const element = [...shadowRoot.querySelectorAll("p")].find(({ textContent }) => textContent.includes(words));
      const { left, top, right, bottom } = element.getBoundingClientRect();
      return { left, top, right, bottom };
    },
    [id, words],
  );
  const [mark] = chosen;
  return chosen.length === 1 && mark.top >= 0 && mark.bottom <= height && mark.left >= place.left - 6 && mark.right <= place.right + 6 && mark.top >= place.top - 6 && mark.bottom <= place.bottom + 6;
}

test("a save keeps the place and what was chosen in the chart", async (t) => {
  const { page, save, live } = await open(t, { "story.md": markdown() });
  await expect(page).toHaveTitle("story.md · Preview");
  await expect(live.locator("h1")).toHaveText("Two plans compared");
  await expect(page.locator("#problems-note")).toHaveText("None: the checker finds nothing.");

  const perYear = live.getByRole("radio", { name: "Per year" });
  await perYear.focus();
  await page.keyboard.press("Space");
  await expect(perYear).toBeChecked();
  const press = async (locator) => {
    await locator.focus();
    await page.keyboard.press("Enter");
  };
  const explore = live.getByRole("button", { name: /^Explore/ });
  const order = live.getByRole("combobox", { name: "Sort by" });
  const table = live.getByRole("table");
  await press(explore);
  await order.selectOption("name-reversed");
  await press(live.locator(".chart-data summary"));
  await expect(table).toBeVisible();
  const isKept = async () => {
    await expect(perYear).toBeChecked();
    await expect(explore).toHaveAttribute("aria-expanded", "true");
    await expect(order).toHaveValue("name-reversed");
    await expect(table).toBeVisible();
    await expect.poll(() => scrolled(page, "live")).toBe(place);
  };
  await perYear.evaluate((radio) => radio.closest("figure").scrollIntoView());
  const place = await scrolled(page, "live");
  assert.ok(place > 0);

  save("story.md", markdown("Another plan runs for three years."));
  await expect(live.getByText("Another plan runs for three years.")).toBeVisible();
  await isKept();

  // What disagrees with the data is shown, and its problem has its line and its place.
  save("story.md", markdown("Another plan of [$90 billion](datum:alder) runs for three years. It is large."));
  const problem = page.getByRole("button", { name: /Line 28/ });
  await expect(problem).toContainText("states 90 billion US dollars, but the data give $60 billion");
  await expect(problem.locator("code")).toHaveText("Another plan of [$90 billion](datum:alder) runs for three years. It is large.");
  await expect(page.locator("#state")).toHaveText("");
  await expect(live.getByText("Another plan of $90 billion runs")).toBeVisible();
  await isKept();
  await problem.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: /Line 28/, pressed: true })).toBeFocused();
  await expect.poll(() => isMarked(page, "live", "Another plan of")).toBe(true);

  // What cannot be shown keeps the article.
  save("story.md", "---\nlanguage: [\n---\n");
  await expect(page.locator("#state")).toHaveText("The file has errors. This is the last good article.");
  await expect(live.getByText("Another plan of $90 billion runs")).toBeVisible();

  save("story.md", markdown("A plan of [$60 billion](datum:alder) runs for three years."));
  await expect(live.getByText("A plan of $60 billion runs")).toBeVisible();
  await expect(page.locator("#state")).toHaveText("");
  await expect(page.locator("#problems-list li")).toHaveCount(0);
  assert.deepEqual((await marks(page, "live")).all, []);
  await expect(perYear).toBeChecked();
  await expect(explore).toHaveAttribute("aria-expanded", "true");

  // What is above the window grows; what the reader looks at stays where it is.
  const title = live.locator(".chart-title");
  await title.evaluate((element) => element.scrollIntoView());
  const top = (await title.boundingBox()).y;
  const before = await scrolled(page, "live");
  save("story.md", markdown("A plan of [$60 billion](datum:alder) runs for three years.\n\nA paragraph more."));
  await expect(live.getByText("A paragraph more.")).toBeAttached();
  await expect.poll(() => scrolled(page, "live")).toBeGreaterThan(before);
  // Browsers scroll by whole pixels.
  await expect.poll(async () => Math.abs((await title.boundingBox()).y - top) < 2).toBe(true);
});

test("widths, colours, direction, and no scripts", async (t) => {
  const { page, save, live, still } = await open(t, { "story.md": markdown(), "dot.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>" });
  const article = live.locator("article");
  await expect(article).toBeVisible();
  const inner = (id) => page.evaluate((id) => document.getElementById(id).contentWindow.innerWidth, id);
  for (const [name, width] of [["Desktop", 1280], ["Tablet", 768], ["Phone", 390]]) {
    await page.getByRole("radio", { name }).check();
    await expect.poll(() => inner("live")).toBe(width);
  }
  // Another width shows the same text.
  const text = live.locator("p", { hasText: "second paragraph" });
  await text.evaluate((element) => element.scrollIntoView());
  const top = () => text.evaluate((element) => Math.abs(element.getBoundingClientRect().top));
  for (const name of ["Tablet", "Phone"]) {
    await page.getByRole("radio", { name }).check();
    await expect.poll(top).toBeLessThan(2);
  }
  const ink = () => article.evaluate((element) => getComputedStyle(element).color);
  const light = await ink();
  await page.getByRole("radio", { name: "Dark" }).check();
  await expect.poll(ink).not.toBe(light);

  await live.getByRole("radio", { name: "Per year" }).focus();
  await page.keyboard.press("Space");
  const mirrored = page.getByRole("checkbox", { name: "Right to left" });
  await mirrored.check();
  await expect(live.locator(".article-widget")).toHaveAttribute("dir", "rtl");
  await expect(live.locator("h1")).toHaveText("Two plans compared");
  await expect(live.getByRole("radio", { name: "Per year" })).toBeChecked();

  await live.locator("p", { hasText: "fourth" }).evaluate((element) => element.scrollIntoView());
  const place = await scrolled(page, "live");
  await page.getByRole("checkbox", { name: "Without scripts" }).check();
  await expect(still.locator(".article-widget")).toHaveAttribute("dir", "rtl");
  await expect(page.locator("#live")).toBeHidden();
  await expect.poll(() => scrolled(page, "still")).toBe(place);
  assert.equal(await still.locator("article-widget:defined").count(), 0);
  assert.equal(await still.locator("article").evaluate((element) => getComputedStyle(element).colorScheme), "dark");
  save("story.md", markdown("A soft\u00adhyphen in a plan."));
  await expect(still.locator("p", { hasText: "in a plan." })).toBeVisible();
  await expect.poll(() => scrolled(page, "still")).toBe(place);
  await page.getByRole("button", { name: /Remark/ }).click();
  await expect.poll(() => isMarked(page, "still", "in a plan.")).toBe(true);

  // The page remembers how the article was looked at.
  await page.reload();
  await expect(page.getByRole("radio", { name: "Dark" })).toBeChecked();
  await expect(mirrored).toBeChecked();
  await expect(still.locator(".article-widget")).toHaveAttribute("dir", "rtl");
});

test("each problem leads to its part of the article", async (t) => {
  const body = [
    { heading: "A first section" },
    { paragraph: "Words of a first paragraph. They go on for a while." },
    { nonsense: 1 },
    { list: ["An item of a list", "Another item of that list"] },
    { paragraph: ["Words with a ", { link: { href: "javascript:1", text: "link that leads nowhere" } }, " in them."] },
    { table: { caption: "A table", columns: [{ title: "Company" }, { title: "Sum\u00ad" }], rows: [["Alder", "Sixty\u200bbillion"]] } },
  ];
  const { page, live } = await open(t, { "story.json": json("A headline", body) });
  await expect(live.locator("h1")).toHaveText("A headline");
  const items = page.locator(".problem");
  await expect(items.first()).toBeVisible();
  const found = [];
  for (const item of await items.all()) {
    await item.click();
    const [mark] = (await marks(page, "live")).chosen;
    // What is in the middle of the mark.
    const text = await page.evaluate((mark) => {
      const { shadowRoot } = document.querySelector("#live").contentDocument.querySelector("article-widget");
      return mark && shadowRoot.elementFromPoint((mark.left + mark.right) / 2, (mark.top + mark.bottom) / 2)?.textContent;
    }, mark);
    found.push([await item.locator(".place").textContent(), text]);
  }
  const texts = found.map(([, text]) => text);
  assert.ok(texts.includes("A part of this article cannot be shown here."), JSON.stringify(found));
  assert.ok(texts.some((text) => text?.includes("link that leads nowhere")), JSON.stringify(found));
});

test("HTML is shown and copied", async (t) => {
  const { page, context, preview } = await open(t, { "story.md": markdown() });
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: preview.origin });
  await expect(page.frameLocator("#live").locator("h1")).toBeVisible();
  await page.getByRole("button", { name: "HTML to paste" }).click();
  const html = page.getByRole("textbox", { name: "HTML" });
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await expect(html).toHaveValue(/<article-widget[^]*Two plans compared[^]*src="\.\/embed\.js"/);
  const folder = page.getByRole("textbox", { name: "Address of the folder" });
  await folder.fill("a b");
  await expect(folder).toHaveAccessibleDescription("' ' cannot stand in an address: encode it");
  await expect(folder).toHaveAttribute("aria-invalid", "true");
  await expect(html).toHaveValue("");
  await folder.fill("/widget/0.2");
  await expect(folder).toHaveAccessibleDescription("");
  await expect(folder).toHaveAttribute("aria-invalid", "false");
  await expect(html).toHaveValue(/src="\/widget\/0\.2\/embed\.js"/);
  await page.getByRole("button", { name: "Copy" }).click();
  await expect(page.locator("#paste-note")).toHaveText("Copied.");
  assert.equal(await copied(), await html.inputValue());
  await page.getByRole("radio", { name: "Two lines" }).check();
  await expect(html).toHaveValue('<article-widget src="story.json"></article-widget>\n<script type="module" src="/widget/0.2/embed.js"></script>\n');
  await page.getByRole("button", { name: "Copy" }).click();
  await expect.poll(copied).toMatch(/^<article-widget src="story\.json">/);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
});

test("several documents, one of them without an article yet; links open elsewhere", async (t) => {
  const words = "A paragraph with a link.";
  const { page, save, live, context } = await open(t, {
    "a.json": json("One", [{ paragraph: ["A paragraph with a ", { link: { href: "other.json", text: "link" } }, "."] }]),
    "b.json": "{",
    "other.json": json("Three"),
  });
  await expect(live.locator("h1")).toHaveText("One");
  // Playwright misses what is in a frame that is made smaller.
  await page.getByRole("radio", { name: "Phone" }).check();
  const [opened] = await Promise.all([context.waitForEvent("page"), live.getByRole("link", { name: "link" }).click()]);
  assert.match(opened.url(), /\/documents\/1\/other\.json$/);
  await expect(live.getByText(words)).toBeVisible();

  const documents = page.getByRole("navigation", { name: "Documents" });
  await expect(documents.getByRole("link")).toHaveText(["a.json", /^b\.json 1 error$/, "other.json"]);
  await expect(documents.locator("[aria-current=page]")).toHaveText("a.json");
  await documents.getByRole("link", { name: "b.json" }).click();
  await expect(page.getByText("There is no article yet.", { exact: false }).first()).toBeVisible();
  await expect(page.getByRole("button", { name: /Line 1/ })).toBeVisible();
  save("b.json", json("Two"));
  await expect(live.locator("h1")).toHaveText("Two");
  await expect(documents.getByRole("link")).toHaveText(["a.json", "b.json", "other.json"]);
});
