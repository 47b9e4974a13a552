// `article-widget receipt verify`: a release that was copied to a folder or a server is compared with its receipt.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { serve } from "./browser.mjs";
import { makeProject } from "./project.mjs";

let project, command, release;
before(() => {
  project = makeProject("receipt");
  command = join(project.folder, "node_modules/article-widget/bin/article-widget.mjs");
  release = join(project.folder, "node_modules/article-widget/widget");
});
after(() => project.remove());

/** Runs the command; the server of the test goes on meanwhile. */
async function receipt(...words) {
  const child = spawn(process.execPath, [command, "receipt", ...words], { cwd: project.folder });
  let [out, err] = ["", ""];
  child.stdout.on("data", (data) => (out += data));
  child.stderr.on("data", (data) => (err += data));
  const code = await new Promise((resolve) => child.on("close", resolve));
  return { code, out, err };
}

test("every file has a size and a hash, and the receipt knows its version", () => {
  const { version, policy, files } = JSON.parse(readFileSync(join(release, "receipt.json"), "utf8"));
  assert.match(version, /^\d+\.\d+\.\d+$/);
  assert.match(policy, /script-src 'self' 'wasm-unsafe-eval'/);
  for (const name of ["embed.js", "article-widget_bg.wasm", "article-widget.css", "messages/de.json", "THIRD-PARTY.txt"]) {
    assert.match(files[name].integrity, /^sha384-[A-Za-z0-9+/]{64}$/, name);
    assert.equal(files[name].bytes, readFileSync(join(release, name)).length, name);
  }
});

const CHANGES = {
  nothing: [() => {}, 0, /: all \d+ files are those of release/],
  "another file": [(folder) => writeFileSync(join(folder, "own.txt"), "mine"), 0, /: all \d+ files/],
  "one byte": [(folder) => change(folder, "article-widget_bg.wasm", (bytes) => (bytes[1000] ^= 1)), 1, /^article-widget_bg\.wasm: it is not that of the release, though as long\n.*: 1 of \d+ files differ/],
  "a line more": [(folder) => writeFileSync(join(folder, "embed.js"), "//\n", { flag: "a" }), 1, /^embed\.js: it is not that of the release, \d+ bytes instead of \d+\n/],
  "a missing file": [(folder) => rmSync(join(folder, "messages/de.json")), 1, /^messages\/de\.json: it is missing\n/],
};

function change(folder, name, edit) {
  const bytes = readFileSync(join(folder, name));
  edit(bytes);
  writeFileSync(join(folder, name), bytes);
}

for (const [name, [act, code, words]] of Object.entries(CHANGES)) {
  test(`a copy with ${name}, in a folder and on a server`, async () => {
    const folder = join(project.folder, "copy");
    rmSync(folder, { recursive: true, force: true });
    project.copy(release, "copy");
    act(folder);
    const inFolder = await receipt("verify", "copy");
    assert.deepEqual([inFolder.code, inFolder.err], [code, ""]);
    assert.match(inFolder.out, words);
    const { address, close } = await serve(folder);
    const onServer = await receipt("verify", address);
    close();
    assert.equal(onServer.code, code, onServer.out);
    assert.equal(onServer.out.split("\n").length, inFolder.out.split("\n").length);
  });
}

test("what cannot be compared is said", async () => {
  project.write("empty.json", "{}");
  for (const [words, message] of [
    [["verify"], /one folder or address/],
    [["verfy", "copy"], /receipt verify/],
    [["verify", "copy", "other"], /one folder/],
    [["verify", "copy", "--receipt", "none.json"], /none\.json/],
    [["verify", "copy", "--receipt", "empty.json"], /lists no file/],
    [["verify", "copy", "--other"], /--other/],
  ]) {
    const { code, out, err } = await receipt(...words);
    assert.deepEqual([code, out], [2, ""], words.join(" "));
    assert.match(err, message);
  }
  assert.match((await receipt("--help")).out, /^Compare/);
});
