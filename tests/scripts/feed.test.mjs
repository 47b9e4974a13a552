// What is read of a feed, without a page.

import assert from "node:assert/strict";
import { test } from "node:test";
import { absolute } from "../../src/element/feed/address.js";
import { moment } from "../../src/element/feed/date.js";
import { fromJson } from "../../src/element/feed/json.js";
import { pictureOf } from "../../src/element/feed/picture.js";
import { clean, excerpt, plain } from "../../src/element/feed/prose.js";
import { storiesOf, toStories } from "../../src/element/feed/stories.js";

const BASE = "https://news.example/feeds/all.json";

test("dates of RFC 822 and ISO 8601 keep the zone of the writer", () => {
  const cases = {
    "Mon, 24 Feb 2025 09:30:00 +0800": "2025-02-24T09:30:00+08:00",
    "24 Feb 25 9:30 GMT": "2025-02-24T09:30:00Z",
    "2025-02-24T09:30:15.250Z": "2025-02-24T09:30:15Z",
    "2025-02-24T09:30:00+00:00": "2025-02-24T09:30:00Z",
    "Mon, 24 Feb 2025 09:30:00 EST": "2025-02-24T09:30:00-05:00",
    "Mon, 24 Feb 2025 09:30:00 PDT": "2025-02-24T09:30:00-07:00",
    "2025-02-24": "2025-02-24",
    "2025-02-24T09:30:00": "2025-02-24",
    "02/24/2025": "2025-02-24",
  };
  for (const [text, expected] of Object.entries(cases)) assert.equal(moment(text), expected, text);
});

test("what is no date, or the date of a program without one, is none", () => {
  for (const text of ["", "yesterday", "Thu, 01 Jan 1970 00:00:00 GMT", "0001-01-01T00:00:00Z", "2025-13-40"]) {
    assert.equal(moment(text), null, text);
  }
});

test("a date that can be read in two ways is none; one that cannot is that day", () => {
  const cases = {
    "10-04-2025 19:00 +0400": null,
    "05/02/2025 09:30": null,
    "Thu, 05/02/2025 - 09:30": null,
    "05.02.2025": null,
    "1/2/2025": null,
    "20-04-2025 19:00 +0400": "2025-04-20T19:00:00+04:00",
    "24/02/2025": "2025-02-24",
    "24.02.2025": "2025-02-24",
    "02-24-2025": "2025-02-24",
    "05/05/2025": "2025-05-05",
    "20/20/2025": null,
    "24/02-2025": null,
    "05/02/25": null,
    "2025/02/24 09:30:00 +0900": "2025-02-24T09:30:00+09:00",
    "2025/02-24": null,
    // Years of other calendars.
    "2568-02-24T09:30:00+07:00": null,
    "24 Feb 2568": null,
    "1403/12/06": null,
  };
  for (const [text, expected] of Object.entries(cases)) assert.equal(moment(text), expected, text);
});

test("a date that no calendar has is none", () => {
  const none = [
    "Mon, 31 Feb 2025 10:00:00 GMT",
    "Feb 30, 2025",
    "2025-02-29",
    "2025-04-31T10:00:00Z",
    "2025-00-10",
    "31/04/2025",
    "0 Feb 2025",
    "29 Feb 2100",
    // Months of other languages that begin like one of English.
    "24 Marraskuu 2025",
    "24 Febtember 2025",
  ];
  for (const text of none) assert.equal(moment(text), null, text);
  assert.equal(moment("Sat, 29 Feb 2020 10:00:00 GMT"), "2020-02-29T10:00:00Z");
  assert.equal(moment("5 September 2025"), "2025-09-05");
  assert.equal(moment("Sept 5, 2025"), "2025-09-05");
});

test("addresses are those of the web, relative to the feed", () => {
  assert.equal(absolute("../a?b=1", BASE), "https://news.example/a?b=1");
  assert.equal(absolute(" https://other.example/ ", BASE), "https://other.example/");
  for (const text of ["javascript:alert(1)", "", undefined, 7, "https://"]) assert.equal(absolute(text, BASE), undefined, String(text));
});

test("HTML becomes plain text", () => {
  assert.equal(plain("<p>Makers of chips <b>d</b>ip.</p><p>They say why&hellip;</p>"), "Makers of chips dip. They say why…");
  assert.equal(plain("It&#8217;s &eacute;asy &#x2014; &unknown;"), "It’s éasy — &unknown;");
  assert.equal(plain("a<script>alert('b')</script><!-- c -->d"), "a d");
  assert.equal(clean(" two\n\twords "), "two words");
  assert.equal(clean(null), "");
});

test("an excerpt ends with a word", () => {
  const text = `${"word ".repeat(30)}end`;
  const short = excerpt(text, 80);
  assert.ok(short.length <= 80);
  assert.match(short, /word…$/);
  assert.equal(excerpt("Short.", 80), "Short.");
});

test("the picture is the one that suits a card, and no portrait", () => {
  const picture = (address, width) => ({ address, kind: "image/jpeg", width, height: width && width / 2 });
  const found = pictureOf([picture("/small.jpg", 140), picture("/fitting.jpg", 700), picture("/large.jpg", 2000)], BASE);
  assert.deepEqual(found, { src: "https://news.example/fitting.jpg", width: 700, height: 350 });
  assert.deepEqual(pictureOf([picture("/a.jpg")], BASE), { src: "https://news.example/a.jpg", width: 480, height: 320 });
  assert.equal(pictureOf([picture("https://gravatar.com/avatar/1"), { address: "/film.mp4", kind: "video/mp4" }], BASE), null);
});

test("the items of a JSON Feed become stories, each address once", () => {
  const items = fromJson({
    title: "The Daily Example",
    items: [
      { url: "/1", title: "One", content_html: "<p>First.</p>", date_published: "2025-02-24", tags: ["Technology", " alibaba "] },
      { url: "/1", title: "One again" },
      { url: "/own", title: "The page itself" },
      { url: "/2", content_text: "A note without a title" },
      { title: "Without an address" },
      null,
    ],
  });
  const stories = toStories(items, BASE, ["https://news.example/own"]);
  assert.deepEqual(stories[0], {
    kicker: "Technology",
    headline: "One",
    summary: "First.",
    href: "https://news.example/1",
    source: "The Daily Example",
    published: "2025-02-24",
    image: null,
    tags: ["Technology", "alibaba"],
  });
  assert.deepEqual(stories.map(({ headline }) => headline), ["One", "A note without a title"]);
  assert.equal(stories[1].summary, null);
});

test("JSON that is nearly right is read", () => {
  const parse = (text) => storiesOf({ bytes: Buffer.from(text), mediaType: null, address: BASE }, []);
  const feed = '{"version": "https://jsonfeed.org/version/1.1", "items": [{"url": "/1", "title": "Cranes return"}]}';
  const good = {
    "two marks of the byte order": `\ufeff\ufeff${feed}`,
    "a remark after it": `${feed}\n<!-- cached -->`,
    "a message before it": `Notice: a { b in /feed.php on line 3\n${feed}`,
    "a prefix against scripts": `)]}',\n${feed}`,
    "a function around it": `callback(${feed.replaceAll("/", "\\/")});`,
    "control characters": feed.replace("Cranes return", "Cr\u0008an\u0000es\nreturn\t"),
    "a line end of two characters": feed.replace("Cranes return", "Cranes\r\nreturn"),
  };
  for (const [name, text] of Object.entries(good)) assert.deepEqual(parse(text).map(({ headline }) => headline), ["Cranes return"], name);
  for (const text of [feed.slice(0, -1), feed.slice(0, -5), feed.replace('"}]', '",}]'), feed.replace('return"', "return"), `Notice: a\n${feed.slice(0, -3)}`]) {
    assert.throws(() => parse(text), /JSON|no story/, text);
  }
  // Data in a page are not a feed.
  assert.throws(() => parse('<html><script>{"items": [{"url": "/1", "title": "No"}]}</script>'), /no story in it/);
});

test("an identifier that is an address leads to the story where nothing else does", () => {
  const hrefs = (item) => toStories(fromJson({ items: [{ title: "T", ...item }] }), BASE, []).map(({ href }) => href);
  assert.deepEqual(hrefs({ id: "https://example.org/1" }), ["https://example.org/1"]);
  assert.deepEqual(hrefs({ id: "https://example.org/1", external_url: "https://example.org/2" }), ["https://example.org/2"]);
  for (const id of ["/1.html", "1", 1, "urn:uuid:1", null]) assert.throws(() => hrefs({ id }), /no story in it/, String(id));
});

test("a feed without a story is an error, and a long one is not read to its end", () => {
  assert.throws(() => toStories(fromJson({ items: [] }), BASE, []), /no story in it/);
  let asked = 0;
  function* endless() {
    for (;;) {
      asked += 1;
      yield { title: `Story ${asked}`, text: "", links: [`/${asked}`], publisher: "", date: "", tags: [], pictures: [], inText: [] };
    }
  }
  assert.equal(toStories(endless(), BASE, []).length, 100);
  assert.equal(asked, 100);
});
