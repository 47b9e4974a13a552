// The element through bundlers, from another site, and as a component of React: each page is built as its developer would
// build it, and opened in Chromium.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { join } from "node:path";
import { build as esbuild } from "esbuild";
import * as vite from "vite";
import webpack from "webpack";
import { SHARED, launch, look, serve } from "./browser.mjs";
import { makeProject, root } from "./project.mjs";

const ALIVE = { words: true, size: true, sheets: true, failed: [] };
const FEED = JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title: "Feed", items: [{ id: "1", title: "Aus dem Feed", url: "https://example.org/1" }] });
const ELEMENT = `<article-widget src="story.json" related-src="feed.json" loading="eager"></article-widget>`;
const pageWith = (body) => `<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Seite</title><link rel="icon" href="/icon.svg"></head><body>${body}</body></html>`;

let browser, project;
before(async () => {
  browser = await launch();
  project = makeProject("bundlers", ["react", "react-dom"]);
  project.write("main.js", `import "article-widget/embed";\n`);
  project.write("index.html", pageWith(`${ELEMENT}<script type="module" src="./main.js"></script>`));
  const story = join(root, "articles/alibaba-ai-investment-de.json");
  const icon = join(root, "articles/icon.svg");
  for (const folder of ["public", "webpack", "esbuild", "cdn"]) {
    project.copy(story, `${folder}/story.json`);
    project.copy(icon, `${folder}/icon.svg`);
    project.write(`${folder}/feed.json`, FEED);
    project.write(`${folder}/index.html`, pageWith(`${ELEMENT}<script type="module" src="./main.js"></script>`));
  }
});
after(async () => {
  await browser.close();
  project.remove();
});

/** Looks at a folder as a site. */
async function lookAt(folder, headers, words) {
  const { address, close } = await serve(join(project.folder, folder), headers);
  try {
    return await look(browser, address, words);
  } finally {
    close();
  }
}

test("Vite builds a page", async () => {
  await vite.build({ root: project.folder, base: "./", logLevel: "error" });
  assert.deepEqual(await lookAt("dist"), ALIVE);
});

/** Documents under a strict policy: their languages, and words of the widget. That of Chinese has messages below 4 kB. */
const STRICT = { en: "Explore: form", zh: "探索：形式" };

test("Vite builds a page for a strict Content Security Policy, as the manual says", async () => {
  const { policy } = JSON.parse(readFileSync(join(project.folder, "node_modules/article-widget/widget/receipt.json"), "utf8"));
  const [, config] = /^## With a bundler\n[^]*?```js\n([^]*?)```/m.exec(readFileSync(join(root, "npm/README.md"), "utf8"));
  project.write("strict.config.js", config);
  const story = JSON.parse(readFileSync(join(root, "articles/alibaba-ai-investment.json"), "utf8"));
  await vite.build({ root: project.folder, configFile: join(project.folder, "strict.config.js"), base: "./", logLevel: "error", build: { outDir: "strict" } });
  for (const [language, words] of Object.entries(STRICT)) {
    project.write("strict/story.json", JSON.stringify({ ...story, language }));
    assert.deepEqual(await lookAt("strict", { "Content-Security-Policy": policy }, words), ALIVE, language);
  }
});

test("Vite serves a page in development", async () => {
  const server = await vite.createServer({ root: project.folder, logLevel: "error", server: { port: 0, host: "127.0.0.1" }, optimizeDeps: { exclude: ["article-widget"] } });
  await server.listen();
  try {
    assert.deepEqual(await look(browser, server.resolvedUrls.local[0]), ALIVE);
  } finally {
    await server.close();
  }
});

test("webpack builds a page", async () => {
  const compiler = webpack({ context: project.folder, mode: "production", entry: "./main.js", output: { path: join(project.folder, "webpack"), filename: "main.js" }, performance: false });
  const stats = await new Promise((resolve, reject) => compiler.run((error, stats) => (error ? reject(error) : resolve(stats))));
  assert.deepEqual(stats.toJson({ all: false, errors: true, warnings: true }).errors, []);
  assert.deepEqual(await lookAt("webpack"), ALIVE);
});

test("esbuild bundles a page beside the files of the package", async () => {
  await esbuild({ absWorkingDir: project.folder, entryPoints: ["main.js"], bundle: true, format: "esm", splitting: true, outdir: "esbuild", logLevel: "warning" });
  project.copy(join(project.folder, "node_modules/article-widget/widget"), "esbuild");
  assert.deepEqual(await lookAt("esbuild"), ALIVE);
});

test("a page loads the element from another site", async () => {
  const cdn = await serve(join(project.folder, "node_modules/article-widget/widget"), SHARED);
  project.write("cdn/index.html", pageWith(`${ELEMENT}<script type="module" src="${cdn.address}embed.js"></script>`));
  try {
    assert.deepEqual(await lookAt("cdn"), ALIVE);
  } finally {
    cdn.close();
  }
});

test("React renders the component, and hears its events", async () => {
  project.write("react.js", `
    import { createElement } from "react";
    import { createRoot } from "react-dom/client";
    import { ArticleWidget } from "article-widget/react";
    const story = await (await fetch("story.json")).json();
    const props = { article: story, relatedSrc: "feed.json", loading: "eager", className: "story", onReady: () => (document.title = "ready") };
    createRoot(document.getElementById("root")).render(createElement(ArticleWidget, props));
  `);
  project.write("index.html", pageWith(`<div id="root"></div><script type="module" src="./react.js"></script>`));
  await vite.build({ root: project.folder, base: "./", logLevel: "error" });
  assert.deepEqual(await lookAt("dist"), ALIVE);
});

test("React 18 hands out the element, and changes its address for a document", async () => {
  const project = makeProject("react-18");
  try {
    project.run("npm", "install", "--ignore-scripts", "--no-fund", "--no-audit", "--prefer-offline", "react@18.3.1", "react-dom@18.3.1");
    project.copy(join(root, "articles/alibaba-ai-investment-de.json"), "public/story.json");
    project.copy(join(root, "articles/icon.svg"), "public/icon.svg");
    project.copy(join(root, "examples/next/story.json"), "story.json");
    project.write("main.js", `
      import { createElement, createRef, useLayoutEffect, useState } from "react";
      import { createRoot } from "react-dom/client";
      import { ArticleWidget } from "article-widget/react";
      import article from "./story.json";
      window.seen = [];
      window.element = createRef();
      function Page() {
        const [props, setProps] = useState({ src: "story.json" });
        window.change = () => setProps({ article });
        // What the element has been given before the page is painted.
        useLayoutEffect(() => void seen.push([element.current.getAttribute("src"), element.current.article?.kicker]));
        return createElement(ArticleWidget, { ...props, ref: element, loading: "eager", onReady: () => seen.push("ready"), onError: ({ detail }) => seen.push(detail.message) });
      }
      createRoot(document.getElementById("root")).render(createElement(Page));
    `);
    project.write("index.html", pageWith(`<div id="root"></div><script type="module" src="./main.js"></script>`));
    await vite.build({ root: project.folder, base: "./", logLevel: "error" });
    const { address, close } = await serve(join(project.folder, "dist"));
    try {
      const page = await browser.newPage();
      await page.goto(address);
      await page.waitForFunction(() => window.seen.includes("ready"));
      await page.evaluate(() => window.change());
      await page.waitForFunction(() => window.seen.filter((what) => what === "ready").length === 2);
      await page.getByRole("heading", { name: "Example Motors promises", level: 1 }).waitFor();
      assert.deepEqual(await page.evaluate(() => window.seen), [["story.json", undefined], "ready", [null, "Industry"], "ready"]);
      assert.ok(await page.evaluate(() => window.element.current === document.querySelector("article-widget")));
      await page.close();
    } finally {
      close();
    }
  } finally {
    project.remove();
  }
});

test("React renders the component on a server", () => {
  project.write("server.mjs", `
    import { createElement } from "react";
    import { renderToString } from "react-dom/server";
    import { ArticleWidget } from "article-widget/react";
    process.stdout.write(renderToString(createElement(ArticleWidget, { src: "story.json", linkable: true, className: "story", onReady() {} }, "Text")));
  `);
  assert.equal(project.run("node", "--preserve-symlinks", "server.mjs"), '<article-widget class="story" linkable="" src="story.json">Text</article-widget>');
});
