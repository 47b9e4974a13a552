// Messages between frame.html and a page of another site, and the colours of that page in the frame.

import { expect } from "@playwright/test";
import { snippet, test } from "./frame.mjs";
import { DOCUMENT, complaints, settle } from "./support.mjs";

/** Opens a page of another site with a frame; gives what is in the frame. */
async function openHost(page, address) {
  await page.goto(address);
  const frame = page.frameLocator("#story");
  await expect(frame.locator("article-widget .article")).toBeVisible();
  return frame;
}

const height = (page) => page.locator("#story").evaluate((frame) => frame.getBoundingClientRect().height);
const theme = (frame) => frame.locator("article-widget").evaluate((widget) => widget.theme);

test.describe("The height", () => {
  test("reaches the listener of the documentation", async ({ page, baseURL, serveHost }) => {
    const found = complaints(page);
    const frame = await openHost(page, serveHost(snippet(baseURL)));
    for (const width of [1280, 400]) {
      await page.setViewportSize({ width, height: 800 });
      const whole = () => frame.locator("html").evaluate((root) => Math.abs(innerHeight - root.getBoundingClientRect().height) < 2);
      await expect.poll(() => height(page)).toBeGreaterThan(2000);
      await expect.poll(whole).toBe(true);
    }
    expect(found).toEqual([]);
  });

  test("is a message with two fields: a type and a whole number", async ({ page, baseURL, serveHost }) => {
    await openHost(page, serveHost(`<script>const messages = []; addEventListener("message", ({ origin, data }) => messages.push([origin, data]));</script>${snippet(baseURL)}`));
    await expect.poll(() => height(page)).toBeGreaterThan(2000);
    const messages = await page.evaluate("messages");
    for (const [origin, data] of messages) {
      expect(origin).toBe(baseURL);
      expect(Object.keys(data).sort()).toEqual(["height", "type"]);
      expect(data.type).toBe("article-widget-height");
      expect(Number.isInteger(data.height) && data.height > 0).toBe(true);
    }
    expect(messages.length).toBeGreaterThan(0);
  });

  test("is taken from nobody else by that listener", async ({ page, baseURL, serveHost }) => {
    const found = complaints(page);
    const MESSAGE = `{ type: "article-widget-height", height: 9999 }`;
    // Another frame, and the page itself.
    const other = `<iframe id="other" src="${baseURL}/other.html"></iframe>`;
    await page.route("**/other.html*", (route) => route.fulfill({ contentType: "text/html", body: `<body><script>parent.postMessage(${MESSAGE}, "*"); parent.postMessage(null, "*"); document.body.append("Sent");</script>` }));
    await openHost(page, serveHost(snippet(baseURL) + other));
    await expect.poll(() => height(page)).toBeGreaterThan(2000);
    await page.evaluate(`postMessage(${MESSAGE}, "*"); document.getElementById("other").contentWindow.location.replace("${baseURL}/other.html?again")`);
    await expect(page.frameLocator("#other").locator("body")).toContainText(/Sent$/);
    await settle(page);
    expect(await height(page)).toBeLessThan(9000);

    // A page of another site that has taken the place of the frame's.
    await page.route("**/elsewhere.html", (route) => route.fulfill({ contentType: "text/html", body: `<body><script>parent.postMessage(${MESSAGE}, "*"); document.body.append("Sent");</script>` }));
    await page.evaluate(`document.getElementById("story").contentWindow.location.replace("${new URL(page.url()).origin}/elsewhere.html")`);
    await expect(page.frameLocator("#story").locator("body")).toContainText(/Sent$/);
    await settle(page);
    expect(await height(page)).toBeLessThan(9000);
    expect(found.filter((complaint) => complaint.startsWith("uncaught"))).toEqual([]);
  });
});

test.describe("The colours", () => {
  const article = (frame) => frame.locator(".article-widget");
  const isDark = (frame) =>
    article(frame).evaluate((article) => {
      // Ink that is bright is for a dark ground.
      const [red, green, blue] = getComputedStyle(article).color.match(/[\d.]+/g).map(Number);
      return red + green + blue > 400;
    });

  test.describe("as browsers pass them on", () => {
    // An emulated wish of the reader would hold for all frames, whatever their page says.
    test.use({ colorScheme: null });

    test("follow the page's color-scheme while they are shown", async ({ page, baseURL, serveHost }) => {
      const frame = await openHost(page, serveHost(snippet(baseURL)));
      await expect.poll(() => isDark(frame)).toBe(false);
      const loads = [];
      page.on("framenavigated", (frame) => loads.push(frame.url()));
      for (const [place, scheme, dark] of [
        ["html", "dark", true],
        ["html", "light", false],
        ["#story", "dark", true],
        ["#story", "light", false],
      ]) {
        await page.locator(place).evaluate((element, scheme) => (element.style.colorScheme = scheme), scheme);
        await expect.poll(() => isDark(frame)).toBe(dark);
      }
      expect(loads).toEqual([]);
    });
  });

  test("follow the reader where the page says `light dark`", async ({ page, baseURL, serveHost }) => {
    const frame = await openHost(page, serveHost(snippet(baseURL), `<meta name="color-scheme" content="light dark">`));
    for (const colorScheme of ["dark", "light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      await expect.poll(() => isDark(frame)).toBe(colorScheme === "dark");
    }
  });

  test("follow messages of the page around", async ({ page, baseURL, serveHost }) => {
    const frame = await openHost(page, serveHost(snippet(baseURL)));
    for (const [name, dark] of [["dark", true], ["light", false], ["dark", true], ["auto", false]]) {
      await page.locator("#story").evaluate(({ contentWindow }, theme) => contentWindow.postMessage({ type: "article-widget-theme", theme }, "*"), name);
      await expect.poll(() => theme(frame)).toBe(name);
      await expect.poll(() => isDark(frame)).toBe(dark);
    }
  });

  test("are there from the start where the page tells them at the `load` of the frame", async ({ page, baseURL, serveHost }) => {
    const tell = `<script>story.onload = () => story.contentWindow.postMessage({ type: "article-widget-theme", theme: "dark" }, "${baseURL}");</script>`;
    const frame = await openHost(page, serveHost(snippet(baseURL) + tell));
    await expect.poll(() => isDark(frame)).toBe(true);
  });

  test("follow no other message, and nobody else", async ({ page, baseURL, serveHost }) => {
    const found = complaints(page);
    await page.route("**/other.html*", (route) => route.fulfill({ contentType: "text/html", body: `<body><script>parent.frames[0].postMessage({ type: "article-widget-theme", theme: "dark" }, "*"); document.body.append("Sent");</script>` }));
    const frame = await openHost(page, serveHost(snippet(baseURL)));
    await frame.locator("article-widget").evaluate((widget) => {
      window.themes = [];
      new MutationObserver(() => window.themes.push(widget.theme)).observe(widget, { attributeFilter: ["theme"] });
    });
    await page.evaluate((src) => document.body.insertAdjacentHTML("beforeend", `<iframe id="other" src="${src}"></iframe>`), `${baseURL}/other.html`);
    await expect(page.frameLocator("#other").locator("body")).toContainText(/Sent$/);
    const messages = [null, undefined, "dark", 1, [], { type: "article-widget-theme" }, { theme: "dark" }, { type: "article-widget-height", theme: "dark" }];
    const values = ["", "DARK", "dark ", "sepia", null, true, 1, ["dark"], { dark: 1 }];
    await page.locator("#story").evaluate(
      ({ contentWindow }, all) => {
        for (const message of all) contentWindow.postMessage(message, "*");
      },
      [...messages, ...values.map((theme) => ({ type: "article-widget-theme", theme }))],
    );
    // Messages come in their order.
    await page.locator("#story").evaluate(({ contentWindow }) => contentWindow.postMessage({ type: "article-widget-theme", theme: "light" }, "*"));
    await expect.poll(() => theme(frame)).toBe("light");
    expect(await frame.locator("html").evaluate(() => window.themes)).toEqual(["light"]);
    expect(found).toEqual([]);
  });

  test("are those of the address until a message comes", async ({ page, baseURL, serveHost }) => {
    const frame = await openHost(page, serveHost(snippet(baseURL, `src=${DOCUMENT}&theme=dark`)));
    expect(await theme(frame)).toBe("dark");
  });
});
