// Defines <article-widget>. A publisher's page loads this module; everything else that the
// widget needs is loaded from the folder that this file is in.
//
// The class owns the element's life in the page: its shadow tree, its style sheet, when it is
// mounted and when it is taken down. What the reader sees inside is the WebAssembly's.

const folder = new URL("./", import.meta.url);

// One WebAssembly instance serves every widget of the page.
let engine;

function loadEngine() {
  engine ??= import(new URL("article-widget.js", folder)).then(async (module) => {
    await module.default({ module_or_path: new URL("article-widget_bg.wasm", folder) });
    return module;
  });
  return engine;
}

class ArticleWidgetElement extends HTMLElement {
  static observedAttributes = ["src"];

  #root = document.createElement("div");
  #styles = document.createElement("link");
  #styled = new Promise((resolve) => {
    // An article without its styles is still an article, so a missing sheet holds nothing up.
    this.#styles.onload = this.#styles.onerror = resolve;
  });
  #widget;
  #mounting = false;

  constructor() {
    super();
    this.#root.setAttribute("part", "root");
    this.#root.hidden = true;
    this.#styles.rel = "stylesheet";
    this.#styles.href = new URL("article-widget.css", folder);
    this.attachShadow({ mode: "open" }).append(this.#styles, this.#root);
  }

  get src() {
    return this.getAttribute("src") ?? "";
  }

  set src(value) {
    this.setAttribute("src", value);
  }

  connectedCallback() {
    this.#mount();
  }

  attributeChangedCallback() {
    this.#widget?.setSource(this.#source());
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
    try {
      const [{ Widget }] = await Promise.all([loadEngine(), this.#styled]);
      if (!this.isConnected) return;
      // A root of its own for each mount: the last one may still be on its way out.
      const root = this.#root.cloneNode();
      root.hidden = false;
      this.#root.replaceWith(root);
      this.#root = root;
      this.#widget = new Widget(this, this.#root, this.#source());
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#mounting = false;
    }
  }

  // Without the WebAssembly: a plain message, and what the publisher put inside the element.
  #fail(error) {
    engine = undefined;
    const text = document.createElement("p");
    text.className = "status-text";
    text.textContent = "This article could not be loaded.";
    this.#root.replaceChildren(text, document.createElement("slot"));
    this.#root.hidden = false;
    this.dispatchEvent(
      new CustomEvent("article-widget-error", {
        bubbles: true,
        composed: true,
        detail: { code: "engine", message: `article-widget could not start: ${error?.message ?? error}` },
      }),
    );
  }
}

// The page may load this module twice, or another copy of it.
if (!customElements.get("article-widget")) {
  customElements.define("article-widget", ArticleWidgetElement);
}
