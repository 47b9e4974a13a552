// The WebAssembly: one instance for all widgets of the page, and a fresh one after a panic.

import { failure } from "./failure.js";
import { retried } from "./retry.js";

/** Where this file is, and everything that comes with it. */
export const folder = new URL("./", import.meta.url);

/** Loads another module from there: as a function, so that a bundler leaves it where it is. */
export const load = (path) => import(path);

// Milliseconds for the WebAssembly; a slow phone needs a few seconds.
const PATIENCE = 60_000;

let engine;
// A browser never runs a module twice, nor one that failed to load: the next has another address.
let generation = 0;

/** The running engine (see live.js); started at the first call. */
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
  const started = await retried(attempt);
  started.lost.then(() => {
    engine = undefined;
    generation += 1;
  });
  return started;
}

async function attempt() {
  const module = `./article-widget.js${generation ? `?${generation}` : ""}`;
  const wasm = new URL("article-widget_bg.wasm", folder);
  try {
    // Side by side.
    const [{ start }, response] = await Promise.all([load(module), fetch(wasm, { signal: AbortSignal.timeout(PATIENCE) })]);
    return await start(response);
  } catch (error) {
    generation += 1;
    throw failure("engine", `WebAssembly could not start: ${error.message}`, true);
  }
}
