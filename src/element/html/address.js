// @ts-check
// The rules of the format for addresses: src/model/address.rs has the same.

/** The schemes that a link may open, or no scheme. */
const LINK = /^(?:(?:https?|mailto|tel):|[^:/?#]*(?:[/?#]|$))/i;
/** The schemes that a picture may come from, or no scheme. */
const FILE = /^(?:https?:|[^:/?#]*(?:[/?#]|$))/i;
/** Characters that browsers ignore in addresses, and that the model removes. */
const CONTROL = /\p{Cc}/u;
/** One picture in a list of them, with its width. */
const CANDIDATE = /^(\S+) \d+w$/;

/**
 * Whether a link may have this address.
 *
 * @param {string} address
 */
export const isLink = (address) => LINK.test(address) && !CONTROL.test(address) && address === address.trim();

/**
 * Whether a picture or a document may come from this address.
 *
 * @param {string} address
 */
export const isFile = (address) => FILE.test(address) && !/[\s\p{Cc}]|,$/u.test(address);

/**
 * Whether pictures may come from all addresses of a list, as the views write it.
 *
 * @param {string} list
 */
export const areFiles = (list) => list.split(", ").every((candidate) => isFile(candidate.match(CANDIDATE)?.[1] ?? ":"));
