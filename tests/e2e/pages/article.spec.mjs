// The article of the demonstration as readers get it: every part of it, every figure in it.

import { expect, test } from "@playwright/test";
import { partTitles, runs } from "./prerendered.mjs";
import { HEADLINE, demoDocument, events, openDemo } from "./support.mjs";

test.beforeEach(({ page }) => openDemo(page));

const words = (text) => text.replace(/\s+/g, " ").trim();

test("The article and the carousel have the headings of the document, in its order", async ({ page }) => {
  const document = demoDocument();
  const titleOf = (id) => document.charts.find((chart) => chart.id === id).title;
  const parts = partTitles(document);
  const [related] = document.related;
  const outline = [
    `H1 ${HEADLINE}`,
    ...parts.before.map((title) => `H2 ${title}`),
    ...document.body.flatMap((block) => {
      if (block.heading) return [`H2 ${block.heading}`];
      if (block.subheading) return [`H3 ${block.subheading}`];
      return block.chart ? [`H3 ${titleOf(block.chart)}`] : [];
    }),
    ...parts.after.map((title) => `H2 ${title}`),
    `H2 ${related.title}`,
    ...related.teasers.map((teaser) => `H3 ${teaser.headline}`),
  ];
  const found = await page
    .locator("article-widget :is(h1, h2, h3, h4, h5, h6)")
    .evaluateAll((headings) => headings.map((heading) => `${heading.tagName} ${heading.textContent}`));
  expect(found).toEqual(outline);
  expect(found.filter((line) => line.startsWith("H2")).length).toBeGreaterThanOrEqual(8);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("The list of terms explains the four areas", async ({ page }) => {
  const terms = page.locator("dl.terms dt");
  await expect(terms).toHaveText([
    "Data centres",
    "Cloud expansion",
    "AI research and development",
    "Partnerships and acquisitions",
  ]);
  for (const definition of await page.locator("dl.terms dd").all()) {
    await expect(definition).toBeVisible();
    expect((await definition.innerText()).split(/\s+/).length).toBeGreaterThan(10);
  }
});

test("Each of the six teasers ends in a link “Read more” that leads to its story", async ({ page }) => {
  const teasers = page.locator("article.teaser");
  await expect(teasers).toHaveCount(6);
  for (const teaser of await teasers.all()) {
    const headline = await teaser.getByRole("heading").innerText();
    const link = teaser.getByRole("link");
    await expect(link).toHaveCount(1);
    await expect(link).toHaveAccessibleName(new RegExp("^Read more"));
    await expect(link).toHaveAccessibleName(new RegExp(headline.slice(0, 20)));
    const [ends, href] = await link.evaluate((link) => [
      link.closest(".teaser").textContent.trim().endsWith(link.textContent.trim()),
      link.href,
    ]);
    expect(ends, `the link ends the teaser “${headline}”`).toBe(true);

    const response = await page.request.get(href);
    expect(response.status(), href).toBe(200);
    const story = await page.evaluate(
      ([html, id]) => new DOMParser().parseFromString(html, "text/html").getElementById(id)?.textContent,
      [await response.text(), new URL(href).hash.slice(1)],
    );
    expect(story, `${href} is a place on its page`).toContain(headline);
  }
});

test("A click anywhere on a teaser's card opens its story", async ({ page }) => {
  // By force, because it is the link that lies over the words and takes the click.
  await page.locator(".teaser-summary").first().click({ force: true });
  await page.waitForURL("**/articles/related.html#hermes");
  await expect(page.locator(":target")).toContainText("Hermes");
});

// Each with its hedge, where it has one, and as the text states it.
const FIGURES = {
  "the commitment": "over 380 billion yuan, about $53 billion",
  "its period": "over the next three years",
  "the headline's figure": "commits over 380 billion yuan",
  "the standfirst's figure": "about $53 billion",
  "what it exceeds": "exceeds everything that Alibaba has spent on AI and the cloud over the past decade",
  "a quarter's revenue": "revenue came to 280.15 billion yuan ($38.58 billion), slightly above",
  "the quarter": "three months to 31 December 2024",
  "a day's gain": "On 21 February 2025, three days before the commitment became known, the shares rose 14% in Hong Kong",
  "Microsoft's plan": "Microsoft plans to spend $80 billion",
  "Microsoft's period": "fiscal year 2025, which runs from July 2024 to June 2025",
  "Meta's plan": "Meta has earmarked $65 billion for AI in calendar 2025",
  "ByteDance's plan": "ByteDance, the parent of TikTok, reportedly plans to spend 150 billion yuan on AI in 2025",
  "the rate": "At 7.26 yuan to the dollar, the rate implied by Alibaba’s own revenue figures, that converts to $20.7 billion",
  "ByteDance's plan again": "ByteDance’s reported 150 billion yuan",
  "Alibaba by the year": "comes to about $17.7 billion a year",
  "Alibaba by the year in yuan": "averages about 127 billion",
  "the start of the crackdown": "since the crackdown that began in 2020",
  "Ant Group": "initial public offering of $34 billion was stopped",
  "the peak": "peaked above $850 billion",
  "the recovery": "In 2025 the company has regained more than $100 billion in market value and reached a three-year high in Hong Kong",
  "the shares": "up more than 68% in the year to 24 February 2025",
  "the date": "As of 24 February 2025",
  "a central bank's step": "by a quarter of a percentage point",
  "arrears paid": "N5,694,967,800.00",
  "pensioners": "137,897 pensioners",
};

test("Every figure of the facts is in the text, with its hedge", async ({ page }) => {
  const text = words(await page.locator(".article-widget").innerText());
  for (const [name, figure] of Object.entries(FIGURES)) {
    expect.soft(text, name).toContain(figure);
  }
});

test("Where the commitments of rivals are reported only, the text says so", async ({ page }) => {
  const text = words(await page.locator(".body").innerText());
  expect(text).toContain("Apple has reportedly picked Alibaba");
  const unhedged = text.match(/ByteDance[^.]*150 billion yuan/g) ?? [];
  expect(unhedged.length).toBeGreaterThan(0);
  for (const sentence of unhedged) expect(sentence).toMatch(/report/);
});

test("The text is as long as an article: 1,300 to 1,700 words", async ({ page }) => {
  const count = words(await page.locator(".body").innerText()).split(" ").length;
  expect(count).toBeGreaterThanOrEqual(1300);
  expect(count).toBeLessThanOrEqual(1700);
});

test("Kicker, standfirst, byline and date stand with the headline", async ({ page }) => {
  const document = demoDocument();
  const header = page.locator(".article-header");
  await expect(header).toContainText(document.kicker);
  for (const words of runs(document.standfirst)) await expect(header).toContainText(words);
  await expect(header).toContainText(`By ${document.byline}`);
  await expect(header.locator("time")).toHaveAttribute("datetime", document.published);
  await expect(header.locator("time")).toHaveText("24 February 2025");
  // The dateline has nothing else to say.
  expect(document.dateline).toBe("24 February 2025");
  await expect(page.locator(".body .dateline")).toHaveCount(0);
  await expect(page.locator(".article-widget")).toHaveAttribute("lang", document.language);
});

test("The host is told once that the article is there, and of no problem", async ({ page }) => {
  expect(await events(page)).toEqual({
    ready: [{ target: "article-widget", id: "", bubbles: true, composed: true, detail: { problems: [] } }],
    error: [],
  });
});
