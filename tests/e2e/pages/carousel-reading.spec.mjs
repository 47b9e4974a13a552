// The carousel follows reading: the stories about the company that the reader picks come first.

import { expect, test } from "@playwright/test";
import { centre, commitment, documentOf, row as mark } from "./chart.mjs";
import { expectAgreement, link, listen, look, next, openStories, previous, reach, rested, row, said, spoken, stories } from "./carousel.mjs";
import { openPanel, settle } from "./support.mjs";

// Tags are ids or names of commitments, in whatever case, or other words.
const TAGS = { 3: ["meta"], 5: ["Microsoft", "chips"], 6: ["META", "microsoft"] };

const documentFor = (count, tags = TAGS) =>
  documentOf([commitment("meta", "Meta", 65), commitment("msft", "Microsoft", 80), commitment("sap", "SAP", 2)], {
    body: [
      { chart: "spend" },
      { paragraph: ["Meta has earmarked ", { datum: { of: "meta" } }, " for this; Microsoft plans ", { datum: { of: "msft" } }, "."] },
    ],
    related: [{ id: "more", title: "Related stories", teasers: stories(count, (number) => ({ tags: tags[number] })) }],
  });

const headlines = (page) => page.locator(".teaser-headline").allInnerTexts();
const inOrder = (...numbers) => numbers.map((number) => `Story number ${number}`);
const note = (page) => page.locator(".carousel-note");

/** Every way to pick a company, and to let it go again. */
const WAYS = {
  "a mark": {
    pick: (page, name) => mark(page, name).click(),
    clear: (page, name) => mark(page, name).click(),
  },
  "a mark, by keyboard": {
    pick: async (page, name) => {
      await mark(page, name).focus();
      await page.keyboard.press("Enter");
    },
    clear: async (page, name) => {
      await mark(page, name).focus();
      await page.keyboard.press("Space");
    },
  },
  "a figure in the text": {
    pick: (page, name) => page.locator(".body a.datum", { hasText: { Meta: "65", Microsoft: "80" }[name] }).first().click(),
    clear: (page, name) => mark(page, name).click(),
  },
  "the control for highlights": {
    pick: async (page, name) => {
      await openPanel(page);
      await page.getByLabel("Highlight").selectOption(name);
    },
    clear: (page) => page.getByLabel("Highlight").selectOption("None"),
  },
};

for (const [way, { pick, clear }] of Object.entries(WAYS)) {
  test(`By ${way} the company's stories come first, which is said and can be undone`, async ({ page }) => {
    await openStories(page, documentFor(6));
    await pick(page, "Meta");
    await expect.poll(() => headlines(page)).toEqual(inOrder(3, 6, 1, 2, 4, 5));
    await expect(note(page)).toHaveText("Meta first");
    await expect(spoken(page)).toHaveText("2 stories about Meta come first.");
    expect(await said(page)).toEqual(["2 stories about Meta come first."]);
    // Each slide is called by its new place.
    expect((await look(page)).names.slice(0, 2)).toEqual(["1 of 6: Story number 3", "2 of 6: Story number 6"]);
    await rested(page);
    await expectAgreement(page, "page");

    await clear(page, "Meta");
    await expect.poll(() => headlines(page)).toEqual(inOrder(1, 2, 3, 4, 5, 6));
    await expect(note(page)).toHaveCount(0);
    await expect.poll(() => said(page)).toEqual(["The stories are in their first order again."]);
    await expectAgreement(page, "page");
  });
}

test("Another company's stories take the place of the first one's", async ({ page }) => {
  await openStories(page, documentFor(6));
  await mark(page, "Meta").click();
  await expect(note(page)).toHaveText("Meta first");
  await mark(page, "Microsoft").click();
  await expect(note(page)).toHaveText("Microsoft first");
  expect(await headlines(page)).toEqual(inOrder(5, 6, 1, 2, 3, 4));
  await expect(spoken(page)).toHaveText("2 stories about Microsoft come first.");
});

test("One story is one story", async ({ page }) => {
  await openStories(page, documentFor(6, { 4: ["Meta"] }));
  await mark(page, "Meta").click();
  await expect(spoken(page)).toHaveText("1 story about Meta comes first.");
  expect(await headlines(page)).toEqual(inOrder(4, 1, 2, 3, 5, 6));
});

test("A company without stories changes nothing, but ends what another had changed", async ({ page }) => {
  await openStories(page, documentFor(6));
  await mark(page, "SAP").click();
  await settle(page);
  expect(await headlines(page)).toEqual(inOrder(1, 2, 3, 4, 5, 6));
  expect(await said(page)).toEqual([]);
  await mark(page, "Meta").click();
  await expect(note(page)).toHaveText("Meta first");
  await mark(page, "SAP").click();
  await expect(note(page)).toHaveCount(0);
  expect(await headlines(page)).toEqual(inOrder(1, 2, 3, 4, 5, 6));
});

test("What is no longer picked in one chart leaves what is picked in another", async ({ page }) => {
  const document = documentFor(6);
  document.charts.push({ ...document.charts[0], id: "again" });
  document.body.push({ chart: "again" });
  await openStories(page, document);
  // The same marks, in each of the two charts.
  const press = (chart, name) => mark(page, name).nth(chart).click();
  await press(0, "Meta");
  await expect(note(page)).toHaveText("Meta first");
  await press(1, "Microsoft");
  await expect(note(page)).toHaveText("Microsoft first");
  await press(0, "Meta");
  await settle(page);
  await expect(note(page)).toHaveText("Microsoft first");
  await press(1, "Microsoft");
  await expect(note(page)).toHaveCount(0);
});

test("To look at a company is not to pick it: pointing, focus and a choice of the basis move no story", async ({ page }) => {
  await openStories(page, documentFor(6));
  await mark(page, "Meta").hover();
  await mark(page, "Meta").focus();
  await page.getByRole("radio", { name: "Per year" }).check();
  await settle(page);
  expect(await headlines(page)).toEqual(inOrder(1, 2, 3, 4, 5, 6));
  expect(await said(page)).toEqual([]);
});

test("The row begins anew with what came forward, and its controls say so", async ({ page }) => {
  await openStories(page, documentFor(12, { 9: ["meta"], 11: ["meta"] }));
  await reach(page);
  await next(page).click();
  await expectAgreement(page, "button");
  await mark(page, "Meta").click();
  await expect(note(page)).toHaveText("Meta first");
  const { first, isAtStart } = await expectAgreementAfter(page, "2 stories about Meta come first.");
  expect([first, isAtStart]).toEqual([1, true]);
  expect((await headlines(page)).slice(0, 3)).toEqual(inOrder(9, 11, 1));
  await next(page).click();
  await expectAgreement(page, "button");
  await previous(page).click();
  await expectAgreement(page, "button");
});

async function expectAgreementAfter(page, words) {
  await rested(page);
  expect(await said(page)).toEqual([words]);
  return expectAgreement(page, "page");
}

test("Nothing moves under a reader: what is picked waits until the focus has left the stories", async ({ page }) => {
  await openStories(page, documentFor(6));
  await link(page, 2).focus();
  // The reader's own choice, without the focus that a press would take along.
  await mark(page, "Meta").evaluate((mark) => mark.dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true })));
  await page.evaluate(() => {});
  const hasFocus = await link(page, 2).evaluate((link) => link.getRootNode().activeElement === link);
  expect(hasFocus, "the focus is still on the story").toBe(true);
  await rested(page);
  expect(await headlines(page)).toEqual(inOrder(1, 2, 3, 4, 5, 6));
  await expect(note(page)).toHaveCount(0);
  expect(await said(page)).toEqual([]);
  await next(page).focus();
  await expect.poll(() => headlines(page)).toEqual(inOrder(3, 6, 1, 2, 4, 5));
  await expect(note(page)).toHaveText("Meta first");
});

test("Nothing moves while the row is on its way: what is picked waits until it rests", async ({ page }) => {
  await page.setViewportSize({ width: 500, height: 800 });
  await openStories(page, documentFor(12));
  await reach(page);
  const watched = await row(page).evaluate(async (viewport) => {
    const root = viewport.getRootNode();
    const orders = [];
    const order = () => [...viewport.querySelectorAll(".teaser-headline")].map(({ textContent }) => textContent).join();
    const first = order();
    root.querySelector(".carousel-button[value=next]").click();
    while (!("moving" in viewport.dataset)) await new Promise(requestAnimationFrame);
    const meta = [...root.querySelectorAll(".row")].find((row) => row.textContent.includes("Meta"));
    meta.dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true }));
    while ("moving" in viewport.dataset) {
      orders.push(order() === first);
      await new Promise(requestAnimationFrame);
    }
    return orders;
  });
  expect(watched.length).toBeGreaterThan(0);
  expect(watched.every(Boolean), "as long as it moves, every story keeps its place").toBe(true);
  await expect(note(page)).toHaveText("Meta first");
  expect((await headlines(page)).slice(0, 2)).toEqual(inOrder(3, 6));
});

test("Of a thousand stories those come forward that were not even on the page", async ({ page }) => {
  await openStories(page, documentFor(1000, { 500: ["meta"], 998: ["Meta"], 1000: ["meta"] }));
  expect(await page.locator(".slide").count()).toBe(12);
  await mark(page, "Meta").click();
  await expect(note(page)).toHaveText("Meta first");
  expect((await headlines(page)).slice(0, 4)).toEqual(inOrder(500, 998, 1000, 1));
  expect(await page.locator(".slide").count()).toBe(12);
  await expect(spoken(page)).toHaveText("3 stories about Meta come first.");
  await centre(mark(page, "Meta"));
  await mark(page, "Meta").click();
  await expect.poll(() => headlines(page).then((words) => words.slice(0, 3))).toEqual(inOrder(1, 2, 3));
});

test("A reader who prefers less motion gets the same", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await openStories(page, documentFor(6));
  await listen(page);
  await mark(page, "Meta").click();
  await expect.poll(() => headlines(page)).toEqual(inOrder(3, 6, 1, 2, 4, 5));
});
