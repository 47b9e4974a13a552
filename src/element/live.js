// @ts-check
// The engine, which mounts articles. The build bundles it with the glue of wasm-bindgen as article-widget.js, and
// the loader requests it together with the WebAssembly.

import { compile, stale } from "./instances.js";

export { getText } from "./fetch.js";
export { hydrate, releaseIslands } from "./hydrate.js";
export { releaseMounted } from "./instances.js";
export { freeze } from "./islands.js";
export { isShown } from "./parsed.js";
export { swap } from "./places.js";
export { relate } from "./related.js";
export { render } from "./render.js";
export { replay } from "./replay.js";

/** The release that this file is of. */
export const release = RELEASE;

/**
 * Compiles the WebAssembly, once, for a loader of this release.
 *
 * @param {Response} response
 * @param {string} [mark] the release of the loader
 */
export async function start(response, mark) {
  // Loaders before 0.2 pass no mark, and do not compare ours.
  if (mark !== RELEASE) throw new Error(stale("embed.js"));
  await compile(response);
}
