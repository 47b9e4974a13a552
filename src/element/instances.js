// @ts-check
// Instances of the WebAssembly. Each has its own memory: a panic makes one instance unusable, and what is
// mounted in the others goes on.

/** @import { Widget } from "./glue.js" */
/** @import { Instance, Mounted } from "./types.js" */

import { instantiate } from "./glue.js";
import { failure } from "./failure.js";

// Each takes a megabyte or two of memory, and browsers allow some dozens on a page. Above this number, articles
// share instances.
const MOST = 4;
// Yew keeps every root that it was mounted in, so an instance is used for this many only.
const MOST_USES = 20;

/** @type {WebAssembly.Module} */
let module;
/** @type {Set<Instance>} */
const instances = new Set();

/**
 * The message for a file that is not of this release.
 *
 * @param {string} file
 */
export const stale = (file) => `${file} is not of the release ${RELEASE}: a cache holds an old file`;

/**
 * Compiles the WebAssembly; an error where the answer is not that of this release.
 *
 * @param {Response} response
 */
export async function compile(response) {
  if (!response.ok) throw new Error(`${response.url}: the server answered ${response.status}`);
  const { compileStreaming, compile, Module } = WebAssembly;
  // Some servers send another media type, and some browsers cannot compile a stream.
  const isKnown = /** @type {Function | undefined} */ (compileStreaming) && response.headers.get("Content-Type") === "application/wasm";
  const copy = response.clone();
  const whole = async () => compile(await copy.arrayBuffer());
  module = await (isKnown ? compileStreaming(response).catch(whole) : whole());
  if (!Module.customSections(module, RELEASE).length) {
    throw new Error(stale("article-widget_bg.wasm"));
  }
}

/**
 * Reserves an instance for an article or island that is about to be mounted in a root.
 *
 * @param {HTMLElement} root
 * @returns {Mounted}
 */
export function reserve(root) {
  /** @type {Instance | undefined} */
  let least;
  for (const instance of instances) if (!least || instance.mounted.size < least.mounted.size) least = instance;
  if (!least || (least.mounted.size && instances.size < MOST)) least = newInstance();
  least.uses += 1;
  /** @type {Mounted} */
  const mounted = { instance: least, root };
  least.mounted.add(mounted);
  return mounted;
}

/**
 * Gives the place in the instance back.
 *
 * @param {Mounted} mounted
 */
export function endMount(mounted) {
  const { instance, feed } = mounted;
  feed?.abort();
  instance.mounted.delete(mounted);
  if (!instance.mounted.size && instance.uses >= MOST_USES) instances.delete(instance);
}

/**
 * Releases an article or island that has left the page.
 *
 * @param {Mounted} mounted
 */
export function releaseMounted(mounted) {
  endMount(mounted);
  /** @type {Widget} */ (mounted.widget).clear();
}

/**
 * Drops an instance that has panicked, and calls `onPanic` of all that is mounted in it.
 *
 * @param {Instance} instance
 * @param {string} message
 */
export function endInstance(instance, message) {
  instances.delete(instance);
  for (const mounted of [...instance.mounted]) {
    endMount(mounted);
    mounted.onPanic?.(message);
  }
}

/**
 * Runs `work` in an instance; gives the value that it resolves with. A panic until then is a failure, and so is an error.
 *
 * @param {Mounted} mounted
 * @param {string} name what the document is called in messages
 * @param {(instance: Instance, resolve: (value?: any) => void) => void} work
 * @returns {Promise<any>}
 */
export async function runIn(mounted, name, work) {
  const { instance } = mounted;
  await instance.ready;
  try {
    return await new Promise((resolve, reject) => {
      mounted.onPanic = (message) => reject(failure("panic", message));
      work(instance, resolve);
    });
  } catch (/** @type {any} */ error) {
    if (error.code) throw error;
    if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) {
      // A trap without a panic.
      endInstance(instance, `${error}`);
      throw failure("panic", `${error}`);
    }
    throw failure("document", `${name}: ${error.message}`);
  }
}

/** @returns {Instance} */
function newInstance() {
  const instance = /** @type {Instance} */ ({ mounted: new Set(), uses: 0, checked: new WeakMap(), languages: new Map() });
  instances.add(instance);
  const { init, watch, ...api } = instantiate();
  instance.ready = init(module).then(
    () => {
      Object.assign(instance, api);
      watch((message) => endInstance(instance, message));
    },
    (error) => {
      instances.delete(instance);
      throw failure("engine", `WebAssembly could not start: ${error.message}`, true);
    },
  );
  return instance;
}
