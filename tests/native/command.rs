//! The command `article-widget` (`src/bin/article-widget`), run as in a shell.
//!
//! If the variable `ARTICLE_WIDGET_SCRIPT` names a script, Node runs it in the place of the program: `cargo xtask test
//! wasi` tests the command of the npm package so.

mod check;
mod convert;
mod mail;
mod messages;
mod picture;
mod prerender;
mod share;
mod single_file;

use std::env;
use std::ffi::OsString;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// An empty directory for one test. `name` must be unique among the tests.
fn directory(name: &str) -> PathBuf {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("command")
        .join(name);
    let _ = fs::remove_dir_all(&directory);
    fs::create_dir_all(&directory).unwrap();
    directory
}

/// The script that is run in the place of the program.
fn script() -> Option<OsString> {
    env::var_os("ARTICLE_WIDGET_SCRIPT")
}

/// Runs the command in a directory. `input` is its standard input.
fn run(directory: &Path, arguments: &[&str], input: &[u8]) -> Output {
    let mut command = match script() {
        Some(script) => {
            let mut node = Command::new("node");
            node.arg(script);
            node
        }
        None => Command::new(env!("CARGO_BIN_EXE_article-widget")),
    };
    command.current_dir(directory).args(arguments);
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // The command may end without reading its input.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

/// The exit code, the standard output and the standard error.
fn result(output: &Output) -> (i32, &str, &str) {
    let text = |bytes| std::str::from_utf8(bytes).unwrap();
    (
        output.status.code().unwrap(),
        text(&output.stdout),
        text(&output.stderr),
    )
}
