// The element as pages and their scripts use it: more than one, changed, moved, taken out, put
// back, and made before the module is there.

import { expect, test } from "@playwright/test";
import { DOCUMENT, MODULE, answer, changed, complaints, embed, expectEvents, hold, openPage, settle } from "./support.mjs";

const OTHER = "articles/other.json";
const other = changed((document) => (document.headline = "Another headline"));

const widget = (page) => page.locator("article-widget");
const headline = (page) => page.getByRole("heading", { level: 1 });
const subtitle = (scope) => scope.locator(".chart-subtitle");

test.describe("Two widgets on one page", () => {
  const markup = `
    <article-widget id="one" src="${DOCUMENT}"></article-widget>
    <article-widget id="two" src="${OTHER}"></article-widget>
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
    await expect(subtitle(two)).toHaveText(/per year/i);
    await expect(subtitle(one)).toHaveText(/total/i);
    await expect(one.getByRole("radio", { name: "Total" })).toBeChecked();
    await one.getByRole("button", { name: "Next story" }).click();
    await expect(one.getByRole("button", { name: "Previous story" })).toHaveAttribute("aria-disabled", "false");
    await expect(two.getByRole("button", { name: "Previous story" })).toHaveAttribute("aria-disabled", "true");
    await one.evaluate((one) => one.remove());
    await two.getByRole("radio", { name: "Yuan" }).check();
    await expect(subtitle(two)).toHaveText(/per year.*yuan/i);
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
    await page.locator("summary").click();
    await widget(page).evaluate((widget, src) => (widget.src = src), OTHER);
    await expectEvents(page, { ready: 2 });
    await expect(page.getByRole("radio", { name: "Total" })).toBeChecked();
    await expect(subtitle(page)).toHaveText(/total/i);
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
    await expect(subtitle(page)).toHaveText(/per year/i);
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

  test("after a failure to start can come back once the server is well again", async ({ page }) => {
    await page.route("**/article-widget_bg.wasm", (route) => route.fulfill({ status: 404 }), { times: 1 });
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

test("An element that is moved keeps what the reader has chosen, and loads nothing anew", async ({ page }) => {
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await openPage(page, `${embed()}<section id="elsewhere"></section>`);
  await expectEvents(page, { ready: 1 });
  await page.getByRole("radio", { name: "Per year" }).check();
  await page.getByRole("radio", { name: "Yuan" }).check();
  await expect(subtitle(page)).toHaveText(/per year.*yuan/i);
  const drawn = () => page.locator(".plot").evaluate((plot) => plot.outerHTML);
  const before = await drawn();

  await page.evaluate(() => document.querySelector("#elsewhere").append(document.querySelector("article-widget")));
  await settle(page);
  await expect(page.locator("#elsewhere article-widget h1")).toBeVisible();
  await expect(page.getByRole("radio", { name: "Per year" })).toBeChecked();
  await expect(page.getByRole("radio", { name: "Yuan" })).toBeChecked();
  expect(await drawn()).toBe(before);
  await expectEvents(page, { ready: 1 });
  expect(asked.filter((url) => url.endsWith(DOCUMENT))).toHaveLength(1);

  await page.getByRole("radio", { name: "Total" }).check();
  await expect(subtitle(page)).toHaveText(/total.*yuan/i);
});

test("The module may be loaded twice, even from two addresses", async ({ page }) => {
  const found = complaints(page);
  await openPage(page, `${embed()}${MODULE}<script type="module" src="embed.js?again"></script>`);
  await expectEvents(page, { ready: 1 });
  await expect(headline(page)).toHaveCount(1);
  expect(found).toEqual([]);
});

test("The attribute “hidden” hides the widget, and taking it away shows it", async ({ page }) => {
  await openPage(page, embed(DOCUMENT, "hidden"));
  await expectEvents(page, { ready: 1 });
  await expect(widget(page)).toBeHidden();
  await expect(headline(page)).toBeHidden();
  await widget(page).evaluate((widget) => (widget.hidden = false));
  await expect(headline(page)).toBeVisible();
  await page.getByRole("button", { name: "Next story" }).click();
  await expect(page.getByRole("button", { name: "Previous story" })).toHaveAttribute("aria-disabled", "false");
  await widget(page).evaluate((widget) => (widget.hidden = true));
  await expect(headline(page)).toBeHidden();
});

for (const file of ["article-widget_bg.wasm", DOCUMENT]) {
  test(`While ${file} is on its way the reader is told so`, async ({ page }) => {
    const held = await hold(page, file);
    await openPage(page, `<article-widget src="${DOCUMENT}"></article-widget>${MODULE}`);
    await held.asked;
    await expect(page.getByRole("status")).toHaveText("Loading the article …");
    held.release();
    await expectEvents(page, { ready: 1 });
    await expect(page.getByRole("status")).toHaveCount(0);
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
