//! Empties functions of the WebAssembly that never run.
//!
//! Yew's nodes can be raw HTML, portals and suspended parts. The views make none of them, and a test
//! (tests/native/boundaries.rs) keeps it so; but the compiler cannot know that of a match, and a reader
//! would pay two kilobytes for them. wasm-opt then drops the functions that only they call. A call of an
//! emptied function would end as a panic does.
//!
//! A panic over a range of a text quotes the text, which takes two kilobytes more. It gets the message of the
//! panic over an index of a list.
//!
//! `str::to_lowercase` needs the case tables of Unicode, another kilobyte. Yew calls it in one place, to name
//! an element in the message of a panic; our own code calls it natively only.

use anyhow::{Context, Result, bail, ensure};
use std::path::Path;
use walrus::{FunctionBuilder, FunctionId, FunctionKind, LocalId, Module};

/// What the names of such functions contain: methods of Yew's nodes, and of what they become on a page;
/// and of texts.
const UNUSED: [&str; 9] = [
    "VRaw>::",
    "BRaw::",
    "BRaw as ",
    "VSuspense>::",
    "BSuspense as ",
    "BaseSuspense::",
    "VPortal>::",
    "BPortal as ",
    "<str>::to_lowercase",
];

/// A panic whose message quotes a text, with all that this takes, and one that says as much without: of a
/// range that ends outside of a text or within a letter. Their parameters: a text (where, how long), start
/// and end of the range, the place in the source; and an index, a length, the place in the source.
const WORDY_PANIC: &str = "::str::slice_error_fail_rt";
const PLAIN_PANIC: &str = "::panicking::panic_bounds_check";

const WHAT_TO_DO: &str = "what to do: mend xtask/src/shrink/unused.rs";

/// Empties those functions of a WebAssembly file that still has the names of its functions.
pub(crate) fn empty(path: &Path) -> Result<()> {
    let context = || format!("cannot take what never runs out of {}", path.display());
    let mut module = Module::from_file(path).with_context(context)?;
    for word in UNUSED {
        replace(&mut module, word, None).with_context(context)?;
    }
    replace(&mut module, WORDY_PANIC, Some(PLAIN_PANIC)).with_context(context)?;
    module.emit_wasm_file(path)
}

/// Empties the functions whose names contain a word, or lets each call another.
fn replace(module: &mut Module, word: &str, other: Option<&str>) -> Result<()> {
    let other = other.map(|other| named(module, other)).transpose()?;
    for id in named(module, word)? {
        let (parameters, results) = module.types.params_results(module.funcs.get(id).ty());
        let (parameters, results) = (parameters.to_vec(), results.to_vec());
        let mut function = FunctionBuilder::new(&mut module.types, &parameters, &results);
        let add = |parameter| module.locals.add(parameter);
        let locals: Vec<LocalId> = parameters.into_iter().map(add).collect();
        let mut body = function.func_body();
        if let Some(other) = &other {
            let [_, length, start, _, place] = locals[..] else {
                bail!("`{word}` has other parameters; {WHAT_TO_DO}");
            };
            body.local_get(start).local_get(length).local_get(place);
            body.call(other[0]);
        }
        body.unreachable();
        module.funcs.get_mut(id).kind = FunctionKind::Local(function.local_func(locals));
    }
    Ok(())
}

/// The functions whose names contain a word. A word that no name contains is an error.
fn named(module: &Module, word: &str) -> Result<Vec<FunctionId>> {
    let functions = module.funcs.iter();
    let is_named = |name: &String| name.contains(word);
    let named = functions.filter(|function| function.name.as_ref().is_some_and(is_named));
    let ids: Vec<_> = named.map(walrus::Function::id).collect();
    ensure!(
        !ids.is_empty(),
        "no function is named `{word}`: functions are named in another way; {WHAT_TO_DO}"
    );
    Ok(ids)
}

#[cfg(test)]
mod tests {
    use super::*;
    use walrus::{ValType, ir::Instr};

    /// Two functions of five numbers that give one, `one` and `<a::Two>::make`.
    fn module() -> Module {
        let mut module = Module::default();
        for (name, number) in [("one", 1), ("<a::Two>::make", 2)] {
            let parameters = [ValType::I32; 5];
            let mut function =
                FunctionBuilder::new(&mut module.types, &parameters, &[ValType::I32]);
            function.name(name.to_owned());
            function.func_body().i32_const(number);
            let locals = parameters.map(|parameter| module.locals.add(parameter));
            function.finish(locals.into(), &mut module.funcs);
        }
        module
    }

    /// What the only function does whose name contains a word.
    fn instructions(module: &Module, word: &str) -> Vec<String> {
        let function = module.funcs.get(named(module, word).unwrap()[0]);
        let function = function.kind.unwrap_local();
        let place = |local| function.args.iter().position(|other| *other == local);
        let described = |instruction: &Instr| match instruction {
            Instr::Const(number) => format!("{:?}", number.value),
            Instr::LocalGet(get) => format!("parameter {}", place(get.local).unwrap()),
            Instr::Call(call) => format!("call {:?}", module.funcs.get(call.func).name),
            other => format!("{other:?}"),
        };
        let body = &function.block(function.entry_block()).instrs;
        body.iter()
            .map(|(instruction, _)| described(instruction))
            .collect()
    }

    #[test]
    fn only_functions_of_such_names_are_emptied() {
        let mut module = module();
        replace(&mut module, "Two>::", None).unwrap();
        assert_eq!(instructions(&module, "one"), ["I32(1)"]);
        assert_eq!(
            instructions(&module, "Two>::"),
            ["Unreachable(Unreachable)"]
        );
    }

    #[test]
    fn one_function_calls_another_instead() {
        let mut module = module();
        replace(&mut module, "Two>::", Some("one")).unwrap();
        let expected = [
            "parameter 2",
            "parameter 1",
            "parameter 4",
            "call Some(\"one\")",
            "Unreachable(Unreachable)",
        ];
        assert_eq!(instructions(&module, "Two>::"), expected);
    }

    #[test]
    fn what_is_named_otherwise_is_said() {
        let error = replace(&mut module(), "Three", None).unwrap_err();
        assert!(error.to_string().contains("`Three`"));
    }
}
