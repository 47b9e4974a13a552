// @ts-check
// Addresses in feeds.

import { clean } from "./prose.js";

// Relative references that are meant as such: `/a`, `../a`, `?p=1`, `stories/two.html`. Other texts are remarks
// (`N/A`) or lack the scheme (`www.example.org/6`): as references, they would lead to pages of the feed's own site
// that do not exist.
const RELATIVE = /^(?:\/{1,2}[^\s/]|\.\.?\/|\?\w+=|(?=[\p{L}\p{N}_%~(-])(?:[^\s./:?#]+\/)*[^\s/:?#]+\.(?:[sx]?html?|php|aspx?|jsp|pdf|avif|gif|jpe?g|png|webp)(?:[?#]|$))/iu;
// If the feed states a base (`xml:base`), references to folders are accepted too, but not `N/A`.
const IN_FOLDER = /^(?!n\/a$)[\p{L}\p{N}_%~(-][^\s./:?#]*\/\S/iu;
// Parameters that are added to addresses to count the readers of a feed.
const TRACKING = /^(?:utm|at|mc|pk|mtm|hsa)_|^(?:\w*clid|cmp(?:id)?|igshid|ocid|partner|emc|ref|rss|smid)$/i;

/**
 * The absolute http or https address; `undefined` if the value is not an address.
 *
 * @param {unknown} address
 * @param {string} base
 * @param {boolean} [isStated] whether the feed itself states the base
 */
export function absolute(address, base, isStated) {
  const text = clean(address).replace(/&(?:amp|#0*38);/g, "&");
  // A tag, a quote, a backslash or a new line within it belongs to what follows an address that was not closed. Without a character
  // that was lost, it would lead elsewhere.
  const isOne = !/["<>\\\ufffd\p{Surrogate}]/u.test(text) && !/\S\s*[\n\r]\s*\S/.test(/** @type {string} */ (address));
  const isUsable = /^https?:\/\//i.test(text) || RELATIVE.test(text) || (isStated && IN_FOLDER.test(text));
  return isOne && isUsable ? resolved(text, base) : undefined;
}

/**
 * The http or https address, resolved against a base if it is relative; `undefined` if it is not an address.
 *
 * @param {unknown} address
 * @param {string} base
 */
export function resolved(address, base) {
  try {
    const { protocol, href } = new URL(clean(address) || "none:", base);
    return /^https?:/.test(protocol) ? href : undefined;
  } catch {
    return undefined;
  }
}

/**
 * A key that all addresses of one page share. They may differ in the scheme, `www`, the last slash, the parameters
 * that count readers, and the place within the page.
 *
 * @param {string} address an absolute one
 */
export function identity(address) {
  const { host, pathname, searchParams, hash } = new URL(address);
  const query = [...searchParams].filter(([name]) => !TRACKING.test(name)).sort();
  // Some sites name their pages in the fragment.
  const state = /^#[!/]/.test(hash) ? hash : "";
  return [host.replace(/^www\./, ""), pathname.replace(/\/+$/, ""), new URLSearchParams(query), state].join(" ");
}
