//! The checks and tests of the project, in the order in which they run: quick ones first.

#[cfg(unix)]
use crate::elsewhere;
use crate::{
    browsers::{Browsers, CHROMEDRIVER, CHROMIUM, FIREFOX, WEBKIT_DRIVER, XVFB_RUN},
    build, debian, manifests, node, step,
    toolbox::{Group, Toolbox},
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
    /// What it finds out.
    pub(crate) title: &'static str,
    /// The tools it needs.
    pub(crate) group: Group,
    /// The browsers and drivers it needs.
    pub(crate) programs: &'static [&'static str],
    /// Does it.
    pub(crate) run: fn(&Bench) -> Result<()>,
}

/// What runs on this machine is checked with the command line, which browsers do not get.
const COMMAND_LINE: [&str; 2] = ["--features", "article-widget/cli"];

/// All checks.
pub(crate) const CHECKS: &[Check] = &[
    Check {
        name: "fmt",
        title: "the code is formatted",
        group: Group::Toolchain,
        programs: &[],
        run: |bench| cargo(bench, &["fmt", "--all", "--check"]),
    },
    Check {
        name: "clippy",
        title: "lints, compiled for this machine",
        group: Group::Toolchain,
        programs: &[],
        run: |bench| {
            let words = "clippy --workspace --all-targets --locked";
            let words = words.split(' ').chain(COMMAND_LINE);
            cargo(
                bench,
                &words.chain(["--", "-D", "warnings"]).collect::<Vec<_>>(),
            )
        },
    },
    Check {
        name: "clippy-wasm",
        title: "lints, compiled for the browser",
        group: Group::Toolchain,
        programs: &[],
        run: |bench| {
            let words = "clippy -p article-widget --all-targets --target wasm32-unknown-unknown \
                         --locked -- -D warnings";
            cargo(bench, &words.split(' ').collect::<Vec<_>>())
        },
    },
    Check {
        name: "doc",
        title: "the documentation has no broken links",
        group: Group::Toolchain,
        programs: &[],
        run: |bench| {
            let mut cargo = bench.toolbox.command("cargo")?;
            cargo.args(["doc", "--workspace", "--no-deps", "--locked"]);
            cargo.args(COMMAND_LINE);
            step::run(cargo.env("RUSTDOCFLAGS", "-D warnings"))
        },
    },
    Check {
        name: "native",
        title: "tests on this machine",
        group: Group::Toolchain,
        programs: &[],
        run: |bench| {
            let words = ["test", "--workspace", "--locked"].into_iter();
            cargo(bench, &words.chain(COMMAND_LINE).collect::<Vec<_>>())
        },
    },
    Check {
        name: "chromium",
        title: "tests of the browser code in Chromium",
        group: Group::Test,
        programs: &[CHROMIUM, CHROMEDRIVER],
        run: |bench| {
            let driver = bench
                .browsers
                .get(CHROMEDRIVER)
                .context("no chromedriver")?;
            let mut wasm_pack = bench.toolbox.command("wasm-pack")?;
            wasm_pack
                .args(["test", "--headless", "--chrome", "--chromedriver"])
                .arg(driver);
            wasm_pack_test(bench, wasm_pack)
        },
    },
    Check {
        name: "firefox",
        title: "tests of the browser code in Firefox",
        group: Group::Test,
        programs: &[FIREFOX],
        run: |bench| {
            let mut wasm_pack = bench.toolbox.command("wasm-pack")?;
            wasm_pack.args(["test", "--headless", "--firefox", "--geckodriver"]);
            wasm_pack.arg(bench.toolbox.find("geckodriver")?);
            wasm_pack_test(bench, wasm_pack)
        },
    },
    Check {
        name: "build",
        title: "the release build and its size",
        group: Group::Build,
        programs: &[],
        run: |bench| build::release(&bench.toolbox)?.check(),
    },
    // It makes links and a script.
    #[cfg(unix)]
    Check {
        name: "elsewhere",
        title: "the same release on another machine",
        group: Group::Build,
        programs: &[],
        run: elsewhere::compare,
    },
    Check {
        name: "example",
        title: "the example app",
        group: Group::Build,
        programs: &[],
        run: |bench| {
            let mut trunk = bench.toolbox.trunk()?;
            trunk.current_dir(manifests::root().join("examples/yew-app"));
            trunk.args(["build", "--locked", "--dist"]);
            step::run(trunk.arg(manifests::root().join("target/example-yew-app")))
        },
    },
    Check {
        name: "types",
        title: "the scripts: their types, and what needs no page",
        group: Group::Test,
        programs: &[],
        run: |bench| step::run(&mut in_e2e(bench, &["npm", "run", "--silent", "types"])?),
    },
    Check {
        name: "playwright",
        title: "the page in Chromium",
        group: Group::Test,
        programs: &[CHROMIUM],
        run: |bench| {
            step::run(&mut in_e2e(
                bench,
                &["npx", "--no-install", "playwright", "test"],
            )?)
        },
    },
    Check {
        name: "webdriver-firefox",
        title: "the page in Firefox",
        group: Group::Test,
        programs: &[FIREFOX],
        run: |bench| webdriver(bench, "firefox"),
    },
    Check {
        name: "webdriver-webkit",
        title: "the page in WebKitGTK",
        group: Group::Test,
        programs: &[WEBKIT_DRIVER, XVFB_RUN],
        run: |bench| webdriver(bench, "webkitgtk"),
    },
];

fn cargo(bench: &Bench, arguments: &[&str]) -> Result<()> {
    step::run(bench.toolbox.command("cargo")?.args(arguments))
}

/// Runs the browser tests with the driver that the command names already.
fn wasm_pack_test(bench: &Bench, mut command: Command) -> Result<()> {
    // Examples in the documentation are left to the native tests: they may use what browsers lack.
    let tests = ["--locked", "--lib", "--test", "*"];
    command.args(["--mode", "no-install", "."]).args(tests);
    if debian::is_root(&bench.toolbox) {
        // Browsers refuse to lock themselves up as root.
        let settings = manifests::root().join("tests/webdriver-root.json");
        command.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", settings);
    }
    if env::var_os("WASM_BINDGEN_TEST_TIMEOUT").is_none() {
        // Seconds; twenty are not enough for a busy machine.
        command.env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    }
    if step::run_within(&mut command, BROWSER_PATIENCE).is_ok() {
        return Ok(());
    }
    // Now and then a browser starts and does nothing; what fails twice has failed.
    println!("once more, in a fresh browser:");
    step::run_within(&mut command, BROWSER_PATIENCE)
}

/// How long tests in a browser may take, compiling included.
const BROWSER_PATIENCE: Duration = Duration::from_mins(7);

fn webdriver(bench: &Bench, browser: &str) -> Result<()> {
    let mut npm = in_e2e(bench, &["npm", "run", "--silent", "webdriver"])?;
    step::run(npm.env("BROWSER", browser))
}

/// A command in the directory of the browser tests that is told where the browsers are.
fn in_e2e(bench: &Bench, words: &[&str]) -> Result<Command> {
    let mut command = bench.toolbox.command(words[0])?;
    command.args(&words[1..]).current_dir(node::directory());
    command.envs(bench.browsers.variables());
    if let Ok(geckodriver) = bench.toolbox.find("geckodriver") {
        command.env("GECKODRIVER", geckodriver);
    }
    Ok(command)
}
