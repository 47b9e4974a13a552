// The module that the build makes of the script of wasm-bindgen: see `as_function` in xtask/src/bundle/glue.rs.
// What it exports is written in Rust: see src/element.rs.

import type { ArticleWidgetProblem } from "./events.js";
import type { Report } from "./types.js";

/** A document that has been read and checked. */
export interface CheckedDocument {
  problems(): ArticleWidgetProblem[];
  /** The stamp of the markup that this release writes for an island. */
  stamp(island: string, written: string): string;
  free(): void;
}

/** One article or one island that is mounted in a root. */
export interface Widget {
  show(checked: CheckedDocument, hasLinks: boolean, prefix: string, onEvent: Report, onRendered: (value?: any) => void): void;
  /** Sets the company that the reader has selected in a chart, for a row of stories; none where `commitment` is empty. */
  pick(chart: string, commitment: string, name: string): void;
  /** Shows other teasers in a row of stories; its own where there are none. */
  relate(row: string, teasers: object[] | null): void;
  clear(): void;
}

/** What an instance of the WebAssembly exports. */
export interface Exports {
  init(module: WebAssembly.Module): Promise<unknown>;
  /** Sets the function that is called with the message of a panic. */
  watch(onPanic: (message: string) => void): void;
  /** Adds the texts of a language for documents with this tag; gives whether they are of this build. */
  addLanguage(tag: string, texts: string): boolean;
  CheckedDocument: {
    article(document: unknown): CheckedDocument;
    data(document: unknown): CheckedDocument;
  };
  Widget: new (
    root: Element,
    checked: CheckedDocument,
    island: string,
    isInSection: boolean,
    isPrerendered: boolean,
    hasAllStories: boolean,
    hasLinks: boolean,
    prefix: string,
    onEvent: Report,
    onRendered: (value?: any) => void,
  ) => Widget;
}

/** Makes a new instance of the glue; `init` starts its WebAssembly. */
export function instantiate(): Exports;
