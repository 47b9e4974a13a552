// @ts-check
// The message in the place of an article.

/** @import { Failure, Words } from "./types.js" */

import { make, makeRoot } from "./make.js";

/**
 * Makes a root with a message: that the article is loading, or that it has failed. Screen readers announce the words when
 * they come; until the article comes, its shape is seen (see skeleton.js).
 *
 * @param {Promise<[Words, unknown]>} ready the words, once the styles have loaded
 * @param {() => void} onRetry
 * @param {Failure} [failure]
 */
export function makeMessage(ready, onRetry, failure) {
  const text = make("p", {});
  const button = make("button", { type: "button" });
  const status = make("div", { class: "status", role: failure ? "alert" : "status", dir: "auto" }, text);
  if (failure?.isRetryable) status.append(button);
  ready.then(([words]) => {
    text.textContent = failure ? words.failed : words.loading;
    button.textContent = words.retry;
    button.onclick = () => {
      if (button.ariaDisabled) return;
      button.ariaDisabled = "true";
      button.textContent = words.loading;
      onRetry();
    };
    status.lang = words.lang;
  });
  return makeRoot(status);
}
