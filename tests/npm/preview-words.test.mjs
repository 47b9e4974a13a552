// The parts of `article-widget preview` that need neither a server nor a page.

import assert from "node:assert/strict";
import test from "node:test";
import { excerptOf, linesOf } from "../../npm/preview/excerpt.js";
import { countsOf } from "../../npm/preview/page/counts.js";
import { noteOf } from "../../npm/preview/page/documents.js";
import { hintsOf, plainLine, stepsOf, wordsOf } from "../../npm/preview/page/hints.js";
import { Choices } from "../../npm/preview/page/keep.js";
import { gramsOf, mostAlike } from "../../npm/preview/page/match.js";
import { mirrored } from "../../npm/preview/page/mirror.js";
import { twoLines } from "../../npm/preview/page/paste.js";
import { noteFor, stateFor } from "../../npm/preview/page/problems.js";
import { readSettings } from "../../npm/preview/page/settings.js";

test("excerpts show the part at fault and what is around it", () => {
  const long = `${"a".repeat(50)}bad${"c".repeat(200)}`;
  for (const [text, place, expected] of [
    ["one\ntwo three\n", { line: 2, column: 5, endLine: 2, endColumn: 10 }, ["two ", "three", ""]],
    ["one\r\ntwo\rthree", { line: 3, column: 1, endLine: 3, endColumn: 1 }, ["", "", "three"]],
    ["{\n}", { line: 1, column: 1, endLine: 2, endColumn: 2 }, ["", "{", ""]],
    ["   😀x", { line: 1, column: 5, endLine: 1, endColumn: 6 }, ["😀", "x", ""]],
    ["a\u202Eb", { line: 1, column: 1, endLine: 1, endColumn: 4 }, ["", "a\uFFFDb", ""]],
    [long, { line: 1, column: 51, endLine: 1, endColumn: 54 }, [`…${"a".repeat(40)}`, "bad", `${"c".repeat(117)}…`]],
  ]) {
    const { before, marked, after } = excerptOf(linesOf(text), place);
    assert.deepEqual([before, marked, after], expected, text);
  }
  for (const place of [{}, { line: 2, column: 1 }, { line: 9, column: 1 }]) assert.equal(excerptOf(["one", "  "], place), undefined);
});

test("words are those that readers see", () => {
  for (const [value, words] of [
    ["plain", "plain"],
    [["Words with ", { strong: "a mark" }, " and ", { datum: { of: "alder", text: "$60 billion" } }, "."], "Words with a mark and $60 billion."],
    [{ link: { href: "https://example.org", text: "a link" } }, "a link"],
    [{ datum: { of: "alder", in: "USD" } }, ""],
    [{ list: ["one", ["two ", { code: "x" }]] }, "one two x"],
    [{ nonsense: 1 }, ""],
    [null, ""],
  ]) {
    assert.equal(wordsOf(value), words);
  }
  assert.deepEqual(stepsOf("body[3].paragraph[1].link.href"), ["body", 3, "paragraph", 1, "link", "href"]);
  assert.deepEqual(stepsOf(""), []);
  for (const [line, words] of [
    ["## A heading", "A heading"],
    ["- An item with [a link](https://example.org/x).", "An item with [a link .".replace("[", "")],
    ['      "paragraph": "A text with \\"quotes\\"."', "A text with  quotes ."],
    ["kicker: Technology", "Technology"],
    ["It is <datum:alder?in=USD> large[^note].", "It is   large ."],
  ]) {
    assert.equal(plainLine(line).replace(/\s+/g, " ").trim(), words.replace(/\s+/g, " ").trim());
  }
});

test("hints follow the path, and know what is left out", () => {
  const document = {
    headline: ["A ", { emphasis: "headline" }],
    body: [{ paragraph: ["Words, ", { datum: { of: "alder", text: "$60 billion" } }] }, { nonsense: 1 }, { heading: "A heading" }],
    commitments: [{ id: "alder", name: "Alder", purpose: "ports" }],
    related: [{ id: "more", title: "More", teasers: [{ headline: "One" }, { headline: 1 }] }],
  };
  const of = (path, message = "") => hintsOf({ path, message, kind: "value", severity: "error" }, document);
  assert.deepEqual(of("body[0].paragraph[1].datum.of").levels, ["Words, $60 billion", "Words, $60 billion", "$60 billion", "$60 billion"]);
  assert.deepEqual(of("headline[1].emphasis").levels, ["A headline", "headline", "headline"]);
  assert.equal(of("body[0]", "states $90 billion, in the sentence “Words, “$60 billion”.”").sentence, "Words, “$60 billion”.");
  assert.deepEqual([of("body[1].nonsense").isLeftOut, of("body[1].nonsense").neighbours], [
    true,
    [
      { words: "Words, $60 billion", edge: "after" },
      { words: "A heading", edge: "before" },
    ],
  ]);
  assert.deepEqual([of("commitments[0].purpose").commitment, of("commitments[0].purpose").levels], ["Alder", ["ports"]]);
  assert.equal(of("related[0].title").selector, "#related-more");
  assert.deepEqual([of("related[0].teasers[1].headline").isLeftOut, of("related[0].teasers[1].headline").neighbours], [true, [{ words: "One", edge: "after" }]]);
  assert.deepEqual(of("body[9].paragraph").levels, []);
  assert.equal(of("").hasPath, false);
});

test("the text that is most alike is found, in any language", () => {
  const among = ["Alder will spend 60 billion on ports.", "Birch plans to spend 40 billion on ports.", "AI", "アルダーは港に六百億ドルを投じる。", "Sixty"];
  const find = (words) => mostAlike(gramsOf(words), among.map((text) => [text, gramsOf(text)]));
  for (const [words, index] of [
    ["Alder will spend  on ports.", 0],
    ["Alder would spend 90 billion on ports!", 0],
    ["plans to spend 40 billion", 1],
    ["ai", 2],
    ["アルダーは港に五百億ドルを投じる。", 3],
    ["Something that is not there at all", undefined],
    ["Sixty-one others", undefined],
    ["", undefined],
    ["…", undefined],
  ]) {
    assert.equal(find(words), index === undefined ? undefined : among[index], words);
  }
});

test("documents are mirrored by their language", () => {
  for (const [language, expected] of [
    ["en", "en-Arab"],
    ["en-GB", "en-Arab-GB"],
    ["de-Latn-AT", "de-Arab-AT"],
    ["zh-yue-Hant-HK", "zh-yue-Arab-HK"],
    ["ar", "ar"],
    ["he-IL", "he-IL"],
    ["ar-Latn", "ar-Arab"],
    ["az-Arab", "az-Arab"],
    [undefined, undefined],
  ]) {
    assert.equal(mirrored({ language }).language, expected);
  }
});

test("choices in charts are kept, the last of each kind", () => {
  const choices = new Choices();
  for (const [choice, value] of [
    ["basis", "total"],
    ["hide", "alder"],
    ["hide", "birch"],
    ["sort", "name"],
    ["datum", "alder"],
    ["basis", "per-year"],
    ["show", "alder"],
  ]) {
    choices.add({ chart: "plans", choice, value });
  }
  choices.add({ chart: "other", choice: "hide", value: "alder" });
  choices.add({ chart: "other", choice: "show", value: "all" });
  assert.deepEqual(choices.all(), [
    { chart: "plans", choice: "hide", value: "birch" },
    { chart: "plans", choice: "sort", value: "name" },
    { chart: "plans", choice: "basis", value: "per-year" },
  ]);
});

test("words of the page", () => {
  const report = (state, severities, document = {}) => ({ state, document, problems: severities.map((severity) => ({ severity })) });
  assert.equal(noteFor(report("current", [])), "None: the checker finds nothing.");
  for (const [severities, words] of [
    [["error"], "1 error"],
    [["warning"], "1 warning"],
    [["remark", "remark"], "2 remarks"],
    [["remark", "warning", "error", "warning"], "1 error, 2 warnings, 1 remark"],
  ]) {
    const { state, problems } = report("current", severities);
    assert.equal(noteFor({ state, problems }), words);
    assert.equal(noteOf({ state, counts: countsOf(problems) }), words);
  }
  assert.equal(noteFor(report("gone", [])), "The file is gone. The list comes back with it.");
  assert.equal(stateFor(report("broken", [])), "The file has errors. This is the last good article.");
  assert.equal(stateFor(report("broken", [], null)), "The file has errors.");
  assert.equal(noteOf({ state: "current", counts: countsOf([]) }), "");
  assert.equal(noteOf({ state: "gone", counts: countsOf([]) }), "gone");
  assert.match(twoLines("news/a “b”.md", "w"), /^<article-widget src="a%20%E2%80%9Cb%E2%80%9D\.json"><\/article-widget>\n<script type="module" src="w\/embed\.js"><\/script>\n$/);
  assert.match(twoLines("which?#1.json", ""), /^<article-widget src="which%3F%231\.json">/);
  assert.match(twoLines("a.json", '"><b>'), /src="&quot;>&lt;b>\/embed\.js"/);
});

test("settings that make no sense are passed over", () => {
  const first = { width: "desktop", scheme: "light", mirrored: false, still: false };
  for (const kept of [null, "", "{", "null", "3", '{"width":"toString","scheme":"__proto__","still":1}']) assert.deepEqual(readSettings(kept, false), first);
  assert.deepEqual(readSettings('{"width":"phone","scheme":"light","mirrored":true,"still":true}', true), { width: "phone", scheme: "light", mirrored: true, still: true });
  assert.equal(readSettings(null, true).scheme, "dark");
});
