// A fresh project with the package installed from its archive, as its users have it, in a folder of its own.

import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
/** The root of the repository. */
export const root = join(here, "../..");
const built = process.env.PACKAGE_FOLDER ?? join(root, "target/npm");

/** The environment for tools of other people, which tell nobody that they were used. */
export const QUIET = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ASTRO_TELEMETRY_DISABLED: "1" };

/** The archive that `cargo xtask package` has made. */
export const archive = join(built, readdirSync(built).find((name) => name.endsWith(".tgz")));

/**
 * Makes a project. What tests use besides comes from the folder of the tests, so that nothing is installed twice.
 *
 * @param {string} name
 * @param {string[]} [packages]
 */
export function makeProject(name, packages = []) {
  // Its real path, as bundlers name it.
  const folder = mkdtempSync(join(tmpdir(), `article-widget-${name}-`));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name, private: true, type: "module" }));
  install(folder);
  for (const used of packages) {
    const to = join(folder, "node_modules", used);
    mkdirSync(dirname(to), { recursive: true });
    symlinkSync(join(here, "node_modules", used), to, "junction");
  }
  return project(folder);
}

/** A copy of an example of the repository, with its packages installed, and this one from its archive. */
export function makeExample(name) {
  const folder = mkdtempSync(join(tmpdir(), `article-widget-${name}-`));
  cpSync(join(root, "examples", name), folder, { recursive: true });
  install(folder);
  return project(folder);
}

const project = (folder) => ({
  folder,
  /** Writes a file into the project. */
  write(path, text) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  },
  /** Runs a program in it, and gives its output. */
  run: (program, ...words) => execFileSync(program, words, { cwd: folder, env: QUIET, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }),
  copy: (from, to) => cpSync(from, join(folder, to), { recursive: true }),
  remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }),
});

/** Installs the archive, and what the project names besides. */
function install(folder) {
  const words = ["install", "--ignore-scripts", "--no-fund", "--no-audit", "--prefer-offline", "--loglevel=error", archive];
  execFileSync("npm", words, { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
}

/** A program of the packages of these tests. */
export const program = (name) => join(here, "node_modules/.bin", name);
