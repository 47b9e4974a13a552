// Documents and feeds that are given again: an equal document changes nothing, however often a framework renders, and a
// feed concerns its row alone.

import { expect, test } from "@playwright/test";
import { EXPLORE, HEADLINE, MODULE, answer, complaints, demoDocument, element, events, expectEvents, hasFocus, openPage, record, settle } from "./support.mjs";
import { prerender, servePage } from "./prerendered.mjs";

const widget = (page) => page.locator("article-widget");
const headline = (page) => page.getByRole("heading", { level: 1 });

/** Ways to an article that is alive, each with its options for the prerenderer or none. */
const KINDS = { shadow: [], light: ["--light"], linked: ["--linked", "--src", "articles/alibaba-ai-investment.json"], rendered: undefined, given: undefined };

const pages = Object.fromEntries(
  Object.entries(KINDS).flatMap(([kind, options]) => (options ? [[kind, prerender(demoDocument(), "--page", ...options)]] : [])),
);

async function open(page, kind) {
  if (pages[kind]) {
    await record(page);
    await page.goto(await servePage(page, pages[kind]));
    await widget(page).evaluate((widget) => (widget.loading = "eager"));
  } else {
    await openPage(page, (kind === "rendered" ? element() : "") + MODULE);
    if (kind === "given") await page.evaluate((article) => document.querySelector("main").append(Object.assign(document.createElement("article-widget"), { article })), demoDocument());
  }
  await expectEvents(page, { ready: 1 });
}

/** Does what a reader does to an article, and gives what is to stay as it is. */
async function use(page) {
  await page.getByRole("radio", { name: "Per year" }).check();
  await page.getByRole("button", { name: EXPLORE }).click();
  await page.locator(".carousel").scrollIntoViewIfNeeded();
  await page.getByRole("button", { name: "Next stories" }).click();
  await expect(page.getByRole("button", { name: "Previous stories" })).toHaveAttribute("aria-disabled", "false");
  await page.getByRole("radio", { name: "Per year" }).focus();
  await page.locator(".viewport").evaluate(async (viewport) => {
    for (let place, still = 0; still < 10; place = viewport.scrollLeft) {
      await new Promise(requestAnimationFrame);
      still = viewport.scrollLeft === place ? still + 1 : 0;
    }
  });
  await widget(page).evaluate((widget) => (window.kept = [...(widget.shadowRoot ?? widget).querySelectorAll(".article-widget, .article-widget *")]));
}

async function expectUntouched(page) {
  await settle(page);
  const isSame = await widget(page).evaluate((widget) => {
    const now = [...(widget.shadowRoot ?? widget).querySelectorAll(".article-widget, .article-widget *")];
    return now.length > 200 && now.every((node, index) => node === window.kept[index]);
  });
  expect(isSame, "every element is the same").toBe(true);
  await expect(page.locator(".chart-subtitle")).toHaveText(/^Commitment per year/);
  await expect(page.getByRole("radio", { name: "Per year" })).toBeChecked();
  await expect(page.getByRole("button", { name: EXPLORE })).toHaveAttribute("aria-expanded", "true");
  await expect(page.getByRole("button", { name: "Previous stories" })).toHaveAttribute("aria-disabled", "false");
  expect(await hasFocus(page.getByRole("radio", { name: "Per year" }))).toBe(true);
  expect(await page.locator(".viewport").evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0);
  expect(await events(page)).toMatchObject({ ready: { length: 1 }, error: { length: 0 } });
}

for (const kind of Object.keys(KINDS)) {
  test.describe(`An article that is ${kind}`, () => {
    const WAYS = {
      "a new object that is equal": (widget, article) => (widget.article = article),
      "the same object twice": (widget, article) => {
        widget.article = article;
        widget.article = article;
      },
      "a new object ten times a second": async (widget, article) => {
        for (let round = 0; round < 20; round += 1) {
          widget.article = structuredClone(article);
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
      },
      "the same address": (widget) => {
        if (widget.src) widget.setAttribute("src", widget.src);
      },
    };

    for (const [what, give] of Object.entries(WAYS)) {
      test(`stays as the reader has it when it is given ${what}`, async ({ page }) => {
        await open(page, kind);
        await use(page);
        await widget(page).evaluate(give, demoDocument());
        await expectUntouched(page);
      });
    }

    test("is another when the object is given again that has been changed", async ({ page }) => {
      await open(page, kind);
      await widget(page).evaluate((widget, article) => {
        widget.article = article;
        article.headline = "Another headline";
        widget.article = article;
      }, demoDocument());
      await expect(headline(page)).toHaveText("Another headline");
      // And is the first again when an equal one is given.
      await widget(page).evaluate((widget, article) => (widget.article = article), demoDocument());
      await expect(headline(page)).toHaveText(HEADLINE);
    });

    test("keeps the chart when the feed of its row comes, changes and goes", async ({ page }) => {
      const found = complaints(page);
      for (const name of ["one", "two"]) {
        const items = Array.from({ length: 4 }, (_, index) => ({ id: `${index}`, url: `https://a.example/${index}`, title: `Story ${name} ${index}` }));
        await answer(page, { version: "https://jsonfeed.org/version/1.1", title: "Feed", items }, { path: `${name}.json` });
      }
      await open(page, kind);
      await page.getByRole("radio", { name: "Per year" }).check();
      const chart = await page.locator(".chart").elementHandle();
      const first = page.locator(".teaser-headline").first();
      const own = await first.textContent();
      const own2 = demoDocument().related[0].teasers[0].headline;
      expect(own).toBe(own2);
      for (const [address, words] of [["one.json", "Story one 0"], ["two.json", "Story two 0"], [null, own], ["two.json", "Story two 0"], ["missing.json", own], [null, own]]) {
        await widget(page).evaluate((widget, address) => {
          if (address) widget.relatedSrc = address;
          else widget.removeAttribute("related-src");
          // The row takes other stories while it is below the window, and the reader near it.
          const row = (widget.shadowRoot ?? widget).querySelector(".carousel");
          window.scrollTo({ top: 0, behavior: "instant" });
          window.scrollBy({ top: row.getBoundingClientRect().top - innerHeight - 100, behavior: "instant" });
        }, address);
        await expect(first).toHaveText(words);
      }
      expect(await chart.evaluate((element) => element.isConnected)).toBe(true);
      await expect(page.locator(".chart-subtitle")).toHaveText(/^Commitment per year/);
      expect(await events(page)).toMatchObject({ ready: { length: 1 }, error: { length: 0 } });
      expect(found.filter((words) => !/404/.test(words))).toEqual([]);
    });
  });
}
