//! The checks and tests of the project, in the order in which they run: quick ones first.

mod dependencies;
#[cfg(unix)]
mod elsewhere;
pub(crate) mod run;

use crate::{
    build,
    setup::{
        browsers::{Browsers, CHROMEDRIVER, CHROMIUM, FIREFOX, WEBKIT_DRIVER, XVFB_RUN},
        debian, npm,
        toolbox::{Group, Toolbox},
    },
    workspace::root,
};
use anyhow::{Context, Result, bail};
use std::{env, process::Command, time::Duration};
use wait_timeout::ChildExt;
use xshell::Cmd;

/// What the checks work with.
#[derive(Debug)]
pub(crate) struct Bench {
    /// The tools.
    pub(crate) toolbox: Toolbox,
    /// The browsers.
    pub(crate) browsers: Browsers,
}

/// One check.
#[derive(Debug)]
pub(crate) struct Check {
    /// The name to choose it by.
    pub(crate) name: &'static str,
    /// What it shows.
    pub(crate) title: &'static str,
    /// The tools it needs.
    pub(crate) group: Group,
    /// The browsers and drivers it needs.
    pub(crate) programs: &'static [&'static str],
    /// Whether it is one of those that take three minutes together.
    pub(crate) is_quick: bool,
    /// Does it.
    pub(crate) run: Run,
}

type Run = fn(&Bench) -> Result<()>;

/// A check that needs Rust and Node alone, and is quick.
const fn quick(name: &'static str, title: &'static str, run: Run) -> Check {
    Check {
        name,
        title,
        group: Group::Toolchain,
        programs: &[],
        is_quick: true,
        run,
    }
}

/// A check that needs the tools of a build.
const fn building(name: &'static str, title: &'static str, run: Run) -> Check {
    Check {
        group: Group::Build,
        is_quick: false,
        ..quick(name, title, run)
    }
}

/// A check that needs browsers or their drivers.
const fn in_browser(
    name: &'static str,
    title: &'static str,
    programs: &'static [&'static str],
    run: Run,
) -> Check {
    Check {
        group: Group::Test,
        programs,
        is_quick: false,
        ..quick(name, title, run)
    }
}

/// What runs on this machine is checked with the command line, which browsers do not get.
const CLIPPY: &str =
    "cargo clippy --workspace --all-targets --locked --features article-widget/cli -- -D warnings";
const CLIPPY_WASM: &str = "cargo clippy -p article-widget --all-targets --target wasm32-unknown-unknown \
                           --locked -- -D warnings";
const DOC: &str = "cargo doc --workspace --no-deps --locked --features article-widget/cli";
const TEST: &str = "cargo test --workspace --locked --features article-widget/cli";

/// All checks.
pub(crate) const CHECKS: &[Check] = &[
    quick("fmt", "the code is formatted", |bench| {
        Ok(bench.toolbox.command("cargo fmt --all --check")?.run()?)
    }),
    quick("clippy", "lints, compiled for this machine", |bench| {
        Ok(bench.toolbox.command(CLIPPY)?.run()?)
    }),
    quick("clippy-wasm", "lints, compiled for the browser", |bench| {
        Ok(bench.toolbox.command(CLIPPY_WASM)?.run()?)
    }),
    quick("doc", "the documentation has no broken links", |bench| {
        let cargo = bench.toolbox.command(DOC)?;
        Ok(cargo.env("RUSTDOCFLAGS", "-D warnings").run()?)
    }),
    quick("native", "tests on this machine", |bench| {
        Ok(bench.toolbox.command(TEST)?.run()?)
    }),
    quick(
        "types",
        "the scripts: their types, and what needs no page",
        |bench| {
            npm::ensure(npm::TESTS, &bench.toolbox)?;
            let _inside = bench.toolbox.enter(npm::TESTS);
            Ok(in_tests(bench, "npm run --silent types")?.run()?)
        },
    ),
    building(
        "licences",
        "the licences and sources of crates",
        dependencies::licences,
    ),
    building(
        "advisories",
        "known faults of crates and npm packages",
        dependencies::advisories,
    ),
    in_browser(
        "chromium",
        "tests of the browser code in Chromium",
        &[CHROMIUM, CHROMEDRIVER],
        |bench| {
            let driver = bench.browsers.get(CHROMEDRIVER);
            let words = "wasm-pack test --headless --chrome --chromedriver";
            let wasm_pack = bench.toolbox.command(words)?;
            wasm_pack_test(bench, wasm_pack.arg(driver.context("no chromedriver")?))
        },
    ),
    in_browser(
        "firefox",
        "tests of the browser code in Firefox",
        &[FIREFOX],
        |bench| {
            let words = "wasm-pack test --headless --firefox --geckodriver";
            let wasm_pack = bench.toolbox.command(words)?;
            wasm_pack_test(bench, wasm_pack.arg(bench.toolbox.find("geckodriver")?))
        },
    ),
    building("build", "the release build and its size", |bench| {
        build::release(&bench.toolbox)?.check()
    }),
    // It makes links and a script.
    #[cfg(unix)]
    building(
        "elsewhere",
        "the same release on another machine",
        elsewhere::compare,
    ),
    building("example", "the example app", |bench| {
        let trunk = build::trunk(&bench.toolbox, "build --locked --dist")?;
        let _inside = bench.toolbox.enter("examples/yew-app");
        Ok(trunk.arg(root().join("target/example-yew-app")).run()?)
    }),
    in_browser("playwright", "the page in Chromium", &[CHROMIUM], |bench| {
        let _inside = bench.toolbox.enter(npm::TESTS);
        Ok(in_tests(bench, "npx --no-install playwright test")?.run()?)
    }),
    in_browser(
        "webdriver-firefox",
        "the page in Firefox",
        &[FIREFOX],
        |bench| webdriver(bench, "firefox"),
    ),
    in_browser(
        "webdriver-webkit",
        "the page in WebKitGTK",
        &[WEBKIT_DRIVER, XVFB_RUN],
        |bench| webdriver(bench, "webkitgtk"),
    ),
];

/// Runs the browser tests with the driver that the command names already.
fn wasm_pack_test(bench: &Bench, command: Cmd) -> Result<()> {
    // Examples in the documentation are left to the native tests: they may use what browsers lack.
    let tests = ["--locked", "--lib", "--test", "*"];
    let mut command = command.args(["--mode", "no-install", "."]).args(tests);
    if debian::is_root(&bench.toolbox) {
        // Browsers refuse to start their sandbox as root.
        let settings = root().join("tests/webdriver-root.json");
        command = command.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", settings);
    }
    if env::var_os("WASM_BINDGEN_TEST_TIMEOUT").is_none() {
        // Seconds; twenty are not enough for a busy machine.
        command = command.env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    }
    // Now and then a browser starts and does nothing; what fails twice has failed.
    let mut command = Command::from(command);
    if run_within(&mut command, BROWSER_PATIENCE).is_ok() {
        return Ok(());
    }
    println!("once more, in a fresh browser:");
    run_within(&mut command, BROWSER_PATIENCE)
}

/// How long tests in a browser may take, compiling included.
const BROWSER_PATIENCE: Duration = Duration::from_mins(7);

/// Runs a command, and ends it when it takes longer.
fn run_within(command: &mut Command, patience: Duration) -> Result<()> {
    let mut child = command.spawn()?;
    match child.wait_timeout(patience)? {
        Some(status) if status.success() => Ok(()),
        Some(status) => bail!("the tests failed ({status})"),
        None => {
            child.kill()?;
            child.wait()?;
            bail!("the tests took longer than {} s", patience.as_secs())
        }
    }
}

fn webdriver(bench: &Bench, browser: &str) -> Result<()> {
    let _inside = bench.toolbox.enter(npm::TESTS);
    let npm = in_tests(bench, "npm run --silent webdriver")?;
    Ok(npm.env("BROWSER", browser).run()?)
}

/// A command that is told where the browsers are.
fn in_tests<'a>(bench: &'a Bench, words: &str) -> Result<Cmd<'a>> {
    let command = bench.toolbox.command(words)?;
    let geckodriver = bench.toolbox.find("geckodriver").ok();
    let command = command.envs(geckodriver.map(|path| ("GECKODRIVER", path)));
    Ok(command.envs(bench.browsers.variables()))
}
