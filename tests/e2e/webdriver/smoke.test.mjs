// The demonstration in browsers that are not built on Chromium: BROWSER=firefox or
// BROWSER=webkitgtk. A few steps through every part of the widget.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, beforeEach, test } from "node:test";
import { addresses, partTitles, sentences } from "../pages/prerendered.mjs";
import { serve } from "../server.mjs";
import { start } from "./driver.mjs";

const DOCUMENT = "articles/alibaba-ai-investment.json";
const article = JSON.parse(readFileSync(new URL(`../../../dist/${DOCUMENT}`, import.meta.url), "utf8"));
// Its headline, as readers read it.
const HEADLINE = "Alibaba commits over 380 billion yuan to artificial intelligence";
// How long anything may take before it counts as not happening; nothing here is a measure of speed.
const PATIENCE = 30_000;

let site;
let browser;

before(
  async () => {
    site = await serve();
    browser = await start(process.env.BROWSER);
  },
  { timeout: 4 * PATIENCE },
);

after(async () => {
  await browser?.quit();
  site?.close();
});

/** Calls a function in the page with the widget's shadow root and what else it is given. */
function inWidget(act, ...values) {
  return browser.driver.executeScript(
    `return (${act})(document.querySelector("article-widget").shadowRoot, ...arguments)`,
    ...values,
  );
}

/** Waits until a function in the page answers with this. */
async function eventually(expected, act, ...values) {
  let found;
  const matches = async () => {
    found = await inWidget(act, ...values);
    return JSON.stringify(found) === JSON.stringify(expected);
  };
  // The assertion below says what was found instead.
  await browser.driver.wait(matches, PATIENCE).catch(() => {});
  assert.deepEqual(found, expected);
}

/** Clicks on an element of the shadow tree as a reader does. */
async function click(selector) {
  const element = await inWidget((root, selector) => root.querySelector(selector), selector);
  await element.click();
}

/** The bars from top to bottom, as names and labels. */
function bars(root) {
  const text = (row, selector) => row.querySelector(selector).textContent.replace(/\s+/g, " ").trim();
  return [...root.querySelectorAll(".row")]
    .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
    .map((row) => `${text(row, ".row-name")} ${text(row, ".label")}`);
}

/** The first story in full view, by its place from 0. */
function firstInView(root) {
  const viewport = root.querySelector(".viewport");
  const { left } = viewport.getBoundingClientRect();
  return [...viewport.children].findIndex((slide) => slide.getBoundingClientRect().left >= left - 1);
}

const isDisabled = (root, label) => root.querySelector(`[aria-label="${label}"]`).getAttribute("aria-disabled");

/** Opens the demonstration, as it is before the reader does anything; from then on its events are noted. */
async function open(path = "index.html") {
  await browser.driver.get(`${site.origin}/${path}`);
  await eventually(HEADLINE, (root) => root?.querySelector("h1")?.textContent);
  await browser.driver.executeScript(() => {
    window.told = [];
    window.nodes = [...document.querySelector("article-widget").shadowRoot.querySelectorAll("[part=root] *")];
    for (const name of ["ready", "error"]) {
      document.addEventListener(`article-widget-${name}`, ({ detail }) => window.told.push([name, detail]));
    }
  });
}

/** Touches the text, by which the article comes alive. */
const touch = () => click(".standfirst");

const names = () => window.told.map(([name]) => name);

beforeEach(async () => {
  await open();
  await touch();
  await eventually(["ready"], names);
});

test("The article comes alive in the markup that came with the page, without a problem", async () => {
  await eventually([["ready", { problems: [] }]], () => window.told);
  const isKept = await inWidget((root) => {
    const now = [...root.querySelectorAll("[part=root] *")];
    return now.length > 200 && now.every((node, index) => node === window.nodes[index]);
  });
  assert.ok(isKept, "every element is still the same");
});

test("What the reader does before that is done then", async () => {
  await open();
  await click('input[value="per-year"]');
  await eventually(["ready"], names);
  await eventually(true, (root) => /per year/i.test(root.querySelector(".chart-subtitle").textContent));
  await eventually(true, (root) => root.querySelector('input[value="per-year"]').checked);
});

test("An article that does not come with the page comes from its document", async () => {
  await browser.driver.get(`${site.origin}/frame.html?src=${DOCUMENT}`);
  await eventually(HEADLINE, (root) => root?.querySelector("h1")?.textContent);
  await click('input[value="per-year"]');
  await eventually(true, (root) => /per year/i.test(root.querySelector(".chart-subtitle").textContent));
});

test("The article is there with all its headings", async () => {
  const parts = partTitles(article);
  const headings = article.body.flatMap((block) => block.heading ?? []);
  const expected = [...parts.before, ...headings, ...parts.after, article.related[0].title];
  await eventually(expected, (root) => [...root.querySelectorAll("h2")].map((heading) => heading.textContent));
  const { width, height } = await inWidget((root) => root.querySelector(".body").getBoundingClientRect());
  assert.ok(width > 200 && height > 1000, `the text takes ${width} by ${height} px`);
});

test("The widget's style sheet is in force", async () => {
  await eventually("flex", (root) => getComputedStyle(root.querySelector(".viewport")).display);
  await eventually("hidden", (root) => getComputedStyle(root.querySelector(".visually-hidden")).overflow);
});

test("The six teasers lead to their stories", async () => {
  const expected = article.related[0].teasers.map(({ headline, href }) => [headline, `${site.origin}/${href}`]);
  await eventually(expected, (root) =>
    [...root.querySelectorAll(".teaser")].map((teaser) => [
      teaser.querySelector(".teaser-headline").textContent,
      teaser.querySelector("a").href,
    ]),
  );
  const names = await inWidget((root) => [...root.querySelectorAll(".teaser a")].map((link) => link.textContent));
  for (const name of names) assert.match(name, /^Read more/);
});

test("The chart ranks anew when it is asked to compare per year, and back", async () => {
  const total = ["Microsoft $80bn", "Meta $65bn", "Alibaba about $53bn", "ByteDance $20.7bn†"];
  const yearly = ["Microsoft $80bn", "Meta $65bn", "ByteDance $20.7bn†", "Alibaba about $17.7bn"];
  await eventually(total, bars);
  await click('input[value="per-year"]');
  await eventually(yearly, bars);
  await click('input[value="total"]');
  await eventually(total, bars);
});

test("The bars are drawn in proportion", async () => {
  const [first, ...others] = await inWidget((root) =>
    [...root.querySelectorAll(".row .mark:not([fill])")].map((rect) => rect.getBBox().width).sort((a, b) => b - a),
  );
  assert.ok(first > 100, `the longest bar is ${first} px long`);
  for (const [index, value] of [65, 53, 150 / 7.26].entries()) {
    const ratio = others[index] / first / (value / 80);
    assert.ok(Math.abs(ratio - 1) < 0.01, `${others[index]} of ${first} px for ${value} of 80`);
  }
});

test("The buttons of the carousel scroll it by one story and know where it ends", async () => {
  await eventually("true", isDisabled, "Previous story");
  await eventually("false", isDisabled, "Next story");
  await click('[aria-label="Next story"]');
  await eventually(1, firstInView);
  await eventually("false", isDisabled, "Previous story");
  await click('[aria-label="Previous story"]');
  await eventually(0, firstInView);
  await eventually("true", isDisabled, "Previous story");
  await inWidget((root) => root.querySelector(".viewport").scrollTo({ left: 9999, behavior: "instant" }));
  await eventually("true", isDisabled, "Next story");
  await eventually("false", isDisabled, "Previous story");
});

test("No element of the widget has a style attribute", async () => {
  await click('input[value="per-year"]');
  await eventually("false", isDisabled, "Next story");
  await click('[aria-label="Next story"]');
  await eventually(1, firstInView);
  await eventually([], (root) => [...root.querySelectorAll("[style], style")].map((element) => element.outerHTML));
});

test("Moved to another place in the page it keeps what the reader has chosen", async () => {
  await click('input[value="per-year"]');
  await eventually(true, (root) => /per year/i.test(root.querySelector(".chart-subtitle").textContent));
  await browser.driver.executeScript(() => {
    document.body.append(document.querySelector("article-widget"));
  });
  await eventually(true, (root) => root.querySelector('input[value="per-year"]').checked);
  await click('input[value="CNY"]');
  await eventually(true, (root) => /per year.*yuan/i.test(root.querySelector(".chart-subtitle").textContent));
  await eventually(["ready"], names);
});

test("A document that is missing is told to the reader and to the host page", async () => {
  await browser.driver.executeScript(() => {
    document.querySelector("article-widget").setAttribute("src", "articles/missing.json");
  });
  const message = "articles/missing.json: the server answered 404";
  await eventually("This article could not be loaded.", (root) => root.querySelector("[role=alert]")?.textContent);
  await eventually([["error", { code: "http", message }]], () => window.told.slice(1));
  await browser.driver.executeScript((src) => {
    document.querySelector("article-widget").setAttribute("src", src);
  }, DOCUMENT);
  await eventually(HEADLINE, (root) => root.querySelector("h1")?.textContent);
  await eventually(["ready", "error", "ready"], names);
});

/** Lets the requests for a file fail this many times, as if there were no network. */
const lose = (file, times) =>
  browser.driver.executeScript(
    (file, times) => {
      const { fetch } = window;
      window.fetch = (...words) => {
        const isLost = String(words[0]).endsWith(file) && times-- > 0;
        // Nobody listens on this port.
        return fetch(...(isLost ? ["http://127.0.0.1:1/"] : words));
      };
      Math.random = () => 0;
    },
    file,
    times,
  );

test("A network that is lost and comes back is no failure", async () => {
  await open();
  await lose("article-widget_bg.wasm", 2);
  await touch();
  await eventually(["ready"], names);
  await lose(DOCUMENT, 2);
  await browser.driver.executeScript((src) => {
    document.querySelector("article-widget").src = `./${src}`;
  }, DOCUMENT);
  await eventually(["ready", "ready"], names);
});

test("Without a network the article stays readable, and the next touch is another try", async () => {
  await open();
  await lose("article-widget_bg.wasm", 3);
  await touch();
  await eventually([["error", "engine"]], () => window.told.map(([name, { code }]) => [name, code]));
  await eventually(HEADLINE, (root) => root.querySelector("h1").textContent);
  await eventually(0, (root) => root.querySelectorAll("[role=alert], :disabled").length);
  await click('input[value="CNY"]');
  await eventually(["error", "ready"], names);
  await eventually(true, (root) => /yuan/i.test(root.querySelector(".chart-subtitle").textContent));
});

test("A document that does not come is told to the reader, who can try again", async () => {
  await lose("articles/other.json", 3);
  await browser.driver.executeScript(() => {
    document.querySelector("article-widget").src = "articles/other.json";
  });
  await eventually(["error", { code: "network", message: "articles/other.json: no answer came from the server" }], () => window.told[1]);
  await eventually("This article could not be loaded.", (root) => root.querySelector("[role=alert] p")?.textContent);
  await click("[role=alert] button");
  await eventually(["ready", "error", "error"], names);
  await eventually("http", () => window.told[2][1].code);
});

test("Where no script may run, every sentence, figure, table row and link is on the page", async () => {
  const scriptless = await serve(0, { "content-security-policy": "script-src 'none'" });
  try {
    await browser.driver.get(`${scriptless.origin}/index.html`);
    await eventually(HEADLINE, (root) => root?.querySelector("h1")?.textContent);
    assert.equal(await browser.driver.executeScript(() => customElements.get("article-widget") === undefined), true);
    const text = (await inWidget((root) => root.querySelector("[part=root]").textContent)).replace(/\s+/g, " ");
    const missing = sentences(article).filter((sentence) => !text.includes(sentence.replace(/\s+/g, " ")));
    assert.deepEqual(missing, []);
    const links = await inWidget((root) => [...root.querySelectorAll("a")].map((link) => link.getAttribute("href")));
    const away = links.filter((link) => !/^#(datum|footnote|reference)-/.test(link));
    assert.deepEqual(away.toSorted(), addresses(article).toSorted());
    assert.deepEqual(await inWidget(bars), ["Microsoft $80bn", "Meta $65bn", "Alibaba about $53bn", "ByteDance $20.7bn†"]);
    assert.equal(await inWidget((root) => root.querySelectorAll("tbody tr").length), article.commitments.length);
    assert.ok(await inWidget((root) => root.querySelector(".body").getBoundingClientRect().height > 1000));
  } finally {
    scriptless.close();
  }
});

test("Under a policy that forbids WebAssembly the article stays, without what cannot work", async () => {
  await open();
  await browser.driver.executeScript(() => {
    const policy = document.createElement("meta");
    policy.httpEquiv = "content-security-policy";
    policy.content = "script-src 'self'";
    document.head.append(policy);
  });
  await touch();
  await eventually([["error", "blocked"]], () => window.told.map(([name, { code }]) => [name, code]));
  await eventually(HEADLINE, (root) => root.querySelector("h1").textContent);
  await eventually(0, (root) => root.querySelectorAll("[role=alert], :is(button:not([popovertarget]), input):enabled").length);
});

test("After a panic the article stays, and the next click brings it alive and is carried out", async () => {
  // What the views count on is no longer where it was.
  await inWidget((root) => {
    const rows = root.querySelector(".rows");
    const between = document.createElementNS(rows.namespaceURI, "g");
    between.append(...rows.children);
    rows.append(between);
  });
  await click('input[value="per-year"]');
  await eventually([["ready"], ["error", "panic"]], () => window.told.map(([name, { code }]) => (code ? [name, code] : [name])));
  await eventually(HEADLINE, (root) => root.querySelector("h1").textContent);
  await click('input[value="CNY"]');
  await eventually(["ready", "error", "ready"], names);
  await eventually(true, (root) => /yuan/i.test(root.querySelector(".chart-subtitle").textContent));
  await eventually(4, (root) => root.querySelectorAll(".row").length);
});
