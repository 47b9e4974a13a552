// The chart under keys, pointers and fingers: its marks, their tips, the figures in the text that lead to
// them, and what screen readers are told.

import { expect, test } from "@playwright/test";
import { announced, centre, choose, figure, openDemoChart, overlap, pointAt, row, rows, subtitle, tip } from "./chart.mjs";
import { hasFocus, openDemo, openPanel, settle, sortBy, tabTo } from "./support.mjs";

const NAMES = ["Microsoft", "Meta", "Alibaba", "ByteDance"];
const focused = (page) => page.evaluate(() => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element?.closest(".row")?.querySelector(".row-name").textContent.trim() ?? element?.className ?? "";
});
const press = async (page, ...keys) => {
  for (const key of keys) await page.keyboard.press(key);
};
/** What the open tip says, term by term. */
const terms = (page) =>
  tip(page).evaluate((tip) => Object.fromEntries([...tip.querySelectorAll("dl > div")].map((line) => [line.querySelector("dt").textContent, line.querySelector("dd").textContent])));

test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: "reduce" }));

test.describe("By keyboard", () => {
  test.beforeEach(({ page }) => openDemoChart(page));

  test("one stop leads into the marks and one out of them", async ({ page }) => {
    await tabTo(page, page.getByRole("button", { name: "Options" }));
    await press(page, "Tab");
    expect(await focused(page)).toBe("Microsoft");
    await press(page, "Tab");
    expect(NAMES).not.toContain(await focused(page));
    await expect(page.locator(".row[tabindex='0']")).toHaveCount(1);
    await press(page, "Shift+Tab");
    expect(await focused(page)).toBe("Microsoft");
    await press(page, "Shift+Tab");
    expect(await hasFocus(page.getByRole("button", { name: "Options" }))).toBe(true);
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
      await expect(tip(page)).toContainText(name);
    }
    // The stop is where the reader has been last.
    await press(page, "End", "Tab");
    await press(page, "Shift+Tab");
    expect(await focused(page)).toBe("ByteDance");
  });

  test("the arrows follow the order that the reader has chosen", async ({ page }) => {
    await sortBy(page, "Name, A to Z");
    await tabTo(page, row(page, "Alibaba"));
    for (const name of ["ByteDance", "Meta", "Microsoft"]) {
      await press(page, "ArrowDown");
      await expect.poll(() => focused(page)).toBe(name);
    }
  });

  test("Enter and the space bar highlight a mark, and take that back", async ({ page }) => {
    const meta = row(page, "Meta");
    await tabTo(page, row(page, "Microsoft"));
    await press(page, "ArrowDown");
    for (const key of ["Enter", "Space"]) {
      await expect(meta).toHaveAttribute("aria-pressed", "false");
      await press(page, key);
      await expect(meta).toHaveAttribute("aria-pressed", "true");
      await expect(page.locator('.row[aria-pressed="true"]')).toHaveCount(1);
      await press(page, key);
      await expect(meta).toHaveAttribute("aria-pressed", "false");
    }
    const { scrollY } = await page.evaluate(() => ({ scrollY }));
    await press(page, "Space");
    expect(await page.evaluate(() => scrollY), "the page stays").toBe(scrollY);
  });

  test("the tip of the mark that has the focus is its description", async ({ page }) => {
    await tabTo(page, row(page, "Microsoft"));
    await expect(tip(page)).toBeVisible();
    await expect(row(page, "Microsoft")).toHaveAccessibleDescription(/\$80 billion.*planned/s);
    await press(page, "ArrowDown");
    await expect(row(page, "Meta")).toHaveAccessibleDescription(/\$65 billion/);
    await expect(row(page, "Microsoft")).toHaveAccessibleDescription("");
    await expect(tip(page)).toHaveCount(1);
    await press(page, "Tab");
    await expect(tip(page)).toHaveCount(0);
  });

  test("Escape closes the tip, and the focus stays", async ({ page }) => {
    await tabTo(page, row(page, "Microsoft"));
    await expect(tip(page)).toBeVisible();
    await press(page, "Escape");
    await expect(tip(page)).toHaveCount(0);
    expect(await focused(page)).toBe("Microsoft");
    await press(page, "ArrowDown");
    await expect(tip(page)).toContainText("Meta");
  });

  test("keys that are no business of the chart's go their way", async ({ page }) => {
    await page.evaluate(() => {
      window.keys = [];
      addEventListener("keydown", ({ key, defaultPrevented }) => window.keys.push(`${key} ${defaultPrevented}`));
    });
    await tabTo(page, row(page, "Microsoft"));
    await page.evaluate(() => (window.keys = []));
    await press(page, "a", "PageDown", "Escape", "Escape");
    // The first Escape closes the tip; the second is another's.
    expect(await page.evaluate(() => window.keys)).toEqual(["a false", "PageDown false", "Escape false"]);
    for (const key of ["Control+ArrowDown", "Alt+ArrowLeft", "Meta+ArrowDown"]) {
      await row(page, "Microsoft").focus();
      await press(page, key);
      expect(await focused(page), `${key} is the browser's or the system's`).toBe("Microsoft");
    }
  });

  test("every control is reached in the order of the page, and works", async ({ page }) => {
    const radio = (name) => page.getByRole("radio", { name, exact: true });
    await tabTo(page, radio("Bars"));
    await press(page, "ArrowRight", "ArrowRight");
    await expect(radio("Ratio")).toBeChecked();
    await expect(subtitle(page)).toContainText("multiple");
    await press(page, "Tab");
    expect(await hasFocus(radio("Total"))).toBe(true);
    await press(page, "ArrowRight");
    await expect(radio("Per year")).toBeChecked();
    await press(page, "Tab");
    expect(await hasFocus(radio("US dollars"))).toBe(true);
    await press(page, "ArrowDown");
    await expect(radio("Yuan")).toBeChecked();
    expect(await hasFocus(radio("Yuan"))).toBe(true);
    await press(page, "Tab");
    expect(await hasFocus(page.getByRole("button", { name: "Options" }))).toBe(true);
    await press(page, "Enter");
    for (const name of ["Sort by", "Baseline of ratios", "Highlight"]) {
      await press(page, "Tab");
      expect(await hasFocus(page.getByLabel(name)), name).toBe(true);
    }
    await page.keyboard.type("None");
    await expect(row(page, "Alibaba")).toHaveAttribute("aria-pressed", "false");
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
    await tabTo(page, page.getByRole("button", { name: "Download" }));
    await press(page, "Enter");
    for (const name of ["Data (CSV)", "Picture (SVG)", "Picture (PNG)", "Print"]) {
      await press(page, "Tab");
      expect(await hasFocus(page.getByRole("button", { name, exact: true })), name).toBe(true);
    }
  });

  test("in the table, too, everything that a mouse shows can be had", async ({ page }) => {
    await tabTo(page, row(page, "Microsoft"));
    for (const name of NAMES) {
      const said = await terms(page);
      const line = (await page.locator("tbody tr").filter({ hasText: name }).textContent()).trim();
      for (const term of ["As stated", "Per year", "Period", "Status", "Purpose", "Source"]) expect(line).toContain(said[term]);
      await press(page, "ArrowDown");
      await settle(page);
    }
  });
});

test.describe("To assistive technology", () => {
  test.beforeEach(({ page }) => openDemoChart(page));

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
    expect(lines.filter((line) => /^- button.*\[pressed\]/.test(line))).toHaveLength(1);
    // The arrows of the buttons that open something are no words.
    expect(lines).toContain('- button "Options"');
    expect(lines.some((line) => /^- 'figure "Third in total/.test(line))).toBe(true);
    // The lines and labels of the axis say nothing by themselves.
    expect(snapshot).not.toMatch(/text: .*\$60bn/);
  });

  test("controls are native, in named groups", async ({ page }) => {
    for (const [group, names] of Object.entries({
      "Show as": ["Bars", "Timeline", "Ratio"],
      Compare: ["Total", "Per year"],
      Currency: ["US dollars", "Yuan"],
    })) {
      const radios = page.getByRole("group", { name: group }).getByRole("radio");
      await expect(radios).toHaveCount(names.length);
      for (const [index, name] of names.entries()) await expect(radios.nth(index)).toHaveAccessibleName(name);
    }
    await openPanel(page, "Options");
    for (const name of ["Sort by", "Baseline of ratios", "Highlight"]) await expect(page.getByLabel(name)).toHaveRole("combobox");
    await expect(page.getByRole("group", { name: "Companies" }).getByRole("checkbox")).toHaveCount(4);
    await expect(page.locator('[role="application"]')).toHaveCount(0);
  });

  test("a choice is announced: form, basis, currency, order; nothing at first, nor for what is not shown", async ({ page }) => {
    await expect(announced(page)).toHaveAttribute("aria-live", "polite");
    await expect(announced(page)).toHaveText("");
    await openPanel(page, "Options");
    await row(page, "Meta").click();
    await expect(row(page, "Meta")).toHaveAttribute("aria-pressed", "true");
    await expect(announced(page)).toHaveText("");
    for (const [act, said] of [
      [() => choose(page, "Per year"), "Commitment per year, in US dollars, largest first. First Microsoft $80bn, last Alibaba about $17.7bn."],
      [() => choose(page, "Yuan"), "Commitment per year, in yuan, largest first. First Microsoft ¥581bn (converted), last Alibaba about ¥127bn."],
      [() => sortBy(page, "Name, A to Z"), "Commitment per year, in yuan, from A to Z. First Alibaba about ¥127bn, last Microsoft ¥581bn (converted)."],
      [() => choose(page, "Ratio"), "Commitment per year, as a multiple of Alibaba’s, from A to Z. First Alibaba about × 1, last Microsoft about × 4.6 (converted)."],
      [() => choose(page, "Timeline"), /^Commitment per year, in yuan, as height.*First Alibaba/],
    ]) {
      await act();
      await expect(announced(page)).toHaveText(said);
    }
  });

  test("it is one and the same place that announces, and nothing else does", async ({ page }) => {
    await announced(page).evaluate((place) => (window.place = place));
    for (const name of ["Per year", "Ratio", "Total"]) await choose(page, name);
    expect(await announced(page).evaluate((place) => place === window.place)).toBe(true);
    await expect(page.locator("figure.chart [aria-live], figure.chart [role=status], figure.chart [role=alert]")).toHaveCount(1);
  });
});

test.describe("Under a mouse", () => {
  test.beforeEach(async ({ page }) => {
    await page.setViewportSize({ width: 1024, height: 900 });
    await openDemoChart(page);
    await centre(figure(page));
  });

  for (const [name, said] of Object.entries({
    Microsoft: { "As stated": "$80 billion", "Per year": "$80bn", Period: "fiscal year 2025 (July 2024 – June 2025)", Status: "planned", Purpose: "AI data centres", Source: "Microsoft’s plan" },
    Alibaba: { "As stated": "over 380 billion yuan (about $53 billion)", "Per year": "about $17.7bn", Period: "three years from February 2025", Status: "announced", Source: "Alibaba’s announcement" },
    ByteDance: { "As stated": "150 billion yuan", Converted: "$20.7bn (converted)", "Per year": "$20.7bn (converted)", Period: "2025", Status: "reportedly planned", Source: "Reports" },
  })) {
    test(`the tip of ${name} says all that is known of it, beside its mark`, async ({ page }) => {
      await pointAt(page, row(page, name));
      await expect(tip(page)).toBeVisible();
      await expect(tip(page).locator(".tip-title")).toHaveText(name);
      const found = await terms(page);
      expect(found).toMatchObject(said);
      expect("Converted" in found).toBe("Converted" in said);
    });
  }

  test("the tip has the currency of the chart, and the multiple in a ratio", async ({ page }) => {
    await choose(page, "Ratio");
    await choose(page, "Yuan");
    await centre(figure(page));
    await pointAt(page, row(page, "Microsoft"));
    await expect(tip(page)).toBeVisible();
    expect(await terms(page)).toMatchObject({ "As stated": "$80 billion", Converted: "¥581bn (converted)", Multiple: "about × 1.5 (converted), compared with Alibaba" });
  });

  for (const width of [320, 768, 1280]) {
    for (const form of ["Bars", "Timeline"]) {
      test(`no tip covers its own mark or label, nor leaves the window, ${width} px wide, ${form.toLowerCase()}`, async ({ page }) => {
        await page.setViewportSize({ width, height: 700 });
        await choose(page, form);
        for (const name of NAMES) {
          for (const block of ["start", "center", "end"]) {
            await page.mouse.move(0, 0);
            await expect(tip(page)).toHaveCount(0);
            await row(page, name).evaluate((row, block) => row.scrollIntoView({ block, behavior: "instant" }), block);
            await pointAt(page, row(page, name));
            await expect(tip(page).locator(".tip-title")).toHaveText(name);
            const box = await tip(page).boundingBox();
            for (const part of [".mark", ".label"]) {
              expect(overlap(box, await row(page, name).locator(part).first().boundingBox(), 1), `${name}, ${block}: ${part}`).toBe(false);
            }
            expect(box.x, name).toBeGreaterThanOrEqual(0);
            expect(box.x + box.width, name).toBeLessThanOrEqual(width);
          }
        }
      });
    }
  }

  test("the tip opens below, and above where the window ends", async ({ page }) => {
    const meta = row(page, "Meta");
    const [below, above] = [[], []];
    for (const [block, list] of [["start", below], ["end", above]]) {
      await page.mouse.move(0, 0);
      await expect(tip(page)).toHaveCount(0);
      await meta.evaluate((row, block) => row.scrollIntoView({ block, behavior: "instant" }), block);
      await pointAt(page, meta);
      await expect(tip(page).locator(".tip-title")).toHaveText("Meta");
      list.push(await tip(page).boundingBox(), await meta.boundingBox());
    }
    expect(below[0].y).toBeGreaterThanOrEqual(below[1].y + below[1].height - 1);
    expect(above[0].y + above[0].height).toBeLessThanOrEqual(above[1].y + 1);
    expect(above[0].y).toBeGreaterThanOrEqual(0);
    expect(above[0].y + above[0].height).toBeLessThanOrEqual(900);
  });

  test("the tip stays while the pointer goes to it and rests on it", async ({ page }) => {
    await pointAt(page, row(page, "Microsoft"));
    await expect(tip(page)).toBeVisible();
    const { x, y, width, height } = await tip(page).boundingBox();
    await page.mouse.move(x + width / 2, y + height / 2, { steps: 12 });
    // Longer than a tip outlasts what it belongs to.
    await page.waitForTimeout(600);
    await expect(tip(page)).toContainText("Microsoft");
    await page.mouse.move(x + width / 2 + 3, y + height / 2 + 3, { steps: 3 });
    await page.waitForTimeout(400);
    await expect(tip(page)).toContainText("Microsoft");
  });

  test("the tip follows the pointer to another row, and goes when the pointer leaves", async ({ page }) => {
    await pointAt(page, row(page, "ByteDance"));
    await expect(tip(page)).toContainText("ByteDance");
    await pointAt(page, row(page, "Microsoft"));
    await expect(tip(page)).toContainText("Microsoft");
    await expect(tip(page)).toHaveCount(1);
    await page.mouse.move(5, 5, { steps: 3 });
    await expect(tip(page)).toHaveCount(0);
  });

  test("Escape closes the tip under a resting pointer, wherever the focus is", async ({ page }) => {
    await pointAt(page, row(page, "Meta"));
    await expect(tip(page)).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(tip(page)).toHaveCount(0);
    await settle(page);
    await expect(tip(page)).toHaveCount(0);
  });

  test("when the pointer leaves, the tip is that of the focus again, unless that was closed", async ({ page }) => {
    await tabTo(page, row(page, "Microsoft"));
    await expect(tip(page)).toContainText("Microsoft");
    await centre(figure(page));
    await pointAt(page, row(page, "ByteDance"));
    await expect(tip(page)).toContainText("ByteDance");
    await page.mouse.move(5, 5, { steps: 3 });
    await expect(tip(page)).toContainText("Microsoft");
    await press(page, "Escape");
    await expect(tip(page)).toHaveCount(0);
    const { x, y } = await page.locator(".plot-frame").boundingBox();
    await page.mouse.move(x + 5, y + 2, { steps: 2 });
    await page.mouse.move(5, 5, { steps: 3 });
    await page.waitForTimeout(400);
    await expect(tip(page)).toHaveCount(0);
  });

  test("a press elsewhere closes the tip, on the chart and on the page", async ({ page }) => {
    for (const elsewhere of [page.locator(".chart-title"), page.locator(".page-note, .body > p").first()]) {
      await row(page, "Meta").click();
      await expect(tip(page)).toBeVisible();
      // Leaving would close it, too: the press comes without a move.
      await elsewhere.dispatchEvent("pointerdown", { bubbles: true, composed: true });
      await expect(tip(page)).toHaveCount(0);
      await page.mouse.move(5, 5);
    }
  });

  test("a click highlights and opens the tip at once", async ({ page }) => {
    await row(page, "Meta").click();
    await expect(tip(page)).toContainText("Meta");
    await expect(row(page, "Meta")).toHaveAttribute("aria-pressed", "true");
    await row(page, "Meta").click();
    await expect(row(page, "Meta")).toHaveAttribute("aria-pressed", "false");
  });

  test("nothing opens while the page scrolls under a resting pointer", async ({ page }) => {
    await page.evaluate(() => {
      window.opened = 0;
      const root = document.querySelector("article-widget").shadowRoot;
      new MutationObserver(() => (window.opened += root.querySelectorAll(".tip").length)).observe(root.querySelector(".plot-frame"), { childList: true });
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
    await expect(tip(page)).toBeVisible();
  });

  test("a pointer that only passes over opens nothing", async ({ page }) => {
    await page.evaluate(() => {
      window.opened = 0;
      const root = document.querySelector("article-widget").shadowRoot;
      new MutationObserver(() => (window.opened += root.querySelectorAll(".tip").length)).observe(root.querySelector(".plot-frame"), { childList: true });
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
        root.querySelector(".plot-frame").dispatchEvent(new PointerEvent("pointerleave"));
      },
      [x, y, height],
    );
    await page.waitForTimeout(400);
    expect(await page.evaluate(() => window.opened)).toBe(0);
  });

  test("the sentences that cite the row are marked while its tip is open, and no others", async ({ page }) => {
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
    test(`${way} on a figure leads to its row: focus, highlight, tip, in view`, async ({ page }) => {
      await centre(link(page, "over 380 billion yuan"));
      await expect(row(page, "Alibaba")).not.toBeInViewport();
      await follow(link(page, "over 380 billion yuan"), page);
      await expect.poll(() => hasFocus(row(page, "Alibaba"))).toBe(true);
      await expect(row(page, "Alibaba")).toBeInViewport({ ratio: 1 });
      await expect(row(page, "Alibaba")).toHaveAttribute("aria-pressed", "true");
      await expect(tip(page)).toContainText("Alibaba");
      expect(new URL(page.url()).hash).toBe("");
      // Once more: it stays highlighted, it is not toggled.
      await follow(link(page, "$65 billion"), page);
      await expect(row(page, "Meta")).toHaveAttribute("aria-pressed", "true");
      await follow(link(page, "$65 billion"), page);
      await expect.poll(() => hasFocus(row(page, "Meta"))).toBe(true);
      await expect(row(page, "Meta")).toHaveAttribute("aria-pressed", "true");
    });

    test(`${way} on the figure of a company that is left out takes it in`, async ({ page }) => {
      await openPanel(page, "Options");
      await page.getByRole("checkbox", { name: "Meta" }).uncheck();
      await expect(page.locator(".row")).toHaveCount(3);
      await follow(link(page, "$65 billion"), page);
      await expect(page.locator(".row")).toHaveCount(4);
      await expect(page.getByRole("checkbox", { name: "Meta" })).toBeChecked();
      await expect.poll(() => hasFocus(row(page, "Meta"))).toBe(true);
      await expect(row(page, "Meta")).toHaveAttribute("aria-pressed", "true");
    });
  }

  test("Escape closes the tip, then leads back to the figure, once", async ({ page }) => {
    await link(page, "$80 billion").focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => hasFocus(row(page, "Microsoft"))).toBe(true);
    await expect(tip(page)).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(tip(page)).toHaveCount(0);
    expect(await hasFocus(row(page, "Microsoft"))).toBe(true);
    await page.keyboard.press("Escape");
    await expect.poll(() => hasFocus(link(page, "$80 billion"))).toBe(true);
    await expect(link(page, "$80 billion")).toBeInViewport();
    await row(page, "Microsoft").focus();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    expect(await hasFocus(row(page, "Microsoft"))).toBe(true);
  });

  test("a figure that is followed before the article is alive leads there, too", async ({ page }) => {
    await page.goto("/index.html");
    await link(page, "over 380 billion yuan").click();
    await expect.poll(() => hasFocus(row(page, "Alibaba"))).toBe(true);
    await expect(row(page, "Alibaba")).toBeInViewport();
    await expect(tip(page)).toContainText("Alibaba");
  });
});

test.describe("Under a finger", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 760 } });
  test.beforeEach(async ({ page }) => {
    await openDemoChart(page);
    await centre(row(page, "Alibaba"));
  });

  test("a tap opens the tip and highlights; a tap elsewhere closes it", async ({ page }) => {
    await row(page, "Meta").tap();
    await expect(tip(page)).toContainText("$65 billion");
    await expect(row(page, "Meta")).toHaveAttribute("aria-pressed", "true");
    const box = await tip(page).boundingBox();
    expect(overlap(box, await row(page, "Meta").locator(".mark").first().boundingBox(), 1)).toBe(false);
    // It does not go by itself.
    await page.waitForTimeout(600);
    await expect(tip(page)).toBeVisible();
    await page.locator(".chart-title").tap();
    await expect(tip(page)).toHaveCount(0);
  });

  test("a tap on the tip leaves it open", async ({ page }) => {
    await row(page, "Microsoft").tap();
    await expect(tip(page)).toContainText("Microsoft");
    await tip(page).tap();
    await page.waitForTimeout(400);
    await expect(tip(page)).toContainText("Microsoft");
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
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before);
    await page.waitForTimeout(400);
    await expect(tip(page)).toHaveCount(0);
    await expect(row(page, "Alibaba")).toHaveAttribute("aria-pressed", "true");
  });

  test("what can be pressed is at least 24 px high and wide", async ({ page }) => {
    await openPanel(page, "Options");
    await openPanel(page, "Download");
    await openPanel(page, "Options");
    const small = await figure(page).evaluate((figure) =>
      [...figure.querySelectorAll("input, select, button, summary, .row .hit")]
        // A box is pressed with its label.
        .map((element) => (element.type === "checkbox" ? element.closest("label") : element))
        .map((element) => ({ element, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
        .map(({ element }) => element.outerHTML),
    );
    expect(small).toEqual([]);
  });
});

test.describe("The tip of a mark under a finger that also has a mouse", () => {
  test("is opened by both, one after the other", async ({ browser, baseURL }) => {
    const context = await browser.newContext({ baseURL, hasTouch: true, viewport: { width: 800, height: 800 } });
    const page = await context.newPage();
    await openDemoChart(page);
    await centre(figure(page));
    await row(page, "Meta").tap();
    await expect(tip(page)).toContainText("Meta");
    await pointAt(page, row(page, "ByteDance"));
    await expect(tip(page)).toContainText("ByteDance");
    await context.close();
  });
});
