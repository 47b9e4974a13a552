// What the page is told of related stories: which teaser the reader activated.

import { expect, test } from "@playwright/test";
import { DOCUMENT, MODULE, answer, changed, element, expectEvents, hold, openDemo, openPage, record, settle } from "./support.mjs";

const TEASERS = changed(() => {}).related[0].teasers;

/** Notes, in their order, the events that let the page follow a link, and prevents those of these names. */
async function listen(page, ...prevented) {
  await page.evaluate((prevented) => {
    window.told = [];
    for (const name of ["teaser", "navigate"]) {
      document.addEventListener(`article-widget-${name}`, (event) => {
        const { target, bubbles, composed, cancelable, detail } = event;
        window.told.push({ name, target: target.localName, bubbles, composed, cancelable, detail });
        if (prevented.includes(name)) event.preventDefault();
      });
    }
    // The test stays on the page; whether the browser would have left it is noted.
    window.addEventListener("click", (event) => {
      window.told.push(event.defaultPrevented ? "stays" : "leaves");
      event.preventDefault();
    });
  }, prevented);
}

const told = (page) => page.evaluate(() => window.told);
const names = async (page) => (await told(page)).map((event) => event.name ?? event);
const link = (page, index) => page.locator(".teaser-link").nth(index);

const STATES = {
  alive: openDemo,
  "not alive yet": async (page) => {
    await hold(page, "article-widget_bg.wasm");
    await record(page);
    await page.goto("/index.html");
    await page.waitForFunction(() => customElements.get("article-widget"));
  },
  "alive, and not prerendered": async (page) => {
    await openPage(page, element(`src="${DOCUMENT}" loading="eager"`) + MODULE);
    await expectEvents(page, { ready: 1 });
  },
};

for (const [state, open] of Object.entries(STATES)) {
  test.describe(`In an article that is ${state}`, () => {
    test.beforeEach(({ page }) => open(page));

    test("a teaser that is activated is told of with what it says, before its link is", async ({ page, baseURL }) => {
      await listen(page);
      await link(page, 1).click();
      const { kicker, headline, summary, href } = TEASERS[1];
      const address = `${baseURL}/${href}`;
      const event = { target: "article-widget", bubbles: true, composed: true, cancelable: true };
      expect(await told(page)).toEqual([
        { ...event, name: "teaser", detail: { related: "more", place: 2, href: address, kicker, headline, summary } },
        { ...event, name: "navigate", detail: { href: address } },
        "leaves",
      ]);
    });

    test("it is told of however it is activated", async ({ page }) => {
      await listen(page);
      await page.locator(".teaser").first().click({ position: { x: 12, y: 12 } });
      await link(page, 2).focus();
      await page.keyboard.press("Enter");
      await settle(page);
      expect((await told(page)).filter(({ name }) => name === "teaser").map(({ detail }) => detail.place)).toEqual([1, 3]);
    });

    test("the page can take it over, and then hears of no link", async ({ page }) => {
      await listen(page, "teaser");
      await link(page, 0).click();
      expect(await names(page)).toEqual(["teaser", "stays"]);
    });

    test("the page can take over the link instead", async ({ page }) => {
      await listen(page, "navigate");
      await link(page, 0).click();
      expect(await names(page)).toEqual(["teaser", "navigate", "stays"]);
    });

    test("one that is opened elsewhere is the browser's own", async ({ page }) => {
      await listen(page);
      await link(page, 0).click({ modifiers: ["Control"] });
      expect(await names(page)).toEqual(["leaves"]);
    });
  });
}

test("A link in the text is no teaser", async ({ page }) => {
  const document = changed((document) => document.body.unshift({ paragraph: [{ link: { href: "https://example.org/a", text: "A link" } }] }));
  await answer(page, document);
  await openPage(page, element(`src="${DOCUMENT}" loading="eager"`) + MODULE);
  await expectEvents(page, { ready: 1 });
  await listen(page);
  await page.getByRole("link", { name: "A link", exact: true }).click();
  expect(await names(page)).toEqual(["navigate", "leaves"]);
});

test("A teaser says no more than the document does, and is counted in its own row", async ({ page }) => {
  const teasers = ["one", "two"].map((name) => ({ headline: `Headline ${name}`, href: `#${name}` }));
  const document = changed((document) => {
    document.related = [{ id: "first-row", title: "First", teasers }, { id: "second", title: "Second", teasers }];
  });
  await answer(page, document);
  await openPage(page, element(`src="${DOCUMENT}" loading="eager"`) + MODULE);
  await expectEvents(page, { ready: 1 });
  await listen(page, "teaser");
  await link(page, 0).click();
  await link(page, 3).click();
  const details = (await told(page)).filter(({ name }) => name).map(({ detail }) => detail);
  const at = (hash) => new URL(hash, page.url()).href;
  expect(details).toEqual([
    { related: "first-row", place: 1, href: at("#one"), headline: "Headline one" },
    { related: "second", place: 2, href: at("#two"), headline: "Headline two" },
  ]);
});
