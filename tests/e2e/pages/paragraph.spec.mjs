// Fragments that are put into a paragraph, as editors do: those of this release, and those that release 0.1 wrote. A
// block ends a paragraph, so parts of them fall out. A reader sees one article, and it comes alive.

import { expect, test } from "@playwright/test";
import { FRAGMENTS, expectAlive, expectOne, faults, fragment, headlines, makeEager, withoutModule } from "./whole.mjs";
import { HEADLINE, MODULE, complaints, expectEvents, openPage } from "./support.mjs";

/** As release 0.1 wrote it: nothing around the element, no islands, and a digest of all on the root. */
const old = (html) =>
  html
    .replace(/^<div>|<\/div>\s*$/g, "")
    .replace(/<div (?:data-in-section="" )?data-island="[^"]*" data-digest="[^"]*">(.*?<\/(?:figure|section)>(?:<!--[^>]*-->)*)<\/div>/g, "$1")
    .replace(/<div (?:part="root"|(class="article-widget-light") data-names="[^"]*")>/, (_, light = "") => `<div part="root" data-digest="0123456789abcdef-0123456789abcdef" ${light}>`)
    .replace("</article-widget>", "</article-widget>\n");

const PLACES = {
  "in a paragraph": (html) => `<p>${html}</p>`,
  "in a paragraph with text around": (html) => `<p>Some words before it, ${html} and some after it.</p>`,
  "on lines of their own in a paragraph": (html) => `<p>\n${html}\n</p>`,
  "in what stands in a paragraph": (html) => `<p>Before <span class="embed">${html}</span> after</p>`,
  "in emphasis in a paragraph": (html) => `<p>Before <em>${html}</em> after</p>`,
  "in a paragraph of a quotation": (html) => `<blockquote><p>${html}</p></blockquote>`,
  "in a paragraph of a list": (html) => `<ul><li><p>One</p></li><li><p>${html}</p></li></ul>`,
  "in a paragraph of a table": (html) => `<table><tr><td><p>${html}</p></td></tr></table>`,
  "in a heading": (html) => `<h2>${html}</h2>`,
};

for (const [form, options] of Object.entries(FRAGMENTS)) {
  for (const [release, write] of Object.entries({ "this release": (html) => html, "release 0.1": old })) {
    test.describe(`An article ${form} of ${release}`, () => {
      const html = write(fragment(...options));

      for (const [place, put] of Object.entries(PLACES)) {
        test(`${place} is one, and comes alive`, async ({ page }) => {
          await expectAlive(page, put(html));
        });
      }

      test("in a paragraph that a script puts in is one, and comes alive", async ({ page }) => {
        const found = complaints(page);
        await openPage(page, `<div id="view"></div>${MODULE}`);
        await page.evaluate(() => customElements.whenDefined("article-widget"));
        await page.evaluate((html) => (document.querySelector("#view").innerHTML = html), PLACES["in a paragraph with text around"](withoutModule(html)));
        await expectOne(page);
        await makeEager(page);
        await expectEvents(page, { ready: 1 });
        await expectOne(page);
        expect(faults(found)).toEqual([]);
      });

      test("twice in paragraphs is two", async ({ page }) => {
        const found = complaints(page);
        await openPage(page, `<p>One: ${html}</p><p>Two: ${html}</p>`);
        await makeEager(page);
        await expectEvents(page, { ready: 2 });
        expect(await headlines(page)).toEqual([HEADLINE, HEADLINE]);
        expect(faults(found)).toEqual([]);
      });
    });
  }
}
