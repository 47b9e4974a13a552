// The types of the package, as the compiler of a strict project sees them.

import { join } from "node:path";
import { after, before, test } from "node:test";
import { makeProject, program, root } from "./project.mjs";

const ELEMENT = `<article-widget src="story.json" theme="dark" loading="eager" class="story" />`;
/** Files that are right, and lines in them that are wrong, marked for the compiler. */
const FILES = {
  "server.ts": `
    import { ArticleError, check, prerender, importMarkdown, type Problem } from "article-widget/server";
    const problems: Problem[] = check({ version: 1 }, { widget: "0.1" });
    const { html, styleSources }: { html: string; styleSources: string[] } = prerender("{}", { page: { canonical: "https://example.org/" } });
    // @ts-expect-error There is no such option.
    prerender("{}", { asets: "./" });
    try { importMarkdown("", { format: "text" }); } catch (error) { if (error instanceof ArticleError) console.log(error.problems, html, styleSources, problems); }`,
  "element.ts": `
    import { ArticleWidgetElement, define } from "article-widget";
    import "article-widget/embed";
    define("other-name");
    const widget: ArticleWidgetElement = document.createElement("article-widget");
    widget.addEventListener("article-widget-chart", ({ detail }) => detail.chart);
    // @ts-expect-error It is a text.
    widget.src = 5;`,
  "react.tsx": `
    import "article-widget/types/react";
    import { ArticleWidget } from "article-widget/react";
    export const element = ${ELEMENT.replace("class", "className")};
    export const component = <ArticleWidget src="a" article={{}} onChart={({ detail }) => detail.choice} />;
    // @ts-expect-error There is no such theme.
    export const wrong = <article-widget theme="red" />;`,
  "preact.tsx": `/** @jsxImportSource preact */
    import "article-widget/types/preact";
    export const element = ${ELEMENT};
    // @ts-expect-error There is no such theme.
    export const wrong = <article-widget theme="red" />;`,
  "solid.tsx": `/** @jsxImportSource solid-js */
    import "article-widget/types/solid";
    export const element = ${ELEMENT};
    // @ts-expect-error There is no such theme.
    export const wrong = <article-widget theme="red" />;`,
  "svelte.ts": `
    import "article-widget/types/svelte";
    import type { SvelteHTMLElements } from "svelte/elements";
    export const props: SvelteHTMLElements["article-widget"] = { src: "a", "onarticle-widget-ready": ({ detail }) => detail.problems };
    // @ts-expect-error There is no such theme.
    export const wrong: SvelteHTMLElements["article-widget"] = { theme: "red" };`,
  "vue.ts": `
    import "article-widget/types/vue";
    import type { GlobalComponents } from "vue";
    type Props = InstanceType<GlobalComponents["article-widget"]>["$props"];
    export const props: Props = { src: "a", onArticleWidgetReady: ({ detail }) => detail.problems };
    // @ts-expect-error There is no such theme.
    export const wrong: Props = { theme: "red" };`,
};

let project;
before(() => (project = makeProject("types", ["react", "@types/node", "@types/react", "preact", "solid-js", "svelte", "vue"])));
after(() => project.remove());

test("TypeScript finds what is right and what is wrong", () => {
  for (const [name, text] of Object.entries(FILES)) project.write(name, text);
  project.write("tsconfig.json", JSON.stringify({
    // Packages of other people are left to them.
    compilerOptions: { strict: true, exactOptionalPropertyTypes: true, noEmit: true, jsx: "react-jsx", target: "es2022", module: "nodenext", lib: ["es2023", "dom", "dom.iterable"], types: [], skipLibCheck: false },
    files: Object.keys(FILES),
  }));
  try {
    project.run(program("tsc"), "--pretty", "false");
  } catch ({ stdout }) {
    const own = stdout.split("\n").filter((line) => !/^node_modules\/(?!article-widget\/)/.test(line) && line.trim() && !line.startsWith(" "));
    if (own.length) throw Error(own.join("\n"));
  }
});

test("the scripts of the package are what their types say", () => {
  // In a folder of their own: the compiler does not look into packages.
  for (const part of ["preview", "receipt", "server"]) project.copy(join(root, "npm", part), `source/${part}`);
  for (const generated of ["glue.js", "bytes.js"]) project.copy(join(project.folder, "node_modules/article-widget/server", generated), `source/server/${generated}`);
  project.run(program("tsc"), "--pretty", "false", "--project", "source/preview");
  project.run(program("tsc"), "--pretty", "false", "--project", "source/receipt");
});
