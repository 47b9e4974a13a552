// @ts-check
// The elements and attributes that the views write. tests/native/prerender/allowed.rs compares the lists with what is
// prerendered.

/** The namespace of HTML. */
const HTML_NAMESPACE = "http://www.w3.org/1999/xhtml";
/** The namespace of SVG. */
const SVG_NAMESPACE = "http://www.w3.org/2000/svg";

/** The attributes that any element may have: words of the interface may be in another language than the article. */
const OF_ALL = ["dir", "lang"];

/** Each line is an element with its attributes. Where the values matter to the page around the widget, they are listed. */
const HTML = `
a aria-label class data-figure href id role
article aria-labelledby class data-plain part
aside aria-label class role
bdi
blockquote
button aria-disabled aria-expanded aria-label class hidden name=go|more|open|sort|take popovertarget type=button value
caption
code
dd
details class
dfn
div aria-hidden aria-label aria-labelledby aria-roledescription class data-axis data-digest data-form data-highlighted data-in-section data-island data-late data-line data-long data-longest data-names data-panels data-reference data-widest id part role tabindex=0
dl class
dt
em
fieldset aria-labelledby class
figcaption class
figure aria-labelledby class part
footer class
h1 class id part tabindex=-1
h2 class id tabindex=-1
h3 class id
header class
hr class
img alt decoding height loading sizes src srcset width
input checked name type=radio|search value
label class
legend id
li id tabindex=-1
ol class
p aria-live class data-narrow role
picture
section aria-labelledby aria-roledescription class data-fewer id part
slot name
source sizes srcset type
span class id popover=auto
strong
sub
summary
sup class
table
tbody
td data-align
th aria-sort data-align id scope
thead
time class datetime
tr
ul class
`;

/** The same of SVG. None of these attributes holds an address: not even in `url(…)`. */
const SVG = `
line x1 x2 y1 y2
rect height width
svg aria-hidden class data-kind height width
text data-minor data-narrow dx text-anchor x y
`;

/** The name of the element in HTML, whatever it is called on the page. */
export const WIDGET = "article-widget";

/** The elements around an article. The parser makes a shadow tree of the template. */
const AROUND = `
html
head
body
template shadowrootmode
${WIDGET}
`;

const lines = (/** @type {string} */ text) => text.split("\n").filter(Boolean);

/** The configuration of the browser's sanitiser. It lists everything, because its own lists leave out what the views need. */
export const SANITIZER = {
  elements: [...configured(HTML + AROUND, HTML_NAMESPACE), ...configured(SVG, SVG_NAMESPACE)],
  attributes: OF_ALL,
  comments: true,
  dataAttributes: false,
};

/** Selectors for attributes whose values are listed, with these values. */
export const VALUES = lines(HTML).flatMap((line) => {
  const [element, ...attributes] = line.split(" ");
  return attributes.flatMap((attribute) => {
    const [name, values] = attribute.split("=");
    return values ? [/** @type {[string, string[]]} */ ([`${element}[${name}]`, values.split("|")])] : [];
  });
});

/**
 * A list as the sanitiser takes it.
 *
 * @param {string} text
 * @param {string} namespace
 */
function configured(text, namespace) {
  return lines(text).map((line) => {
    const [name, ...attributes] = line.replace(/=\S+/g, "").split(" ");
    return { name, namespace, attributes };
  });
}
