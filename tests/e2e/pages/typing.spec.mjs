// Keys that a reader presses in the fields of an article, on a page with short-cuts of its own.

import { expect, test } from "@playwright/test";
import { commitment } from "./chart.mjs";
import { prerender, servePage } from "./prerendered.mjs";
import { changed, expectEvents, hold, openPanel, record } from "./support.mjs";

/** A chart that has a search. */
const DOCUMENT = changed(({ commitments }) => {
  for (let index = 0; index < 30; index += 1) commitments.push(commitment(`c${index}`, `Company ${index}`, 9));
});

const FIELDS = { "the search": "[name=search]", "a list": "[name=sort]", "a radio button": "[type=radio]", "a box": "[name=hide]" };
const OTHERS = { "a button": ".opener", "a row of the chart": ".row" };

/** Keys that mean something to fields: what is typed, and what moves in it. */
const TYPED = ["j", "K", "/", "?", "é", "字", "😀", " ", "Enter", "Backspace", "Delete", "ArrowLeft", "ArrowDown", "Home", "End", "PageUp", "PageDown", "Dead", "Process"];
/** Signs that need two keys on some keyboards. */
const COMPOSED = [{ key: "@", ctrlKey: true, altKey: true, modifierAltGraph: true }];
/** Keys that mean something to pages and browsers. */
const OTHER = ["Escape", "Tab", "F1", "F12", "Shift", "Control", "CapsLock", "MediaPlayPause"];
const SHORTCUTS = [{ key: "k", ctrlKey: true }, { key: "k", metaKey: true }, { key: "j", altKey: true }, { key: "Enter", ctrlKey: true }, { key: "ArrowLeft", altKey: true }];

async function open(page, ...form) {
  await record(page);
  await page.goto(await servePage(page, prerender(DOCUMENT, "--page", ...form)));
  await page.locator("article-widget").evaluate((widget) => (widget.loading = "eager"));
  await expectEvents(page, { ready: 1 });
  await openPanel(page);
  await listen(page);
}

/** Lets the page note the keys that it hears of. */
const listen = (page) =>
  page.evaluate(() => {
    window.fired = [];
    for (const name of ["keydown", "keypress", "keyup"]) document.addEventListener(name, ({ key, target }) => window.fired.push([name, key, target.localName]));
  });

/** Which of these keys, dispatched on an element, the page hears of, in each of the three events. */
const heard = (page, selector, keys) =>
  page.locator(selector).first().evaluate((field, keys) => {
    const names = ["keydown", "keypress", "keyup"];
    return keys.map((key) => {
      window.fired = [];
      const given = typeof key === "string" ? { key } : key;
      for (const name of names) field.dispatchEvent(new KeyboardEvent(name, { ...given, bubbles: true, composed: true }));
      return [given.key, window.fired.length];
    });
  }, keys);

const all = (keys, count) => keys.map((key) => [key.key ?? key, count]);

test("what is typed into a field is no short-cut of the page, and short-cuts are", async ({ page }) => {
  await open(page);
  for (const [what, selector] of Object.entries(FIELDS)) {
    for (const keys of [TYPED, COMPOSED]) expect.soft(await heard(page, selector, keys), what).toEqual(all(keys, 0));
    for (const keys of [OTHER, SHORTCUTS]) expect.soft(await heard(page, selector, keys), what).toEqual(all(keys, 3));
  }
});

test("a page hears of keys that are pressed on anything else", async ({ page }) => {
  await open(page);
  const keys = ["j", "/", "é", "Escape", ...SHORTCUTS];
  for (const [what, selector] of Object.entries(OTHERS)) expect.soft(await heard(page, selector, keys), what).toEqual(all(keys, 3));
});

test("a page that sees the fields is told of every key", async ({ page }) => {
  await open(page, "--light");
  for (const selector of Object.values(FIELDS)) {
    const keys = [...TYPED, ...COMPOSED, ...OTHER, ...SHORTCUTS];
    expect(await heard(page, selector, keys)).toEqual(all(keys, 3));
  }
});

test("what is typed into the search before it answers is no short-cut either, and is searched for", async ({ page }) => {
  const { release } = await hold(page, "article-widget_bg.wasm");
  await page.goto(await servePage(page, prerender(DOCUMENT, "--page")));
  await listen(page);
  const signs = ["j", "K", "/", "?", "é", " "];
  expect(await heard(page, FIELDS["the search"], signs)).toEqual(all(signs, 0));
  for (const keys of [OTHER, SHORTCUTS]) expect(await heard(page, FIELDS["the search"], keys)).toEqual(all(keys, 3));
  await page.evaluate(() => (window.fired = []));
  await page.locator("[name=search]").pressSequentially("company 2");
  expect(await page.evaluate(() => window.fired)).toEqual([]);
  release();
  await expect(page.locator(".row")).toHaveCount(11);
});

test("a search is typed, and Escape reaches the page", async ({ page }) => {
  await open(page);
  const search = page.locator("[name=search]");
  await search.pressSequentially("company 2");
  await expect(search).toHaveValue("company 2");
  await expect(page.locator(".row")).toHaveCount(11);
  expect(await page.evaluate(() => window.fired)).toEqual([]);
  await search.press("Escape");
  expect(await page.evaluate(() => window.fired)).toEqual([
    ["keydown", "Escape", "article-widget"],
    ["keyup", "Escape", "article-widget"],
  ]);
});
