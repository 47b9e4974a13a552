//! `cargo xtask serve`: the release on a local address, built anew whenever a file changes.

use crate::{build, setup, setup::toolbox::Group};
use anyhow::{Result, bail};
use std::net::TcpListener;
use xshell::Cmd;

/// The address that `Trunk.toml` names.
const ADDRESS: &str = "127.0.0.1";

/// Serves until it is interrupted.
pub(crate) fn run(port: u16) -> Result<()> {
    // Checked before the build, which takes a while; Trunk would fail after it.
    if TcpListener::bind((ADDRESS, port)).is_err() {
        bail!("port {port} cannot be used, perhaps it is taken: choose another with --port");
    }
    let toolbox = setup::toolbox(Group::Build)?;
    let words = format!("serve --release --locked --port {port}");
    let trunk = build::trunk(&toolbox, &words)?;
    println!(
        "\nWhen the build is done, the page is at http://{ADDRESS}:{port}/ (Ctrl-C ends it)\n"
    );
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
