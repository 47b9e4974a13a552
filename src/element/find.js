// The root of an article that an element comes with.

// In releases before 0.2 the root in the page's own tree was a part, too.
const ROOT = ".article-widget-light, [part=root]";

/** The root of a prerendered article; `undefined` where there is none. */
export function findRoot(element) {
  const template = element.querySelector(":scope > template[shadowrootmode]");
  // A script that puts markup into a page makes no shadow tree of it, as the parser of a page does.
  if (template && !element.shadowRoot) element.attachShadow({ mode: "open" }).append(template.content);
  const within = [...element.children, ...(element.shadowRoot?.children ?? [])];
  return within.find(isArticle) ?? fallen(element);
}

/** An article; not the message of another element, which this one is a copy of. */
function isArticle(node) {
  if (!node.matches(ROOT)) return false;
  const isOne = node.querySelector(".article-widget");
  if (!isOne) node.remove();
  return isOne;
}

/**
 * A paragraph ends where a block begins: what was written into an element in a paragraph stands behind that. It is
 * put back.
 */
function fallen(element) {
  const start = element.closest("p")?.nextElementSibling;
  if (!start?.matches(ROOT)) return undefined;
  const data = start.nextElementSibling;
  element.append(start, ...(data?.matches("script[type='application/json']") ? [data] : []));
  return start;
}
