// @ts-check
// Tries again what failed by chance.

const TRIES = 3;
// Milliseconds before the second try. The pause before the third is twice as long.
const PAUSE = 800;

/**
 * The result of the first try that succeeds. It throws after a failure that would come again, after the last try,
 * and where `signal` is aborted.
 *
 * @template T
 * @param {() => Promise<T>} attempt
 * @param {AbortSignal} [signal]
 * @returns {Promise<T>}
 */
export async function retried(attempt, signal) {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (/** @type {any} */ error) {
      if (!error.isRetryable || tries === TRIES) throw error;
    }
    // Random, so that readers whose requests failed together do not try again together.
    await new Promise((resolve) => setTimeout(resolve, PAUSE * tries * (0.5 + Math.random())));
    signal?.throwIfAborted();
  }
}
