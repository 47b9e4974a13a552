// @ts-check
// Finds the part of the page that a problem is about.

/** @import { Hints } from "./hints.js" */
/** @import { Grams } from "./match.js" */
/** @import { Problem, Target } from "./types.js" */

import { hintsOf } from './hints.js';
import { gramsOf, mostAlike, normal } from './match.js';

/** What shows no words of the document where readers see them. */
const UNSEEN = 'script, style, link, slot, br, svg, svg *, .visually-hidden, .visually-hidden *, .contents *, [popover]';

/** A finder for what a root shows now. */
export class Finder {
    /** @type {Map<Element, Grams>} */
    #grams = new Map();

    /** @param {Element} root */
    constructor(root) {
        this.root = root;
        for (const element of root.querySelectorAll('*')) {
            if (element.matches(UNSEEN) || !element.checkVisibility()) continue;
            const grams = gramsOf(element.textContent ?? '');
            if (grams.size) this.#grams.set(element, grams);
        }
    }

    /**
     * The place of a problem; `undefined` where the page does not show it.
     *
     * @param {Problem} problem
     * @param {object} document the article that is shown
     * @param {boolean} isCurrent whether the problem was found in that article
     * @returns {Target | undefined}
     */
    find(problem, document, isCurrent) {
        const { levels, sentence, line, hasPath, isLeftOut, neighbours, commitment, selector } = hintsOf(problem, document);
        const named = (commitment && this.#commitment(commitment)) || (selector && this.root.querySelector(selector)) || undefined;
        const byPath = () => this.#narrowed(named, levels);
        // The path of a problem is that of the document in which it was found; there it says more than the line.
        const words = [sentence, isCurrent && hasPath ? undefined : line];
        const byWords = () => words.reduce((/** @type {Element | undefined} */ found, text) => found ?? this.#like(text), undefined);
        const left = isCurrent && isLeftOut ? this.#besides(neighbours) : undefined;
        if (left) return left;
        const element = isCurrent ? (byPath() ?? byWords()) : (byWords() ?? byPath());
        if (element) return (sentence && sentenceIn(element, sentence)) || { element, range: partOf(element, levels.at(-1)) };
        return isCurrent ? this.#besides(neighbours) : undefined;
    }

    /**
     * The place of what is left out, by what stands before or after it.
     *
     * @param {Hints["neighbours"]} neighbours
     * @returns {Target | undefined}
     */
    #besides(neighbours) {
        for (const { words, edge } of neighbours) {
            const neighbour = this.#like(words);
            // The widget says where a part of the text is left out.
            const note = edge === 'after' && neighbour?.nextElementSibling;
            if (note && note.matches('.missing')) return { element: note };
            if (neighbour) return { element: neighbour, edge };
        }
        return undefined;
    }

    /**
     * The element that is most like the words, within another one.
     *
     * @param {string | undefined} words
     * @param {Element} [around]
     */
    #like(words, around = this.root) {
        const within = [...this.#grams].filter(([element]) => around.contains(element));
        return words ? mostAlike(gramsOf(words), within) : undefined;
    }

    /**
     * The innermost element that the values of a path lead to.
     *
     * @param {Element | undefined} named
     * @param {string[]} levels
     */
    #narrowed(named, levels) {
        return levels.reduce((found, words) => this.#like(words, found) ?? found, named);
    }

    /**
     * The row of a commitment: in the drawing, in the table, or else a figure of it in the text.
     *
     * @param {string} name
     */
    #commitment(name) {
        const wanted = normal(name);
        const names = [...this.#grams].filter(([element, { text }]) => text === wanted && element.matches('.row-name, th[scope=row]'));
        return names[0]?.[0].closest('.row, tr') ?? undefined;
    }
}

/**
 * A value in an element's text, where it is a part only.
 *
 * @param {Element} element
 * @param {string | undefined} value
 */
function partOf(element, value) {
    const text = element.textContent ?? '';
    const words = value?.trim();
    const at = words ? text.indexOf(words) : -1;
    return words && at >= 0 && words.length < text.trim().length ? rangeOf(element, at, at + words.length) : undefined;
}

/**
 * A sentence, in the paragraph or the like that an element is in.
 *
 * @param {Element} element
 * @param {string} sentence
 * @returns {Target | undefined}
 */
function sentenceIn(element, sentence) {
    const isInline = () => getComputedStyle(element).display.startsWith('inline');
    while (element.parentElement && isInline()) element = element.parentElement;
    const language = element.closest('[lang]')?.getAttribute('lang') || 'en';
    const sentences = sentencesOf(element.textContent ?? '', language);
    const found = mostAlike(gramsOf(sentence), sentences.map((part) => [part, gramsOf(part.segment)]));
    return found && { element, range: rangeOf(element, found.index, found.index + found.segment.trimEnd().length) };
}

/**
 * @param {string} text
 * @param {string} language
 */
function sentencesOf(text, language) {
    try {
        return [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)];
    } catch {
        // A tag that no browser knows.
        return [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)];
    }
}

/**
 * The range of a part of an element's text.
 *
 * @param {Element} element
 * @param {number} start
 * @param {number} end
 */
export function rangeOf(element, start, end) {
    const { ownerDocument } = element;
    const range = ownerDocument.createRange();
    const walker = ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let passed = 0;
    let hasStart = false;
    for (let node = /** @type {Text | null} */ (walker.nextNode()); node; node = /** @type {Text | null} */ (walker.nextNode())) {
        const { length } = node.data;
        if (!hasStart && start < passed + length) {
            range.setStart(node, start - passed);
            hasStart = true;
        }
        if (hasStart && end <= passed + length) {
            range.setEnd(node, end - passed);
            return range;
        }
        passed += length;
    }
    return undefined;
}
