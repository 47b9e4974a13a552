// What the publisher has put inside the element for the time without an article.

// What shows nothing to a reader, whatever is in it; anchors have slots in the table of a chart.
const SILENT = "[hidden],[slot],[type=hidden],base,dialog:not([open]),link,meta,noscript,script,style,template,title";
// What shows something without a word.
const SHOWN = "audio,button,canvas,embed,hr,iframe,img,input,meter,object,progress,select,svg,textarea,video";

/** Whether a node shows anything to a reader. */
export function isShown(node) {
  if (!node.matches) return node.nodeType === Node.TEXT_NODE && node.data.trim();
  return !node.matches(SILENT) && (node.matches(SHOWN) || [...node.childNodes].some(isShown));
}
