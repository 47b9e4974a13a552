// @ts-check
// Style sheets: copies for the time in which a moved <link> loads again, and the sheet that a mounted article needs.

import { folder } from "./engine.js";
import { make } from "./make.js";

// Milliseconds that an article waits for its styles. After that it is shown without them.
const PATIENCE = 4000;

// The rules of the sheets, by their addresses.
/** @type {Map<string, string>} */
const texts = new Map();

/** @param {ParentNode} tree */
const linksIn = (tree) => /** @type {HTMLLinkElement[]} */ ([...tree.children].filter((node) => node.matches("link[rel=stylesheet]")));

/**
 * Keeps the rules of the sheets of a tree when they have loaded.
 *
 * @param {ParentNode} tree
 */
export function keepRules(tree) {
  for (const link of linksIn(tree)) {
    const read = () => {
      try {
        texts.set(link.href, [.../** @type {CSSStyleSheet} */ (link.sheet).cssRules].map(({ cssText }) => cssText).join(""));
      } catch {
        // The sheet of another site that does not share it cannot be read; it loads again without a copy.
      }
    };
    if (link.sheet) read();
    else link.addEventListener("load", read, { once: true });
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
 * Adds the styles that only a mounted article needs to the tree of a root. It does not wait for them.
 *
 * @param {HTMLElement} root
 */
export function addStyles(root) {
  const tree = /** @type {HTMLElement & Partial<ShadowRoot>} */ (root.parentNode);
  // A shadow tree has a host; the element itself has none.
  const href = `${folder}article-widget.live${tree.host ? "" : ".light"}.css`;
  if (/** @type {HTMLLinkElement[]} */ ([...tree.children]).some((child) => child.href === href)) return;
  // A policy that allows the styles in the markup by their nonce allows these, too.
  const nonce = tree.querySelector("style")?.nonce;
  root.before(make("link", { rel: "stylesheet", href, ...(nonce && { nonce }) }));
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
