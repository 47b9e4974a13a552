// The scripts behind the chart (src/dom/*.js), each by itself, on a page that holds what they work with.

import { readFile } from "node:fs/promises";
import { test, expect } from "@playwright/test";

const STYLES = `
  .rows { width: 400px; }
  .row { height: 40px; margin-bottom: 10px; }
  .track { display: flex; }
  .mark { flex: none; height: 20px; }
  [dir="rtl"] .mark { scale: -1 1; }
  figure { width: 400px; margin: 0; }
`;

const row = (width) => `
  <div class="row" tabindex="-1" aria-label="A row">
    <span>A name</span>
    <span class="track">
      <svg class="mark" width="${width}%" height="20"><rect width="100%" height="100%"></rect></svg>
      <span class="label">$80bn</span>
    </span>
  </div>`;

const PAGE = `<!doctype html>
  <link rel="stylesheet" href="/test.css">
  <div part="root"><article class="article" lang="en">
    <p>
      <a class="datum" href="#datum-acme.spend">$80bn</a>
      <a class="datum" href="#datum-acme-two.spend" data-figure="currency=USD basis=per-year">$20bn</a>
      <a class="datum" href="#datum-acme.other"><b>$80bn</b></a>
      <a href="#datum-acme.spend">no figure</a>
    </p>
    <figure class="chart">
      <h3 class="chart-title">Who &lt;spends&gt; &amp; what</h3>
      <p class="chart-subtitle">A subtitle</p>
      <div class="plot-frame">
      <div class="rows">${row(100)}${row(20)}</div>
    </div>
    </figure>
  </article></div>`;

/** Opens the page and gives what runs a function there with the scripts: `(scripts, frame, argument) => …`. */
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
        const frame = document.querySelector(".plot-frame");
        return (await import(`data:text/javascript,export default ${encodeURIComponent(run)}`)).default(Object.assign({}, ...scripts), frame, argument);
      },
      [String(run), argument],
    );
}

/** Puts the second row first and gives it another mark, as the views do, and gives what then moves. */
const turn = ({ begin, transition }, frame, width = "60%") => {
  begin(frame);
  const rows = frame.querySelector(".rows");
  rows.prepend(rows.lastElementChild);
  rows.firstElementChild.querySelector(".mark").setAttribute("width", width);
  transition(frame);
  const all = frame.getAnimations({ subtree: true });
  return all.map(({ effect }) => [effect.target.getAttribute("class"), ...effect.getKeyframes().map(({ translate, scale }) => [translate, scale].filter(Boolean).join(" × "))]);
};

/** Stops everything that moves in the middle of its way. */
const stopHalfway = ({}, frame) => {
  for (const animation of frame.getAnimations({ subtree: true })) {
    animation.pause();
    animation.currentTime = 225;
  }
};

test.describe("transition", () => {
  for (const direction of ["ltr", "rtl"]) {
    test(`a mark grows from its start, and its label stays at its end (${direction})`, async ({ page }) => {
      const run = await open(page, { html: PAGE.replace("<figure", `<figure dir="${direction}"`) });
      await run(turn);
      await run(stopHalfway);
      const [row, mark, label] = await run(({}, frame) => {
        const row = frame.querySelector(".row");
        return [row, row.querySelector(".mark"), row.querySelector(".label")].map((part) => part.getBoundingClientRect().toJSON());
      });
      expect(mark.width).toBeCloseTo(160);
      const [start, end] = direction === "ltr" ? [mark.left - row.left, mark.right - label.left] : [mark.right - row.right, mark.left - label.right];
      expect(start).toBeCloseTo(0);
      expect(end).toBeCloseTo(0);
    });
  }

  test("what has changed moves from where it was", async ({ page }) => {
    const run = await open(page);
    expect(await run(turn)).toEqual([
      ["row", "0px 50px", "0px"],
      ["mark", "-80px × 0.333333 1", "0px × 1"],
      ["label", "-160px", "0px"],
      ["row", "0px -50px", "0px"],
    ]);
    expect(await page.locator("[style]").count()).toBe(0);
  });

  test("what was drawn again as it was goes on", async ({ page }) => {
    const run = await open(page);
    await run(turn);
    // Nothing has changed: the views do not ask for a transition.
    expect(await run(({ begin }, frame) => (begin(frame, false), frame.getAnimations({ subtree: true }).length))).toBe(4);
  });

  test("nothing moves the first time", async ({ page }) => {
    const run = await open(page);
    expect(await run(({ transition }, frame) => (transition(frame), frame.getAnimations({ subtree: true }).length))).toBe(0);
  });

  test("what is on its way turns where it is", async ({ page }) => {
    const run = await open(page);
    await run(turn);
    await run(stopHalfway);
    // Half of the way back: both rows stood in the middle.
    expect(await run(turn, "100%")).toEqual([
      ["row", "0px 25px", "0px"],
      ["row", "0px -25px", "0px"],
      ["mark", "-40px × 0.666667 1", "0px × 1"],
      ["label", "-80px", "0px"],
    ]);
  });

  test("nothing moves for readers who want less motion", async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    const run = await open(page);
    expect(await run(turn)).toEqual([]);
  });

  test("nothing moves in a very long chart", async ({ page }) => {
    const run = await open(page, { html: PAGE.replace(row(100), row(10).repeat(101)) });
    expect(await run(turn)).toEqual([]);
  });
});

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="80"><rect width="60" height="80" fill="red"/></svg>';

test.describe("the picture", () => {
  test("can be had as a PNG of its size", async ({ page }) => {
    const run = await open(page);
    const download = page.waitForEvent("download");
    expect(await run(({ draw }, _, svg) => new Promise((resolve) => draw("chart.png", svg, resolve)), SVG)).toBe(true);
    const png = await readFile(await (await download).path());
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([120, 80]);
  });

  test("says where a page forbids the PNG, and where there is none", async ({ page }) => {
    const errors = [];
    page.on("pageerror", (error) => errors.push(error));
    const run = await open(page, { csp: "img-src 'self'" });
    const draw = ({ draw }, _, svg) => new Promise((resolve) => draw("chart.png", svg, resolve));
    expect(await run(draw, SVG)).toBe(false);
    expect(await run(draw, "no picture")).toBe(false);
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
    await context.clearPermissions();
  });
}

/** Lets the scripts watch the chart; what they tell of is noted in `told`, and `end` ends it. */
const watch = ({ watch }, frame, { id = "spend", hasLinks = false } = {}) => {
  window.told = [];
  window.end = watch(frame, id, hasLinks, true, (words) => window.told.push(words));
};
const told = (page) => page.evaluate(() => window.told);

test("figures of one chart are answered, and only plain presses on them, until the watch ends", async ({ page }) => {
  const run = await open(page);
  await run(watch);
  const links = page.locator("p a");
  const fragment = () => new URL(page.url()).hash;
  const presses = async () => (await told(page)).filter((words) => words.startsWith("figure="));
  await links.nth(0).click();
  await links.nth(1).focus();
  await page.keyboard.press("Enter");
  expect(await presses()).toEqual(["figure=acme ", "figure=acme-two currency=USD basis=per-year"]);
  // A pointer over a figure and the focus on it ask for the bar behind it.
  expect(await told(page)).toEqual(expect.arrayContaining(["preview=acme ", "preview=acme-two currency=USD basis=per-year"]));
  expect(fragment()).toBe("");
  await links.nth(0).evaluate((link) => link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey: true })));
  await links.nth(2).locator("b").click();
  expect(fragment()).toBe("#datum-acme.other");
  await links.nth(3).click();
  expect(fragment()).toBe("#datum-acme.spend");
  // Somebody has answered already.
  await links.nth(1).evaluate((link) => link.addEventListener("click", (event) => event.preventDefault(), { once: true }));
  await links.nth(1).click();
  expect(await presses()).toHaveLength(2);
  const before = await told(page);
  await page.evaluate(() => window.end());
  await links.nth(0).hover();
  await links.nth(1).click();
  expect(fragment()).toBe("#datum-acme-two.spend");
  expect(await told(page)).toEqual(before);
});

test("marks tell of pointers, keys and presses, and of their end", async ({ page }) => {
  const run = await open(page);
  await run(watch);
  const rows = page.locator(".row");
  await rows.nth(0).click();
  await rows.nth(1).click();
  expect((await told(page)).filter((words) => words.endsWith("press"))).toEqual(["mark=0 press", "mark=1 press"]);
  await page.keyboard.press("Enter");
  expect((await told(page)).at(-1)).toBe("mark=1 press");
  await page.keyboard.press("ArrowUp");
  await expect.poll(async () => (await told(page)).at(-1)).toBe("mark=0 focus");
  await page.keyboard.press("Escape");
  expect((await told(page)).at(-1)).toBe("mark=-1 ");
  // A pointer that rests on a row reads it; a press elsewhere ends that.
  await rows.nth(0).hover();
  await expect.poll(async () => (await told(page)).at(-1)).toBe("mark=0 ");
  await page.locator("p").first().click();
  await expect.poll(async () => (await told(page)).at(-1)).toBe("mark=-1 ");
});

test("a figure's row takes the focus and is read, and Escape leads back to the figure", async ({ page }) => {
  const run = await open(page);
  await run(watch);
  await page.locator("p a").nth(1).click();
  await run(({ show }, frame) => show(frame, 1));
  await expect(page.locator(".row").nth(1)).toBeFocused();
  expect((await told(page)).at(-1)).toMatch(/^mark=1 /);
  // There is none.
  await run(({ show }, frame) => show(frame, 2));
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
      ({ cite }, frame, [id, isCited]) => (cite(frame, id, isCited), [...document.querySelectorAll(".is-cited")].map((link) => link.getAttribute("href"))),
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
  await run(({ watch }, frame) => {
    window.broken = 0;
    watch(frame, "spend", true, true, () => {
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
