// What the tests of languages share: the demonstration in German, Arabic and Japanese, the words of the interface, and
// the states of an article in any language.

import { readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";
import { arrived, centre, pointAt } from "./chart.mjs";
import { atRest, settle } from "./support.mjs";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The documents of the demonstration, each with its direction. */
export const LANGUAGES = { de: "ltr", ar: "rtl", ja: "ltr" };

const file = (path) => JSON.parse(readFileSync(new URL(`../../../src/messages/${path}.json`, import.meta.url), "utf8"));

export const messagesOf = (language) => file(language);
export const documentIn = (language) => `articles/alibaba-ai-investment-${language}.json`;
export const widget = (page) => page.locator("article-widget");

/** Brings the article of a page alive by a click on words that do nothing else. */
export const touch = (page) => page.locator(".kicker").click();

/** All that the widget says: texts, names for screen readers, and texts that styles show. */
export function said(page) {
  return widget(page).evaluate(({ shadowRoot }) => {
    const NAMES = /^(aria-(label|roledescription|description|valuetext)|title|alt|placeholder|data-(longest|widest))$/;
    const all = [];
    const walk = (node) => {
      if (node.nodeType === Node.TEXT_NODE) all.push(node.data);
      if (/^(script|style|link)$/.test(node.localName)) return;
      for (const { name, value } of node.attributes ?? []) if (NAMES.test(name)) all.push(value);
      node.childNodes.forEach(walk);
    };
    walk(shadowRoot.querySelector(".article-widget"));
    return all.filter((text) => text.trim());
  });
}

/** What axe finds wrong on a page. */
export async function violations(page) {
  const { violations, passes } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  // Rules pass on elements in the shadow tree: axe has seen the widget.
  expect(passes.some(({ nodes }) => nodes.some(({ target }) => Array.isArray(target[0])))).toBe(true);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} at ${target.join(" ")}: ${failureSummary}`));
}

/** What the browser tells a screen reader: names, descriptions, values and roles in words of all that it reaches. */
export async function heard(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  const texts = ({ name, description, value, properties = [] }) => [name, description, value, ...properties.filter(({ name }) => /roledescription|valuetext|placeholder/.test(name)).map(({ value }) => value)];
  const found = nodes.filter(({ ignored }) => !ignored).flatMap(texts);
  return found.map((text) => text?.value).filter((text) => typeof text === "string" && text.trim());
}

/** The words of a file of messages that stand between the figures and names in it. */
function wordsIn(messages) {
  const texts = Object.values(messages).flatMap((message) => (typeof message === "object" ? wordsIn(message) : message.split(/\{\w+\}|\||#|\d+:/)));
  return texts.map((text) => text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ""));
}

/** The words of the interface in a language, with the names of its months, powers of ten and lengths. */
function allWords(language) {
  const { status, numbers, ...words } = messagesOf(language);
  const { dates, units, numbers: { long } } = file(`cldr/${language}`);
  return wordsIn({ words, names: { ...dates, long }, units });
}

/** The English of the interface that another language does not have, too. */
function englishBeside(language) {
  const own = allWords(language).join("\n");
  return [...new Set(allWords("en"))].filter((words) => words.length > 1 && !own.includes(words));
}

/** The English in these texts: whole words of the interface. */
export function englishIn(texts, language) {
  const all = texts.join("\n");
  return englishBeside(language).filter((words) => new RegExp(`(?<![\\p{L}-])${words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\p{L}-])`, "u").test(all));
}

/** The English that the widget says. */
export const englishSaid = async (page, language) => englishIn(await said(page), language);

/**
 * Brings an article that is alive into every state, one after the other: each form and choice of the chart, what can be
 * open, a mark that is read, the stories at their end. `check` is called in each, with its name.
 */
export async function inEveryState(page, language, check) {
  const { controls, exports, stories } = messagesOf(language);
  const button = (name) => page.getByRole("button", { name, exact: true });
  const radio = (name) => page.getByRole("radio", { name, exact: true }).check();
  const end = () => page.locator(".viewport").evaluate((viewport) => viewport.scrollTo({ left: viewport.scrollWidth * (getComputedStyle(viewport).direction === "rtl" ? -1 : 1), behavior: "instant" }));
  const states = {
    "as it opens": () => {},
    "the sums of a year": () => radio(controls.per_year),
    "whole sums": () => radio(controls.total),
    "a mark that is read": async () => {
      await centre(page.locator(".row").first());
      await pointAt(page, page.locator(".row").first());
      await expect(page.locator(".reading")).toBeVisible();
    },
    "the table": () => page.locator(".chart-data summary").click(),
    "the choices": () => button(controls.explore).click(),
    "a timeline": () => radio(controls.timeline),
    "ratios": () => radio(controls.ratio),
    "bars": () => radio(controls.bars),
    "the other currency": () => page.locator('input[name$=".currency"]').nth(1).check(),
    "the order of names": () => page.getByLabel(controls.sort_by).selectOption({ index: 4 }),
    "fewer companies": async () => {
      await page.locator(".companies input").last().uncheck();
      await expect(button(controls.show_all_companies)).toBeEnabled();
    },
    "what can be taken along": async () => {
      await button(exports.image).click();
      await button(exports.svg).click();
      await expect(page.locator(".chart-outcome")).toContainText(exports.picture_is_saved);
    },
    "a company whose stories come first": () => page.locator(".row").first().click(),
    "the next stories": async () => {
      await button(stories.next).click();
      await atRest(page);
    },
    "the end of the stories": async () => {
      await end();
      await expect(button(stories.next)).toHaveAttribute("aria-disabled", "true");
    },
  };
  for (const [state, act] of Object.entries(states)) {
    await act();
    await arrived(page);
    await settle(page);
    await check(state);
  }
}
