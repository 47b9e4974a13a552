//! `cargo xtask setup`: everything that building and testing need, group by group.
//!
//! The other commands begin with the groups they need, so that none has to be run by hand first.
//! Where everything is in place, that takes about a second.

pub(crate) mod browsers;
pub(crate) mod cache;
pub(crate) mod debian;
pub(crate) mod install;
pub(crate) mod node;
pub(crate) mod toolbox;
pub(crate) mod toolchain;
pub(crate) mod tools;

use crate::step::Progress;
use anyhow::Result;
use browsers::Browsers;
use toolbox::{Group, Toolbox};

/// How many steps it takes up to this group's end.
fn steps(wanted: Group) -> usize {
    match wanted {
        Group::Toolchain => 1,
        Group::Build => 6,
        Group::Test => 10,
    }
}

/// The command itself: all groups.
pub(crate) fn all() -> Result<()> {
    prepare(&mut Toolbox::new()?, Group::Test)
}

/// A toolbox with all groups up to the wanted one.
pub(crate) fn toolbox(wanted: Group) -> Result<Toolbox> {
    let mut toolbox = Toolbox::new()?;
    prepare(&mut toolbox, wanted)?;
    Ok(toolbox)
}

/// A toolbox with what bundling takes, for those whom Trunk started. It is on the search path
/// already where this program started Trunk.
pub(crate) fn bundling() -> Result<Toolbox> {
    let mut toolbox = Toolbox::new()?;
    let mut progress = Progress::new(3);
    for tool in [&tools::WASM_OPT, &tools::ESBUILD, &tools::TERSER] {
        install::npm_tool(tool, &mut toolbox, &mut progress).inspect_err(|_| println!("failed"))?;
    }
    Ok(toolbox)
}

/// Fills the toolbox up to the wanted group. After an error `toolbox.ready` tells how far it got.
pub(crate) fn prepare(toolbox: &mut Toolbox, wanted: Group) -> Result<()> {
    fill(toolbox, wanted).inspect_err(|_| println!("failed"))
}

fn fill(toolbox: &mut Toolbox, wanted: Group) -> Result<()> {
    let mut progress = Progress::new(steps(wanted));
    progress.begin(&toolchain::title()?);
    progress.say(toolchain::ensure(toolbox)?);
    toolbox.ready = Some(Group::Toolchain);

    if wanted >= Group::Build {
        let wasm_bindgen = tools::wasm_bindgen(toolbox.wasm_bindgen.clone());
        install::cargo_tool(&wasm_bindgen, toolbox, &mut progress)?;
        install::cargo_tool(&tools::TRUNK, toolbox, &mut progress)?;
        install::npm_tool(&tools::WASM_OPT, toolbox, &mut progress)?;
        install::npm_tool(&tools::ESBUILD, toolbox, &mut progress)?;
        install::npm_tool(&tools::TERSER, toolbox, &mut progress)?;
        toolbox.ready = Some(Group::Build);
    }
    if wanted >= Group::Test {
        install::cargo_tool(&tools::WASM_PACK, toolbox, &mut progress)?;
        install::cargo_tool(&tools::GECKODRIVER, toolbox, &mut progress)?;
        browsers(toolbox, &mut progress)?;
        progress.begin("npm packages of tests/e2e");
        progress.say(node::ensure_packages(toolbox)?);
        toolbox.ready = Some(Group::Test);
    }
    install::clean_up()
}

/// Installs the browsers or, where that cannot be done, tells which are missing.
fn browsers(toolbox: &Toolbox, progress: &mut Progress) -> Result<()> {
    use browsers::{CHROMEDRIVER, CHROMIUM, FIREFOX, JAVA, WEBKIT_DRIVER, XVFB_RUN};

    progress.begin("browsers");
    if let Some(outcome) = debian::ensure_packages(toolbox)? {
        progress.say(outcome);
        return Ok(());
    }
    let browsers = Browsers::find(toolbox);
    progress.say("only looked for: packages are installed for root with apt-get alone");
    let needs = [
        ("tests in Chromium", &[CHROMIUM, CHROMEDRIVER][..]),
        ("tests in Firefox", &[FIREFOX][..]),
        ("tests in WebKitGTK", &[WEBKIT_DRIVER, XVFB_RUN][..]),
        ("tests with the W3C's checker", &[JAVA][..]),
    ];
    for (tests, programs) in needs {
        if let Some(lack) = browsers.lack(programs) {
            progress.say(&format!("    {tests} will be skipped: {lack}"));
        }
    }
    Ok(())
}
