// Trying again what failed by chance.

const TRIES = 3;
// Milliseconds before the second try; twice as long before the third.
const PAUSE = 800;

/**
 * The result of the first of a few tries that does not fail. There is none after a failure that
 * would come again, or after `signal`.
 */
export async function retried(attempt, signal) {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!error.mayPass || tries === TRIES) throw error;
    }
    // By chance, so that readers who failed together do not come back together.
    await new Promise((resolve) => setTimeout(resolve, PAUSE * tries * (0.5 + Math.random())));
    signal?.throwIfAborted();
  }
}
