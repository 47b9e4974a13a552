// What stands inside an element for the case of failure: the publisher's own words, unless they show nothing; then
// the reader is told by ours.

import { expect, test } from "@playwright/test";
import { MODULE, answer, element, expectEvents, hold, openPage, DOCUMENT } from "./support.mjs";

const status = (page) => page.getByRole("status");
const alert = (page) => page.getByRole("alert");

const SILENT = {
  nothing: "",
  blanks: " \n\t ",
  "a comment": "<!-- Words in a comment. -->",
  "a <noscript>": "<noscript><p>Please switch on scripts.</p></noscript>",
  "a <style>": "<style>article-widget { color: inherit; }</style>",
  "a <link>": '<link rel="preload" as="image" href="articles/icon.svg">',
  "a <template>": "<template><p>Words in a template.</p></template>",
  "a <meta>": '<meta itemprop="name" content="Words">',
  "a <base>": "<base>",
  "a <title>": "<title>Words</title>",
  "a <script>": '<script type="x-none">words</script>',
  "an empty element": "<div></div>",
  "elements with blanks": "<div><p> </p><span>&#10;</span><br></div>",
  "an element that is hidden": "<p hidden>Words that are hidden.</p>",
  "words in an element that is hidden": "<div hidden><p>Words that are hidden.</p></div>",
  "a dialog that is closed": "<dialog>Words in a dialog.</dialog>",
  "a field that is hidden": '<input type="hidden" value="words">',
  "what nobody sees, all together": "<!-- a --><noscript>b</noscript><style>c {}</style><template>d</template><div><p></p></div>",
};

const SHOWN = {
  "a paragraph": "<p>The publisher’s words.</p>",
  text: "The publisher’s words.",
  "words deep inside": "<div><div><span></span><b>The publisher’s words.</b></div></div>",
  "words after what is silent": "<style>i {}</style><noscript>b</noscript><p>The publisher’s words.</p>",
  "a picture": '<img src="articles/icon.svg" alt="The publisher’s picture" width="20" height="20">',
  "a picture in a link": '<a href="related.html"><picture><img src="articles/icon.svg" alt="" width="20" height="20"></picture></a>',
  "a drawing": '<svg width="20" height="20"><rect width="20" height="20"></rect></svg>',
  "a film": '<video width="20" height="20"></video>',
  "a sound with controls": "<audio controls></audio>",
  "a field": '<input value="words">',
  "a bar of progress": "<progress></progress>",
  "a line": "<hr>",
  "an opened dialog": "<dialog open>The publisher’s words.</dialog>",
};

for (const [what, content] of Object.entries(SILENT)) {
  test.describe(`Where there is ${what} inside the element`, () => {
    test("a reader is told that the article loads, and that it failed", async ({ page }) => {
      await answer(page, "Not found", { status: 404 });
      const held = await hold(page, DOCUMENT);
      await openPage(page, element(undefined, content) + MODULE);
      await expect(status(page)).toHaveText("Loading the article …");
      await expect(status(page)).toBeVisible();
      held.release();
      await expectEvents(page, { error: 1 });
      await expect(alert(page)).toBeVisible();
      await expect(alert(page)).toContainText("This article could not be loaded.");
    });
  });
}

for (const [what, content] of Object.entries(SHOWN)) {
  test.describe(`Where there is ${what} inside the element`, () => {
    test("that stands there while the article loads, and after it failed", async ({ page }) => {
      await answer(page, "Not found", { status: 404 });
      const held = await hold(page, DOCUMENT);
      await openPage(page, element(undefined, content) + MODULE);
      const isSeen = () =>
        page.locator("article-widget").evaluate((widget) => {
          const range = document.createRange();
          range.selectNodeContents(widget);
          return range.getBoundingClientRect().height > 0;
        });
      await held.asked;
      expect(await isSeen()).toBe(true);
      await expect(status(page)).toHaveCount(0);
      held.release();
      await expectEvents(page, { error: 1 });
      expect(await isSeen()).toBe(true);
      await expect(alert(page)).toHaveCount(0);
    });
  });
}
