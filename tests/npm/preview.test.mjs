// The server of `article-widget preview`: who gets an answer, which files, and what it tells after a change.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import test from "node:test";
import { pathToFileURL } from "node:url";
import { COMMAND, ask, folder, json, listen, markdown, run, start } from "./preview.mjs";

test("only pages of this machine get an answer", async (t) => {
  const preview = await start(t, folder(t, { "a.md": markdown() }), "a.md");
  const { port } = preview;
  const own = { host: `127.0.0.1:${port}` };
  for (const [status, headers, method] of [
    [200, own],
    [200, { host: `localhost:${port}` }],
    [200, { host: `LOCALHOST:${port}` }],
    [200, { host: `[::1]:${port}` }],
    [200, own, "HEAD"],
    [403, { host: `preview.example:${port}` }],
    [403, { host: `127.0.0.1.example:${port}` }],
    [403, { host: "127.0.0.1" }],
    [403, { host: `127.0.0.1:${port + 1}` }],
    [403, { host: `0.0.0.0:${port}` }],
    [200, { ...own, origin: `http://127.0.0.1:${port}` }],
    [200, { ...own, origin: `http://localhost:${port}` }],
    [403, { ...own, origin: "null" }],
    [403, { ...own, origin: "https://example.org" }],
    [403, { ...own, origin: `https://127.0.0.1:${port}` }],
    [403, { ...own, origin: `http://127.0.0.1:${port + 1}` }],
    [405, own, "POST"],
    [405, own, "OPTIONS"],
  ]) {
    for (const path of ["/", "/documents/1/.live", "/documents/1/a.md"]) {
      const answer = await ask(preview, path, headers, method);
      assert.equal(answer.status, status, `${method ?? "GET"} ${path} ${JSON.stringify(headers)}`);
      assert.equal(answer.headers["cross-origin-resource-policy"], "same-origin");
      assert.equal(answer.headers["access-control-allow-origin"], undefined);
    }
  }
});

test("files of the document’s folder are served, and nothing else", async (t) => {
  const outside = folder(t, { "secret.txt": "secret" });
  const inside = folder(t, { "a.md": markdown(), "b.svg": "<svg/>", ".hidden": "hidden", "name with spaces ä.txt": "spaces" });
  mkdirSync(join(inside, "sub/.git"), { recursive: true });
  writeFileSync(join(inside, "sub/c.json"), "{}");
  writeFileSync(join(inside, "sub/.git/config"), "hidden");
  symlinkSync(join(outside, "secret.txt"), join(inside, "link.txt"));
  symlinkSync(outside, join(inside, "folder"));
  symlinkSync("/", join(inside, "root"));
  symlinkSync(".hidden", join(inside, "shown"));
  symlinkSync("b.svg", join(inside, "same.svg"));
  const sibling = `${inside}-sibling`;
  mkdirSync(sibling);
  t.after(() => rmSync(sibling, { recursive: true }));
  writeFileSync(join(sibling, "secret.txt"), "secret");
  const preview = await start(t, inside, "a.md");
  const name = inside.split("/").pop();
  for (const [status, path] of [
    [200, "a.md"],
    [200, "b.svg"],
    [200, "b.svg?once=1"],
    [200, "same.svg"],
    [200, "sub/c.json"],
    [200, "sub/../b.svg"],
    [200, "name%20with%20spaces%20%C3%A4.txt"],
    [404, ""],
    [404, "sub"],
    [404, "sub/"],
    [404, "nothing.svg"],
    [404, ".hidden"],
    [404, "%2ehidden"],
    [404, "sub/.git/config"],
    [404, "shown"],
    [404, "link.txt"],
    [404, "folder/secret.txt"],
    [404, "root/etc/passwd"],
    [404, "../../../../../../etc/passwd"],
    [404, "..%2f..%2f..%2f..%2fetc%2fpasswd"],
    [404, "%2e%2e/%2e%2e/%2e%2e/etc/passwd"],
    [404, "..\\..\\etc\\passwd"],
    [404, "..%5c..%5cetc%5cpasswd"],
    [404, `../${name}-sibling/secret.txt`],
    [404, `..%2f${name}-sibling%2fsecret.txt`],
    [404, "sub/%2e%2e%2f%2e%2e%2fsecret.txt"],
    [404, "b.svg%00"],
    [404, "%ff"],
    [404, "/etc/passwd"],
  ]) {
    const { status: found, text, headers } = await ask(preview, `/documents/1/${path}`);
    assert.equal(found, status, path);
    assert.doesNotMatch(text, /secret|hidden|root:/, path);
    assert.equal(headers["x-content-type-options"], "nosniff");
    if (status === 200) assert.match(headers["content-security-policy"], /^default-src 'none'; .*sandbox$/, path);
  }
  for (const path of ["/documents/2/a.md", "/documents/0/a.md", "/documents/a.md", "/package.json", "/preview/../package.json", "/preview/%2e%2e/server.js", "/widget/../package.json"]) {
    assert.equal((await ask(preview, path)).status, 404, path);
  }
});

test("files are served by their names, whatever signs these have", { skip: process.platform === "win32" && "Windows has no such names" }, async (t) => {
  const names = ["a?b.svg", "a#b.svg", "a%3Fb.svg", "100%.svg", "a&b=c,d;e+f@g$h.svg", "?.svg", "q?/r#.svg"];
  const files = Object.fromEntries(names.map((name) => [name, `<svg id="${names.indexOf(name)}"/>`]));
  const at = folder(t, { "a.md": markdown(), a: "another file" });
  mkdirSync(join(at, "q?"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(at, name), text);
  const preview = await start(t, at, "a.md");
  for (const [name, text] of Object.entries(files)) {
    const answer = await ask(preview, `/documents/1/${name.split("/").map(encodeURIComponent).join("/")}`);
    assert.deepEqual([answer.status, answer.text, answer.headers["content-type"]], [200, text, "image/svg+xml"], name);
  }
});

test("a folder that is no address is refused in words, and the terminal stays quiet", async (t) => {
  const preview = await start(t, folder(t, { "a.md": markdown() }), "a.md");
  for (const [assets, status, words] of [
    ["", 200, /src="\.\/embed\.js"/],
    ["/w", 200, /src="\/w\/embed\.js"/],
    ["a b", 400, /^options: assets: ' ' cannot stand in an address: encode it$/],
    ['"', 400, /^options: assets: '"' cannot stand in an address: encode it$/],
  ]) {
    const answer = await ask(preview, `/documents/1/.paste?assets=${encodeURIComponent(assets)}`);
    assert.equal(answer.status, status, assets);
    assert.match(answer.text, words);
  }
  preview.stop();
  await preview.ended;
  assert.equal(preview.errors(), "");
});

test("pages have a policy that fits them", async (t) => {
  const preview = await start(t, folder(t, { "a.md": markdown() }), "a.md");
  for (const [path, has, lacks] of [
    ["/", /script-src 'self'; .*frame-ancestors 'none'/, /unsafe|http:/],
    ["/documents/1/.live", /'wasm-unsafe-eval'.*frame-ancestors 'self'/, /unsafe-inline|sandbox/],
    ["/documents/1/.still", /^default-src 'none'; style-src 'self' 'sha256-.*sandbox allow-same-origin/, /script-src|allow-scripts/],
  ]) {
    const { headers, text } = await ask(preview, path);
    const policy = headers["content-security-policy"];
    assert.match(policy, has);
    assert.doesNotMatch(policy, lacks);
    if (path !== "/documents/1/.still") assert.doesNotMatch(text, / style=|<style|<script>/);
  }
});

test("every way of saving is seen, and a broken file keeps the last good article", async (t) => {
  const at = folder(t, { "a.md": markdown(), "b.json": json("One") });
  const preview = await start(t, at, "a.md", "b.json");
  const events = await listen(t, preview, 2);
  const path = join(at, "b.json");
  const headline = (text) => (report) => report.state === "current" && report.document.headline === text;
  await events.until("article", headline("One"));

  writeFileSync(path, json("In place"));
  await events.until("article", headline("In place"));

  for (const text of ["By another file", "By another file again"]) {
    writeFileSync(join(at, "b.json.tmp"), json(text));
    renameSync(join(at, "b.json.tmp"), path);
    await events.until("article", headline(text));
  }

  renameSync(path, `${path}~`);
  writeFileSync(path, json("With a backup"));
  await events.until("article", headline("With a backup"));

  const cases = [
    ["{", "broken", /./, 1],
    ['{\n  "version": 1,\n  "headline": 1\n}', "broken", /headline|field|text/, 1],
    ["", "broken", /./, 1],
  ];
  for (const [text, state, message, line] of cases) {
    writeFileSync(path, text);
    const report = await events.until("article", (now) => now.state === state && now.problems.length > 0);
    assert.equal(report.document.headline, "With a backup");
    assert.match(report.problems[0].message, message);
    assert.equal(report.problems[0].line, line);
    writeFileSync(path, json("With a backup"));
    await events.until("article", headline("With a backup"));
  }

  rmSync(path);
  assert.equal((await events.until("article", ({ state }) => state === "gone")).document.headline, "With a backup");
  assert.match((await ask(preview, "/documents/2/.still")).text, /With a backup/);
  writeFileSync(path, json("Back"));
  await events.until("article", headline("Back"));

  writeFileSync(path, json("With a part left out", [{ paragraph: "A paragraph." }, { nonsense: "x" }]));
  const { problems } = await events.until("article", headline("With a part left out"));
  assert.equal(problems.length, 1);
  const { path: place, line, excerpt } = problems[0];
  assert.deepEqual([place, line, excerpt], ["body[1].nonsense", 10, { before: "", marked: '"nonsense"', after: ': "x"' }]);
});

/** A text in UTF-16 with its mark, and with these bytes behind it. */
const utf16 = (text, ...more) => Buffer.concat([Buffer.from(`\uFEFF${text}`, "utf16le"), Buffer.from(more)]);
const swapped = (bytes) => Buffer.from(bytes).swap16();

test("files are read in every encoding that the command reads", async (t) => {
  const at = folder(t, { "a.json": json("First"), "b.md": markdown() });
  const preview = await start(t, at, "a.json", "b.md");
  const events = [await listen(t, preview, 1), await listen(t, preview, 2)];
  const encodings = {
    "UTF-8": (text) => Buffer.from(text),
    "UTF-8 with a mark": (text) => Buffer.from(`\uFEFF${text}`),
    "UTF-16LE": (text) => utf16(text),
    "UTF-16BE": (text) => swapped(utf16(text)),
  };
  for (const [encoding, encode] of Object.entries(encodings)) {
    const words = `Näme 漢 😀 in ${encoding}`;
    for (const [index, name, text] of [
      [0, "a.json", json(words)],
      [1, "b.md", markdown(words)],
    ]) {
      writeFileSync(join(at, name), encode(text));
      const report = await events[index].until("article", ({ document }) => JSON.stringify(document).includes(words));
      assert.deepEqual([report.state, report.problems], ["current", []], `${name} in ${encoding}`);
      assert.match((await ask(preview, `/documents/${index + 1}/.still?direction=rtl`)).text, new RegExp(words));
    }
    // The mark is no part of the first line.
    writeFileSync(join(at, "a.json"), encode("{ x"));
    const { problems } = await events[0].until("article", ({ state }) => state === "broken");
    const { before, marked, after } = problems[0].excerpt;
    assert.deepEqual([problems[0].line, before + marked + after], [1, "{ x"], encoding);
  }

  const neither = "cannot read a.json: it is not UTF-8: save it as text in UTF-8 (for a table, “CSV UTF-8”)";
  const otherwise = "cannot read a.json: it begins as UTF-16 and goes on otherwise: save it as text in UTF-8";
  for (const [bytes, message] of [
    [Buffer.from(json("Näme"), "latin1"), neither],
    [utf16(json("Name"), 0x61), otherwise],
    [utf16(json("Name"), 0x00, 0xd8), otherwise],
    [swapped(utf16(json("Name"), 0x00, 0xd8)), otherwise],
  ]) {
    writeFileSync(join(at, "a.json"), json("Good"));
    await events[0].until("article", ({ document }) => document.headline === "Good");
    writeFileSync(join(at, "a.json"), bytes);
    const { document, problems } = await events[0].until("article", ({ state }) => state === "broken");
    assert.equal(document.headline, "Good");
    assert.deepEqual(problems.map(({ severity, message }) => [severity, message]), [["error", message]]);
  }
});

test("a reading that fails is told of, and the next ones happen", async (t) => {
  const { watch } = await import(new URL("../preview/watch.js", pathToFileURL(COMMAND)));
  const fail = () => {
    throw Error("out of memory");
  };
  for (const part of ["read", "tell"]) {
    const at = folder(t, { "a.md": "one", "b.md": "one" });
    const told = [];
    let wake = () => {};
    const tell = (text) => {
      told.push(text);
      wake();
    };
    let readings = 0;
    let isBroken = true;
    const stories = ["a.md", "b.md"].map((name) => ({
      name,
      file: join(at, name),
      async read() {
        readings += 1;
        if (part === "read" && name === "a.md" && isBroken) fail();
        return true;
      },
    }));
    const onChange = ({ name }) => (part === "tell" && name === "a.md" && isBroken ? fail() : tell(name));
    const watcher = await watch(stories, onChange, tell);
    t.after(() => watcher.close());
    assert.deepEqual([readings, told], [2, ["a.md cannot be shown as it is now: out of memory", "b.md"]], part);
    isBroken = false;
    const next = new Promise((resolve) => (wake = resolve));
    writeFileSync(join(at, "a.md"), "two");
    await next;
    assert.deepEqual([readings, told.at(-1)], [3, "a.md"], part);
  }
});

test("Markdown is named with its own lines", async (t) => {
  const at = folder(t, { "a.md": "---\nlanguage: en\nheadline: [\n---\n" });
  const preview = await start(t, at, "a.md");
  const events = await listen(t, preview);
  const broken = await events.until("article");
  assert.deepEqual([broken.state, broken.document], ["broken", null]);
  assert.ok(broken.problems[0].line > 1);
  for (const name of [".still", ".paste"]) assert.equal((await ask(preview, `/documents/1/${name}`)).status, 404);

  // What disagrees with the data is shown as it is written.
  writeFileSync(join(at, "a.md"), markdown("It is [about $90 billion](datum:alder)."));
  const stale = await events.until("article", ({ state }) => state === "current");
  assert.match(JSON.stringify(stale.document), /about \$90 billion/);
  assert.equal(stale.problems[0].line, 28);
  assert.equal(stale.problems[0].excerpt.after, "It is [about $90 billion](datum:alder).");

  writeFileSync(join(at, "a.md"), markdown("A soft\u00adhyphen."));
  const good = await events.until("article", ({ problems }) => problems[0]?.severity === "remark");
  assert.equal(good.problems[0].severity, "remark");
  const { text } = await ask(preview, "/documents/1/.paste?assets=https://cdn.example/w/");
  assert.match(text, /<article-widget[^]*<script type="module" src="https:\/\/cdn\.example\/w\/embed\.js"/);
  assert.match((await ask(preview, "/documents/1/.still?direction=rtl")).text, /lang="en-Arab" dir="rtl"/);
});

test("several documents are told of, each with its count", async (t) => {
  const at = folder(t, { "a.md": markdown(), "b.json": "{", "c.json": json("Three") });
  const preview = await start(t, at, "a.md", "b.json", "./a.md", "c.json");
  const events = await listen(t, preview, 3);
  const names = await events.until("documents");
  assert.deepEqual(names.map(({ name, counts, state }) => [name, counts, state]), [
    ["a.md", { error: 0, warning: 0, remark: 0 }, "current"],
    ["b.json", { error: 1, warning: 0, remark: 0 }, "broken"],
    ["c.json", { error: 0, warning: 0, remark: 0 }, "current"],
  ]);
  assert.equal((await events.until("article")).document.headline, "Three");
  writeFileSync(join(at, "b.json"), json("Two"));
  await events.until("documents", (now) => now[1].counts.error === 0);
});

test("a port that is taken is passed over, and the command says so", async (t) => {
  const other = createServer();
  await new Promise((resolve) => other.listen(0, "127.0.0.1", resolve));
  t.after(() => other.close());
  const { port } = other.address();
  const preview = await run(t, folder(t, { "a.md": markdown() }), ["--port", `${port}`, "a.md"]);
  assert.ok(preview.port > port);
  assert.match(preview.out, new RegExp(`^Port ${port} is taken; the next free one is ${preview.port}\\.\n`));
  assert.equal((await ask(preview, "/")).status, 200);
  preview.stop();
  assert.equal(await preview.ended, 0);
});

test("what cannot be shown is named", async (t) => {
  const at = folder(t, { "a.md": markdown(), "locked.md": markdown() });
  mkdirSync(join(at, "folder"));
  for (const [words, message] of [
    [[], "error: no document: name a file in JSON or Markdown\n\nFor more information, try 'article-widget preview --help'.\n"],
    [["nothing.md"], "error: nothing.md cannot be shown: there is no such file\n"],
    [["a.md", "nothing.md"], "error: nothing.md cannot be shown: there is no such file\n"],
    [["folder"], "error: folder is no file: name a document in JSON or Markdown\n"],
    [["--prot", "1", "a.md"], "error: Unknown option '--prot'\n\nFor more information, try 'article-widget preview --help'.\n"],
    [["--port", "x", "a.md"], "error: x is not a port: use a number from 0 to 65535\n\nFor more information, try 'article-widget preview --help'.\n"],
    [["--port", "70000", "a.md"], "error: 70000 is not a port: use a number from 0 to 65535\n\nFor more information, try 'article-widget preview --help'.\n"],
  ]) {
    const { code, out, err } = await run(t, at, words);
    assert.deepEqual([code, out, err], [2, "", message]);
  }
  const { code, out } = await run(t, at, ["--help"]);
  assert.equal(code, 0);
  assert.match(out, /Usage: article-widget preview \[OPTIONS\] <FILE>\.\.\./);
});

test("the help of the command names it", (t) => {
  const help = (...words) => spawnSync(process.execPath, [COMMAND, ...words], { encoding: "utf8" }).stdout;
  assert.match(help("help", "preview"), /Usage: article-widget preview/);
  if (!existsSync(new URL("../../npm/article-widget.wasm", import.meta.url))) return t.skip("the module for WASI is not built");
  for (const words of [["--help"], ["-h"], ["help"]]) assert.match(help(...words), /\n  preview  Show documents/);
  assert.doesNotMatch(help("check", "--help"), /preview/);
});
