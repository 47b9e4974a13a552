// The chart under keys, pointers and fingers: its marks, the line about the one that is read, the figures in the text
// that lead to them, and what screen readers are told.

import { expect, test } from "@playwright/test";
import { FORMS, VIEWS, announced, centre, choose, commitment, documentOf, figure, many, openChart } from "./chart.mjs";
import { openDemoChart, openTotals, overlap, plot, pointAt, reading, row, rows, subtitle } from "./chart.mjs";
import { EXPLORE, hasFocus, openDemo, openPanel, settle, sortBy, tabTo } from "./support.mjs";

const NAMES = ["Microsoft", "Meta", "Alibaba", "ByteDance"];
const focused = (page) => page.evaluate(() => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element?.closest(".row")?.querySelector(".row-name").textContent.trim() ?? element?.className ?? "";
});
const press = async (page, ...keys) => {
  for (const key of keys) await page.keyboard.press(key);
};
const explore = (page) => page.getByRole("button", { name: EXPLORE });
const radio = (page, name) => page.getByRole("radio", { name, exact: true });
/** The names of the rows that are highlighted. */
const highlighted = (page) => page.locator('.row[aria-current="true"] .row-name').allTextContents();
/** Notes in the page what it is told of the chart. */
const listen = (page) =>
  page.evaluate(() => {
    window.told = [];
    document.addEventListener("article-widget-chart", ({ detail }) => window.told.push(`${detail.choice} ${detail.value}`));
  });
const told = (page) => page.evaluate(() => window.told);

test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: "reduce" }));

test.describe("By keyboard", () => {
  test.beforeEach(({ page }) => openTotals(page));

  test("one stop leads into the marks and one out of them", async ({ page }) => {
    await tabTo(page, radio(page, "Total"));
    await press(page, "Tab");
    expect(await focused(page)).toBe("Microsoft");
    await press(page, "Tab");
    expect(await hasFocus(explore(page))).toBe(true);
    await expect(page.locator(".row[tabindex='0']")).toHaveCount(1);
    await press(page, "Shift+Tab");
    expect(await focused(page)).toBe("Microsoft");
    await press(page, "Shift+Tab");
    expect(await hasFocus(radio(page, "Total"))).toBe(true);
  });

  test("arrows, Home and End move between the marks, and stay at the ends", async ({ page }) => {
    await tabTo(page, row(page, "Microsoft"));
    for (const [key, name] of [
      ["ArrowDown", "Meta"],
      ["ArrowRight", "Alibaba"],
      ["ArrowUp", "Meta"],
      ["ArrowLeft", "Microsoft"],
      ["ArrowUp", "Microsoft"],
      ["End", "ByteDance"],
      ["ArrowDown", "ByteDance"],
      ["Home", "Microsoft"],
    ]) {
      await press(page, key);
      await settle(page);
      expect(await focused(page), key).toBe(name);
      await expect(reading(page).locator("strong")).toHaveText(name);
    }
    // The stop is where the reader has been last.
    await press(page, "End", "Tab");
    await press(page, "Shift+Tab");
    expect(await focused(page)).toBe("ByteDance");
  });

  test("the arrows lead through both panels, with one stop in all", async ({ page }) => {
    await choose(page, "Both");
    await expect(page.locator(".row")).toHaveCount(8);
    await press(page, "Tab");
    const seen = [];
    for (let count = 0; count < 8; count += 1) {
      seen.push(await focused(page));
      await expect(page.locator(".row[tabindex='0']")).toHaveCount(1);
      await press(page, "ArrowDown");
      await settle(page);
    }
    expect(seen).toEqual([...NAMES, "Microsoft", "Meta", "ByteDance", "Alibaba"]);
    await press(page, "Tab");
    expect(await hasFocus(explore(page))).toBe(true);
  });

  test("the arrows follow the order that the reader has chosen", async ({ page }) => {
    await sortBy(page, "Name, A to Z");
    await row(page, "Alibaba").focus();
    for (const name of ["ByteDance", "Meta", "Microsoft"]) {
      await press(page, "ArrowDown");
      await expect.poll(() => focused(page)).toBe(name);
    }
  });

  test("Enter and the space bar read a mark and pick its company; the highlight stays", async ({ page }) => {
    await listen(page);
    await tabTo(page, row(page, "Microsoft"));
    await press(page, "ArrowDown");
    for (const [index, key] of ["Enter", "Space"].entries()) {
      await press(page, "Escape");
      await expect(reading(page)).toHaveCount(0);
      await press(page, key);
      await expect(reading(page)).toContainText("Meta");
      await expect.poll(() => told(page)).toHaveLength(index + 1);
      expect(await highlighted(page)).toEqual(["Alibaba"]);
    }
    expect(await told(page)).toEqual(["datum meta", "datum meta"]);
    await expect(page.locator(".row[aria-pressed]")).toHaveCount(0);
    const { scrollY } = await page.evaluate(() => ({ scrollY }));
    await press(page, "Space");
    expect(await page.evaluate(() => scrollY), "the page stays").toBe(scrollY);
  });

  test("the line about the mark that has the focus is its description", async ({ page }) => {
    await tabTo(page, row(page, "Microsoft"));
    await expect(reading(page)).toBeVisible();
    await expect(row(page, "Microsoft")).toHaveAccessibleDescription(await reading(page).textContent());
    await press(page, "ArrowDown");
    await expect(row(page, "Meta")).toHaveAccessibleDescription(/Source: Meta/);
    await expect(row(page, "Microsoft")).toHaveAccessibleDescription("");
    await expect(reading(page)).toHaveCount(1);
  });

  test("Escape closes the line, and the focus stays", async ({ page }) => {
    await tabTo(page, row(page, "Microsoft"));
    await expect(reading(page)).toBeVisible();
    await press(page, "Escape");
    await expect(reading(page)).toHaveCount(0);
    await expect(subtitle(page)).toBeVisible();
    expect(await focused(page)).toBe("Microsoft");
    await press(page, "ArrowDown");
    await expect(reading(page)).toContainText("Meta");
  });

  test("keys that are no business of the chart's go their way", async ({ page }) => {
    await page.evaluate(() => {
      window.keys = [];
      addEventListener("keydown", ({ key, defaultPrevented }) => window.keys.push(`${key} ${defaultPrevented}`));
    });
    await tabTo(page, row(page, "Microsoft"));
    await page.evaluate(() => (window.keys = []));
    await press(page, "a", "PageDown", "Escape", "Escape");
    // The first Escape closes the line; the second is another's.
    expect(await page.evaluate(() => window.keys)).toEqual(["a false", "PageDown false", "Escape false"]);
    for (const key of ["Control+ArrowDown", "Alt+ArrowLeft", "Meta+ArrowDown"]) {
      await row(page, "Microsoft").focus();
      await press(page, key);
      expect(await focused(page), `${key} is the browser's or the system's`).toBe("Microsoft");
    }
  });

  test("every control is reached in the order of the page, and works", async ({ page }) => {
    await tabTo(page, radio(page, "Total"));
    await press(page, "ArrowRight");
    await expect(radio(page, "Per year")).toBeChecked();
    await expect(subtitle(page)).toContainText("per year");
    await press(page, "Tab", "Tab");
    expect(await hasFocus(explore(page))).toBe(true);
    await press(page, "Enter", "Tab");
    expect(await hasFocus(radio(page, "Bars"))).toBe(true);
    await press(page, "ArrowRight", "ArrowRight");
    await expect(radio(page, "Ratio")).toBeChecked();
    expect(await hasFocus(radio(page, "Ratio"))).toBe(true);
    await expect(subtitle(page)).toContainText("multiple");
    await press(page, "Tab");
    expect(await hasFocus(radio(page, "US dollars"))).toBe(true);
    await press(page, "ArrowDown");
    await expect(radio(page, "Yuan")).toBeChecked();
    expect(await hasFocus(radio(page, "Yuan"))).toBe(true);
    for (const name of ["Sort by", "Baseline of ratios", "Highlight"]) {
      await press(page, "Tab");
      expect(await hasFocus(page.getByLabel(name)), name).toBe(true);
    }
    await page.keyboard.type("None");
    await expect.poll(() => highlighted(page)).toEqual([]);
    await press(page, "Shift+Tab", "Shift+Tab");
    await press(page, "End");
    await expect(subtitle(page)).toContainText("multiple");
    await expect.poll(async () => (await rows(page))[0].name).toBe("ByteDance");
    await press(page, "Tab", "Tab", "Tab");
    const box = page.getByRole("checkbox", { name: "Alibaba" });
    expect(await hasFocus(box)).toBe(true);
    await press(page, "Space");
    await expect(page.locator(".row")).toHaveCount(3);
    expect(await hasFocus(box)).toBe(true);
    await tabTo(page, page.getByRole("button", { name: "Show all companies" }));
    await press(page, "Enter");
    await expect(page.locator(".row")).toHaveCount(4);
    await press(page, "Tab");
    expect(await hasFocus(page.locator(".chart-data summary"))).toBe(true);
    for (const name of ["Data", "Image"]) {
      await press(page, "Tab");
      expect(await hasFocus(page.getByRole("button", { name, exact: true })), name).toBe(true);
    }
    await press(page, "Enter");
    await expect(page.getByRole("button", { name: "Image" })).toHaveAttribute("aria-expanded", "true");
    for (const name of ["Wide (PNG)", "Tall (PNG)", "Drawing (SVG)", "Print"]) {
      await tabTo(page, page.getByRole("button", { name, exact: true }), 4);
    }
  });

  test("the words about each mark are those that a mouse shows, and in the table stands the rest", async ({ page }) => {
    await page.setViewportSize({ width: 1024, height: 900 });
    await centre(figure(page));
    const seen = {};
    for (const name of NAMES) {
      await pointAt(page, row(page, name));
      await expect(reading(page).locator("strong")).toHaveText(name);
      seen[name] = await reading(page).textContent();
    }
    await page.mouse.move(5, 5);
    await expect(reading(page)).toHaveCount(0);
    await tabTo(page, row(page, "Microsoft"));
    for (const name of NAMES) {
      await expect(reading(page)).toHaveText(seen[name]);
      const line = await page.locator("tbody tr").filter({ hasText: name }).textContent();
      const facts = seen[name].replace(name, "").trim().split(" · ");
      for (const fact of facts) expect(line).toContain(fact.replace(/^Source: |^stated as | a year$/g, ""));
      await press(page, "ArrowDown");
      await settle(page);
    }
  });
});

test.describe("To assistive technology", () => {
  test.beforeEach(({ page }) => openTotals(page));

  test("marks are buttons in a group, named with name, details and figure", async ({ page }) => {
    const snapshot = await figure(page).ariaSnapshot();
    const lines = snapshot.split("\n").map((line) => line.trim());
    expect(lines.some((line) => line.includes('group "Marks: arrow keys move between them Third in total'))).toBe(true);
    for (const name of [
      "Microsoft fiscal year 2025 · planned $80bn",
      "Meta 2025 · earmarked $65bn",
      "Alibaba three years · announced about $53bn",
      "ByteDance 2025 · reportedly planned $20.7bn †",
    ]) {
      const [company] = name.split(" ");
      const found = lines.find((line) => line.startsWith(`- button "${company}`));
      const letters = (text) => text.replace(/[\s†·]/g, "");
      expect(letters(found ?? "nothing")).toContain(letters(name));
      // Words stand apart, as they are seen.
      expect(found).not.toMatch(/\d{4}·|planned\$|Microsoftfiscal/);
    }
    // What is highlighted is said by its state; a press does not change that.
    expect(lines.filter((line) => /^- button.*\[pressed/.test(line))).toEqual([]);
    await expect(page.locator('.row[aria-current="true"]')).toHaveText(/^Alibaba/);
    // The arrows of the buttons that open something are no words, nor are the texts that keep places.
    expect(lines).toContain(`- 'button "${EXPLORE}"'`);
    expect(lines).toContain('- button "Image"');
    expect(snapshot.split("AI data centres")).toHaveLength(1);
    expect(lines.some((line) => /^- 'figure "Third in total/.test(line))).toBe(true);
    // The lines and labels of the axis say nothing by themselves.
    expect(snapshot).not.toMatch(/text: .*\$60bn/);
  });

  test("controls are native, in named groups", async ({ page }) => {
    await openPanel(page);
    for (const [group, names] of Object.entries({
      "Show as": ["Bars", "Timeline", "Ratio"],
      Compare: ["Total", "Per year", "Both"],
      Currency: ["US dollars", "Yuan"],
    })) {
      const radios = page.getByRole("group", { name: group }).getByRole("radio");
      await expect(radios).toHaveCount(names.length);
      for (const [index, name] of names.entries()) await expect(radios.nth(index)).toHaveAccessibleName(name);
    }
    await choose(page, "Ratio");
    for (const name of ["Sort by", "Baseline of ratios", "Highlight"]) await expect(page.getByLabel(name)).toHaveRole("combobox");
    await expect(page.getByRole("group", { name: "Companies" }).getByRole("checkbox")).toHaveCount(4);
    await expect(page.locator('[role="application"]')).toHaveCount(0);
  });

  test("nothing is announced at first, nor what shows nothing else", async ({ page }) => {
    await page.reload();
    await page.locator(".standfirst").click();
    await expect(plot(page)).toHaveRole("group");
    await expect(announced(page)).toHaveAttribute("aria-live", "polite");
    await openPanel(page);
    await row(page, "Meta").first().click();
    await expect(reading(page)).toContainText("Meta");
    await page.getByLabel("Highlight").selectOption("Meta");
    await expect.poll(() => highlighted(page)).toEqual(["Meta", "Meta"]);
    await expect(announced(page)).toHaveText("");
  });

  test("a choice is announced: form, basis, currency, order", async ({ page }) => {
    for (const [act, said] of [
      [() => choose(page, "Per year"), "Commitment per year, in US dollars, largest first. First Microsoft $80bn, last Alibaba about $17.7bn."],
      [() => choose(page, "Yuan"), "Commitment per year, in yuan, largest first. First Microsoft CN¥581bn (converted), last Alibaba about CN¥127bn."],
      [() => sortBy(page, "Name, A to Z"), "Commitment per year, in yuan, from A to Z. First Alibaba about CN¥127bn, last Microsoft CN¥581bn (converted)."],
      [() => choose(page, "Ratio"), "Commitment per year, as a multiple of Alibaba’s, from A to Z. First Alibaba about 1×, last Microsoft about 4.6× (converted)."],
      [() => choose(page, "Timeline"), /^Total commitment, in yuan, as area.*First Alibaba/],
    ]) {
      await act();
      await expect(announced(page)).toHaveText(said);
    }
  });

  test("it is one and the same place that announces, and nothing else does", async ({ page }) => {
    await announced(page).evaluate((place) => (window.place = place));
    for (const name of ["Per year", "Ratio", "Both"]) await choose(page, name);
    expect(await announced(page).evaluate((place) => place === window.place)).toBe(true);
    // Beside it there is only the place for the outcome of an export.
    const others = page.locator("figure.chart [aria-live], figure.chart [role=status], figure.chart [role=alert]");
    await expect(others).toHaveCount(2);
    await expect(page.locator("figure.chart [role=status]")).toHaveText("");
  });
});

test.describe("Under a mouse", () => {
  test.beforeEach(async ({ page }) => {
    await page.setViewportSize({ width: 1024, height: 900 });
    await openTotals(page);
    await centre(figure(page));
  });

  for (const [name, said] of Object.entries({
    Microsoft: "AI data centres · fiscal year 2025 (July 2024 – June 2025) · Source: Microsoft’s plan",
    Alibaba: "three years from February 2025 · stated as over 380 billion yuan · about $17.7bn a year · Source: Alibaba’s announcement",
    ByteDance: "2025 · stated as 150 billion yuan · Source: Reports",
  })) {
    test(`the line about ${name} says what its row does not`, async ({ page }) => {
      await pointAt(page, row(page, name));
      await expect(reading(page)).toBeVisible();
      await expect(reading(page).locator("strong")).toHaveText(name);
      await expect(reading(page)).toContainText(said);
      // It takes the place of the words about all marks.
      await expect(subtitle(page)).toBeHidden();
      const [line, around] = [await reading(page).boundingBox(), await page.locator(".chart-reading").boundingBox()];
      expect(line.y).toBeGreaterThanOrEqual(around.y - 0.5);
      expect(line.y + line.height).toBeLessThanOrEqual(around.y + around.height + 0.5);
    });
  }

  test("the line has the other sum in the currency of the chart, and none where both are shown", async ({ page }) => {
    await choose(page, "Yuan");
    const line = async (name) => {
      await page.mouse.move(5, 5);
      await centre(row(page, name).first());
      await pointAt(page, row(page, name).first());
      await expect(reading(page).locator("strong")).toHaveText(name);
      return reading(page).textContent();
    };
    expect(await line("Alibaba")).toContain("about CN¥127bn a year");
    expect(await line("Microsoft")).toContain("stated as $80 billion");
    await choose(page, "Per year");
    expect(await line("Alibaba")).toContain("over CN¥380bn in total");
    for (const act of [() => choose(page, "Both"), () => choose(page, "Timeline")]) {
      await act();
      expect(await line("Alibaba")).not.toMatch(/a year|in total/);
    }
  });

  test("the other bars fade, and no text does", async ({ page }) => {
    const opacity = (name, part) => row(page, name).locator(part).evaluate((element) => {
      let all = 1;
      for (; element?.classList; element = element.parentNode) all *= Number(getComputedStyle(element).opacity);
      return all;
    });
    await pointAt(page, row(page, "Meta"));
    await expect(reading(page)).toBeVisible();
    await expect.poll(() => opacity("Microsoft", ".mark")).toBeLessThan(0.5);
    expect(await opacity("Meta", ".mark")).toBe(1);
    for (const part of [".row-name", ".row-detail", ".label"]) expect(await opacity("Microsoft", part)).toBe(1);
    await page.mouse.move(5, 5);
    await expect.poll(() => opacity("Microsoft", ".mark")).toBe(1);
  });

  test("in two panels the rows of the company are read in both", async ({ page }) => {
    await choose(page, "Both");
    await centre(figure(page));
    await pointAt(page, row(page, "Meta").last());
    await expect(reading(page).locator("strong")).toHaveText("Meta");
    await expect(page.locator(".row[data-read] .row-name")).toHaveText(["Meta", "Meta"]);
  });

  test("the words of the line can be reached and selected", async ({ page }) => {
    await pointAt(page, row(page, "Microsoft"));
    await expect(reading(page)).toBeVisible();
    const { x, y, width } = await reading(page).boundingBox();
    // On the way up the pointer crosses controls and no row. The first line of the words is some 9 px below their top.
    await page.mouse.move(x + Math.min(width, 300) - 10, y + 9, { steps: 12 });
    await page.waitForTimeout(400);
    await expect(reading(page)).toContainText("Microsoft");
    await page.mouse.down();
    await page.mouse.move(x + 1, y + 9, { steps: 8 });
    await page.mouse.up();
    await expect(reading(page)).toContainText("Microsoft");
    const selected = await page.locator("article-widget").evaluate((widget) => String(widget.shadowRoot.getSelection?.() ?? getSelection()));
    expect(selected.length).toBeGreaterThan(10);
    expect(await reading(page).textContent()).toContain(selected.trim().split("\n")[0]);
  });

  test("the line follows the pointer to another row, and goes when the pointer leaves", async ({ page }) => {
    await pointAt(page, row(page, "ByteDance"));
    await expect(reading(page)).toContainText("ByteDance");
    await pointAt(page, row(page, "Microsoft"));
    await expect(reading(page)).toContainText("Microsoft");
    await expect(reading(page)).toHaveCount(1);
    await page.mouse.move(5, 5, { steps: 3 });
    await expect(reading(page)).toHaveCount(0);
  });

  test("Escape closes the line under a resting pointer, wherever the focus is", async ({ page }) => {
    await pointAt(page, row(page, "Meta"));
    await expect(reading(page)).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(reading(page)).toHaveCount(0);
    await settle(page);
    await expect(reading(page)).toHaveCount(0);
  });

  test("when the pointer leaves, the line is that of the focus again, unless that was closed", async ({ page }) => {
    await tabTo(page, row(page, "Microsoft"));
    await expect(reading(page)).toContainText("Microsoft");
    await centre(figure(page));
    await pointAt(page, row(page, "ByteDance"));
    await expect(reading(page)).toContainText("ByteDance");
    await page.mouse.move(5, 5, { steps: 3 });
    await expect(reading(page)).toContainText("Microsoft");
    await press(page, "Escape");
    await expect(reading(page)).toHaveCount(0);
    const { x, y } = await page.locator(".chart-title").boundingBox();
    await page.mouse.move(x + 5, y + 2, { steps: 2 });
    await page.mouse.move(5, 5, { steps: 3 });
    await page.waitForTimeout(400);
    await expect(reading(page)).toHaveCount(0);
  });

  test("a press elsewhere on the page closes the line", async ({ page }) => {
    await row(page, "Meta").click();
    await expect(reading(page)).toBeVisible();
    // Leaving would close it, too: the press comes without a move.
    await page.locator(".body > p").first().dispatchEvent("pointerdown", { bubbles: true, composed: true });
    await expect(reading(page)).toHaveCount(0);
  });

  test("a click reads at once, and never changes the highlight", async ({ page }) => {
    for (const name of ["Meta", "Meta", "Alibaba", "Alibaba"]) {
      await row(page, name).click();
      await expect(reading(page).locator("strong")).toHaveText(name);
      await settle(page);
      expect(await highlighted(page)).toEqual(["Alibaba"]);
    }
    const fill = (name) => row(page, name).locator(".mark").evaluate((mark) => getComputedStyle(mark).fill);
    expect(await fill("Alibaba")).not.toBe(await fill("Meta"));
  });

  test("nothing opens while the page scrolls under a resting pointer", async ({ page }) => {
    await page.evaluate(() => {
      window.opened = 0;
      const root = document.querySelector("article-widget").shadowRoot;
      new MutationObserver(() => (window.opened += root.querySelectorAll(".reading").length)).observe(root.querySelector(".chart-reading"), { childList: true });
    });
    // Above the chart; what comes under the pointer then comes by itself.
    await page.locator(".chart-title").evaluate((title) => title.scrollIntoView({ block: "end", behavior: "instant" }));
    const { x } = await row(page, "Microsoft").boundingBox();
    await page.mouse.move(x + 30, 450);
    for (let count = 0; count < 12; count += 1) {
      await page.mouse.wheel(0, 60);
      await page.waitForTimeout(100);
    }
    expect(await page.evaluate(() => window.opened)).toBe(0);
    // The rows were really there.
    await centre(row(page, "Microsoft"));
    await pointAt(page, row(page, "Microsoft"));
    await expect(reading(page)).toBeVisible();
  });

  test("a pointer that only passes over opens nothing", async ({ page }) => {
    await page.evaluate(() => {
      window.opened = 0;
      const root = document.querySelector("article-widget").shadowRoot;
      new MutationObserver(() => (window.opened += root.querySelectorAll(".reading").length)).observe(root.querySelector(".chart-reading"), { childList: true });
    });
    const { x, y, height } = await page.locator(".plot-frame").boundingBox();
    await page.mouse.move(x + 50, y - 5);
    // In one go, in the page itself: the pauses between a test's commands are longer than a hand's.
    await page.evaluate(
      async ([x, y, height]) => {
        const root = document.querySelector("article-widget").shadowRoot;
        for (let step = 0; step < 20; step += 1) {
          const at = [x + 50, y + (height * step) / 20];
          const target = root.elementFromPoint(...at);
          target?.dispatchEvent(new PointerEvent("pointermove", { clientX: at[0], clientY: at[1], movementY: 9, pointerType: "mouse", bubbles: true, composed: true }));
        }
        root.querySelector("figure.chart").dispatchEvent(new PointerEvent("pointerleave"));
      },
      [x, y, height],
    );
    await page.waitForTimeout(400);
    expect(await page.evaluate(() => window.opened)).toBe(0);
  });

  test("the sentences that cite the row are marked while it is read, and no others", async ({ page }) => {
    const marked = () => page.locator("span:has(> .is-cited), span:has(.is-cited)").allTextContents();
    expect(await marked()).toEqual([]);
    await pointAt(page, row(page, "Meta"));
    await expect.poll(marked).not.toEqual([]);
    const found = await marked();
    expect(found).toContain("Meta has earmarked $65 billion for AI in calendar 2025.");
    const cited = await page.locator(".is-cited").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    expect(new Set(cited)).toEqual(new Set(["#datum-meta.ai-spending"]));
    expect(cited).toHaveLength(await page.locator('a[href="#datum-meta.ai-spending"]').count());
    const sentence = page.locator("span:has(.is-cited)").first();
    expect(await sentence.evaluate((span) => getComputedStyle(span).backgroundColor)).not.toBe("rgba(0, 0, 0, 0)");
    await page.mouse.move(5, 5);
    await expect.poll(marked).toEqual([]);
    await row(page, "Alibaba").focus();
    await page.keyboard.press("ArrowDown");
    await expect.poll(async () => (await marked()).join(" ")).toContain("ByteDance");
  });
});

test.describe("From the text", () => {
  test.beforeEach(({ page }) => openDemo(page));
  const link = (page, name) => page.locator(".body a.datum", { hasText: name }).first();

  for (const [way, follow] of Object.entries({
    "a click": (link) => link.click(),
    Enter: async (link, page) => {
      await link.focus();
      await page.keyboard.press("Enter");
    },
  })) {
    test(`${way} on a figure leads to its row: focus, line, in view`, async ({ page }) => {
      await centre(link(page, "over 380 billion yuan"));
      await expect(row(page, "Alibaba").first()).not.toBeInViewport();
      await follow(link(page, "over 380 billion yuan"), page);
      await expect.poll(() => hasFocus(row(page, "Alibaba").first())).toBe(true);
      await expect(row(page, "Alibaba").first()).toBeInViewport({ ratio: 1 });
      await expect(reading(page)).toContainText("Alibaba");
      await expect(reading(page)).toBeInViewport({ ratio: 1 });
      expect(new URL(page.url()).hash).toBe("");
      for (let count = 0; count < 2; count += 1) {
        await follow(link(page, "$65 billion"), page);
        await expect.poll(() => hasFocus(row(page, "Meta").first())).toBe(true);
        await expect(reading(page)).toContainText("Meta");
      }
    });

    test(`${way} on the figure of a company that is left out takes it in`, async ({ page }) => {
      await openPanel(page);
      await page.getByRole("checkbox", { name: "Meta" }).uncheck();
      await expect(row(page, "Meta")).toHaveCount(0);
      await follow(link(page, "$65 billion"), page);
      await expect(page.getByRole("checkbox", { name: "Meta" })).toBeChecked();
      await expect.poll(() => hasFocus(row(page, "Meta").first())).toBe(true);
      await expect(reading(page)).toContainText("Meta");
    });
  }

  test("Escape closes the line, then leads back to the figure, once", async ({ page }) => {
    await link(page, "$80 billion").focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => hasFocus(row(page, "Microsoft").first())).toBe(true);
    await expect(reading(page)).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(reading(page)).toHaveCount(0);
    expect(await hasFocus(row(page, "Microsoft").first())).toBe(true);
    await page.keyboard.press("Escape");
    await expect.poll(() => hasFocus(link(page, "$80 billion"))).toBe(true);
    await expect(link(page, "$80 billion")).toBeInViewport();
    await row(page, "Microsoft").first().focus();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    expect(await hasFocus(row(page, "Microsoft").first())).toBe(true);
  });

  test("a figure that is followed before the article is alive leads there, too", async ({ page }) => {
    await page.goto("/index.html");
    await link(page, "over 380 billion yuan").click();
    await expect.poll(() => hasFocus(row(page, "Alibaba").first())).toBe(true);
    await expect(row(page, "Alibaba").first()).toBeInViewport();
    await expect(reading(page)).toContainText("Alibaba");
  });
});

test.describe("Under a finger", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 760 } });
  test.beforeEach(async ({ page }) => {
    await openTotals(page);
    await centre(row(page, "Alibaba"));
  });

  test("a tap reads a mark, a tap on another moves the line, and a tap outside closes it", async ({ page }) => {
    for (const [name, fact] of [
      ["Meta", "Source: Meta"],
      ["Microsoft", "fiscal year 2025 (July 2024 – June 2025)"],
      ["ByteDance", "150 billion yuan"],
    ]) {
      await row(page, name).tap();
      await expect(reading(page).locator("strong")).toHaveText(name);
      await expect(reading(page)).toContainText(fact);
      expect(await highlighted(page)).toEqual(["Alibaba"]);
    }
    // It does not go by itself.
    await page.waitForTimeout(600);
    await expect(reading(page)).toBeVisible();
    await page.locator(".body > p").first().tap();
    await expect(reading(page)).toHaveCount(0);
  });

  test("a tap on the line leaves it open", async ({ page }) => {
    await row(page, "Microsoft").tap();
    await expect(reading(page)).toContainText("Microsoft");
    await reading(page).tap();
    await page.waitForTimeout(400);
    await expect(reading(page)).toContainText("Microsoft");
  });

  test("a finger that scrolls opens nothing", async ({ page }) => {
    const { x, y } = await row(page, "Alibaba").boundingBox();
    const client = await page.context().newCDPSession(page);
    const before = await page.evaluate(() => scrollY);
    const touch = (type, ...points) => client.send("Input.dispatchTouchEvent", { type, touchPoints: points.map((y) => ({ x: x + 60, y })) });
    await touch("touchStart", y + 20);
    for (let step = 1; step < 10; step += 1) {
      await touch("touchMove", y + 20 - step * 15);
      await page.waitForTimeout(20);
    }
    await touch("touchEnd");
    await client.detach();
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before);
    await page.waitForTimeout(400);
    await expect(reading(page)).toHaveCount(0);
    expect(await highlighted(page)).toEqual(["Alibaba"]);
  });

  test("what can be pressed is at least 24 px high and wide", async ({ page }) => {
    const small = () => figure(page).evaluate((figure) =>
      [...figure.querySelectorAll("input, select, button, summary, .row")]
        // A box is pressed with its label.
        .map((element) => (element.type === "checkbox" ? element.closest("label") : element))
        .map((element) => ({ element, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
        .map(({ element }) => element.outerHTML),
    );
    await openPanel(page, "Image");
    expect(await small()).toEqual([]);
    await openPanel(page);
    expect(await small()).toEqual([]);
  });
});

test.describe("A mark under a finger that also has a mouse", () => {
  test("is read by both, one after the other", async ({ browser, baseURL }) => {
    const context = await browser.newContext({ baseURL, hasTouch: true, viewport: { width: 800, height: 800 } });
    const page = await context.newPage();
    await openTotals(page);
    await centre(figure(page));
    await row(page, "Meta").tap();
    await expect(reading(page)).toContainText("Meta");
    await pointAt(page, row(page, "ByteDance"));
    await expect(reading(page)).toContainText("ByteDance");
    await context.close();
  });
});

/** Facts that need room: long words, long names of periods, and an address. */
const LONG = documentOf([
  commitment("a", "An Infrastructure Company with a Long Name", 380, {
    amount: { value: 380, scale: "billion", currency: "USD", hedge: "over" },
    equivalents: [{ value: "2.7", scale: "trillion", currency: "CNY", hedge: "about" }],
    period: { start: "2025-02-24", years: 3 },
    purpose: "Data centres, networks and chips, among them WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
    source: "A statement at https://example.org/investors/statements/2025/capital-expenditure-for-infrastructure.html",
  }),
  commitment("b", "Short", 12, { purpose: "Chips" }),
  commitment("c", "Middle", 5, { purpose: "iiii ".repeat(40).trim(), source: "Reports" }),
]);

for (const width of [320, 390, 768, 1280]) {
  test.describe(`What opens covers nothing, ${width} px wide`, () => {
    test.use({ viewport: { width, height: 2_000 } });

    for (const [what, open] of Object.entries({
      "the demonstration": (page) => openDemoChart(page),
      "long facts": (page) => openChart(page, LONG),
    })) {
      test(`no line about a mark needs more than its place, and nothing moves: ${what}`, async ({ page }) => {
        test.slow();
        await open(page);
        for (const form of FORMS) {
          for (const view of form === "Timeline" ? ["Timeline"] : VIEWS) {
            await choose(page, form);
            if (form !== "Timeline") await choose(page, view);
            await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
            await press(page, "Escape");
            await expect(reading(page)).toHaveCount(0);
            // All of it is in the window, so that nothing scrolls.
            await figure(page).evaluate((figure) => scrollBy({ top: Math.round(figure.getBoundingClientRect().top) - 20, behavior: "instant" }));
            const before = await places(page);
            const count = await page.locator(".row").count();
            for (let index = 0; index < count; index += 1) {
              const one = page.locator(".row").nth(index);
              const state = `${form}, ${view}, ${index}`;
              // A script's focus counts as one by keyboard if the last one did.
              await one.focus();
              await expect(page.locator(".row[data-read]").first()).toBeVisible();
              await expect(reading(page).locator("strong")).toHaveText((await one.locator(".row-name").textContent()).trim());
              expect(await places(page), state).toEqual(before);
              const { line, place, covered } = await figure(page).evaluate((figure) => {
                const box = (element) => element.getBoundingClientRect().toJSON();
                const line = figure.querySelector(".reading");
                const range = document.createRange();
                range.selectNodeContents(line);
                const words = range.getBoundingClientRect();
                const is = (other) => other.width && other.left < words.right - 0.5 && words.left < other.right - 0.5 && other.top < words.bottom - 0.5 && words.top < other.bottom - 0.5;
                const others = [...figure.querySelectorAll(".chart-title, .row, .row-name, .label, .mark, .panel-heading, button, input, select, summary, .chart-notes")];
                return {
                  line: words.toJSON(),
                  place: box(figure.querySelector(".chart-reading")),
                  covered: others.filter((other) => is(other.getBoundingClientRect())).map((other) => other.outerHTML.slice(0, 80)),
                };
              });
              expect(covered, state).toEqual([]);
              expect(line.top, state).toBeGreaterThanOrEqual(place.top - 1);
              expect(line.bottom, state).toBeLessThanOrEqual(place.bottom + 1);
              expect(line.left, state).toBeGreaterThanOrEqual(place.left - 1);
              expect(line.right, state).toBeLessThanOrEqual(place.right + 1);
            }
          }
        }
      });
    }
  });
}

/** Where the parts of the chart are, below its top, and how large. */
const places = (page) =>
  figure(page).evaluate((figure) => {
    const { top, left } = figure.getBoundingClientRect();
    const parts = [figure, ...figure.querySelectorAll(".chart-title, .chart-reading, .plot-frame, .row, .label, .mark, .chart-controls, .chart-explore, .chart-notes, .chart-foot")];
    return parts.map((part) => {
      const box = part.getBoundingClientRect();
      return [part.getAttribute("class"), box.left - left, box.top - top, box.width, box.height].join(" ");
    });
  });

test.describe("A drawing that is taller than the window", () => {
  test.use({ viewport: { width: 390, height: 600 } });

  test("has the line in view whatever row is read, and the row is never under it", async ({ page }) => {
    await openChart(page, documentOf(many(20)));
    await row(page, "Company 0").first().focus();
    for (const key of [...Array(19).fill("ArrowDown"), ...Array(19).fill("ArrowUp")]) {
      await press(page, key);
      const name = await focused(page);
      await expect(reading(page).locator("strong")).toHaveText(name);
      await expect(reading(page)).toBeInViewport({ ratio: 1 });
      const [line, read] = await page.locator("article-widget").evaluate((widget) =>
        [".chart-reading", ".row:focus"].map((selector) => widget.shadowRoot.querySelector(selector).getBoundingClientRect().toJSON()),
      );
      expect(overlap(line, read), `${key}, ${name}`).toBe(false);
      expect(read.bottom, `${key}, ${name}`).toBeLessThanOrEqual(600.5);
    }
  });
});
