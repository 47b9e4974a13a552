// The styles of prerendered articles: they stand in the markup, and what a page's policy makes of that.

import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { complaints, demoDocument, expectEvents, hold, openPage, record, requests, settle, touch } from "./support.mjs";
import { prerender, sentences, servePage, styleSources, toldSources } from "./prerendered.mjs";
import { fragment } from "./whole.mjs";

const FORMS = { "in a shadow tree": [[], "article-widget.css"], "in the page's tree": [["--light"], "article-widget.light.css"] };
const SCRIPTS = "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src 'self'";
// The icon that browsers ask for is no matter of ours.
const isOurs = (complaint) => !/favicon|404/.test(complaint);

/** How the parts of the article look. */
const looks = (page) =>
  page.locator("article-widget").evaluate((widget) => {
    const root = (widget.shadowRoot ?? widget).querySelector("[part=root], .article-widget-light");
    return [...root.querySelectorAll("*")].map((part) => {
      const { fontSize, fontFamily, color, display, marginTop, paddingTop, backgroundColor } = getComputedStyle(part);
      const { x, y, width, height } = part.getBoundingClientRect();
      return [part.className, fontSize, fontFamily, color, display, marginTop, paddingTop, backgroundColor, x, y, width, height].join(" ");
    });
  });

/** The elements with styles in the tree of the article. */
const sheets = (page) =>
  page.locator("article-widget").evaluate((widget) => [...(widget.shadowRoot ?? widget).querySelectorAll("style, link")].map(({ localName, href }) => (href ? href.split("/").at(-1) : localName)));

for (const [form, [options, file]] of Object.entries(FORMS)) {
  const live = file.replace("widget", "widget.live");

  test.describe(`An article ${form}`, () => {
    test("is painted after one request, with the very styles of the release", async ({ page }) => {
      const html = prerender(demoDocument(), "--page", ...options);
      const styles = readFileSync(new URL(`../../../dist/${file}`, import.meta.url), "utf8");
      expect(html).toContain(`>${styles}</style>`);
      const names = requests(page);
      const loader = await hold(page, "embed.js");
      await page.goto(await servePage(page, html), { waitUntil: "commit" });
      await loader.asked;
      await expect(page.locator(".kicker")).toHaveCSS("text-transform", "uppercase");
      await expect(page.locator("body")).toHaveCSS("margin-top", "0px");
      expect(names.filter((name) => name !== "favicon.ico")).toEqual(["prerendered.html", "embed.js"]);
      loader.release();
      await page.waitForFunction(() => customElements.get("article-widget"));
      await touch(page);
      await expect.poll(() => sheets(page)).toEqual(["style", live]);
      await settle(page);
      expect(names).not.toContain(file);
    });

    test("looks the same with a link to its styles", async ({ page }) => {
      const names = requests(page);
      await openPage(page, fragment(...options));
      const expected = await looks(page);
      expect(names).not.toContain(file);
      await openPage(page, fragment("--link-styles", ...options));
      await expect(page.locator(".kicker")).toHaveCSS("text-transform", "uppercase");
      expect(await looks(page)).toEqual(expected);
      expect(names).toContain(file);
      expect(await sheets(page)).toEqual([file]);
    });

    test("is let through by a policy with the hashes that the command tells", async ({ page }) => {
      const html = prerender(demoDocument(), "--page", ...options);
      const sources = toldSources(demoDocument(), "--page", ...options);
      expect(sources).toBe(styleSources(html));
      const found = complaints(page);
      const policy = `default-src 'none'; style-src 'self' ${sources}; ${SCRIPTS}`;
      await record(page);
      await page.goto(await servePage(page, html, "prerendered.html", { "content-security-policy": policy }));
      await expect(page.locator(".kicker")).toHaveCSS("text-transform", "uppercase");
      await touch(page);
      await expectEvents(page, { ready: 1 });
      expect(await sheets(page)).toEqual(["style", live]);
      expect(found.filter(isOurs)).toEqual([]);
    });

    test("gets a link where the policy blocks its styles, and looks the same", async ({ page }) => {
      const under = (...more) => servePage(page, prerender(demoDocument(), "--page", ...options, ...more), "prerendered.html", { "content-security-policy": `default-src 'none'; style-src 'self'; ${SCRIPTS}` });
      await page.goto(await under("--link-styles"));
      await expect(page.locator(".kicker")).toHaveCSS("text-transform", "uppercase");
      await page.addStyleTag({ url: "page.css" });
      const expected = await looks(page);
      await record(page);
      await page.goto(await under());
      await expect(page.locator(".kicker")).toHaveCSS("text-transform", "uppercase");
      // The policy has blocked the styles around the article, too.
      await page.addStyleTag({ url: "page.css" });
      expect(await looks(page)).toEqual(expected);
      expect(await sheets(page)).toEqual([file]);
      await touch(page);
      await expectEvents(page, { ready: 1 });
      expect(await sheets(page)).toEqual([file, live]);
    });

    test("gets the styles of this release when it comes alive, where another has written it", async ({ page }) => {
      const html = fragment(...options);
      const other = html.replace(/<style data-sheet="\w+">/, `<style data-sheet="000000">.article-widget .kicker.kicker { letter-spacing: 9px } `);
      expect(other).not.toBe(html);
      await openPage(page, other);
      await expect(page.locator(".kicker")).toHaveCSS("letter-spacing", "9px");
      expect(await sheets(page)).toEqual(["style"]);
      await touch(page);
      await expectEvents(page, { ready: 1 });
      expect(await sheets(page)).toEqual([file, live]);
      await expect(page.locator(".kicker")).not.toHaveCSS("letter-spacing", "9px");
      await expect(page.locator(".kicker")).toHaveCSS("text-transform", "uppercase");
    });
  });

  test.describe(`Without scripts and with blocked styles, an article ${form}`, () => {
    test.use({ javaScriptEnabled: false });

    test("can be read", async ({ page }) => {
      await page.goto(await servePage(page, prerender(demoDocument(), "--page", ...options), "prerendered.html", { "content-security-policy": "default-src 'none'" }));
      const text = (await page.locator("article-widget .article-widget").innerText()).replace(/\s+/g, " ");
      const missing = sentences(demoDocument()).filter((sentence) => !text.includes(sentence.replace(/\s+/g, " ")));
      expect(missing.filter((sentence) => sentence.length > 60)).toEqual([]);
    });
  });
}
