// The element: its life in the page, where its document comes from, what stands there while the
// article is not alive, and what the host page is told.
//
// What the reader sees is in one root, a `<div part="root">`: in the shadow tree, or among the
// children of an element that was prerendered with `--light`. The root that is on the page is
//
//   waiting   for an article: the publisher's own words, or "loading"
//   readable  an article that does not react: prerendered, or left behind by a panic
//   alive     an article of the WebAssembly's
//   failed    the publisher's own words, or a message with a button
//
// Another root takes its place when it is complete, so nothing is ever half there.

import { folder, loadEngine } from "./engine.js";
import { failure } from "./failure.js";
import { getText } from "./fetch.js";
import { wordsFor } from "./english.js";
import { make, makeRoot } from "./make.js";
import { dispatch } from "./dispatch.js";

// Milliseconds that an article waits for its styles; without them it is still an article.
const STYLES_PATIENCE = 4000;
// Milliseconds for a document to come, all tries together.
const DOCUMENT_PATIENCE = 20_000;

// What only a widget that is alive can make use of: controls and footnotes, not terms, whose
// buttons browsers serve. It comes alive as the reader comes near one.
const LIVE_PARTS = "button:not([popovertarget]),input,[role^=doc]";
// Whose clicks are kept until it is alive: marks and figures, too. They are no reason to come alive
// by themselves: a figure may stand in the headline, which everybody is near.
const PRESSED = `${LIVE_PARTS},.row,.datum`;
// Whose input is kept: a click says nothing of what was written there.
const FILLED = "[type=search]";
// What brings a widget alive.
const TOUCHES = ["pointerdown", "focusin", "keydown", "click", "input"];
// How the fragment of an address begins that leads to a state of a chart.
const LINK = "#article-widget=";
// How far ahead of the reader an article comes alive, in parts of the window's height.
const AHEAD = "50%";

// The attributes, each also a property, with what stands for its absence.
const ATTRIBUTES = { src: "", "related-src": "", theme: "auto", loading: "lazy", linkable: false };

// What a teaser may say, and the page is told.
const TEASER = ["kicker", "headline", "summary", "source", "published"];

export class ArticleWidgetElement extends HTMLElement {
  static observedAttributes = Object.keys(ATTRIBUTES);

  // Where the root stands: the shadow tree, or the element itself.
  #tree;
  #root;
  // What the root is (see above).
  #stage = "waiting";
  // The last engine (see live.js), and what it gave: the article that is alive.
  #engine;
  #life;
  // What is under way, as an AbortController; replaced or taken away when it is of no use.
  #task;
  // Ends the wait for the reader.
  #wake;
  #scheduled;
  #leaving;
  // Settles when there are styles, or will be none.
  #styled;
  #article;
  // Whether the JSON inside the element is the article that is wanted.
  #isInline = true;
  // What the reader did before the article was alive: `{ event, target, from, value }`.
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
    // Frameworks set what is not there, too.
    const isChange = value ?? this.#article;
    this.#article = value;
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
    if (!this.#life && !this.#task) this.#schedule();
  }

  // Its presence says that `moveBefore` is no leave and return.
  connectedMoveCallback() {}

  disconnectedCallback() {
    // An element that is moved is back in the page at once, and keeps everything.
    this.#leaving = setTimeout(() => {
      this.#stop();
      if (this.#life) this.#retire();
    });
  }

  attributeChangedCallback(name, before, now) {
    if (/src$/.test(name) && this.#root && before !== now) {
      this.#isInline &&= name !== "src";
      this.#change();
    }
    // It is wanted sooner now.
    if (now === "eager") this.#wake?.();
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
    const from = this.#root;
    // Keys that mean something to a control arrive as its clicks.
    const parts = { click: PRESSED, input: FILLED }[event.type];
    const isKept = parts && this.#task && this.#stage === "readable" && from.contains(target) && target.closest(parts);
    if (!isKept) return;
    this.#early.push({ event, target, from, value: target.value });
    // The page meets it when it is done. What the browser does (choose, scroll, lead from a figure to its
    // row in the table) is seen at once, and is all there is where the article never comes alive; when
    // the click is done again, the views hold that back.
    event.stopPropagation();
  }

  /** Settles when the reader comes near one of the targets, or touches the element. */
  #near(targets) {
    return new Promise((resolve) => {
      const seen = (entries) => entries.some(({ isIntersecting }) => isIntersecting) && this.#wake();
      const observer = new IntersectionObserver(seen, { rootMargin: AHEAD });
      for (const target of targets) observer.observe(target);
      this.#wake = () => {
        observer.disconnect();
        resolve();
      };
    });
  }

  /** Starts the work once for all the changes of a moment. */
  #schedule() {
    // A parser that is still at work may be in the middle of this element.
    if (document.readyState === "loading") return addEventListener("DOMContentLoaded", () => this.#schedule());
    clearTimeout(this.#scheduled);
    this.#scheduled = setTimeout(() => this.isConnected && this.#work("start"));
  }

  /** Calls off what is under way. */
  #stop() {
    this.#task?.abort();
    this.#task = undefined;
    this.#wake?.();
  }

  /**
   * Brings the wanted article alive, or says why not: at the "start" (when the reader is near, and
   * in the markup that is there), "again" (at once and afresh), or at the next "touch" (afresh).
   */
  async #work(occasion) {
    this.#stop();
    const task = (this.#task = new AbortController());
    const { signal } = task;
    try {
      this.#open();
      if (occasion === "touch") await this.#near([]);
      if (occasion === "start" && this.loading !== "eager" && !this.#life && this.#stage !== "failed") {
        // An address that leads to a state of a chart, perhaps of this article's, is a wish to see it.
        const isLinked = this.linkable && location.hash.startsWith(LINK);
        if (!isLinked) await this.#near(this.#stage === "readable" ? this.#root.querySelectorAll(LIVE_PARTS) : [this]);
      }
      if (signal.aborted) return;
      const [source] = await Promise.all([this.#read(task), loadEngine(), this.#styled]);
      // Asked again: the first one may have panicked while the document was on its way.
      const engine = await loadEngine();
      if (signal.aborted) return;
      await this.#mount(engine, source, occasion === "start", signal);
    } catch (error) {
      // Called off, by someone who knows what comes instead.
      if (task !== this.#task) return;
      this.#task = undefined;
      const isPanic = error.code === "panic";
      if (isPanic) this.#life = undefined;
      // Once by chance, or because of the markup that was there.
      if (isPanic && occasion !== "again") this.#work("again");
      else this.#fail(error);
    }
  }

  /** Finds the root that the element comes with, or makes a first one. */
  #open() {
    if (this.#root) return;
    const light = this.querySelector(":scope > [part=root]");
    this.#tree = light ? this : (this.shadowRoot ?? this.attachShadow({ mode: "open" }));
    this.#root = light ?? this.#tree.querySelector("[part=root]");
    if (this.#root) {
      this.#stage = "readable";
      return;
    }
    const styles = make("link", { rel: "stylesheet", href: folder + "article-widget.css" });
    this.#styled = new Promise((resolve) => {
      styles.onload = styles.onerror = resolve;
      setTimeout(resolve, STYLES_PATIENCE);
    });
    this.#root = this.#makeMessage();
    this.#tree.append(styles, this.#root);
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

  /** Whether the publisher put anything inside the element for the time without an article. */
  #hasFallback() {
    // Comments, which have no `wholeText`, are words to nobody; anchors have slots in the table of a chart.
    const isFallback = ({ localName, slot, wholeText }) => (localName ? localName !== "script" && !slot : wholeText?.trim());
    return this.#tree !== this && [...this.childNodes].some(isFallback);
  }

  /** The wanted document, from the first place that has one, and what to call that place. */
  async #read(task) {
    if (this.#article != null) return { name: "article", article: this.#article };
    const inline = this.#isInline && this.querySelector(":scope > script[type='application/json']");
    if (inline) return { name: "JSON", text: inline.textContent };
    // Relative addresses belong to the page, as those of an <img> do.
    const name = this.src.trim();
    if (!name) throw failure("no-source", "no article: set src or article, or put JSON inside");
    const late = failure("timeout", `${name}: not there after ${DOCUMENT_PATIENCE / 1000} seconds`, true);
    const timer = setTimeout(() => task.abort(late), DOCUMENT_PATIENCE);
    return { name, text: await getText(name, task.signal).finally(() => clearTimeout(timer)) };
  }

  /** Puts the article on the page, alive. */
  async #mount(engine, source, isFirst, signal) {
    const life = await engine.bring(source, {
      life: this.#life,
      root: this.#root,
      isPrerendered: isFirst && this.#stage === "readable",
      element: this,
      onPanic: (message) => this.#freeze(message),
    });
    // Something else is wanted by now, and has begun without it.
    if (signal.aborted && life !== this.#life) return engine.retire(life);
    this.#engine = engine;
    this.#life = life;
    this.#swap(life.root, "alive");
    engine.replay(this.#early, life.root);
    this.#early = [];
    this.#task = undefined;
    dispatch(this, "ready", { problems: life.problems });
  }

  /** Puts another root on the page. */
  #swap(root, stage) {
    this.#stage = stage;
    const old = this.#root;
    this.#root = root;
    if (old === root) return;
    // In light DOM it says that the styles are for what is inside.
    if (old.className) root.className = old.className;
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

  /** After a panic: what is on the page stays, without what can no longer work. */
  #freeze(message) {
    this.#stop();
    this.#life = undefined;
    this.#swap(this.#root.cloneNode(true), "readable");
    this.#fail(failure("panic", message, true));
  }

  #fail(error) {
    const known = error.code ? error : failure("engine", `${error}`);
    this.#early = [];
    if (this.#stage !== "readable") {
      this.#retire(this.#makeMessage(known), "failed");
    } else {
      for (const part of this.#root.querySelectorAll(LIVE_PARTS)) {
        // What the reader chose has not happened.
        if (part.matches("[checked]")) part.checked = true;
        part.disabled = !known.mayPass;
      }
      if (known.mayPass) this.#work("touch");
    }
    const { code, message } = known;
    console.error(`<${this.localName}> ${message}`);
    dispatch(this, "error", { code, message });
  }

  /** Lets the host page follow a link in its own way. */
  #navigate(event) {
    const isOther = event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    const link = !isOther && event.composedPath()[0].closest?.("a[href]");
    if (!link || !this.#root?.contains(link)) return;
    const slide = link.closest(".slide");
    const isTaken =
      (slide && !dispatch(this, "teaser", teaserOf(slide, link), true)) || !dispatch(this, "navigate", { href: link.href }, true);
    if (isTaken) event.preventDefault();
  }
}

/** The teaser that a link belongs to, as the reader sees it. */
function teaserOf(slide, { href }) {
  const related = slide.closest(".carousel").id.slice("related-".length);
  const detail = { related, place: [...slide.parentNode.children].indexOf(slide) + 1, href };
  for (const name of TEASER) {
    const part = slide.querySelector(`.teaser-${name}`);
    if (part) detail[name] = part.dateTime ?? part.textContent;
  }
  return detail;
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
