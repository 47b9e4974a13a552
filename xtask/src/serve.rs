//! `cargo xtask serve`: the release and the examples on a local address, built anew whenever a file changes.

use crate::{
    build,
    examples::{self, EXAMPLES, WITH_EXAMPLES},
    setup,
    setup::toolbox::Group,
    workspace::root,
};
use anyhow::{Result, bail};
use std::net::TcpListener;
use xshell::Cmd;

/// The address that `Trunk.toml` names.
const ADDRESS: &str = "127.0.0.1";

/// Where the site is built: what is in `dist/` is the release alone.
const SITE: &str = "target/serve";

/// Folders and files of the repository that change nothing in the site; Trunk leaves out `target` by itself.
const UNUSED: [&str; 4] = ["README.md", build::RELEASE, "tests", "xtask"];

/// Serves until it is interrupted.
pub(crate) fn run(port: u16) -> Result<()> {
    // Checked before the build, which takes a while; Trunk would fail after it.
    if TcpListener::bind((ADDRESS, port)).is_err() {
        bail!("port {port} cannot be used, perhaps it is taken: choose another with --port");
    }
    let toolbox = setup::toolbox(Group::Build)?;
    let words = format!("serve --release --locked --port {port} --dist {SITE}");
    let mut trunk = build::trunk(&toolbox, &words)?.env(WITH_EXAMPLES, "1");
    // These take the place of what `Trunk.toml` names, which leaves out all examples.
    let unused = UNUSED.into_iter().map(|path| root().join(path));
    for path in unused.chain(examples::projects()?) {
        // Trunk refuses paths that are not there; `dist` is not in a fresh checkout.
        if path.exists() {
            trunk = trunk.arg("--ignore").arg(path);
        }
    }
    let start = format!("http://{ADDRESS}:{port}/{EXAMPLES}/");
    println!("\nWhen the build is done, begin at {start} (Ctrl-C ends it)\n");
    hand_over(trunk)
}

/// Becomes the server, so that the server ends when this process is ended.
#[cfg(unix)]
fn hand_over(command: Cmd) -> Result<()> {
    use std::{os::unix::process::CommandExt, process::Command};
    bail!("cannot start Trunk: {}", Command::from(command).exec())
}

#[cfg(not(unix))]
fn hand_over(command: Cmd) -> Result<()> {
    Ok(command.run()?)
}
