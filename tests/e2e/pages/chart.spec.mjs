// The chart of commitments: what it shows in each state, that its marks tell the truth, that its words and
// its table say the same, and that nothing moves but what has changed.

import { expect, test } from "@playwright/test";
import { BASES, CHART, CURRENCIES, FORMS, ORDERS, VIEWS, announced, arrived, choose, commitment, described, documentOf, figure, many } from "./chart.mjs";
import { openChart, openDemoChart, openTotals, overlap, plot, ranking, row, rows, subtitle, valueOf } from "./chart.mjs";
import { useFonts } from "./fonts.mjs";
import { demoDocument, openPanel, sortBy, tabTo } from "./support.mjs";

// From the facts alone: over 380bn yuan stated as about 53bn dollars for three years, 80bn and 65bn
// dollars, 150bn yuan; 7.26 yuan to the dollar where nothing is stated.
const MONEY = {
  "Total, US dollars": ["Microsoft $80bn", "Meta $65bn", "Alibaba about $53bn", "ByteDance $20.7bn†"],
  "Per year, US dollars": ["Microsoft $80bn", "Meta $65bn", "ByteDance $20.7bn†", "Alibaba about $17.7bn"],
  "Total, Yuan": ["Microsoft CN¥581bn†", "Meta CN¥472bn†", "Alibaba over CN¥380bn", "ByteDance CN¥150bn"],
  "Per year, Yuan": ["Microsoft CN¥581bn†", "Meta CN¥472bn†", "ByteDance CN¥150bn", "Alibaba about CN¥127bn"],
};
const MULTIPLES = {
  "Total, US dollars": ["Microsoft 1.5×", "Meta 1.2×", "Alibaba 1×", "ByteDance 0.39×†"],
  "Per year, US dollars": ["Microsoft 4.5×", "Meta 3.7×", "ByteDance 1.2×†", "Alibaba 1×"],
  "Total, Yuan": ["Microsoft 1.5×†", "Meta 1.2×†", "Alibaba 1×", "ByteDance 0.39×"],
  "Per year, Yuan": ["Microsoft 4.6×†", "Meta 3.7×†", "ByteDance 1.2×", "Alibaba 1×"],
};

const unit = (currency) => currency.replace("Yuan", "yuan");
const spoken = (lines) => lines.map((line) => line.replace("†", " (converted)").replace(/(?=\d[\d.]*×)/, "about "));

test.beforeEach(async ({ page }) => {
  // What moves is another test's concern.
  await page.emulateMedia({ reducedMotion: "reduce" });
});

/** Chooses the sums and a form. A timeline shows both sums, so that its switch is that of the last form. */
async function show(page, form, basis) {
  if (!(await page.getByRole("radio", { name: basis, exact: true }).isVisible())) await choose(page, "Bars");
  await choose(page, basis);
  await choose(page, form);
}

test.describe("The demonstration as it opens", () => {
  test.beforeEach(({ page }) => openDemoChart(page));

  test("compares both sums in bars, in US dollars, the largest first, because the order turns", async ({ page }) => {
    await expect(page.getByRole("radio", { name: "Both", exact: true })).toBeChecked();
    await expect(page.locator(".panel-heading")).toHaveText(["In total", "Per year"]);
    expect(await ranking(page, 0)).toEqual(MONEY["Total, US dollars"]);
    expect(await ranking(page, 1)).toEqual(MONEY["Per year, US dollars"]);
    await expect(subtitle(page)).toHaveText("Commitment in total and per year, in US dollars");
    await openPanel(page);
    for (const name of ["Bars", "US dollars"]) await expect(page.getByRole("radio", { name, exact: true })).toBeChecked();
    await expect(page.getByLabel("Sort by").locator("option:checked")).toHaveText("Largest first");
    await expect(page.getByLabel("Highlight").locator("option:checked")).toHaveText("Alibaba");
  });

  test("says both panels in words", async ({ page }) => {
    const text = await described(page).textContent();
    for (const basis of BASES) {
      const lines = spoken(MONEY[`${basis}, US dollars`]);
      expect(text).toContain(`largest first: ${lines.slice(0, -1).join(", ")} and ${lines.at(-1)}.`);
    }
    await choose(page, "Yuan");
    await expect(announced(page)).toContainText("last ByteDance CN¥150bn.");
    await expect(announced(page)).toContainText("last Alibaba about CN¥127bn.");
  });

  test("has the two panels side by side, aligned, and a line from third to fourth", async ({ page }) => {
    await page.setViewportSize({ width: 1024, height: 800 });
    const [total, yearly] = [await rows(page, 0), await rows(page, 1)];
    expect(yearly.map(({ y }) => y)).toEqual(total.map(({ y }) => y));
    const [left, right] = await page.locator(".panel").evaluateAll((panels) => panels.map((panel) => panel.getBoundingClientRect().toJSON()));
    expect(left.right).toBeLessThan(right.left);
    expect(left.width).toBeCloseTo(right.width, 0);
    const ends = await page.locator(".panel-link line").evaluate((line) => {
      const { x, y, width, height } = line.getBoundingClientRect();
      return { x, y, right: x + width, bottom: y + height };
    });
    expect(ends.x).toBeGreaterThanOrEqual(left.right);
    expect(ends.right).toBeLessThanOrEqual(right.left);
    const isWithin = ({ y, height }, at) => at > y && at < y + height;
    expect(isWithin(total[2], ends.y), "begins at the third row").toBe(true);
    expect(isWithin(yearly[3], ends.bottom), "ends at the fourth").toBe(true);
    await openPanel(page);
    await page.getByLabel("Highlight").selectOption("None");
    await expect(page.locator(".panel-link")).toHaveCount(0);
  });

  test("has the two panels below each other on a phone", async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 800 });
    const [first, second] = await page.locator(".panel").evaluateAll((panels) => panels.map((panel) => panel.getBoundingClientRect().toJSON()));
    expect(first.bottom).toBeLessThan(second.top);
    expect(first.left).toBe(second.left);
    await expect(page.locator(".panel-link")).toBeHidden();
  });

  test("as a timeline needs no switch, and as ratios has two panels again", async ({ page }) => {
    await choose(page, "Timeline");
    await expect(page.locator(".panel")).toHaveCount(1);
    await expect(page.getByRole("radio", { name: "Both", exact: true })).toHaveCount(0);
    await choose(page, "Ratio");
    await expect(page.getByRole("radio", { name: "Both", exact: true })).toBeChecked();
    expect(await ranking(page, 0)).toEqual(MULTIPLES["Total, US dollars"]);
    expect(await ranking(page, 1)).toEqual(MULTIPLES["Per year, US dollars"]);
  });

  test("offers only what has a meaning in the form, under a button that says what it holds", async ({ page }) => {
    const { bottom } = await plot(page).evaluate((plot) => plot.getBoundingClientRect().toJSON());
    const opener = page.locator('button[name="open"][value="options"]');
    await expect(opener).toHaveText("Explore: form, currency, order, companies");
    expect((await opener.boundingBox()).y).toBeGreaterThanOrEqual(bottom);
    await openPanel(page);
    await expect(page.getByLabel("Baseline of ratios")).toHaveCount(0);
    await choose(page, "Ratio");
    await expect(page.getByLabel("Baseline of ratios").locator("option:checked")).toHaveText("Alibaba");
    await choose(page, "Timeline");
    await expect(page.getByLabel("Baseline of ratios")).toHaveCount(0);
  });

  test("has a switch that fingers meet", async ({ page }) => {
    const heights = await page.locator(".chart-controls .choice").evaluateAll((choices) => choices.map((choice) => choice.getBoundingClientRect().height));
    expect(heights).toHaveLength(3);
    for (const height of heights) expect(height).toBeGreaterThanOrEqual(44);
  });

  for (const view of VIEWS) {
    test(`begins its data within the first 200 px of the figure on a phone: ${view}`, async ({ page }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await choose(page, view);
      // Fonts of some systems are wider than those of the tests.
      for (const size of ["100%", "112%"]) {
        await useFonts(page, size);
        const { y } = await figure(page).boundingBox();
        const { y: top } = await plot(page).boundingBox();
        expect(top - y, size).toBeLessThanOrEqual(200);
      }
    });
  }
});

test.describe("The demonstration", () => {
  test.beforeEach(({ page }) => openTotals(page));

  test("has names to the left of bars where there is room, in rows of 28 px, and above them on a phone", async ({ page }) => {
    const boxes = () =>
      page.locator(".row").evaluateAll((rows) =>
        rows.map((row) => {
          const box = (selector) => row.querySelector(selector).getBoundingClientRect().toJSON();
          return { row: row.getBoundingClientRect().toJSON(), name: box(".row-name"), detail: box(".row-detail"), mark: box(".mark") };
        }),
      );
    for (const width of [768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const all = await boxes();
      for (const { row, name, detail, mark } of all) {
        expect(row.height, `${width}`).toBe(28);
        expect(Math.max(name.right, detail.right), `${width}`).toBeLessThan(mark.left);
        expect(Math.abs((name.top + name.bottom - mark.top - mark.bottom) / 2), `${width}`).toBeLessThan(3);
      }
      expect(new Set(all.map(({ mark }) => mark.left)).size).toBe(1);
    }
    await page.setViewportSize({ width: 390, height: 800 });
    for (const { name, detail, mark } of await boxes()) expect(Math.max(name.bottom, detail.bottom)).toBeLessThanOrEqual(mark.top);
  });

  for (const form of FORMS) {
    // A timeline shows both sums in one, and is annotated with the whole ones.
    for (const basis of form === "Timeline" ? ["Total"] : BASES) {
      for (const currency of CURRENCIES) {
        const figures = (form === "Ratio" ? MULTIPLES : MONEY)[`${basis}, ${currency}`];
        // Areas of a timeline say how long the sum is spread.
        const spread = (line) => line.replace(/†?$/, `${line.startsWith("Alibaba") ? " spread over three years" : " in one year"}$&`);
        const expected = form === "Timeline" ? figures.map(spread) : figures;

        test(`${form}, ${basis.toLowerCase()}, in ${unit(currency)}: marks, words and table say the same`, async ({ page }) => {
          await show(page, form, basis);
          await choose(page, currency);
          await expect.poll(() => ranking(page)).toEqual(expected);

          await test.step("the line under the title says what is shown, and in what", async () => {
            const words = {
              Bars: `${basis === "Total" ? "Total commitment over unlike periods" : "Commitment per year"}, in ${unit(currency)}`,
              Timeline: basis === "Total" ? `Total commitment, in ${unit(currency)}, as area: time × sum per year` : `Commitment per year, in ${unit(currency)}, as height; length is time`,
              Ratio: `${basis === "Total" ? "Total commitment over unlike periods" : "Commitment per year"}, as a multiple of Alibaba’s`,
            };
            await expect(subtitle(page)).toHaveText(words[form]);
          });

          await test.step("the marks are in proportion to what they stand for", async () => {
            await arrived(page);
            const all = await rows(page);
            const of = (name) => all.find((row) => row.name === name).mark;
            const close = (found, wanted, what) => expect(Math.abs(found / wanted - 1), `${what}: ${found}, not ${wanted}`).toBeLessThan(0.01);
            const meta = of("Meta");
            for (const { name, mark } of all) {
              if (form !== "Timeline") {
                expect(mark.x).toBeCloseTo(0, 1);
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
              // Each stands on the ground of its row, which is high enough for the areas to be compared.
              for (const { name, y, height, mark } of all) {
                expect(mark.bottom, name).toBeCloseTo(y + height, 0);
                expect(height, name).toBeGreaterThanOrEqual(64);
              }
            }
          });

          await test.step("the description says it all in words: each figure, and who leads by how much", async () => {
            const text = await described(page).textContent();
            expect(text).toContain(form === "Timeline" ? "Timeline. " : "Bar chart. ");
            expect(text).toContain(`largest first: ${spoken(figures).slice(0, -1).join(", ")}`);
            expect(text).toContain(spoken(figures).at(-1));
            expect(text).toContain("Microsoft leads with 1.2 times the figure of Meta.");
          });

          await test.step("the table has the same currency and order, and the multiples of the ratio", async () => {
            await page.locator(".chart-data summary").click();
            const table = page.getByRole("table");
            const heads = await table.locator("thead th").allInnerTexts();
            const plain = ["Company", "As stated", `Total, in ${unit(currency)}`, `Per year, in ${unit(currency)}`, "Period", "Status", "Purpose", "Source"];
            expect(heads).toEqual(form === "Ratio" ? [...plain.slice(0, 4), "Multiple of Alibaba", ...plain.slice(4)] : plain);
            const column = form === "Ratio" ? 4 : 2 + BASES.indexOf(basis);
            const lines = () =>
              table.locator("tbody tr").evaluateAll((rows, column) => rows.map(({ cells }) => `${cells[0].textContent.trim()} ${cells[column].textContent}`), column);
            await expect.poll(lines).toEqual(spoken(figures));
            await sortBy(page, "Name, Z to A");
            await expect.poll(lines).toEqual(spoken(figures).sort().reverse());
            await expect(table.locator("caption")).toContainText("from Z to A");
          });
        });
      }
    }
  }

  test("A timeline never says of a sum for one year that it is spread over several", async ({ page }) => {
    await show(page, "Timeline", "Per year");
    await expect(page.locator(".row")).toHaveCount(4);
    for (const { label } of await rows(page)) expect(label).not.toMatch(/17\.7bn spread/);
  });

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

  test("Another baseline is 1×, and everything else a multiple of it", async ({ page }) => {
    await choose(page, "Ratio");
    await expect(page.locator(".reference text")).toHaveText("Alibaba = 1");
    await page.getByLabel("Baseline of ratios").selectOption("Microsoft");
    await expect(subtitle(page)).toContainText("as a multiple of Microsoft’s");
    await expect.poll(() => ranking(page)).toEqual(["Microsoft 1×", "Meta 0.81×", "Alibaba 0.66×", "ByteDance 0.26×†"]);
    // The line stands where one times the baseline ends, and says what that is.
    const mark = await row(page, "Microsoft").locator(".mark").boundingBox();
    const line = await page.locator(".reference line").boundingBox();
    expect(line.x + line.width / 2).toBeCloseTo(mark.x + mark.width, 0);
    await expect(page.locator(".reference text")).toHaveText("Microsoft = 1");
  });

  test("A highlight is one row's alone, until nothing is highlighted", async ({ page }) => {
    const current = () => page.locator(".row").evaluateAll((rows) => rows.filter((row) => row.getAttribute("aria-current") === "true").map((row) => row.querySelector(".row-name").textContent.trim()));
    const fill = (name) => row(page, name).locator(".mark").first().evaluate((mark) => getComputedStyle(mark).fill);
    expect(await current()).toEqual(["Alibaba"]);
    const [highlighted, plain] = [await fill("Alibaba"), await fill("Meta")];
    expect(highlighted).not.toBe(plain);
    await openPanel(page);
    await page.getByLabel("Highlight").selectOption("Meta");
    await expect.poll(current).toEqual(["Meta"]);
    expect([await fill("Meta"), await fill("Alibaba")]).toEqual([highlighted, plain]);
    await page.getByLabel("Highlight").selectOption("None");
    await expect.poll(current).toEqual([]);
  });

  test("Companies can be left out, all but one, and taken in again", async ({ page }) => {
    await openPanel(page);
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

  test("What stands below the chart fits the view: rates, unlike periods, the source", async ({ page }) => {
    const notes = page.locator(".chart-notes");
    const converted = "† Converted at 7.26 yuan to the US dollar, the rate of 31 December 2024";
    const unlike = "The periods differ: Alibaba three years";
    for (const [form, basis, isUnlike] of [
      ["Bars", "Total", true],
      ["Bars", "Per year", false],
      ["Bars", "Both", false],
      ["Ratio", "Total", true],
      ["Timeline", "Total", false],
    ]) {
      await show(page, form, basis);
      await expect(notes, `${form}, ${basis}`).toContainText(converted);
      await expect(notes).toContainText(demoDocument().exchangeRates[0].source);
      await expect(notes).toContainText("equivalent stated with its commitment");
      await expect(notes).toContainText(`Source: ${CHART.source}`);
      if (isUnlike) await expect(notes, `${form}, ${basis}`).toContainText(unlike);
      else await expect(notes, `${form}, ${basis}`).not.toContainText(unlike);
    }
    // The article's own note is about dollars.
    await choose(page, "Yuan");
    await expect(notes).not.toContainText("equivalent stated with its commitment");
    await choose(page, "US dollars");
    await expect(notes).toContainText("equivalent stated with its commitment");
  });

  test("Below the drawing stands one row: table, data, image, print", async ({ page }) => {
    const parts = await page.locator(".chart-foot :is(summary, button)").evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => [one.textContent.trim(), one.getBoundingClientRect().toJSON()]));
    expect(parts.map(([name]) => name)).toEqual(["Table", "Data", "Image", "Print"]);
    for (const [name, { y, height }] of parts) {
      expect(y, name).toBeCloseTo(parts[0][1].y, 0);
      expect(height, name).toBeGreaterThanOrEqual(44);
    }
    for (const [index, [, box]] of parts.entries()) if (index) expect(box.left).toBeGreaterThanOrEqual(parts[index - 1][1].right);
  });

  test("What is not certain looks different in more than colour, and says so", async ({ page }) => {
    const mark = (name) => row(page, name).locator(".mark");
    await expect(page.locator(".row .mark")).toHaveCount(4);
    await expect(row(page, "ByteDance")).toContainText("reportedly planned");
    await expect(mark("ByteDance")).not.toHaveCSS("stroke-dasharray", "none");
    // The last edge goes in steps.
    await expect(row(page, "Alibaba")).toContainText("about");
    await expect(mark("Alibaba")).toHaveCSS("clip-path", /^polygon\(/);
    for (const name of ["Microsoft", "Meta"]) {
      await expect(mark(name)).toHaveCSS("stroke-dasharray", "none");
      await expect(mark(name)).toHaveCSS("clip-path", "none");
    }
  });

  test("The table is one to assistive technology, and opens by keyboard", async ({ page }) => {
    const summary = page.locator(".chart-data summary");
    const table = page.getByRole("table");
    await expect(table).toBeHidden();
    await tabTo(page, summary);
    await page.keyboard.press("Enter");
    await expect(table).toBeVisible();
    await expect(table).toHaveAccessibleName("The data, largest first");
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

/** Calls back in every combination of form, sums, currency and order. */
async function inEveryState(page, check, orders = ORDERS) {
  for (const form of FORMS) {
    for (const view of form === "Timeline" ? BASES : VIEWS) {
      await show(page, form, view);
      for (const currency of CURRENCIES) {
        await choose(page, currency);
        for (const order of orders) {
          if (orders.length > 1) await sortBy(page, order);
          await check([form, view, currency, order].join(", "));
        }
      }
    }
  }
}

for (const width of [320, 768, 1280]) {
  test.describe(`${width} px wide`, () => {
    test.use({ viewport: { width, height: 800 } });

    test("no choice moves the drawing, and those of currency and order do not change its size", async ({ page }) => {
      test.slow();
      await openDemoChart(page);
      await useFonts(page);
      await openPanel(page);
      await arrived(page);
      const place = async () => {
        const [around, frame] = [await figure(page).boundingBox(), await plot(page).boundingBox()];
        return { top: frame.y - around.y, width: around.width, height: frame.height };
      };
      const first = await place();
      expect(first.height).toBeGreaterThan(150);
      const heights = {};
      await inEveryState(page, async (state) => {
        const { top, width, height } = await place();
        const [form, view] = state.split(", ");
        // Timelines have no switch above them.
        const above = form === "Timeline" ? (heights.timeline ??= top) : first.top;
        expect(top, state).toBeCloseTo(above, 1);
        expect(width, state).toBe(first.width);
        expect(height, state).toBeCloseTo((heights[`${form}, ${view}`] ??= height), 1);
      });
    });

    test("texts and marks stay in the widget, and apart from each other", async ({ page }) => {
      await openDemoChart(page);
      await useFonts(page);
      const found = {};
      await inEveryState(
        page,
        async (state) => {
          const here = await faults(page);
          if (here.length) found[state] = here;
        },
        ["Largest first"],
      );
      expect(found).toEqual({});
    });
  });
}

/** Texts that lie on another one, on a mark or, without a background, on the line of a baseline, or reach out of the frame of the drawing, which ends within the widget. */
async function faults(page) {
  await arrived(page);
  const { frame, texts, lines, marks } = await plot(page).evaluate((frame) => {
    const boxOf = ({ x, y, width, height }, element) => ({
      ...{ x, y, width, height, text: element.textContent || element.getAttribute("class") },
      isSeenThrough: /, 0\)$|transparent/.test(getComputedStyle(element).backgroundColor),
    });
    // A line of text is as high as its letters may ever be; what overlaps is looked for in their middle.
    const tight = (box) => ({ ...box, y: box.y + box.height * 0.2, height: box.height * 0.6 });
    // What is cut to nothing is not seen.
    const isSeen = (text) => getComputedStyle(text).clipPath === "none";
    const written = [...frame.querySelectorAll(".panel-heading, .row-name, .row-detail, .label, .axis text, .reference text")].filter(isSeen);
    const partsOf = (element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return [...range.getClientRects()].filter(({ width }) => width > 0).map((line) => boxOf(line, element));
    };
    return {
      frame: boxOf(frame.getBoundingClientRect(), frame),
      texts: written.map((element) => partsOf(element).map(tight)),
      lines: [...frame.querySelectorAll(".reference line")].map((line) => boxOf(line.getBoundingClientRect(), line)),
      marks: [...frame.querySelectorAll(".row .mark")].map((mark) => boxOf(mark.getBoundingClientRect(), mark)),
    };
  });
  const found = [];
  // Some letters lean out of their own boxes.
  const isOutside = ({ x, width }) => x < frame.x - 2 || x + width > frame.x + frame.width + 2;
  for (const box of [...texts.flat(), ...marks]) if (isOutside(box)) found.push(`outside: ${box.text}`);
  for (const [index, parts] of texts.entries()) {
    for (const one of parts) {
      for (const other of texts.slice(index + 1).flat()) if (overlap(one, other)) found.push(`${one.text} on ${other.text}`);
      for (const mark of marks) if (overlap(one, mark, 1)) found.push(`${one.text} on a mark`);
      for (const line of lines) if (one.isSeenThrough && overlap(one, line)) found.push(`${one.text} on the line of the baseline`);
    }
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
    { language: "ps" },
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
      const found = {};
      await choose(page, "Total");
      await expect(page.locator(".row")).toHaveCount(document.commitments.length);
      for (const form of FORMS) {
        for (const view of form === "Timeline" ? BASES : VIEWS) {
          await show(page, form, view);
          const here = await faults(page);
          if (here.length) found[`${form}, ${view}`] = here;
          for (const { name, label, mark } of await rows(page)) {
            expect(label, name).not.toBe("");
            // Where there is something, something is to be seen.
            const { amount } = document.commitments.find((one) => name === one.name) ?? {};
            if (amount?.value && mark) expect(Math.min(mark.width, mark.height), name).toBeGreaterThan(0.3);
          }
        }
      }
      expect(found).toEqual({});
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    });
  }
}

test("A figure that nothing converts needs no note on rates", async ({ page }) => {
  await openChart(page, documentOf([commitment("a", "One", 5), commitment("b", "Other", 3)]));
  await expect(page.locator(".chart-notes")).toHaveText("Source: Announcements");
});

test("Thirty companies fit in 1,100 px", async ({ page }) => {
  await page.setViewportSize({ width: 768, height: 1024 });
  await openChart(page, documentOf(many(30)));
  await page.getByRole("button", { name: "Show more" }).click();
  await expect(page.locator(".row")).toHaveCount(30);
  expect((await plot(page).boundingBox()).height).toBeLessThanOrEqual(1_100);
  expect(await faults(page)).toEqual([]);
});

test("Eight rows need no axis, and nine have one, with lines that no label lies under", async ({ page }) => {
  await openChart(page, documentOf(many(9)));
  const ticks = page.locator(".axis text");
  await expect(ticks.first()).toHaveText("0");
  expect(await page.locator(".tick-lines line").count()).toBe(await ticks.count());
  const under = await page.locator(".row .label").evaluateAll((labels) =>
    labels.filter((label) => {
      label.scrollIntoView({ block: "center", behavior: "instant" });
      const { backgroundColor } = getComputedStyle(label);
      const { x, y, width, height } = label.getBoundingClientRect();
      return /, 0\)$|transparent/.test(backgroundColor) || label.getRootNode().elementFromPoint(x + width - 2, y + height / 2) !== label;
    }).length,
  );
  expect(under).toBe(0);
  await openPanel(page);
  await page.getByRole("checkbox", { name: "Company 8" }).uncheck();
  await expect(page.locator(".row")).toHaveCount(8);
  await expect(ticks).toHaveCount(0);
  await expect(page.locator(".tick-lines")).toHaveCount(0);
});

test("From right to left the marks begin at the right, and their labels stand at the left of them", async ({ page }) => {
  await openChart(page, ODD["Arabic, from right to left"]);
  await choose(page, "Total");
  const largest = page.locator(".row").first();
  const { right } = await largest.locator(".track").evaluate((track) => ({ right: track.getBoundingClientRect().right }));
  const mark = await largest.locator(".mark").boundingBox();
  expect(mark.x + mark.width).toBeCloseTo(right, 0);
  const label = await largest.locator(".label").boundingBox();
  expect(label.x + label.width).toBeLessThanOrEqual(mark.x + 0.5);
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
          requestAnimationFrame(() => resolve(root.querySelector(".plot-frame").getAnimations({ subtree: true }).map(({ effect }) => effect.target.getAttribute("class")))),
        ),
      );
    }, name);

  test("unless the reader wants less motion", async ({ page }) => {
    await openTotals(page);
    expect(await moving(page, "per-year")).toEqual([]);
    await expect.poll(() => ranking(page)).toEqual(MONEY["Per year, US dollars"]);
  });

  test("rows and marks glide to their new places, and end there", async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "no-preference" });
    await openTotals(page);
    await arrived(page);
    expect(await moving(page, "per-year")).toEqual(expect.arrayContaining(["row", "mark"]));
    await arrived(page);
    const tops = await page.locator(".row").evaluateAll((rows) => rows.map((row) => [row.getBoundingClientRect().top, row.querySelector(".row-name").textContent.trim()]));
    expect(tops.sort(([a], [b]) => a - b).map(([, name]) => name)).toEqual(["Microsoft", "Meta", "ByteDance", "Alibaba"]);
  });
});
