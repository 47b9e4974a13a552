// Links within an article: to notes and back, to figures of the chart, and from one part to another. They never leave
// the page, whatever their addresses would mean there, and lead to their places with and without scripts.

import { expect, test } from "@playwright/test";
import { complaints, expectEvents, hold, record } from "./support.mjs";
import { prerender, servePage } from "./prerendered.mjs";

const filler = Array.from({ length: 30 }, () => ({ paragraph: "Filler words. ".repeat(40) }));
/** A note and a figure, far from the places that they lead to. */
const article = {
  version: 1,
  language: "en",
  headline: "Notes",
  body: [{ paragraph: ["A ", { footnote: "n" }, " and a figure ", { datum: { of: "a" } }, " here."] }, ...filler, { chart: "c" }, ...filler],
  footnotes: [{ id: "n", text: "The note." }],
  commitments: ["a", "b"].map((id) => ({
    id,
    name: `Company ${id}`,
    amount: { value: 2, scale: "billion", currency: "USD" },
    period: { year: 2025 },
    status: "planned",
    purpose: "Computers",
    source: "A report",
  })),
  charts: [{ id: "c", title: "A chart", currency: "USD", source: "Reports" }],
};

const note = (page) => page.locator("a[role=doc-noteref]");
const back = (page) => page.locator("a[role=doc-backlink]");
const figure = (page) => page.locator(".body a.datum").first();

/** Whether an element is in the window, at least in part. */
const expectSeen = (locator) => expect(locator).toBeInViewport();
const goal = { note: (page) => page.getByText("The note."), figure: (page) => page.locator(".chart") };

const FORMS = { shadow: [], light: ["--light"] };

/** Pages around the article, by what addresses in them begin from. */
const HEADS = {
  "a page": "",
  "a page whose addresses begin elsewhere": '<base href="/site/root/">',
  "a page whose addresses begin at another site": '<base href="https://other.example/">',
  "a page whose links open elsewhere": '<base target="_blank">',
};

for (const [form, options] of Object.entries(FORMS)) {
  const fragment = prerender(article, "--assets", "/", "--src", "/document.json", ...options);
  const whole = (head) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>${head}</head><body><main>${fragment}</main></body></html>`;

  for (const [where, head] of Object.entries(HEADS)) {
    test.describe(`${form}, in ${where}:`, () => {
      const open = async (page, { origin }) => {
        await record(page);
        // The files are where they are, whatever addresses begin from.
        await page.goto(await servePage(page, whole(head).replace(/ (src|href)="\/(?=[a-z-]+\.)/g, ` $1="${origin}/`)));
      };

      /** Follows links there and back by a way, and finds the page where it was. */
      async function expectInnerLinks(page, follow) {
        const address = page.url();
        let pages = page.context().pages().length;
        await follow(note(page));
        await expectSeen(goal.note(page));
        await follow(back(page));
        await expectSeen(note(page));
        await follow(figure(page));
        await expectSeen(goal.figure(page));
        expect(page.url().split("#")[0]).toBe(address.split("#")[0]);
        expect(page.context().pages()).toHaveLength(pages);
      }
      const WAYS = { pointer: (link) => link.click(), keyboard: (link) => link.press("Enter") };

      for (const [by, follow] of Object.entries(WAYS)) {
        test(`links lead to their places, by ${by}, while the article is not alive`, async ({ page, baseURL }) => {
          const wasm = await hold(page, "article-widget_bg.wasm");
          await open(page, new URL(baseURL));
          await expectInnerLinks(page, follow);
          wasm.release();
          await expectEvents(page, { ready: 1 });
        });

        test(`and by ${by} once it is`, async ({ page, baseURL }) => {
          await open(page, new URL(baseURL));
          await page.locator("article-widget").evaluate((widget) => (widget.loading = "eager"));
          await expectEvents(page, { ready: 1 });
          await expectInnerLinks(page, follow);
        });
      }
    });
  }

  test.describe(`${form}, in a document without an address:`, () => {
    /** What puts the page into a frame. */
    const PLACES = {
      srcdoc: (frame, html) => (frame.srcdoc = html),
      "about:blank": ({ contentDocument: { body } }, html) => {
        body.innerHTML = html;
        // What stands in markup does not run there.
        const [script] = body.querySelectorAll("script[src]");
        const { type, src } = script;
        script.replaceWith(Object.assign(body.ownerDocument.createElement("script"), { type, src }));
      },
    };

    for (const [where, put] of Object.entries(PLACES)) {
      test(`${where}: links lead to their places, and no link to a state is offered`, async ({ page }) => {
        const found = complaints(page);
        await page.goto("/page.css");
        const inside = whole("").replace("<article-widget", '<article-widget linkable loading="eager"');
        await page.evaluate(
          ([put, html]) => {
            const frame = Object.assign(document.createElement("iframe"), { width: 800, height: 600 });
            document.body.replaceChildren(frame);
            new Function(`return (${put})`)()(frame, html);
          },
          [`${put}`, inside],
        );
        const frame = page.frameLocator("iframe");
        await expect(frame.locator("[data-alive]")).toHaveCount(1);
        await note(frame).click();
        await expectSeen(goal.note(frame));
        await back(frame).click();
        await expectSeen(note(frame));
        await figure(frame).click();
        await expectSeen(goal.figure(frame));
        await expect(frame.getByRole("button", { name: "Data", exact: true })).toBeVisible();
        await expect(frame.getByRole("button", { name: "Link", exact: true })).toHaveCount(0);
        expect(page.url()).toMatch(/page\.css$/);
        // That there is no icon, and what Chromium says of a template in markup.
        expect(found.filter((complaint) => !/404|shadowrootmode/.test(complaint))).toEqual([]);
      });
    }
  });

  test.describe(`${form}, without scripts:`, () => {
    test.use({ javaScriptEnabled: false });

    for (const [what, link] of Object.entries({ note, figure })) {
      test(`a link to a ${what} leads there, and what was closed around it is open`, async ({ page }) => {
        await page.goto(await servePage(page, whole("")));
        await link(page).click();
        await expectSeen(what === "note" ? goal.note(page) : page.locator("tbody tr").first());
        if (what === "note") {
          await back(page).click();
          await expectSeen(note(page));
        }
      });
    }
  });
}

