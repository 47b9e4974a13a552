// The stories of a feed as teasers of a document: JSON Feed, RSS, Atom.

import { clean, excerpt, plain } from "./prose.js";

// The latest come first.
const MOST = 100;
// Characters of a summary, and of a headline that is made from one.
const SUMMARY = 200;
const HEADLINE = 80;
// The picture whose width comes nearest is taken: twice that of a card.
const WIDTH = 640;
// Of pictures that do not say. A card cuts each to its own shape.
const SIZE = { width: 480, height: 320 };
const PICTURE = /^image(\/|$)|\.(avif|gif|jpe?g|png|webp)\b/i;
// WordPress puts the portrait of the author before the pictures of the story.
const PORTRAIT = /gravatar\.com\/avatar/;
// Parts of an item that come from other vocabularies: `content:encoded`, `dc:date`.
const FOREIGN = ["encoded", "date"];
// `2025-02-24`, `24 Feb 2025`, `24 Feb 25`; no standard has `Feb 24, 2025` and `02/24/2025`, but feeds do.
// Programs that know of no date write one of the year 1 or before.
const DAY =
  /^([12]\d{3}-\d\d-\d\d|(?:[a-z]+,? ?)?(\d\d?[ -][a-z]{3,9}[ -](?:[12]\d{3}|\d\d)|[a-z]{3,9} \d\d?,? [12]\d{3}|\d\d?([-/])\d\d?\3[12]\d{3}))(?![\d:])/i;
// A time of day with a zone: an offset or a name, then perhaps a remark in brackets.
const TIME =
  /^(?:T|[ ,-]+)([01]?\d|2[0-3])(:[0-5]\d)(:[0-5]\d)?(?:[.,]\d+)? ?(?:(?:GMT|UTC)?([+-](?:0\d|1[0-4])):?([0-5]\d)?|(Z|UTC?|GMT)|([ECMP])([SD])T)(?: ?\(.*\))?$/i;

/** The stories in the answer to a request for a feed; an error where there are none. */
export function storiesOf(request) {
  const base = request.responseURL;
  // Asked for XML, a browser makes some: with what is wrong with it, in styles that a page may forbid.
  const items = /^\s*</.test(request.responseText) ? fromXml(request.responseXML, base) : fromJson(JSON.parse(request.responseText));
  const stories = [];
  // No story leads to the page that it stands on, and none is there twice.
  const taken = [location.href, location.href.split("#")[0], document.querySelector("link[rel=canonical]")?.href];
  for (const { title, text, links, source, date, tags, pictures } of items) {
    const href = links.map((link) => absolute(link, base)).find(Boolean);
    const headline = clean(title) || excerpt(text, HEADLINE);
    if (!href || !headline || taken.includes(href)) continue;
    taken.push(href);
    const words = tags.map(clean).filter(Boolean);
    stories.push({
      kicker: words[0] ?? null,
      headline,
      // A headline that is made of the text says enough of it.
      summary: clean(title) ? excerpt(text, SUMMARY) || null : null,
      href,
      source: clean(source) || null,
      published: moment(clean(date)),
      image: pictureOf(pictures, base),
      tags: words,
    });
    if (stories.length === MOST) break;
  }
  if (!stories.length) throw new Error("no JSON Feed, RSS or Atom, or no story in it with a title or text and an address of the web");
  return stories;
}

// Item after item, as they are asked for: to make plain text of HTML takes time, and feeds are long.
function* fromJson({ title: source, items }) {
  for (const item of [items].flat()) {
    yield {
      title: item?.title,
      text: clean(item?.summary) || clean(item?.content_text) || plain(item?.content_html),
      links: [item?.url, item?.external_url],
      source,
      date: item?.date_published || item?.date_modified,
      tags: [item?.tags].flat(),
      pictures: [item?.image, item?.banner_image].map((address) => ({ address, kind: "image" })),
    };
  }
}

function* fromXml(xml, base) {
  // Some browsers give nothing for what is not well-formed, some what they have read of it.
  if (!xml || xml.querySelector("parsererror")) throw new Error("not well-formed XML");
  const publisher = words(partsOf(xml.querySelector("channel, feed"), "title")[0]);
  for (const item of xml.querySelectorAll("item, entry")) {
    const parts = (name) => partsOf(item, name);
    const first = (...names) => names.map((name) => words(parts(name)[0])).find(Boolean);
    const links = parts("link").filter((link) => /^(null|alternate)$/.test(link.getAttribute("rel")));
    const guids = parts("guid").filter((guid) => guid.getAttribute("isPermaLink") !== "false" && /^\s*http/.test(guid.textContent));
    const [source] = parts("source");
    yield {
      title: first("title"),
      text: first("description", "summary", "encoded", "content"),
      links: [...links, ...guids].map((link) => absolute(link.getAttribute("href") ?? link.textContent, baseOf(link, base))),
      // In RSS a name, in Atom what is known of another feed.
      source: words(source?.children.length ? partsOf(source, "title")[0] : source) || publisher,
      date: first("pubDate", "published", "date", "updated"),
      tags: parts("category").map((tag) => tag.getAttribute("label") || tag.getAttribute("term") || words(tag)),
      pictures: [...item.querySelectorAll("enclosure, content, thumbnail, link[rel=enclosure]")].map((part) => {
        const [url, href, type, medium, width, height] = ["url", "href", "type", "medium", "width", "height"].map((name) => part.getAttribute(name));
        const address = absolute(url || href, baseOf(part, base));
        return { address, kind: part.localName === "thumbnail" ? "image" : type || medium || address, width, height };
      }),
    };
  }
}

/** The parts of an element that have this name in its own vocabulary, or in any for some names. */
const partsOf = (element, name) =>
  [...(element?.children ?? [])].filter(
    ({ localName, namespaceURI }) => localName === name && (namespaceURI === element.namespaceURI || FOREIGN.includes(name)),
  );

/** What an element says, as plain text. In RSS everything is HTML, in Atom what says so. */
function words(element) {
  if (!element) return "";
  const type = element.getAttribute("type") ?? (element.closest("feed") ? "text" : "html");
  if (/xhtml/.test(type)) return plain(new XMLSerializer().serializeToString(element));
  return /html/.test(type) ? plain(element.textContent) : clean(element.textContent);
}

/** An address of the web, from everywhere; `undefined` for others. */
function absolute(address, base) {
  try {
    const { protocol, href } = new URL(clean(address) || "none:", base);
    return /^https?:/.test(protocol) ? href : undefined;
  } catch {
    return undefined;
  }
}

/** What the addresses in an element are relative to: each `xml:base` is so to the one around it. */
function baseOf(element, base) {
  if (!element) return base;
  const outer = baseOf(element.parentElement, base);
  return absolute(element.getAttribute("xml:base"), outer) ?? outer;
}

/** A date of RFC 822 or ISO 8601 as documents write it, by the clock of whoever wrote it. */
function moment(text) {
  const [written, , other] = DAY.exec(text) ?? [];
  // Not every browser reads `02-24-2025`.
  const noon = new Date(other ? `${other.replace(/(\d)-(?=\d)/g, "$1/")} 12:00 GMT` : `${written}T12:00Z`);
  // Computers count from 1970: who has a date of that night has none.
  if (!(Math.abs(noon) > 86_400_000)) return null;
  const day = noon.toISOString().slice(0, 10);
  const [time, hour, minute, second = ":00", hours, minutes = "00", utc, zone, season] = TIME.exec(text.slice(written.length)) ?? [];
  // A time that is nowhere in the world says nothing to readers elsewhere.
  if (!time) return day;
  // In summer the clocks of America are one hour nearer: EDT is four hours behind, EST and CDT five.
  const offset = zone ? `-0${4 + "ECMP".indexOf(zone.toUpperCase()) + /s/i.test(season)}:00` : utc ? "Z" : `${hours}:${minutes}`;
  return `${day}T${hour.padStart(2, "0")}${minute}${second}${offset.replace(/^.00:00/, "Z")}`;
}

/** The picture that suits a card best. */
function pictureOf(pictures, base) {
  const usable = pictures
    .filter(({ address, kind }) => absolute(address, base) && PICTURE.test(kind) && !PORTRAIT.test(address))
    .map(({ address, width, height }) => {
      const size = width > 0 && height > 0 ? { width: Math.ceil(width), height: Math.ceil(height) } : SIZE;
      return { src: absolute(address, base), ...size };
    });
  return usable.sort((a, b) => Math.abs(a.width - WIDTH) - Math.abs(b.width - WIDTH))[0] ?? null;
}
