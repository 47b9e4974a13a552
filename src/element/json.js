// Documents as JSON.

/** An object as JSON: what the page does to it later is not half seen. An error where that cannot be. */
export function toText(value) {
  try {
    return JSON.stringify(value) ?? Error("no object");
  } catch (error) {
    return error;
  }
}

/** Whether a text is JSON. */
export function isJson(text) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
