// The track of a carousel: what the browser does with it, and what the reader does to it; see
// track.rs. Wheels, trackpads and fingers need nothing from here.

// What is told of.
const SEEN = 0;
const RESTED = 1;
const FOCUSED = 2;
const RELEASED = 3;

// By whom a track is moved.
const NOBODY = 0;
const SCROLLING = 2;
const KEYBOARD = 3;
const DRAG = 4;

// Milliseconds without a step after which a track is at rest, where browsers do not say so.
const REST = 200;
// Pixels from which on a press is a drag.
const DRAGGED = 5;

// By whom each track is moved, and where it was asked to scroll to, until it rests.
const moves = new WeakMap();

/** Dispatches "track" on a viewport for everything that happens to its track, until it is ended. */
export function watch(viewport) {
  let timer;
  let press;
  const tell = (what, value = 0) => {
    const focused = viewport.getRootNode().activeElement;
    viewport.dispatchEvent(new CustomEvent("track", { detail: [what, value] }));
    // Where more stories fit there are fewer places to rest at: the button of one that is gone leaves its
    // focus to the one that counts.
    if (focused?.matches(".dot")) setTimeout(() => focused.hidden && focused.parentNode.querySelector("[aria-current]")?.focus());
  };
  const moveBy = (mover) => moves.set(viewport, [mover]);
  const rest = () => {
    clearTimeout(timer);
    if (press?.isDrag) return restSoon();
    delete viewport.dataset.moving;
    delete viewport.dataset.dragged;
    tell(RESTED, moves.get(viewport)?.[0] ?? SCROLLING);
    moveBy(SCROLLING);
  };
  // Where a browser is late, a track that is not where it was asked to go is still on its way.
  const isUnderWay = () => Math.abs(viewport.scrollLeft - moves.get(viewport)?.[1]) > 2;
  const restSoon = (delay = REST, patience = 10) => {
    clearTimeout(timer);
    timer = setTimeout(() => (patience && isUnderWay() ? restSoon(delay, patience - 1) : rest()), delay);
  };
  const putRight = () => {
    // What the browser puts right is not the reader's doing, but what was asked for still is.
    if (moves.get(viewport)?.[1] === undefined) moveBy(NOBODY);
    tell(SEEN);
    restSoon();
  };
  const linkOf = ({ target }) => target.closest(".teaser")?.querySelector("a");
  // What is under the pointer is text to select, not a card to drag. Selected text is dragged as such.
  const isText = ({ target }) => !target.closest || (target.closest(".words") && !target.closest("a"));
  const isAway = ({ clientX, clientY }) => press && Math.hypot(clientX - press.x, clientY - press.y) > DRAGGED;

  const listeners = {
    scroll() {
      viewport.dataset.moving = "";
      tell(SEEN);
      // While it is pulled, and glides on from there, every step may be said to be an end. And a row
      // that has grown may be put right without any end being said.
      restSoon("onscrollend" in viewport && !("dragged" in viewport.dataset) ? 5 * REST : REST);
    },
    scrollend: () => "dragged" in viewport.dataset || (isUnderWay() ? restSoon() : rest()),
    // A browser that puts the viewport elsewhere starts its row anew, and only this animation with
    // it (see carousel.css).
    animationstart: putRight,
    wheel: () => moveBy(SCROLLING),
    touchstart: () => moveBy(SCROLLING),
    keydown: () => moveBy(KEYBOARD),
    focusin({ target }) {
      const place = [...viewport.children].findIndex((slide) => slide.contains(target));
      if (place < 0 || !target.matches(":focus-visible")) return;
      moveBy(KEYBOARD);
      tell(FOCUSED, place);
    },
    // What waits until nobody is in there has its turn.
    focusout: ({ relatedTarget }) => viewport.contains(relatedTarget) || restSoon(),
    pointerdown(event) {
      const { clientX: x, clientY: y, timeStamp, pointerType, button } = event;
      press = { x, y, last: x, timeStamp, velocity: 0, scrollLeft: viewport.scrollLeft };
      press.canDrag = pointerType === "mouse" && !button && !isText(event);
      if (pointerType === "mouse" && event.target === viewport) moveBy(SCROLLING);
    },
    pointermove(event) {
      const { clientX, timeStamp, buttons, pointerId } = event;
      if (!press?.canDrag || !(buttons & 1)) return;
      if (!press.isDrag) {
        if (Math.abs(clientX - press.x) < DRAGGED) return;
        press.isDrag = press.wasDrag = true;
        // From here on the press is no click, and ends wherever the pointer is.
        viewport.setPointerCapture(pointerId);
        viewport.dataset.dragged = "";
        moveBy(DRAG);
      }
      viewport.scrollTo({ left: press.scrollLeft + (press.x - clientX) / scaleOf(viewport), behavior: "instant" });
      const time = timeStamp - press.timeStamp;
      if (!time) return;
      // Of the last moments, the very last counts most.
      press.velocity = (press.velocity + (press.last - clientX) / time) / 2;
      press.last = clientX;
      press.timeStamp = timeStamp;
    },
    lostpointercapture(event) {
      if (!press?.isDrag) return;
      press.isDrag = false;
      // Whoever holds it still before letting go wants it there.
      tell(RELEASED, event.timeStamp - press.timeStamp > REST / 2 ? 0 : press.velocity);
      restSoon();
    },
    // A link or a picture would be dragged itself.
    dragstart: (event) => isText(event) || event.preventDefault(),
    click(event) {
      const link = linkOf(event);
      // Whoever selects a text does not want to leave.
      if (link && !isAway(event) && !link.contains(event.target)) link.dispatchEvent(new MouseEvent("click", event));
    },
    auxclick(event) {
      const link = linkOf(event);
      // As from a link, the other page has nothing to do with this one.
      if (event.button === 1 && link && !link.contains(event.target)) open(link.href, "", "noopener");
    },
  };
  // Before anybody else: the press that has dragged the row is no click on what is under it.
  const swallow = (event) => {
    if (!press?.wasDrag || !event.detail) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const resize = new ResizeObserver(putRight);
  resize.observe(viewport);
  for (const [name, listener] of Object.entries(listeners)) viewport.addEventListener(name, listener, { passive: name === "wheel" || name === "touchstart" });
  viewport.addEventListener("click", swallow, true);
  // The mark of a browser for a picture that does not come is no part of a card.
  const hide = ({ target }) => target.matches("img") && (target.dataset.broken = "");
  viewport.addEventListener("error", hide, true);
  for (const target of viewport.querySelectorAll("img")) if (target.complete && !target.naturalWidth) hide({ target });
  // From now on words are answered, see live.css.
  viewport.dataset.heard = "";
  return () => {
    clearTimeout(timer);
    delete viewport.dataset.heard;
    resize.disconnect();
    for (const [name, listener] of Object.entries(listeners)) viewport.removeEventListener(name, listener);
    viewport.removeEventListener("click", swallow, true);
    viewport.removeEventListener("error", hide, true);
  };
}

/** How much the page has scaled it. */
function scaleOf(viewport) {
  return viewport.getBoundingClientRect().width / parseFloat(getComputedStyle(viewport).width) || 1;
}

/** Whether it is read from right to left (1, else 0), and its edges and those of its slides, left and right. */
export function measure(viewport) {
  const scale = scaleOf(viewport);
  const edges = [viewport, ...viewport.children].flatMap((element) => {
    const { left, right } = element.getBoundingClientRect();
    return [left / scale, right / scale];
  });
  return Float64Array.of(getComputedStyle(viewport).direction === "rtl", ...edges);
}

/** What an event "track" tells: what it is, a number, and what `measure` gives. */
export function told({ target, detail }) {
  return Float64Array.of(...detail, ...measure(target));
}

/** Asks the browser to scroll to a place on behalf of somebody, or of whoever had asked before; at once if that is nobody. */
export function scrollTo(viewport, place, mover) {
  const isCalm = !mover || matchMedia("(prefers-reduced-motion: reduce)").matches;
  const left = getComputedStyle(viewport).direction === "rtl" ? -place : place;
  moves.set(viewport, [mover === SCROLLING ? moves.get(viewport)?.[0] : mover, left]);
  viewport.scrollTo({ left, behavior: isCalm ? "instant" : "smooth" });
}

/** Whether the reader is in there, or it is on its way. */
export function isBusy(viewport) {
  return viewport.matches(":focus-within, [data-moving]");
}
