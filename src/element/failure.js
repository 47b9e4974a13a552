// @ts-check
// Errors that have a code.

/** @import { ArticleWidgetErrorCode } from "./events.js" */
/** @import { Failure } from "./types.js" */

/**
 * Makes an error with a code, which is a stable name for programs. The message is for the publisher. `isRetryable` says
 * that another try may succeed.
 *
 * @param {ArticleWidgetErrorCode} code
 * @param {string} message
 * @param {boolean} [isRetryable]
 * @returns {Failure}
 */
export const failure = (code, message, isRetryable) => Object.assign(new Error(message), { code, isRetryable });
