// @ts-check
// What a reader did to an article, for the next version of it. The element makes the parts of another article anew.

const NAMED = 'input, button, select';
const TEXTS = 'h1, h2, h3, p, li, dt, dd, figure, tr, blockquote';
const SCROLLED = '.viewport, .table-frame';
/** How many texts are looked for again: the first may be the one that has changed. */
const MOST = 20;

/** @typedef {{ chart: string, choice: string, value: string }} Choice what the event `article-widget-chart` tells */

/** The choices in the charts of an article, by the ids of the charts. */
export class Choices {
    /** @type {Map<string, Map<string, string>>} */
    #charts = new Map();

    /** @param {Choice} choice */
    add({ chart, choice, value }) {
        const known = this.#charts.get(chart) ?? new Map();
        this.#charts.set(chart, known);
        if (choice === 'show') {
            for (const key of [...known.keys()]) if (key.startsWith('hide ') && (value === 'all' || key === `hide ${value}`)) known.delete(key);
        } else if (choice !== 'datum') {
            const key = choice === 'hide' ? `hide ${value}` : choice;
            // The last choice is made last again.
            known.delete(key);
            known.set(key, value);
        }
    }

    /**
     * All choices, each in the order in which they were made.
     *
     * @returns {Choice[]}
     */
    all() {
        return [...this.#charts].flatMap(([chart, known]) => [...known].map(([key, value]) => ({ chart, choice: key.split(' ')[0], value })));
    }
}

/** @param {string} id */
const chartSelector = (id) => `.chart[aria-labelledby="${CSS.escape(`chart-${id}-title`)}"]`;

/**
 * Makes a choice in a chart, by an event of a control that the chart does not show for longer than that.
 *
 * @param {Element} figure
 * @param {string} choice
 * @param {string} value
 */
function choose(figure, choice, value) {
    const control = figure.ownerDocument.createElement('input');
    Object.assign(control, { type: 'hidden', name: choice, value });
    figure.append(control);
    control.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
    control.remove();
}

/**
 * Notes the place and the state of a root; gives a function that brings another root to it.
 *
 * @param {Element} root
 * @param {Choices} choices
 * @returns {(root: Element) => void}
 */
export function note(root, choices) {
    const toPlace = notePlace(root);
    const focused = noteFocus(root);
    const details = [...root.querySelectorAll('details')].map((element) => ({ words: summaryOf(element), open: element.open }));
    const scrolled = [...root.querySelectorAll(SCROLLED)].map(({ scrollLeft }) => scrollLeft);
    const panels = [...root.querySelectorAll('.chart')].map((figure) => {
        const opener = figure.querySelector('.opener[aria-expanded=true]');
        return opener && { label: figure.getAttribute('aria-labelledby') ?? '', panel: opener.closest('.chart-explore') ? 'options' : 'take-away' };
    });
    return (now) => {
        for (const { chart, choice, value } of choices.all()) {
            const figure = now.querySelector(chartSelector(chart));
            if (figure) choose(figure, choice, value);
        }
        for (const opened of panels) {
            const figure = opened && now.querySelector(`.chart[aria-labelledby="${CSS.escape(opened.label)}"]`);
            if (figure) choose(figure, 'open', opened.panel);
        }
        for (const element of now.querySelectorAll('details')) {
            const known = details.find(({ words }) => words === summaryOf(element));
            if (known) element.open = known.open;
        }
        // The chart is drawn in its state before the next frame.
        now.ownerDocument.defaultView?.requestAnimationFrame(() => {
            const rows = now.querySelectorAll(SCROLLED);
            if (rows.length === scrolled.length) rows.forEach((row, index) => row.scrollTo({ left: scrolled[index], behavior: 'instant' }));
            focused?.(now);
            toPlace(now);
        });
    };
}

/** @param {Element} details */
const summaryOf = (details) => details.querySelector('summary')?.textContent ?? '';

/**
 * Notes the control with the focus.
 *
 * @param {Element} root
 */
function noteFocus(root) {
    const active = /** @type {ShadowRoot} */ (root.getRootNode()).activeElement;
    const control = /** @type {HTMLInputElement | null} */ (active?.matches(NAMED) ? active : null);
    if (!control || !root.contains(control)) return undefined;
    const { name, value } = control;
    const same = (/** @type {any} */ other) => other.name === name && (other.value === value || other.type === 'search');
    return (/** @type {Element} */ now) => /** @type {HTMLElement | undefined} */ ([...now.querySelectorAll(NAMED)].find(same))?.focus({ preventScroll: true });
}

/**
 * Notes which texts are at the top of the window, and where; gives a function that brings them there in another root, which may
 * be in another window.
 *
 * @param {Element} root
 * @returns {(root: Element) => void}
 */
export function notePlace(root) {
    const before = root.ownerDocument.defaultView?.scrollY ?? 0;
    /** @type {{ name: string, words: string | null, top: number }[]} */
    const texts = [];
    for (const element of root.querySelectorAll(TEXTS)) {
        const { top, bottom } = element.getBoundingClientRect();
        if (bottom <= 0 || top === bottom) continue;
        texts.push({ name: element.localName, words: element.textContent, top });
        if (texts.length === MOST) break;
    }
    return (now) => {
        const view = /** @type {Window} */ (now.ownerDocument.defaultView);
        // At the very top the reader waits for what comes there.
        if (!before) return view.scrollTo({ top: 0, behavior: 'instant' });
        const elements = [...now.querySelectorAll(TEXTS)];
        for (const { name, words, top } of texts) {
            const same = elements.find((element) => element.localName === name && element.textContent === words);
            if (same?.getClientRects().length) return view.scrollBy({ top: same.getBoundingClientRect().top - top, behavior: 'instant' });
        }
        return view.scrollTo({ top: before, behavior: 'instant' });
    };
}
