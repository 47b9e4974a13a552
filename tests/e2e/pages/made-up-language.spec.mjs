// A made-up language: each message of the widget is bracketed and a third longer. So a word outside of the brackets is not
// of the messages, and what has no room for longer words is found.

import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { DOCUMENT, MODULE, answer, demoDocument, element, expectEvents, openPage, settle } from "./support.mjs";

const ENGLISH = JSON.parse(readFileSync(new URL("../../../src/messages/en.json", import.meta.url), "utf8"));
/** Groups of messages with words; those of numbers and dates have signs and patterns. */
const GROUPS = Object.keys(ENGLISH).filter((group) => typeof ENGLISH[group] === "object" && !["numbers", "dates", "units", "figures"].includes(group));
const LONGER = " mnopqrstuv wxyzabcdefgh ijklmnopqrs tuvwxyzab".repeat(3);

/** A message in the made-up language. */
function madeUp(message) {
  if (typeof message !== "string") return { other: madeUp(message.other) };
  const length = message.replace(/\{\w+\}/g, "").length;
  const [, open, ...rest] = `⟦${message}${LONGER.slice(0, Math.ceil(length / 3))}⟧`.match(/^(⟦)(.*)$/);
  // Texts of the document stand outside of the brackets.
  return (open + rest[0]).replace(/\{\w+\}/g, "⟧$&⟦").replaceAll("⟦⟧", "");
}

const MESSAGES = Object.fromEntries(
  GROUPS.map((group) => [group, Object.fromEntries(Object.entries(ENGLISH[group]).map(([name, message]) => [name, madeUp(message)]))]),
);

const WORD = /\p{L}{2,}/gu;
/** Words that are no messages: those of the document, names of months, currencies and lengths. */
const KNOWN = new Set(
  [JSON.stringify(demoDocument()), "January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sept Oct Nov Dec", JSON.stringify([ENGLISH.numbers, ENGLISH.units, ENGLISH.figures]), "year years month months day days", "US dollars Yuan yuan CN UTC bn and"]
    .join(" ")
    .match(WORD),
);

/** All texts that readers see or hear, and the names of controls. */
const texts = (page) =>
  page.locator("article-widget").evaluate((widget) => {
    const root = widget.shadowRoot.querySelector("[part=root]");
    const found = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) found.push(node.data);
      else for (const name of ["aria-label", "aria-roledescription", "title", "placeholder", "alt"]) found.push(node.getAttribute(name) ?? "");
    }
    return found;
  });

/** That no text has a word of its own in English. */
async function expectMessages(page, where) {
  const foreign = (await texts(page)).flatMap((text) => (text.replace(/⟦[^⟧]*⟧/g, " ").match(WORD) ?? []).filter((word) => !KNOWN.has(word)).map((word) => `${word} in ${text}`));
  expect(foreign, where).toEqual([]);
}

/** That nothing of the widget is wider than its place, cut off, or on top of another control. */
async function expectRoom(page, where) {
  const found = await page.locator("article-widget").evaluate((widget) => {
    const root = widget.shadowRoot.querySelector("[part=root]");
    const frame = root.getBoundingClientRect();
    const isSeen = (element) => element.checkVisibility() && !element.closest(".visually-hidden, .viewport, table, [data-narrow], .reading");
    const seen = [...root.querySelectorAll("button, label, legend, summary, h2, h3, p, select, .row-name, .row-detail, .label, .panel-heading")].filter(isSeen);
    const wide = seen.filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 1 && (left < frame.left - 1 || right > frame.right + 1 || (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0 && getComputedStyle(element).overflow !== "visible"));
    });
    const faults = wide.map((element) => `wider than its place: ${element.textContent.slice(0, 60)}`);
    const pressed = seen.filter((element) => element.matches("button, .choice label, summary"));
    for (const [index, one] of pressed.entries()) {
      for (const other of pressed.slice(index + 1)) {
        if (one.contains(other) || other.contains(one)) continue;
        const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
        if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1) faults.push(`${one.textContent.slice(0, 40)} on ${other.textContent.slice(0, 40)}`);
      }
    }
    if (document.documentElement.scrollWidth > innerWidth) faults.push("the page is wider than the window");
    return faults;
  });
  expect(found, where).toEqual([]);
}

/** Presses the nth radio button of a group. */
const choose = (page, group, index) => page.locator(`input[type=radio][value]`).and(page.locator(`[name*="${group}"]`)).nth(index).check({ force: true });

for (const width of [320, 768, 1280]) {
  test(`Every word is a message, and longer ones have room, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ reducedMotion: "reduce" });
    await answer(page, MESSAGES, { path: "made-up.json" });
    await answer(page, demoDocument());
    await openPage(page, element(`src="${DOCUMENT}" messages="made-up.json" loading="eager"`) + MODULE);
    await expectEvents(page, { ready: 1 });
    const check = async (where) => {
      await settle(page);
      await expectMessages(page, where);
      await expectRoom(page, where);
    };
    await check("as it opens");
    for (const index of [0, 1, 2]) {
      await choose(page, "basis", index);
      await check(`sums ${index}`);
    }
    const openers = page.locator(".chart button[aria-expanded]");
    for (let index = 0; index < (await openers.count()); index++) {
      await openers.nth(index).click();
      await check(`panel ${index}`);
    }
    for (const index of [0, 1, 2]) {
      await openers.first().evaluate((opener) => opener.ariaExpanded === "true" || opener.click());
      await choose(page, "form", index);
      await check(`form ${index}`);
    }
    await page.locator(".chart-data summary").click();
    await check("the table");
    await page.locator(".row").first().click();
    await check("a mark is read");
    await page.locator(".carousel-controls button").last().click();
    await check("the next stories");
  });
}

test("A failure is told in words of its language", async ({ page }) => {
  await page.route(`**/${DOCUMENT}`, (route) => route.fulfill({ status: 404 }));
  await openPage(page, element(`src="${DOCUMENT}" lang="ja" loading="eager"`) + MODULE);
  await expectEvents(page, { error: 1 });
  const { loader } = JSON.parse(readFileSync(new URL("../../../src/messages/ja.json", import.meta.url), "utf8"));
  await expect(page.getByRole("alert")).toContainText(loader.failed);
  await expect(page.getByRole("alert")).toHaveAttribute("lang", "ja");
});
