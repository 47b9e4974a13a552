// What programs of a reader do to the texts of a page, as functions that run there: `(texts, words) => …` gets text nodes,
// and what is to be read in the place of one.

export const EDITORS = {
  // Translators of browsers: two elements in the place of a text.
  "elements for texts": (texts, words) => {
    for (const text of texts) {
      const [outer, inner] = [document.createElement("font"), document.createElement("font")];
      inner.textContent = words(text.data);
      outer.append(inner);
      text.replaceWith(outer);
    }
  },
  "texts for texts": (texts, words) => {
    for (const text of texts) text.replaceWith(words(text.data));
  },
  // Scripts of pages that know nothing but elements.
  "the whole of elements": (texts, words) => {
    for (const text of texts) if (text.parentNode?.childNodes.length === 1) text.parentNode.textContent = words(text.data);
  },
  "the markup of elements": (texts, words) => {
    for (const { parentNode, data } of texts) if (parentNode?.childNodes.length === 1) parentNode.innerHTML = `<b>${words(data)}</b>`;
  },
  // Reading aids and highlighters.
  "a part of texts": (texts, words) => {
    for (const text of texts) {
      text.data = words(text.data);
      const mark = document.createElement("mark");
      const rest = text.splitText(Math.ceil(text.data.length / 2));
      rest.replaceWith(mark);
      mark.append(rest);
    }
  },
};

/**
 * Lets one of them edit the article of a page; again and again, where it follows what changes. Drawings are spared, unless
 * it edits them, too.
 */
export function edit(page, editor, { isFollowing = false, isDrawn = false } = {}) {
  return page.evaluate(
    async ({ editor, isFollowing, isDrawn }) => {
      const { default: act } = await import(`data:text/javascript,export default ${encodeURIComponent(editor)}`);
      const widget = document.querySelector("article-widget");
      const root = (widget.shadowRoot ?? widget).querySelector("[part=root], .article-widget-light");
      const spared = `script, style, font, b, mark${isDrawn ? "" : ", svg"}`;
      const editAll = () => {
        const texts = [];
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const { data, parentElement } = walker.currentNode;
          // What is in capitals has been edited.
          if (data !== data.toUpperCase() && !parentElement.closest(spared)) texts.push(walker.currentNode);
        }
        act(texts, (words) => words.toUpperCase());
      };
      editAll();
      if (isFollowing) new MutationObserver(editAll).observe(root, { subtree: true, childList: true, characterData: true });
    },
    { editor: String(EDITORS[editor]), isFollowing, isDrawn },
  );
}
