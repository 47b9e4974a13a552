// @ts-check
// Repeats requests that have failed by chance.

const TRIES = 3;
// Milliseconds before the second try. The pause before the third is twice as long.
const PAUSE = 800;

/**
 * The result of the first try that succeeds. It throws when another try would fail as well, after the last try, and when
 * `signal` is aborted.
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
    // Random, so that readers whose requests failed at the same time do not repeat them at the same time.
    await new Promise((resolve) => setTimeout(resolve, PAUSE * tries * (0.5 + Math.random())));
    signal?.throwIfAborted();
  }
}
