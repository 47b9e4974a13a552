// Starts a browser through its own driver, and ends both. Where the programs are is said by the
// variables that `cargo xtask test` sets; without them the search path decides.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { Builder, Capabilities } from "selenium-webdriver";

const { FIREFOX, GECKODRIVER = "geckodriver", WEBKIT_DRIVER = "WebKitWebDriver", XVFB_RUN = "xvfb-run" } = process.env;

// A program that prints its process id and then becomes the driver that is named after it: what
// wraps the driver cleans up by itself once the driver has ended.
const AS_DRIVER = ["sh", "-c", 'echo $$; exec "$@"', "driver"];

const BROWSERS = {
  firefox: {
    command: (port) => [...AS_DRIVER, GECKODRIVER, "--port", `${port}`],
    capabilities: {
      browserName: "firefox",
      "moz:firefoxOptions": { args: ["-headless"], ...(FIREFOX && { binary: FIREFOX }) },
    },
  },
  webkitgtk: {
    // Without a display there is no WebKitGTK. The driver brings its browser with it.
    command: (port) => [XVFB_RUN, "-a", ...AS_DRIVER, WEBKIT_DRIVER, `--port=${port}`],
    capabilities: { browserName: "MiniBrowser" },
  },
};

/** Starts a browser by its name; `driver` controls it, `quit` ends it and all that came with it. */
export async function start(name) {
  if (!Object.hasOwn(BROWSERS, name ?? "")) {
    throw new Error(`BROWSER is ${name ?? "not set"}: give ${Object.keys(BROWSERS).join(" or ")}`);
  }
  const { command, capabilities } = BROWSERS[name];
  const port = await freePort();
  const words = command(port);
  // A group of its own, so that in the worst case it can be ended with everything that it started.
  const server = spawn(words[0], words.slice(1), { detached: true, stdio: ["ignore", "pipe", "ignore"] });
  const ended = new Promise((resolve) => server.once("close", resolve));
  const killAll = () => server.pid && kill(-server.pid);
  process.once("exit", killAll);
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));

  const failed = Promise.race([
    once(server, "error").then(([error]) => Promise.reject(error)),
    ended.then(() => Promise.reject(new Error(`it has ended too early: ${words.join(" ")}`))),
  ]);
  const address = `http://127.0.0.1:${port}`;
  const over = new AbortController();
  try {
    const [processId] = await Promise.race([once(server.stdout, "data"), failed]);
    await Promise.race([isListening(address, over.signal), failed]);
    const driver = await new Builder().usingServer(address).withCapabilities(new Capabilities(capabilities)).build();
    const quit = async () => {
      await driver.quit().catch(() => {});
      // The driver may have said more by then.
      kill(parseInt(processId, 10));
      await ended;
    };
    return { driver, quit };
  } catch (error) {
    killAll();
    throw error;
  } finally {
    over.abort();
    // From here on its end is no failure.
    failed.catch(() => {});
  }
}

/** Ends a process, or a group of them; one that has ended already is left in peace. */
function kill(processId) {
  try {
    process.kill(processId);
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

/** Asks until the driver answers. */
async function isListening(address, signal) {
  while (!signal.aborted) {
    const answer = await fetch(`${address}/status`, { signal }).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
