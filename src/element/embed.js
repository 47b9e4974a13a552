// The module that a publisher's page loads: defines <article-widget>.

import { define } from "./define.js";

define();
