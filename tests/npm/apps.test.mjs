// The examples that show articles in an app: each is built as its developers would, and used in Chromium.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch, serve } from "./browser.mjs";
import { makeExample, root } from "./project.mjs";

const APPS = ["react", "vue", "svelte"];

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

/** What a page complains of, from now on. */
function complaints(page) {
  const found = [];
  page.on("response", (response) => response.status() >= 400 && found.push(`${response.status()} ${response.url()}`));
  page.on("console", (message) => /error|warning/.test(message.type()) && found.push(message.text()));
  page.on("pageerror", (error) => found.push(error.stack));
  return found;
}

for (const name of APPS) {
  test(`an app of ${name} shows articles, and hears what readers do`, async () => {
    const project = makeExample(name);
    let served;
    try {
      project.run("npm", "run", "build");
      served = await serve(join(project.folder, "dist"));
      const page = await browser.newPage();
      const found = complaints(page);
      const news = (text) => page.locator("footer", { hasText: text }).waitFor();
      const headline = (text) => page.getByRole("heading", { name: text, level: 1 }).waitFor();
      await page.goto(served.address);
      await headline("Example Motors promises $40 billion for batteries");
      await news("The article is ready.");

      await page.locator("article-widget .choice", { hasText: "Per year" }).first().click();
      await news("The reader has set basis to per-year.");

      // A link of the document leads to the other one, which comes from its address, without loading the page anew.
      await page.evaluate(() => (window.isSamePage = true));
      await page.getByRole("link", { name: "Sample Cars", exact: true }).click();
      await headline("Sample Cars wants its batteries this year");
      assert.equal(new URL(page.url()).pathname, "/sample-cars");
      await page.goBack();
      await headline("Example Motors promises $40 billion for batteries");
      assert.equal(await page.locator("article-widget").getAttribute("src"), null);
      await page.getByRole("button", { name: "Sample Cars", exact: true }).click();
      await headline("Sample Cars wants its batteries this year");
      assert.ok(await page.evaluate(() => window.isSamePage));

      await page.getByLabel("Theme").selectOption("dark");
      const ground = page.locator('article-widget[theme="dark"] [part="root"]').first();
      assert.equal(await ground.evaluate((part) => getComputedStyle(part).colorScheme), "dark");
      assert.deepEqual(found, []);
      await page.close();
    } finally {
      served?.close();
      project.remove();
    }
  });
}

test("the apps show the same documents", () => {
  for (const document of ["src/example-motors.json", "public/sample-cars.json", "src/app.css"]) {
    const [first, ...others] = APPS.map((name) => readFileSync(join(root, "examples", name, document), "utf8"));
    for (const other of others) assert.equal(other, first, document);
  }
});
