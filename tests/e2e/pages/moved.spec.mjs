// Articles that scripts move: browsers load the style sheets of a moved article again. It never stands there
// without them.

import { expect, test } from "@playwright/test";
import { expectAnswers, fragment } from "./whole.mjs";
import { DOCUMENT, MODULE, complaints, element, events, expectEvents, hold, openPage } from "./support.mjs";

const FORMS = {
  "prerendered in a shadow tree": () => fragment(),
  "prerendered in the page's tree": () => fragment("--light"),
  "prerendered with a link in a shadow tree": () => fragment("--link-styles"),
  "prerendered with a link in the page's tree": () => fragment("--light", "--link-styles"),
  "that comes from its document": () => element(`src="${DOCUMENT}" loading="eager"`) + MODULE,
};

// Each moves the article, as a page does in one task.
const MOVES = {
  "with append": "(widget) => document.querySelector('#elsewhere').append(widget)",
  "with moveBefore": "(widget) => document.querySelector('#elsewhere').moveBefore(widget, null)",
  "with what is around it": "(widget) => document.querySelector('#elsewhere').append(widget.closest('main > div'))",
  "out and back in again": "(widget) => { const { parentNode } = widget; widget.remove(); parentNode.append(widget); }",
  "into a shadow tree": "(widget) => document.querySelector('#elsewhere').attachShadow({ mode: 'open' }).append(widget)",
  "into another document": "(widget) => document.querySelector('iframe').contentDocument.body.append(widget)",
  "into another document and back": `(widget) => {
    document.querySelector("iframe").contentDocument.body.append(widget);
    document.querySelector("#elsewhere").append(widget);
  }`,
};

/** Moves the article, and says how it looks in that very task and in every frame until `window.done`. */
const watch = (widget, move) => {
  const root = (widget.shadowRoot ?? widget).querySelector("[part=root], .article-widget-light");
  const look = () => {
    const style = (selector) => getComputedStyle(root.querySelector(selector));
    const { fontSize, fontFamily } = style("h1");
    return [fontSize, fontFamily, style(".body").fontSize, style(".chart").marginTop, style(".viewport").display, style(".plot").display].join("; ");
  };
  window.looks = new Set();
  const before = look();
  (0, eval)(move)(widget);
  window.looks.add(look());
  const again = () => {
    window.looks.add(look());
    if (!window.done) requestAnimationFrame(again);
  };
  requestAnimationFrame(again);
  return before;
};

for (const [form, markup] of Object.entries(FORMS)) {
  for (const isAlive of form.startsWith("prerendered") ? [false, true] : [true]) {
    test.describe(`An article ${form}${isAlive ? "" : " and not alive"} keeps its styles when it is moved`, () => {
      for (const [how, move] of Object.entries(MOVES)) {
        test(how, async ({ page }) => {
          const found = complaints(page);
          await openPage(page, `<div>${markup()}</div><iframe width="1264" srcdoc="<!doctype html><title>A frame</title>" title="A frame"></iframe><div id="elsewhere"></div>`);
          await page.waitForLoadState();
          const widget = page.locator("article-widget");
          await expect(widget.locator("h1")).toHaveCSS("font-weight", "700");
          if (isAlive) {
            await widget.evaluate((widget) => (widget.loading = "eager"));
            await expectEvents(page, { ready: 1 });
          }
          const sheets = () => widget.evaluate((widget) => [...(widget.shadowRoot ?? widget).querySelectorAll("link")].every(({ sheet }) => sheet));
          await expect.poll(sheets).toBe(true);
          // Whatever is asked for from here on does not come until it is let through.
          const held = await hold(page, "article-widget*.css");
          const handle = await widget.elementHandle();
          const before = await handle.evaluate(watch, move);
          await page.evaluate(async () => {
            for (let frame = 0; frame < 10; frame += 1) await new Promise(requestAnimationFrame);
          });
          held.release();
          await expect
            .poll(() => handle.evaluate((widget) => [...(widget.shadowRoot ?? widget).querySelectorAll("link")].every(({ sheet }) => sheet)))
            .toBe(true);
          await page.evaluate(async () => {
            for (let frame = 0; frame < 10; frame += 1) await new Promise(requestAnimationFrame);
            window.done = true;
          });
          expect(await page.evaluate(() => [...window.looks])).toEqual([before]);
          // Copies of sheets have gone where the sheets are there again. The loader's own sheet stays, except that a browser
          // takes it away in another document.
          const adopted = await handle.evaluate(({ shadowRoot, ownerDocument }) => (shadowRoot ?? ownerDocument).adoptedStyleSheets.length + ownerDocument.adoptedStyleSheets.length);
          expect(adopted).toBe(form.startsWith("prerendered") || how.startsWith("into another document") ? 0 : 1);
          if (how !== "into another document") {
            await handle.evaluate((widget) => (widget.loading = "eager"));
            await expect.poll(async () => (await events(page)).ready.length).toBe(1);
            await expectAnswers(page);
          }
          expect(found).toEqual([]);
        });
      }
    });
  }
}
