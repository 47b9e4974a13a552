//! What makes a release smaller by editing WebAssembly or its glue, as bytes and as text.
//!
//! It runs for releases only: a build for development shows the code as it was compiled. Each edit
//! knows one form of what the compiler and wasm-bindgen write. Where the form is another, the release
//! fails, and the error names the place and the file to mend.

mod glue;
mod names;
mod unused;

use crate::setup::toolbox::Toolbox;
use anyhow::Result;
use fs_err as fs;
use std::path::Path;

/// The features that the WebAssembly may use: those of Rust's target. With more, wasm-opt writes instructions
/// that some browsers do not read yet.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// The options that make it small.
const SMALL: [&str; 7] = [
    "-Oz",
    "--converge",
    "--low-memory-unused",
    // With a higher number it grows, with a lower one it compresses worse.
    "--one-caller-inline-max-function-size=18",
    // Drops hints on alignment: processors do without, and equal instructions differ in them.
    "--dealign",
    "--strip-debug",
    "--strip-producers",
];

/// Makes WebAssembly for servers small, in its place.
pub(crate) fn optimize(toolbox: &Toolbox, wasm: &Path) -> Result<()> {
    let wasm_opt = toolbox.command("wasm-opt")?.args(FEATURES);
    let wasm_opt = wasm_opt.args(["-Oz", "--strip-debug", "--strip-producers"]);
    Ok(wasm_opt.arg(wasm).arg("-o").arg(wasm).run()?)
}

/// Makes the WebAssembly and its glue small, in their places.
pub(crate) fn run(toolbox: &Toolbox, wasm: &Path, glue: &Path) -> Result<()> {
    unused::empty(wasm)?;
    let wasm_opt = |options: &[&str]| {
        let wasm_opt = toolbox.command("wasm-opt")?.args(FEATURES).args(options);
        anyhow::Ok(wasm_opt.arg(wasm).arg("-o").arg(wasm).read()?)
    };
    wasm_opt(&SMALL)?;
    // In a run of its own: it prints what it renames, in every round of `--converge`.
    let said = wasm_opt(&["--minify-imports-and-exports-and-modules"])?;
    let text = fs::read_to_string(glue)?;
    let text = glue::shortened(&names::shortened(&text, &said)?)?;
    Ok(fs::write(glue, text)?)
}
