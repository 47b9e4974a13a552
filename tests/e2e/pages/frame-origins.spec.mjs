// frame.html with documents of other sites: only those of origins that frame.json names.

import { expect } from "@playwright/test";
import { prerender } from "./prerendered.mjs";
import { HEADLINE, changed, complaints, demoDocument, settle, test } from "./support.mjs";

const CORS = { "access-control-allow-origin": "*" };

/** A response with a document for pages of all sites. */
const respondWith =
  (document = demoDocument()) =>
  (response) =>
    response.writeHead(200, { "content-type": "application/json", ...CORS }).end(JSON.stringify(document));

/** Serves this text as frame.json; gives the requests for it. */
async function configure(page, body) {
  const requests = [];
  await page.route("**/frame.json", (route) => {
    requests.push(route.request().url());
    return body === undefined ? route.fulfill({ status: 404 }) : route.fulfill({ contentType: "application/json", body });
  });
  return requests;
}

const naming = (...origins) => JSON.stringify({ origins });
const open = (page, src, more = "") => page.goto(`/frame.html?src=${encodeURIComponent(src)}${more}`);

/** That the frame shows a message and no article, and has said this on the console. */
async function expectRefusal(page, found, ...parts) {
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.locator(".article")).toHaveCount(0);
  for (const part of parts) expect(found.join("\n")).toContain(part);
}

test("It shows a document of an origin that frame.json names", async ({ page, serveAs }) => {
  const origin = await serveAs(respondWith());
  const requests = await configure(page, naming("https://other.example", origin));
  const found = complaints(page);
  await open(page, `${origin}/document.json`);
  await expect(page.locator("h1")).toHaveText(HEADLINE);
  await expect(page.locator("figure.chart svg").first()).toBeVisible();
  expect(requests).toHaveLength(1);
  expect(found).toEqual([]);
});

test("It shows HTML of such an origin, and then its document", async ({ page, serveAs }) => {
  const html = prerender(demoDocument(), "--src", "document.json", "--linked");
  const origin = await serveAs(respondWith());
  await page.route(`${origin}/story.html`, (route) => route.fulfill({ contentType: "text/html; charset=utf-8", headers: CORS, body: html }));
  await configure(page, naming(origin));
  await page.addInitScript(() => document.addEventListener("article-widget-ready", () => (window.isReady = true)));
  await open(page, `${origin}/story.html`);
  await expect(page.locator("h1")).toHaveText(HEADLINE);
  await page.locator(".standfirst").click();
  await expect.poll(() => page.evaluate("window.isReady")).toBe(true);
});

test("It asks for no frame.json where the document is of its own site", async ({ page, baseURL }) => {
  const requests = await configure(page, naming());
  for (const src of ["articles/alibaba-ai-investment.json", `${baseURL}/articles/alibaba-ai-investment.json`]) {
    await open(page, src);
    await expect(page.locator("h1")).toHaveText(HEADLINE);
  }
  expect(requests).toEqual([]);
});

const CONFIGURATIONS = {
  "is not there": [undefined, "the server answered 404"],
  "is no JSON": ["origins: []", "is not valid JSON"],
  "is null": ["null", "no list `origins`"],
  "has no list": [`{ "origins": "ORIGIN" }`, "no list `origins`"],
  "has an empty list": [naming(), "not in the list"],
  "has a wildcard": [naming("*", "http://*", "http://127.0.0.1:*", "null"), "not in the list"],
  "has addresses": [naming("ORIGIN/", "ORIGIN/document.json"), "not in the list"],
  "has another port": [naming("http://127.0.0.1", "ORIGIN0"), "not in the list"],
  "has another scheme": [naming("HTTPS_ORIGIN"), "not in the list"],
  "has another host": [naming("http://127.0.0.1.example"), "not in the list"],
};

for (const [how, [body, reason]] of Object.entries(CONFIGURATIONS)) {
  test(`It refuses a document of another site where frame.json ${how}`, async ({ page, serveAs, baseURL }) => {
    let answers = 0;
    const origin = await serveAs((response) => {
      answers += 1;
      respondWith()(response);
    });
    await configure(page, body?.replaceAll("HTTPS_ORIGIN", origin.replace("http", "https")).replaceAll("ORIGIN", origin));
    const found = complaints(page);
    await open(page, `${origin}/document.json`);
    await expectRefusal(page, found, `documents of ${origin} are not shown: ${baseURL}/frame.json: `, reason, `write { "origins": ["${origin}"] }`);
    expect(answers).toBe(0);
  });
}

test("It refuses what is no address of an origin that frame.json can name", async ({ page, baseURL }) => {
  await configure(page, naming("null", "blob:https://example.com", "https://own:word@example.com"));
  const [found, requests] = [complaints(page), []];
  page.on("request", (request) => requests.push(request.url()));
  for (const src of ["https://example.com/story.json", "//example.com/story.json", "https://own:word@example.com/story.json", "data:application/json,{}", "blob:https://example.com/1", "javascript:alert(1)", "http://%zz", ""]) {
    await test.step(src || "no address", async () => {
      found.length = 0;
      await open(page, src);
      await expectRefusal(page, found, /^(https:)?\/\/example/.test(src) ? "//example.com are not shown" : "src is to be the address of a document");
      expect(requests.filter((url) => !url.startsWith(baseURL))).toEqual([]);
    });
  }
});

/** Servers: one with a document, and one whose answers lead there; `answers` counts those of the first. */
async function leading(serveAs) {
  const counted = { answers: 0 };
  counted.goal = await serveAs((response) => {
    counted.answers += 1;
    respondWith()(response);
  });
  counted.start = await serveAs((response) => response.writeHead(302, { location: `${counted.goal}/document.json`, ...CORS }).end());
  return counted;
}

test("It refuses what an address of its own site leads on to elsewhere", async ({ page, serveAs }) => {
  const counted = await leading(serveAs);
  await page.goto(`${counted.start}/frame.html?src=document.json`);
  await expectRefusal(page, []);
  expect(counted.answers).toBe(0);
});

test("It refuses what an address of a named origin leads on to elsewhere", async ({ page, serveAs }) => {
  const counted = await leading(serveAs);
  await configure(page, naming(counted.start, "https://other.example"));
  await open(page, `${counted.start}/document.json`);
  await expectRefusal(page, []);
  expect(counted.answers).toBe(0);
});

test("It refuses a document elsewhere that HTML of a named origin names", async ({ page, serveAs }) => {
  let answers = 0;
  const goal = await serveAs((response) => {
    answers += 1;
    respondWith()(response);
  });
  const html = prerender(demoDocument(), "--src", `${goal}/document.json`, "--linked");
  await page.route("https://news.example/story.html", (route) => route.fulfill({ contentType: "text/html; charset=utf-8", headers: CORS, body: html }));
  await configure(page, naming("https://news.example"));
  await page.addInitScript(() => document.addEventListener("article-widget-error", ({ detail }) => (window.code = detail.code)));
  await open(page, "https://news.example/story.html");
  await page.locator(".standfirst").click();
  await expect.poll(() => page.evaluate("window.code")).toBe("network");
  await expect(page.locator("h1")).toHaveText(HEADLINE);
  expect(answers).toBe(0);
});

const WAY_OUT = changed((document) => document.body.unshift({ paragraph: [{ link: { href: "more.html", text: "A way out" } }] }));
const wayOut = (page) => page.getByRole("link", { name: "A way out" }).evaluate(({ href, target, baseURI }) => ({ href, target, baseURI }).href);

test("Relative addresses of another site begin at its document", async ({ page, serveAs }) => {
  const origin = await serveAs(respondWith(WAY_OUT));
  await configure(page, naming(origin));
  await open(page, `${origin}/document.json`);
  expect(await wayOut(page)).toBe(`${origin}/more.html`);
  expect(await page.locator("base").getAttribute("target")).toBe("_parent");
});

test("Those of its own site begin at the frame, or at the document where that is asked for", async ({ page, baseURL }) => {
  await page.route("**/stories/one.json", (route) => route.fulfill({ json: WAY_OUT }));
  await open(page, "stories/one.json");
  expect(await wayOut(page)).toBe(`${baseURL}/more.html`);
  await open(page, "stories/one.json", "&base=document");
  expect(await wayOut(page)).toBe(`${baseURL}/stories/more.html`);
  // No other base can be named: it would lead the links of the site elsewhere.
  await open(page, "stories/one.json", "&base=https://example.com/");
  expect(await wayOut(page)).toBe(`${baseURL}/more.html`);
});

test("It works in a sandbox, for which its server gives leave", async ({ page, baseURL }) => {
  await page.route(`${baseURL}/**`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), ...CORS } });
  });
  await page.route("**/host.html", (route) =>
    route.fulfill({ contentType: "text/html", body: `<!doctype html><iframe sandbox="allow-scripts" src="frame.html?src=articles/alibaba-ai-investment.json" width="800" height="600"></iframe>` }),
  );
  const found = complaints(page);
  await page.goto("/host.html");
  await expect(page.frameLocator("iframe").locator("h1")).toHaveText(HEADLINE);
  await settle(page);
  expect(found.filter((complaint) => !complaint.includes("favicon"))).toEqual([]);
});
