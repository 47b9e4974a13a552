// Tables that are wider than their place: a shade says on which side there is more, and the keyboard scrolls them.

import { expect, test } from "@playwright/test";
import { openDemoChart } from "./chart.mjs";
import { MODULE, answer, changed, element, expectEvents, openPage, settle } from "./support.mjs";

const columns = (count) => Array.from({ length: count }, (_, place) => ({ title: `Column ${place}` }));
const table = (count) => ({ table: { caption: "Many columns", columns: columns(count), rows: [columns(count).map(() => "Unbroken-words-of-a-cell")] } });

/** Opens an article with such a table in its text. */
async function openTable(page, count, language = "en") {
  await answer(page, changed((document) => Object.assign(document, { language, body: [table(count), ...document.body] })));
  await openPage(page, element('src="articles/alibaba-ai-investment.json" loading="eager"') + MODULE, "<style>body { margin: 0; }</style>");
  await expectEvents(page, { ready: 1 });
}

/** How dark the frame is at its left and right edge, in the row of its caption: the sum of the colours' channels. */
async function edges(page, frame) {
  const { x, y, width } = await frame.boundingBox();
  const light = [];
  for (const left of [x + 1, x + width - 3]) {
    const picture = await page.screenshot({ clip: { x: Math.round(left), y: Math.round(y + 3), width: 1, height: 1 } });
    light.push(
      await page.evaluate(async (data) => {
        const image = new Image();
        image.src = `data:image/png;base64,${data}`;
        await image.decode();
        const canvas = new OffscreenCanvas(1, 1).getContext("2d");
        canvas.drawImage(image, 0, 0);
        return canvas.getImageData(0, 0, 1, 1).data.slice(0, 3).reduce((sum, channel) => sum + channel);
      }, picture.toString("base64")),
    );
  }
  return light;
}

const scrollTo = async (page, frame, left) => {
  await frame.evaluate((frame, left) => frame.scrollTo(left, 0), left);
  await settle(page);
};

for (const language of ["en", "ps"]) {
  test(`A shade stands where there is more: ${language}`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 800 });
    await openTable(page, 6, language);
    const frame = page.locator(".body > .table-frame");
    await frame.scrollIntoViewIfNeeded();
    const end = language === "ps" ? -5000 : 5000;
    const [near, far] = language === "ps" ? [1, 0] : [0, 1];
    const start = await edges(page, frame);
    expect(start[far]).toBeLessThan(start[near] - 40);
    await scrollTo(page, frame, end / 50);
    const middle = await edges(page, frame);
    expect(middle[near]).toBeLessThan(start[near] - 40);
    expect(middle[far]).toBeLessThan(start[near] - 40);
    await scrollTo(page, frame, end);
    const last = await edges(page, frame);
    expect(last[far]).toBe(start[near]);
    expect(last[near]).toBeLessThan(start[near] - 40);
  });
}

test("A table that fits has no shade", async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 800 });
  await openTable(page, 2);
  const frame = page.locator(".body > .table-frame");
  await frame.scrollIntoViewIfNeeded();
  const [left, right] = await edges(page, frame);
  expect(left).toBe(right);
});

test("The keyboard scrolls the table of a chart, which has a name", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await openDemoChart(page);
  await page.getByText("Table", { exact: true }).click();
  const frame = page.locator(".chart-data .table-frame");
  await expect(frame).toHaveAccessibleName(/Third in total/);
  await frame.focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => frame.evaluate((frame) => frame.scrollLeft)).toBeGreaterThan(20);
});
