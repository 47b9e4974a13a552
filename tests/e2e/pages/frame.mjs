// The frame that docs/embedding.md shows, and pages of another site around it.

import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { test as base } from "@playwright/test";
import { DOCUMENT } from "./support.mjs";

/** The snippet of the documentation, with a frame of this site (the page's own, unless it is named) and this query. */
export function snippet(site = "", query = `src=${DOCUMENT}`) {
  const page = readFileSync(new URL("../../../docs/embedding.md", import.meta.url), "utf8");
  const [, found] = page.match(/```html\n(<iframe id="story"[^]*?)```/);
  return found.replace("widget/frame.html?src=../story.json", `${site}${site && "/"}frame.html?${query}`);
}

/**
 * Tests with another site than that of the frame: `serveHost(body, head)` serves a page, and gives its address. A server does,
 * because browsers keep pages without one from sites of this machine.
 */
export const test = base.extend({
  serveHost: async ({}, use) => {
    let page = "";
    const server = createServer((_, response) => response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(page));
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    await use((body, head = "") => {
      page = `<!doctype html><html lang="en"><head><title>A page</title><link rel="icon" href="data:,">${head}</head><body><main>${body}</main></body></html>`;
      return `http://localhost:${server.address().port}`;
    });
    server.close();
    server.closeAllConnections();
  },
});
