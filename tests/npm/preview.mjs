// What the tests of `article-widget preview` share: a folder with documents, the command, and its events.

import { spawn } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeProject } from "./project.mjs";

const project = makeProject("preview");
process.on("exit", project.remove);

/** The command of the package, as a project has it. */
export const COMMAND = join(project.folder, "node_modules/article-widget/bin/article-widget.mjs");

const filler = (name) => `The ${name} is one of many that fill the page, so that it can be scrolled. It says nothing else, and says so at length.`;

/** An article in Markdown with a chart; `text` is its second paragraph. */
export const markdown = (text = "The plan runs for three years.") => `---
language: en
headline: Two plans compared
commitments:
  - id: alder
    name: Alder
    amount: { value: 60, scale: billion, currency: USD }
    period: { start: 2025-02, years: 3 }
    status: announced
    purpose: ports
    source: Alder’s announcement
  - id: birch
    name: Birch
    amount: { value: 40, scale: billion, currency: USD }
    period: { year: 2025 }
    status: planned
    purpose: ports
    source: Birch’s plan
charts:
  - id: plans
    title: Alder plans more in total
    currency: USD
    source: The companies
---

Alder will spend [$60 billion](datum:alder) on ports.

${text}

${["first paragraph", "second paragraph", "third paragraph", "fourth paragraph"].map(filler).join("\n\n")}

\`\`\`chart
plans
\`\`\`

${["fifth paragraph", "sixth paragraph", "seventh paragraph", "eighth paragraph", "ninth paragraph", "tenth paragraph"].map(filler).join("\n\n")}
`;

/** A small document in JSON. */
export const json = (headline, body = [{ paragraph: "A paragraph." }]) => JSON.stringify({ version: 1, language: "en", headline, body }, null, 2);

/** A folder for one test, which is removed after it. */
export function folder(t, files = {}) {
  const path = realpathSync(mkdtempSync(join(tmpdir(), "preview-")));
  t.after(() => rmSync(path, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
  return path;
}

/** Runs the command until it ends, or until it has told its address. It is stopped after the test. */
export async function run(t, cwd, words) {
  const child = spawn(process.execPath, [COMMAND, "preview", ...words], { cwd });
  const ended = new Promise((resolve) => child.on("close", resolve));
  t.after(async () => {
    child.kill();
    await ended;
  });
  const output = { out: "", err: "" };
  const told = new Promise((resolve) => {
    child.stdout.on("data", (data) => {
      output.out += data;
      if (output.out.includes("Ctrl+C")) resolve(undefined);
    });
  });
  child.stderr.on("data", (data) => (output.err += data));
  const code = await Promise.race([told, ended]);
  const [, origin, port] = /Preview: (http:\/\/127\.0\.0\.1:(\d+))\/\n/.exec(output.out) ?? [];
  return { ...output, code, origin, port: Number(port), stop: () => child.kill("SIGINT"), ended, errors: () => output.err };
}

/** Starts the command at any free port. */
export const start = (t, cwd, ...files) => run(t, cwd, ["--port", "0", ...files]);

/** Asks for a path exactly as it is given, with these headers. */
export function ask({ port }, path, headers = {}, method = "GET") {
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, path, headers, method, agent: false }, async (response) => {
      let text = "";
      for await (const part of response) text += part;
      resolve({ status: response.statusCode, headers: response.headers, text });
    });
    sent.on("error", reject);
    sent.end();
  });
}

/** The events of a document. `until` resolves with the data of the first event of that name that fits. */
export async function listen(t, { origin }, document = 1) {
  const aborter = new AbortController();
  t.after(() => aborter.abort());
  const response = await fetch(`${origin}/events?document=${document}`, { signal: aborter.signal });
  const seen = [];
  let wake = () => {};
  (async () => {
    let text = "";
    for await (const part of response.body.pipeThrough(new TextDecoderStream())) {
      const blocks = (text + part).split("\n\n");
      text = blocks.pop();
      for (const block of blocks) {
        const [, name, data] = /^event: (.*)\ndata: (.*)$/.exec(block) ?? [];
        if (name) seen.push({ name, data: JSON.parse(data) });
      }
      wake();
    }
  })().catch(() => {});
  return {
    async until(name, fits = () => true) {
      for (;;) {
        while (seen.length) {
          const event = seen.shift();
          if (event.name === name && fits(event.data)) return event.data;
        }
        await new Promise((resolve) => (wake = resolve));
      }
    },
  };
}
