//! What wasm-bindgen wrote between the scripts of this repository and the WebAssembly.

use anyhow::{Context, Result, ensure};

/// The file that wasm-bindgen writes; the scripts bundled with it take its name over.
pub(crate) const GLUE: &str = "article-widget.js";
/// The directory of the crate's own scripts that the glue imports.
pub(crate) const SNIPPETS: &str = "snippets";

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

/// The script of the crate that is sent by itself: few readers take anything away.
pub(crate) const TAKE: &str = "take.js";

/// Lets the glue load that script when it is first called. All that it exports are functions that
/// give nothing back, and tell a last function whether they could do what they were asked to.
pub(crate) fn with_late_script(glue: &str) -> Result<String> {
    let end = format!("/src/dom/{TAKE}';");
    let is_import = |line: &&str| line.starts_with("import {") && line.ends_with(&end);
    let line = glue.lines().find(is_import).with_context(|| {
        format!("{GLUE} does not import {TAKE} as it did, see xtask/src/glue.rs")
    })?;
    let names = line.trim_start_matches("import {").split('}').next();
    let mut late = format!(
        "const load = (path) => import(path);\n\
         const late = (name) => (...given) => load(\"./{TAKE}\")\n  \
         .then((script) => script[name](...given))\n  \
         .catch(() => given.at(-1).call?.(undefined, false));\n"
    );
    for name in names.into_iter().flat_map(|names| names.split(',')) {
        let name = name.trim();
        late = format!("{late}const {name} = late(\"{name}\");\n");
    }
    Ok(glue.replace(line, late.trim_end()))
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

    #[test]
    fn one_script_comes_when_it_is_called() {
        let glue = "import { cite } from './snippets/a/src/dom/chart.js';\n\
                    import { download, draw } from './snippets/a/src/dom/take.js';\ndraw(1);\n";
        let late = with_late_script(glue).unwrap();
        assert!(!late.contains("snippets/a/src/dom/take.js"));
        assert!(late.contains(
            "const download = late(\"download\");\nconst draw = late(\"draw\");\ndraw(1);"
        ));
        assert!(late.contains("chart.js"));
        assert!(with_late_script("draw(1);").is_err());
    }
}
