// The W3C's checker (the Nu Html Checker) on what is prerendered.

import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { complaintsAbout, opened } from "./checker.mjs";
import { demoDocument, fullDocument } from "./support.mjs";
import { documentFrom } from "./documents.mjs";
import { LANGUAGES, documentIn } from "./languages.mjs";
import { prerender, prerenderAll } from "./prerendered.mjs";

/** A file of the release. */
const released = (path) => readFileSync(new URL(`../../../dist/${path}`, import.meta.url), "utf8");

test("The checker finds what is wrong", async () => {
  const page = prerender(demoDocument(), "--page").replace("<main>", "<main><p><div></p>");
  expect((await complaintsAbout([page])).length).toBeGreaterThan(0);
});

test("The demonstration, a page, a light page and a site of documents by chance are valid", async () => {
  test.setTimeout(180_000);
  const document = demoDocument();
  const pages = [
    ...["index", ...Object.keys(LANGUAGES).map((language) => `articles/${language}`)].map((name) => released(`${name}.html`)),
    ...Object.keys(LANGUAGES).map((language) => prerender(JSON.parse(released(documentIn(language))), "--page", "--light")),
    prerender(document, "--page", "--canonical", "https://example.org/story", "--image", "https://example.org/a.png"),
    prerender(document, "--page", "--light"),
    prerender(fullDocument(), "--page"),
    ...prerenderAll(Array.from({ length: 20 }, (_, seed) => documentFrom(seed + 1)).map((document) => ({ ...document, language: "en" }))),
  ];
  expect(await complaintsAbout(pages.flatMap((page) => (page.includes("<template") ? [page, opened(page)] : [page])))).toEqual([]);
});
