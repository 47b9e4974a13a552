//! The checks and tests of the project, in the order in which they run: quick ones first.

mod dependencies;
pub(crate) mod report;
pub(crate) mod run;

use crate::{
    build, examples, package,
    setup::{
        browsers::{self, CHROMEDRIVER, CHROMIUM, FIREFOX, Program, WEBKIT_DRIVER, XVFB_RUN},
        cache, debian, npm,
        toolbox::{Group, Toolbox},
    },
    wasi,
    workspace::root,
};
use anyhow::Result;
use std::env;
use xshell::Cmd;

/// One check.
#[derive(Debug)]
pub(crate) struct Check {
    /// The name to choose it by.
    pub(crate) name: &'static str,
    /// What is true when it passes.
    pub(crate) title: &'static str,
    /// The tools it needs.
    pub(crate) group: Group,
    /// The browsers and drivers it needs.
    pub(crate) programs: &'static [Program],
    /// Whether it is one of those that take three minutes together.
    pub(crate) is_quick: bool,
    /// Runs it.
    pub(crate) run: Run,
}

type Run = fn(&Toolbox) -> Result<()>;

/// A check that needs these tools, and no browser.
const fn check(group: Group, name: &'static str, title: &'static str, run: Run) -> Check {
    Check {
        name,
        title,
        group,
        programs: &[],
        is_quick: false,
        run,
    }
}

/// A check that needs Rust and Node alone, and is quick.
const fn quick(name: &'static str, title: &'static str, run: Run) -> Check {
    Check {
        is_quick: true,
        ..check(Group::Toolchain, name, title, run)
    }
}

/// A check that needs browsers or their drivers.
const fn in_browser(
    name: &'static str,
    title: &'static str,
    programs: &'static [Program],
    run: Run,
) -> Check {
    Check {
        programs,
        ..check(Group::Test, name, title, run)
    }
}

/// What runs on this machine is checked with the command line, which browsers do not get.
const CLIPPY: &str = "cargo clippy --workspace --all-targets --locked --features article-widget/cli,article-widget/server -- -D warnings";
const CLIPPY_WASM: &str = "cargo clippy -p article-widget --all-targets --target wasm32-unknown-unknown \
                           --locked -- -D warnings";
const DOC: &str =
    "cargo doc --workspace --no-deps --locked --features article-widget/cli,article-widget/server";
const TEST: &str = "cargo test --workspace --locked --features article-widget/cli";
/// With the tools that are installed already.
const WASM_PACK: &str = "wasm-pack test --headless --mode no-install";

/// All checks.
pub(crate) const CHECKS: &[Check] = &[
    quick("fmt", "the code is formatted", |toolbox| {
        toolbox.run("cargo fmt --all --check")
    }),
    quick("clippy", "lints, compiled for this machine", |toolbox| {
        toolbox.run(CLIPPY)
    }),
    quick(
        "clippy-wasm",
        "lints, compiled for the browser",
        |toolbox| toolbox.run(CLIPPY_WASM),
    ),
    quick("doc", "the documentation has no broken links", |toolbox| {
        let cargo = toolbox.command(DOC)?;
        Ok(cargo.env("RUSTDOCFLAGS", "-D warnings").run()?)
    }),
    quick("native", "tests on this machine", |toolbox| {
        toolbox.run(TEST)
    }),
    quick(
        "types",
        "the scripts: their types, and what needs no page",
        |toolbox| {
            npm::ensure(npm::TESTS, toolbox)?;
            let _inside = toolbox.enter(npm::TESTS);
            toolbox.run("npm run --silent types")
        },
    ),
    check(
        Group::Toolchain,
        "wasi",
        "WebAssembly without a browser: the command under Node",
        wasi::test,
    ),
    check(
        Group::Toolchain,
        "licences",
        "the licences and sources of crates",
        dependencies::licences,
    ),
    check(
        Group::Toolchain,
        "advisories",
        "known faults of crates and npm packages",
        dependencies::advisories,
    ),
    in_browser(
        "chromium",
        "tests of the browser code in Chromium",
        &[CHROMIUM, CHROMEDRIVER],
        |toolbox| {
            let driver = CHROMEDRIVER.find(toolbox)?;
            let wasm_pack = toolbox.command(WASM_PACK)?;
            test_wasm(
                toolbox,
                wasm_pack.args(["--chrome", "--chromedriver"]).arg(driver),
            )
        },
    ),
    in_browser(
        "firefox",
        "tests of the browser code in Firefox",
        &[FIREFOX],
        |toolbox| {
            let driver = toolbox.find("geckodriver")?;
            let wasm_pack = toolbox.command(WASM_PACK)?;
            test_wasm(
                toolbox,
                wasm_pack.args(["--firefox", "--geckodriver"]).arg(driver),
            )
        },
    ),
    check(
        Group::Build,
        "build",
        "the release build and its size",
        |toolbox| build::release(toolbox)?.check(),
    ),
    // It is a script, because it does what shells are for: it copies, links and compares files.
    #[cfg(unix)]
    check(
        Group::Build,
        "elsewhere",
        "the same release on another machine",
        |toolbox| {
            let sh = toolbox.command("sh xtask/src/checks/elsewhere.sh")?;
            Ok(sh.env("ARTICLE_WIDGET_CACHE", cache::root()?).run()?)
        },
    ),
    check(
        Group::Build,
        "example",
        "the examples: the site of the pages, and the app",
        |toolbox| {
            examples::build(toolbox)?;
            let trunk = build::trunk(toolbox, "build --locked --dist")?;
            let _inside = toolbox.enter("examples/yew-app");
            Ok(trunk.arg(root().join("target/example-yew-app")).run()?)
        },
    ),
    in_browser(
        "npm",
        "the npm package, installed in fresh projects",
        &[CHROMIUM],
        |toolbox| {
            package::ensure_release(toolbox)?;
            package::write(toolbox)?;
            toolbox.run("cargo build --locked --features cli")?;
            npm::ensure(npm::PACKAGE_TESTS, toolbox)?;
            let _inside = toolbox.enter(npm::PACKAGE_TESTS);
            Ok(in_tests(toolbox, "npm test --silent")?.run()?)
        },
    ),
    in_browser(
        "playwright",
        "the page in Chromium",
        &[CHROMIUM],
        |toolbox| {
            let _inside = toolbox.enter(npm::TESTS);
            Ok(in_tests(toolbox, "npx --no-install playwright test")?.run()?)
        },
    ),
    in_browser(
        "webdriver-firefox",
        "the page in Firefox",
        &[FIREFOX],
        |toolbox| webdriver(toolbox, "firefox"),
    ),
    in_browser(
        "webdriver-webkit",
        "the page in WebKitGTK",
        &[WEBKIT_DRIVER, XVFB_RUN],
        |toolbox| webdriver(toolbox, "webkitgtk"),
    ),
];

/// Runs tests in the browser that the command names with its driver.
fn test_wasm(toolbox: &Toolbox, command: Cmd) -> Result<()> {
    // Examples in the documentation are left to the native tests: they may use what browsers lack.
    let mut command = command.args([".", "--locked", "--lib", "--test", "*"]);
    if debian::is_root(toolbox) {
        // Browsers refuse to start their sandbox as root.
        let settings = root().join("tests/webdriver-root.json");
        command = command.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", settings);
    }
    if env::var_os("WASM_BINDGEN_TEST_TIMEOUT").is_none() {
        // Seconds; twenty are not enough for a busy machine.
        command = command.env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    }
    // Now and then a browser starts and does nothing; what fails twice has failed.
    if command.run().is_ok() {
        return Ok(());
    }
    println!("once more, in a fresh browser:");
    Ok(command.run()?)
}

fn webdriver(toolbox: &Toolbox, browser: &str) -> Result<()> {
    let _inside = toolbox.enter(npm::TESTS);
    let npm = in_tests(toolbox, "npm run --silent webdriver")?;
    Ok(npm.env("BROWSER", browser).run()?)
}

/// A command that is told where the browsers are.
fn in_tests<'a>(toolbox: &'a Toolbox, words: &str) -> Result<Cmd<'a>> {
    let geckodriver = toolbox.find("geckodriver").ok();
    let command = toolbox.command(words)?.envs(browsers::variables(toolbox));
    Ok(command.envs(geckodriver.map(|path| ("GECKODRIVER", path))))
}
