// The stories of a feed that the publisher has already, in the place of a row's own teasers. Loaded
// with an article whose element names one (`related-src`); the feed itself comes when the reader does.
//
// Whatever goes wrong, the row keeps its teasers, and the console says why. Nothing moves under
// anybody: stories change places only below the window, where nobody has been at them.

import { storiesOf } from "./stories.js";

// How far ahead of the reader a feed is asked for, in parts of the window's height.
const AHEAD = "100%";
// The window, and all that is above it.
const REACHED = "1000000px 0px 0px";
// Milliseconds for it to come.
const PATIENCE = 8000;
// Bytes; a real feed has some hundred thousand.
const LARGEST = 4_000_000;

/**
 * Gives a row that is alive, `{ place, show }`, the stories of the feed at an address, unless `signal` comes first;
 * `undefined` where an article has none.
 */
export async function relate(alive, address, signal) {
  const warn = (message) => console.warn(`<article-widget> related-src: ${message}`);
  const row = alive?.place.querySelector(".carousel");
  if (!row) return warn("the document has no row for the stories: add one to `related`, with teasers for when the feed does not come");
  try {
    await when(({ isIntersecting }) => isIntersecting, row, AHEAD, signal);
    const stories = storiesOf(await get(address, signal));
    await when(isUntouched, row, REACHED, signal);
    alive.show(stories);
  } catch (error) {
    if (!signal.aborted) warn(`${address}: ${error.message}`);
  }
}

/** Settles when what an observer of the window, with this margin around it, tells of a row is so. */
function when(isSo, row, rootMargin, signal) {
  return new Promise((resolve, reject) => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!isSo(entries.at(-1))) return;
        observer.disconnect();
        resolve();
      },
      { rootMargin },
    );
    observer.observe(row);
    onAbort(signal, () => {
      observer.disconnect();
      reject();
    });
  });
}

/** Whether a row is below the window, and as it came: not scrolled, without the focus. */
function isUntouched({ isIntersecting, target }) {
  // Where it is by now; an observer in a frame of another site is not given its margin either.
  const { top } = target.getBoundingClientRect();
  return !isIntersecting && top > 0 && !target.matches(":focus-within") && !target.querySelector(".viewport").scrollLeft;
}

/**
 * The answer to a request for a feed. `fetch` would give a text, and to have that read as XML is
 * forbidden where a page requires Trusted Types; a request of the older kind brings its own parser.
 */
function get(address, signal) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const fail = (message) => {
      reject(new Error(message));
      request.abort();
    };
    const timer = setTimeout(fail, PATIENCE, `not there after ${PATIENCE / 1000} seconds`);
    request.onreadystatechange = () => {
      // Servers call XML many things, some of which no browser would read as XML.
      const isXml = !/json/.test(request.getResponseHeader("content-type"));
      if (isXml && request.readyState === XMLHttpRequest.HEADERS_RECEIVED) request.overrideMimeType("text/xml");
    };
    request.onprogress = ({ loaded }) => loaded > LARGEST && fail(`longer than ${LARGEST} bytes`);
    request.onerror = () => fail("no answer came from the server");
    request.onload = () => {
      const { status } = request;
      if (status >= 200 && status < 300) resolve(request);
      else fail(`the server answered ${status}`);
    };
    request.onloadend = () => clearTimeout(timer);
    request.open("GET", address);
    request.send();
    onAbort(signal, fail);
  });
}

/** Does something when a signal comes, or at once where it has. */
function onAbort(signal, act) {
  if (signal.aborted) act();
  else signal.addEventListener("abort", act);
}
