//! Estimates of the width of texts, because there is no browser to measure them.
//!
//! They are made for the widest typeface that the style sheet names, so that texts that fit here fit in a browser.

/// The size of names and labels, in CSS pixels.
pub const SIZE: u32 = 14;
/// The size of the details beside a name, in CSS pixels.
pub const DETAIL_SIZE: u32 = 13;
/// The size of the labels of the axis, in CSS pixels.
pub const TICK_SIZE: u32 = 12;

/// The greatest width of a text in bold type of this size, in CSS pixels.
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
        // Signs above and below letters, and those of directions, have no width, so no line begins with one.
        '\u{200e}'
        | '\u{200f}'
        | '\u{2066}'..='\u{2069}'
        | '\u{300}'..='\u{36f}'
        | '\u{64b}'..='\u{65f}'
        | '\u{e31}'
        | '\u{e34}'..='\u{e3a}'
        | '\u{e47}'..='\u{e4e}' => 0,
        '\u{80}'..'\u{1100}' => 88,
        _ => 106,
    }
}

/// A text in lines of at most this width, in CSS pixels. They are broken between words if possible.
#[must_use]
pub fn wrapped(text: &str, size: u32, limit: u32) -> Vec<String> {
    let limit = limit * 100 / size;
    let mut lines = Vec::new();
    let (mut line, mut taken) = (String::new(), 0);
    // The last place where the line can end: after a space, or inside of an address.
    let mut end = 0;
    for character in text.chars() {
        let wide = of_character(character);
        // The rest that goes to the next line may be too long as well.
        while taken + wide > limit && !line.is_empty() && character != ' ' {
            let rest = line.split_off(if end > 0 { end } else { line.len() });
            taken = rest.chars().map(of_character).sum();
            lines.push(line.trim_end().to_owned());
            (line, end) = (rest, 0);
        }
        line.push(character);
        taken += wide;
        if matches!(character, ' ' | '/' | '-') {
            end = line.len();
        }
    }
    lines.push(line.trim_end().to_owned());
    lines
}

/// The same, in lines of about the same length: no line is a single short word if another has room to spare.
#[must_use]
pub fn balanced(text: &str, size: u32, limit: u32) -> Vec<String> {
    let lines = wrapped(text, size, limit).len();
    // The narrowest width that needs no more lines.
    let (mut narrow, mut wide) = (limit / 3, limit);
    while wide - narrow > 1 {
        let middle = u32::midpoint(narrow, wide);
        if wrapped(text, size, middle).len() > lines {
            narrow = middle;
        } else {
            wide = middle;
        }
    }
    wrapped(text, size, wide)
}
