// @ts-check
// `article-widget/server` for Node, Deno, Bun, browsers and bundlers: the WebAssembly stands in a script, so that no loader
// has to know where a file of it is.

import { bytes } from './bytes.js';
import { library } from './library.js';

export { ArticleError } from './library.js';

/** @type {WebAssembly.Module | undefined} */
let compiled;

export const { check, prerender, importMarkdown, exportMarkdown, exportCommitments, schema } = library(() => (compiled ??= new WebAssembly.Module(bytes())));
