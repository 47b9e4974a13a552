//! Keeps what `README.md` says of the sizes true.

use crate::workspace::root;
use anyhow::{Context, Result};
use fs_err as fs;

const README: &str = "README.md";
/// The lines between which the sizes stand.
const BEGIN: &str = "<!-- sizes: written by cargo xtask build -->\n";
const END: &str = "<!-- /sizes -->";

/// Writes the table into the file, if another stands there; tells whether it did.
pub(crate) fn note_sizes(table: &str) -> Result<bool> {
    let path = root().join(README);
    let text = fs::read_to_string(&path)?;
    let noted = replaced(&text, table).with_context(|| {
        format!(
            "{README} lacks the lines `{}` and `{END}`",
            BEGIN.trim_end()
        )
    })?;
    let is_new = noted != text;
    if is_new {
        // Only then: a program that watches the file would see a change each time.
        fs::write(&path, noted)?;
    }
    Ok(is_new)
}

fn replaced(text: &str, table: &str) -> Option<String> {
    let (before, rest) = text.split_once(BEGIN)?;
    let (_, after) = rest.split_once(END)?;
    Some(format!("{before}{BEGIN}\n{table}\n{END}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_between_the_lines_is_replaced() {
        let text = format!("Before\n\n{BEGIN}old\n{END}\n\nAfter\n");
        let once = replaced(&text, "| new |\n").unwrap();
        assert_eq!(
            once,
            format!("Before\n\n{BEGIN}\n| new |\n\n{END}\n\nAfter\n")
        );
        assert_eq!(replaced(&once, "| new |\n").unwrap(), once);
    }

    #[test]
    fn both_lines_are_needed() {
        assert_eq!(replaced("nothing", ""), None);
        assert_eq!(replaced(BEGIN, ""), None);
        assert_eq!(replaced(&format!("{END}{BEGIN}"), ""), None);
    }
}
