// What a hostile file may hold in the place of an article: each tries to run a script (which sets `ran`), to ask for a
// file (whose name has `reached` in it), or to change the page around the widget.

/** Marks that a script ran; for places where quotes would end something. */
const RUN = "ran=1";

/** By what they are, pieces of HTML that stand in the middle of the article. */
export const PAYLOADS = {
  "a script": `<script>${RUN}</script>`,
  "a module": `<script type="module" src="/reached.js"></script>`,
  "a script of SVG": `<svg><script>${RUN}</script><script href="/reached.js"></script></svg>`,
  "a handler of a picture": `<img src="/missing.png" onerror="${RUN}">`,
  "handlers of what is pressed": `<p class="hostile" onclick="${RUN}" onpointerdown="${RUN}" onpointerover="${RUN}">press</p>`,
  "a handler of SVG": `<svg onload="${RUN}"><line onload="${RUN}" class="hostile" onclick="${RUN}"></line></svg>`,
  "a handler of what opens": `<details open ontoggle="${RUN}"><summary class="hostile">press</summary></details>`,
  "a handler of what takes the focus": `<input autofocus onfocus="${RUN}" tabindex="1"><p tabindex="0" autofocus onfocus="${RUN}">x</p>`,
  "a handler of an animation": `<p style="animation: wait 1s" onanimationstart="${RUN}">x</p>`,
  "a link with code": `<a class="hostile" href="javascript:${RUN}">press</a>`,
  "links with code that is hidden": `<a class="hostile" href="&#1;java&#9;script:${RUN}">press</a><a class="hostile" href="JaVaScRiPt&colon;${RUN}">press</a><a class="hostile" href=" javascript:${RUN}">press</a>`,
  "links with other schemes": `<a class="hostile" href="data:text/html,<script>${RUN}</script>">press</a><a href="vbscript:x">x</a><a href="blob:x">x</a><a href="filesystem:x">x</a>`,
  "a link of SVG": `<svg><a class="hostile" href="javascript:${RUN}" xlink:href="javascript:${RUN}"><text y="9">press</text></a></svg>`,
  "a link that SVG changes": `<svg><a class="hostile"><text y="9">press</text><set attributeName="href" to="javascript:${RUN}"/><animate attributeName="href" values="javascript:${RUN}" fill="freeze" dur="1s"/></a></svg>`,
  "a link that sends a message": `<a class="hostile" href="#headline" ping="/reached" target="reached" download>press</a>`,
  "a base": `<base href="https://reached.example/" target="_top">`,
  "a form": `<form action="javascript:${RUN}" id="hostile-form"><button class="hostile">press</button><input type="submit" formaction="javascript:${RUN}"></form>`,
  "buttons of a form elsewhere": `<button class="hostile" form="around" formaction="javascript:${RUN}" type="submit">press</button><button class="hostile">press</button><input class="hostile" type="image" src="/reached.png" form="around">`,
  "frames": `<iframe src="javascript:parent.${RUN}"></iframe><iframe srcdoc="<script>parent.${RUN}</script>"></iframe><frameset><frame src="/reached"></frameset><iframe src="/reached"></iframe>`,
  "objects": `<object data="/reached.html"></object><embed src="/reached.html"><applet code="reached"></applet><portal src="/reached.html"></portal>`,
  "media": `<video src="/reached.mp4" poster="/reached.png" autoplay onplay="${RUN}"></video><audio src="/reached.mp3"><source src="/reached.ogg" onerror="${RUN}"></audio><track src="/reached.vtt">`,
  "a page that is left": `<meta http-equiv="refresh" content="0;url=/reached.html"><meta http-equiv="Content-Security-Policy" content="default-src 'none'"><meta http-equiv="Set-Cookie" content="reached=1">`,
  "links to files": `<link rel="stylesheet" href="/reached.css"><link rel="preload" as="image" href="/reached.png"><link rel="modulepreload" href="/reached.js"><link rel="manifest" href="/reached.json"><link rel="icon" href="/reached.ico">`,
  "styles": `<style>@import "/reached.css"; :host { background: url(/reached.png) } h1 { color: rgb(1, 2, 3) }</style><svg><style>h1 { color: rgb(1, 2, 3) }</style></svg>`,
  "styles of an element": `<p style="position: fixed; inset: 0; background: url(/reached.png)">x</p>`,
  "files in attributes of SVG": `<svg fill="url(/reached.svg#a)" mask="url(/reached.svg#a)" filter="url(/reached.svg#a)"><rect width="9" height="9" fill="\\75rl(/reached.svg#a)" clip-path="url(/reached.svg#a)" cursor="url(/reached.png),auto"></rect><image href="/reached.png"></image><use href="/reached.svg#a"></use><feimage href="/reached.png"></feimage></svg>`,
  "a background of old": `<table background="/reached.png"><tr background="/reached.png"><td background="/reached.png">x</td></tr></table>`,
  "pictures of refused addresses": `<img src="data:image/svg+xml,<svg/>" srcset="data:image/png;base64,reached 1x, javascript:reached 400w"><picture><source srcset="blob:reached 400w"><img src="ftp://reached.example/a.png" alt=""></picture><img src="filesystem:reached" lowsrc="/reached.png" dynsrc="/reached.png" usemap="#a">`,
  "lists of pictures in another form": `<img srcset="/reached-1.png"><img srcset="/reached-2.png 2x, /reached-3.png 1x"><img srcset=" /reached-4.png  40w ">`,
  "ids and names that hide others": `<a id="hidden-by"></a><a id="hidden-by" name="hidden-by"></a><img name="hidden-by"><form name="hidden-by"><input name="attributes"><input name="parentNode"></form><p id="getElementById" name="querySelector">x</p><input name="hidden-by" id="location"><button name="submit" id="hidden-by">x</button>`,
  "what points at others": `<label class="hostile" for="choice">press</label><button class="hostile" type="button" popovertarget="panel">press</button><button class="hostile" type="button" commandfor="panel" command="show-popover">press</button><input type="radio" name="choice" checked><input list="list" type="text"><output for="choice">x</output>`,
  "a shadow tree": `<div><template shadowrootmode="open"><a class="hostile" href="data:,reached">press</a><img src="/reached.png" onerror="${RUN}"><script>${RUN}</script></template></div>`,
  "a closed shadow tree that copies keep": `<div><template shadowrootmode="closed" shadowrootclonable shadowrootserializable><style>@import "/reached.css"</style><img src="data:,reached" onerror="${RUN}"><slot></slot></template></div>`,
  "templates in templates": `<template><template><script>${RUN}</script></template><img src="/reached.png" onerror="${RUN}"></template>`,
  "other elements": `<article-widget src="/reached.json"></article-widget><hostile-element></hostile-element><p is="hostile-element">x</p>`,
  "noscript": `<noscript><p title="</noscript><img src=/missing.png onerror=${RUN}>"></noscript>`,
  "texts that are parsed twice": `<xmp><img src=/missing.png onerror=${RUN}></xmp><plaintext-x></plaintext-x><textarea><img src=/missing.png onerror=${RUN}></textarea><title><img src=/missing.png onerror=${RUN}></title><noembed><img src=/missing.png onerror=${RUN}></noembed>`,
  "comments": `<!--><img src=/missing.png onerror=${RUN}>--><!--[if IE]><script>${RUN}</script><![endif]--><!--<[]>--!><img src="/missing.png" onerror="${RUN}">`,
  "names of MathML": `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=/reached.png onerror=${RUN}&gt;">`,
  "names of MathML with a style": `<math><annotation-xml encoding="text/html"><p>x</p><style><img src=/missing.png onerror=${RUN}></style></annotation-xml><maction actiontype="statusline#x" xlink:href="javascript:${RUN}" class="hostile">press</maction></math>`,
  "names of SVG": `<svg></p><style><a title="</style><img src=/missing.png onerror=${RUN}>"></svg>`,
  "HTML in SVG": `<svg><foreignObject><p onclick="${RUN}" class="hostile">press</p><iframe src="javascript:parent.${RUN}"></iframe></foreignObject><desc><img src="/reached.png" onerror="${RUN}"></desc><title><style><img src="</style><img src=/missing.png onerror=${RUN}>"></title></svg>`,
  "forms in tables": `<form><math><mtext></form><form><mglyph><svg><mtext><style><path id="</style><img src=/missing.png onerror=${RUN}>">`,
  "elements that are nested deeply": `${"<b>".repeat(600)}<img src="/reached.png" onerror="${RUN}">${"</b>".repeat(600)}`,
  "a link over the page": `<a class="teaser-link" href="https://reached.example/">press</a>`,
  "drawings over the page": `<a class="teaser" href="https://reached.example/"><svg class="mark" width="1" height="1"><rect width="9999" height="9999"></rect></svg><svg class="mark" width="1" height="1"><text x="-400" y="-400">${"x".repeat(9999)}</text></svg></a>`,
  "a slot for what is in the element": `<a href="https://reached.example/"><slot></slot></a>`,
  "islands of other names": `<div data-island='chart:"]'><figure class="chart"></figure></div><div data-island="related:none"></div>`,
  "words for the scripts of a page": `<p data-hostile="x" hx-get="/reached" x-init="${RUN}" v-html="x" data-controller="hostile" data-turbo-method="delete" contenteditable accesskey="a" nonce="x" slot="x" itemprop="x" inert>x</p>`,
  "an end of the article": `</p></section></article></div></div></template></article-widget><script>${RUN}</script><img src="/reached.png" onerror="${RUN}"><style>h1 { color: rgb(1, 2, 3) }</style>`,
};

/** An article with a piece of HTML in the middle of it. */
export const withPayload = (html, payload) => html.replace("</h1>", `</h1>${payload}`);

/** Runs in the page before anything else: notes what the page around the widget is, and listens for what must not happen. */
export function watch() {
  window.ran = undefined;
  window.left = [];
  addEventListener("submit", (event) => (event.preventDefault(), window.left.push("submit")), true);
  addEventListener("DOMContentLoaded", () => {
    window.around = () => {
      const copy = document.documentElement.cloneNode(true);
      for (const widget of copy.querySelectorAll("article-widget")) widget.remove();
      return copy.outerHTML;
    };
    window.before = window.around();
  });
}

/** Runs in the page: presses all that says so, and tells what went wrong. */
export function check() {
  const faults = [];
  const schemes = ["http:", "https:", "mailto:", "tel:"];
  const walk = (root) => {
    for (const element of root.querySelectorAll("*")) {
      if (element.shadowRoot) {
        if (element.localName === "article-widget") walk(element.shadowRoot);
        else faults.push(`a shadow tree in ${element.localName}`);
      }
      if (/^(script|style|iframe|frame|object|embed|form|base|meta|template|image|use|set|animate|foreignobject|math|video|audio|title|textarea)$/i.test(element.localName)) faults.push(element.localName);
      for (const { name, value } of element.attributes) {
        if (/^on|^style$|^xlink:|action$|^srcdoc$|^ping$|^target$|^is$|^autofocus$|^form$|^background$|^contenteditable$|^(x|v|hx)-/i.test(name)) faults.push(`${element.localName} ${name}=${value}`);
        if (/^(href|src)$/.test(name) && !schemes.includes(new URL(value, document.baseURI).protocol)) faults.push(`${name}=${value}`);
        if (element.matches("slot:not([name])")) faults.push("a slot");
        if (/url\(|\\75|javascript/i.test(value)) faults.push(`${name}=${value}`);
        if (/^(id|name|for)$/.test(name) && root === document.querySelector("article-widget") && /hidden-by|location|choice|getElementById/.test(value)) faults.push(`${name}=${value}`);
      }
      if (element.matches(".hostile")) {
        element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, composed: true }));
        element.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
      }
    }
  };
  const widget = document.querySelector("article-widget");
  for (const part of document.querySelectorAll("#around > label, #around > p")) {
    part.scrollIntoView({ block: "center", behavior: "instant" });
    const { left, top, height } = part.getBoundingClientRect();
    if (!part.contains(document.elementFromPoint(left + 9, top + height / 2))) faults.push(`something over “${part.textContent}”`);
  }
  walk(widget);
  if (widget.shadowRoot) walk(widget.shadowRoot);
  const headline = (widget.shadowRoot ?? widget).querySelector("h1");
  if (!headline) faults.push("no headline");
  else if (getComputedStyle(headline).color === "rgb(1, 2, 3)") faults.push("its styles");
  if (window["hidden-by"] || document["hidden-by"] || typeof document.getElementById !== "function") faults.push("names of the page");
  if (document.querySelector("#choice")?.checked === false) faults.push("a choice of the page");
  if (document.querySelector("#panel:popover-open")) faults.push("a panel of the page");
  if (window.ran) faults.push("a script ran");
  if (window.around() !== window.before) faults.push("the page around");
  return [...faults, ...window.left];
}

/** The page around the widget, with what could be reached. */
export const AROUND = `<form id="around" action="/reached"><label><input type="radio" id="choice" name="choice" checked>A choice</label><div id="panel" popover>A panel</div>WIDGET<p>What follows.</p></form>`;
