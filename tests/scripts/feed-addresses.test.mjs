// Which addresses of a feed lead to its stories, and which are of one page.

import assert from "node:assert/strict";
import { test } from "node:test";
import { absolute, identity } from "../../src/element/feed/address.js";
import { toStories } from "../../src/element/feed/stories.js";

const BASE = "https://harbour.example/feeds/all.xml";

test("relative addresses are those that are meant as such", () => {
  const cases = {
    "/stories/4.html": "https://harbour.example/stories/4.html",
    "/stories/4": "https://harbour.example/stories/4",
    "../4": "https://harbour.example/4",
    "./4": "https://harbour.example/feeds/4",
    " \n/stories/4\n": "https://harbour.example/stories/4",
    "?p=4": "https://harbour.example/feeds/all.xml?p=4",
    "4.html": "https://harbour.example/feeds/4.html",
    "stories/2025.02.24.html#top": "https://harbour.example/feeds/stories/2025.02.24.html#top",
    "//other.example/4": "https://other.example/4",
    "https://example.org/a b": "https://example.org/a%20b",
    "https://example.org/?a=1&#038;b=2&amp;c=3": "https://example.org/?a=1&b=2&c=3",
    "HTTP://EXAMPLE.ORG/A": "http://example.org/A",
  };
  for (const [text, expected] of Object.entries(cases)) assert.equal(absolute(text, BASE), expected, text);
});

test("no remark, and no address without its scheme, leads to a made-up page", () => {
  const none = [
    ...["N/A", "n/a", "none", "null", "undefined", "-", "#", "#top", "?", "???", "/", "//", ".", "TBD", "12345", "story", "stories/story"],
    ...["www.example.org/6", "www.example.org/6.html", "example.org", "example.org/6", "example.org:8080/6", "localhost:3000/6"],
    ...["https:/example.org/6", "https:example.org", "http//example.org/6", "https//example.org/6", "http://", "https://"],
    ...["https://example.org/<b>6</b>", 'https://example.org/6" title="T', "https://example.org/6\n  7", "/6.html\rmore", "'/6.html", "&/6.html", "https://example\\u0000.org/6", "https://example.org/caf\ufffd", "/\ud800.html"],
    ...["javascript:alert(1)", "java\tscript:alert(1)", "data:text/html,x", "mailto:a@example.org", "file:///etc/passwd", "urn:uuid:1", "tag:example.org,2025:1"],
  ];
  for (const text of none) assert.equal(absolute(text, BASE), undefined, text);
});

test("where the feed states its base, folders are meant; remarks and addresses without a scheme are not", () => {
  assert.equal(absolute("posts/my-story", BASE, true), "https://harbour.example/feeds/posts/my-story");
  assert.equal(absolute("p/5", BASE, true), "https://harbour.example/feeds/p/5");
  for (const text of ["N/A", "n/a", "none", "-", "www.example.org/6", "example.org"]) assert.equal(absolute(text, BASE, true), undefined, text);
});

test("a page has one identity, however its address is written", () => {
  const page = identity("https://example.org/stories/1?id=7&lang=en");
  const same = [
    "http://example.org/stories/1?id=7&lang=en",
    "https://www.example.org/stories/1?id=7&lang=en",
    "https://example.org/stories/1/?id=7&lang=en",
    "https://example.org/stories/1?id=7&lang=en#comments",
    "https://example.org/stories/1?lang=en&id=7",
    "https://EXAMPLE.org:443/stories/1?utm_source=rss&utm_medium=feed&id=7&lang=en&fbclid=x&gclid=y&at_campaign=z&CMP=rss&ref=feed&mc_cid=1",
  ];
  for (const address of same) assert.equal(identity(address), page, address);
  const others = [
    "https://example.org/stories/2?id=7&lang=en",
    "https://example.org/stories/1?id=8&lang=en",
    "https://example.org/stories/1?id=7",
    "https://example.org/Stories/1?id=7&lang=en",
    "https://other.example.org/stories/1?id=7&lang=en",
    "https://example.org/stories/1?id=7&lang=en#/story/2",
    "https://example.org/stories/1?id=7&lang=en#!2",
  ];
  for (const address of others) assert.notEqual(identity(address), page, address);
});

test("the page's own story and doubles are left out, however their addresses are written", () => {
  const item = (title, link) => ({ title, text: "", links: [link], publisher: "", date: "", tags: [], pictures: [], inText: [] });
  const items = [
    item("Own, from the feed", "https://www.harbour.example/own/?utm_source=rss#comments"),
    item("A", "https://example.org/a/?utm_source=rss"),
    item("A again", "http://www.example.org/a#top"),
    item("B", "https://example.org/a?page=2"),
  ];
  const stories = toStories(items, BASE, ["http://harbour.example/own"]);
  assert.deepEqual(stories.map(({ headline, href }) => [headline, href]), [
    ["A", "https://example.org/a/?utm_source=rss"],
    ["B", "https://example.org/a?page=2"],
  ]);
});
