// What is left behind by elements that come and go.

import { expect, test } from "@playwright/test";
import { DOCUMENT, demoDocument, openPage } from "./support.mjs";
import { prerender } from "./prerendered.mjs";

// What the process holds of other tests is not counted.
test.use({ reuseContext: false });

test.beforeEach(({ page }) =>
  page.addInitScript(() => {
    const { instantiate } = WebAssembly;
    window.memories = [];
    WebAssembly.instantiate = async (...given) => {
      const result = await instantiate.apply(WebAssembly, given);
      // The release has short names for everything. The smallest module, which is tried first, has no memory.
      const memory = Object.values(result.exports ?? {}).find((value) => value instanceof WebAssembly.Memory);
      if (memory) window.memories.push(new WeakRef(memory));
      return result;
    };
  }),
);

/** What the page holds once everything that can be collected is. */
async function measure(page) {
  const client = await page.context().newCDPSession(page);
  for (let round = 0; round < 3; round += 1) await client.send("HeapProfiler.collectGarbage");
  const { usedSize } = await client.send("Runtime.getHeapUsage");
  const { nodes, jsEventListeners } = await client.send("Memory.getDOMCounters");
  const sizes = await page.evaluate(() => window.memories.flatMap((memory) => memory.deref()?.buffer.byteLength ?? []));
  await client.detach();
  return { heap: usedSize, nodes, jsEventListeners, instances: sizes.length, wasm: Math.max(...sizes) };
}

/** Puts a widget in and takes it out again, many times, and waits until the last one is forgotten. */
function comeAndGo(page, times, markup) {
  return page.evaluate(
    async ({ times, markup, src }) => {
      const { define } = await import("/define.js");
      define();
      const main = document.querySelector("main");
      const article = await (await fetch(src)).json();
      const make = () => {
        if (markup) {
          main.setHTMLUnsafe(markup);
          return main.querySelector("article-widget");
        }
        const widget = document.createElement("article-widget");
        widget.article = article;
        main.append(widget);
        return widget;
      };
      for (let time = 0; time < times; time += 1) {
        const widget = make();
        const ready = new Promise((resolve) => widget.addEventListener("article-widget-ready", resolve, { once: true }));
        widget.loading = "eager";
        await ready;
        widget.remove();
        await new Promise((resolve) => setTimeout(resolve));
      }
      // As long as an element waits for its styles.
      await new Promise((resolve) => setTimeout(resolve, 4500));
    },
    { times, markup, src: DOCUMENT },
  );
}

for (const [what, markup] of [
  ["rendered afresh", undefined],
  ["prerendered", prerender(demoDocument()).replace(/<script type="module".*/s, "")],
]) {
  test(`A thousand articles, ${what}, that come and go leave nothing that grows`, async ({ page }) => {
    test.setTimeout(300_000);
    await openPage(page, "");
    // What is kept for the next article is there by then.
    await comeAndGo(page, 30, markup);
    const before = await measure(page);
    await comeAndGo(page, 1000, markup);
    const after = await measure(page);
    console.log(`${what}: ${JSON.stringify({ before, after })}`);
    // An instance is let go of after some articles, and another takes its place.
    expect(after.instances).toBeLessThanOrEqual(4);
    // Pages of 64 KiB may be asked for late, as pieces come and go; 200 bytes for each article would be three.
    expect(after.wasm).toBeLessThanOrEqual(before.wasm + 131_072);
    expect(after.nodes).toBeLessThan(before.nodes + 100);
    expect(after.jsEventListeners).toBeLessThan(before.jsEventListeners + 10);
    // A kilobyte for each would be a megabyte.
    expect(after.heap - before.heap).toBeLessThan(1_000_000);
  });
}
