// What the reader takes away from the chart, the links that lead back to a state of it, and what the page
// is told.

import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { CHART, announced, choose, commitment, documentOf, figure, openChart, openDemoChart, openTotals, plot, ranking } from "./chart.mjs";
import { reading, row, styled, subtitle } from "./chart.mjs";
import { DOCUMENT, MODULE, complaints, element, expectEvents, openPage, openPanel, settle, sortBy, takeAway } from "./support.mjs";

const text = async (download) => String(await readFile(await download.path()));
/** The fields of the lines of a CSV file. */
const fields = (csv) =>
  csv
    .replace(/^\ufeff/, "")
    .trimEnd()
    .split("\r\n")
    .map((line) => [...line.matchAll(/"((?:[^"]|"")*)"/g)].map(([, field]) => field.replaceAll('""', '"')));

test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: "reduce" }));

test.describe("The data", () => {
  test("come as CSV: every row in the reader's order and currency", async ({ page }) => {
    await openDemoChart(page);
    await choose(page, "Yuan");
    await sortBy(page, "Name, A to Z");
    const download = await takeAway(page, "Data");
    expect(download.suggestedFilename()).toBe("ai-spending.csv");
    const csv = await text(download);
    expect(csv.startsWith("\ufeff")).toBe(true);
    const [head, ...lines] = fields(csv);
    expect(head).toEqual(["Company", "As stated", "Total (CNY)", "Per year (CNY)", "Converted", "Start", "Period", "Status", "Purpose", "Remark", "Source", "Notes"]);
    expect(lines.map(([name, , total, yearly, converted]) => [name, total, yearly, converted])).toEqual([
      ["Alibaba", "380000000000", "126666666667", "no"],
      ["ByteDance", "150000000000", "150000000000", "no"],
      ["Meta", "471900000000", "471900000000", "yes"],
      ["Microsoft", "580800000000", "580800000000", "yes"],
    ]);
    expect(lines[0][1]).toBe("over 380 billion yuan (about $53 billion)");
  });

  test("say in each row what belongs to all figures, also where the chart comes alive without the text of its article", async ({ page }) => {
    await page.goto("/index.html");
    await figure(page).scrollIntoViewIfNeeded();
    await expect(page.getByRole("button", { name: "Data", exact: true })).toBeVisible();
    const [, ...lines] = fields(await text(await takeAway(page, "Data")));
    expect(lines).toHaveLength(4);
    const { methodology } = JSON.parse(await readFile(new URL(`../../../dist/${DOCUMENT}`, import.meta.url), "utf8"));
    const cited = `${await page.title()} ${page.url()}`;
    for (const note of ["†\u00a0Converted at 7.26 yuan to the US dollar, ", methodology[0], "Source: The companies", cited]) {
      for (const line of lines) expect(line.at(-1)).toContain(note);
    }
  });

  test("leave out what the reader has left out, and are no formulas to a spreadsheet", async ({ page }) => {
    await openChart(page, documentOf([commitment("a", '=HYPERLINK("x"), "quoted"', 5), commitment("b", "Gone", 3), commitment("c", "Stays", 1)]));
    await openPanel(page);
    await page.getByRole("checkbox", { name: "Gone" }).uncheck();
    const [, ...lines] = fields(await text(await takeAway(page, "Data")));
    expect(lines.map(([name]) => name)).toEqual([`'=HYPERLINK("x"), "quoted"`, "Stays"]);
  });
});

test.describe("The picture", () => {
  /** The texts of a picture, and those of its parts that are not on it. */
  async function drawn(page, svg) {
    expect(svg).not.toMatch(/\bvar\(|class=|style=|<script|<style|href=|tabindex|role=|url\(/);
    await page.goto("about:blank");
    await page.setContent(`<body style="margin: 0">${svg}</body>`);
    return page.locator("svg").first().evaluate((picture) => {
      const ground = picture.getBoundingClientRect();
      const parts = [...picture.querySelectorAll("text, rect, line, path, polygon")].map((part) => [part.outerHTML, part.getBoundingClientRect()]);
      return {
        width: ground.width,
        height: ground.height,
        lines: [...picture.querySelectorAll("text")].map((text) => text.textContent.replace(/\s+/g, " ").trim()),
        outside: parts.filter(([, box]) => box.left < ground.left - 1 || box.right > ground.right + 1 || box.top < ground.top - 1 || box.bottom > ground.bottom + 1).map(([part]) => part),
      };
    });
  }

  for (const form of ["Bars", "Timeline", "Ratio"]) {
    test(`comes as a drawing that needs nothing else: ${form.toLowerCase()}`, async ({ page }) => {
      await openTotals(page);
      await choose(page, form);
      await choose(page, "Yuan");
      const lines = await ranking(page);
      const line = await subtitle(page).textContent();
      const address = page.url();
      const download = await takeAway(page, "Drawing (SVG)");
      expect(download.suggestedFilename()).toBe("ai-spending.svg");
      await expect(page.locator(".chart-outcome")).toHaveText("The picture is among your downloads.");
      const { lines: found, outside } = await drawn(page, await text(download));
      expect(outside).toEqual([]);
      const words = found.join(" ");
      expect(words).toContain(CHART.title);
      expect(words).toContain(line);
      expect(words).toContain("Converted at 7.26");
      expect(words).toContain(CHART.source);
      // To cite it: the title of the page, and its address.
      const citation = (await page.title() + address).replace(/https?:../, "");
      expect(words.replace(/https?:\/\//, "").replaceAll(" ", "")).toContain(citation.replaceAll(" ", ""));
      for (const name of ["Microsoft", "Meta", "Alibaba", "ByteDance"]) expect(words).toContain(name);
      const letters = (text) => text.replace(/\s/g, "");
      for (const one of lines) expect(letters(words)).toContain(letters(one.replace(/^\S+ /, "")));
    });
  }

  test("of both sums has both panels", async ({ page }) => {
    await openDemoChart(page);
    const lines = [...(await ranking(page, 0)), ...(await ranking(page, 1))];
    const { lines: found, outside } = await drawn(page, await text(await takeAway(page, "Drawing (SVG)")));
    expect(outside).toEqual([]);
    const letters = (text) => text.replace(/\s/g, "");
    const words = letters(found.join(" "));
    for (const heading of ["In total", "Per year"]) expect(words).toContain(letters(heading));
    for (const one of lines) expect(words).toContain(letters(one.replace(/^\S+ /, "")));
    for (const name of ["Microsoft", "Meta", "Alibaba", "ByteDance"]) expect(words.split(name).length, name).toBeGreaterThan(2);
  });

  for (const [name, file, width, height] of [
    ["Wide (PNG)", "ai-spending.png", 1200, 675],
    ["Tall (PNG)", "ai-spending.png", 1080, 1350],
  ]) {
    test(`comes in the shape of a share, with something on it: ${name}`, async ({ page }) => {
      await openDemoChart(page);
      const download = await takeAway(page, name);
      expect(download.suggestedFilename()).toBe(file);
      const png = await readFile(await download.path());
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([width, height]);
      const colours = await page.evaluate(async (data) => {
        const image = new Image();
        image.src = `data:image/png;base64,${data}`;
        await image.decode();
        const canvas = document.createElement("canvas");
        [canvas.width, canvas.height] = [image.width, image.height];
        const context = canvas.getContext("2d");
        context.drawImage(image, 0, 0);
        const { data: pixels } = context.getImageData(0, 0, canvas.width, canvas.height);
        const counts = {};
        for (let at = 0; at < pixels.length; at += 4) {
          const colour = pixels.slice(at, at + 3).join();
          counts[colour] = (counts[colour] ?? 0) + 1;
        }
        return Object.entries(counts).filter(([, count]) => count > 3_000).map(([colour]) => colour);
      }, png.toString("base64"));
      // The ground, the marks, the highlighted one.
      expect(colours).toEqual(expect.arrayContaining(["255,255,255", "134,139,149", "154,27,47"]));
    });
  }

  test("is light, also for a reader in the dark", async ({ page }) => {
    await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    await openDemoChart(page);
    const svg = await text(await takeAway(page, "Drawing (SVG)"));
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    expect(await text(await takeAway(page, "Drawing (SVG)"))).toBe(svg);
  });

  test("that a page forbids is told of", async ({ page }) => {
    await page.route("**/index.html", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": "img-src 'self'" } });
    });
    await openDemoChart(page);
    await openPanel(page, "Image");
    await page.getByRole("button", { name: "Wide (PNG)" }).click();
    await expect(page.getByRole("status").filter({ hasText: "picture" })).toHaveText("This page does not let the picture be made.");
  });
});

test.describe("Print", () => {
  test("is asked of the browser once", async ({ page }) => {
    await page.addInitScript(() => {
      window.printed = 0;
      window.print = () => (window.printed += 1);
    });
    await openDemoChart(page);
    await page.getByRole("button", { name: "Print", exact: true }).click();
    expect(await page.evaluate(() => window.printed)).toBe(1);
  });

  test("shows the state as it is, its table, and no control, search or line about a mark", async ({ page }) => {
    await openTotals(page);
    await choose(page, "Ratio");
    await row(page, "Meta").click();
    await expect(reading(page)).toBeVisible();
    await page.emulateMedia({ media: "print", reducedMotion: "reduce" });
    await expect(page.getByRole("table")).toBeVisible();
    await expect(page.getByRole("cell", { name: "1.5×" })).toBeVisible();
    await expect(plot(page)).toBeVisible();
    await expect(subtitle(page)).toContainText("multiple of Alibaba");
    // The words that the line stood in for.
    await expect(subtitle(page)).toBeVisible();
    const seen = await figure(page).evaluate((figure) =>
      [...figure.querySelectorAll("button:not(.heading-button), input, select, summary, .reading")].filter((element) => element.checkVisibility() && element.getBoundingClientRect().width > 0).map((element) => element.outerHTML),
    );
    expect(seen).toEqual([]);
    // Nothing is faded on paper.
    const opacities = await page.locator(".mark").evaluateAll((marks) => marks.map((mark) => getComputedStyle(mark).opacity));
    expect(new Set(opacities)).toEqual(new Set(["1"]));
  });

  test("prints the chart whole, and no wider than the paper", async ({ page }) => {
    await openDemoChart(page);
    await page.setViewportSize({ width: 700, height: 900 });
    await page.emulateMedia({ media: "print" });
    const { right } = await figure(page).evaluate((figure) => ({ right: Math.max(...[...figure.querySelectorAll(".label, td, th")].map((cell) => cell.getBoundingClientRect().right)) }));
    expect(right).toBeLessThanOrEqual(700);
  });
});

test.describe("A link to a state", () => {
  const LINKABLE = "linkable";

  /** Opens a page whose article may be linked to. */
  async function open(page, fragment = "", attributes = LINKABLE) {
    await openPage(page, element(`src="${DOCUMENT}" ${attributes}`) + MODULE);
    await expectEvents(page, { ready: 1 });
    if (fragment) {
      await page.evaluate((fragment) => (location.hash = fragment), fragment);
      await settle(page);
    }
    await styled(page);
  }

  /** Presses the button, and gives what is on the clipboard then. */
  async function copied(page) {
    await page.getByRole("button", { name: "Link", exact: true }).click();
    await expect(page.locator(".chart-outcome")).toHaveText("The link is copied.");
    return page.evaluate(() => navigator.clipboard.readText());
  }

  test.beforeEach(({ context }) => context.grantPermissions(["clipboard-read", "clipboard-write"]));
  test.afterEach(({ context }) => context.clearPermissions());

  test("is copied, and brings everything back that it says", async ({ page, context }) => {
    await open(page);
    await choose(page, "Per year");
    await choose(page, "Ratio");
    await choose(page, "Yuan");
    await sortBy(page, "Name, Z to A");
    await page.getByLabel("Baseline of ratios").selectOption("Meta");
    await page.getByLabel("Highlight").selectOption("ByteDance");
    await page.getByRole("checkbox", { name: "Microsoft" }).uncheck();
    const expected = await ranking(page);
    expect(expected).toHaveLength(3);
    const link = await copied(page);
    expect(link).toBe(
      `${page.url()}#article-widget=ai-spending&form=ratio&basis=per-year&currency=CNY&sort=name-reversed&baseline=meta&highlight=bytedance&hide=microsoft`,
    );
    expect(new URL(page.url()).hash, "the address of this page stays").toBe("");

    const other = await context.newPage();
    await other.route("**/own.html", (route) =>
      route.fulfill({ contentType: "text/html", body: `<!doctype html><html lang="en"><title>A page</title>${element(`src="${DOCUMENT}" ${LINKABLE}`)}${MODULE}` }),
    );
    await other.goto(link);
    await expect.poll(() => ranking(other)).toEqual(expected);
    await openPanel(other);
    for (const name of ["Ratio", "Per year", "Yuan"]) await expect(other.getByRole("radio", { name, exact: true })).toBeChecked();
    await expect(row(other, "ByteDance")).toHaveAttribute("aria-current", "true");
    await expect(subtitle(other)).toContainText("a multiple of Meta’s");
    // The chart is what the link is about.
    await expect(subtitle(other)).toBeInViewport();
  });

  test("of whole sums says no more than which chart it is, and that of both says so", async ({ page }) => {
    await open(page);
    expect(await copied(page)).toBe(`${page.url()}#article-widget=ai-spending&basis=both`);
    await choose(page, "Total");
    expect(await copied(page)).toBe(`${page.url()}#article-widget=ai-spending`);
  });

  test("that was copied before there were two panels leads where it led: to whole sums", async ({ page }) => {
    await open(page, "#article-widget=ai-spending");
    await expect(page.getByRole("radio", { name: "Total", exact: true })).toBeChecked();
    await expect(page.locator(".panel")).toHaveCount(1);
  });

  test("restores without a word to screen readers or to the page", async ({ page }) => {
    await page.addInitScript(() => {
      window.told = [];
      document.addEventListener("article-widget-chart", ({ detail }) => window.told.push(detail));
    });
    await open(page, "#article-widget=ai-spending&basis=per-year");
    await expect(subtitle(page)).toContainText("per year");
    await expect(announced(page)).toHaveText("");
    expect(await page.evaluate(() => window.told)).toEqual([]);
  });

  test("is heeded again when the address changes, and goes back with it", async ({ page }) => {
    await open(page, "#article-widget=ai-spending&form=timeline");
    await openPanel(page);
    await expect(page.getByRole("radio", { name: "Timeline" })).toBeChecked();
    await page.evaluate(() => (location.hash = "#article-widget=ai-spending&currency=CNY"));
    await openPanel(page);
    await expect(page.getByRole("radio", { name: "Yuan" })).toBeChecked();
    await expect(page.getByRole("radio", { name: "Bars" })).toBeChecked();
    await page.goBack();
    await openPanel(page);
    await expect(page.getByRole("radio", { name: "Timeline" })).toBeChecked();
  });

  const TOTALS = ["Microsoft $80bn", "Meta $65bn", "Alibaba about $53bn", "ByteDance $20.7bn†"];
  for (const [what, fragment, panels] of [
    ["another chart", "#article-widget=other&form=ratio", 2],
    ["an anchor of the page", "#top", 2],
    ["nonsense", "#article-widget=ai-spending&form=pie&basis&currency=XYZ&hide=nobody&=&highlight=%F0", 1],
    ["nothing but what is so at first", "#article-widget=ai-spending&highlight=alibaba&baseline=alibaba&sort=amount", 1],
  ]) {
    test(`that says ${what} leaves the chart as ${panels > 1 ? "the document says" : "links have it"}`, async ({ page }) => {
      const found = complaints(page);
      await open(page, fragment);
      await expect(page.locator(".panel")).toHaveCount(panels);
      expect(await ranking(page)).toEqual(TOTALS);
      expect(found).toEqual([]);
    });
  }

  test("that hides every company leaves one", async ({ page }) => {
    await open(page, "#article-widget=ai-spending&hide=alibaba&hide=microsoft&hide=meta&hide=bytedance");
    await expect(page.locator(".row")).toHaveCount(1);
  });

  test("is neither offered nor heeded where the page has not asked for it", async ({ page }) => {
    await open(page, "#article-widget=ai-spending&form=ratio", "");
    await openPanel(page);
    await expect(page.getByRole("radio", { name: "Bars" })).toBeChecked();
    await expect(page.getByRole("button", { name: "Print", exact: true })).toBeVisible();
    await expect(page.getByRole("button", { name: "Link", exact: true })).toHaveCount(0);
  });

  test("that cannot be copied is told of", async ({ page }) => {
    await open(page);
    await page.evaluate(() => {
      Object.defineProperty(navigator, "clipboard", { value: undefined });
      document.execCommand = () => false;
    });
    await page.getByRole("button", { name: "Link", exact: true }).click();
    await expect(page.locator(".chart-outcome")).toHaveText("The browser did not let the link be copied.");
  });
});

test("The page is told of every choice of the reader's, of each once, and of nothing else", async ({ page }) => {
  await page.addInitScript(() => {
    window.told = [];
    document.addEventListener("article-widget-chart", ({ detail, bubbles, composed }) => window.told.push({ ...detail, bubbles, composed }));
  });
  await openDemoChart(page);
  const told = [];
  const add = (choice, value) => told.push({ chart: "ai-spending", choice, value, bubbles: true, composed: true });
  const expectTold = async (choice, value) => {
    add(choice, value);
    await expect.poll(() => page.evaluate(() => window.told)).toEqual(told);
  };
  for (const [name, ...choice] of [
    ["Total", "basis", "total"],
    ["Both", "basis", "both"],
    ["Per year", "basis", "per-year"],
    ["Timeline", "form", "timeline"],
    ["Bars", "form", "bars"],
    ["Ratio", "form", "ratio"],
    ["Yuan", "currency", "CNY"],
  ]) {
    await choose(page, name);
    await expectTold(...choice);
  }
  await sortBy(page, "Largest per year first");
  await expectTold("sort", "per-year");
  await page.getByLabel("Baseline of ratios").selectOption("Meta");
  await expectTold("baseline", "meta");
  await page.getByLabel("Highlight").selectOption("Meta");
  await expectTold("highlight", "meta");
  await page.getByLabel("Highlight").selectOption("None");
  await expectTold("highlight", "none");
  await page.getByRole("checkbox", { name: "Meta" }).uncheck();
  await expectTold("hide", "meta");
  await page.getByRole("checkbox", { name: "Meta" }).check();
  await expectTold("show", "meta");
  await page.getByRole("checkbox", { name: "Meta" }).uncheck();
  await expectTold("hide", "meta");
  await page.getByRole("button", { name: "Show all companies" }).click();
  await expectTold("show", "all");
  await row(page, "Meta").click();
  await expectTold("datum", "meta");
  await row(page, "Alibaba").focus();
  await page.keyboard.press("Enter");
  await expectTold("datum", "alibaba");
  await page.locator(".body a.datum", { hasText: "$65 billion" }).first().click();
  // The figure of the text stands in the chart then.
  add("form", "bars");
  add("currency", "USD");
  add("basis", "total");
  await expectTold("datum", "meta");
  // Looking, opening and taking away is nobody's business.
  await row(page, "ByteDance").hover();
  await page.keyboard.press("Escape");
  await page.keyboard.press("ArrowDown");
  await page.locator(".chart-data summary").click();
  await takeAway(page, "Data");
  await settle(page);
  expect(await page.evaluate(() => window.told)).toEqual(told);
});
