// Browsers and servers that lack something: the article comes all the same, and where there is no browser at
// all, loading the modules does nothing.

import { execFileSync } from "node:child_process";
import { expect, test } from "@playwright/test";
import { expectAnswers, expectOne, fragment, makeEager } from "./whole.mjs";
import { MODULE, complaints, element, embed, expectEvents, openPage, settle } from "./support.mjs";

const MISSING = {
  "no WebAssembly that compiles while it comes": () => {
    delete WebAssembly.compileStreaming;
    delete WebAssembly.instantiateStreaming;
  },
  "such a WebAssembly that fails": () => {
    WebAssembly.compileStreaming = WebAssembly.instantiateStreaming = async () => {
      throw new TypeError("not now");
    };
  },
  "no IntersectionObserver": () => delete window.IntersectionObserver,
  "no requestIdleCallback": () => delete window.requestIdleCallback,
  "no timeout for signals": () => delete AbortSignal.timeout,
  "no combination of signals": () => delete AbortSignal.any,
  "no constructor of style sheets": () => {
    delete window.CSSStyleSheet;
    delete Document.prototype.adoptedStyleSheets;
    delete ShadowRoot.prototype.adoptedStyleSheets;
  },
  "no moveBefore": () => {
    delete Element.prototype.moveBefore;
    delete DocumentFragment.prototype.moveBefore;
  },
  "no popovers": () => {
    delete HTMLElement.prototype.showPopover;
    delete HTMLElement.prototype.hidePopover;
    delete HTMLElement.prototype.togglePopover;
    delete HTMLElement.prototype.popover;
  },
  "no scrollend": () => delete window.onscrollend,
  "no clipboard": () => delete Navigator.prototype.clipboard,
  "no sharing": () => delete Navigator.prototype.share,
};

for (const [what, take] of Object.entries(MISSING)) {
  test.describe(`Where there is ${what}`, () => {
    for (const [how, markup] of Object.entries({ "that comes from its document": () => embed(), "that came with the page": () => fragment() })) {
      test(`an article ${how} comes alive`, async ({ page }) => {
        const found = complaints(page);
        await page.addInitScript(take);
        await openPage(page, markup());
        await makeEager(page);
        await expectEvents(page, { ready: 1 });
        await page.locator("article-widget").evaluate((widget) => widget.parentNode.append(widget));
        await expectOne(page);
        await expectAnswers(page);
        expect(found).toEqual([]);
      });
    }
  });
}

test("Without IntersectionObserver an article comes alive without being touched", async ({ page }) => {
  await page.addInitScript(MISSING["no IntersectionObserver"]);
  await openPage(page, fragment());
  await expectEvents(page, { ready: 1 });
});

test("An article in the window does not wait for an observer; all others do", async ({ page }) => {
  // It never answers.
  await page.addInitScript(() => {
    window.IntersectionObserver = class {
      observe() {}
      disconnect() {}
    };
  });
  const others = `<div hidden>${element()}</div><div style="height: 101vh"></div>${element()}`;
  await openPage(page, `${element()}${others}${MODULE}`);
  await expectEvents(page, { ready: 1 });
  expect(await page.locator("article-widget").evaluateAll((all) => all.map(({ shadowRoot }) => Boolean(shadowRoot?.querySelector("h1"))))).toEqual([true, false, false]);
});

test("In a frame an article waits for the observer, which knows what is seen of the frame", async ({ page }) => {
  await page.route("**/inner.html", (route) => route.fulfill({ contentType: "text/html", body: element() + MODULE }));
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await openPage(page, '<div style="height: 300vh"></div><iframe src="inner.html" title="An article"></iframe>');
  await settle(page);
  expect(asked.filter((path) => /\.(wasm|json)$/.test(path))).toEqual([]);
  await page.locator("iframe").scrollIntoViewIfNeeded();
  await expect(page.frameLocator("iframe").locator("h1")).toBeVisible();
});

test.describe("On a server", () => {
  const dist = new URL("../../../dist/", import.meta.url);
  const run = (script) => execFileSync(process.execPath, ["--input-type=module", "--eval", script], { encoding: "utf8", stdio: "pipe" });
  const address = (file) => JSON.stringify(new URL(file, dist).href);

  const SCRIPTS = {
    "define.js is imported": `await import(${address("define.js")});`,
    "embed.js is imported": `await import(${address("embed.js")});`,
    "the element is defined": `const { define } = await import(${address("define.js")}); define(); define("other-name");`,
    "the element is extended": `const { ArticleWidgetElement } = await import(${address("define.js")}); class Own extends ArticleWidgetElement {}`,
  };
  for (const [what, script] of Object.entries(SCRIPTS)) {
    test(`nothing happens when ${what}`, () => {
      const names = "const before = new Set(Reflect.ownKeys(globalThis));";
      const news = "console.log(Reflect.ownKeys(globalThis).filter((name) => !before.has(name)).map(String).join());";
      expect(run(`${names} ${script} ${news}`).trim()).toBe("");
    });
  }
});
