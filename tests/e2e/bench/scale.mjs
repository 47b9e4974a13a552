// Measures what a reader waits for, on a slow phone as Chromium emulates it. Prints; fails never:
// machines are noisy. `cargo xtask build` first, then `CHROMIUM=… npm run bench` in this folder; with
// `-- carousel` only what rows of stories cost, with `-- paragraphs` only what long texts do.

import { readFileSync } from "node:fs";
import { chromium } from "@playwright/test";
import { prerender, servePage } from "../pages/prerendered.mjs";
import { serve } from "../server.mjs";

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

/**
 * How long the main thread works for one toggle of the basis, in milliseconds: of everything that it
 * does until nothing is left to do, on a processor slowed to a fourth.
 */
async function toggle(document, { hasMotion = false } = {}) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: hasMotion ? "no-preference" : "reduce" });
  if (document) await page.route("**/articles/*.json", (route) => route.fulfill({ json: document }));
  await page.goto(`${origin}/index.html`);
  await page.evaluate((isOther) => {
    const widget = window.document.querySelector("article-widget");
    widget.loading = "eager";
    // What is prerendered is another document.
    if (isOther) widget.src = "articles/other.json";
  }, Boolean(document));
  await page.waitForFunction(() => window.document.querySelector("article-widget").shadowRoot.querySelector(".plot-frame[role=group]"), undefined, { timeout: 120_000 });
  const client = await page.context().newCDPSession(page);
  await client.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await client.send("Performance.enable");
  const worked = async () => (await client.send("Performance.getMetrics")).metrics.find(({ name }) => name === "TaskDuration").value * 1000;
  const idle = () => page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 600)))));
  const flip = (name) =>
    page.evaluate((name) => window.document.querySelector("article-widget").shadowRoot.querySelector(`input[value=${name}]`)?.click(), name);
  const costs = [];
  for (let round = 0; round < 2 * ROUNDS; round += 1) {
    await idle();
    const before = await worked();
    await idle();
    const between = await worked();
    await flip(round % 2 ? "total" : "per-year");
    await idle();
    costs.push(await worked() - between - (between - before));
  }
  await page.close();
  return median(costs);
}

/** A document of nothing but a row of so many stories. */
function rowOf(count) {
  const document = JSON.parse(readFileSync(new URL("../../../articles/alibaba-ai-investment.json", import.meta.url), "utf8"));
  const { version, language, headline, related } = document;
  const [{ teasers, ...row }] = related;
  const stories = Array.from({ length: count }, (_, index) => ({ ...teasers[index % teasers.length], source: "The Herald", published: "2025-02-24" }));
  return { version, language, headline, body: [{ paragraph: "A paragraph." }], ...(count > 0 && { related: [{ ...row, teasers: stories }] }) };
}

/**
 * What a row of so many stories costs: the work of the main thread, in milliseconds on a processor slowed
 * to a fourth, until it is on the page and until one step on is done; and what is in memory then.
 */
async function row(count) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
  await page.route("**/articles/row-*.json", (route) => route.fulfill({ json: rowOf(Number(route.request().url().match(/row-(\d+)/)[1])) }));
  await page.goto(`${origin}/index.html`);
  const show = async (count) => {
    await page.evaluate((count) => {
      const widget = window.document.querySelector("article-widget");
      widget.loading = "eager";
      widget.src = `articles/row-${count}.json`;
    }, count);
    await page.waitForFunction((count) => window.document.querySelector("article-widget").shadowRoot.querySelectorAll(".slide").length === count, Math.min(count, 12), { timeout: 120_000 });
  };
  await show(count);
  const client = await page.context().newCDPSession(page);
  await client.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await client.send("Performance.enable");
  const worked = async () => (await client.send("Performance.getMetrics")).metrics.find(({ name }) => name === "TaskDuration").value * 1000;
  const idle = () => page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 600)))));
  const cost = async (act) => {
    await idle();
    const before = await worked();
    await idle();
    const between = await worked();
    await act();
    await idle();
    return (await worked()) - between - (between - before);
  };
  const press = (value) =>
    page.evaluate((value) => window.document.querySelector("article-widget").shadowRoot.querySelector(`.carousel-button[value=${value}]`).click(), value);
  const costs = { mount: [], next: [] };
  for (let round = 0; round < 2 * ROUNDS; round += 1) {
    await show(0);
    costs.mount.push(await cost(() => show(count)));
    await page.evaluate(() => window.document.querySelector("article-widget").shadowRoot.querySelector(".viewport").scrollIntoView());
    costs.next.push(await cost(() => press("next")));
  }
  await client.send("HeapProfiler.collectGarbage");
  const { usedSize, backingStorageSize = 0 } = await client.send("Runtime.getHeapUsage");
  const { nodes } = await client.send("Memory.getDOMCounters");
  await page.close();
  return { mount: median(costs.mount), next: median(costs.next), memory: (usedSize + backingStorageSize) / 1e6, nodes };
}

/** The demonstration's document with many commitments. */
function many(count) {
  const document = JSON.parse(readFileSync(new URL("../../../articles/alibaba-ai-investment.json", import.meta.url), "utf8"));
  const [, template] = document.commitments;
  for (let index = document.commitments.length; index < count; index += 1) {
    const amount = { ...template.amount, value: (index * 7919) % 100_003 };
    document.commitments.push({ ...template, id: `c${index}`, name: `Company ${index}`, amount, period: { start: "2024-07", months: 1 + (index % 60) } });
  }
  return document;
}

async function article() {
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
  const milliseconds = async (cost) => `${(await cost).toFixed(1)} ms`;
  console.log("one toggle of the basis, main thread, processor slowed to a fourth:");
  console.log(`  4 commitments:                             ${await milliseconds(toggle())}`);
  console.log(`  4 commitments, gliding for 450 ms:         ${await milliseconds(toggle(undefined, { hasMotion: true }))}`);
  for (const count of [1_000, 10_000]) {
    console.log(`  ${`${count} commitments:`.padEnd(42)} ${await milliseconds(toggle(many(count)))}`);
  }
}

/** The demonstration's document with so many paragraphs more. */
function longer(count) {
  const document = JSON.parse(readFileSync(new URL("../../../articles/alibaba-ai-investment.json", import.meta.url), "utf8"));
  const paragraphs = Array.from({ length: count }, (_, index) => ({ paragraph: `Paragraph ${index}. ${"Some more words of it. ".repeat(20)}` }));
  document.body.push(...paragraphs);
  return document;
}

/**
 * What it costs that a prerendered article with so many paragraphs more comes alive: the work of the main thread, in
 * milliseconds on a processor slowed to a fourth.
 */
async function alive(count) {
  const html = prerender(longer(count), "--page", "--linked", "--src", "document.json");
  const costs = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.route("**/document.json", (route) => route.fulfill({ json: longer(count) }));
    await page.goto(origin + (await servePage(page, html)));
    const client = await page.context().newCDPSession(page);
    await client.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    await client.send("Performance.enable");
    const worked = async () => (await client.send("Performance.getMetrics")).metrics.find(({ name }) => name === "TaskDuration").value * 1000;
    const before = await worked();
    await page.evaluate(() => {
      const widget = window.document.querySelector("article-widget");
      widget.loading = "eager";
      return new Promise((resolve) => widget.addEventListener("article-widget-ready", resolve));
    });
    costs.push((await worked()) - before);
    await page.close();
  }
  return median(costs);
}

async function paragraphs() {
  const [few, many] = [await alive(30), await alive(3_000)];
  console.log("an article comes alive, main thread, processor slowed to a fourth:");
  console.log(`  30 paragraphs: ${few.toFixed(1)} ms, 3000 paragraphs: ${many.toFixed(1)} ms, ${(many / few).toFixed(2)} times as much`);
}

/** What rows of stories cost. */
async function rows() {
  console.log("a row of stories, main thread, processor slowed to a fourth:");
  for (const count of [6, 1_000]) {
    const { mount, next, memory, nodes } = await row(count);
    const words = [`${mount.toFixed(1)} ms until it is there`, `${next.toFixed(1)} ms for one step`, `${memory.toFixed(1)} MB`, `${nodes} nodes`];
    console.log(`  ${`${count} stories:`.padEnd(42)} ${words.join(", ")}`);
  }
}

const [, , only] = process.argv;
if (!only) await article();
if (only !== "carousel") await paragraphs();
if (only !== "paragraphs") await rows();
await browser.close();
close();
