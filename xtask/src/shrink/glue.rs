//! Functions of the glue that do more than this widget asks of them.

use crate::bundle::glue::{GLUE, with_function};
use anyhow::{Context, Result};

/// How a panic names a value of JavaScript.
const DEBUG_STRING: &str = "function debugString(val) {";
const SHORT_DEBUG_STRING: &str = "function debugString(val) {\n    return String(val);\n}";

/// Puts a shorter function in the place of the one that describes every kind of value.
pub(crate) fn shortened(glue: &str) -> Result<String> {
    with_function(glue, DEBUG_STRING, SHORT_DEBUG_STRING).with_context(|| {
        format!("{GLUE} lacks `{DEBUG_STRING}`; what to do: mend xtask/src/shrink/glue.rs")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_described_as_strings() {
        let glue =
            "let a;\nfunction debugString(val) {\n    if (val) {\n        a();\n    }\n}\nlet b;\n";
        let expected = format!("let a;\n{SHORT_DEBUG_STRING}\nlet b;\n");
        assert_eq!(shortened(glue).unwrap(), expected);
        let error = shortened("let a;").unwrap_err().to_string();
        assert!(error.contains("debugString") && error.contains("xtask/src/shrink/glue.rs"));
    }
}
