// What holds of an article, however it came to be on a page: it is one, it can be read, and once it is alive
// all of it answers.

import { expect } from "@playwright/test";
import { rested } from "./carousel.mjs";
import { choose, ranking, subtitle } from "./chart.mjs";
import { prerender } from "./prerendered.mjs";
import { DOCUMENT, HEADLINE, complaints, demoDocument, expectEvents, openPage, sortBy } from "./support.mjs";

/** The forms of a fragment, and the options that lead to them. */
export const FRAGMENTS = {
  "in a shadow tree": [],
  "in the page's tree": ["--light"],
  "with its document elsewhere": ["--src", DOCUMENT, "--linked"],
};

/** The demonstration as a fragment to be put into a page. */
export const fragment = (...options) => prerender(demoDocument(), ...options);

/** Without its script: scripts that others put into a page do not run. */
export const withoutModule = (html) => html.replace(/<script type="module".*?<\/script>/, "");

/** The headlines of articles that a reader of the page sees, in whatever tree. */
export function headlines(page) {
  return page.evaluate(() => {
    const trees = [document, ...[...document.querySelectorAll("*")].flatMap(({ shadowRoot }) => shadowRoot ?? [])];
    const all = trees.flatMap((tree) => [...tree.querySelectorAll(".article-widget h1")]);
    return all.filter((headline) => headline.checkVisibility()).map(({ textContent }) => textContent);
  });
}

/** That a reader sees one article. */
export const expectOne = (page) => expect.poll(() => headlines(page)).toEqual([HEADLINE]);

/** Makes the elements of a page come alive without a reader. */
export const makeEager = (page) => page.locator("article-widget").evaluateAll((all) => all.forEach((widget) => (widget.loading = "eager")));

/** That the chart and the row of one article answer, and state what was chosen. */
export async function expectAnswers(page, { related } = demoDocument()) {
  await choose(page, "Per year");
  await expect(subtitle(page)).toHaveText(/^Commitment per year/);
  await choose(page, "Yuan");
  await expect(subtitle(page)).toHaveText(/^Commitment per year.*yuan/);
  await sortBy(page, "Name, A to Z");
  await expect.poll(() => ranking(page)).toEqual([/^Alibaba about CN¥127bn/, /^ByteDance/, /^Meta/, /^Microsoft/].map(expect.stringMatching));
  if (!related) return;
  await page.getByRole("button", { name: "Next stories" }).click();
  await expect(page.getByRole("button", { name: "Previous stories" })).toHaveAttribute("aria-disabled", "false");
  await rested(page);
  expect(await page.locator(".viewport").evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0);
}

/**
 * Opens a page with this markup, brings its article alive and uses it: one article all the time, and no complaint, or
 * only that charts and rows are made anew.
 */
export async function expectAlive(page, markup, isChanged = false) {
  const found = complaints(page);
  await openPage(page, markup);
  await expectOne(page);
  await makeEager(page);
  await expectEvents(page, { ready: 1 });
  await expectOne(page);
  await expectAnswers(page);
  expect(found.filter((complaint) => !isChanged || !complaint.includes("is rendered afresh"))).toEqual([]);
}

/** What a page complains of, but for the advice of Chromium to whoever puts in declarative markup by a script. */
export const faults = (found) => found.filter((complaint) => !complaint.includes("declarative Shadow DOM is not being parsed"));
