// What is read of XML that is nearly right, in the character set that it is in, and where links and pictures are found.

import assert from "node:assert/strict";
import { test } from "node:test";
import { textOf } from "../../src/element/feed/bytes.js";
import { storiesOf } from "../../src/element/feed/stories.js";

const ADDRESS = "https://harbour.example/feeds/all.xml";
const NAMESPACES =
  'xmlns:atom="http://www.w3.org/2005/Atom" xmlns:a10="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"';

/** The stories of a feed. */
const read = (text, mediaType = "application/xml") => storiesOf({ bytes: Buffer.from(text), mediaType, address: ADDRESS }, []);
const rss = (items) => `<rss version="2.0" ${NAMESPACES}><channel><title>Harbour Post</title>${items}</channel></rss>`;
const atom = (entries) => `<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Post</title>${entries}</feed>`;
const item = (title, more = "<link>https://example.org/1</link>") => `<item><title>${title}</title>${more}</item>`;
const headlines = (text, mediaType) => read(text, mediaType).map(({ headline }) => headline);

test("XML that is nearly right is read", () => {
  const good = rss(item("Cranes"));
  const cases = {
    "blank lines first": `\n\r\n  <?xml version="1.0"?>\n${good}`,
    "two marks of the byte order": `\ufeff\ufeff${good}`,
    "messages of a program first": `Notice: <br />\n<b>Warning</b>: a < b in /feed.php on line 3<br />\n<?xml version="1.0"?>${good}`,
    "remarks and scripts after it": `${good}\n<!-- cached --><script>if (a < b) c()</script>`,
    "a document type": `<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "rss.dtd" [<!ENTITY a "<b>">]>${good}`,
    "a remark with another feed": `<!-- <rss><channel> -->${good}`,
    "instructions": `<?xml-stylesheet href="a.xsl"?>${good.replace("<item>", "<?php a ?><item>")}`,
    "a prefix that nothing declares": good.replace("<item>", '<item><media:title>No</media:title><x:link href="/no.html" rel="self"/>'),
  };
  for (const [name, text] of Object.entries(cases)) assert.deepEqual(headlines(text), ["Cranes"], name);
});

test("signs in texts that stand for themselves", () => {
  const cases = {
    "Fish & Chips": "Fish & Chips",
    "R&D;": "R&D;",
    "A&nbsp;B&mdash;C": "A B—C",
    "1 < 2 and 3 > 2, I <3 you": "1 < 2 and 3 > 2, I <3 you",
    "Cran\u0008es re\u0000turn&#8; &#x0;": "Cranes return",
    "two\u000blines": "two lines",
    "It\u0092s": "It’s",
    "It&#146;s &amp;#8217;s": "It’s ’s",
    "Why &lt;em&gt;this&lt;/em&gt; ferry": "Why this ferry",
    "Why <em>this</em> ferry": "Why this ferry",
    "How to write &lt;dialog&gt; in HTML": "How to write <dialog> in HTML",
    "<![CDATA[<b>AT&T</b> &amp; more]]>, &amp;amp;": "AT&T & more, &",
  };
  for (const [title, expected] of Object.entries(cases)) assert.deepEqual(headlines(rss(item(title))), [expected], title);
  const [{ href }] = read(rss(item("T", "<link>https://example.org/?a=1&b=2&copy=3</link>")));
  assert.equal(href, "https://example.org/?a=1&b=2&copy=3");
});

test("XML that cannot be read is named with its line and cause, however lines end", () => {
  const cases = [
    ["\n<rss>\n<channel>\n<item>\n<title>A</item></channel></rss>", "line 5 has </item>, but <title> of line 5 is not closed"],
    ["<rss>\n<channel>\n<item><title>A</title>\n", "line 4 is the last, but <item> of line 3 is not closed"],
    ["<rss><channel>\n<item><title>a <b", "line 2 has a tag that is wrong or unfinished"],
    ["<rss><channel>\n\n<item><title><![CDATA[a</title></item></channel></rss>", "line 3 has a tag that is wrong or unfinished"],
    ["<rss><channel><item>\n<enclosure url=a.png/></item></channel></rss>", "line 2 has a tag that is wrong or unfinished"],
    ["<rss><channel><item>\n<description>One<br>two</description></item></channel></rss>", "line 2 has </description>, but <br> of line 2 is not closed"],
  ];
  for (const [text, cause] of cases) {
    for (const end of ["\n", "\r\n", "\r"]) assert.throws(() => read(text.replaceAll("\n", end)), { message: `not well-formed XML: ${cause}` }, text);
  }
  for (const page of ["<!doctype html><p>Sign in<br>to go on", "<html><body><p>Sign in</p></body></html>", "", "Not found", "null", rss("")]) {
    assert.throws(() => read(page), /^Error: no JSON Feed, RSS or Atom, or no story in it/, page);
  }
  // A program that ends early leaves half a feed: its first stories may be all that is right.
  const whole = rss(item("One") + item("Two", "<link>https://example.org/2</link>"));
  for (let length = whole.indexOf("<channel>"); length < whole.length; length += 1) {
    assert.throws(() => read(whole.slice(0, length)), /not well-formed XML: line 1 /, whole.slice(0, length));
  }
});

test("bytes are read in the character set that they are in, not in one that is only stated", () => {
  const xml = (encoding) => `<?xml version="1.0" encoding="${encoding}"?>${rss(item("Café für Ærø"))}`;
  const latin = (encoding) => Buffer.from(xml(encoding), "latin1");
  const wide = (text) => Buffer.from(text, "utf16le");
  const cases = [
    ["UTF-8, stated as Latin 1 in the file", Buffer.from(xml("ISO-8859-1")), "application/xml"],
    ["UTF-8, stated as Latin 1 by the server", Buffer.from(xml("UTF-8")), "application/xml; charset=iso-8859-1"],
    ["UTF-8, stated as UTF-16", Buffer.from(xml("utf-16")), "text/xml; charset=utf-16"],
    ["UTF-8, of an unknown name", Buffer.from(xml("utf8mb4")), "text/xml; charset=none"],
    ["Latin 1, stated in the file", latin("ISO-8859-1"), "application/xml; charset=utf-8"],
    ["Latin 1, stated by the server", latin("UTF-8"), 'application/xml; charset="ISO-8859-1"'],
    ["UTF-16 with its mark", wide(`\ufeff${xml("utf-16")}`), "text/xml; charset=utf-8"],
    ["UTF-16 without", wide(xml("UTF-8")), null],
    ["UTF-16 of the other order", wide(`\ufeff${xml("utf-16")}`).swap16(), null],
    ["UTF-16 of the other order, without its mark", wide(xml("utf-16")).swap16(), null],
  ];
  for (const [name, bytes, mediaType] of cases) {
    assert.deepEqual(storiesOf({ bytes, mediaType, address: ADDRESS }, []).map(({ headline }) => headline), ["Café für Ærø"], name);
  }
  // “港口” in GBK.
  const chinese = Buffer.concat([Buffer.from('<?xml version="1.0" encoding="gb2312"?>'), Buffer.from([0xb8, 0xdb, 0xbf, 0xda])]);
  assert.match(textOf(chinese, "text/xml; charset=iso-8859-1"), />港口$/);
});

test("bytes of no character set that is stated are named with their line", () => {
  const line = (...bytes) => Buffer.concat([Buffer.from("<rss>\n<title>"), Buffer.from(bytes)]);
  const cases = [
    [line(0xe9), null, "UTF-8"],
    [line(0xe9), "text/xml; charset=utf-8", "utf-8"],
    // A character that was cut, among good ones of UTF-8.
    [Buffer.concat([line(), Buffer.from("é ü ø "), Buffer.from([0xe2, 0x80])]), "text/xml; charset=iso-8859-1", "UTF-8"],
    // Windows-1252 has no character 0x81; GBK has bytes of this number.
    [line(0x81, 0x40, 0xb8, 0xdb), "text/xml; charset=iso-8859-1", "iso-8859-1"],
    [line(0xff, 0xfe), "text/xml; charset=gbk", "gbk"],
    [line(0xe9), "text/xml; charset=utf-16", "utf-16"],
  ];
  for (const [bytes, mediaType, set] of cases) {
    assert.throws(() => textOf(bytes, mediaType), { message: `line 2 has bytes that are not of its character set (${set})` }, `${mediaType} ${bytes.toString("hex")}`);
  }
});

test("links are found where feeds have them, the best first", () => {
  const hrefs = (text) => read(text).map(({ href }) => href);
  const link = (attributes) => `<link ${attributes}/>`;
  const entry = (more) => `<entry><title>T</title>${more}</entry>`;
  const cases = [
    [rss(item("T", '<atom:link rel="alternate" type="text/html" href="https://example.org/1"/>')), "https://example.org/1"],
    [rss(item("T", '<link/><a10:link href="https://example.org/2"/><guid isPermaLink="false">2</guid>')), "https://example.org/2"],
    [rss(item("T", '<atom:link href="https://example.org/no"/><link>https://example.org/2</link>')), "https://example.org/2"],
    [rss(item("T", '<link>N/A</link><guid isPermaLink="true">https://example.org/3</guid>')), "https://example.org/3"],
    [rss(item("T", '<guid isPermaLink="true">/stories/4.html</guid>')), "https://harbour.example/stories/4.html"],
    [rss(item("T", "<dc:identifier>https://example.org/5</dc:identifier>")), "https://example.org/5"],
    [atom(entry('<content src="https://example.org/6" type="text/html"/>')), "https://example.org/6"],
    [atom(entry(link('type="application/json" href="/7.json"') + link('type="application/pdf" href="/7.pdf"') + link('type="text/html" href="/7.html"'))), "https://harbour.example/7.html"],
    [atom(entry(link('type="application/rss+xml" href="/8.xml"') + link('type="application/pdf" href="/8.pdf"'))), "https://harbour.example/8.pdf"],
    [atom(entry(link('rel="http://www.iana.org/assignments/relation/alternate" type="application/xhtml+xml" href="/9"'))), "https://harbour.example/9"],
  ];
  for (const [text, expected] of cases) assert.deepEqual(hrefs(text), [expected], text);
  const none = [
    ...["<link>N/A</link>", "<link>www.example.org/6</link>", "<link>none</link>", "<link/>", "<guid>/stories/4.html</guid>", "<guid>12345</guid>"],
    ...['<guid isPermaLink="false">https://example.org/4</guid>', "<dc:identifier>10.1000/182</dc:identifier>", '<atom:link rel="self" href="https://example.org/1"/>'],
  ];
  for (const more of none) assert.throws(() => read(rss(item("T", more))), /no story in it/, more);
  for (const more of [link('type="application/json" href="/1.json"'), '<content src="https://example.org/1.mp4" type="video/mp4"/>']) {
    assert.throws(() => read(atom(entry(more))), /no story in it/, more);
  }
});

test("feeds of many programs", () => {
  const rdf = (items) =>
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" ${NAMESPACES}><channel><title>新聞</title></channel>${items}</rdf:RDF>`;
  const cases = [
    [rdf(`${item("見出し")}`.replace("</item>", "<dc:subject>経済</dc:subject></item>")), { headline: "見出し", source: "新聞", tags: ["経済"] }],
    // A film: its description stands beside its file.
    [
      atom('<entry><title>Film</title><link href="/1.html"/><media:group><media:title>No</media:title><media:description>Cranes, filmed</media:description></media:group></entry>'),
      { headline: "Film", summary: "Cranes, filmed" },
    ],
    [rss(item("T", "<link>https://counter.example/1</link><feedburner:origLink>https://example.org/1</feedburner:origLink>")), { href: "https://example.org/1" }],
    [atom('<entry><title>T</title><link href="/1.html"/><issued>2004-01-02T03:04:05Z</issued></entry>'), { published: "2004-01-02T03:04:05Z" }],
    // The first of several parts may be empty.
    [rss(item("", "<title>T</title><link/><link>https://example.org/2</link><description/><description>Words</description>")), { headline: "T", summary: "Words" }],
    [atom('<entry xml:base="blog/"><title>T</title><link href="p/5"/></entry>').replace("<feed", '<feed xml:base="https://example.org/x/"'), { href: "https://example.org/x/blog/p/5" }],
    // XHTML with a prefix, and with text between CDATA marks.
    [
      atom('<entry><title type="xhtml"><h:div xmlns:h="http://www.w3.org/1999/xhtml">Cr<h:b>an</h:b>es<h:br/><![CDATA[R&D <b>]]></h:div></title><link href="/1.html"/></entry>'),
      { headline: "Cranes R&D <b>" },
    ],
    // Files are no text.
    [atom('<entry><title>T</title><link href="/1.html"/><content type="image/png">iVBORw0KGgo=</content></entry>'), { summary: null }],
    [atom('<entry><title>T</title><link href="/1.html"/><content type="image/svg+xml"><svg><text>No</text></svg></content></entry>'), { summary: null }],
    [atom('<entry><title>T</title><link href="/1.html"/><content type="text/plain">a &lt;b&gt;</content></entry>'), { summary: "a <b>" }],
    [atom('<entry><title>T</title><link href="/1.html"/><content type="application/xhtml+xml"><p>Words</p></content></entry>'), { summary: "Words" }],
    [rss(item("&alpha; &hearts; &Omega; &rArr;")), { headline: "α ♥ Ω ⇒" }],
    [rss(item("T").replace("</item>", '<media:content medium="image" url="/a.jpg" width="99999999999" height="1e30"/></item>')), { image: { src: "https://harbour.example/a.jpg", width: 480, height: 320 } }],
  ];
  for (const [text, expected] of cases) {
    const [story] = read(text);
    for (const [name, value] of Object.entries(expected)) assert.deepEqual(story[name], value, text);
  }
  assert.throws(() => read(rss(item("T", '<guid isPermaLink="False">https://example.org/1</guid>'))), /no story in it/);
});

test("a document type with texts of its own is refused where the feed uses them", () => {
  const declared = (declaration, title) => `<!DOCTYPE rss [\n${declaration}]>\n${rss(item(title))}`;
  const bomb = '<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">\n';
  assert.throws(() => read(declared(bomb, "&b;")), { message: "not well-formed XML: line 4 has &b;, which the feed itself defines" });
  assert.throws(() => read(declared('<!ENTITY x SYSTEM "file:///etc/passwd">\n', "a &x;")), /line 4 has &x;, which the feed itself defines/);
  const unused = ['<!ENTITY a "]>">', "<!-- it's ]> -->", '<!ENTITY % latin PUBLIC "-//W3C//ENTITIES Latin 1//EN" "it\'s.ent"> %latin;', '<!ENTITY nbsp "&#160;">'];
  for (const declaration of unused) assert.deepEqual(headlines(declared(declaration, "A&nbsp;B")), ["A B"], declaration);
});

test("long sequences of unfinished marks are refused", () => {
  // Without care for what a pattern tries, each of them takes years.
  const starts = ["<!d[]", "<!d[<!-- -->", "<!d\"'", "<!--", "<![CDATA[", "<rss><a ", '<rss><a b="', "<rss><a b='c' ", "<rss><!-- - "];
  for (const start of starts) assert.throws(() => read(`${start}${start.replace("<rss>", "").slice(3).repeat(20_000)}`), /not well-formed XML|no story/, start);
  assert.throws(() => read(rss(`<description>${"<b>".repeat(20_000)}${"</b>".repeat(20_000)}</description>`)), /line 1 has <b> in more than 200 elements/);
});

test("pictures are looked for in the parts of an item, then in its HTML", () => {
  const pictureOf = (more, feed = (text) => rss(item("T", `<link>https://example.org/1</link>${text}`))) => read(feed(more))[0].image?.src;
  const text = '<description>&lt;p&gt;Words &lt;img src="/in-text.jpg?a=1&amp;amp;b=2"&gt;</description>';
  const cases = [
    [text, "https://harbour.example/in-text.jpg?a=1&b=2"],
    ['<content:encoded><![CDATA[<figure><img width="700" height="400" src="a.png"></figure>]]></content:encoded>', "https://harbour.example/feeds/a.png"],
    [`${text}<itunes:image href="https://example.org/itunes"/>`, "https://example.org/itunes"],
    [`${text}<media:thumbnail url="https://example.org/thumbnail"/>`, "https://example.org/thumbnail"],
    [`<media:group><media:content url="/a.mp4" type="video/mp4"><media:thumbnail url="/poster.jpg"/></media:content></media:group>`, "https://harbour.example/poster.jpg"],
    [`<media:content url="https://example.org/picture/7?w=700"/>`, "https://example.org/picture/7?w=700"],
    [`<media:content url="https://example.org/a.jpg"/>`, "https://example.org/a.jpg"],
    [`${text}<media:content url="https://example.org/film/7" duration="30"/>`, "https://harbour.example/in-text.jpg?a=1&b=2"],
    [`${text}<media:content url="https://example.org/a.mp4"/><enclosure url="/a.mp3" type="audio/mpeg"/>`, "https://harbour.example/in-text.jpg?a=1&b=2"],
    ['<media:content url="N/A" medium="image"/>', undefined],
    ['<media:content url="https://example.org/count.gif" width="1" height="1"/>', undefined],
  ];
  for (const [more, expected] of cases) assert.equal(pictureOf(more), expected, more);
  const entry = (more) => atom(`<entry xml:base="https://example.org/b/"><title>T</title><link href="/1"/>${more}</entry>`);
  assert.equal(pictureOf('<content type="xhtml"><div><img src="a.png"/></div></content>', entry), "https://example.org/b/a.png");
  assert.equal(pictureOf('<summary type="html">&lt;img src="a.png"&gt;</summary>', entry), "https://example.org/b/a.png");
  assert.equal(pictureOf("<summary>&lt;img src=\"a.png\"&gt; is how a picture is written</summary>", entry), undefined);
});
