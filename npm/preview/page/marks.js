// @ts-check
// Draws the places of problems over the article, without a change to the article itself.

/** @import { Problem, Target } from "./types.js" */

const SVG = 'http://www.w3.org/2000/svg';
/** How far a mark stands out from an element, in pixels. */
const ROOM = 4;

const RULES = `
.preview-marks { position: absolute; inset: 0 auto auto 0; overflow: visible; pointer-events: none; z-index: 2147483647; }
.preview-marks [data-severity=error] { --mark: light-dark(#b3261e, #ff8a80); }
.preview-marks [data-severity=warning] { --mark: light-dark(#8a5300, #ffb95c); }
.preview-marks [data-severity=remark] { --mark: light-dark(#1f5fa8, #8fc1ff); }
.preview-marks rect { fill: var(--mark); fill-opacity: 0.1; stroke: none; }
.preview-marks .box { stroke: var(--mark); stroke-opacity: 0.6; stroke-dasharray: 3 3; fill-opacity: 0.05; }
.preview-marks line { stroke: var(--mark); stroke-width: 2; }
.preview-marks .chosen rect { fill-opacity: 0.24; }
.preview-marks .chosen .box { fill-opacity: 0.12; stroke-opacity: 1; stroke-width: 2; stroke-dasharray: none; }
.preview-marks .chosen line { stroke-width: 3; }
@media print { .preview-marks { display: none; } }
`;

/** @typedef {{ problem: Problem, target: Target, isChosen: boolean }} Mark */

/**
 * Draws marks in the place of those before.
 *
 * @param {Document} document
 * @param {Mark[]} marks
 */
export function draw(document, marks) {
    const svg = layer(document);
    const from = svg.getBoundingClientRect();
    svg.replaceChildren(
        ...marks.map(({ problem, target, isChosen }) => {
            const shapes = shapesOf(target, from).map(([name, attributes]) => make(document, name, attributes));
            const group = make(document, 'g', { 'data-severity': problem.severity, class: isChosen ? 'chosen' : '' });
            group.append(...shapes);
            return group;
        }),
    );
}

/**
 * The layer of marks of a document.
 *
 * @param {Document} document
 */
function layer(document) {
    const known = document.querySelector('.preview-marks');
    if (known) return known;
    addRules(document, RULES);
    const svg = make(document, 'svg', { class: 'preview-marks', width: 1, height: 1, 'aria-hidden': 'true' });
    document.body.append(svg);
    return svg;
}

/**
 * @param {Document} document
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 */
function make(document, name, attributes) {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, `${value}`);
    return element;
}

/**
 * Adds rules to a document, whose policy need not allow them: they are no part of its markup.
 *
 * @param {Document} document
 * @param {string} text
 */
export function addRules(document, text) {
    const { CSSStyleSheet } = /** @type {typeof globalThis} */ (/** @type {unknown} */ (document.defaultView));
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return sheet;
}

/**
 * The shapes of a place: a ground and a line under each line of text, a box around an element, or a line where something is left
 * out.
 *
 * @param {Target} target
 * @param {DOMRect} from
 * @returns {[string, Record<string, string | number>][]}
 */
function shapesOf({ element, range, edge }, from) {
    const placed = (/** @type {DOMRect} */ { left, top, width, height }) => ({ x: left - from.left, y: top - from.top, width, height });
    if (range) {
        return rectsOf(range).map(placed).flatMap(({ x, y, width, height }) => {
            const bottom = y + height;
            return [
                ['rect', { x, y, width, height }],
                ['line', { x1: x, y1: bottom, x2: x + width, y2: bottom }],
            ];
        });
    }
    const { x, y, width, height } = placed(element.getBoundingClientRect());
    if (edge) {
        const at = edge === 'after' ? y + height + ROOM : y - ROOM;
        return [['line', { x1: x, y1: at, x2: x + width, y2: at }]];
    }
    return [['rect', { class: 'box', x: x - ROOM, y: y - ROOM, width: width + 2 * ROOM, height: height + 2 * ROOM, rx: 3 }]];
}

/**
 * The rectangles of the text in a range, each once: a range has those of the elements within as well.
 *
 * @param {Range} range
 */
function rectsOf(range) {
    const { ownerDocument } = /** @type {Text} */ (range.startContainer);
    const walker = ownerDocument.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
    const rects = [];
    for (let node = /** @type {Node | null} */ (walker.currentNode); node; node = walker.nextNode()) {
        if (node.nodeType !== Node.TEXT_NODE || !range.intersectsNode(node)) continue;
        const part = ownerDocument.createRange();
        part.selectNodeContents(node);
        if (node === range.startContainer) part.setStart(node, range.startOffset);
        if (node === range.endContainer) part.setEnd(node, range.endOffset);
        rects.push(...part.getClientRects());
    }
    return rects;
}

/**
 * Brings a place into view, unless it is in view.
 *
 * @param {Target} target
 */
export function reveal({ element, range }) {
    const { defaultView } = element.ownerDocument;
    if (!defaultView) return;
    // A story may be further on in its row.
    element.closest('.slide')?.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
    const { top, bottom } = (range ?? element).getBoundingClientRect();
    const { innerHeight, scrollY } = defaultView;
    if (top >= 0 && bottom <= innerHeight) return;
    const isStill = defaultView.matchMedia('(prefers-reduced-motion: reduce)').matches;
    const room = Math.max(ROOM * 8, (innerHeight - (bottom - top)) / 3);
    defaultView.scrollTo({ top: scrollY + top - room, behavior: isStill ? 'instant' : 'smooth' });
}
