// What the tests of the chart share: charts of every kind, what is seen of one, and the ways of its reader.

import { expect } from "@playwright/test";
import { EXPLORE, MODULE, answer, demoDocument, element, expectEvents, indexOf, openDemo, openPage, openPanel } from "./support.mjs";

export const FORMS = ["Bars", "Timeline", "Ratio"];
export const BASES = ["Total", "Per year"];
/** The switch's words: whole sums, yearly ones, both in two panels. */
export const VIEWS = [...BASES, "Both"];
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
export const plot = (page) => page.locator(".plot-frame");
/** The rows of a company: one in each panel. */
export const row = (page, name) => page.locator(".row").filter({ has: page.locator(".row-name", { hasText: name }) });
/** The line about the mark that is read. */
export const reading = (page) => page.locator(".reading");
/** What screen readers are told after a choice. */
export const announced = (page) => page.locator("figure.chart > [aria-live]");
/** The chart in words, for those who do not see it. */
export const described = (page) => page.locator("figure.chart > p.visually-hidden:not([aria-live])");

/** Chooses among radio buttons by a name; those under the drawing are opened first. */
export async function choose(page, name) {
  const radio = page.getByRole("radio", { name, exact: true });
  if (!VIEWS.includes(name)) await openPanel(page, EXPLORE);
  await radio.check();
}

const clean = (text) => text.replace(/\s+/g, " ").trim();

/** The rows of a panel in the order of their places on the page: name, label, top, and the mark's box within its track. */
export async function rows(page, panel = 0) {
  const found = await plot(page).evaluate(
    (plot, panel) =>
      [...(plot.querySelectorAll(".panel")[panel]?.querySelectorAll(".row") ?? [])].map((row) => {
        const box = row.querySelector(".mark")?.getBoundingClientRect();
        const track = row.querySelector(".track").getBoundingClientRect();
        const isMirrored = getComputedStyle(row).direction === "rtl";
        const { top, height } = row.getBoundingClientRect();
        return {
          name: row.querySelector(".row-name").textContent.trim(),
          label: row.querySelector(".label").textContent,
          y: top,
          height,
          mark: box && { x: isMirrored ? track.right - box.right : box.x - track.x, bottom: box.bottom, width: box.width, height: box.height },
        };
      }),
    panel,
  );
  return found.sort((a, b) => a.y - b.y).map((row) => ({ ...row, label: clean(row.label) }));
}

/** The rows in words: `Microsoft $80bn`. */
export const ranking = async (page, panel) => (await rows(page, panel)).map(({ name, label }) => `${name} ${label}`);

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

/** Opens the demonstration, alive, with the chart in view and all its styles: both sums, in two panels. */
export async function openDemoChart(page) {
  await openDemo(page);
  await styled(page);
  await figure(page).scrollIntoViewIfNeeded();
}

/** The same, with whole sums alone. */
export async function openTotals(page) {
  await openDemoChart(page);
  await choose(page, "Total");
  await expect(page.locator(".panel")).toHaveCount(1);
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
