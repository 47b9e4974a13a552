// Writes tests/native/messages/rendered.json: what the browser's own library for languages (ICU) writes for the figures of
// tests/native/messages/rendered-document.json. The tests compare the whole pages, tables and files with it.
//
// `cargo xtask cldr` runs it, see expected.mjs.

import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import packages from "./package.json" with { type: "json" };

const TESTS = new URL("../../tests/native/messages/", import.meta.url);
const wanted = packages.devDependencies["cldr-core"].split(".")[0];
if (process.versions.cldr?.split(".")[0] !== wanted) {
  console.log(`rendered.json stays as it is: this Node.js has CLDR ${process.versions.cldr}, not ${wanted}`);
  process.exit();
}

const text = readFileSync(new URL("rendered-document.json", TESTS), "utf8");
const { commitments, exchangeRates, charts } = JSON.parse(text);
const POWERS = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };
const NUMBERS = Array.from({ length: 22 }, (_, number) => number);
const YEARS = [2024, 2025, 2026, 2027, 2028, 2029, 2030];
const MONTHS = YEARS.slice(0, 3).flatMap((year) => Array.from({ length: 12 }, (_, at) => new Date(Date.UTC(year, at))));
// Beside those of the document: the end of a fiscal year.
const DATES = [...new Set([...text.match(/\d{4}-\d{2}(-\d{2})?/g), "2025-06"])];
const TICKS = [1e12, 2e12, 3e12, 4e12];

const rate = Number(exchangeRates[0].rate);
const units = ({ value, scale }) => value * POWERS[scale];
/** An amount in US dollars: as stated, or converted. */
function dollars({ amount, equivalents = [] }) {
  const stated = [amount, ...equivalents].find(({ currency }) => currency === "USD");
  return stated ? units(stated) : units(amount) / rate;
}
/** How many years a period has. The one with an end has 100 days. */
const years = ({ period: { years, months, end, openEnded } }) => (openEnded ? undefined : end ? 100 / 365.25 : (years ?? (months ?? 12) / 12));

const expected = {};
for (const file of readdirSync(new URL("../../src/messages/cldr/", import.meta.url)).filter((name) => name.endsWith(".json"))) {
  const locale = file.replace(".json", "");
  // English without a region is that of the world.
  const name = locale === "en" ? "en-001" : locale;
  const number = (options) => new Intl.NumberFormat(name, options);
  const compact = { notation: "compact", maximumSignificantDigits: 3 };
  const short = number({ style: "currency", currency: "USD", ...compact });
  const long = number({ ...compact, compactDisplay: "long" });
  const unit = (unit, value) => number({ style: "unit", unit, unitDisplay: "long" }).format(value);
  const currency = (currency, value, options) =>
    number({ style: "currency", currencyDisplay: "name", currency, ...options })
      .formatToParts(value)
      .find(({ type }) => type === "currency").value;
  const date = (text) => {
    const options = { timeZone: "UTC", calendar: "gregory", ...(text.length > 7 ? { dateStyle: "long" } : { year: "numeric", month: "long" }) };
    return new Intl.DateTimeFormat(name, options).format(new Date(text));
  };
  const yearly = new Intl.DateTimeFormat(name, { timeZone: "UTC", calendar: "gregory", year: "numeric" });
  const month = new Intl.DateTimeFormat(name, { timeZone: "UTC", calendar: "gregory", year: "numeric", month: "short" });
  const plural = new Intl.PluralRules(name);
  const digits = number({ useGrouping: false });
  // Two significant digits, but no less than hundredths and ones.
  const places = (value) => (value < 0.995 ? 2 : value < 9.95 ? 1 : 0);
  const multiple = (value) => number({ maximumFractionDigits: places(value) }).format(value);
  const list = (count) => new Intl.ListFormat(name, { type: "conjunction" }).format(Array.from({ length: count }, (_, index) => `{${index}}`));
  const baseline = dollars(commitments[0]);
  const about = ({ period, ...commitment }) => {
    const [own, sum, length] = [units(commitment.amount), dollars(commitment), years({ period })];
    return {
      short: short.format(sum),
      a_year: length && short.format(sum / length),
      multiple: multiple(sum / baseline),
      long: long.format(own),
      dollars: long.format(sum),
      currency: currency(commitment.amount.currency, own, { ...compact, compactDisplay: "long" }),
      length: period.years ? unit("year", period.years) : period.months ? unit("month", period.months) : period.end && unit("day", 100),
    };
  };
  const [birke, cedro, faggio] = [1, 2, 5].map((index) => dollars(commitments[index]));
  const compared = charts.find(({ id }) => id === "ratios").commitments;
  const all = commitments.filter(({ id }) => compared.includes(id)).reduce((sum, commitment) => sum + dollars(commitment), 0);
  expected[locale] = {
    lists: [0, 1, 2, 3].map(list),
    dates: Object.fromEntries(DATES.map((text) => [text, date(text)])),
    numbers: NUMBERS.map((number) => digits.format(number)),
    plurals: NUMBERS.map((number) => plural.select(number)),
    years: YEARS.map((year) => digits.format(year)),
    dated_years: YEARS.map((year) => yearly.format(Date.UTC(year, 1))),
    short_months: MONTHS.map((day) => month.format(day)),
    ticks: TICKS.map((sum) => short.format(sum)),
    commitments: Object.fromEntries(commitments.map((commitment) => [commitment.id, about(commitment)])),
    ratio: number({ maximumSignificantDigits: 3 }).format(birke / cedro),
    ratio_plural: plural.select(Number((birke / cedro).toFixed(2))),
    share: number({ style: "percent", maximumSignificantDigits: 3 }).format(birke / all),
    lead: multiple(cedro / faggio),
    rate: number({}).format(rate),
  };
}
// A line for each kind of figures.
const lines = (object) => Object.entries(object).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`);
const locales = Object.entries(expected).map(([locale, figures]) => `"${locale}": {\n ${lines(figures).join(",\n ")}\n}`);
writeFileSync(new URL("rendered.json", TESTS), `{\n${locales.join(",\n")}\n}\n`);
console.log("tests/native/messages/rendered.json has what ICU writes");
