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

use anyhow::{Context, Result, ensure};
use fs_err as fs;
use std::{
    collections::{HashMap, HashSet},
    path::Path,
};
use wasm_encoder::{CodeSection, Function, Module, RawSection};
use wasmparser::{KnownCustom, Name, Parser, Payload};

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

/// Empties those functions of a WebAssembly file that still has the names of its functions.
pub(crate) fn empty(path: &Path) -> Result<()> {
    let wasm = fs::read(path)?;
    let context = || format!("cannot take what never runs out of {}", path.display());
    let plain = [(WORDY_PANIC, PLAIN_PANIC)];
    let emptied = emptied(&wasm, &UNUSED, &plain).with_context(context)?;
    Ok(fs::write(path, emptied)?)
}

/// Empties the functions whose names contain one of the words, and lets the first of each pair call the second.
fn emptied(wasm: &[u8], unused: &[&str], plain: &[(&str, &str)]) -> Result<Vec<u8>> {
    let functions = named(wasm, unused)?;
    let mut calls = HashMap::new();
    for (wordy, plain) in plain {
        let [from, to] = [wordy, plain].map(|name| named(wasm, &[name]));
        calls.extend(from?.into_iter().zip(to?));
    }
    let mut module = Module::new();
    let mut code = CodeSection::new();
    let mut index = 0;
    let mut count = 0;
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload?;
        match &payload {
            // The functions that are imported are counted first.
            Payload::ImportSection(imports) => {
                for import in imports.clone().into_imports() {
                    if matches!(import?.ty, wasmparser::TypeRef::Func(_)) {
                        index += 1;
                    }
                }
            }
            Payload::CodeSectionStart { count: all, .. } => {
                count = *all;
                continue;
            }
            Payload::CodeSectionEntry(body) => {
                if let Some(plain) = calls.get(&index) {
                    let mut function = Function::new([]);
                    let mut body = function.instructions();
                    // The start of the range, the length of the text, the place in the source.
                    body.local_get(2).local_get(1).local_get(4);
                    body.call(*plain).unreachable().end();
                    code.function(&function);
                } else if functions.contains(&index) {
                    let mut function = Function::new([]);
                    function.instructions().unreachable().end();
                    code.function(&function);
                } else {
                    code.raw(body.as_bytes());
                }
                index += 1;
                if code.len() == count {
                    module.section(&code);
                }
                continue;
            }
            _ => {}
        }
        if let Some((id, range)) = payload.as_section() {
            let data = &wasm[usize::try_from(range.start)?..usize::try_from(range.end)?];
            module.section(&RawSection { id, data });
        }
    }
    Ok(module.finish())
}

/// The functions whose names contain one of the words. A word that no name contains is an error.
fn named(wasm: &[u8], words: &[&str]) -> Result<HashSet<u32>> {
    let mut functions = HashSet::new();
    let mut found = HashSet::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let Payload::CustomSection(section) = payload? else {
            continue;
        };
        let KnownCustom::Name(names) = section.as_known() else {
            continue;
        };
        for name in names {
            let Name::Function(map) = name? else { continue };
            for naming in map {
                let naming = naming?;
                for word in words {
                    if naming.name.contains(word) {
                        found.insert(*word);
                        functions.insert(naming.index);
                    }
                }
            }
        }
    }
    for word in words {
        ensure!(
            found.contains(word),
            "no function is named `{word}`: functions are named in another way; what to do: mend \
             xtask/src/shrink/unused.rs"
        );
    }
    Ok(functions)
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{FunctionSection, NameMap, NameSection, TypeSection, ValType};

    /// Two functions without parameters that give a number, `one` and `a::Two>::make`.
    fn module() -> Vec<u8> {
        let mut module = Module::new();
        let mut types = TypeSection::new();
        types.ty().function([], [ValType::I32]);
        let mut functions = FunctionSection::new();
        functions.function(0).function(0);
        let mut code = CodeSection::new();
        for number in [1, 2] {
            let mut function = Function::new([]);
            function.instructions().i32_const(number).end();
            code.function(&function);
        }
        let mut map = NameMap::new();
        map.append(0, "one");
        map.append(1, "<a::Two>::make");
        let mut names = NameSection::new();
        names.functions(&map);
        module.section(&types).section(&functions).section(&code);
        module.section(&names);
        module.finish()
    }

    #[test]
    fn only_functions_of_such_names_are_emptied() {
        let before = module();
        let after = emptied(&before, &["Two>::"], &[]).unwrap();
        let bodies = |wasm: &[u8]| -> Vec<Vec<u8>> {
            Parser::new(0)
                .parse_all(wasm)
                .filter_map(|payload| match payload.unwrap() {
                    Payload::CodeSectionEntry(body) => Some(body.as_bytes().to_vec()),
                    _ => None,
                })
                .collect()
        };
        let (before, after) = (bodies(&before), bodies(&after));
        assert_eq!(after[0], before[0]);
        // No locals, `unreachable`, the end.
        assert_eq!(after[1], [0, 0, 0x0b]);
    }

    #[test]
    fn one_function_calls_another_instead() {
        let after = emptied(&module(), &[], &[("Two>::", "one")]).unwrap();
        let mut bodies =
            Parser::new(0)
                .parse_all(&after)
                .filter_map(|payload| match payload.unwrap() {
                    Payload::CodeSectionEntry(body) => Some(body.as_bytes().to_vec()),
                    _ => None,
                });
        // No locals, three parameters, the call of the first function, `unreachable`, the end.
        let call = [0, 0x20, 2, 0x20, 1, 0x20, 4, 0x10, 0, 0, 0x0b];
        assert_eq!(bodies.nth(1).unwrap(), call);
    }

    #[test]
    fn what_is_named_otherwise_is_said() {
        let error = emptied(&module(), &["Three"], &[]).unwrap_err();
        assert!(error.to_string().contains("`Three`"));
    }
}
