//! What wasm-bindgen wrote between the scripts of this repository and the WebAssembly, adapted to this
//! widget. Every build makes these edits, because the widget does other things with them; `shrink/` holds those
//! that only save bytes.
//!
//! Each edit knows one form of what wasm-bindgen writes. Where the form is another, a release fails. A build
//! for development warns and goes on, so that a new wasm-bindgen can be tried.

use anyhow::{Result, bail};

/// The file that wasm-bindgen writes; the scripts bundled with it take its name over.
pub(crate) const GLUE: &str = "article-widget.js";
/// The name by which these scripts import what it becomes.
pub(crate) const ADAPTED: &str = "glue.js";
/// The directory of the crate's own scripts that the glue imports.
pub(crate) const SNIPPETS: &str = "snippets";
/// The script of the crate that is sent by itself: few readers export a chart.
pub(crate) const EXPORT: &str = "export.js";

/// An edit of the glue.
struct Edit {
    /// Makes the edit; None where the glue has another form.
    apply: fn(&str) -> Option<String>,
    /// What the edit looks for.
    form: &'static str,
    /// What happens without the edit; None where nothing works without it.
    without: Option<&'static str>,
}

/// All edits. The last one closes what the others look for in a function.
const EDITS: [Edit; 5] = [
    Edit {
        apply: with_own_marks,
        form: "properties that begin with `__yew_`",
        without: Some(
            "two Yew apps on one page answer each other's clicks, and each press renders a chart anew",
        ),
    },
    Edit {
        apply: with_still_attributes,
        form: "one place that sets attributes",
        without: Some("WebKit lays the page out anew when an article is hydrated"),
    },
    Edit {
        apply: with_compiled_module,
        form: "the function `__wbg_init`",
        without: Some("the console names a deprecated parameter"),
    },
    Edit {
        apply: with_late_script,
        form: "an import of `export.js`",
        without: Some("every reader loads export.js"),
    },
    Edit {
        apply: as_function,
        form: "exports of `initSync` and `__wbg_init` at the end",
        without: None,
    },
];

/// Makes all edits.
pub(crate) fn adapted(glue: &str, release: bool) -> Result<String> {
    let mut glue = glue.to_owned();
    for Edit {
        apply,
        form,
        without,
    } in EDITS
    {
        let problem = format!(
            "{GLUE} has another form: it lacks {form}; what to do: mend xtask/src/bundle/glue.rs"
        );
        match (apply(&glue), without) {
            (Some(edited), _) => glue = edited,
            (None, Some(without)) if !release => {
                println!("warning: {problem}. Until then {without}.");
            }
            (None, _) => bail!(problem),
        }
    }
    Ok(glue)
}

/// Gives the marks of Yew names of our own. Every Yew module uses the same ones, so two on one
/// page, such as this widget and the page's own app, would answer each other's clicks.
fn with_own_marks(glue: &str) -> Option<String> {
    const YEW: &str = ".__yew_";
    const OWN: &str = ".__article_widget_yew_";
    glue.contains(YEW).then(|| glue.replace(YEW, OWN))
}

/// How the glue sets an attribute.
const SET: &str =
    "arg0.setAttribute(getStringFromWasm0(arg1, arg2), getStringFromWasm0(arg3, arg4));";
/// The same where that changes something.
const SET_ANOTHER: &str = "const [name, value] = [getStringFromWasm0(arg1, arg2), getStringFromWasm0(arg3, arg4)]; \
                           if (arg0.getAttribute(name) !== value) arg0.setAttribute(name, value);";

/// Leaves attributes alone that have their value already. Yew sets every one of them again when it hydrates
/// markup, and a slot whose name is set is another slot to `WebKit`: it lays the whole page out anew,
/// for a moment without the article, and forgets how far the reader has scrolled.
fn with_still_attributes(glue: &str) -> Option<String> {
    (glue.matches(SET).count() == 1).then(|| glue.replace(SET, SET_ANOTHER))
}

/// Instantiates the WebAssembly that the loader has compiled; wasm-bindgen's own function also fetches it.
fn with_compiled_module(glue: &str) -> Option<String> {
    with_function(
        glue,
        "async function __wbg_init(module_or_path) {",
        "async function __wbg_init(module) {\n    \
         const instance = await WebAssembly.instantiate(module, __wbg_get_imports());\n    \
         return __wbg_finalize_init(instance, module);\n}",
    )
}

/// Puts a function in the place of the one that begins with this line.
pub(crate) fn with_function(glue: &str, head: &str, function: &str) -> Option<String> {
    let start = glue.find(head)?;
    let end = start + glue[start..].find("\n}\n")? + "\n}".len();
    Some([&glue[..start], function, &glue[end..]].concat())
}

/// Lets the glue load that script when it is first called. All that it exports are functions that
/// give nothing back, and tell a last function whether they could do what they were asked to.
fn with_late_script(glue: &str) -> Option<String> {
    let end = format!("/src/dom/{EXPORT}';");
    let is_import = |line: &&str| line.starts_with("import {") && line.ends_with(&end);
    let line = glue.lines().find(is_import)?;
    let names = line.trim_start_matches("import {").split('}').next();
    let mut late = format!(
        "const late = (name) => (...given) => import(\"./{EXPORT}\")\n  \
         .then((script) => script[name](...given))\n  \
         .catch(() => given.at(-1).call?.(undefined, false));\n"
    );
    for name in names.into_iter().flat_map(|names| names.split(',')) {
        let name = name.trim();
        late = format!("{late}const {name} = late(\"{name}\");\n");
    }
    Some(glue.replace(line, late.trim_end()))
}

/// Makes a function of the glue, `instantiate()`, that gives what the glue exports: a page has several instances
/// of the WebAssembly, and the glue keeps one.
pub(crate) fn as_function(glue: &str) -> Option<String> {
    const END: &str = "export { initSync, __wbg_init as default };";
    if !glue.contains(END) {
        return None;
    }
    let (mut imports, mut body, mut names) = (String::new(), String::new(), Vec::new());
    for line in glue.lines().filter(|line| *line != END) {
        let exported = line.strip_prefix("export ");
        // Where a script that it imports has the same name.
        if let Some((own, name)) = exported
            .and_then(|line| line.strip_prefix("{ ")?.split_once(" as "))
            .map(|(own, rest)| (own, rest.trim_end_matches([' ', '}', ';'])))
        {
            names.push(format!("{name}: {own}"));
            continue;
        }
        if let Some(declared) = exported.and_then(|line| line.split_once(' ')) {
            let end = |c: char| !c.is_alphanumeric() && c != '_';
            names.extend(declared.1.split(end).next().map(str::to_owned));
        }
        let target = if line.starts_with("import ") {
            &mut imports
        } else {
            &mut body
        };
        target.push_str(exported.unwrap_or(line));
        target.push('\n');
    }
    let names = names.join(", ");
    Some(format!(
        "{imports}export function instantiate() {{\n{body}return {{ init: __wbg_init, {names} }};\n}}\n"
    ))
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
    fn functions_are_exchanged_whole() {
        let glue = "let a;\nasync function __wbg_init(module_or_path) {\n    if (b) {\n        c();\n    }\n}\nlet d;\n";
        let edited = with_compiled_module(glue).unwrap();
        assert!(edited.starts_with("let a;\nasync function __wbg_init(module) {\n"));
        assert!(edited.ends_with("}\nlet d;\n") && !edited.contains("c();"));
        assert_eq!(with_compiled_module("let a;"), None);
    }

    #[test]
    fn an_unknown_form_fails_a_release_and_warns_in_development() {
        let end = "export { initSync, __wbg_init as default };\n";
        let error = adapted(end, true).unwrap_err().to_string();
        assert!(error.contains("`__yew_`") && error.contains("xtask/src/bundle/glue.rs"));
        assert!(
            adapted(end, false)
                .unwrap()
                .contains("function instantiate()")
        );
        let error = adapted("let wasm;", false).unwrap_err().to_string();
        assert!(error.contains("`initSync`"));
    }

    #[test]
    fn what_is_exported_is_given_by_a_function() {
        let glue = "import * as import1 from \"./snippets/x.js\"\n\
                    export class Widget {\n    a() {}\n}\n\
                    export function watch(a) {\n}\n\
                    function draw2() {\n}\n\
                    export { draw2 as draw }\n\
                    let wasm;\n\
                    export { initSync, __wbg_init as default };\n";
        let function = "import * as import1 from \"./snippets/x.js\"\n\
                        export function instantiate() {\n\
                        class Widget {\n    a() {}\n}\n\
                        function watch(a) {\n}\n\
                        function draw2() {\n}\n\
                        let wasm;\n\
                        return { init: __wbg_init, Widget, watch, draw: draw2 };\n}\n";
        assert_eq!(as_function(glue).unwrap(), function);
        assert!(as_function("let wasm;").is_none());
    }

    #[test]
    fn an_attribute_is_set_where_it_changes() {
        let glue = format!("set: function(arg0, arg1, arg2, arg3, arg4) {{ {SET} }},\n");
        let still = with_still_attributes(&glue).unwrap();
        assert!(still.contains("!== value) arg0.setAttribute(name, value); }"));
        assert!(with_still_attributes("").is_none());
        assert!(with_still_attributes(&(glue.clone() + &glue)).is_none());
    }

    #[test]
    fn one_script_comes_when_it_is_called() {
        let glue = "import { cite } from './snippets/a/src/dom/chart.js';\n\
                    import { download, draw } from './snippets/a/src/dom/export.js';\ndraw(1);\n";
        let late = with_late_script(glue).unwrap();
        assert!(!late.contains("snippets/a/src/dom/export.js"));
        assert!(late.contains(
            "const download = late(\"download\");\nconst draw = late(\"draw\");\ndraw(1);"
        ));
        assert!(late.contains("chart.js"));
        assert!(with_late_script("draw(1);").is_none());
    }
}
