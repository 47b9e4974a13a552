// What the tests of the chart share: charts of every kind, what is seen of one, and the ways of its reader.

import { expect } from "@playwright/test";
import { MODULE, answer, demoDocument, element, expectEvents, indexOf, openDemo, openPage } from "./support.mjs";

export const FORMS = ["Bars", "Timeline", "Ratio"];
export const BASES = ["Total", "Per year"];
export const CURRENCIES = ["US dollars", "Yuan"];
export const ORDERS = [
  "Largest first",
  "Smallest first",
  "Largest per year first",
  "Smallest per year first",
  "Name, A to Z",
  "Name, Z to A",
  "As listed",
  "As listed, from the end",
];
/** The chart of the demonstration, as its document has it. */
export const CHART = demoDocument().charts[0];

/** The values in billions that the facts lead to, in the order of the commitments' names below. */
const NAMES = ["Microsoft", "Meta", "Alibaba", "ByteDance"];
const VALUES = {
  "Total, US dollars": [80, 65, 53, 150 / 7.26],
  "Per year, US dollars": [80, 65, 53 / 3, 150 / 7.26],
  "Total, Yuan": [80 * 7.26, 65 * 7.26, 380, 150],
  "Per year, Yuan": [80 * 7.26, 65 * 7.26, 380 / 3, 150],
};

/** What a company's figure is, in billions. */
export function valueOf(name, basis, currency) {
  return VALUES[`${basis}, ${currency}`][NAMES.indexOf(name)];
}

export const figure = (page) => page.locator("figure.chart");
export const subtitle = (page) => page.locator(".chart-subtitle");
export const plot = (page) => page.locator("svg.plot");
export const row = (page, name) => page.locator(".row").filter({ has: page.locator(".row-name", { hasText: name }) });
export const tip = (page) => page.getByRole("tooltip");
/** What screen readers are told after a choice. */
export const announced = (page) => page.locator("figure.chart > [aria-live]");
/** The chart in words, for those who do not see it. */
export const described = (page) => page.locator("figure.chart > p.visually-hidden:not([aria-live])");

/** Chooses among radio buttons by a name. */
export const choose = (page, name) => page.getByRole("radio", { name, exact: true }).check();

const clean = (text) => text.replace(/\s+/g, " ").trim();

/** The rows in the order of their places on the page: name, label, the mark's box and the row's end in the drawing's pixels. */
export async function rows(page) {
  const found = await plot(page).evaluate((plot) =>
    [...plot.querySelectorAll(".row")].map((row) => {
      const box = row.querySelector(".mark")?.getBBox();
      return {
        name: row.querySelector(".row-name").textContent.trim(),
        label: row.querySelector(".label").textContent,
        y: row.querySelector(".hit").getBBox().y,
        height: row.querySelector(".hit").getBBox().height,
        mark: box && { x: box.x, y: box.y, width: box.width, height: box.height },
      };
    }),
  );
  return found.sort((a, b) => a.y - b.y).map(({ name, label, mark, y }) => ({ name, label: clean(label), mark, y }));
}

/** The rows in words: `Microsoft $80bn`. */
export const ranking = async (page) => (await rows(page)).map(({ name, label }) => `${name} ${label}`);

/** Waits until nothing of the chart is on its way any more. */
export function arrived(page) {
  return plot(page).evaluate((plot) => Promise.all(plot.getAnimations({ subtree: true }).map(({ finished }) => finished.catch(() => {}))));
}

/** An id, a name, an amount of US dollars; the calendar year 2025 unless it is said otherwise. */
export const commitment = (id, name, value, more = {}) => ({
  id,
  name,
  amount: { value, scale: "billion", currency: "USD" },
  period: { year: 2025 },
  status: "announced",
  purpose: "AI",
  source: "An announcement",
  ...more,
});

/** A document with one chart of these commitments, and nothing else. */
export function documentOf(commitments, more = {}) {
  return {
    version: 1,
    language: "en",
    headline: "A headline",
    standfirst: "A standfirst that says what follows.",
    body: [{ heading: "A section" }, { chart: "spend" }],
    commitments,
    charts: [{ id: "spend", title: "What each of them will spend", currency: "USD", source: "Announcements" }],
    ...more,
  };
}

/** As many commitments, each smaller than the one before it. */
export const many = (count) => Array.from({ length: count }, (_, index) => commitment(`c${index}`, `Company ${index}`, count - index));

/** Opens a page whose only article is this document, and waits until it is alive. */
export async function openChart(page, document, attributes = "", head = '<meta name="viewport" content="width=device-width">') {
  await answer(page, document);
  await openPage(page, `<h1>A page</h1>${element(`src="articles/alibaba-ai-investment.json" ${attributes}`)}${MODULE}`, head);
  await expectEvents(page, { ready: 1 });
  await expect(plot(page)).toHaveRole("group");
  await styled(page);
}

/** Opens the demonstration, alive, with the chart in view and all its styles. */
export async function openDemoChart(page) {
  await openDemo(page);
  await styled(page);
  await figure(page).scrollIntoViewIfNeeded();
}

/** Waits for the styles that come with the WebAssembly. */
export async function styled(page) {
  await expect
    .poll(() => page.locator("article-widget").first().evaluate((widget) => [...widget.shadowRoot.querySelectorAll("link")].every(({ sheet }) => sheet)))
    .toBe(true);
}

/** Whether one box lies on another by more than a hair's breadth. */
export function overlap(a, b, hair = 0.5) {
  return a.x + a.width - hair > b.x && b.x + b.width - hair > a.x && a.y + a.height - hair > b.y && b.y + b.height - hair > a.y;
}

/** Brings an element to the middle of the window. */
export const centre = (locator) => locator.evaluate((element) => element.scrollIntoView({ block: "center", behavior: "instant" }));

/** Leads the pointer to the middle of a row's mark by real moves, as a hand does. */
export async function pointAt(page, row) {
  const { x, y, width, height } = await row.locator(".mark").first().boundingBox();
  await page.mouse.move(x + Math.min(width / 2, 20), y + height / 2, { steps: 5 });
}

/** The body of the demonstration without its chart's place, which is put where the text begins. */
export function chartFirst(document) {
  const [chart] = document.body.splice(indexOf(document, "chart"), 1);
  document.body.unshift(chart);
}
