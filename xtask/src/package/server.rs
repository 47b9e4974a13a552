//! The library for servers of the npm package: WebAssembly, and what wasm-bindgen writes for it.

use crate::{
    bundle::{glue, paths},
    setup::{toolbox::Toolbox, toolchain::TARGET},
    shrink,
    workspace::metadata,
};
use anyhow::{Context, Result};
use base64ct::{Base64, Encoding};
use fs_err as fs;
use std::path::Path;

/// The features of the crate that the library is.
pub(super) const FEATURES: &str = "server";
const BUILD: &str =
    "cargo build --release -p article-widget --lib --no-default-features --locked --features";
const BINDGEN: &str = "wasm-bindgen --target web --no-typescript --out-name server --out-dir";

/// The head of the function that fetches the WebAssembly.
const FETCHING: &str = "async function __wbg_init(module_or_path) {";

/// Builds the library into a folder: `server.wasm`, the same in a script, `bytes.js`, for everybody who cannot load a
/// file, and `glue.js`, which instantiates it.
pub(super) fn build(toolbox: &Toolbox, folder: &Path) -> Result<()> {
    let cargo = toolbox.command(BUILD)?.args([FEATURES, "--target", TARGET]);
    paths::hide(toolbox, cargo)?.run()?;
    let target = metadata(toolbox)?.target_directory;
    let scratch = target.join("npm/server");
    let built = target.join(TARGET).join("release/article_widget.wasm");
    let bindgen = toolbox.command(BINDGEN)?;
    bindgen.arg(&scratch).arg(&built).run()?;

    let wasm = folder.join("server.wasm");
    fs::copy(scratch.join("server_bg.wasm"), &wasm)?;
    shrink::optimize(toolbox, &wasm)?;
    let text = fs::read_to_string(scratch.join("server.js"))?;
    let text = glue::as_function(&text).context("the glue of wasm-bindgen has another form")?;
    // Servers compile before they instantiate. The function that fetches names a file, for which bundlers would look.
    let text = text.replace("init: __wbg_init", "initSync");
    let text = glue::with_function(&text, FETCHING, "").context("the glue has no such function")?;
    fs::write(folder.join("glue.js"), text)?;
    fs::write(folder.join("bytes.js"), script(&fs::read(&wasm)?))?;
    Ok(())
}

/// A script whose function `bytes` gives these bytes.
fn script(bytes: &[u8]) -> String {
    let text = Base64::encode_string(bytes);
    format!(
        "const text = \"{text}\";\n\
         export const bytes = () => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_stand_in_a_script() {
        assert!(script(&[0, 97, 115, 109, 255]).starts_with("const text = \"AGFzbf8=\";\n"));
    }
}
