// Lets what a chart has redrawn glide from where it was to where it is.
//
// Places are read from attributes, never measured, so that the page is not laid out for it.

const TIMING = { duration: 450, easing: "ease-in-out" };
// More rows than an eye can follow, and than a slow phone can move at once.
const MOST_ROWS = 100;

// Of each row its last `Place`, and the last x of its label: labels are made anew when their words change.
const known = new WeakMap();
const labelled = new WeakMap();
// What is on its way. Paper shows one moment: there everything has arrived.
const moving = new Set();
const paper = matchMedia("print");
const arrive = () => moving.forEach((animation) => animation.finish());
addEventListener("beforeprint", arrive);
paper.addEventListener("change", arrive);

export function glide(plot) {
  const rows = plot.querySelectorAll(".row");
  if (rows.length > MOST_ROWS) return;
  let answer;
  // Asked only once something has changed.
  const isMoving = () => (answer ??= plot.animate && !paper.matches && !matchMedia("(prefers-reduced-motion: reduce)").matches);

  for (const row of rows) {
    const last = known.get(row);
    const next = placeOf(row);
    // What has not changed may still be on its way: that goes on.
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
    // Numbers that run along would distract from the bars: they appear at their new place.
    if (before && now && before !== now && isMoving()) send(label, { opacity: [0, 1] });
  }
}

/**
 * Where a row is to be: `to` is its top and, if it has a mark, the mark's x, width, height and
 * distance from the top; `units` are those of x and width.
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

const numberOf = (element, name) => parseFloat(element?.getAttribute(name)) || 0;
const unitOf = (element, name) => (element.getAttribute(name)?.endsWith("%") ? "%" : "px");

/** Where a row is seen at this moment. */
function shown({ from, to, animations }) {
  const progress = animations[0]?.effect.getComputedTiming().progress;
  // Without a progress it has arrived.
  return progress == null ? to : to.map((end, index) => {
    const start = from[index] ?? end;
    return start + (end - start) * progress;
  });
}

/** Sends an element on its way through these frames. */
function send(element, frames) {
  const animation = element.animate(frames, TIMING);
  moving.add(animation);
  animation.onfinish = animation.oncancel = () => moving.delete(animation);
  return animation;
}

/** Sends a row on its way, and its mark if that has kept its kind; gives the animations, the row's first. */
function move(row, { from, to, units }, isSameKind) {
  const animations = [send(row, { transform: [`translateY(${from[0] - to[0]}px)`, "none"] })];
  if (isSameKind && units) {
    const [ofX, ofWidth] = units.split(" ");
    const frames = [from, to].map(([, x, width, height, below]) => ({
      x: x + ofX,
      width: width + ofWidth,
      height: `${height}px`,
      y: `${to[0] + below}px`,
    }));
    for (const part of row.querySelectorAll(".mark")) animations.push(send(part, frames));
  }
  return animations;
}
