//! Browsers for the tests: one that is installed, or one that can be.

use crate::process;
use crate::project::Project;
use crate::setup::node::NodeTools;
use crate::setup::system;
use anyhow::{Result, bail};
use std::env;
use std::path::PathBuf;

const NAMES: [&str; 7] =
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "microsoft-edge-stable"];
const PLACES: [&str; 7] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/// Finds a Chromium, or installs one.
///
/// # Errors
/// When there is none and none can be installed; the message says what to do.
pub fn chromium(project: &Project, node: &NodeTools) -> Result<PathBuf> {
    if let Some(asked) = env::var_os("CHROME").map(PathBuf::from) {
        if asked.is_file() {
            return Ok(asked);
        }
        bail!("CHROME is set to {}, which is not there: set it to a Chromium, Chrome or Edge, or unset it", asked.display());
    }
    if let Some(found) = installed().or_else(|| of_playwright(project, node)) {
        return Ok(found);
    }
    // Each way may be out of reach; whether it worked is seen by looking again.
    let _ = process::timed("Chromium for the tests", "npx playwright install chromium (about 2 minutes)", || {
        process::run(node.script(project, "node_modules/@playwright/test/cli.js").args(["install", "chromium"]))
    })
    .inspect_err(|error| println!("{error:#}"));
    if let Some(found) = of_playwright(project, node) {
        return Ok(found);
    }
    if system::has_apt() {
        system::install(&["chromium"])?;
    }
    match installed() {
        Some(found) => Ok(found),
        None => bail!("Chromium is needed: install Chromium, Chrome or Edge, or set CHROME to one, then run this again"),
    }
}

fn installed() -> Option<PathBuf> {
    NAMES.iter().find_map(|name| process::on_path(name)).or_else(|| PLACES.iter().map(PathBuf::from).find(|p| p.is_file()))
}

/// The browser that Playwright keeps for its own version, if it was installed.
fn of_playwright(project: &Project, node: &NodeTools) -> Option<PathBuf> {
    let ask = "process.stdout.write(require('@playwright/test').chromium.executablePath())";
    let path = process::output(node.script(project, "--eval").arg(ask))?;
    Some(PathBuf::from(path)).filter(|p| p.is_file())
}
