// Documents by chance, but the same ones in every run.

/** Numbers from 0 to 1 that look random and follow from a seed (mulberry32). */
function chance(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const WORDS = ["a", "plan", "of", "billions", "chips", "“quoted”", "<b>", "&amp;", "it’s", "数据", "سنة", "🙂", "e\u0301", "--", "</script>", "  two  "];
const LANGUAGES = ["en", "de", "ar", "zh-Hant", "not a tag"];
const CURRENCIES = ["USD", "CNY", "EUR"];

/** A document that this seed leads to: every kind of block, odd characters, parts that are missing or wrong. */
export function documentFrom(seed) {
  const next = chance(seed);
  const below = (count) => Math.floor(next() * count);
  const pick = (list) => list[below(list.length)];
  const list = (most, make) => Array.from({ length: below(most + 1) }, (_, index) => make(index));
  const maybe = (make) => (next() < 0.6 ? make() : undefined);
  const words = (most = 12) => ["word", ...list(most, () => pick(WORDS))].join(" ");
  const href = () => pick(["https://example.org/a?b=1&c=2", "story.html", "#there", "javascript:alert(1)", "mailto:a@example.org"]);
  const inlines = (depth = 2) => {
    if (depth === 0 || next() < 0.4) return words();
    const mark = () => pick([{ strong: inlines(depth - 1) }, { emphasis: inlines(depth - 1) }, { link: { href: href(), text: inlines(depth - 1) } }, words()]);
    return list(4, mark);
  };
  const commitments = list(6, (index) => ({
    id: `c${index}`,
    name: words(5),
    amount: { value: below(1000), scale: pick(["million", "billion"]), currency: pick(CURRENCIES), hedge: maybe(() => pick(["over", "about", "nearly"])) },
    equivalents: list(1, () => ({ value: `${below(90)}.${below(10)}`, scale: "billion", currency: "USD" })),
    period: { start: "2025-01", months: 1 + below(48), name: maybe(() => words(3)) },
    status: pick(["announced", "planned", "earmarked", "reported"]),
    purpose: words(4),
    source: words(4),
  }));
  const block = (index) =>
    pick([
      () => ({ paragraph: inlines() }),
      () => ({ heading: inlines(1) }),
      () => ({ terms: list(4, () => ({ term: inlines(1), text: inlines() })) }),
      () => ({ chart: { id: `chart${index}`, title: words(), currency: "USD", highlight: maybe(() => "c0"), note: maybe(words), source: words() } }),
      () => ({ unknown: words() }),
    ])();
  return {
    version: 1,
    language: pick(LANGUAGES),
    kicker: maybe(() => words(2)),
    headline: words(),
    standfirst: maybe(words),
    byline: maybe(() => words(3)),
    dateline: maybe(() => words(2)),
    published: maybe(() => pick(["2025-02-24", "2025-02-24T09:30:00+08:00", "yesterday"])),
    body: list(8, block),
    commitments,
    exchangeRates: maybe(() => [{ base: "USD", quote: "CNY", rate: "7.25", date: "2025-02-24", source: "a bank" }]) ?? [],
    related: maybe(() => ({
      title: words(2),
      teasers: list(7, () => ({ kicker: maybe(() => words(1)), headline: words(), summary: maybe(words), href: href() })),
    })),
  };
}
