// @ts-check
// The pages that the preview shows in its frames, and the HTML that is to be pasted.

/** @import * as Library from "../server/index.js" */

import * as policy from './policy.js';
import { mirrored } from './page/mirror.js';

/** Where the preview has the files of the widget. */
export const WIDGET = '/widget/';

/**
 * The page for the element, which the page of the preview adds with its article. Its addresses are those of the document's folder.
 */
export const live = {
    policy: policy.LIVE,
    html: `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Article</title>
<link rel="stylesheet" href="${WIDGET}page.css">
<script type="module" src="${WIDGET}embed.js"></script>
</head>
<body>
<main>
<div id="article"></div>
</main>
</body>
</html>
`,
};

/**
 * The page as it is prerendered, to be read without scripts.
 *
 * @param {typeof Library} library
 * @param {string} source
 * @param {boolean} isMirrored whether it is shown right to left
 */
export function still(library, source, isMirrored) {
    const document = isMirrored ? JSON.stringify(mirrored(JSON.parse(source))) : source;
    const { html, styleSources } = library.prerender(document, { assets: WIDGET, page: {} });
    return { html, policy: policy.still(styleSources) };
}

/**
 * The HTML that is to be pasted.
 *
 * @param {typeof Library} library
 * @param {string} source
 * @param {string} assets the folder of the widget's files
 */
export const paste = (library, source, assets) => library.prerender(source, { assets: assets || undefined }).html;
