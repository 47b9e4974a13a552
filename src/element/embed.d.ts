/** Loading `embed.js` defines `<article-widget>`. */
export type {
  ArticleWidgetChartDetail,
  ArticleWidgetElement,
  ArticleWidgetErrorCode,
  ArticleWidgetEventMap,
  ArticleWidgetProblem,
  ArticleWidgetSort,
} from "./define.js";
