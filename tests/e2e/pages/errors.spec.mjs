// What becomes of documents that are missing, broken or hostile: a clear message where nothing
// can be shown, the rest of the article where something can.

import { expect, test } from "@playwright/test";
import { DOCUMENT, answer, changed, complaints, demoDocument, embed } from "./support.mjs";
import { events, expectEvents, hasFocus, hold, indexOf, openPage, settle } from "./support.mjs";

const alert = (page) => page.getByRole("alert");
const retry = (page) => page.getByRole("button", { name: "Try again" });
const fallback = (page) => page.locator("#fallback");

test.describe("Where no article can be shown", () => {
  // The messages are exact, except where the browser's own words for JSON errors are in them.
  const FAILURES = [
    {
      name: "a document that is missing",
      markup: embed("articles/missing.json"),
      code: "http",
      message: "articles/missing.json: the server answered 404 Not Found",
      mayPass: true,
    },
    {
      name: "a server's own error",
      prepare: (page) => answer(page, "", { status: 500 }),
      code: "http",
      message: `${DOCUMENT}: the server answered 500 Internal Server Error`,
      mayPass: true,
    },
    {
      name: "no answer at all",
      prepare: (page) => page.route(`**/${DOCUMENT}`, (route) => route.abort()),
      code: "network",
      message: `${DOCUMENT}: no answer came from the server`,
      mayPass: true,
    },
    {
      name: "text that is no JSON",
      prepare: (page) => answer(page, "<!doctype html><p>Not here"),
      code: "document",
      message: /^articles\/alibaba-ai-investment\.json: not JSON: .+/,
    },
    {
      name: "an empty answer",
      prepare: (page) => answer(page, ""),
      code: "document",
      message: /^articles\/alibaba-ai-investment\.json: not JSON: .+/,
    },
    {
      name: "a list instead of a document",
      prepare: (page) => answer(page, []),
      code: "document",
      message: /^articles\/alibaba-ai-investment\.json: found a list, expected .+/,
    },
    {
      name: "an object without the fields of a document",
      prepare: (page) => answer(page, {}),
      code: "document",
      message: `${DOCUMENT}: the field \`version\` is missing`,
    },
    {
      name: "a document without a body",
      prepare: (page) => answer(page, changed((document) => delete document.body)),
      code: "document",
      message: `${DOCUMENT}: the field \`body\` is missing`,
    },
    {
      name: "another version of the format",
      prepare: (page) => answer(page, changed((document) => (document.version = 2))),
      code: "document",
      message: `${DOCUMENT}: version: version 2 is not known to this widget, which reads version 1`,
    },
    {
      name: "a version of the wrong type",
      prepare: (page) => answer(page, changed((document) => (document.version = "1"))),
      code: "document",
      message: /^articles\/alibaba-ai-investment\.json: version: found the text `1`, expected .+/,
    },
    {
      name: "a document without a headline",
      prepare: (page) => answer(page, changed((document) => (document.headline = " "))),
      code: "document",
      message: `${DOCUMENT}: headline: an article needs a headline`,
    },
    {
      name: "nesting without end",
      prepare: (page) => answer(page, `${"[".repeat(50_000)}${"]".repeat(50_000)}`),
      code: "document",
      message: /^articles\/alibaba-ai-investment\.json: .*nested more than 100 levels/,
    },
    {
      name: "an element without an address",
      markup: embed().replace(/ src="articles[^"]*"/, ""),
      code: "no-source",
      message: "<article-widget> has no src attribute: give it the address of a document",
    },
    {
      name: "an element with an empty address",
      markup: embed(""),
      code: "no-source",
      message: "<article-widget> has no src attribute: give it the address of a document",
    },
  ];

  for (const { name, markup = embed(), prepare, code, message, mayPass = false } of FAILURES) {
    test(`${name} is told to the reader and to the host page, once`, async ({ page }) => {
      const uncaught = [];
      page.on("pageerror", (error) => uncaught.push(String(error)));
      await prepare?.(page);
      await openPage(page, markup);
      const { error } = await expectEvents(page, { error: 1 });
      expect(error).toEqual([
        {
          target: "article-widget",
          id: "",
          bubbles: true,
          composed: true,
          detail: { code, message: message instanceof RegExp ? expect.stringMatching(message) : message },
        },
      ]);
      await expect(alert(page)).toBeVisible();
      await expect(alert(page)).toContainText("This article could not be loaded.");
      await expect(alert(page).locator(".status-detail")).toHaveText(message);
      await expect(retry(page)).toHaveCount(mayPass ? 1 : 0);
      await expect(fallback(page)).toBeVisible();
      await expect(page.locator(".article")).toHaveCount(0);
      expect(uncaught).toEqual([]);
    });
  }

  for (const file of ["article-widget_bg.wasm", "article-widget.js"]) {
    test(`a server that lacks ${file} is told to the reader and to the host page, once`, async ({ page }) => {
      const uncaught = [];
      page.on("pageerror", (error) => uncaught.push(String(error)));
      await page.route(`**/${file}`, (route) => route.fulfill({ status: 404, contentType: "text/plain", body: "Not found" }));
      await openPage(page, embed());
      const { error } = await expectEvents(page, { error: 1 });
      expect(error).toEqual([
        {
          target: "article-widget",
          id: "",
          bubbles: true,
          composed: true,
          detail: { code: "engine", message: expect.stringMatching(/^article-widget could not start: .+/) },
        },
      ]);
      await expect(alert(page)).toBeVisible();
      await expect(alert(page)).toContainText("This article could not be loaded.");
      await expect(retry(page)).toHaveCount(1);
      await expect(fallback(page)).toBeVisible();
      expect(uncaught).toEqual([]);
    });
  }

  test("without the module the reader sees what the publisher put inside", async ({ page }) => {
    await page.route("**/embed.js", (route) => route.fulfill({ status: 404, contentType: "text/plain", body: "Not found" }));
    await openPage(page, embed());
    await expect(fallback(page)).toBeVisible();
  });
});

test("The publisher's words for the case of failure are not seen beside the article", async ({ page }) => {
  await openPage(page, embed());
  await expectEvents(page, { ready: 1 });
  await expect(fallback(page)).toBeHidden();
});

test.describe("Another try", () => {
  test("brings the article once the server is well again", async ({ page }) => {
    let asked = 0;
    await page.route(`**/${DOCUMENT}`, (route) => {
      asked += 1;
      return asked === 1 ? route.fulfill({ status: 500 }) : route.continue();
    });
    await openPage(page, embed());
    await expectEvents(page, { error: 1 });
    await retry(page).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(demoDocument().headline);
    await expectEvents(page, { ready: 1, error: 1 });
    await expect(alert(page)).toHaveCount(0);
    await expect(fallback(page)).toBeHidden();
    expect(asked).toBe(2);
  });

  test("that fails again says so again", async ({ page }) => {
    await answer(page, "", { status: 503 });
    await openPage(page, embed());
    await expectEvents(page, { error: 1 });
    await retry(page).click();
    const { error } = await expectEvents(page, { error: 2 });
    expect(error[1].detail).toEqual({
      code: "http",
      message: `${DOCUMENT}: the server answered 503 Service Unavailable`,
    });
    await expect(retry(page)).toBeVisible();
  });

  test("keeps the focus on its button while it is under way, and counts once", async ({ page }) => {
    await answer(page, "", { status: 500 });
    await openPage(page, embed());
    await expectEvents(page, { error: 1 });
    const button = alert(page).getByRole("button");
    const held = await hold(page, DOCUMENT);
    await button.click();
    await held.asked;
    await expect(button).toHaveText("Trying again …");
    await expect(button).toHaveAttribute("aria-disabled", "true");
    await page.keyboard.press("Enter");
    expect(await hasFocus(button)).toBe(true);
    await page.unroute(`**/${DOCUMENT}`);
    held.release();
    await expectEvents(page, { ready: 1, error: 1 });
  });

  test("brings the article once the WebAssembly is there", async ({ page }) => {
    await page.route("**/article-widget_bg.wasm", (route) => route.fulfill({ status: 404 }), { times: 1 });
    await openPage(page, embed());
    await expectEvents(page, { error: 1 });
    await retry(page).click();
    await expectEvents(page, { ready: 1, error: 1 });
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(alert(page)).toHaveCount(0);
  });

  test("works by keyboard", async ({ page }) => {
    await page.route(`**/${DOCUMENT}`, (route) => route.abort(), { times: 1 });
    await openPage(page, embed());
    await expectEvents(page, { error: 1 });
    await retry(page).focus();
    await page.keyboard.press("Enter");
    await expectEvents(page, { ready: 1, error: 1 });
    // The button is gone; the focus is where reading begins.
    expect(await hasFocus(page.getByRole("heading", { level: 1 }))).toBe(true);
  });
});

test.describe("Where a part of the article is wrong", () => {
  const ADDRESS = "is not an address that this widget opens: use http, https, mailto, tel or a relative one";
  const chartAt = indexOf(demoDocument(), "chart");
  const noChart = {
    path: `body[${chartAt}].chart`,
    message: "the chart is left out, because a commitment that it compares is wrong",
  };
  const insert = (block) => (document) => document.body.splice(1, 0, block);

  const PARTS = [
    {
      name: "an unknown block keeps its words",
      change: insert({ quote: "These words are still to be read." }),
      problems: [{ path: "body[1]", message: "`quote` is not known here: use heading, paragraph, terms or chart" }],
      check: (page) => expect(page.locator(".body > p").nth(1)).toHaveText("These words are still to be read."),
    },
    {
      name: "an unknown block without words leaves a note",
      change: insert({ video: { src: "film.mp4" } }),
      problems: [{ path: "body[1]", message: "`video` is not known here: use heading, paragraph, terms or chart" }],
      check: (page) => expect(page.locator(".body > p").nth(1)).toHaveText("A part of this article cannot be shown here."),
    },
    {
      name: "an unknown mark keeps its words",
      change: insert({ paragraph: ["Before, ", { blink: "in the middle" }, ", after."] }),
      problems: [{ path: "body[1].paragraph[1]", message: "`blink` is not known here: use strong, emphasis or link" }],
      check: (page) => expect(page.locator(".body > p").nth(1)).toHaveText("Before, in the middle, after."),
    },
    {
      name: "a negative amount costs the chart",
      change: (document) => (document.commitments[2].amount.value = -65),
      problems: [{ path: "commitments[2].amount.value", message: "-65 is negative: give zero or more" }, noChart],
      check: noChartIsShown,
    },
    {
      name: "an amount with a fraction that may have lost digits costs the chart",
      change: (document) => (document.commitments[1].amount.value = 80.5),
      problems: [
        {
          path: "commitments[1].amount.value",
          message: "a number with a fraction must stand in quotes, so that no digit is lost",
        },
        noChart,
      ],
      check: noChartIsShown,
    },
    {
      name: "an address in a paragraph that would run code becomes plain words",
      change: insert({
        paragraph: ["See ", { link: { href: "javascript:window.executed = true", text: "this page" } }, " first."],
      }),
      problems: [{ path: "body[1].paragraph[1].link.href", message: `\`javascript:window.executed = true\` ${ADDRESS}` }],
      async check(page) {
        await expect(page.locator(".body > p").nth(1)).toHaveText("See this page first.");
        await page.getByText("See this page first.").click();
        await nothingWasExecuted(page);
      },
    },
    {
      name: "a teaser's address that would run code costs the teaser its link",
      change: (document) => (document.related.teasers[0].href = " JavaScript:window.executed = true"),
      problems: [{ path: "related.teasers[0].href", message: `\`JavaScript:window.executed = true\` ${ADDRESS}` }],
      async check(page) {
        const teaser = page.locator(".teaser").first();
        await expect(teaser).toContainText("Hermes");
        await expect(teaser.getByRole("link")).toHaveCount(0);
        await expect(page.locator(".teaser-link")).toHaveCount(5);
        await teaser.click();
        await nothingWasExecuted(page);
      },
    },
    {
      name: "a teaser that is none is left out",
      change: (document) => (document.related.teasers[2] = { summary: "No headline, no address." }),
      problems: [{ path: "related.teasers[2]", message: "the field `headline` is missing" }],
      async check(page) {
        await expect(page.locator(".teaser")).toHaveCount(5);
        await expect(page.locator(".slide").last()).toHaveAccessibleName("5 of 5");
      },
    },
    {
      name: "a day that does not exist is left out",
      change: (document) => (document.published = "2025-02-30"),
      problems: [
        {
          path: "published",
          message: "`2025-02-30` is not a date: write it like 2025-02-24 or 2025-02-24T09:30:00+08:00",
        },
      ],
      check: (page) => expect(page.locator("time")).toHaveCount(0),
    },
  ];

  for (const { name, change, problems, check } of PARTS) {
    test(`${name}; the rest stays, and the place in the document is named`, async ({ page }) => {
      const found = complaints(page);
      await answer(page, changed(change));
      await openPage(page, embed());
      const { ready } = await expectEvents(page, { ready: 1 });
      expect(ready[0].detail).toEqual({ problems });
      expect(found).toEqual(problems.map(({ path, message }) => `warning: <article-widget> ${path}: ${message}`));
      await check(page);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(demoDocument().headline);
      await expect(page.locator(".body > p").last()).toContainText("no longer only an e-commerce company");
      await expect(page.getByRole("region", { name: "Related stories" })).toBeVisible();
      await expect(alert(page)).toHaveCount(0);
      await expect(fallback(page)).toBeHidden();
    });
  }

  async function noChartIsShown(page) {
    await expect(page.locator("figure.chart")).toHaveCount(0);
    await expect(page.locator(".missing")).toHaveText("A part of this article cannot be shown here.");
    await expect(page.locator(".missing")).toBeVisible();
  }
});

const HREFS = [
  "java\nscript:window.executed = true",
  "\u0001javascript:window.executed = true",
  "data:text/html,words",
  "vbscript:x",
  "blob:x",
];

for (const href of HREFS) {
  test(`No link leads to ${JSON.stringify(href)}`, async ({ page }) => {
    const document = changed((document) => {
      document.body.unshift({ paragraph: [{ link: { href, text: "Words of a link" } }] });
      document.related.teasers[0].href = href;
    });
    await answer(page, document);
    await openPage(page, embed());
    const { ready } = await expectEvents(page, { ready: 1 });
    expect(ready[0].detail.problems.map(({ path }) => path)).toEqual([
      "body[0].paragraph[0].link.href",
      "related.teasers[0].href",
    ]);
    await page.getByText("Words of a link").click();
    await page.locator(".teaser").first().click();
    await nothingWasExecuted(page);
  });
}

test("Markup in a document is shown as the text that it is", async ({ page }) => {
  const markup = `<img src="x" onerror="window.executed = true"><script>window.executed = true</script>`;
  const document = changed((document) => {
    document.headline = markup;
    document.standfirst = markup;
    document.body.unshift({ paragraph: markup }, { heading: markup });
    document.related.teasers[0].headline = markup;
    document.commitments[0].name = markup;
  });
  await answer(page, document);
  await openPage(page, embed());
  await expectEvents(page, { ready: 1 });
  for (const selector of [".headline", ".standfirst", ".body > h2 >> nth=0", ".teaser-headline >> nth=0"]) {
    await expect(page.locator(selector)).toHaveText(markup);
  }
  await expect(page.locator("article-widget img, article-widget :is(.article-widget script)")).toHaveCount(0);
  await nothingWasExecuted(page);
});

async function nothingWasExecuted(page) {
  await settle(page);
  expect(await page.evaluate(() => "executed" in window)).toBe(false);
  expect(new URL(page.url()).pathname).toBe("/own.html");
  const addresses = await page
    .locator("article-widget a")
    .evaluateAll((links) => links.map((link) => new URL(link.href).protocol));
  expect(addresses.length).toBeGreaterThan(0);
  expect(addresses.filter((protocol) => protocol !== "http:")).toEqual([]);
  expect((await events(page)).error).toEqual([]);
}
