// The bytes of a linked document on their way to the reader: whatever a tool, an editor or a server makes of them,
// it is the same document, and its article is taken over without a word and without a visible change.

import { gzipSync } from "node:zlib";
import { expect } from "@playwright/test";
import { WITHOUT_DOTS, complaints, demoDocument, expectEvents, record, test } from "./support.mjs";
import { nodesOf, prerender, prerenderText, servePage } from "./prerendered.mjs";

const MIXED = "with a mark, tabs, line ends of Windows and sorted keys";
const MARK = "\uFEFF";
const indented = (indent) => (document) => JSON.stringify(document, undefined, indent);
const sorted = (value) => {
  if (Array.isArray(value)) return value.map(sorted);
  if (!value || typeof value !== "object") return value;
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]));
};
const lines = (end) => (document) => indented(2)(document).replaceAll("\n", end);

/** What becomes of a document as a text. */
const TEXTS = {
  "as it is": indented(2),
  minified: indented(),
  "with a byte order mark": (document) => MARK + indented(2)(document),
  "with line ends of Windows": lines("\r\n"),
  "with line ends of an old Macintosh": lines("\r"),
  "with tabs": indented("\t"),
  "with its keys sorted": (document) => indented(2)(sorted(document)),
  "in ASCII": (document) => indented()(document).replace(/[^\0-\x7f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`),
  "with slashes escaped": (document) => indented()(document).replaceAll("/", "\\/"),
  "with blanks around it": (document) => `\r\n\t ${indented()(document)} \n\n`,
  [MIXED]: (document) => MARK + indented("\t")(sorted(document)).replaceAll("\n", "\r\n"),
};

/** What is tried: the text, whether it is sent with gzip, and the form of the article. */
const CASES = [
  ...Object.keys(TEXTS).map((what) => ({ what })),
  { what: "as it is", isPacked: true },
  { what: MIXED, isPacked: true },
  { what: "as it is", isPacked: true, isLight: true },
  { what: MIXED, isLight: true },
];

// That a page has no icon.
const others = (found) => found.filter((complaint) => !/404/.test(complaint));

/** Visits a page twice: nothing is said, and nothing is seen to change. */
async function expectTakenOver(page, origin, html) {
  const found = complaints(page);
  await record(page);
  const path = await servePage(page, html);
  for (const visit of ["the first visit", "the second"]) {
    await page.goto(origin + path);
    const widget = page.locator("article-widget");
    const picture = await page.screenshot(WITHOUT_DOTS);
    const h1 = await page.locator("h1").elementHandle();
    await widget.evaluate((widget) => (widget.loading = "eager"));
    await expectEvents(page, { ready: 1 });
    expect((await page.screenshot(WITHOUT_DOTS)).equals(picture), visit).toBe(true);
    expect(await h1.evaluate((element) => element.isConnected)).toBe(true);
    expect(others(found), visit).toEqual([]);
  }
}

const OPTIONS = ["--page", "--linked", "--src", "document.json"];
const PAGES = { shadow: prerender(demoDocument(), ...OPTIONS), light: prerender(demoDocument(), ...OPTIONS, "--light") };

for (const { what, isPacked, isLight } of CASES) {
  const form = isLight ? "light" : "shadow";
  test(`${form}: a document ${what}${isPacked ? ", sent with gzip" : ""}`, async ({ page, serveAs }) => {
    const text = TEXTS[what](demoDocument());
    const origin = await serveAs((response) => {
      response.setHeader("content-type", "application/json");
      if (isPacked) response.setHeader("content-encoding", "gzip");
      response.end(isPacked ? gzipSync(text) : text);
    });
    await expectTakenOver(page, origin, PAGES[form]);
    await page.getByRole("radio", { name: "Per year" }).check();
    await expect(page.locator(".chart-subtitle")).toHaveText(/^Commitment per year/);
  });
}

for (const [what, write] of Object.entries(TEXTS)) {
  test(`The command writes the same for a document ${what}`, async ({ page }) => {
    const pages = [indented(2), write].map((write) => prerenderText(write(demoDocument()), "--linked", "--src", "document.json"));
    expect(pages[1] === pages[0]).toBe(true);
    // And with the document inside, one that is read.
    await record(page);
    await page.goto(await servePage(page, prerenderText(write(demoDocument()), "--page")));
    const before = await page.locator("article-widget").evaluate(nodesOf);
    const found = complaints(page);
    await page.locator("article-widget").evaluate((widget) => (widget.loading = "eager"));
    await expectEvents(page, { ready: 1 });
    expect(before.length).toBeGreaterThan(200);
    expect(others(found)).toEqual([]);
  });
}
