// Generated from the scripts in src/element by tests/e2e/types/generate.mjs.

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
 */
export type ArticleWidgetErrorCode = "no-source" | "network" | "http" | "timeout" | "too-large" | "not-json" | "document" | "engine" | "blocked" | "unsupported" | "panic";

/**
 * A part of the document that had to be left out.
 */
export type ArticleWidgetProblem = {
    /**
     * Its JSON path, for example `body[3].paragraph[1].link.href`.
     */
    path: string;
    /**
     * What was found, and how to correct it.
     */
    message: string;
};

/**
 * What the rows of a chart are ordered by.
 */
export type ArticleWidgetSort = "amount" | "per-year" | "name" | "document";

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
 */
export type ArticleWidgetChartDetail = {
    chart: string;
} & ({
    choice: "form";
    value: "bars" | "timeline" | "ratio";
} | {
    choice: "basis";
    value: "total" | "per-year" | "both";
} | {
    choice: "currency";
    value: string;
} | {
    choice: "sort";
    value: ArticleWidgetSort | `${ArticleWidgetSort}-reversed`;
} | {
    choice: "baseline";
    value: string;
} | {
    choice: "highlight";
    value: string;
} | {
    choice: "hide";
    value: string;
} | {
    choice: "show";
    value: string;
} | {
    choice: "search";
    value: string;
} | {
    choice: "datum";
    value: string;
});

/**
 * What a reader brought into view in a row of related stories: `detail` of `article-widget-slide`.
 */
export type ArticleWidgetSlideDetail = {
    /**
     * The id of the row.
     */
    related: string;
    /**
     * The place of the first story that is in view, counted from 1.
     */
    first: number;
    /**
     * The place of the last one.
     */
    last: number;
    /**
     * How many stories there are.
     */
    count: number;
    /**
     * What moved the row.
     */
    by: "button" | "scroll" | "keyboard" | "drag";
};

/**
 * The teaser that a reader activates, as the reader sees it: `detail` of `article-widget-teaser`.
 */
export type ArticleWidgetTeaserDetail = {
    /**
     * The id of the row of related stories.
     */
    related: string;
    /**
     * Its place in the row, counted from 1.
     */
    place: number;
    /**
     * Where it leads, as a whole address.
     */
    href: string;
    headline: string;
    kicker?: string | undefined;
    summary?: string | undefined;
    source?: string | undefined;
    /**
     * The day, or the moment, in ISO 8601.
     */
    published?: string | undefined;
};

/**
 * The details of the events, by their names without the prefix `article-widget-`.
 */
export type ArticleWidgetEventDetails = {
    /**
     * The article is on the page, and alive.
     */
    ready: {
        problems: ArticleWidgetProblem[];
    };
    /**
     * There is no article, or it stopped working.
     */
    error: {
        code: ArticleWidgetErrorCode;
        message: string;
    };
    /**
     * The reader did something to a chart.
     */
    chart: ArticleWidgetChartDetail;
    /**
     * The reader has moved a row of related stories, which has come to rest.
     */
    slide: ArticleWidgetSlideDetail;
    /**
     * The reader activates a teaser, in this window; `preventDefault()` leaves it
     * to the page, which then gets no `navigate` for the link.
     */
    teaser: ArticleWidgetTeaserDetail;
    /**
     * The reader follows a link, in this window; `preventDefault()` leaves it to the page.
     */
    navigate: {
        href: string;
    };
};

/**
 * The events of the element. Each bubbles and crosses shadow boundaries.
 */
export type ArticleWidgetEventMap = { [Name in keyof ArticleWidgetEventDetails as `article-widget-${Name}`]: CustomEvent<ArticleWidgetEventDetails[Name]>; };

/**
 * The properties that reflect the attributes.
 */
export type ArticleWidgetProperties = {
    /**
     * The address of the document, or of HTML that `prerender` has written, relative to the page; the
     * attribute `src`.
     */
    src: string;
    /**
     * The address of a feed (JSON Feed, RSS or Atom), relative to the page, whose stories take the
     * place of the first row of related stories; the attribute `related-src`.
     */
    relatedSrc: string;
    /**
     * The colours: `auto` (as the page's color-scheme and the reader's
     * wish have it), `light` or `dark`; the attribute `theme`.
     */
    theme: "auto" | "light" | "dark" | (string & {});
    /**
     * When the article is loaded, or brought alive: `lazy` (when the reader
     * comes near) or `eager`; the attribute `loading`.
     */
    loading: "lazy" | "eager" | (string & {});
    /**
     * Whether charts offer links to their state, and an article comes alive at once where the page's
     * address is such a link; the attribute `linkable`. It counts from the next time that an article comes alive.
     */
    linkable: boolean;
    /**
     * The address of a file of messages, relative to the page, which adds a language to the interface
     * or replaces words; the attribute `messages`. It counts from the next time that an article comes alive.
     */
    messages: string;
};

/**
 * The methods for listeners, which know the events of the element.
 */
export type ArticleWidgetListening = {
    addEventListener: (<Name extends keyof ArticleWidgetEventMap>(type: Name, listener: (this: ArticleWidgetElement, event: ArticleWidgetEventMap[Name]) => unknown, options?: boolean | AddEventListenerOptions) => void) & (<Name extends keyof HTMLElementEventMap>(type: Name, listener: (this: ArticleWidgetElement, event: HTMLElementEventMap[Name]) => unknown, options?: boolean | AddEventListenerOptions) => void);
    removeEventListener: (<Name extends keyof ArticleWidgetEventMap>(type: Name, listener: (this: ArticleWidgetElement, event: ArticleWidgetEventMap[Name]) => unknown, options?: boolean | EventListenerOptions) => void) & (<Name extends keyof HTMLElementEventMap>(type: Name, listener: (this: ArticleWidgetElement, event: HTMLElementEventMap[Name]) => unknown, options?: boolean | EventListenerOptions) => void);
};

declare const ArticleWidgetElement_base: {
    new (): ArticleWidgetListening & HTMLElement & ArticleWidgetProperties;
    prototype: ArticleWidgetListening & HTMLElement & ArticleWidgetProperties;
};

/**
 * A news article with a chart of spending commitments and a carousel of related stories.
 *
 * @element article-widget
 * @slot - Stands there while there is no article.
 * @csspart root - Everything that is shown.
 * @csspart article - The text with its head and its chart.
 * @csspart headline - The title of the article.
 * @csspart chart - A chart with its controls and notes.
 * @csspart carousel - The related stories.
 * @csspart teaser - The card of one related story.
 * @cssprop --article-widget-paper - The ground; that of the page, unless it is set.
 * @cssprop --article-widget-ink - The text.
 * @cssprop --article-widget-muted - Text of second rank.
 * @cssprop --article-widget-rule - Lines between things.
 * @cssprop --article-widget-accent - Links, the kicker, and the bar that the article is about.
 * @cssprop --article-widget-serif - The typeface of the text.
 * @cssprop --article-widget-sans - The typeface of data and controls.
 */
export class ArticleWidgetElement extends ArticleWidgetElement_base {
    set article(value: object | null);
    /**
     * The document itself, instead of an address; it goes before JSON inside the element, and before `src`.
     *
     * @type {object | null}
     */
    get article(): object | null;
}

/**
 * Defines the element, unless the name is taken already, by another copy of it for example. On a server it does nothing.
 *
 * @param {string} [tagName]
 * @returns {void}
 */
export function define(tagName?: string): void;

declare global {
  interface HTMLElementTagNameMap {
    "article-widget": ArticleWidgetElement;
  }
  // Events bubble, so that a listener may stand anywhere above.
  interface HTMLElementEventMap extends ArticleWidgetEventMap {}
  interface DocumentEventMap extends ArticleWidgetEventMap {}
}

export {};
