// Coming alive: in the markup that is there where it fits, afresh where it does not.

import { expect, test } from "@playwright/test";
import { HEADLINE, WITHOUT_DOTS, changed, complaints, demoDocument, expectEvents, fullDocument, hold, record, settle } from "./support.mjs";
import { look, rested } from "./carousel.mjs";
import { documentFrom } from "./documents.mjs";
import { nodesOf, prerender, prerenderAll, servePage } from "./prerendered.mjs";

const widget = (page) => page.locator("article-widget");
const subtitle = (page) => page.locator(".chart-subtitle");

/** Brings the widget of a page alive. */
async function bringAlive(page) {
  await widget(page).evaluate((widget) => (widget.loading = "eager"));
  await expectEvents(page, { ready: 1 });
}

async function open(page, html) {
  await record(page);
  await page.goto(await servePage(page, html));
}

/** The nodes of the same document, rendered afresh. */
async function freshNodes(page, document) {
  await page.evaluate(async (document) => {
    const { define } = await import("/define.js");
    define();
    const fresh = window.document.createElement("article-widget");
    fresh.id = "fresh";
    fresh.loading = "eager";
    fresh.article = document;
    const ready = new Promise((resolve) => fresh.addEventListener("article-widget-ready", resolve));
    window.document.body.append(fresh);
    await ready;
  }, document);
  await settle(page);
  return page.locator("#fresh").evaluate(nodesOf);
}

for (const form of [[], ["--light"]]) {
  test.describe(`Prerendered ${form}`, () => {
    const html = prerender(demoDocument(), "--page", ...form);

    test("every node stays, and is what a fresh rendering has", async ({ page }) => {
      const found = complaints(page);
      await open(page, html);
      await widget(page).evaluate((widget) => {
        window.kept = [...(widget.shadowRoot ?? widget).querySelectorAll(".article-widget, .article-widget *")];
      });
      await bringAlive(page);
      const now = await widget(page).evaluate((widget) => {
        const elements = [...(widget.shadowRoot ?? widget).querySelectorAll(".article-widget, .article-widget *")];
        return { count: elements.length, same: elements.every((element, index) => element === window.kept[index]) };
      });
      expect(now.count).toBeGreaterThan(200);
      expect(now.same).toBe(true);
      const hydrated = await widget(page).first().evaluate(nodesOf);
      expect(hydrated).toEqual(await freshNodes(page, demoDocument()));
      expect(found.filter((complaint) => !/404/.test(complaint))).toEqual([]);
    });

    for (const width of [320, 1280]) {
      test(`no pixel changes, ${width} px wide`, async ({ page }) => {
        await page.setViewportSize({ width, height: 900 });
        await open(page, html);
        const picture = () => page.screenshot(WITHOUT_DOTS);
        const before = await picture();
        await bringAlive(page);
        expect((await picture()).equals(before)).toBe(true);
      });
    }

    test("a choice that comes too early is made, once", async ({ page }) => {
      const { release } = await hold(page, "article-widget_bg.wasm");
      await open(page, html);
      await page.evaluate(() => {
        window.heard = [];
        document.addEventListener("click", (event) => window.heard.push(event.isTrusted));
      });
      await page.getByRole("radio", { name: "Per year" }).click();
      release();
      await expect(subtitle(page)).toHaveText(/^Commitment per year/);
      await expect(page.getByRole("radio", { name: "Per year" })).toBeChecked();
      await expectEvents(page, { ready: 1 });
      // The click of the label's, which led to that on the button, and the button's own as it was done again.
      expect(await page.evaluate(() => window.heard.filter((isTrusted) => !isTrusted).length)).toBe(1);
    });

    test("a button that is pressed too early does its work, once", async ({ page }) => {
      await open(page, html);
      await page.locator(".carousel").scrollIntoViewIfNeeded();
      await page.getByRole("button", { name: "Next stories" }).click();
      await expect(page.getByRole("button", { name: "Previous stories" })).toHaveAttribute("aria-disabled", "false");
      await settle(page);
      // Once: as far as fits, and not further.
      await rested(page);
      const { first, last, count } = await look(page);
      const fit = last - first + 1;
      expect(first).toBe(Math.min(fit, count - fit) + 1);
    });

    test("what the reader has used comes alive first, and answers before the rest", async ({ page }) => {
      const { release } = await hold(page, "article-widget_bg.wasm");
      await open(page, html);
      await widget(page).evaluate((widget) => {
        window.order = [];
        const note = ({ target }) => window.order.push(target.dataset.island.split(":")[0]);
        const options = { attributeFilter: ["data-alive"], subtree: true };
        new MutationObserver((changes) => changes.forEach(note)).observe(widget.shadowRoot ?? widget, options);
        widget.addEventListener("click", ({ isTrusted }) => isTrusted || window.order.push("answer"), true);
      });
      await page.getByRole("button", { name: "Next stories" }).click();
      release();
      await expectEvents(page, { ready: 1 });
      expect(await page.evaluate(() => window.order)).toEqual(["related", "answer", "chart"]);
    });

    for (const [what, selector] of Object.entries({ "a figure in the text": ".body .datum" })) {
      test(`a press of ${what} that comes too early is kept, and done once`, async ({ page }) => {
        const { release } = await hold(page, "article-widget_bg.wasm");
        await open(page, html);
        await page.evaluate(() => {
          window.heard = [];
          document.addEventListener("click", (event) => {
            if (event.composedPath()[0].closest(".datum, .row")) window.heard.push(event.isTrusted);
          });
        });
        await page.locator(selector).first().click();
        await settle(page);
        expect(await page.evaluate(() => window.heard)).toEqual([]);
        release();
        await expectEvents(page, { ready: 1 });
        expect(await page.evaluate(() => window.heard)).toEqual([false]);
      });
    }

    test("the styles for what only an article that is alive shows come once, beside the root", async ({ page }) => {
      await open(page, html);
      const links = () =>
        widget(page).evaluate((widget) => [...(widget.shadowRoot ?? widget).children].map(({ localName, href }) => (href ?? localName).split("/").at(-1)));
      const sheet = form.length ? ".light.css" : ".css";
      const before = await links();
      expect(before.slice(0, 2)).toEqual(["style", "div"]);
      await bringAlive(page);
      const after = ["style", `article-widget.live${sheet}`, ...before.slice(1)];
      expect(await links()).toEqual(after);
      await page.getByRole("radio", { name: "Per year" }).hover();
      await expect(page.locator(".choice-label", { hasText: "Per year" })).not.toHaveCSS("background-color", "rgba(0, 0, 0, 0)");
      await widget(page).evaluate((widget) => widget.parentNode.append(widget));
      await settle(page);
      expect(await links()).toEqual(after);
    });

    test("a choice by keyboard that comes too early is made", async ({ page }) => {
      await open(page, html);
      await page.getByRole("radio", { name: "Total" }).focus();
      await page.keyboard.press("ArrowRight");
      await expect(subtitle(page)).toHaveText(/^Commitment per year/);
      await expect(page.getByRole("radio", { name: "Per year" })).toBeFocused();
    });
  });
}

test.describe("A document with everything, and documents by chance", () => {
  const documents = [fullDocument(), ...Array.from({ length: 59 }, (_, seed) => documentFrom(seed + 1))];
  let pages;
  test.beforeAll(() => {
    pages = prerenderAll(documents);
  });

  for (const quarter of [0, 1, 2, 3]) {
    test(`hydrated and rendered afresh are the same, node by node (${quarter + 1} of 4)`, async ({ page }) => {
      await record(page);
      for (let index = quarter; index < documents.length; index += 4) {
        const warnings = [];
        const listen = (message) => message.text().includes("afresh") && warnings.push(message.text());
        page.on("console", listen);
        await servePage(page, pages[index], `${index}.html`);
        await page.goto(`/${index}.html`);
        await bringAlive(page);
        const hydrated = await widget(page).evaluate(nodesOf);
        expect(hydrated, `document ${index + 1}`).toEqual(await freshNodes(page, documents[index]));
        expect(warnings).toEqual([]);
        page.off("console", listen);
      }
    });
  }
});

test.describe("The text belongs to the page, and each island is taken over by itself:", () => {
  const html = prerender(demoDocument(), "--page");
  const jsonOf = (html) => html.match(/<script type="application\/json">.*?<\/script>/s)[0];
  const withDataOf = (change) => html.replace(jsonOf(html), () => jsonOf(prerender(changed(change), "--page")));
  const CHART = /chart:ai-spending is rendered afresh/;
  const ROW = /related:more is rendered afresh/;
  const TABLE = {
    "the JSON has another text": [withDataOf((document) => (document.headline = "Another headline")), []],
    "the JSON has other data of the chart": [withDataOf((document) => (document.commitments[0].amount.value = 390)), [CHART]],
    "the JSON has other stories": [withDataOf((document) => document.related[0].teasers.pop()), [ROW]],
    "the JSON is in another language": [withDataOf((document) => (document.language = "tlh")), [CHART, ROW]],
    "the chart is of another release": [html.replace(/data-digest="[0-9a-f]{8}/, 'data-digest="00000000'), [CHART]],
    "the comments are gone": [html.replace(/<!--<[^>]*>-->/g, ""), [CHART, ROW]],
    "the text has lost an element": [html.replace(/<p class="kicker">.*?<\/p>/s, ""), []],
    "an element of the text has become another": [html.replace(/<p class="standfirst">(.*?)<\/p>/s, '<h6 class="standfirst">$1</h6>'), []],
    "the chart has lost an element": [html.replace(/<p class="chart-subtitle">.*?<\/p>/s, ""), [CHART]],
    "a word of the chart is another": [html.replace("Compare", "Vergleichen"), [CHART]],
    "an attribute of the chart is another": [html.replace('class="chart-subtitle"', 'class="chart-subtitle other"'), [CHART]],
    "a story is gone": [html.replace(/<div [^>]*class="slide".*?<\/article><\/div>/s, ""), [ROW]],
  };

  for (const [what, [markup, afresh]] of Object.entries(TABLE)) {
    test(what, async ({ page }) => {
      expect(markup === html).toBe(false);
      const warnings = [];
      page.on("console", (message) => message.type() === "warning" && warnings.push(message.text()));
      await open(page, markup);
      const text = () =>
        widget(page).evaluate(({ shadowRoot }) => [...shadowRoot.querySelectorAll(".article-header, :is(.body, .beside) > :not([data-island], .beside)")].map((part) => part.outerHTML));
      const before = await text();
      await bringAlive(page);
      expect(warnings).toHaveLength(afresh.length);
      afresh.forEach((words, index) => expect(warnings[index]).toMatch(words));
      expect(await text()).toEqual(before);
      await page.getByRole("radio", { name: /Per year/ }).check();
      await expect(subtitle(page)).toHaveText(/^Commitment per year/);
    });
  }

  test("and none stays alive in an element that has left the page meanwhile", async ({ page }) => {
    // A press on the row makes its turn wait for the end of the press.
    const [markup] = TABLE["the JSON has other stories"];
    await open(page, markup);
    const row = widget(page).locator('[data-island^="related"]');
    await row.locator("h2").hover();
    const turn = page.waitForEvent("console", (message) => ROW.test(message.text()));
    await page.mouse.down();
    await turn;
    const alive = await widget(page).evaluate(async (widget) => {
      const { parentNode } = widget;
      widget.remove();
      await new Promise((resolve) => setTimeout(resolve, 300));
      const islands = [...widget.shadowRoot.querySelectorAll("[data-island]")];
      parentNode.append(widget);
      return islands.filter((island) => "alive" in island.dataset).length;
    });
    expect(alive).toBe(0);
    await page.mouse.up();
    await bringAlive(page);
    await expect(widget(page).locator("[data-alive]")).toHaveCount(2);
  });

  test("with the choice that brought it alive", async ({ page }) => {
    const [markup] = TABLE["the chart is of another release"];
    await open(page, markup);
    await page.getByRole("radio", { name: "Per year" }).click();
    await expect(subtitle(page)).toHaveText(/^Commitment per year/);
    await expect(page.getByRole("radio", { name: "Per year" })).toBeChecked();
  });
});

test("Another address in place of a prerendered article shows that one", async ({ page }) => {
  await page.route("**/other.json", (route) => route.fulfill({ json: changed((document) => (document.headline = "Another headline")) }));
  await open(page, prerender(demoDocument(), "--page"));
  await widget(page).evaluate((widget) => {
    widget.loading = "eager";
    widget.src = "other.json";
  });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Another headline");
  await expectEvents(page, { ready: 1 });
});

for (const [name, change] of Object.entries({
  "a property that says nothing": (widget) => (widget.article = null),
  "a theme that changes": (widget) => (widget.theme = "dark"),
  "leaving the page and coming back": async (widget) => {
    const { parentNode } = widget;
    widget.remove();
    await new Promise((resolve) => setTimeout(resolve, 100));
    parentNode.append(widget);
  },
})) {
  test(`What is prerendered survives ${name}, even where WebAssembly is blocked`, async ({ page }) => {
    await open(page, prerender(demoDocument(), "--page").replace("<meta", `<meta http-equiv="content-security-policy" content="script-src 'self'"><meta`));
    await widget(page).evaluate(change);
    await settle(page);
    await widget(page).evaluate((widget) => (widget.loading = "eager"));
    const { error } = await expectEvents(page, { error: 1 });
    expect(error[0].detail.code).toBe("blocked");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(HEADLINE);
    await expect(page.locator(".row")).toHaveCount(8);
  });
}

test("An article and JSON: without the one the other is shown again", async ({ page }) => {
  await open(page, prerender(demoDocument(), "--page"));
  await bringAlive(page);
  const headline = page.getByRole("heading", { level: 1 });
  await widget(page).evaluate((widget, article) => (widget.article = article), changed((document) => (document.headline = "Another headline")));
  await expect(headline).toHaveText("Another headline");
  await widget(page).evaluate((widget) => (widget.article = null));
  await expect(headline).toHaveText(HEADLINE);
  await expectEvents(page, { ready: 3 });
});

test.describe("Few teasers:", () => {
  for (const count of [1, 2, 3]) {
    for (const width of [390, 700, 1280]) {
      test(`${count}, ${width} px wide, no pixel changes`, async ({ page }) => {
        await page.setViewportSize({ width, height: 900 });
        await open(page, prerender(changed((document) => document.related[0].teasers.splice(count)), "--page"));
        const before = await page.screenshot(WITHOUT_DOTS);
        await bringAlive(page);
        expect((await page.screenshot(WITHOUT_DOTS)).equals(before)).toBe(true);
      });
    }
  }
});

test("An element that is made eager while it is on its way comes alive once", async ({ page }) => {
  const wasm = await hold(page, "article-widget_bg.wasm");
  await open(page, prerender(demoDocument(), "--page"));
  await page.locator(".chart-controls").scrollIntoViewIfNeeded();
  await wasm.asked;
  await widget(page).evaluate((widget) => (widget.loading = "eager"));
  wasm.release();
  await expectEvents(page, { ready: 1 });
  await settle(page);
  await expectEvents(page, { ready: 1 });
});
