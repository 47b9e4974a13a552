// The articles in German, Arabic and Japanese in every state that a reader can bring them to: accessible, valid, and
// without English.

import { expect, test } from "@playwright/test";
import { complaintsAbout } from "./checker.mjs";
import { LANGUAGES, englishIn, heard, inEveryState, messagesOf, said, touch, violations, widget } from "./languages.mjs";
import { expectEvents, record } from "./support.mjs";

/** A scheme of colours for each language. */
const SCHEMES = { de: "light", ar: "dark", ja: "light" };

/** The prerendered page of a language, alive. Not all stories fit, so that its row has something to do. */
async function open(page, language) {
  await record(page);
  await page.emulateMedia({ reducedMotion: "reduce", colorScheme: SCHEMES[language] });
  await page.setViewportSize({ width: 700, height: 900 });
  await page.goto(`/articles/${language}.html`);
  await touch(page);
  await expectEvents(page, { ready: 1 });
}

/** The markup of the article as it is now, as a page. */
const markup = (page, language) =>
  widget(page).evaluate(({ shadowRoot }, [lang, dir]) => `<!doctype html><html lang="${lang}" dir="${dir}"><head><title>-</title></head><body><main>${shadowRoot.querySelector("[part=root]").outerHTML}</main></body></html>`, [language, LANGUAGES[language]]);

/** All that is announced from here on: an announcement may be gone before the next one. */
const listen = (page) =>
  widget(page).evaluate(({ shadowRoot }) => {
    window.announced = [];
    const note = (records) => records.forEach(({ target }) => window.announced.push(target.textContent));
    for (const live of shadowRoot.querySelectorAll("[aria-live]")) new MutationObserver(note).observe(live, { characterData: true, childList: true, subtree: true });
  });

for (const language of Object.keys(LANGUAGES)) {
  test(`In every state of the article in ${language} axe and the W3C's checker find nothing wrong, and no English is seen or heard`, async ({ page }) => {
    // axe looks at the whole page sixteen times.
    test.setTimeout(300_000);
    await open(page, language);
    await listen(page);
    const [wrong, english, pages] = [[], [], []];
    await inEveryState(page, language, async (state) => {
      const [read, told] = [await said(page), await heard(page)];
      // The tree is that of the article.
      expect(told).toContain(messagesOf(language).article.takeaways);
      english.push(...englishIn([...read, ...told], language).map((words) => `${state}: ${words}`));
      pages.push(await markup(page, language));
      wrong.push(...(await violations(page)).map((it) => `${state}: ${it}`));
    });
    expect.soft(wrong, "axe").toEqual([]);
    expect.soft(english, "English that is seen, or that the browser tells").toEqual([]);
    const announced = await page.evaluate(() => window.announced);
    expect.soft(announced.length).toBeGreaterThan(5);
    expect.soft(englishIn(announced, language), "English that is announced").toEqual([]);
    expect.soft(new Set(pages).size).toBeGreaterThan(10);
    expect.soft(await complaintsAbout(pages), "the W3C's checker").toEqual([]);
  });
}

test("English is found where it is", async ({ page }) => {
  await record(page);
  await page.goto("/index.html");
  expect(englishIn(await heard(page), "de")).toEqual(expect.arrayContaining(["Key takeaways", "carousel", "slide", "February", "billion"]));
});
