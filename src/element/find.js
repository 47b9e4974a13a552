// @ts-check
// Finds the root of the article that is prerendered in an element.

// In releases before 0.2 the root in the page's own tree was a part as well.
const ROOT = ".article-widget-light, [part=root]";

/**
 * The root of a prerendered article; `undefined` where there is none.
 *
 * @param {HTMLElement} element
 * @returns {HTMLElement | undefined}
 */
export function findRoot(element) {
  const template = /** @type {HTMLTemplateElement | null} */ (element.querySelector(":scope > template[shadowrootmode]"));
  // Only the parser of a page makes a shadow tree of such a template, not a script that inserts markup.
  if (template && !element.shadowRoot) element.attachShadow({ mode: "open" }).append(template.content);
  const within = /** @type {HTMLElement[]} */ ([...element.children, ...(element.shadowRoot?.children ?? [])]);
  return within.find(isArticle) ?? fallen(element);
}

/**
 * Whether a node is the root of an article. The root of a message is removed: a copied element comes with one.
 *
 * @param {Element} node
 */
function isArticle(node) {
  if (!node.matches(ROOT)) return false;
  const isOne = node.querySelector(".article-widget");
  if (!isOne) node.remove();
  return isOne;
}

/**
 * Moves a root back into its element. A parser ends a paragraph where a block begins, so that the root of an element in
 * a paragraph stands after the paragraph.
 *
 * @param {HTMLElement} element
 */
function fallen(element) {
  const start = /** @type {HTMLElement | null | undefined} */ (element.closest("p")?.nextElementSibling);
  if (!start?.matches(ROOT)) return undefined;
  const data = start.nextElementSibling;
  element.append(start, ...(data?.matches("script[type='application/json']") ? [data] : []));
  return start;
}
