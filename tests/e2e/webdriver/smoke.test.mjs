// The demonstration in browsers that are not built on Chromium: BROWSER=firefox or
// BROWSER=webkitgtk. A few steps through every part of the widget.

import assert from "node:assert/strict";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { after, before } from "node:test";
import { Key } from "selenium-webdriver";
import { lookAt, position } from "../pages/carousel-look.mjs";
import { addresses, partTitles, prerender, sentences } from "../pages/prerendered.mjs";
import { serve } from "../server.mjs";
import { browserTests } from "./browser.mjs";
import { PATIENCE, until } from "./site.mjs";

const DOCUMENT = "articles/alibaba-ai-investment.json";
const article = JSON.parse(readFileSync(new URL(`../../../dist/${DOCUMENT}`, import.meta.url), "utf8"));
// Its headline, as readers read it.
const HEADLINE = "Alibaba commits over 380 billion yuan to artificial intelligence";

let site;

before(async () => {
  site = await serve();
});

after(() => site?.close());

const { browser, test } = browserTests(async () => {
  await open();
  await touch();
  await eventually(["ready"], names);
});

/** Calls a function in the page with the widget's shadow root and what else it is given. */
function inWidget(act, ...values) {
  return browser.driver.executeScript(
    `return (${act})(document.querySelector("article-widget").shadowRoot, ...arguments)`,
    ...values,
  );
}

/** Waits until a function in the page answers with this. */
const eventually = (expected, act, ...values) => until(browser.driver, expected, () => inWidget(act, ...values));

/** Clicks on an element of the shadow tree as a reader does. */
async function click(selector) {
  const element = await inWidget((root, selector) => root.querySelector(selector), selector);
  await element.click();
}

/** Chooses a currency: those are under a button below the chart. */
async function chooseCurrency(currency) {
  await click('[name="open"][value="options"]');
  await eventually(true, (root, currency) => root.querySelector(`input[value="${currency}"]`) !== null, currency);
  await click(`input[value="${currency}"]`);
}

/** The bars of each panel from top to bottom, as names and labels. */
function bars(root) {
  const text = (row, selector) => row.querySelector(selector).textContent.replace(/\s+/g, " ").trim();
  return [...root.querySelectorAll(".panel")].map((panel) =>
    [...panel.querySelectorAll(".row")]
      .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
      .map((row) => `${text(row, ".row-name")} ${text(row, ".label")}`),
  );
}

const TOTALS = ["Microsoft $80bn", "Meta $65bn", "Alibaba about $53bn", "ByteDance $20.7bn†"];
const YEARLY = ["Microsoft $80bn", "Meta $65bn", "ByteDance $20.7bn†", "Alibaba about $17.7bn"];

/** What the carousel says of where it is, and what is on the screen. */
const look = () => inWidget(`(root) => (${lookAt})(root.querySelector(".viewport"))`);

/** Waits until the row is at rest: nothing on its way, the same place for a while. */
async function rested() {
  let before;
  const isStill = async () => {
    const now = await inWidget((root) => {
      const viewport = root.querySelector(".viewport");
      return "moving" in viewport.dataset || "dragged" in viewport.dataset ? NaN : viewport.scrollLeft;
    });
    const isSame = now !== null && now === before;
    before = now;
    return isSame;
  };
  // Longer than what counts as rest where browsers do not say so.
  await browser.driver.wait(isStill, PATIENCE, "it comes to rest", 300);
}

/** That the indicator, what is announced, the buttons and what is on the screen agree; gives what is seen. */
async function expectAgreement(isByButton) {
  await rested();
  const found = await look();
  const where = position(found);
  assert.equal(found.isWhole, true, "at rest at least one story is seen whole");
  assert.deepEqual([found.previous, found.next], [`${found.isAtStart}`, `${found.isAtEnd}`], `the buttons at ${where}`);
  assert.equal(found.last === found.count, found.isAtEnd, where);
  assert.equal(found.first === 1, found.isAtStart, where);
  const current = found.dots.filter(({ isCurrent }) => isCurrent);
  assert.deepEqual(current, [{ label: where, isCurrent: "true", isDisabled: "true" }]);
  assert.equal(found.dots.filter(({ isDisabled }) => isDisabled).length, 1);
  assert.equal(found.live, isByButton ? where : "", "what is announced");
  return found;
}

/** Waits until the row has begun to move from where it was seen last. */
const moved = ({ place }) => browser.driver.wait(async () => Math.abs((await look()).place - place) > 2, PATIENCE, "it moves");

/** Scrolls until the related stories are somewhat below the window. */
const scrollNear = (root) => {
  window.scrollBy({ top: root.querySelector(".carousel").getBoundingClientRect().top - innerHeight - 200, behavior: "instant" });
};

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

test("The article comes alive in the markup that came with the page, without a problem", async () => {
  await eventually([["ready", { problems: [] }]], () => window.told);
  const isKept = await inWidget((root) => {
    const now = [...root.querySelectorAll("[part=root] *")];
    return now.length > 200 && now.every((node, index) => node === window.nodes[index]);
  });
  assert.ok(isKept, "every element is still the same");
});

test("It comes alive where the reader is, and stays there", async () => {
  await open();
  await inWidget(scrollNear);
  const top = await browser.driver.executeScript(() => window.scrollY);
  await eventually(["ready"], names);
  assert.ok(top > 1000, `it is scrolled to ${top} px`);
  assert.equal(await browser.driver.executeScript(() => window.scrollY), top);
});

test("What the reader does before that is done then", async () => {
  await open();
  await click('input[value="per-year"]');
  await eventually(["ready"], names);
  await eventually(true, (root) => /^Commitment per year/.test(root.querySelector(".chart-subtitle").textContent));
  await eventually(true, (root) => root.querySelector('input[value="per-year"]').checked);
});

test("An article that does not come with the page comes from its document", async () => {
  await browser.driver.get(`${site.origin}/frame.html?src=${DOCUMENT}`);
  await eventually(HEADLINE, (root) => root?.querySelector("h1")?.textContent);
  await click('input[value="per-year"]');
  await eventually(true, (root) => /^Commitment per year/.test(root.querySelector(".chart-subtitle").textContent));
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

test("The chart shows both rankings, each alone when it is asked to, and both again", async () => {
  await eventually([TOTALS, YEARLY], bars);
  await click('input[value="total"]');
  await eventually([TOTALS], bars);
  await click('input[value="per-year"]');
  await eventually([YEARLY], bars);
  await click('input[value="both"]');
  await eventually([TOTALS, YEARLY], bars);
});

test("The bars are drawn in proportion", async () => {
  const [first, ...others] = await inWidget((root) =>
    [...root.querySelector(".panel").querySelectorAll(".mark")].map((mark) => mark.getBoundingClientRect().width).sort((a, b) => b - a),
  );
  assert.ok(first > 100, `the longest bar is ${first} px long`);
  for (const [index, value] of [65, 53, 150 / 7.26].entries()) {
    const ratio = others[index] / first / (value / 80);
    assert.ok(Math.abs(ratio - 1) < 0.01, `${others[index]} of ${first} px for ${value} of 80`);
  }
});

/** Brings the row to the middle of the window. */
const reach = () => inWidget((root) => root.querySelector(".viewport").scrollIntoView({ block: "center", behavior: "instant" }));

const NEXT = '[aria-label="Next stories"]';
const PREVIOUS = '[aria-label="Previous stories"]';
const isDisabled = (root, selector) => root.querySelector(selector).getAttribute("aria-disabled");

test("The buttons of the carousel move it by what fits, and know where it ends", async () => {
  await eventually("true", isDisabled, PREVIOUS);
  await reach();
  let here = await expectAgreement();
  while (!here.isAtEnd) {
    await click(NEXT);
    await moved(here);
    const now = await expectAgreement(true);
    assert.ok(now.isAtEnd || now.first === here.last + 1, `${now.first} after ${here.last}`);
    assert.ok(now.first <= here.last + 1 && now.last > here.last);
    here = now;
  }
  while (!here.isAtStart) {
    await click(PREVIOUS);
    await moved(here);
    const now = await expectAgreement(true);
    assert.ok(now.isAtStart || now.last === here.first - 1, `${now.last} before ${here.first}`);
    here = now;
  }
});

test("The dots of the carousel lead to the stories that they are called after", async () => {
  await reach();
  let here = await expectAgreement();
  for (const index of [here.dots.length - 1, 0]) {
    const { label } = here.dots[index];
    await click(`.dot[value="${index}"]`);
    await moved(here);
    here = await expectAgreement(true);
    assert.equal(position(here), label);
  }
});

test("A story that gets the focus by keyboard comes into view, and arrow keys scroll the row", async () => {
  await reach();
  const start = await expectAgreement();
  await inWidget((root) => root.querySelector('[aria-label="Next stories"]').focus());
  const focused = () => inWidget((root) => [...root.querySelectorAll(".slide")].findIndex((slide) => slide.contains(root.activeElement)) + 1);
  for (let presses = 0; (await focused()) !== start.count; presses += 1) {
    assert.ok(presses < 2 * start.count, "Tab reaches every story");
    await browser.driver.actions().sendKeys(Key.TAB).perform();
    const number = await focused();
    if (number === 0) continue;
    const { first, last } = await expectAgreement();
    assert.ok(first <= number && number <= last, `story ${number} of ${first} to ${last}`);
  }
  const end = await look();
  assert.ok(end.isAtEnd);
  await browser.driver.actions().sendKeys(Key.ARROW_LEFT).perform();
  await moved(end);
  await expectAgreement();
});

/** The middle of the blank edge of a card, in the window; stories are counted from 1. */
const blank = (number) =>
  inWidget((root, number) => {
    const { left, top, width } = root.querySelectorAll(".teaser")[number - 1].getBoundingClientRect();
    return { x: Math.round(left + width / 2), y: Math.round(top + 6) };
  }, number);

test("The mouse pulls the row, and a pull is no click", async () => {
  await reach();
  const start = await expectAgreement();
  const { x, y } = await blank(2);
  const by = Math.round((await inWidget((root) => root.querySelector(".slide").getBoundingClientRect().width)) * 0.8);
  const pull = (x, by) =>
    browser.driver
      .actions()
      .move({ x, y, duration: 0 })
      .press()
      .move({ x: x + Math.round(by / 2), y, duration: 100 })
      .move({ x: x + by, y, duration: 100 })
      // A hand that holds still throws nothing.
      .pause(300)
      .release()
      .perform();
  await pull(x, -by);
  await moved(start);
  const there = await expectAgreement();
  assert.ok(there.first > 1);
  await pull((await blank(there.first)).x, by);
  await moved(there);
  assert.ok((await expectAgreement()).isAtStart);
  assert.match(await browser.driver.getCurrentUrl(), /index\.html$/);
});

test("A wheel scrolls the row, and the controls know", async () => {
  await reach();
  const start = await expectAgreement();
  const { x, y } = await blank(1);
  try {
    await browser.driver.actions().scroll(x, y, 600, 0).perform();
  } catch (error) {
    // Not every driver has a wheel: the row is then scrolled as one would.
    if (!/wheel|unsupported|invalid argument|unknown/i.test(`${error.name} ${error.message}`)) throw error;
    await inWidget((root) => root.querySelector(".viewport").scrollBy({ left: 600, behavior: "smooth" }));
  }
  await moved(start);
  const there = await expectAgreement();
  assert.ok(there.first > 1);
  await inWidget((root) => root.querySelector(".viewport").scrollTo({ left: 9999, behavior: "instant" }));
  await eventually("true", isDisabled, NEXT);
  assert.equal((await expectAgreement()).last, there.count);
});

test("The whole card of a story leads to it", async () => {
  await reach();
  const { x, y } = await inWidget((root) => {
    const { left, top, width, height } = root.querySelector(".teaser-summary .words").getClientRects()[0];
    return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };
  });
  await browser.driver.actions().move({ x, y }).press().release().perform();
  await browser.driver.wait(async () => /related\.html#hermes$/.test(await browser.driver.getCurrentUrl()), PATIENCE);
});

test("No element of the widget has a style attribute", async () => {
  await click('input[value="per-year"]');
  await eventually("false", isDisabled, NEXT);
  await reach();
  const start = await look();
  await click(NEXT);
  await moved(start);
  await expectAgreement(true);
  await eventually([], (root) => [...root.querySelectorAll("[style], style:not([data-sheet])")].map((element) => element.outerHTML));
});

test("Moved to another place in the page it keeps what the reader has chosen", async () => {
  await click('input[value="per-year"]');
  await eventually(true, (root) => /^Commitment per year/.test(root.querySelector(".chart-subtitle").textContent));
  await browser.driver.executeScript(() => {
    document.body.append(document.querySelector("article-widget"));
  });
  await eventually(true, (root) => root.querySelector('input[value="per-year"]').checked);
  await chooseCurrency("CNY");
  await eventually(true, (root) => /^Commitment per year.*yuan/.test(root.querySelector(".chart-subtitle").textContent));
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
        // Another try has another address.
        const isLost = String(words[0]).split("?")[0].endsWith(file) && times-- > 0;
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
  await click('input[value="total"]');
  await eventually(["error", "ready"], names);
  await eventually(true, (root) => /^Total/.test(root.querySelector(".chart-subtitle").textContent));
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

const FEEDS = {
  "/feed.json": ["application/feed+json", '{ "title": "Paper", "items": [{ "title": "From JSON", "url": "one.html" }] }'],
  "/rss.xml": ["text/plain", "<rss><channel><item><title>From RSS &amp;amp; more</title><link>one.html</link></item></channel></rss>"],
  "/atom.xml": ["application/atom+xml", '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>From Atom</title><link href="one.html"/></entry></feed>'],
  "/wrong.xml": ["application/xml", "<rss><channel><item><title>From nowhere</title><link>one.html</link></item></channel>"],
};

test("The stories of a feed take the place of the teasers, where the page lets no text be read as markup", async () => {
  // Another site, which lets this one read its feeds.
  const feeds = createServer(({ url }, response) => {
    const [type, text] = FEEDS[url];
    response.writeHead(200, { "content-type": type, "access-control-allow-origin": "*" }).end(text);
  });
  feeds.listen(0, "127.0.0.1");
  await once(feeds, "listening");
  const origin = `http://127.0.0.1:${feeds.address().port}`;
  const strict = await serve(0, { "content-security-policy": "require-trusted-types-for 'script'" });
  try {
    await browser.driver.get(`${strict.origin}/index.html`);
    await eventually(HEADLINE, (root) => root?.querySelector("h1")?.textContent);
    await browser.driver.executeScript(() => {
      window.warnings = [];
      console.warn = (text) => window.warnings.push(text);
    });
    const use = async (feed) => {
      await browser.driver.executeScript((feed) => {
        const widget = document.querySelector("article-widget");
        widget.loading = "eager";
        widget.relatedSrc = feed;
      }, origin + feed);
      await inWidget(scrollNear);
    };
    const headlines = (root) => [...root.querySelectorAll(".teaser-headline")].map(({ textContent }) => textContent);
    for (const [feed, headline] of Object.entries({ "/rss.xml": "From RSS & more", "/feed.json": "From JSON", "/atom.xml": "From Atom" })) {
      await use(feed);
      await eventually([headline], headlines);
      await eventually(`${origin}/one.html`, (root) => root.querySelector(".teaser a").href);
    }
    await eventually([], () => window.warnings);
    await use("/wrong.xml");
    await eventually([`<article-widget> related-src: ${origin}/wrong.xml: not well-formed XML: line 1 is the last, but <rss> of line 1 is not closed`], () => window.warnings);
    await eventually(article.related[0].teasers.map(({ headline }) => headline), headlines);
  } finally {
    strict.close();
    feeds.close();
  }
});

test("A teaser that is activated is told of, and the page can take it over", async () => {
  await browser.driver.executeScript(() => {
    document.addEventListener("article-widget-teaser", (event) => {
      window.told.push(["teaser", event.detail]);
      event.preventDefault();
    });
  });
  await click(".teaser-link");
  const { kicker, headline, summary, href } = article.related[0].teasers[0];
  const detail = { related: "more", place: 1, href: `${site.origin}/${href}`, kicker, headline, summary };
  await eventually(Object.entries(detail).sort(), () => Object.entries(window.told[1]?.[1] ?? {}).sort());
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
    const away = links.filter((link) => !/^#(datum|footnote|reference|section)-/.test(link));
    assert.deepEqual(away.toSorted(), addresses(article).toSorted());
    assert.deepEqual(await inWidget(bars), [TOTALS, YEARLY]);
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
  // A part of the views' work fails, once.
  await browser.driver.executeScript(() => {
    const { setAttribute } = Element.prototype;
    Element.prototype.setAttribute = () => {
      Element.prototype.setAttribute = setAttribute;
      throw new Error("no attributes today");
    };
  });
  await click('input[value="per-year"]');
  await eventually([["ready"], ["error", "panic"]], () => window.told.map(([name, { code }]) => (code ? [name, code] : [name])));
  await eventually(HEADLINE, (root) => root.querySelector("h1").textContent);
  await click('input[value="total"]');
  await eventually(["ready", "error", "ready"], names);
  await eventually(true, (root) => /^Total/.test(root.querySelector(".chart-subtitle").textContent));
  await eventually(4, (root) => root.querySelectorAll(".row").length);
});

const PARENTS = [
  "display: flex",
  "display: flex; flex-direction: column; align-items: center",
  "display: grid; justify-items: center",
  "float: left",
  "position: absolute",
  "display: inline-block",
  "width: fit-content",
  "display: table-cell",
];

test("In parents that ask for its width it has one, and keeps to what there is", async () => {
  for (const style of PARENTS) {
    const { width, least, most, isInside } = await browser.driver.executeScript((style) => {
      const widget = document.querySelector("article-widget");
      widget.parentNode.style.cssText = style;
      const { width } = widget.getBoundingClientRect();
      // In a narrow row it gives way to what is beside it.
      const other = Object.assign(document.createElement("p"), { style: "flex: none; width: 200px" });
      widget.parentNode.style.cssText = "display: flex; width: 300px";
      widget.before(other);
      const isInside = widget.getBoundingClientRect().width <= 100;
      other.remove();
      widget.parentNode.style.cssText = "";
      return { width, isInside, least: Math.min(684, innerWidth - 40), most: Math.min(800, innerWidth) };
    }, style);
    assert.ok(width >= least && width <= most, `${width} px in “${style}”`);
    assert.ok(isInside, "beside others in a narrow row");
  }
});

test("After a reload nothing is chosen that is not shown, though browsers restore what was", async () => {
  const files = await serve(0, { "access-control-allow-origin": "*" });
  const html = prerender(article, "--page", "--light", "--assets", `${files.origin}/`);
  let page = html;
  const pages = createServer((_, response) => response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(page));
  pages.listen(0, "127.0.0.1");
  await once(pages, "listening");
  const state = () =>
    browser.driver.executeScript(() => {
      const control = document.querySelector("input[value=per-year]");
      const isSaid = /^Commitment per year/.test(document.querySelector(".chart-subtitle")?.textContent);
      return { isShown: control && getComputedStyle(control).visibility === "visible", isChosen: control?.checked, isSaid };
    });
  const becomes = async (matches, what) => {
    let found;
    const isSo = async () => matches((found = await state()));
    await browser.driver.wait(isSo, PATIENCE).catch(() => {});
    assert.ok(matches(found), `${what}: ${JSON.stringify(found)}`);
  };
  try {
    await browser.driver.get(`http://127.0.0.1:${pages.address().port}/`);
    for (const [what, change] of Object.entries({
      "all is well": (html) => html,
      "embed.js does not come": (html) => html.replace("embed.js", "missing.js"),
    })) {
      // A reader cannot press what is not shown yet.
      await becomes(({ isShown }) => isShown, "the control is shown");
      await browser.driver.executeScript(() => document.querySelector("input[value=per-year]").click());
      await becomes(({ isChosen, isSaid }) => isChosen && isSaid, "the choice is made");
      page = change(html);
      await browser.driver.navigate().refresh();
      const isTrue = ({ isShown, isChosen, isSaid }) => isSaid === false && !(isShown && isChosen);
      await becomes((found) => isTrue(found) && found.isShown === (what === "all is well"), what);
      // And it stays so.
      await new Promise((resolve) => setTimeout(resolve, 500));
      assert.ok(isTrue(await state()), what);
    }
  } finally {
    pages.closeAllConnections();
    pages.close();
    files.close();
  }
});

test("What a script puts into the page is read at once, and comes alive", async () => {
  await browser.driver.executeScript(() => {
    fetch("index.html")
      .then((answer) => answer.text())
      .then((html) => {
        const widget = new DOMParser().parseFromString(html, "text/html").querySelector("article-widget");
        document.querySelector("article-widget").replaceWith(widget);
        window.readAtOnce = widget.shadowRoot.querySelector("h1").textContent;
      });
  });
  await eventually(HEADLINE, () => window.readAtOnce);
  await click('input[value="per-year"]');
  await eventually(true, (root) => /^Commitment per year/.test(root.querySelector(".chart-subtitle").textContent));
  await eventually(["ready", "ready"], names);
});

test("Moved to another place in the page it never stands there without its styles", async () => {
  await browser.driver.executeScript(() => {
    const widget = document.querySelector("article-widget");
    const look = () => {
      const style = (selector) => getComputedStyle(widget.shadowRoot.querySelector(selector));
      return `${style("h1").fontSize} ${style("h1").fontFamily} ${style(".viewport").display}`;
    };
    window.looks = [look()];
    document.body.append(widget);
    let frames = 30;
    const watch = () => {
      window.looks.push(look());
      frames -= 1;
      if (frames || ![...widget.shadowRoot.querySelectorAll("link")].every(({ sheet }) => sheet)) requestAnimationFrame(watch);
      else window.isWatched = true;
    };
    watch();
  });
  await eventually(true, () => window.isWatched);
  const looks = await browser.driver.executeScript(() => [...new Set(window.looks)]);
  assert.equal(looks.length, 1, looks.join(" or "));
});

test("A text that was translated before stays, and the chart says what is chosen", async () => {
  await open();
  await browser.driver.executeScript(() => {
    const root = document.querySelector("article-widget").shadowRoot.querySelector(".article-widget");
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) if (walker.currentNode.data.trim() && !walker.currentNode.parentNode.closest("svg")) texts.push(walker.currentNode);
    for (const text of texts) {
      const font = document.createElement("font");
      font.textContent = text.data.toUpperCase();
      text.replaceWith(font);
    }
  });
  await click('input[value="per-year"]');
  await eventually(true, (root) => /^Commitment per year/.test(root.querySelector(".chart-subtitle").textContent));
  await chooseCurrency("CNY");
  await eventually(true, (root) => /^Commitment per year.*yuan/.test(root.querySelector(".chart-subtitle").textContent));
  await eventually(HEADLINE.toUpperCase(), (root) => root.querySelector("h1").textContent);
  await eventually(["ready"], names);
});
