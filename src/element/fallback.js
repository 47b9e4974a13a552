// @ts-check
// The content that the publisher has put inside the element. It is shown while there is no article.

// Elements that are invisible, whatever they contain. Those with `slot` are anchors for the table of a chart.
const SILENT = "[hidden],[slot],[type=hidden],base,dialog:not([open]),link,meta,noscript,script,style,template,title";
// Elements that are visible without a text.
const SHOWN = "audio,button,canvas,embed,hr,iframe,img,input,meter,object,progress,select,svg,textarea,video";

/**
 * Whether a reader sees anything of a node.
 *
 * @param {any} node
 * @returns {unknown}
 */
export function isVisible(node) {
  if (!node.matches) return node.nodeType === Node.TEXT_NODE && node.data.trim();
  return !node.matches(SILENT) && (node.matches(SHOWN) || [...node.childNodes].some(isVisible));
}
