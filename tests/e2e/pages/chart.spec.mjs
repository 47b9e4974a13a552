// The chart of commitments: what it shows in each state, that its marks tell the truth, that its words and
// its table say the same, and that nothing moves but what has changed.

import { expect, test } from "@playwright/test";
import { BASES, CHART, CURRENCIES, FORMS, ORDERS, announced, arrived, choose, commitment, described, documentOf, figure, openChart } from "./chart.mjs";
import { openDemoChart, overlap, plot, ranking, row, rows, subtitle, valueOf } from "./chart.mjs";
import { useFonts } from "./fonts.mjs";
import { demoDocument, openDemo, openPanel, sortBy, tabTo } from "./support.mjs";

// From the facts alone: over 380bn yuan stated as about 53bn dollars for three years, 80bn and 65bn
// dollars, 150bn yuan; 7.26 yuan to the dollar where nothing is stated.
const MONEY = {
  "Total, US dollars": ["Microsoft $80bn", "Meta $65bn", "Alibaba about $53bn", "ByteDance $20.7bn†"],
  "Per year, US dollars": ["Microsoft $80bn", "Meta $65bn", "ByteDance $20.7bn†", "Alibaba about $17.7bn"],
  "Total, Yuan": ["Microsoft ¥581bn†", "Meta ¥472bn†", "Alibaba over ¥380bn", "ByteDance ¥150bn"],
  "Per year, Yuan": ["Microsoft ¥581bn†", "Meta ¥472bn†", "ByteDance ¥150bn", "Alibaba about ¥127bn"],
};
const MULTIPLES = {
  "Total, US dollars": ["Microsoft × 1.5", "Meta × 1.2", "Alibaba × 1", "ByteDance × 0.39†"],
  "Per year, US dollars": ["Microsoft × 4.5", "Meta × 3.7", "ByteDance × 1.2†", "Alibaba × 1"],
  "Total, Yuan": ["Microsoft × 1.5†", "Meta × 1.2†", "Alibaba × 1", "ByteDance × 0.39"],
  "Per year, Yuan": ["Microsoft × 4.6†", "Meta × 3.7†", "ByteDance × 1.2", "Alibaba × 1"],
};

const unit = (currency) => currency.replace("Yuan", "yuan");
const spoken = (lines) => lines.map((line) => line.replace("†", " (converted)").replace("×", "about ×"));

test.beforeEach(async ({ page }) => {
  // What moves is another test's concern.
  await page.emulateMedia({ reducedMotion: "reduce" });
});

test.describe("The demonstration", () => {
  test.beforeEach(({ page }) => openDemoChart(page));

  test("begins with bars of totals in US dollars, the largest first", async ({ page }) => {
    for (const name of ["Bars", "Total", "US dollars"]) {
      await expect(page.getByRole("radio", { name, exact: true })).toBeChecked();
    }
    await openPanel(page, "Options");
    await expect(page.getByLabel("Sort by").locator("option:checked")).toHaveText("Largest first");
    await expect(page.getByLabel("Baseline of ratios").locator("option:checked")).toHaveText("Alibaba");
    await expect(page.getByLabel("Highlight").locator("option:checked")).toHaveText("Alibaba");
    expect(await ranking(page)).toEqual(MONEY["Total, US dollars"]);
  });

  for (const form of FORMS) {
    for (const basis of BASES) {
      for (const currency of CURRENCIES) {
        const expected = (form === "Ratio" ? MULTIPLES : MONEY)[`${basis}, ${currency}`];

        test.describe(`${form}, ${basis.toLowerCase()}, in ${unit(currency)}`, () => {
          test.beforeEach(async ({ page }) => {
            for (const name of [form, basis, currency]) await choose(page, name);
            await expect.poll(() => ranking(page)).toEqual(expected);
          });

          test("the line under the title says what is shown, and in what", async ({ page }) => {
            const words = {
              Bars: `${basis === "Total" ? "Total commitment over unlike periods" : "Commitment per year"}, in ${unit(currency)}`,
              Timeline: basis === "Total" ? `Total commitment, in ${unit(currency)}, as area: time × sum per year` : `Commitment per year, in ${unit(currency)}, as height; length is time`,
              Ratio: `${basis === "Total" ? "Total commitment over unlike periods" : "Commitment per year"}, as a multiple of Alibaba’s`,
            };
            await expect(subtitle(page)).toHaveText(words[form]);
          });

          test("the marks are in proportion to what they stand for", async ({ page }) => {
            const all = await rows(page);
            const of = (name) => all.find((row) => row.name === name).mark;
            const close = (found, wanted, what) => expect(Math.abs(found / wanted - 1), `${what}: ${found}, not ${wanted}`).toBeLessThan(0.01);
            const meta = of("Meta");
            for (const { name, mark } of all) {
              if (form !== "Timeline") {
                expect(mark.x).toBe(0);
                expect(mark.height).toBe(meta.height);
                close(mark.width / meta.width, valueOf(name, basis, currency) / valueOf("Meta", basis, currency), name);
              } else {
                // As long as the time, as high as the sum of a year, whatever is compared.
                close(mark.width / meta.width, name === "Alibaba" ? 3 : 1, `length of ${name}`);
                const heights = valueOf(name, "Per year", currency) / valueOf("Meta", "Per year", currency);
                close(mark.height / meta.height, heights, `height of ${name}`);
              }
            }
            expect(Math.max(...all.map(({ mark }) => mark.width))).toBeGreaterThan(100);
            if (form === "Timeline") {
              // Half a year before the calendar year, and a month after its beginning.
              close((meta.x - of("Microsoft").x) / meta.width, 0.5, "beginning of Microsoft");
              close((of("Alibaba").x - meta.x) / meta.width, 1 / 12, "beginning of Alibaba");
              // Each begins as far below the top of its row, so that it is nearest to its own name.
              const air = ({ mark, y }) => mark.y - y;
              for (const row of all) expect(air(row), row.name).toBeCloseTo(air(all[0]), 1);
            }
          });

          test("the description says it all in words: each figure, and who leads by how much", async ({ page }) => {
            const text = await described(page).textContent();
            expect(text).toContain(form === "Timeline" ? "Timeline. " : "Bar chart. ");
            expect(text).toContain(`largest first: ${spoken(expected).slice(0, -1).join(", ")}`);
            expect(text).toContain(spoken(expected).at(-1));
            expect(text).toContain("Microsoft leads with 1.2 times the figure of Meta.");
          });

          test("the table has the same currency and order, and the multiples of the ratio", async ({ page }) => {
            await page.locator(".chart-data summary").click();
            const table = page.getByRole("table");
            const heads = await table.locator("thead th").allInnerTexts();
            const plain = ["Company", "As stated", `Total, in ${unit(currency)}`, `Per year, in ${unit(currency)}`, "Period", "Status", "Purpose", "Source"];
            expect(heads).toEqual(form === "Ratio" ? [...plain.slice(0, 4), "Multiple of Alibaba", ...plain.slice(4)] : plain);
            const column = form === "Ratio" ? 4 : 2 + BASES.indexOf(basis);
            const lines = () =>
              table.locator("tbody tr").evaluateAll((rows, column) => rows.map(({ cells }) => `${cells[0].textContent.trim()} ${cells[column].textContent}`), column);
            await expect.poll(lines).toEqual(spoken(expected));
            await sortBy(page, "Name, Z to A");
            await expect.poll(lines).toEqual(spoken(expected).sort().reverse());
            await expect(table.locator("caption")).toContainText("from Z to A");
          });
        });
      }
    }
  }

  for (const [label, order, words] of [
    ["Largest first", ["Microsoft", "Meta", "Alibaba", "ByteDance"], "largest first"],
    ["Smallest first", ["ByteDance", "Alibaba", "Meta", "Microsoft"], "smallest first"],
    ["Largest per year first", ["Microsoft", "Meta", "ByteDance", "Alibaba"], "largest per year first"],
    ["Smallest per year first", ["Alibaba", "ByteDance", "Meta", "Microsoft"], "smallest per year first"],
    ["Name, A to Z", ["Alibaba", "ByteDance", "Meta", "Microsoft"], "from A to Z"],
    ["Name, Z to A", ["Microsoft", "Meta", "ByteDance", "Alibaba"], "from Z to A"],
    ["As listed", ["Alibaba", "Microsoft", "Meta", "ByteDance"], "as listed"],
    ["As listed, from the end", ["ByteDance", "Meta", "Microsoft", "Alibaba"], "as listed, from the end"],
  ]) {
    test(`${label}: rows, table, words and the order of the keyboard agree`, async ({ page }) => {
      await sortBy(page, label);
      await expect.poll(async () => (await rows(page)).map(({ name }) => name)).toEqual(order);
      expect((await page.locator(".row .row-name").allTextContents()).map((name) => name.trim())).toEqual(order);
      const headers = await page.locator("tbody th").allTextContents();
      expect(headers.map((name) => name.trim())).toEqual(order);
      await expect(described(page)).toContainText(`${words}: ${order[0]}`);
      await expect(page.locator(".chart-data caption")).toContainText(words);
    });
  }

  test("Another baseline is × 1, and everything else a multiple of it", async ({ page }) => {
    await choose(page, "Ratio");
    await openPanel(page, "Options");
    await page.getByLabel("Baseline of ratios").selectOption("Microsoft");
    await expect(subtitle(page)).toContainText("as a multiple of Microsoft’s");
    await expect.poll(() => ranking(page)).toEqual(["Microsoft × 1", "Meta × 0.81", "Alibaba × 0.66", "ByteDance × 0.26†"]);
    // The line stands where one times the baseline ends.
    const { mark } = (await rows(page))[0];
    const { x } = await page.locator(".reference line").evaluate((line) => ({ x: line.getBBox().x }));
    expect(x).toBeCloseTo(mark.width, 0);
  });

  test("A highlight is one row's alone, until nothing is highlighted", async ({ page }) => {
    const pressed = () => page.locator(".row").evaluateAll((rows) => rows.filter((row) => row.getAttribute("aria-pressed") === "true").map((row) => row.querySelector(".row-name").textContent.trim()));
    const fill = (name) => row(page, name).locator(".mark").first().evaluate((mark) => getComputedStyle(mark).fill);
    expect(await pressed()).toEqual(["Alibaba"]);
    const [highlighted, plain] = [await fill("Alibaba"), await fill("Meta")];
    expect(highlighted).not.toBe(plain);
    await openPanel(page, "Options");
    await page.getByLabel("Highlight").selectOption("Meta");
    await expect.poll(pressed).toEqual(["Meta"]);
    expect([await fill("Meta"), await fill("Alibaba")]).toEqual([highlighted, plain]);
    await page.getByLabel("Highlight").selectOption("None");
    await expect.poll(pressed).toEqual([]);
  });

  test("Companies can be left out, all but one, and taken in again", async ({ page }) => {
    await openPanel(page, "Options");
    const companies = page.getByRole("group", { name: "Companies" });
    const box = (name) => companies.getByRole("checkbox", { name, exact: true });
    const all = companies.getByRole("button", { name: "Show all companies" });
    await expect(companies.getByRole("checkbox")).toHaveCount(4);
    await expect(all).toHaveAttribute("aria-disabled", "true");
    await box("Microsoft").uncheck();
    await expect(all).toHaveAttribute("aria-disabled", "false");
    await expect.poll(() => ranking(page)).toEqual(["Meta $65bn", "Alibaba about $53bn", "ByteDance $20.7bn†"]);
    await expect(page.locator("tbody tr")).toHaveCount(3);
    await expect(announced(page)).toContainText("3 of 4 companies");
    await box("Meta").uncheck();
    await box("ByteDance").uncheck();
    await expect.poll(() => ranking(page)).toEqual(["Alibaba about $53bn"]);
    await expect(box("Alibaba")).toBeChecked();
    await expect(box("Alibaba")).toBeDisabled();
    await box("ByteDance").check();
    await expect(box("Alibaba")).toBeEnabled();
    await all.click();
    await expect.poll(() => ranking(page)).toEqual(MONEY["Total, US dollars"]);
    await expect(all).toHaveAttribute("aria-disabled", "true");
    for (const name of ["Alibaba", "Microsoft", "Meta", "ByteDance"]) await expect(box(name)).toBeChecked();
  });

  test("What stands below the chart is the same in every state: rates, unlike periods, what signs mean", async ({ page }) => {
    const notes = page.locator(".chart-notes");
    await expect(notes).toContainText("† Converted at 7.26 yuan to the US dollar, the rate of 31 December 2024");
    await expect(notes).toContainText(demoDocument().exchangeRates[0].source);
    await expect(notes).toContainText("The periods differ: Alibaba three years");
    await expect(notes).toContainText("Not exact: stated as “over”");
    await expect(notes).toContainText("Known from reports only");
    await expect(notes).toContainText("equivalent stated with its commitment");
    await expect(notes).toContainText(`Source: ${CHART.source}`);
    const text = await notes.textContent();
    for (const name of ["Timeline", "Ratio", "Per year", "Yuan"]) {
      await choose(page, name);
      expect(await notes.textContent()).toBe(text);
    }
  });

  test("What is not certain looks different in more than colour, and says so", async ({ page }) => {
    const mark = (name) => row(page, name).locator(".mark").first();
    await expect(row(page, "ByteDance")).toContainText("reportedly planned");
    await expect(mark("ByteDance")).not.toHaveCSS("stroke-dasharray", "none");
    await expect(row(page, "Alibaba").locator(".mark")).toHaveCount(2);
    await expect(row(page, "Alibaba").locator(".mark").last()).toHaveCSS("fill", /url\("#.+"\)/);
    for (const name of ["Microsoft", "Meta"]) {
      await expect(mark(name)).toHaveCSS("stroke-dasharray", "none");
      await expect(row(page, name).locator(".mark")).toHaveCount(1);
    }
    // The pattern is really there.
    const pattern = await row(page, "Alibaba").locator(".mark").last().evaluate((mark) => mark.getRootNode().querySelector(mark.getAttribute("fill").slice(4, -1)).localName);
    expect(pattern).toBe("pattern");
  });

  test("The table is one to assistive technology, and opens by keyboard", async ({ page }) => {
    const summary = page.locator(".chart-data summary");
    const table = page.getByRole("table");
    await expect(table).toBeHidden();
    await tabTo(page, summary);
    await page.keyboard.press("Enter");
    await expect(table).toBeVisible();
    await expect(table).toHaveAccessibleName(`${CHART.title}: the data, largest first`);
    await expect(table.locator('thead th[scope="col"]')).toHaveCount(8);
    await expect(table.locator('tbody tr > th[scope="row"]:first-child')).toHaveText(["Microsoft", "Meta", "Alibaba", "ByteDance"]);
    await expect(table).toContainText("over 380 billion yuan (about $53 billion)");
    await expect(table).toContainText("fiscal year 2025 (July 2024 – June 2025)");
    await expect(table).toContainText("three years from February 2025");
    await page.keyboard.press("Enter");
    await expect(table).toBeHidden();
  });

  test("On a phone the open table can be scrolled by keyboard", async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.locator(".chart-data summary").click();
    const frame = page.getByRole("region", { name: "Chart data" });
    await tabTo(page, frame);
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => frame.evaluate((frame) => frame.scrollLeft)).toBeGreaterThan(0);
  });
});

/** Calls back in every combination of form, basis, currency and order. */
async function inEveryState(page, check, orders = ORDERS) {
  for (const form of FORMS) {
    for (const basis of BASES) {
      for (const currency of CURRENCIES) {
        for (const name of [form, basis, currency]) await choose(page, name);
        for (const order of orders) {
          if (orders.length > 1) await sortBy(page, order);
          await check([form, basis, currency, order].join(", "));
        }
      }
    }
  }
}

for (const width of [320, 768, 1280]) {
  test.describe(`${width} px wide`, () => {
    test.use({ viewport: { width, height: 800 } });

    test("no choice changes the size of the chart, or moves anything", async ({ page }) => {
      test.slow();
      await openDemoChart(page);
      await useFonts(page);
      await openPanel(page, "Options");
      await arrived(page);
      // Layout shifts are not counted for half a second after the reader has done something: those, too,
      // are noted.
      await page.evaluate(() => {
        window.shifts = [];
        new PerformanceObserver((list) => {
          for (const { value, hadRecentInput, sources } of list.getEntries()) {
            const of = ({ node }) => node?.className?.baseVal ?? node?.className ?? node?.nodeName ?? "";
            window.shifts.push({ value, hadRecentInput, sources: [...(sources ?? [])].map(of) });
          }
        }).observe({ type: "layout-shift" });
      });
      const box = await figure(page).boundingBox();
      expect(box.height).toBeGreaterThan(300);
      const below = page.locator(".chart-notes");
      const { y } = await below.boundingBox();
      await inEveryState(page, async (state) => {
        const now = await figure(page).boundingBox();
        expect({ width: now.width, height: now.height }, state).toEqual({ width: box.width, height: box.height });
        // The page may have been scrolled to a control; what is in the figure is where it was.
        expect((await below.boundingBox()).y - now.y, state).toBeCloseTo(y - box.y, 3);
      });
      expect(await page.evaluate(() => window.shifts)).toEqual([]);
    });

    test("texts and marks stay in the widget, and apart from each other", async ({ page }) => {
      await openDemoChart(page);
      await useFonts(page);
      await inEveryState(page, async (state) => expect(await faults(page), state).toEqual([]), ["Largest first"]);
    });
  });
}

/** Texts that lie on another one, or reach out of the frame of the plot, which ends within the widget. */
async function faults(page) {
  await arrived(page);
  const { frame, texts, marks } = await page.locator(".plot-frame").evaluate((frame) => {
    const boxOf = (element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height, text: element.textContent || element.getAttribute("class") };
    };
    // A line of text in SVG is as high as its letters may ever be; what overlaps is looked for in their middle.
    const tight = (box) => ({ ...box, y: box.y + box.height * 0.2, height: box.height * 0.6 });
    const seen = [...frame.querySelectorAll("text")].filter((text) => text.getBoundingClientRect().width > 0);
    return { frame: boxOf(frame), texts: seen.map(boxOf).map(tight), marks: [...frame.querySelectorAll(".row .mark")].map(boxOf) };
  });
  const found = [];
  // Some letters lean out of their own boxes.
  const isOutside = ({ x, width }) => x < frame.x - 2 || x + width > frame.x + frame.width + 2;
  for (const box of [...texts, ...marks]) if (isOutside(box)) found.push(`outside: ${box.text}`);
  for (const [index, one] of texts.entries()) {
    for (const other of texts.slice(index + 1)) if (overlap(one, other)) found.push(`${one.text} on ${other.text}`);
    for (const mark of marks) if (overlap(one, mark, 1)) found.push(`${one.text} on a mark`);
  }
  return found;
}

const LONG = "The Very Long Name of a Company for Infrastructure and Clouds";
const ARABIC = "شركة الاستثمار في البنية التحتية للذكاء الاصطناعي والحوسبة";
const ODD = {
  "names of sixty letters": documentOf([
    commitment("a", LONG.slice(0, 60), 380, { amount: { value: 380, scale: "billion", currency: "USD", hedge: "at-least" }, status: "reported" }),
    commitment("b", "W".repeat(60), 379, { period: { start: "2025-02-24", years: 3 } }),
    commitment("c", LONG.split("").reverse().join("").slice(0, 60), 12, { period: { start: "2024-07", fiscalYear: 2025 } }),
    commitment("d", "AI", 1),
  ]),
  "values from 1 to a million": documentOf([
    commitment("a", "Large", 1, { amount: { value: 1, scale: "trillion", currency: "USD" } }),
    commitment("b", "Small", 1, { amount: { value: 1, scale: "million", currency: "USD", hedge: "nearly" } }),
    commitment("c", "Middle", 999),
    commitment("d", "Nothing", 0),
  ]),
  "nothing but zero": documentOf([commitment("a", "Nothing", 0), commitment("b", "Nothing too", 0)]),
  "one company": documentOf([commitment("a", "The only one", 5)]),
  "no end, and half a month": documentOf([
    commitment("a", "Without an end", 5, { period: { start: "2025-01", openEnded: true } }),
    commitment("b", "Half a month", 5, { period: { start: "2025-01-15", end: "2025-01-31" } }),
    commitment("c", "Twenty years", 5, { period: { start: "2021-01", years: 20 } }),
  ]),
  "Arabic, from right to left": documentOf(
    [
      commitment("a", ARABIC, 380, { amount: { value: 380, scale: "billion", currency: "USD", hedge: "over" } }),
      commitment("b", `${ARABIC} ميتا`.slice(-60), 65, { period: { start: "2025-02", years: 3 } }),
      commitment("c", "بايت دانس", 20, { status: "reported" }),
    ],
    { language: "ar" },
  ),
};

/** Makes the widget as narrow as leaves this width to the plot. */
async function narrow(page, width) {
  const { width: around } = await page.locator("article-widget").boundingBox();
  const { width: plot } = await page.locator(".plot-frame").boundingBox();
  await page.addStyleTag({ content: `article-widget { inline-size: ${width + around - plot}px }` });
  await expect.poll(async () => (await page.locator(".plot-frame").boundingBox()).width).toBeCloseTo(width, 0);
}

for (const [what, document] of Object.entries(ODD)) {
  for (const width of [280, 320, 416, 768, 1280]) {
    test(`${what}, ${width} px wide: labels neither overlap nor leave the plot, in every form`, async ({ page }) => {
      await page.setViewportSize({ width: Math.max(width, 320), height: 800 });
      await openChart(page, document, "", "<style>body, main { margin: 0 }</style>");
      await useFonts(page);
      if (width === 280) await narrow(page, width);
      const all = document.commitments.length;
      await expect(page.locator(".row")).toHaveCount(all);
      for (const form of FORMS) {
        for (const basis of BASES) {
          await choose(page, form);
          await choose(page, basis);
          expect(await faults(page), `${form}, ${basis}`).toEqual([]);
          for (const { name, label, mark } of await rows(page)) {
            expect(label, name).not.toBe("");
            // Where there is something, something is to be seen.
            const { amount } = document.commitments.find((one) => name === one.name) ?? {};
            if (amount?.value && mark) expect(Math.min(mark.width, mark.height), name).toBeGreaterThan(0.3);
          }
        }
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    });
  }
}

test("From right to left the marks begin at the right, and their labels stand at the left of them", async ({ page }) => {
  await openChart(page, ODD["Arabic, from right to left"]);
  const { right } = await plot(page).evaluate((plot) => ({ right: plot.getBoundingClientRect().right }));
  const largest = page.locator(".row").first();
  const mark = await largest.locator(".mark").first().boundingBox();
  expect(mark.x + mark.width).toBeCloseTo(right, 0);
  const label = await largest.locator(".label").boundingBox();
  expect(label.x + label.width).toBeLessThanOrEqual(mark.x);
});

test("Before it is alive the drawing is for the eyes, and words stand for it", async ({ page }) => {
  await page.goto("/index.html");
  await expect(plot(page)).toHaveAttribute("aria-hidden", "true");
  await expect(plot(page)).not.toHaveAttribute("role");
  await expect(page.locator(".row[role], .row[tabindex]")).toHaveCount(0);
  await expect(described(page)).toContainText("Microsoft $80bn");
  await expect(announced(page)).toHaveText("");
});

test.describe("The ranking turns before the reader's eyes", () => {
  /** What is on its way right after a choice. */
  const moving = (page, name) =>
    page.locator("article-widget").evaluate((widget, name) => {
      const root = widget.shadowRoot;
      [...root.querySelectorAll("input[type=radio]")].find(({ value }) => value === name).click();
      return new Promise((resolve) =>
        requestAnimationFrame(() =>
          requestAnimationFrame(() => resolve(root.querySelector(".plot").getAnimations({ subtree: true }).map(({ effect }) => effect.target.getAttribute("class")))),
        ),
      );
    }, name);

  test("unless the reader wants less motion", async ({ page }) => {
    await openDemo(page);
    expect(await moving(page, "per-year")).toEqual([]);
    await expect.poll(() => ranking(page)).toEqual(MONEY["Per year, US dollars"]);
  });

  test("rows and marks glide to their new places, and end there", async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "no-preference" });
    await openDemo(page);
    expect(await moving(page, "per-year")).toEqual(expect.arrayContaining(["row", "mark", "label"]));
    await arrived(page);
    const tops = await page.locator(".row").evaluateAll((rows) => rows.map((row) => [row.getBoundingClientRect().top, row.querySelector(".row-name").textContent.trim()]));
    expect(tops.sort(([a], [b]) => a - b).map(([, name]) => name)).toEqual(["Microsoft", "Meta", "ByteDance", "Alibaba"]);
  });
});
