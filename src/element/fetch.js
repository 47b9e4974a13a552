// Documents from the network, with failures that say what happened.

import { failure } from "./failure.js";
import { retried } from "./retry.js";

// Characters; a real document has some ten thousand.
const LARGEST = 4_000_000;

// Milliseconds for a document to come, all tries together.
const PATIENCE = 20_000;

/**
 * The text of a document, unless `task` is aborted. `first` is what the loader has asked for already, at the time
 * `since`; a task that takes too long is aborted here.
 */
export function getText({ name: url, first, since }, task) {
  const { signal } = task;
  const failed = (code, message, mayPass) => failure(code, `${url}: ${message}`, mayPass);
  const timer = setTimeout(() => task.abort(failed("timeout", `not there after ${PATIENCE / 1000} seconds`, true)), since + PATIENCE - Date.now());
  const text = retried(async () => {
    try {
      const answer = first ?? fetch(url, { signal });
      first = undefined;
      const { ok, status, body } = await answer;
      if (!ok) {
        // Too often, or the server's own trouble; anything else will be the same next time.
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
    } catch (error) {
      throw error.code || signal.aborted ? error : failed("network", "no answer came from the server", true);
    }
  }, signal);
  return text.finally(() => clearTimeout(timer));
}
