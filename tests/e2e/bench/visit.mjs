// One visit of a page in a fresh browser, on a slow connection and a slow processor as Chromium emulates them.

import { readFileSync } from "node:fs";
import { chromium } from "@playwright/test";

/** The connections: milliseconds there and back, bytes in a second. */
export const NETWORKS = {
  "slow 4G": { latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 },
  "9 Mbit/s": { latency: 100, downloadThroughput: 9e6 / 8, uploadThroughput: 3e6 / 8 },
};
/** How many times slower the processor is than that of this machine. */
export const SLOWDOWN = 4;

const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--renderer-process-limit=1"];
// The first mark of a chart: a bar of the static page, or of the widget.
const MARK = ".chart rect, .chart .row .mark";

/** Runs in the page before everything else: notes paints, long tasks, and how long the work for a click takes. */
function watch(mark) {
  const seen = { first: 0, largest: 0, drawn: 0, blocked: 0, shifted: 0, works: [], longest: 0 };
  window.seen = seen;
  const observe = (type, note, options) => new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true, ...options });
  observe("paint", ({ name, startTime }) => name === "first-contentful-paint" && (seen.first = startTime));
  observe("largest-contentful-paint", ({ startTime }) => (seen.largest = startTime));
  observe("longtask", ({ duration }) => (seen.blocked += duration - 50));
  observe("layout-shift", ({ value, hadRecentInput }) => hadRecentInput || (seen.shifted += value));
  observe("event", ({ interactionId, duration }) => interactionId && (seen.longest = Math.max(seen.longest, duration)), { durationThreshold: 16 });
  const find = () => {
    const root = document.querySelector("article-widget")?.shadowRoot ?? document;
    if (!root.querySelector(mark)) return requestAnimationFrame(find);
    requestAnimationFrame(() => requestAnimationFrame(() => (seen.drawn = performance.now())));
  };
  requestAnimationFrame(find);
  // The work for a click: its listeners and the next frame, without the wait between them.
  let click;
  addEventListener("click", () => {
    const own = (click = { begin: performance.now() });
    requestAnimationFrame(() => {
      const frame = performance.now();
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => seen.works.push(performance.now() - own.begin - (frame - own.end));
      port2.postMessage(0);
    });
  }, true);
  addEventListener("click", () => (click.end = performance.now()));
}

/** Megabytes of the only process that renders, which it shares with no other one; Linux counts them. */
async function privateMemory(browser) {
  const client = await browser.newBrowserCDPSession();
  const { processInfo } = await client.send("SystemInfo.getProcessInfo");
  const { id } = processInfo.find(({ type }) => type === "renderer");
  const [, kilobytes] = readFileSync(`/proc/${id}/smaps_rollup`, "utf8").match(/Private_Dirty:\s+(\d+)/);
  return (1024 * Number(kilobytes)) / 1e6;
}

/** Presses a control of the widget as often as asked, and gives the work for each press, in milliseconds. */
async function press(page, selectors, times) {
  const works = () => page.evaluate(() => window.seen.works);
  const before = (await works()).length;
  for (let round = 0; round < times; round += 1) {
    await page.locator(selectors[round % selectors.length]).first().click();
    await page.waitForFunction((count) => window.seen.works.length >= count, before + round + 1);
    // Until the row has stopped.
    await page.waitForTimeout(600);
  }
  return (await works()).slice(before);
}

/**
 * Visits a page. `isAlive` waits for the widgets, so many of them, and uses one.
 *
 * @returns what was measured, by name: milliseconds, kB, MB, or numbers
 */
export async function visit(address, { network, slowdown = SLOWDOWN, alive = 0, presses = 0 }) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: FLAGS });
  try {
    const page = await browser.newPage({ viewport: { width: 412, height: 823 } });
    const client = await page.context().newCDPSession(page);
    let [bytes, requests] = [0, 0];
    client.on("Network.loadingFinished", ({ encodedDataLength }) => {
      bytes += encodedDataLength;
      requests += 1;
    });
    await Promise.all([client.send("Network.enable"), client.send("Performance.enable"), page.addInitScript(watch, MARK)]);
    await page.addInitScript(() => {
      window.ready = 0;
      addEventListener("article-widget-ready", () => (window.ready += 1), true);
    });
    if (network) await client.send("Network.emulateNetworkConditions", { offline: false, ...network });
    if (slowdown > 1) await client.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    const start = performance.now();
    await page.goto(address, { waitUntil: "load", timeout: 120_000 });
    await page.waitForFunction((alive) => window.ready >= alive && window.seen.drawn, alive, { timeout: 120_000, polling: 20 });
    const readyAfter = performance.now() - start;
    await page.waitForTimeout(1_500);
    const { metrics } = await client.send("Performance.getMetrics");
    const metric = (wanted) => metrics.find(({ name }) => name === wanted).value * 1000;
    const { first, largest, drawn, blocked, shifted } = await page.evaluate(() => window.seen);
    const result = { "first paint": first, "largest paint": largest, "chart drawn": drawn, "layout shift": shifted, "blocking time": blocked };
    result["style and layout"] = metric("LayoutDuration") + metric("RecalcStyleDuration");
    Object.assign(result, { "kB on the wire": bytes / 1000, requests, ready: readyAfter });
    await client.send("HeapProfiler.collectGarbage");
    result["private memory"] = await privateMemory(browser);
    if (presses > 0) {
      result.toggles = await press(page, ["label.choice:has(input[value=per-year])", "label.choice:has(input[value=total])"], presses);
      result.steps = await press(page, [".carousel button[value=next]", ".carousel button[value=previous]"], presses);
      result["interaction to next paint"] = (await page.evaluate(() => window.seen.longest)) || 8;
    }
    return result;
  } finally {
    await browser.close();
  }
}
