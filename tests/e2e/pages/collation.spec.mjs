// Names from A to Z: the tables of the browser give the order in which the command has written the page.

import { expect, test } from "@playwright/test";
import { readFileSync } from "node:fs";
import { commitment, documentOf, figure, plot } from "./chart.mjs";
import { prerenderAll, servePage } from "./prerendered.mjs";
import { expectEvents, record } from "./support.mjs";

const EXPECTED = JSON.parse(readFileSync(new URL("../../native/messages/expected.json", import.meta.url), "utf8"));
const LANGUAGES = ["en", "de", "sv", "nb", "pl", "cs", "es", "tr", "ru", "uk", "el", "ar", "fa", "he", "hi", "ja", "ko", "zh", "zh-Hant", "vi"];

const companies = (language) => EXPECTED[language].companies.split("|");

function documentIn(language) {
  // Not in the order that is expected.
  const names = companies(language).toSorted();
  const document = documentOf(names.map((name, index) => commitment(`c${index}`, name, 1)), { language });
  Object.assign(document.charts[0], { sort: "name", basis: "total" });
  return document;
}

/** The names of the rows and of the table, as they follow each other. */
const shown = async (page) => ({
  rows: await plot(page).locator(".row-name").allTextContents(),
  table: await figure(page).locator("table tbody th").allTextContents(),
});

let pages;
test.beforeAll(() => {
  pages = prerenderAll(LANGUAGES.map(documentIn), "--page");
});

for (const [index, language] of LANGUAGES.entries()) {
  test(`names from A to Z in ${language} have one order before and after the chart comes alive`, async ({ page }) => {
    const expected = companies(language);
    await record(page);
    await page.goto(await servePage(page, pages[index]));
    const before = await shown(page);
    expect(before.rows.length).toBeGreaterThan(5);
    expect(before.rows.map((name) => name.trim())).toEqual(expected.slice(0, before.rows.length));
    expect(before.table.map((name) => name.trim())).toEqual(expected.slice(0, before.table.length));
    await page.locator("article-widget").evaluate((widget) => (widget.loading = "eager"));
    await expectEvents(page, { ready: 1 });
    expect((await shown(page)).rows).toEqual(before.rows);
    // From Z to A.
    await figure(page).locator("summary").last().click();
    await figure(page).locator("thead button").first().click();
    await expect.poll(async () => (await shown(page)).rows.map((name) => name.trim())).toEqual(expected.toReversed().slice(0, before.rows.length));
  });
}
