// The library for servers: what it writes is what the command writes, in Node, Deno and Bun.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { makeProject, root } from "./project.mjs";

const DOCUMENT = join(root, "articles/alibaba-ai-investment-de.json");
const WORDS = { language: "de", chart: { source: "Woher: {source}" } };

let project;
before(() => {
  project = makeProject("library");
  project.copy(DOCUMENT, "story.json");
  project.write("words.json", JSON.stringify(WORDS));
  project.write("other.json", JSON.stringify({ ...WORDS, chart: { source: "Aus: {source}" } }));
});
after(() => project.remove());

const command = (...words) => project.run("npx", "--no-install", "article-widget", "prerender", ...words);

/** Runs a script that gives texts as JSON. */
function run(name, script, program = process.execPath, ...words) {
  project.write(name, `import { readFileSync } from "node:fs";\nimport { prerender } from "article-widget/server";\nconst story = readFileSync("story.json", "utf8");\n${script}`);
  return JSON.parse(project.run(program, ...words, name));
}

test("a publisher's words are those of the command, and of no other call", () => {
  const found = run("words.mjs", `
    const messages = JSON.parse(readFileSync("words.json", "utf8"));
    const options = { messages, messagesSrc: "words.json" };
    const other = { messages: JSON.parse(readFileSync("other.json", "utf8")), messagesSrc: "other.json" };
    const all = [undefined, options, undefined, other, options].map((options) => prerender(story, options).html);
    // More publishers than instances stay.
    for (let count = 0; count < 12; count++) prerender(story, { messages: { ...messages, chart: { source: count + ": {source}" } }, messagesSrc: "a" });
    console.log(JSON.stringify([...all, prerender(story, options).html]));
  `);
  const [plain, own] = [command("story.json"), command("story.json", "--messages", "words.json", "--messages-src", "words.json")];
  assert.ok(own.includes("Woher: ") && !plain.includes("Woher: "));
  assert.deepEqual([found[0], found[2]], [plain, plain]);
  assert.deepEqual([found[1], found[4], found[5]], [own, own, own]);
  assert.equal(found[3], command("story.json", "--messages", "other.json", "--messages-src", "other.json"));
});

test("a single file has the pictures that it is given", () => {
  const story = JSON.parse(readFileSync(DOCUMENT, "utf8"));
  story.body.unshift({ figure: { image: { src: "a%20b.png", width: 4, height: 3, alternative: "Ein Bild" } } });
  project.write("pictured.json", JSON.stringify(story));
  project.copy(join(root, "docs/screenshot.png"), "a b.png");
  const [html] = run("single.mjs", `
    const pictured = readFileSync("pictured.json", "utf8");
    const files = { "a b.png": readFileSync("a b.png") };
    console.log(JSON.stringify([prerender(pictured, { singleFile: true, files, page: { canonical: "https://example.org/a" } }).html]));
  `);
  assert.equal(html, command("pictured.json", "--single-file", "--canonical", "https://example.org/a"));
});

// The programs come from npm where it has them for the machine.
const PROGRAMS = {
  Deno: ["@deno/linux-x64-glibc/deno", "run", "--allow-read", "--no-remote"],
  Bun: ["@oven/bun-linux-x64/bin/bun", "run"],
};

for (const [name, [path, ...words]] of Object.entries(PROGRAMS)) {
  const program = join(root, "tests/npm/node_modules", path);
  test(`${name} writes the same bytes as Node`, { skip: !existsSync(program) && `${name} is not here` }, () => {
    const script = `console.log(JSON.stringify([prerender(story, { page: {} }).html, prerender(story, { singleFile: true }).html]));`;
    const here = run("same.mjs", script);
    assert.ok(here[0].length > 10_000);
    assert.deepEqual(run("same.mjs", script, program, ...words), here);
    const version = execFileSync(program, ["--version"], { encoding: "utf8" });
    assert.match(version, /\d+\.\d+/);
  });
}
