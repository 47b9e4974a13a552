// The chart of commitments: what it ranks in each state, that its bars tell the truth, and that
// it can be worked by hand and by keyboard.

import { expect, test } from "@playwright/test";
import { demoDocument, hasFocus, indexOf, openDemo, tabTo } from "./support.mjs";

const BASES = ["Total", "Per year"];
const CURRENCIES = ["US dollars", "Yuan"];
const ORDERS = ["Amount", "Name"];

const choose = (page, name) => page.getByRole("radio", { name, exact: true }).check();

/** The bars as they are seen, from top to bottom: name, label, width in CSS pixels. */
function bars(page) {
  return page.locator(".plot").evaluate((plot) => {
    const text = (bar, selector) => bar.querySelector(selector).textContent.replace(/\s+/g, " ").trim();
    return [...plot.querySelectorAll(".bar")]
      .map((bar) => ({
        name: text(bar, ".bar-name"),
        label: text(bar, ".bar-label"),
        width: bar.querySelector("rect").getBBox().width,
        top: bar.getBoundingClientRect().top,
      }))
      .sort((a, b) => a.top - b.top)
      .map(({ name, label, width }) => ({ name, label, width }));
  });
}

const ranking = async (page) => (await bars(page)).map(({ name, label }) => `${name} ${label}`);

test.beforeEach(({ page }) => openDemo(page));

// The values in billions, from the facts alone: over 380bn yuan stated as about 53bn dollars for
// three years, 80bn and 65bn dollars, 150bn yuan; 7.26 yuan to the dollar where nothing is stated.
const STATES = [
  {
    basis: "Total",
    currency: "US dollars",
    subtitle: /total.*US dollars/i,
    ranking: ["Microsoft $80bn", "Meta $65bn", "Alibaba about $53bn", "ByteDance $20.7bn†"],
    values: [80, 65, 53, 150 / 7.26],
  },
  {
    basis: "Per year",
    currency: "US dollars",
    subtitle: /per year.*US dollars/i,
    ranking: ["Microsoft $80bn", "Meta $65bn", "ByteDance $20.7bn†", "Alibaba about $17.7bn"],
    values: [80, 65, 150 / 7.26, 53 / 3],
  },
  {
    basis: "Total",
    currency: "Yuan",
    subtitle: /total.*yuan/i,
    ranking: ["Microsoft ¥581bn†", "Meta ¥472bn†", "Alibaba over ¥380bn", "ByteDance ¥150bn"],
    values: [80 * 7.26, 65 * 7.26, 380, 150],
  },
  {
    basis: "Per year",
    currency: "Yuan",
    subtitle: /per year.*yuan/i,
    ranking: ["Microsoft ¥581bn†", "Meta ¥472bn†", "ByteDance ¥150bn", "Alibaba about ¥127bn"],
    values: [80 * 7.26, 65 * 7.26, 150, 380 / 3],
  },
];

test("The chart begins with totals in US dollars, the largest first", async ({ page }) => {
  for (const name of ["Total", "US dollars", "Amount"]) {
    await expect(page.getByRole("radio", { name, exact: true })).toBeChecked();
  }
  expect(await ranking(page)).toEqual(STATES[0].ranking);
});

for (const { basis, currency, subtitle, ranking: expected, values } of STATES) {
  test.describe(`${basis}, in ${currency.replace("Yuan", "yuan")}`, () => {
    test.beforeEach(async ({ page }) => {
      await choose(page, basis);
      await choose(page, currency);
    });

    test("the bars rank as the facts do", async ({ page }) => {
      await expect.poll(() => ranking(page)).toEqual(expected);
    });

    test("the widths of the bars are in proportion to the values", async ({ page }) => {
      await expect.poll(() => ranking(page)).toEqual(expected);
      const widths = (await bars(page)).map(({ width }) => width);
      expect(widths[0]).toBeGreaterThan(100);
      for (const [index, width] of widths.entries()) {
        const ratio = width / widths[0] / (values[index] / values[0]);
        expect(Math.abs(ratio - 1), `${expected[index]}: ${width} of ${widths[0]} px`).toBeLessThan(0.01);
      }
    });

    test("the line under the title and the name of the drawing say what is shown", async ({ page }) => {
      await expect(page.locator(".chart-subtitle")).toHaveText(subtitle);
      const plot = page.getByRole("img");
      await expect(plot).toHaveAccessibleName(subtitle);
      for (const line of expected) {
        const spoken = line.endsWith("†") ? `${line.slice(0, -1)} (converted)` : line;
        await expect(plot).toHaveAccessibleName(new RegExp(spoken.replace(/[$().]/g, "\\$&")));
      }
    });

    test("by name, the order is that of the alphabet and the figures stay the same", async ({ page }) => {
      await expect(page.locator(".chart-subtitle")).toHaveText(/largest first/);
      await choose(page, "Name");
      await expect.poll(() => ranking(page)).toEqual([...expected].sort());
      await expect(page.locator(".chart-subtitle")).toHaveText(/from A to Z/);
    });

    test("the table has the same currency and order", async ({ page }) => {
      await page.locator("summary").click();
      const table = page.getByRole("table");
      const heads = await table.locator("thead th").allInnerTexts();
      const unit = currency === "Yuan" ? "yuan" : currency;
      expect(heads).toEqual(expect.arrayContaining([`Total, in ${unit}`, `Per year, in ${unit}`]));
      const column = heads.findIndex((head) => head.startsWith(`${basis},`));
      const rows = () =>
        table.locator("tbody tr").evaluateAll(
          (rows, column) => rows.map((row) => `${row.cells[0].textContent} ${row.cells[column].textContent}`),
          column,
        );
      const lines = expected.map((line) => line.replace("†", " (converted)"));
      await expect.poll(rows).toEqual(lines);
      await choose(page, "Name");
      await expect.poll(rows).toEqual([...lines].sort());
    });
  });
}

test("What converted figures were converted at is said under the chart", async ({ page }) => {
  for (const currency of CURRENCIES) {
    await choose(page, currency);
    const notes = page.locator(".chart-notes");
    await expect(notes).toContainText("Converted at 7.26");
    await expect(notes).toContainText(demoDocument().exchangeRates[0].source);
    await expect(notes).toContainText("equivalent stated with its commitment");
  }
});

test("That totals over unlike periods are compared is said under the chart", async ({ page }) => {
  await expect(page.locator(".chart-notes")).toContainText(/periods differ.*Alibaba three years/);
});

test("A bar known from reports only looks different and says so", async ({ page }) => {
  const bar = page.locator(".bar").filter({ hasText: "ByteDance" });
  await expect(bar).toContainText("reportedly planned");
  await expect(bar.locator("rect")).not.toHaveCSS("stroke-dasharray", "none");
  const other = page.locator(".bar").filter({ hasText: "Microsoft" }).locator("rect");
  await expect(other).toHaveCSS("stroke-dasharray", "none");
});

test("The table opens by keyboard and is a table to assistive technology", async ({ page }) => {
  const summary = page.locator("summary");
  const table = page.getByRole("table");
  await expect(table).toBeHidden();
  await tabTo(page, summary);
  await page.keyboard.press("Enter");
  await expect(table).toBeVisible();
  const document = demoDocument();
  const { chart: id } = document.body[indexOf(document, "chart")];
  const { title } = document.charts.find((chart) => chart.id === id);
  await expect(table.locator("caption")).toHaveText(title);
  await expect(table).toHaveAccessibleName(title);
  await expect(table.locator('thead th[scope="col"]')).toHaveCount(await table.locator("thead th").count());
  await expect(table.locator('tbody tr > th[scope="row"]:first-child')).toHaveText(["Microsoft", "Meta", "Alibaba", "ByteDance"]);
  await expect(table).toContainText("over 380 billion yuan (about $53 billion)");
  await expect(table).toContainText("fiscal year 2025 (July 2024 – June 2025)");
  await expect(table).toContainText("three years from February 2025");
  await page.keyboard.press("Enter");
  await expect(table).toBeHidden();
});

test("On a phone the open table can be scrolled by keyboard", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.locator("summary").click();
  const frame = page.getByRole("region").filter({ has: page.getByRole("table") });
  await tabTo(page, frame);
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => frame.evaluate((frame) => frame.scrollLeft)).toBeGreaterThan(0);
});

test("The choices work with Tab and the arrow keys alone", async ({ page }) => {
  const radio = (name) => page.getByRole("radio", { name, exact: true });
  await tabTo(page, radio("Total"));
  await page.keyboard.press("ArrowRight");
  await expect(radio("Per year")).toBeChecked();
  expect(await hasFocus(radio("Per year"))).toBe(true);
  await expect.poll(() => ranking(page)).toEqual(STATES[1].ranking);

  await page.keyboard.press("Tab");
  expect(await hasFocus(radio("US dollars")), "one press of Tab leads to the next group").toBe(true);
  await page.keyboard.press("ArrowDown");
  await expect(radio("Yuan")).toBeChecked();
  await expect.poll(() => ranking(page)).toEqual(STATES[3].ranking);

  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowRight");
  await expect(radio("Name")).toBeChecked();
  await expect.poll(() => ranking(page)).toEqual([...STATES[3].ranking].sort());

  await page.keyboard.press("Shift+Tab");
  expect(await hasFocus(radio("Yuan"))).toBe(true);
  await page.keyboard.press("ArrowUp");
  await expect(radio("US dollars")).toBeChecked();
});

test("Each group of choices has its name, and a change is announced", async ({ page }) => {
  for (const [group, names] of Object.entries({ Compare: BASES, Currency: CURRENCIES, "Sort by": ORDERS })) {
    const radios = page.getByRole("group", { name: group }).getByRole("radio");
    await expect(radios).toHaveCount(names.length);
    for (const [index, name] of names.entries()) await expect(radios.nth(index)).toHaveAccessibleName(name);
  }
  await expect(page.locator(".chart-subtitle")).toHaveAttribute("aria-live", "polite");
});

/** Goes through all eight states and calls back in each. */
async function inEveryState(page, check) {
  for (const basis of BASES) {
    for (const currency of CURRENCIES) {
      for (const order of ORDERS) {
        for (const name of [basis, currency, order]) await choose(page, name);
        await check(`${basis}, ${currency}, ${order}`);
      }
    }
  }
}

for (const width of [320, 768, 1280]) {
  test.describe(`${width} px wide`, () => {
    test.use({ viewport: { width, height: 800 } });

    test("no choice changes the height of the chart", async ({ page }) => {
      const figure = page.locator("figure.chart");
      const { height } = await figure.boundingBox();
      expect(height).toBeGreaterThan(300);
      await inEveryState(page, async (state) => {
        expect((await figure.boundingBox()).height, state).toBeCloseTo(height, 0);
      });
    });

    test("bars and labels stay inside the widget", async ({ page }) => {
      await inEveryState(page, async (state) => {
        const outside = await page.locator("article-widget").evaluate((widget) => {
          const { left, right } = widget.getBoundingClientRect();
          return [...widget.shadowRoot.querySelectorAll(".plot text, .plot rect, .plot line")]
            .filter((mark) => {
              const box = mark.getBoundingClientRect();
              return box.left < left || box.right > right;
            })
            .map((mark) => mark.textContent || mark.localName);
        });
        expect(outside, state).toEqual([]);
      });
    });

    test("the labels of the axis do not touch each other", async ({ page }) => {
      await inEveryState(page, async (state) => {
        const gaps = await page.locator(".tick-label").evaluateAll((labels) => {
          const boxes = labels.map((label) => label.getBoundingClientRect()).filter(({ width }) => width > 0);
          boxes.sort((a, b) => a.left - b.left);
          return boxes.slice(1).map((box, index) => box.left - boxes[index].right);
        });
        expect(gaps.length, state).toBeGreaterThan(0);
        expect(Math.min(...gaps), state).toBeGreaterThan(2);
      });
    });
  });
}
