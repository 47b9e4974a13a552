// @ts-check
// Documents as JSON.

/**
 * An object as JSON, so that later changes of the object have no effect; an error where it cannot be JSON.
 *
 * @param {unknown} value
 * @returns {string | Error}
 */
export function toText(value) {
  try {
    return JSON.stringify(value) ?? Error("no object");
  } catch (error) {
    return /** @type {Error} */ (error);
  }
}

/**
 * Whether a text is JSON.
 *
 * @param {string | null} text
 */
export function isJson(text) {
  try {
    JSON.parse(/** @type {string} */ (text));
    return true;
  } catch {
    return false;
  }
}
