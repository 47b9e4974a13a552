// Makes src/messages/cldr: how numbers, sums, dates and lists are written in each language, from the data of Unicode
// (CLDR). The meaning of each field is in src/messages/formats.rs. Also makes src/messages/scripts.rs: which scripts,
// languages and regions write from right to left; and src/messages/aliases.rs: other tags of the languages.
//
// Run `cargo xtask cldr`, which installs the packages at their pinned versions first.

import { createRequire } from "node:module";
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";

const require = createRequire(import.meta.url);
const OUT = new URL("../../src/messages/cldr/", import.meta.url);
const SCRIPTS = new URL("../../src/messages/scripts.rs", import.meta.url);
const ALIASES = new URL("../../src/messages/aliases.rs", import.meta.url);

/** Languages of the interface, and regions whose numbers or dates differ from those of the language. */
const LOCALES = [
  ..."ar cs da de el en es fa fi fr he hi id it ja ko nb nl pl pt ru sv tr uk vi zh".split(" "),
  ..."de-CH en-IN en-US es-MX fr-CA pt-PT zh-Hant".split(" "),
];
/** Locales whose data CLDR has under another name. English without a region is written as in the world, not as in the US. */
const NAMES_IN_CLDR = { en: "en-001", "en-US": "en" };

/** Currencies that have names in every language. Others have their code. */
const CURRENCIES = ["USD", "EUR", "GBP", "CNY", "JPY"];
/** Currencies of the regions where a language is at home. */
const AT_HOME = {
  ar: ["SAR", "AED", "EGP"], cs: ["CZK"], da: ["DKK"], de: ["CHF"], en: ["INR", "AUD", "CAD"], es: ["MXN"], fa: ["IRR"],
  fr: ["CHF", "CAD"], he: ["ILS"], hi: ["INR"], id: ["IDR"], it: ["CHF"], ja: ["KRW"], ko: ["KRW"], nb: ["NOK"], pl: ["PLN"],
  pt: ["BRL"], ru: ["RUB"], sv: ["SEK"], tr: ["TRY"], uk: ["UAH"], vi: ["VND"], zh: ["TWD", "HKD"],
};
/** Currencies that may have a sign of their own. */
const WITH_SIGNS = ["AUD", "BRL", "CAD", "CZK", "DKK", "EGP", "HKD", "IDR", "ILS", "INR", "KRW", "MXN", "NOK", "PLN", "RUB", "SEK", "TRY", "TWD", "UAH", "VND"];

const CATEGORIES = ["zero", "one", "two", "few", "many", "other"];

/** A file of CLDR for a locale. */
const read = (part, name, locale) => require(`cldr-${part}-full/main/${locale}/${name}.json`).main[locale];

/** The rules of plurals of a language, in the order of the categories; the last one has none. */
function pluralRules(locale) {
  const byLocale = require("cldr-core/supplemental/plurals.json").supplemental["plurals-type-cardinal"];
  const all = byLocale[locale] ?? byLocale[locale.split("-")[0]];
  const rules = CATEGORIES.filter((category) => all[`pluralRule-count-${category}`] !== undefined);
  return rules.map((category) => [category, compact(all[`pluralRule-count-${category}`].split("@")[0])]);
}

/** A rule without spaces: `n%100=3-10&v=0`, with `|` for "or". */
const compact = (rule) => rule.replaceAll(" and ", "&").replaceAll(" or ", "|").replaceAll("..", "-").replaceAll(" ", "");

/** One text for each category of the language, or one for all. */
function forms(categories, textOf) {
  const texts = categories.map((category) => textOf(category) ?? textOf("other"));
  return new Set(texts).size === 1 ? texts.slice(0, 1) : texts;
}

/** A pattern without its quotes. */
const unquoted = (pattern) => pattern.replaceAll("''", "’").replaceAll("'", "");

/**
 * The steps of short numbers: from which power of ten on which words stand beside the number, and what it is divided by.
 *
 * @param {Record<string, string>} patterns such as `"10000-count-one": "00 Mio'.'"`
 */
function steps(patterns, language, categories) {
  const all = [];
  for (let power = 3; power <= 14; power++) {
    const pattern = (category) => patterns[`1${"0".repeat(power)}-count-${category}`];
    const other = pattern("other");
    if (other === undefined || other === "0") continue;
    const divisor = power + 1 - other.match(/0+/)[0].length;
    const words = categories.map((category) => unquoted(pattern(category) ?? other).replace(/0+/, "#"));
    const last = all.at(-1);
    const isLikeLast =
      last?.divisor === divisor &&
      categories.every((category, at) => last.words[at] === words[at] || !isReached(language, category, power - divisor));
    if (!isLikeLast) all.push({ power, divisor, words });
  }
  return all
    .map(({ power, divisor, words }) => {
      const texts = new Set(words).size === 1 ? words[0] : words.join("|");
      return `${power === divisor ? power : `${power}/${divisor}`}:${texts}`;
    })
    .join(";");
}

/** Whether a number with so many digits after its first one can have this plural. */
function isReached(language, category, digits) {
  const rules = new Intl.PluralRules(language);
  const least = 10 ** digits;
  for (let number = least; number < least * 10 && number < least + 1000; number++) {
    if ([number, number + 0.5].some((number) => rules.select(number) === category)) return true;
  }
  return false;
}

/** Where the sign of a currency stands beside a short number, and beside one without a word. */
function signPatterns({ short, standard }, { decimalFormat }) {
  const key = "1000000000-count-other";
  const pattern = short.standard[key].split(";")[0].replace(decimalFormat[key], "{number}");
  const exact = standard.split(";")[0].replace(/[#0,.]+/, "{number}");
  return [pattern, exact].map((text) => unquoted(text).replace("¤", "{currency}"));
}

function numbersOf(name, language, categories) {
  const { numbers } = read("numbers", "numbers", name);
  const { currencies } = read("numbers", "currencies", name).numbers;
  const system = numbers.defaultNumberingSystem;
  const of = (kind) => numbers[`${kind}-numberSystem-${system}`];
  const symbols = of("symbols");
  const digits = require("cldr-core/supplemental/numberingSystems.json").supplemental.numberingSystems[system]._digits;
  const named = [...CURRENCIES, ...(AT_HOME[language] ?? [])];
  const signs = [...new Set([...named, ...WITH_SIGNS])];
  const [scaledSign, exactSign] = signPatterns(of("currencyFormats"), of("decimalFormats").short);
  const nameOf = (code) => (category) => currencies[code][`displayName-count-${category}`];
  return {
    decimal: symbols.decimal,
    group: symbols.group,
    upper_group: of("decimalFormats").standard.startsWith("#,##,") ? "2" : "3",
    least_grouped: String(Number(numbers.minimumGroupingDigits) + 3),
    digits: system === "latn" ? "" : digits,
    percent: of("percentFormats").standard.replace(/[#0,.]+/, "{number}").replace("%", symbols.percentSign),
    sign: scaledSign,
    exact_sign: exactSign,
    name: of("currencyFormats")["unitPattern-count-other"].replace("{0}", "{number}").replace("{1}", "{currency}"),
    named_in_text: "all",
    short: steps(of("decimalFormats").short.decimalFormat, language, categories),
    long: steps(of("decimalFormats").long.decimalFormat, language, categories),
    signs: signs
      .map((code) => [code, currencies[code]?.symbol ?? code])
      .filter(([code, sign]) => sign !== code)
      .map(([code, sign]) => `${code} ${sign}`)
      .join(";"),
    names: named.map((code) => `${code} ${forms(categories, nameOf(code)).join("|")}`).join(";"),
  };
}

/** A pattern of a date with placeholders. Texts stand between quotes. */
function dated(pattern) {
  const fields = { y: "{year}", MMMM: "{month}", MMM: "{month}", LLLL: "{month}", LLL: "{month}", MM: "{month}", M: "{month}", L: "{month}", d: "{day}" };
  return pattern
    .split(/'([^']*)'/)
    .map((part, at) => (at % 2 ? part : part.replace(/[a-zA-Z]+/g, (field) => fields[field] ?? fail(`${field} in ${pattern}`))))
    .join("");
}

function fail(message) {
  throw new Error(message);
}

/** The names of the months for a pattern. */
function monthsOf(months, pattern) {
  const [field] = pattern.replace(/'[^']*'/g, "").match(/[ML]+/);
  if (field.length < 3) return Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(field.length, "0")).join("|");
  const style = field.length === 3 ? "abbreviated" : "wide";
  return Object.values(months[field[0] === "L" ? "stand-alone" : "format"][style]).join("|");
}

function datesOf(name) {
  const { gregorian } = read("dates", "ca-gregorian", name).dates.calendars;
  const { months, dateFormats, dateTimeFormats } = gregorian;
  const { yMMMM, yMMM, y } = dateTimeFormats.availableFormats;
  const join = gregorian["dateTimeFormats-atTime"]?.standard?.long ?? dateTimeFormats.long;
  const inDay = monthsOf(months, dateFormats.long);
  const alone = monthsOf(months, yMMMM);
  return {
    months: inDay,
    months_alone: alone === inDay ? "" : alone,
    short_months: monthsOf(months, yMMM),
    first_day: "1",
    day_digits: /(^|[^d])dd([^d]|$)/.test(dateFormats.long.replace(/'[^']*'/g, "")) ? "2" : "1",
    day: dated(dateFormats.long),
    month: dated(yMMMM),
    short_month: dated(yMMM),
    year: dated(y),
    day_and_time: unquoted(join).replace("{1}", "{day}").replace("{0}", "{time}"),
    range: dateTimeFormats.intervalFormats.intervalFormatFallback.replace("{0}", "{start}").replace("{1}", "{end}"),
  };
}

/** A message with plurals. */
function plural(categories, textOf) {
  const texts = forms(categories, textOf);
  return texts.length === 1 ? { other: texts[0] } : Object.fromEntries(categories.map((category, at) => [category, texts[at]]));
}

function listsOf(name) {
  const lists = read("misc", "listPatterns", name).listPatterns["listPattern-type-standard"];
  const pattern = (text) => text.replace("{0}", "{first}").replace("{1}", "{second}");
  const [pair, middle, end] = [lists["2"], lists.middle, lists.end].map(pattern);
  return { pair, middle, end, apart: "", apart_pair: pair, apart_end: end };
}

function unitsOf(name, categories) {
  const units = read("units", "units", name).units.long;
  const unit = (kind) =>
    plural(categories, (category) => units[`duration-${kind}`][`unitPattern-count-${category}`]?.replace("{0}", "{count}"));
  return { years: unit("year"), months: unit("month"), days: unit("day"), small_numbers: "" };
}

/** Scripts from right to left, languages whose usual script is one of them, and where that is otherwise. */
function directions() {
  const scripts = Object.entries(require("cldr-core/scriptMetadata.json").scriptMetadata).filter(([, script]) => script.rtl === "YES");
  const isScript = Object.fromEntries(scripts);
  const { likelySubtags } = require("cldr-core/supplemental/likelySubtags.json").supplemental;
  const { languageAlias } = require("cldr-core/supplemental/aliases.json").supplemental.metadata.alias;
  /** Whether a language, or a language and a region, is usually written in such a script. */
  const isRightToLeft = (tag) => {
    const [language, region] = tag.split("-");
    const likely = likelySubtags[tag] ?? (region && likelySubtags[language]);
    if (likely !== undefined) return likely.split("-")[1] in isScript;
    const known = languageAlias[tag]?._replacement.split(" ")[0];
    return known !== undefined && known !== tag && isRightToLeft(known);
  };
  const tags = Object.keys({ ...likelySubtags, ...languageAlias }).filter((tag) => !tag.startsWith("und"));
  return {
    scripts: ["Scripts from right to left.", scripts.map(([script]) => script)],
    languages: [
      "Languages that are usually written in one of them.",
      tags.filter((tag) => /^[a-z]{2,3}$/.test(tag) && isRightToLeft(tag)),
    ],
    regions: [
      "Languages in regions where their usual script has the other direction.",
      tags.filter((tag) => /^[a-z]{2,3}-[A-Z]{2}$/.test(tag) && isRightToLeft(tag) !== isRightToLeft(tag.split("-")[0])),
    ],
  };
}

/** The tags in lines of Rust, with spaces between them. */
function constant(name, [about, tags]) {
  const lines = tags.toSorted().join(" ").match(/.{1,110}(?= |$)/g);
  return `/// ${about}\npub(super) const ${name.toUpperCase()}: &str = "\\\n    ${lines.map((line) => line.trim()).join(" \\\n    ")}";\n`;
}

const constants = Object.entries(directions()).map(([name, tags]) => constant(name, tags));
writeFileSync(SCRIPTS, ["//! Scripts and languages from right to left. `cargo xtask cldr` makes this file from the data of Unicode.\n", ...constants].join("\n"));

/**
 * Tags of languages that have their data under another tag: aliases, such as `iw` for Hebrew; Nynorsk, which falls back to
 * Norwegian; and regions whose usual script has data of its own, as that of Taiwan.
 */
function aliases() {
  const supplemental = (name) => require(`cldr-core/supplemental/${name}.json`).supplemental;
  const { languageAlias } = supplemental("aliases").metadata.alias;
  const parents = supplemental("parentLocales").parentLocales.parentLocale;
  const likely = supplemental("likelySubtags").likelySubtags;
  // Norwegian is written as Bokmål, where nothing else is said.
  const macro = { no: "nb" };
  const file = (tag) => {
    for (let wanted = macro[tag] ?? tag; wanted; wanted = wanted.split("-").slice(0, -1).join("-")) {
      if (LOCALES.includes(wanted)) return wanted;
    }
  };
  // Languages of three letters that have one of two are not written on the web.
  const isWritten = ([tag, { _reason }]) => !["overlong", "bibliographic"].includes(_reason) && !tag.startsWith("i-");
  const written = Object.entries(languageAlias).filter(isWritten);
  const all = [
    ...Object.keys(macro).map((tag) => [tag, tag]),
    ...written.map(([tag, { _replacement }]) => [tag, _replacement]),
    ...Object.entries(parents).filter(([tag, parent]) => !`${tag}${parent}`.includes("-")),
    ...Object.entries(likely).filter(([tag]) => /^(?!und)[a-z]+-[A-Z]{2}$/.test(tag)),
  ];
  const known = all.map(([tag, other]) => [tag, file(other)]);
  // What the tag without its last part leads to needs no alias.
  return known.filter(([tag, other]) => other && other !== (macro[tag] ? undefined : file(tag)));
}

const pairs = aliases().toSorted(([one], [other]) => (one < other ? -1 : 1));
writeFileSync(
  ALIASES,
  `//! Other tags of languages. \`cargo xtask cldr\` makes this file from the data of Unicode.

/// Tags of languages that have a file under another tag: aliases, and regions by their usual script.
pub const ALIASES: [(&str, &str); ${pairs.length}] = [
${pairs.map(([tag, other]) => `    ("${tag}", "${other}"),`).join("\n")}
];
`,
);

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
for (const locale of LOCALES) {
  const name = NAMES_IN_CLDR[locale] ?? locale;
  const language = locale.split("-")[0];
  const rules = pluralRules(locale);
  const categories = rules.map(([category]) => category);
  const data = {
    plurals: { rules: rules.map(([category, rule]) => `${category} ${rule}`.trim()).join(";") },
    numbers: numbersOf(name, language, categories),
    dates: datesOf(name),
    lists: listsOf(name),
    units: unitsOf(name, categories),
  };
  writeFileSync(new URL(`${locale}.json`, OUT), `${JSON.stringify(data, null, 2)}\n`);
}
// The licence asks that its text comes with every copy of the data.
copyFileSync(require.resolve("cldr-core/package.json").replace("package.json", "LICENSE"), new URL("LICENSE", OUT));
console.log(`src/messages/cldr has the data of ${LOCALES.length} locales`);
