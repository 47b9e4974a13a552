// @ts-check
// The element: its callbacks, where its document comes from, what it shows while the article is not mounted, and its
// events.
//
// The reader sees one root: `<div part="root">` in the shadow tree, or `<div class="article-widget-light">` among
// the children of an element that was prerendered with `--light`. The stage says what the root shows:
//
//   waiting   the publisher's own content, or a message that the article is loading
//   readable  an article whose text belongs to the page: prerendered (in the page, or in the HTML that `src` names),
//             or left by a panic. Its charts and rows of stories, the islands, are mounted by themselves
//   alive     an article that is rendered as a whole
//   failed    the publisher's own content, or a message with a button
//
// A new root replaces the old one when it is complete, so the reader never sees half an article.

/** @import { ArticleWidgetProblem } from "./events.js" */
/** @import { Engine, Failure, IslandGroup, Mounted, QueuedEvent, LoadedDocument } from "./types.js" */

// In the order that compresses best.
import { savedHeight } from "./height.js";
import { loadEngine } from "./engine.js";
import { dispatch } from "./events.js";
import { askForTexts, wordsFor } from "./english.js";
import { failure } from "./failure.js";
import { FILLED, ISLAND, LIVE_PARTS, PRESSED, adopt, resetControls } from "./controls.js";
import { loadAgain, loadHtml } from "./files.js";
import { findRoot } from "./find.js";
import { toText } from "./json.js";
import { make, makeRoot } from "./make.js";
import { makeMessage } from "./message.js";
import { followInside, navigate } from "./links.js";
import { isInWindow, isLinked, watchNear } from "./near.js";
import { isVisible } from "./fallback.js";
import { SKELETON } from "./skeleton.js";
import { adoptCopies, adoptRules, keepRules, linkFor, loading } from "./sheets.js";
import { ATTRIBUTES, Base, reflect, upgrade } from "./properties.js";
import { findDocument, isHtml } from "./wanted.js";

// Events that end the wait for the reader.
const TOUCHES = ["pointerdown", "focusin", "keydown", "keypress", "keyup", "click", "input"];

/**
 * A news article with a chart of spending commitments and a carousel of related stories.
 *
 * @element article-widget
 * @slot - Stands there while there is no article.
 * @csspart root - Everything that is shown.
 * @csspart article - The text with its head and its chart.
 * @csspart headline - The title of the article.
 * @csspart chart - A chart with its controls and notes.
 * @csspart carousel - The related stories.
 * @csspart teaser - The card of one related story.
 * @cssprop --article-widget-paper - The ground; that of the page, unless it is set.
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

  // The parent of the root: the shadow tree, or the element itself. It is set with the first root.
  /** @type {HTMLElement | ShadowRoot} */ #tree;
  /** @type {HTMLElement} */ #root;
  /** @type {"waiting" | "readable" | "alive" | "failed"} */ #stage = "waiting";
  // The engine (see live.js), and what it has mounted: a whole article, or the islands of one.
  /** @type {Engine | undefined} */ #engine;
  /** @type {Mounted | undefined} */ #mounted;
  /** @type {IslandGroup | undefined} */ #group;
  // The work under way. It is replaced or removed when its result is not wanted any more.
  /** @type {AbortController | undefined} */ #task;
  // Ends the wait for the reader.
  /** @type {(() => void) | undefined} */ #wake;
  /** @type {number | undefined} */ #scheduled;
  /** @type {number | undefined} */ #leaving;
  // Settles when the styles have loaded, or have failed to.
  /** @type {Promise<unknown> | undefined} */ #styled;
  /** @type {object | null | undefined} */ #article;
  // The same as JSON, or an error where it cannot be JSON.
  /** @type {string | Error | undefined} */ #text;
  // Whether `src` has taken the place of the JSON inside the element.
  /** @type {boolean | undefined} */ #isReplaced;
  // Events from before the article was mounted.
  /** @type {QueuedEvent[]} */ #queue = [];

  constructor() {
    super();
    for (const name of TOUCHES) this.addEventListener(name, (event) => this.#touch(event), true);
    this.addEventListener("click", (event) => navigate(this, this.#root, event));
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
    // The same goes for a document that equals the shown one, wherever that comes from.
    const isThere = !this.#task && this.#engine?.isShown(this.#mounted ?? this.#group, text);
    const isChange = !isThere && text !== this.#text && (text || this.#text);
    this.#article = value;
    this.#text = text;
    if (isChange) this.#change();
  }

  /** @internal */
  connectedCallback() {
    clearTimeout(this.#leaving);
    upgrade(this);
    if (this.#root) adoptCopies(this, this.#tree);
    // The element opens at once where a script has inserted it, and where the reader comes back to the page: browsers restore
    // the scroll position before they run scheduled tasks.
    else if (document.readyState !== "loading") {
      const root = findRoot(this);
      if (root || savedHeight(this)) this.#open(root);
    }
    if (!(this.#mounted ?? this.#group) && !this.#task) this.#schedule();
  }

  // With this method, `moveBefore` does not disconnect the element.
  /** @internal */
  connectedMoveCallback() {}

  /** @internal */
  disconnectedCallback() {
    // An element that is moved is back in the page at once, and keeps what is mounted.
    this.#leaving = setTimeout(() => {
      this.#stop();
      if (this.#mounted) this.#replace(this.#makeMessage(), "waiting");
      this.#releaseIslands();
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
      this.#isReplaced = true;
      this.#change();
    }
    // A feed changes one row only.
    const article = this.#mounted ?? this.#group;
    if (name === "related-src" && before !== now && article) this.#engine?.relate(article, now);
    // `loading="eager"` ends the wait for the reader.
    if (now === "eager") this.#wake?.();
  }

  /** Starts over, because another document is wanted. */
  #change() {
    // Before the element has begun, there is nothing to change.
    if (!this.#root) return;
    // The readable article is not the wanted one. It stays until the wanted one is complete or has failed.
    if (this.#stage === "readable") this.#stage = "waiting";
    this.#queue = [];
    this.#schedule();
  }

  /** The reader does something: ends the wait for the reader, and queues the event. */
  #touch(/** @type {Event & Partial<MouseEvent & KeyboardEvent>} */ event) {
    this.#wake?.();
    const [target] = /** @type {[HTMLInputElement]} */ (/** @type {unknown} */ (event.composedPath()));
    // Keys that type text do not reach the shortcuts of the page. The page cannot see that the target is a field: for
    // events in a shadow tree, the target is the element.
    const isSign = event.key?.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (isSign && this.#tree !== this && target.matches(FILLED)) event.stopPropagation();
    // Keys that activate a control arrive as clicks.
    const parts = /** @type {Record<string, string>} */ ({ click: PRESSED, input: FILLED })[event.type];
    const isOfIsland = parts && this.#stage === "readable" && this.#task && this.#root.contains(target) && target.closest(parts);
    if (!isOfIsland || target.closest("[data-alive]")) return;
    this.#queue.push({ event, target, value: target.value });
    // The page gets the event when it is dispatched again. The browser's default action (check, scroll) happens now;
    // for the second event the views prevent it.
    event.stopPropagation();
    followInside(event, this.#root);
  }

  /** Resolves when the reader comes near one of the targets, or touches the element. */
  #near(/** @type {Iterable<Element> & { length: number }} */ targets) {
    return new Promise((/** @type {(value?: undefined) => void} */ resolve) => (this.#wake = watchNear(targets, resolve)));
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
        this.#group = { mounted: new Set(), root: this.#root };
        this.#task = undefined;
        dispatch(this, "ready", { problems: [] });
        return;
      }
      if (occasion === "touch") await this.#near([]);
      if (occasion === "start" && this.loading !== "eager" && !(this.#mounted ?? this.#group) && this.#stage !== "failed") {
        const isReadable = this.#stage === "readable";
        if (!isLinked(this) && (isReadable || !isInWindow(this))) await this.#near(isReadable ? this.#root.querySelectorAll(LIVE_PARTS) : [this]);
      }
      if (signal.aborted) return;
      const hasIslands = this.#hasIslands();
      let wanted = findDocument(this, this.#text, !this.#isReplaced, task, hasIslands && this.#root);
      if (!wanted.isHtml) loadEngine().catch(() => {});
      if (!hasIslands && (await isHtml(wanted))) {
        wanted = await (await loadHtml().catch(() => loadAgain(`./html.js?${Date.now()}`))).take(this, wanted, task, this.#tree === this);
        await this.#styled;
        if (signal.aborted) return;
        if (wanted.root) {
          this.#replace(wanted.root, "readable");
          return void this.#work("start");
        }
      }
      askForTexts(this, this.#root);
      const [engine] = await Promise.all([loadEngine(), this.#styled]);
      if (signal.aborted) return;
      this.#engine = engine;
      wanted.text ??= await engine.getText(wanted, task);
      if (signal.aborted) return;
      const problems = await (this.#hasIslands() ? this.#hydrate(/** @type {LoadedDocument} */ (wanted), signal) : this.#mount(/** @type {LoadedDocument} */ (wanted), signal));
      if (signal.aborted) return;
      const queue = this.#queue;
      this.#queue = [];
      this.#task = undefined;
      engine.replay(queue, this.#root);
      dispatch(this, "ready", { problems });
    } catch (/** @type {any} */ error) {
      // The task was aborted by code that has begun another one.
      if (task !== this.#task) return;
      this.#task = undefined;
      // A whole article is tried once more.
      if (error.code === "panic" && !this.#hasIslands() && occasion !== "again") {
        this.#mounted = undefined;
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
      adopt(found);
    } else {
      const styles = linkFor(this.#tree);
      this.#styled = loading(styles);
      this.#root = this.#makeMessage();
      this.#tree.append(styles, this.#root);
      adoptRules(this, /** @type {ShadowRoot} */ (this.#tree), SKELETON + (savedHeight(this) ?? ""));
    }
    keepRules(this.#tree);
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
    const isFallback = this.#tree !== this && [...this.childNodes].some(isVisible);
    return isFallback ? makeRoot(make("slot", {})) : makeMessage(Promise.all([wordsFor(this), this.#styled]), () => this.#work("again"), failure);
  }

  /** Renders the whole article; gives the problems of its document. */
  async #mount(/** @type {LoadedDocument} */ loaded, /** @type {AbortSignal} */ signal) {
    const engine = /** @type {Engine} */ (this.#engine);
    const mounted = await engine.render(loaded, {
      mounted: this.#mounted,
      root: this.#root,
      queue: this.#queue,
      element: this,
      onPanic: (message) => this.#freeze(message),
    });
    // Another article is wanted by now, and is not mounted in this one.
    if (signal.aborted && mounted !== this.#mounted) engine.releaseMounted(mounted);
    else {
      this.#mounted = mounted;
      this.#swap(mounted.root, "alive");
    }
    return /** @type {ArticleWidgetProblem[]} */ (mounted.problems);
  }

  /** Mounts the islands of the article; gives the problems of its data. */
  async #hydrate(/** @type {LoadedDocument} */ loaded, /** @type {AbortSignal} */ signal) {
    /** @type {IslandGroup} */
    const group = (this.#group ??= { mounted: new Set(), root: this.#root });
    const onFailure = (/** @type {Error} */ error) => this.#fail(error);
    await /** @type {Engine} */ (this.#engine).hydrate(loaded, { group, queue: this.#queue, element: this, signal, onFailure });
    return group.problems ?? [];
  }

  /** Replaces the root. */
  #swap(/** @type {HTMLElement} */ root, /** @type {"waiting" | "readable" | "alive" | "failed"} */ stage) {
    this.#stage = stage;
    const old = this.#root;
    this.#root = root;
    if (old === root) return;
    this.#releaseIslands();
    // An article in the page's own tree keeps the class that its styles need, and the prefix of its ids.
    if (old.className) {
      root.className = old.className;
      root.dataset.names ??= old.dataset.names ?? "";
      root.removeAttribute("part");
    }
    if (this.#engine) return this.#engine.swap(old, root);
    // A message gives way, and the headline or the button of another one takes the focus over.
    const hadFocus = old.querySelector(":focus");
    old.replaceWith(root);
    if (hadFocus) /** @type {HTMLElement | null} */ (root.querySelector("h1,button"))?.focus();
  }

  /** Replaces what is mounted, by a message or an article whose text belongs to the page. */
  #replace(/** @type {HTMLElement} */ root, /** @type {"waiting" | "readable" | "failed"} */ stage) {
    const mounted = this.#mounted;
    this.#mounted = undefined;
    this.#swap(root, stage);
    if (mounted) /** @type {Engine} */ (this.#engine).releaseMounted(mounted);
  }

  /** Releases the islands. */
  #releaseIslands() {
    if (this.#group) this.#engine?.releaseIslands(this.#group);
    this.#group = undefined;
  }

  /** Ends a whole article after a panic: a copy that looks the same stays. */
  #freeze(/** @type {string} */ message) {
    this.#stop();
    this.#mounted = undefined;
    this.#root = /** @type {Engine} */ (this.#engine).freeze(this.#root);
    this.#stage = "readable";
    this.#fail(failure("panic", message, true));
  }

  /** Shows and reports a failure. */
  #fail(/** @type {any} */ error) {
    /** @type {Failure} */
    const known = error.code ? error : failure("engine", `${error}`, true);
    this.#queue = [];
    if (this.#stage !== "readable") {
      this.#replace(this.#makeMessage(known), "failed");
    } else {
      // Controls that the reader has checked have had no effect.
      resetControls(this.#root);
      for (const part of /** @type {NodeListOf<HTMLInputElement>} */ (this.#root.querySelectorAll(LIVE_PARTS))) if (!part.closest("[data-alive]")) part.disabled = !known.isRetryable;
      if (known.isRetryable) this.#work("touch");
    }
    console.error(`<${this.localName}> ${known.message}`);
    dispatch(this, "error", { code: known.code, message: known.message });
  }
}

reflect(ArticleWidgetElement.prototype);
