// The controls of an article and what leads from place to place in it, and where in it each one stands:
// so that what a reader did, and where, goes along when other nodes take the place of these.

const CONTROLS = "button, input, select, [tabindex], [role^=doc], .row, .datum";
// Milliseconds between two looks at whether a press has ended.
const PRESS = 30;

const all = (root) => [...root.querySelectorAll(CONTROLS)];

/** The control that an event or the focus is on, with its place; `undefined` where it is none. */
export function locate(element, root) {
  const control = element?.closest?.(CONTROLS);
  if (!control || !root.contains(control)) return undefined;
  const controls = all(root);
  return { control, index: controls.indexOf(control), count: controls.length };
}

/** The same control, or the one in its place in another root of the same article. */
function relocate({ control, index, count }, root) {
  if (root.contains(control)) return control;
  const controls = all(root);
  return controls.length === count ? controls[index] : undefined;
}

/** Where the focus is in a root, and how far things are scrolled: as a function that puts another root there. */
export function remember(old) {
  const place = locate(old.querySelector(":focus"), old);
  const scrolled = [...old.querySelectorAll("*")].map(({ scrollLeft }) => scrollLeft);
  return (root) => {
    const now = [...root.querySelectorAll("*")];
    // Of another article it would mean nothing.
    if (now.length === scrolled.length) {
      now.forEach((element, index) => {
        if (scrolled[index]) element.scrollTo({ left: scrolled[index], behavior: "instant" });
      });
    }
    // Where reading begins, or another try, if it came in place of something that had the focus.
    if (place) (relocate(place, root) ?? root.querySelector("h1, button"))?.focus({ preventScroll: true });
  };
}

/** Puts a root in the place of another; the focus goes along, and how far things are scrolled. */
export function swap(old, root) {
  const restore = remember(old);
  old.replaceWith(root);
  restore(root);
}

// What is chosen in controls, as what they control shows it.
const choices = new WeakMap();

/** Notes what is chosen in a root; what a control shows later may not have been answered. */
export function noteChoices(root) {
  for (const input of root.querySelectorAll("input")) choices.set(input, input.checked);
}

/** Lets the controls of a copy say what was chosen when that was noted, now and when they are set back. */
export function copyChoices(root, copy) {
  const now = copy.querySelectorAll("input");
  root.querySelectorAll("input").forEach((input, index) => {
    if (choices.has(input)) now[index].defaultChecked = now[index].checked = choices.get(input);
  });
}

/** Waits while a root is pressed: a press that has begun on one root would not end in a click on another. */
export async function atRest(root) {
  while (root.matches(":active")) await new Promise((resolve) => setTimeout(resolve, PRESS));
}

/** Notes the places of what the reader did in a root, which is about to be another. */
export function note(early, root) {
  for (const entry of early) {
    const place = locate(entry.target, root);
    if (place) Object.assign(entry, { place, island: root.dataset.island });
  }
}

/** Does, once, what the reader did too early: `{ event, target, value }`, or with a place that was noted. */
export function replay(early, root) {
  // What was written and chosen last is what was meant.
  const isLast = ({ event, target }, index) =>
    event.type === "click" || !early.slice(index + 1).some((later) => later.event.type === "input" && later.target === target);
  for (const { event, target, value, place, island } of early.filter(isLast)) {
    const within = island ? root.querySelector(`[data-island="${island}"]`) : root;
    const control = place ? relocate(place, within) : target;
    // A link that the browser has opened elsewhere has been followed.
    if (!control || (control.href && (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey))) continue;
    const isInput = event.type === "input";
    // Coming alive may have set it back; where it has not, writing goes on.
    if (isInput && control.value !== value) control.value = value;
    control.dispatchEvent(new event.constructor(event.type, event));
    // Nobody changes anything from here on, so the browser will not say so.
    if (isInput) control.dispatchEvent(new Event("change", { bubbles: true }));
  }
}
