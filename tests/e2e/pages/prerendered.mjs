// Prerendered articles for tests: the real command writes them, a route serves them.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** What `article-widget prerender` writes for a document, as text. */
export function prerender(document, ...options) {
  const command = ["run", "--quiet", "--locked", "--features", "cli", "--bin", "article-widget", "--", "prerender", "-"];
  return execFileSync("cargo", [...command, ...options], { cwd: root, input: JSON.stringify(document), encoding: "utf8" });
}

/** The pages of a site from these documents, in their order. */
export function prerenderAll(documents, ...options) {
  const directory = mkdtempSync(join(tmpdir(), "article-widget-"));
  try {
    documents.forEach((document, index) => writeFileSync(join(directory, `${index}.json`), JSON.stringify(document)));
    const out = join(directory, "out");
    const command = ["run", "--quiet", "--locked", "--features", "cli", "--bin", "article-widget", "--", "prerender", directory];
    execFileSync("cargo", [...command, "--out", out, ...options], { cwd: root, encoding: "utf8", stdio: "pipe" });
    return documents.map((_, index) => readFileSync(join(out, `${index}.html`), "utf8"));
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** Serves these words as a page of the same site. */
export async function servePage(page, html, path = "prerendered.html", headers = {}) {
  await page.route(`**/${path}`, (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: html, headers }));
  return `/${path}`;
}

/** Every text in a document that a reader is meant to read. */
export function sentences(document) {
  const flat = (content) => {
    if (typeof content === "string") return content;
    if (Array.isArray(content)) return content.map(flat).join("");
    const [mark] = Object.values(content);
    return flat(mark.text ?? mark);
  };
  const block = (block) => {
    const [[kind, content]] = Object.entries(block);
    if (kind === "terms") return content.flatMap(({ term, text }) => [flat(term), flat(text)]);
    if (kind === "chart") return [content.title, content.note, content.source];
    return [flat(content)];
  };
  const { kicker, headline, standfirst, byline, dateline, body, related } = document;
  const teasers = related?.teasers.flatMap(({ kicker, headline, summary }) => [kicker, headline, summary]) ?? [];
  return [kicker, headline, standfirst, byline, dateline, ...body.flatMap(block), related?.title, ...teasers].filter(Boolean);
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
    const attributes = [...(node.attributes ?? [])].map(({ name, value }) => `${name}=${JSON.stringify(value)}`).sort();
    const choice = node.localName === "input" ? ` checked:${node.checked}` : "";
    return `${node.nodeName} ${node.namespaceURI ?? ""} ${attributes.join(" ")}${choice} ${node.data ?? ""}`;
  };
  const lines = [];
  const walk = (node, depth) => {
    lines.push(`${" ".repeat(depth)}${describe(node)}`);
    for (const child of node.childNodes) walk(child, depth + 1);
  };
  const root = (widget.shadowRoot ?? widget).querySelector("[part=root]");
  for (const child of root.childNodes) walk(child, 0);
  return lines;
}
