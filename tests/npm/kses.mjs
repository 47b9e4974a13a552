// What WordPress leaves of a post whose author may not write any HTML (`wp_kses_post`), with a sanitiser in the place of its
// own and its list of what is allowed, as of WordPress 6.1. wordpress.test.mjs compares the two where there is a WordPress.

import sanitize from "sanitize-html";

const TAGS = `address a abbr acronym area article aside audio b bdo big blockquote br button caption cite code col colgroup del dd
  dfn details div dl dt em fieldset figure figcaption font footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd label legend li
  main map mark menu nav object p pre q rb rp rt rtc ruby s samp span section small strike strong sub summary sup table tbody td
  textarea tfoot th thead title tr track tt u ul ol var video`;
const EVERYWHERE = `aria-describedby aria-details aria-label aria-labelledby aria-hidden class data-* dir id lang style title role
  xml:lang`;
/** The attributes of single tags, of those that the snippets and articles have. */
const ATTRIBUTES = {
  a: "href rel rev name target download",
  button: "disabled name type value",
  details: "align open",
  img: "alt align border height hspace loading longdesc vspace src usemap width",
  label: "for",
  td: "abbr align axis colspan headers rowspan scope",
  th: "abbr align axis colspan headers rowspan scope",
};

const words = (text) => text.split(/\s+/);

export const kses = (html) =>
  sanitize(html, {
    allowedTags: words(TAGS),
    allowedAttributes: { "*": words(EVERYWHERE), ...Object.fromEntries(Object.entries(ATTRIBUTES).map(([tag, names]) => [tag, words(names)])) },
    // The text inside of a tag that goes stays, that of scripts and styles too.
    nonTextTags: [],
  });
