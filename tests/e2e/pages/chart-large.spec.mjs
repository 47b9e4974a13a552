// Charts of a thousand and of ten thousand commitments: they are found, shown and compared all the same.

import { expect, test } from "@playwright/test";
import { announced, choose, described, documentOf, many, openChart, ranking, reading, row, rows } from "./chart.mjs";
import { openPanel, sortBy, takeAway } from "./support.mjs";
import { readFile } from "node:fs/promises";

const search = (page) => page.getByRole("searchbox", { name: "Find a company" });
const more = (page) => page.getByRole("button", { name: "Show more" });

test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: "reduce" }));

for (const count of [1_000, 10_000]) {
  test.describe(`${count} commitments`, () => {
    test.beforeEach(async ({ page }) => {
      test.slow();
      await openChart(page, documentOf(many(count)));
    });

    test("begin with the first twenty, and say how many there are", async ({ page }) => {
      await expect(page.locator(".row")).toHaveCount(20);
      await expect(more(page)).toHaveText(`20 of ${count.toLocaleString("en")} are shown. Show more`);
      await expect(described(page)).toContainText(`${(count - 20).toLocaleString("en")} more`);
      expect((await described(page).textContent()).length).toBeLessThan(2_000);
      expect((await ranking(page))[0]).toMatch(/^Company 0 /);
    });

    test("more come on demand, in the chart and in the table", async ({ page }) => {
      await more(page).click();
      await expect(page.locator(".row")).toHaveCount(1_000);
      await expect(page.locator("tbody tr")).toHaveCount(1_000);
      if (count > 1_000) {
        await expect(more(page)).toHaveText(`1,000 of ${count.toLocaleString("en")} are shown. Show more`);
        await more(page).click();
        await expect(page.locator(".row")).toHaveCount(2_000);
      } else {
        await expect(more(page)).toHaveCount(0);
      }
      // They can be walked through, to the end.
      await row(page, "Company 0").first().focus();
      await page.keyboard.press("End");
      await expect(reading(page)).toContainText(`Company ${count > 1_000 ? 1_999 : 999}`);
      await expect(reading(page)).toBeInViewport();
      await page.keyboard.press("Home");
      await expect(reading(page)).toContainText("Company 0");
    });

    test("a search finds the last one, takes its time, and can be cleared", async ({ page }) => {
      const last = `Company ${count - 1}`;
      await search(page).pressSequentially(last.toLowerCase());
      await expect.poll(async () => (await rows(page)).map(({ name }) => name)).toEqual([last]);
      await expect(search(page)).toBeFocused();
      await expect(announced(page)).toContainText(`1 of ${count.toLocaleString("en")} companies`);
      await search(page).fill("nobody");
      await expect(page.locator(".row")).toHaveCount(0);
      await expect(page.locator(".plot-frame")).toContainText("No company to show: change the search, or show all.");
      await expect(announced(page)).toContainText(`0 of ${count.toLocaleString("en")} companies`);
      await search(page).fill("");
      await expect(page.locator(".row")).toHaveCount(20);
    });

    test("every choice works, also on all that a press shows", async ({ page }) => {
      await choose(page, "Per year");
      await expect(announced(page)).toContainText("per year");
      await choose(page, "Ratio");
      await expect.poll(async () => (await rows(page))[0].label).toBe("1×");
      await choose(page, "Timeline");
      await choose(page, "Bars");
      await sortBy(page, "Smallest first");
      await expect.poll(async () => (await rows(page))[0].name).toBe(`Company ${count - 1}`);
      await more(page).click();
      await expect(page.locator(".row")).toHaveCount(1_000);
      await sortBy(page, "Largest first");
      await expect.poll(async () => (await rows(page))[0].name).toBe("Company 0");
      // No row of the thousand moves.
      expect(await page.locator(".plot").evaluate((plot) => plot.getAnimations({ subtree: true }).length)).toBe(0);
      await choose(page, "Total");
      await expect(announced(page)).toContainText("Total");
    });

    test("lists offer those that are found, and what is chosen", async ({ page }) => {
      await openPanel(page);
      const boxes = page.getByRole("group", { name: "Companies" }).getByRole("checkbox");
      await expect(boxes).toHaveCount(50);
      await search(page).fill(`Company ${count - 1}`);
      await expect(boxes).toHaveCount(1);
      await page.getByLabel("Highlight").selectOption({ label: `Company ${count - 1}` });
      await boxes.first().uncheck();
      await expect(page.locator(".row")).toHaveCount(0);
      await boxes.first().check();
      await search(page).fill("");
      // The highlighted one has its row, although it is the last of all.
      await expect(page.locator(".row")).toHaveCount(21);
      await expect(page.locator('.row[aria-current="true"]')).toContainText(`Company ${count - 1}`);
    });

    test("the data hold them all, the rows beyond the last included", async ({ page }) => {
      const csv = String(await readFile(await (await takeAway(page, "Data")).path()));
      expect(csv.trimEnd().split("\r\n")).toHaveLength(count + 1);
    });
  });
}

test("Twenty need no search, and twenty-one have one", async ({ page }) => {
  await openChart(page, documentOf(many(20)));
  await expect(search(page)).toHaveCount(0);
  await expect(more(page)).toHaveCount(0);
  const other = await page.context().newPage();
  await openChart(other, documentOf(many(21)));
  await expect(search(other)).toBeVisible();
  await expect(more(other)).toHaveText("20 of 21 are shown. Show more");
});

test("A figure in the text leads to the row of a company that is not shown", async ({ page }) => {
  const body = [{ paragraph: ["The smallest plan is ", { datum: { of: "c499" } }, "."] }, { chart: "spend" }];
  await openChart(page, documentOf(many(500), { body }));
  await search(page).fill("Company 1");
  await page.locator(".body a.datum").click();
  await expect(row(page, "Company 499")).toBeFocused();
  await expect(row(page, "Company 499")).toBeInViewport();
  await expect(search(page)).toHaveValue("");
  await expect(page.locator(".row")).toHaveCount(21);
});
