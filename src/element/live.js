// What brings articles alive; loaded together with the WebAssembly.
//
// Bundled with what wasm-bindgen wrote (article-widget.js), under that name. What is mounted is a life:
// `{ instance, root, widget, text, problems, onPanic, feed }`.

import { dispatch } from "./dispatch.js";
import { folder, load } from "./engine.js";
import { compile, endLife, newLife, stale, within } from "./instances.js";
import { freeze, mountIsland } from "./islands.js";
import { failure } from "./failure.js";
import { getText } from "./fetch.js";
import { keepHeights } from "./height.js";
import { make, makeRoot } from "./make.js";
import { atRest, note, noteChoices, replay, swap } from "./places.js";

export { freeze, getText, replay, swap };

// The fields of a document that charts and rows are made from, and the one that says how to read them.
const DATA = ["version", "language", "commitments", "exchangeRates", "charts", "related"];
// What the marks begin with that the views leave on elements; see xtask/src/glue.rs.
const MARK = "__article_widget_yew_";
// How the names of islands begin that are rows of stories.
const ROW = "related:";

/** The release that this file is of. */
export const release = RELEASE;

/** Makes ready for what follows; once, for a loader of this release. */
export async function start(response, mark) {
  // Loaders before 0.2 have no mark, and do not look at ours.
  if (mark !== RELEASE) throw new Error(stale("embed.js"));
  await compile(response);
}

/**
 * Renders a whole document: in `life` if the element has one, else in a root of its own. Settles when it is
 * complete, with what is on the page from then on.
 */
export async function bring(source, { life, root, early, element, onPanic }) {
  addStyles(root);
  const document = parse(source);
  const isNew = !life;
  life ??= newLife(makeRoot());
  // The stories of a feed were for the last article.
  life.feed?.abort();
  const { name } = source;
  try {
    await within(life, name, ({ Source, Widget }, resolve) => {
      const read = Source.article(document);
      life.problems = read.problems();
      const settings = [isLinkable(element), root.dataset.names ?? "", (name, detail) => tell(element, name, detail), resolve];
      if (life.widget) life.widget.show(read, ...settings);
      else life.widget = new Widget(life.root, read, "", false, false, false, ...settings);
      // What is needed of it the widget has.
      read.free();
    });
  } catch (error) {
    // What it showed before is still there.
    if (isNew || error.code === "panic") endLife(life);
    else life.onPanic = onPanic;
    throw error;
  }
  if (root !== life.root) await atRest(root);
  life.text = source.text;
  noteChoices(life.root);
  keepHeights(element);
  note(early, root);
  life.onPanic = onPanic;
  warn(life.problems);
  if (element.relatedSrc) relate(life, element.relatedSrc);
  return life;
}

/**
 * Brings the islands of an article alive whose text stands in the page, each by itself; those that are alive
 * already stay as they are. Settles when all are.
 *
 * `group` is what they have in common: `{ lives, root, text, pick, problems, feed }`.
 */
export async function enliven(source, { group, early, element, signal, onPanic }) {
  addStyles(group.root);
  const document = dataOf(parse(source));
  const given = { name: source.name, document, early, linkable: isLinkable(element), prefix: group.root.dataset.names ?? "", tell: (name, detail) => tell(element, name, detail, group) };
  const mount = async (root) => {
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
  for (const root of group.root.querySelectorAll("[data-island]:not([data-alive])")) {
    await mount(root).catch((error) => (failed ??= error));
    // Others have their turn in between.
    await new Promise((resolve) => setTimeout(resolve));
    if (signal.aborted) return;
  }
  tellRows(group);
  // A copy that a program has put in the place of what was alive answers nothing: before the reader uses it, it is rendered
  // afresh.
  const renew = async ({ target }) => {
    const root = target.closest("[data-alive]");
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

/** Whether the views have rendered what is in the root of an island: on what listens they leave a mark, which no copy has. */
function isAnswering(root) {
  const part = root.querySelector(".chart, .carousel-controls");
  return !part || Object.keys(part).some((name) => name.startsWith(MARK));
}

/** Whether a document is the one that an article, or a group of islands, was made from. */
export const isShown = (article, text) => Boolean(article?.text) && JSON.stringify(JSON.parse(article.text)) === text;

/** Lets go of an article that is on the page no more. */
export function retire(life) {
  endLife(life);
  life.widget.clear();
}

/** Lets go of the islands of an article, and leaves what they look like. */
export function leave(group) {
  group.feed?.abort();
  for (const life of group.lives) {
    freeze(life.root);
    retire(life);
  }
  group.lives.clear();
}

/**
 * Tells the page what the reader did, when the page shows it, and when the views are done with the reader's event:
 * a listener may do what leads back to them. What is picked in one island others are told.
 */
function tell(element, name, detail, group) {
  queueMicrotask(() => {
    noteChoices(element.shadowRoot ?? element);
    if (name !== "pick") return dispatch(element, name, detail);
    const { chart, commitment } = detail;
    // What is no longer picked in one chart leaves what is picked in another.
    if (!commitment && group.pick?.chart !== chart) return;
    group.pick = detail;
    tellRows(group);
  });
}

function tellRows({ lives, pick }) {
  if (!pick) return;
  for (const { widget, root } of lives) {
    if (isRow(root)) widget.pick(pick.chart, pick.commitment, pick.name);
  }
}

const isRow = ({ dataset }) => dataset.island.startsWith(ROW);

/**
 * Lets the stories of a feed take the place of the first row's own, or gives them back where there is no
 * address. What comes of it nobody waits for.
 */
export function relate(article, address) {
  article.feed?.abort();
  const { signal } = (article.feed = new AbortController());
  const place = article.root.querySelector(`[data-island^="${ROW}"]`);
  const lives = article.lives ? [...article.lives] : [article];
  const life = lives.find(({ root }) => root.contains(place));
  const row = place?.dataset.island.slice(ROW.length);
  if (!address) return life?.widget.relate(row, null);
  load("./feed.js").then(
    (script) => script.relate(life && { place, show: (stories) => life.widget.relate(row, stories) }, address, signal),
    (error) => console.warn(`<article-widget> related-src: ${error.message}`),
  );
}

/**
 * Adds the styles for what only an article that is alive can show to the tree that a root is in.
 * Nobody waits for them.
 */
function addStyles(root) {
  const tree = root.parentNode;
  // A shadow tree has a host; the element itself has none.
  const href = `${folder}article-widget.live${tree.host ? "" : ".light"}.css`;
  if ([...tree.children].some((child) => child.href === href)) return;
  // What lets styles in the markup through lets these through, too.
  const nonce = tree.querySelector("style")?.nonce;
  root.before(make("link", { rel: "stylesheet", href, ...(nonce && { nonce }) }));
}

function parse({ name, text }) {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw failure("not-json", `${name}: not JSON: ${error.message}`);
  }
}

/** What islands are made from: the cost of the text is not paid again. */
function dataOf(document) {
  const isData = ([name]) => DATA.includes(name);
  return document?.constructor === Object ? Object.fromEntries(Object.entries(document).filter(isData)) : document;
}

/** Whether charts offer links to their state. A page without an address has none. */
const isLinkable = ({ linkable }) => linkable && location.protocol !== "about:";

const warn = (problems) => problems.forEach(({ path, message }) => console.warn(`<article-widget> ${path}: ${message}`));
