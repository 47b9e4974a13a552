// @ts-check
// The element: its callbacks, where its document comes from, what it shows while the article is not mounted, and its
// events.
//
// The reader sees one root: `<div part="root">` in the shadow tree, or `<div class="article-widget-light">` among
// the children of an element that was prerendered with `--light`. The stage says what the root shows:
//
//   waiting   the publisher's own content, or a message that the article is loading
//   readable  an article whose text belongs to the page: prerendered, or left by a panic. Its charts and rows of
//             stories, the islands, are mounted by themselves
//   alive     an article that is rendered as a whole
//   failed    the publisher's own content, or a message with a button
//
// Another root takes its place when it is complete, so the reader never sees half an article.

/** @import { ArticleWidgetProblem } from "./events.js" */
/** @import { DocumentSource, Engine, Failure, IslandGroup, Mounted, QueuedEvent, ReadSource } from "./types.js" */

import { folder, loadEngine } from "./engine.js";
import { failure } from "./failure.js";
import { wordsFor } from "./english.js";
import { make, makeRoot } from "./make.js";
import { dispatch } from "./events.js";
import { findRoot } from "./find.js";
import { bridge, keep } from "./sheets.js";
import { heldHeight } from "./height.js";
import { isShown } from "./fallback.js";
import { isJson, toText } from "./json.js";
import { ATTRIBUTES, Base, reflect } from "./properties.js";
import { plainLink, teaserOf } from "./links.js";

// Milliseconds that an article waits for its styles. After that it is shown without them.
const STYLES_PATIENCE = 4000;

const ISLAND = "[data-island]";
// Controls that work only in a mounted island. Islands are mounted when the reader comes near one of these.
const LIVE_PARTS = `${ISLAND} :is(button:not([popovertarget]),input)`;
// Elements whose clicks are queued: marks and figures in the text as well. Coming near those mounts nothing: a
// figure may stand in the headline, which every reader is near.
const PRESSED = `${LIVE_PARTS},.row,.datum`;
// Elements whose input events are queued, because a click does not have the text.
const FILLED = "[type=search]";
// Events that end the wait for the reader.
const TOUCHES = ["pointerdown", "focusin", "keydown", "keypress", "keyup", "click", "input"];
// Found in the fragment of an address that leads to a state of a chart, also where a mail program has escaped it.
const LINK = /article-widget[=%&]/;
// The document inside the element; WordPress puts it into a paragraph.
const INLINE = ":is(:scope,:scope>p)>script[type='application/json']";
// How far outside of the window an article is when it is mounted, relative to the height of the window.
const AHEAD = "50%";

/**
 * A news article with a chart of spending commitments and a carousel of related stories.
 *
 * @element article-widget
 *
 * @slot - Stands there while there is no article.
 *
 * @csspart root - Everything that is shown.
 * @csspart article - The text with its head and its chart.
 * @csspart headline - The title of the article.
 * @csspart chart - A chart with its controls and notes.
 * @csspart carousel - The related stories.
 * @csspart teaser - The card of one related story.
 *
 * @cssprop --article-widget-paper - The ground.
 * @cssprop --article-widget-ink - The text.
 * @cssprop --article-widget-muted - Text of second rank.
 * @cssprop --article-widget-rule - Lines between things.
 * @cssprop --article-widget-accent - Links, the kicker, and the bar that the article is about.
 * @cssprop --article-widget-serif - The typeface of the text.
 * @cssprop --article-widget-sans - The typeface of data and controls.
 */
export class ArticleWidgetElement extends Base {
  /** @internal */
  static observedAttributes = Object.keys(ATTRIBUTES);

  // The parent of the root: the shadow tree, or the element itself. It is there from the first root on.
  /** @type {HTMLElement | ShadowRoot} */
  #tree;
  /** @type {HTMLElement} */
  #root;
  /** @type {"waiting" | "readable" | "alive" | "failed"} */
  #stage = "waiting";
  // The engine (see live.js), and what it has mounted: a whole article, or the islands of one.
  /** @type {Engine | undefined} */
  #engine;
  /** @type {Mounted | undefined} */
  #life;
  /** @type {IslandGroup | undefined} */
  #group;
  // The work under way. It is replaced or removed when its result is not wanted any more.
  /** @type {AbortController | undefined} */
  #task;
  // Ends the wait for the reader.
  /** @type {(() => void) | undefined} */
  #wake;
  /** @type {number | undefined} */
  #scheduled;
  /** @type {number | undefined} */
  #leaving;
  // Settles when the styles have loaded, or have failed to.
  /** @type {Promise<unknown> | undefined} */
  #styled;
  /** @type {object | null | undefined} */
  #article;
  // The same as JSON, or an error where it cannot be JSON.
  /** @type {string | Error | undefined} */
  #text;
  // Whether the JSON inside the element is the wanted document.
  #isInline = true;
  // Events from before the article was mounted.
  /** @type {QueuedEvent[]} */
  #early = [];

  constructor() {
    super();
    for (const name of TOUCHES) this.addEventListener(name, (event) => this.#touch(event), true);
    this.addEventListener("click", (event) => this.#navigate(event));
  }

  /**
   * The document itself, instead of an address; it goes before JSON inside the element, and before `src`.
   *
   * @type {object | null}
   */
  get article() {
    return this.#article ?? null;
  }

  set article(value) {
    // An equal document changes nothing: frameworks set a new object with every render.
    const text = value == null ? "" : toText(value);
    // Neither does one equal to what is shown, from whatever source.
    const isThere = !this.#task && this.#engine?.isShown(this.#isAlive(), text);
    const isChange = !isThere && text !== this.#text && (text || this.#text);
    this.#article = value;
    this.#text = text;
    if (isChange) this.#change();
  }

  /** @internal */
  connectedCallback() {
    clearTimeout(this.#leaving);
    // A page may have set properties before this module was loaded.
    for (const name of Object.keys(this)) {
      if (name in ArticleWidgetElement.prototype) {
        const own = /** @type {Record<string, any>} */ (/** @type {unknown} */ (this));
        const value = own[name];
        delete own[name];
        own[name] = value;
      }
    }
    if (this.#root) bridge(this, this.#tree);
    // Of an element that a script has inserted, and for a reader who comes back to the page: browsers restore the scroll
    // position before they run anything that is scheduled.
    else if (document.readyState !== "loading") {
      const root = findRoot(this);
      if (root || heldHeight(this)) this.#open(root);
    }
    if (!this.#isAlive() && !this.#task) this.#schedule();
  }

  // With this method, `moveBefore` does not disconnect the element.
  /** @internal */
  connectedMoveCallback() {}

  /** @internal */
  disconnectedCallback() {
    // An element that is moved is back in the page at once, and keeps what is mounted.
    this.#leaving = setTimeout(() => {
      this.#stop();
      if (this.#life) this.#retire();
      this.#leave();
    });
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} now
   * @internal
   */
  attributeChangedCallback(name, before, now) {
    if (name === "src" && this.#root && before !== now) {
      this.#isInline = false;
      this.#change();
    }
    // A feed changes one row only.
    if (name === "related-src" && before !== now && this.#isAlive()) this.#engine?.relate(/** @type {Mounted | IslandGroup} */ (this.#life ?? this.#group), now);
    // The wait for the reader ends.
    if (now === "eager") this.#wake?.();
  }

  #isAlive() {
    return this.#life ?? this.#group;
  }

  /** Another document is wanted. */
  #change() {
    // Before the element has begun, there is nothing to change.
    if (!this.#root) return;
    // The readable article is not the wanted one: it stays until that is complete or fails.
    if (this.#stage === "readable") this.#stage = "waiting";
    this.#early = [];
    this.#schedule();
  }

  /**
   * The reader does something: ends the wait for the reader, and queues the event.
   *
   * @param {Event & Partial<MouseEvent & KeyboardEvent>} event
   */
  #touch(event) {
    this.#wake?.();
    const [target] = /** @type {[HTMLInputElement]} */ (/** @type {unknown} */ (event.composedPath()));
    // Keys that type text do not reach the shortcuts of the page: it cannot see that the target is a field, because of
    // a shadow tree it sees the element only.
    const isSign = event.key?.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (isSign && this.#tree !== this && target.matches(FILLED)) event.stopPropagation();
    // Keys that activate a control arrive as clicks.
    const parts = /** @type {Record<string, string>} */ ({ click: PRESSED, input: FILLED })[event.type];
    const isKept =
      parts && this.#task && this.#stage === "readable" && this.#root.contains(target) && target.closest(parts) && !target.closest("[data-alive]");
    if (!isKept) return;
    this.#early.push({ event, target, value: target.value });
    // The page gets the event when it is dispatched again. The browser's default action (check, scroll) happens now;
    // for the second event the views prevent it.
    event.stopPropagation();
    this.#lead(event);
  }

  /**
   * Resolves when the reader comes near one of the targets, or touches the element.
   *
   * @param {Iterable<Element> & { length: number }} targets
   * @returns {Promise<void>}
   */
  #near(targets) {
    return new Promise((resolve) => {
      if (targets.length && !globalThis.IntersectionObserver) return resolve();
      const seen = (/** @type {IntersectionObserverEntry[]} */ entries) => entries.some(({ isIntersecting }) => isIntersecting) && /** @type {() => void} */ (this.#wake)();
      const observer = targets.length && new IntersectionObserver(seen, { rootMargin: AHEAD });
      for (const target of targets) /** @type {IntersectionObserver} */ (observer).observe(target);
      this.#wake = () => {
        if (observer) observer.disconnect();
        resolve();
      };
    });
  }

  /** Starts the work, once for all changes of the same task. */
  #schedule() {
    // Events are queued from now on.
    this.#task ??= new AbortController();
    // A parser that is still at work may be in the middle of this element.
    if (document.readyState === "loading") return addEventListener("DOMContentLoaded", () => this.#schedule());
    clearTimeout(this.#scheduled);
    this.#scheduled = setTimeout(() => (this.isConnected ? this.#work("start") : this.#stop()));
  }

  /** Aborts the work under way. */
  #stop() {
    this.#task?.abort();
    this.#task = undefined;
    this.#wake?.();
  }

  /**
   * Mounts the wanted article, or shows why it cannot: at the "start" (when the reader is near), "again" (at once
   * and afresh), or at the next "touch".
   *
   * @param {"start" | "again" | "touch"} occasion
   */
  async #work(occasion) {
    this.#stop();
    const task = (this.#task = new AbortController());
    const { signal } = task;
    try {
      this.#open();
      if (this.#hasIslands() && !this.#root.querySelector(ISLAND)) {
        // The whole article is text.
        this.#group = { lives: new Set(), root: this.#root };
        this.#task = undefined;
        dispatch(this, "ready", { problems: [] });
        return;
      }
      if (occasion === "touch") await this.#near([]);
      if (occasion === "start" && this.loading !== "eager" && !this.#isAlive() && this.#stage !== "failed") {
        // An address that leads to a state of a chart, which may be in this article, mounts it at once.
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
      const problems = await (this.#hasIslands() ? this.#enliven(/** @type {ReadSource} */ (source), signal) : this.#mount(/** @type {ReadSource} */ (source), signal));
      if (signal.aborted) return;
      const early = this.#early;
      this.#early = [];
      this.#task = undefined;
      engine.replay(early, this.#root);
      dispatch(this, "ready", { problems });
    } catch (/** @type {any} */ error) {
      // Aborted, by code that has begun something else.
      if (task !== this.#task) return;
      this.#task = undefined;
      // A whole article is tried once more.
      if (error.code === "panic" && !this.#hasIslands() && occasion !== "again") {
        this.#life = undefined;
        this.#work("again");
      } else this.#fail(error);
    }
  }

  /** Takes the prerendered root, or makes a first one. */
  #open(found = this.#root ?? findRoot(this)) {
    if (this.#root) return;
    this.#tree = /** @type {HTMLElement | ShadowRoot | undefined} */ (found?.parentNode) ?? this.shadowRoot ?? this.attachShadow({ mode: "open" });
    if (found) {
      this.#root = found;
      this.#stage = "readable";
      // A copy of a mounted article is not mounted.
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
        /** @type {ShadowRoot} */ (this.#tree).adoptedStyleSheets.push(sheet);
      }
    }
    keep(this.#tree);
  }

  /** Whether the text of the article belongs to the page, and only islands are mounted. */
  #hasIslands() {
    // Releases without islands have written a digest on the root.
    return this.#stage === "readable" && !("digest" in this.#root.dataset);
  }

  /**
   * Makes a root for the time without an article: with the publisher's own content, or with a message.
   *
   * @param {Failure} [failure]
   */
  #makeMessage(failure) {
    if (this.#hasFallback()) return makeRoot(make("slot", {}));
    const text = make("p", {});
    const button = make("button", { type: "button" });
    const status = make("div", { class: "status", role: failure ? "alert" : "status", dir: "auto" }, text);
    if (failure?.mayPass) status.append(button);
    // Without its styles the message has margins, which would move the page.
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

  /** Whether the publisher has put visible content inside the element for the time without an article. */
  #hasFallback() {
    return this.#tree !== this && [...this.childNodes].some(isShown);
  }

  /**
   * The wanted document, from the first source that has one.
   *
   * @param {AbortController} task
   * @returns {DocumentSource}
   */
  #find(task) {
    if (this.#text instanceof Error) throw failure("not-json", `article: not JSON: ${this.#text.message}`);
    if (this.#text) return { name: "article", text: this.#text };
    // Addresses are relative to the page, as those of an <img>.
    const name = this.src.trim();
    const inline = /** @type {false | HTMLScriptElement | null} */ (this.#isInline && this.querySelector(INLINE));
    if (inline && (!name || isJson(inline.textContent))) return { name: "JSON", text: /** @type {string} */ (inline.textContent) };
    // JSON that an editor or a template has damaged gives way to the address.
    if (inline) console.warn(`<${this.localName}> JSON: not JSON; ${name} is shown`);
    if (!name) throw failure("no-source", "no article: set src or article, or put JSON inside");
    // The request runs beside that for the engine.
    const first = fetch(name, { signal: task.signal });
    first.catch(() => {});
    return { name, first, since: Date.now() };
  }

  /**
   * Renders the whole article; gives the problems of its document.
   *
   * @param {ReadSource} source
   * @param {AbortSignal} signal
   * @returns {Promise<ArticleWidgetProblem[]>}
   */
  async #mount(source, signal) {
    const engine = /** @type {Engine} */ (this.#engine);
    const life = await engine.bring(source, {
      life: this.#life,
      root: this.#root,
      early: this.#early,
      element: this,
      onPanic: (message) => this.#freeze(message),
    });
    // Another article is wanted by now, and is not mounted in this one.
    if (signal.aborted && life !== this.#life) engine.retire(life);
    else {
      this.#life = life;
      this.#swap(life.root, "alive");
    }
    return /** @type {ArticleWidgetProblem[]} */ (life.problems);
  }

  /**
   * Mounts the islands of the article; gives the problems of its data.
   *
   * @param {ReadSource} source
   * @param {AbortSignal} signal
   * @returns {Promise<ArticleWidgetProblem[]>}
   */
  async #enliven(source, signal) {
    const group = (this.#group ??= { lives: new Set(), root: this.#root });
    const onPanic = (/** @type {string} */ message) => this.#fail(failure("panic", message, true));
    await /** @type {Engine} */ (this.#engine).enliven(source, { group, early: this.#early, element: this, signal, onPanic });
    return group.problems ?? [];
  }

  /**
   * Replaces the root.
   *
   * @param {HTMLElement} root
   * @param {"waiting" | "alive" | "failed"} stage
   */
  #swap(root, stage) {
    this.#stage = stage;
    const old = this.#root;
    this.#root = root;
    if (old === root) return;
    this.#leave();
    // Of an article in the page's own tree: the class that its styles need, and the prefix of its ids.
    if (old.className) {
      root.className = old.className;
      root.dataset.names = old.dataset.names ?? "";
      root.removeAttribute("part");
    }
    if (this.#engine) return this.#engine.swap(old, root);
    // One message replaces another, and its button takes the focus over.
    const hadFocus = old.querySelector(":focus");
    old.replaceWith(root);
    if (hadFocus) root.querySelector("button")?.focus();
  }

  /** Replaces the article by a message. */
  #retire(root = this.#makeMessage(), stage = /** @type {"waiting" | "failed"} */ ("waiting")) {
    const life = this.#life;
    this.#life = undefined;
    this.#swap(root, stage);
    if (life) /** @type {Engine} */ (this.#engine).retire(life);
  }

  /** Releases the islands. */
  #leave() {
    if (this.#group) this.#engine?.leave(this.#group);
    this.#group = undefined;
  }

  /**
   * Ends a whole article after a panic: a copy that looks the same stays.
   *
   * @param {string} message
   */
  #freeze(message) {
    this.#stop();
    this.#life = undefined;
    this.#root = /** @type {Engine} */ (this.#engine).freeze(this.#root);
    this.#stage = "readable";
    this.#fail(failure("panic", message, true));
  }

  /**
   * Shows and reports a failure.
   *
   * @param {any} error
   */
  #fail(error) {
    /** @type {Failure} */
    const known = error.code ? error : failure("engine", `${error}`);
    this.#early = [];
    if (this.#stage !== "readable") {
      this.#retire(this.#makeMessage(known), "failed");
    } else {
      // What the reader has checked has had no effect.
      settle(this.#root);
      for (const part of /** @type {NodeListOf<HTMLInputElement>} */ (this.#root.querySelectorAll(LIVE_PARTS))) part.disabled = !known.mayPass && !part.closest("[data-alive]");
      if (known.mayPass) this.#work("touch");
    }
    const { code, message } = known;
    console.error(`<${this.localName}> ${message}`);
    dispatch(this, "error", { code, message });
  }

  /**
   * Follows a link to a place in the article itself: fragments do not reach into a shadow tree, and the page may have
   * another base address. Gives any other link.
   *
   * @param {Event} event
   */
  #lead(event) {
    const link = plainLink(event);
    const href = link?.getAttribute("href");
    const goal = href?.startsWith("#") && this.#root?.contains(/** @type {Node} */ (link)) && /** @type {HTMLElement | null} */ (this.#root.querySelector(`#${CSS.escape(href.slice(1))}`));
    if (!goal) return link;
    event.preventDefault();
    for (let around = /** @type {any} */ (goal); (around = around.parentElement?.closest("details")); ) around.open = true;
    goal.focus({ preventScroll: true });
    goal.scrollIntoView();
    return undefined;
  }

  /**
   * Dispatches the events for a link, whose default action the page can prevent.
   *
   * @param {Event} event
   */
  #navigate(event) {
    const link = this.#lead(event);
    if (!link || !this.#root?.contains(link)) return;
    const slide = link.closest(".slide");
    const isTaken =
      (slide && !dispatch(this, "teaser", teaserOf(slide, link), true)) || !dispatch(this, "navigate", { href: link.href }, true);
    if (isTaken) event.preventDefault();
  }
}

/**
 * Resets controls that are not mounted: browsers restore their state, and readers change it, without an effect.
 *
 * @param {HTMLElement} root
 */
function settle(root) {
  for (const part of /** @type {NodeListOf<HTMLInputElement>} */ (root.querySelectorAll(`${ISLAND}:not([data-alive]) [checked]`))) part.checked = true;
  for (const part of /** @type {NodeListOf<HTMLInputElement>} */ (root.querySelectorAll(`${ISLAND}:not([data-alive]) ${FILLED}`))) part.value = part.defaultValue;
}

reflect(ArticleWidgetElement.prototype);
