// @ts-check
// Style sheets: copies for the time in which a moved <link> loads again, and the sheet that a mounted article needs.

import { liveSheetAddress, sheetAddress } from "./files.js";
import { make } from "./make.js";

// Milliseconds that an article waits for its styles. After that it is shown without them.
const PATIENCE = 4000;

// The rules of the sheets, by their addresses.
/** @type {Map<string, string>} */
const texts = new Map();

/** @param {ParentNode} tree */
const linksIn = (tree) => /** @type {HTMLLinkElement[]} */ ([...tree.children].filter((node) => node.matches("link[rel=stylesheet]")));

/**
 * Whether a tree is that of the page: a shadow tree has a host.
 *
 * @param {ParentNode & { host?: unknown }} tree
 */
const isLight = (tree) => !tree.host;

/**
 * Makes a link to the widget's style sheet for a tree.
 *
 * @param {ParentNode} tree
 * @param {(isLight: boolean) => string} [address]
 */
export const linkFor = (tree, address = sheetAddress) => make("link", { rel: "stylesheet", href: address(isLight(tree)) });

/**
 * Keeps the rules of the sheets of a tree when they have loaded. A link takes the place of styles in the markup that the
 * page's policy blocks.
 *
 * @param {ParentNode} tree
 */
export function keepRules(tree) {
  for (const style of /** @type {NodeListOf<HTMLStyleElement>} */ (tree.querySelectorAll("[data-sheet]"))) if (!style.sheet) style.replaceWith(linkFor(tree));
  for (const link of linksIn(tree)) {
    const read = () => {
      if (texts.has(link.href)) return;
      try {
        texts.set(link.href, [.../** @type {CSSStyleSheet} */ (link.sheet).cssRules].map(({ cssText }) => cssText).join(""));
      } catch {
        // The sheet of another site that does not share it cannot be read; it loads again without a copy.
      }
    };
    // Reading takes a slow phone as long as a frame or two, and the article is to be painted first.
    const readLater = () => /** @type {any} */ (globalThis.requestIdleCallback ?? setTimeout)(read, { timeout: 1000 });
    if (link.sheet) readLater();
    else link.addEventListener("load", readLater, { once: true });
  }
}

/**
 * Adopts a sheet with these rules. It gives none where the browser cannot.
 *
 * @param {HTMLElement} element
 * @param {Document | ShadowRoot} scope
 * @param {string} text
 */
export function adoptRules(element, scope, text) {
  const { CSSStyleSheet } = /** @type {Partial<typeof globalThis>} */ (element.ownerDocument.defaultView ?? {});
  if (!CSSStyleSheet || !scope.adoptedStyleSheets) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  scope.adoptedStyleSheets = [...scope.adoptedStyleSheets, sheet];
  return sheet;
}

/**
 * Adopts copies of the sheets of a tree that has been moved, until they have loaded again.
 *
 * @param {HTMLElement} element
 * @param {HTMLElement | ShadowRoot} tree
 */
export function adoptCopies(element, tree) {
  const scope = /** @type {Document | ShadowRoot} */ (tree === element ? element.getRootNode() : tree);
  for (const link of linksIn(tree)) {
    const text = texts.get(link.href);
    const sheet = text && !link.sheet && adoptRules(element, scope, text);
    if (!sheet) continue;
    link.addEventListener("load", () => (scope.adoptedStyleSheets = scope.adoptedStyleSheets.filter((other) => other !== sheet)), { once: true });
  }
}

/**
 * Adds the styles that only a mounted article needs to the tree of a root. It does not wait for them. Styles in the markup
 * that another release has written do not fit what this one renders: it resolves when a link has taken their place.
 *
 * @param {HTMLElement} root
 */
export async function addStyles(root) {
  const tree = /** @type {HTMLElement} */ (root.parentNode);
  // A policy that allows the styles in the markup by their nonce allows these, too.
  const { nonce = "" } = tree.querySelector("style") ?? {};
  if (!linksIn(tree).some(({ href }) => href === liveSheetAddress(isLight(tree)))) {
    const live = linkFor(tree, liveSheetAddress);
    live.nonce = nonce;
    root.before(live);
  }
  const old = tree.querySelector(`[data-sheet]:not([data-sheet="${SHEETS}"])`);
  if (!old) return;
  const link = linkFor(tree);
  link.nonce = nonce;
  old.after(link);
  await loading(link);
  (link.sheet ? old : link).remove();
}

/**
 * Settles when a sheet has loaded, or will not be waited for.
 *
 * @param {HTMLLinkElement} link
 */
export function loading(link) {
  return new Promise((resolve) => {
    link.onload = link.onerror = resolve;
    setTimeout(resolve, PATIENCE);
  });
}
