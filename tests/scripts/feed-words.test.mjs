// What is read of the words and pictures of feeds whose texts are plain by the standard, and HTML in fact.

import assert from "node:assert/strict";
import { test } from "node:test";
import { fromJson } from "../../src/element/feed/json.js";
import { picturesIn } from "../../src/element/feed/picture.js";
import { clean, loose } from "../../src/element/feed/prose.js";
import { toStories } from "../../src/element/feed/stories.js";

const BASE = "https://harbour.example/feed";

/** The stories of a JSON Feed. */
const read = (feed) => toStories(fromJson(feed), BASE, []);

test("references are decoded once, and tags are dropped, in titles, texts, categories and names alike", () => {
  const stories = read({
    title: "Harbour Post &amp; Gazette",
    items: [
      {
        url: "https://example.org/1",
        title: "The harbour&#8217;s &#8220;quiet&#8221; year &#8211; and what&#8217;s next",
        summary: "It&#8217;s about cranes &amp; quays&hellip;",
        tags: ["Ships &amp; ports", "<b>Cranes</b>"],
      },
      { url: "https://example.org/2", title: "Why <em>this</em> ferry", content_text: "Plain &amp; simple" },
      { url: "https://example.org/3", title: "How to write &lt;dialog&gt; in HTML", content_html: "<p>Use <code>&lt;dialog&gt;</code>.</p>" },
    ],
  });
  assert.deepEqual(stories.map(({ headline, summary, source, tags }) => [headline, summary, source, tags]), [
    ["The harbour’s “quiet” year – and what’s next", "It’s about cranes & quays…", "Harbour Post & Gazette", ["Ships & ports", "Cranes"]],
    ["Why this ferry", "Plain & simple", "Harbour Post & Gazette", []],
    ["How to write <dialog> in HTML", "Use <dialog>.", "Harbour Post & Gazette", []],
  ]);
});

test("in a plain text, `<` and `&` that are no part of HTML stay", () => {
  const plain = [
    "1 < 2 && 3 > 2",
    "AT&T and R&D",
    "Vec<String> or Map<K, V>",
    "How to write <dialog> in HTML",
    "I <3 you",
    "a <b and b> c",
    "Fish & Chips; salt",
    "&unknown; &copy",
    "</b> ends bold words",
  ];
  for (const text of plain) assert.equal(loose(text), text);
});

test("a text that has closed tags, or tags that are never closed, is HTML", () => {
  const cases = {
    "Why <em>this</em> ferry": "Why this ferry",
    "<p>One</p><p>two</p>": "One two",
    "One<br>two": "One two",
    'A <a href="https://example.org/">link</a> &amp; more': "A link & more",
    "<STRONG>Loud</STRONG>": "Loud",
    "seen<script>alert(1)</script>": "seen",
    "<img src=x onerror=alert(1)>words": "words",
    // Once only: these are words about HTML.
    "&lt;em&gt;this&lt;/em&gt; &amp;amp; &amp;#8217;": "<em>this</em> &amp; &#8217;",
  };
  for (const [text, expected] of Object.entries(cases)) assert.equal(loose(text), expected, text);
});

test("control characters are left out, and those that windows-1252 has characters for are these", () => {
  assert.equal(clean("Cran\u0008es\u0000 re\u001fturn"), "Cranes return");
  assert.equal(clean("two\u000blines\u0085"), "two lines…");
  assert.equal(clean("It\u0092s \u0093here\u0094 \u0096 \u0080 5"), "It’s “here” – € 5");
});

test("stories whose characters are lost are left out; a feed of nothing else is named", () => {
  const item = (id, more) => ({ url: `https://example.org/${id}`, ...more });
  const lost = [
    item(1, { title: "The harbour\ufffds year" }),
    item(2, { title: "Itâ€™s here" }),
    item(3, { title: "Cranes", summary: "CafÃ© at the quay" }),
    item(4, { title: "Cranes", tags: ["Caf\ufffd"] }),
    item(5, { title: "Half a face &#xd83d;" }),
  ];
  assert.throws(() => read({ items: lost }), /lost characters, the first in “The harbour\ufffds year”/);
  const good = ["São João à noite", "MAÇÃ", "«A MAÇÃ»", "Ângela", "😀 &#x1f600;"].map((title, index) => item(10 + index, { title }));
  assert.deepEqual(read({ items: [...lost, ...good] }).map(({ headline }) => headline), good.map(({ title }) => loose(title)));
  // A character that is lost after the part that is shown does not matter.
  assert.equal(read({ items: [item(1, { title: "T", summary: `${"word ".repeat(60)}\ufffd` })] }).length, 1);
});

test("pictures in HTML, with the size that they state", () => {
  const html = `<p>Words</p><img alt="a > b" width="700" height='420' src="/a.jpg?w=1&amp;h=2"><IMG SRC=b.png><!-- <img src=c.png> -->
    <img src="data:image/gif;base64,R0" data-src="d.jpg"><img data-lazy-src="e.jpg" data-src="f.jpg" src="g.gif">`;
  assert.deepEqual(picturesIn(html).map(({ address, width, height }) => [address, width, height]), [
    ["/a.jpg?w=1&h=2", "700", "420"],
    ["b.png", undefined, undefined],
    ["d.jpg", undefined, undefined],
    ["e.jpg", undefined, undefined],
  ]);
  assert.deepEqual(picturesIn(undefined), []);
});

test("a JSON Feed's pictures: its own, then files, then those in the HTML", () => {
  const image = (more) => read({ items: [{ url: "https://example.org/1", title: "T", ...more }] })[0].image?.src;
  const content_html = `<img src="https://example.org/1.gif" width="1" height="1"><img src="https://secure.gravatar.com/avatar/1">
    <img src="https://s.w.org/images/core/emoji/15/72x72/1f600.png"><img src="in-text.jpg">`;
  assert.equal(image({ image: "/own.jpg", content_html }), "https://harbour.example/own.jpg");
  assert.equal(image({ attachments: [{ url: "/film.mp4", mime_type: "video/mp4" }, { url: "/file", mime_type: "image/webp" }], content_html }), "https://harbour.example/file");
  assert.equal(image({ content_html }), "https://harbour.example/in-text.jpg");
  assert.equal(image({ image: "N/A", content_html }), "https://harbour.example/in-text.jpg");
  for (const nothing of ["N/A", "www.example.org/a.jpg", "none", "javascript:alert(1)", "data:image/png;base64,AA", 5]) assert.equal(image({ image: nothing }), undefined, String(nothing));
});
