// @ts-check
// The engine, which brings articles alive. The build bundles it with the glue of wasm-bindgen as article-widget.js, and
// the loader requests it together with the WebAssembly.

/** @import { Widget } from "./article-widget.js" */
/** @import { ArticleWidgetProblem } from "./events.js" */
/** @import { IslandGroup, Mounted, QueuedEvent, ReadSource } from "./types.js" */
/** @import { ArticleWidgetElement } from "./widget.js" */

import { dispatch } from "./events.js";
import { folder, load } from "./engine.js";
import { compile, endLife, newLife, stale, within } from "./instances.js";
import { freeze, mountIsland } from "./islands.js";
import { failure } from "./failure.js";
import { getText } from "./fetch.js";
import { keepHeights } from "./height.js";
import { make, makeRoot } from "./make.js";
import { atRest, note, noteChoices, replay, swap } from "./places.js";

export { freeze, getText, replay, swap };

// The fields of a document that islands are made from, and the one with the version of the format.
const DATA = ["version", "language", "commitments", "exchangeRates", "charts", "related"];
// How the properties begin that Yew sets on elements; see xtask/src/glue.rs.
const MARK = "__article_widget_yew_";
// How the names of the islands begin that are rows of stories.
const ROW = "related:";

/** The release that this file is of. */
export const release = RELEASE;

/**
 * Compiles the WebAssembly, once, for a loader of this release.
 *
 * @param {Response} response
 * @param {string} [mark] the release of the loader
 */
export async function start(response, mark) {
  // Loaders before 0.2 pass no mark, and do not compare ours.
  if (mark !== RELEASE) throw new Error(stale("embed.js"));
  await compile(response);
}

/**
 * Renders a whole document: in what the element has mounted, or in a new root. Resolves when the article is complete.
 *
 * @param {ReadSource} source
 * @param {object} context
 * @param {Mounted} [context.life] what the element has mounted
 * @param {HTMLElement} context.root the root that is on the page
 * @param {QueuedEvent[]} context.early
 * @param {ArticleWidgetElement} context.element
 * @param {(message: string) => void} context.onPanic
 * @returns {Promise<Mounted>}
 */
export async function bring(source, { life: mounted, root, early, element, onPanic }) {
  addStyles(root);
  const document = parse(source);
  const life = mounted ?? newLife(makeRoot());
  // The stories of a feed were for the last article.
  life.feed?.abort();
  const { name } = source;
  try {
    await within(life, name, ({ Source, Widget }, resolve) => {
      const read = Source.article(document);
      life.problems = read.problems();
      /** @type {[boolean, string, import("./types.js").Tell, typeof resolve]} */
      const settings = [isLinkable(element), root.dataset.names ?? "", (name, detail) => tell(element, name, detail), resolve];
      if (life.widget) life.widget.show(read, ...settings);
      else life.widget = new Widget(life.root, read, "", false, false, false, ...settings);
      // The widget holds what it needs of the document.
      read.free();
    });
  } catch (/** @type {any} */ error) {
    // The last article stays mounted.
    if (!mounted || error.code === "panic") endLife(life);
    else life.onPanic = onPanic;
    throw error;
  }
  if (root !== life.root) await atRest(root);
  life.text = source.text;
  noteChoices(life.root);
  keepHeights(element);
  note(early, root);
  life.onPanic = onPanic;
  warn(/** @type {ArticleWidgetProblem[]} */ (life.problems));
  if (element.relatedSrc) relate(life, element.relatedSrc);
  return life;
}

/**
 * Mounts the islands of an article whose text stands in the page, each by itself, unless they are mounted already.
 * Resolves when all are.
 *
 * @param {ReadSource} source
 * @param {object} context
 * @param {IslandGroup} context.group
 * @param {QueuedEvent[]} context.early
 * @param {ArticleWidgetElement} context.element
 * @param {AbortSignal} context.signal
 * @param {(message: string) => void} context.onPanic
 */
export async function enliven(source, { group, early, element, signal, onPanic }) {
  addStyles(group.root);
  const document = dataOf(parse(source));
  /** @type {import("./islands.js").IslandContext} */
  const given = { name: source.name, document, early, linkable: isLinkable(element), prefix: group.root.dataset.names ?? "", tell: (name, detail) => tell(element, name, detail, group) };
  const mount = async (/** @type {HTMLElement} */ root) => {
    const life = await mountIsland(root, given);
    life.onPanic = (message) => {
      group.lives.delete(life);
      freeze(life.root);
      onPanic(message);
    };
    group.lives.add(life);
    group.problems ??= life.problems;
  };
  let failed;
  for (const root of /** @type {NodeListOf<HTMLElement>} */ (group.root.querySelectorAll("[data-island]:not([data-alive])"))) {
    await mount(root).catch((error) => (failed ??= error));
    // Other tasks of the page run in between.
    await new Promise((resolve) => setTimeout(resolve));
    if (signal.aborted) return;
  }
  tellRows(group);
  // A program may replace an island by a copy, which has no listeners. It is rendered afresh before the reader uses it.
  const renew = async (/** @type {Event} */ { target }) => {
    const root = /** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest("[data-alive]"));
    if (!root || isAnswering(root)) return;
    for (const life of group.lives) {
      if (life.root !== root && life.root.isConnected) continue;
      endLife(life);
      group.lives.delete(life);
    }
    delete root.dataset.alive;
    delete root.dataset.digest;
    await mount(root).catch(({ message }) => onPanic(message));
    tellRows(group);
  };
  if (!group.text) for (const name of ["pointerdown", "focusin"]) group.root.addEventListener(name, renew, true);
  group.text = source.text;
  if (failed) throw failed;
  warn(group.problems ?? []);
  if (element.relatedSrc) relate(group, element.relatedSrc);
}

/**
 * Whether an island is one that the views have mounted, and no copy: Yew sets a property on elements with listeners.
 *
 * @param {HTMLElement} root
 */
function isAnswering(root) {
  const part = root.querySelector(".chart, .carousel-controls");
  return !part || Object.keys(part).some((name) => name.startsWith(MARK));
}

/**
 * Whether an article, or a group of islands, was made from this document.
 *
 * @param {Mounted | IslandGroup | undefined} article
 * @param {unknown} text
 */
export const isShown = (article, text) => Boolean(article?.text) && JSON.stringify(JSON.parse(/** @type {any} */ (article).text)) === text;

/**
 * Releases an article or island that has left the page.
 *
 * @param {Mounted} life
 */
export function retire(life) {
  endLife(life);
  /** @type {Widget} */ (life.widget).clear();
}

/**
 * Releases the islands of an article. Copies that look the same stay on the page.
 *
 * @param {IslandGroup} group
 */
export function leave(group) {
  group.feed?.abort();
  for (const life of group.lives) {
    freeze(life.root);
    retire(life);
  }
  group.lives.clear();
}

/**
 * Dispatches an event for what the reader did, after the views have rendered it and are done with the reader's own event:
 * a listener of the page may call back into them. A pick in one island is passed on to the others.
 *
 * @param {ArticleWidgetElement} element
 * @param {"chart" | "slide" | "pick"} name
 * @param {any} detail
 * @param {IslandGroup} [group]
 */
function tell(element, name, detail, group) {
  queueMicrotask(() => {
    noteChoices(element.shadowRoot ?? element);
    if (name !== "pick") return dispatch(element, name, detail);
    const { chart, commitment } = detail;
    // Only islands pick. The end of a pick in one chart does not end a pick in another.
    if (!group || (!commitment && group.pick?.chart !== chart)) return;
    group.pick = detail;
    tellRows(group);
  });
}

/** @param {IslandGroup} group */
function tellRows({ lives, pick }) {
  if (!pick) return;
  for (const { widget, root } of lives) {
    if (isRow(root)) /** @type {Widget} */ (widget).pick(pick.chart, pick.commitment, pick.name);
  }
}

/** @param {HTMLElement} root */
const isRow = ({ dataset }) => dataset.island?.startsWith(ROW);

/**
 * Shows the stories of a feed in the first row, or the row's own stories where there is no address. It does not wait for
 * the feed.
 *
 * @param {Mounted | IslandGroup} article
 * @param {string | null} address
 */
export function relate(article, address) {
  article.feed?.abort();
  const { signal } = (article.feed = new AbortController());
  const place = /** @type {HTMLElement | null} */ (article.root.querySelector(`[data-island^="${ROW}"]`));
  const lives = article.lives ? [...article.lives] : [/** @type {Mounted} */ (article)];
  const life = lives.find(({ root }) => root.contains(place));
  const row = /** @type {string} */ (place?.dataset.island?.slice(ROW.length));
  if (!address) return /** @type {{ widget: Widget } | undefined} */ (life)?.widget.relate(row, null);
  load("./feed.js").then(
    (script) => script.relate(life && { place, show: (/** @type {object[]} */ stories) => /** @type {Widget} */ (life.widget).relate(row, stories) }, address, signal),
    (error) => console.warn(`<article-widget> related-src: ${error.message}`),
  );
}

/**
 * Adds the styles that only a mounted article needs to the tree of a root. It does not wait for them.
 *
 * @param {HTMLElement} root
 */
function addStyles(root) {
  const tree = /** @type {HTMLElement & Partial<ShadowRoot>} */ (root.parentNode);
  // A shadow tree has a host; the element itself has none.
  const href = `${folder}article-widget.live${tree.host ? "" : ".light"}.css`;
  if (/** @type {HTMLLinkElement[]} */ ([...tree.children]).some((child) => child.href === href)) return;
  // A policy that allows the styles in the markup by their nonce allows these, too.
  const nonce = tree.querySelector("style")?.nonce;
  root.before(make("link", { rel: "stylesheet", href, ...(nonce && { nonce }) }));
}

/** @param {ReadSource} source */
function parse({ name, text }) {
  try {
    return JSON.parse(text);
  } catch (/** @type {any} */ error) {
    throw failure("not-json", `${name}: not JSON: ${error.message}`);
  }
}

/**
 * The part of a document that islands are made from, so that its text is not read again.
 *
 * @param {any} document
 */
function dataOf(document) {
  const isData = (/** @type {[string, unknown]} */ [name]) => DATA.includes(name);
  return document?.constructor === Object ? Object.fromEntries(Object.entries(document).filter(isData)) : document;
}

/**
 * Whether charts offer links to their state. A page without an address has none.
 *
 * @param {ArticleWidgetElement} element
 */
const isLinkable = ({ linkable }) => linkable && location.protocol !== "about:";

/** @param {ArticleWidgetProblem[]} problems */
const warn = (problems) => problems.forEach(({ path, message }) => console.warn(`<article-widget> ${path}: ${message}`));
