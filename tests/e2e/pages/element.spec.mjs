// The element as pages and their scripts use it: more than one, changed, moved, taken out, put
// back, and made before the module is there.

import { expect, test } from "@playwright/test";
import { DOCUMENT, MODULE, answer, atRest, changed, complaints, element, embed } from "./support.mjs";
import { choose } from "./chart.mjs";
import { events, expectEvents, hasFocus, hold, hurry, openDemo, openPage, openPanel, record, requests, settle, sortBy, touch } from "./support.mjs";

const WASM = "article-widget_bg.wasm";
const OTHER = "articles/other.json";
const other = changed((document) => (document.headline = "Another headline"));

const widget = (page) => page.locator("article-widget");
const headline = (page) => page.getByRole("heading", { level: 1 });
const radio = (scope, name) => scope.getByRole("radio", { name, exact: true });
const subtitle = (scope) => scope.locator(".chart-subtitle");
const times = (names, name) => names.filter((other) => other === name).length;

/** Puts another widget at the end of the page, with these properties. */
function add(properties) {
  const widget = Object.assign(document.createElement("article-widget"), properties);
  document.querySelector("main").append(widget);
}

test.describe("Two widgets on one page", () => {
  const markup = `
    <article-widget id="one" src="${DOCUMENT}"></article-widget>
    <article-widget id="two" src="${OTHER}" loading="eager"></article-widget>
    ${MODULE}`;

  test("show each its own article, from one WebAssembly", async ({ page }) => {
    const found = complaints(page);
    const loaded = [];
    page.on("request", (request) => loaded.push(request.url().split("/").at(-1)));
    await answer(page, other, { path: OTHER });
    await openPage(page, markup);
    const { ready } = await expectEvents(page, { ready: 2 });
    expect(ready.map(({ id }) => id).sort()).toEqual(["one", "two"]);
    await expect(page.locator("#one h1")).toContainText("Alibaba commits");
    await expect(page.locator("#two h1")).toHaveText("Another headline");
    for (const name of ["article-widget_bg.wasm", "article-widget.js", "embed.js"]) {
      expect(loaded.filter((other) => other === name), name).toHaveLength(1);
    }
    expect(found).toEqual([]);
  });

  test("are worked apart from each other", async ({ page }) => {
    await answer(page, other, { path: OTHER });
    await openPage(page, markup);
    await expectEvents(page, { ready: 2 });
    const [one, two] = [page.locator("#one"), page.locator("#two")];
    await two.getByRole("radio", { name: "Per year" }).check();
    await expect(subtitle(two)).toHaveText(/^Commitment per year/);
    await expect(subtitle(one)).toHaveText(/^Commitment in total/);
    await expect(one.getByRole("radio", { name: "Both" })).toBeChecked();
    await one.getByRole("button", { name: "Next stories" }).click();
    await expect(one.getByRole("button", { name: "Previous stories" })).toHaveAttribute("aria-disabled", "false");
    await expect(two.getByRole("button", { name: "Previous stories" })).toHaveAttribute("aria-disabled", "true");
    await one.evaluate((one) => one.remove());
    await choose(two, "Yuan");
    await expect(subtitle(two)).toHaveText(/^Commitment per year.*yuan/);
  });

  test("fail apart from each other", async ({ page }) => {
    await openPage(page, markup);
    const { ready, error } = await expectEvents(page, { ready: 1, error: 1 });
    expect([ready[0].id, error[0].id]).toEqual(["one", "two"]);
    await expect(page.locator("#one h1")).toBeVisible();
    await expect(page.locator("#two").getByRole("alert")).toBeVisible();
  });
});

test.describe("The address", () => {
  test.beforeEach(({ page }) => answer(page, other, { path: OTHER }));

  for (const [how, change] of Object.entries({
    "the attribute": (widget, src) => widget.setAttribute("src", src),
    "the property": (widget, src) => (widget.src = src),
  })) {
    test(`can be changed at any time through ${how}`, async ({ page }) => {
      await openPage(page, embed());
      await expectEvents(page, { ready: 1 });
      await widget(page).evaluate(change, OTHER);
      await expect(headline(page)).toHaveText("Another headline");
      await expectEvents(page, { ready: 2 });
      await expect(widget(page)).toHaveAttribute("src", OTHER);
      await widget(page).evaluate(change, DOCUMENT);
      await expect(headline(page)).toContainText("Alibaba commits");
      await expectEvents(page, { ready: 3 });
    });
  }

  test("of another article brings nothing along that the reader chose for the last one", async ({ page }) => {
    await openPage(page, embed());
    await expectEvents(page, { ready: 1 });
    await page.getByRole("radio", { name: "Per year" }).check();
    await page.locator(".chart-data summary").click();
    await widget(page).evaluate((widget, src) => (widget.src = src), OTHER);
    await expectEvents(page, { ready: 2 });
    await expect(page.getByRole("radio", { name: "Both" })).toBeChecked();
    await expect(subtitle(page)).toHaveText(/^Commitment in total/);
    await expect(page.getByRole("table")).toBeHidden();
  });

  test("can be changed from one that fails to one that does not, and back", async ({ page }) => {
    await openPage(page, embed("articles/missing.json"));
    await expectEvents(page, { error: 1 });
    await widget(page).evaluate((widget, src) => (widget.src = src), OTHER);
    await expectEvents(page, { ready: 1, error: 1 });
    await expect(page.getByRole("alert")).toHaveCount(0);
    await widget(page).evaluate((widget) => widget.removeAttribute("src"));
    const { error } = await expectEvents(page, { ready: 1, error: 2 });
    expect(error[1].detail.code).toBe("no-source");
    await expect(headline(page)).toHaveCount(0);
  });

  for (const [how, open] of Object.entries({
    "the last article": (page) => openPage(page, embed()),
    "the article that came with the page": openDemo,
  })) {
    test(`of another article leaves ${how} on the page, and at work, until that is ready`, async ({ page }) => {
      await open(page);
      await expectEvents(page, { ready: 1 });
      const before = await headline(page).innerText();
      const held = await hold(page, OTHER);
      await widget(page).evaluate((widget, src) => (widget.src = src), OTHER);
      await held.asked;
      await settle(page);
      await expect(headline(page)).toHaveText(before);
      await radio(page, "Per year").check();
      await expect(subtitle(page)).toHaveText(/^Commitment per year/);
      await expect(page.locator("#fallback, [role=status]").filter({ visible: true })).toHaveCount(0);
      held.release();
      await expectEvents(page, { ready: 2 });
      await expect(headline(page)).toHaveText("Another headline");
      await expect(headline(page)).toHaveCount(1);
    });
  }

  test("of another article leaves markup that is not alive yet on the page until that is ready", async ({ page }) => {
    await record(page);
    await page.goto("/index.html");
    const before = await headline(page).innerText();
    const held = await hold(page, OTHER);
    await widget(page).evaluate((widget, src) => (widget.src = src), OTHER);
    await held.asked;
    await settle(page);
    await expect(headline(page)).toHaveText(before);
    held.release();
    await expectEvents(page, { ready: 1 });
    await expect(headline(page)).toHaveText("Another headline");
  });

  test("of an article that fails leaves the last one on the page until that is certain", async ({ page }) => {
    await hurry(page);
    let answered = 0;
    await openPage(page, element() + MODULE);
    await expectEvents(page, { ready: 1 });
    const held = await hold(page, "articles/missing.json");
    page.on("response", (response) => (answered += response.status() === 404 ? 1 : 0));
    await widget(page).evaluate((widget) => (widget.src = "articles/missing.json"));
    await held.asked;
    await settle(page);
    await expect(headline(page)).toContainText("Alibaba commits");
    await expect(page.getByRole("alert")).toHaveCount(0);
    held.release();
    const { error } = await expectEvents(page, { ready: 1, error: 1 });
    expect(error[0].detail.code).toBe("http");
    await expect(headline(page)).toHaveCount(0);
    await expect(page.getByRole("alert")).toBeVisible();
    expect(answered).toBe(1);
  });

  test("that was given last counts, even when an earlier one answers later", async ({ page }) => {
    const slow = await hold(page, DOCUMENT);
    await openPage(page, embed());
    await slow.asked;
    await widget(page).evaluate((widget, src) => (widget.src = src), OTHER);
    await expect(headline(page)).toHaveText("Another headline");
    slow.release();
    await expectEvents(page, { ready: 1 });
    await expect(headline(page)).toHaveText("Another headline");
  });

  test("can be changed while the WebAssembly is on its way", async ({ page }) => {
    const wasm = await hold(page, "article-widget_bg.wasm");
    await openPage(page, embed());
    await wasm.asked;
    await widget(page).evaluate((widget, src) => (widget.src = src), OTHER);
    wasm.release();
    await expectEvents(page, { ready: 1 });
    await expect(headline(page)).toHaveText("Another headline");
  });

  test("can be read back as a property, and is empty where there is none", async ({ page }) => {
    await openPage(page, `<article-widget></article-widget>${MODULE}`);
    await expectEvents(page, { error: 1 });
    expect(await widget(page).evaluate((widget) => widget.src)).toBe("");
    await widget(page).evaluate((widget, src) => widget.setAttribute("src", src), OTHER);
    expect(await widget(page).evaluate((widget) => widget.src)).toBe(OTHER);
  });

  test("can be given as a property before the module is there", async ({ page }) => {
    await openPage(page, `<article-widget></article-widget>`);
    await widget(page).evaluate((widget, src) => (widget.src = src), OTHER);
    await page.addScriptTag({ type: "module", url: "embed.js" });
    await expect(headline(page)).toHaveText("Another headline");
    const { error } = await expectEvents(page, { ready: 1 });
    expect(error).toEqual([]);
    // From then on the property is the element's own.
    await widget(page).evaluate((widget, src) => (widget.src = src), DOCUMENT);
    await expect(headline(page)).toContainText("Alibaba commits");
  });
});

test.describe("What is wanted", () => {
  test.beforeEach(({ page }) => answer(page, other, { path: OTHER }));
  const third = changed((document) => (document.headline = "A third headline"));
  const JSON_INSIDE = `<script type="application/json">${JSON.stringify(other)}</script>`;

  test("can be a document from the page's own script", async ({ page }) => {
    const names = requests(page);
    await openPage(page, element("") + MODULE);
    await expectEvents(page, { error: 1 });
    expect(await widget(page).evaluate((widget) => widget.article)).toBeNull();
    const isKept = await widget(page).evaluate((widget, article) => {
      widget.article = article;
      return widget.article === article;
    }, other);
    expect(isKept).toBe(true);
    await expectEvents(page, { ready: 1, error: 1 });
    await expect(headline(page)).toHaveText("Another headline");
    expect(names.filter((name) => name.endsWith(".json"))).toEqual([]);
  });

  test("can be JSON inside the element", async ({ page }) => {
    const names = requests(page);
    await openPage(page, element("", JSON_INSIDE) + MODULE);
    await expectEvents(page, { ready: 1 });
    await expect(headline(page)).toHaveText("Another headline");
    expect(names.filter((name) => name.endsWith(".json"))).toEqual([]);
  });

  test("can be JSON inside an element that a script makes", async ({ page }) => {
    await openPage(page, MODULE);
    await page.evaluate((text) => {
      const script = Object.assign(document.createElement("script"), { type: "application/json", textContent: text });
      const widget = document.createElement("article-widget");
      widget.append(script);
      document.querySelector("main").append(widget);
    }, JSON.stringify(other));
    await expectEvents(page, { ready: 1 });
    await expect(headline(page)).toHaveText("Another headline");
  });

  test("is JSON inside rather than what src names", async ({ page }) => {
    const names = requests(page);
    await openPage(page, element(`src="${DOCUMENT}"`, JSON_INSIDE) + MODULE);
    await expectEvents(page, { ready: 1 });
    await expect(headline(page)).toHaveText("Another headline");
    expect(names.filter((name) => name.endsWith(".json"))).toEqual([]);
  });

  test("is the property rather than JSON inside or what src names", async ({ page }) => {
    const names = requests(page);
    await openPage(page, element(`src="${DOCUMENT}"`, JSON_INSIDE));
    await widget(page).evaluate((widget, article) => (widget.article = article), third);
    await page.addScriptTag({ type: "module", url: "embed.js" });
    await expectEvents(page, { ready: 1 });
    await expect(headline(page)).toHaveText("A third headline");
    expect(names.filter((name) => name.endsWith(".json"))).toEqual([]);
  });

  test("is what src names once the property is taken away", async ({ page }) => {
    await openPage(page, element() + MODULE);
    await expectEvents(page, { ready: 1 });
    await widget(page).evaluate((widget, article) => (widget.article = article), other);
    await expectEvents(page, { ready: 2 });
    await expect(headline(page)).toHaveText("Another headline");
    await widget(page).evaluate((widget) => (widget.article = null));
    await expectEvents(page, { ready: 3 });
    await expect(headline(page)).toContainText("Alibaba commits");
  });

  test("is what src names when that changes, not the JSON inside", async ({ page }) => {
    await openPage(page, element("", `<script type="application/json">${JSON.stringify(third)}</script>`) + MODULE);
    await expectEvents(page, { ready: 1 });
    await widget(page).evaluate((widget, src) => (widget.src = src), OTHER);
    await expectEvents(page, { ready: 2 });
    await expect(headline(page)).toHaveText("Another headline");
  });

  test("stays the property when src changes", async ({ page }) => {
    await openPage(page, element() + MODULE);
    await expectEvents(page, { ready: 1 });
    await widget(page).evaluate((widget, article) => (widget.article = article), third);
    await expectEvents(page, { ready: 2 });
    await widget(page).evaluate((widget, src) => (widget.src = src), OTHER);
    await settle(page);
    await expect(headline(page)).toHaveText("A third headline");
  });

  test("is as it was when it was set, whatever the page does to it then", async ({ page }) => {
    await openPage(page, element() + MODULE);
    await expectEvents(page, { ready: 1 });
    await widget(page).evaluate((widget, article) => {
      widget.article = article;
      window.article = article;
    }, other);
    await expectEvents(page, { ready: 2 });
    await page.evaluate(() => (window.article.headline = "Changed in secret"));
    await radio(page, "Per year").check();
    await expect(headline(page)).toHaveText("Another headline");
    // Setting it again is how the page says that it has changed.
    await widget(page).evaluate((widget) => (widget.article = window.article));
    await expectEvents(page, { ready: 3 });
    await expect(headline(page)).toHaveText("Changed in secret");
  });

  test("leaves the last article on the page until it is ready", async ({ page }) => {
    const wasm = await hold(page, WASM);
    await record(page);
    await page.goto("/index.html");
    await widget(page).evaluate((widget, article) => (widget.article = article), other);
    await wasm.asked;
    await settle(page);
    await expect(headline(page)).toContainText("Alibaba commits");
    wasm.release();
    await expectEvents(page, { ready: 1 });
    await expect(headline(page)).toHaveText("Another headline");
  });

  test("cannot be what is no document", async ({ page }) => {
    await openPage(page, MODULE);
    const cases = Object.entries({
      "a text": { value: '"words"', code: "document" },
      "a number": { value: "5", code: "document" },
      "a list": { value: "[]", code: "document" },
      "an empty object": { value: "{}", code: "document" },
      "an object that contains itself": { value: "(window.own = {}, window.own.own = window.own)", code: "not-json" },
      "a function": { value: "() => 5", code: "not-json" },
    });
    for (const [index, [what, { value, code }]] of cases.entries()) {
      await test.step(what, async () => {
        // A new element each time, which fails for want of an article first.
        await page.evaluate(() => document.querySelector("main").replaceChildren(document.createElement("article-widget")));
        await expectEvents(page, { error: 2 * index + 1 });
        await page.evaluate(`document.querySelector("article-widget").article = ${value}`);
        const { error } = await expectEvents(page, { error: 2 * index + 2 });
        expect(error.at(-1).detail).toEqual({ code, message: expect.stringMatching(/^article: .+/) });
        await expect(page.getByRole("alert")).toBeVisible();
      });
    }
  });

  test("is loaded once after several changes in one moment, and only the last", async ({ page }) => {
    await answer(page, third, { path: "articles/third.json" });
    const names = requests(page);
    await openPage(page, element() + MODULE);
    await expectEvents(page, { ready: 1 });
    await widget(page).evaluate((widget, src) => {
      widget.src = src;
      widget.theme = "dark";
      widget.loading = "eager";
      widget.setAttribute("src", "articles/missing.json");
      widget.article = {};
      widget.article = null;
      widget.src = "articles/third.json";
    }, OTHER);
    await expectEvents(page, { ready: 2 });
    await expect(headline(page)).toHaveText("A third headline");
    expect(names.filter((name) => name.endsWith(".json"))).toEqual([DOCUMENT.split("/").at(-1), "third.json"]);
  });

  test("is loaded once where a script sets everything before and after it puts the element into the page", async ({ page }) => {
    const names = requests(page);
    await openPage(page, MODULE);
    await page.evaluate((src) => {
      const widget = document.createElement("article-widget");
      widget.src = "articles/missing.json";
      document.querySelector("main").append(widget);
      widget.theme = "light";
      widget.loading = "eager";
      widget.src = src;
    }, OTHER);
    await expectEvents(page, { ready: 1 });
    await expect(headline(page)).toHaveText("Another headline");
    expect(names.filter((name) => name.endsWith(".json"))).toEqual(["other.json"]);
  });

  test("is not loaded again because the theme changes meanwhile", async ({ page }) => {
    const names = requests(page);
    const held = await hold(page, DOCUMENT);
    await openPage(page, element() + MODULE);
    await held.asked;
    await widget(page).evaluate((widget) => (widget.theme = "dark"));
    await settle(page);
    held.release();
    await expectEvents(page, { ready: 1 });
    expect(times(names, DOCUMENT.split("/").at(-1))).toBe(1);
  });

  test("may be the same address again, which changes nothing", async ({ page }) => {
    await openPage(page, element() + MODULE);
    await expectEvents(page, { ready: 1 });
    await radio(page, "Per year").check();
    await widget(page).evaluate((widget) => (widget.src = widget.src));
    await settle(page);
    await expectEvents(page, { ready: 1 });
    await expect(radio(page, "Per year")).toBeChecked();
  });

  test("may fail on a widget that is alive without harm to those that come later", async ({ page }) => {
    await openPage(page, element(`id="one" src="${DOCUMENT}"`) + MODULE);
    await expectEvents(page, { ready: 1 });
    await page.locator("#one").evaluate((widget) => (widget.article = {}));
    await expectEvents(page, { ready: 1, error: 1 });
    for (const id of ["two", "three"]) await page.evaluate(add, { id, src: DOCUMENT, loading: "eager" });
    await expectEvents(page, { ready: 3, error: 1 });
    await page.locator("#one").evaluate((widget, src) => {
      widget.article = null;
      widget.src = src;
    }, OTHER);
    await expectEvents(page, { ready: 4, error: 1 });
    await expect(page.locator("#one h1")).toHaveText("Another headline");
    for (const id of ["two", "three"]) await expect(page.locator(`#${id} h1`)).toContainText("Alibaba commits");
    await radio(page.locator("#two"), "Per year").check();
    await expect(subtitle(page.locator("#two"))).toHaveText(/^Commitment per year/);
    await expect(subtitle(page.locator("#three"))).toHaveText(/^Commitment in total/);
  });
});

test.describe("The attributes", () => {
  const ABSENT = { src: "", theme: "auto", loading: "lazy" };

  test("are properties of the same names, in both directions", async ({ page }) => {
    await openPage(page, element("") + MODULE);
    await expectEvents(page, { error: 1 });
    const read = () => widget(page).evaluate(({ src, theme, loading }) => ({ src, theme, loading }));
    expect(await read()).toEqual(ABSENT);
    const values = { src: OTHER, theme: "dark", loading: "eager" };
    await answer(page, other, { path: OTHER });
    await widget(page).evaluate((widget, values) => Object.assign(widget, values), values);
    for (const [name, value] of Object.entries(values)) await expect(widget(page)).toHaveAttribute(name, value);
    expect(await read()).toEqual(values);
    await expectEvents(page, { ready: 1, error: 1 });
    await widget(page).evaluate((widget, names) => names.forEach((name) => widget.removeAttribute(name)), Object.keys(values));
    expect(await read()).toEqual(ABSENT);
  });

  test("and the article count when they are set as properties before the module is there", async ({ page }) => {
    await page.emulateMedia({ colorScheme: "light" });
    const names = requests(page);
    await openPage(page, `<div style="height: 5000px"></div>${element("")}`);
    await widget(page).evaluate(
      (widget, values) => Object.assign(widget, values),
      { src: DOCUMENT, theme: "dark", loading: "eager", article: other },
    );
    await page.addScriptTag({ type: "module", url: "embed.js" });
    await expectEvents(page, { ready: 1 });
    await expect(headline(page)).toHaveText("Another headline");
    expect(names.filter((name) => name.endsWith(".json"))).toEqual([]);
    await expect(widget(page)).toHaveAttribute("theme", "dark");
    await expect(widget(page)).toHaveAttribute("loading", "eager");
    await expect(page.locator("[part=root]")).toHaveCSS("background-color", DARK);
    // From then on each is the element's own.
    expect(await widget(page).evaluate((widget) => Object.keys(widget))).toEqual([]);
  });
});

const LIGHT = "rgb(255, 253, 249)";
const DARK = "rgb(22, 23, 26)";
const NONE = "rgba(0, 0, 0, 0)";

test.describe("The theme", () => {
  const root = (page) => page.locator("article-widget [part=root]");
  const HEAD = '<meta name="color-scheme" content="light dark">';

  for (const colorScheme of ["light", "dark"]) {
    test(`“light” is light and “dark” is dark where the reader prefers ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await openPage(page, embed(), HEAD);
      await expectEvents(page, { ready: 1 });
      const INK = { [LIGHT]: "rgb(27, 27, 29)", [DARK]: "rgb(233, 231, 226)" };
      const own = INK[colorScheme === "light" ? LIGHT : DARK];
      const expectColours = async (ground, ink, theme) => {
        await expect(root(page), theme).toHaveCSS("background-color", ground);
        await expect(root(page), theme).toHaveCSS("color", ink);
      };
      await expectColours(NONE, own);
      for (const theme of ["light", "dark", "auto", "sepia", "light"]) {
        await widget(page).evaluate((widget, theme) => (widget.theme = theme), theme);
        const ground = { light: LIGHT, dark: DARK }[theme] ?? NONE;
        await expectColours(ground, INK[ground] ?? own, theme);
      }
      await widget(page).evaluate((widget) => widget.removeAttribute("theme"));
      await expectColours(NONE, own);
      // Colours change, and nothing else.
      await expectEvents(page, { ready: 1 });
    });
  }

  test("is in force on a message, too", async ({ page }) => {
    await page.emulateMedia({ colorScheme: "light" });
    await openPage(page, element('theme="dark"') + MODULE, HEAD);
    await expectEvents(page, { error: 1 });
    await expect(root(page)).toHaveCSS("background-color", DARK);
  });

  test("is in force on an article that is not alive", async ({ page }) => {
    await page.emulateMedia({ colorScheme: "light" });
    await page.goto("/index.html");
    await widget(page).evaluate((widget) => (widget.theme = "dark"));
    await expect(root(page)).toHaveCSS("background-color", DARK);
  });
});

test.describe("A widget far down the page", () => {
  const FAR = `<div id="space" style="height: 5000px">Much else.</div>`;

  test("asks for no WebAssembly and no document before the reader comes near", async ({ page }) => {
    const names = requests(page);
    await openPage(page, FAR + embed());
    await settle(page);
    await expectEvents(page, {});
    expect(names.filter((name) => name === WASM || name.endsWith(".json"))).toEqual([]);
    await page.mouse.wheel(0, 4500);
    await expectEvents(page, { ready: 1 });
    await expect(headline(page)).toBeVisible();
  });

  test("loads at once where it is told to, from the start or later", async ({ page }) => {
    await openPage(page, FAR + embed(DOCUMENT, 'loading="eager"'));
    await expectEvents(page, { ready: 1 });
    await page.evaluate(add, { id: "two", src: DOCUMENT });
    await settle(page);
    await expectEvents(page, { ready: 1 });
    await page.locator("#two").evaluate((widget) => (widget.loading = "eager"));
    await expectEvents(page, { ready: 2 });
  });

  test("loads the article that is wanted when the reader comes, not one that was wanted before", async ({ page }) => {
    await answer(page, other, { path: OTHER });
    const names = requests(page);
    await openPage(page, FAR + embed());
    await settle(page);
    await widget(page).evaluate((widget, src) => (widget.src = src), OTHER);
    await settle(page);
    expect(names.filter((name) => name.endsWith(".json"))).toEqual([]);
    await page.mouse.wheel(0, 4500);
    await expectEvents(page, { ready: 1 });
    await expect(headline(page)).toHaveText("Another headline");
    expect(names.filter((name) => name.endsWith(".json"))).toEqual(["other.json"]);
  });
});

test("Ten widgets share one module and one WebAssembly", async ({ page }) => {
  const names = requests(page);
  const found = complaints(page);
  await openPage(page, element(`loading="eager" src="${DOCUMENT}"`).repeat(10) + MODULE);
  await expectEvents(page, { ready: 10 });
  for (const name of [WASM, "article-widget.js", "embed.js"]) expect(times(names, name), name).toBe(1);
  await radio(widget(page).nth(4), "Per year").check();
  const subtitles = await page.locator(".chart-subtitle").allInnerTexts();
  expect(subtitles.map((text) => /^Commitment per year/.test(text))).toEqual(Array.from({ length: 10 }, (_, index) => index === 4));
  expect(found).toEqual([]);
});

test("A script can make the element and put it into the page", async ({ page }) => {
  await openPage(page, MODULE);
  await page.evaluate((src) => {
    const widget = document.createElement("article-widget");
    widget.src = src;
    document.querySelector("main").append(widget);
  }, DOCUMENT);
  await expectEvents(page, { ready: 1 });
  await expect(headline(page)).toBeVisible();
});

test.describe("An element that is made", () => {
  for (const [how, make] of Object.entries({
    "with its constructor": (src) => {
      const widget = new (customElements.get("article-widget"))();
      widget.src = src;
      document.querySelector("main").append(widget);
    },
    "as a copy of a template": (src) => {
      const template = document.createElement("template");
      template.content.append(document.createElement("article-widget"));
      template.content.firstChild.setAttribute("src", src);
      document.querySelector("main").append(document.importNode(template.content, true));
    },
    "from markup": (src) => (document.querySelector("main").innerHTML = `<article-widget src="${src}"></article-widget>`),
    "as a copy of one that is not in the page": (src) => {
      const widget = document.createElement("article-widget");
      widget.src = src;
      document.querySelector("main").append(widget.cloneNode(true));
    },
    "inside another shadow tree": (src) => {
      const widget = document.createElement("article-widget");
      widget.src = src;
      document.querySelector("main").attachShadow({ mode: "open" }).append(widget);
    },
  })) {
    test(`${how} shows its article`, async ({ page }) => {
      await openPage(page, MODULE);
      await page.evaluate(make, DOCUMENT);
      const { ready } = await expectEvents(page, { ready: 1 });
      // Events come out of shadow trees, where they seem to be those of the host.
      expect(ready[0].target).toBe(how.includes("shadow") ? "main" : "article-widget");
      await radio(page, "Per year").check();
      await expect(subtitle(page)).toHaveText(/^Commitment per year/);
    });
  }

  test("and taken away again in the same moment loads nothing", async ({ page }) => {
    const names = requests(page);
    const found = complaints(page);
    await openPage(page, MODULE);
    await page.evaluate((src) => {
      const widget = document.createElement("article-widget");
      Object.assign(widget, { src, loading: "eager" });
      document.querySelector("main").append(widget);
      widget.remove();
    }, DOCUMENT);
    await settle(page);
    await expectEvents(page, {});
    expect(names.filter((name) => name === WASM || name.endsWith(".json"))).toEqual([]);
    expect(found).toEqual([]);
  });
});

test.describe("An element that leaves the page", () => {
  for (const file of [DOCUMENT, "article-widget_bg.wasm", "article-widget.css"]) {
    test(`while ${file} is on its way leaves in silence`, async ({ page }) => {
      const found = complaints(page);
      const held = await hold(page, file);
      await openPage(page, embed());
      await held.asked;
      const handle = await widget(page).elementHandle();
      await handle.evaluate((widget) => {
        for (const name of ["ready", "error"]) widget.addEventListener(`article-widget-${name}`, () => (window.late = name));
        widget.remove();
      });
      await settle(page);
      held.release();
      // Another widget that comes to its end shows that the held one had its time.
      await page.evaluate((src) => {
        const widget = document.createElement("article-widget");
        widget.src = src;
        document.querySelector("main").append(widget);
      }, DOCUMENT);
      await expectEvents(page, { ready: 1 });
      expect(await page.evaluate(() => window.late ?? "nothing")).toBe("nothing");
      expect(found).toEqual([]);
    });
  }

  test("and comes back shows its article again", async ({ page }) => {
    const found = complaints(page);
    await openPage(page, embed());
    await expectEvents(page, { ready: 1 });
    const handle = await widget(page).elementHandle();
    await handle.evaluate((widget) => widget.remove());
    await settle(page);
    await expect(widget(page)).toHaveCount(0);
    await page.evaluate((widget) => document.querySelector("main").append(widget), handle);
    await expectEvents(page, { ready: 2 });
    await expect(headline(page)).toBeVisible();
    await page.getByRole("radio", { name: "Per year" }).check();
    await expect(subtitle(page)).toHaveText(/^Commitment per year/);
    expect(found).toEqual([]);
  });

  test("while it loads and comes back at once shows its article once", async ({ page }) => {
    const found = complaints(page);
    const held = await hold(page, "article-widget_bg.wasm");
    await openPage(page, embed());
    await held.asked;
    await widget(page).evaluate(async (widget) => {
      const home = widget.parentNode;
      widget.remove();
      await new Promise((resolve) => setTimeout(resolve));
      home.append(widget);
    });
    held.release();
    await expectEvents(page, { ready: 1 });
    await expect(headline(page)).toHaveCount(1);
    expect(found).toEqual([]);
  });

  test("while its document is on its way asks no further", async ({ page }) => {
    const failed = [];
    page.on("requestfailed", (request) => failed.push(request.url().split("/").at(-1)));
    const held = await hold(page, DOCUMENT);
    await openPage(page, embed());
    await held.asked;
    await widget(page).evaluate((widget) => widget.remove());
    await expect.poll(() => failed).toEqual([DOCUMENT.split("/").at(-1)]);
    held.release();
  });

  test("between two tries makes no other", async ({ page }) => {
    await page.clock.install();
    const names = requests(page);
    await page.route(`**/${DOCUMENT}`, (route) => route.abort());
    // In the moment in which it fails: on a slow machine a test would come later than the next try.
    await page.addInitScript(() => {
      const { fetch } = window;
      window.fetch = (...request) =>
        fetch(...request).catch((error) => {
          document.querySelector("article-widget")?.remove();
          throw error;
        });
    });
    await openPage(page, embed());
    await expect(widget(page)).toHaveCount(0);
    await page.clock.runFor(60_000);
    expect(times(names, DOCUMENT.split("/").at(-1))).toBe(1);
    await expectEvents(page, {});
  });

  test("with an article that came with the page keeps it, and comes alive when it is back", async ({ page }) => {
    const found = complaints(page);
    const wasm = await hold(page, WASM);
    await record(page);
    await page.goto("/index.html");
    const text = await page.locator(".body").innerText();
    const handle = await widget(page).elementHandle();
    await handle.evaluate((widget) => widget.remove());
    await settle(page);
    await page.evaluate((widget) => document.querySelector("main").append(widget), handle);
    await settle(page);
    await expect(headline(page)).toBeVisible();
    // Browsers load a linked style sheet again when it comes back.
    await expect.poll(() => page.locator(".body").innerText()).toBe(text);
    await touch(page);
    wasm.release();
    await expectEvents(page, { ready: 1 });
    expect(found).toEqual([]);
  });

  test("with an article that came with the page, alive already, shows it again when it is back", async ({ page }) => {
    const found = complaints(page);
    await openDemo(page);
    await radio(page, "Per year").check();
    const handle = await widget(page).elementHandle();
    await handle.evaluate((widget) => widget.remove());
    await settle(page);
    await page.evaluate((widget) => document.querySelector("main").append(widget), handle);
    await expect(headline(page)).toBeVisible();
    await choose(page, "Yuan");
    await expect(subtitle(page)).toHaveText(/yuan/i);
    await expectEvents(page, { ready: 2 });
    expect(found).toEqual([]);
  });

  test("and is changed meanwhile shows what is wanted when it is back", async ({ page }) => {
    await answer(page, other, { path: OTHER });
    await openPage(page, embed());
    await expectEvents(page, { ready: 1 });
    const handle = await widget(page).elementHandle();
    await handle.evaluate((widget) => widget.remove());
    await settle(page);
    await handle.evaluate((widget, src) => (widget.src = src), OTHER);
    await settle(page);
    await expectEvents(page, { ready: 1 });
    await page.evaluate((widget) => document.querySelector("main").append(widget), handle);
    await expectEvents(page, { ready: 2 });
    await expect(headline(page)).toHaveText("Another headline");
  });

  test("after a failure to start can come back once the server is well again", async ({ page }) => {
    await hurry(page);
    await page.route(`**/${WASM}*`, (route) => route.fulfill({ status: 404 }), { times: 3 });
    await openPage(page, embed());
    await expectEvents(page, { error: 1 });
    await widget(page).evaluate(async (widget) => {
      const home = widget.parentNode;
      widget.remove();
      await new Promise((resolve) => setTimeout(resolve));
      home.append(widget);
    });
    await expectEvents(page, { ready: 1, error: 1 });
    await expect(headline(page)).toBeVisible();
    await expect(page.getByText("This article could not be loaded.")).toHaveCount(0);
  });
});

test.describe("An element that is moved", () => {
  const MARKUP = `${embed()}<section id="elsewhere"></section>`;
  const MOVES = {
    "with append": () => document.querySelector("#elsewhere").append(document.querySelector("article-widget")),
    "with moveBefore": () => document.querySelector("#elsewhere").moveBefore(document.querySelector("article-widget"), null),
    "out and in again": () => {
      const widget = document.querySelector("article-widget");
      widget.remove();
      document.querySelector("#elsewhere").append(widget);
    },
    "out and, a moment later, in again": async () => {
      const widget = document.querySelector("article-widget");
      widget.remove();
      await Promise.resolve();
      document.querySelector("#elsewhere").append(widget);
    },
  };

  for (const [how, move] of Object.entries(MOVES)) {
    test.describe(how, () => {
      test.beforeEach(async ({ page }) => {
        const isKnown = how !== "with moveBefore" || (await page.evaluate(() => "moveBefore" in Element.prototype));
        test.skip(!isKnown, "this browser has no moveBefore");
      });

      test("keeps what the reader has chosen, and loads nothing anew", async ({ page }) => {
        const found = complaints(page);
        await openPage(page, MARKUP);
        await expectEvents(page, { ready: 1 });
        const names = requests(page);
        await radio(page, "Per year").check();
        await choose(page, "Yuan");
        await page.locator(".chart-data summary").click();
        const drawn = () => page.locator("article-widget .article").evaluate((article) => article.outerHTML);
        const before = await drawn();
        await page.evaluate(move);
        await settle(page);
        expect(await drawn()).toBe(before);
        await expect(page.locator("#elsewhere article-widget h1")).toBeVisible();
        await expect(radio(page, "Per year")).toBeChecked();
        await expectEvents(page, { ready: 1 });
        // Browsers ask for the styles of a tree again that has moved; whether they do is theirs.
        expect(names.filter((name) => !name.endsWith(".css"))).toEqual([]);
        await radio(page, "Total").check();
        await expect(subtitle(page)).toHaveText(/^Total.*yuan/);
        await page.getByRole("button", { name: "Next stories" }).click();
        await expect(page.getByRole("button", { name: "Previous stories" })).toHaveAttribute("aria-disabled", "false");
        expect(found).toEqual([]);
      });

      test("has buttons that know where its row of stories is now", async ({ page }) => {
        await openPage(page, MARKUP);
        await expectEvents(page, { ready: 1 });
        const previous = page.getByRole("button", { name: "Previous stories" });
        await page.getByRole("button", { name: "Next stories" }).click();
        await expect(previous).toHaveAttribute("aria-disabled", "false");
        await atRest(page);
        await page.evaluate(move);
        await atRest(page);
        // Browsers begin anew where they do not keep the place.
        const isAtStart = await page.locator(".viewport").evaluate((viewport) => viewport.scrollLeft < 1);
        await expect(previous).toHaveAttribute("aria-disabled", `${isAtStart}`);
        await page.getByRole("button", { name: isAtStart ? "Next stories" : "Previous stories" }).click();
        await expect(previous).toHaveAttribute("aria-disabled", `${!isAtStart}`);
      });

      test("while it loads shows its article once, and loads it once", async ({ page }) => {
        const found = complaints(page);
        const held = await hold(page, DOCUMENT);
        const names = requests(page);
        await openPage(page, MARKUP);
        await held.asked;
        await page.evaluate(move);
        await settle(page);
        held.release();
        await expectEvents(page, { ready: 1 });
        await expect(headline(page)).toHaveCount(1);
        expect(times(names, DOCUMENT.split("/").at(-1))).toBe(1);
        expect(found).toEqual([]);
      });

      test("before it is alive stays readable, and comes alive", async ({ page }) => {
        const found = complaints(page);
        await record(page);
        await page.goto("/index.html");
        await page.evaluate(() => document.querySelector("footer").insertAdjacentHTML("afterend", `<section id="elsewhere"></section>`));
        await page.evaluate(move);
        await settle(page);
        await expect(headline(page)).toBeVisible();
        await touch(page);
        await expectEvents(page, { ready: 1 });
        await radio(page, "Per year").check();
        await expect(subtitle(page)).toHaveText(/^Commitment per year/);
        expect(found).toEqual([]);
      });
    });
  }

  test("with moveBefore keeps the focus", async ({ page }) => {
    test.skip(!(await page.evaluate(() => "moveBefore" in Element.prototype)), "this browser has no moveBefore");
    await openPage(page, MARKUP);
    await expectEvents(page, { ready: 1 });
    const next = page.getByRole("button", { name: "Next stories" });
    await next.click();
    await page.evaluate(MOVES["with moveBefore"]);
    expect(await hasFocus(next)).toBe(true);
  });

  for (const [when, prepare] of Object.entries({
    "once it is alive": async (page) => {
      await expectEvents(page, { ready: 1 });
      await choose(page, "Yuan");
      await expect(subtitle(page)).toHaveText(/yuan/i);
    },
    "while it loads": async () => {},
  })) {
    test(`into the document of a frame shows its article there, ${when}`, async ({ page }) => {
      const found = complaints(page);
      const held = await hold(page, DOCUMENT);
      await openPage(page, `${embed()}<iframe title="A frame" width="800" height="600"></iframe>`);
      await held.asked;
      if (when === "once it is alive") held.release();
      await prepare(page);
      await page.evaluate(() => {
        const inner = document.querySelector("iframe").contentDocument;
        // The record is of events that bubble up to the page's own document.
        for (const name of ["ready", "error"]) {
          inner.addEventListener(`article-widget-${name}`, ({ detail }) => window.recorded[name].push({ detail }));
        }
        inner.body.append(document.querySelector("article-widget"));
      });
      held.release();
      await expectEvents(page, { ready: 1 });
      const frame = page.frameLocator("iframe");
      await expect(frame.getByRole("heading", { level: 1 })).toBeVisible();
      if (when === "once it is alive") await expect(radio(frame, "Yuan")).toBeChecked();
      await radio(frame, "Per year").check();
      await expect(subtitle(frame)).toHaveText(/^Commitment per year/);
      await frame.getByRole("button", { name: "Next stories" }).click();
      await expect(frame.getByRole("button", { name: "Previous stories" })).toHaveAttribute("aria-disabled", "false");
      expect(found).toEqual([]);

      // And back.
      await page.evaluate(() => {
        document.querySelector("main").append(document.querySelector("iframe").contentDocument.querySelector("article-widget"));
      });
      await settle(page);
      await expect(radio(page, "Per year")).toBeChecked();
      await radio(page, "Total").check();
      await expect(subtitle(page)).toHaveText(/^Total/);
    });
  }
});

test.describe("A chart tells the page", () => {
  const wishes = (page) => page.evaluate(() => window.wishes);
  const listen = (page) =>
    page.addInitScript(() => {
      window.wishes = [];
      document.addEventListener("article-widget-chart", ({ target, bubbles, composed, cancelable, detail }) => {
        window.wishes.push({ target: target.id, bubbles, composed, cancelable, ...detail });
      });
    });
  const wish = (choice, value) => ({
    target: "one",
    bubbles: true,
    composed: true,
    cancelable: false,
    chart: "ai-spending",
    choice,
    value,
  });

  test("what the reader does to it, in the order of doing, and nothing that the page does", async ({ page }) => {
    await listen(page);
    await answer(page, other, { path: OTHER });
    await openPage(page, element(`id="one" src="${DOCUMENT}"`) + MODULE);
    await expectEvents(page, { ready: 1 });
    expect(await wishes(page)).toEqual([]);
    const told = [];
    for (const [name, ...choice] of [
      ["Per year", "basis", "per-year"],
      ["Yuan", "currency", "CNY"],
      ["Name, Z to A", "sort", "name-reversed"],
      ["Total", "basis", "total"],
      ["US dollars", "currency", "USD"],
      ["Largest first", "sort", "amount"],
    ]) {
      await (choice[0] === "sort" ? sortBy(page, name) : choose(page, name));
      told.push(wish(...choice));
      await expect.poll(() => wishes(page)).toEqual(told);
    }
    await widget(page).evaluate((widget, src) => (widget.src = src), OTHER);
    await expectEvents(page, { ready: 2 });
    expect(await wishes(page)).toEqual(told);
    // From the new article it is told, too, and once.
    await radio(page, "Per year").check();
    await expect.poll(() => wishes(page)).toEqual([...told, wish("basis", "per-year")]);
  });

  test("what came too early, once it is done", async ({ page }) => {
    await listen(page);
    await record(page);
    await page.goto("/index.html");
    await radio(page, "Per year").click();
    await expectEvents(page, { ready: 1 });
    expect((await wishes(page)).map(({ choice, value }) => [choice, value])).toEqual([["basis", "per-year"]]);
  });

  test("after it shows it, so that a listener may use the chart itself", async ({ page }) => {
    const found = complaints(page);
    await openPage(page, element(`src="${DOCUMENT}"`) + MODULE);
    await expectEvents(page, { ready: 1 });
    await openPanel(page);
    await widget(page).evaluate((widget) => {
      window.shown = [];
      widget.addEventListener("article-widget-chart", ({ detail }) => {
        const root = widget.shadowRoot;
        window.shown.push(`${detail.value}: ${root.querySelector(".chart-subtitle").textContent}`);
        if (detail.value === "per-year") root.querySelector("[value=CNY]").click();
      });
    });
    await radio(page, "Per year").check();
    await expect(subtitle(page)).toHaveText(/^Commitment per year.*yuan/);
    expect(await page.evaluate(() => window.shown)).toEqual([
      "per-year: Commitment per year, in US dollars",
      "CNY: Commitment per year, in yuan",
    ]);
    expect(found).toEqual([]);
  });
});

test.describe("An address that leads to a state of a chart", () => {
  const FRAGMENT = "#article-widget=ai-spending&basis=per-year";

  /** Opens the demonstration as a page has it that wants such links, or does not. */
  async function open(page, fragment, attributes) {
    await record(page);
    await page.route("**/index.html", async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace("<article-widget ", `<article-widget ${attributes} `);
      await route.fulfill({ response, body });
    });
    await page.goto(`/index.html${fragment}`);
    await settle(page);
  }

  // As it is, and as programs of mail make it.
  for (const fragment of [
    FRAGMENT,
    FRAGMENT.replaceAll("=", "%3D"),
    FRAGMENT.replaceAll("=", "%253d").replaceAll("&", "%2526"),
    FRAGMENT.replaceAll("=", "=3D").replaceAll("&", "&amp;"),
    FRAGMENT.replace("#", "#%23"),
    `${FRAGMENT}%29.`,
  ]) {
    test(`brings the article alive at once where the page wants it: ${fragment}`, async ({ page }) => {
      await open(page, fragment, "linkable");
      await expectEvents(page, { ready: 1 });
      expect(await widget(page).evaluate((widget) => widget.linkable)).toBe(true);
      await expect(subtitle(page)).toContainText("per year");
    });
  }

  for (const [what, ...given] of [
    ["no such address", "#elsewhere", "linkable"],
    ["an address that is much like it", "#article-widget-notes", "linkable"],
    ["no fragment", "", "linkable"],
    ["a page that does not want it", FRAGMENT, ""],
  ]) {
    test(`does not with ${what}`, async ({ page }) => {
      const names = requests(page);
      await open(page, ...given);
      await page.waitForLoadState("networkidle");
      await expectEvents(page, {});
      expect(times(names, WASM)).toBe(0);
    });
  }

  test("is asked for by an attribute that is there or not, whatever it says", async ({ page }) => {
    await openPage(page, element(`src="${DOCUMENT}" linkable="false"`) + MODULE);
    await expectEvents(page, { ready: 1 });
    const values = await widget(page).evaluate((widget) => {
      const values = [widget.linkable];
      for (const value of [false, true, null, "yes", undefined]) {
        widget.linkable = value;
        values.push(widget.linkable, widget.hasAttribute("linkable"));
      }
      return values;
    });
    expect(values).toEqual([true, false, false, true, true, false, false, true, true, false, false]);
  });
});

test.describe("The styles for what only an article that is alive shows", () => {
  const LIVE = "article-widget.live.css";
  const links = (page) =>
    widget(page).evaluateAll((widgets) =>
      widgets.map((widget) => [...widget.shadowRoot.querySelectorAll("link")].map(({ href }) => href.split("/").at(-1))),
    );

  test("come once to each tree, before the root, and stay through another article and a move", async ({ page }) => {
    const names = requests(page);
    await answer(page, other, { path: OTHER });
    await openPage(page, `${element()}${element(`src="${OTHER}" loading="eager"`)}${MODULE}`);
    await expectEvents(page, { ready: 2 });
    const both = ["article-widget.css", LIVE];
    expect(await links(page)).toEqual([both, both]);
    // Once for each tree, unless the browser has the first answer by then.
    expect(times(names, LIVE)).toBeLessThanOrEqual(2);
    await widget(page).first().evaluate((widget, src) => (widget.src = src), OTHER);
    await expectEvents(page, { ready: 3 });
    await widget(page).first().evaluate((widget) => widget.parentNode.append(widget));
    await settle(page);
    expect(await links(page)).toEqual([both, both]);
    const last = await widget(page).first().evaluate((widget) => widget.shadowRoot.lastChild.part.value);
    expect(last).toBe("root");
    await radio(page.locator("article-widget").first(), "Per year").hover();
    const label = page.locator("article-widget").first().locator(".choice-label", { hasText: "Per year" });
    await expect(label).not.toHaveCSS("background-color", "rgba(0, 0, 0, 0)");
  });

  test("are not waited for", async ({ page }) => {
    const held = await hold(page, LIVE);
    await openPage(page, element() + MODULE);
    await held.asked;
    await expectEvents(page, { ready: 1 });
    await radio(page, "Per year").check();
    await expect(subtitle(page)).toHaveText(/^Commitment per year/);
    held.release();
  });

  test("may be missing", async ({ page }) => {
    await page.route(`**/${LIVE}`, (route) => route.fulfill({ status: 404 }));
    await openPage(page, element() + MODULE);
    await expectEvents(page, { ready: 1 });
    await radio(page, "Per year").check();
    await expect(subtitle(page)).toHaveText(/^Commitment per year/);
  });
});

test("The module may be loaded twice, even from two addresses", async ({ page }) => {
  const found = complaints(page);
  await openPage(page, `${embed()}${MODULE}<script type="module" src="embed.js?again"></script>`);
  await expectEvents(page, { ready: 1 });
  await expect(headline(page)).toHaveCount(1);
  expect(found).toEqual([]);
});

test("The attribute “hidden” hides the widget, and taking it away shows it", async ({ page }) => {
  await openPage(page, embed(DOCUMENT, 'hidden loading="eager"'));
  await expectEvents(page, { ready: 1 });
  await expect(widget(page)).toBeHidden();
  await expect(headline(page)).toBeHidden();
  await widget(page).evaluate((widget) => (widget.hidden = false));
  await expect(headline(page)).toBeVisible();
  await page.getByRole("button", { name: "Next stories" }).click();
  await expect(page.getByRole("button", { name: "Previous stories" })).toHaveAttribute("aria-disabled", "false");
  await widget(page).evaluate((widget) => (widget.hidden = true));
  await expect(headline(page)).toBeHidden();
});

test("A hidden widget loads its article when it is shown", async ({ page }) => {
  const names = requests(page);
  await openPage(page, embed(DOCUMENT, "hidden"));
  await settle(page);
  await expectEvents(page, {});
  expect(times(names, WASM)).toBe(0);
  await widget(page).evaluate((widget) => (widget.hidden = false));
  await expectEvents(page, { ready: 1 });
  await expect(headline(page)).toBeVisible();
});

for (const file of [WASM, DOCUMENT]) {
  test(`While ${file} is on its way the reader is told so`, async ({ page }) => {
    const held = await hold(page, file);
    await openPage(page, `<article-widget src="${DOCUMENT}"></article-widget>${MODULE}`);
    await held.asked;
    await expect(page.getByRole("status")).toHaveText("Loading the article …");
    held.release();
    await expectEvents(page, { ready: 1 });
    await expect(page.getByRole("status").filter({ hasText: "Loading" })).toHaveCount(0);
  });

  test(`While ${file} is on its way, what the publisher put inside stands there`, async ({ page }) => {
    const held = await hold(page, file);
    await openPage(page, embed());
    await held.asked;
    await expect(page.locator("#fallback")).toBeVisible();
    await expect(page.getByRole("status")).toHaveCount(0);
    held.release();
    await expectEvents(page, { ready: 1 });
    await expect(page.locator("#fallback")).toBeHidden();
  });
}

test("A style sheet that never comes does not keep the article away", async ({ page }) => {
  const styles = await hold(page, "article-widget.css");
  await openPage(page, embed());
  await styles.asked;
  await expectEvents(page, { ready: 1 });
  await expect(headline(page)).toBeVisible();
  styles.release();
});

test("A page that makes the element invisible makes the article invisible", async ({ page }) => {
  await openPage(page, embed(), "<style>article-widget { visibility: hidden }</style>");
  await expectEvents(page, { ready: 1 });
  await expect(headline(page)).toBeHidden();
});

test("A page restyles the widget with custom properties on the element", async ({ page }) => {
  await openPage(page, embed(), "<style>article-widget { --article-widget-accent: rgb(1, 2, 3) }</style>");
  await expectEvents(page, { ready: 1 });
  await expect(page.locator(".kicker")).toHaveCSS("color", "rgb(1, 2, 3)");
});

test.describe("define.js", () => {
  test("defines nothing by itself, and the element under its own name when it is asked", async ({ page }) => {
    await openPage(page, element() + element("").replaceAll("article-widget", "second-widget"));
    const names = ["article-widget", "second-widget"];
    const defined = () => page.evaluate((names) => names.map((name) => Boolean(customElements.get(name))), names);
    await page.evaluate(() => import("/define.js"));
    expect(await defined()).toEqual([false, false]);
    await page.evaluate(async () => (await import("/define.js")).define());
    expect(await defined()).toEqual([true, false]);
    await expectEvents(page, { ready: 1 });
    // A second time is no harm.
    await page.evaluate(async () => (await import("/define.js")).define());
    await expectEvents(page, { ready: 1 });
  });

  test("defines it under several names, which all work", async ({ page }) => {
    const found = complaints(page);
    const names = requests(page);
    const second = element(`src="${OTHER}" loading="eager"`).replaceAll("article-widget", "second-widget");
    await answer(page, other, { path: OTHER });
    await openPage(page, element() + second);
    const facts = await page.evaluate(async () => {
      const { ArticleWidgetElement, define } = await import("/define.js");
      define();
      define("second-widget");
      const elements = ["article-widget", "second-widget"].map((name) => document.querySelector(name));
      return elements.map((element) => element instanceof ArticleWidgetElement);
    });
    expect(facts).toEqual([true, true]);
    const { ready } = await expectEvents(page, { ready: 2 });
    expect(ready.map(({ target }) => target).sort()).toEqual(["article-widget", "second-widget"]);
    await expect(page.locator("second-widget h1")).toHaveText("Another headline");
    await radio(page.locator("second-widget"), "Per year").check();
    await expect(subtitle(page.locator("second-widget"))).toHaveText(/^Commitment per year/);
    await expect(subtitle(page.locator("article-widget"))).toHaveText(/^Commitment in total/);
    expect(times(names, WASM)).toBe(1);
    expect(found).toEqual([]);
  });

  test("leaves a name alone that something else has", async ({ page }) => {
    await openPage(page, element());
    const name = await page.evaluate(async () => {
      class Stranger extends HTMLElement {}
      customElements.define("article-widget", Stranger);
      (await import("/define.js")).define();
      return document.querySelector("article-widget").constructor.name;
    });
    expect(name).toBe("Stranger");
  });

  test("works beside embed.js", async ({ page }) => {
    const found = complaints(page);
    await openPage(page, embed() + element(`src="${DOCUMENT}" loading="eager"`).replaceAll("article-widget", "second-widget"));
    await expectEvents(page, { ready: 1 });
    await page.evaluate(async () => (await import("/define.js")).define("second-widget"));
    await expectEvents(page, { ready: 2 });
    await radio(page.locator("second-widget"), "Per year").check();
    await expect(subtitle(page.locator("second-widget"))).toHaveText(/^Commitment per year/);
    await expect(subtitle(page.locator("article-widget"))).toHaveText(/^Commitment in total/);
    await choose(page.locator("article-widget"), "Yuan");
    await expect(subtitle(page.locator("article-widget"))).toHaveText(/yuan/i);
    expect(found).toEqual([]);
  });

  test("speaks of the element by the name that it has", async ({ page }) => {
    const found = complaints(page);
    await openPage(page, element("").replaceAll("article-widget", "second-widget"));
    await page.evaluate(async () => (await import("/define.js")).define("second-widget"));
    const { error } = await expectEvents(page, { error: 1 });
    expect(found).toEqual([`error: <second-widget> ${error[0].detail.message}`]);
  });
});

test("Two copies in two folders work side by side under two names", async ({ page }) => {
  const found = complaints(page);
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  for (const folder of ["a", "b"]) {
    await page.route(`**/${folder}/*`, (route) => route.continue({ url: route.request().url().replace(`/${folder}/`, "/") }));
  }
  const name = { a: "first-widget", b: "second-widget" };
  const [a, b] = [page.locator(name.a), page.locator(name.b)];
  await openPage(page, Object.values(name).map((name) => `<${name} src="${DOCUMENT}" loading="eager"></${name}>`).join(""));
  await page.evaluate(async (name) => {
    for (const [folder, tag] of Object.entries(name)) (await import(`/${folder}/define.js`)).define(tag);
  }, name);
  await expectEvents(page, { ready: 2 });
  for (const folder of ["a", "b"]) {
    for (const file of ["define.js", "article-widget.js", WASM, "article-widget.css"]) {
      expect(times(asked, `/${folder}/${file}`), `/${folder}/${file}`).toBe(1);
    }
  }
  // Neither takes the other's clicks for its own, in whatever order they come.
  await radio(a, "Per year").check();
  await expect(subtitle(a)).toHaveText(/^Commitment per year.*dollars/);
  await expect(subtitle(b)).toHaveText(/^Commitment in total.*dollars/);
  await choose(b, "Yuan");
  await expect(subtitle(b)).toHaveText(/^Commitment in total.*yuan/);
  await expect(subtitle(a)).toHaveText(/^Commitment per year.*dollars/);
  for (const [one, two] of [[a, b], [b, a]]) {
    await one.getByRole("button", { name: "Next stories" }).click();
    await expect(one.getByRole("button", { name: "Previous stories" })).toHaveAttribute("aria-disabled", "false");
    await one.evaluate((widget) => widget.parentNode.append(widget));
    await choose(two, "Ratio");
    await expect(subtitle(two)).toHaveText(/multiple/);
  }
  await a.evaluate((widget) => widget.remove());
  await settle(page);
  await radio(b, "Per year").check();
  await expect(subtitle(b)).toHaveText(/^Commitment per year/);
  expect(found).toEqual([]);
});

test.describe("A link", () => {
  const HREF = "articles/related.html#hermes";
  const link = (page) => page.locator(".teaser-link").first();

  /** Notes where readers want to go, and keeps them here if `isKept`. */
  async function listen(page, isKept) {
    await page.evaluate((isKept) => {
      window.wishes = [];
      document.addEventListener("article-widget-navigate", (event) => {
        const { target, bubbles, composed, cancelable, detail } = event;
        window.wishes.push({ target: target.localName, bubbles, composed, cancelable, detail });
        if (isKept) event.preventDefault();
      });
    }, isKept);
  }

  const wishes = (page) => page.evaluate(() => window.wishes);

  test("leads to its place where the page does not mind", async ({ page }) => {
    await openDemo(page);
    await listen(page, false);
    await link(page).click();
    await page.waitForURL(`**/${HREF}`);
  });

  for (const state of ["alive", "not alive yet"]) {
    test.describe(`in an article that is ${state}`, () => {
      test.beforeEach(async ({ page }) => {
        if (state === "alive") await openDemo(page);
        else {
          // It never will be: its WebAssembly does not come.
          await hold(page, WASM);
          await record(page);
          await page.goto("/index.html");
        }
        await listen(page, true);
      });

      test("is left to the page where that wants it, once for a click", async ({ page, baseURL }) => {
        await link(page).click();
        const detail = { href: `${baseURL}/${HREF}` };
        const wish = { target: "article-widget", bubbles: true, composed: true, cancelable: true, detail };
        expect(await wishes(page)).toEqual([wish]);
        // The whole card is the link.
        await page.locator(".teaser-summary").first().click({ force: true });
        expect(await wishes(page)).toEqual([wish, wish]);
        await link(page).focus();
        await page.keyboard.press("Enter");
        expect(await wishes(page)).toEqual([wish, wish, wish]);
        await settle(page);
        expect(new URL(page.url()).pathname).toBe("/index.html");
      });

      for (const [how, options] of Object.entries({
        "with the middle button": { button: "middle" },
        "with Control": { modifiers: ["Control"] },
        "with Shift": { modifiers: ["Shift"] },
      })) {
        test(`is the browser's own when it is clicked ${how}`, async ({ page, context }) => {
          const opened = context.waitForEvent("page");
          await link(page).click(options);
          expect((await opened).url()).toBeDefined();
          expect(await wishes(page)).toEqual([]);
          expect(new URL(page.url()).pathname).toBe("/index.html");
        });
      }
    });
  }

  test("that the page has dealt with already is told to nobody", async ({ page }) => {
    await openDemo(page);
    await listen(page, false);
    await widget(page).evaluate((widget) => widget.shadowRoot.addEventListener("click", (event) => event.preventDefault()));
    await link(page).click();
    expect(await wishes(page)).toEqual([]);
  });

  test("in the publisher's own words is no link of the article", async ({ page }) => {
    await openPage(page, element("", `<a id="own" href="#own">Read it here</a>`) + MODULE);
    await expectEvents(page, { error: 1 });
    await listen(page, true);
    await page.locator("#own").click();
    await page.waitForURL("**/own.html#own");
    expect(await wishes(page)).toEqual([]);
  });

  test("in the text leads where the document says", async ({ page }) => {
    const document = changed((document) => document.body.unshift({ paragraph: [{ link: { href: "https://example.org/a?b=c", text: "A link" } }] }));
    await answer(page, document);
    await openPage(page, embed());
    await expectEvents(page, { ready: 1 });
    await listen(page, true);
    await page.getByRole("link", { name: "A link", exact: true }).click();
    expect((await wishes(page)).map(({ detail }) => detail)).toEqual([{ href: "https://example.org/a?b=c" }]);
  });
});
