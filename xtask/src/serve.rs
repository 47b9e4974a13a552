//! `cargo xtask serve`: the release on a local address, built anew whenever a file changes.

use crate::{build, setup, setup::toolbox::Group};
use anyhow::{Context, Result, bail};
use std::net::TcpListener;
use xshell::Cmd;

const ADDRESS: &str = "127.0.0.1";
const PORT: u16 = 8080;

/// The port that the options ask for.
pub(crate) fn parse(options: &[&str]) -> Result<u16> {
    let port = match options {
        [] => return Ok(PORT),
        ["--port", port] => port,
        [option] => option
            .strip_prefix("--port=")
            .with_context(|| format!("unknown option of serve: {option}"))?,
        _ => bail!("unknown options of serve: {}", options.join(" ")),
    };
    port.parse().with_context(|| format!("not a port: {port}"))
}

/// Serves until it is interrupted.
pub(crate) fn run(port: u16) -> Result<()> {
    // Checked before the build, which takes a while; Trunk would fail after it.
    if TcpListener::bind((ADDRESS, port)).is_err() {
        bail!("port {port} cannot be used, perhaps it is taken: choose another with --port");
    }
    let toolbox = setup::toolbox(Group::Build)?;
    let words = format!("serve --release --locked --address {ADDRESS} --port {port}");
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
    Err(Command::from(command).exec()).context("cannot start Trunk")
}

#[cfg(not(unix))]
fn hand_over(command: Cmd) -> Result<()> {
    Ok(command.run()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_can_be_chosen() {
        assert_eq!(parse(&[]).unwrap(), PORT);
        assert_eq!(parse(&["--port", "9000"]).unwrap(), 9000);
        assert_eq!(parse(&["--port=9000"]).unwrap(), 9000);
        for wrong in [
            &["--port"][..],
            &["--port", "x"],
            &["--port", "70000"],
            &["9000"],
        ] {
            assert!(parse(wrong).is_err(), "{wrong:?}");
        }
    }
}
