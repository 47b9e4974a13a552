//! Runs commands, and names those that fail.

use anyhow::{Context, Result, ensure};
use std::{
    path::Path,
    process::{Command, ExitStatus, Stdio},
    thread,
    time::{Duration, Instant},
};

/// Runs a command that writes to the terminal itself.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command
        .status()
        .with_context(|| format!("cannot start `{}`", describe(command)))?;
    expect_success(command, status)
}

/// Runs a command, and ends it when it takes longer than `patience`.
pub(crate) fn run_within(command: &mut Command, patience: Duration) -> Result<()> {
    let start = Instant::now();
    let mut child = command
        .spawn()
        .with_context(|| format!("cannot start `{}`", describe(command)))?;
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        if start.elapsed() > patience {
            child.kill()?;
            break child.wait()?;
        }
        thread::sleep(Duration::from_millis(200));
    };
    expect_success(command, status)
}

fn expect_success(command: &Command, status: ExitStatus) -> Result<()> {
    ensure!(
        status.success(),
        "`{}` failed ({status})",
        describe(command)
    );
    Ok(())
}

/// Runs a command silently and returns what it wrote to its standard output.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let output = command
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("cannot start `{}`", describe(command)))?;
    ensure!(
        output.status.success(),
        "`{}` failed ({}): {}",
        describe(command),
        output.status,
        String::from_utf8_lossy(&output.stderr).trim()
    );
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The command as it would be typed, without the directory of the program.
fn describe(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(program.as_os_str());
    std::iter::once(name)
        .chain(command.get_args())
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_described_without_directories() {
        let mut command = Command::new("/some/where/trunk");
        command.args(["build", "--release"]);
        assert_eq!(describe(&command), "trunk build --release");
    }

    #[test]
    fn failures_name_the_command() {
        let error = run(&mut Command::new("no-such-program-anywhere")).unwrap_err();
        assert_eq!(error.to_string(), "cannot start `no-such-program-anywhere`");
    }
}
