// @ts-check
// `article-widget/server` for edge workers, which compile no WebAssembly at run time: their bundlers do.

import compiled from './server.wasm';
import { library } from './library.js';

export { ArticleError } from './library.js';

export const { check, prerender, importMarkdown, exportMarkdown, exportCommitments, schema } = library(() => compiled);
