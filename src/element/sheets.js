// @ts-check
// Copies of style sheets, for the time in which a moved <link> loads again.

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
export function keep(tree) {
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
 * Adopts copies of the sheets of a tree that has been moved, until they have loaded again.
 *
 * @param {HTMLElement} element
 * @param {HTMLElement | ShadowRoot} tree
 */
export function bridge(element, tree) {
  const scope = /** @type {Document | ShadowRoot} */ (tree === element ? element.getRootNode() : tree);
  const { CSSStyleSheet } = /** @type {Partial<typeof globalThis>} */ (element.ownerDocument.defaultView ?? {});
  for (const link of linksIn(tree)) {
    const text = texts.get(link.href);
    if (!text || !CSSStyleSheet || link.sheet) continue;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    scope.adoptedStyleSheets.push(sheet);
    link.addEventListener("load", () => (scope.adoptedStyleSheets = scope.adoptedStyleSheets.filter((other) => other !== sheet)), { once: true });
  }
}
