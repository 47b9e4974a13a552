/** Loading `embed.js` defines `<article-widget>`. */
export type {
  ArticleWidgetChartDetail,
  ArticleWidgetElement,
  ArticleWidgetErrorCode,
  ArticleWidgetEventMap,
  ArticleWidgetProblem,
  ArticleWidgetSlideDetail,
  ArticleWidgetSort,
  ArticleWidgetTeaserDetail,
} from "./define.js";
