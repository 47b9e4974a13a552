// What programs and editors are told of the element (custom-elements.json, define.d.ts) is what the
// element does, and what its documentation says.

import { readFileSync, readdirSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { literals, properties as propertiesOf } from "../types/declarations.mjs";
import { openDemo, openPage } from "./support.mjs";

const file = (path) => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");
const { modules } = JSON.parse(file("dist/custom-elements.json"));
const declared = modules.flatMap(({ declarations }) => declarations).find(({ customElement }) => customElement);
const types = file("dist/define.d.ts");
const guide = file("docs/embedding.md");
const names = (list) => list.map(({ name }) => name).sort();
const found = (text, pattern) => [...new Set([...text.matchAll(pattern)].map(([, name]) => name))].sort();
const scripts = readdirSync(new URL("../../../src/element/", import.meta.url))
  .filter((name) => name.endsWith(".js"))
  .map((name) => file(`src/element/${name}`))
  .join("\n");

test("The attributes are those that the element observes", async ({ page }) => {
  await openPage(page, "");
  const observed = await page.evaluate(async () => (await import("/define.js")).ArticleWidgetElement.observedAttributes);
  expect(names(declared.attributes)).toEqual(observed.toSorted());
});

test("The properties are those of the class, with their values when nothing is set", async ({ page }) => {
  await openPage(page, "");
  const properties = await page.evaluate(async () => {
    const { define, ArticleWidgetElement } = await import("/define.js");
    define();
    const widget = document.createElement("article-widget");
    const described = Object.entries(Object.getOwnPropertyDescriptors(ArticleWidgetElement.prototype));
    return described.filter(([, { get }]) => get).map(([name]) => ({ name, value: widget[name] }));
  });
  const fields = declared.members.filter(({ kind }) => kind === "field");
  expect(names(fields)).toEqual(names(properties));
  for (const { name, fieldName = name, default: absent } of [...declared.attributes, ...fields.filter(({ attribute }) => !attribute)]) {
    expect(properties.find((property) => property.name === fieldName).value, name).toEqual(JSON.parse(absent));
  }
  const typed = [...propertiesOf(types, "ArticleWidgetProperties"), ...found(types, /^ {4}get (\w+)\(\)/gm)];
  expect(typed.sort()).toEqual(names(fields));
});

test("The events are those that the element dispatches", () => {
  // By itself, and when its views tell of something.
  const told = [...found(scripts, /dispatch\(\w+, "(\w+)"/g), ...found(file("src/element.rs"), /emit\(&\w+, "(\w+)"/g)];
  // What is picked in a chart only the rows of the article are told.
  const dispatched = told.filter((name) => name !== "pick").map((name) => `article-widget-${name}`).sort();
  expect(names(declared.events)).toEqual(dispatched);
  const typed = propertiesOf(types, "ArticleWidgetEventDetails");
  expect(typed.map((name) => `article-widget-${name}`).sort()).toEqual(dispatched);
  for (const name of dispatched) expect(guide).toContain(`\`${name}\``);
});

test("The codes of errors are those that the loader gives", () => {
  const given = found(scripts, /\bfail(?:ure|ed)\(\s*"([a-z-]+)"/g);
  expect(given.length).toBeGreaterThan(5);
  expect(literals(types, "ArticleWidgetErrorCode").sort()).toEqual(given);
  for (const code of given) expect(guide).toContain(`\`${code}\``);
});

test("The guide lists every choice that a chart can tell of", () => {
  const choices = found(types, /\bchoice: "([a-z]+)"/g);
  expect(choices.length).toBeGreaterThan(5);
  const [, table] = guide.match(/\| `choice` \| `value` \|\n\|---\|---\|\n((?:\|.*\n)+)/);
  const listed = table.split("\n").flatMap((row) => [...row.split("|", 2)[1]?.matchAll(/`([a-z]+)`/g) ?? []]);
  expect(listed.map(([, name]) => name).sort()).toEqual(choices);
});

test("The custom properties are those that the styles read", () => {
  const read = found(file("dist/article-widget.css") + file("dist/article-widget.live.css"), /var\(\s*(--article-widget-[a-z]+)/g);
  expect(names(declared.cssProperties)).toEqual(read);
});

test("The parts are those of an article", async ({ page }) => {
  await openDemo(page);
  const parts = await page.locator("article-widget").evaluate((widget) =>
    [...widget.shadowRoot.querySelectorAll("[part]")].map((element) => element.getAttribute("part")),
  );
  expect(names(declared.cssParts)).toEqual([...new Set(parts)].sort());
});

test("A part can be styled from outside", async ({ page }) => {
  await openDemo(page);
  await page.addStyleTag({ content: "article-widget::part(headline) { color: rgb(1, 2, 3) }" });
  await expect(page.locator(".headline")).toHaveCSS("color", "rgb(1, 2, 3)");
});
