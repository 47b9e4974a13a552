// The examples that render on a server, built and started as their developers would: each prerenders its document for every
// request, and the page comes alive.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch } from "./browser.mjs";
import { QUIET, makeExample } from "./project.mjs";

/** What is set for the server of an example, besides its port. */
const SITES = { next: {}, astro: { HOST: "127.0.0.1" } };

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The page at an address, as soon as a server answers there. */
async function waitFor(address, server) {
  for (;;) {
    if (server.exitCode !== null) throw Error(`the server ended with ${server.exitCode}`);
    const page = await fetch(address).catch(() => {});
    if (page?.ok) return page.text();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

for (const [name, variables] of Object.entries(SITES)) {
  test(`${name} prerenders a document when it is asked for`, async () => {
    const project = makeExample(name);
    const port = await freePort();
    let server;
    try {
      project.run("npm", "run", "build");
      const env = { ...QUIET, ...variables, PORT: `${port}` };
      server = spawn("npm", ["run", "start"], { cwd: project.folder, env, stdio: "ignore", detached: true });
      const address = `http://127.0.0.1:${port}/`;
      assert.match(await waitFor(address, server), /<template shadowrootmode="open">[^]*Example Motors promises \$40 billion/);

      // The document changes, and the site is not built anew.
      const story = join(project.folder, "story.json");
      writeFileSync(story, readFileSync(story, "utf8").replace("Example Motors promises $40 billion for batteries", "Another headline"));
      assert.match(await waitFor(address, server), /Another headline/);

      const page = await browser.newPage();
      const failed = [];
      page.on("console", (message) => /error|warning/.test(message.type()) && !message.text().includes("favicon") && failed.push(message.text()));
      page.on("pageerror", (error) => failed.push(error.stack));
      await page.goto(address);
      const choice = page.locator("article-widget .choice", { hasText: "Per year" }).first();
      await choice.scrollIntoViewIfNeeded();
      await choice.click();
      await page.locator("article-widget [data-alive]").first().waitFor({ state: "attached" });
      assert.ok(await choice.locator("input").isChecked());
      assert.deepEqual(failed.filter((text) => !/404/.test(text)), []);
      await page.close();
    } finally {
      if (server) process.kill(-server.pid);
      project.remove();
    }
  });
}
