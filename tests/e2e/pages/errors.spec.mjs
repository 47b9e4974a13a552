// What becomes of documents that are missing, broken or hostile, of a widget whose WebAssembly does
// not come, and of one that breaks at work: an article where there is one, else the publisher's own
// words, else a clear message.

import { DOCUMENT, HEADLINE, MODULE, answer, changed, complaints, demoDocument, element, embed } from "./support.mjs";
import { events, expectEvents, failOnce, hasFocus, hold, hurry, indexOf, openDemo, openPage, requests } from "./support.mjs";
import { record, settle, test, touch } from "./support.mjs";
import { expect } from "@playwright/test";
import { choose } from "./chart.mjs";

const GLUE = "article-widget.js";
const WASM = "article-widget_bg.wasm";
const JSON_FILE = DOCUMENT.split("/").at(-1);

const alert = (page) => page.getByRole("alert");
const retry = (page) => page.getByRole("button", { name: "Try again" });
const fallback = (page) => page.locator("#fallback");
const headline = (page) => page.getByRole("heading", { level: 1 });
const radio = (scope, name) => scope.getByRole("radio", { name, exact: true });
const subtitle = (scope) => scope.locator(".chart-subtitle");

/** Answers every request for a file of the widget's own with this, whatever comes after its name. */
const replace = (page, file, answer) =>
  page.route(new RegExp(`/${file.replace(".", "\\.")}(\\?|$)`), (route) => route.fulfill(answer));

/** Lets the requests for a file fail this many times, as if there were no network. */
async function lose(page, file, times) {
  let lost = 0;
  await page.route(new RegExp(`/${file.replace(".", "\\.")}(\\?|$)`), (route) => {
    lost += 1;
    return lost > times ? route.fallback() : route.abort();
  });
}

/** Lets a part of the views' work fail this many times, by which the WebAssembly panics. */
const breakMounting = (page, times) =>
  page.addInitScript((times) => {
    const { createElement } = Document.prototype;
    let broken = 0;
    Document.prototype.createElement = function (...words) {
      if (words[0] === "figure" && broken++ < times) throw new Error("no figures today");
      return createElement.apply(this, words);
    };
  }, times);

test.beforeEach(({ page }) => hurry(page));

// What is asked for a second and a third time, because another try may help; anything else once.
const THRICE = 3;

// The messages are exact, except where the browser's own words are in them.
const FAILURES = [
  {
    name: "a document that is missing",
    attributes: 'src="articles/missing.json"',
    code: "http",
    message: "articles/missing.json: the server answered 404",
    asked: { "missing.json": 1 },
  },
  ...[403, 410].map((status) => ({
    name: `a server that answers ${status}`,
    prepare: ({ page }) => answer(page, "", { status }),
    code: "http",
    message: `${DOCUMENT}: the server answered ${status}`,
    asked: { [JSON_FILE]: 1 },
  })),
  ...[500, 503, 429].map((status) => ({
    name: `a server that answers ${status}`,
    prepare: ({ page }) => answer(page, "", { status }),
    code: "http",
    message: `${DOCUMENT}: the server answered ${status}`,
    isRetryable: true,
    asked: { [JSON_FILE]: THRICE },
  })),
  {
    name: "no answer at all",
    prepare: ({ page }) => page.route(`**/${DOCUMENT}`, (route) => route.abort()),
    code: "network",
    message: `${DOCUMENT}: no answer came from the server`,
    isRetryable: true,
    asked: { [JSON_FILE]: THRICE },
  },
  {
    name: "a connection that is lost in the middle of the document",
    attributes: 'src="document.json"',
    async prepare({ serveAs }) {
      const half = (response) => {
        response.writeHead(200, { "content-length": 1000 });
        response.write('{"version": 1,', () => setTimeout(() => response.destroy(), 100));
      };
      return { origin: await serveAs(half) };
    },
    code: "network",
    message: "document.json: no answer came from the server",
    isRetryable: true,
    asked: { "document.json": THRICE },
  },
  {
    name: "an answer that never begins",
    async prepare({ page }) {
      await page.clock.install();
      return { held: await hold(page, DOCUMENT) };
    },
    async goOn({ page, held }) {
      await held.asked;
      await page.clock.fastForward(21_000);
    },
    code: "timeout",
    message: `${DOCUMENT}: not there after 20 seconds`,
    isRetryable: true,
    asked: { [JSON_FILE]: 1 },
  },
  {
    name: "an answer that never ends",
    attributes: 'src="document.json"',
    async prepare({ page, serveAs }) {
      await page.clock.install();
      let begin;
      const asked = new Promise((resolve) => (begin = resolve));
      const endless = (response) => {
        response.writeHead(200);
        response.write('{"version": 1,', begin);
      };
      return { origin: await serveAs(endless), held: { asked } };
    },
    async goOn({ page, held }) {
      await held.asked;
      await page.clock.fastForward(21_000);
    },
    code: "timeout",
    message: "document.json: not there after 20 seconds",
    isRetryable: true,
    asked: { "document.json": 1 },
  },
  {
    name: "a document that is far too long",
    prepare: ({ page }) => answer(page, JSON.stringify(demoDocument()).padEnd(5_000_000)),
    code: "too-large",
    message: `${DOCUMENT}: longer than 4000000 characters`,
    asked: { [JSON_FILE]: 1 },
  },
  {
    name: "a document that goes on and on",
    attributes: 'src="document.json"',
    async prepare({ serveAs }) {
      let finish;
      const finished = new Promise((resolve) => (finish = resolve));
      const flood = (response) => {
        response.writeHead(200);
        response.on("close", finish);
        const more = () => response.writable && response.write(" ".repeat(100_000), more);
        more();
      };
      return { origin: await serveAs(flood), finished };
    },
    code: "too-large",
    message: "document.json: longer than 4000000 characters",
    asked: { "document.json": 1 },
    // The rest of it is not loaded.
    check: ({ finished }) => finished,
  },
  {
    name: "text that is no JSON",
    prepare: ({ page }) => answer(page, "<!doctype html><p>Not here"),
    code: "not-json",
    message: /^articles\/alibaba-ai-investment\.json: not JSON: .+/,
    isRetryable: true,
    asked: { [JSON_FILE]: 1 },
  },
  {
    name: "an empty answer",
    prepare: ({ page }) => answer(page, ""),
    code: "not-json",
    message: /^articles\/alibaba-ai-investment\.json: not JSON: .+/,
  },
  {
    name: "JSON inside the element that is none",
    // With an address it would give way to that.
    attributes: "",
    content: '<script type="application/json">{ "version": 1, </script>',
    code: "not-json",
    message: /^JSON: not JSON: .+/,
    asked: { [JSON_FILE]: 0 },
  },
  {
    name: "JSON inside the element that is no document",
    content: '<script type="application/json">{ "version": 1 }</script>',
    code: "document",
    message: "JSON: the field `headline` is missing",
    asked: { [JSON_FILE]: 0 },
  },
  {
    name: "a list instead of a document",
    prepare: ({ page }) => answer(page, []),
    code: "document",
    message: /^articles\/alibaba-ai-investment\.json: found a list, expected .+/,
    asked: { [JSON_FILE]: 1 },
  },
  {
    name: "an object without the fields of a document",
    prepare: ({ page }) => answer(page, {}),
    code: "document",
    message: `${DOCUMENT}: the field \`version\` is missing`,
  },
  {
    name: "a document without a body",
    prepare: ({ page }) => answer(page, changed((document) => delete document.body)),
    code: "document",
    message: `${DOCUMENT}: the field \`body\` is missing`,
  },
  {
    name: "another version of the format",
    prepare: ({ page }) => answer(page, changed((document) => (document.version = 2))),
    code: "document",
    message: `${DOCUMENT}: version: version 2 is not known to this widget, which reads version 1`,
  },
  {
    name: "a version of the wrong type",
    prepare: ({ page }) => answer(page, changed((document) => (document.version = "1"))),
    code: "document",
    message: /^articles\/alibaba-ai-investment\.json: version: found the text `1`, expected .+/,
  },
  {
    name: "a document without a headline",
    prepare: ({ page }) => answer(page, changed((document) => (document.headline = " "))),
    code: "document",
    message: `${DOCUMENT}: headline: an article needs a headline`,
  },
  {
    name: "nesting without end",
    prepare: ({ page }) => answer(page, `${"[".repeat(50_000)}${"]".repeat(50_000)}`),
    code: "document",
    message: /^articles\/alibaba-ai-investment\.json: .*nested more than 100 levels/,
  },
  ...Object.entries({ "without an address": "", "with an empty address": 'src=""', "with a blank address": 'src=" "' }).map(
    ([name, attributes]) => ({
      name: `an element ${name}`,
      attributes,
      code: "no-source",
      message: "no article: set src or article, or put JSON inside",
    }),
  ),
  ...[WASM, GLUE].map((file) => ({
    name: `a server that lacks ${file}`,
    prepare: ({ page }) => replace(page, file, { status: 404, contentType: "text/plain", body: "Not found" }),
    code: "engine",
    message: /^WebAssembly could not start: .+/,
    isRetryable: true,
    asked: { [file]: THRICE },
  })),
  ...[WASM, GLUE].map((file) => ({
    name: `a server that sends a page of its own for ${file}`,
    prepare: ({ page }) => replace(page, file, { contentType: "text/html", body: "<!doctype html><p>Not found" }),
    code: "engine",
    message: /^WebAssembly could not start: .+/,
    isRetryable: true,
    asked: { [file]: THRICE },
  })),
  ...[WASM, GLUE].map((file) => ({
    name: `no network for ${file}`,
    prepare: ({ page }) => lose(page, file, Infinity),
    code: "engine",
    message: /^WebAssembly could not start: .+/,
    isRetryable: true,
    asked: { [file]: THRICE },
  })),
  {
    name: "a page whose policy forbids WebAssembly",
    head: `<meta http-equiv="content-security-policy" content="script-src 'self'">`,
    code: "blocked",
    message: "the Content Security Policy lacks 'wasm-unsafe-eval'",
    asked: { [WASM]: 0 },
  },
  {
    name: "a browser without WebAssembly",
    prepare: ({ page }) => page.addInitScript(() => delete window.WebAssembly),
    code: "unsupported",
    message: "this browser has no WebAssembly",
    asked: { [WASM]: 0 },
  },
  {
    name: "a panic before the article is there, and again",
    prepare: ({ page }) => breakMounting(page, 100),
    code: "panic",
    message: /^panicked at .+no figures today/s,
    // A second instance of it has its try.
    asked: { [WASM]: 1 },
    // Browsers report the trap in the WebAssembly, too.
    uncaught: /^RuntimeError: /,
  },
];

test.describe("Where no article can be shown", () => {
  for (const failure of FAILURES) {
    const { name, head = "", code, message, isRetryable = false, asked = {}, check } = failure;

    /** Opens a page with this content of the element, and waits until the host page has been told. */
    async function fail({ page, serveAs }, fallback) {
      const uncaught = [];
      page.on("pageerror", (error) => uncaught.push(String(error)));
      const found = complaints(page);
      const names = requests(page);
      const { origin, held, finished } = (await failure.prepare?.({ page, serveAs })) ?? {};
      await openPage(page, element(failure.attributes, (failure.content ?? "") + fallback) + MODULE, head, origin);
      await failure.goOn?.({ page, held });

      const { error } = await expectEvents(page, { error: 1 });
      const text = typeof message === "string" ? message : expect.stringMatching(message);
      const event = { target: "article-widget", id: "", bubbles: true, composed: true, detail: { code, message: text } };
      expect(error).toEqual([event]);
      // The whole truth is in the console, once.
      const said = found.filter((line) => line.startsWith("error: <article-widget>"));
      expect(said).toEqual([`error: <article-widget> ${error[0].detail.message}`]);
      for (const [file, times] of Object.entries(asked)) {
        expect(names.filter((name) => name === file), file).toHaveLength(times);
      }
      expect(uncaught.filter((error) => !failure.uncaught?.test(error))).toEqual([]);
      await check?.({ finished });
    }

    test(`${name}: the host page is told once, and the reader in a few words`, async ({ page, serveAs }) => {
      await fail({ page, serveAs }, "");
      await expect(alert(page)).toBeVisible();
      // Nothing but these words: what the host page is told is nothing to readers.
      const words = "This article could not be loaded.";
      await expect(page.locator("article-widget")).toHaveText(isRetryable ? `${words}Try again` : words);
      await expect(alert(page)).toContainText(words);
      await expect(page.getByRole("button")).toHaveCount(isRetryable ? 1 : 0);
      await expect(retry(page)).toHaveCount(isRetryable ? 1 : 0);
      await expect(page.locator(".article")).toHaveCount(0);
      await expect(page.getByRole("status")).toHaveCount(0);
    });

    test(`${name}: the publisher's own words stand there alone`, async ({ page, serveAs }) => {
      await fail({ page, serveAs }, '<p id="fallback">Read the article <a href="story.html">on our site</a>.</p>');
      await expect(fallback(page)).toBeVisible();
      await expect(fallback(page).getByRole("link")).toBeVisible();
      await expect(alert(page)).toHaveCount(0);
      await expect(page.getByRole("button")).toHaveCount(0);
      await expect(page.locator(".article")).toHaveCount(0);
    });
  }

  test("without the module the reader sees what the publisher put inside", async ({ page }) => {
    await page.route("**/embed.js", (route) => route.fulfill({ status: 404, contentType: "text/plain", body: "Not found" }));
    await openPage(page, embed());
    await expect(fallback(page)).toBeVisible();
  });

  test("comments, blanks and scripts inside the element are no words of the publisher's", async ({ page }) => {
    await openPage(page, element("", `\n  <!-- Nothing. -->\n  <script type="x-none">nothing</script>`) + MODULE);
    await expectEvents(page, { error: 1 });
    await expect(alert(page)).toBeVisible();
  });

  test("plain text inside the element is as good as markup", async ({ page }) => {
    await openPage(page, element("", "Read the article on our site.") + MODULE);
    await expectEvents(page, { error: 1 });
    await expect(page.getByText("Read the article on our site.")).toBeVisible();
    await expect(alert(page)).toHaveCount(0);
  });
});

test.describe("Where an article came with the page", () => {
  /** Opens the demonstration with its page changed on the way, as it is before the reader does anything. */
  async function openChanged(page, change = (html) => html) {
    await page.route("**/index.html", async (route) => {
      const response = await route.fetch();
      const html = await response.text();
      await route.fulfill({ response, body: change(html) });
    });
    await record(page);
    await page.goto("/index.html");
  }

  const CASES = [
    ...[WASM, GLUE].map((file) => ({
      name: `and there is no network for ${file}`,
      prepare: (page) => lose(page, file, Infinity),
      code: "engine",
      isRetryable: true,
    })),
    {
      name: "and the browser has no WebAssembly",
      prepare: (page) => page.addInitScript(() => delete window.WebAssembly),
      code: "unsupported",
    },
    {
      name: "and the page's policy forbids WebAssembly",
      change: (html) => html.replace("<head>", `<head><meta http-equiv="content-security-policy" content="script-src 'self'">`),
      code: "blocked",
    },
    {
      name: "and its document is not JSON",
      prepare: (page) => answer(page, '"version": 1'),
      code: "not-json",
    },
    {
      name: "and its document is none",
      prepare: (page) => answer(page, changed((document) => delete document.version)),
      code: "document",
    },
    {
      name: "and the views panic in it, and afresh",
      prepare: (page) => breakMounting(page, 100),
      // As many nodes as before, but others.
      change: (html) => html.replace(/<p class="chart-subtitle">(.*?)<\/p>/s, '<h6 class="chart-subtitle">$1</h6>'),
      code: "panic",
      // The row of stories is as alive as ever.
      dead: ".chart",
    },
  ];

  for (const { name, prepare, change, code, isRetryable = false, dead = "article-widget" } of CASES) {
    test(`${name}, it stays, and the choice that cannot be made is taken back`, async ({ page }) => {
      await prepare?.(page);
      await openChanged(page, change);
      const body = page.locator(".body");
      const text = await body.innerText();
      // By force, because the failure may come before the click does.
      await radio(page, "Per year").click({ force: true });
      const { error } = await expectEvents(page, { error: 1 });
      expect(error[0].detail.code).toBe(code);
      expect(await body.innerText()).toBe(text);
      await expect(alert(page)).toHaveCount(0);
      await expect(page.getByRole("status").filter({ hasText: "Loading" })).toHaveCount(0);
      await expect(radio(page, "Both")).toBeChecked();
      await expect(subtitle(page)).toHaveText(/^Commitment in total/);
      const controls = await page.locator(`${dead} :is(button:not([popovertarget]), input)`).evaluateAll((all) => all.map(({ disabled }) => disabled));
      expect(controls.length).toBeGreaterThan(5);
      expect(new Set(controls)).toEqual(new Set([!isRetryable]));
      // What needs no WebAssembly works as before.
      await page.locator(".chart-data summary").click();
      await expect(page.getByRole("table")).toBeVisible();
      await page.locator(".teaser-link").first().click();
      await page.waitForURL("**/articles/related.html#hermes");
    });
  }

  test("the next touch is another try, and the choice is made", async ({ page }) => {
    await lose(page, WASM, THRICE);
    await openChanged(page);
    await radio(page, "Per year").click();
    await expectEvents(page, { error: 1 });
    await radio(page, "Total").click();
    await expectEvents(page, { ready: 1, error: 1 });
    await expect(radio(page, "Total")).toBeChecked();
    await expect(subtitle(page)).toHaveText(/^Total/);
    expect(await hasFocus(radio(page, "Total"))).toBe(true);
  });

  test("another address that fails takes its place, with a message", async ({ page }) => {
    await openChanged(page);
    await page.locator("article-widget").evaluate((widget) => (widget.src = "articles/missing.json"));
    await expectEvents(page, { error: 1 });
    await expect(alert(page)).toHaveText("This article could not be loaded.");
    await expect(headline(page)).toHaveCount(0);
  });
});

test("The publisher's words for the case of failure are not seen beside the article", async ({ page }) => {
  await openPage(page, embed());
  await expectEvents(page, { ready: 1 });
  await expect(fallback(page)).toBeHidden();
});

test("A document is not too long for blanks that are still within the limit", async ({ page }) => {
  await answer(page, JSON.stringify(demoDocument()).padEnd(4_000_000));
  await openPage(page, embed());
  await expectEvents(page, { ready: 1 });
  await expect(headline(page)).toBeVisible();
});

test("WebAssembly that the server takes for something else is an article all the same", async ({ page }) => {
  const found = complaints(page);
  await page.route(`**/${WASM}`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-type": "text/plain" } });
  });
  await openPage(page, embed());
  await expectEvents(page, { ready: 1 });
  await expect(headline(page)).toBeVisible();
  // The publisher may be told, the reader has no harm.
  expect(found.filter((line) => !line.startsWith("warning: "))).toEqual([]);
  expect(found.length).toBeLessThanOrEqual(1);
});

test.describe("In silence it tries again", () => {
  for (const [file, times] of [GLUE, WASM, JSON_FILE].flatMap((file) => [1, 2].map((times) => [file, times]))) {
    test(`where the network is lost for ${file} ${times === 1 ? "once" : "twice"}`, async ({ page }) => {
      const names = requests(page);
      await lose(page, file, times);
      await openPage(page, embed());
      await expectEvents(page, { ready: 1 });
      await expect(headline(page)).toHaveText(HEADLINE);
      await expect(fallback(page)).toBeHidden();
      expect(names.filter((name) => name === file)).toHaveLength(times + 1);
      // What came at the second or third try serves every other widget, too.
      await page.evaluate(addAnother, DOCUMENT);
      await expectEvents(page, { ready: 2 });
      if (file !== JSON_FILE) expect(names.filter((name) => name === file)).toHaveLength(times + 1);
    });
  }

  for (const status of [500, 503, 429]) {
    test(`where the server answers ${status} twice`, async ({ page }) => {
      let asked = 0;
      await page.route(`**/${DOCUMENT}`, (route) => {
        asked += 1;
        return asked < 3 ? route.fulfill({ status }) : route.continue();
      });
      await openPage(page, embed());
      await expectEvents(page, { ready: 1 });
      expect(asked).toBe(3);
    });
  }

  test("where the views panic before the article is there, once", async ({ page }) => {
    const names = requests(page);
    await breakMounting(page, 1);
    await openPage(page, element() + MODULE);
    await expectEvents(page, { ready: 1 });
    await expect(headline(page)).toHaveText(HEADLINE);
    await expect(page.locator("figure.chart")).toBeVisible();
    expect(names.filter((name) => name === WASM)).toHaveLength(1);
    await radio(page, "Per year").check();
    await expect(subtitle(page)).toHaveText(/^Commitment per year/);
  });
});

/** Puts another widget at the end of the page. */
function addAnother(src) {
  const widget = document.createElement("article-widget");
  widget.id = "another";
  widget.loading = "eager";
  widget.src = src;
  document.querySelector("main").append(widget);
}

test.describe("Another try", () => {
  test("brings the article once the server is well again", async ({ page }) => {
    let asked = 0;
    await page.route(`**/${DOCUMENT}`, (route) => {
      asked += 1;
      return asked <= THRICE ? route.fulfill({ status: 500 }) : route.continue();
    });
    await openPage(page, element() + MODULE);
    await expectEvents(page, { error: 1 });
    await retry(page).click();
    await expect(headline(page)).toHaveText(HEADLINE);
    await expectEvents(page, { ready: 1, error: 1 });
    await expect(alert(page)).toHaveCount(0);
    expect(asked).toBe(THRICE + 1);
  });

  test("that fails again says so again, and leaves the focus on the button", async ({ page }) => {
    await answer(page, "", { status: 503 });
    await openPage(page, element() + MODULE);
    await expectEvents(page, { error: 1 });
    await retry(page).click();
    const { error } = await expectEvents(page, { error: 2 });
    expect(error[1].detail).toEqual({ code: "http", message: `${DOCUMENT}: the server answered 503` });
    await expect(retry(page)).toBeVisible();
    await expect(retry(page)).not.toHaveAttribute("aria-disabled", "true");
    expect(await hasFocus(retry(page))).toBe(true);
    await page.keyboard.press("Enter");
    await expectEvents(page, { error: 3 });
    expect(await hasFocus(retry(page))).toBe(true);
  });

  test("that fails for good takes the button away", async ({ page }) => {
    await answer(page, "", { status: 500 });
    await openPage(page, element() + MODULE);
    await expectEvents(page, { error: 1 });
    await answer(page, "", { status: 404 });
    await retry(page).click();
    await expectEvents(page, { error: 2 });
    await expect(page.getByRole("button")).toHaveCount(0);
    await expect(alert(page)).toHaveText("This article could not be loaded.");
  });

  test("keeps the focus on its button while it is under way, and counts once", async ({ page }) => {
    const names = requests(page);
    await answer(page, "", { status: 500 });
    await openPage(page, element() + MODULE);
    await expectEvents(page, { error: 1 });
    const button = alert(page).getByRole("button");
    const held = await hold(page, DOCUMENT);
    await button.click();
    await held.asked;
    await expect(button).toHaveText("Loading the article …");
    await expect(button).toHaveAttribute("aria-disabled", "true");
    await page.keyboard.press("Enter");
    await button.click({ force: true });
    expect(await hasFocus(button)).toBe(true);
    expect(names.filter((name) => name === JSON_FILE)).toHaveLength(THRICE + 1);
    await page.unroute(`**/${DOCUMENT}`);
    held.release();
    await expectEvents(page, { ready: 1, error: 1 });
  });

  for (const file of [WASM, GLUE]) {
    test(`brings the article once ${file} is there`, async ({ page }) => {
      await lose(page, file, THRICE);
      await openPage(page, element() + MODULE);
      await expectEvents(page, { error: 1 });
      await retry(page).click();
      await expectEvents(page, { ready: 1, error: 1 });
      await expect(headline(page)).toBeVisible();
      await expect(alert(page)).toHaveCount(0);
    });
  }

  test("works by keyboard", async ({ page }) => {
    await lose(page, JSON_FILE, THRICE);
    await openPage(page, element() + MODULE);
    await expectEvents(page, { error: 1 });
    await retry(page).focus();
    await page.keyboard.press("Enter");
    await expectEvents(page, { ready: 1, error: 1 });
    // The button is gone; the focus is where reading begins.
    expect(await hasFocus(headline(page))).toBe(true);
  });

  test("is made for every widget by itself", async ({ page }) => {
    await lose(page, WASM, THRICE);
    await openPage(page, element(`id="one" src="${DOCUMENT}"`) + element(`id="two" loading="eager" src="${DOCUMENT}"`) + MODULE);
    const { error } = await expectEvents(page, { error: 2 });
    expect(error.map(({ id }) => id).sort()).toEqual(["one", "two"]);
    await retry(page.locator("#two")).click();
    const { ready } = await expectEvents(page, { ready: 1, error: 2 });
    expect(ready[0].id).toBe("two");
    await expect(page.locator("#one").getByRole("alert")).toBeVisible();
  });
});

test.describe("In the reader's language", () => {
  const SAID = {
    en: ["en", "Loading the article …", "This article could not be loaded.", "Try again"],
    de: ["de", "Der Artikel wird geladen …", "Dieser Artikel konnte nicht geladen werden.", "Erneut versuchen"],
    // Switzerland has a file of its own, which differs in its numbers.
    "de-CH": ["de-CH", "Der Artikel wird geladen …", "Dieser Artikel konnte nicht geladen werden.", "Erneut versuchen"],
    ar: ["ar", "جارٍ تحميل المقال…", "تعذّر تحميل هذا المقال.", "إعادة المحاولة"],
  };

  /** Waits for these words in this language, in its direction of writing. */
  async function expectWords(locator, language, index) {
    const [lang, ...words] = SAID[language];
    await expect(locator.locator("p")).toHaveText(words[index]);
    await expect(locator).toHaveAttribute("lang", lang);
    await expect(locator).toHaveCSS("direction", language === "ar" ? "rtl" : "ltr");
  }

  // Why the language is the one that it is.
  const REASONS = [
    { reason: "the browser is set to German", locale: "de-DE", language: "de" },
    { reason: "the browser is set to Arabic", locale: "ar-EG", language: "ar" },
    { reason: "the browser is set to English", locale: "en-GB", language: "en" },
    { reason: "the browser is set to a language without words", locale: "mi-NZ", language: "en" },
    { reason: "the element is marked as German of Switzerland", locale: "en-GB", attributes: 'lang="de-CH"', language: "de-CH" },
    { reason: "the element is marked as Arabic", locale: "de-DE", attributes: 'lang="ar"', language: "ar" },
    { reason: "the element is marked as English", locale: "de-DE", attributes: 'lang="en"', language: "en" },
  ];

  for (const { reason, locale, attributes = "", language } of REASONS) {
    test.describe(`where ${reason}`, () => {
      test.use({ locale });
      const markup = element(`src="${DOCUMENT}" ${attributes}`) + MODULE;

      test("it says that it loads, that it failed, and what the button does, then and while it does it", async ({ page }) => {
        const names = requests(page);
        await answer(page, "", { status: 500 });
        const first = await hold(page, DOCUMENT);
        await openPage(page, markup);
        await first.asked;
        await expectWords(page.getByRole("status"), language, 0);
        first.release();
        await expectEvents(page, { error: 1 });
        await expectWords(alert(page), language, 1);
        const button = alert(page).getByRole("button");
        await expect(button).toHaveText(SAID[language][3]);
        const held = await hold(page, DOCUMENT);
        await button.click();
        await held.asked;
        await expect(button).toHaveText(SAID[language][1]);
        // Who reads English loads no other words.
        expect(names.includes("languages.js")).toBe(locale !== "en-GB" ? !attributes.includes('"en"') : language !== "en");
      });

      test("it says so where it fails at once", async ({ page }) => {
        await openPage(page, element(attributes) + MODULE);
        await expectEvents(page, { error: 1 });
        await expectWords(alert(page), language, 1);
      });

      test("it says so after it has shown an article that came with the page", async ({ page }) => {
        await openDemo(page);
        const lang = attributes.match(/"(.+)"/)?.[1] ?? "";
        await page.locator("article-widget").evaluate((widget, lang) => {
          widget.lang = lang;
          widget.src = "articles/missing.json";
        }, lang);
        await expectEvents(page, { ready: 1, error: 1 });
        await expectWords(alert(page), language, 1);
      });
    });
  }

  test.describe("where the words do not come", () => {
    test.use({ locale: "de-DE" });

    for (const [what, address, fail] of [
      ["the script with the languages", "**/languages.js", (route) => route.abort()],
      ["the file of the language", "**/messages/de.json?*", (route) => route.abort()],
      ["the file of the language, which the server does not have", "**/messages/de.json?*", (route) => route.fulfill({ status: 404 })],
      ["the file of the language, which is no JSON", "**/messages/de.json?*", (route) => route.fulfill({ body: "<!doctype html>" })],
    ]) {
      test(`it says it in English: ${what}`, async ({ page }) => {
        await page.route(address, fail);
        await answer(page, "", { status: 404 });
        await openPage(page, element() + MODULE);
        await expectEvents(page, { error: 1 });
        await expectWords(alert(page), "en", 1);
      });
    }

    test("the article comes all the same", async ({ page }) => {
      const held = await hold(page, "languages.js");
      await openPage(page, element() + MODULE);
      await held.asked;
      await expectEvents(page, { ready: 1 });
      await expect(headline(page)).toBeVisible();
    });
  });
});

test.describe("A panic in the middle of a click", () => {
  /** Lets a part of the views' work fail, once, and makes a choice that asks for it. */
  async function panic(page, scope = page.locator("article-widget")) {
    await page.evaluate(failOnce);
    await radio(scope, (await radio(scope, "Total").isChecked()) ? "Per year" : "Total").click();
  }

  const text = (scope) => scope.locator(".body > p").allInnerTexts();
  const count = (names, name) => names.filter((other) => other === name).length;

  for (const [how, open] of Object.entries({
    "that came with the page": openDemo,
    "that was loaded": async (page) => {
      await openPage(page, element() + MODULE);
      await expectEvents(page, { ready: 1 });
    },
  })) {
    test(`leaves an article ${how} readable, and the next click brings it alive and is carried out`, async ({ page }) => {
      const names = requests(page);
      await open(page);
      const before = await text(page);
      await radio(page, "Per year").check();
      await panic(page);
      const { error } = await expectEvents(page, { ready: 1, error: 1 });
      expect(error).toEqual([
        {
          target: "article-widget",
          id: "",
          bubbles: true,
          composed: true,
          detail: { code: "panic", message: expect.stringMatching(/^panicked at .+/) },
        },
      ]);
      expect(await text(page)).toEqual(before);
      await expect(headline(page)).toBeVisible();
      await expect(alert(page)).toHaveCount(0);
      await expect(radio(page, "Both")).toBeEnabled();
      expect(await hasFocus(radio(page, "Total")), "the focus stays").toBe(true);
      // Nothing is loaded before the reader wants it.
      expect([count(names, GLUE), count(names, WASM)]).toEqual([1, 1]);

      await radio(page, "Both").click();
      await expectEvents(page, { ready: 2, error: 1 });
      await expect(radio(page, "Both")).toBeChecked();
      expect(await hasFocus(radio(page, "Both"))).toBe(true);
      await expect(subtitle(page)).toHaveText(/^Commitment in total/);
      await expect(page.locator(".row")).toHaveCount(8);
      await expect(page.locator(".panel-heading")).toHaveText(["In total", "Per year"]);
      expect(await text(page)).toEqual(before);
      // Another instance of what is there.
      expect([count(names, GLUE), count(names, WASM)]).toEqual([1, 1]);

      await choose(page, "Ratio");
      await expect(subtitle(page)).toHaveText(/multiple/);
      await page.getByRole("button", { name: "Next stories" }).click();
      await expect(page.getByRole("button", { name: "Previous stories" })).toHaveAttribute("aria-disabled", "false");
      await expectEvents(page, { ready: 2, error: 1 });
    });
  }

  test("is healed by the keyboard, too", async ({ page }) => {
    await openDemo(page);
    await panic(page);
    await expectEvents(page, { ready: 1, error: 1 });
    await radio(page, "Both").focus();
    await page.keyboard.press("ArrowLeft");
    await expectEvents(page, { ready: 2, error: 1 });
    await expect(radio(page, "Per year")).toBeChecked();
    await expect(subtitle(page)).toHaveText(/^Commitment per year/);
    expect(await hasFocus(radio(page, "Per year"))).toBe(true);
  });

  test("is healed by a press that lasts longer than that takes", async ({ page }) => {
    await openDemo(page);
    await panic(page);
    await expectEvents(page, { ready: 1, error: 1 });
    await radio(page, "Per year").click({ delay: 1500 });
    await expectEvents(page, { ready: 2, error: 1 });
    await expect(radio(page, "Per year")).toBeChecked();
    await expect(subtitle(page)).toHaveText(/^Commitment per year/);
  });

  test("is healed by a touch of the text, which chooses nothing", async ({ page }) => {
    await openDemo(page);
    await panic(page);
    await expectEvents(page, { ready: 1, error: 1 });
    await touch(page);
    await expectEvents(page, { ready: 2, error: 1 });
    await expect(radio(page, "Both")).toBeChecked();
    await expect(page.locator(".row")).toHaveCount(8);
  });

  test("leaves the links at work", async ({ page }) => {
    await openDemo(page);
    await panic(page);
    await expectEvents(page, { ready: 1, error: 1 });
    await page.locator(".teaser-link").first().click({ force: true });
    await page.waitForURL("**/articles/related.html#hermes");
  });

  test("ends one widget of a page, and no other", async ({ page }) => {
    const names = requests(page);
    await openPage(page, element(`id="one" src="${DOCUMENT}"`) + element(`id="two" loading="eager" src="${DOCUMENT}"`) + MODULE);
    await expectEvents(page, { ready: 2 });
    const [one, two] = [page.locator("#one"), page.locator("#two")];
    await radio(two, "Per year").check();
    await expect(subtitle(two)).toHaveText(/^Commitment per year/);
    await panic(page, one);
    const { error } = await expectEvents(page, { ready: 2, error: 1 });
    expect(error.map(({ id, detail }) => [id, detail.code])).toEqual([["one", "panic"]]);

    await choose(two, "Yuan");
    await expect(subtitle(two)).toHaveText("Commitment per year, in yuan");
    await expect(subtitle(one)).toHaveText(/dollars/i);
    await radio(one, "Per year").click();
    const { ready } = await expectEvents(page, { ready: 3, error: 1 });
    expect(ready[2].id).toBe("one");
    await expect(subtitle(one)).toHaveText("Commitment per year, in US dollars");
    await expect(subtitle(two)).toHaveText("Commitment per year, in yuan");
    expect([count(names, GLUE), count(names, WASM)]).toEqual([1, 1]);
  });

  test("ends one island of an article, and no other", async ({ page }) => {
    await openDemo(page);
    await page.getByRole("button", { name: "Next stories" }).click();
    await expect(page.getByRole("button", { name: "Previous stories" })).toHaveAttribute("aria-disabled", "false");
    await page.locator(".carousel").evaluate((row) => (row.id = "same"));
    await radio(page, "Per year").check();
    await panic(page);
    await expectEvents(page, { ready: 1, error: 1 });
    // The row is the same, where it was, and goes on.
    await expect(page.locator("#same")).toHaveCount(1);
    await expect(page.getByRole("button", { name: "Previous stories" })).toHaveAttribute("aria-disabled", "false");
    await page.getByRole("button", { name: "Previous stories" }).click();
    await expect(page.getByRole("button", { name: "Previous stories" })).toHaveAttribute("aria-disabled", "true");
    await radio(page, "Both").click();
    await expectEvents(page, { ready: 2, error: 1 });
    await expect(subtitle(page)).toHaveText(/^Commitment in total/);
    await expect(page.locator("#same")).toHaveCount(1);
  });

  test("with more widgets on a page than have instances of their own ends some, which come back", async ({ page }) => {
    const many = Array.from({ length: 9 }, (_, index) => element(`id="w${index}" loading="eager" src="${DOCUMENT}"`));
    await openPage(page, many.join("") + MODULE);
    await expectEvents(page, { ready: 9 });
    await panic(page, page.locator("#w0"));
    await expect.poll(async () => (await events(page)).error.length).toBeGreaterThan(0);
    await settle(page);
    const { error } = await events(page);
    expect(error.length).toBeLessThan(4);
    for (const index of many.keys()) {
      const one = page.locator(`#w${index}`);
      await radio(one, "Per year").click();
      await expect(subtitle(one)).toHaveText(/^Commitment per year/);
    }
    expect((await events(page)).error).toHaveLength(error.length);
  });

  test("does not keep a new element away", async ({ page }) => {
    const names = requests(page);
    await openPage(page, element() + MODULE);
    await expectEvents(page, { ready: 1 });
    await panic(page);
    await expectEvents(page, { ready: 1, error: 1 });
    await page.evaluate(addAnother, DOCUMENT);
    const { ready } = await expectEvents(page, { ready: 2, error: 1 });
    expect(ready[1].id).toBe("another");
    const another = page.locator("#another");
    await radio(another, "Per year").check();
    await expect(subtitle(another)).toHaveText(/^Commitment per year/);
    // The first one is as the panic left it, until it is touched.
    await radio(page.locator("article-widget").first(), "Per year").click();
    await expectEvents(page, { ready: 3, error: 1 });
    expect([count(names, GLUE), count(names, WASM)]).toEqual([1, 1]);
  });

  test("does not keep another address away", async ({ page }) => {
    await openPage(page, element() + MODULE);
    await expectEvents(page, { ready: 1 });
    await panic(page);
    await expectEvents(page, { ready: 1, error: 1 });
    await answer(page, changed((document) => (document.headline = "Another headline")), { path: "articles/other.json" });
    await page.locator("article-widget").evaluate((widget) => (widget.src = "articles/other.json"));
    await expectEvents(page, { ready: 2, error: 1 });
    await expect(headline(page)).toHaveText("Another headline");
  });

  test("elsewhere on the page, and then a change of theme, leave an article as it is", async ({ page }) => {
    await openDemo(page);
    const demo = page.locator("article-widget").first();
    await radio(demo, "Per year").check();
    await expect(subtitle(demo)).toHaveText(/^Commitment per year/);
    await page.evaluate(addAnother, DOCUMENT);
    await expectEvents(page, { ready: 2 });
    await panic(page, page.locator("#another"));
    await expectEvents(page, { ready: 2, error: 1 });
    await demo.evaluate((widget) => (widget.theme = "dark"));
    await settle(page);
    await choose(demo, "Yuan");
    // What is chosen, what is said and what is drawn are the same.
    await expect(subtitle(demo)).toHaveText("Commitment per year, in yuan");
    await expect(radio(demo, "Per year")).toBeChecked();
    await expect(demo.locator(".row .label").last()).toHaveText("about CN¥127bn");
    await radio(demo, "Total").click();
    await choose(demo, "US dollars");
    await expect(demo.locator(".row .label")).toHaveText(["$80bn", "$65bn", "about $53bn", "$20.7bn†"]);
    await expectEvents(page, { ready: 2, error: 1 });
  });

  test("does not keep a widget waiting whose document is still on its way", async ({ page }) => {
    await answer(page, demoDocument(), { path: "articles/other.json" });
    const other = await hold(page, "articles/other.json");
    await openDemo(page);
    await page.evaluate(() => {
      const widget = document.createElement("article-widget");
      widget.id = "later";
      widget.loading = "eager";
      widget.src = "articles/other.json";
      document.querySelector("main").append(widget);
    });
    await other.asked;
    await panic(page, page.locator("article-widget").first());
    await expectEvents(page, { ready: 1, error: 1 });
    other.release();
    await expectEvents(page, { ready: 2, error: 1 });
    await expect(page.locator("#later h1")).toBeVisible();
  });

  test("that comes again and again is healed again and again", async ({ page }) => {
    test.slow();
    await openDemo(page);
    for (let panics = 1; panics <= 5; panics += 1) {
      await panic(page);
      await expectEvents(page, { ready: panics, error: panics });
      await radio(page, "Per year").click();
      await expectEvents(page, { ready: panics + 1, error: panics });
      await expect(subtitle(page)).toHaveText(/^Commitment per year/);
      await radio(page, "Both").click();
      await expect(subtitle(page)).toHaveText(/^Commitment in total/);
    }
    await expect(alert(page)).toHaveCount(0);
  });
});

test.describe("Where a part of the article is wrong", () => {
  const ADDRESS = "is not an address that this widget opens: use http, https, mailto, tel or a relative one";
  const BLOCKS =
    "heading, subheading, paragraph, list, numbered-list, terms, quotation, pull-quote, figure, table, aside, chart, related or divider";
  const MARKS = "strong, emphasis, code, superscript, subscript, link, term, footnote or datum";
  const chartAt = indexOf(demoDocument(), "chart");
  const noChart = {
    path: "charts[0]",
    message: "the chart is left out, because a commitment that it compares is wrong",
  };
  // Whatever refers to what is wrong: the place of the chart, and sentences that state its figures.
  const FOLLOWS = "what it refers to is wrong";
  const insert = (block) => (document) => document.body.splice(1, 0, block);

  const PARTS = [
    {
      name: "an unknown block keeps its words",
      change: insert({ quote: "These words are still to be read." }),
      problems: [{ path: "body[1].quote", message: `\`quote\` is not known here: use ${BLOCKS}` }],
      check: (page) => expect(page.locator(".body > p").nth(1)).toHaveText("These words are still to be read."),
    },
    {
      name: "an unknown block without words leaves a note",
      change: insert({ video: { src: "film.mp4" } }),
      problems: [{ path: "body[1].video", message: `\`video\` is not known here: use ${BLOCKS}` }],
      check: (page) => expect(page.locator(".body > p").nth(1)).toHaveText("A part of this article cannot be shown here."),
    },
    {
      name: "an unknown mark keeps its words",
      change: insert({ paragraph: ["Before, ", { blink: "in the middle" }, ", after."] }),
      problems: [{ path: "body[1].paragraph[1].blink", message: `\`blink\` is not known here: use ${MARKS}` }],
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
      change: (document) => (document.related[0].teasers[0].href = " JavaScript:window.executed = true"),
      problems: [{ path: "related[0].teasers[0].href", message: `\`JavaScript:window.executed = true\` ${ADDRESS}` }],
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
      change: (document) => (document.related[0].teasers[2] = { summary: "No headline, no address." }),
      problems: [
        { path: "related[0].teasers[2]", message: "the field `headline` is missing" },
        { path: "related[0].teasers[2]", message: "the field `href` is missing" },
      ],
      async check(page) {
        await expect(page.locator(".teaser")).toHaveCount(5);
        await expect(page.locator(".slide").last()).toHaveAccessibleName(/^5 of 5: ./);
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
      check: (page) => expect(page.locator(".credits")).not.toContainText("Published"),
    },
  ];

  for (const { name, change, problems, check } of PARTS) {
    test(`${name}; the rest stays, and the place in the document is named`, async ({ page }) => {
      const found = complaints(page);
      await answer(page, changed(change));
      await openPage(page, embed());
      const { ready } = await expectEvents(page, { ready: 1 });
      const told = ready[0].detail.problems;
      expect(told.filter(({ message }) => message !== FOLLOWS)).toEqual(problems);
      const follows = told.filter(({ message }) => message === FOLLOWS).map(({ path }) => path);
      expect(follows.includes(`body[${chartAt}].chart`)).toBe(problems.includes(noChart));
      expect(found).toEqual(told.map(({ path, message }) => `warning: <article-widget> ${path}: ${message}`));
      await check(page);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(HEADLINE);
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
  // What no browser can open.
  "http://f:b/c",
  "http://[1::2]:3:4",
];

test("No link leads to what is no address of a page", async ({ page }) => {
  const document = changed((document) => {
    const [teaser] = document.related[0].teasers;
    document.related[0].teasers = HREFS.map((href) => ({ ...teaser, href }));
    document.related[0].teasers.push(teaser);
    document.body.unshift(...HREFS.map((href, index) => ({ paragraph: [{ link: { href, text: `Words of link ${index}` } }] })));
  });
  await answer(page, document);
  await openPage(page, embed());
  const { ready } = await expectEvents(page, { ready: 1 });
  expect(ready[0].detail.problems.map(({ path }) => path)).toEqual([
    ...HREFS.map((_, index) => `related[0].teasers[${index}].href`),
    ...HREFS.map((_, index) => `body[${index}].paragraph[0].link.href`),
  ]);
  for (const [index, href] of HREFS.entries()) {
    await test.step(JSON.stringify(href), async () => {
      await page.getByText(`Words of link ${index}`, { exact: true }).click();
      await page.locator(".teaser").nth(index).click();
      await nothingWasExecuted(page);
    });
  }
});

test("Markup in a document is shown as the text that it is", async ({ page }) => {
  const markup = `<img src="x" onerror="window.executed = true"><script>window.executed = true</script>`;
  const document = changed((document) => {
    document.headline = markup;
    document.standfirst = markup;
    document.body.unshift({ paragraph: markup }, { heading: markup });
    document.related[0].teasers[0].headline = markup;
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
  expect(addresses.filter((protocol) => !/^https?:$/.test(protocol))).toEqual([]);
  expect((await events(page)).error).toEqual([]);
}
