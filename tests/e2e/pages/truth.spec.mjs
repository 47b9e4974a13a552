// Controls that tell the truth: until its chart can answer, a control is not shown or cannot be used, or what is done to
// it is kept and carried out; and whatever choice a control shows, the words and the bars show the same.

import { expect } from "@playwright/test";
import { answer, changed, events, expectEvents, failOnce, hold, hurry, record, settle, test } from "./support.mjs";
import { documentOf, many } from "./chart.mjs";
import { prerender, servePage } from "./prerendered.mjs";

/** The demonstration with whole sums alone. */
const totals = () => changed((document) => (document.charts[0].basis = "total"));

const FORMS = { shadow: [], light: ["--light"] };
const CONTROLS = "[data-island] :is(input, select, button)";
const PER_YEAR = "input[value=per-year]";
const RATES = [{ base: "USD", quote: "CNY", rate: "7.25", date: "2025-02-24", source: "a bank" }];
const WASM = "article-widget_bg.wasm";

/** Waits until what the radio buttons say and what the chart says are the same, and it stays so. */
async function expectTruth(page, { basis, currency = "USD" }) {
  const found = () =>
    page.locator(".chart").evaluate((chart) => {
      const words = chart.querySelector(".chart-subtitle").textContent;
      const label = chart.querySelector(".row .label").textContent;
      const checked = [...chart.querySelectorAll("input:checked")].map(({ value }) => value);
      return {
        checked: checked.filter((value) => /^(total|per-year|both)$/.test(value)),
        // The currency is under a button below the drawing.
        inPanel: checked.filter((value) => /^(USD|CNY)$/.test(value)),
        said: [/^Commitment per year/.test(words) ? "per-year" : "total", /yuan/i.test(words) ? "CNY" : "USD"],
        drawn: label.includes("CN¥") ? "CNY" : "USD",
      };
    });
  const isOpen = await page.locator("[name$=currency]").count();
  const expected = { checked: [basis], inPanel: isOpen ? [currency] : [], said: [basis, currency], drawn: currency };
  await expect.poll(found).toEqual(expected);
  await settle(page);
  expect(await found()).toEqual(expected);
}

/** What a reader does who wants the figures by the year, whatever is in the way. */
const WAYS = {
  pointer: async (page) => {
    const control = page.locator(PER_YEAR);
    await control.scrollIntoViewIfNeeded();
    const box = (control) => JSON.parse(JSON.stringify(control.getBoundingClientRect()));
    const { x, y, width, height } = await control.evaluate(box);
    await page.mouse.click(x + width / 2, y + height / 2);
  },
  keyboard: async (page) => {
    await page.locator(PER_YEAR).evaluate((control) => control.closest(".choices").querySelector("input:checked").focus());
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Space");
  },
};

const policy = (words) => (html) => html.replace("<head>", `<head><meta http-equiv="content-security-policy" content="${words}">`);

const NEVER = {
  "is not there": { prepare: (page) => page.route("**/embed.js", (route) => route.fulfill({ status: 404, body: "" })) },
  "is blocked": { prepare: (page) => page.route("**/embed.js", (route) => route.abort("blockedbyclient")) },
  "is no script": { prepare: (page) => page.route("**/embed.js", (route) => route.fulfill({ contentType: "text/html", body: "<p>Sign in" })) },
  "breaks off": { prepare: (page) => page.route("**/embed.js", (route) => route.fulfill({ contentType: "text/javascript", body: "const a =" })) },
  "is forbidden by the page": { change: policy("script-src 'none'") },
  "is another site's, which does not share it": {
    prepare: (page) => page.route("https://other.example/**", (route) => route.fulfill({ contentType: "text/javascript", body: "" })),
    change: (html) => html.replace(/src="[^"]*embed\.js"/, 'src="https://other.example/embed.js"'),
  },
  "is on its way": { prepare: (page) => hold(page, "embed.js") },
};

for (const [form, options] of Object.entries(FORMS)) {
  const html = prerender(totals(), "--page", ...options);

  test.describe(`${form}, embed.js`, () => {
    for (const [what, { prepare, change = (html) => html }] of Object.entries(NEVER)) {
      test(`${what}: no control is shown, nor reached by any way`, async ({ page }) => {
        await prepare?.(page);
        await record(page);
        await page.goto(await servePage(page, change(html)), { waitUntil: "commit" });
        await page.locator(".carousel").waitFor();
        const shown = await page.locator(CONTROLS).evaluateAll((all) => all.filter((control) => control.checkVisibility({ visibilityProperty: true })).length);
        expect(shown).toBe(0);
        for (const act of Object.values(WAYS)) {
          await act(page);
          await expectTruth(page, { basis: "total" });
        }
        // What needs no script works. By key, because the page may still scroll after the one above.
        await page.locator(".chart-data summary").press("Enter");
        await expect(page.getByRole("table")).toBeVisible();
      });
    }

    test("comes late: the controls are shown, and nothing moves", async ({ page }) => {
      const embed = await hold(page, "embed.js");
      await record(page);
      await page.goto(await servePage(page, html), { waitUntil: "commit" });
      await embed.asked;
      // Browsers ask for scripts before they have read the page, and its styles.
      await expect(page.locator(".carousel-controls")).toHaveCSS("visibility", "hidden");
      const places = () => page.locator(".chart *, .carousel *").evaluateAll((all) => all.map((part) => JSON.stringify(part.getBoundingClientRect())));
      const before = await places();
      embed.release();
      await expect(page.locator(PER_YEAR)).toBeVisible();
      expect(await places()).toEqual(before);
    });
  });

  test.describe(`${form}, without scripts:`, () => {
    test.use({ javaScriptEnabled: false });

    test("controls take no room", async ({ page }) => {
      await page.goto(await servePage(page, html));
      for (const part of [".chart-controls", ".carousel-controls"]) expect(await page.locator(part).boundingBox()).toBeNull();
    });
  });

  test.describe(`${form}, once the element is there:`, () => {
    const linked = prerender(totals(), "--page", "--linked", "--src", "document.json", ...options);
    const failing = {
      "the page forbids WebAssembly": { change: policy("script-src 'self'") },
      "there is no WebAssembly": { prepare: (page) => page.addInitScript(() => delete window.WebAssembly) },
      "its WebAssembly does not come": { prepare: (page) => page.route(`**/${WASM}*`, (route) => route.abort()) },
      "its script does not come": { prepare: (page) => page.route("**/article-widget.js*", (route) => route.fulfill({ status: 404, body: "" })) },
      "its document does not come": { prepare: (page) => answer(page, "", { path: "document.json", status: 404 }) },
      "its document is none": { prepare: (page) => answer(page, "[]", { path: "document.json" }) },
      "the views panic": {
        prepare: async (page) => {
          await answer(page, totals(), { path: "document.json" });
          await page.addInitScript(() => {
            const { createElement } = Document.prototype;
            Document.prototype.createElement = function (...words) {
              if (words[0] === "figure") throw new Error("no figures today");
              return createElement.apply(this, words);
            };
          });
        },
        change: (html) => html.replace(/<p class="chart-subtitle">(.*?)<\/p>/s, '<h6 class="chart-subtitle">$1</h6>'),
      },
    };

    for (const [what, { prepare, change = (html) => html }] of Object.entries(failing)) {
      for (const [by, act] of Object.entries(WAYS)) {
        test(`${what}: what is chosen by ${by} is taken back, again and again`, async ({ page }) => {
          await hurry(page);
          await answer(page, totals(), { path: "document.json" });
          await prepare?.(page);
          await record(page);
          await page.goto(await servePage(page, change(linked)));
          await act(page);
          await expect.poll(async () => (await events(page)).error.length).toBe(1);
          await expectTruth(page, { basis: "total" });
          await act(page);
          await expectTruth(page, { basis: "total" });
        });
      }
    }

    for (const [by, act] of Object.entries(WAYS)) {
      for (const file of [WASM, "article-widget.js", "document.json"]) {
        test(`while ${file} is on its way, what is chosen by ${by} is kept, and carried out`, async ({ page }) => {
          await answer(page, totals(), { path: "document.json" });
          const held = await hold(page, file);
          await record(page);
          await page.goto(await servePage(page, linked));
          await act(page);
          await settle(page);
          held.release();
          await expectEvents(page, { ready: 1 });
          await expectTruth(page, { basis: "per-year" });
        });
      }
    }

    test("in the moment when it is defined, what is chosen is kept, and carried out", async ({ page }) => {
      await record(page);
      // Before the element has begun with anything.
      await page.addInitScript(() => {
        window.addEventListener("DOMContentLoaded", () => {
          const root = document.querySelector("article-widget");
          const control = (root.shadowRoot ?? root).querySelector("input[value=per-year]");
          control.scrollIntoView();
          control.click();
        });
      });
      await page.goto(await servePage(page, html));
      await expectEvents(page, { ready: 1 });
      await expectTruth(page, { basis: "per-year" });
    });

    test("a page that is still on its way shows no controls, though the script has come", async ({ page, serveAs }) => {
      const [start, end] = html.split("</main>");
      let release;
      const origin = await serveAs((response) => {
        response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
        response.write(start.replace('type="module"', 'type="module" async').replaceAll('"./', '"/'));
        release = () => response.end(`</main>${end}`);
      });
      await record(page);
      const script = page.waitForResponse("**/embed.js");
      await page.goto(`${origin}/document.json`, { waitUntil: "commit" });
      await (await script).finished();
      await settle(page);
      await WAYS.pointer(page);
      await expectTruth(page, { basis: "total" });
      release();
      await expect(page.locator(PER_YEAR)).toBeVisible();
      await WAYS.pointer(page);
      await expectEvents(page, { ready: 1 });
      await expectTruth(page, { basis: "per-year" });
    });

    test("a panic takes the choice back that it has answered, and so does the next", async ({ page }) => {
      await record(page);
      await page.goto(await servePage(page, html));
      // `check` would look at once whether it is checked, in the middle of the first rendering.
      await page.locator(PER_YEAR).click();
      await expectEvents(page, { ready: 1 });
      await expectTruth(page, { basis: "per-year" });
      await page.locator("[name=open][value=options]").click();
      await page.locator("input[value=CNY]").check();
      await expectTruth(page, { basis: "per-year", currency: "CNY" });
      await page.evaluate(failOnce);
      await page.locator("input[value=total]").click();
      await expectEvents(page, { ready: 1, error: 1 });
      await expectTruth(page, { basis: "per-year", currency: "CNY" });
      // And where the next try fails.
      await page.evaluate(() => {
        Document.prototype.createElement = () => {
          throw new Error("nothing more today");
        };
      });
      await page.locator("input[value=USD]").click();
      await expectEvents(page, { ready: 1, error: 2 });
      await expectTruth(page, { basis: "per-year", currency: "CNY" });
    });
  });

  test.describe(`${form}, back on the page, which is made anew:`, () => {
    const large = prerender(documentOf(many(30), { exchangeRates: RATES }), "--page", ...options);
    for (const [what, prepare] of Object.entries({
      "embed.js is not there": (page) => page.route("**/embed.js", (route) => route.fulfill({ status: 404, body: "" })),
      "its WebAssembly does not come": (page) => page.route(`**/${WASM}*`, (route) => route.abort()),
      "all is well": () => {},
    })) {
      test(`${what}: nothing is chosen that is not shown`, async ({ page }) => {
        await record(page);
        await page.goto(await servePage(page, large));
        await page.locator(PER_YEAR).click();
        await page.getByLabel("Find a company").fill("Company 7");
        await expectEvents(page, { ready: 1 });
        await expectTruth(page, { basis: "per-year" });
        await page.goto("/page.css");
        await prepare(page);
        await page.goBack();
        const search = page.getByLabel("Find a company");
        if (what === "embed.js is not there") {
          // What the browser may have restored is not shown.
          await expect(page.locator(".chart-subtitle")).toHaveText(/^Total/);
          for (const control of [page.locator(PER_YEAR), search]) await expect(control).toBeHidden();
          return;
        }
        await expectTruth(page, { basis: "total" });
        await expect(search).toHaveValue("");
      });
    }
  });
}
