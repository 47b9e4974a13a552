// The engine: what brings articles alive (live.js), with the WebAssembly. One download for all widgets of
// the page.

import { failure } from "./failure.js";
import { retried } from "./retry.js";

/** Where this file is, and everything that comes with it. */
export const folder = new URL("./", import.meta.url);

/** Loads another module from there: as a function, so that a bundler leaves it where it is. */
export const load = (path) => import(path);

// Milliseconds for the WebAssembly; a slow phone needs a few seconds.
const PATIENCE = 60_000;

let engine;
let tries = 0;

/** The running engine; started at the first call. */
export function loadEngine() {
  return (engine ??= start().catch((error) => {
    engine = undefined;
    throw error;
  }));
}

async function start() {
  if (!globalThis.WebAssembly) throw failure("unsupported", "this browser has no WebAssembly");
  try {
    // The smallest module there is: asked before a hundred kilobytes are on their way. WebKit lets it be
    // compiled, and forbids only to instantiate it.
    await WebAssembly.instantiate(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  } catch {
    throw failure("blocked", "the Content Security Policy lacks 'wasm-unsafe-eval'");
  }
  return retried(attempt);
}

async function attempt() {
  // A browser never runs a module twice, nor one that failed to load, and a cache may hold a file of
  // another release: from the second try on the addresses are new ones.
  const query = tries ? `?${RELEASE}.${tries}` : "";
  tries += 1;
  try {
    // Side by side.
    const wasm = fetch(new URL(`article-widget_bg.wasm${query}`, folder), { signal: AbortSignal.timeout?.(PATIENCE) });
    const [live, answer] = await Promise.all([load(`./article-widget.js${query}`), wasm]);
    if (live.release !== RELEASE) throw Error(`article-widget.js is not of the release ${RELEASE}: a cache holds an old file`);
    await live.start(answer, RELEASE);
    return live;
  } catch (error) {
    throw failure("engine", `WebAssembly could not start: ${error.message}`, true);
  }
}
