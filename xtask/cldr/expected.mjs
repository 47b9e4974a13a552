// Writes tests/native/messages/expected.json: what the browser's own library for languages (ICU) writes, of the same
// version of CLDR as the data of src/messages/cldr. The tests compare the widget's texts with it.
//
// Run `cargo xtask cldr`, with a Node.js that has this version.

import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import packages from "./package.json" with { type: "json" };

const OUT = new URL("../../tests/native/messages/", import.meta.url);
const wanted = packages.devDependencies["cldr-core"].split(".")[0];
if (process.versions.cldr?.split(".")[0] !== wanted) {
  console.log(`expected.json stays as it is: this Node.js has CLDR ${process.versions.cldr}, not ${wanted}`);
  process.exit();
}

const NUMBERS = [0, 1, 2, 3, 5, 11, 21, 100, 1.5];
const COUNTS = [7, 1234, 12345, 1234567];
const SUMS = [1, 950, 5_000, 12_000, 150_000, 1e6, 1.5e6, 2e6, 53e6, 150e6, 1e9, 5e9, 20.7e9, 53e9, 150e9, 1e12, 2.5e12];
const NAMES = ["Alder", "Birke", "Cedro", "Douglasie"];

// Names of companies in many scripts, for the order from A to Z.
const COMPANIES = ["zalando", "Ängelholm", "Alibaba", "Österlund", "Åkerman", "ericsson", "Čedok", "Chemie", "Celanese", "Cyfra", "Škoda", "Siemens", "Łada", "Lufthansa", "Llama", "Luz", "Île", "Ilva", "IJssel", "Iglo", "Ñandú", "Nokia", "Nzoia", "Ærø", "Aerø", "Ørsted", "Oracle", "İş", "Işık", "Straße", "Strasse", "Strata", "Яндекс", "Ёлка", "Енерго", "Їжак", "Ґава", "Гарант", "Ωmega", "Άλφα", "Βήτα", "آبان", "پارس", "بهمن", "گاز", "كهرباء", "أرامكو", "טבע", "אלביט", "टाटा", "अदानी", "ソニー", "トヨタ", "日立", "富士通", "삼성", "네이버", "阿里巴巴", "腾讯", "百度", "騰訊", "3M", "20th Century", "Đồng", "Dầu", "Ăn", "An", "Ân", "eBay", "Ebay", "E-Bay", "e.on", "É-On"];

const expected = {};
const files = readdirSync(new URL("../../src/messages/cldr/", import.meta.url));
for (const file of files.filter((name) => name.endsWith(".json"))) {
  const locale = file.replace(".json", "");
  // English without a region is that of the world.
  const name = locale === "en" ? "en-001" : locale;
  const number = (options) => new Intl.NumberFormat(name, options);
  const compact = { notation: "compact", maximumSignificantDigits: 3 };
  const sum = (currency) => number({ style: "currency", currency, ...compact });
  const date = (options) => new Intl.DateTimeFormat(name, { timeZone: "UTC", calendar: "gregory", ...options });
  const list = new Intl.ListFormat(name, { type: "conjunction" });
  const plural = new Intl.PluralRules(name);
  const months = Array.from({ length: 12 }, (_, at) => new Date(Date.UTC(2025, at, 24)));
  const texts = (values, format) => values.map((value) => format.format(value));
  expected[locale] = {
    plurals: NUMBERS.map((value) => plural.select(value)),
    counts: texts(COUNTS, number({})),
    percents: texts([0.391, 0.05, 1.5], number({ style: "percent", maximumFractionDigits: 1 })),
    short: Object.fromEntries(["USD", "EUR", "CHF"].map((code) => [code, texts(SUMS, sum(code))])),
    long: texts(SUMS.slice(2), number({ ...compact, compactDisplay: "long" })),
    days: texts(months, date({ dateStyle: "long" })),
    months: texts(months, date({ year: "numeric", month: "long" })),
    short_months: texts(months, date({ year: "numeric", month: "short" })),
    companies: COMPANIES.toSorted(new Intl.Collator([name === "und" ? "en" : name, "en"]).compare).join("|"),
    lists: [1, 2, 3, 4].map((count) => list.format(NAMES.slice(0, count))),
    years: [1, 2, 3, 5, 11, 21, 100].map((value) => number({ style: "unit", unit: "year", unitDisplay: "long" }).format(value)),
    days_long: [1, 2, 3, 5, 11, 21, 100].map((value) => number({ style: "unit", unit: "day", unitDisplay: "long" }).format(value)),
  };
}
mkdirSync(OUT, { recursive: true });
writeFileSync(new URL("expected.json", OUT), `${JSON.stringify(expected, null, 1)}\n`);
console.log("tests/native/messages/expected.json has what ICU writes");
