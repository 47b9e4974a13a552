//! What is in the WebAssembly and never runs.
//!
//! Yew's nodes can be raw HTML, portals and suspended parts. The views make none of them, and a test
//! (tests/native/boundaries.rs) keeps it so; but no compiler can know that of a match, and a reader
//! would pay two kilobytes for them. Their functions are emptied here, so that wasm-opt drops what
//! only they call. Should one be called all the same, it would end as a panic does.
//!
//! The same goes for small letters of all the world's scripts, another kilobyte: Yew asks for them
//! in one place, to name an element in the message of a panic. Our own code that does is native.

use anyhow::{Context, Result, ensure};
use std::{collections::HashSet, fs, path::Path};
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

/// Empties those functions of a WebAssembly file, which has the names of its functions still.
pub(crate) fn empty(path: &Path) -> Result<()> {
    let wasm = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    let emptied = emptied(&wasm, &UNUSED)
        .with_context(|| format!("cannot take what never runs out of {}", path.display()))?;
    fs::write(path, emptied).with_context(|| format!("cannot write {}", path.display()))
}

fn emptied(wasm: &[u8], unused: &[&str]) -> Result<Vec<u8>> {
    let functions = named(wasm, unused)?;
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
                if functions.contains(&index) {
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

/// The functions whose names contain one of the words, each of which has to be found.
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
            "no function is named `{word}`: Yew names its functions in another way now, see \
             xtask/src/unused.rs"
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
        let after = emptied(&before, &["Two>::"]).unwrap();
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
    fn what_is_named_otherwise_is_said() {
        let error = emptied(&module(), &["Three"]).unwrap_err();
        assert!(error.to_string().contains("`Three`"));
    }
}
