// How wide the widget is in parents of every kind, above all in those that size what is in them by its
// content: as wide as words of the same length would be.

import { expect, test } from "@playwright/test";
import { chance } from "./documents.mjs";
import { prerender, servePage } from "./prerendered.mjs";
import { DOCUMENT, demoDocument, embed, expectEvents, openPage } from "./support.mjs";

// In CSS pixels: what text needs at most, and what the widget asks for where its parent asks it.
const MEASURE = 684;
const WISH = 800;
const LEAST = 160;

const head = '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A page</title>';
const prerendered = async (page, ...form) => {
  // Without the script: what is there before it comes, or where it never does.
  const html = prerender(demoDocument(), ...form).replace(/<script type="module".*/s, "");
  await page.goto(await servePage(page, `${head}<body>${html}`));
  await expect(page.locator(".article")).toBeVisible();
};

const FORMS = {
  alive: async (page) => {
    await openPage(page, embed(DOCUMENT, 'loading="eager"'));
    await expectEvents(page, { ready: 1 });
  },
  "prerendered in a shadow tree": (page) => prerendered(page),
  "prerendered without one": (page) => prerendered(page, "--light"),
};

/**
 * Puts the widget into parents of these styles, the outermost first, and gives the widths in CSS pixels of
 * the widget, its root, words in its place, the window's content and the innermost parent.
 *
 * A parent may have a `sibling` beside what is in it, of such a style.
 */
function widthsIn(page, cases) {
  return page.evaluate(
    ({ cases, least, wish }) => {
      const widget = document.querySelector("article-widget");
      const words = document.createElement("div");
      const inner = document.createElement("div");
      words.append(inner);
      words.style.cssText = "min-inline-size: 0; font-size: 0";
      inner.style.cssText = "display: flow-root";
      const max = Math.min(wish, innerWidth);
      for (const width of [least, ...Array(8).fill((max - least) / 8)]) {
        const word = document.createElement("i");
        word.style.cssText = `display: inline-block; block-size: 1px; inline-size: ${width}px`;
        inner.append(word, " ");
      }
      const measure = (content, parents) => {
        const before = [...document.body.children];
        let place = document.body;
        for (const { tag = "div", style, sibling } of parents) {
          const parent = place.appendChild(document.createElement(tag));
          parent.style.cssText = style;
          if (sibling) parent.appendChild(document.createElement("p")).style.cssText = sibling;
          if (tag === "dialog") parent.show();
          place = parent;
        }
        // In one move, in which its styles stay.
        if (content.isConnected) place.moveBefore(content, null);
        else place.append(content);
        for (const element of before) if (element !== widget) element.remove();
        const root = (content.shadowRoot ?? content).querySelector("[part=root], div");
        const width = (element) => element.getBoundingClientRect().width;
        const { paddingLeft, paddingRight } = getComputedStyle(place);
        const found = {
          width: width(content),
          root: width(root),
          parent: place.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight),
          scroll: document.documentElement.scrollWidth,
          height: content.getBoundingClientRect().height,
        };
        return found;
      };
      const all = cases.map((parents) => ({ parents, ...measure(widget, parents) }));
      // The widget stays on the page, out of the way.
      document.body.moveBefore(widget, null);
      widget.style.display = "none";
      const found = all.map((one) => ({ ...one, words: measure(words, one.parents) }));
      widget.style.display = "";
      return found;
    },
    { cases, least: LEAST, wish: WISH },
  );
}

const one = (style, more = {}) => [{ style, ...more }];
const PARENTS = {
  "a plain block": one(""),
  "a row of flex items": one("display: flex"),
  "a row that wraps": one("display: flex; flex-wrap: wrap"),
  "a column of flex items in the middle": one("display: flex; flex-direction: column; align-items: center"),
  "a flex item that does not shrink": [...one("display: flex"), ...one("flex: none")],
  "an item that grows": [...one("display: flex"), ...one("flex: 1")],
  "a grid in the middle": one("display: grid; justify-items: center"),
  "a column as wide as its content": one("display: grid; grid-template-columns: auto"),
  "a column as wide as its widest content": one("display: grid; grid-template-columns: max-content"),
  "an inline flex box": one("display: inline-flex"),
  "a float": one("float: left"),
  "a box out of the flow": one("position: absolute"),
  "a box that stays in the window": one("position: fixed; left: 0"),
  "an inline block": one("display: inline-block"),
  "a box that fits its content": one("width: fit-content"),
  "a box as wide as its content": one("width: max-content"),
  "a cell of a table": [...one("", { tag: "table" }), ...one("", { tag: "tr" }), ...one("", { tag: "td" })],
  "a box that is laid out as a table": one("display: table"),
  "a dialog": one("padding: 0; border: 0", { tag: "dialog" }),
  "the template of Vite for React": [
    ...one("display: flex; place-items: center; min-width: 320px; min-height: 100vh"),
    ...one("max-width: 1280px; margin: 0 auto; padding: 2rem; text-align: center"),
  ],
};

for (const [form, open] of Object.entries(FORMS)) {
  test.describe(`An article ${form}`, () => {
    test("has its width in parents that ask for it, and no more than the window's", async ({ page }) => {
      await open(page);
      for (const width of [1280, 768, 320]) {
        await page.setViewportSize({ width, height: 800 });
        for (const [name, parents] of Object.entries(PARENTS)) {
          const [found] = await widthsIn(page, [parents]);
          const where = `${name} at ${width}`;
          // Margins of the page, the paddings of the template, and what dialogs leave at their sides.
          expect(found.width, where).toBeGreaterThanOrEqual(Math.min(MEASURE, width - 90));
          expect(found.width, where).toBeLessThanOrEqual(width);
          expect(found.root, where).toBe(found.width);
          expect(found.height, where).toBeLessThan(30_000);
        }
      }
    });

    test("is as wide as words would be, in whatever parents", async ({ page }) => {
      await open(page);
      for (const width of [1280, 800, 390, 320]) {
        await page.setViewportSize({ width, height: 800 });
        for (const found of await widthsIn(page, parentsFrom(width, 60))) {
          const where = `${JSON.stringify(found.parents)} at ${width}`;
          for (const part of ["width", "root"]) {
            expect(Math.abs(found[part] - found.words[part]), `${found[part]} instead of ${found.words[part]} in ${where}`).toBeLessThan(1.5);
          }
          // The page is no wider for it than for words, where it has what it needs itself.
          if (found.root >= 300) expect(found.scroll, where).toBeLessThanOrEqual(found.words.scroll + 1);
          // Nothing but what is narrower itself makes it narrower than a column of words.
          expect(found.width, where).toBeGreaterThanOrEqual(Math.min(LEAST, found.parent) - 1.5);
        }
      }
    });
  });
}

/** Parents in parents, as this seed has them. */
function parentsFrom(seed, count) {
  const next = chance(seed);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const parent = () => {
    const display = pick(["block", "block", "flex", "inline-flex", "grid", "inline-grid", "inline-block", "table", "flow-root"]);
    const style = [`display: ${display}`];
    const maybe = (part, values) => next() < part && style.push(pick(values));
    if (display.includes("flex")) {
      maybe(0.3, ["flex-direction: column", "flex-wrap: wrap", "flex-direction: row-reverse"]);
      maybe(0.5, ["align-items: center", "align-items: flex-start", "justify-content: center", "place-items: center"]);
    }
    if (display.includes("grid")) {
      maybe(0.5, ["justify-items: center", "place-items: center", "justify-content: center"]);
      maybe(0.5, [
        "grid-template-columns: auto",
        "grid-template-columns: auto 1fr",
        "grid-template-columns: 1fr 1fr",
        "grid-template-columns: minmax(0, 1fr)",
        "grid-template-columns: max-content",
        "grid-template-columns: min-content",
        "grid-template-columns: repeat(auto-fit, minmax(200px, 1fr))",
      ]);
    }
    maybe(0.2, ["float: left", "float: right", "position: absolute", "position: relative"]);
    maybe(0.35, ["width: fit-content", "width: max-content", "width: min-content", "width: 100%", "width: 50%", "width: 240px", "max-width: 600px", "max-width: 75%"]);
    maybe(0.25, ["flex: 1", "flex: none", "min-width: 0", "margin: 0 auto", "align-self: center", "justify-self: start"]);
    maybe(0.3, ["padding: 2rem", "border: 3px solid", "text-align: center", "overflow: hidden", "box-sizing: border-box"]);
    const sibling = next() < 0.25 ? pick(["flex: 0 0 120px; width: 120px", "width: 40px; height: 40px", "float: left; width: 60px; height: 9px"]) : undefined;
    return { style: style.join("; "), sibling };
  };
  return Array.from({ length: count }, () => Array.from({ length: 1 + Math.floor(next() * 3) }, parent));
}
