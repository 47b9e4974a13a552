// @ts-check
// The frames with the article: one with the element, and one with the prerendered page, whose scripts are off.

/** @import { Settings } from "./settings.js" */
/** @import { Report, Widget } from "./types.js" */

import { Choices, note, notePlace } from './keep.js';
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
    /** Brings a frame to where the reader was in the other one, or before. @type {((root: Element) => void) | undefined} */
    #toPlace;
    #sizes = new CSSStyleSheet();
    /** What the element shows, as JSON. */
    #shown = '';
    #choices = new Choices();
    /** @type {WeakSet<Document>} */
    #observed = new WeakSet();
    /** Brings the next article to the place and the state of the last one. @type {((root: Element) => void) | undefined} */
    #restore;

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
        const isOther = this.#settings !== undefined && this.#settings.still !== settings.still;
        // The other frame begins where the reader is in this one, and another width shows the same text.
        const toPlace = this.root && notePlace(this.root);
        if (isOther) this.#toPlace = toPlace;
        this.#settings = settings;
        this.#fit();
        if (!isOther && this.root) toPlace?.(this.root);
        this.#update(isOther);
    }

    /** @param {Report} report */
    show(report) {
        const { live } = this.parts;
        if (!this.#report) live.src = `/documents/${report.id}/.live`;
        this.#report = report;
        this.#update();
    }

    /** Brings the frames up to date. */
    #update(isOther = false) {
        const { live, still, empty, size } = this.parts;
        const [settings, report] = [this.#settings, this.#report];
        if (!settings || !report) return;
        empty.hidden = report.document !== null;
        size.hidden = !report.document;
        live.hidden = settings.still || !report.document;
        still.hidden = !settings.still || !report.document;
        for (const { contentDocument } of [live, still]) if (contentDocument) this.#paint(contentDocument);
        if (isOther && this.root) this.#toPlace?.(this.root);
        // A frame that is not shown has no places; the element gets its article once it is.
        if (report.document && !settings.still) this.#give(settings.mirrored ? mirrored(report.document) : report.document);
        const address = `/documents/${report.id}/.still?direction=${settings.mirrored ? 'rtl' : 'auto'}&revision=${report.revision}`;
        if (settings.still && report.document && this.#still !== address) this.#load(address);
        this.onChange('content');
    }

    /**
     * Gives the element an article. It keeps the old one until the new one is complete.
     *
     * @param {object} article
     */
    #give(article) {
        const { contentDocument } = this.parts.live;
        const place = contentDocument?.querySelector('#article');
        const text = JSON.stringify(article);
        if (!contentDocument || !place || text === this.#shown) return;
        // Of several saves in a row, the first one knows what the reader saw.
        if (this.#shown && this.root) this.#restore ??= note(this.root, this.#choices);
        this.#shown = text;
        // Without an article, the element would say so.
        const widget = /** @type {Widget} */ (place.firstElementChild ?? contentDocument.createElement('article-widget'));
        widget.setAttribute('loading', 'eager');
        widget.article = article;
        if (!widget.isConnected) place.append(widget);
    }

    /** Brings a new article to the place and the state of the last one. */
    #bringBack() {
        const restore = this.#restore;
        this.#restore = undefined;
        if (this.root) restore?.(this.root);
        this.#observe(this.parts.live);
    }

    /** Begins the page with the element. */
    #begin() {
        const { contentDocument } = this.parts.live;
        if (!contentDocument?.querySelector('#article')) return;
        this.#shown = '';
        contentDocument.addEventListener('article-widget-ready', () => this.#bringBack());
        contentDocument.addEventListener('article-widget-chart', (event) => this.#choices.add(/** @type {CustomEvent} */ (event).detail));
        for (const name of CHANGES) contentDocument.addEventListener(name, () => this.onChange('content'));
        // A link leads away from the article: it opens in a window of its own.
        contentDocument.addEventListener('article-widget-navigate', (event) => {
            event.preventDefault();
            window.open(/** @type {CustomEvent} */ (event).detail.href, '_blank', 'noopener');
        });
        this.#update();
    }

    /** @param {string} address */
    #load(address) {
        const { contentDocument, contentWindow } = this.parts.still;
        // Where the frame itself has shown the article, it goes on from there.
        if (this.#still && this.root && contentDocument) this.#toPlace = notePlace(this.root);
        this.#still = address;
        // It leaves no mark in the history of the window.
        contentWindow?.location.replace(address);
    }

    /** Goes to where the reader was. */
    #beginStill() {
        const { contentDocument } = this.parts.still;
        if (!contentDocument?.querySelector('article-widget')) return;
        for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (this.root?.querySelectorAll('a[href]') ?? [])) {
            if (!link.getAttribute('href')?.startsWith('#')) link.target = '_blank';
        }
        this.#paint(contentDocument);
        if (this.root) this.#toPlace?.(this.root);
        this.#observe(this.parts.still);
        this.onChange('content');
    }

    /** What moves within the article: rows of stories, wide tables. Marks move with the page as a whole. */
    #onScroll = () => this.onChange('layout');

    /**
     * Follows what changes the places of things in a frame, once.
     *
     * @param {HTMLIFrameElement} frame
     */
    #observe({ contentDocument, contentWindow }) {
        if (!contentDocument || !contentWindow || this.#observed.has(contentDocument)) return;
        this.#observed.add(contentDocument);
        const { ResizeObserver } = /** @type {typeof globalThis} */ (/** @type {unknown} */ (contentWindow));
        new ResizeObserver(() => this.onChange('content')).observe(contentDocument.body);
        const tree = contentDocument.querySelector('article-widget')?.shadowRoot;
        tree?.addEventListener('scroll', this.#onScroll, { capture: true, passive: true });
    }

    /** The colours of a page, and the direction of that with the element; the prerendered one has its article's. */
    #paint(/** @type {Document} */ document) {
        const { scheme, mirrored } = /** @type {Settings} */ (this.#settings);
        const sheet = this.#schemes.get(document) ?? addRules(document, '');
        this.#schemes.set(document, sheet);
        sheet.replaceSync(`:root { color-scheme: ${scheme}; }`);
        if (document === this.parts.live.contentDocument) document.documentElement.dir = mirrored ? 'rtl' : '';
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
