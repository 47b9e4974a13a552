// Instances of the WebAssembly. What is mounted in one has a memory of its own: a panic, after which an
// instance is of no use, ends nothing that is mounted in another.

import { instantiate } from "./article-widget.js";
import { failure } from "./failure.js";

// Each takes a megabyte or two of memory, and browsers have room for some dozens on a page. What comes
// when there are so many shares one.
const MOST = 4;
// Yew never forgets a root that it was mounted in, so an instance is not used for ever.
const MOST_USES = 20;

let module;
// `{ ready, lives, uses, sources, Source, Widget }`.
const instances = new Set();

/** What is the matter with a file that is not of this release. */
export const stale = (file) => `${file} is not of the release ${RELEASE}: a cache holds an old file`;

/** Compiles what the network answers; an error where it is not the WebAssembly of this release. */
export async function compile(response) {
  if (!response.ok) throw new Error(`${response.url}: the server answered ${response.status}`);
  const { compileStreaming, compile, Module } = WebAssembly;
  // Some servers do not know what WebAssembly is, and some browsers cannot compile while it comes.
  const isKnown = compileStreaming && response.headers.get("Content-Type") === "application/wasm";
  const copy = response.clone();
  const whole = async () => compile(await copy.arrayBuffer());
  module = await (isKnown ? compileStreaming(response).catch(whole) : whole());
  if (!Module.customSections(module, RELEASE).length) {
    throw new Error(stale("article-widget_bg.wasm"));
  }
}

/** Keeps a place in an instance for something that is to be mounted: `{ instance, root, onPanic }`. */
export function newLife(root) {
  let least;
  for (const instance of instances) if (!least || instance.lives.size < least.lives.size) least = instance;
  if (!least || (least.lives.size && instances.size < MOST)) least = newInstance();
  least.uses += 1;
  const life = { instance: least, root };
  least.lives.add(life);
  return life;
}

/** What was mounted is on the page no more. */
export function endLife(life) {
  const { instance, feed } = life;
  feed?.abort();
  instance.lives.delete(life);
  if (!instance.lives.size && instance.uses >= MOST_USES) instances.delete(instance);
}

/** An instance is of no use any more; whatever is mounted in it is told why. */
export function endInstance(instance, message) {
  instances.delete(instance);
  for (const life of [...instance.lives]) {
    endLife(life);
    life.onPanic?.(message);
  }
}

/**
 * Does something in the instance of `life`: settles with what `work(instance, resolve)` resolves with. A panic
 * until then is a failure; so is an error, which `name` says the place of.
 */
export async function within(life, name, work) {
  const { instance } = life;
  await instance.ready;
  try {
    return await new Promise((resolve, reject) => {
      life.onPanic = (message) => reject(failure("panic", message));
      work(instance, resolve);
    });
  } catch (error) {
    if (error.code) throw error;
    if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) {
      // A trap that no panic has told of.
      endInstance(instance, `${error}`);
      throw failure("panic", `${error}`);
    }
    throw failure("document", `${name}: ${error.message}`);
  }
}

function newInstance() {
  const instance = { lives: new Set(), uses: 0, sources: new WeakMap() };
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
