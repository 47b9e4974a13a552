// Documents by chance, but the same ones in every run.

/** Numbers from 0 to 1 that look random and follow from a seed (mulberry32). */
export function chance(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const WORDS = ["a", "plan", "of", "billions", "chips", "“quoted”", "<b>", "&amp;", "it’s", "数据", "سنة", "🙂", "e\u0301", "--", "</script>", "  two  "];
const LANGUAGES = ["en", "de", "fr-CA", "es", "ar", "zh-Hant", "not a tag"];
const CURRENCIES = ["USD", "CNY", "EUR", "NGN"];
const PERIODS = [
  { start: "2025-01", months: 18 },
  { start: "2025-02-24", years: 3 },
  { year: 2025 },
  { start: "2024-07", fiscalYear: 2025 },
  { start: "2025-01", end: "2026-06" },
  { start: "2025-01-15", end: "2025-03-01" },
  { start: "2025-01", openEnded: true },
];

/** A document that this seed leads to: every block and mark, odd characters, parts that are missing or wrong. */
export function documentFrom(seed) {
  const next = chance(seed);
  const below = (count) => Math.floor(next() * count);
  const pick = (list) => list[below(list.length)];
  const list = (most, make) => Array.from({ length: below(most + 1) }, (_, index) => make(index));
  const maybe = (make) => (next() < 0.6 ? make() : undefined);
  const seldom = (make) => (next() < 0.08 ? make() : undefined);
  const words = (most = 12) => ["word", ...list(most, () => pick(WORDS))].join(" ");
  const published = () => pick(["2025-02-24", "2025-02-24T09:30:00+08:00", "yesterday"]);
  const href = () => pick(["https://example.org/a?b=1&c=2", "story.html", "#there", "javascript:alert(1)", "mailto:a@example.org"]);
  // Some of them lead nowhere.
  const commitment = () => `c${below(7)}`;
  const chartId = () => pick(["k0", "k1", "nowhere"]);

  const datum = () => ({
    of: commitment(),
    in: maybe(() => pick(CURRENCIES)),
    basis: maybe(() => pick(["total", "per-year", "per-month"])),
    ratioTo: seldom(commitment),
    shareOf: seldom(chartId),
    text: maybe(() => words(3)),
  });
  const inlines = (depth = 2) => {
    if (depth === 0 || next() < 0.4) return words();
    const inner = () => inlines(depth - 1);
    // A link may so come to stand in a link, and a term or a note in one too.
    const mark = () =>
      pick([
        () => words(),
        () => ({ strong: inner() }),
        () => ({ emphasis: inner() }),
        () => ({ code: words(2) }),
        () => ({ superscript: inner() }),
        () => ({ subscript: words(1) }),
        () => ({ link: { href: href(), text: inner() } }),
        () => ({ term: { text: words(2), definition: words() } }),
        () => ({ footnote: `f${below(5)}` }),
        () => ({ datum: datum() }),
        () => pick([{ blink: inner() }, { strong: 5 }, { link: { href: href() } }, { term: words() }, 5, null]),
      ])();
    return list(5, mark);
  };

  const commitments = list(6, (index) => ({
    id: `c${index}`,
    name: words(5),
    amount: {
      value: pick([below(1000), `${below(90)}.${below(10)}`]),
      scale: pick([undefined, "thousand", "million", "billion", "trillion"]),
      currency: pick(CURRENCIES),
      hedge: maybe(() => pick(["over", "at-least", "about", "nearly", "up-to"])),
    },
    equivalents: list(1, () => ({ value: `${below(90)}.${below(10)}`, scale: "billion", currency: "USD" })),
    period: { ...pick(PERIODS), name: seldom(() => words(3)) },
    status: pick(["announced", "planned", "earmarked", "reported"]),
    purpose: words(4),
    source: seldom(() => 5) ?? words(4),
  }));
  const chart = (index) => ({
    id: `k${index}`,
    title: inlines(1),
    currency: pick(["USD", "CNY"]),
    commitments: maybe(() => commitments.filter(() => next() < 0.7).map(({ id }) => id)),
    highlight: maybe(commitment),
    note: maybe(inlines),
    source: words(),
  });
  const image = () => {
    const isDecorative = next() < 0.3;
    const files = [
      { src: "a-400.avif", width: 400, type: "image/avif" },
      { src: "a-800.avif?x=1&y=2", width: 800, type: "image/avif" },
      { src: "a-400.webp", width: 400, type: "image/webp" },
      { src: "a-400.jpg", width: 400 },
    ];
    return {
      src: pick(["a.jpg", "a.jpg?x=1&y=2", "https://example.org/a.jpg"]),
      width: 1600,
      height: 900,
      sources: maybe(() => files.filter(() => next() < 0.6)),
      sizes: maybe(() => "(min-width: 40em) 30em, 100vw"),
      // Some have neither, some both.
      alternative: isDecorative === next() < 0.9 ? undefined : words(),
      decorative: isDecorative || undefined,
    };
  };
  const teaser = () => ({
    kicker: maybe(() => words(1)),
    headline: words(),
    summary: maybe(words),
    href: href(),
    source: maybe(() => seldom(() => 5) ?? words(2)),
    published: maybe(published),
    // Some are without an alternative, which beside a headline is no mistake.
    image: maybe(() => seldom(() => "a.jpg") ?? pick([{ ...image(), alternative: undefined, decorative: undefined }, image()])),
    tags: maybe(() => list(3, () => pick([commitment(), words(2), 5]))),
  });
  const related = (index) => ({ id: `r${index}`, title: words(2), teasers: list(7, teaser) });
  const table = () => {
    const columns = Array.from({ length: 1 + below(3) }, () => ({ title: inlines(1), align: maybe(() => pick(["start", "center", "end"])) }));
    // Some rows lack a cell.
    const row = () => columns.map(() => pick([inlines(1), []])).slice(seldom(() => 1) ?? 0);
    return { caption: inlines(1), columns, rows: list(4, row), plainRows: maybe(() => true) };
  };
  const attributed = () => ({ attribution: maybe(() => inlines(1)) });
  const inAside = [
    () => ({ paragraph: inlines() }),
    () => ({ list: list(4, () => inlines()) }),
    () => ({ "numbered-list": list(4, () => inlines(1)) }),
    () => ({ terms: list(4, () => ({ term: inlines(1), text: inlines() })) }),
    () => ({ quotation: { paragraphs: list(3, () => inlines()), ...attributed() } }),
    () => ({ "pull-quote": { text: inlines(1), ...attributed() } }),
    () => ({ figure: { image: image(), caption: maybe(() => inlines()), credit: maybe(() => words(3)) } }),
    () => ({ table: table() }),
  ];
  const anywhere = [
    ...inAside,
    () => ({ paragraph: inlines() }),
    () => ({ heading: inlines(1) }),
    () => ({ subheading: inlines(1) }),
    () => ({ aside: { title: maybe(() => inlines(1)), body: list(3, () => pick([...inAside, () => ({ heading: words() })])()) } }),
    () => ({ chart: chartId() }),
    () => ({ related: `r${below(4)}` }),
    () => ({ divider: {} }),
    () => pick([{ unknown: words() }, { video: { src: "film.mp4" } }, { paragraph: 5 }, { list: "one" }, {}, words(), null]),
  ];
  return {
    version: 1,
    language: pick(LANGUAGES),
    kicker: maybe(() => words(2)),
    headline: [words(), ...list(1, () => ({ emphasis: words(2) }))],
    standfirst: maybe(() => inlines()),
    byline: maybe(() => words(3)),
    dateline: maybe(() => words(2)),
    published: maybe(published),
    modified: maybe(() => pick(["2025-02-25", "2025-02-30"])),
    takeaways: maybe(() => list(3, () => inlines())),
    body: list(14, () => pick(anywhere)()),
    footnotes: maybe(() => list(4, (index) => ({ id: `f${index}`, text: inlines() }))),
    sources: maybe(() => list(3, () => inlines())),
    methodology: maybe(() => list(2, () => inlines())),
    corrections: maybe(() => list(2, () => ({ date: pick(["2025-02-26", "today"]), text: inlines() }))),
    commitments,
    exchangeRates: maybe(() => [{ base: "USD", quote: "CNY", rate: "7.25", date: "2025-02-24", source: "a bank" }]) ?? [],
    charts: maybe(() => list(2, chart)),
    related: maybe(() => list(3, related)),
  };
}
