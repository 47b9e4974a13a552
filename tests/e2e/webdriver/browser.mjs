// One browser for all tests of a file, BROWSER=firefox or BROWSER=webkitgtk, and what becomes of a test whose browser crashes.

import { after, before, test as register } from "node:test";
import { start } from "./driver.mjs";
import { PATIENCE } from "./site.mjs";

/**
 * Starts a browser before the first test of a file and ends it after the last. Gives the browser, whose `driver` controls it,
 * and what registers a test; before each of them `prepare` is called.
 *
 * WebKitGTK's JavaScript engine has crashed in one of some dozens of runs, in a test of no fault. So a test whose browser is gone
 * is run once more, in a fresh one, and says so. Where the page is what makes it crash, it crashes twice, and that fails.
 */
export function browserTests(prepare = () => {}) {
  const browser = { driver: undefined };
  let quit;

  const open = async () => {
    const started = await start(process.env.BROWSER);
    browser.driver = started.driver;
    quit = started.quit;
  };
  before(open, { timeout: 4 * PATIENCE });
  after(() => quit?.());

  /** Whether the session that the driver had is over. */
  const isGone = () => browser.driver.getWindowHandle().then(() => false, () => true);

  const test = (name, act) =>
    register(name, async (context) => {
      const run = async () => {
        await prepare();
        await act(context);
      };
      try {
        await run();
      } catch (error) {
        if (!(await isGone())) throw error;
        context.diagnostic(`the browser has crashed: “${name}” once more, in a fresh one`);
        await quit();
        await open();
        await run();
      }
    });

  return { browser, test };
}
