// Made-up feeds (feed-writer.mjs) are read as they were written, or refused with their cause. No other words are read.

import assert from "node:assert/strict";
import { test } from "node:test";
import { storiesOf } from "../../src/element/feed/stories.js";
import { OWN, dice, feed } from "./feed-writer.mjs";

const FEEDS = 300;
const CAUSE = /line \d|JSON|lost characters|no story/;

test("what was written is read back the same", () => {
  const counts = {};
  for (let seed = 1; seed <= FEEDS; seed += 1) {
    const { kind, text, answer, stories } = feed(seed);
    const where = `seed ${seed}, ${answer.mediaType}\n${text}`;
    if (!stories.length) {
      assert.throws(() => storiesOf(answer, [OWN]), /no story in it/, where);
      continue;
    }
    assert.deepEqual(storiesOf(answer, [OWN]), stories, where);
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  // The writer writes what it is there for.
  for (const kind of ["json", "rss", "atom"]) assert.ok(counts[kind] > FEEDS / 5, `${kind}: ${counts[kind]}`);
});

/** Ways to damage the bytes of a feed. */
const DAMAGES = {
  // Anywhere, or between two items, where each of those before is whole.
  "is cut": (bytes, { below, pick, maybe }) => {
    const ends = [...bytes.toString("latin1").matchAll(/<\/(?:item|entry)>|\},/g)].map(({ index, 0: end }) => index + end.length);
    return bytes.subarray(0, ends.length && maybe() ? pick(ends) : below(bytes.length));
  },
  "lacks an end": (bytes, { pick }) => {
    const text = bytes.toString("latin1");
    const ends = [...text.matchAll(/^\{/.test(text) ? /[}\]]/g : /<\/(?:title|summary|description|category|item|entry|channel|rss|feed)>/g)];
    if (!ends.length) return bytes;
    const { index, 0: end } = pick(ends);
    return Buffer.from(text.slice(0, index) + text.slice(index + end.length), "latin1");
  },
  "has lost characters": (bytes) => (bytes.includes(0) ? bytes : Buffer.from(bytes.toString("utf8").replaceAll("é", "\ufffd").replaceAll("’", "â€™"))),
  // With fewer good characters the bytes could be of another set.
  "has a character that is cut": (bytes) => {
    const text = bytes.toString("latin1");
    const isEnough = !bytes.includes(0) && text.match(/[\xc3\xe2]/g)?.length > 3;
    return isEnough ? Buffer.from(text.replace(/[\xc3\xe2]/, ""), "latin1") : bytes;
  },
};

for (const [name, damage] of Object.entries(DAMAGES)) {
  test(`a feed that ${name} is refused with its cause, or read without other words`, () => {
    let refused = 0;
    for (let seed = 1; seed <= FEEDS; seed += 1) {
      const { text, answer } = feed(seed);
      const bytes = damage(answer.bytes, dice(seed));
      if (bytes.equals(answer.bytes)) continue;
      const known = wordsOf(() => storiesOf(answer, [OWN]));
      const found = wordsOf(() => storiesOf({ ...answer, bytes }, [OWN]));
      if (typeof found === "string") {
        refused += 1;
        assert.match(found, CAUSE);
      } else {
        // Half a feed is no feed, even if its first stories are whole.
        if (/cut$|end$/.test(name) && !/character/.test(name)) assert.deepEqual(found, known, `seed ${seed}\n${text}`);
        // A story that is left out makes room for its double.
        for (const words of found) assert.ok(known.includes(words) || words.startsWith('["Again"'), `seed ${seed}: ${words}\n${text}`);
      }
    }
    assert.ok(refused > FEEDS / 20, `${refused} refused`);
  });
}

/** The words of each story; or the message of the error. */
function wordsOf(read) {
  try {
    return read().map(({ headline, summary, source, tags }) => JSON.stringify([headline, summary, source, tags]));
  } catch ({ message }) {
    return message;
  }
}
