// What the element adds to the types of a page. The generated define.d.ts has a copy, because JSDoc cannot express it.

import type { ArticleWidgetEventMap } from "./events.js";
import type { ArticleWidgetElement } from "./widget.js";

declare global {
  interface HTMLElementTagNameMap {
    "article-widget": ArticleWidgetElement;
  }
  // Events bubble, so that a listener may stand anywhere above.
  interface HTMLElementEventMap extends ArticleWidgetEventMap {}
  interface DocumentEventMap extends ArticleWidgetEventMap {}
}
