// @ts-check
// Addresses in feeds.

import { clean } from "./prose.js";

// References without a scheme that are meant as such: `/a`, `../a`, `?p=1`, `stories/two.html`. Others are remarks
// (`N/A`) or lack the scheme (`www.example.org/6`): they would lead to made-up pages of the feed's own site.
const RELATIVE = /^(?:\/{1,2}[^\s/]|\.\.?\/|\?\w+=|(?:[^\s./:?#]+\/)*[^\s/:?#]+\.(?:[sx]?html?|php|aspx?|jsp|pdf|avif|gif|jpe?g|png|webp)(?:[?#]|$))/i;
// Where the feed states a base (`xml:base`), folders are meant as well.
const IN_FOLDER = /^[^\s./:?#]+\/\S{2}/;
// What is added to addresses to count the readers of a feed.
const TRACKING = /^(?:utm|at|mc|pk|mtm|hsa)_|^(?:\w*clid|cmp(?:id)?|igshid|ocid|partner|emc|ref|rss|smid)$/i;

/**
 * An absolute address of the web; `undefined` where an address is no such.
 *
 * @param {unknown} address
 * @param {string} base
 * @param {boolean} [isStated] whether the feed itself states the base
 */
export function absolute(address, base, isStated) {
  const text = clean(address).replace(/&(?:amp|#0*38);/g, "&");
  const isUsable = /^https?:\/\//i.test(text) || RELATIVE.test(text) || (isStated && IN_FOLDER.test(text));
  return isUsable ? resolved(text, base) : undefined;
}

/**
 * An address of the web, relative to a base or not; `undefined` where it is none.
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
 * What addresses of one page have in common, however they are written: they differ in the scheme, `www`, the last
 * slash, what counts readers, and places within the page.
 *
 * @param {string} address an absolute one
 */
export function identity(address) {
  const { host, pathname, searchParams, hash } = new URL(address);
  const query = [...searchParams].filter(([name]) => !TRACKING.test(name)).sort();
  // Some sites have their pages in the fragment.
  const state = /^#[!/]/.test(hash) ? hash : "";
  return [host.replace(/^www\./, ""), pathname.replace(/\/+$/, ""), new URLSearchParams(query), state].join(" ");
}
