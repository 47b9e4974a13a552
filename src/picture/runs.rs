//! A line of text in runs, from left to right: each of one typeface, one script and one direction.

use super::typefaces::Typefaces;
use std::collections::BTreeMap;
use unicode_bidi::{BidiInfo, Level};
use unicode_script::{Script, UnicodeScript};

/// A part of a line that is drawn in one go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TextRun {
    /// The text, in the order in which it is read.
    pub(super) text: String,
    /// The place of its typeface.
    pub(super) typeface: usize,
    /// Whether it runs from right to left.
    pub(super) is_right_to_left: bool,
}

/// The characters that no typeface has, by their scripts.
pub(super) type MissingGlyphs = BTreeMap<&'static str, Vec<char>>;

/// The runs of a line. Adds what no typeface has to `missing`.
pub(super) fn runs(
    words: &str,
    is_bold: bool,
    typefaces: &Typefaces,
    missing: &mut MissingGlyphs,
) -> Vec<TextRun> {
    let bidi = BidiInfo::new(words, Some(Level::ltr()));
    let mut runs = Vec::new();
    for paragraph in &bidi.paragraphs {
        let (levels, ranges) = bidi.visual_runs(paragraph, paragraph.range.clone());
        for range in ranges {
            let is_right_to_left = levels[range.start].is_rtl();
            let start = runs.len();
            let parts = parts(&words[range], is_bold, typefaces, missing);
            runs.extend(parts.into_iter().map(|(typeface, _, text)| TextRun {
                text,
                typeface,
                is_right_to_left,
            }));
            if is_right_to_left {
                runs[start..].reverse();
            }
        }
    }
    runs
}

/// The parts of a text in one direction, each with the place of its typeface and its script.
fn parts(
    words: &str,
    is_bold: bool,
    typefaces: &Typefaces,
    missing: &mut MissingGlyphs,
) -> Vec<(usize, Script, String)> {
    let mut parts: Vec<(usize, Script, String)> = Vec::new();
    for character in words.chars() {
        if is_invisible(character) {
            // Where nothing is before it that it could join, it has no glyph to draw either.
            if let Some((.., text)) = parts.last_mut() {
                text.push(character);
            }
            continue;
        }
        let script = character.script();
        let is_shared = matches!(script, Script::Common | Script::Inherited);
        let typeface = typefaces.find(character, is_bold);
        if let Some((last, own, text)) = parts.last_mut() {
            let stays = if is_shared && !is_of_sum(character) {
                // Spaces, signs and accents belong to the words before them.
                typefaces.has(*last, character)
            } else {
                let is_script = is_shared || *own == script || *own == Script::Common;
                is_script && typeface == Some(*last)
            };
            if stays {
                if !is_shared {
                    *own = script;
                }
                text.push(character);
                continue;
            }
        }
        if typeface.is_none() {
            let sample = missing.entry(script.full_name()).or_default();
            if !sample.contains(&character) {
                sample.push(character);
            }
        }
        let script = if is_shared { Script::Common } else { script };
        parts.push((typeface.unwrap_or_default(), script, character.into()));
    }
    parts
}

/// Whether a character is a digit or the sign of a currency: they look alike in all sums, whatever is before them.
fn is_of_sum(character: char) -> bool {
    character.is_numeric() || matches!(character, '$' | '¢'..='¥' | '\u{20a0}'..='\u{20cf}')
}

/// Whether nothing is drawn for a character: signs of direction and of joining, variants, and what controls lines.
fn is_invisible(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{ad}'
                | '\u{34f}'
                | '\u{61c}'
                | '\u{180b}'..='\u{180f}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{fe00}'..='\u{fe0f}'
                | '\u{feff}'
                | '\u{e0000}'..='\u{e0fff}'
        )
}

/// The message about characters without a typeface.
pub(super) fn without_glyphs(missing: &MissingGlyphs) -> String {
    const SAMPLE: usize = 8;
    let is_sign = |script: &str| matches!(script, "Common" | "Inherited");
    // A font for a script has its signs, too.
    let has_scripts = missing.keys().any(|script| !is_sign(script));
    let shown = missing
        .iter()
        .filter(|(script, _)| !(has_scripts && is_sign(script)));
    let scripts: Vec<String> = shown
        .map(|(script, sample)| {
            let sample = sample.iter().take(SAMPLE).map(char::to_string);
            let sample = sample.collect::<Vec<_>>().join(" ");
            if is_sign(script) {
                format!("the signs {sample}")
            } else {
                format!("{} ({sample})", script.replace('_', " "))
            }
        })
        .collect();
    format!(
        "no font has glyphs for {}: add one that has with --font FILE.ttf",
        scripts.join(", ")
    )
}

#[cfg(test)]
mod tests {
    use super::{MissingGlyphs, Typefaces, runs, without_glyphs};

    #[test]
    fn lines_are_runs_from_left_to_right() {
        let typefaces = Typefaces::default();
        for (words, is_bold, expected) in [
            ("about $53bn, ж", false, &["about $53bn, ", "ж"][..]),
            ("\u{2068}βeta\u{2069} é", true, &["β", "eta", " é"]),
            ("e\u{301}", true, &["e\u{301}"]),
            ("", true, &[]),
        ] {
            let mut missing = MissingGlyphs::new();
            let runs = runs(words, is_bold, &typefaces, &mut missing);
            let texts: Vec<&str> = runs.iter().map(|run| run.text.as_str()).collect();
            assert_eq!(texts, expected, "{words}");
            assert!(runs.iter().all(|run| run.typeface == usize::from(is_bold)));
            assert!(missing.is_empty(), "{missing:?}");
        }
    }

    #[test]
    fn words_from_right_to_left_are_in_the_order_of_the_line() {
        let mut missing = MissingGlyphs::new();
        let words = "\u{2067}אב 53 גד\u{2069}";
        let runs = runs(words, true, &Typefaces::default(), &mut missing);
        let order: Vec<_> = runs
            .iter()
            .map(|run| (run.text.trim(), run.is_right_to_left))
            .filter(|(text, _)| !text.is_empty())
            .collect();
        // Letters that no typeface has are runs of their own.
        let expected = [
            ("ד", true),
            ("ג", true),
            ("53", false),
            ("ב", true),
            ("א", true),
        ];
        assert_eq!(order, expected);
    }

    #[test]
    fn scripts_without_glyphs_are_named() {
        for (words, expected) in [
            ("計画 plan", "Han (計 画)"),
            ("خطة، and ひ", "Arabic (خ ط ة), Hiragana (ひ)"),
            ("\u{2067}a\u{2069} 😀", "the signs 😀"),
        ] {
            let mut missing = MissingGlyphs::new();
            runs(words, false, &Typefaces::default(), &mut missing);
            assert_eq!(
                without_glyphs(&missing),
                format!("no font has glyphs for {expected}: add one that has with --font FILE.ttf")
            );
        }
    }
}
