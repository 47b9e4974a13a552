// The functions of the loader that need no page.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { ENGLISH } from "../../src/element/english.js";
import { failure } from "../../src/element/failure.js";
import { isJson, toText } from "../../src/element/json.js";
import { plainLink } from "../../src/element/links.js";
import { ATTRIBUTES, reflect } from "../../src/element/properties.js";
import { retried } from "../../src/element/retry.js";

globalThis.LANGUAGES = "de de-CH en fr pt pt-PT zh zh-Hant zh-TW";
const { fileFor, replaced } = await import("../../src/element/languages.js");

test("the loader has the words of the file of English", () => {
  const { lang, ...words } = ENGLISH;
  assert.equal(lang, "en");
  assert.deepEqual(words, JSON.parse(readFileSync(new URL("../../src/messages/en.json", import.meta.url), "utf8")).loader);
});

test("a tag leads to the file of its language", () => {
  for (const [tag, file] of [["de", "de"], ["de-AT", "de"], ["DE-ch-1996", "de-CH"], ["zh-Hant-MO", "zh-Hant"], ["zh-TW", "zh-TW"], ["pt-BR", "pt"], ["xx", undefined], ["den", undefined], ["", undefined]]) {
    assert.equal(fileFor(tag), file, tag);
  }
});

test("a publisher's messages take the place of the widget's", () => {
  const entries = [["article", "by", ["byline"]], ["stories", "about", ["count", "company"]], ["plurals", "rules", []]];
  const texts = ["build", "pl", "\0", "\0 \x01", "one i=1;few i=2;other"];
  const messages = { article: { by: "Tekst: {byline}" }, stories: { about: { one: "{company}: jeden", other: "{company}: {count}" } } };
  assert.deepEqual(replaced(texts, entries, messages, "pl"), ["build", "pl", "Tekst: \0", "\x01: jeden|\x01: \0|\x01: \0", "one i=1;few i=2;other"]);
  assert.deepEqual(replaced(texts, entries, { plurals: { rules: "other" }, stories: { about: "x" } }, "xx"), ["build", "xx", "\0", "x", "other"]);
});

test("an object becomes JSON, or an error that says why not", () => {
  assert.equal(toText({ a: [1] }), '{"a":[1]}');
  const circle = {};
  circle.self = circle;
  assert.ok(toText(circle) instanceof Error);
  assert.ok(toText(() => {}) instanceof Error);
  assert.ok(isJson("{}") && !isJson("{"));
});

test("a click follows a link in this window, unless a key or a listener says otherwise", () => {
  const link = {};
  const click = (changes) => ({ type: "click", button: 0, composedPath: () => [{ closest: () => link }], ...changes });
  assert.equal(plainLink(click()), link);
  for (const changes of [{ defaultPrevented: true }, { button: 1 }, { ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { altKey: true }, { type: "input" }]) {
    assert.equal(plainLink(click(changes)), undefined, JSON.stringify(changes));
  }
});

test("a failure has a code and a message", () => {
  const error = failure("http", "404");
  assert.ok(error instanceof Error);
  assert.equal(error.code, "http");
  assert.equal(error.message, "404");
});

test("what may pass is tried three times, anything else once", async (t) => {
  // The pauses between the tries are left out.
  const { setTimeout } = globalThis;
  globalThis.setTimeout = (next) => setImmediate(next);
  t.after(() => Object.assign(globalThis, { setTimeout }));
  const run = (attempt) => retried(attempt).then((value) => ({ value }), (error) => ({ error }));
  let tries = 0;
  const failing = (mayPass, until = Infinity) => async () => {
    tries += 1;
    if (tries >= until) return "done";
    throw failure("network", "none", mayPass);
  };
  assert.equal((await run(failing(true))).error.code, "network");
  assert.equal(tries, 3);
  tries = 0;
  assert.equal((await run(failing(false))).error.code, "network");
  assert.equal(tries, 1);
  tries = 0;
  assert.equal((await run(failing(true, 2))).value, "done");
  assert.equal(tries, 2);
});

test("properties reflect attributes", () => {
  class Fake {
    attributes = new Map();
    getAttribute = (name) => this.attributes.get(name) ?? null;
    setAttribute = (name, value) => this.attributes.set(name, String(value));
    hasAttribute = (name) => this.attributes.has(name);
    toggleAttribute = (name, isThere) => (isThere ? this.attributes.set(name, "") : this.attributes.delete(name));
  }
  reflect(Fake.prototype);
  const fake = new Fake();
  assert.deepEqual([fake.src, fake.relatedSrc, fake.theme, fake.loading, fake.linkable, fake.messages], Object.values(ATTRIBUTES));
  Object.assign(fake, { relatedSrc: "feed.xml", linkable: "yes" });
  assert.deepEqual([...fake.attributes], [["related-src", "feed.xml"], ["linkable", ""]]);
  fake.linkable = false;
  assert.ok(!fake.attributes.has("linkable"));
});
