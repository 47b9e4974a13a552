// What is read of HTML before a browser parses it.

import assert from "node:assert/strict";
import { test } from "node:test";

globalThis.BUILD = "0a1b2c";
const { addressOf, isMarkup } = await import("../../src/element/html/html.js");

test("HTML is told by its type, or by its first character", () => {
  for (const [type, text] of [["text/html; charset=utf-8", "{}"], ["TEXT/HTML", ""], ["application/xhtml+xml", ""], ["", " \n<p>"], ["text/plain", "<p>"]]) assert.ok(isMarkup(type, text), `${type} ${text}`);
  for (const [type, text] of [["application/json", "<p>"], ["application/vnd.api+json", "<"], ["", "{}"], ["text/plain", "[1]"], ["", ""]]) assert.ok(!isMarkup(type, text), `${type} ${text}`);
});

test("the document is named relative to the HTML, however the attribute is written", () => {
  const base = "https://example.org/news/story.html";
  for (const [start, address] of [
    [`<article-widget src="story.json" data-build="0a1b2c"`, "https://example.org/news/story.json"],
    ["<article-widget data-build=0a1b2c src=/a.json", "https://example.org/a.json"],
    ["<article-widget src='../a.json?b=1&amp;c=it&#39;s'", "https://example.org/a.json?b=1&c=it%27s"],
    [`<article-widget\n src="//cdn.example/a.json"`, "https://cdn.example/a.json"],
    [`<article-widget data-src="a.json"`, undefined],
    [`<article-widget src=""`, undefined],
    [`<article-widget src="javascript:alert(1)"`, undefined],
    [`<article-widget src="data:application/json,{}"`, undefined],
    [`<article-widget src="https://"`, undefined],
    ["", undefined],
  ]) {
    assert.equal(addressOf(start, base), address, start);
  }
});
