// @ts-check
// Errors that have a code.

/** @import { ArticleWidgetErrorCode } from "./events.js" */
/** @import { Failure } from "./types.js" */

/**
 * Makes an error with a code, which is a stable name for programs. The message is for the publisher. `mayPass` says
 * that another try may succeed.
 *
 * @param {ArticleWidgetErrorCode} code
 * @param {string} message
 * @param {boolean} [mayPass]
 * @returns {Failure}
 */
export const failure = (code, message, mayPass) => Object.assign(new Error(message), { code, mayPass });
