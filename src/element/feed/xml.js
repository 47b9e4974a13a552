// @ts-check
// Reads the items of RSS and Atom.

/** @import { Item } from "./stories.js" */
/** @import { XmlElement } from "./tree.js" */

import { absolute, resolved } from "./address.js";
import { picturesIn } from "./picture.js";
import { clean, loose, plain } from "./prose.js";
import { treeOf } from "./tree.js";

// Parts of an item that come from other vocabularies: `content:encoded`, `dc:date`, `dc:identifier`, `dc:subject`,
// `feedburner:origLink`.
const FOREIGN = ["encoded", "date", "identifier", "subject", "origLink"];
// Parts that are HTML in RSS. The others are plain by the standard.
const LONG = ["description", "summary", "encoded", "content"];

/**
 * The items, one after the other, as in json.js. There are none if the text is not a feed.
 *
 * @param {string} source
 * @param {string} base
 * @returns {Generator<Item>}
 */
export function* fromXml(source, base) {
  const root = treeOf(source);
  if (!root) return;
  const publisher = words(partsOf(root.children.find(({ name }) => name === "channel") ?? root, "title")[0]);
  for (const item of within(root, ["item", "entry"])) {
    const first = (/** @type {string[]} */ ...names) => /** @type {string} */ (names.flatMap((name) => partsOf(item, name)).map(words).find(Boolean));
    const [origin] = partsOf(item, "source");
    yield {
      title: first("title"),
      // Films have their description beside their file (`media:group`).
      text: first(...LONG) || /** @type {string} */ ([...within(item, ["description"])].map(words).find(Boolean)),
      links: linksOf(item, base),
      // In RSS this is a name, in Atom the metadata of another feed.
      publisher: words(origin?.children.length ? partsOf(origin, "title")[0] : origin) || publisher,
      date: first("pubDate", "published", "issued", "date", "updated", "modified"),
      tags: ["category", "subject"].flatMap((name) => partsOf(item, name)).map((tag) => tag.attributes.get("label") || tag.attributes.get("term") || words(tag)),
      pictures: [...within(item, ["enclosure", "content", "thumbnail", "image", "link"])].filter(isFile).map((part) => {
        const [url, href, src, width, height] = ["url", "href", "src", "width", "height"].map((name) => part.attributes.get(name));
        const address = addressIn(part, url || href || src, base);
        return { address, kind: kindOf(part, address), width, height };
      }),
      inText: LONG.flatMap((name) => partsOf(item, name)).flatMap((part) =>
        picturesIn(htmlOf(part)).map((picture) => ({ ...picture, address: addressIn(part, picture.address, base) })),
      ),
    };
  }
}

/**
 * The addresses of the story, the best first: those of the feed's own vocabulary, `atom:link` in RSS, a `guid` or an
 * identifier that is an address, content at another address, and alternates that are not HTML pages.
 *
 * @param {XmlElement} item
 * @param {string} base
 */
function linksOf(item, base) {
  const alternates = item.children.filter(({ name, attributes }) => name === "link" && /(^|\/)alternate$/.test(attributes.get("rel") ?? "alternate"));
  const pages = alternates.filter(isPage);
  const own = partsOf(item, "link");
  const guids = partsOf(item, "guid").filter(({ attributes, text }) => {
    const permanent = attributes.get("isPermaLink");
    return !/^\s*false/i.test(permanent ?? "") && (permanent || /^\s*https?:/i.test(text));
  });
  const identifiers = partsOf(item, "identifier").filter(({ text }) => /^\s*https?:/i.test(text));
  // These are PDF files, for example, but not data or other feeds.
  const others = alternates.filter((link) => !isPage(link) && !/json|xml/.test(/** @type {string} */ (link.attributes.get("type"))));
  return [
    // `link` leads to a counter then.
    ...partsOf(item, "origLink"),
    ...pages.filter((link) => own.includes(link)),
    ...pages.filter((link) => !own.includes(link)),
    ...guids,
    ...identifiers,
    ...partsOf(item, "content").filter((part) => part.attributes.has("src") && isPage(part)),
    ...others,
  ].map((part) => addressIn(part, part.attributes.get("href") ?? part.attributes.get("src") ?? part.text, base));
}

/**
 * Whether an element leads to a page, as far as its type says.
 *
 * @param {XmlElement} element
 */
const isPage = ({ attributes }) => /html|^$/.test(attributes.get("type") ?? "");

/**
 * Whether an element describes a file, such as a picture.
 *
 * @param {XmlElement} element
 */
const isFile = ({ name, attributes }) => name !== "link" || attributes.get("rel") === "enclosure";

/**
 * The kind of a file, from its element or from its address.
 *
 * @param {XmlElement} element
 * @param {string | undefined} address
 */
function kindOf({ name, attributes }, address = "") {
  const kind = /^(?:thumbnail|image)$/.test(name) ? "image" : attributes.get("type") || attributes.get("medium");
  // If an element says nothing about a file, not even its duration, it is a picture in most feeds.
  const isUnnamed = name === "content" && address && !attributes.has("duration") && !/\.\w+$/.test(new URL(address).pathname);
  return kind || (isUnnamed ? "image" : address);
}

/**
 * An address in an element.
 *
 * @param {XmlElement} element
 * @param {unknown} address
 * @param {string} base of the feed
 */
function addressIn(element, address, base) {
  const stated = baseOf(element, base);
  return absolute(address, stated, stated !== base);
}

/**
 * The base of the addresses in an element. Each `xml:base` is relative to the one around it.
 *
 * @param {XmlElement | undefined} element
 * @param {string} base
 * @returns {string}
 */
function baseOf(element, base) {
  if (!element) return base;
  const outer = baseOf(element.parent, base);
  return resolved(element.attributes.get("xml:base"), outer) ?? outer;
}

/**
 * The children of an element with this name, in its own vocabulary or, for some names, in any.
 *
 * @param {XmlElement} element
 * @param {string} name
 */
const partsOf = (element, name) => element.children.filter((child) => child.name === name && (child.space === element.space || FOREIGN.includes(name)));

/**
 * The elements with one of these names in an element, at any depth.
 *
 * @param {XmlElement} element
 * @param {string[]} names
 * @returns {Generator<XmlElement>}
 */
function* within(element, names) {
  for (const child of element.children) {
    if (names.includes(child.name)) yield child;
    yield* within(child, names);
  }
}

/**
 * The content of an element as plain text. In RSS the content is HTML, in Atom only if its type says so.
 *
 * @param {XmlElement | undefined} element
 */
function words(element) {
  // Atom may contain a file as text: a picture in Base64, for example.
  if (!element || /^(?!text\/)[\w.-]+\/(?!.*html)/.test(element.attributes.get("type") ?? "")) return "";
  const html = htmlOf(element);
  if (html === undefined) return clean(element.text);
  return LONG.includes(element.name) || element.children.length ? plain(html) : loose(html);
}

/**
 * The HTML in an element; `undefined` if the content is plain text.
 *
 * @param {XmlElement} element
 */
function htmlOf(element) {
  // XHTML is written as elements, not as text. Its tags may have a prefix.
  if (element.children.length) return element.source.replace(/<!\[CDATA\[([^]*?)\]\]>|(<\/?)[\w-]+:/g, (_, data = "", tag = "") => tag + data.replace(/&/g, "&amp;").replace(/</g, "&lt;"));
  let root = element;
  while (root.parent) root = root.parent;
  const type = element.attributes.get("type") ?? (root.name === "feed" ? "text" : "html");
  return /html/.test(type) ? element.text : undefined;
}
