// Whatever has been done to the nodes of a prerendered article before it comes alive (by translators, blockers,
// readers' tools, the publisher's scripts): there is one article, no error, and what the chart and the row say
// is what was chosen. By chance, but the same edits in every run.

import { expect, test } from "@playwright/test";
import { choose, subtitle } from "./chart.mjs";
import { servePage } from "./prerendered.mjs";
import { complaints, expectEvents, record } from "./support.mjs";
import { fragment, makeEager, withoutModule } from "./whole.mjs";

const SEEDS = 60;
const PER_TEST = 15;

/** Edits the article; runs in the page. Each edit stays in the text, or in the island, that it is in. */
const edit = (widget, seed) => {
  let state = seed;
  const below = (count) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % count;
  };
  const root = (widget.shadowRoot ?? widget).querySelector(".article-widget");
  const places = [...root.querySelectorAll("[data-island]")];
  const isText = (node) => !places.some((place) => node.contains(place) || place.contains(node));
  const nodesIn = (top) => {
    const walker = document.createTreeWalker(top, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT | NodeFilter.SHOW_COMMENT);
    const found = [];
    while (walker.nextNode()) found.push(walker.currentNode);
    return found;
  };
  const elements = (nodes) => nodes.filter(({ nodeType }) => nodeType === Node.ELEMENT_NODE);
  const wrap = (node, name) => {
    const around = document.createElement(name);
    node.replaceWith(around);
    around.append(node);
  };
  const done = [];
  for (let count = 1 + below(8); count; count -= 1) {
    const region = [root, ...places][below(1 + places.length)];
    const nodes = nodesIn(region).filter((node) => (region === root ? isText(node) : true));
    if (!nodes.length) continue;
    const node = nodes[below(nodes.length)];
    const all = elements(nodes);
    const other = all[below(all.length)];
    const kind = ["wrap", "split", "remove", "insert", "move", "rename", "translate", "copy"][below(8)];
    done.push(`${kind} ${node.nodeName} in ${region.dataset.island ?? "the text"}`);
    if (kind === "wrap") wrap(node, ["font", "mark", "div", "span"][below(4)]);
    if (kind === "split" && node.data) node.splitText?.(below(node.data.length));
    if (kind === "remove") node.remove();
    if (kind === "insert") {
      const news = [document.createElement("ins"), document.createTextNode("more words"), document.createComment("a comment"), document.createElement("script")];
      node.before(news[below(4)]);
    }
    if (kind === "move" && other && !node.contains(other)) other.before(node);
    if (kind === "rename" && node.setAttribute) node.setAttribute("class", `${node.getAttribute("class") ?? ""} other`.trim());
    if (kind === "translate") {
      for (const text of nodesIn(region).filter((text) => text.nodeType === Node.TEXT_NODE && text.data.trim() && (region !== root || isText(text)))) {
        if (text.parentNode.closest("svg, style, script")) continue;
        text.data = text.data.toUpperCase();
        wrap(text, "font");
      }
    }
    if (kind === "copy" && node !== other) node.after(node.cloneNode(true));
  }
  return done;
};

const articles = (page) =>
  page.evaluate(() => {
    const trees = [document, ...[...document.querySelectorAll("*")].flatMap(({ shadowRoot }) => shadowRoot ?? [])];
    return trees.flatMap((tree) => [...tree.querySelectorAll(".article-widget")]).filter((article) => article.checkVisibility()).length;
  });

for (const [form, options] of Object.entries({ "in a shadow tree": [], "in the page's tree": ["--light"] })) {
  test.describe(`An article ${form} whose nodes were edited`, () => {
    const html = `<!doctype html><html lang="en"><head><title>A page</title><link rel="icon" href="articles/icon.svg"></head><body>${withoutModule(fragment(...options))}</body></html>`;

    for (let first = 1; first <= SEEDS; first += PER_TEST) {
      test(`comes alive, ${first} to ${first + PER_TEST - 1}`, async ({ page }) => {
        test.slow();
        const found = complaints(page);
        await record(page);
        const address = await servePage(page, html);
        for (let seed = first; seed < first + PER_TEST; seed += 1) {
          await page.goto(address);
          const done = await page.locator("article-widget").evaluate(edit, seed);
          const what = `seed ${seed}: ${done.join(", ")}`;
          await page.evaluate(() => import("/embed.js"));
          await makeEager(page);
          await expectEvents(page, { ready: 1 });
          expect(await articles(page), what).toBe(1);
          await expect(page.locator(".chart"), what).toHaveCount(1);
          await expect(page.locator(".carousel"), what).toHaveCount(1);
          for (const [basis, currency] of [["Per year", "Yuan"], ["Total", "US dollars"]]) {
            await choose(page, basis);
            await choose(page, currency);
            await expect(subtitle(page), what).toHaveText(new RegExp(`^(Commitment )?${basis}.*${currency}`, "i"));
            await expect(page.getByRole("radio", { name: basis, exact: true }), what).toBeChecked();
          }
          await page.getByRole("button", { name: "Next stories" }).click();
          await expect(page.getByRole("button", { name: "Previous stories" }), what).toHaveAttribute("aria-disabled", "false");
          expect(found.filter((complaint) => !complaint.includes("is rendered afresh")), what).toEqual([]);
        }
      });
    }
  });
}
