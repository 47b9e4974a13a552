// Markup of an article that a reader has used, shown again: by Turbo's cache, routers, "Save page as" and archives. It is
// an article like any other, and whatever else is on the page goes on.

import { expect, test } from "@playwright/test";
import { choose, row, subtitle } from "./chart.mjs";
import { prerender, servePage } from "./prerendered.mjs";
import { expectAnswers, expectOne, faults, makeEager } from "./whole.mjs";
import { DOCUMENT, EXPLORE, changed, complaints, demoDocument, expectEvents, openPage, openPanel, sortBy } from "./support.mjs";

const DOCUMENTS = {
  "with everything": demoDocument(),
  "without related stories": changed((document) => {
    delete document.related;
    document.body = document.body.filter((block) => !("related" in block));
  }),
};
const FORMS = { "in a shadow tree": [], "in the page's tree": ["--light"] };

// Each uses an article as a reader does, and leaves it so.
const USES = {
  nothing: async () => {},
  everything: async (page) => {
    await choose(page, "Per year");
    await sortBy(page, "Name, A to Z");
    await page.getByRole("checkbox", { name: "Meta" }).uncheck();
    await page.locator(".chart-data summary").first().click();
    const next = page.getByRole("button", { name: "Next stories" });
    if (await next.count()) await next.click();
    await openPanel(page);
    await row(page, "Alibaba").click();
    await expect(page.locator(".reading")).toBeVisible();
  },
};

// Each shows the article of the page again; it runs in the page.
const WAYS = {
  "as a copy of its nodes": (widget) => widget.replaceWith(widget.cloneNode(true)),
  "as its markup, later": async (widget) => {
    const { parentNode, outerHTML } = widget;
    widget.remove();
    await new Promise((resolve) => setTimeout(resolve, 50));
    parentNode.insertAdjacentHTML("beforeend", outerHTML);
  },
  "as its markup with its shadow tree": (widget) => {
    const template = document.createElement("template");
    const { parentNode, shadowRoot, localName } = widget;
    const inner = shadowRoot ? widget.getHTML({ shadowRoots: [shadowRoot] }) : widget.innerHTML;
    const copy = document.createElement(localName);
    for (const { name, value } of widget.attributes) copy.setAttribute(name, value);
    template.innerHTML = inner;
    copy.append(template.content);
    widget.remove();
    parentNode.append(copy);
  },
  "as nodes of another page, taken over": (widget) => {
    const other = new DOMParser().parseFromString(document.documentElement.outerHTML, "text/html");
    document.body.replaceWith(document.importNode(other.body, true));
  },
};

for (const [what, content] of Object.entries(DOCUMENTS)) {
  for (const [form, options] of Object.entries(FORMS)) {
    test.describe(`An article ${what}, ${form},`, () => {
      const html = prerender(content, ...options);

      /** Opens a page with it and brings it alive; `more` stands on the page as well. */
      async function open(page, more = "") {
        await openPage(page, html + more);
        await makeEager(page);
      }

      for (const [used, use] of Object.entries(USES)) {
        for (const [way, again] of Object.entries(WAYS)) {
          test(`after ${used} is shown again ${way}`, async ({ page }) => {
            const found = complaints(page);
            await open(page);
            await expectEvents(page, { ready: 1 });
            await use(page);
            await page.locator("article-widget").evaluate(again);
            await expectOne(page);
            await makeEager(page);
            await expectEvents(page, { ready: 2 });
            await expectOne(page);
            await expectFresh(page);
            await expectAnswers(page, content);
            expect(faults(found).filter((complaint) => !complaint.includes("is rendered afresh"))).toEqual([]);
          });
        }

        test(`after ${used} is saved as a page`, async ({ page }) => {
          const found = complaints(page);
          await open(page);
          await expectEvents(page, { ready: 1 });
          await use(page);
          const saved = await page.evaluate(() => {
            const shadowRoots = [...document.querySelectorAll("article-widget")].flatMap(({ shadowRoot }) => shadowRoot ?? []);
            return `<!doctype html><html lang="en">${document.documentElement.getHTML({ shadowRoots })}</html>`;
          });
          await page.goto(await servePage(page, saved, "saved.html"));
          await expectOne(page);
          await makeEager(page);
          await expectEvents(page, { ready: 1 });
          await expectOne(page);
          await expectFresh(page);
          await expectAnswers(page, content);
          expect(faults(found).filter((complaint) => !complaint.includes("is rendered afresh"))).toEqual([]);
        });
      }

      test("that was used and is shown again leaves another one as it is", async ({ page }) => {
        await openPage(page, `${html}<article-widget id="other" src="${DOCUMENT}"></article-widget>`);
        await makeEager(page);
        await expectEvents(page, { ready: 2 });
        const other = page.locator("#other");
        await choose(other, "Yuan");
        const first = page.locator("article-widget").first();
        await choose(first, "Per year");
        await first.evaluate(WAYS["as a copy of its nodes"]);
        await makeEager(page);
        await expectEvents(page, { ready: 3 });
        await expect(subtitle(other)).toHaveText(/^Commitment in total and per year.*yuan/);
        await choose(other, "Per year");
        await expect(subtitle(other)).toHaveText(/^Commitment per year.*yuan/);
        await choose(page.locator("article-widget").first(), "Per year");
        await expect(subtitle(page.locator("article-widget").first())).toHaveText(/^Commitment per year.*dollars/);
      });
    });
  }
}

/** That the chart states what it draws, and that nobody has chosen anything yet. */
async function expectFresh(page) {
  await expect(page.getByRole("radio", { name: "Both", exact: true })).toBeChecked();
  await expect(subtitle(page)).toHaveText(/^Commitment in total and per year.*dollars/);
  await expect(page.locator(".row")).toHaveCount(8);
  await expect(row(page, "Microsoft").locator(".label").first()).toHaveText(/80/);
  await expect(page.getByRole("button", { name: EXPLORE })).toHaveAttribute("aria-expanded", "false");
  await expect(page.locator(".reading")).toHaveCount(0);
}
