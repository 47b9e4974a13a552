// @ts-check
// A chart and the page around it: the marks under pointers and keys, the figures in the text, the address. It reports
// to the views in texts; see chart.rs.

/** @typedef {(words: string) => void} Report Reports to the views. */
/** @typedef {{ back?: HTMLElement }} Way The figure in the text that has led the reader to a mark. */
/** @typedef {() => void} End Ends a listener or an observer. */

// Milliseconds that a pointer rests on a row before that is read: a pointer that only crosses reads nothing.
const REST = 80;

// The keys that a field uses: they type a character or a part of one, or move and delete.
const TYPED = /^(.|Dead|Process|Enter|Backspace|Delete|Home|End|Page.+|Arrow.+)$/u;

/**
 * Listens to a chart; gives a function that ends this.
 *
 * @param {HTMLElement} frame holds the marks
 * @param {string} id of the chart
 * @param {boolean} hasLinks
 * @param {boolean} isFirst reports the fragment of the address at once
 * @param {Report} reportToViews
 */
export function watch(frame, id, hasLinks, isFirst, reportToViews) {
  let isOver = false;
  // A frame that is removed loses the focus: that is not reported any more.
  const report = (/** @type {string} */ words) => isOver || reportToViews(words);
  const article = frame.closest(".article");
  const figure = /** @type {HTMLElement} */ (frame.closest("figure"));
  /** @type {Way} */
  const way = {};
  const ends = [
    watchMarks(frame, report, way),
    listen(article, "click", (event) => follow(event, id, report, way)),
    ...["pointerover", "focusin"].map((name) =>
      listen(article, name, ({ target }) => {
        const figure = figureOf(target.closest("a.datum"), id);
        if (figure) report(`preview=${figure}`);
      }),
    ),
    hasLinks && watchFragment(report, isFirst),
    ...keepKeys(figure),
  ];
  return () => {
    isOver = true;
    ends.forEach((end) => end && end());
  };
}

/** Adds a listener; gives a function that removes it. */
function listen(/** @type {EventTarget | null} */ target, /** @type {string} */ name, /** @type {(event: any) => void} */ listener) {
  target?.addEventListener(name, listener);
  return () => target?.removeEventListener(name, listener);
}

/**
 * Keeps keys that are typed into fields from the shortcuts of the page. The page cannot see that the target is a field: for
 * events in a shadow tree, the target is the element.
 */
function keepKeys(/** @type {HTMLElement} */ figure) {
  const keep = (/** @type {KeyboardEvent & { target: Element }} */ event) => {
    if (figure.getRootNode() === document) return;
    const { target, key, ctrlKey, metaKey, altKey } = event;
    // Some keyboards type characters with Ctrl and Alt.
    const isShortcut = (ctrlKey || metaKey || altKey) && !event.getModifierState("AltGraph");
    if (!isShortcut && TYPED.test(key) && target.matches("input, select")) event.stopPropagation();
  };
  return ["keydown", "keypress", "keyup"].map((name) => listen(figure, name, keep));
}

/**
 * Leads from a figure in the text to its mark.
 *
 * @param {MouseEvent & { target: Element }} event
 * @param {string} chart
 * @param {Report} report
 * @param {Way} way
 */
function follow(event, chart, report, way) {
  const { button, metaKey, ctrlKey, shiftKey, altKey } = event;
  // The browser opens a tab or a window or downloads, or a listener has handled the click.
  if (button || metaKey || ctrlKey || shiftKey || altKey || event.defaultPrevented) return;
  const link = /** @type {HTMLElement} */ (event.target.closest("a.datum"));
  const figure = figureOf(link, chart);
  if (!figure) return;
  event.preventDefault();
  way.back = link;
  report(`figure=${figure}`);
}

/** What a link states of a figure of this chart: the id of the commitment, and the choices. */
function figureOf(/** @type {HTMLElement} */ link, /** @type {string} */ chart) {
  const [id, of] = citedBy(link);
  return of === chart && `${id} ${link.dataset.figure ?? ""}`;
}

/**
 * The ids of the commitment and of the chart that a figure in the text leads to. The name may have a prefix.
 *
 * @param {Element | null} link
 */
const citedBy = (link) => /datum-([^.]+)\.(.+)$/.exec(/** @type {string} */ (link?.getAttribute("href")))?.slice(1) ?? [];

/** Reports the fragment of the page's address when it changes, and with `isNow` at once. */
function watchFragment(/** @type {Report} */ report, /** @type {boolean} */ isNow) {
  const reportFragment = () => {
    try {
      report(`fragment=${location.hash.slice(1)}`);
    } catch {
      // After a panic this listener is still there, and throws.
      end();
    }
  };
  const end = listen(globalThis, "hashchange", reportFragment);
  if (isNow) reportFragment();
  return end;
}

/** Reports the row that is read, or that none is. */
function watchMarks(/** @type {HTMLElement} */ frame, /** @type {Report} */ report, /** @type {Way} */ way) {
  /** @type {Element | undefined} */
  let shown;
  /** @type {Element | undefined} */
  let asked;
  /** @type {number | undefined} */
  let timer;

  const rows = () => [...frame.querySelectorAll(".row")];
  /** @type {(row?: Element, how?: string) => void} */
  const open = (row, how = "") => {
    clearTimeout(timer);
    asked = shown = row;
    // The row may have been removed since.
    report(`mark=${row ? rows().indexOf(row) : -1} ${how}`);
  };
  // Reads a row later, unless another one is wanted by then.
  /** @type {(row?: Element) => void} */
  const ask = (row) => {
    if (row === asked) return;
    clearTimeout(timer);
    asked = row;
    if (row !== shown) timer = setTimeout(open, REST, row);
  };
  /** @type {(event: any) => HTMLElement | undefined} */
  const rowOf = ({ target }) => target.closest(".row") ?? undefined;
  // Without a pointer the focused row is read, unless that was ended.
  const atRest = () => (shown && frame.querySelector(".row:focus-visible")) ?? undefined;

  /** @type {Record<string, (event: any) => void>} */
  const listeners = {
    pointermove(event) {
      // A page that scrolls under a pointer at rest is ignored, and a finger that scrolls.
      if (event.pointerType === "touch" || event.buttons || !(event.movementX || event.movementY)) return;
      const row = rowOf(event);
      // Between the rows the last one is read on.
      if (row) ask(row);
    },
    click(event) {
      const row = rowOf(event);
      if (row) open(row, "press");
    },
    show: ({ detail }) => open(detail, "focus"),
    focusin(event) {
      const row = rowOf(event);
      // After a press, the click reads the row.
      if (row?.matches(":focus-visible")) open(row, "focus");
    },
    keydown(event) {
      const row = rowOf(event);
      const { key, altKey, ctrlKey, metaKey } = event;
      // Shortcuts of the browser: Alt and an arrow go back, for example.
      if (altKey || ctrlKey || metaKey) return;
      if (key === "Escape" && shown) open();
      else if (!row || !(key === "Escape" ? goBack() : step(row, event))) return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
  // Back to the figure in the text, once.
  const goBack = () => {
    const link = way.back;
    way.back = undefined;
    link?.focus();
    return link?.isConnected;
  };
  const step = (/** @type {Element} */ row, /** @type {KeyboardEvent} */ { key, repeat }) => {
    const all = /** @type {HTMLElement[]} */ (rows());
    const place = all.indexOf(/** @type {HTMLElement} */ (row));
    if (key === "Enter" || key === " ") repeat || open(row, "press");
    else if (key === "ArrowDown" || key === "ArrowRight") all[place + 1]?.focus();
    else if (key === "ArrowUp" || key === "ArrowLeft") all[place - 1]?.focus();
    else if (key === "Home") all[0].focus();
    else if (key === "End") all.at(-1)?.focus();
    else return false;
    return true;
  };

  for (const [name, listener] of Object.entries(listeners)) frame.addEventListener(name, listener);
  const figure = /** @type {HTMLElement} */ (frame.closest("figure"));
  // Of events in a shadow tree, the target is the host for listeners of the document. The words about the row can be
  // reached by the pointer, and selected.
  const isOutside = (/** @type {Event} */ event) => !event.composedPath().includes(figure);
  const ends = [
    listen(figure, "click", ({ target }) => target.closest(".back") && (open(), goBack())),
    listen(document, "pointerdown", (event) => shown && isOutside(event) && open()),
    listen(figure, "pointerleave", ({ pointerType }) => pointerType !== "touch" && ask(atRest())),
    // While a pointer rests on a row, the focus may be elsewhere.
    listen(document, "keydown", ({ key }) => shown && key === "Escape" && open()),
  ];
  return () => {
    clearTimeout(timer);
    ends.forEach((end) => end());
  };
}

/** Moves the focus to a row, and reads it. */
export function show(/** @type {Element} */ frame, /** @type {number} */ place) {
  const row = /** @type {HTMLElement | undefined} */ (frame.querySelectorAll(".row")[place]);
  row?.focus();
  // The event does not bubble.
  if (row) frame.dispatchEvent(new CustomEvent("show", { detail: row }));
}

/** Scrolls a chart into view when it is on the page; waits for that as many frames as `patience` says. */
export function reveal(/** @type {Element} */ frame, patience = 100) {
  if (frame.isConnected) /** @type {Element} */ (frame.closest("figure")).scrollIntoView();
  else if (patience) requestAnimationFrame(() => reveal(frame, patience - 1));
}

/** Marks the figures in the text that cite the commitment of this id, or removes the mark. */
export function cite(/** @type {Element} */ frame, /** @type {string} */ id, /** @type {boolean} */ isCited) {
  for (const link of frame.closest(".article")?.querySelectorAll("a.datum") ?? []) {
    if (citedBy(link)[0] === id) link.classList.toggle("is-cited", isCited);
  }
}

/** Draws a bar of this length behind the figure in the text that the reader points at or has focused; see live.css. */
export function preview(/** @type {Element} */ frame, /** @type {string} */ share) {
  // An animation without a duration: pages may forbid attributes with styles.
  frame.closest(".article")?.querySelector("a.datum:is(:hover, :focus-visible)")?.animate?.({ backgroundSize: `${share} 100%` }, { fill: "forwards" });
}

/** The choice that an event on a control makes, as `name=value`; nothing for other events. */
export function choiceOf(/** @type {Event} */ { target, type }) {
  const control = /** @type {HTMLInputElement | null} */ (/** @type {Element} */ (target).closest("[name]"));
  const kind = /** @type {Record<string, string>} */ ({ button: "click", search: "input" })[/** @type {string} */ (control?.type)] ?? "change";
  if (!control || type !== kind) return undefined;
  const { checked, value } = control;
  const name = control.type === "checkbox" && checked ? "show" : control.name.split(".").pop();
  return `${name}=${value}`;
}

/** The address of the page without its fragment. */
const address = () => location.href.split("#")[0];

/** How to cite the page, in lines. */
export const citation = () => `${document.title}\n${address()}`;

/**
 * Copies the address of this page with another fragment to the clipboard, which browsers allow while they handle a press;
 * calls `onDone` with whether that worked.
 */
export async function copyLink(/** @type {string} */ fragment, /** @type {(isDone: boolean) => void} */ onDone) {
  const link = `${address()}#${fragment}`;
  let isDone = true;
  try {
    await navigator.clipboard.writeText(link);
  } catch {
    isDone = copyByCommand(link);
  }
  onDone(isDone);
}

/** Copies with the older API, for pages that may not use the newer one. */
function copyByCommand(/** @type {string} */ text) {
  let isDone = false;
  const onCopy = (/** @type {ClipboardEvent} */ event) => {
    /** @type {DataTransfer} */ (event.clipboardData).setData("text/plain", text);
    event.preventDefault();
    event.stopPropagation();
    isDone = true;
  };
  addEventListener("copy", onCopy, true);
  // Deprecated, and the only way in browsers that need this.
  const isHeard = document.execCommand("copy");
  removeEventListener("copy", onCopy, true);
  return isDone && isHeard;
}

/**
 * The rank of each name from A to Z in a language. Equal names have the same rank.
 *
 * @param {string} tag
 * @param {string[]} names
 */
export function ranks(tag, names) {
  // The order of English is that of all languages without one of their own. A browser would take the reader's.
  let { compare } = new Intl.Collator("en");
  try {
    ({ compare } = new Intl.Collator([tag, "en"]));
  } catch {
    // A publisher's own language may have a tag that browsers do not read.
  }
  const order = [...names.keys()].sort((one, other) => compare(names[one], names[other]));
  /** @type {number[]} */
  const ranks = [];
  let before = order[0];
  let rank = 0;
  for (const index of order) {
    if (compare(names[before], names[index])) rank += 1;
    before = index;
    ranks[index] = rank;
  }
  return ranks;
}
