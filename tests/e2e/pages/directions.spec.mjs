// Names, amounts and dates of one direction in words of the other: they stand where they stand in plain HTML, in which
// each is in a `bdi` element.

import { expect, test } from "@playwright/test";
import { commitment, documentOf, many, openChart, row } from "./chart.mjs";

const COMMITMENTS = [
  commitment("a", "Alder 24 (Energy)", 12, { period: { start: "2025-02", months: 36 }, purpose: "AI, 2 ports", source: "Alder (2025)" }),
  commitment("b", "שמש 24 (אנרגיה)", 9, { purpose: "power", status: "planned" }),
  commitment("c", "شركة الميناء 7", 4, { period: { year: 2026 }, purpose: "a port" }),
];

/**
 * Where some parts of the words of an element begin: in the page, in plain HTML with `bdi` elements, and without
 * anything that isolates them. The parts must be in the words in this order or another.
 */
function placesOf(element, parts) {
  const ISOLATES = /[\u2066-\u2069]/g;
  const SIGNS = "[\u2066-\u2069]*";
  const escaped = parts.map((part) => part.replace(ISOLATES, "").replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).filter(Boolean);
  // The longest first: one may begin like another.
  const pattern = new RegExp(escaped.sort((one, other) => other.length - one.length).join("|"), "g");

  const textsIn = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    return texts;
  };
  const places = (root) =>
    textsIn(root).flatMap((text) =>
      [...text.data.matchAll(pattern)].map((match) => {
        const range = document.createRange();
        range.setStart(text, match.index);
        range.setEnd(text, match.index + match[0].length);
        const rects = [...range.getClientRects()];
        const from = root.getBoundingClientRect();
        return { part: match[0], x: Math.round(Math.min(...rects.map(({ left }) => left)) - from.left), y: Math.round(rects[0].top - from.top) };
      }),
    );
  const copied = (change) => {
    const copy = element.cloneNode(true);
    for (const text of textsIn(copy)) {
      text.data = text.data.replace(ISOLATES, "");
      change(text);
    }
    element.after(copy);
    const found = places(copy);
    copy.remove();
    return found;
  };
  const isolated = (text) => {
    const pieces = document.createDocumentFragment();
    let end = 0;
    for (const match of text.data.matchAll(pattern)) {
      const part = document.createElement("bdi");
      part.textContent = match[0];
      pieces.append(text.data.slice(end, match.index), part);
      end = match.index + match[0].length;
    }
    pieces.append(text.data.slice(end));
    text.replaceWith(pieces);
  };
  return { here: places(element), isolated: copied(isolated), bare: copied(() => {}) };
}

for (const language of ["en", "ar", "he"]) {
  test(`an article in "${language}" with names in other scripts`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await openChart(page, documentOf(COMMITMENTS, { language }), 'loading="eager"');
    await page.locator("input[type=radio][value=total]").check();
    await row(page, "Alder").locator(".mark").first().click();
    await expect(page.locator(".reading")).toBeVisible();
    const labels = await page.locator(".row .label").allTextContents();
    const parts = [...COMMITMENTS.flatMap(({ name, purpose, source }) => [name, purpose, source]), ...labels];
    let differences = 0;
    for (const [name, locator] of Object.entries({
      "the note": page.locator(".chart-notes p").first(),
      "the description": page.locator("figure.chart > p.visually-hidden:not([aria-live])"),
      "the facts": page.locator(".reading"),
      "the first row": page.locator(".row-text").nth(0),
      "the second row": page.locator(".row-text").nth(1),
      "the third row": page.locator(".row-text").nth(2),
    })) {
      const { here, isolated, bare } = await locator.evaluate(placesOf, parts);
      expect(here.length, name).toBeGreaterThan(0);
      // From line to line and from left to right; signs without a width move letters by a fraction of a pixel.
      const order = (places) => places.toSorted((one, other) => one.y - other.y || one.x - other.x).map(({ part }) => part);
      expect(order(here), name).toEqual(order(isolated));
      here.forEach(({ x }, index) => expect(Math.abs(x - isolated[index].x), name).toBeLessThanOrEqual(2));
      if (JSON.stringify(bare) !== JSON.stringify(isolated)) differences++;
    }
    // The names would be in disorder.
    expect(differences).toBeGreaterThan(0);
  });
}

test("labels of the axis read from right to left", async ({ page }) => {
  await openChart(page, documentOf(many(9), { language: "fa" }), 'loading="eager"');
  // The sign and the number stand at the right, the word for their power of ten at the left of them.
  const places = await page.locator(".axis text").last().evaluate((label) => {
    const text = label.firstChild;
    const at = (part) => {
      const range = document.createRange();
      range.setStart(text, text.data.indexOf(part));
      range.setEnd(text, text.data.indexOf(part) + part.length);
      return range.getBoundingClientRect().left;
    };
    return { sign: at("$"), word: at("میلیارد") };
  });
  expect(places.word).toBeLessThan(places.sign);
});
