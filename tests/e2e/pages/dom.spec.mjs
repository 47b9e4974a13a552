// The scripts behind the chart (src/dom/*.js), each by itself, on a page that holds what they work with.

import { readFile } from "node:fs/promises";
import { test, expect } from "@playwright/test";

const STYLES = `
  [part=root] { background: rgb(10, 20, 30); color: rgb(240, 230, 220); font-family: serif; }
  .plot { display: block; width: 100%; overflow: visible; font: 14px/1 sans-serif; fill: rgb(1, 2, 3); }
  .mark:not([fill]) { fill: rgb(4, 5, 6); }
  .line { stroke: rgb(7, 8, 9); stroke-dasharray: 5 3; }
  .label { font-weight: 600; paint-order: stroke; stroke: rgb(10, 20, 30); }
  .hidden { display: none; }
  .unseen { visibility: hidden; }
  figure { width: 400px; margin: 0; }
`;

const row = (y, width) => `
  <g class="row" tabindex="-1" aria-label="A row">
    <rect class="hit" x="0" y="${y}" width="100%" height="40" fill="transparent"></rect>
    <text x="0" y="${y + 12}">A name</text>
    <rect class="mark" x="0" y="${y + 16}" width="${width}%" height="20"></rect>
    <rect class="mark" fill="url(#hatch)" x="0" y="${y + 16}" width="${width}%" height="20"></rect>
    <text class="label" x="${width}%" y="${y + 30}" dx="8">$${width}bn</text>
  </g>`;

const PAGE = `<!doctype html>
  <link rel="stylesheet" href="/test.css">
  <div part="root"><article class="article" lang="en">
    <p>
      <a class="datum" href="#datum-acme.spend">$80bn</a>
      <a class="datum" href="#datum-acme-two.spend">$20bn</a>
      <a class="datum" href="#datum-acme.other"><b>$80bn</b></a>
      <a href="#datum-acme.spend">no figure</a>
    </p>
    <figure class="chart">
      <h3 class="chart-title">Who &lt;spends&gt; &amp; what</h3>
      <p class="chart-subtitle">A subtitle</p>
      <div class="plot-frame">
      <svg class="plot" role="img" aria-label="A chart" height="100">
        <defs><pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse"><path class="line" d="M0 0L4 4"></path></pattern></defs>
        <text class="hidden" x="0" y="10">Nobody sees it</text>
        <text class="unseen" x="0" y="10">Nor this</text>
        <g class="rows">${row(0, 100)}${row(50, 20)}</g>
      </svg>
    </div><div class="chart-notes">
        <p class="signs"><span class="sign"><svg><rect fill="url(#hatch)"></rect></svg>Not exact</span><span class="sign"><svg></svg>From reports</span></p>
        <p>${"Source: a very long line ".repeat(9)}</p>
        <p>Another</p>
      </div>
    </figure>
  </article></div>`;

/** Opens the page and gives what runs a function there with the scripts: `(scripts, plot, argument) => …`. */
async function open(page, { html = PAGE, csp = "" } = {}) {
  const answer = (contentType, body) => (route) => route.fulfill({ contentType, body, headers: csp ? { "content-security-policy": csp } : {} });
  await page.route("**/test.html", answer("text/html", html));
  await page.route("**/test.css", answer("text/css", STYLES));
  for (const name of ["rendering", "chart", "export"]) {
    const source = await readFile(new URL(`../../../src/dom/${name}.js`, import.meta.url), "utf8");
    await page.route(`**/${name}.js`, answer("text/javascript", source));
  }
  await page.goto("/test.html");
  return (run, argument) =>
    page.evaluate(
      async ([run, argument]) => {
        const scripts = await Promise.all(["rendering", "chart", "export"].map((name) => import(`/${name}.js`)));
        const plot = document.querySelector(".plot");
        return (await import(`data:text/javascript,export default ${encodeURIComponent(run)}`)).default(Object.assign({}, ...scripts), plot, argument);
      },
      [String(run), argument],
    );
}

/** Puts the second row first, as a render does, and gives what then moves. */
const turn = ({ transition }, plot, { y = 100, width = "60%", x = "60%" } = {}) => {
  transition(plot);
  const before = plot.getAnimations({ subtree: true }).length;
  const [, row] = plot.querySelectorAll(".row");
  const set = (name, attributes) => Object.entries(attributes).forEach(([key, value]) => row.querySelector(name).setAttribute(key, value));
  set(".hit", { y });
  for (const mark of row.querySelectorAll(".mark")) Object.entries({ y: y + 16, width }).forEach(([key, value]) => mark.setAttribute(key, value));
  set(".label", { x });
  transition(plot);
  const all = plot.getAnimations({ subtree: true });
  return {
    before,
    moving: all.map(({ effect }) => [effect.target.getAttribute("class"), ...effect.getKeyframes().map(({ transform, width, y, opacity }) => transform ?? opacity ?? `${width} ${y}`)]),
  };
};

test.describe("transition", () => {
  test("what has changed moves from where it was, once", async ({ page }) => {
    const run = await open(page);
    expect(await run(turn)).toEqual({
      before: 0,
      moving: [
        ["row", "translateY(-50px)", "none"],
        ["mark", "20% 116px", "60% 116px"],
        ["mark", "20% 116px", "60% 116px"],
        ["label", "0", "1"],
      ],
    });
    // Drawn again as it was: everything goes on.
    expect(await run(({ transition }, plot) => (transition(plot), plot.getAnimations({ subtree: true }).length))).toBe(4);
    expect(await page.locator("[style]").count()).toBe(0);
  });

  test("a label that is made anew appears at its new place, too", async ({ page }) => {
    const run = await open(page);
    const renew = ({ transition }, plot, x) => {
      transition(plot);
      for (const label of plot.querySelectorAll(".label")) label.replaceWith(label.cloneNode(true));
      plot.querySelectorAll(".label")[1].setAttribute("x", x);
      transition(plot);
      return plot.getAnimations({ subtree: true }).map(({ effect }) => [effect.target.getAttribute("x"), effect.target.isConnected]);
    };
    expect(await run(renew, "60%")).toEqual([["60%", true]]);
  });

  test("what is on its way turns where it is", async ({ page }) => {
    const run = await open(page);
    await run(turn);
    const half = ({}, plot) => {
      for (const animation of plot.getAnimations({ subtree: true })) {
        animation.pause();
        animation.currentTime = 225;
      }
    };
    await run(half);
    const { moving } = await run(turn, { y: 50, width: "20%", x: "60%" });
    expect(moving.filter(([name]) => name !== "label")).toEqual([
      ["row", "translateY(25px)", "none"],
      ["mark", "40% 66px", "20% 66px"],
      ["mark", "40% 66px", "20% 66px"],
    ]);
  });

  test("a mark in other units stays where it is drawn", async ({ page }) => {
    const run = await open(page);
    const { moving } = await run(turn, { width: "60" });
    expect(moving.map(([name]) => name)).toEqual(["row", "label"]);
  });

  test("nothing moves for readers who want less motion", async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    const run = await open(page);
    expect((await run(turn)).moving).toEqual([]);
  });

  test("nothing moves in a very long chart", async ({ page }) => {
    const rows = Array.from({ length: 101 }, (_, index) => row(index * 50, 10)).join("");
    const run = await open(page, { html: PAGE.replace(row(0, 100), rows) });
    expect((await run(turn)).moving).toEqual([]);
  });
});

/** Presses "save" and gives the file's bytes. */
async function saved(page, run, isPng) {
  const download = page.waitForEvent("download");
  const isDone = await run(({ draw }, plot, isPng) => new Promise((resolve) => draw(plot, "chart", isPng, "Stripes: \0.", "Dashes: \0.", resolve)), isPng);
  expect(isDone).toBe(true);
  return readFile(await (await download).path());
}

test.describe("the picture", () => {
  test("is an SVG that needs nothing else", async ({ page }) => {
    const run = await open(page);
    const text = String(await saved(page, run, false));
    await page.setContent(text);
    const found = await page.evaluate((text) => {
      const file = new DOMParser().parseFromString(text, "image/svg+xml");
      const all = [...file.querySelectorAll("*")];
      const picture = document.querySelector("svg");
      const { width, height } = picture.viewBox.baseVal;
      const boxes = [...picture.querySelectorAll("text, rect")].filter((part) => !part.closest("defs")).map((part) => [part, part.getBoundingClientRect()]);
      const ground = picture.getBoundingClientRect();
      return {
        isRead: !file.querySelector("parsererror") && file.documentElement.localName === "svg",
        title: file.querySelector("title").textContent,
        attributes: [...new Set(all.flatMap((part) => part.getAttributeNames()))].filter((name) => /class|style|aria|role|tabindex/.test(name)),
        texts: [...file.querySelectorAll("text")].map((part) => part.textContent),
        ground: picture.querySelector("rect").getAttribute("fill"),
        fills: [...picture.querySelectorAll("svg g rect")].map((part) => getComputedStyle(part).fill),
        line: file.querySelector("pattern path").getAttribute("stroke"),
        isSized: picture.getAttribute("width") === `${width}` && picture.getAttribute("height") === `${height}`,
        outside: boxes.filter(([, box]) => box.left < ground.left || box.right > ground.right || box.top < ground.top || box.bottom > ground.bottom).map(([part]) => part.outerHTML),
        mark: Math.round(picture.querySelectorAll("svg g rect")[0].getBoundingClientRect().width),
      };
    }, text);
    expect(found).toMatchObject({
      isRead: true,
      title: "Who <spends> & what",
      attributes: [],
      ground: "rgb(10, 20, 30)",
      fills: ["rgb(4, 5, 6)", 'url("#hatch")', "rgb(4, 5, 6)", 'url("#hatch")'],
      line: "rgb(7, 8, 9)",
      isSized: true,
      outside: [],
      mark: 400,
    });
    expect(found.texts.slice(0, 6)).toEqual(["Who <spends> & what", "A subtitle", "A name", "$100bn", "A name", "$20bn"]);
    // Broken into lines.
    expect(found.texts.slice(6).length).toBeGreaterThan(3);
    expect(found.texts.slice(6).join(" ")).toBe(`Stripes: Not exact. Dashes: From reports. ${"Source: a very long line ".repeat(9)} Another`);
  });

  test("begins at the right in a figure that is read from there", async ({ page }) => {
    const run = await open(page, { html: PAGE.replace('<figure class="chart">', '<figure class="chart" dir="rtl">') });
    await page.setContent(String(await saved(page, run, false)));
    const [picture, title] = await Promise.all([page.locator("svg").first().boundingBox(), page.locator("text").first().boundingBox()]);
    expect(picture.x + picture.width - title.x - title.width).toBeCloseTo(16, 0);
  });

  test("can be had as a PNG of twice the size", async ({ page }) => {
    const run = await open(page);
    const [, width] = /width="(\d+)"/.exec(await saved(page, run, false));
    const png = await saved(page, run, true);
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect(png.readUInt32BE(16)).toBe(2 * width);
  });

  test("says where a page forbids the PNG", async ({ page }) => {
    const errors = [];
    page.on("pageerror", (error) => errors.push(error));
    const run = await open(page, { csp: "img-src 'self'" });
    const draw = ({ draw }, plot) => new Promise((resolve) => draw(plot, "chart", true, "", "", resolve));
    expect(await run(draw)).toBe(false);
    expect(errors).toEqual([]);
  });
});

test("a text is offered as a file", async ({ page }) => {
  const run = await open(page);
  const download = page.waitForEvent("download");
  await run(({ download }) => download("data.csv", "text/csv", "a,é\n1,2\n"));
  expect((await download).suggestedFilename()).toBe("data.csv");
  expect(String(await readFile(await (await download).path()))).toBe("a,é\n1,2\n");
});

for (const [title, prepare, isDone] of [
  ["goes to the clipboard", () => {}, true],
  ["goes there in the older way too", () => Object.defineProperty(navigator, "clipboard", { value: undefined }), true],
  [
    "is told to have gone nowhere",
    () => {
      Object.defineProperty(navigator, "clipboard", { value: undefined });
      document.execCommand = () => false;
    },
    false,
  ],
]) {
  test(`a link to this page, at another fragment, ${title}`, async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const run = await open(page);
    await page.evaluate(() => (window.read = navigator.clipboard.readText.bind(navigator.clipboard)));
    await page.evaluate(() => navigator.clipboard.writeText("before"));
    await page.evaluate(prepare);
    await page.evaluate(() => (location.hash = "old"));
    await page.locator("p").first().click();
    expect(await run(({ copyLink }) => new Promise((resolve) => copyLink("a=b", resolve)))).toBe(isDone);
    expect(await page.evaluate(() => window.read())).toBe(isDone ? page.url().replace("old", "a=b") : "before");
  });
}

/** Lets the scripts watch the chart; what they tell of is noted in `told`, and `end` ends it. */
const watch = ({ watch }, plot, { id = "spend", hasLinks = false } = {}) => {
  window.told = [];
  window.end = watch(plot.parentNode, id, hasLinks, true, (words) => window.told.push(words));
};
const told = (page) => page.evaluate(() => window.told);

test("figures of one chart are answered, and only plain presses on them, until the watch ends", async ({ page }) => {
  const run = await open(page);
  await run(watch);
  const links = page.locator("p a");
  const fragment = () => new URL(page.url()).hash;
  await links.nth(0).click();
  await links.nth(1).focus();
  await page.keyboard.press("Enter");
  expect(await told(page)).toEqual(["figure=acme", "figure=acme-two"]);
  expect(fragment()).toBe("");
  await links.nth(0).evaluate((link) => link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey: true })));
  await links.nth(2).locator("b").click();
  expect(fragment()).toBe("#datum-acme.other");
  await links.nth(3).click();
  expect(fragment()).toBe("#datum-acme.spend");
  // Somebody has answered already.
  await links.nth(1).evaluate((link) => link.addEventListener("click", (event) => event.preventDefault(), { once: true }));
  await links.nth(1).click();
  expect(await told(page)).toHaveLength(2);
  await page.evaluate(() => window.end());
  await links.nth(1).click();
  expect(fragment()).toBe("#datum-acme-two.spend");
  expect(await told(page)).toHaveLength(2);
});

test("marks tell of pointers, keys and presses: which row, which half, whether it is low, whether it is picked", async ({ page }) => {
  const run = await open(page);
  await page.setViewportSize({ width: 600, height: 1_000 });
  await run(watch);
  const { x, y, width } = await page.locator(".plot").boundingBox();
  await page.mouse.click(x + 20, y + 20);
  await page.mouse.click(x + width - 5, y + 70);
  // 1: right, 2: low, 4: picked, 8: focused. In between the focus leaves the first.
  expect(await told(page)).toEqual(["mark=0 4", "mark=-1 0", "mark=1 5"]);
  await page.setViewportSize({ width: 600, height: 120 });
  await page.locator(".row").nth(1).focus();
  await page.keyboard.press("Enter");
  expect((await told(page)).at(-1)).toBe("mark=1 6");
  await page.keyboard.press("ArrowUp");
  await expect.poll(async () => (await told(page)).at(-1)).toMatch(/^mark=0 (8|10)$/);
  await page.keyboard.press("Escape");
  expect((await told(page)).at(-1)).toBe("mark=-1 0");
});

test("a figure's row takes the focus and asks for its tip, and Escape leads back to the figure", async ({ page }) => {
  const run = await open(page);
  await run(watch);
  await page.locator("p a").nth(1).click();
  await run(({ show }, plot) => show(plot.parentNode, 1));
  await expect(page.locator(".row").nth(1)).toBeFocused();
  expect((await told(page)).at(-1)).toMatch(/^mark=1 /);
  // There is none.
  await run(({ show }, plot) => show(plot.parentNode, 2));
  await expect(page.locator(".row").nth(1)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.locator(".row").nth(1)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.locator("p a").nth(1)).toBeFocused();
});

test("the figures that cite a commitment are marked, and no others", async ({ page }) => {
  const run = await open(page);
  const cited = (id, isCited) =>
    run(
      ({ cite }, plot, [id, isCited]) => (cite(plot.parentNode, id, isCited), [...document.querySelectorAll(".is-cited")].map((link) => link.getAttribute("href"))),
      [id, isCited],
    );
  expect(await cited("acme", true)).toEqual(["#datum-acme.spend", "#datum-acme.other"]);
  expect(await cited("acme-two", true)).toEqual(["#datum-acme.spend", "#datum-acme-two.spend", "#datum-acme.other"]);
  expect(await cited("acme", false)).toEqual(["#datum-acme-two.spend"]);
  expect(await cited("nobody", false)).toEqual(["#datum-acme-two.spend"]);
});

test("the fragment is told at the start and when it changes, until the watch ends or breaks, and only if wanted", async ({ page }) => {
  const errors = [];
  page.on("pageerror", (error) => errors.push(error));
  const run = await open(page);
  await page.evaluate(() => (location.hash = "one"));
  await run(watch);
  expect(await told(page)).toEqual([]);
  await run(watch, { hasLinks: true });
  expect(await told(page)).toEqual(["fragment=one"]);
  await run(({ watch }, plot) => {
    window.broken = 0;
    watch(plot.parentNode, "spend", true, true, () => {
      window.broken += 1;
      throw new Error("a panic");
    });
  });
  const go = (fragment) => page.evaluate((fragment) => new Promise((resolve) => (addEventListener("hashchange", resolve, { once: true }), (location.hash = fragment))), fragment);
  await go("two");
  expect(await told(page)).toEqual(["fragment=one", "fragment=two"]);
  await page.evaluate(() => window.end());
  await go("three");
  expect(await told(page)).toHaveLength(2);
  expect(await page.evaluate(() => window.broken)).toBeLessThanOrEqual(2);
  expect(errors).toEqual([]);
});

test("controls say by name and value what was chosen, each at its own event", async ({ page }) => {
  const run = await open(page);
  const found = await run(({ choiceOf }) => {
    document.body.append(
      Object.assign(document.createElement("form"), {
        // A form of a test: the widget has none.
        innerHTML: `<input type="radio" name="chart-x.basis" value="per-year"><input type="checkbox" name="hide" value="acme">
          <select name="sort"><option value="name"></select><input type="search" name="search" value="a b">
          <button type="button" name="open" value="options"><b>Open</b></button><i>nothing</i>`,
      }),
    );
    const said = [];
    for (const type of ["click", "change", "input"]) {
      for (const element of document.querySelectorAll("form input, form select, form b, form i")) {
        const read = (event) => said.push(choiceOf(event));
        document.body.addEventListener(type, read, { once: true });
        element.dispatchEvent(new Event(type, { bubbles: true }));
      }
    }
    const box = document.querySelector("[type=checkbox]");
    box.checked = true;
    said.push(choiceOf({ target: box, type: "change" }));
    return said.filter(Boolean);
  });
  expect(found).toEqual(["open=options", "basis=per-year", "hide=acme", "sort=name", "search=a b", "show=acme"]);
});
