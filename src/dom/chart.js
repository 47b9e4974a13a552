// A chart and the page around it: the marks under pointers and keys, the figures in the text, the
// address. What happens is told in words; see chart.rs.

// Milliseconds that a pointer rests on a row before its tip opens.
const REST = 80;
// Milliseconds that a tip stays once the pointer has left its row: to be reached itself, and because
// the way from one row to the next may lead across others.
const GRACE = 250;

// The keys that mean something to a field: they write a sign, or a part of one, or move and delete.
const TYPED = /^(.|Dead|Process|Enter|Backspace|Delete|Home|End|Page.+|Arrow.+)$/u;

const SEARCH = "[type=search]";

// What is so about a row whose tip is wanted, in numbers that add up.
const RIGHT = 1;
const LOW = 2;
const PICKED = 4;
const FOCUSED = 8;

/**
 * Listens, until it is ended; `frame` holds the marks of the chart of this id. With `isFirst` the fragment of the address is
 * told of at once.
 */
export function watch(frame, id, hasLinks, isFirst, tellViews) {
  let isOver = false;
  // A frame that is made anew loses the focus, of which its views want to hear no more.
  const tell = (words) => isOver || tellViews(words);
  const article = frame.closest(".article");
  const figure = frame.closest("figure");
  // The figure in the text that has led the reader to a mark.
  const way = {};
  const ends = [
    watchMarks(frame, tell, way),
    listen(article, "click", (event) => follow(event, id, tell, way)),
    hasLinks && watchFragment(tell, isFirst),
    watchSpacing(frame, tell),
    watchElements(figure, frame),
    ...keepKeys(figure),
  ];
  return () => {
    isOver = true;
    ends.forEach((end) => end && end());
  };
}

function listen(target, name, listener) {
  target?.addEventListener(name, listener);
  return () => target?.removeEventListener(name, listener);
}

/**
 * Keeps what is typed into fields from short-cuts of the page where that cannot tell: of a shadow tree it sees the element
 * alone.
 */
function keepKeys(figure) {
  const keep = (event) => {
    if (figure.getRootNode() === document) return;
    const { target, key, ctrlKey, metaKey, altKey } = event;
    // Some keyboards write signs with Ctrl and Alt.
    const isShortcut = (ctrlKey || metaKey || altKey) && !event.getModifierState("AltGraph");
    if (!isShortcut && TYPED.test(key) && target.matches("input, select")) event.stopPropagation();
  };
  return ["keydown", "keypress", "keyup"].map((name) => listen(figure, name, keep));
}

/** Leads from a figure in the text to its mark. */
function follow(event, chart, tell, way) {
  const { button, metaKey, ctrlKey, shiftKey, altKey } = event;
  // A new tab, a new window, a download; or somebody has answered already.
  if (button || metaKey || ctrlKey || shiftKey || altKey || event.defaultPrevented) return;
  const link = event.target.closest("a.datum");
  const [id, of] = citedBy(link);
  if (of !== chart) return;
  event.preventDefault();
  way.back = link;
  tell(`figure=${id}`);
}

/** The ids of the commitment and of the chart that a figure in the text leads to; names may have something in front. */
const citedBy = (link) => /datum-([^.]+)\.(.+)$/.exec(link?.getAttribute("href"))?.slice(1) ?? [];

/** Tells of the fragment of the page's address whenever it changes, and now where that is asked for. */
function watchFragment(tell, isNow) {
  const tellIt = () => {
    try {
      tell(`fragment=${location.hash.slice(1)}`);
    } catch {
      // After a panic the window is all that is left of the chart, and should not hear of it again.
      end();
    }
  };
  const end = listen(globalThis, "hashchange", tellIt);
  if (isNow) tellIt();
  return end;
}

/**
 * Tells how wide texts are set, in percent of their usual width, if that is not their usual width, and
 * whenever it changes: some readers need letters and words to stand apart (WCAG 1.4.12).
 */
function watchSpacing(frame, tell) {
  // As wide as its words, so it changes with them.
  const words = frame.closest("figure")?.querySelector("summary");
  if (!words) return undefined;
  let known = 100;
  const observer = new ResizeObserver(() => {
    const { fontSize, letterSpacing, wordSpacing } = getComputedStyle(frame.querySelector(".plot"));
    const inEm = (length) => Math.max(parseFloat(length) || 0, 0) / parseFloat(fontSize);
    // By what the narrowest letters and the spaces grow; more than what is asked for is not provided for.
    const stretch = Math.min(Math.round(100 + 250 * inEm(letterSpacing) + 50 * inEm(wordSpacing)), 140);
    if (stretch !== known) tell(`stretch=${(known = stretch)}`);
  });
  observer.observe(words);
  return () => observer.disconnect();
}

// What has become of the elements of charts, by their frames: `{ figure, observer, read, isBroken }`.
const elements = new WeakMap();

/** Looks out for programs that take elements of a chart away: the views write on into what is no longer there. */
function watchElements(figure, frame) {
  const others = new WeakSet();
  const read = (records) => {
    for (const { addedNodes, removedNodes } of records) {
      // Nor does it matter what they do to what they have added, nor what they do to texts.
      for (const node of removedNodes) known.isBroken ||= node.nodeType === Node.ELEMENT_NODE && !others.has(node);
      for (const node of addedNodes) others.add(node);
    }
  };
  const observer = new MutationObserver(read);
  const known = { figure, observer, read, isBroken: false };
  observer.observe(figure, { childList: true, subtree: true });
  elements.set(frame, known);
  return () => observer.disconnect();
}

/**
 * Where programs have done so: a function that gives another frame, in a figure that is made anew, the focus and what else
 * was the reader's.
 */
export function broken(frame) {
  const known = elements.get(frame);
  known?.read(known.observer.takeRecords());
  if (!known?.isBroken) return undefined;
  const { figure } = known;
  const isOpen = figure.querySelector("details")?.open;
  const focused = figure.querySelector(":focus");
  const selector = focused && selectorOf(focused);
  return (next) => {
    const other = next.closest("figure");
    for (const table of other.querySelectorAll("details")) table.open = isOpen;
    const control = selector && other.querySelector(selector);
    control?.focus({ preventScroll: true });
    // Writing goes on where it was.
    if (control?.matches(SEARCH)) control.setSelectionRange(focused.selectionStart, focused.selectionEnd);
  };
}

/** What finds a control again in another figure of its chart. */
function selectorOf(control) {
  // The row that keys reach is the one that had the focus last.
  if (control.matches(".row")) return '.row[tabindex="0"]';
  const names = ["name", "value"].filter((name) => control.hasAttribute(name));
  return control.matches(SEARCH) ? SEARCH : control.localName + names.map((name) => `[${name}="${CSS.escape(control.getAttribute(name))}"]`).join("");
}

/** Tells of the row whose tip is wanted, or that none is. */
function watchMarks(frame, tell, way) {
  let shown;
  let asked;
  let timer;

  const open = (row, how = 0) => {
    clearTimeout(timer);
    asked = shown = row;
    // It may have left since.
    const place = row?.isConnected ? [...row.parentNode.children].indexOf(row) : -1;
    tell(`mark=${place} ${how | (row && isLow(row) ? LOW : 0)}`);
  };
  // A little later, unless something else is wanted by then. What is shown stays until the pointer rests
  // elsewhere: it may be slow on its way to the tip.
  const ask = (row, how) => {
    if (row === asked && (row === shown || !shown)) return;
    clearTimeout(timer);
    asked = row;
    if (row !== shown) timer = setTimeout(open, shown ? GRACE : REST, row, how);
  };
  const rowOf = ({ target }) => target.closest(".row") ?? undefined;
  const half = ({ clientX }) => {
    const { left, width } = frame.getBoundingClientRect();
    return clientX > left + width / 2 ? RIGHT : 0;
  };
  const focus = (row) => row?.focus();
  // Without a pointer a tip is the focus's, unless it is closed.
  const atRest = () => (shown && frame.querySelector(".row:focus-visible")) ?? undefined;

  const listeners = {
    pointermove(event) {
      // What moves under a pointer at rest, because the page scrolls, means nothing; a finger that
      // moves scrolls.
      if (event.pointerType === "touch" || event.buttons || !(event.movementX || event.movementY)) return;
      ask(event.target.closest(".tip") ? shown : (rowOf(event) ?? atRest()), half(event));
    },
    // A finger leaves whenever it is lifted.
    pointerleave: ({ pointerType }) => pointerType !== "touch" && ask(atRest()),
    click(event) {
      const row = rowOf(event);
      if (row) open(row, half(event) | PICKED);
    },
    show: ({ detail }) => open(detail, FOCUSED),
    focusin(event) {
      const row = rowOf(event);
      // A press has its own way to open the tip.
      if (row?.matches(":focus-visible")) open(row, FOCUSED);
    },
    focusout(event) {
      // A press on the tip takes the focus, too.
      if (shown && rowOf(event) && !frame.querySelector(".tip:hover")) open();
    },
    keydown(event) {
      const row = rowOf(event);
      const { key, altKey, ctrlKey, metaKey } = event;
      // The browser's own: Alt and an arrow go back, for example.
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
  const step = (row, { key, repeat }) => {
    const { previousElementSibling, nextElementSibling, parentNode } = row;
    if (key === "Enter" || key === " ") repeat || open(row, PICKED);
    else if (key === "ArrowDown" || key === "ArrowRight") focus(nextElementSibling);
    else if (key === "ArrowUp" || key === "ArrowLeft") focus(previousElementSibling);
    else if (key === "Home") focus(parentNode.firstElementChild);
    else if (key === "End") focus(parentNode.lastElementChild);
    else return false;
    return true;
  };

  for (const [name, listener] of Object.entries(listeners)) frame.addEventListener(name, listener);
  // In a shadow tree the document is told of its host alone.
  const isOutside = (event) => !event.composedPath().includes(frame);
  const ends = [
    listen(document, "pointerdown", (event) => shown && isOutside(event) && open()),
    // The focus may be anywhere while a pointer rests on a row.
    listen(document, "keydown", ({ key }) => shown && key === "Escape" && open()),
  ];
  return () => {
    clearTimeout(timer);
    ends.forEach((end) => end());
  };
}

/** Whether a row's middle stands in the lower half of the window. */
function isLow(row) {
  const { top, bottom } = row.getBoundingClientRect();
  return top + bottom > innerHeight;
}

/** Activates a row as a figure does that leads there: with the focus and its tip, wherever it is. */
export function show(frame, place) {
  const row = frame.querySelectorAll(".row")[place];
  row?.focus();
  // It does not leave the frame.
  if (row) frame.dispatchEvent(new CustomEvent("show", { detail: row }));
}

/** The views have rendered a chart: what they did with its elements is known, and its lists show what the markup says is selected. */
export function settle(frame) {
  elements.get(frame)?.observer.takeRecords();
  for (const option of frame.closest("figure").querySelectorAll("option")) option.selected = option.matches("[selected]");
}

/** Brings a chart into view, as soon as it is on the page. */
export function reveal(frame, patience = 100) {
  if (frame.isConnected) frame.closest("figure").scrollIntoView();
  else if (patience) requestAnimationFrame(() => reveal(frame, patience - 1));
}

/** Marks the figures in the text that cite a commitment, or no longer does. */
export function cite(frame, id, isCited) {
  for (const link of frame.closest(".article")?.querySelectorAll("a.datum") ?? []) {
    if (citedBy(link)[0] === id) link.classList.toggle("is-cited", isCited);
  }
}

/** The choice that an event on a control stands for: its name and value, or nothing. */
export function choiceOf({ target, type }) {
  const control = target.closest("[name]");
  const kind = { button: "click", search: "input" }[control?.type] ?? "change";
  if (!control || type !== kind) return undefined;
  const { checked, value } = control;
  const name = control.type === "checkbox" && checked ? "show" : control.name.split(".").pop();
  return `${name}=${value}`;
}

/**
 * Puts the address of this page with another fragment on the clipboard, which browsers allow while
 * they handle a press; tells `onDone` whether it is there.
 */
export async function copyLink(fragment, onDone) {
  const link = `${location.href.split("#")[0]}#${fragment}`;
  let isDone = true;
  try {
    await navigator.clipboard.writeText(link);
  } catch {
    isDone = copyByCommand(link);
  }
  onDone(isDone);
}

/** The older way, for pages that may not use the newer one. */
function copyByCommand(text) {
  let isDone = false;
  const onCopy = (event) => {
    event.clipboardData.setData("text/plain", text);
    event.preventDefault();
    event.stopPropagation();
    isDone = true;
  };
  addEventListener("copy", onCopy, true);
  // There is no other name for it in browsers that need it.
  const isHeard = document.execCommand("copy");
  removeEventListener("copy", onCopy, true);
  return isDone && isHeard;
}
