// @ts-check
// The module that a publisher's page loads: defines <article-widget>.

import { define } from "./define.js";

// With `async` the script may run while the parser is inside an element. The controls of an element are visible as soon as
// it is defined, and have to work from then on.
if (globalThis.document?.readyState === "loading") addEventListener("DOMContentLoaded", () => define());
else define();
