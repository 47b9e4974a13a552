//! Numbers as spreadsheets of many countries write them.

/// Reads a number of a cell. The result is in the form of documents: digits, with a decimal point if there is a
/// fraction.
///
/// `separator` is the one between the cells of the table. If it is not a comma, the spreadsheet may write
/// decimal commas, so `1.234` is ambiguous.
///
/// # Errors
///
/// A message that says what is wrong and what to do in the spreadsheet, if the cell is not a number or is
/// ambiguous.
pub(super) fn read(cell: &str, separator: char) -> Result<String, String> {
    let compact: String = cell.chars().filter(|sign| !is_group_space(*sign)).collect();
    let is_plain = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_plain(&compact) {
        return Ok(compact);
    }
    let marks: Vec<char> = compact
        .chars()
        .filter(|sign| matches!(sign, ',' | '.'))
        .collect();
    let parts: Vec<&str> = compact.split([',', '.']).collect();
    if marks.is_empty() || !parts.iter().all(|part| is_plain(part)) {
        return Err(no_number(cell));
    }
    // Thousands groups: one to three digits, then always three.
    let is_grouped = |parts: &[&str]| {
        (1..=3).contains(&parts[0].len()) && parts[1..].iter().all(|part| part.len() == 3)
    };
    let (last, before) = (marks[marks.len() - 1], &marks[..marks.len() - 1]);
    if before.is_empty() {
        let written = format!("{}.{}", parts[0], parts[1]);
        // `1,234` is above a thousand in some countries, and a number with a fraction in others.
        let could_be_group = is_grouped(&parts) && parts[0] != "0" && compact == cell;
        return match last {
            ',' if could_be_group => Err(two_ways(cell, &parts)),
            '.' if could_be_group && separator != ',' => Err(two_ways(cell, &parts)),
            _ => Ok(written),
        };
    }
    if before.iter().any(|mark| *mark != before[0]) {
        return Err(no_number(cell));
    }
    if last == before[0] {
        // Several separators of one kind can only separate groups.
        return if is_grouped(&parts) {
            Ok(parts.concat())
        } else {
            Err(no_number(cell))
        };
    }
    let (fraction, whole) = (parts[parts.len() - 1], &parts[..parts.len() - 1]);
    if is_grouped(whole) {
        Ok(format!("{}.{fraction}", whole.concat()))
    } else {
        Err(no_number(cell))
    }
}

/// The separators of groups that are never decimal separators.
fn is_group_space(sign: char) -> bool {
    matches!(sign, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '’')
}

fn two_ways(cell: &str, parts: &[&str]) -> String {
    format!(
        "`{cell}` can be read two ways: format the column without thousands separators, so that it is {} or {}.{}",
        parts.concat(),
        parts[0],
        parts[1]
    )
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
    use super::read;

    #[test]
    fn what_can_be_meant_only_one_way_is_read() {
        for (cell, separator, number) in [
            ("380", ',', "380"),
            ("38.58", ',', "38.58"),
            ("38.580", ',', "38.580"),
            ("38,58", ';', "38.58"),
            ("38.58", ';', "38.58"),
            ("38,5", '\t', "38.5"),
            ("52,500.5", ',', "52500.5"),
            ("52.500,5", ';', "52500.5"),
            ("1.234.567", ';', "1234567"),
            ("1,234,567", ',', "1234567"),
            ("1,234,567.125", ',', "1234567.125"),
            ("52 500", ';', "52500"),
            ("52\u{a0}500,25", ';', "52500.25"),
            ("52\u{202f}500", ';', "52500"),
            ("52’500.5", ';', "52500.5"),
            ("0,125", ';', "0.125"),
            ("1234,567", ';', "1234.567"),
            ("12 345,678", ';', "12345.678"),
        ] {
            assert_eq!(read(cell, separator).as_deref(), Ok(number), "{cell}");
        }
    }

    #[test]
    fn the_rest_is_named() {
        for (cell, separator, message) in [
            ("1,234", ',', "two ways"),
            ("1,234", ';', "two ways"),
            ("1.234", ';', "two ways"),
            ("12.345", '\t', "two ways"),
            ("1e9", ',', "exponent"),
            ("3.8E+11", ',', "exponent"),
            ("$12", ',', "not a number"),
            ("12 bn", ',', "not a number"),
            ("1,23,456", ',', "not a number"),
            ("1.23.456,7", ';', "not a number"),
            ("1,2.3,4", ',', "not a number"),
            ("-5", ',', "not a number"),
            (",5", ';', "not a number"),
            ("5,", ';', "not a number"),
        ] {
            let found = read(cell, separator).unwrap_err();
            assert!(found.contains(message), "{cell}: {found}");
        }
    }
}
