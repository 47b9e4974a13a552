// Programs of a reader take elements away that the views count on, or put others in their place. A chart that breaks on
// that is rendered afresh at once, with what the reader has chosen; nothing else on the page notices.

import { expect, test } from "@playwright/test";
import { choose, commitment } from "./chart.mjs";
import { prerender, servePage } from "./prerendered.mjs";
import { changed, complaints, events, expectEvents, hasFocus, record, settle } from "./support.mjs";
import { stories } from "./carousel.mjs";

const DOCUMENT = changed((document) => {
  const others = Array.from({ length: 22 }, (_, index) => commitment(`c${index}`, `Company ${index}`, index + 1));
  document.commitments.push(...others);
  document.related = [{ id: "row", title: "Stories", teasers: stories(6, (number) => (number > 4 ? { headline: `Meta, story ${number}`, tags: ["meta"] } : {})) }];
});

/** What a program does to elements of a chart; runs in the page. */
const PROGRAMS = {
  "takes rows away": (chart) => chart.querySelectorAll(".row:nth-child(2n)").forEach((row) => row.remove()),
  "puts rows into another element": (chart) => {
    const rows = chart.querySelector(".rows");
    const between = document.createElement("div");
    between.append(...rows.children);
    rows.append(between);
  },
  "puts copies in the place of rows": (chart) => chart.querySelectorAll(".row").forEach((row) => row.replaceWith(row.cloneNode(true))),
  "empties the drawing": (chart) => chart.querySelector(".plot").replaceChildren(),
  "writes the markup of the drawing again": (chart) => {
    const frame = chart.querySelector(".plot-frame");
    frame.innerHTML = String(frame.innerHTML);
  },
  "writes the markup of the whole chart again": (chart) => {
    chart.innerHTML = String(chart.innerHTML);
  },
  "takes the table's rows away": (chart) => chart.querySelectorAll("tbody tr").forEach((row) => row.remove()),
  "takes the subtitle away": (chart) => chart.querySelector(".chart-subtitle").remove(),
};

/** The state of a chart as it is read. */
const read = (page) =>
  page.locator(".chart").evaluate((chart) => ({
    subtitle: chart.querySelector(".chart-subtitle")?.textContent,
    labels: [...chart.querySelectorAll(".row .label")].map(({ textContent }) => textContent),
    names: [...chart.querySelectorAll(".row .row-text")].map(({ textContent }) => textContent),
    chosen: [...chart.querySelectorAll("input:checked")].map(({ value }) => value),
    selected: [...chart.querySelectorAll("select")].map(({ value }) => value),
    search: chart.querySelector("[type=search]")?.value,
    table: [...chart.querySelectorAll("tbody th")].map(({ textContent }) => textContent),
    highlighted: [...chart.querySelectorAll("[data-highlighted] .row-text")].map(({ textContent }) => textContent),
  }));

/** What the reader chooses, in this order: each answer finds elements that were taken or swapped. */
const CHOICES = {
  "per year": (page) => page.locator("input[value=per-year]").check(),
  options: (page) => page.locator("[name=open][value=options]").click(),
  yuan: (page) => page.locator("input[value=CNY]").check(),
  "from A to Z": (page) => page.locator("select[name=sort]").selectOption("name"),
  "one less": (page) => page.locator("[name=hide][value=microsoft]").uncheck(),
  "one less again": (page) => page.locator("[name=hide][value=c3]").uncheck(),
  more: (page) => page.locator(".show-more").click(),
  "a highlight": (page) => page.locator("select[name=highlight]").selectOption("meta"),
  "some companies": (page) => page.locator("[type=search]").fill("company 1"),
  ratio: (page) => page.locator("input[value=ratio]").check(),
  "every company": (page) => page.locator("[type=search]").fill(""),
};

/** Those that markup does not have: written again, the box is not checked, and the field is empty, before they are made. */
const UNWRITTEN = ["one less", "one less again", "every company"];

async function open(page, html) {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await record(page);
  await page.goto(await servePage(page, html));
  await page.locator("article-widget").evaluate((widget) => (widget.loading = "eager"));
  await expectEvents(page, { ready: 1 });
}

for (const form of ["shadow", "light"]) {
  const html = prerender(DOCUMENT, "--page", ...(form === "light" ? ["--light"] : []));
  for (const [what, program] of Object.entries(PROGRAMS)) {
    test(`${form}: every choice is answered where a program ${what}`, async ({ page, browser }) => {
      test.slow();
      const found = complaints(page);
      // In a window of its own: of a page that is not in front, the browser draws a frame a second.
      const plain = await browser.newPage();
      for (const each of [page, plain]) await open(each, html);
      // The text and the row are those that were there.
      await page.locator(".carousel, .body > p").evaluateAll((parts) => parts.forEach((part, index) => (part.dataset.same = index)));
      const same = await page.locator("[data-same]").count();
      for (const [choice, act] of Object.entries(CHOICES)) {
        if (what.includes("whole chart") && UNWRITTEN.includes(choice)) continue;
        await page.locator(".chart").evaluate(program);
        for (const each of [page, plain]) await act(each);
        await expect(async () => expect(await read(page), choice).toEqual(await read(plain))).toPass({ timeout: 5_000, intervals: [50] });
      }
      await expect(page.locator("[data-same]")).toHaveCount(same);
      expect((await events(page)).error).toEqual([]);
      expect(await events(page).then(({ ready }) => ready.length)).toBe(1);
      expect(found.filter((complaint) => !/rendered afresh|unreachable|404/.test(complaint))).toEqual([]);
      await plain.close();
    });
  }

  for (const part of [".chart", '[data-island^="chart"]', ".carousel", '[data-island^="related"]']) {
    test(`${form}: a copy in the place of ${part} answers, and says what is chosen`, async ({ page }) => {
      const found = complaints(page);
      await open(page, html);
      await choose(page, "Yuan");
      await page.locator(part).evaluate((part) => part.replaceWith(part.cloneNode(true)));
      // The first press wakes it.
      await expect(async () => {
        await page.locator("input[value=per-year]").click();
        await expect(page.locator(".chart-subtitle")).toHaveText(/^Commitment per year/, { timeout: 1_000 });
        await expect(page.locator("input[value=per-year]")).toBeChecked();
        await page.getByRole("button", { name: "Next stories" }).click();
        await expect(page.getByRole("button", { name: "Previous stories" })).toHaveAttribute("aria-disabled", "false", { timeout: 1_000 });
      }).toPass();
      await expect(page.locator(".chart")).toHaveCount(1);
      await expect(page.locator(".carousel")).toHaveCount(1);
      if (!(await page.locator("[name$=currency]").count())) await page.locator("[name=open][value=options]").click();
      const currency = await page.locator("[name$=currency]:checked").inputValue();
      await expect(page.locator(".chart-subtitle")).toHaveText(currency === "CNY" ? /yuan/i : /dollars/i);
      expect((await events(page)).error).toEqual([]);
      expect(found.filter((complaint) => !/404/.test(complaint))).toEqual([]);
    });
  }

  test(`${form}: the focus stays, the stories stay in the order of what is picked`, async ({ page }) => {
    await open(page, html);
    const first = page.locator(".slide .teaser-headline").first();
    await page.locator('.row:has-text("meta")').focus();
    await page.keyboard.press("Enter");
    await expect(first).toHaveText("Meta, story 5");
    await page.locator(".chart").evaluate(PROGRAMS["puts rows into another element"]);
    const yearly = page.locator("input[value=per-year]");
    await yearly.focus();
    await page.keyboard.press("Space");
    await expect(page.locator(".chart-subtitle")).toHaveText(/^Commitment per year/);
    expect(await hasFocus(yearly)).toBe(true);
    await expect(page.locator("[data-highlighted]")).toHaveCount(1);
    await expect(first).toHaveText("Meta, story 5");
  });
}

test("An article that was rendered as a whole is rendered afresh with what was chosen, too", async ({ page }) => {
  await record(page);
  const source = JSON.stringify(DOCUMENT).replaceAll("<", "\\u003c");
  const html = `<!doctype html><html lang="en"><head><title>A page</title><link rel="icon" href="articles/icon.svg"></head><body><article-widget loading="eager"><script type="application/json">${source}</script></article-widget><script type="module" src="embed.js"></script></body></html>`;
  await page.goto(await servePage(page, html));
  await expectEvents(page, { ready: 1 });
  await choose(page, "Yuan");
  await page.locator('.row:has-text("meta")').focus();
  await page.keyboard.press("Enter");
  await page.locator(".chart").evaluate(PROGRAMS["puts rows into another element"]);
  await page.locator("input[value=per-year]").check();
  await expect(page.locator(".chart-subtitle")).toHaveText(/^Commitment per year.*yuan/);
  await expect(page.locator("[data-highlighted]")).toHaveCount(1);
  await expect(page.locator(".slide .teaser-headline").first()).toHaveText("Meta, story 5");
  expect((await events(page)).error).toEqual([]);
});

test("A link to a state is followed once: what was chosen since counts for more", async ({ page }) => {
  await record(page);
  const html = prerender(DOCUMENT, "--page").replace("<article-widget", "$& linkable");
  const address = await servePage(page, html);
  await page.goto(`${address}#article-widget=ai-spending&basis=per-year`);
  await expectEvents(page, { ready: 1 });
  await expect(page.locator(".chart-subtitle")).toHaveText(/^Commitment per year/);
  await page.locator("input[value=total]").check();
  await expect(page.locator(".chart-subtitle")).toHaveText(/^Total/);
  await page.locator(".chart").evaluate(PROGRAMS["puts rows into another element"]);
  await choose(page, "Yuan");
  await expect(page.locator(".chart-subtitle")).toHaveText(/^Total.*yuan/);
  await settle(page);
  await expect(page.locator(".chart-subtitle")).toHaveText(/^Total.*yuan/);
});

test("A chart whose elements were taken is whole again at the first thing that it hears", async ({ page }) => {
  await open(page, prerender(DOCUMENT, "--page").replace("<article-widget", "$& linkable"));
  const rows = await page.locator(".row").count();
  await page.locator(".chart").evaluate(PROGRAMS["takes rows away"]);
  // An address that leads elsewhere changes nothing else.
  await page.evaluate(() => (location.hash = "elsewhere"));
  await expect(page.locator(".row")).toHaveCount(rows);
  await page.locator(".row").nth(2).focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.locator(".reading")).toBeVisible();
});

test("What a program adds and takes away again renders nothing afresh", async ({ page }) => {
  await open(page, prerender(DOCUMENT, "--page"));
  await page.locator(".chart").evaluate((chart) => {
    chart.querySelector(".plot").dataset.same = "";
    const added = document.createElement("ins");
    added.innerHTML = "<b>words</b><i>words</i>";
    chart.querySelector(".chart-head").append(added);
  });
  await settle(page);
  await page.locator(".chart ins").evaluate((added) => {
    added.querySelector("b").remove();
    added.textContent = "words";
  });
  await page.locator("input[value=per-year]").check();
  await expect(page.locator(".chart-subtitle")).toHaveText(/^Commitment per year/);
  await expect(page.locator(".plot[data-same]")).toHaveCount(1);
  await expect(page.locator(".chart ins")).toHaveText("words");
});

test("An element that left the page and is back renders a copy of its chart afresh once", async ({ page }) => {
  const found = complaints(page);
  await open(page, prerender(DOCUMENT, "--page"));
  await page.locator("article-widget").evaluate(async (widget) => {
    const { parentNode, nextSibling } = widget;
    widget.remove();
    await new Promise((resolve) => setTimeout(resolve, 100));
    parentNode.insertBefore(widget, nextSibling);
  });
  await expectEvents(page, { ready: 2 });
  await page.locator(".chart").evaluate((chart) => chart.replaceWith(chart.cloneNode(true)));
  await expect(async () => {
    await page.locator("input[value=per-year]").click();
    await expect(page.locator(".chart-subtitle")).toHaveText(/^Commitment per year/, { timeout: 1_000 });
  }).toPass();
  await expect(page.locator(".chart")).toHaveCount(1);
  await expect(page.locator("input[value=per-year]")).toBeChecked();
  expect(found.filter((complaint) => !/404/.test(complaint))).toEqual([]);
});
