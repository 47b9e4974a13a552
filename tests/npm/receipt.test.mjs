// `article-widget receipt`: a release that was copied to a folder or a server is compared with its receipt, and pages that
// paste its snippet run no other script.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { SHARED, launch, serve } from "./browser.mjs";
import { makeProject, root } from "./project.mjs";

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
  "one byte": [(folder) => change(folder, "article-widget_bg.wasm", (bytes) => (bytes[1000] ^= 1)), 1, /^article-widget_bg\.wasm: it is not that of the release, though as long\n.*: \d+ of \d+ files are those of release/],
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

/** What leaves no file to read, and the sentence for it; a number stands for a server that answers with it. */
const NOTHING = {
  "no folder": ["none", /^error: there is no folder none\n/],
  "a file": ["empty.json", /^error: there is no folder empty\.json\n/],
  "an empty folder": ["empty", /^error: empty has none of the files of release \d\S+ \(\S+: it is missing\)\n/],
  "a server without the files": [404, /^error: \S+ has none of the files of release \d\S+ \(\S+: the server answered 404\)\n/],
  "a server that is not well": [503, /\(\S+: the server answered 503\)\n/],
  "a server that has ended": [undefined, /^error: no answer from \S+: the server refuses the connection\n/],
  "an unknown name": ["https://none.invalid/widget/", /^error: no answer from \S+: (there is no server of this name|its name could not be looked up)\n/],
  "half an address": ["http://", /^error: http:\/\/ is no address\n/],
};

/** A server that answers every request with a code; without one it is closed at once. */
async function answering(status) {
  const server = createServer((_, response) => response.writeHead(status).end());
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const place = `http://127.0.0.1:${server.address().port}/`;
  if (!status) await new Promise((resolve) => server.close(resolve));
  return { place, close: () => server.close() };
}

for (const [name, [place, words]] of Object.entries(NOTHING)) {
  test(`where nothing can be read, one sentence says why: ${name}`, async () => {
    project.write("empty.json", "{}");
    mkdirSync(join(project.folder, "empty"), { recursive: true });
    const server = typeof place === "string" ? undefined : await answering(place);
    const { code, out, err } = await receipt("verify", server?.place ?? place);
    server?.close();
    assert.deepEqual([code, out], [2, ""], err);
    assert.match(err, words);
  });
}

test("what makes no sense is said", async () => {
  project.write("empty.json", "{}");
  project.write("text.json", "text");
  for (const [words, message] of [
    [["verify"], /one folder or address/],
    [["verfy", "copy"], /receipt verify/],
    [["snippet"], /one folder or address/],
    [["snippet", "https://a.example/0.1.0/?a"], /neither spaces/],
    [["snippet", "https://a.example/0.1.0/'"], /neither spaces/],
    [["snippet", "javascript:alert(1)"], /no address of a page/],
    [["snippet", "/0.1.0/", "--receipt", "empty.json", "--integrity"], /lists no embed\.js/],
    [["verify", "copy", "--integrity"], /is for `receipt snippet`/],
    [["verify", "copy", "other"], /one folder/],
    [["verify", "copy", "--receipt", "none.json"], /^error: the receipt none\.json cannot be read: it is missing\n/],
    [["verify", "copy", "--receipt", "copy"], /the receipt copy cannot be read: it is a folder/],
    [["verify", "copy", "--receipt", "text.json"], /the receipt text\.json is not JSON/],
    [["verify", "copy", "--receipt", "empty.json"], /lists no file/],
    [["verify", "copy", "--other"], /--other/],
  ]) {
    const { code, out, err } = await receipt(...words);
    assert.deepEqual([code, out], [2, ""], words.join(" "));
    assert.match(err, message);
  }
  assert.match((await receipt("--help")).out, /^Compare/);
});

test("snippets have hashes where the address names the release, and nowhere else", async () => {
  const { version, files } = JSON.parse(readFileSync(join(release, "receipt.json"), "utf8"));
  for (const folder of [`https://a.example/${version}`, `https://a.example/a@${version}/widget/`, `/widget/v${version}/`, `../${version}/`]) {
    const { code, out, err } = await receipt("snippet", folder);
    assert.equal(code, 0, err);
    const whole = folder.endsWith("/") ? folder : `${folder}/`;
    assert.ok(out.includes(`<script type="module" src="${whole}embed.js" integrity="${files["embed.js"].integrity}"></script>`), out);
    const map = /<script type="importmap">([^<]+)<\/script>/.exec(out)[1];
    const scripts = Object.keys(files).filter((name) => name.endsWith(".js"));
    const { imports, integrity } = JSON.parse(map);
    assert.deepEqual(integrity, Object.fromEntries(scripts.map((name) => [whole + name, files[name].integrity])));
    assert.deepEqual(imports, { [whole]: "about:blank/", ...Object.fromEntries(scripts.map((name) => [whole + name, whole + name])) });
    assert.equal(err, `script-src: 'sha256-${createHash("sha256").update(map).digest("base64")}'\n`);
  }
  const other = version.replace(/\d+$/, (patch) => `${patch}1`);
  for (const folder of ["https://a.example/widget/", `https://a.example/${other}/`, `https://${version}.example/latest/`, `https://a.example/1${version}/`]) {
    const { code, out, err } = await receipt("snippet", folder);
    assert.equal(code, 0);
    assert.equal(out, `<article-widget src="story.json"></article-widget>\n<script type="module" src="${folder}embed.js"></script>\n`);
    assert.match(err, /^no integrity: .* does not name release/);
  }
  const named = await receipt("snippet", "widget/5f3a", "--integrity");
  assert.match(named.out, /"\.\/widget\/5f3a\/article-widget\.js": "sha384-/);
});

test("a page of another origin runs the scripts of the snippet, and none with another byte", async () => {
  const { version } = JSON.parse(readFileSync(join(release, "receipt.json"), "utf8"));
  project.copy(release, `cdn/${version}`);
  project.copy(join(root, "articles/alibaba-ai-investment-de.json"), "site/story.json");
  const [cdn, site] = [await serve(join(project.folder, "cdn"), SHARED), await serve(join(project.folder, "site"))];
  const { out, err } = await receipt("snippet", `${cdn.address}${version}/`);
  const policy = `default-src 'none'; connect-src 'self' ${cdn.address}; style-src ${cdn.address} 'unsafe-inline'; script-src ${cdn.address} 'wasm-unsafe-eval' ${/'sha256-[^']+'/.exec(err)[0]}`;
  // The events come before a script of the test could listen.
  const listen = `<script nonce="a">for (const name of ["ready", "error"]) addEventListener("article-widget-" + name, ({ detail }) => (window.seen ??= name + " " + (detail.code ?? "")))</script>`;
  project.write("site/index.html", `<!DOCTYPE html><meta charset="utf-8"><title>A</title><meta http-equiv="Content-Security-Policy" content="${policy} 'nonce-a'">${listen}${out}`);
  const browser = await launch();
  try {
    for (const [name, expected, blocked] of [
      [undefined, "ready ", undefined],
      // The widget asks for this one again, at addresses without a hash.
      ["article-widget.js", "error engine", "article-widget.js"],
      ["embed.js", undefined, "embed.js"],
    ]) {
      const before = name && readFileSync(join(release, name));
      const copy = join(project.folder, "cdn", version);
      // It would run all the same.
      if (name) writeFileSync(join(copy, name), " ", { flag: "a" });
      const page = await browser.newPage();
      const complaints = [];
      page.on("console", (message) => /integrity/i.test(message.text()) && complaints.push(message.text()));
      await page.goto(site.address);
      if (expected) assert.equal(await (await page.waitForFunction(() => window.seen, undefined, { timeout: 20_000 })).jsonValue(), expected, name);
      else assert.equal(await page.evaluate(() => customElements.get("article-widget") === undefined && window.seen === undefined), true, name);
      assert.equal(complaints.length > 0, blocked !== undefined, `${name}: ${complaints}`);
      if (blocked) assert.ok(complaints[0].includes(blocked), complaints[0]);
      await page.close();
      if (name) writeFileSync(join(copy, name), before);
    }
  } finally {
    await browser.close();
    cdn.close();
    site.close();
  }
});
