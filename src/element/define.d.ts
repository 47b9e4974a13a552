/** The types of the element, for `define.js` and `embed.js`. */

/** Why there is no article, or why it stopped working: `detail.code` of `article-widget-error`. */
export type ArticleWidgetErrorCode =
  /** The element has neither `src` nor `article` nor JSON inside. */
  | "no-source"
  /** No answer came from the server of the document, in several tries. */
  | "network"
  /** The server answered with an error. */
  | "http"
  /** The document was not there in time. */
  | "timeout"
  /** The answer is longer than any document. */
  | "too-large"
  /** The document is not JSON. */
  | "not-json"
  /** The JSON is not a document that can be shown. */
  | "document"
  /** The WebAssembly could not be loaded or started. */
  | "engine"
  /** The page's Content Security Policy forbids WebAssembly. */
  | "blocked"
  /** The browser has no WebAssembly. */
  | "unsupported"
  /** The widget stopped in the middle of its work; what was on the page stays. */
  | "panic";

/** A part of the document that had to be left out. */
export interface ArticleWidgetProblem {
  /** Its JSON path, for example `body[3].paragraph[1].link.href`. */
  path: string;
  /** What was found, and what would mend it. */
  message: string;
}

/** What a reader did to a chart: `detail` of `article-widget-chart`. `chart` is the chart's id. */
export type ArticleWidgetChartDetail = { chart: string } & (
  /** How the commitments are drawn. */
  | { choice: "form"; value: "bars" | "timeline" | "ratio" }
  /** Whole sums or yearly ones. */
  | { choice: "basis"; value: "total" | "per-year" }
  /** A code of ISO 4217. */
  | { choice: "currency"; value: string }
  | { choice: "sort"; value: ArticleWidgetSort | `${ArticleWidgetSort}-reversed` }
  /** The id of the commitment that all others are compared with. */
  | { choice: "baseline"; value: string }
  /** The id of the commitment that stands out, or `none`. */
  | { choice: "highlight"; value: string }
  /** The id of a commitment that was left out. */
  | { choice: "hide"; value: string }
  /** The id of a commitment that was taken in again, or `all`. */
  | { choice: "show"; value: string }
  /** The words that were searched for. */
  | { choice: "search"; value: string }
  /** The id of the commitment whose mark was activated, or whose figure was followed from the text to its mark. */
  | { choice: "datum"; value: string }
);

/** What the rows of a chart are ordered by. */
export type ArticleWidgetSort = "amount" | "per-year" | "name" | "document";

/** The teaser that a reader activates, as the reader sees it: `detail` of `article-widget-teaser`. */
export interface ArticleWidgetTeaserDetail {
  /** The id of the row of related stories. */
  related: string;
  /** Its place in the row, counted from 1. */
  place: number;
  /** Where it leads, as a whole address. */
  href: string;
  headline: string;
  kicker?: string;
  summary?: string;
  source?: string;
  /** The day, or the moment, in ISO 8601. */
  published?: string;
}

/** What a reader brought into view in a row of related stories: `detail` of `article-widget-slide`. */
export interface ArticleWidgetSlideDetail {
  /** The id of the row. */
  related: string;
  /** The place of the first story that is in view, counted from 1. */
  first: number;
  /** The place of the last one. */
  last: number;
  /** How many stories there are. */
  count: number;
  /** What moved the row. */
  by: "button" | "scroll" | "keyboard" | "drag";
}

/** The events of the element. Each bubbles and crosses shadow boundaries. */
export interface ArticleWidgetEventMap {
  /** The article is on the page, and alive. */
  "article-widget-ready": CustomEvent<{ problems: ArticleWidgetProblem[] }>;
  /** There is no article, or it stopped working. */
  "article-widget-error": CustomEvent<{ code: ArticleWidgetErrorCode; message: string }>;
  /** The reader did something to a chart. */
  "article-widget-chart": CustomEvent<ArticleWidgetChartDetail>;
  /** The reader has moved a row of related stories, which has come to rest. */
  "article-widget-slide": CustomEvent<ArticleWidgetSlideDetail>;
  /**
   * The reader activates a teaser, in this window; `preventDefault()` leaves it to the page, which is then
   * not told of the link besides.
   */
  "article-widget-teaser": CustomEvent<ArticleWidgetTeaserDetail>;
  /** The reader follows a link, in this window; `preventDefault()` leaves it to the page. */
  "article-widget-navigate": CustomEvent<{ href: string }>;
}

/** The element `<article-widget>`. */
export class ArticleWidgetElement extends HTMLElement {
  /** The address of the document, relative to the page; the attribute `src`. */
  src: string;
  /**
   * The address of a feed (JSON Feed, RSS or Atom), relative to the page, whose stories take the place of the
   * first row of related stories; the attribute `related-src`.
   */
  relatedSrc: string;
  /** `auto` (as the page's color-scheme and the reader's wish have it), `light` or `dark`; the attribute `theme`. */
  theme: "auto" | "light" | "dark" | (string & {});
  /** `lazy` (when the reader comes near) or `eager`; the attribute `loading`. */
  loading: "lazy" | "eager" | (string & {});
  /**
   * Whether charts offer links to their state, and an article comes alive at once where the page's address
   * is such a link; the attribute `linkable`. It counts from the next time that an article comes alive.
   */
  linkable: boolean;
  /** The document itself, instead of an address; it goes before JSON inside the element, and before `src`. */
  article: object | null;

  addEventListener<K extends keyof ArticleWidgetEventMap>(
    type: K,
    listener: (this: ArticleWidgetElement, event: ArticleWidgetEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: ArticleWidgetElement, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof ArticleWidgetEventMap>(
    type: K,
    listener: (this: ArticleWidgetElement, event: ArticleWidgetEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: ArticleWidgetElement, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
}

/** Defines the element, unless the name is taken already. */
export function define(tagName?: string): void;

declare global {
  interface HTMLElementTagNameMap {
    "article-widget": ArticleWidgetElement;
  }
  // Events bubble, so that a listener may stand anywhere above.
  interface HTMLElementEventMap extends ArticleWidgetEventMap {}
  interface DocumentEventMap extends ArticleWidgetEventMap {}
}
