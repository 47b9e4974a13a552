// @ts-check
// `article-widget/server` for Vercel's edge runtime, whose bundler compiles what is imported with `?module`.

import compiled from './server.wasm?module';
import { library } from './library.js';

export { ArticleError } from './library.js';

export const { check, prerender, importMarkdown, exportMarkdown, exportCommitments, schema } = library(() => compiled);
