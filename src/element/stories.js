// @ts-check
// Reads feeds (JSON Feed, RSS, Atom) into teasers as documents have them.

/** @import { Story } from "./types.js" */

import { clean, excerpt, plain } from "./prose.js";

// Stories that are read of a feed; the latest come first.
const MOST = 100;
// Characters of a summary, and of a headline that is made from one.
const SUMMARY = 200;
const HEADLINE = 80;
// The picture whose width is nearest to this is taken: twice the width of a card.
const WIDTH = 640;
// The size of pictures whose feed states none. Cards crop all pictures to one shape.
const SIZE = { width: 480, height: 320 };
const PICTURE = /^image(\/|$)|\.(avif|gif|jpe?g|png|webp)\b/i;
// WordPress puts the portrait of the author before the pictures of the story.
const PORTRAIT = /gravatar\.com\/avatar/;
// Parts of an item that come from other vocabularies: `content:encoded`, `dc:date`.
const FOREIGN = ["encoded", "date"];
// `2025-02-24`, `24 Feb 2025`, `24 Feb 25`; no standard has `Feb 24, 2025` and `02/24/2025`, but feeds do.
// Programs without a date write one of the year 1 or before.
const DAY =
  /^([12]\d{3}-\d\d-\d\d|(?:[a-z]+,? ?)?(\d\d?[ -][a-z]{3,9}[ -](?:[12]\d{3}|\d\d)|[a-z]{3,9} \d\d?,? [12]\d{3}|\d\d?([-/])\d\d?\3[12]\d{3}))(?![\d:])/i;
// A time of day with a zone: an offset or a name, and an optional remark in brackets.
const TIME =
  /^(?:T|[ ,-]+)([01]?\d|2[0-3])(:[0-5]\d)(:[0-5]\d)?(?:[.,]\d+)? ?(?:(?:GMT|UTC)?([+-](?:0\d|1[0-4])):?([0-5]\d)?|(Z|UTC?|GMT)|([ECMP])([SD])T)(?: ?\(.*\))?$/i;

/**
 * What all kinds of feeds say of a story.
 *
 * @typedef {object} Item
 * @property {unknown} title
 * @property {string} text
 * @property {any[]} links
 * @property {unknown} source
 * @property {unknown} date
 * @property {unknown[]} tags
 * @property {Picture[]} pictures
 */

/**
 * @typedef {object} Picture
 * @property {unknown} address
 * @property {any} kind a media type, or an address
 * @property {any} [width]
 * @property {any} [height]
 */

/**
 * The stories in the answer to a request for a feed; an error where there are none.
 *
 * @param {XMLHttpRequest} request
 */
export function storiesOf(request) {
  const base = request.responseURL;
  // `responseXML` is read for XML only: for other texts a browser makes a page with the error, whose styles a policy may
  // forbid.
  const items = /^\s*</.test(request.responseText) ? fromXml(request.responseXML, base) : fromJson(JSON.parse(request.responseText));
  /** @type {Story[]} */
  const stories = [];
  // No story leads to its own page, and none is shown twice.
  const taken = [location.href, location.href.split("#")[0], /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=canonical]"))?.href];
  for (const { title, text, links, source, date, tags, pictures } of items) {
    const href = links.map((link) => absolute(link, base)).find(Boolean);
    const headline = clean(title) || excerpt(text, HEADLINE);
    if (!href || !headline || taken.includes(href)) continue;
    taken.push(href);
    const words = tags.map(clean).filter(Boolean);
    stories.push({
      kicker: words[0] ?? null,
      headline,
      // A headline that is made of the text needs no summary.
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

// Both readers are generators: making plain text of HTML takes time, and only the first items are used.
/**
 * @param {any} feed
 * @returns {Generator<Item>}
 */
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

/**
 * @param {XMLDocument | null} xml
 * @param {string} base
 * @returns {Generator<Item>}
 */
function* fromXml(xml, base) {
  // Of XML that is not well-formed, some browsers give nothing, and some the part that they could read.
  if (!xml || xml.querySelector("parsererror")) throw new Error("not well-formed XML");
  const publisher = words(partsOf(xml.querySelector("channel, feed"), "title")[0]);
  for (const item of xml.querySelectorAll("item, entry")) {
    const parts = (/** @type {string} */ name) => partsOf(item, name);
    const first = (/** @type {string[]} */ ...names) => /** @type {string} */ (names.map((name) => words(parts(name)[0])).find(Boolean));
    const links = parts("link").filter((link) => /^(null|alternate)$/.test(/** @type {string} */ (link.getAttribute("rel"))));
    const guids = parts("guid").filter((guid) => guid.getAttribute("isPermaLink") !== "false" && /^\s*http/.test(guid.textContent));
    const [source] = parts("source");
    yield {
      title: first("title"),
      text: first("description", "summary", "encoded", "content"),
      links: [...links, ...guids].map((link) => absolute(link.getAttribute("href") ?? link.textContent, baseOf(link, base))),
      // In RSS a name, in Atom the metadata of another feed.
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

/**
 * The children of an element with this name, in its own vocabulary or, for some names, in any.
 *
 * @param {Element | null} element
 * @param {string} name
 */
const partsOf = (element, name) =>
  [...(element?.children ?? [])].filter(
    ({ localName, namespaceURI }) => localName === name && (namespaceURI === /** @type {Element} */ (element).namespaceURI || FOREIGN.includes(name)),
  );

/**
 * The content of an element as plain text. In RSS it is HTML, in Atom where its type says so.
 *
 * @param {Element | undefined} element
 */
function words(element) {
  if (!element) return "";
  const type = element.getAttribute("type") ?? (element.closest("feed") ? "text" : "html");
  if (/xhtml/.test(type)) return plain(new XMLSerializer().serializeToString(element));
  return /html/.test(type) ? plain(element.textContent) : clean(element.textContent);
}

/**
 * An absolute address of the web; `undefined` where an address is no such.
 *
 * @param {unknown} address
 * @param {string} base
 */
function absolute(address, base) {
  try {
    const { protocol, href } = new URL(clean(address) || "none:", base);
    return /^https?:/.test(protocol) ? href : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The base of the addresses in an element. Each `xml:base` is relative to the one around it.
 *
 * @param {Element | null} element
 * @param {string} base
 * @returns {string}
 */
function baseOf(element, base) {
  if (!element) return base;
  const outer = baseOf(element.parentElement, base);
  return absolute(element.getAttribute("xml:base"), outer) ?? outer;
}

/**
 * A date of RFC 822 or ISO 8601 as documents write it, in the zone of the writer.
 *
 * @param {string} text
 */
function moment(text) {
  const [written, , other] = DAY.exec(text) ?? [];
  // Not every browser reads `02-24-2025`.
  const noon = /** @type {Date & number} */ (new Date(other ? `${other.replace(/(\d)-(?=\d)/g, "$1/")} 12:00 GMT` : `${written}T12:00Z`));
  // Computers count from 1970: a program without a date may write 0, which is that night.
  if (!(Math.abs(noon) > 86_400_000)) return null;
  const day = noon.toISOString().slice(0, 10);
  const [time, hour, minute, second = ":00", hours, minutes = "00", utc, zone, season] = TIME.exec(text.slice(/** @type {string} */ (written).length)) ?? [];
  // A time without a zone says nothing to readers elsewhere.
  if (!time) return day;
  // Daylight saving time is one hour nearer: EDT is four hours behind, EST and CDT are five.
  const offset = zone ? `-0${4 + "ECMP".indexOf(zone.toUpperCase()) + /** @type {any} */ (/s/i.test(season))}:00` : utc ? "Z" : `${hours}:${minutes}`;
  return `${day}T${hour.padStart(2, "0")}${minute}${second}${offset.replace(/^.00:00/, "Z")}`;
}

/**
 * The picture that suits a card best.
 *
 * @param {Picture[]} pictures
 * @param {string} base
 */
function pictureOf(pictures, base) {
  const usable = pictures
    .filter(({ address, kind }) => absolute(address, base) && PICTURE.test(kind) && !PORTRAIT.test(/** @type {string} */ (address)))
    .map(({ address, width, height }) => {
      const size = width > 0 && height > 0 ? { width: Math.ceil(width), height: Math.ceil(height) } : SIZE;
      return { src: /** @type {string} */ (absolute(address, base)), ...size };
    });
  return usable.sort((a, b) => Math.abs(a.width - WIDTH) - Math.abs(b.width - WIDTH))[0] ?? null;
}
