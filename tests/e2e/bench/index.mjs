// Measures the widget beside a static page with the same words, all in one run, and prints tables in Markdown. It fails
// never: machines are noisy, and a ratio of one run says more than milliseconds.
//
//     cargo xtask bench            pages, rows of stories, long texts, many commitments
//     cargo xtask bench pages      only the pages; also: scale
//
// ROUNDS=9 takes more rounds than three.

import { many, pages, servePacked } from "./pages.mjs";
import { NETWORKS, SLOWDOWN, visit } from "./visit.mjs";

const ROUNDS = Number(process.env.ROUNDS ?? 3);
const PRESSES = 6;
const MANY = 100;
const BASE = "static page";

const sorted = (numbers) => numbers.toSorted((one, other) => one - other);
const median = (numbers) => sorted(numbers)[Math.floor(numbers.length / 2)];
/** The value that so many of a hundred are below. */
const percentile = (numbers, share) => sorted(numbers)[Math.min(numbers.length - 1, Math.floor((numbers.length * share) / 100))];

const written = (number) => (number >= 100 || Number.isInteger(number) ? number.toFixed(0) : number.toFixed(1));

/** A table in Markdown: a row for each name of what was measured, a column for each page, with its ratio to the first. */
function table(results) {
  const names = Object.keys(results);
  const rows = [...new Set(names.flatMap((name) => Object.keys(results[name])))];
  const cell = (name, row) => {
    const [value, base] = [results[name][row], results[BASE]?.[row]];
    if (value === undefined) return "–";
    if (Array.isArray(value)) return `${written(percentile(value, 50))} / ${written(percentile(value, 95))}`;
    return name === BASE || !base ? written(value) : `${written(value)} (× ${(value / base).toFixed(2)})`;
  };
  const lines = rows.map((row) => `| ${[row, ...names.map((name) => cell(name, row))].join(" | ")} |`);
  return [`| | ${names.join(" | ")} |`, `|---|${"---|".repeat(names.length)}`, ...lines].join("\n");
}

/** What several visits have measured: the median of each number; of the work for presses all samples. */
function joined(visits) {
  const rows = Object.keys(visits[0]);
  return Object.fromEntries(rows.map((row) => {
    const values = visits.map((visit) => visit[row]);
    return [row, Array.isArray(values[0]) ? values.flat() : median(values)];
  }));
}

async function comparePages() {
  const served = Object.fromEntries(await Promise.all(Object.entries(pages()).map(async ([name, html]) => [name, await servePacked(html)])));
  const needsLife = (name) => /alive|two lines/.test(name);
  for (const [connection, network] of Object.entries(NETWORKS)) {
    const visits = {};
    // All of them in turn, so that a busy minute of the machine spoils a round, not a page.
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [name, { address }] of Object.entries(served)) {
        console.error(`${connection}: ${name}, ${round + 1} of ${ROUNDS}`);
        const options = { network, ...(needsLife(name) && { alive: 1, presses: PRESSES }) };
        (visits[name] ??= []).push(await visit(address, options));
      }
    }
    console.log(`\n${connection}, processor ${SLOWDOWN} times slower; milliseconds, medians of ${ROUNDS}; presses: median / 95th of a hundred\n`);
    console.log(table(Object.fromEntries(Object.entries(visits).map(([name, all]) => [name, joined(all)]))));
  }
  Object.values(served).forEach(({ close }) => close());
}

async function compareInstances() {
  const { address, close } = await servePacked(many(MANY));
  const { ready, "private memory": memory } = joined([await visit(address, { slowdown: 1, alive: MANY })]);
  close();
  console.log(`\n${MANY} widgets in a page, at full speed: ready after ${written(ready)} ms, ${written(memory)} MB`);
}

const [, , only] = process.argv;
if (only !== "scale") {
  await comparePages();
  await compareInstances();
}
if (only !== "pages") await import("./scale.mjs");
