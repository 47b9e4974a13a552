// @ts-check
// Where the other files of the release are: beside the script that asks for them. Their addresses stand here in the form in
// which Vite, webpack and others look for files to copy, so that the widget also works in what these tools make of it.

/**
 * The WebAssembly.
 *
 * @param {string} query
 */
export const wasmAddress = (query) => new URL("./article-widget_bg.wasm", import.meta.url) + query;

/**
 * The style sheet of an article.
 *
 * @param {boolean} isLight whether the article stands among the page's own elements
 */
export const sheetAddress = (isLight) => (isLight ? new URL("./article-widget.light.css", import.meta.url) : new URL("./article-widget.css", import.meta.url)).href;

/**
 * The style sheet of what only a mounted article needs.
 *
 * @param {boolean} isLight
 */
export const liveSheetAddress = (isLight) => (isLight ? new URL("./article-widget.live.light.css", import.meta.url) : new URL("./article-widget.live.css", import.meta.url)).href;

/**
 * The texts of a language, or their names.
 *
 * @param {string} name
 */
export const textsAddress = (name) => new URL(`./messages/${name}.json`, import.meta.url);

// The next imports stay as they are in the bundles: see xtask/src/bundle/esbuild.rs.

export const loadLive = () => import("./article-widget.js");

export const loadFeed = () => import("./feed.js");

export const loadHtml = () => import("./html.js");

export const loadLanguages = () => import("./languages.js");

/**
 * Loads a script again, at an address of its own: browsers do not request a module twice, not even one that did not come.
 *
 * @param {string} path
 * @returns {Promise<any>}
 */
export const loadAgain = (path) => import(path);
