// Files of two releases: a publisher uploads a new one, and a cache still has some files of the last. Every
// combination either ends in the article or in a failure that names the file, and never blames the document.

import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { HEADLINE, MODULE, element, expectEvents, hurry, openPage, record } from "./support.mjs";

const LOADER = "embed.js";
const GLUE = "article-widget.js";
const WASM = "article-widget_bg.wasm";
const MARK = { here: markOf(file(WASM)), there: "01234567" };

function file(name) {
  return readFileSync(new URL(`../../../dist/${name}`, import.meta.url));
}

/** The mark of a release: the name of the last section of its WebAssembly. */
function markOf(wasm) {
  return wasm.subarray(-8).toString("latin1");
}

/** A file as another release would have it: one letter is a byte. */
function inRelease(name, mark) {
  const text = file(name).toString("latin1");
  const changed = text.replaceAll(MARK.here, mark);
  expect(changed === text).toBe(mark === MARK.here);
  return Buffer.from(changed, "latin1");
}

const TYPES = { js: "text/javascript", wasm: "application/wasm" };

/** Answers requests for a file with that of a release; with that of another where the address has a query. */
const serve = (page, name, mark, markOfQuery = mark) =>
  page.route(new RegExp(`/${name.replace(".", "\\.")}(\\?|$)`), (route) =>
    route.fulfill({
      contentType: TYPES[name.split(".").at(-1)],
      body: inRelease(name, new URL(route.request().url()).search ? markOfQuery : mark),
    }),
  );

/** The page with its article, or with the two lines alone. */
const PAGES = {
  prerendered: async (page) => {
    await record(page);
    await page.goto("/index.html");
    await page.locator(".standfirst").click();
  },
  "in two lines": (page) => openPage(page, element() + MODULE),
};

test.beforeEach(({ page }) => hurry(page));

for (const [kind, open] of Object.entries(PAGES)) {
  for (const loader of ["here", "there"]) {
    for (const glue of ["here", "there"]) {
      for (const wasm of ["here", "there"]) {
        const isWhole = loader === glue && glue === wasm;
        const what = `${kind}: ${LOADER} of ${loader}, ${GLUE} of ${glue}, ${WASM} of ${wasm}`;

        test(`${what}: the article comes where another address passes the cache`, async ({ page }) => {
          await serve(page, LOADER, MARK[loader]);
          await serve(page, GLUE, MARK[glue], MARK[loader]);
          await serve(page, WASM, MARK[wasm], MARK[loader]);
          await open(page);
          await expectEvents(page, { ready: 1 });
          await page.getByRole("radio", { name: "Per year" }).check();
          await expect(page.locator(".chart-subtitle")).toHaveText(/^Commitment per year/);
        });

        if (isWhole) continue;

        test(`${what}: a failure names the file where nothing does`, async ({ page }) => {
          await serve(page, LOADER, MARK[loader]);
          await serve(page, GLUE, MARK[glue]);
          await serve(page, WASM, MARK[wasm]);
          await open(page);
          const { error } = await expectEvents(page, { error: 1 });
          const { code, message } = error[0].detail;
          expect(code).toBe("engine");
          expect(message).toContain(`${loader === glue ? WASM : GLUE} is not of the release ${MARK[loader]}: a cache holds an old file`);
          if (kind === "prerendered") await expect(page.getByRole("heading", { level: 1 })).toHaveText(HEADLINE);
        });
      }
    }
  }
}

test("The loader of release 0.1 is told what is the matter", async ({ page }) => {
  await page.goto("/page.css");
  // It calls this, and then what that settles with.
  const message = await page.evaluate(async ([glue, wasm]) => {
    const { start } = await import(`/${glue}`);
    return start(await fetch(`/${wasm}`)).then(String, (error) => error.message);
  }, [GLUE, WASM]);
  expect(message).toBe(`embed.js is not of the release ${MARK.here}: a cache holds an old file`);
});
