// @ts-check
// Reads XML into a tree. It accepts mistakes that are common in feeds and leave only one meaning: text before and
// after the feed, `&` and `<` that stand for themselves, control characters, references of HTML, undeclared prefixes.
// The parsers of browsers refuse them all, and pages may forbid parsing a corrected text (Trusted Types).

import { lineOf, placed } from "./bytes.js";
import { decoded } from "./prose.js";

/**
 * @typedef {object} XmlElement
 * @property {string} tag its name with the prefix
 * @property {string} name its name without the prefix
 * @property {string} space its namespace, or an undeclared prefix
 * @property {Record<string, string>} spaces the namespaces of prefixes in it
 * @property {Map<string, string>} attributes
 * @property {XmlElement | undefined} parent
 * @property {number} depth the number of elements around it
 * @property {XmlElement[]} children
 * @property {string} text its own text
 * @property {string} source the XML in it
 * @property {number} start where `source` begins
 */

const ROOT = /^(?:rss|feed|RDF)$/;
// The most elements around an element. HTML has some dozens.
const DEEPEST = 200;
// A comment, an instruction, a CDATA section (1), a declaration, an end tag (2), a start tag (3) with attributes (4),
// maybe empty (5). A declaration may contain others between brackets.
const MARK =
  /<(?:!--[^]*?--|\?[^]*?\?|!\[CDATA\[([^]*?)\]\]|![a-z][^<>["']*(?:(?:"[^"]*"|'[^']*')[^<>["']*)*(?:\[[^\]<"']*(?:(?:"[^"]*"|'[^']*'|<!--[^-]*(?:-(?!->)[^-]*)*-->|<(?!!--))[^\]<"']*)*\]\s*)?|\/([^\s<>]+)\s*|([a-z_][^\s<>/="']*)((?:\s+[^\s<>/="']+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?))>/iy;
const ENTITY = /<!ENTITY\s+([\w:.-]+)\s/g;
const ATTRIBUTE = /([^\s="']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * The outermost element of a feed; `undefined` if there is none. Throws an error if a tag is wrong.
 *
 * @param {string} source
 */
export function treeOf(source) {
  /** @type {XmlElement | undefined} */
  let open;
  let end = 0;
  for (let at = source.indexOf("<"); at >= 0; at = source.indexOf("<", at)) {
    MARK.lastIndex = at;
    const mark = MARK.exec(source);
    if (!mark) {
      if ((open ? /[a-z_/!?]/i : /[!?]/).test(source.charAt(at + 1))) throw malformed(source, at, "has a tag that is wrong or unfinished");
      // It is text, as in `1 < 2`.
      at += 1;
      continue;
    }
    const [, data = "", closed, tag, attributes, isEmpty] = mark;
    if (open) open.text += decoded(source.slice(end, at)) + data;
    const start = at;
    at = end = MARK.lastIndex;
    if (!open) checkEntities(source, mark[0], end);
    if (tag) {
      const element = elementOf(tag, attributes, open, end);
      if (open) open.children.push(element);
      else if (!ROOT.test(element.name)) continue;
      if (element.depth > DEEPEST) throw malformed(source, start, `has <${tag}> in more than ${DEEPEST} elements`);
      if (!isEmpty) open = element;
      else if (!open) return element;
    } else if (closed && open) {
      if (closed !== open.tag) throw malformed(source, start, `has </${closed}>, but <${open.tag}> of line ${lineOf(source, open.start)} is not closed`);
      open.source = source.slice(open.start, start);
      if (!open.parent) return open;
      open = open.parent;
    }
  }
  if (open) throw malformed(source, source.length, `is the last, but <${open.tag}> of line ${lineOf(source, open.start)} is not closed`);
  return undefined;
}

/**
 * Throws an error if a document type defines references that the feed uses. They are not read: a few lines can define a
 * text of any length.
 *
 * @param {string} source
 * @param {string} declaration
 * @param {number} end of the declaration
 */
function checkEntities(source, declaration, end) {
  const own = new Set(Array.from(declaration.matchAll(ENTITY), ([, name]) => `&${name};`).filter((reference) => decoded(reference) === reference));
  for (const { 0: reference, index } of own.size ? source.slice(end).matchAll(/&[\w:.-]+;/g) : []) {
    if (own.has(reference)) throw malformed(source, end + index, `has ${reference}, which the feed itself defines`);
  }
}

/**
 * @param {string} source
 * @param {number} at
 * @param {string} cause
 */
const malformed = (source, at, cause) => new Error(`not well-formed XML: ${placed(source, at, cause)}`);

/**
 * @param {string} tag
 * @param {string} written its attributes
 * @param {XmlElement | undefined} parent
 * @param {number} start
 * @returns {XmlElement}
 */
function elementOf(tag, written, parent, start) {
  const attributes = new Map(Array.from(written.matchAll(ATTRIBUTE), ([, name, one, other]) => [name, decoded(one ?? other)]));
  const spaces = Object.create(parent?.spaces ?? null);
  for (const [name, value] of attributes) if (/^xmlns(:|$)/.test(name)) spaces[name.slice(6)] = value;
  const [, prefix, name] = /** @type {string[]} */ (/^(?:([^:]*):)?([^]*)$/.exec(tag));
  const space = spaces[prefix ?? ""] ?? prefix ?? "";
  return { tag, name, space, spaces, attributes, parent, depth: (parent?.depth ?? -1) + 1, children: [], text: "", source: "", start };
}
