// Generates what programs and editors read about the element from the scripts in src/element: define.d.ts, embed.d.ts and
// custom-elements.json. They are kept in the repository, so that a build needs no TypeScript.
//
//   node types/generate.mjs           writes them
//   node types/generate.mjs --check   fails where one differs from what would be written

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { declarations, exportedTypes } from "./declarations.mjs";
import { manifest } from "./manifest.mjs";

const folder = new URL("../../../src/element/types/", import.meta.url);
const HEADER = "// Generated from the scripts in src/element by tests/e2e/types/generate.mjs.\n\n";

const define = declarations();
const files = {
  "define.d.ts": HEADER + define,
  "embed.d.ts": `${HEADER}/** Loading \`embed.js\` defines \`<article-widget>\`. */\nexport type {\n${exportedTypes(define).map((name) => `  ${name},\n`).join("")}} from "./define.js";\n`,
  "custom-elements.json": `${JSON.stringify(manifest(), null, 2)}\n`,
};

for (const [name, text] of Object.entries(files)) {
  const url = new URL(name, folder);
  if (!process.argv.includes("--check")) writeFileSync(url, text);
  else if (!existsSync(url) || readFileSync(url, "utf8") !== text) {
    console.error(`src/element/types/${name} is not what the scripts say: run \`npm run generate\` in tests/e2e`);
    process.exitCode = 1;
  }
}
