// Whole pages in Chromium, against the release in dist/.

import { defineConfig } from "@playwright/test";

const port = Number(process.env.PORT ?? 8181);

export default defineConfig({
  // A machine that is busy with something else may spoil one try; what fails twice has failed.
  retries: process.env.CI ? 1 : 0,
  testDir: "pages",
  outputDir: "results",
  // One set of references; see pages/visual.spec.mjs.
  snapshotPathTemplate: "{testDir}/{testFileName}-snapshots/{arg}{ext}",
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  // Machines are slow and noisy: nothing here is a measure of speed.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: "list",
  use: {
    // Tests of one worker share the browser's window, which costs as much to open as most tests take. Between them,
    // Playwright empties it: another document, no cookies, storage, caches, routes or scripts. What stays is what tests
    // do through sessions of the protocol, permissions and the process. A test takes its own back; a file whose tests
    // need more says `test.use({ reuseContext: false })`.
    reuseContext: true,
    baseURL: `http://127.0.0.1:${port}`,
    launchOptions: {
      executablePath: process.env.CHROMIUM,
      env: { ...process.env, FONTCONFIG_FILE: new URL("fonts.conf", import.meta.url).pathname },
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
    },
  },
  webServer: {
    command: "node server.mjs",
    env: { PORT: String(port) },
    url: `http://127.0.0.1:${port}/index.html`,
    reuseExistingServer: false,
  },
});
