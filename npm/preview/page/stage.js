// @ts-check
// The frames with the article: one with the element, and one with the prerendered page, whose scripts are off.

/** @import { Settings } from "./settings.js" */
/** @import { Report, Widget } from "./types.js" */

import { addRules } from './marks.js';
import { mirrored } from './mirror.js';
import { WIDTHS } from './settings.js';

/** What may change the places of things in the article. */
const CHANGES = ['article-widget-ready', 'article-widget-error', 'article-widget-chart', 'article-widget-slide'];

export class Stage {
    /** @type {Settings | undefined} */
    #settings;
    /** @type {Report | undefined} */
    #report;
    /** The sheet of each frame's document with its colours. @type {WeakMap<Document, CSSStyleSheet>} */
    #schemes = new WeakMap();
    /** What the frame without scripts shows. */
    #still = '';
    #sizes = new CSSStyleSheet();

    /**
     * @param {object} parts
     * @param {HTMLElement} parts.area
     * @param {HTMLElement} parts.size says how wide the article is
     * @param {HTMLElement} parts.empty
     * @param {HTMLIFrameElement} parts.live
     * @param {HTMLIFrameElement} parts.still
     * @param {(change: "content" | "layout") => void} onChange is called when the article may look otherwise
     */
    constructor(parts, onChange) {
        this.parts = parts;
        this.onChange = onChange;
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.#sizes];
        new ResizeObserver(() => this.#fit()).observe(parts.area);
        parts.live.addEventListener('load', () => this.#begin());
        parts.still.addEventListener('load', () => this.#beginStill());
    }

    /** What shows the article: the element's root, with scripts or without; `undefined` until it is there. */
    get root() {
        const document = this.#frame.contentDocument;
        return document?.querySelector('article-widget')?.shadowRoot?.querySelector('[part=root]') ?? undefined;
    }

    get #frame() {
        return this.#settings?.still ? this.parts.still : this.parts.live;
    }

    /** @param {Settings} settings */
    set(settings) {
        const last = this.#frame.contentWindow?.scrollY ?? 0;
        const isOther = this.#settings && this.#settings.still !== settings.still;
        this.#settings = settings;
        this.#update();
        this.#fit();
        // The other frame begins where the reader is.
        if (isOther) this.#frame.contentWindow?.scrollTo({ top: last, behavior: 'instant' });
        this.#startAt = isOther ? last : undefined;
    }

    /** @type {number | undefined} */
    #startAt;

    /** @param {Report} report */
    show(report) {
        const { live } = this.parts;
        if (!this.#report) live.src = `/documents/${report.id}/.live`;
        this.#report = report;
        this.#update();
    }

    /** Brings the frames up to date. */
    #update() {
        const { live, still, empty } = this.parts;
        const [settings, report] = [this.#settings, this.#report];
        if (!settings || !report) return;
        empty.hidden = report.document !== null;
        live.hidden = settings.still || !report.document;
        still.hidden = !settings.still || !report.document;
        for (const { contentDocument } of [live, still]) if (contentDocument) this.#paint(contentDocument);
        const widget = /** @type {Widget | null | undefined} */ (live.contentDocument?.querySelector('article-widget'));
        // The element keeps the old article until the new one is complete, and what the reader has chosen.
        if (widget && report.document) widget.article = settings.mirrored ? mirrored(report.document) : report.document;
        const address = `/documents/${report.id}/.still?direction=${settings.mirrored ? 'rtl' : 'auto'}&revision=${report.revision}`;
        if (settings.still && report.document && this.#still !== address) this.#load(address);
        this.onChange('content');
    }

    /** Begins the page with the element. */
    #begin() {
        const { contentDocument, contentWindow } = this.parts.live;
        if (!contentDocument || !contentWindow) return;
        for (const name of CHANGES) contentDocument.addEventListener(name, () => this.onChange('content'));
        // A link leads away from the article: it opens in a window of its own.
        contentDocument.addEventListener('article-widget-navigate', (event) => {
            event.preventDefault();
            window.open(/** @type {CustomEvent} */ (event).detail.href, '_blank', 'noopener');
        });
        this.#observe(contentDocument);
        this.#update();
    }

    /** @param {string} address */
    #load(address) {
        const { contentWindow } = this.parts.still;
        const last = this.#still && contentWindow ? contentWindow.scrollY : this.parts.live.contentWindow?.scrollY;
        this.#still = address;
        this.#startAt = last;
        // It leaves no mark in the history of the window.
        contentWindow?.location.replace(address);
    }

    /** Goes to where the reader was. */
    #beginStill() {
        const { contentDocument, contentWindow } = this.parts.still;
        if (!contentDocument?.querySelector('article-widget')) return;
        for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (this.root?.querySelectorAll('a[href]') ?? [])) {
            if (!link.getAttribute('href')?.startsWith('#')) link.target = '_blank';
        }
        this.#paint(contentDocument);
        contentWindow?.scrollTo({ top: this.#startAt ?? 0, behavior: 'instant' });
        this.#observe(contentDocument);
        this.onChange('content');
    }

    /**
     * Follows what moves in an article.
     *
     * @param {Document} document
     */
    #observe(document) {
        const { ResizeObserver } = /** @type {typeof globalThis} */ (/** @type {unknown} */ (document.defaultView));
        new ResizeObserver(() => this.onChange('content')).observe(document.body);
        // Rows of stories scroll by themselves. Marks move with the page as a whole.
        const tree = document.querySelector('article-widget')?.shadowRoot;
        tree?.addEventListener('scroll', () => this.onChange('layout'), { capture: true, passive: true });
    }

    /** The colours and the direction of a page. */
    #paint(/** @type {Document} */ document) {
        const { scheme, mirrored } = /** @type {Settings} */ (this.#settings);
        const sheet = this.#schemes.get(document) ?? addRules(document, '');
        this.#schemes.set(document, sheet);
        sheet.replaceSync(`:root { color-scheme: ${scheme}; }`);
        document.documentElement.dir = mirrored ? 'rtl' : 'ltr';
    }

    /** Gives the frames their width, and makes them smaller where there is no room for it. */
    #fit() {
        if (!this.#settings) return;
        const { clientWidth, clientHeight } = this.parts.area;
        const width = WIDTHS[this.#settings.width];
        const scale = Math.min(1, clientWidth / width);
        // The style attribute is left alone.
        this.#sizes.replaceSync(`.frame { inline-size: ${width}px; block-size: ${clientHeight / scale}px; scale: ${scale}; }`);
        const shown = scale < 1 ? `, shown at ${Math.round(scale * 100)} %` : '';
        this.parts.size.textContent = `${width} pixels wide${shown}`;
        this.onChange('content');
    }
}
