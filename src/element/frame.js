// @ts-check
// The page for iframes: one widget. It reports its height to the page around it.
//
// `frame.html?src=ADDRESS` shows a document, or HTML that was prerendered, of the same site; `theme=light` or `theme=dark`
// can be added. Those of other sites are refused: a link could show them in the name of the site that this file is on.

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

// The article, or the message that it has failed. An article in HTML is read long before it is alive.
const shown = () => /** @type {HTMLElement | null | undefined} */ (widget.shadowRoot?.querySelector(".article-widget,[role=alert]"));
// Nothing is reported before there is something to measure: while the article loads, the frame keeps its own height.
const report = () => {
  if (!shown()) return;
  name();
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  // A frame that is not displayed has no height; it keeps the one that it had.
  if (height) parent.postMessage({ type: "article-widget-height", height }, "*");
};
// The frame has the title and the language of its article.
const name = () => {
  const headline = shown()?.querySelector("h1");
  if (!headline) return;
  document.title = /** @type {string} */ (headline.textContent);
  document.documentElement.lang = /** @type {HTMLElement} */ (shown()).lang;
};
new ResizeObserver(report).observe(document.documentElement);
for (const event of /** @type {const} */ (["ready", "error"])) widget.addEventListener(`article-widget-${event}`, report);

define();
document.body.prepend(widget);
