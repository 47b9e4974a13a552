//! Every construct that a stripping pass could damage, before and after.

use super::{css, js};

#[test]
fn css_loses_comments_and_indentation() {
    let source =
        "/* head */\n.a {\n  color: red; /* why */\n\n  margin: 0;\n}\n\n.b,\n.c { top: 0 }\n";
    assert_eq!(css(source), ".a {color: red; margin: 0;}.b,.c { top: 0 }");
}

#[test]
fn css_keeps_what_separates() {
    for source in [
        "& .y:is(h1, h2) :not(.z) > a { margin: 0 }",
        ":host([dark]) ::slotted(*) { display: block !important }",
        ".a { width: calc(100% - (var(--gap) * 2) + 1rem) }",
        ".a { font-size: clamp(1rem, 0.5rem + 2vw, 2rem) }",
        "@container card (min-width: 40rem) and (max-width: 60rem) { .a { top: 0 } }",
        ".a { color: light-dark(#fff, rgb(0 0 0 / 50%)); &:hover { top: 0 } }",
        ":root { --empty: ; --shape: { a: b }; --w: calc( 1px + 2rem ) }",
        ".a { grid-template: \"a  b\" auto / 1fr }",
    ] {
        assert_eq!(css(source), source);
    }
    assert_eq!(css(".a\\;\n  .b {}"), ".a\\;\n.b {}");
    assert_eq!(css("main\n  p { top: 0 }"), "main\np { top: 0 }");
    assert_eq!(css(".a/* x */.b, i /* y */b {}"), ".a/**/.b, i b {}");
}

#[test]
fn css_keeps_strings_and_addresses() {
    for source in [
        ".a::before { content: \"  /* no comment */ \\\" ; } \" }",
        ".a { background: url(data:image/svg+xml;/*no*/) }",
        ".a { background: url( \"/* no */\" ) }",
        ".a { content: \"one \\\n  two\" }",
        ".a\\\" { top: 0 }",
    ] {
        assert_eq!(css(source), source);
    }
}

#[test]
fn js_loses_comments_that_begin_a_line() {
    let source = "// head\n/* block\n * text */\nclass A {\n  /** what */ #x = 1; // kept\n\n  // gone\n  go() {}\n}\n";
    assert_eq!(js(source), "class A {\n#x = 1; // kept\ngo() {}\n}\n");
}

#[test]
fn js_keeps_modern_syntax() {
    for source in [
        "const here = import.meta.url;\n",
        "const { default: init } = await import(new URL(\"./a.js\", here).href);\n",
        "this.#root ??= this.attachShadow({ mode: \"open\" });\n",
        "return this.#root?.host ?? null;\n",
        "const url = \"https://example.org\"; // \"\n",
        "i\n++j\n",
        "const a = b / c / d, e = (f) / 2, g = h[0] / 2;\n",
        "const quote = /[/'\"`]+\\/\\//g.test(t) ? 1 : /\\\\/;\n",
        "return /`/;\n",
    ] {
        assert_eq!(js(source), source);
    }
}

#[test]
fn js_keeps_templates_as_they_are() {
    let source = "const t = `a\n  // text\n  ${ { a: `in ${b}` }.a }\n\n  /* text */`;\n";
    assert_eq!(js(source), source);
}

#[test]
fn js_that_is_not_understood_stays_as_it_was() {
    for source in [
        "  const a = `open",
        "  const a = \"open\n\";",
        "  }\n",
        "  /* open",
        "  if (a) {\n",
    ] {
        assert_eq!(js(source), source);
    }
}
