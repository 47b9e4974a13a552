//! What wasm-bindgen wrote between the scripts of this repository and the WebAssembly.

use anyhow::{Result, ensure};

/// The file that wasm-bindgen writes; the scripts bundled with it take its name over.
pub(crate) const GLUE: &str = "article-widget.js";

/// How the glue reads and writes what Yew leaves on elements and events.
const YEW: &str = ".__yew_";
/// The same under names of our own.
const OWN: &str = ".__article_widget_yew_";

/// Gives the marks of Yew names of our own. Every Yew module uses the same ones, so two on one
/// page, such as this widget and the page's own app, would answer each other's clicks.
pub(crate) fn with_own_marks(glue: &str) -> Result<String> {
    ensure!(
        glue.contains(YEW),
        "{GLUE} holds no property that begins with `{}`: Yew's marks have changed their names, \
         see xtask/src/glue.rs",
        &YEW[1..]
    );
    Ok(glue.replace(YEW, OWN))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_properties_get_other_names() {
        let glue = "import0.__wbg_set___yew_id_1 = (arg0, arg1) => { arg0.__yew_id = arg1; };\n\
                    const name = \"__yew_id\", ret = arg0.__yew_id;\n";
        let expected = "import0.__wbg_set___yew_id_1 = (arg0, arg1) => { arg0.__article_widget_yew_id = arg1; };\n\
                        const name = \"__yew_id\", ret = arg0.__article_widget_yew_id;\n";
        assert_eq!(with_own_marks(glue).unwrap(), expected);
    }

    #[test]
    fn glue_without_marks_is_refused() {
        let error = with_own_marks("const ret = arg0.yew_id;").unwrap_err();
        assert!(error.to_string().contains("`__yew_`"));
    }
}
