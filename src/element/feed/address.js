// @ts-check
// Addresses in feeds.

import { clean } from "./prose.js";

/**
 * An absolute address of the web; `undefined` where an address is no such.
 *
 * @param {unknown} address
 * @param {string} base
 */
export function absolute(address, base) {
  try {
    const { protocol, href } = new URL(clean(address) || "none:", base);
    return /^https?:/.test(protocol) ? href : undefined;
  } catch {
    return undefined;
  }
}
