// The pages that are measured, each in a folder of its own, compressed as a publisher's server sends them.

import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import sirv from "sirv";
import { prerender } from "../pages/prerendered.mjs";

const file = (path) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const DOCUMENT = "article.json";
const STORY = "story.html";
const PACKED = new Set([".html", ".js", ".css", ".json", ".wasm"]);

/** The document of the demonstration. */
export const demonstration = () => JSON.parse(readFileSync(file("articles/alibaba-ai-investment.json"), "utf8"));

/** The plain words of inline content. */
function plain(content) {
  if (typeof content === "string") return content;
  if (Array.isArray(content)) return content.map(plain).join("");
  const [mark] = Object.values(content ?? {});
  return typeof mark === "object" && !Array.isArray(mark) ? (mark.text ?? "") : plain(mark ?? "");
}

const escaped = (text) => text.replace(/[&<]/g, (sign) => (sign === "&" ? "&amp;" : "&lt;"));
const element = (tag, content) => `<${tag}>${escaped(plain(content))}</${tag}>`;

/** The same article without a widget, written by hand: text, bars, a table, a list of stories, and a few styles. */
function staticPage({ headline, standfirst, body, commitments, related }) {
  const rows = commitments.map(({ name, amount }) => [name, `${amount.value} ${amount.scale} ${amount.currency}`]);
  const bars = rows.map(([name], row) => `<text y="${row * 40 + 12}">${escaped(name)}</text><rect y="${row * 40 + 18}" width="${300 - row * 60}" height="16"/>`).join("");
  const data = rows.map(([name, sum]) => `<tr><th>${escaped(name)}</th><td>${sum}</td></tr>`).join("");
  const stories = related.flatMap(({ teasers }) => teasers).map(({ headline, href, summary }) => `<li><a href="${href}">${element("b", headline)}</a>${element("p", summary ?? "")}</li>`);
  const figure = `<figure class="chart"><svg viewBox="0 0 400 160">${bars}</svg><table>${data}</table></figure>`;
  const blocks = body.map((block) => {
    if (block.heading) return element("h2", block.heading);
    return block.paragraph ? element("p", block.paragraph) : block.chart ? figure : "";
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Static</title><link rel="icon" href="data:,">
<style>body{max-width:40rem;margin:1rem auto;padding:0 1rem;font:1.125rem/1.6 Georgia,serif}svg{width:100%}table{width:100%}ul{display:flex;gap:1rem;overflow-x:auto;padding:0}li{flex:0 0 14rem;list-style:none}</style>
<article>${element("h1", headline)}${element("p", standfirst)}${blocks.join("")}<ul>${stories.join("")}</ul></article></html>`;
}

const HEAD = '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Two lines</title><link rel="icon" href="data:,"><style>article-widget{display:block;min-height:100vh}</style>';

/** As many widgets in two lines. */
const twoLines = (src, count = 1) =>
  `${HEAD}${`<article-widget src="${src}" loading="eager"></article-widget>\n`.repeat(count)}<script type="module" src="embed.js"></script></html>`;

/** As many widgets in a page. */
export const many = (count) => twoLines(DOCUMENT, count);

/** The pages by name, as HTML. */
export function pages() {
  const document = demonstration();
  const prerendered = prerender(document, "--page", "--linked", "--src", DOCUMENT).replace("<title>", '<link rel="icon" href="data:,"><title>');
  return {
    "static page": staticPage(document),
    prerendered,
    "prerendered, alive at once": prerendered.replace("<article-widget ", '<article-widget loading="eager" '),
    "two lines, HTML": twoLines(STORY),
    "two lines, JSON": twoLines(DOCUMENT),
  };
}

/** Serves a page with the files of the widget, all of them compressed. Gives its address, and a function that ends this. */
export async function servePacked(html) {
  const folder = mkdtempSync(join(tmpdir(), "article-widget-bench-"));
  cpSync(file("dist"), folder, { recursive: true });
  writeFileSync(join(folder, "index.html"), html);
  writeFileSync(join(folder, DOCUMENT), JSON.stringify(demonstration()));
  writeFileSync(join(folder, STORY), prerender(demonstration(), "--linked", "--src", DOCUMENT));
  for (const name of readdirSync(folder, { recursive: true })) {
    const path = join(folder, name);
    if (PACKED.has(extname(name)) && statSync(path).isFile()) writeFileSync(`${path}.br`, brotliCompressSync(readFileSync(path)));
  }
  const server = createServer(sirv(folder, { brotli: true, etag: true }));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { address: `http://127.0.0.1:${server.address().port}/`, close };
}
