// The module that a publisher's page loads: defines <article-widget>.

import { define } from "./define.js";

// A script that does not wait for the page (`async`) may come while elements are half there. Their controls are shown
// once they are defined, and have to answer from then on.
if (globalThis.document?.readyState === "loading") addEventListener("DOMContentLoaded", () => define());
else define();
