// The element as a page in TypeScript uses it; that this compiles is the test. Every
// `@ts-expect-error` says that what follows must not compile.

import { ArticleWidgetElement, define, type ArticleWidgetChartDetail, type ArticleWidgetErrorCode, type ArticleWidgetProblem, type ArticleWidgetSlideDetail } from "../../../src/element/types/define.js";
import type { ArticleWidgetEventMap, ArticleWidgetTeaserDetail } from "../../../src/element/types/embed.js";

define();
define("other-name");
// @ts-expect-error a name is a text
define(1);

const widget = document.createElement("article-widget");
const same: ArticleWidgetElement = widget;
same.src = "story.json";
widget.theme = "dark";
widget.loading = "eager";
widget.linkable = true;
widget.relatedSrc = "feed.xml";
// @ts-expect-error an address is a text
widget.relatedSrc = null;
// @ts-expect-error it is or it is not
widget.linkable = "yes";
widget.article = { version: 1 };
widget.article = null;
// @ts-expect-error a document is an object
widget.article = "story.json";

widget.addEventListener("article-widget-ready", ({ detail }) => {
  const problems: ArticleWidgetProblem[] = detail.problems;
  for (const { path, message } of problems) console.log(path.length, message.length);
});
document.addEventListener("article-widget-error", (event) => {
  const code: ArticleWidgetErrorCode = event.detail.code;
  // @ts-expect-error there is no such code
  if (code === "nonsense") return;
  console.log(event.detail.message.length);
});
document.querySelector("main")?.addEventListener("article-widget-navigate", (event) => {
  event.preventDefault();
  location.assign(event.detail.href);
});
document.addEventListener("article-widget-teaser", (event) => {
  const { related, place, href, headline, kicker = "", published }: ArticleWidgetTeaserDetail = event.detail;
  // @ts-expect-error it need not have one
  published.length;
  event.preventDefault();
  location.assign(`${href}#${related}-${place.toFixed()}-${headline}-${kicker}`);
});
widget.addEventListener("article-widget-slide", ({ detail }) => {
  const { first, last, count, by }: ArticleWidgetSlideDetail = detail;
  // @ts-expect-error nothing else moves a row
  if (by === "nonsense") return;
  console.log(detail.related.length, by.length, first + last + count);
});
widget.addEventListener("article-widget-chart", ({ detail }) => {
  const same: ArticleWidgetChartDetail = detail;
  console.log(same.chart.length);
  if (detail.choice === "form") {
    const form: "bars" | "timeline" | "ratio" = detail.value;
    // @ts-expect-error there is no such form
    if (detail.value === "pie") return;
    console.log(form);
  } else if (detail.choice === "sort" && detail.value === "name-reversed") {
    console.log(detail.value);
  }
  // @ts-expect-error nobody can choose that
  if (detail.choice === "nonsense") return;
});
widget.addEventListener("click", (event) => console.log(event.clientX));
const names: (keyof ArticleWidgetEventMap)[] = ["article-widget-ready", "article-widget-error", "article-widget-navigate"];
document.querySelector("article-widget")?.removeEventListener(names[0], () => {});
widget.addEventListener("article-widget-ready", function () {
  const address: string = this.relatedSrc;
  console.log(address);
});
