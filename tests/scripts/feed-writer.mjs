// Writes made-up feeds as programs write them: JSON Feed, RSS 2.0 and Atom, each with the habits that are found in
// real ones. What is read of them must be what was written.

export const ADDRESS = "https://harbour.example/feeds/all";
/** The page that shows the stories. */
export const OWN = "https://harbour.example/own";

const WORDS = ["Cranes", "return", "harbour’s", "“quiet”", "year", "–", "Fish & Chips", "R&D", "1 < 2", "3 > 2", "I <3", "<dialog>", "&amp;", "Café", "für", "Ærø", "港口", "😀", "€5", "it's", 'the "old"'];
const REFERENCES = { "’": "&rsquo;", "“": "&ldquo;", "”": "&rdquo;", "–": "&ndash;", é: "&eacute;", "€": "&euro;" };
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Made-up choices, the same for each seed (mulberry32). */
export function dice(seed) {
  let state = seed;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end) => Math.floor(random() * end);
  return { below, pick: (list) => list[below(list.length)], maybe: (part = 0.5) => random() < part };
}

const escape = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const quoted = (text) => escape(text).replaceAll('"', "&quot;");
const cdata = (text) => `<![CDATA[${text}]]>`;
const pad = (number) => String(number).padStart(2, "0");

/** A text as HTML: with references, elements or neither. */
function html({ pick, maybe }, text) {
  const reference = (sign) => pick([sign, REFERENCES[sign] ?? sign, `&#${sign.codePointAt(0)};`, `&#x${sign.codePointAt(0).toString(16)};`]);
  const words = Array.from(escape(text), (sign) => (sign > "~" ? reference(sign) : sign)).join("");
  if (maybe()) return words;
  return words.replace(/^\S+/, (word) => pick([`<em>${word}</em>`, `<strong class="a > b">${word}</strong>`, `<a href='/x'>${word}</a>`]));
}

/** Whether a text that is called plain is taken for HTML. */
const isPlain = (text) => !text.includes("&amp;");
/** A text that is plain by the standard, as programs write it. */
const plainly = (roll, text) => (isPlain(text) && roll.maybe() ? text : html(roll, text));

/** A day and how it is written; `null` where that says no day. */
function date({ pick, below }) {
  const [year, month, day, hour] = [2020 + below(6), 1 + below(12), 1 + below(28), below(24)];
  const iso = `${year}-${pad(month)}-${pad(day)}`;
  const clear = day > 12 || day === month;
  return pick([
    [`${iso}T${pad(hour)}:30:00Z`, `${iso}T${pad(hour)}:30:00Z`],
    [`${day} ${MONTHS[month - 1]} ${year} ${pad(hour)}:30:00 +0400`, `${iso}T${pad(hour)}:30:00+04:00`],
    [`${MONTHS[month - 1]} ${day}, ${year}`, iso],
    [iso, iso],
    [`${pad(day)}-${pad(month)}-${year} ${pad(hour)}:30 +0400`, clear ? `${iso}T${pad(hour)}:30:00+04:00` : null],
    [`${pad(day)}/${pad(month)}/${year}`, clear ? iso : null],
    [`31 ${pick(["Feb", "Apr", "Jun", "Sep", "Nov"])} ${year} 10:00:00 GMT`, null],
    ["0001-01-01T00:00:00Z", null],
    ["", null],
  ]);
}

/** The address of a story as the ways to write it, and none where it is written as no address. */
function address({ pick, maybe }, id) {
  const href = `https://example.org/${id}?a=1&b=2`;
  if (maybe(0.1)) return [pick(["N/A", "", "www.example.org/6", "none", "javascript:alert(1)"]), undefined];
  if (maybe(0.1)) return [`/stories/${id}.html`, `https://harbour.example/stories/${id}.html`];
  return [href, href];
}

/** A story, and what is to be read of it. */
function story(roll, id, publisher) {
  const text = (most) => Array.from({ length: 1 + roll.below(most) }, () => roll.pick(WORDS)).join(" ");
  const [date_, published] = date(roll);
  const [link, href] = address(roll, id);
  const [headline, summary] = [text(6), roll.maybe(0.8) ? text(8) : null];
  const tags = Array.from({ length: roll.below(3) }, () => text(2));
  const image = roll.maybe() ? `https://example.org/pictures/${id}.jpg` : null;
  return {
    written: { headline, summary, link, date: date_, tags, image },
    read: { kicker: tags[0] ?? null, headline, summary, href, source: publisher, published, image: image && { src: image, width: 480, height: 320 }, tags },
  };
}

/** The text of a story as HTML, with its picture where that stands nowhere else. */
const body = (roll, { summary }, picture) =>
  `${roll.maybe() ? `<script>alert("no word of this")</script><!-- <img src="/no.png"> -->` : ""}<p>${summary === null ? "" : html(roll, summary)}</p>${picture ? `<img src="${picture}">` : ""}`;

function json(roll, publisher, stories) {
  const items = stories.map(({ headline, summary, link, date, tags, image }) => {
    const inText = image && roll.maybe();
    const long = roll.maybe() || inText;
    return {
      id: link,
      [roll.pick(["url", "external_url"])]: link,
      title: plainly(roll, headline),
      ...(long ? { content_html: body(roll, { summary }, inText && image) } : { [roll.pick(["summary", "content_text"])]: plainly(roll, summary ?? "") }),
      [roll.pick(["date_published", "date_modified"])]: date,
      tags: tags.map((tag) => plainly(roll, tag)),
      ...(image && !inText ? roll.pick([{ image }, { banner_image: image }, { attachments: [{ url: image, mime_type: "image/jpeg" }] }]) : {}),
    };
  });
  return JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title: plainly(roll, publisher), items }, null, roll.pick([0, 2]));
}

/** HTML or plain text in XML. */
const inXml = ({ maybe }, text) => (maybe() ? cdata(text) : escape(text));
/** The file of a picture. */
const file = ({ pick }, image) =>
  pick([
    `<enclosure url="${image}" length="1" type="image/jpeg"/>`,
    `<media:content url="${image}"/>`,
    `<media:group><media:content url="${image}" medium="image"/></media:group>`,
    `<media:thumbnail url="${image}"/>`,
    `<itunes:image href="${image}"/>`,
  ]);

function rss(roll, publisher, stories) {
  const short = (text) => inXml(roll, plainly(roll, text));
  const items = stories.map((story) => {
    const { headline, link, date, tags, image } = story;
    const inText = image && roll.maybe();
    const where = [
      `<link>${quoted(link)}</link>`,
      `<link/><atom:link href="${quoted(link)}"/>`,
      `<guid isPermaLink="true">${quoted(link)}</guid><link> N/A </link>`,
      ...(/^https/.test(link) ? [`<dc:identifier>${cdata(link)}</dc:identifier><guid isPermaLink="false">https://example.org/no</guid>`] : []),
    ];
    return `<item>
      <title>${short(headline)}</title>${roll.pick(where)}
      <${roll.pick(["description>", "content:encoded>"])}${inXml(roll, body(roll, story, inText && image))}</>
      <${roll.pick(["pubDate>", "dc:date>"])}${date}</>
      ${tags.map((tag) => `<category>${short(tag)}</category>`).join("\n")}${image && !inText ? file(roll, image) : ""}
    </item>`.replace(/<(description|content:encoded|pubDate|dc:date)>([^]*?)<\/>/g, "<$1>$2</$1>");
  });
  const spaces = roll.maybe() ? ' xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/"' : "";
  return `<rss version="2.0"${spaces}>\n<channel><title>${short(publisher)}</title>${items.join("\n")}</channel></rss>`;
}

function atom(roll, publisher, stories) {
  const text = (name, words) =>
    roll.pick([
      () => `<${name}>${inXml(roll, words)}</${name}>`,
      () => `<${name} type="html">${inXml(roll, html(roll, words))}</${name}>`,
      () => `<${name} type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${html(roll, words)}</div></${name}>`,
    ])();
  const entries = stories.map(({ headline, summary, link, date, tags, image }) => {
    const where = [
      `<link rel="self" href="/no.xml"/><link href="${quoted(link)}"/>`,
      `<link type="application/json" href="/no.json"/><link rel="alternate" type="text/html" href="${quoted(link)}"/>`,
      `<content type="text/html" src="${quoted(link)}"/>`,
    ];
    return `<entry>
      ${text("title", headline)}${roll.pick(where)}<id>urn:uuid:1</id>
      ${summary === null ? "" : text("summary", summary)}
      <${roll.pick(["published", "updated"])}>${date}</>
      ${tags.map((tag) => `<category ${roll.pick(["term", 'term="x" label'])}="${quoted(tag)}"/>`).join("\n")}
      ${image ? roll.pick([`<link rel="enclosure" type="image/jpeg" href="${image}"/>`, file(roll, image)]) : ""}
    </entry>`.replace(/<(published|updated)>([^<]*)<\/>/g, "<$1>$2</$1>");
  });
  return `<feed xmlns="http://www.w3.org/2005/Atom">\n${text("title", publisher)}${entries.join("\n")}</feed>`;
}

/** XML that is nearly right. */
function nearly({ pick, maybe }, xml) {
  // A CDATA section has no references.
  const signs = maybe() ? xml.replace(/<!\[CDATA\[[^]*?\]\]>|&amp;(?= )/g, (found) => (found === "&amp;" ? "&" : found)) : xml;
  const controls = maybe(0.3) ? signs.replaceAll("Cranes", `Cr\u0008an${pick(["\u0000", "\u001f"])}es`) : signs;
  const first = pick(["", "\n\n", "\ufeff", "Notice: a < b in /feed.php on line 3\n<br />\n", "<!-- <rss> -->"]);
  return `${first}<?xml version="1.0" encoding="ENCODING"?>${controls}${pick(["", "\n<!-- cached -->", "<script>if (a < b) c()</script>"])}`;
}

/** JSON that is nearly right. */
function nearlyJson({ pick, maybe }, json) {
  const controls = maybe(0.3) ? json.replaceAll("Cranes", `Cr\u0008an${pick(["\u0000", "\u001f"])}es`) : json;
  const lines = maybe(0.3) ? controls.replaceAll("return year", pick(["return\nyear", "return\r\n\tyear"])) : controls;
  return `${pick(["", "\n\n", "\ufeff\ufeff", "Notice: a { b in /feed.php on line 3\n", ")]}'\n"])}${lines}${pick(["", "\n<!-- cached -->", ");"])}`;
}

/** The bytes of a feed, and what the server calls them: not always what they are. */
function bytes({ pick, maybe }, text) {
  const wide = (mark) => Buffer.from(`${mark}${text.replace("ENCODING", "utf-16")}`, "utf16le");
  // Signs that Latin 1 has no bytes for stand as references in XML.
  const isLatin = /ENCODING/.test(text) && !/[^\0-\xff]/.test(text.replace(/^\ufeff/, ""));
  if (isLatin && maybe()) return [Buffer.from(text.replace("ENCODING", "ISO-8859-1").replace(/^\ufeff/, ""), "latin1"), pick(["text/xml", "text/xml; charset=utf-8"])];
  if (maybe(0.2)) return [pick([wide("\ufeff"), wide("\ufeff").swap16(), wide("")]), "text/plain; charset=utf-8"];
  return [Buffer.from(text.replace("ENCODING", pick(["UTF-8", "utf-16", "ISO-8859-1", "gbk"]))), pick([null, "text/xml", "application/json; charset=iso-8859-1", "text/html; charset=windows-1251"])];
}

/** A feed, what the server calls it, and the stories that are to be read of it. */
export function feed(seed) {
  const roll = dice(seed);
  const publisher = roll.pick(["Harbour Post", "Harbour Post & Gazette", "Häfen"]);
  const stories = Array.from({ length: 1 + roll.below(5) }, (_, id) => story(roll, id, publisher));
  const written = stories.map(({ written }) => written);
  // Doubles and the page's own story, in other words.
  const known = (link) => ({ headline: "Again", summary: null, link, date: "", tags: [], image: null });
  if (roll.maybe()) written.push(known(`${OWN.replace("https://", "http://www.")}/?utm_source=rss#top`));
  if (roll.maybe() && stories[0].read.href) written.push(known(`${stories[0].read.href}${/\?/.test(stories[0].read.href) ? "&" : "?"}utm_source=rss#top`));
  const kind = roll.pick(["json", "rss", "atom"]);
  const text = kind === "json" ? nearlyJson(roll, json(roll, publisher, written)) : nearly(roll, { rss, atom }[kind](roll, publisher, written));
  const [data, mediaType] = bytes(roll, text);
  return { kind, text, answer: { bytes: data, mediaType, address: ADDRESS }, stories: stories.map(({ read }) => read).filter(({ href }) => href) };
}
