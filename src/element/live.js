// What the loader needs once an article comes alive; loaded together with the WebAssembly.
//
// Bundled with what wasm-bindgen wrote (article-widget.js), under that name: whoever imports that
// address gets the same instance of the WebAssembly.

import init, { Widget, digest, watch } from "./article-widget.js";
import { locate, relocate } from "./controls.js";
import { dispatch } from "./dispatch.js";
import { folder, load } from "./engine.js";
import { failure } from "./failure.js";
import { make, makeRoot } from "./make.js";

// Articles on the page: `{ widget, root, onPanic, feed }`.
const lives = new Set();
// Widgets without an element. Yew never forgets a root that it was mounted in, so each is used again.
const idle = [];
// A page that puts in prerendered articles and takes them out again, all day long, gets this many
// idle roots; then articles are rendered in those.
const MOST_IDLE = 10;
// Milliseconds between two looks at whether a press has ended.
const PRESS = 30;

let engine;
// Settles with the message after a panic; the instance is of no use from then on.
let lost;

/** Starts the WebAssembly; gives what the loader calls "the engine". */
export function start(response) {
  engine ??= run(response);
  return engine;
}

async function run(response) {
  if (!response.ok) throw new Error(`${response.url}: the server answered ${response.status}`);
  await init({ module_or_path: response });
  lost = new Promise(watch);
  lost.then((message) => {
    const all = [...lives];
    lives.clear();
    for (const life of all) {
      life.feed?.abort();
      // Nobody answers for the words of cards any more, see live.css.
      for (const row of life.root.querySelectorAll("[data-heard]")) delete row.dataset.heard;
      life.onPanic(message);
    }
  });
  return { bring, retire, swap, replay, lost };
}

/**
 * Renders a document: in `life` if the element has one, in the root on the page if that was
 * prerendered and fits, else in a root of its own. Settles when it is complete, with what is on
 * the page from then on.
 */
async function bring({ name, text, article }, { life, root, isPrerendered, element, onPanic }) {
  addStyles(root);
  const value = parse(name, text, article);
  const hasDigest = isPrerendered && "digest" in root.dataset;
  const isWritten = hasDigest && root.dataset.digest === digestOf(text, root);
  const isFitting = isWritten && idle.length < MOST_IDLE;
  if (hasDigest && !isWritten) {
    console.warn(
      "<article-widget> the article is rendered afresh: its markup was prerendered from another document or by another version, or has been changed since",
    );
  }
  const isNew = !life;
  life ??= isFitting ? { root } : (idle.pop() ?? { root: makeRoot() });
  const hasAllStories = isFitting && !shorten(root);
  life.root.onclick = follow;
  lives.add(life);
  // The stories of a feed were for the last article.
  life.feed?.abort();
  const { linkable, relatedSrc } = element;
  // When the page shows it, and when the views are done with the reader's event: a listener may do
  // what leads back to them.
  const tell = (name, detail) => queueMicrotask(() => dispatch(element, name, detail));
  try {
    life.problems = await new Promise((resolve, reject) => {
      life.onPanic = (message) => {
        console.warn(`<article-widget> the article is rendered afresh: ${message}`);
        reject(failure("panic", message));
      };
      if (life.widget) life.widget.show(value, linkable, tell, resolve);
      else life.widget = new Widget(life.root, value, isFitting, hasAllStories, linkable, tell, resolve);
    });
  } catch (error) {
    if (error.code) throw error;
    // A panic has said more of it than the trap that it ends in; other traps have nobody to say it.
    if (error instanceof WebAssembly.RuntimeError) throw failure("panic", await Promise.race([lost, `${error}`]));
    // Said before anything was touched.
    if (isNew && life.widget) retire(life);
    else if (isNew) lives.delete(life);
    throw failure("document", `${name}: ${error.message}`);
  }
  // A press that has begun on one root would not end in a click on another.
  while (root !== life.root && root.matches(":active")) await new Promise((resolve) => setTimeout(resolve, PRESS));
  life.onPanic = onPanic;
  // Which choice is made: markup has to say so, an article that is alive knows it by itself.
  for (const input of life.root.querySelectorAll("[checked]")) input.removeAttribute("checked");
  for (const { path, message } of life.problems) console.warn(`<article-widget> ${path}: ${message}`);
  if (relatedSrc) relate(life, relatedSrc);
  return life;
}

/**
 * Takes out the late stories of rows: they come again as the reader goes on, and whoever has scripts
 * need not pay for all of them. Not where the reader has gone on already; gives whether it has done so.
 */
function shorten(root) {
  const rows = [...root.querySelectorAll(".viewport")];
  if (rows.some((row) => row.scrollLeft || row.matches(":focus-within"))) return false;
  for (const row of rows) {
    // With the marks of Yew's components around them.
    const start = row.querySelector("[data-late]")?.previousSibling;
    while (start && row.lastChild !== start) row.lastChild.remove();
    start?.remove();
  }
  return true;
}

/** Lets the stories of a feed take the place of a row's own; what comes of it nobody waits for. */
function relate(life, address) {
  const { signal } = (life.feed = new AbortController());
  load("./feed.js").then(
    (script) => script.relate(life, address, signal),
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

function parse(name, text, article) {
  try {
    // A copy of an object, too: what the page does to its own one later is not half seen.
    return JSON.parse(text ?? JSON.stringify(article));
  } catch (error) {
    throw failure("not-json", `${name}: not JSON: ${error.message}`);
  }
}

/** The digest of markup that this version prerendered from this text, and that nobody has changed since. */
function digestOf(text, root) {
  // Of an object nothing was prerendered.
  if (!text) return "";
  const nodes = document.createTreeWalker(root);
  let count = 0;
  while (nodes.nextNode()) count += 1;
  return `${digest(text)}-${count}`;
}

/** Lets go of an article; its widget waits for another. */
function retire(life) {
  lives.delete(life);
  life.feed?.abort();
  life.widget.clear();
  idle.push(life);
}

/** Puts a root in the place of another; the focus goes along, and how far things are scrolled. */
function swap(old, root) {
  const place = locate(old.querySelector(":focus"), old);
  const scrolled = [...old.querySelectorAll("*")].map(({ scrollLeft }) => scrollLeft);
  old.replaceWith(root);
  const now = [...root.querySelectorAll("*")];
  // Of another article it would mean nothing.
  if (now.length === scrolled.length) {
    now.forEach((element, index) => {
      if (scrolled[index]) element.scrollTo({ left: scrolled[index], behavior: "instant" });
    });
  }
  // Where reading begins, or another try, if it came in place of something that had the focus.
  if (place) (relocate(place, root) ?? root.querySelector("h1, button"))?.focus({ preventScroll: true });
}

/** Leads to a footnote and back: addresses do not reach into a shadow tree. */
function follow(event) {
  const link = event.target.closest("[role^=doc]");
  const goal = link && this.querySelector(link.hash);
  if (!goal) return;
  event.preventDefault();
  goal.focus();
}

/** Does, once, what the reader did too early. */
function replay(early, root) {
  // What was written and chosen last is what was meant.
  const isLast = ({ event, target }, index) =>
    event.type === "click" || !early.slice(index + 1).some((later) => later.event.type === "input" && later.target === target);
  for (const { event, target, from, value } of early.filter(isLast)) {
    const place = locate(target, from);
    const control = place && relocate(place, root);
    // A link that the browser has opened elsewhere has been followed.
    if (!control || (control.href && (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey))) continue;
    const isInput = event.type === "input";
    // Coming alive may have set it back; where it has not, writing goes on.
    if (isInput && control.value !== value) control.value = value;
    control.dispatchEvent(new event.constructor(event.type, event));
    // Nobody changes anything from here on, so the browser will not say so.
    if (isInput) control.dispatchEvent(new Event("change", { bubbles: true }));
  }
}
