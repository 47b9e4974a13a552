// The stories of a feed that the publisher has already, in the place of the document's own teasers:
// what is read of a feed, when it is asked for, when its stories appear, and what happens without it.

import { expect, test } from "@playwright/test";
import { DOCUMENT, MODULE, answer, changed, complaints, element, expectEvents, hold, openPage, record, settle } from "./support.mjs";
import { styleSources } from "./prerendered.mjs";

/** As strict as a page can be; a test that is refused something fails. */
const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'; require-trusted-types-for 'script'";
const STRICT = `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`;

const JSON_FEED = {
  version: "https://jsonfeed.org/version/1.1",
  title: "The Daily Example",
  items: [
    {
      id: "1",
      url: "https://example.org/chips?a=1&b=2",
      title: "Chips & “dip”",
      content_html: "<p>Makers of chips <em>dip</em>.</p><p>They say why.</p><script>alert('no word of this')</script>",
      date_published: "2025-02-24T09:30:00+08:00",
      image: "/pictures/chips.jpg",
      tags: ["Technology", "alibaba"],
    },
    { id: "2", external_url: "stories/two.html", title: "A second story", summary: "In short.", content_text: "At length." },
    { id: "3", url: "https://example.org/3", content_text: "A note without a title", banner_image: "3.png" },
  ],
};

const RSS = `<?xml version="1.0" encoding="UTF-8"?>
<!-- A remark -->
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
  <channel>
    <atom:link href="https://example.org/feed.xml" rel="self" type="application/rss+xml"/>
    <title>The Daily Example</title>
    <link>https://example.org/</link>
    <image><title>A logo</title><url>logo.png</url></image>
    <item>
      <title>Chips &amp;amp; dip</title>
      <link>https://example.org/chips?a=1&amp;b=2</link>
      <description><![CDATA[<p>Makers of chips <b>dip</b>.<br>They say why&hellip; It&#8217;s &eacute;asy.</p><script>alert("no word of this")</script>]]></description>
      <pubDate>Mon, 24 Feb 2025 09:30:00 +0800</pubDate>
      <category>Technology</category>
      <category domain="companies">alibaba</category>
      <source url="https://other.example/feed">Another Paper</source>
      <media:title>The title of a picture</media:title>
      <media:content url="https://example.org/small.jpg" medium="image" width="140" height="84"/>
      <media:content url="https://example.org/fitting.jpg" medium="image" width="700" height="420"/>
      <media:content url="https://example.org/film.mp4" type="video/mp4" width="640" height="360"/>
    </item>
    <item>
      <title>A second story</title>
      <link>stories/two.html</link>
      <content:encoded>&lt;div&gt;In short.&lt;/div&gt;</content:encoded>
      <dc:date>2025-02-23</dc:date>
      <enclosure url="/pictures/two.png" length="1" type="image/png"/>
    </item>
    <item>
      <guid>https://example.org/3</guid>
      <description>A note without a title</description>
      <pubDate>Sat, 22 Feb 2025 09:30:00 GMT</pubDate>
      <enclosure url="https://example.org/3.mp3" length="1" type="audio/mpeg"/>
    </item>
  </channel>
</rss>`;

const ATOM = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/">
  <title type="html">The &lt;b&gt;Daily&lt;/b&gt; Example</title>
  <link rel="self" href="https://example.org/atom.xml"/>
  <entry>
    <title>1 &lt; 2 &amp;amp; 3</title>
    <link rel="edit" href="https://example.org/edit/1"/>
    <link rel="alternate" type="text/html" href="https://example.org/chips?a=1&amp;b=2"/>
    <link rel="enclosure" type="image/webp" href="pictures/chips.webp"/>
    <summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Makers of <em>chips</em>.</p><p>They say why.</p><script>alert(1)</script></div></summary>
    <published>2025-02-24T09:30:00.5Z</published>
    <updated>2025-02-25T09:30:00Z</updated>
    <category term="tech" label="Technology"/>
    <category term="alibaba"/>
    <source><title>Another Paper</title></source>
  </entry>
  <entry>
    <title type="html">A &lt;i&gt;second&lt;/i&gt; story</title>
    <link href="stories/two.html"/>
    <content type="html">&lt;p&gt;In short.&lt;/p&gt;</content>
    <updated>2025-02-23T20:00:00-05:00</updated>
    <media:group><media:thumbnail url="https://example.org/two.jpg" width="240" height="160"/></media:group>
  </entry>
</feed>`;

const FEEDS = {
  "JSON Feed": { body: JSON.stringify(JSON_FEED), contentType: "application/feed+json" },
  "RSS 2.0": { body: RSS, contentType: "application/rss+xml" },
  Atom: { body: ATOM, contentType: "application/atom+xml; charset=utf-8" },
};

/** An RSS feed of these items. */
const rss = (items) => `<rss version="2.0"><channel><title>Paper</title>${items}</channel></rss>`;
const item = (title, link, more = "") => `<item><title>${title}</title><link>${link}</link>${more}</item>`;

/** Answers requests for the feed with this. */
function serve(page, feed, path = "feeds/feed") {
  return page.route(`**/${path}`, (route) => route.fulfill({ contentType: "application/xml", ...feed }));
}

test.describe("What is read of a feed", () => {
  /** The teasers that the script makes of a feed, and what it complains of, on a page that allows nothing. */
  async function read(page, feed, head = STRICT) {
    await page.unrouteAll();
    await serve(page, feed);
    const found = complaints(page);
    // The row of an article is below the window, but not far.
    await openPage(page, `<canvas width="1" height="900"></canvas><section class="carousel" id="related-more"><div class="viewport">Row</div></section>`, head);
    const stories = await page.evaluate(async () => {
      const { relate } = await import("/feed.js");
      let told = null;
      const show = (stories) => (told = { stories: structuredClone(stories) });
      await relate({ place: document.body, show }, "feeds/feed", new AbortController().signal);
      return told;
    });
    return { ...stories, found };
  }

  const origin = (baseURL) => (path) => new URL(path, `${baseURL}/feeds/feed`).href;

  test("JSON Feed", async ({ page, baseURL }) => {
    const at = origin(baseURL);
    const { stories, found } = await read(page, FEEDS["JSON Feed"]);
    expect(found).toEqual([]);
    expect(stories).toEqual([
      {
        kicker: "Technology",
        headline: "Chips & “dip”",
        summary: "Makers of chips dip. They say why.",
        href: "https://example.org/chips?a=1&b=2",
        source: "The Daily Example",
        published: "2025-02-24T09:30:00+08:00",
        image: { src: at("/pictures/chips.jpg"), width: 480, height: 320 },
        tags: ["Technology", "alibaba"],
      },
      {
        kicker: null,
        headline: "A second story",
        summary: "In short.",
        href: at("stories/two.html"),
        source: "The Daily Example",
        published: null,
        image: null,
        tags: [],
      },
      {
        kicker: null,
        headline: "A note without a title",
        summary: null,
        href: "https://example.org/3",
        source: "The Daily Example",
        published: null,
        image: { src: at("3.png"), width: 480, height: 320 },
        tags: [],
      },
    ]);
  });

  test("RSS 2.0", async ({ page, baseURL }) => {
    const at = origin(baseURL);
    const { stories, found } = await read(page, FEEDS["RSS 2.0"]);
    expect(found).toEqual([]);
    expect(stories).toEqual([
      {
        kicker: "Technology",
        headline: "Chips & dip",
        summary: "Makers of chips dip. They say why… It’s éasy.",
        href: "https://example.org/chips?a=1&b=2",
        source: "Another Paper",
        published: "2025-02-24T09:30:00+08:00",
        image: { src: "https://example.org/fitting.jpg", width: 700, height: 420 },
        tags: ["Technology", "alibaba"],
      },
      {
        kicker: null,
        headline: "A second story",
        summary: "In short.",
        href: at("stories/two.html"),
        source: "The Daily Example",
        published: "2025-02-23",
        image: { src: at("/pictures/two.png"), width: 480, height: 320 },
        tags: [],
      },
      {
        kicker: null,
        headline: "A note without a title",
        summary: null,
        href: "https://example.org/3",
        source: "The Daily Example",
        published: "2025-02-22T09:30:00Z",
        image: null,
        tags: [],
      },
    ]);
  });

  test("Atom", async ({ page, baseURL }) => {
    const at = origin(baseURL);
    const { stories, found } = await read(page, FEEDS.Atom);
    expect(found).toEqual([]);
    expect(stories).toEqual([
      {
        kicker: "Technology",
        headline: "1 < 2 &amp; 3",
        summary: "Makers of chips. They say why.",
        href: "https://example.org/chips?a=1&b=2",
        source: "Another Paper",
        published: "2025-02-24T09:30:00Z",
        image: { src: at("pictures/chips.webp"), width: 480, height: 320 },
        tags: ["Technology", "alibaba"],
      },
      {
        kicker: null,
        headline: "A second story",
        summary: "In short.",
        href: at("stories/two.html"),
        source: "The Daily Example",
        published: "2025-02-23T20:00:00-05:00",
        image: { src: "https://example.org/two.jpg", width: 240, height: 160 },
        tags: [],
      },
    ]);
  });

  test("whatever the server calls it", async ({ page }) => {
    for (const contentType of ["text/plain", "text/html", "application/octet-stream", "text/xml"]) {
      expect.soft((await read(page, { body: RSS, contentType })).stories, contentType).toHaveLength(3);
    }
    const json = { body: `\n ${JSON.stringify(JSON_FEED)}`, contentType: "text/plain" };
    expect.soft((await read(page, json)).stories, "JSON that the server calls a text").toHaveLength(3);
  });

  test("in the encoding that it says it is written in", async ({ page }) => {
    const body = Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${rss(item("Caf\u00e9", "https://example.org/1"))}`, "latin1");
    const { stories } = await read(page, { body, contentType: "application/rss+xml" });
    expect(stories.map(({ headline }) => headline)).toEqual(["Café"]);
  });

  test("XML that is nearly right, and in another character set than its server says", async ({ page }) => {
    const body = `\n<br />Notice: a < b\n<?xml version="1.0" encoding="ISO-8859-1"?>\n${rss(item("Caf\u00e9 & bar\u0008&nbsp;<em>5</em>", "https://example.org/?a=1&b=2"))}<!-- cached -->`;
    const { stories, found } = await read(page, { body, contentType: "text/html; charset=windows-1251" });
    expect(found).toEqual([]);
    expect(stories.map(({ headline, href }) => [headline, href])).toEqual([["Caf\u00e9 & bar 5", "https://example.org/?a=1&b=2"]]);
  });

  test("no words in the wrong characters", async ({ page }) => {
    const body = Buffer.from(rss(item("Caf\u00e9", "https://example.org/1")), "latin1");
    const { stories, found } = await read(page, { body });
    expect(stories).toBe(undefined);
    expect(found).toEqual(["warning: <article-widget> related-src: feeds/feed: line 1 has bytes that are not of its character set (UTF-8)"]);
  });

  test("a picture in the text, and nothing of the page is requested or run for it", async ({ page, baseURL }) => {
    const requested = [];
    page.on("request", (request) => requested.push(new URL(request.url()).pathname));
    const html = `<p onclick="alert(1)">Words</p><img src="/in-text.jpg" onerror="alert(1)">`;
    const { stories, found } = await read(page, { body: rss(item("T", "https://example.org/1", `<description><![CDATA[${html}]]></description>`)) });
    expect(found).toEqual([]);
    expect(stories).toMatchObject([{ summary: "Words", image: { src: `${baseURL}/in-text.jpg` } }]);
    expect(requested).not.toContain("/in-text.jpg");
  });

  test("only stories that lead to the web, each once, and none to the page itself", async ({ page, baseURL }) => {
    const items = [
      item("Runs code", "javascript:alert(1)"),
      item("Is a file", "file:///etc/passwd"),
      item("Leads nowhere", ""),
      item("No address", "http://"),
      item("", "https://example.org/nothing-said"),
      item("The page itself", `${baseURL}/own.html`),
      item("The page under its proper name", "https://example.org/proper"),
      item("A state of the page", `${baseURL}/own.html#/story/2`),
      item("Good", "https://example.org/good"),
      item("Good again", "https://example.org/good"),
      item("Good, counted", "http://www.example.org/good/?utm_source=rss"),
      item("The page itself, counted", `${baseURL}/own.html?utm_source=rss#comments`),
      item("A remark", "N/A"),
      item("Without its scheme", "www.example.org/6"),
      `<item><title>A name that is no address</title><guid>12345</guid></item>`,
      `<item><title>A name that is said to be no address</title><guid isPermaLink="false">https://example.org/4</guid></item>`,
    ];
    const { stories } = await read(page, { body: rss(items.join("")) }, `${STRICT}<link rel="canonical" href="https://example.org/proper">`);
    expect(stories.map(({ headline }) => headline)).toEqual(["A state of the page", "Good"]);
  });

  test("a hundred stories at most", async ({ page }) => {
    const items = Array.from({ length: 130 }, (_, index) => item(`Story ${index}`, `https://example.org/${index}`));
    const { stories } = await read(page, { body: rss(items.join("")) });
    expect(stories.map(({ headline }) => headline)).toEqual(Array.from({ length: 100 }, (_, index) => `Story ${index}`));
  });

  const HTML = {
    "&lt;b&gt; is a tag": "<b> is a tag",
    "AT&amp;T &#x26; Söhne&nbsp;&#38; Co&#46;": "AT&T & Söhne & Co.",
    "&Uuml;ber &laquo;fa&ccedil;ades&raquo; &ndash; it&#146;s &unknown; &#xFFFFFF; &#128512;": "Über «façades» – it’s &unknown; &#xFFFFFF; 😀",
    "<p>One</p><p>two</p><ul><li>three<li>four</ul>five<br/>six": "One two three four five six",
    "in<b>divi</b>sible <a href='x' title=\"a > b\">link</a>.": "indivisible link.",
    "<style>p { color: red }</style>before<script type='x'>if (a < b) '</p>'</script >after<!-- <p>never</p> -->": "before after",
    "seen<script>never closed": "seen",
    "<img src=x onerror=alert(1)><svg/onload=alert(1)>only words": "only words",
    "1 < 2, 3 > 2, I <3 you": "1 < 2, 3 > 2, I <3 you",
    "&iquest;Qu&eacute;? &iexcl;S&iacute;! 1.&ordm;, 2.&ordf;, 3 &times; &frac12; &divide; 4, so&shy;ft&nbsp;&yuml;&Yuml;": "¿Qué? ¡Sí! 1.º, 2.ª, 3 × ½ ÷ 4, so\u00adft ÿŸ",
    "&oelig;&OElig; &scaron;&Scaron; &fnof;5 &cent;5 &curren;5 &euro;5 &dollar;5": "œŒ šŠ ƒ5 ¢5 ¤5 €5 $5",
    "&ETH;&eth;&THORN;&thorn;&Aring;&aring;&Yacute;&AElig;&Oslash;&szlig; &lstrok;&eogon;&gbreve;&odblac;": "ÐðÞþÅåÝÆØß łęğő",
    "&lsaquo;a&rsaquo; &sbquo;b&lsquo; &bdquo;c&ldquo; &dagger;&Dagger;&bull;&permil;&prime;&larr;&rarr;&minus;&horbar;": "‹a› ‚b‘ „c“ †‡•‰′←→−―",
    "&xconstructor; &xtoString; &x__proto__; &constructor; &xacute; &1uml; &amp;eacute;": "&xconstructor; &xtoString; &x__proto__; &constructor; &xacute; &1uml; &eacute;",
    "Press <kbd>Ctrl</kbd>+<kbd>C</kbd>, <del>not</del><ins>now</ins>.": "Press Ctrl+C, notnow.",
    "<figure><img src=a.png><figcaption>Photo by <a>X</a></figcaption></figure><p>Words.</p>": "Words.",
  };
  test("HTML as plain text", async ({ page }) => {
    const sources = Object.keys(HTML);
    const items = sources.map((html, index) => item("T", `https://example.org/${index}`, `<description><![CDATA[${html}]]></description>`));
    const { stories } = await read(page, { body: rss(items.join("")) });
    expect(Object.fromEntries(stories.map(({ summary }, index) => [sources[index], summary]))).toEqual(HTML);
  });

  test("nothing of a tag, a reference or a sign that is cut because the text is long", async ({ page }) => {
    const cut = 20_000;
    const long = "A".repeat(cut);
    // A text that is cut between these two.
    const apart = (end, next) => {
      const start = "Words. <!---->";
      return `${start.slice(0, -3)}${long.slice(start.length + end.length)}-->${end}${next} ${long}`;
    };
    const texts = [
      `Words. <img src="data:image/png;base64,${long}">`,
      `Words. <img src='data:image/png;base64,${long}'>`,
      `Words. <img alt=a src=data:image/png;base64,${long}>`,
      `Words. <img alt="a > b" title="<b>c</b>" src="data:image/png;base64,${long}">`,
      `Words. <!-- ${long} -->`,
      `Words. <style>${long}</style>`,
      `Words. </p ${long}>`,
      apart("<", "br>"),
      apart("<!", "-- a -->"),
      apart("&", "amp;"),
      apart("&hell", "ip;"),
      apart("&#822", "0;"),
      apart("\ud83d", "\ude00"),
    ];
    const items = texts.map((content_html, index) => ({ title: "T", url: `https://example.org/${index}`, content_html }));
    const { stories } = await read(page, { body: JSON.stringify({ items }) });
    expect(stories.map(({ summary }) => summary)).toEqual(texts.map(() => "Words."));
  });

  test("no more of a text than its first sentences, up to a word", async ({ page }) => {
    const words = "word, ".repeat(100);
    const items = [
      item("Long", "https://example.org/1", `<description>${words}</description>`),
      item("Without spaces", "https://example.org/2", `<description>${"字".repeat(300)}</description>`),
      item("Signs of two halves", "https://example.org/3", `<description>${"x".repeat(198)}${"😀".repeat(10)}</description>`),
      item("Just short enough", "https://example.org/4", `<description>${"y".repeat(200)}</description>`),
      item("", "https://example.org/5", `<description>${words}</description>`),
    ];
    const { stories } = await read(page, { body: rss(items.join("")) });
    const summaries = stories.map(({ summary }) => summary);
    expect(summaries).toEqual([`${"word, ".repeat(32)}word…`, `${"字".repeat(199)}…`, `${"x".repeat(198)}…`, "y".repeat(200), null]);
    expect(stories[4].headline).toBe(`${"word, ".repeat(12)}word…`);
  });

  const DATES = {
    "Mon, 24 Feb 2025 09:30:00 GMT": "2025-02-24T09:30:00Z",
    "Mon, 24 Feb 2025 09:30:00 +0000": "2025-02-24T09:30:00Z",
    "24 Feb 2025 23:30:00 -0500": "2025-02-24T23:30:00-05:00",
    "Mon, 24 Feb 2025 09:30:00 EST": "2025-02-24T09:30:00-05:00",
    "2025-02-24T09:30:00.123+05:30": "2025-02-24T09:30:00+05:30",
    "2025-02-24T09:30Z": "2025-02-24T09:30:00Z",
    "2025-02-24 09:30:00 +0800": "2025-02-24T09:30:00+08:00",
    "2025-02-24": "2025-02-24",
    // The day is that of whoever wrote it.
    "Mon, 24 Feb 2025 22:30:00 EST": "2025-02-24T22:30:00-05:00",
    "Mon, 24 Feb 2025 22:30:00 EDT": "2025-02-24T22:30:00-04:00",
    "Mon, 24 Feb 2025 22:30:00 CST": "2025-02-24T22:30:00-06:00",
    "Mon, 24 Feb 2025 22:30:00 CDT": "2025-02-24T22:30:00-05:00",
    "Mon, 24 Feb 2025 22:30:00 MST": "2025-02-24T22:30:00-07:00",
    "Mon, 24 Feb 2025 22:30:00 MDT": "2025-02-24T22:30:00-06:00",
    "Mon, 24 Feb 2025 22:30:00 PST": "2025-02-24T22:30:00-08:00",
    "Mon, 24 Feb 2025 22:30:00 PDT": "2025-02-24T22:30:00-07:00",
    "Mon, 24 Feb 2025 22:30:00 UT": "2025-02-24T22:30:00Z",
    "Mon, 24 Feb 2025 22:30:00 Z": "2025-02-24T22:30:00Z",
    "Mon, 24 Feb 2025 20:30:00 -0700 (PDT)": "2025-02-24T20:30:00-07:00",
    "Mon Feb 24 2025 22:30:00 GMT+0800 (China Standard Time)": "2025-02-24T22:30:00+08:00",
    // Without a zone that everybody knows, the day as it is written.
    "Mon, 24 Feb 2025": "2025-02-24",
    "Mon, 24 Feb 2025 00:30:00": "2025-02-24",
    "Mon, 24 Feb 2025 22:30:00 CET": "2025-02-24",
    "2025-02-24T00:30:00": "2025-02-24",
    "2025-02-24 23:30:00": "2025-02-24",
    "Feb 24, 2025": "2025-02-24",
    "02-24-2025": "2025-02-24",
    "Mon, 02/24/2025 - 09:30": "2025-02-24",
    // Two digits of a year are enough in RSS.
    "24 Feb 25 09:30:00 GMT": "2025-02-24T09:30:00Z",
    "Mon, 24 Feb 25 9:30 EST": "2025-02-24T09:30:00-05:00",
    "Monday, 24-Feb-25 09:30:00 GMT": "2025-02-24T09:30:00Z",
    "24 Feb 99 09:30:00 GMT": "1999-02-24T09:30:00Z",
    // What programs write for no date.
    "Mon, 30 Nov -0001 00:00:00 +0000": null,
    "Mon, 01 Jan 0001 00:00:00 +0000": null,
    "0001-01-01T00:00:00Z": null,
    "0000-00-00 00:00:00": null,
    "Thu, 01 Jan 1970 00:00:00 +0000": null,
    "2025-13-45": null,
    "Mon, 24 Feb 09:30:00 GMT": null,
    "2025-02": null,
    yesterday: null,
    "Story 12": null,
    "": null,
  };
  for (const timezoneId of ["Asia/Tokyo", "America/Los_Angeles"]) {
    test.describe(`for a reader in ${timezoneId}`, () => {
      test.use({ timezoneId });

      test("dates that are dates", async ({ page }) => {
        const dates = Object.keys(DATES);
        const items = dates.map((date, index) => item(`“${date}”`, `https://example.org/${index}`, `<pubDate>${date}</pubDate>`));
        const { stories } = await read(page, { body: rss(items.join("")) });
        expect(Object.fromEntries(stories.map(({ published }, index) => [dates[index], published]))).toEqual(DATES);
      });
    });
  }

  test("addresses as relative as the feed says they are", async ({ page, baseURL }) => {
    const feed = (base, entries) => `<feed xmlns="http://www.w3.org/2005/Atom" ${base}><title>Paper</title>${entries}</feed>`;
    const entry = (base, link) =>
      `<entry ${base}><title>T</title><link ${link}/><link rel="enclosure" type="image/png" href="p.png"/></entry>`;
    const body = feed(
      `xml:base="https://other.example/a/"`,
      entry("", `href="1.html"`) +
        entry(`xml:base="b/"`, `xml:base="c/" href="2.html"`) +
        entry(`xml:base="/d/"`, `href="//third.example/3"`) +
        entry(`xml:base="javascript:alert(1)"`, `href="4.html"`) +
        entry(`xml:base="http://"`, `href="https://example.org/5"`),
    );
    const { stories, found } = await read(page, { body });
    expect(found).toEqual([]);
    expect(stories.map(({ href, image }) => [href, image.src])).toEqual([
      ["https://other.example/a/1.html", "https://other.example/a/p.png"],
      ["https://other.example/a/b/c/2.html", "https://other.example/a/b/p.png"],
      ["https://third.example/3", "https://other.example/d/p.png"],
      ["https://other.example/a/4.html", "https://other.example/a/p.png"],
      ["https://example.org/5", "https://other.example/a/p.png"],
    ]);
    // Relative to the feed, and in RSS as well.
    const items = item("T", "one.html") + `<item><title>T</title><guid>\n  https://example.org/2\n</guid></item>`;
    const drupal = await read(page, { body: `<rss version="2.0" xml:base="../news/"><channel><title>Paper</title>${items}</channel></rss>` });
    expect(drupal.stories.map(({ href }) => href)).toEqual([`${baseURL}/news/one.html`, "https://example.org/2"]);
  });

  test("what is not empty", async ({ page }) => {
    const story = (id, more) => ({ url: `https://example.org/${id}`, title: "T", ...more });
    const items = [
      story(1, { summary: "", content_text: "Words.", date_published: "", date_modified: "2025-02-24" }),
      story(2, { summary: " ", content_text: "", content_html: "<p>Words.</p>" }),
      story(3, { title: "", summary: "", content_text: "", content_html: "<p>Words.</p>" }),
    ];
    const json = await read(page, { body: JSON.stringify({ items }) });
    expect(json.stories.map(({ headline, summary, published }) => [headline, summary, published])).toEqual([
      ["T", "Words.", "2025-02-24"],
      ["T", "Words.", null],
      ["Words.", null, null],
    ]);
    const body = `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"><title>Paper</title><entry>
      <title>T</title><link href="https://example.org/1"/><category label="" term="tech"/><source><id>urn:uuid:1</id></source>
      <media:content url="https://example.org/1" type="" medium="image"/></entry></feed>`;
    const atom = await read(page, { body });
    expect(atom.stories[0]).toMatchObject({ source: "Paper", tags: ["tech"], image: { src: "https://example.org/1" } });
  });

  test("the names of the feed and its categories, not those of other vocabularies", async ({ page }) => {
    const body = `<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel>
      <itunes:title>Another title</itunes:title><title>Paper</title>
      <item><itunes:title>Another title</itunes:title><title>T</title><link>https://example.org/1</link>
        <category><![CDATA[News &amp; Events]]></category></item></channel></rss>`;
    const { stories } = await read(page, { body });
    expect(stories[0]).toMatchObject({ headline: "T", source: "Paper", tags: ["News & Events"] });
  });

  test("a picture of the story, not of who wrote it", async ({ page }) => {
    const media = (url) => `<media:content xmlns:media="http://search.yahoo.com/mrss/" url="${url}" medium="image"/>`;
    const portrait = media("https://1.gravatar.com/avatar/0123?s=96&amp;d=identicon");
    const film = `<enclosure url="images/film.mp4" length="1"/>`;
    const items = [
      item("T", "https://example.org/1", portrait + media("https://example.org/1.jpg")),
      item("T", "https://example.org/2", portrait + film),
    ];
    const { stories } = await read(page, { body: rss(items.join("")) });
    expect(stories.map(({ image }) => image?.src)).toEqual(["https://example.org/1.jpg", undefined]);
  });

  test("what can be read where parts are of the wrong type", async ({ page }) => {
    const good = { url: "https://example.org/1", title: "Good", tags: "one", image: 5, date_published: 2025, summary: { a: 1 } };
    const body = JSON.stringify({ title: ["no", "text"], items: [null, 5, "text", {}, { title: 5, url: 6 }, good] });
    const { stories, found } = await read(page, { body, contentType: "application/json" });
    expect(found).toEqual(["warning: <article-widget> related-src: feeds/feed: items left out: 5, the first because one has neither title nor text"]);
    const absent = { summary: null, source: null, published: null, image: null };
    expect(stories).toEqual([{ kicker: "one", headline: "Good", href: "https://example.org/1", tags: ["one"], ...absent }]);
  });

  const UNREADABLE = {
    "XML that ends too soon": ["<rss><channel>\n<item><title>A</title>", "not well-formed XML: line 2 is the last, but <item> of line 2 is not closed"],
    "a page for people": ["<!doctype html><p>Sign in<br>to go on", "no JSON Feed, RSS or Atom"],
    "a page for people that is XML": ["<html><body><p>Sign in</p></body></html>", "no JSON Feed, RSS or Atom"],
    "JSON that ends too soon": ['{ "items": [', "JSON"],
    "JSON of another kind": ['{ "version": 1, "headline": "A" }', "no JSON Feed, RSS or Atom"],
    "a feed without stories": [rss(""), "no story"],
    nothing: ["", "JSON"],
  };
  test("nothing of what is no feed", async ({ page }) => {
    for (const [name, [body, words]] of Object.entries(UNREADABLE)) {
      const { stories, found } = await read(page, { body });
      expect.soft(stories, name).toBe(undefined);
      expect.soft(found, name).toHaveLength(1);
      expect.soft(found[0], name).toMatch(/^warning: <article-widget> related-src: feeds\/feed: /);
      expect.soft(found[0], name).toContain(words);
    }
  });

  test("nothing of what is longer than any feed", async ({ page }) => {
    const { stories, found } = await read(page, { body: rss(item("A".repeat(4_000_000), "https://example.org/1")) });
    expect(stories).toBe(undefined);
    expect(found).toEqual(["warning: <article-widget> related-src: feeds/feed: longer than 4000000 bytes"]);
  });
});

const headlines = (page) => page.locator(".carousel").first().locator(".teaser-headline");
const row = (page) => page.locator(".carousel").first();
const OWN = changed(() => {}).related[0].teasers.map(({ headline }) => headline);
const NEW = ["Chips & “dip”", "A second story", "A note without a title"];
const FEED = `loading="eager" related-src="feeds/feed"`;

/** Scrolls until the row is this many pixels below the window. */
const scrollNear = (page, below = 200) =>
  row(page).evaluate((row, below) => scrollBy({ top: row.getBoundingClientRect().top - innerHeight - below, behavior: "instant" }), below);

/** Brings the row on the screen. */
const scrollTo = (page) => scrollNear(page, -300);

/** Opens a page with the widget, alive, on a page that allows nothing. */
async function open(page, attributes = FEED, document = changed(() => {})) {
  await answer(page, document);
  await openPage(page, element(`src="${DOCUMENT}" ${attributes}`) + MODULE, STRICT);
  await expectEvents(page, { ready: 1 });
}

/** Gives the page the time in which stories would appear. */
async function wait(page) {
  await settle(page);
  await page.waitForTimeout(300);
  await settle(page);
}

/** Whether a complaint is about something else than a feed's pictures, which nobody serves. */
const isNoPicture = (complaint) => !/404|img-src/.test(complaint);

for (const [name, feed] of Object.entries(FEEDS)) {
  test(`The stories of a feed take the place of the document's own: ${name}`, async ({ page }) => {
    const found = complaints(page);
    await serve(page, feed);
    await open(page);
    await expect(headlines(page)).toHaveText(OWN);
    await scrollNear(page);
    await expect(headlines(page).nth(1)).toHaveText("A second story");
    await expect(row(page).locator(".teaser-link").first()).toHaveAttribute("href", "https://example.org/chips?a=1&b=2");
    await expect(row(page).getByRole("heading", { level: 2 })).toHaveText("Related stories");
    await expect(headlines(page)).toHaveCount(name === "Atom" ? 2 : 3);
    expect(found.filter(isNoPicture)).toEqual([]);
    await expectEvents(page, { ready: 1 });
  });
}

test("A feed takes the place of prerendered teasers, too, once the article is alive", async ({ page }) => {
  const found = complaints(page);
  await serve(page, FEEDS["JSON Feed"]);
  await page.route("**/index.html", async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace("<article-widget ", `<article-widget related-src="feeds/feed" `);
    const policy = POLICY.replace("style-src", `style-src ${styleSources(body)}`);
    await route.fulfill({ response, body, headers: { ...response.headers(), "content-security-policy": policy } });
  });
  await record(page);
  await page.goto("/index.html");
  await expect(headlines(page)).toHaveText(OWN);
  await page.locator(".standfirst").click();
  await expectEvents(page, { ready: 1 });
  await scrollNear(page);
  await expect(headlines(page)).toHaveText(NEW);
  expect(found.filter(isNoPicture)).toEqual([]);
});

test("A feed is not asked for before the reader is near", async ({ page }) => {
  const feed = await hold(page, "feeds/feed");
  await open(page);
  let isAsked = false;
  feed.asked.then(() => (isAsked = true));
  await scrollNear(page, 900);
  await wait(page);
  expect(isAsked).toBe(false);
  await scrollNear(page, 600);
  await feed.asked;
});

test("Nothing changes on the screen: the stories wait until the row has left it", async ({ page }) => {
  await serve(page, FEEDS["JSON Feed"]);
  const feed = await hold(page, "feeds/feed");
  await open(page);
  await scrollTo(page);
  await feed.asked;
  feed.release();
  await wait(page);
  await expect(headlines(page)).toHaveText(OWN);
  await scrollNear(page);
  await expect(headlines(page)).toHaveText(NEW);
});

test("Nothing changes above the window, where it would move what is on the screen", async ({ page }) => {
  await serve(page, FEEDS["JSON Feed"]);
  const feed = await hold(page, "feeds/feed");
  await answer(page, changed(() => {}));
  await openPage(page, `${element(`src="${DOCUMENT}" ${FEED}`)}<canvas width="1" height="3000"></canvas>${MODULE}`, STRICT);
  await expectEvents(page, { ready: 1 });
  await scrollTo(page);
  await feed.asked;
  await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: "instant" }));
  await expect(row(page)).not.toBeInViewport();
  feed.release();
  await wait(page);
  await expect(headlines(page)).toHaveText(OWN);
  await scrollNear(page);
  await expect(headlines(page)).toHaveText(NEW);
});

test("A row that has the focus stays as it is", async ({ page }) => {
  await serve(page, FEEDS["JSON Feed"]);
  const feed = await hold(page, "feeds/feed");
  await open(page);
  await scrollTo(page);
  await row(page).getByRole("link").first().focus();
  feed.release();
  await scrollNear(page);
  await wait(page);
  await expect(headlines(page)).toHaveText(OWN);
  // Until the reader is done with it.
  await page.getByRole("radio", { name: "Per year" }).focus();
  await scrollTo(page);
  await wait(page);
  await scrollNear(page);
  await expect(headlines(page)).toHaveText(NEW);
});

test("A row that the reader has scrolled stays as it is", async ({ page }) => {
  await serve(page, FEEDS["JSON Feed"]);
  const feed = await hold(page, "feeds/feed");
  await open(page);
  await scrollTo(page);
  await row(page).locator(".viewport").evaluate((viewport) => viewport.scrollTo({ left: 300, behavior: "instant" }));
  feed.release();
  await scrollNear(page);
  await wait(page);
  await expect(headlines(page)).toHaveText(OWN);
});

test("What the reader did to a chart stays when the stories come", async ({ page }) => {
  await serve(page, FEEDS["JSON Feed"]);
  await open(page);
  await page.getByRole("radio", { name: "Per year" }).check();
  await page.locator(".chart-data summary").click();
  await page.locator(".chart").evaluate((chart) => {
    window.changes = 0;
    new MutationObserver((list) => (window.changes += list.length)).observe(chart, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  await scrollNear(page);
  await expect(headlines(page)).toHaveText(NEW);
  await expect(page.getByRole("radio", { name: "Per year" })).toBeChecked();
  await expect(page.locator(".chart-subtitle")).toHaveText(/^Commitment per year/);
  await expect(page.getByRole("table")).toBeVisible();
  expect(await page.evaluate(() => window.changes)).toBe(0);
});

test("The first row of the page is the feed's, wherever it stands; others keep their teasers", async ({ page }) => {
  const teasers = (name) => [{ headline: `${name} one`, href: "#1" }, { headline: `${name} two`, href: "#2" }];
  const document = changed((document) => {
    document.related = [{ id: "last", title: "Last", teasers: teasers("Last") }, { id: "middle", title: "Middle", teasers: teasers("Middle") }];
    document.body.push({ related: "middle" }, { paragraph: "The end." });
  });
  await serve(page, FEEDS["JSON Feed"]);
  await open(page, FEED, document);
  await scrollNear(page);
  await expect(headlines(page)).toHaveText(NEW);
  await expect(page.locator(".carousel").last().locator(".teaser-headline")).toHaveText(["Last one", "Last two"]);
});

test("The console says what a document without a row of stories lacks", async ({ page }) => {
  const found = complaints(page);
  await open(page, FEED, changed((document) => delete document.related));
  await expect.poll(() => found).toHaveLength(1);
  expect(found[0]).toContain("add one to `related`");
  await expect(page.locator(".carousel")).toHaveCount(0);
});

test.describe("Without the feed the document's teasers stay, and the console says why:", () => {
  const cases = {
    "the server has none": [{ status: 404, body: RSS }, "the server answered 404"],
    "the server fails": [{ status: 503, body: "" }, "the server answered 503"],
    "it is malformed": [{ body: RSS.slice(0, 900) }, `not well-formed XML: line ${RSS.slice(0, 900).split("\n").length} has a tag that is wrong or unfinished`],
  };
  for (const [name, [feed, words]] of Object.entries(cases)) {
    test(name, async ({ page }) => {
      const found = complaints(page);
      await serve(page, feed);
      await open(page);
      await scrollNear(page);
      const warnings = () => found.filter((text) => text.startsWith("warning:"));
      await expect.poll(warnings).toEqual([`warning: <article-widget> related-src: feeds/feed: ${words}`]);
      await wait(page);
      await expect(headlines(page)).toHaveText(OWN);
      await expectEvents(page, { ready: 1 });
    });
  }

  test("there is no network", async ({ page }) => {
    const found = complaints(page);
    await page.route("**/feeds/feed", (route) => route.abort());
    await open(page);
    await scrollNear(page);
    await expect.poll(() => found.join()).toContain("feeds/feed: no answer came from the server");
    await expect(headlines(page)).toHaveText(OWN);
  });

  test("it does not come in time", async ({ page }) => {
    const found = complaints(page);
    const feed = await hold(page, "feeds/feed");
    await page.clock.install();
    await open(page);
    await scrollNear(page);
    await feed.asked;
    await page.clock.fastForward(7000);
    await settle(page);
    expect(found).toEqual([]);
    await page.clock.fastForward(1500);
    await expect.poll(() => found).toEqual(["warning: <article-widget> related-src: feeds/feed: not there after 8 seconds"]);
    feed.release();
    await expect(headlines(page)).toHaveText(OWN);
  });

  test("its script does not come", async ({ page }) => {
    const found = complaints(page);
    await page.route("**/feed.js", (route) => route.abort());
    await open(page);
    await expect.poll(() => found.filter((text) => text.startsWith("warning:")).length).toBe(1);
    await scrollNear(page);
    await wait(page);
    await expect(headlines(page)).toHaveText(OWN);
  });

  test("the page's policy forbids the address", async ({ page }) => {
    const found = complaints(page);
    await open(page, `loading="eager" related-src="https://other.example/feed.xml"`);
    await scrollNear(page);
    await expect.poll(() => found.join()).toContain("<article-widget> related-src: https://other.example/feed.xml: ");
    await expect(headlines(page)).toHaveText(OWN);
  });
});

test.describe("The address of the feed", () => {
  const widget = (page) => page.locator("article-widget");

  test("is an attribute and a property", async ({ page }) => {
    await openPage(page, element("") + MODULE);
    await page.waitForFunction(() => customElements.get("article-widget"));
    expect(await widget(page).evaluate((widget) => widget.relatedSrc)).toBe("");
    await widget(page).evaluate((widget) => (widget.relatedSrc = "a.xml"));
    await expect(widget(page)).toHaveAttribute("related-src", "a.xml");
    await widget(page).evaluate((widget) => widget.setAttribute("related-src", "b.xml"));
    expect(await widget(page).evaluate((widget) => widget.relatedSrc)).toBe("b.xml");
  });

  test("can be set before the element is defined", async ({ page }) => {
    await openPage(page, element(""));
    await widget(page).evaluate((widget) => (widget.relatedSrc = "a.xml"));
    await page.evaluate(() => import("/embed.js"));
    await expect(widget(page)).toHaveAttribute("related-src", "a.xml");
  });

  test("can be changed at any time, and taken away, and concerns its row alone", async ({ page }) => {
    await serve(page, FEEDS["JSON Feed"]);
    await serve(page, { body: rss(item("Another", "https://example.org/1")) }, "feeds/other");
    await open(page);
    await scrollNear(page);
    await expect(headlines(page)).toHaveText(NEW);
    await widget(page).evaluate((widget) => (widget.relatedSrc = "feeds/other"));
    await expect(headlines(page)).toHaveText(["Another"]);
    await widget(page).evaluate((widget) => widget.removeAttribute("related-src"));
    await expect(headlines(page)).toHaveText(OWN);
    // The article is the same all the time.
    await expectEvents(page, { ready: 1 });
  });

  test("leaves JSON inside the element the document", async ({ page }) => {
    await serve(page, FEEDS["JSON Feed"]);
    const json = JSON.stringify(changed((document) => (document.headline = "From within"))).replaceAll("<", "\\u003c");
    await openPage(page, element(`loading="eager"`, `<script type="application/json">${json}</script>`) + MODULE);
    await expectEvents(page, { ready: 1 });
    await widget(page).evaluate((widget) => (widget.relatedSrc = "feeds/feed"));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("From within");
    await scrollNear(page);
    await expect(headlines(page)).toHaveText(NEW);
  });

  for (const [name, leave] of Object.entries({
    "is another": (widget) => {
      widget.removeAttribute("related-src");
      widget.src = "articles/other.json";
    },
    "is gone": (widget) => widget.remove(),
  })) {
    test(`means nothing any more once the article ${name}`, async ({ page }) => {
      const found = complaints(page);
      await serve(page, FEEDS["JSON Feed"]);
      await answer(page, changed((document) => (document.headline = "Another")), { path: "articles/other.json" });
      const feed = await hold(page, "feeds/feed");
      await open(page);
      await scrollNear(page);
      await feed.asked;
      const isCalledOff = page.waitForEvent("requestfailed", (request) => request.url().endsWith("/feeds/feed"));
      await widget(page).evaluate(leave);
      await isCalledOff;
      feed.release();
      await wait(page);
      expect(await headlines(page).allTextContents()).not.toContain(NEW[0]);
      expect(found).toEqual([]);
    });
  }
});
