// What the tests of pages share: a site with pages of a test beside the files of the release, and waiting for an answer.

import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { serve } from "../server.mjs";

/** How long anything may take before it counts as not happening, in milliseconds; nothing here is a measure of speed. */
export const PATIENCE = 30_000;

/**
 * Serves what `own` gives for a path and a method, as a media type and a text, and else the files of the release, as `changed`
 * makes them. Gives the address of the site, and a function that ends it.
 */
export async function serveBeside(own, changed = (_, body) => body) {
  const files = await serve();
  const pages = createServer(async ({ url, method }, response) => {
    const path = url.split("?")[0];
    const answer = own(path, method);
    if (answer) return response.writeHead(200, { "content-type": answer[0] }).end(answer[1]);
    const file = await fetch(new URL(path, files.origin));
    const body = Buffer.from(await file.arrayBuffer());
    response.writeHead(file.status, { "content-type": file.headers.get("content-type") ?? "text/plain" }).end(changed(url, body));
  });
  pages.listen(0, "127.0.0.1");
  await once(pages, "listening");
  const close = () => {
    pages.closeAllConnections();
    pages.close();
    files.close();
  };
  return { origin: `http://127.0.0.1:${pages.address().port}`, close };
}

/** Waits until a question has this answer. */
export async function until(driver, expected, ask) {
  let found;
  const matches = async () => {
    // While the page changes, what the script looks for may be missing. A browser that is gone does not come back.
    found = await ask().catch((error) => {
      if (error.name === "NoSuchSessionError") throw error;
      return error.message;
    });
    return JSON.stringify(found) === JSON.stringify(expected);
  };
  // The assertion below says what was found instead.
  await driver.wait(matches, PATIENCE).catch(() => {});
  assert.deepEqual(found, expected);
}
