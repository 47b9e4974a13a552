// Prerendered articles for tests: the real command writes them, a route serves them.

import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));
// Bytes; thousands of paragraphs have millions.
const LARGEST = 32_000_000;
const COMMAND = ["run", "--quiet", "--locked", "--features", "cli", "--bin", "article-widget", "--", "prerender", "-"];

/** What `article-widget prerender` writes for a document, as text. */
export const prerender = (document, ...options) => prerenderText(JSON.stringify(document), ...options);

/** The same for the text of a document. */
export function prerenderText(input, ...options) {
  return execFileSync("cargo", [...COMMAND, ...options], { cwd: root, input, encoding: "utf8", maxBuffer: LARGEST, stdio: "pipe" });
}

/** What the command says of the styles of the same: the sources that a strict `style-src` has to list. */
export function toldSources(document, ...options) {
  const { stderr } = spawnSync("cargo", [...COMMAND, ...options], { cwd: root, input: JSON.stringify(document), encoding: "utf8", maxBuffer: LARGEST });
  return stderr.match(/^style-src: (.*)$/m)[1];
}

/** The same sources, of a page. */
export function styleSources(html) {
  const styles = [...html.matchAll(/<style[^>]*>(.*?)<\/style>/gs)];
  return styles.map(([, css]) => `'sha256-${createHash("sha256").update(css).digest("base64")}'`).join(" ");
}

/** The pages of a site from these documents, in their order. */
export function prerenderAll(documents, ...options) {
  const files = prerenderSite(documents, ...options);
  return documents.map((_, index) => files[`${index}.html`]);
}

/** The files of that site by their names: `0.html` is the page of the first document. */
export function prerenderSite(documents, ...options) {
  const directory = mkdtempSync(join(tmpdir(), "article-widget-"));
  try {
    documents.forEach((document, index) => writeFileSync(join(directory, `${index}.json`), JSON.stringify(document)));
    const out = join(directory, "out");
    const command = ["run", "--quiet", "--locked", "--features", "cli", "--bin", "article-widget", "--", "prerender", directory];
    execFileSync("cargo", [...command, "--out", out, ...options], { cwd: root, encoding: "utf8", stdio: "pipe" });
    return Object.fromEntries(readdirSync(out).map((name) => [name, readFileSync(join(out, name), "utf8")]));
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** Serves these words as a page of the same site. */
export async function servePage(page, html, path = "prerendered.html", headers = {}) {
  await page.route(`**/${path}`, (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: html, headers }));
  return `/${path}`;
}

/**
 * The words of inline content, in runs that follow each other on the page without a break: figures that
 * come from the data, notes and definitions stand between them.
 */
export function runs(content) {
  const BREAK = "\0";
  const flat = (content) => {
    if (typeof content === "string") return content;
    if (Array.isArray(content)) return content.map(flat).join("");
    const [[kind, mark]] = Object.entries(content);
    if (kind === "term") return [mark.text, mark.definition, ""].join(BREAK);
    if (kind === "footnote") return BREAK;
    if (kind === "datum") return mark.text ?? BREAK;
    return flat(kind === "link" ? mark.text : mark);
  };
  return flat(content ?? "")
    .split(BREAK)
    .filter((run) => run.trim());
}

/** Every text in a document that a reader is meant to read. */
export function sentences(document) {
  const block = (block) => {
    const [[kind, content]] = Object.entries(block);
    switch (kind) {
      case "list":
      case "numbered-list":
        return content;
      case "terms":
        return content.flatMap(({ term, text }) => [term, text]);
      case "quotation":
        return [...content.paragraphs, content.attribution];
      case "pull-quote":
        return [content.text, content.attribution];
      case "figure":
        return [content.caption, content.credit];
      case "table":
        return [content.caption, ...content.columns.map(({ title }) => title), ...content.rows.flat()];
      case "aside":
        return [content.title, ...content.body.flatMap(block)];
      case "chart":
      case "related":
      case "divider":
        return [];
      default:
        return [content];
    }
  };
  const { kicker, headline, standfirst, byline, dateline, body } = document;
  const { takeaways = [], footnotes = [], sources = [], methodology = [], corrections = [], charts = [], related = [] } = document;
  const teaser = ({ kicker, headline, summary }) => [kicker, headline, summary];
  return [
    // The head states the day of publication.
    ...[kicker, headline, standfirst, byline, dateline?.replace(/(, )?24 February 2025$/, "")],
    ...takeaways,
    ...body.flatMap(block),
    ...charts.flatMap(({ title, note, notes = [], source }) => [title, note, ...notes.map(({ text }) => text), source]),
    ...[...corrections, ...footnotes].map(({ text }) => text),
    ...sources,
    ...methodology,
    ...related.flatMap(({ title, teasers }) => [title, ...teasers.flatMap(teaser)]),
  ].flatMap(runs);
}

/** The headings of the second level that the widget itself gives the parts of a document. */
export function partTitles({ takeaways, corrections, footnotes, sources, methodology }) {
  const titles = { "Key takeaways": takeaways, Corrections: corrections, Notes: footnotes, Sources: sources, "How the figures were found": methodology };
  const [first, ...rest] = Object.entries(titles).map(([title, part]) => (part?.length ? [title] : []));
  return { before: first, after: rest.flat() };
}

/** Every address in a document that a reader can follow. */
export function addresses(document) {
  const found = [];
  JSON.stringify(document, (key, value) => {
    if (key === "href") found.push(value);
    return value;
  });
  return found;
}

/** A description of every node below the root of a widget; runs in the page. */
export function nodesOf(widget) {
  const describe = (node) => {
    // Whether a picture has come by then is the network's doing; where an island has come from is its own.
    const own = [...(node.attributes ?? [])].filter(({ name }) => !/^(data-(broken|digest|alive)|part)$/.test(name));
    // In the page's own tree ids begin with something of the article's, and there are no parts.
    const attributes = own.map(({ name, value }) => `${name}=${JSON.stringify(value.replace(/\barticle-[0-9a-f]{6}-/g, ""))}`).sort();
    const choice = node.localName === "input" ? ` checked:${node.checked}` : "";
    return `${node.nodeName} ${node.namespaceURI ?? ""} ${attributes.join(" ")}${choice} ${node.data ?? ""}`;
  };
  const lines = [];
  const walk = (node, depth) => {
    // The parser of a page makes one text of two that follow each other.
    if (node.data && node.previousSibling?.data && node.nodeType === node.previousSibling.nodeType) lines[lines.length - 1] += node.data;
    else lines.push(`${" ".repeat(depth)}${describe(node)}`);
    for (const child of node.childNodes) walk(child, depth + 1);
  };
  const root = (widget.shadowRoot ?? widget).querySelector("[part=root], .article-widget-light");
  for (const child of root.childNodes) walk(child, 0);
  return lines;
}
