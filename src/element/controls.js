// The controls of an article and what leads from place to place in it, and where in it each one stands.

const CONTROLS = "button, input, select, [tabindex], [role^=doc], .row, .datum";

const all = (root) => [...root.querySelectorAll(CONTROLS)];

/** The control that an event or the focus is on, with its place; `undefined` where it is none. */
export function locate(element, root) {
  const control = element?.closest?.(CONTROLS);
  if (!control || !root.contains(control)) return undefined;
  const controls = all(root);
  return { control, index: controls.indexOf(control), count: controls.length };
}

/** The same control, or the one in its place in another root of the same article. */
export function relocate({ control, index, count }, root) {
  if (root.contains(control)) return control;
  const controls = all(root);
  return controls.length === count ? controls[index] : undefined;
}
