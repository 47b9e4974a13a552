// @ts-check
// The page for iframes: one widget. It reports its height to the page around it.
//
// `frame.html?src=ADDRESS` shows a document of the same site; `theme=light` or `theme=dark` can be
// added. Documents of other sites are refused: a link could show them in the name of the site that this
// file is on.

import { define } from "./define.js";

/** @param {string | null} text */
function address(text) {
  try {
    return text ? new URL(text, location.href) : undefined;
  } catch {
    return undefined;
  }
}

const asked = new URLSearchParams(location.search);
const src = address(asked.get("src"));
const widget = document.createElement("article-widget");

const styles = new CSSStyleSheet();
styles.replaceSync("body { margin: 0 }");
document.adoptedStyleSheets = [styles];

if (src?.origin === location.origin) widget.src = src.href;
else console.error(`frame.html: src is to be the address of a document of ${location.origin}`);
widget.theme = asked.get("theme") ?? "auto";

// Nothing is reported before there is something to measure: while the article loads, the frame keeps its own height.
const report = () => {
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  // A frame that is not displayed has no height; it keeps the one that it had.
  if (height) parent.postMessage({ type: "article-widget-height", height }, "*");
};
const observer = new ResizeObserver(report);
const watch = () => observer.observe(document.documentElement);
for (const name of /** @type {const} */ (["ready", "error"])) widget.addEventListener(`article-widget-${name}`, watch);
widget.addEventListener("article-widget-ready", () => {
  document.title = /** @type {any} */ (widget.shadowRoot).querySelector("h1").textContent;
  document.documentElement.lang = /** @type {any} */ (widget.shadowRoot).querySelector("[lang]").lang;
});

define();
document.body.prepend(widget);
