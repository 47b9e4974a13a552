// Text on the clipboard. Browsers allow it while they handle a press, so it must be at hand.

/** Puts a text on the clipboard; tells `onDone` whether it is there. */
export async function copy(text, onDone) {
  let isDone = true;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    isDone = copyByCommand(text);
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
