// Style sheets that are there while a <link> loads again: browsers do so wherever its element is moved.

// What the sheets of links say, by their addresses.
const texts = new Map();

const linksIn = (tree) => [...tree.children].filter((node) => node.matches("link[rel=stylesheet]"));

/** Keeps what the sheets of a tree say, as soon as they are there. */
export function keep(tree) {
  for (const link of linksIn(tree)) {
    const read = () => {
      try {
        texts.set(link.href, [...link.sheet.cssRules].map(({ cssText }) => cssText).join(""));
      } catch {
        // Of another site, which does not share it; it loads again then.
      }
    };
    if (link.sheet) read();
    else link.addEventListener("load", read, { once: true });
  }
}

/** Lets copies stand in for the sheets of a tree, which has been moved, until they have loaded again. */
export function bridge(element, tree) {
  const scope = tree === element ? element.getRootNode() : tree;
  const { CSSStyleSheet } = element.ownerDocument.defaultView ?? {};
  for (const link of linksIn(tree)) {
    const text = texts.get(link.href);
    if (!text || !CSSStyleSheet || link.sheet) continue;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    scope.adoptedStyleSheets.push(sheet);
    link.addEventListener("load", () => (scope.adoptedStyleSheets = scope.adoptedStyleSheets.filter((other) => other !== sheet)), { once: true });
  }
}
