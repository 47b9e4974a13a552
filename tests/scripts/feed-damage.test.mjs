// Feeds whose bytes are damaged at random places: each is refused with a cause, or read without lost characters and
// made-up addresses, and no item vanishes without a report.

import assert from "node:assert/strict";
import { test } from "node:test";
import { textOf } from "../../src/element/feed/bytes.js";
import { feedIn } from "../../src/element/feed/json.js";
import { storiesOf } from "../../src/element/feed/stories.js";
import { OWN, dice, feed } from "./feed-writer.mjs";

const SEEDS = Number(process.env.SEEDS ?? 3000);
const CAUSE = /line \d|JSON|lost characters|no story/;
// U+FFFD, and the characters of the writer in UTF-8 that were read as windows-1252.
const LOST = /\ufffd|â€|Ã[©¼¸]|Ã†|æ¸|å\u008f|ðŸ|â‚¬/;
// Bytes that mean something in a feed, or in a character set.
const BYTES = [0, 8, 0x0a, 0x1b, 0x20, 0x22, 0x26, 0x27, 0x3b, 0x3c, 0x3e, 0x2f, 0x5b, 0x5c, 0x5d, 0x7b, 0x7d, 0x81, 0x92, 0xa0, 0xc2, 0xc3, 0xe2, 0xe9, 0xed, 0xf0, 0xfe, 0xff];
const PIECES = ["<!--", "-->", "<![CDATA[", "]]>", "<item>", "</item>", "</title>", "<br>", "<!DOCTYPE rss [", "<?php ", "&#0;", "&#xd800;", "&amp;", "\\u0000", '",', "}", "â€™", "xmlns="];

/** The bytes with a part of them once more at another place. */
const copied = (bytes, { below }) => {
  const [at, length] = [below(bytes.length), 1 + below(200)];
  return inserted(bytes, below(bytes.length), bytes.subarray(at, at + length));
};

/** The ways to damage bytes. */
const DAMAGES = [
  (bytes, { below }) => {
    const changed = Buffer.from(bytes);
    changed[below(bytes.length)] ^= 1 << below(8);
    return changed;
  },
  (bytes, { below, pick }) => {
    const changed = Buffer.from(bytes);
    changed[below(bytes.length)] = pick(BYTES);
    return changed;
  },
  (bytes, { below, pick }) => inserted(bytes, below(bytes.length), Buffer.from([pick(BYTES)])),
  (bytes, { below, pick }) => inserted(bytes, below(bytes.length), Buffer.from(pick(PIECES))),
  (bytes, { below }) => {
    const at = below(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + below(20))]);
  },
  copied,
];
const inserted = (bytes, at, more) => Buffer.concat([bytes.subarray(0, at), more, bytes.subarray(at)]);

/** What is read: the stories and the number of items that are reported as left out, or the error. */
function read(answer) {
  let left = 0;
  try {
    const stories = storiesOf(answer, [OWN], (message) => {
      left = Number(/^items left out: (\d+), the first because \S/.exec(message)[1]);
    });
    return { stories, left };
  } catch (error) {
    return { error };
  }
}

/** The number of items in a text. */
function itemsIn(text) {
  const json = feedIn(text);
  if (json) return json.items.length;
  const marks = text.replace(/<!--[^]*?-->|<\?[^]*?\?>|<!\[CDATA\[[^]*?\]\]>|="[^"]*"/g, "").replace(/^[^]*?<(?=rss|feed)/, "");
  return (marks.replace(/<\/(?:rss|feed)>[^]*/, "").match(/<(?:item|entry)\b/g) ?? []).length;
}

/** An address as a text may write it. */
const written = (address) => address.replace(/[\0-\x1f]|%[\da-f]{2}|&#0;|\\u0000/gi, "").toLowerCase().replace(/[^a-z0-9?=.]|amp;/g, "");

test("damaged bytes are refused with a cause, or read without loss in silence", () => {
  const counts = { refused: 0, same: 0, other: 0, reported: 0 };
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const roll = dice(seed);
    const { answer } = feed(seed);
    let { bytes } = answer;
    let copies = 0;
    for (let times = 1 + roll.below(3); times; times -= 1) {
      const damage = roll.pick(DAMAGES);
      bytes = damage(bytes, roll);
      if (damage === copied) copies += 1;
    }
    const damaged = { ...answer, bytes };
    const [before, after] = [read(answer), read(damaged)];
    if (after.error) {
      counts.refused += 1;
      assert.ok(!(after.error instanceof RangeError || after.error instanceof TypeError), `seed ${seed}: ${after.error.stack}`);
      assert.match(after.error.message, CAUSE, `seed ${seed}`);
      continue;
    }
    const text = textOf(bytes, answer.mediaType);
    const where = `seed ${seed}\n${text}`;
    if (after.left) counts.reported += 1;
    counts[JSON.stringify(after.stories) === JSON.stringify(before.stories) ? "same" : "other"] += 1;
    const addresses = written(text);
    for (const { headline, summary, source, tags, href, image } of after.stories) {
      for (const words of [headline, summary ?? "", source ?? "", ...tags]) assert.ok(words.isWellFormed() && !LOST.test(words), `${words}, ${where}`);
      for (const address of [href, image?.src].filter(Boolean)) {
        assert.match(address, /^https?:/, where);
        const { pathname, search } = new URL(address);
        assert.ok(addresses.includes(written(pathname.replace("/feeds/", "") + search)), `${address}, ${where}`);
      }
    }
    // Doubles and the story of the page are left out without a report. A copy may contain the address of a story.
    const known = before.stories ? itemsIn(textOf(answer.bytes, answer.mediaType)) - before.stories.length - before.left : 2;
    assert.ok(itemsIn(text) - after.stories.length - after.left <= known + copies, where);
  }
  for (const [name, count] of Object.entries(counts)) assert.ok(count > SEEDS / 30, `${name}: ${count} of ${SEEDS}`);
});
