//! Shortens style sheets, and unfolds nested rules.
//!
//! It changes only what it must: spaces and remarks go, nested rules get whole selectors, and signs beyond ASCII become
//! escapes, because a page in another character set than UTF-8 reads style sheets in its own. Values stay as they are
//! written. A general minifier saves no more after compression (0.1 kB of 5.6 before the page, nothing in it), and
//! would bring forty crates to all who install the command.

/// A part of a block.
enum SheetItem<'a> {
    /// A property with its value.
    Declaration(&'a str),
    /// A rule: its selectors, or an at-rule with its condition, and what it holds.
    Rule(&'a str, Vec<SheetItem<'a>>),
}

/// At-rules that hold rules for the same elements as the rule around them.
const GROUPS: [&str; 4] = ["@media", "@container", "@supports", "@layer"];

/// The same rules in fewer bytes.
///
/// # Panics
///
/// If there is a statement such as `@layer a;`, which the widget has no use for.
pub(super) fn compact(css: &str) -> String {
    let css = without_remarks(css);
    unfolded(&items(&mut &*css), None)
}

/// Follows a text sign by sign: which belong to strings, and how many brackets are open.
#[derive(Default)]
struct SheetCursor {
    quote: Option<char>,
    is_escaped: bool,
    depth: usize,
}

impl SheetCursor {
    /// Steps over a sign. Gives whether the sign is part of a string.
    fn step(&mut self, sign: char) -> bool {
        if let Some(quote) = self.quote {
            if !self.is_escaped && sign == quote {
                self.quote = None;
            }
            self.is_escaped = !self.is_escaped && sign == '\\';
            return true;
        }
        match sign {
            '"' | '\'' => self.quote = Some(sign),
            '(' | '[' => self.depth += 1,
            ')' | ']' => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
        self.quote.is_some()
    }
}

/// The first place of one of these signs that is neither in a string nor in brackets.
fn find(text: &str, signs: &[char]) -> Option<usize> {
    let mut cursor = SheetCursor::default();
    let mut chars = text.char_indices();
    let found =
        chars.find(|(_, sign)| !cursor.step(*sign) && cursor.depth == 0 && signs.contains(sign));
    found.map(|(index, _)| index)
}

fn without_remarks(css: &str) -> String {
    let mut out = String::new();
    let mut cursor = SheetCursor::default();
    let mut rest = css;
    while let Some(sign) = rest.chars().next() {
        if cursor.quote.is_none() && rest.starts_with("/*") {
            rest = rest.split_once("*/").map_or("", |(_, after)| after);
            continue;
        }
        cursor.step(sign);
        out.push(sign);
        rest = &rest[sign.len_utf8()..];
    }
    out
}

/// Reads what a block holds, and the bracket at its end.
fn items<'a>(rest: &mut &'a str) -> Vec<SheetItem<'a>> {
    let mut items = Vec::new();
    while let Some(end) = find(rest, &[';', '{', '}']) {
        let (head, after) = (rest[..end].trim(), &rest[end + 1..]);
        let sign = rest.as_bytes()[end];
        *rest = after;
        match sign {
            b'{' => {
                let inside = self::items(rest);
                items.push(SheetItem::Rule(head, inside));
            }
            _ if head.is_empty() => {}
            _ => items.push(SheetItem::Declaration(head)),
        }
        if sign == b'}' {
            break;
        }
    }
    items
}

/// What a block holds, for the elements of these selectors.
fn unfolded(items: &[SheetItem], selectors: Option<&str>) -> String {
    let mut parts = Vec::new();
    let mut declarations = Vec::new();
    for item in items {
        match item {
            SheetItem::Declaration(text) => declarations.push(declaration(text)),
            SheetItem::Rule(head, inside) => {
                parts.push(rule(
                    selectors,
                    &std::mem::take(&mut declarations).join(";"),
                ));
                if head.starts_with('@') {
                    let is_group = GROUPS.iter().any(|group| head.starts_with(group));
                    let content = unfolded(inside, selectors.filter(|_| is_group));
                    parts.push(rule(Some(&tidy(head, &[])), &content));
                } else {
                    parts.push(unfolded(inside, Some(&resolved(head, selectors))));
                }
            }
        }
    }
    parts.push(rule(selectors, &declarations.join(";")));
    parts.concat()
}

/// A rule, unless it is empty; content without selectors stands by itself.
fn rule(head: Option<&str>, content: &str) -> String {
    match head {
        Some(head) if !content.is_empty() => format!("{head}{{{content}}}"),
        _ => content.into(),
    }
}

fn declaration(text: &str) -> String {
    let (name, value) = text.split_once(':').expect("a property with a value");
    format!("{}:{}", name.trim_end(), tidy(value, &[',']))
}

/// Whole selectors from those of a rule and of the rule around it.
fn resolved(selectors: &str, around: Option<&str>) -> String {
    let selectors = tidy(selectors, &[',', '>', '+', '~']);
    let Some(around) = around else {
        return selectors;
    };
    let is_list = find(around, &[',']).is_some();
    let any = format!(":is({around})");
    let start = if is_list { &any } else { around };
    let mut whole = Vec::new();
    let mut rest = &*selectors;
    loop {
        let end = find(rest, &[',']);
        let selector = &rest[..end.unwrap_or(rest.len())];
        whole.push(match selector.strip_prefix('&') {
            Some(after) => format!("{start}{}", after.replace('&', &any)),
            None if selector.contains('&') => selector.replace('&', &any),
            None if selector.starts_with(['>', '+', '~']) => format!("{start}{selector}"),
            None => format!("{start} {selector}"),
        });
        match end {
            Some(end) => rest = &rest[end + 1..],
            None => return whole.join(","),
        }
    }
}

/// Removes the spaces that mean nothing: all but one of several, and those at brackets and around these signs.
fn tidy(text: &str, around: &[char]) -> String {
    let mut out = String::new();
    let mut cursor = SheetCursor::default();
    let mut has_space = false;
    for sign in text.trim().chars() {
        let was_string = cursor.quote.is_some();
        let is_string = cursor.step(sign);
        if !was_string && sign.is_whitespace() {
            has_space = true;
            continue;
        }
        if has_space {
            let is_tight = !is_string && (sign == ')' || around.contains(&sign));
            let follows = out.ends_with('(') || out.ends_with(around);
            if !is_tight && !follows {
                out.push(' ');
            }
            has_space = false;
        }
        if sign.is_ascii() {
            out.push(sign);
        } else {
            // The space ends the escape.
            out.extend(["\\", &format!("{:x}", u32::from(sign)), " "]);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::compact;

    fn expect(css: &str, expected: &str) {
        assert_eq!(compact(css), expected, "{css}");
    }

    #[test]
    fn spaces_and_remarks_go() {
        expect(
            "/* a */\n.a  >  .b,\n.c + d ~ e {\n  color: red; /* } */\n  margin: 0  auto;\n}\n\n.f {\n}\n",
            ".a>.b,.c+d~e{color:red;margin:0 auto}",
        );
        expect(
            "a { font: 1em/1.2 \"A  B\", c; inset: calc( 1px - var( --a, 2px ) ) }",
            "a{font:1em/1.2 \"A  B\",c;inset:calc(1px - var(--a,2px))}",
        );
        expect("a { --b: ; --c: x }", "a{--b:;--c:x}");
        expect(
            "a:not(.b) :is(.c, .d) [e=\"f g\"] {g: h}",
            "a:not(.b) :is(.c,.d) [e=\"f g\"]{g:h}",
        );
        expect(
            "a:nth-child(2n + 1 of .b) {c: d}",
            "a:nth-child(2n+1 of .b){c:d}",
        );
    }

    #[test]
    fn strings_stay_as_they_are() {
        expect(
            "a { content: \"/* ; } , \\\" & \" / ''; b: c }",
            "a{content:\"/* ; } , \\\" & \" / '';b:c}",
        );
        expect("a { content: \"— \" }", "a{content:\"\\2014  \"}");
        expect("a { b: url(data:c;d,e) }", "a{b:url(data:c;d,e)}");
    }

    #[test]
    fn nested_rules_get_whole_selectors() {
        expect(
            ".a { b: c; & .d { e: f } &:hover, > g { h: i } j & { k: l } m: n }",
            ".a{b:c}.a .d{e:f}.a:hover,.a>g{h:i}j :is(.a){k:l}.a{m:n}",
        );
        expect(".a, .b { c { d: e } }", ":is(.a,.b) c{d:e}");
        expect(".a { .b { & .c { d: e } } }", ".a .b .c{d:e}");
    }

    #[test]
    fn conditions_stand_around_rules() {
        expect(
            "@media (width >= 3em) and (scripting: none) { .a { b: c } }",
            "@media (width >= 3em) and (scripting: none){.a{b:c}}",
        );
        expect(
            ".a { @container d (inline-size > 3em) { b: c; & e { f: g } } @media print { h { } } }",
            "@container d (inline-size > 3em){.a{b:c}.a e{f:g}}",
        );
        expect(
            ".a { @keyframes b { from { c: d } to { c: e } } }",
            "@keyframes b{from{c:d}to{c:e}}",
        );
        expect(
            "@font-face { font-family: a; src: local(b) }",
            "@font-face{font-family:a;src:local(b)}",
        );
    }
}
