// Articles in German, Arabic and Japanese: what comes alive is what was prerendered, the interface speaks the language
// of the article, and its texts come in one small file beside the WebAssembly.

import { expect, test } from "@playwright/test";
import { arrived, centre, figure, pointAt, subtitle } from "./chart.mjs";
import { LANGUAGES, documentIn, englishSaid, messagesOf, said, touch, violations, widget } from "./languages.mjs";
import { complaints, embed, expectEvents, hold, hurry, openDemo, openPage, record, requests, settle } from "./support.mjs";

const WASM = "article-widget_bg.wasm";
// Which dots a carousel has follows from its width: they come with the script, where nothing else is.
const WITHOUT_DOTS = { fullPage: true, style: ".dots { visibility: hidden; }", caret: "initial" };

/** Brings the article of a page alive without a touch. */
async function bringAlive(page) {
  await widget(page).evaluate((widget) => (widget.loading = "eager"));
  await expectEvents(page, { ready: 1 });
}

/** Lets a page note how far its content is moved. */
const noteShifts = (page) =>
  page.addInitScript(() => {
    window.shifts = [];
    new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ value }) => value))).observe({ type: "layout-shift", buffered: true });
  });

/** Two lines with a document of the demonstration, alive. */
async function openTwoLines(page, language, attributes = "") {
  await openPage(page, embed(documentIn(language), `loading="eager" ${attributes}`), '<meta name="viewport" content="width=device-width">');
  await expectEvents(page, { ready: 1 });
}

for (const [language, direction] of Object.entries(LANGUAGES)) {
  const messages = messagesOf(language);
  const file = `${language}.json`;

  test.describe(`An article in ${language} that came with the page`, () => {
    for (const width of [320, 1280]) {
      test(`comes alive without a change, ${width} px wide`, async ({ page }) => {
        const found = complaints(page);
        await record(page);
        await page.setViewportSize({ width, height: 900 });
        await page.goto(`/articles/${language}.html`);
        const text = () => widget(page).evaluate(({ shadowRoot }) => shadowRoot.querySelector(".article-widget").innerText);
        const [words, picture] = [await text(), await page.screenshot(WITHOUT_DOTS)];
        expect(words).toContain(messages.article.takeaways);
        await bringAlive(page);
        expect((await page.screenshot(WITHOUT_DOTS)).equals(picture)).toBe(true);
        expect(await text()).toBe(words);
        expect(found).toEqual([]);
        await expect(page.locator("[data-alive]")).toHaveCount(2);
      });

      test(`moves nothing when it comes alive, ${width} px wide`, async ({ page }) => {
        await record(page);
        await noteShifts(page);
        await page.setViewportSize({ width, height: 900 });
        await page.goto(`/articles/${language}.html`);
        // The chart and the row are in view, one after the other.
        for (const part of [".chart-title", ".carousel"]) {
          await page.locator(part).evaluate((part) => part.scrollIntoView({ behavior: "instant" }));
          await settle(page);
        }
        await bringAlive(page);
        await settle(page);
        expect(await page.evaluate(() => window.shifts)).toEqual([]);
      });
    }

    test("asks for one file of texts, before the WebAssembly has come", async ({ page }) => {
      const names = requests(page);
      const wasm = await hold(page, WASM);
      await record(page);
      await page.goto(`/articles/${language}.html`);
      expect(names.filter((name) => name === file || name === "languages.js")).toEqual([]);
      const asked = page.waitForRequest(`**/messages/${file}?*`);
      await touch(page);
      await Promise.all([asked, wasm.asked]);
      await expectEvents(page, {});
      wasm.release();
      await expectEvents(page, { ready: 1 });
      expect(names.filter((name) => /^(languages\.js|\w+(-\w+)*\.json)$/.test(name) && !name.startsWith("alibaba")).sort()).toEqual([file, "languages.js"].sort());
    });

    test("stays as it is where the texts do not come, and is alive at the next touch after that", async ({ page }) => {
      await hurry(page);
      await record(page);
      let lose;
      const lost = new Promise((resolve) => (lose = resolve));
      await page.route(`**/messages/${file}*`, async (route) => {
        await lost;
        await route.abort();
      });
      await page.goto(`/articles/${language}.html`);
      const before = await said(page);
      await touch(page);
      // Not between the press of the button and its release, which would be two touches.
      lose();
      const { error } = await expectEvents(page, { error: 1 });
      expect(error[0].detail.code).toBe("engine");
      expect(await said(page)).toEqual(before);
      await page.unroute(`**/messages/${file}*`);
      await touch(page);
      await expectEvents(page, { ready: 1, error: 1 });
      await page.getByRole("radio", { name: messages.controls.per_year, exact: true }).check();
      await expect(subtitle(page)).toContainText(messages.chart.yearly_sums);
    });

    test("is accessible before and after", async ({ page }) => {
      await record(page);
      await page.goto(`/articles/${language}.html`);
      expect(await violations(page)).toEqual([]);
      await touch(page);
      await expectEvents(page, { ready: 1 });
      expect(await violations(page)).toEqual([]);
    });
  });

  test.describe(`Two lines with an article in ${language}`, () => {
    test("speak the language in every state", async ({ page }) => {
      const found = complaints(page);
      // Not all stories fit.
      await page.setViewportSize({ width: 700, height: 900 });
      await openTwoLines(page, language);
      await expect(widget(page).locator(".article-widget")).toHaveAttribute("lang", language);
      await expect(widget(page).locator(".article-widget")).toHaveCSS("direction", direction);
      const { controls, stories, exports } = messages;
      const radio = (name) => page.getByRole("radio", { name, exact: true });
      for (const name of [controls.total, controls.per_year, controls.both]) await expect(radio(name)).toBeVisible();
      for (const name of [exports.csv, exports.image, exports.print]) await expect(page.getByRole("button", { name, exact: true })).toBeVisible();
      await expect(page.getByRole("button", { name: stories.next })).toBeVisible();
      await expect(page.getByRole("button", { name: stories.previous })).toBeVisible();
      expect(await englishSaid(page, language)).toEqual([]);

      await page.getByRole("button", { name: controls.explore }).click();
      for (const name of [controls.timeline, controls.ratio, controls.bars]) {
        await radio(name).check();
        await arrived(page);
        expect(await englishSaid(page, language), name).toEqual([]);
      }
      const options = await page.getByLabel(controls.sort_by).locator("option").allTextContents();
      expect(options).toEqual(expect.arrayContaining([messages.orders.amount, messages.orders.name]));
      await page.getByRole("button", { name: exports.image, exact: true }).click();
      await page.locator(".chart-data summary").click();
      await radio(controls.total).check();
      await centre(page.locator(".row").first());
      await pointAt(page, page.locator(".row").first());
      await expect(page.locator(".reading")).toBeVisible();
      await page.getByRole("button", { name: stories.next }).click();
      await settle(page);
      expect(await englishSaid(page, language)).toEqual([]);
      expect(found).toEqual([]);
    });

    test("speak English where the texts do not come", async ({ page }) => {
      await page.route(`**/messages/${file}*`, (route) => route.abort());
      await openTwoLines(page, language);
      await page.getByRole("radio", { name: "Per year", exact: true }).check();
      await expect(subtitle(page)).toHaveText(/^Commitment per year/);
      expect((await englishSaid(page, language)).length).toBeGreaterThan(10);
    });

    test("are accessible with all panels open", async ({ page }) => {
      await openPage(page, `<h1>A page</h1>${embed(documentIn(language), 'loading="eager"')}`);
      await expectEvents(page, { ready: 1 });
      await page.getByRole("button", { name: messages.controls.explore }).click();
      await page.locator(".chart-data summary").click();
      await expect(page.getByRole("table")).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });
  });
}

test("An English article asks for no texts", async ({ page }) => {
  const addresses = [];
  page.on("request", (request) => addresses.push(new URL(request.url()).pathname));
  await openDemo(page);
  await expect(figure(page)).toBeVisible();
  expect(addresses).toContain(`/${WASM}`);
  expect(addresses.filter((address) => /languages\.js|\/messages\//.test(address))).toEqual([]);
});

test.describe("A publisher's file of messages takes the place", () => {
  const serve = (page, messages) => page.route("**/own.json", (route) => route.fulfill({ json: messages }));

  test("of English words", async ({ page }) => {
    await serve(page, { stories: { read_more: "Read on" }, controls: { total: "All in all" } });
    await openPage(page, embed(undefined, 'loading="eager" messages="own.json"'));
    await expectEvents(page, { ready: 1 });
    await expect(page.locator(".teaser-link").first()).toContainText("Read on");
    await expect(page.getByRole("radio", { name: "All in all", exact: true })).toBeVisible();
    await expect(page.getByRole("radio", { name: "Per year", exact: true })).toBeVisible();
  });

  test("of German words and forms of numbers", async ({ page }) => {
    await serve(page, { stories: { read_more: "Mehr dazu" }, numbers: { long: "6:# Mio.;9:# Mrd.;12:# Bio." } });
    await openTwoLines(page, "de", 'messages="own.json"');
    await expect(page.locator(".teaser-link").first()).toContainText("Mehr dazu");
    await expect(page.getByRole("heading", { level: 1 })).toContainText("mehr als 380 Mrd. Yuan");
    await expect(page.getByRole("radio", { name: "Pro Jahr", exact: true })).toBeVisible();
  });
});
