// @ts-check
// Requests documents, with failures that say what happened.

/** @import { ArticleWidgetErrorCode } from "./events.js" */
/** @import { WantedDocument } from "./types.js" */

import { failure } from "./failure.js";
import { retried } from "./retry.js";
import { PATIENCE } from "./wanted.js";

// Characters of the longest document that is read; real ones have some ten thousand.
const LARGEST = 4_000_000;

/**
 * The text of a document, unless `task` is aborted. A task that takes too long is aborted here.
 *
 * @param {WantedDocument} wanted
 * @param {AbortController} task
 */
export function getText(wanted, task) {
  const { name: url, since } = wanted;
  const { signal } = task;
  /** @type {(code: ArticleWidgetErrorCode, message: string, isRetryable?: boolean) => Error} */
  const failed = (code, message, isRetryable) => failure(code, `${url}: ${message}`, isRetryable);
  const timer = setTimeout(() => task.abort(failed("timeout", `not there after ${PATIENCE / 1000} seconds`, true)), /** @type {number} */ (since) + PATIENCE - Date.now());
  const text = retried(async () => {
    try {
      const answer = wanted.first ?? fetch(url, { signal, headers: wanted.headers });
      wanted.first = undefined;
      const { ok, status, body } = (wanted.response = /** @type {Response & { body: ReadableStream }} */ (await answer));
      if (!ok) {
        // After too many requests, or an error of the server's own, another try may succeed.
        throw failed("http", `the server answered ${status}`, status >= 500 || status === 429);
      }
      const reader = body.pipeThrough(new TextDecoderStream()).getReader();
      let text = "";
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return text;
        text += value;
        if (text.length > LARGEST) {
          reader.cancel();
          throw failed("too-large", `longer than ${LARGEST} characters`);
        }
      }
    } catch (/** @type {any} */ error) {
      throw error.code || signal.aborted ? error : failed("network", "no answer came from the server", true);
    }
  }, signal);
  return text.finally(() => clearTimeout(timer));
}
