// The page for iframes: one widget, and its height told to the page around.
//
// `frame.html?src=ADDRESS` shows a document of the same site; `theme=light` or `theme=dark` can be
// added. Other sites' documents are refused: whoever could choose one would speak in the name of
// the site that this file is on.

import { define } from "./define.js";

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

// Not before there is something to measure: while it loads, the frame keeps its own height.
const tell = () => {
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  // Where the page around does not show the frame, it has no height: it keeps the one that it had.
  if (height) parent.postMessage({ type: "article-widget-height", height }, "*");
};
const observer = new ResizeObserver(tell);
const watch = () => observer.observe(document.documentElement);
for (const name of ["ready", "error"]) widget.addEventListener(`article-widget-${name}`, watch);
widget.addEventListener("article-widget-ready", () => {
  document.title = widget.shadowRoot.querySelector("h1").textContent;
  document.documentElement.lang = widget.shadowRoot.querySelector("[lang]").lang;
});

define();
document.body.prepend(widget);
