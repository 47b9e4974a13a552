// The W3C's checker (the Nu Html Checker) on what is prerendered.

import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "@playwright/test";
import { demoDocument, fullDocument } from "./support.mjs";
import { documentFrom } from "./documents.mjs";
import { prerender, prerenderAll } from "./prerendered.mjs";

const jar = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");

/** What the checker has to say of these pages. */
async function complaintsAbout(pages) {
  const directory = mkdtempSync(join(tmpdir(), "article-widget-html-"));
  try {
    const files = pages.map((page, index) => {
      const path = join(directory, `${index}.html`);
      writeFileSync(path, page);
      return path;
    });
    // It exits with 1 where it has something to say.
    const { stderr } = await promisify(execFile)("java", ["-jar", jar, "--format", "json", "--exit-zero-always", ...files]);
    const { messages } = JSON.parse(stderr);
    // Errors and warnings; the rest is advice on style, such as on "/>".
    const found = messages.filter(({ type, subType }) => type !== "info" || subType === "warning");
    return found.map(({ type, message, url, lastLine, extract }) => `${type}: ${message} (${url?.split("/").at(-1)}:${lastLine} ${extract})`);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

// `part` is a global attribute of CSS Shadow Parts that the checker does not know, and in which
// normal form texts are written is a matter of their authors.
const IGNORED = /Attribute “part” not allowed|Unicode Normalization Form C/;
// The checker passes over what is in templates, so the same markup is checked outside of one, without
// the anchors that have the ids of the rows again, outside of the shadow tree.
const opened = (html) =>
  html.replace('<template shadowrootmode="open">', "<div>").replace("</template>", "</div>").replace(/<i slot="[^>]*><\/i>/g, "");

test("The checker finds what is wrong", async () => {
  const page = prerender(demoDocument(), "--page").replace("<main>", "<main><p><div></p>");
  expect((await complaintsAbout([page])).length).toBeGreaterThan(0);
});

test("The demonstration, a page, a light page and a site of documents by chance are valid", async () => {
  test.setTimeout(180_000);
  const document = demoDocument();
  const pages = [
    ...["index", "articles/de", "articles/ar", "articles/ja"].map((name) => readFileSync(new URL(`../../../dist/${name}.html`, import.meta.url), "utf8")),
    prerender(document, "--page", "--canonical", "https://example.org/story", "--image", "https://example.org/a.png"),
    prerender(document, "--page", "--light"),
    prerender(fullDocument(), "--page"),
    ...prerenderAll(Array.from({ length: 20 }, (_, seed) => documentFrom(seed + 1)).map((document) => ({ ...document, language: "en" }))),
  ];
  const complaints = await complaintsAbout(pages.flatMap((page) => (page.includes("<template") ? [page, opened(page)] : [page])));
  expect(complaints.filter((complaint) => !IGNORED.test(complaint))).toEqual([]);
});
