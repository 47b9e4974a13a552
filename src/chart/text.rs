//! How wide texts are, without a browser to measure them.
//!
//! The estimates are for the widest of the typefaces that the style sheet names, so that what fits
//! here fits there.

/// The size of names and labels, in CSS pixels.
pub const SIZE: u32 = 14;
/// The size of the details beside a name, in CSS pixels.
pub const DETAIL_SIZE: u32 = 13;
/// The size of the labels of the axis, in CSS pixels.
pub const TICK_SIZE: u32 = 12;

/// The most lines that a text is broken into; what is left ends in an ellipsis.
///
/// Sixty of the widest letters are 932 pixels of the type of names, or 1,305 where letters stand apart. Two
/// lines together are wider than one that is full, so they never fill more than ten of 280 pixels.
const MOST_LINES: usize = 10;

/// The width that a text has at most in bold type of this size, in CSS pixels.
#[must_use]
pub fn width(text: &str, size: u32) -> u32 {
    let hundredths: u32 = text.chars().map(of_character).sum();
    (hundredths * size).div_ceil(100)
}

/// The width of a character in bold type, in hundredths of the size of the type.
fn of_character(character: char) -> u32 {
    match character {
        ' ' | '.' | ',' | ':' | '|' | '\'' | '’' | '‘' | 'i' | 'j' | 'l' | 'I' | '·' => 40,
        'f' | 't' | '-' | '(' | ')' | '[' | ']' | '!' | ';' => 48,
        'r' | '"' => 52,
        's' | 'c' | 'z' => 61,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '—' | '…' => 111,
        'A'..='Z' | '$' | '+' | '×' => 86,
        '0'..='9' | 'a' | 'e' | 'o' | 'k' | 'v' | 'x' | 'y' => 70,
        ' '..='~' => 73,
        '\u{80}'..'\u{1100}' => 88,
        _ => 106,
    }
}

/// A text in lines of at most this width, in CSS pixels, broken between words where that is
/// possible.
#[must_use]
pub fn wrapped(text: &str, size: u32, limit: u32) -> Vec<String> {
    let limit = limit * 100 / size;
    let mut lines = Vec::new();
    let (mut line, mut taken) = (String::new(), 0);
    // Where the line could end: after its last space.
    let mut space = 0;
    'text: for character in text.chars() {
        let wide = of_character(character);
        // What is left of a line for the next one may be too long, too.
        while taken + wide > limit && !line.is_empty() && character != ' ' {
            if lines.len() + 1 == MOST_LINES {
                while taken + of_character('…') > limit
                    && let Some(last) = line.pop()
                {
                    taken -= of_character(last);
                }
                line.push('…');
                break 'text;
            }
            let rest = if space > 0 {
                line.split_off(space)
            } else {
                String::new()
            };
            taken = rest.chars().map(of_character).sum();
            lines.push(line.trim_end().to_owned());
            (line, space) = (rest, 0);
        }
        line.push(character);
        taken += wide;
        if character == ' ' {
            space = line.len();
        }
    }
    lines.push(line.trim_end().to_owned());
    lines
}
