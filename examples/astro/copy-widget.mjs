// Copies the files of the widget to where the site serves them: public/widget.

import { cpSync } from "node:fs";
import { fileURLToPath } from "node:url";

const widget = fileURLToPath(new URL("./", import.meta.resolve("article-widget/embed")));
cpSync(widget, "public/widget", { recursive: true });
