// Two lines whose `src` names what `prerender` has written: the article is read before any WebAssembly came, and is
// then what a prerendered article is. Files that are something else are tried in html-hostile.spec.mjs.

import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { nodesOf, prerender } from "./prerendered.mjs";
import { DOCUMENT, HEADLINE, MODULE, complaints, demoDocument, expectEvents, fullDocument, hold, openPage, record, settle } from "./support.mjs";
import { expectAnswers, expectOne, faults, makeEager } from "./whole.mjs";

/** How a widget names the file, and the document of the demonstration beside it. */
const STORY = "articles/story.html";
const BESIDE = DOCUMENT.replace("articles/", "");
const lines = (attributes = "") => `<article-widget src="${STORY}" ${attributes}></article-widget>${MODULE}`;

const html = prerender(demoDocument(), "--src", BESIDE, "--linked");

/** Answers requests for the file, and notes its headers. */
async function serveStory(page, body = html, { contentType = "text/html; charset=utf-8", path = STORY, ...rest } = {}) {
  const requests = [];
  await page.route(`**/${path}`, (route) => {
    requests.push(route.request());
    return route.fulfill({ body, headers: contentType ? { "content-type": contentType } : {}, ...rest });
  });
  return requests;
}

/** Notes the names of all files that a page asks for. */
function asked(page) {
  const names = [];
  page.on("request", (request) => names.push(new URL(request.url()).pathname.slice(1)));
  return names;
}

/** That the reader has not been given the engine. */
const ENGINE = /\.wasm$|article-widget\.js$/;

/** What stands in the root of the widget. */
const shown = (page) => page.locator("article-widget").evaluate(nodesOf);

test.describe("An article in HTML that `src` names", () => {
  test("is read before the engine is asked for, and then comes alive", async ({ page }) => {
    const found = complaints(page);
    const names = asked(page);
    const requests = await serveStory(page);
    // The files of the engine do not come, where the reader is near a chart from the start.
    const held = await Promise.all(["article-widget.js", "article-widget_bg.wasm"].map((path) => hold(page, path)));
    const story = await hold(page, STORY);
    await openPage(page, lines());
    await story.asked;
    await settle(page);
    expect(names.filter((name) => ENGINE.test(name) || name.endsWith(".json"))).toEqual([]);
    story.release();
    await expectOne(page);
    expect(names).toContain("html.js");
    expect(requests).toHaveLength(1);
    await page.evaluate(() => (window.kept = [...document.querySelector("article-widget").shadowRoot.querySelectorAll(".body > p, [data-island] > *")]));
    await makeEager(page);
    for (const { release } of held) release();
    await expectEvents(page, { ready: 1 });
    expect(names).toContain(DOCUMENT);
    // No node of the text or of an island was replaced.
    expect(await page.evaluate(() => window.kept.length > 5 && window.kept.every((node) => node.isConnected))).toBe(true);
    await expectAnswers(page);
    await expectOne(page);
    expect(faults(found)).toEqual([]);
  });

  for (const [name, document] of Object.entries({ "of the demonstration": demoDocument, "with every part": fullDocument })) {
    test(`is what its page would be: that ${name}`, async ({ page, browser }) => {
      const markup = prerender(document(), "--src", "/articles/own.json", "--linked");
      await page.route("**/articles/own.json", (route) => route.fulfill({ json: document() }));
      const found = complaints(page);
      await serveStory(page, markup);
      await openPage(page, lines());
      await expect(page.locator("h1")).toBeVisible();
      const other = await browser.newPage();
      await other.route("**/*", (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: `<!doctype html>${markup.replace(/<script.*?<\/script>/g, "")}` }));
      await other.goto("http://127.0.0.1:9/");
      expect(await shown(page)).toEqual(await shown(other));
      await other.close();
      // Nothing is rendered afresh: hydration finds what it expects.
      await makeEager(page);
      await expectEvents(page, { ready: 1 });
      expect(found.filter((line) => line.includes("afresh"))).toEqual([]);
    });
  }

  test("is as high as the rendered document", async ({ page }) => {
    await serveStory(page);
    await openPage(page, lines());
    await expectOne(page);
    const read = await page.locator("article-widget").boundingBox();
    await page.locator("article-widget").evaluate((widget, src) => widget.setAttribute("src", src), DOCUMENT);
    await expectEvents(page, { ready: 1 });
    expect(await page.locator("article-widget").boundingBox()).toEqual(read);
  });

  test("is asked for together with the styles and the script that reads it", async ({ page }) => {
    await serveStory(page);
    const names = asked(page);
    const held = await Promise.all([STORY, "html.js", "article-widget.css"].map((path) => hold(page, path)));
    await openPage(page, lines());
    await Promise.all(held.map(({ asked }) => asked));
    expect(names.filter((name) => ENGINE.test(name))).toEqual([]);
    for (const { release } of held) release();
    await expectOne(page);
  });

  test("of which all is text needs nothing else", async ({ page }) => {
    const document = demoDocument();
    document.charts = undefined;
    document.related = undefined;
    document.body = [{ paragraph: "Nothing but words." }];
    document.headline = HEADLINE;
    document.standfirst = undefined;
    document.takeaways = undefined;
    const names = asked(page);
    await serveStory(page, prerender(document, "--src", BESIDE, "--linked"));
    await openPage(page, lines());
    await expectEvents(page, { ready: 1 });
    await expectOne(page);
    expect(names.filter((name) => ENGINE.test(name))).toEqual([]);
  });

  test("takes the place of another article, and gives way to one", async ({ page }) => {
    await serveStory(page);
    await openPage(page, `<article-widget src="${DOCUMENT}" loading="eager"></article-widget>${MODULE}`);
    await expectEvents(page, { ready: 1 });
    const widget = page.locator("article-widget");
    await widget.evaluate((widget, src) => (widget.src = src), STORY);
    await expectEvents(page, { ready: 2 });
    expect(await widget.evaluate(({ shadowRoot }) => shadowRoot.querySelectorAll("[data-island][data-alive]").length)).toBeGreaterThan(1);
    await widget.evaluate((widget, article) => (widget.article = article), { ...demoDocument(), headline: "Another" });
    await expectEvents(page, { ready: 3 });
    await expect(page.locator("h1")).toHaveText("Another");
    await widget.evaluate((widget) => (widget.article = null));
    await expectEvents(page, { ready: 4 });
    await expectOne(page);
    await expectAnswers(page);
  });

  test("takes the place of the publisher's own content", async ({ page }) => {
    await serveStory(page);
    const story = await hold(page, STORY);
    await openPage(page, `<article-widget src="${STORY}"><p>Read it on our site.</p></article-widget>${MODULE}`);
    await story.asked;
    await expect(page.getByText("Read it on our site.")).toBeVisible();
    story.release();
    await expectOne(page);
    await expect(page.getByText("Read it on our site.")).toBeHidden();
  });

  for (const options of [["--page"], ["--light"], ["--page", "--light"]]) {
    test(`is taken out of what is written with ${options.join(" ")}`, async ({ page }) => {
      await serveStory(page, prerender(demoDocument(), "--src", BESIDE, ...options));
      await openPage(page, lines(`loading="eager"`));
      await expectEvents(page, { ready: 1 });
      await expectOne(page);
      await expectAnswers(page);
      expect(await page.evaluate(() => document.title)).toBe("A page");
    });
  }

  test("is rendered from the document that it names under a strict policy, or shown", async ({ page }) => {
    const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";
    await serveStory(page);
    const found = complaints(page);
    await record(page);
    await page.route("**/own.html", (route) => route.fulfill({ contentType: "text/html", body: `<!doctype html><title>A page</title><link rel="icon" href="articles/icon.svg">${lines()}`, headers: { "content-security-policy": policy } }));
    await page.goto("/own.html");
    await expectOne(page);
    await makeEager(page);
    await expectEvents(page, { ready: 1 });
    await expectAnswers(page);
    expect(faults(found)).toEqual([]);
  });
});

test.describe("The document beside HTML is rendered", () => {
  test("where the browser has no sanitiser", async ({ page }) => {
    await page.addInitScript(() => delete Document.parseHTML);
    const names = asked(page);
    await serveStory(page);
    await openPage(page, lines(`loading="eager"`));
    await expectEvents(page, { ready: 1 });
    expect(names).toContain(DOCUMENT);
    await expectOne(page);
    await expectAnswers(page);
  });

  for (const [what, change] of Object.entries({
    "is of another release": (html) => html.replace(/data-build="..../, 'data-build="ffff'),
    "is of no release": (html) => html.replace(/ data-build="\w+"/, ""),
    "lacks its article": (html) => html.replace(/<template.*<\/template>/, ""),
    "is cut off": (html) => html.slice(0, 60),
  })) {
    test(`where the HTML ${what}`, async ({ page }) => {
      const found = complaints(page);
      await serveStory(page, change(html));
      await openPage(page, lines(`loading="eager"`));
      await expectEvents(page, { ready: 1 });
      await expectOne(page);
      await expectAnswers(page);
      expect(found.join()).toContain("the document is rendered in its place");
    });
  }

  // A server that prefers HTML, one that prefers JSON, and one that has a page of its own at the address.
  for (const first of ["html", "json", "page"]) {
    test(`where a server has either, and would rather give ${first}`, async ({ page }) => {
      const answers = { html: html.replace(`src="${BESIDE}"`, 'src="either"'), json: JSON.stringify(demoDocument()), page: "<!doctype html><h1>A page of the site</h1>" };
      const kinds = [];
      await page.route("**/articles/either", (route) => {
        const accept = route.request().headers().accept;
        const kind = accept.includes("text/html") ? first : "json";
        kinds.push(kind);
        return route.fulfill({ contentType: kind === "json" ? "application/json" : "text/html", body: answers[kind], headers: { vary: "accept" } });
      });
      await openPage(page, `<article-widget src="articles/either" loading="eager"></article-widget>${MODULE}`);
      await expectEvents(page, { ready: 1 });
      expect(kinds).toEqual(first === "json" ? ["json"] : [first, "json"]);
      await expectOne(page);
      await expectAnswers(page);
    });
  }
});

test.describe("Where a server has either, and a request is lost", () => {
  /** A page whose `src` names both; the request of this number is lost. Gives what the others asked for. */
  async function openEither(page, lost) {
    const kinds = [];
    await page.route("**/articles/either", (route) => {
      const isHtml = route.request().headers().accept.includes("text/html");
      kinds.push(isHtml ? "html" : "json");
      if (kinds.length === lost) return route.abort();
      const body = isHtml ? html.replace(`src="${BESIDE}"`, 'src="either"') : JSON.stringify(demoDocument());
      return route.fulfill({ contentType: isHtml ? "text/html" : "application/json", body, headers: { vary: "accept" } });
    });
    await openPage(page, `<article-widget src="articles/either" loading="eager"></article-widget>${MODULE}`);
    return kinds;
  }

  test("the document is asked for again as a document", async ({ page }) => {
    const kinds = await openEither(page, 2);
    await expectEvents(page, { ready: 1 });
    expect(kinds).toEqual(["html", "json", "json"]);
    await expectAnswers(page);
  });

  test("the reader can ask again for the article", async ({ page }) => {
    const kinds = await openEither(page, 1);
    await expectEvents(page, { error: 1 });
    await page.getByRole("button", { name: "Try again" }).click();
    await expectEvents(page, { error: 1, ready: 1 });
    expect(kinds).toEqual(["html", "html", "html", "json"]);
    await expectAnswers(page);
  });
});

const json = JSON.stringify(demoDocument());
for (const [what, body, contentType] of [
  ["JSON", json, "application/json"],
  ["JSON of no type", json, ""],
  ["HTML of no type", html, ""],
  ["HTML of another type", ` \n${html}`, "text/plain"],
  ["JSON of another type", json, "text/plain"],
]) {
  test(`${what} at an address that ends in .html is told from the other`, async ({ page }) => {
    await serveStory(page, body, { contentType });
    await openPage(page, lines(`loading="eager"`));
    await expectEvents(page, { ready: 1 });
    await expectOne(page);
  });
}

test("The request for the other site's file needs no leave beforehand", async ({ page }) => {
  const methods = [];
  await page.route("https://other.example/**", (route) => {
    const request = route.request();
    methods.push(`${request.method()} ${new URL(request.url()).pathname}`);
    const isHtml = request.url().endsWith("html");
    return route.fulfill({ contentType: isHtml ? "text/html" : "application/json", body: isHtml ? html : JSON.stringify(demoDocument()), headers: { "access-control-allow-origin": "*" } });
  });
  await openPage(page, `<article-widget src="https://other.example/news/story.html" loading="eager"></article-widget>${MODULE}`);
  await expectEvents(page, { ready: 1 });
  await expectOne(page);
  // The document is beside the file, not beside the page.
  expect(methods).toEqual(["GET /news/story.html", `GET /news/${BESIDE}`]);
});

test.describe("Where nothing comes of it, the reader is told", () => {
  for (const [what, code, options] of [
    ["no file", "http", { status: 404, contentType: "text/plain", body: "Not found" }],
    ["a page of another kind", "not-json", { body: "<!doctype html><title>Shop</title><p>Buy now</p>" }],
    ["a page that names no document", "not-json", { body: html.replace(/ src="[^"]*" data-build/, " data-build") }],
    ["a page that names a refused address", "not-json", { body: html.replace(/ src="[^"]*" data-build/, ' src="javascript:alert(1)" data-build') }],
    ["an empty file", "not-json", { body: "" }],
  ]) {
    test(`as ${code} of ${what}`, async ({ page }) => {
      const { body, ...rest } = options;
      await serveStory(page, body, rest);
      await openPage(page, lines(`loading="eager"`));
      const { error } = await expectEvents(page, { error: 1 });
      expect(error[0].detail.code).toBe(code);
      expect(error[0].detail.message).toContain("story.html");
      await expect(page.getByRole("alert")).toBeVisible();
    });
  }

  test("where the script that reads it does not come, until it does", async ({ page }) => {
    let isThere = false;
    await page.route(/html\.js/, (route) => (isThere ? route.fallback() : route.abort()));
    await serveStory(page);
    await openPage(page, lines(`loading="eager"`));
    const { error } = await expectEvents(page, { error: 1 });
    expect(error[0].detail.code).toBe("engine");
    isThere = true;
    await page.getByRole("button", { name: "Try again" }).click();
    await expectOne(page);
  });

  test("but keeps the text where only the document is missing", async ({ page }) => {
    await page.route(`**/${DOCUMENT}`, (route) => route.fulfill({ status: 404, body: "" }));
    await serveStory(page);
    await openPage(page, lines(`loading="eager"`));
    const { error } = await expectEvents(page, { error: 1 });
    expect(error[0].detail.code).toBe("http");
    await expectOne(page);
  });
});

test.describe("The hints of the documentation", () => {
  const hints = readFileSync(new URL("../../../docs/embedding.md", import.meta.url), "utf8").match(/```html\n<link[^`]*```/g);

  for (const [index, src] of [DOCUMENT, STORY].entries()) {
    test(`ask for what ${src} needs, once`, async ({ page }) => {
      const lines = hints[index].split("\n").filter((line) => line.startsWith("<link"));
      const head = lines.join("").replaceAll("widget/", "").replace(/story\.\w+/, src);
      expect(head).toContain(`href="${src}"`);
      const warnings = complaints(page);
      if (src === STORY) await serveStory(page);
      await openPage(page, `<article-widget src="${src}"></article-widget>${MODULE}`, head);
      await expectOne(page);
      // A hint that is not used makes the browser ask again.
      const names = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname.slice(1)));
      for (const [, name] of head.matchAll(/href="(.*?)"/g)) expect(names.filter((other) => other === name), name).toHaveLength(1);
      expect(faults(warnings)).toEqual([]);
    });
  }
});
