// @ts-check
// The module that a publisher's page loads: defines <article-widget>.

import { define } from "./define.js";

// With `async` the script may run while the parser is inside an element. As soon as the element is defined its controls are
// visible, and then they have to work.
if (globalThis.document?.readyState === "loading") addEventListener("DOMContentLoaded", () => define());
else define();
