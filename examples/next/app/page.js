// The article stands in the HTML that the server sends. Its script makes the chart and the row of stories interactive.

import { readFile } from "node:fs/promises";
import { prerender } from "article-widget/server";

export const dynamic = "force-dynamic";
export const metadata = { title: "A page of Next" };

export default async function Page() {
  const document = await readFile("story.json", "utf8");
  const { html, problems } = prerender(document, { assets: "/widget/" });
  for (const { path, message } of problems) console.warn(`story.json: ${path}: ${message}`);
  return <main dangerouslySetInnerHTML={{ __html: html }} />;
}
