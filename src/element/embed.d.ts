/** Loading `embed.js` defines `<article-widget>`. */
export type {
  ArticleWidgetElement,
  ArticleWidgetErrorCode,
  ArticleWidgetEventMap,
  ArticleWidgetProblem,
} from "./define.js";
