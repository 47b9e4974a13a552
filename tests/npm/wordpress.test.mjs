// The snippets of examples/wordpress, in the pages that WordPress makes of them, opened in Chromium. What WordPress does to a
// post is done by ports of its functions to JavaScript; where WORDPRESS names the folder of a WordPress, and `php` runs, also by
// its own. (PHP names another program.)

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { autop } from "@wordpress/autop";
import { SHARED, launch, serve } from "./browser.mjs";
import { kses } from "./kses.mjs";
import { makeProject, root } from "./project.mjs";

const SITE = "https://news.example";
const folder = join(root, "examples/wordpress");
const snippet = (name) => readFileSync(join(folder, name), "utf8");

const { WORDPRESS, PHP = "php" } = process.env;
const script = fileURLToPath(new URL("wordpress.php", import.meta.url));
const php = (...functions) => (input) => execFileSync(PHP, [script, WORDPRESS, ...functions], { input, encoding: "utf8" });

/**
 * What happens to a post of the classic editor as it is saved by an author, and shown; to a block "Custom HTML"; and to a frame
 * that another site offers.
 */
const RENDERERS = {
  "ports of WordPress' functions": {
    save: kses,
    show: autop,
    block: (html) => html,
    embed: (html) => html.replace("<iframe", '<iframe sandbox="allow-scripts" security="restricted"'),
  },
  "WordPress itself": WORDPRESS && {
    save: php("wp_kses_post"),
    show: php("wptexturize", "wpautop"),
    block: php("wptexturize"),
    embed: php("wp_filter_oembed_result"),
  },
};

let browser, project, site, fragment;
before(async () => {
  browser = await launch();
  project = makeProject("wordpress");
  // The commands that the page for editors names.
  for (const [, commands] of snippet("README.md").matchAll(/```sh\n([^]*?)```/g)) project.run("sh", "-ec", commands);
  fragment = readFileSync(join(project.folder, "paste.html"), "utf8");
  site = await serve(project.folder, SHARED);
});
after(async () => {
  site?.close();
  await browser?.close();
  project?.remove();
});

/** Opens a post with a snippet between two paragraphs. */
async function open(content) {
  project.write("post.html", `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A post</title><link rel="icon" href="data:,"></head><body><main>${content}</main></body></html>`);
  const page = await browser.newPage();
  const found = [];
  page.on("response", (response) => response.status() >= 400 && found.push(`${response.status()} ${response.url()}`));
  page.on("console", (message) => /error|warning/.test(message.type()) && found.push(message.text()));
  page.on("pageerror", (error) => found.push(error.stack));
  await page.goto(`${site.address}post.html`);
  return { page, found };
}

const around = (html) => `Before it.\n\n${html}\n\nAfter it.\n`;

/** HTML with the address of the site of this test in the place of that of the page for editors. */
const onThisSite = (html) => [String, encodeURIComponent].reduce((text, encode) => text.replaceAll(encode(SITE), encode(site.address.slice(0, -1))), html);

/** Sets a chart to another state, which takes an article that is alive. */
async function use(place) {
  await place.getByRole("heading", { name: "Example Motors promises $40 billion for batteries", level: 1 }).waitFor();
  const choice = place.locator(".choice", { hasText: "Per year" }).first();
  await choice.click();
  await place.locator(".plot-frame:not([data-panels])").first().waitFor();
  assert.ok(await choice.locator("input").isChecked());
}

/** The words of a post, as readers see them; those of an article are in its shadow tree, and not among them. */
const words = (page) => page.locator("main").evaluate((main) => main.innerText.trim().replaceAll(/\s+/g, " "));

for (const [name, renderer] of Object.entries(RENDERERS)) {
  const options = { skip: !renderer && "WORDPRESS names no folder" };

  const CASES = {
    "two lines, in a block": () => renderer.block(snippet("two-lines.html")),
    "two lines, in the classic editor": () => renderer.show(around(snippet("two-lines.html"))),
    "a whole article, in a block": () => renderer.block(fragment),
    "a whole article, in the classic editor": () => renderer.show(around(fragment)),
  };
  for (const [what, content] of Object.entries(CASES)) {
    test(`${name}: ${what}`, options, async () => {
      const { page, found } = await open(content());
      await use(page);
      assert.equal(await page.locator("article-widget").count(), 1);
      assert.equal(await words(page), what.endsWith("block") ? "" : "Before it. After it.");
      // The classic editor puts the ends of paragraphs into the chart and the row of stories.
      const isDamaged = what === "a whole article, in the classic editor";
      assert.deepEqual(found.filter((text) => !isDamaged || !text.includes("is rendered afresh")), []);
      await page.close();
    });
  }

  test(`${name}: an author's link and picture stay`, options, async () => {
    const { page, found } = await open(renderer.show(renderer.save(around(snippet("picture.html")))));
    const picture = page.getByRole("img", { name: /^The larger sum.*Example Motors \$40bn/ });
    assert.equal(await picture.evaluate((image) => image.decode().then(() => image.naturalWidth)), 1200);
    assert.equal(await words(page), "Before it. Example Motors promises $40 billion for batteries: the article with its interactive chart. After it.");
    assert.deepEqual(found, []);
    await page.getByRole("link", { name: "Example Motors promises $40 billion for batteries" }).click();
    await use(page);
    await page.close();
  });

  test(`${name}: an author's address becomes a frame`, options, async () => {
    const { html } = JSON.parse(readFileSync(join(project.folder, "stories/example-motors.oembed.json"), "utf8"));
    const { page, found } = await open(renderer.show(around(onThisSite(renderer.embed(html)))));
    assert.match(await page.locator("iframe").getAttribute("sandbox"), /^allow-scripts$/);
    await use(page.frameLocator("iframe"));
    assert.deepEqual(found, []);
    await page.close();
  });

  test(`${name}: what the page for editors warns of`, options, () => {
    assert.equal(renderer.save(snippet("two-lines.html")).trim(), "");
    const left = renderer.save(fragment);
    assert.match(left, /:host\{display:block/);
    assert.doesNotMatch(left, /<(script|style|template|article-widget)/);
  });
}

test("the ports leave and add what WordPress does", { skip: !WORDPRESS && "WORDPRESS names no folder" }, async () => {
  const [ports, own] = Object.values(RENDERERS);
  const page = await browser.newPage();
  const parse = (html) => page.evaluate((html) => new DOMParser().parseFromString(html, "text/html").body.innerHTML.replaceAll(/\s+/g, ""), html);
  // WordPress takes a `<` in styles for a tag.
  for (const html of [snippet("two-lines.html"), snippet("picture.html"), fragment.replace(/<style.*?<\/style>/, "")]) {
    assert.equal(await parse(ports.save(html)), await parse(own.save(html)));
    assert.equal(await parse(ports.show(html)), await parse(own.show(html)));
  }
  await page.close();
});

test("the page for editors shows the snippets as they are", () => {
  assert.ok(snippet("README.md").includes(`\`\`\`html\n${snippet("two-lines.html")}\`\`\``));
});
