// @ts-check
// The events of the element: their names, their details, and the one function that dispatches them.

/**
 * Why there is no article, or why it stopped working: `detail.code` of `article-widget-error`.
 *
 * - `no-source`: The element has neither `src` nor `article` nor JSON inside.
 * - `network`: No answer came from the server of the document, in several tries.
 * - `http`: The server answered with an error.
 * - `timeout`: The document was not there in time.
 * - `too-large`: The answer is longer than any document.
 * - `not-json`: The document is not JSON.
 * - `document`: The JSON is not a document that can be shown.
 * - `engine`: The WebAssembly could not be loaded or started.
 * - `blocked`: The page's Content Security Policy forbids WebAssembly.
 * - `unsupported`: The browser has no WebAssembly.
 * - `panic`: The widget stopped in the middle of its work; what was on the page stays.
 *
 * @typedef {"no-source" | "network" | "http" | "timeout" | "too-large" | "not-json" | "document" | "engine" | "blocked" | "unsupported" | "panic"} ArticleWidgetErrorCode
 */

/**
 * A part of the document that had to be left out.
 *
 * @typedef {object} ArticleWidgetProblem
 * @property {string} path Its JSON path, for example `body[3].paragraph[1].link.href`.
 * @property {string} message What was found, and how to correct it.
 */

/**
 * What the rows of a chart are ordered by.
 *
 * @typedef {"amount" | "per-year" | "name" | "document"} ArticleWidgetSort
 */

/**
 * What a reader did to a chart: `detail` of `article-widget-chart`. `chart` is the id of the chart. The choices:
 *
 * - `form`: How the commitments are drawn.
 * - `basis`: Whole sums, yearly ones or both.
 * - `currency`: A code of ISO 4217.
 * - `sort`: The order of the rows.
 * - `baseline`: The id of the commitment that all others are compared with.
 * - `highlight`: The id of the commitment that stands out, or `none`.
 * - `hide`: The id of a commitment that was left out.
 * - `show`: The id of a commitment that was taken in again, or `all`.
 * - `search`: The words that were searched for.
 * - `datum`: The id of the commitment whose mark was activated, or whose figure was followed from the text to its mark.
 *
 * @typedef {{ chart: string } & (
 *   | { choice: "form", value: "bars" | "timeline" | "ratio" }
 *   | { choice: "basis", value: "total" | "per-year" | "both" }
 *   | { choice: "currency", value: string }
 *   | { choice: "sort", value: ArticleWidgetSort | `${ArticleWidgetSort}-reversed` }
 *   | { choice: "baseline", value: string }
 *   | { choice: "highlight", value: string }
 *   | { choice: "hide", value: string }
 *   | { choice: "show", value: string }
 *   | { choice: "search", value: string }
 *   | { choice: "datum", value: string }
 * )} ArticleWidgetChartDetail
 */

/**
 * What a reader brought into view in a row of related stories: `detail` of `article-widget-slide`.
 *
 * @typedef {object} ArticleWidgetSlideDetail
 * @property {string} related The id of the row.
 * @property {number} first The place of the first story that is in view, counted from 1.
 * @property {number} last The place of the last one.
 * @property {number} count How many stories there are.
 * @property {"button" | "scroll" | "keyboard" | "drag"} by What moved the row.
 */

/**
 * The teaser that a reader activates, as the reader sees it: `detail` of `article-widget-teaser`.
 *
 * @typedef {object} ArticleWidgetTeaserDetail
 * @property {string} related The id of the row of related stories.
 * @property {number} place Its place in the row, counted from 1.
 * @property {string} href Where it leads, as a whole address.
 * @property {string} headline
 * @property {string} [kicker]
 * @property {string} [summary]
 * @property {string} [source]
 * @property {string} [published] The day, or the moment, in ISO 8601.
 */

/**
 * The details of the events, by their names without the prefix `article-widget-`.
 *
 * @typedef {object} ArticleWidgetEventDetails
 * @property {{ problems: ArticleWidgetProblem[] }} ready The article is on the page, and alive.
 * @property {{ code: ArticleWidgetErrorCode, message: string }} error There is no article, or it stopped working.
 * @property {ArticleWidgetChartDetail} chart The reader did something to a chart.
 * @property {ArticleWidgetSlideDetail} slide The reader has moved a row of related stories, which has come to rest.
 * @property {ArticleWidgetTeaserDetail} teaser The reader activates a teaser, in this window; `preventDefault()` leaves it
 *   to the page, which then gets no `navigate` for the link.
 * @property {{ href: string }} navigate The reader follows a link, in this window; `preventDefault()` leaves it to the page.
 */

/**
 * The events of the element. Each bubbles and crosses shadow boundaries.
 *
 * @typedef {{ [Name in keyof ArticleWidgetEventDetails as `article-widget-${Name}`]: CustomEvent<ArticleWidgetEventDetails[Name]> }} ArticleWidgetEventMap
 */

/**
 * Dispatches an event; gives whether its default action is still to be done.
 *
 * @template {keyof ArticleWidgetEventDetails} Name
 * @param {HTMLElement} element
 * @param {Name} name without the prefix
 * @param {ArticleWidgetEventDetails[Name]} detail
 * @param {boolean} [cancelable]
 */
export const dispatch = (element, name, detail, cancelable) =>
  element.dispatchEvent(new CustomEvent(`article-widget-${name}`, { bubbles: true, composed: true, cancelable, detail }));
