// What others add to an article that came with its page, before it is alive: advertisements, boxes, highlights. It
// stays where it is, and nothing moves as the article comes alive.

import { expect, test } from "@playwright/test";
import { FRAGMENTS, expectAnswers, expectOne, faults, fragment, makeEager, withoutModule } from "./whole.mjs";
import { complaints, expectEvents, openPage, settle } from "./support.mjs";

// Each adds to the article in this root, and gives what it has added.
const ADDITIONS = {
  "an advertisement between paragraphs": "(root, ad) => root.querySelectorAll('.body > p')[2].after(ad())",
  "advertisements everywhere in the text": "(root, ad) => { for (const part of [...root.querySelectorAll('.body > *')]) part.before(ad()); }",
  "an advertisement before all": "(root, ad) => root.querySelector('.article').prepend(ad())",
  "an advertisement after all": "(root, ad) => root.querySelector('.article').append(ad())",
  "an advertisement in a paragraph": "(root, ad) => root.querySelector('.body > p').append(ad('span'))",
  "a box after a heading": "(root, ad) => root.querySelector('.body > h2').after(ad('aside'))",
  "highlights in the text": `(root, ad) => {
    for (const paragraph of root.querySelectorAll(".body > p")) {
      const text = [...paragraph.childNodes].find(({ data }) => data?.trim().length > 10);
      if (!text) continue;
      const mark = ad("mark");
      const rest = text.splitText(5);
      mark.textContent = rest.data;
      rest.replaceWith(mark);
    }
  }`,
  "something around a paragraph": `(root, ad) => {
    const paragraph = root.querySelector(".body > p");
    const around = ad();
    paragraph.replaceWith(around);
    around.append(paragraph);
  }`,
  "something around the chart's place": `(root, ad) => {
    const place = root.querySelector("[data-island^=chart]");
    const around = ad();
    place.replaceWith(around);
    around.append(place);
  }`,
  "an advertisement before the chart's place": "(root, ad) => root.querySelector('[data-island^=chart]').before(ad())",
  "an advertisement after the chart's place": "(root, ad) => root.querySelector('[data-island^=chart]').after(ad())",
  "an advertisement before the chart": "(root, ad) => root.querySelector('.chart').before(ad())",
  "an advertisement after the chart": "(root, ad) => root.querySelector('.chart').after(ad())",
  "advertisements on both sides of the row": "(root, ad) => { root.querySelector('.carousel').before(ad()); root.querySelector('.carousel').after(ad()); }",
  "words beside the chart": "(root, ad) => root.querySelector('.chart').after('Words.', ad('span'))",
};

/** Adds to the article of the page, and notes what was added and how things stand. */
const addTo = (widget, add) => {
  window.added = [];
  const make = (name = "div") => {
    const element = document.createElement(name);
    element.textContent = `Advertisement ${window.added.length + 1}`;
    window.added.push(element);
    return element;
  };
  const root = (widget.shadowRoot ?? widget).querySelector(".article-widget");
  (0, eval)(add)(root, make);
  window.read = () => [...root.querySelectorAll(":is(h1, h2, p, li):not(.chart *, .carousel *)")].map(({ textContent }) => textContent);
};

/** Notes from here on what moves on the page by itself. */
const watch = (page) =>
  page.evaluate(() => {
    window.shifts = [];
    const describe = ({ node, previousRect, currentRect }) => `${node?.nodeName} from ${JSON.stringify(previousRect)} to ${JSON.stringify(currentRect)}`;
    new PerformanceObserver((list) => window.shifts.push(...list.getEntries().flatMap(({ sources }) => sources.map(describe)))).observe({ type: "layout-shift" });
  });

for (const [form, options] of Object.entries(FRAGMENTS)) {
  test.describe(`In an article ${form}`, () => {
    // All of it is in view: what moves out of sight does not count.
    test.use({ viewport: { width: 900, height: 6000 } });
    const html = withoutModule(fragment(...options));

    for (const [what, add] of Object.entries(ADDITIONS)) {
      test(`${what}: stays, and nothing moves`, async ({ page }) => {
        const found = complaints(page);
        await openPage(page, html);
        await page.locator("article-widget").evaluate(addTo, add);
        await settle(page);
        const before = await page.evaluate(() => window.read());
        const places = () => page.evaluate(() => window.added.map((element) => [element.isConnected, element.getBoundingClientRect().top]));
        const stood = await places();
        await watch(page);
        await page.evaluate(() => import("/embed.js"));
        await makeEager(page);
        await expectEvents(page, { ready: 1 });
        await settle(page);
        expect(await page.evaluate(() => window.shifts)).toEqual([]);
        expect(await places()).toEqual(stood);
        expect(stood.every(([isThere]) => isThere)).toBe(true);
        expect(await page.evaluate(() => window.read())).toEqual(before);
        await expectOne(page);
        await expectAnswers(page);
        expect((await places()).every(([isThere]) => isThere)).toBe(true);
        expect(faults(found)).toEqual([]);
      });
    }

    for (const [where, selector] of Object.entries({ "in the chart": ".chart-notes", "among the stories": ".slide" })) {
      test(`an advertisement ${where} stays on the page`, async ({ page }) => {
        await openPage(page, html);
        await page.locator(`article-widget ${selector}`).first().evaluate((part) => {
          const advertisement = document.createElement("ins");
          advertisement.className = "advertisement";
          advertisement.append(document.createElement("iframe"));
          part.after(advertisement);
        });
        await page.evaluate(() => import("/embed.js"));
        await makeEager(page);
        await expectEvents(page, { ready: 1 });
        await expect(page.locator("ins.advertisement iframe")).toHaveCount(1);
        await expectOne(page);
        await expectAnswers(page);
        await expect(page.locator("ins.advertisement iframe")).toHaveCount(1);
      });
    }
  });
}
