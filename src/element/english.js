// What the loader says to readers, in the language that is always at hand.

import { load } from "./engine.js";

export const ENGLISH = {
  lang: "en",
  loading: "Loading the article …",
  failed: "This article could not be loaded.",
  retry: "Try again",
};

/** The words for an element: in the language it is marked with, else the reader's, else the page's. */
export async function wordsFor(element) {
  const tags = [element.lang, ...navigator.languages, document.documentElement.lang].filter(Boolean);
  if (!/^en/i.test(tags[0])) {
    try {
      return (await load("./words.js")).choose(tags);
    } catch {
      // Without a network; English then.
    }
  }
  return ENGLISH;
}
