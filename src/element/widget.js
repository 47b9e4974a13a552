// The element: its life in the page, where its document comes from, what stands there while the
// article is not alive, and what the host page is told.
//
// What the reader sees is in one root: `<div part="root">` in the shadow tree, or `<div
// class="article-widget-light">` among the children of an element that was prerendered with `--light`. The root
// that is on the page is
//
//   waiting   for an article: the publisher's own words, or "loading"
//   readable  an article whose text belongs to the page: prerendered, or left behind by a panic. Its charts
//             and rows of stories, the islands, come alive by themselves
//   alive     an article that was rendered as a whole
//   failed    the publisher's own words, or a message with a button
//
// Another root takes its place when it is complete, so nothing is ever half there.

import { folder, loadEngine } from "./engine.js";
import { failure } from "./failure.js";
import { wordsFor } from "./english.js";
import { make, makeRoot } from "./make.js";
import { dispatch } from "./dispatch.js";
import { findRoot } from "./find.js";
import { bridge, keep } from "./sheets.js";
import { heldHeight } from "./height.js";
import { isShown } from "./fallback.js";
import { isJson, toText } from "./json.js";
import { plainLink, teaserOf } from "./links.js";

// Milliseconds that an article waits for its styles; without them it is still an article.
const STYLES_PATIENCE = 4000;

const ISLAND = "[data-island]";
// What only an island that is alive can make use of. An article comes alive as the reader comes near one.
const LIVE_PARTS = `${ISLAND} :is(button:not([popovertarget]),input)`;
// Whose clicks are kept until it is alive: marks, and figures in the text, too. They are no reason to come
// alive by themselves: a figure may stand in the headline, which everybody is near.
const PRESSED = `${LIVE_PARTS},.row,.datum`;
// Whose input is kept: a click says nothing of what was written there.
const FILLED = "[type=search]";
// What brings a widget alive.
const TOUCHES = ["pointerdown", "focusin", "keydown", "keypress", "keyup", "click", "input"];
// What is in the fragment of an address that leads to a state of a chart, also where a program of mail has escaped it.
const LINK = /article-widget[=%&]/;
// The document inside the element; WordPress puts it into a paragraph.
const INLINE = ":is(:scope,:scope>p)>script[type='application/json']";
// How far ahead of the reader an article comes alive, in parts of the window's height.
const AHEAD = "50%";

// The attributes, each also a property, with what stands for its absence.
const ATTRIBUTES = { src: "", "related-src": "", theme: "auto", loading: "lazy", linkable: false };

// On a server, which renders pages and has no elements, loading this does nothing.
const Base = globalThis.HTMLElement ?? class {};

export class ArticleWidgetElement extends Base {
  static observedAttributes = Object.keys(ATTRIBUTES);

  // Where the root stands: the shadow tree, or the element itself.
  #tree;
  #root;
  // What the root is (see above).
  #stage = "waiting";
  // The engine (see live.js), and what it brought alive: a whole article, or the islands of one.
  #engine;
  #life;
  #group;
  // What is under way, as an AbortController; replaced or taken away when it is of no use.
  #task;
  // Ends the wait for the reader.
  #wake;
  #scheduled;
  #leaving;
  // Settles when there are styles, or will be none.
  #styled;
  #article;
  // The same as JSON, or an error where it cannot be JSON.
  #text;
  // Whether the JSON inside the element is the article that is wanted.
  #isInline = true;
  // What the reader did before it was alive: `{ event, target, value }`.
  #early = [];

  constructor() {
    super();
    for (const name of TOUCHES) this.addEventListener(name, (event) => this.#touch(event), true);
    this.addEventListener("click", (event) => this.#navigate(event));
  }

  get article() {
    return this.#article ?? null;
  }

  set article(value) {
    // An equal document changes nothing: frameworks make a new object each time that they render.
    const text = value == null ? "" : toText(value);
    // Neither does one that came from somewhere else.
    const isThere = !this.#task && this.#engine?.isShown(this.#isAlive(), text);
    const isChange = !isThere && text !== this.#text && (text || this.#text);
    this.#article = value;
    this.#text = text;
    if (isChange) this.#change();
  }

  connectedCallback() {
    clearTimeout(this.#leaving);
    // A page may have set properties before this module was loaded.
    for (const name of Object.keys(this)) {
      if (name in ArticleWidgetElement.prototype) {
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
    }
    if (this.#root) bridge(this, this.#tree);
    // What a script has put into the page is seen at once; and browsers look for the place of a reader who comes back
    // to the page before anything that is scheduled.
    else if (document.readyState !== "loading") {
      const root = findRoot(this);
      if (root || heldHeight(this)) this.#open(root);
    }
    if (!this.#isAlive() && !this.#task) this.#schedule();
  }

  // Its presence says that `moveBefore` is no leave and return.
  connectedMoveCallback() {}

  disconnectedCallback() {
    // An element that is moved is back in the page at once, and keeps everything.
    this.#leaving = setTimeout(() => {
      this.#stop();
      if (this.#life) this.#retire();
      this.#leave();
    });
  }

  attributeChangedCallback(name, before, now) {
    if (name === "src" && this.#root && before !== now) {
      this.#isInline = false;
      this.#change();
    }
    // The stories of a feed concern their row alone.
    if (name === "related-src" && before !== now && this.#isAlive()) this.#engine?.relate(this.#life ?? this.#group, now);
    // It is wanted sooner now.
    if (now === "eager") this.#wake?.();
  }

  #isAlive() {
    return this.#life ?? this.#group;
  }

  /** Another document is wanted. */
  #change() {
    // Before the element has begun, there is nothing to change.
    if (!this.#root) return;
    // What is readable is not the article that is wanted: it stays only until that comes or fails.
    if (this.#stage === "readable") this.#stage = "waiting";
    this.#early = [];
    this.#schedule();
  }

  /** The reader does something: brings the article alive, and is kept until it is. */
  #touch(event) {
    this.#wake?.();
    const [target] = event.composedPath();
    // A sign that is typed is no short-cut of the page, which would not know: of a shadow tree it sees the element alone.
    const isSign = event.key?.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (isSign && this.#tree !== this && target.matches(FILLED)) event.stopPropagation();
    // Keys that mean something to a control arrive as its clicks.
    const parts = { click: PRESSED, input: FILLED }[event.type];
    const isKept =
      parts && this.#task && this.#stage === "readable" && this.#root.contains(target) && target.closest(parts) && !target.closest("[data-alive]");
    if (!isKept) return;
    this.#early.push({ event, target, value: target.value });
    // The page meets it when it is done. What the browser does (choose, scroll) is seen at once; when the click
    // is done again, the views hold that back.
    event.stopPropagation();
    this.#lead(event);
  }

  /** Settles when the reader comes near one of the targets, or touches the element. */
  #near(targets) {
    return new Promise((resolve) => {
      if (targets.length && !globalThis.IntersectionObserver) return resolve();
      const seen = (entries) => entries.some(({ isIntersecting }) => isIntersecting) && this.#wake();
      const observer = targets.length && new IntersectionObserver(seen, { rootMargin: AHEAD });
      for (const target of targets) observer.observe(target);
      this.#wake = () => {
        if (observer) observer.disconnect();
        resolve();
      };
    });
  }

  /** Starts the work once for all the changes of a moment. */
  #schedule() {
    // What the reader does is kept from now on.
    this.#task ??= new AbortController();
    // A parser that is still at work may be in the middle of this element.
    if (document.readyState === "loading") return addEventListener("DOMContentLoaded", () => this.#schedule());
    clearTimeout(this.#scheduled);
    this.#scheduled = setTimeout(() => (this.isConnected ? this.#work("start") : this.#stop()));
  }

  /** Calls off what is under way. */
  #stop() {
    this.#task?.abort();
    this.#task = undefined;
    this.#wake?.();
  }

  /**
   * Brings the wanted article alive, or says why not: at the "start" (when the reader is near), "again" (at
   * once and afresh), or at the next "touch".
   */
  async #work(occasion) {
    this.#stop();
    const task = (this.#task = new AbortController());
    const { signal } = task;
    try {
      this.#open();
      if (this.#hasIslands() && !this.#root.querySelector(ISLAND)) {
        // All of it is text.
        this.#group = { lives: new Set(), root: this.#root };
        this.#task = undefined;
        dispatch(this, "ready", { problems: [] });
        return;
      }
      if (occasion === "touch") await this.#near([]);
      if (occasion === "start" && this.loading !== "eager" && !this.#isAlive() && this.#stage !== "failed") {
        // An address that leads to a state of a chart, perhaps of this article's, is a wish to see it.
        const isLinked = this.linkable && LINK.test(location.hash);
        if (!isLinked) await this.#near(this.#stage === "readable" ? this.#root.querySelectorAll(LIVE_PARTS) : [this]);
      }
      if (signal.aborted) return;
      const source = this.#find(task);
      const [engine] = await Promise.all([loadEngine(), this.#styled]);
      if (signal.aborted) return;
      this.#engine = engine;
      source.text ??= await engine.getText(source, task);
      if (signal.aborted) return;
      const problems = await (this.#hasIslands() ? this.#enliven(source, signal) : this.#mount(source, signal));
      if (signal.aborted) return;
      const early = this.#early;
      this.#early = [];
      this.#task = undefined;
      engine.replay(early, this.#root);
      dispatch(this, "ready", { problems });
    } catch (error) {
      // Called off, by someone who knows what comes instead.
      if (task !== this.#task) return;
      this.#task = undefined;
      // Of a whole article: once by chance.
      if (error.code === "panic" && !this.#hasIslands() && occasion !== "again") {
        this.#life = undefined;
        this.#work("again");
      } else this.#fail(error);
    }
  }

  /** Takes the root that the element comes with, or makes a first one. */
  #open(found = this.#root ?? findRoot(this)) {
    if (this.#root) return;
    this.#tree = found?.parentNode ?? this.shadowRoot ?? this.attachShadow({ mode: "open" });
    if (found) {
      this.#root = found;
      this.#stage = "readable";
      // A copy of what was alive is not.
      for (const part of found.querySelectorAll("[data-alive]")) part.removeAttribute("data-alive");
      settle(found);
    } else {
      const styles = make("link", { rel: "stylesheet", href: folder + "article-widget.css" });
      this.#styled = new Promise((resolve) => {
        styles.onload = styles.onerror = resolve;
        setTimeout(resolve, STYLES_PATIENCE);
      });
      this.#root = this.#makeMessage();
      this.#tree.append(styles, this.#root);
      const rule = globalThis.CSSStyleSheet && heldHeight(this);
      if (rule) {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(rule);
        this.#tree.adoptedStyleSheets.push(sheet);
      }
    }
    keep(this.#tree);
  }

  /** Whether the text of the article stands in the page, and only islands are to come alive. */
  #hasIslands() {
    // A release that knew none has left a digest on the root.
    return this.#stage === "readable" && !("digest" in this.#root.dataset);
  }

  /** A root for the time without an article: with the publisher's own words, or with ours. */
  #makeMessage(failure) {
    if (this.#hasFallback()) return makeRoot(make("slot", {}));
    const text = make("p", {});
    const button = make("button", { type: "button" });
    const status = make("div", { class: "status", role: failure ? "alert" : "status", dir: "auto" }, text);
    if (failure?.mayPass) status.append(button);
    // Without its styles it would have margins that push the page around.
    status.hidden = !failure;
    Promise.all([wordsFor(this), this.#styled]).then(([words]) => {
      text.textContent = failure ? words.failed : words.loading;
      button.textContent = words.retry;
      button.onclick = () => {
        if (button.ariaDisabled) return;
        button.ariaDisabled = "true";
        button.textContent = words.loading;
        this.#work("again");
      };
      status.lang = words.lang;
      status.hidden = false;
    });
    return makeRoot(status);
  }

  /** Whether the publisher put anything inside the element that shows something while there is no article. */
  #hasFallback() {
    return this.#tree !== this && [...this.childNodes].some(isShown);
  }

  /** The wanted document, `{ name, text }` or an answer of the network for it, from the first place that has one. */
  #find(task) {
    if (this.#text instanceof Error) throw failure("not-json", `article: not JSON: ${this.#text.message}`);
    if (this.#text) return { name: "article", text: this.#text };
    // Relative addresses belong to the page, as those of an <img> do.
    const name = this.src.trim();
    const inline = this.#isInline && this.querySelector(INLINE);
    if (inline && (!name || isJson(inline.textContent))) return { name: "JSON", text: inline.textContent };
    // What an editor or a renderer has damaged gives way to the address.
    if (inline) console.warn(`<${this.localName}> JSON: not JSON; ${name} is shown`);
    if (!name) throw failure("no-source", "no article: set src or article, or put JSON inside");
    // Beside the engine, which reads it.
    const first = fetch(name, { signal: task.signal });
    first.catch(() => {});
    return { name, first, since: Date.now() };
  }

  /** Puts the article on the page, alive; gives the problems of its document. */
  async #mount(source, signal) {
    const engine = this.#engine;
    const life = await engine.bring(source, {
      life: this.#life,
      root: this.#root,
      early: this.#early,
      element: this,
      onPanic: (message) => this.#freeze(message),
    });
    // Something else is wanted by now, and has begun without it.
    if (signal.aborted && life !== this.#life) return engine.retire(life);
    this.#life = life;
    this.#swap(life.root, "alive");
    return life.problems;
  }

  /** Brings the islands of the article alive; gives the problems of its data. */
  async #enliven(source, signal) {
    const group = (this.#group ??= { lives: new Set(), root: this.#root });
    const onPanic = (message) => this.#fail(failure("panic", message, true));
    await this.#engine.enliven(source, { group, early: this.#early, element: this, signal, onPanic });
    return group.problems ?? [];
  }

  /** Puts another root on the page. */
  #swap(root, stage) {
    this.#stage = stage;
    const old = this.#root;
    this.#root = root;
    if (old === root) return;
    this.#leave();
    // In light DOM it says that the styles are for what is inside.
    // Of an article in the page's own tree: whose styles and names these are.
    if (old.className) {
      root.className = old.className;
      root.dataset.names = old.dataset.names ?? "";
      root.removeAttribute("part");
    }
    if (this.#engine) return this.#engine.swap(old, root);
    // One message for another, with a button for a button.
    const hadFocus = old.querySelector(":focus");
    old.replaceWith(root);
    if (hadFocus) root.querySelector("button")?.focus();
  }

  /** Takes the article off the page. */
  #retire(root = this.#makeMessage(), stage = "waiting") {
    const life = this.#life;
    this.#life = undefined;
    this.#swap(root, stage);
    if (life) this.#engine.retire(life);
  }

  /** Lets go of islands that are alive. */
  #leave() {
    if (this.#group) this.#engine?.leave(this.#group);
    this.#group = undefined;
  }

  /** After a panic of a whole article: it stays as what it looks like. */
  #freeze(message) {
    this.#stop();
    this.#life = undefined;
    this.#root = this.#engine.freeze(this.#root);
    this.#stage = "readable";
    this.#fail(failure("panic", message, true));
  }

  #fail(error) {
    const known = error.code ? error : failure("engine", `${error}`);
    this.#early = [];
    if (this.#stage !== "readable") {
      this.#retire(this.#makeMessage(known), "failed");
    } else {
      // What the reader chose has not happened.
      settle(this.#root);
      for (const part of this.#root.querySelectorAll(LIVE_PARTS)) part.disabled = !known.mayPass && !part.closest("[data-alive]");
      if (known.mayPass) this.#work("touch");
    }
    const { code, message } = known;
    console.error(`<${this.localName}> ${message}`);
    dispatch(this, "error", { code, message });
  }

  /** Leads to a place in the article: addresses do not reach into a shadow tree, and those of a page may have another base. */
  #lead(event) {
    const link = plainLink(event);
    const href = link?.getAttribute("href");
    const goal = href?.startsWith("#") && this.#root?.contains(link) && this.#root.querySelector(`#${CSS.escape(href.slice(1))}`);
    if (!goal) return link;
    event.preventDefault();
    for (let around = goal; (around = around.parentElement?.closest("details")); ) around.open = true;
    goal.focus({ preventScroll: true });
    goal.scrollIntoView();
    return undefined;
  }

  /** Lets the host page follow a link in its own way. */
  #navigate(event) {
    const link = this.#lead(event);
    if (!link || !this.#root?.contains(link)) return;
    const slide = link.closest(".slide");
    const isTaken =
      (slide && !dispatch(this, "teaser", teaserOf(slide, link), true)) || !dispatch(this, "navigate", { href: link.href }, true);
    if (isTaken) event.preventDefault();
  }
}

/** Undoes what a browser has restored, or a reader has chosen, where nothing answers. */
function settle(root) {
  for (const part of root.querySelectorAll(`${ISLAND}:not([data-alive]) [checked]`)) part.checked = true;
  for (const part of root.querySelectorAll(`${ISLAND}:not([data-alive]) ${FILLED}`)) part.value = part.defaultValue;
}

for (const [name, absent] of Object.entries(ATTRIBUTES)) {
  const property = name.replace(/-./, ([, letter]) => letter.toUpperCase());
  Object.defineProperty(ArticleWidgetElement.prototype, property, {
    get() {
      return absent === false ? this.hasAttribute(name) : (this.getAttribute(name) ?? absent);
    },
    set(value) {
      if (absent === false) this.toggleAttribute(name, Boolean(value));
      else this.setAttribute(name, value);
    },
  });
}
