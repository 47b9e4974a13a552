// Back to a page that the browser makes anew: an article that comes from a script is as high from the start as it was
// when the reader left, so that what the reader looked at is where it was. (Playwright's Chromium has no cache of pages
// that it goes back to.)

import { expect, test } from "@playwright/test";
import { MODULE, element, expectEvents, hold, openPage, settle } from "./support.mjs";

const below = Array.from({ length: 60 }, (_, index) => `<p id="p${index}">Paragraph ${index} of the page.</p>`).join("");
const body = (attributes = "") => element(`src="articles/alibaba-ai-investment.json" ${attributes}`) + MODULE + below;

/** Where the reader is, and what is at the top of the window there. */
const place = (page) => page.evaluate(() => Math.round(window.scrollY));
const jumpTo = (page, top) => page.evaluate((top) => window.scrollTo({ top, behavior: "instant" }), top);
const heightOf = (page) => page.locator("article-widget").first().evaluate((widget) => Math.round(widget.getBoundingClientRect().height));

/** Leaves the page, and comes back by the browser's own way; the article is kept away until `release` is called. */
async function leaveAndReturn(page, how) {
  if (how === "a reload") {
    const held = await hold(page, "article-widget_bg.wasm");
    await page.reload({ waitUntil: "load" });
    return held;
  }
  await page.goto("/page.css");
  const held = await hold(page, "article-widget_bg.wasm");
  await page.goBack({ waitUntil: "load" });
  return held;
}

for (const how of ["Back", "a reload"]) {
  for (const [where, top] of Object.entries({ "in the article": 3000, "below it": 100_000 })) {
    test(`After ${how} a reader who was ${where} is there again, before and after the article comes`, async ({ page }) => {
      await openPage(page, body());
      await expectEvents(page, { ready: 1 });
      await jumpTo(page, top);
      const before = await place(page);
      expect(before).toBeGreaterThan(2500);
      const height = await heightOf(page);
      const held = await leaveAndReturn(page, how);
      await expect.poll(() => place(page)).toBe(before);
      expect(await heightOf(page)).toBe(height);
      held.release();
      if (where === "in the article") await expectEvents(page, { ready: 1 });
      await settle(page);
      expect(await place(page)).toBe(before);
      expect(await heightOf(page)).toBe(height);
    });
  }
}

test("Each of several articles has its own height, and the publisher's own words stand in it", async ({ page }) => {
  await openPage(page, element(`src="articles/alibaba-ai-investment.json"`, "<p>Read it on our site.</p>") + body('loading="eager"') );
  await expectEvents(page, { ready: 2 });
  const heights = () => page.locator("article-widget").evaluateAll((all) => all.map((widget) => Math.round(widget.getBoundingClientRect().height)));
  await page.locator("article-widget").last().evaluate((widget) => widget.shadowRoot.querySelector(".carousel").remove());
  const before = await heights();
  expect(before[0]).not.toBe(before[1]);
  const held = await leaveAndReturn(page, "Back");
  await expect.poll(heights).toEqual(before);
  await expect(page.getByText("Read it on our site.")).toBeVisible();
  held.release();
});

test("A window of another width knows nothing of that height", async ({ page }) => {
  await openPage(page, body());
  await expectEvents(page, { ready: 1 });
  const height = await heightOf(page);
  await page.goto("/page.css");
  await page.setViewportSize({ width: 500, height: 700 });
  await hold(page, "article-widget_bg.wasm");
  await page.goBack({ waitUntil: "load" });
  await expect(page.getByRole("status")).toBeVisible();
  expect(await heightOf(page)).toBeLessThan(height / 2);
});

test("An article that cannot be shown any more leaves no hole", async ({ page }) => {
  await openPage(page, body());
  await expectEvents(page, { ready: 1 });
  await page.goto("/page.css");
  await page.route("**/articles/*.json", (route) => route.fulfill({ status: 404, body: "" }));
  await page.goBack({ waitUntil: "load" });
  await expectEvents(page, { error: 1 });
  await expect(page.getByRole("alert")).toBeVisible();
  expect(await heightOf(page)).toBeLessThan(700);
});

test("Where storage is forbidden the article comes all the same", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "sessionStorage", {
      get() {
        throw new DOMException("forbidden", "SecurityError");
      },
    });
  });
  const errors = [];
  page.on("pageerror", (error) => errors.push(error));
  await openPage(page, body());
  await expectEvents(page, { ready: 1 });
  await page.goto("/page.css");
  await page.goBack();
  await expectEvents(page, { ready: 1 });
  expect(errors).toEqual([]);
});

test("Nothing is written into the page: its policy may forbid styles in attributes", async ({ page }) => {
  await openPage(page, body(), `<meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'; require-trusted-types-for 'script'">`);
  const complaints = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  await expectEvents(page, { ready: 1 });
  const height = await heightOf(page);
  const held = await leaveAndReturn(page, "Back");
  await expect.poll(() => heightOf(page)).toBe(height);
  held.release();
  expect(complaints.filter((words) => !/404/.test(words))).toEqual([]);
});
