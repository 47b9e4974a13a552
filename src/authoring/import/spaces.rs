//! Spaces where lines are joined, and special spaces after Markdown markers, such as the no-break space that a Mac types with the option key. They
//! are replaced by normal spaces, because otherwise Markdown does not recognize the marker.

/// The markers that a line of a list, a quotation or a heading may begin with, before a space.
const MARKS: [&str; 12] = [
    "######", "#####", "####", "###", "##", "#", "-", "*", "+", ">", "•", "Table:",
];

/// A text in which a normal space follows each marker at the beginning of a line.
pub(super) fn meant(text: &str) -> String {
    let mut meant = String::with_capacity(text.len());
    let mut is_in_list = false;
    let mut is_fenced = false;
    for line in text.split_inclusive('\n') {
        is_fenced ^= line.starts_with("```");
        if is_fenced {
            meant.push_str(line);
            continue;
        }
        let mut rest = line;
        loop {
            let indentation = rest.len() - rest.trim_start_matches([' ', '\t']).len();
            let number = number(&rest[indentation..]);
            let mark = MARKS
                .into_iter()
                .find(|mark| rest[indentation..].starts_with(mark));
            // A number before a no-break space may be a date: `5. May`. In a list it is a marker.
            let length = match (mark, number) {
                (Some(mark), _) => mark.len(),
                (None, Some(number)) if number == "1." || number == "1)" || is_in_list => {
                    number.len()
                }
                _ => 0,
            };
            let (before, after) = rest.split_at(indentation + length);
            let Some(space) = after.chars().next().filter(|_| length > 0) else {
                break;
            };
            meant.push_str(before);
            rest = after;
            if space.is_whitespace() && !matches!(space, ' ' | '\t' | '\n') {
                meant.push(' ');
                rest = &after[space.len_utf8()..];
            } else if space != ' ' {
                break;
            }
            is_in_list = number.is_some();
        }
        if !line.trim().is_empty() && number(line.trim_start()).is_none() {
            is_in_list = false;
        }
        meant.push_str(rest);
    }
    meant
}

/// What stands between two lines of a text that are joined: a space, but nothing in Chinese and Japanese.
pub(super) fn between(before: Option<char>, after: Option<char>) -> &'static str {
    let is_without_spaces = |sign: Option<char>| {
        sign.is_some_and(|sign| {
            matches!(
                sign,
                '\u{2e80}'..='\u{312f}' | '\u{31a0}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}'
                    | '\u{ff00}'..='\u{ff9f}' | '\u{20000}'..='\u{3ffff}'
            )
        })
    };
    if is_without_spaces(before) && is_without_spaces(after) {
        ""
    } else {
        " "
    }
}

/// Lines joined to one.
pub(super) fn joined<'t>(lines: impl IntoIterator<Item = &'t str>) -> String {
    let mut joined = String::new();
    for (index, line) in lines.into_iter().enumerate() {
        if index > 0 {
            joined += between(joined.chars().next_back(), line.chars().next());
        }
        joined += line;
    }
    joined
}

/// The number of a list item at the beginning of a text, such as `12.`.
fn number(text: &str) -> Option<&str> {
    let digits = text.len()
        - text
            .trim_start_matches(|sign: char| sign.is_ascii_digit())
            .len();
    let is_marked = (1..=9).contains(&digits) && text[digits..].starts_with(['.', ')']);
    is_marked.then(|| &text[..=digits])
}

#[cfg(test)]
mod tests {
    use super::{joined, meant};

    #[test]
    fn a_space_is_meant_after_a_mark() {
        for space in ["\u{a0}", "\u{3000}", "\u{202f}", "\u{2003}"] {
            for line in [
                "#_A", "##_A", "###_A", "-_A", "*_A", "+_A", "1._A", "1)_A", ">_A", "> -_A",
                "  -_A", ">_-_A", "Table:_A", "•_A",
            ] {
                let text = line.replace('_', space);
                assert_eq!(
                    meant(&format!("B\n\n{text}\n")),
                    format!("B\n\n{}\n", line.replace('_', " ")),
                    "{text:?}"
                );
            }
            let list = format!("1.{space}A\n2.{space}B\n\n3.{space}C\n");
            assert_eq!(meant(&list), list.replace(space, " "));
        }
    }

    #[test]
    fn lines_are_joined_as_their_script_joins_words() {
        for (lines, text) in [
            (["One", "two"], "One two"),
            (["東京は", "日本の首都"], "東京は日本の首都"),
            (["价格，", "约三亿"], "价格，约三亿"),
            (["カタ", "カナ。"], "カタカナ。"),
            (["서울은", "수도"], "서울은 수도"),
            (["東京", "Tokyo"], "東京 Tokyo"),
            (["ไทย", "ไทย"], "ไทย ไทย"),
        ] {
            assert_eq!(joined(lines), text);
        }
    }

    #[test]
    fn other_spaces_stay() {
        for text in [
            "10\u{a0}000 people\n",
            "5.\u{a0}May was a day\n",
            "A -\u{a0}B\n",
            "-A\u{a0}B\n",
            "#hash\u{a0}tag\n",
            "**A**\u{a0}B\n",
            "–\u{a0}A\n",
            "---\n",
            "",
        ] {
            assert_eq!(meant(text), text);
        }
    }
}
