// @ts-check
// Shows the stories of the publisher's feed in a row, in place of its own teasers. This module is loaded with an
// article whose element names a feed (`related-src`). The feed itself is requested when the reader comes near.
//
// After any failure the row shows its own teasers, and the console shows the reason. The stories are replaced only
// while the row is below the window and untouched, so that nothing moves while the reader sees it.

/** @import { Answer } from "./stories.js" */
/** @import { Story } from "../types.js" */

/**
 * A row that is mounted.
 *
 * @typedef {object} Row
 * @property {Element} place the element that it is in
 * @property {(stories: Story[]) => void} show
 * @property {boolean} [hasFeed] whether it shows the stories of another feed
 */

import { resolved } from "./address.js";
import { storiesOf } from "./stories.js";

// How far below the window a row is when its feed is requested, relative to the height of the window.
const AHEAD = "100%";
// The margin of an observer that includes all of the page above the window.
const REACHED = "1000000px 0px 0px";
// Milliseconds to wait for the feed.
const PATIENCE = 8000;
// The size in bytes of the largest feed that is read. Real feeds have some hundred thousand.
const LARGEST = 4_000_000;

/**
 * Shows the stories of a feed in a row, unless `signal` is aborted.
 *
 * @param {Row | undefined} alive the row; `undefined` where the article has none
 * @param {string} address
 * @param {AbortSignal} signal
 */
export async function relate(alive, address, signal) {
  const warn = (/** @type {string} */ message) => console.warn(`<article-widget> related-src: ${message}`);
  const row = alive?.place.querySelector(".carousel");
  if (!row) return warn("the document has no row for the stories: add one to `related`, with teasers for when the feed does not come");
  try {
    await untilEntry(({ isIntersecting }) => isIntersecting, row, AHEAD, signal);
    const stories = storiesOf(await get(address, signal), own(), (message) => warn(`${address}: ${message}`));
    await untilEntry(isUntouched, row, REACHED, signal);
    /** @type {Row} */ (alive).show(stories);
  } catch (/** @type {any} */ error) {
    if (signal.aborted) return;
    warn(`${address}: ${error.message}`);
    if (!alive?.hasFeed) return;
    // The row shows the stories of another feed, which belong to another address. It gets its own teasers back.
    await untilEntry(isUntouched, row, REACHED, signal);
    alive.show([]);
  }
}

/**
 * Resolves when an entry of an observer of a row meets a condition; rejects when `signal` is aborted.
 *
 * @param {(entry: IntersectionObserverEntry) => boolean} condition
 * @param {Element} row
 * @param {string} rootMargin
 * @param {AbortSignal} signal
 * @returns {Promise<void>}
 */
function untilEntry(condition, row, rootMargin, signal) {
  return new Promise((resolve, reject) => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!condition(/** @type {IntersectionObserverEntry} */ (entries.at(-1)))) return;
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

/**
 * Whether a row is below the window, not scrolled, and without the focus.
 *
 * @param {IntersectionObserverEntry} entry
 */
function isUntouched({ isIntersecting, target }) {
  // The row is measured again, because the entry is older, and observers ignore their margin in a frame of another
  // site.
  const { top } = target.getBoundingClientRect();
  return !isIntersecting && top > 0 && !target.matches(":focus-within") && !(/** @type {Element} */ (target.querySelector(".viewport")).scrollLeft);
}

/** The addresses of the page. No story leads to its own page. */
function own() {
  const canonical = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=canonical]"))?.href;
  return [location.href, location.href.split("#")[0], canonical].flatMap((address) => resolved(address, location.href) ?? []);
}

/**
 * Requests a feed.
 *
 * @param {string} address
 * @param {AbortSignal} signal
 * @returns {Promise<Answer>}
 */
function get(address, signal) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const fail = (/** @type {string} */ message) => {
      reject(new Error(message));
      request.abort();
    };
    const timer = setTimeout(fail, PATIENCE, `not there after ${PATIENCE / 1000} seconds`);
    // The feed is read as bytes, because its character set may not be the one that the server states.
    request.responseType = "arraybuffer";
    request.onprogress = ({ loaded }) => loaded > LARGEST && fail(`longer than ${LARGEST} bytes`);
    request.onerror = () => fail("no answer came from the server");
    request.onload = () => {
      const { status, response, responseURL } = request;
      if (status >= 200 && status < 300) resolve({ bytes: new Uint8Array(response), mediaType: request.getResponseHeader("content-type"), address: responseURL });
      else fail(`the server answered ${status}`);
    };
    request.onloadend = () => clearTimeout(timer);
    request.open("GET", address);
    request.send();
    onAbort(signal, /** @type {() => void} */ (fail));
  });
}

/**
 * Calls a function when a signal is aborted, or at once if it is aborted already.
 *
 * @param {AbortSignal} signal
 * @param {() => void} act
 */
function onAbort(signal, act) {
  if (signal.aborted) act();
  else signal.addEventListener("abort", act);
}
