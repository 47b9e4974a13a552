// @ts-check
// A chart before and after each rendering: its rows and marks move from one drawing to the next, and elements that
// programs have removed are found.
//
// Places are read from attributes and never measured, so that the page is not laid out for it.

const TIMING = { duration: 450, easing: "ease-in-out" };
// Charts with more rows are not animated: an eye cannot follow more, and a slow phone is too slow for them.
const MOST_ROWS = 100;

/**
 * Where a row is drawn.
 *
 * @typedef {object} Place
 * @property {number[]} to its top and, if it has a mark, the mark's x, width, height and distance from the top
 * @property {string} units the units of x and width
 * @property {string} key the same for the same place
 * @property {number[]} [from] where the row was seen before
 * @property {Animation[]} animations
 */

// The last place of each row, and the last x of its label: labels are made anew when their words change.
/** @type {WeakMap<Element, Place>} */
const known = new WeakMap();
/** @type {WeakMap<Element, string | null | undefined>} */
const labelled = new WeakMap();
// The running animations. Before the page is printed they are finished.
/** @type {Set<Animation>} */
const moving = new Set();
const paper = matchMedia("print");
const arrive = () => moving.forEach((animation) => animation.finish());
addEventListener("beforeprint", arrive);
paper.addEventListener("change", arrive);

/**
 * Animates what has changed in a plot since the last call.
 *
 * @param {Element} plot
 */
export function transition(plot) {
  const rows = plot.querySelectorAll(".row");
  if (rows.length > MOST_ROWS) return;
  /** @type {boolean | undefined} */
  let answer;
  // Evaluated only where something has changed.
  const isMoving = () => (answer ??= /** @type {any} */ (plot.animate) && !paper.matches && !matchMedia("(prefers-reduced-motion: reduce)").matches);

  for (const row of rows) {
    const last = known.get(row);
    const next = placeOf(row);
    // An animation to a place that has not changed goes on.
    if (last?.key !== next.key) {
      known.set(row, next);
      if (last) {
        next.from = shown(last);
        for (const animation of last.animations) animation.cancel();
        if (isMoving()) next.animations = move(row, next, last.units === next.units);
      }
    }
    const label = row.querySelector(".label");
    const before = labelled.get(row);
    const now = label?.getAttribute("x");
    labelled.set(row, now);
    // Moving numbers would distract from the bars: labels fade in at their new place.
    if (before && now && before !== now && isMoving()) send(/** @type {Element} */ (label), { opacity: [0, 1] });
  }
}

/**
 * The place of a row as its attributes say it.
 *
 * @param {Element} row
 * @returns {Place}
 */
function placeOf(row) {
  const mark = row.querySelector(".mark");
  const top = numberOf(row.querySelector(".hit"), "y");
  const to = mark
    ? [top, ...["x", "width", "height"].map((name) => numberOf(mark, name)), numberOf(mark, "y") - top]
    : [top];
  const units = mark ? `${unitOf(mark, "x")} ${unitOf(mark, "width")}` : "";
  return { to, units, key: to + units, animations: [] };
}

/** @type {(element: Element | null, name: string) => number} */
const numberOf = (element, name) => parseFloat(/** @type {string} */ (element?.getAttribute(name))) || 0;
/** @type {(element: Element, name: string) => string} */
const unitOf = (element, name) => (element.getAttribute(name)?.endsWith("%") ? "%" : "px");

/**
 * Where a row is seen at this moment.
 *
 * @param {Place} place
 */
function shown({ from, to, animations }) {
  const progress = /** @type {{ effect: AnimationEffect } | undefined} */ (/** @type {unknown} */ (animations[0]))?.effect.getComputedTiming().progress;
  // Without progress the animation has finished.
  return progress == null ? to : to.map((end, index) => {
    const start = /** @type {number[]} */ (from)[index] ?? end;
    return start + (end - start) * progress;
  });
}

/**
 * Animates an element through these frames.
 *
 * @param {Element} element
 * @param {Keyframe[] | PropertyIndexedKeyframes} frames
 */
function send(element, frames) {
  const animation = element.animate(frames, TIMING);
  moving.add(animation);
  animation.onfinish = animation.oncancel = () => moving.delete(animation);
  return animation;
}

/**
 * Animates a row, and its mark if that has kept its kind; gives the animations, the row's first.
 *
 * @param {Element} row
 * @param {Place} place
 * @param {boolean} isSameKind
 */
function move(row, { from, to, units }, isSameKind) {
  const animations = [send(row, { transform: [`translateY(${/** @type {number[]} */ (from)[0] - to[0]}px)`, "none"] })];
  if (isSameKind && units) {
    const [ofX, ofWidth] = units.split(" ");
    const frames = /** @type {number[][]} */ ([from, to]).map(([, x, width, height, below]) => ({
      x: x + ofX,
      width: width + ofWidth,
      height: `${height}px`,
      y: `${to[0] + below}px`,
    }));
    for (const part of row.querySelectorAll(".mark")) animations.push(send(part, frames));
  }
  return animations;
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
export function begin(/** @type {Element} */ frame) {
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
