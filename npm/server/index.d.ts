// The types of `article-widget/server`.

/** Something about a document or a text that its author should know. */
export interface Problem {
    /** The JSON path of the value, as in `body[3].paragraph[1].link.href`; empty for the document as a whole. */
    path: string;
    kind: 'syntax' | 'type' | 'missing' | 'unknown' | 'duplicate' | 'value' | 'reference' | 'limit' | 'claim' | 'unused';
    /**
     * How severe it is: an `error` is left out or does not mean what it should, a `warning` is shown but may not be what is
     * meant, a `remark` is fine and worth knowing.
     */
    severity: 'error' | 'warning' | 'remark';
    /** What was found and what would mend it. */
    message: string;
    /** The table that it is in; absent for the text itself. */
    table?: 'commitments' | 'teasers';
    /** Where the part of the text at fault begins: the line, from 1. Absent where nobody has looked for the place. */
    line?: number;
    /** The character of the line, from 1. */
    column?: number;
    /** Where the text goes on after that part: the line, from 1. */
    endLine?: number;
    /** The character of the line, from 1. */
    endColumn?: number;
}

/**
 * A document: its JSON text, or the value that `JSON.parse` makes of it. The lines and columns of problems are those of the text;
 * for a value, those of `JSON.stringify(value, null, 2)`.
 */
export type Document = string | object;

/** Options that are not known are refused. */
export interface CheckOptions {
    /** The release of the widget that readers have, such as `0.1`: fields that came later are problems, too. */
    widget?: string;
    /** Whether warnings are errors. */
    strict?: boolean;
}

/** Every problem of a document; remarks where there is no error. It does not throw for what it finds. */
export function check(document: Document, options?: CheckOptions): Problem[];

export interface PrerenderOptions {
    /** The address of the folder that `embed.js` and the other files of the widget are in; `./` by default. */
    assets?: string;
    /** The document's own address, for the element's attribute `src`. */
    src?: string;
    /** Whether the document is left at `src`, to be fetched once the reader is near, and out of the markup. */
    linked?: boolean;
    /** Whether the article stands among the page's own content, for reading modes, and not in a shadow tree. */
    light?: boolean;
    /** Whether the style sheet comes by a link, and does not stand in the markup: for pages with many articles. */
    linkStyles?: boolean;
    /** The text of a style sheet that stands in the markup instead of the widget's. */
    inlineStyles?: string;
    /** The nonce by which the page's Content Security Policy knows the styles in the markup. */
    nonce?: string;
    /**
     * Whether a document is refused for everything that a strict `check` calls an error, such as a sentence with another figure
     * than the data.
     */
    strict?: boolean;
    /**
     * A publisher's words in the place of the widget's: what a file of messages has, `language` included. The widget in the
     * page needs the same file, at `messagesSrc`.
     */
    messages?: Record<string, unknown>;
    /** The address of the file of `messages`, for the element's attribute. */
    messagesSrc?: string;
    /** Writes a whole page around the article. */
    page?: PageOptions;
    /**
     * Whether the page opens from a disk and asks for nothing: no script, the styles and `files` in the markup. It is a whole page
     * without `page`, too, and goes with none of `linked`, `src`, `assets`, `linkStyles`, `nonce` and `messagesSrc`.
     */
    singleFile?: boolean;
    /** Of a single file, the pictures that the document names relative to itself, by these names. */
    files?: Record<string, Uint8Array>;
}

export interface PageOptions {
    /** The page's own address. */
    canonical?: string;
    /** The addresses of pictures that stand for the page where it is shared. */
    images?: string[];
    /** The name of the site, as its publisher. */
    siteName?: string;
}

export interface Prerendered {
    /** The article as HTML: to be put into a page, or a page. */
    html: string;
    /** What a strict `style-src` has to list besides the folder of the widget's files. */
    styleSources: string[];
    /** The parts of the document that had to be left out. */
    problems: Problem[];
}

/**
 * A document as HTML, byte for byte what `article-widget prerender` writes.
 *
 * @throws {ArticleError} if nothing of the document can be shown, an option is wrong, or `strict` is set and the document has
 * an error
 */
export function prerender(document: Document, options?: PrerenderOptions): Prerendered;

export interface ImportOptions {
    /** How the text is written; `markdown` by default. */
    format?: 'markdown' | 'text';
    /** The language of the article, as a BCP 47 tag, where the front matter does not name it. */
    language?: string;
    /** A table of commitments to add, as CSV. */
    commitments?: string;
    /** A table of related stories to add, as CSV. */
    teasers?: string;
    /** The title above the related stories of the table, where the front matter does not name their row. */
    teasersTitle?: string;
}

export interface Imported {
    /** The document. */
    document: Record<string, unknown>;
    /** Warnings and remarks, told apart by their `severity`: what may not be meant, and what was left out. */
    remarks: Problem[];
}

/**
 * A document made of Markdown or plain text.
 *
 * @throws {ArticleError} with every mistake in the text
 */
export function importMarkdown(text: string, options?: ImportOptions): Imported;

/**
 * A document as Markdown with front matter.
 *
 * @throws {ArticleError} with every problem of the document
 */
export function exportMarkdown(document: Document): string;

/**
 * The commitments of a document as CSV.
 *
 * @throws {ArticleError} with every problem of the document
 */
export function exportCommitments(document: Document): string;

/** The JSON Schema of documents. */
export function schema(): Record<string, unknown>;

/** A text that cannot be used, or an option that is wrong. */
export class ArticleError extends Error {
    constructor(message: string, problems: Problem[], draft?: Record<string, unknown>);
    /** Every problem of the text; empty where an option is wrong. */
    problems: Problem[];
    /** Of a text with errors that `importMarkdown` has refused: the document without the parts at fault, to show it to its writer. */
    draft?: Record<string, unknown> | undefined;
}
