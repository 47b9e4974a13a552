// @ts-check
// The message in the place of an article.

/** @import { Failure, Words } from "./types.js" */

import { make, makeRoot } from "./make.js";

/**
 * Makes a root with a message: that the article is loading, or that it has failed.
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
  // Without its styles the message has margins, which would move the page.
  status.hidden = !failure;
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
    status.hidden = false;
  });
  return makeRoot(status);
}
