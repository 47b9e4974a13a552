// @ts-check
// What the scripts of the page share.

/**
 * @typedef {import("../story.js").Report} Report
 * @typedef {import("../examine.js").ShownProblem} Problem
 * @typedef {ReturnType<import("../story.js").Story["summary"]>} Summary
 * @typedef {HTMLElement & { article: object | null }} Widget
 */

/**
 * The place of a problem in the page: an element, or a part of its text; or, where the part is left out of the article, the edge
 * of a neighbour.
 *
 * @typedef {object} Target
 * @property {Element} element
 * @property {Range} [range]
 * @property {"before" | "after"} [edge]
 */

export {};
