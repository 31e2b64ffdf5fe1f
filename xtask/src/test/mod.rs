//! `cargo xtask test`: every check there is, one after the other. A failing one does not keep the rest from running. Then a
//! table, and last the sum of all tests.

mod browsers;
mod lint;
mod native;
mod report;
mod wasm;

use crate::args::Args;
use crate::build;
use crate::project::Project;
use crate::setup;
use crate::setup::cargo_tools::{self, Tool};
use crate::setup::system;
use anyhow::{Context, Result};
use report::{Report, Step};
use std::path::PathBuf;
use std::process::ExitCode;

/// The parts that `--only` names.
const PARTS: [&str; 5] = ["fmt", "clippy", "native", "wasm", "browser"];
/// The browsers that `--browser` names.
const BROWSERS: [&str; 3] = ["chromium", "firefox", "webkit"];

/// Runs the checks. The exit code tells whether all of them passed.
///
/// # Errors
/// When the options are not understood or the project cannot be read.
pub fn run(args: &mut Args) -> Result<ExitCode> {
    let only = args.choice("only", &PARTS)?;
    let browser = args.choice("browser", &BROWSERS)?;
    args.finish()?;
    let project = Project::open()?;
    let mut report = Report::default();
    // A browser asked for by name means the browser tests.
    let wants = |part: &str| only.map_or(browser.is_none() || part == "browser", |o| o == part);

    if wants("fmt") {
        report.add("formatting", || lint::formatting(&project));
    }
    if wants("clippy") {
        report.add("clippy, native", || lint::native(&project));
        report.add("clippy, wasm", || lint::wasm(&project));
        report.add("dependencies", || lint::dependencies(&project));
        report.add("advisories", || lint::advisories(&project));
    }
    if wants("native") {
        report.add("native tests", || native::run(&project));
    }
    if wants("wasm") {
        report.add("wasm tests", || wasm::run(&project));
    }
    if wants("browser") {
        browser_steps(&project, &mut report, browser);
    }
    Ok(report.close())
}

/// A tool of the checks. A CI machine gets it where it is missing; on a person's machine the step is skipped then, and the closing
/// summary has the command that ends that.
fn tool(project: &Project, tool: &Tool) -> Result<Result<PathBuf, Step>> {
    Ok(match tool.find(project)? {
        Some(found) => Ok(found),
        None if system::is_ci() => {
            let [found] = cargo_tools::require(project, [tool])?;
            Ok(found)
        }
        None => Err(Step::skipped(format!("{} is not installed", tool.name(project)?)).until(tool.by_hand(project)?)),
    })
}

fn browser_steps(project: &Project, report: &mut Report, browser: Option<&str>) {
    let built = report.add("release build", || build::release(project).map(|_| Step::passed()));
    for name in BROWSERS.into_iter().filter(|name| browser.is_none_or(|b| b == *name)) {
        let label = if name == "chromium" { "browser suite".to_owned() } else { format!("{name} smoke test") };
        report.add_tests(&label, || {
            anyhow::ensure!(built, "there is no release build to test");
            let node = setup::node::require(project).context("the browser tests cannot run")?;
            match name {
                "chromium" => browsers::suite(project, &node),
                other => browsers::smoke(project, &node, other),
            }
        });
    }
}
