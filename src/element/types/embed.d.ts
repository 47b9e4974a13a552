// Generated from the scripts in src/element by tests/e2e/types/generate.mjs.

/** Loading `embed.js` defines `<article-widget>`. */
export type {
  ArticleWidgetChartDetail,
  ArticleWidgetElement,
  ArticleWidgetErrorCode,
  ArticleWidgetEventDetails,
  ArticleWidgetEventMap,
  ArticleWidgetListening,
  ArticleWidgetProblem,
  ArticleWidgetProperties,
  ArticleWidgetSlideDetail,
  ArticleWidgetSort,
  ArticleWidgetTeaserDetail,
} from "./define.js";
