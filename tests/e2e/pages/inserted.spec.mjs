// Prerendered articles that a script puts into a page, as routers, Turbo and htmx do: they are readable at once,
// and then what an article is that came with its page.

import { expect, test } from "@playwright/test";
import { FRAGMENTS, expectAnswers, expectOne, faults, fragment, headlines, makeEager, withoutModule } from "./whole.mjs";
import { HEADLINE, MODULE, complaints, expectEvents, hold, openPage, settle } from "./support.mjs";

// Each runs in the page, and gives what a reader sees in the very same task.
const WAYS = {
  "by a parser of its own": (html) => {
    const other = new DOMParser().parseFromString(html, "text/html");
    document.querySelector("#view").replaceChildren(...other.body.children);
  },
  "as innerHTML": (html) => {
    document.querySelector("#view").innerHTML = html;
  },
  "as adjacent HTML": (html) => {
    document.querySelector("#view").insertAdjacentHTML("beforeend", html);
  },
  "as a copy of a template": (html) => {
    const template = document.createElement("template");
    template.innerHTML = html;
    document.querySelector("#view").append(template.content.cloneNode(true));
  },
  "as a fragment of a range": (html) => {
    document.querySelector("#view").append(document.createRange().createContextualFragment(html));
  },
  "as what fills an element that is there": (html) => {
    const { innerHTML } = new DOMParser().parseFromString(html, "text/html").querySelector("article-widget");
    const widget = document.createElement("article-widget");
    const [, src] = html.match(/^<div><article-widget src="(.*?)"/) ?? [];
    if (src) widget.setAttribute("src", src);
    document.querySelector("#view").append(widget);
    widget.innerHTML = innerHTML;
  },
  "as declarative markup": (html) => {
    document.querySelector("#view").setHTMLUnsafe(html);
  },
};
// Where all there is to read is there in the task that put it in.
const LATER = "as what fills an element that is there";

for (const [form, options] of Object.entries(FRAGMENTS)) {
  test.describe(`An article ${form} that a script puts in`, () => {
    const html = withoutModule(fragment(...options));

    for (const [way, insert] of Object.entries(WAYS)) {
      test(`${way} is read at once, and comes alive`, async ({ page }) => {
        const found = complaints(page);
        const wasm = await hold(page, "article-widget_bg.wasm");
        await openPage(page, `<div id="view"></div>${MODULE}`);
        await page.evaluate(() => customElements.whenDefined("article-widget"));
        await page.evaluate(insert, html);
        if (way === LATER) await settle(page);
        expect(await headlines(page)).toEqual([HEADLINE]);
        await page.evaluate(() => (window.kept = [...(document.querySelector("article-widget").shadowRoot ?? document).querySelectorAll(".body > p")]));
        await makeEager(page);
        await wasm.asked;
        await expectOne(page);
        wasm.release();
        await expectEvents(page, { ready: 1 });
        await expectOne(page);
        await expectAnswers(page);
        // The text is what was put in.
        expect(await page.evaluate(() => window.kept.length > 5 && window.kept.every((paragraph) => paragraph.isConnected))).toBe(true);
        expect(faults(found)).toEqual([]);
      });
    }

    test("before the module is there comes alive with it", async ({ page }) => {
      const found = complaints(page);
      await openPage(page, `<div id="view"></div>`);
      await page.evaluate(WAYS["as innerHTML"], html);
      await page.evaluate(() => import("/embed.js"));
      expect(await headlines(page)).toEqual([HEADLINE]);
      await makeEager(page);
      await expectEvents(page, { ready: 1 });
      await expectOne(page);
      await expectAnswers(page);
      expect(faults(found)).toEqual([]);
    });

    test("stays where there is no WebAssembly", async ({ page }) => {
      await page.addInitScript(() => delete window.WebAssembly);
      await openPage(page, `<div id="view"></div>${MODULE}`);
      await page.evaluate(WAYS["by a parser of its own"], html);
      await makeEager(page);
      const { error } = await expectEvents(page, { error: 1 });
      expect(error[0].detail.code).toBe("unsupported");
      await expectOne(page);
      // In two panels.
      await expect(page.locator(".row")).toHaveCount(8);
    });

    test("again and again is one", async ({ page }) => {
      const found = complaints(page);
      await openPage(page, `<div id="view"></div>${MODULE}`);
      for (const count of [1, 2, 3]) {
        await page.evaluate(WAYS["by a parser of its own"], html);
        expect(await headlines(page)).toEqual([HEADLINE]);
        await makeEager(page);
        await expectEvents(page, { ready: count });
      }
      await expectOne(page);
      await expectAnswers(page);
      expect(faults(found)).toEqual([]);
    });
  });
}
