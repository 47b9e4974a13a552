//! Numbers as spreadsheets of many countries write them.

/// How a table writes numbers, as far as its cells show it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct NumberHabit {
    /// Whether a cell has a decimal point that cannot be a thousands separator.
    has_points: bool,
    /// Whether a cell has a decimal comma that cannot be a thousands separator.
    has_commas: bool,
}

impl NumberHabit {
    /// The habit that these cells show. Cells may contain words beside their numbers.
    pub(super) fn of<'c>(cells: impl Iterator<Item = &'c str>) -> Self {
        let mut habit = Self::default();
        for word in cells.flat_map(|cell| cell.split([' ', ';', '\u{a0}', '\u{202f}'])) {
            match DigitGroups::of(word).and_then(|digits| digits.decimal_mark()) {
                Some('.') => habit.has_points = true,
                Some(',') => habit.has_commas = true,
                _ => {}
            }
        }
        habit
    }
}

/// Reads a number of a cell. The result is in the form of documents: digits, with a decimal point if there is a
/// fraction.
///
/// `separator` is the one between the cells of the table. A point before three digits, as in `1.234`, is a
/// decimal point only if commas separate the cells, and the other cells have decimal points too (`habit`).
/// Online spreadsheets write commas between cells also in countries with decimal commas.
///
/// # Errors
///
/// A message that says what is wrong and what to do in the spreadsheet, if the cell is not a number or is
/// ambiguous.
pub(super) fn read(cell: &str, separator: char, habit: NumberHabit) -> Result<String, String> {
    let digits = DigitGroups::of(cell).ok_or_else(|| no_number(cell))?;
    let DigitGroups { parts, marks } = &digits;
    let Some((last, before)) = marks.split_last() else {
        return Ok(parts.concat());
    };
    if digits.is_ambiguous() {
        let is_point = *last == '.' && separator == ',' && habit.has_points && !habit.has_commas;
        return if is_point {
            Ok(parts.join("."))
        } else {
            Err(two_ways(cell, parts))
        };
    }
    let is_one_kind = marks.iter().all(|mark| mark == last);
    if is_one_kind
        && is_grouped(parts, *last)
        && *last != '٫'
        && !(before.is_empty() && is_decimal(*last))
    {
        return Ok(parts.concat());
    }
    match digits.decimal_mark() {
        Some(_) => {
            let (fraction, whole) = parts.split_last().unwrap_or((&parts[0], &[]));
            Ok(format!("{}.{fraction}", whole.concat()))
        }
        None => Err(no_number(cell)),
    }
}

/// A number, split at its separators.
struct DigitGroups {
    /// The digits between the separators, in ASCII. None is empty.
    parts: Vec<String>,
    /// The separators. Different spaces are one kind.
    marks: Vec<char>,
}

impl DigitGroups {
    /// `None` if the text has other characters, or a separator without digits on both sides.
    fn of(text: &str) -> Option<Self> {
        let (mut parts, mut marks) = (vec![String::new()], Vec::new());
        for sign in text.chars() {
            if let Some(digit) = digit(sign) {
                parts.last_mut()?.push(digit);
            } else {
                marks.push(mark(sign)?);
                parts.push(String::new());
            }
        }
        let is_whole = parts.iter().all(|part| !part.is_empty());
        is_whole.then_some(Self { parts, marks })
    }

    /// Whether a single separator may stand before a fraction or before thousands: `1,234`.
    fn is_ambiguous(&self) -> bool {
        matches!(self.marks.as_slice(), [',' | '.']) && is_grouped(&self.parts, self.marks[0])
    }

    /// The separator that can only stand before a fraction. If there are several points, the decimal mark of the
    /// table is a comma, although this number has none.
    fn decimal_mark(&self) -> Option<char> {
        let (last, before) = self.marks.split_last()?;
        let whole = &self.parts[..self.parts.len() - 1];
        let Some(group) = before.first() else {
            let is_certain = is_decimal(*last) && !is_grouped(&self.parts, *last) || *last == '٫';
            return is_certain.then_some(*last);
        };
        let is_fraction = is_decimal(*last)
            && last != group
            && *group != '٫'
            && before.iter().all(|mark| mark == group)
            && is_grouped(whole, *group);
        is_fraction.then_some(*last)
    }
}

/// The ASCII form of a digit. Spreadsheets also write those of Arabic, Persian, Hindi and Bengali, and Japanese
/// keyboards write wide ones.
fn digit(sign: char) -> Option<char> {
    let zeros = ['0', '٠', '۰', '०', '০', '０'];
    zeros.into_iter().find_map(|zero| {
        let value = u32::from(sign).checked_sub(u32::from(zero))?;
        char::from_digit(value, 10)
    })
}

/// The kind of a separator.
fn mark(sign: char) -> Option<char> {
    match sign {
        ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' => Some(' '),
        '\'' | '’' => Some('\''),
        ',' | '，' => Some(','),
        '.' | '．' => Some('.'),
        '٬' | '٫' => Some(sign),
        _ => None,
    }
}

/// Whether a separator may stand before a fraction.
fn is_decimal(mark: char) -> bool {
    matches!(mark, ',' | '.' | '٫')
}

/// Whether these parts are groups of digits: one to three, then always three. India writes groups of two before
/// the last one: `12,34,567`.
fn is_grouped(parts: &[String], mark: char) -> bool {
    let lengths: Vec<usize> = parts.iter().map(String::len).collect();
    let [first, middle @ .., last] = lengths.as_slice() else {
        return true;
    };
    let is_thousands = (1..=3).contains(first) && middle.iter().all(|length| *length == 3);
    let is_indian =
        mark == ',' && (1..=2).contains(first) && middle.iter().all(|length| *length == 2);
    *last == 3 && !parts[0].starts_with('0') && (is_thousands || is_indian)
}

fn two_ways(cell: &str, parts: &[String]) -> String {
    let whole = parts.concat();
    let decimal = parts.join(".");
    format!(
        "`{cell}` can be read two ways: format the column without thousands separators, so that it is {whole}, or with four decimals, so that it is {decimal}0"
    )
}

/// A number in the form that an export writes: with a further zero where it could be read two ways.
pub(super) fn written(number: &str) -> String {
    match DigitGroups::of(number) {
        Some(digits) if digits.is_ambiguous() => format!("{number}0"),
        _ => number.to_owned(),
    }
}

fn no_number(cell: &str) -> String {
    let has_exponent =
        cell.contains(['e', 'E']) && cell.starts_with(|first: char| first.is_ascii_digit());
    if has_exponent {
        format!("`{cell}` has an exponent: format the column as a number, with all of its digits")
    } else {
        format!("`{cell}` is not a number: write digits alone, as in 380 or 38.58")
    }
}

#[cfg(test)]
mod tests {
    use super::{NumberHabit, read, written};

    const UNKNOWN: NumberHabit = NumberHabit {
        has_points: false,
        has_commas: false,
    };

    #[test]
    fn what_can_be_meant_only_one_way_is_read() {
        for (cell, separator, number) in [
            ("380", ',', "380"),
            ("38.58", ',', "38.58"),
            ("38.5800", ',', "38.5800"),
            ("38,58", ';', "38.58"),
            ("38.58", ';', "38.58"),
            ("38,5", '\t', "38.5"),
            ("52,500.5", ',', "52500.5"),
            ("52.500,5", ';', "52500.5"),
            ("1.234.567", ';', "1234567"),
            ("1,234,567", ',', "1234567"),
            ("1,234,567.125", ',', "1234567.125"),
            ("1,000.000", ',', "1000.000"),
            ("1.000,000", ';', "1000.000"),
            ("52 500", ';', "52500"),
            ("52\u{a0}500,25", ';', "52500.25"),
            ("52\u{202f}500", ';', "52500"),
            ("1 234\u{a0}567", ';', "1234567"),
            ("52’500.5", ';', "52500.5"),
            ("1'000'000", ';', "1000000"),
            ("0,125", ';', "0.125"),
            ("0.125", ',', "0.125"),
            ("1234,567", ';', "1234.567"),
            ("12 345,678", ';', "12345.678"),
            // India.
            ("1,23,456", ',', "123456"),
            ("12,34,567.50", ',', "1234567.50"),
            ("1,00,00,000", ',', "10000000"),
            // Other digits.
            ("٣٨٠", ',', "380"),
            ("٣٨٫٥", ',', "38.5"),
            ("١٬٢٣٤٬٥٦٧٫٢٥", ',', "1234567.25"),
            ("٥٢٬٥٠٠", ',', "52500"),
            ("۳۸۰", ',', "380"),
            ("३८०", ',', "380"),
            ("３８０．５", ',', "380.5"),
        ] {
            assert_eq!(
                read(cell, separator, UNKNOWN).as_deref(),
                Ok(number),
                "{cell}"
            );
        }
    }

    #[test]
    fn the_rest_is_named() {
        for (cell, separator, message) in [
            ("1,234", ',', "two ways"),
            ("1,234", ';', "two ways"),
            ("1.234", ';', "two ways"),
            ("12.345", '\t', "two ways"),
            ("52.500", ',', "two ways"),
            ("１，２３４", ',', "two ways"),
            ("1e9", ',', "exponent"),
            ("3.8E+11", ',', "exponent"),
            ("$12", ',', "not a number"),
            ("12 bn", ',', "not a number"),
            ("1.23.456,7", ';', "not a number"),
            ("1,2.3,4", ',', "not a number"),
            ("1,234,56", ',', "not a number"),
            ("1,23,45", ',', "not a number"),
            ("0,123,456", ',', "not a number"),
            ("-5", ',', "not a number"),
            (",5", ';', "not a number"),
            ("5,", ';', "not a number"),
            ("", ',', "not a number"),
            // Spaces and apostrophes that do not stand between thousands.
            ("38 5", ';', "not a number"),
            ("1 2 3", ',', "not a number"),
            ("100 00", ',', "not a number"),
            ("5'11", ',', "not a number"),
            ("5'", ',', "not a number"),
            ("1.234 567", ',', "not a number"),
            ("1 234'567", ',', "not a number"),
            ("٣٫٥٫٢", ',', "not a number"),
        ] {
            let found = read(cell, separator, UNKNOWN).unwrap_err();
            assert!(found.contains(message), "{cell}: {found}");
        }
    }

    #[test]
    fn other_cells_tell_what_a_point_is() {
        for (cells, number) in [
            (&["12.5"][..], Some("1.155")),
            (&["about 12.5 billion USD"], Some("1.155")),
            (&["52,500.5", "1,234,567"], Some("1.155")),
            (&[], None),
            (&["380", "12.000"], None),
            (&["38,58"], None),
            (&["38,58", "12.5"], None),
        ] {
            let habit = NumberHabit::of(cells.iter().copied());
            assert_eq!(
                read("1.155", ',', habit).ok().as_deref(),
                number,
                "{cells:?}"
            );
            // Between semicolons it stays ambiguous.
            assert!(read("1.155", ';', habit).is_err(), "{cells:?}");
        }
    }

    #[test]
    fn what_is_written_is_never_ambiguous() {
        for (number, expected) in [
            ("1.155", "1.1550"),
            ("380", "380"),
            ("0.125", "0.125"),
            ("38.5", "38.5"),
            ("1234.567", "1234.567"),
        ] {
            assert_eq!(written(number), expected);
            assert!(read(expected, ',', UNKNOWN).is_ok());
        }
    }
}
