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

/// Functions of the glue that do more than this widget asks of them, and what does that.
const LEANER: [(&str, &str); 2] = [
    (
        // How a panic names a value of JavaScript.
        "function debugString(val) {",
        "function debugString(val) {\n    return String(val);\n}",
    ),
    (
        // The loader has compiled the WebAssembly.
        "async function __wbg_init(module_or_path) {",
        "async function __wbg_init(module) {\n    \
         const instance = await WebAssembly.instantiate(module, __wbg_get_imports());\n    \
         return __wbg_finalize_init(instance, module);\n}",
    ),
];

/// Puts leaner functions in the place of some that wasm-bindgen wrote for every kind of page.
pub(crate) fn leaner(glue: &str) -> Result<String> {
    LEANER
        .iter()
        .try_fold(glue.to_owned(), |glue, (head, leaner)| {
            let place = glue.find(head).and_then(|start| {
                let end = glue[start..].find("\n}\n")? + "\n}".len();
                Some(start..start + end)
            });
            let place =
                place.with_context(|| format!("{GLUE} has no `{head}`, see xtask/src/glue.rs"))?;
            Ok([&glue[..place.start], leaner, &glue[place.end..]].concat())
        })
}

/// How the glue sets an attribute.
const SET: &str =
    "arg0.setAttribute(getStringFromWasm0(arg1, arg2), getStringFromWasm0(arg3, arg4));";
/// The same where that changes something.
const SET_ANOTHER: &str = "const [name, value] = [getStringFromWasm0(arg1, arg2), getStringFromWasm0(arg3, arg4)]; \
                           if (arg0.getAttribute(name) !== value) arg0.setAttribute(name, value);";

/// Leaves attributes alone that have their value already. Yew sets every one of them again when it takes
/// markup over, and a slot whose name is set is another slot to `WebKit`: it lays the whole page out anew,
/// for a moment without the article, and forgets how far the reader has scrolled.
pub(crate) fn with_still_attributes(glue: &str) -> Result<String> {
    ensure!(
        glue.matches(SET).count() == 1,
        "{GLUE} does not set attributes as it did, see xtask/src/glue.rs"
    );
    Ok(glue.replace(SET, SET_ANOTHER))
}

/// The script of the crate that is sent by itself: few readers take anything away.
pub(crate) const TAKE: &str = "export.js";

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

/// Makes a function of the glue, `instantiate()`, that gives what the glue exports: a page has several instances
/// of the WebAssembly, and the glue keeps one.
pub(crate) fn as_function(glue: &str) -> Result<String> {
    const END: &str = "export { initSync, __wbg_init as default };";
    ensure!(
        glue.contains(END),
        "{GLUE} does not end with `{END}`, see xtask/src/glue.rs"
    );
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
    Ok(format!(
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
    fn glue_without_marks_is_refused() {
        let error = with_own_marks("const ret = arg0.yew_id;").unwrap_err();
        assert!(error.to_string().contains("`__yew_`"));
    }

    #[test]
    fn functions_are_exchanged_whole() {
        let glue = "let a;\nfunction debugString(val) {\n    if (val) {\n        a();\n    }\n}\nlet b;\n\
                    async function __wbg_init(module_or_path) {\n    c();\n}\nlet d;\n";
        let lean = leaner(glue).unwrap();
        assert!(lean.starts_with(
            "let a;\nfunction debugString(val) {\n    return String(val);\n}\nlet b;"
        ));
        assert!(lean.ends_with("}\nlet d;\n"));
        assert!(!lean.contains("a();") && !lean.contains("c();"));
        let error = leaner("let a;").unwrap_err();
        assert!(error.to_string().contains("debugString"));
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
        assert!(as_function("let wasm;").is_err());
    }

    #[test]
    fn an_attribute_is_set_where_it_changes() {
        let glue = format!("set: function(arg0, arg1, arg2, arg3, arg4) {{ {SET} }},\n");
        let still = with_still_attributes(&glue).unwrap();
        assert!(still.contains("!== value) arg0.setAttribute(name, value); }"));
        assert!(with_still_attributes("").is_err());
        assert!(with_still_attributes(&(glue.clone() + &glue)).is_err());
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
        assert!(with_late_script("draw(1);").is_err());
    }
}
