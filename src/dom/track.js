// @ts-check
// The track of a carousel: reports how the browser scrolls it, and lets the reader drag it with a mouse; see track.rs.
// Wheels, trackpads and fingers scroll without a script.

// The kinds of reports.
const SEEN = 0;
const RESTED = 1;
const FOCUSED = 2;
const RELEASED = 3;
const SCROLLED = 4;

// What moves a track.
const PROGRAM = 0;
const SCROLLING = 2;
const KEYBOARD = 3;
const DRAG = 4;

// Milliseconds without a scroll event after which a track is at rest, where browsers have no `scrollend`.
const REST = 200;
// Pixels from which on a press is a drag.
const DRAGGED = 5;

// What moves each track, and where it was asked to scroll to, until it rests.
/** @type {WeakMap<Element, [scrollSource: number, left?: number]>} */
const scrolls = new WeakMap();

// What to do when a viewport has another size. One observer watches all of them: no row is rendered before
// all are measured, which would cost a layout of the page for each.
/** @type {WeakMap<Element, () => void>} */
const resized = new WeakMap();
const resizes = new ResizeObserver((entries) => entries.forEach(({ target }) => resized.get(target)?.()));

/**
 * A press on a track.
 *
 * @typedef {object} Press
 * @property {number} x where it began
 * @property {number} y
 * @property {number} last the last x
 * @property {number} timeStamp
 * @property {number} velocity
 * @property {number} scrollLeft
 * @property {boolean} [canDrag]
 * @property {boolean} [isDrag]
 * @property {boolean} [wasDrag]
 */

/**
 * Dispatches "track" on a viewport for all that happens to its track; gives a function that ends this.
 *
 * @param {HTMLElement} viewport
 */
export function watch(viewport) {
  /** @type {number | undefined} */
  let timer;
  /** @type {Press | undefined} */
  let press;
  const report = (/** @type {number} */ what, value = 0) => {
    const focused = /** @type {HTMLElement | null} */ (/** @type {ShadowRoot} */ (viewport.getRootNode()).activeElement);
    viewport.dispatchEvent(new CustomEvent("track", { detail: [what, value] }));
    // Where more stories fit there are fewer snaps, and fewer dots. A dot that becomes hidden passes the focus to the dot of
    // the selected snap.
    if (focused?.matches(".dot")) setTimeout(() => focused.hidden && /** @type {HTMLElement | null} */ (/** @type {Element} */ (focused.parentNode).querySelector("[aria-current]"))?.focus());
  };
  const scrolledBy = (/** @type {number} */ scrollSource) => scrolls.set(viewport, [scrollSource]);
  const rest = () => {
    clearTimeout(timer);
    if (press?.isDrag) return restSoon();
    delete viewport.dataset.moving;
    delete viewport.dataset.dragged;
    report(RESTED, scrolls.get(viewport)?.[0] ?? SCROLLING);
    scrolledBy(SCROLLING);
  };
  // Some browsers begin to scroll late: a track that has not reached the place that it was asked for still scrolls.
  const isUnderWay = () => Math.abs(viewport.scrollLeft - /** @type {number} */ (scrolls.get(viewport)?.[1])) > 2;
  const restSoon = (delay = REST, patience = 10) => {
    clearTimeout(timer);
    timer = setTimeout(() => (patience && isUnderWay() ? restSoon(delay, patience - 1) : rest()), delay);
  };
  const putRight = () => {
    // The browser corrects the scroll position by itself. Only if a scroll that was asked for is under way, its source stays.
    if (scrolls.get(viewport)?.[1] === undefined) scrolledBy(PROGRAM);
    report(SEEN);
    restSoon();
  };
  /** @type {(event: any) => HTMLAnchorElement | null | undefined} */
  const linkOf = ({ target }) => target.closest(".teaser")?.querySelector("a");
  // Text under the pointer is selected, and the card is not dragged. Selected text is dragged as text.
  const isText = (/** @type {any} */ { target }) => !target.closest || (target.closest(".words") && !target.closest("a"));
  const isAway = (/** @type {MouseEvent} */ { clientX, clientY }) => press && Math.hypot(clientX - press.x, clientY - press.y) > DRAGGED;

  /** @type {Record<string, (event: any) => void>} */
  const listeners = {
    scroll() {
      if (!("moving" in viewport.dataset)) viewport.dataset.moving = "";
      report(SCROLLED, viewport.scrollLeft);
      // During a drag, and while the track moves on after it, browsers may dispatch `scrollend` for every step. When a row
      // has grown, they may correct its scroll position without `scrollend`.
      restSoon("onscrollend" in viewport && !("dragged" in viewport.dataset) ? 5 * REST : REST);
    },
    scrollend: () => "dragged" in viewport.dataset || (isUnderWay() ? restSoon() : rest()),
    // A viewport that is moved in the page starts at the first story again. Only this animation reports it (see carousel.css).
    animationstart: putRight,
    wheel: () => scrolledBy(SCROLLING),
    touchstart: () => scrolledBy(SCROLLING),
    keydown: () => scrolledBy(KEYBOARD),
    focusin({ target }) {
      const place = [...viewport.children].findIndex((slide) => slide.contains(target));
      if (place < 0 || !target.matches(":focus-visible")) return;
      scrolledBy(KEYBOARD);
      report(FOCUSED, place);
    },
    // Reports a rest, because some changes wait until the focus has left.
    focusout: ({ relatedTarget }) => viewport.contains(relatedTarget) || restSoon(),
    pointerdown(event) {
      const { clientX: x, clientY: y, timeStamp, pointerType, button } = event;
      press = { x, y, last: x, timeStamp, velocity: 0, scrollLeft: viewport.scrollLeft };
      press.canDrag = pointerType === "mouse" && !button && !isText(event);
      if (pointerType === "mouse" && event.target === viewport) scrolledBy(SCROLLING);
    },
    pointermove(event) {
      const { clientX, timeStamp, buttons, pointerId } = event;
      if (!press?.canDrag || !(buttons & 1)) return;
      if (!press.isDrag) {
        if (Math.abs(clientX - press.x) < DRAGGED) return;
        press.isDrag = press.wasDrag = true;
        // From here on the press is no click. It ends when the pointer is released, also outside of the viewport.
        viewport.setPointerCapture(pointerId);
        viewport.dataset.dragged = "";
        scrolledBy(DRAG);
      }
      viewport.scrollTo({ left: press.scrollLeft + (press.x - clientX) / scaleOf(viewport), behavior: "instant" });
      const time = timeStamp - press.timeStamp;
      if (!time) return;
      // The latest movement counts most.
      press.velocity = (press.velocity + (press.last - clientX) / time) / 2;
      press.last = clientX;
      press.timeStamp = timeStamp;
    },
    lostpointercapture(event) {
      if (!press?.isDrag) return;
      press.isDrag = false;
      // A pointer at rest before the release leaves the track where it is.
      report(RELEASED, event.timeStamp - press.timeStamp > REST / 2 ? 0 : press.velocity);
      restSoon();
    },
    // Otherwise the browser drags the link or the picture.
    dragstart: (event) => isText(event) || event.preventDefault(),
    click(event) {
      const link = linkOf(event);
      // A click that ends a selection of text does not follow the link.
      if (link && !isAway(event) && !link.contains(event.target)) link.dispatchEvent(new MouseEvent("click", event));
    },
    auxclick(event) {
      const link = linkOf(event);
      // `noopener`, as links have it: the new page gets no access to this one.
      if (event.button === 1 && link && !link.contains(event.target)) open(link.href, "", "noopener");
    },
  };
  // Stops the click of a press that has dragged the row, in the capture phase, before other listeners.
  const swallow = (/** @type {MouseEvent} */ event) => {
    if (!press?.wasDrag || !event.detail) return;
    event.preventDefault();
    event.stopPropagation();
  };
  resized.set(viewport, putRight);
  resizes.observe(viewport);
  for (const [name, listener] of Object.entries(listeners)) viewport.addEventListener(name, listener, { passive: name === "wheel" || name === "touchstart" });
  viewport.addEventListener("click", swallow, true);
  // Hides the browser's icon for a picture that has not loaded.
  const hide = (/** @type {any} */ { target }) => target.matches("img") && (target.dataset.broken = "");
  viewport.addEventListener("error", hide, true);
  for (const target of viewport.querySelectorAll("img")) if (target.complete && !target.naturalWidth) hide({ target });
  // From now on presses on text follow the link, see live.css.
  viewport.dataset.heard = "";
  return () => {
    clearTimeout(timer);
    delete viewport.dataset.heard;
    resizes.unobserve(viewport);
    for (const [name, listener] of Object.entries(listeners)) viewport.removeEventListener(name, listener);
    viewport.removeEventListener("click", swallow, true);
    viewport.removeEventListener("error", hide, true);
  };
}

/**
 * By how much the page scales an element.
 *
 * @param {HTMLElement} viewport
 */
function scaleOf(viewport) {
  return viewport.getBoundingClientRect().width / parseFloat(getComputedStyle(viewport).width) || 1;
}

/**
 * Whether a viewport is read from right to left (1, else 0), and the left and right edges of it and its slides.
 *
 * @param {HTMLElement} viewport
 */
export function measure(viewport) {
  const scale = scaleOf(viewport);
  const edges = [viewport, ...viewport.children].flatMap((element) => {
    const { left, right } = element.getBoundingClientRect();
    return [left / scale, right / scale];
  });
  return Float64Array.of(/** @type {any} */ (getComputedStyle(viewport).direction === "rtl"), ...edges);
}

/**
 * The numbers of an event "track": its kind, a value, and what `measure` gives. A scroll moves all slides alike, so they are not
 * measured.
 *
 * @param {CustomEvent<[number, number]>} event
 */
export function numbersOf({ target, detail }) {
  return Float64Array.of(...detail, ...(detail[0] === SCROLLED ? [] : measure(/** @type {HTMLElement} */ (target))));
}

/**
 * Asks the browser to scroll a viewport, without an animation where `scrollSource` is PROGRAM. With SCROLLING the
 * source of the scroll under way stays.
 *
 * @param {HTMLElement} viewport
 * @param {number} place
 * @param {number} scrollSource
 */
export function scrollTo(viewport, place, scrollSource) {
  const isCalm = !scrollSource || matchMedia("(prefers-reduced-motion: reduce)").matches;
  const left = getComputedStyle(viewport).direction === "rtl" ? -place : place;
  scrolls.set(viewport, [/** @type {number} */ (scrollSource === SCROLLING ? scrolls.get(viewport)?.[0] : scrollSource), left]);
  viewport.scrollTo({ left, behavior: isCalm ? "instant" : "smooth" });
}

/**
 * Whether a viewport has the focus, or its track scrolls.
 *
 * @param {Element} viewport
 */
export function isBusy(viewport) {
  return viewport.matches(":focus-within, [data-moving]");
}
