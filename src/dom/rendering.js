// @ts-check
// A chart before and after each rendering: its rows and marks move from one drawing to the next, and elements that
// programs have removed are found.

const TIMING = { duration: 450, easing: "ease-in-out" };
// Charts with more rows are not animated: an eye cannot follow more, and a slow phone is too slow for them.
const MOST_ROWS = 100;

/**
 * Where a row is seen, relative to its chart: its top, the left edge and the width of its mark, and the edge of its label that
 * is next to the mark. Where text runs from right to left, marks are mirrored: their sign is -1, else 1.
 *
 * @typedef {{ top: number, left: number, width: number, sign: number, label: number }} Place
 */

// The places of the rows before the views render. The page is laid out at that time, so measuring costs little.
/** @type {WeakMap<Element, Place>} */
const before = new WeakMap();
// The running animations. Before the page is printed they are finished.
/** @type {Map<Element, Animation>} */
const moving = new Map();
const paper = matchMedia("print");
const arrive = () => moving.forEach((animation) => animation.finish());
addEventListener("beforeprint", arrive);
paper.addEventListener("change", arrive);
const isStill = (/** @type {any} */ frame) => !frame.animate || paper.matches || matchMedia("(prefers-reduced-motion: reduce)").matches;

/** The rows, if they are few enough to be followed. */
const rowsOf = (/** @type {Element} */ frame) => {
  const rows = frame.querySelectorAll(".row");
  return rows.length > MOST_ROWS ? [] : [...rows];
};
const markOf = (/** @type {Element} */ row) => /** @type {Element} */ (row.querySelector(".mark"));
const labelOf = (/** @type {Element} */ row) => /** @type {Element} */ (row.querySelector(".label"));

/** The rows with their places at this moment. A row without a mark has no length. */
function placesIn(/** @type {Element} */ frame) {
  const start = frame.getBoundingClientRect();
  const edge = getComputedStyle(frame).direction === "rtl" ? "right" : "left";
  return rowsOf(frame).map((row) => {
    const mark = markOf(row);
    const { left, width } = mark?.getBoundingClientRect() ?? { left: 0, width: 0 };
    const sign = mark && getComputedStyle(mark).scale.startsWith("-") ? -1 : 1;
    /** @type {Place} */
    const place = { top: row.getBoundingClientRect().top - start.top, left: left - start.left, width, sign, label: labelOf(row)?.getBoundingClientRect()[edge] - start.left };
    return /** @type {const} */ ([row, place]);
  });
}

/**
 * Moves the rows of a chart, their marks and their labels from where they were before the views rendered it. They are only
 * transformed, which needs no layout of the page in each frame.
 */
export function transition(/** @type {Element} */ frame) {
  if (isStill(frame)) return;
  // The last animations end, and all places are measured before anything moves: each change in between costs a layout.
  for (const row of rowsOf(frame)) for (const element of [row, markOf(row), labelOf(row)]) moving.get(element)?.cancel();
  for (const [row, now] of placesIn(frame)) {
    const was = before.get(row);
    if (!was) continue;
    if (Math.abs(was.top - now.top) > 1) send(row, { translate: [`0 ${was.top - now.top}px`, "0 0"] });
    if (was.width && now.width && (was.left !== now.left || was.width !== now.width)) {
      send(markOf(row), { translate: [`${was.left + was.width / 2 - now.left - now.width / 2}px`, "0px"], scale: [`${(now.sign * was.width) / now.width} 1`, `${now.sign} 1`] });
    }
    if (Math.abs(was.label - now.label) > 1) send(labelOf(row), { translate: [`${was.label - now.label}px`, "0px"] });
  }
}

/**
 * Animates an element through these frames.
 *
 * @param {Element} element
 * @param {PropertyIndexedKeyframes} frames
 */
function send(element, frames) {
  const animation = element.animate(frames, TIMING);
  moving.set(element, animation);
  animation.onfinish = animation.oncancel = () => moving.get(element) === animation && moving.delete(element);
}

/**
 * What is known of the elements of a chart.
 *
 * @typedef {object} Elements
 * @property {HTMLElement} figure
 * @property {MutationObserver} observer
 * @property {(records: MutationRecord[]) => void} read
 * @property {boolean} isBroken whether programs have removed elements
 */

// By frames.
/** @type {WeakMap<Element, Elements>} */
const elements = new WeakMap();

const SEARCH = "[type=search]";

/** Finds out whether programs remove elements of a chart: the views would still update the removed elements. */
function watchElements(/** @type {HTMLElement} */ figure) {
  const others = new WeakSet();
  const isOther = (/** @type {Node | null} */ node) => {
    for (; node && node !== figure; node = node.parentNode) if (others.has(node)) return true;
    return false;
  };
  const read = (/** @type {MutationRecord[]} */ records) => {
    for (const { target, addedNodes, removedNodes } of records) {
      // Changes of their own elements and of texts do no harm.
      if (isOther(target)) continue;
      for (const node of removedNodes) known.isBroken ||= node.nodeType === Node.ELEMENT_NODE && !others.has(node);
      for (const node of addedNodes) others.add(node);
    }
  };
  /** @type {Elements} */
  const known = { figure, observer: new MutationObserver(read), read, isBroken: false };
  return known;
}

/**
 * Call this before the views render a chart: it stops observing its elements until `settle`, so that changes by the views
 * do not count. Other tasks may run in between, because Yew lets the browser work before it calls `rendered`.
 */
export function begin(/** @type {Element} */ frame, isChanged = true) {
  if (isChanged && !isStill(frame)) for (const [row, place] of placesIn(frame)) before.set(row, place);
  const known = elements.get(frame);
  known?.read(known.observer.takeRecords());
  known?.observer.disconnect();
}

/**
 * Call this after the views have rendered a chart. If the chart has changed, it sets the selected options as in the markup.
 */
export function settle(/** @type {Element} */ frame, isChanged = true) {
  const figure = /** @type {HTMLElement} */ (frame.closest("figure"));
  const known = elements.get(frame) ?? watchElements(figure);
  elements.set(frame, known);
  known.observer.observe(figure, { childList: true, subtree: true });
  for (const option of isChanged ? figure.querySelectorAll("option") : []) option.selected = option.matches("[selected]");
}

/**
 * Gives a function where programs have removed elements of a chart: it carries the focus, and whether the table is open,
 * over to the frame that is rendered afresh.
 */
export function broken(/** @type {Element} */ frame) {
  const known = elements.get(frame);
  known?.read(known.observer.takeRecords());
  if (!known?.isBroken) return undefined;
  const { figure } = known;
  const isOpen = figure.querySelector("details")?.open;
  const focused = /** @type {HTMLInputElement | null} */ (figure.querySelector(":focus"));
  const selector = focused && selectorOf(focused);
  return (/** @type {Element} */ next) => {
    const other = /** @type {HTMLElement} */ (next.closest("figure"));
    for (const table of other.querySelectorAll("details")) table.open = /** @type {boolean} */ (isOpen);
    const control = /** @type {HTMLInputElement | null} */ (selector && other.querySelector(selector));
    control?.focus({ preventScroll: true });
    // The cursor keeps its place.
    if (control?.matches(SEARCH)) control.setSelectionRange(/** @type {HTMLInputElement} */ (focused).selectionStart, /** @type {HTMLInputElement} */ (focused).selectionEnd);
  };
}

/** A selector that finds the same control in another figure of the chart. */
function selectorOf(/** @type {Element} */ control) {
  // The row with the tab stop is the one that had the focus last.
  if (control.matches(".row")) return '.row[tabindex="0"]';
  const names = ["name", "value"].filter((name) => control.hasAttribute(name));
  return control.matches(SEARCH) ? SEARCH : control.localName + names.map((name) => `[${name}="${CSS.escape(/** @type {string} */ (control.getAttribute(name)))}"]`).join("");
}
