// Whatever a reader's programs have done to the texts of an article that is alive: after each choice every text states
// what was chosen, and nothing else that the reader has is lost.

import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { stories } from "./carousel.mjs";
import { commitment } from "./chart.mjs";
import { EDITORS, edit } from "./editors.mjs";
import { prerender, servePage } from "./prerendered.mjs";
import { changed, complaints, events, expectEvents, hold, record, settle } from "./support.mjs";

/** More companies than are shown at first, and a row with a button for each place and one with too many. */
const DOCUMENT = changed((document) => {
  const others = Array.from({ length: 21 }, (_, index) => commitment(`c${index}`, `Company ${index}`, index + 1));
  document.commitments.push(...others, commitment("open", "Openended", 7, { period: { start: "2025-01", openEnded: true } }));
  document.related = [
    { id: "few", title: "Few stories", teasers: stories(6, (number) => (number > 4 ? { headline: `Meta, story ${number}`, tags: ["meta"] } : {})) },
    { id: "many", title: "Many stories", teasers: stories(20) },
  ];
});

test.use({ actionTimeout: 10_000 });

const radio = (value) => (page) => page.locator(`input[type=radio][value="${value}"]`).check();
const select = (name, value) => (page) => page.locator(`select[name=${name}]`).selectOption(value);
const press = (selector) => (page) => page.locator(selector).click();
const search = (words) => (page) => page.locator("[name=search]").fill(words);
const key = (name) => (page) => page.keyboard.press(name);

/** What a reader does, step by step: every control, and back. */
const STEPS = {
  "per year": radio("per-year"),
  options: press("[name=open][value=options]"),
  yuan: radio("CNY"),
  "ratio, per year, in yuan": radio("ratio"),
  total: radio("total"),
  both: radio("both"),
  "total again": radio("total"),
  timeline: radio("timeline"),
  "US dollars again": radio("USD"),
  ratio: radio("ratio"),
  "a baseline that is seen": select("baseline", "bytedance"),
  highlight: select("highlight", "meta"),
  "no highlight": select("highlight", "none"),
  "bars again": radio("bars"),
  "one company less": (page) => page.locator("[name=hide][value=microsoft]").uncheck(),
  "by name": select("sort", "name"),
  "from the end": select("sort", "document-reversed"),
  "some companies": search("company 1"),
  "no company": search("nobody"),
  "one company": search("openended"),
  "a company that is not there per year": radio("per-year"),
  "every company": search(""),
  "all of them": press("[name=show][value=all]"),
  largest: select("sort", "amount"),
  "as many as there are": press(".show-more"),
  "a mark": (page) => page.locator(".row").nth(1).focus().then(() => page.keyboard.press("Enter")),
  "the next mark": key("ArrowDown"),
  "the line about a mark in yuan": async (page) => {
    await page.locator(".row").nth(4).locator(".mark").first().click();
    await page.locator('input[type=radio][value="CNY"]').evaluate((input) => input.click());
  },
  "no line": key("Escape"),
  "the stories of a company": (page) => page.locator('.row:has-text("meta")').first().focus().then(() => page.keyboard.press("Enter")),
  "what can be taken away": press("[name=open][value=take-away]"),
  "on through the first row": press(".carousel >> nth=0 >> [value=next]"),
  "and back": press(".carousel >> nth=0 >> [value=previous]"),
  "to a place": press(".carousel >> nth=0 >> .dot:visible >> nth=1"),
  "on through the second row": press(".carousel >> nth=1 >> [value=next]"),
  "further still": press(".carousel >> nth=1 >> [value=next]"),
};

/** What a reader finds, in capitals, and where the focus is. */
function read(page) {
  return page.evaluate(() => {
    const widget = document.querySelector("article-widget");
    const root = widget.shadowRoot ?? document;
    const parts = [
      ".chart > p, .chart-head > *, .chart-notes > *, .chart-panel p, .chart label, legend, .chart button, option, .plot-frame > p",
      ".row-text, .label, .axis text, .panel-heading, .reference text",
      ".reading",
      "caption, th, td",
      ".carousel-head > :is(h2, p), .carousel > p, .carousel-place, .slide",
    ];
    const found = parts.map((selector) =>
      [...root.querySelectorAll(selector)].map(({ localName, className, textContent }) => {
        const words = textContent.replace(/\s+/g, " ").trim().toUpperCase();
        return `${localName}.${className.baseVal ?? className}: ${words}`;
      }),
    );
    const { localName, name = "", value = "", textContent } = root.activeElement ?? {};
    return [...found, `focus: ${localName} ${name} ${value} ${localName === "div" ? textContent.toUpperCase() : ""}`];
  });
}

/** Opens the article, alive, with the table open and scrolled. */
async function open(page, html) {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.setViewportSize({ width: 600, height: 900 });
  await record(page);
  await page.goto(await servePage(page, html));
  await page.locator("article-widget").evaluate((widget) => (widget.loading = "eager"));
  await expectEvents(page, { ready: 1 });
  await page.locator(".chart-data summary").click();
  await page.locator(".table-frame").evaluate((frame) => (frame.scrollLeft = 60));
  await settle(page);
}

/** What stands in the picture that a reader takes away, in capitals. */
async function wordsOfPicture(page) {
  const download = page.waitForEvent("download");
  await page.locator("[name=take][value=svg]").click();
  const text = String(await readFile(await (await download).path()));
  return page.evaluate((text) => {
    const file = new DOMParser().parseFromString(text, "image/svg+xml");
    return [...file.querySelectorAll("text")].map(({ textContent }) => textContent).join(" ").replace(/\s+/g, " ").toUpperCase();
  }, text);
}

const isRead = (page, plain, step) =>
  expect(async () => expect(await read(page), step).toEqual(await read(plain))).toPass({ timeout: 5_000, intervals: [20, 50, 100, 250] });

const CASES = [
  ["elements for texts", {}, ""],
  ["elements for texts", { isFollowing: true, isDrawn: true }, "--light"],
  ["texts for texts", { isDrawn: true }, "--light"],
  ["the whole of elements", { isDrawn: true }, ""],
  ["the markup of elements", { isFollowing: true }, "--light"],
  ["a part of texts", { isDrawn: true }, ""],
  ["elements for texts", { isFollowing: true, isDrawn: true, isSlow: true }, ""],
  ["a part of texts", { isDrawn: true, isSlow: true }, "--light"],
];

/** Makes each step of the program as slow as on a busy phone: Yew lets the browser work wherever it can. */
const slow = (page) =>
  page.addInitScript(() => {
    const { now } = Date;
    let late = 0;
    Date.now = () => now() + (late += 20);
  });

for (const [editor, how, form] of CASES) {
  const words = [...Object.keys(how), form].join(" ");
  test(`every text states what was chosen where a program edits ${editor} (${words})`, async ({ page, browser }) => {
    test.slow();
    const found = complaints(page);
    const html = prerender(DOCUMENT, "--page", ...(form ? [form] : []));
    // In a window of its own: of a page that is not in front, the browser draws a frame a second.
    const plain = await browser.newPage();
    if (how.isSlow) await slow(page);
    for (const each of [page, plain]) await open(each, html);
    await edit(page, editor, how);
    await isRead(page, plain, "as it begins");
    for (const [step, act] of Object.entries(STEPS)) {
      for (const each of [page, plain]) await act(each);
      await isRead(page, plain, step);
    }
    // What was not a reader's choice is as the program left it.
    expect(await page.locator(".chart-title").textContent()).toMatch(/^[^a-z]+$/);
    await expect(page.locator("details.chart-data")).toHaveAttribute("open");
    expect(await page.locator(".table-frame").evaluate((frame) => frame.scrollLeft)).toBe(60);
    expect((await events(page)).error).toEqual([]);
    expect(found.filter((complaint) => !/404/.test(complaint))).toEqual([]);
    // So does what is taken away.
    const [drawn, plainly] = await Promise.all([page, plain].map(wordsOfPicture));
    expect(drawn).toEqual(plainly);
    await plain.close();
  });
}

test("the stories of a feed are told where a program has edited those before them", async ({ page }) => {
  const items = [1, 2, 3].map((number) => ({ id: `${number}`, url: `https://example.org/${number}`, title: `News ${number}`, summary: "In short." }));
  await page.route("**/feed.json", (route) => route.fulfill({ json: { version: "https://jsonfeed.org/version/1.1", items } }));
  const { release } = await hold(page, "feed.json");
  await open(page, prerender(DOCUMENT, "--page").replace("<article-widget", '$& related-src="feed.json"'));
  await edit(page, "elements for texts");
  const row = page.locator(".carousel").first();
  // Near, and still below the window: nothing changes under a reader.
  await row.evaluate((row) => scrollBy(0, row.getBoundingClientRect().top - innerHeight - 100));
  release();
  await expect(row.locator(".slide")).toHaveCount(3);
  await expect(row.locator(".teaser-headline")).toHaveText(["News 1", "News 2", "News 3"]);
  await expect(row.locator(".teaser-summary")).toHaveText(["In short.", "In short.", "In short."]);
});

for (const editor of Object.keys(EDITORS)) {
  for (const form of [[], ["--light"]]) {
    test(`a page in which a program has edited ${editor} before it comes alive keeps its text ${form}`, async ({ page }) => {
      await record(page);
      await page.goto(await servePage(page, prerender(DOCUMENT, "--page", ...form)));
      await edit(page, editor);
      const text = () => page.locator(":is(.body, .beside) > :not([data-island], .beside), .article-header, .article-notes").evaluateAll((parts) => parts.map(({ outerHTML }) => outerHTML));
      const before = await text();
      expect(before.join("")).toMatch(/<(font|b|mark)>|HEADLINE|[A-Z]{4}/);
      await page.locator("article-widget").evaluate((widget) => (widget.loading = "eager"));
      await expectEvents(page, { ready: 1 });
      expect(await text()).toEqual(before);
      await page.locator("input[value=per-year]").first().check();
      await expect(page.locator(".chart-subtitle").first()).toHaveText(/^Commitment per year/);
      await page.locator("[name=open][value=options]").first().click();
      await page.locator("input[value=CNY]").first().check();
      await expect(page.locator(".chart-subtitle").first()).toHaveText(/^Commitment per year.*yuan/);
      await expect(page.locator("thead").first()).toHaveText(/in yuan/i);
      expect(await text()).toEqual(before);
      expect((await events(page)).error).toEqual([]);
    });
  }
}
