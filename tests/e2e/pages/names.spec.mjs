// Two charts, two rows of stories and asides on one page: what is called by a name has its own, and what is
// pressed is large enough to be met (WCAG 2.5.8).

import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { commitment, documentOf, many, styled } from "./chart.mjs";
import { stories } from "./carousel.mjs";
import { prerender, servePage } from "./prerendered.mjs";
import { EXPLORE, MODULE, answer, element, expectEvents, fullDocument, openPage, hold } from "./support.mjs";

const chart = (id, title) => ({ id, title, currency: "USD", source: "Announcements" });
const teasers = (word) => stories(8, (number) => ({ headline: `${word} ${number}` }));

const DOCUMENT = documentOf([...many(24), commitment("hedged", "Hedged", 3, { status: "reported" })], {
  body: [
    { heading: "A section" },
    { paragraph: ["A sentence with a note.", { footnote: "one" }, " And another.", { footnote: "two" }] },
    { chart: "first" },
    { aside: { title: "The rules", body: [{ paragraph: "One" }] } },
    { chart: "second" },
    { aside: { title: "The facts", body: [{ paragraph: "Two" }] } },
    { aside: { body: [{ paragraph: "Three" }] } },
    { aside: { body: [{ paragraph: "Four" }] } },
  ],
  footnotes: [
    { id: "one", text: "A note." },
    { id: "two", text: "Another note." },
  ],
  exchangeRates: [{ base: "USD", quote: "CNY", rate: "7.25", date: "2025-02-24", source: "a bank" }],
  charts: [chart("first", "What they will spend"), chart("second", "What they have spent")],
  related: [
    { id: "more", title: "More", teasers: teasers("More") },
    { id: "other", title: "Other stories", teasers: teasers("Other") },
  ],
});

/** Roles whose names tell one from another of its kind. */
const NAMED = ["complementary", "figure", "form", "group", "navigation", "radiogroup", "region", "search"];

/** The names of such roles that stand on the page, as the browser tells them to assistive technology. */
async function names(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  const seen = nodes.filter(({ ignored, role }) => !ignored && NAMED.includes(role.value));
  return seen.map(({ role, name }) => `${role.value}: ${name?.value ?? ""}`);
}

async function expectNames(page, least) {
  const all = await names(page);
  // What opens and closes is a group that is known by its button.
  const isNameless = (name) => name === "group: ";
  expect(all.filter(isNameless)).toHaveLength(await page.locator("details").count());
  const named = all.filter((name) => !isNameless(name));
  expect(named.length).toBeGreaterThanOrEqual(least);
  expect(named.filter((name, index) => named.indexOf(name) !== index)).toEqual([]);
  expect(named.filter((name) => name.endsWith(": "))).toEqual([]);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`)).toEqual([]);
}

async function open(page, document = DOCUMENT) {
  await answer(page, document);
  await openPage(page, `<h1>A page</h1>${element('src="articles/alibaba-ai-investment.json" loading="eager"')}${MODULE}`, '<meta name="viewport" content="width=device-width">');
  await expectEvents(page, { ready: 1 });
  await styled(page);
  await expect(page.locator(".plot-frame[role=group]").last()).toBeAttached();
}

const openers = (page, name) => page.getByRole("button", { name }).all();

test("Alive, with everything open, each has its own name", async ({ page }) => {
  await open(page);
  for (const summary of await page.locator(".chart-data summary").all()) await summary.click();
  for (const opener of await openers(page, EXPLORE)) await opener.click();
  await expect(page.getByRole("group", { name: "Companies What they have spent" })).toBeVisible();
  await expectNames(page, 16);
  for (const opener of await openers(page, "Image")) await opener.click();
  await expectNames(page, 14);
});

for (const form of [[], ["--light"]]) {
  test(`Before it is alive, each has its own name ${form}`, async ({ page }) => {
    // Controls are there as soon as what they say is kept.
    await hold(page, "article-widget_bg.wasm");
    await page.goto(await servePage(page, prerender(DOCUMENT, "--page", ...form)));
    for (const summary of await page.locator(".chart-data summary").all()) await summary.click();
    const all = await names(page);
    expect(all).toContain("group: Compare What they will spend");
    expect(all).toContain("region: Chart data What they have spent");
    expect(all).toContain("complementary: The facts");
    expect(all.filter((name) => name.startsWith("complementary"))).toHaveLength(2);
    await expectNames(page, 12);
  });
}

/** What can be pressed, is no text in a line, and is less than 24 px wide or high. */
const small = (page) =>
  page.locator("article-widget").evaluate((widget) => {
    const isText = (control) => getComputedStyle(control).display === "inline" || control.matches(".term-button");
    const controls = [...widget.shadowRoot.querySelectorAll("a[href], button, input, select, summary")];
    const seen = controls.filter((control) => control.checkVisibility({ visibilityProperty: true }) && !isText(control));
    const boxes = seen.map((control) => [control, (control.closest("label:has(input)") ?? control).getBoundingClientRect()]);
    const found = boxes.filter(([, { width, height }]) => width < 24 || height < 24);
    return { count: seen.length, small: found.map(([{ outerHTML }, { width, height }]) => `${width} × ${height}: ${outerHTML.slice(0, 120)}`) };
  });

const DOCUMENTS = { "two charts and two rows": DOCUMENT, "every block and mark": fullDocument() };

for (const [kind, document] of Object.entries(DOCUMENTS)) {
  for (const width of [320, 1280]) {
    test(`What is pressed is at least 24 px wide and high: ${kind}, ${width} px wide`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await open(page, document);
      for (const name of [EXPLORE, "Image"]) {
        for (const opener of await openers(page, name)) await opener.click();
        const found = await small(page);
        expect(found.small).toEqual([]);
        expect(found.count).toBeGreaterThan(10);
      }
    });
  }
}
