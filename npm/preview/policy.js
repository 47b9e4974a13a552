// @ts-check
// The headers of answers, above all the Content Security Policy of each kind of page.

/** The headers of every answer: no other site may use it, and no browser may guess its type. */
export const COMMON = {
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-cache',
};

/** Pictures of articles may come from anywhere, as on the page of a publisher. */
const PICTURES = "img-src 'self' data: http: https:";
const NOTHING_ELSE = "base-uri 'none'; form-action 'none'";

/** The page of the preview. */
export const PREVIEW = `default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; frame-src 'self'; \
frame-ancestors 'none'; require-trusted-types-for 'script'; ${NOTHING_ELSE}`;

/** The page with the element. */
export const LIVE = `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; ${PICTURES}; \
frame-ancestors 'self'; require-trusted-types-for 'script'; ${NOTHING_ELSE}`;

/**
 * The page without scripts. Its links open in a window of their own.
 *
 * @param {string[]} styleSources
 */
export const still = (styleSources) => `default-src 'none'; style-src ${["'self'", ...styleSources].join(' ')}; ${PICTURES}; \
frame-ancestors 'self'; ${NOTHING_ELSE}; sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox`;

/** A file beside a document. As a page of its own it gets no rights of the preview. */
export const FILE = `default-src 'none'; style-src 'self' 'unsafe-inline'; ${PICTURES}; frame-ancestors 'none'; ${NOTHING_ELSE}; sandbox`;
