// The W3C's checker (the Nu Html Checker).

import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const jar = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");

// `part` is a global attribute of CSS Shadow Parts that the checker does not know, as it does not know container queries and
// some other styles, and in which normal form texts are written is a matter of their authors.
const UNKNOWN = /^error: CSS: (Unrecognized at-rule “@container”|“(container|container-type|paint-order)”: Property|“(font-size|max-inline-size)”: Parse Error\. \(.*cqi)/;
const IGNORED = new RegExp(`Attribute “part” not allowed|Unicode Normalization Form C|${UNKNOWN.source}`);

/** What the checker has to say of these pages. */
export async function complaintsAbout(pages) {
  const directory = mkdtempSync(join(tmpdir(), "article-widget-html-"));
  try {
    const files = pages.map((page, index) => {
      const path = join(directory, `${index}.html`);
      writeFileSync(path, page);
      return path;
    });
    // It exits with 1 where it has something to say.
    const { stderr } = await promisify(execFile)("java", ["-jar", jar, "--format", "json", "--exit-zero-always", ...files]);
    const { messages } = JSON.parse(stderr);
    // Errors and warnings; the rest is advice on style, such as on "/>".
    const found = messages.filter(({ type, subType }) => type !== "info" || subType === "warning");
    const words = found.map(({ type, message, url, lastLine, extract }) => `${type}: ${message} (${url?.split("/").at(-1)}:${lastLine} ${extract})`);
    return words.filter((complaint) => !IGNORED.test(complaint));
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/**
 * The checker passes over what is in templates, so the same markup is checked outside of one: without the styles, which are
 * for the shadow tree, and without the anchors, which have the ids of the rows again outside of it.
 */
export const opened = (html) =>
  html
    .replace('<template shadowrootmode="open">', "<div>")
    .replace("</template>", "</div>")
    .replace(/<style data-sheet.*?<\/style>|<span slot="[^>]*><\/span>/gs, "");
