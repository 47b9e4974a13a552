// The package as npm sees it, and the command and the library in a project that has nothing else.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { archive, makeProject, program, root } from "./project.mjs";

const DOCUMENT = join(root, "articles/alibaba-ai-investment.json");
const NATIVE = process.env.ARTICLE_WIDGET ?? join(root, "target/debug/article-widget");

let project;
before(() => (project = makeProject("package")));
after(() => project.remove());

test("publint and Are The Types Wrong find nothing", () => {
  const installed = join(project.folder, "node_modules/article-widget");
  assert.match(execFileSync(program("publint"), [installed, "--strict", "--pack", "false"], { encoding: "utf8" }), /All good/);
  // It is for modules alone, as every release of Node since 20 runs them.
  execFileSync(program("attw"), [archive, "--profile", "esm-only", "--exclude-entrypoints", "styles", "messages", "schema.json"], { encoding: "utf8" });
});

test("the command works without Rust", () => {
  const run = (...words) => project.run("npx", "--no-install", "article-widget", ...words);
  run("new", "--out", "story.md");
  run("import", "story.md", "--out", "story.json");
  assert.match(run("check", "story.json"), /no problem/);
  run("prerender", "story.json", "--page", "--out", "story.html");
  assert.match(readFileSync(join(project.folder, "story.html"), "utf8"), /^<!doctype html>[^]*<article-widget/);
});

test("the library writes what the command writes, byte for byte", async () => {
  project.write("write.mjs", `
    import { readFileSync, writeFileSync } from "node:fs";
    import { prerender } from "article-widget/server";
    const document = readFileSync(process.argv[2], "utf8");
    writeFileSync("page.html", prerender(document, { page: { canonical: "https://a.example/b", siteName: "A site", images: ["https://a.example/c.png"] }, assets: "/w/" }).html);
    writeFileSync("bare.html", prerender(document, { page: {} }).html);
    writeFileSync("light.html", prerender(document, { light: true }).html);
  `);
  project.run("node", "write.mjs", DOCUMENT);
  const written = (...words) => execFileSync(NATIVE, ["prerender", DOCUMENT, ...words], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  const read = (name) => readFileSync(join(project.folder, name), "utf8");
  assert.equal(read("page.html"), written("--page", "--canonical", "https://a.example/b", "--site-name", "A site", "--image", "https://a.example/c.png", "--assets", "/w/"));
  assert.equal(read("bare.html"), written("--page"));
  assert.equal(read("light.html"), written("--light"));
  project.copy(DOCUMENT, "document.json");
  assert.equal(project.run("npx", "--no-install", "article-widget", "prerender", "document.json", "--light"), written("--light"));
});

test("the library tells what is wrong, and goes on", () => {
  project.write("wrong.mjs", `
    import assert from "node:assert/strict";
    import { ArticleError, check, exportCommitments, exportMarkdown, importMarkdown, prerender, schema } from "article-widget/server";
    const { document } = importMarkdown("---\\nlanguage: en\\n---\\n# A headline\\n\\nA *short* paragraph.\\n");
    assert.deepEqual(check(document), []);
    assert.equal(check({ ...document, headline: 5 })[0].path, "headline");
    assert.equal(check("{")[0].kind, "syntax");
    for (const nothing of [undefined, null, 5, [], "", () => {}]) assert.equal(check(nothing).length > 0, true);
    assert.match(exportMarkdown(document), /headline: A headline/);
    assert.equal(typeof exportCommitments(document), "string");
    assert.equal(schema().type, "object");
    for (const [call, message, problems] of [
      [() => prerender("{"), /not JSON/, 1],
      [() => prerender({}), /version/, 4],
      [() => prerender(document, { asets: "/" }), /unknown field \`asets\`/, 0],
      [() => prerender(document, { assets: undefined, nonce: "'" }), /nonce/, 0],
      [() => importMarkdown("Text.", { language: "en" }), /headline/, 1],
      [() => exportMarkdown({}), /missing/, 4],
    ]) {
      assert.throws(call, (error) => {
        assert.ok(error instanceof ArticleError, error.stack);
        assert.match(error.message, message);
        assert.equal(error.problems.length, problems, JSON.stringify(error.problems));
        return true;
      });
    }
    assert.ok(prerender(document, { assets: undefined }).html.includes("A headline"));
  `);
  project.run("node", "wrong.mjs");
});

test("on a server the element and its component change nothing", () => {
  project.write("quiet.mjs", `
    import assert from "node:assert/strict";
    const before = Object.keys(globalThis).join();
    const { ArticleWidgetElement, define } = await import("article-widget");
    define();
    await import("article-widget/embed");
    assert.equal(typeof ArticleWidgetElement, "function");
    assert.equal(Object.keys(globalThis).join(), before);
  `);
  project.run("node", "quiet.mjs");
});

test("what the package names is there", () => {
  project.write("names.mjs", `
    import { existsSync } from "node:fs";
    import { fileURLToPath } from "node:url";
    for (const name of ["styles/article-widget.css", "styles/article-widget.light.css", "messages/de.json", "widget/embed.js", "schema.json", "package.json"]) {
      if (!existsSync(fileURLToPath(import.meta.resolve("article-widget/" + name)))) throw Error(name);
    }
  `);
  project.run("node", "names.mjs");
  const { version } = JSON.parse(readFileSync(join(project.folder, "node_modules/article-widget/package.json"), "utf8"));
  assert.match(readFileSync(join(root, "Cargo.toml"), "utf8"), new RegExp(`^version = "${version}"$`, "m"));
});

test("the manuals that texts of the package name are there, and those that they link to among themselves", () => {
  const installed = join(project.folder, "node_modules/article-widget");
  const run = (...words) => project.run("npx", "--no-install", "article-widget", ...words);
  run("new", "--out", "starter.md");
  const MANUALS = ["document-format.md", "embedding.md", "languages.md", "markdown.md"];
  assert.deepEqual(readdirSync(join(installed, "docs")).sort(), MANUALS);
  for (const [name, text] of Object.entries({ "starter.md": readFileSync(join(project.folder, "starter.md"), "utf8"), "import --help": run("import", "--help") })) {
    const named = text.match(/docs\/[\w-]+\.md/g);
    assert.ok(named?.every((path) => existsSync(join(installed, path))), `${name}: ${named}`);
  }
  for (const manual of MANUALS) {
    // Links that leave the folder lead into the repository.
    for (const [, link] of readFileSync(join(installed, "docs", manual), "utf8").matchAll(/\]\(([\w-]+\.md)/g)) assert.ok(MANUALS.includes(link), `${manual}: ${link}`);
  }
});
