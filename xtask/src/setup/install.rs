//! Finds a tool in its exact version, or installs it: from the search path, from the cache, ready
//! made by cargo-binstall, or compiled from source, whichever comes first.

use crate::{
    setup::cache,
    setup::toolbox::Toolbox,
    setup::tools::{self, CargoTool, NpmTool},
    step::{self, Progress},
};
use anyhow::{Context, Result, ensure};
use std::path::Path;

/// Settings that make a tool compile three to five times quicker than its authors' own; it then
/// runs a little slower, which nobody notices.
const QUICK_PROFILE: [(&str, &str); 4] = [
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "false"),
];

/// Puts a tool that is published as a crate into the toolbox.
pub(crate) fn cargo_tool(
    tool: &CargoTool,
    toolbox: &mut Toolbox,
    progress: &mut Progress,
) -> Result<()> {
    progress.begin(&tool.title());
    if tool
        .programs
        .iter()
        .all(|program| on_search_path(toolbox, program, &tool.version))
    {
        progress.say("found on the search path");
        return Ok(());
    }
    let home = cache::directory(tool.package, &tool.version)?;
    let directory = home.join("bin");
    if is_complete(tool, &directory) {
        progress.say("found in cache");
    } else if binstall(tool, &home, toolbox, progress) && is_complete(tool, &directory) {
        progress.say("    … installed by cargo-binstall");
    } else {
        compile(tool, &home, toolbox, progress)?;
        ensure!(
            is_complete(tool, &directory),
            "{} was built but does not run",
            tool.title()
        );
        progress.say("    … built");
    }
    toolbox.add(directory);
    Ok(())
}

/// Puts a tool that npm has into the toolbox.
pub(crate) fn npm_tool(
    tool: &NpmTool,
    toolbox: &mut Toolbox,
    progress: &mut Progress,
) -> Result<()> {
    let title = tool.title();
    progress.begin(&title);
    if on_search_path(toolbox, tool.program, tool.states) {
        progress.say("found on the search path");
        return Ok(());
    }
    let home = cache::directory(tool.package, tool.version)?;
    let directory = home.join("node_modules").join(".bin");
    if states(&directory, tool.program, tool.states) {
        progress.say("found in cache");
    } else {
        progress.say("installing from npm");
        make_directory(&home)?;
        let mut npm = toolbox
            .command("npm")
            .context("what to do: install Node.js with npm")?;
        // Warnings are for the packages' authors.
        npm.args(["install", "--no-fund", "--no-audit", "--loglevel", "error"]);
        npm.arg("--prefix").arg(&home);
        npm.arg(format!("{}@{}", tool.package, tool.version));
        step::run(&mut npm).with_context(|| {
            format!("{title} could not be installed; what to do: check the network, or put exactly this version on the search path")
        })?;
        ensure!(
            states(&directory, tool.program, tool.states),
            "{title} was installed but does not run; what to do: check that Node.js does"
        );
        progress.say("    … installed");
    }
    toolbox.add(directory);
    Ok(())
}

/// Frees the gigabytes that compiling tools leaves behind, if any was compiled.
pub(crate) fn clean_up() -> Result<()> {
    let directory = cache::build_directory()?;
    if directory.join(MARK).exists() {
        std::fs::remove_dir_all(&directory)
            .with_context(|| format!("cannot remove {}", directory.display()))?;
    }
    Ok(())
}

/// Marks a build directory as made by this program, so that nothing else is ever removed.
const MARK: &str = ".made-by-xtask";

fn make_directory(path: &Path) -> Result<()> {
    std::fs::create_dir_all(path).with_context(|| {
        format!(
            "cannot make {}; what to do: set ARTICLE_WIDGET_CACHE to a directory you may write to",
            path.display()
        )
    })
}

fn on_search_path(toolbox: &Toolbox, program: &str, version: &str) -> bool {
    toolbox.find(program).is_ok_and(|path| {
        path.parent()
            .is_some_and(|directory| states(directory, program, version))
    })
}

fn is_complete(tool: &CargoTool, directory: &Path) -> bool {
    tool.programs
        .iter()
        .all(|program| states(directory, program, &tool.version))
}

/// Whether the program in that directory runs and is of that version.
fn states(directory: &Path, program: &str, version: &str) -> bool {
    which::which_in(program, Some(directory), directory)
        .ok()
        .and_then(|path| step::output(std::process::Command::new(path).arg("--version")).ok())
        .is_some_and(|answer| tools::states_version(&answer, version))
}

/// Tries to download the tool ready made; false when that is not possible for any reason.
fn binstall(tool: &CargoTool, home: &Path, toolbox: &Toolbox, progress: &Progress) -> bool {
    if toolbox.find("cargo-binstall").is_err() {
        return false;
    }
    progress.say("fetching with cargo-binstall");
    toolbox.command("cargo").is_ok_and(|mut cargo| {
        cargo.args([
            "binstall",
            "--no-confirm",
            "--disable-strategies",
            "compile",
            "--root",
        ]);
        cargo
            .arg(home)
            .arg(format!("{}@{}", tool.package, tool.version));
        step::run(&mut cargo).is_ok()
    })
}

fn compile(tool: &CargoTool, home: &Path, toolbox: &Toolbox, progress: &Progress) -> Result<()> {
    let minutes = tool.build_seconds.div_ceil(60);
    let unit = if minutes == 1 { "minute" } else { "minutes" };
    progress.say(&format!(
        "building from source, about {minutes} {unit} on 2 cores"
    ));

    let build = cache::build_directory()?;
    make_directory(&build)?;
    std::fs::write(build.join(MARK), "").context("cannot write to the cache")?;

    let mut cargo = toolbox.command("cargo")?;
    cargo.args([
        "install",
        "--locked",
        "--force",
        "--version",
        &tool.version,
        "--root",
    ]);
    cargo.arg(home).args(tool.flags).arg(tool.package);
    cargo.env("CARGO_TARGET_DIR", build).envs(QUICK_PROFILE);
    step::run(&mut cargo).with_context(|| {
        format!(
            "{} could not be installed; what to do: check the network and the messages above, or \
             put exactly this version on the search path",
            tool.title()
        )
    })
}
