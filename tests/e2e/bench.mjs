// Measures what a reader waits for, on a slow phone as Chromium emulates it. Prints; fails never:
// machines are noisy. `cargo xtask build` first, then `CHROMIUM=… npm run bench` in this folder.

import { chromium } from "@playwright/test";
import { serve } from "./server.mjs";

const ROUNDS = 5;
const { origin, close } = await serve();
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Opens the demonstration on a slow phone, with or without its loader, and reports what happened. */
async function visit({ withLoader }) {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  const client = await page.context().newCDPSession(page);
  await client.send("Network.enable");
  await client.send("Network.emulateNetworkConditions", { offline: false, latency: 150, downloadThroughput: 209_715, uploadThroughput: 96_000 });
  await client.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  if (!withLoader) await page.route("**/embed.js", (route) => route.fulfill({ contentType: "text/javascript", body: "" }));
  await page.addInitScript(() => {
    window.tasks = [];
    new PerformanceObserver((list) => {
      for (const { duration, scripts } of list.getEntries()) window.tasks.push({ duration, scripts: scripts.map(({ sourceURL, duration }) => ({ sourceURL, duration })) });
    }).observe({ type: "long-animation-frame", buffered: true });
  });
  await page.goto(`${origin}/index.html`, { waitUntil: "networkidle" });
  const result = await page.evaluate(() => ({
    firstPaint: performance.getEntriesByName("first-contentful-paint")[0].startTime,
    longestScript: Math.max(0, ...window.tasks.flatMap(({ scripts }) => scripts.filter(({ sourceURL }) => sourceURL.includes("embed.js")).map(({ duration }) => duration))),
  }));
  if (withLoader) {
    const start = performance.now();
    const radio = page.getByRole("radio", { name: "Per year" });
    await radio.scrollIntoViewIfNeeded();
    await radio.click();
    await page.getByText("Commitment per year", { exact: false }).first().waitFor();
    result.aliveAfter = performance.now() - start;
  }
  await page.close();
  return result;
}

const visits = { static: [], loader: [] };
for (let round = 0; round < ROUNDS; round += 1) {
  visits.static.push(await visit({ withLoader: false }));
  visits.loader.push(await visit({ withLoader: true }));
}
const of = (kind, what) => `${Math.round(median(visits[kind].map((visit) => visit[what])))} ms`;
console.log(`first contentful paint, static page:         ${of("static", "firstPaint")}`);
console.log(`first contentful paint, with the loader:     ${of("loader", "firstPaint")}`);
console.log(`longest work of the loader before the chart: ${of("loader", "longestScript")} (a long task is one of 50 ms)`);
console.log(`from reaching the chart to the first choice: ${of("loader", "aliveAfter")}`);
await browser.close();
close();
