// Defines <article-widget>. A publisher's page loads this module; everything else that the
// widget needs is loaded from the folder that this file is in.
//
// The class owns the element's life in the page: its shadow tree, its style sheet, when it is
// mounted and when it is taken down. What the reader sees of the article is the WebAssembly's;
// what stands there before and without it, is made here, in the same markup (see shell.rs).

const folder = new URL("./", import.meta.url);

// How long an article waits for its styles, in milliseconds. Without them it is still an article.
const PATIENCE = 4000;

// One WebAssembly instance serves every widget of the page.
let engine;

function loadEngine() {
  engine ??= import(new URL("article-widget.js", folder)).then(async (module) => {
    await module.default({ module_or_path: new URL("article-widget_bg.wasm", folder) });
    return module;
  });
  return engine;
}

function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

class ArticleWidgetElement extends HTMLElement {
  static observedAttributes = ["src"];

  #root = make("div", { part: "root" });
  #styled;
  #widget;
  #mounting = false;

  constructor() {
    super();
    const styles = make("link", { rel: "stylesheet", href: new URL("article-widget.css", folder) });
    this.#styled = new Promise((resolve) => {
      styles.onload = styles.onerror = resolve;
      setTimeout(resolve, PATIENCE);
    });
    this.attachShadow({ mode: "open" }).append(styles, this.#root);
  }

  get src() {
    return this.getAttribute("src") ?? "";
  }

  set src(value) {
    this.setAttribute("src", value);
  }

  connectedCallback() {
    // A page may have set the property before this module was loaded.
    if (Object.hasOwn(this, "src")) {
      const { src } = this;
      delete this.src;
      this.src = src;
    }
    this.#mount();
  }

  attributeChangedCallback() {
    if (this.#widget) this.#widget.setSource(this.#source());
    else if (this.isConnected) this.#mount();
  }

  disconnectedCallback() {
    // An element that is moved is out of the page for a moment only: it keeps its widget.
    queueMicrotask(() => {
      if (!this.isConnected) {
        this.#widget?.destroy();
        this.#widget = undefined;
      }
    });
  }

  // Relative addresses belong to the page, as those of an <img> do.
  #source() {
    return this.getAttribute("src") ?? undefined;
  }

  async #mount() {
    if (this.#widget || this.#mounting) return;
    this.#mounting = true;
    // Without its styles it would have margins that push the page around.
    const waiting = this.#status("status", "Loading the article …");
    waiting.hidden = true;
    this.#styled.then(() => (waiting.hidden = false));
    this.#show(make("slot", {}, waiting));
    try {
      const [{ Widget }] = await Promise.all([loadEngine(), this.#styled]);
      if (this.isConnected) this.#widget = new Widget(this, this.#show(), this.#source());
    } catch (error) {
      if (this.isConnected) this.#fail(error);
    } finally {
      this.#mounting = false;
    }
  }

  #fail(error) {
    engine = undefined;
    const message = `article-widget could not start: ${error?.message ?? error}`;
    const failed = this.#status("alert", "This article could not be loaded.");
    failed.classList.add("status-failed");
    const retry = make("button", { class: "status-button", type: "button" }, "Try again");
    retry.onclick = () => this.#mount();
    failed.append(make("p", { class: "status-detail" }, message), retry, make("slot", {}));
    this.#show(failed);
    console.error(`<article-widget> ${message}`);
    this.dispatchEvent(
      new CustomEvent("article-widget-error", {
        bubbles: true,
        composed: true,
        detail: { code: "engine", message },
      }),
    );
  }

  #status(role, text) {
    return make("div", { class: "status", role, lang: "en" }, make("p", { class: "status-text" }, text));
  }

  // Every stage gets a root of its own: the last one may still be on its way out.
  #show(...children) {
    const root = this.#root.cloneNode();
    root.append(...children);
    this.#root.replaceWith(root);
    this.#root = root;
    return root;
  }
}

// The page may load this module twice, or another copy of it.
if (!customElements.get("article-widget")) {
  customElements.define("article-widget", ArticleWidgetElement);
}
