// @ts-check
// The texts of languages. The WebAssembly and the loader have those of English; this file is requested where an article,
// its reader or a publisher needs others.

/** @import { Words } from "./types.js" */

import { ENGLISH } from "./english.js";
import { textsAddress } from "./files.js";

/** The tags that there is a file for. */
const TAGS = LANGUAGES.split(" ");
/** The first texts of a file: the build that it is of, the tag of the language, and the words of the loader. */
const [LANGUAGE, LOADING, FAILED, RETRY] = [1, 2, 3, 4];

/** @type {Map<string, Promise<any>>} */
const requests = new Map();

/**
 * The content of a JSON file. Each is requested once, until a request fails.
 *
 * @param {string | URL} address
 * @returns {Promise<any>}
 */
function getJson(address) {
  const key = `${address}`;
  const request =
    requests.get(key) ??
    fetch(address).then((response) => {
      if (!response.ok) throw Error(`${response.url}: the server answered ${response.status}`);
      return response.json();
    });
  requests.set(key, request);
  request.catch(() => requests.delete(key));
  return request;
}

/**
 * The texts of a file of the release.
 *
 * @param {string} name
 */
function getTexts(name) {
  const address = textsAddress(name);
  // A bundler may have put the file itself into its address.
  if (address.protocol !== "data:") address.search = RELEASE;
  return getJson(address);
}

/**
 * The name of the file for a BCP 47 tag.
 *
 * @param {string} tag
 */
export function fileFor(tag) {
  for (let wanted = tag.toLowerCase(); wanted; wanted = wanted.replace(/-?[^-]*$/, "")) {
    const known = TAGS.find((known) => known.toLowerCase() === wanted);
    if (known) return known;
  }
}

/**
 * The texts for an article in a language, in the order in which the WebAssembly takes them; nothing if it has them.
 *
 * @param {string} tag
 * @param {string} [own] the address of a publisher's file of messages
 * @returns {Promise<string[] | undefined>}
 */
export async function textsFor(tag, own) {
  const known = fileFor(tag);
  if (!own) return known && !/^en/.test(known) ? getTexts(known) : undefined;
  const [texts, entries, messages] = await Promise.all([getTexts(known ?? "und"), getTexts("names"), getJson(new URL(own, document.baseURI))]);
  const { language } = /** @type {any} */ (messages);
  if (language && !`${tag}-`.toLowerCase().startsWith(`${language}-`.toLowerCase())) return textsFor(tag);
  return replaced(texts, entries, messages, known ?? tag);
}

/**
 * Texts with those of a publisher in the place of their own.
 *
 * @param {string[]} texts
 * @param {[group: string, name: string, places: string[]][]} entries what the texts are called, from the third on
 * @param {Record<string, Record<string, string | Record<string, string>>>} messages
 * @param {string} tag
 */
export function replaced([build, , ...texts], entries, messages, tag) {
  const rules = messages.plurals?.rules ?? texts[entries.findIndex(([group]) => group === "plurals")];
  const categories = /** @type {string} */ (rules).split(";").map((rule) => rule.split(" ")[0]);
  const own = entries.map(([group, name, places], index) => {
    const message = messages[group]?.[name];
    if (message === undefined) return texts[index];
    const forms = typeof message === "string" ? [message] : categories.map((category) => message[category] ?? message.other);
    // In languages from right to left, places have other signs; see places.rs.
    const first = texts[index].match(/[\0-\x1f]/)?.[0].charCodeAt(0) ?? 0;
    return forms.join("|").replace(/\{(\w+)\}/g, (_, place) => String.fromCharCode((first & 24) + places.indexOf(place)));
  });
  return [build, tag, ...own];
}

/**
 * The words of the loader in the first of these languages that is known; English if none is.
 *
 * @param {string[]} tags BCP 47
 * @returns {Promise<Words>}
 */
export async function loaderWords(tags) {
  const known = tags.map(fileFor).find(Boolean) ?? "en";
  if (/^en/.test(known)) return ENGLISH;
  const texts = await getTexts(known);
  return { lang: texts[LANGUAGE], loading: texts[LOADING], failed: texts[FAILED], retry: texts[RETRY] };
}
