// Fragments that went through a renderer of Markdown or an editor, or were put into a paragraph: a reader sees one
// article, and it comes alive.

import { spawnSync } from "node:child_process";
import { autop } from "@wordpress/autop";
import { expect, test } from "@playwright/test";
import * as commonmark from "commonmark";
import MarkdownIt from "markdown-it";
import { marked } from "marked";
import { FRAGMENTS, expectAlive, expectAnswers, expectOne, fragment, makeEager } from "./whole.mjs";
import { DOCUMENT, complaints, expectEvents, openPage } from "./support.mjs";

// Debian's packages belong to Debian's own Python.
const PYTHONS = ["python3", "/usr/bin/python3"];

/** The output of a script in Python that gets a text; `null` where its packages are missing. */
function python(script, input) {
  for (const program of PYTHONS) {
    const { status, stdout } = spawnSync(program, ["-c", `import sys\n${script}`], { input, encoding: "utf8", env: { ...process.env, PYTHONIOENCODING: "utf8" } });
    if (status === 0) return stdout;
  }
  return null;
}

const inPython = (script) => (text) => python(script, text);
const RENDERERS = {
  commonmark: (text) => new commonmark.HtmlRenderer().render(new commonmark.Parser().parse(text)),
  "commonmark with smart signs": (text) => new commonmark.HtmlRenderer().render(new commonmark.Parser({ smart: true }).parse(text)),
  "markdown-it": (text) => new MarkdownIt({ html: true }).render(text),
  "markdown-it with smart signs and links": (text) => new MarkdownIt({ html: true, typographer: true, linkify: true, breaks: true }).render(text),
  marked: (text) => marked.parse(text),
  "WordPress' wpautop": (text) => autop(text),
  "Python-Markdown": inPython("import markdown; sys.stdout.write(markdown.markdown(sys.stdin.read()))"),
  "Python-Markdown with smarty": inPython("import markdown; sys.stdout.write(markdown.markdown(sys.stdin.read(), extensions=['extra', 'smarty']))"),
  mistune: inPython("import mistune; sys.stdout.write(mistune.create_markdown(escape=False)(sys.stdin.read()))"),
};

// Puts the ends of paragraphs where none began: charts and rows are made anew.
const MAY_CHANGE = new Set(["WordPress' wpautop"]);

// What stands around a fragment in a file of Markdown.
const around = (html) => `# A page of a static site\n\nIntro text with "quotes".\n\n${html}\nMore text.\n`;

for (const [form, options] of Object.entries(FRAGMENTS)) {
  test.describe(`An article ${form}`, () => {
    const html = fragment(...options);

    for (const [renderer, render] of Object.entries(RENDERERS)) {
      test(`comes through ${renderer}`, async ({ page }) => {
        const markup = render(around(html));
        test.skip(markup === null, "python3-markdown or python3-mistune is missing");
        await expectAlive(page, markup, MAY_CHANGE.has(renderer));
        await expect(page.getByText("More text.")).toBeVisible();
      });
    }
  });
}

test.describe("JSON that an editor has damaged gives way to the document's address:", () => {
  const html = fragment("--src", DOCUMENT);
  const [json] = html.match(/(?<=<script type="application\/json">).*?(?=<\/script>)/);
  const DAMAGES = {
    "other quotes": json.replace(/"(.*?)"/g, "“$1”"),
    "references to characters": json.replaceAll('"', "&quot;"),
    "paragraphs": `<p>${json}</p>`,
    "line breaks in texts": json.replaceAll(". ", ".<br />\n"),
    "a part of it": json.slice(0, json.length / 2),
    "nothing of it": "",
  };
  for (const [what, damaged] of Object.entries(DAMAGES)) {
    test(what, async ({ page }) => {
      const found = complaints(page);
      await openPage(page, html.replace(json, () => damaged));
      await makeEager(page);
      await expectEvents(page, { ready: 1 });
      await expectOne(page);
      await expectAnswers(page);
      expect(found).toEqual([expect.stringContaining(`${DOCUMENT} is shown`)]);
    });
  }

  test("without one the article stays to be read", async ({ page }) => {
    await openPage(page, fragment().replace(json.slice(0, 1000), ""));
    await makeEager(page);
    const { error } = await expectEvents(page, { error: 1 });
    expect(error[0].detail.code).toBe("not-json");
    await expectOne(page);
  });
});
