// @ts-check
// Loads the engine: live.js and the WebAssembly, which mount articles. All widgets of the page share
// one download.

/** @import { Engine } from "./types.js" */

import { failure } from "./failure.js";
import { loadAgain, loadLive, wasmAddress } from "./files.js";
import { retried } from "./retry.js";

// Milliseconds to wait for the WebAssembly; a slow phone needs a few seconds.
const PATIENCE = 60_000;

/** @type {Promise<Engine> | undefined} */
let engine;
let tries = 0;

/** The engine. The first call starts it. */
export function loadEngine() {
  return (engine ??= start().catch((error) => {
    engine = undefined;
    throw error;
  }));
}

async function start() {
  if (!globalThis.WebAssembly) throw failure("unsupported", "this browser has no WebAssembly");
  try {
    // The smallest module, tried before a hundred kilobytes are requested. WebKit compiles it under a policy
    // that forbids WebAssembly, and only refuses to instantiate it.
    await WebAssembly.instantiate(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  } catch {
    throw failure("blocked", "the Content Security Policy lacks 'wasm-unsafe-eval'");
  }
  return retried(attempt);
}

/** @returns {Promise<Engine>} */
async function attempt() {
  // A browser never requests a module again, not even one that failed to load, and a cache may hold a file of
  // another release: from the second try on, the addresses are new ones.
  const query = tries ? `?${RELEASE}.${tries}` : "";
  tries += 1;
  try {
    // Both requests run side by side.
    const wasm = fetch(wasmAddress(query), { signal: AbortSignal.timeout?.(PATIENCE) });
    const [live, answer] = await Promise.all([query ? loadAgain(`./article-widget.js${query}`) : loadLive(), wasm]);
    if (live.release !== RELEASE) throw Error(`article-widget.js is not of the release ${RELEASE}: a cache holds an old file`);
    await live.start(answer, RELEASE);
    return live;
  } catch (/** @type {any} */ error) {
    throw failure("engine", `WebAssembly could not start: ${error.message}`, true);
  }
}
