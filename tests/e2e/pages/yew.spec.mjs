// Beside another Yew module: the example app, in which an element of ours stands.

import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";
import sirv from "sirv";
import { createServer } from "node:http";
import { choose } from "./chart.mjs";
import { DOCUMENT, complaints, settle, sortBy } from "./support.mjs";

const directory = (path) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const app = directory("target/example-yew-app");

/** The app at the root of a site, the release in `/widget/`. */
async function serveApp() {
  expect(existsSync(app), "cargo xtask test example builds the app").toBe(true);
  const [apps, widgets] = [sirv(app, { dev: true }), sirv(directory("dist"), { dev: true })];
  const server = createServer((request, response) => {
    const missing = () => response.writeHead(404).end();
    if (!request.url.startsWith("/widget/")) return apps(request, response, missing);
    request.url = request.url.slice("/widget".length);
    widgets(request, response, missing);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

let server;
test.beforeAll(async () => (server = await serveApp()));
test.afterAll(() => server.close());

const subtitle = (scope) => scope.locator(".chart-subtitle");

test("The app shows an article with the component alone, and it works", async ({ page }) => {
  const found = complaints(page);
  await page.goto(`${server.origin}/`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Alibaba");
  await expect(page.locator(".kicker")).toHaveCSS("text-transform", "uppercase");
  await page.getByRole("radio", { name: "Per year" }).check();
  await expect(subtitle(page)).toHaveText(/^Commitment per year/);
  await page.getByRole("button", { name: "Mark as read" }).click();
  await expect(page.getByRole("button", { name: "Read", exact: true })).toHaveAttribute("aria-pressed", "true");
  // What the reader chose in the article stays when the app renders.
  await expect(subtitle(page)).toHaveText(/^Commitment per year/);
  expect(found.filter((complaint) => !/favicon|404/.test(complaint))).toEqual([]);
});

test("Clicks in the app and in an element inside it stay where they belong", async ({ page }) => {
  const found = complaints(page);
  await page.goto(`${server.origin}/`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.evaluate(async (src) => {
    const { define } = await import("/widget/define.js");
    define();
    const widget = document.createElement("article-widget");
    widget.loading = "eager";
    widget.src = `/widget/${src}`;
    const ready = new Promise((resolve) => widget.addEventListener("article-widget-ready", resolve));
    // Inside of what the app's Yew renders and listens to.
    document.querySelector("main").append(widget);
    await ready;
  }, DOCUMENT);
  const widget = page.locator("article-widget");
  const own = page.locator(".article-widget-light");
  const button = page.locator("#read");
  const state = async () => ({
    app: await button.getAttribute("aria-pressed"),
    own: await subtitle(own).textContent(),
    widget: await subtitle(widget).textContent(),
  });
  const total = "Total commitment over unlike periods, in US dollars";
  const both = "Commitment in total and per year, in US dollars";
  const perYear = "Commitment per year, in US dollars";
  expect(await state()).toEqual({ app: "false", own: both, widget: both });

  // Every control of the element, many of which carry the same Yew numbers as one of the app's.
  await widget.getByRole("radio", { name: "Per year" }).check();
  await expect(subtitle(widget)).toHaveText(perYear);
  await sortBy(widget, "Name, A to Z");
  await sortBy(widget, "Largest first");
  await choose(widget, "Ratio");
  await choose(widget, "Bars");
  await widget.getByRole("button", { name: "Next stories" }).click();
  await widget.getByRole("button", { name: "Previous stories" }).click();
  await widget.locator(".chart-data summary").click();
  await settle(page);
  expect(await state()).toEqual({ app: "false", own: both, widget: perYear });

  await button.click();
  await own.getByRole("radio", { name: "Per year" }).check();
  await widget.getByRole("radio", { name: "Total" }).check();
  await expect(subtitle(widget)).toHaveText(total);
  expect(await state()).toEqual({ app: "true", own: perYear, widget: total });
  await own.getByRole("button", { name: "Next stories" }).click();
  await expect(own.getByRole("button", { name: "Previous stories" })).toHaveAttribute("aria-disabled", "false");
  await expect(widget.getByRole("button", { name: "Previous stories" })).toHaveAttribute("aria-disabled", "true");
  expect(await state()).toEqual({ app: "true", own: perYear, widget: total });
  expect(found.filter((complaint) => !/favicon|404/.test(complaint))).toEqual([]);
});
