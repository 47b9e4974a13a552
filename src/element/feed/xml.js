// @ts-check
// Reads the items of RSS and Atom.

/** @import { Item } from "./stories.js" */

import { absolute } from "./address.js";
import { clean, plain } from "./prose.js";

// Parts of an item that come from other vocabularies: `content:encoded`, `dc:date`.
const FOREIGN = ["encoded", "date"];

/**
 * The items, one after the other, as in json.js.
 *
 * @param {XMLDocument | null} xml
 * @param {string} base
 * @returns {Generator<Item>}
 */
export function* fromXml(xml, base) {
  // Of XML that is not well-formed, some browsers give nothing, and some the part that they could read.
  if (!xml || xml.querySelector("parsererror")) throw new Error("not well-formed XML");
  const publisher = words(partsOf(xml.querySelector("channel, feed"), "title")[0]);
  for (const item of xml.querySelectorAll("item, entry")) {
    const parts = (/** @type {string} */ name) => partsOf(item, name);
    const first = (/** @type {string[]} */ ...names) => /** @type {string} */ (names.map((name) => words(parts(name)[0])).find(Boolean));
    const links = parts("link").filter((link) => /^(null|alternate)$/.test(/** @type {string} */ (link.getAttribute("rel"))));
    const guids = parts("guid").filter((guid) => guid.getAttribute("isPermaLink") !== "false" && /^\s*http/.test(guid.textContent));
    const [origin] = parts("source");
    yield {
      title: first("title"),
      text: first("description", "summary", "encoded", "content"),
      links: [...links, ...guids].map((link) => absolute(link.getAttribute("href") ?? link.textContent, baseOf(link, base))),
      // In RSS a name, in Atom the metadata of another feed.
      publisher: words(origin?.children.length ? partsOf(origin, "title")[0] : origin) || publisher,
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
