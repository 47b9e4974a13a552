// @ts-check
// The types that several scripts share. This file is empty at run time.

/** @import { CheckedDocument, Exports, Widget } from "./glue.js" */
/** @import { ArticleWidgetElement } from "./widget.js" */
/** @import { ArticleWidgetErrorCode, ArticleWidgetProblem } from "./events.js" */

/**
 * An error with a code: why there is no article, or why it stopped working.
 *
 * @typedef {Error & { code: ArticleWidgetErrorCode, isRetryable?: boolean }} Failure
 */

/**
 * The document that an element is to show: `text` is its JSON. Without `text` it is requested from the network.
 *
 * @typedef {object} WantedDocument
 * @property {string} name an address, or what the document is called in messages
 * @property {string} [text]
 * @property {Record<string, string>} [headers] those of its requests
 * @property {Promise<Response>} [first] the request that the loader has sent
 * @property {number} [since] when it was sent
 * @property {Response} [response] the last answer
 * @property {HTMLElement} [root] an article that came as HTML, and shows the document
 * @property {boolean} [isHtml] whether an article in HTML can be shown, as the ending of the address says
 */

/** @typedef {WantedDocument & { text: string }} LoadedDocument A document whose text is known. */

/**
 * An instance of the WebAssembly.
 *
 * @typedef {Pick<Exports, "CheckedDocument" | "Widget" | "addLanguage"> & {
 *   ready: Promise<void>,
 *   mounted: Set<Mounted>,
 *   uses: number,
 *   checked: WeakMap<object, CheckedDocument>,
 *   languages: Map<string, string[]>,
 * }} Instance
 */

/**
 * An article or an island that is mounted in an instance, or is about to be.
 *
 * @typedef {object} Mounted
 * @property {Instance} instance
 * @property {HTMLElement} root
 * @property {Widget} [widget] what the views have mounted
 * @property {string} [text] the document that is shown
 * @property {ArticleWidgetProblem[]} [problems] what had to be left out of it
 * @property {(message: string) => void} [onPanic]
 * @property {AbortController} [feed] ends the request for a feed
 * @property {boolean} [hasFeed] whether a row shows the stories of a feed
 * @property {undefined} [mounted] only a group has mounted islands
 */

/**
 * The islands of an article whose text stands in the page.
 *
 * @typedef {object} IslandGroup
 * @property {Set<Mounted>} mounted the islands that are mounted
 * @property {HTMLElement} root
 * @property {string} [text] the document that they were made from
 * @property {{ chart: string, commitment: string, name: string }} [pick] the company that the reader has picked
 * @property {ArticleWidgetProblem[]} [problems]
 * @property {AbortController} [feed]
 * @property {boolean} [hasFeed] whether a row shows the stories of a feed
 * @property {AbortController} [listening] ends the listeners on the root
 * @property {boolean} [isReleased] whether its islands were released; none is mounted any more
 */

/**
 * A control, and its place among all controls of a root.
 *
 * @typedef {object} ControlPlace
 * @property {HTMLInputElement} control
 * @property {number} index
 * @property {number} count
 */

/**
 * An event that came before the article was mounted. It is dispatched again afterwards.
 *
 * @typedef {object} QueuedEvent
 * @property {Event & Partial<MouseEvent>} event
 * @property {HTMLElement} target
 * @property {string} [value] what was written in the target
 * @property {ControlPlace} [place]
 * @property {string} [island] the island that `place` counts in
 */

/** @typedef {typeof import("./live.js")} Engine The module that mounts articles. */

/**
 * Passes on what the reader did: the name of an event, and its detail. A `pick` concerns other islands, not the page.
 *
 * @typedef {(name: "chart" | "slide" | "pick", detail: any) => void} Report
 */

/** @typedef {{ lang: string, loading: string, failed: string, retry: string }} Words The words of the loader. */

/**
 * A feed's story as a teaser of a document.
 *
 * @typedef {object} Story
 * @property {string | null} kicker
 * @property {string} headline
 * @property {string | null} summary
 * @property {string} href
 * @property {string | null} source
 * @property {string | null} published
 * @property {{ src: string, width: number, height: number } | null} image
 * @property {string[]} tags
 */

export {};
