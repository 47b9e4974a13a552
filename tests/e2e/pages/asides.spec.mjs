// Pull quotes: beyond the text between paragraphs, inside an aside, and never outside of the widget.

import { expect, test } from "@playwright/test";
import { documentOf } from "./chart.mjs";
import { MODULE, answer, element, expectEvents, openPage } from "./support.mjs";

const quote = { "pull-quote": { text: "Those who build the grid decide who may use it, and at what price.", attribution: "An engineer" } };
const WORDS = "A paragraph of some length, which fills more than one line of a narrow column. ".repeat(2);

const document = (language) =>
  documentOf([], {
    language,
    body: [{ paragraph: WORDS }, quote, { paragraph: WORDS }, { aside: { title: "Beside it", body: [{ paragraph: WORDS }, quote] } }],
    charts: [],
    related: [],
  });

for (const language of ["en", "ps"]) {
  test(`A pull quote keeps to its place at every width, ${language}`, async ({ page }) => {
    await answer(page, document(language));
    await openPage(page, element('src="articles/alibaba-ai-investment.json" loading="eager"') + MODULE, "<style>body { margin: 0; }</style>");
    await expectEvents(page, { ready: 1 });
    // At 702 and 756 px they begin to have room beside the text of 684 px.
    for (const width of [320, 690, 702, 740, 757, 768, 1280]) {
      await test.step(`${width} px`, async () => {
        await page.setViewportSize({ width, height: 800 });
        const boxes = await page.locator("article-widget").evaluate((widget) => {
          const box = (part) => {
            const { left, right, top, bottom } = widget.shadowRoot.querySelector(part).getBoundingClientRect();
            return { left, right, top, bottom };
          };
          return { text: box(".body > p"), beside: box(".body > .pull-quote"), aside: box(".aside"), inside: box(".aside .pull-quote") };
        });
        const { text, beside, aside, inside } = boxes;
        expect(beside.left).toBeGreaterThanOrEqual(0);
        expect(beside.right).toBeLessThanOrEqual(width);
        expect(beside.right - beside.left).toBeGreaterThanOrEqual(text.right - text.left);
        if (width >= 768) expect(beside.left).toBeLessThan(text.left - 20);
        expect(inside.left).toBeGreaterThan(aside.left + 10);
        expect(inside.right).toBeLessThan(aside.right - 10);
        expect(inside.bottom).toBeLessThan(aside.bottom);
        expect(await page.evaluate(() => globalThis.document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      });
    }
  });
}
