//! The names by which the WebAssembly and its glue call each other.
//!
//! wasm-bindgen makes the names long, and ends each in a number that no compression can shorten: two
//! kilobytes for every reader. The release gets names of a letter or two on both sides.

use crate::bundle::glue::{GLUE, SNIPPETS};
use anyhow::{Context, Result, ensure};
use serde::Deserialize;

/// What wasm-opt has renamed, as it prints it: of an import the module, the name and the new name; of an export
/// the name and the new name.
#[derive(Deserialize)]
struct Renamed {
    imports: Vec<(String, String, String)>,
    exports: Vec<(String, String)>,
}

/// What wasm-opt calls the one module that everything is imported from.
const MODULE: &str = "a";

/// Where the glue keeps the functions that it gives the WebAssembly.
const FUNCTIONS: &str = "const import0 = {";

/// Shortens the names in the glue, given what wasm-opt says it renamed in the WebAssembly.
pub(crate) fn shortened(glue: &str, said: &str) -> Result<String> {
    let renamed = serde_json::from_str(said).context("wasm-opt does not say what it renamed")?;
    in_glue(glue, &renamed)
}

fn in_glue(glue: &str, renamed: &Renamed) -> Result<String> {
    let mut text = glue.to_owned();
    for (module, old, new) in &renamed.imports {
        if module.contains(SNIPPETS) {
            text = from_snippet(&text, module, old, new)?;
            continue;
        }
        text = text.replace(&format!("\"{module}\":"), &format!("\"{MODULE}\":"));
        let (old, new) = (format!(" {old}:"), format!(" {new}:"));
        ensure!(
            text.contains(&old),
            "{GLUE} lacks `{old}`: wasm-bindgen writes its names in another way; what to do: mend \
             xtask/src/shrink/names.rs"
        );
        text = replaced(&text, &old, &new);
    }
    // The glue does not call every export.
    for (old, new) in &renamed.exports {
        text = replaced(&text, &format!("wasm.{old}"), &format!("wasm.{new}"));
    }
    Ok(text)
}

/// Imports a function of a script of the crate through the one module. Its name in the script stays.
fn from_snippet(glue: &str, module: &str, old: &str, new: &str) -> Result<String> {
    let context = || {
        format!(
            "{GLUE} does not import {module} as it did; what to do: mend xtask/src/shrink/names.rs"
        )
    };
    let end = format!(" from \"{module}\"");
    let import = glue
        .lines()
        .find_map(|line| line.strip_prefix("import * as ")?.strip_suffix(&end))
        .with_context(context)?;
    ensure!(glue.contains(FUNCTIONS), context());
    let function = format!("{FUNCTIONS}\n        {new}: {import}.{old},");
    Ok(glue.replacen(FUNCTIONS, &function, 1))
}

/// Replaces a name, but not where it is a part of a longer one.
fn replaced(text: &str, old: &str, new: &str) -> String {
    let is_in_name = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
    let mut parts = text.split(old);
    let mut result = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let is_whole = !(old.ends_with(is_in_name) && part.starts_with(is_in_name));
        result.push_str(if is_whole { new } else { old });
        result.push_str(part);
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    fn renamed() -> Renamed {
        let said = r#"{ "imports": [["./x_bg.js", "__wbg_a_1", "$"]], "exports": [["go", "aa"]] }"#;
        serde_json::from_str(said).unwrap()
    }

    #[test]
    fn both_sides_get_the_same_names() {
        let glue = "{ __wbg_a_1: function() { wasm.go(); wasm.going(); } } \"./x_bg.js\": import0";
        let short = "{ $: function() { wasm.aa(); wasm.going(); } } \"a\": import0";
        assert_eq!(in_glue(glue, &renamed()).unwrap(), short);
    }

    #[test]
    fn functions_of_scripts_are_imported_with_the_others() {
        let said = r#"{
            "imports": [["./x_bg.js", "__wbg_a_1", "$"], ["./snippets/x/b.js", "go", "A"]],
            "exports": []
        }"#;
        let glue = "import * as import1 from \"./snippets/x/b.js\"\n\
                    const import0 = {\n        __wbg_a_1: function() {} };\n\
                    return { \"./x_bg.js\": import0, \"./snippets/x/b.js\": import1 };\n";
        let short = "import * as import1 from \"./snippets/x/b.js\"\n\
                     const import0 = {\n        A: import1.go,\n        $: function() {} };\n\
                     return { \"a\": import0, \"./snippets/x/b.js\": import1 };\n";
        let renamed = serde_json::from_str(said).unwrap();
        assert_eq!(in_glue(glue, &renamed).unwrap(), short);
        let error = in_glue("const import0 = { __wbg_a_1: 0 }", &renamed).unwrap_err();
        assert!(error.to_string().contains("snippets/x/b.js"));
    }

    #[test]
    fn a_name_that_is_not_there_is_named() {
        let error = in_glue("wasm.go()", &renamed()).unwrap_err();
        assert!(error.to_string().contains("` __wbg_a_1:`"));
    }
}
