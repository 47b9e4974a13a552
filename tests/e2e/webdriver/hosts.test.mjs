// What pages, layouts, caches and readers' programs do to an article, in browsers that are not built on Chromium:
// BROWSER=firefox or BROWSER=webkitgtk. One case for each kind; all cases are tried in Chromium (see pages/).

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before } from "node:test";
import { prerender } from "../pages/prerendered.mjs";
import { browserTests } from "./browser.mjs";
import { serveBeside, until } from "./site.mjs";

const article = JSON.parse(readFileSync(new URL("../../../dist/articles/alibaba-ai-investment.json", import.meta.url), "utf8"));
const shadow = prerender(article, "--assets", "/", "--src", "/story.json");
const light = prerender(article, "--assets", "/", "--src", "/story.json", "--light");
const linked = prerender(article, "--assets", "/", "--src", "/story.json", "--linked");
const lines = `<article-widget src="/story.json"></article-widget><script type="module" src="/embed.js"></script>`;

let site;
// What the server of the page answers: the page, the document, and what it does to the widget's files.
let page;
let story;
let changed;

before(async () => {
  const own = (path) => ({ "/": ["text/html; charset=utf-8", page], "/story.json": ["application/json", story] })[path];
  site = await serveBeside(own, (url, body) => changed(url, body));
});

after(() => site?.close());

const { browser, test } = browserTests(() => {
  story = JSON.stringify(article);
  changed = (_, body) => body;
});

/** Opens a page with this in its body; its events are noted. */
async function open(body, head = "") {
  page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>${head}<script>
    window.told = [];
    for (const name of ["ready", "error"]) addEventListener("article-widget-" + name, ({ detail }) => told.push(detail.code ?? name));
    </script></head><body><main>${body}</main></body></html>`;
  await browser.driver.get(`${site.origin}/`);
}

/** Waits until a function in the page, given the element and the tree that its article is in, answers with this. */
function eventually(expected, act, ...values) {
  const words = `const widget = document.querySelector("article-widget"); return (${act})(widget, widget.shadowRoot ?? widget, ...arguments)`;
  return until(browser.driver, expected, () => browser.driver.executeScript(words, ...values));
}

const isTold = (...names) => eventually(names, () => window.told);
const makeEager = () => browser.driver.executeScript(() => (document.querySelector("article-widget").loading = "eager"));

/** Presses what this selector finds, once the page has it. */
async function press(selector) {
  await eventually(true, (_, tree, selector) => Boolean(tree.querySelector(selector)), selector);
  await browser.driver.executeScript((selector) => {
    const widget = document.querySelector("article-widget");
    (widget.shadowRoot ?? widget).querySelector(selector).click();
  }, selector);
}

/** The other choices are under a button below the chart. */
const OPTIONS = '[name="open"][value="options"]';

/** That there is one article, and its chart answers and says so. */
async function expectAnswers() {
  await eventually(1, () => {
    const trees = [document, ...[...document.querySelectorAll("article-widget")].flatMap(({ shadowRoot }) => shadowRoot ?? [])];
    return trees.flatMap((tree) => [...tree.querySelectorAll("h1.headline")]).length;
  });
  for (const [value, words] of [
    ["per-year", "Commitment per year, in US dollars"],
    ["CNY", "Commitment per year, in yuan"],
  ]) {
    if (value === "CNY") await press(OPTIONS);
    await press(`input[value="${value}"]`);
    await eventually(words, (_, tree) => tree.querySelector(".chart-subtitle").textContent);
  }
}

const PAGES = {
  "a paragraph, light": `<p>${light}</p>`,
  "a paragraph with words around, in a shadow tree": `<p>Before ${shadow} after</p>`,
  "a row of flex items": `<div style="display: flex">${shadow}</div>`,
  "a page whose JSON an editor has damaged": shadow.replace(/(application\/json">)(.*?)(<\/script>)/s, (_, start, json, end) => start + json.replaceAll('"', "”") + end),
  "a page that has lost the comments": light.replace(/<!--.*?-->/g, ""),
};

for (const [where, body] of Object.entries(PAGES)) {
  test(`In ${where}, an article is one, and comes alive`, async () => {
    await open(body);
    await makeEager();
    await isTold("ready");
    await expectAnswers();
    await isTold("ready");
  });
}

for (const [form, fragment] of Object.entries({ shadow, light })) {
  test(`What others add to an article stays (${form})`, async () => {
    await open(fragment.replace(/<script type="module".*?<\/script>/s, ""));
    await browser.driver.executeScript(() => {
      const widget = document.querySelector("article-widget");
      window.added = [...(widget.shadowRoot ?? widget).querySelectorAll(".body > p, .chart")].map((part) => {
        const added = document.createElement("div");
        added.textContent = "Added";
        part.after(added);
        return added;
      });
      const script = document.createElement("script");
      Object.assign(script, { type: "module", src: "/embed.js" });
      document.body.append(script);
      widget.setAttribute("loading", "eager");
    });
    await isTold("ready");
    await expectAnswers();
    await eventually(true, () => window.added.length > 9 && window.added.every(({ isConnected }) => isConnected));
  });

  test(`Links within an article stay in the page, wherever its addresses begin (${form})`, async () => {
    await open(fragment, '<base href="/elsewhere/">');
    const address = await browser.driver.getCurrentUrl();
    for (const [link, goal] of [
      ["[role=doc-noteref]", "li[id*=footnote]"],
      ["[role=doc-backlink]", "[role=doc-noteref]"],
    ]) {
      await browser.driver.executeScript((link) => {
        const widget = document.querySelector("article-widget");
        (widget.shadowRoot ?? widget).querySelector(link).click();
      }, link);
      await eventually(true, (_, tree, goal) => {
        const { top, bottom } = tree.querySelector(goal).getBoundingClientRect();
        return bottom > 0 && top < innerHeight;
      }, goal);
      assert.equal(await browser.driver.getCurrentUrl(), address);
    }
  });
}

test("Markup that was used and is shown again is one article, and answers", async () => {
  await open(light);
  await makeEager();
  await isTold("ready");
  await expectAnswers();
  await browser.driver.executeScript(() => {
    const widget = document.querySelector("article-widget");
    widget.replaceWith(widget.cloneNode(true));
  });
  await isTold("ready", "ready");
  await expectAnswers();
});

test("What shows nothing is no fallback", async () => {
  await open(lines.replace("/story.json", "/missing.json").replace("</article-widget>", "<noscript>No</noscript><style></style><template>No</template><!-- No --></article-widget>"));
  await isTold("http");
  await eventually("This article could not be loaded.", (_, tree) => tree.querySelector("[role=alert] p")?.textContent);
});

test("Where the script does not come no control is shown", async () => {
  await open(light.replace("embed.js", "missing.js"));
  await eventually("hidden", (_, tree) => getComputedStyle(tree.querySelector("input[value=per-year]")).visibility);
});

test("An equal document given again changes nothing", async () => {
  await open(lines);
  await makeEager();
  await isTold("ready");
  await expectAnswers();
  await browser.driver.executeScript(async () => {
    document.querySelector("article-widget").article = await (await fetch("/story.json")).json();
  });
  await new Promise((resolve) => setTimeout(resolve, 500));
  await isTold("ready");
  await eventually("Commitment per year, in yuan", (_, tree) => tree.querySelector(".chart-subtitle").textContent);
});

for (const [what, text] of Object.entries({
  "a byte order mark": `\ufeff${JSON.stringify(article)}`,
  "other line ends": JSON.stringify(article, null, "\t").replaceAll("\n", "\r\n"),
})) {
  test(`A linked document with ${what} is taken over`, async () => {
    story = text;
    await open(linked);
    await browser.driver.executeScript(() => {
      const widget = document.querySelector("article-widget");
      window.kept = widget.shadowRoot.querySelectorAll(".chart *, .carousel .teaser");
      widget.loading = "eager";
    });
    await isTold("ready");
    await eventually(true, () => window.kept.length > 50 && [...window.kept].every(({ isConnected }) => isConnected));
  });
}

for (const [what, lack] of Object.entries({
  IntersectionObserver: "delete window.IntersectionObserver",
  "streaming of WebAssembly": "delete WebAssembly.compileStreaming; delete WebAssembly.instantiateStreaming",
  "style sheets of scripts": "delete window.CSSStyleSheet",
})) {
  test(`Without ${what} the article comes`, async () => {
    await open(lines, `<script>${lack}</script>`);
    await makeEager();
    await isTold("ready");
    await expectAnswers();
  });
}

for (const file of ["article-widget.js", "article-widget_bg.wasm"]) {
  test(`A cached ${file} of another release is passed by another try`, async () => {
    const mark = readFileSync(new URL("../../../dist/embed.js", import.meta.url), "utf8").match(/is not of the release ([0-9a-f]{8})/)[1];
    const isStale = (url) => url === `/${file}`;
    changed = (url, body) => (isStale(url) ? Buffer.from(body.toString("latin1").replaceAll(mark, "00000000"), "latin1") : body);
    await open(lines);
    await makeEager();
    await isTold("ready");
    await expectAnswers();
  });
}

const PROGRAMS = {
  "takes rows of a chart away": (chart) => chart.querySelectorAll(".row:nth-child(2n)").forEach((row) => row.remove()),
  "writes the markup of a chart again": (chart) => (chart.innerHTML = String(chart.innerHTML)),
  "puts a copy in the place of a chart": (chart) => chart.replaceWith(chart.cloneNode(true)),
};
// What is chosen in turn, how the chart's words begin then, and how many rows it has.
const SAID = [
  ["per-year", "Commitment per year", 4],
  ["both", "Commitment in total", 8],
  ["total", "Total", 4],
  ["both", "Commitment in total", 8],
];

for (const [what, program] of Object.entries(PROGRAMS)) {
  test(`Where a program ${what}, every choice is answered still`, async () => {
    await open(light);
    await makeEager();
    await isTold("ready");
    for (const [value, words, count] of SAID) {
      await browser.driver.executeScript(`(${program})(document.querySelector(".chart"))`);
      // A press on a copy wakes it, and the next one is answered.
      const press = () => {
        const control = document.querySelector(`.chart-controls input[value="${value}"]`);
        control.dispatchEvent(new Event("pointerdown", { bubbles: true }));
        control.click();
      };
      const isAnswered = async () => {
        await browser.driver.executeScript(`const value = "${value}"; (${press})()`);
        return browser.driver.wait(
          () =>
            browser.driver.executeScript(
              (value, words, count) => {
                const charts = document.querySelectorAll(".chart");
                const [chart] = charts;
                const isSaid = chart.querySelector(".chart-subtitle").textContent.startsWith(words);
                const isChosen = chart.querySelector(`.chart-controls input[value="${value}"]`).checked;
                return isSaid && isChosen && charts.length === 1 && chart.querySelectorAll(".row").length === count;
              },
              value,
              words,
              count,
            ),
          1_000,
        );
      };
      await isAnswered().catch(isAnswered).catch(isAnswered);
    }
    await isTold("ready");
  });
}

test("With letters and words apart, no text of a chart is out of it or lies on another", async () => {
  const spacing = "<style>* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }</style>";
  await open(`<div style="inline-size: 320px">${light}</div>`, spacing);
  await makeEager();
  await isTold("ready");
  await press(OPTIONS);
  for (const value of ["per-year", "CNY", "both", "timeline", "ratio", "total", "bars"]) {
    await press(`.chart input[value="${value}"]`);
    await eventually([], () => {
      const frame = document.querySelector(".plot-frame");
      const inside = frame.getBoundingClientRect();
      const texts = [...frame.querySelectorAll(".panel-heading, .row-name, .row-detail, .label, .axis text")].filter((text) => text.checkVisibility());
      const boxes = texts.flatMap((text) => {
        const range = document.createRange();
        range.selectNodeContents(text);
        // Boxes of text reach above and below its letters.
        return [...range.getClientRects()]
          .filter(({ width }) => width)
          .map(({ left, right, top, height }) => ({ text, left, right, top: top + 0.15 * height, bottom: top + 0.85 * height }));
      });
      const isOut = ({ left, right }) => left < inside.left - 1 || right > inside.right + 1;
      const isOn = (one, other) =>
        one.text !== other.text && Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1;
      return boxes.filter((box) => isOut(box) || boxes.some((other) => isOn(box, other))).map(({ text }) => text.textContent);
    });
  }
});

test("What was chosen a moment ago stands on paper", async () => {
  await open(shadow);
  await makeEager();
  await isTold("ready");
  await press('input[value="total"]');
  // Until it is caught on its way.
  let moving = 0;
  for (let turn = 0; turn < 20 && !moving; turn += 1) {
    const now = await browser.driver.executeAsyncScript(async (value, done) => {
      const tree = document.querySelector("article-widget").shadowRoot;
      const plot = tree.querySelector(".plot");
      const frames = async (count) => {
        for (; count; count -= 1) await new Promise(requestAnimationFrame);
      };
      const moving = () => plot.getAnimations({ subtree: true }).filter(({ playState }) => playState === "running").length;
      tree.querySelector(`.chart-controls input[value="${value}"]`).click();
      await frames(3);
      const before = moving();
      dispatchEvent(new Event("beforeprint"));
      await frames(1);
      const off = [...plot.querySelectorAll(".mark")].map((mark) => {
        const { width } = mark.closest(".track").getBoundingClientRect();
        return Math.abs(mark.getBoundingClientRect().width - (parseFloat(mark.getAttribute("width")) / 100) * width);
      });
      done({ moving: before, left: moving(), off: Math.round(Math.max(...off)) });
    }, ["per-year", "total"][turn % 2]);
    assert.deepEqual({ left: now.left, off: now.off }, { left: 0, off: 0 });
    moving = now.moving;
  }
  assert.ok(moving > 0, "nothing moved");
});
