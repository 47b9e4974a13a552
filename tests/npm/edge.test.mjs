// The library in an edge worker, which compiles no WebAssembly at run time, and in a page.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { build } from "esbuild";
import { Miniflare } from "miniflare";
import { launch, serve } from "./browser.mjs";
import { makeProject, root } from "./project.mjs";

const DOCUMENT = readFileSync(join(root, "articles/alibaba-ai-investment.json"), "utf8");

let project;
before(() => (project = makeProject("edge")));
after(() => project.remove());

test("a worker prerenders a document that it is sent", async () => {
  project.write("worker.js", `
    import { ArticleError, prerender } from "article-widget/server";
    export default {
      async fetch(request) {
        try {
          const { html } = prerender(await request.text(), { page: {} });
          return new Response(html, { headers: { "Content-Type": "text/html; charset=utf-8" } });
        } catch (error) {
          return new Response(error instanceof ArticleError ? error.message : error.stack, { status: error instanceof ArticleError ? 422 : 500 });
        }
      },
    };
  `);
  // As wrangler bundles it: the WebAssembly stays a module of its own.
  await build({ absWorkingDir: project.folder, entryPoints: ["worker.js"], bundle: true, format: "esm", conditions: ["workerd", "worker", "browser"], external: ["*.wasm"], outfile: "bundle/worker.js", logLevel: "warning" });
  const wasm = join(project.folder, "node_modules/article-widget/server/server.wasm");
  const worker = new Miniflare({
    compatibilityDate: "2026-01-01",
    modules: [
      { type: "ESModule", path: "worker.js", contents: readFileSync(join(project.folder, "bundle/worker.js"), "utf8") },
      { type: "CompiledWasm", path: "server.wasm", contents: readFileSync(wasm) },
    ],
  });
  try {
    const send = (body) => worker.dispatchFetch("http://localhost/", { method: "POST", body });
    const page = await send(DOCUMENT);
    const text = await page.text();
    assert.equal(page.status, 200, text);
    assert.match(text, /^<!doctype html>[^]*<template shadowrootmode="open">/);
    const refusal = await send("{");
    assert.equal(refusal.status, 422);
    assert.match(await refusal.text(), /not JSON/);
    assert.equal((await send(DOCUMENT)).status, 200);
  } finally {
    await worker.dispose();
  }
});

test("a page checks a document in the browser", async () => {
  project.write("site/page.js", `import { check } from "article-widget/server";\ndocument.title = JSON.stringify(check('{ "version": 2 }').map(({ path }) => path));\n`);
  await build({ absWorkingDir: project.folder, entryPoints: ["site/page.js"], bundle: true, format: "esm", outfile: "site/bundle.js", logLevel: "warning" });
  project.write("site/index.html", `<!doctype html><title>waiting</title><script type="module" src="bundle.js"></script>`);
  const { address, close } = await serve(join(project.folder, "site"));
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.goto(address);
    await page.waitForFunction(() => document.title !== "waiting");
    assert.match(await page.title(), /"version"/);
  } finally {
    await browser.close();
    close();
  }
});
