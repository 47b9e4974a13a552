//! The checks and tests of the project, in the order in which they run: quick ones first.

mod dependencies;
#[cfg(unix)]
mod elsewhere;
pub(crate) mod run;

use crate::{
    build, process,
    setup::{
        browsers::{Browsers, CHROMEDRIVER, CHROMIUM, FIREFOX, WEBKIT_DRIVER, XVFB_RUN},
        debian, npm,
        toolbox::{Group, Toolbox},
    },
    workspace::root,
};
use anyhow::{Context, Result};
use std::{env, process::Command, time::Duration};

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
    "clippy --workspace --all-targets --locked --features article-widget/cli -- -D warnings";
const CLIPPY_WASM: &str = "clippy -p article-widget --all-targets --target wasm32-unknown-unknown \
                           --locked -- -D warnings";
const DOC: &str = "doc --workspace --no-deps --locked --features article-widget/cli";
const TEST: &str = "test --workspace --locked --features article-widget/cli";

/// All checks.
pub(crate) const CHECKS: &[Check] = &[
    quick("fmt", "the code is formatted", |bench| {
        process::run(&mut cargo(bench, "fmt --all --check")?)
    }),
    quick("clippy", "lints, compiled for this machine", |bench| {
        process::run(&mut cargo(bench, CLIPPY)?)
    }),
    quick("clippy-wasm", "lints, compiled for the browser", |bench| {
        process::run(&mut cargo(bench, CLIPPY_WASM)?)
    }),
    quick("doc", "the documentation has no broken links", |bench| {
        process::run(cargo(bench, DOC)?.env("RUSTDOCFLAGS", "-D warnings"))
    }),
    quick("native", "tests on this machine", |bench| {
        process::run(&mut cargo(bench, TEST)?)
    }),
    quick(
        "types",
        "the scripts: their types, and what needs no page",
        |bench| {
            npm::ensure(npm::TESTS, &bench.toolbox)?;
            process::run(&mut in_tests(bench, "npm run --silent types")?)
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
            let mut wasm_pack = bench.toolbox.command("wasm-pack")?;
            wasm_pack.args(["test", "--headless", "--chrome", "--chromedriver"]);
            wasm_pack_test(bench, wasm_pack.arg(driver.context("no chromedriver")?))
        },
    ),
    in_browser(
        "firefox",
        "tests of the browser code in Firefox",
        &[FIREFOX],
        |bench| {
            let mut wasm_pack = bench.toolbox.command("wasm-pack")?;
            wasm_pack.args(["test", "--headless", "--firefox", "--geckodriver"]);
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
        let mut trunk = build::trunk(&bench.toolbox)?;
        trunk.current_dir(root().join("examples/yew-app"));
        trunk.args(["build", "--locked", "--dist"]);
        process::run(trunk.arg(root().join("target/example-yew-app")))
    }),
    in_browser("playwright", "the page in Chromium", &[CHROMIUM], |bench| {
        process::run(&mut in_tests(bench, "npx --no-install playwright test")?)
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

fn cargo(bench: &Bench, words: &str) -> Result<Command> {
    let mut cargo = bench.toolbox.command("cargo")?;
    cargo.args(words.split(' '));
    Ok(cargo)
}

/// Runs the browser tests with the driver that the command names already.
fn wasm_pack_test(bench: &Bench, command: &mut Command) -> Result<()> {
    // Examples in the documentation are left to the native tests: they may use what browsers lack.
    let tests = ["--locked", "--lib", "--test", "*"];
    command.args(["--mode", "no-install", "."]).args(tests);
    if debian::is_root(&bench.toolbox) {
        // Browsers refuse to start their sandbox as root.
        let settings = root().join("tests/webdriver-root.json");
        command.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", settings);
    }
    if env::var_os("WASM_BINDGEN_TEST_TIMEOUT").is_none() {
        // Seconds; twenty are not enough for a busy machine.
        command.env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    }
    if process::run_within(command, BROWSER_PATIENCE).is_ok() {
        return Ok(());
    }
    // Now and then a browser starts and does nothing; what fails twice has failed.
    println!("once more, in a fresh browser:");
    process::run_within(command, BROWSER_PATIENCE)
}

/// How long tests in a browser may take, compiling included.
const BROWSER_PATIENCE: Duration = Duration::from_mins(7);

fn webdriver(bench: &Bench, browser: &str) -> Result<()> {
    let mut npm = in_tests(bench, "npm run --silent webdriver")?;
    process::run(npm.env("BROWSER", browser))
}

/// A command in the directory of the browser tests that is told where the browsers are.
fn in_tests(bench: &Bench, words: &str) -> Result<Command> {
    let mut words = words.split(' ');
    let mut command = bench.toolbox.command(words.next().unwrap_or_default())?;
    command.args(words).current_dir(root().join(npm::TESTS));
    command.envs(bench.browsers.variables());
    if let Ok(geckodriver) = bench.toolbox.find("geckodriver") {
        command.env("GECKODRIVER", geckodriver);
    }
    Ok(command)
}
