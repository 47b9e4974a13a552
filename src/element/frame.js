// @ts-check
// The page for iframes: one widget. It reports its height to the page around it, and takes a theme from that page.
//
// `frame.html?src=ADDRESS` shows a document, or HTML that was prerendered, of the same site, or of an origin that the file
// `frame.json` beside it names; `theme=light` or `theme=dark` can be added. All others are refused: a link could show them in
// the name of the site that this file is on. `base=document` lets relative addresses begin at the document, as they always do
// for those of other origins.

import { define } from "./define.js";

// Milliseconds to wait for `frame.json`.
const PATIENCE = 20_000;

/** @param {string | null} text */
function address(text) {
  try {
    return text ? new URL(text, location.href) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether `frame.json` names another origin, exactly as browsers write it. A wildcard, `null` or an address equals none.
 *
 * @param {string} origin
 */
async function isNamed(origin) {
  const { href } = new URL("frame.json", location.href);
  try {
    // An origin that was taken out of the file is refused at once.
    const answer = await fetch(href, { cache: "no-cache", redirect: "error", signal: AbortSignal.timeout?.(PATIENCE) });
    if (!answer.ok) throw Error(`the server answered ${answer.status}`);
    const origins = (await answer.json())?.origins;
    if (!Array.isArray(origins)) throw Error("there is no list `origins` in it");
    if (origins.includes(origin)) return true;
    throw Error("the origin is not in the list");
  } catch (/** @type {any} */ error) {
    console.error(`frame.html: documents of ${origin} are not shown: ${href}: ${error.message}: write { "origins": ["${origin}"] } there if they may be`);
    return false;
  }
}

/** The address of what is shown, if it may be. */
async function source() {
  const src = address(asked.get("src"));
  const isWeb = src && /^https?:$/.test(src.protocol) && !src.username && !src.password;
  if (isWeb && (src.origin === location.origin || (await isNamed(src.origin)))) return src;
  if (!isWeb) console.error("frame.html: src is to be the address of a document: http or https, without a user's name");
}

/**
 * Allows requests to the site of the frame and that of the document alone. The browser applies this to redirects, too, and
 * to the document that HTML names.
 *
 * @param {URL} src
 */
function restrict({ origin }) {
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  // In a sandbox, the frame has no origin that `'self'` could be.
  const own = self.origin === location.origin ? "'self'" : location.origin;
  policy.content = `connect-src ${own} ${origin === location.origin ? "" : origin}`;
  document.head.append(policy);
}

/** Shows the article, or the message that there is none. */
async function show() {
  const src = await source();
  if (src) {
    restrict(src);
    const base = document.querySelector("base");
    if (base && (src.origin !== location.origin || asked.get("base") === "document")) base.href = src.href;
    widget.src = src.href;
  }
  define();
  document.body.prepend(widget);
}

const asked = new URLSearchParams(location.search);
const widget = document.createElement("article-widget");
widget.theme = asked.get("theme") ?? "auto";

const styles = new CSSStyleSheet();
styles.replaceSync("body { margin: 0 }");
document.adoptedStyleSheets = [styles];

// The article, or the message that it has failed. An article in HTML is read long before it is alive.
const shown = () => /** @type {HTMLElement | null | undefined} */ (widget.shadowRoot?.querySelector(".article-widget,[role=alert]"));
// Nothing is reported before there is something to measure: while the article loads, the frame keeps its own height.
const report = () => {
  if (!shown()) return;
  name();
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  // A frame that is not displayed has no height; it keeps the one that it had. Any page around it may know the height.
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

// The listener is there before the page around the frame gets its `load`.
addEventListener("message", ({ source, data }) => {
  const isTheme = source === parent && data?.type === "article-widget-theme" && ["auto", "light", "dark"].includes(data.theme);
  if (isTheme) widget.theme = data.theme;
});

show();
