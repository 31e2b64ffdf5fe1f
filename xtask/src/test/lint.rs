//! Checks of the source that are no tests: formatting, clippy, dependencies.

use super::report::Step;
use super::{tool, wasm};
use crate::process;
use crate::project::Project;
use crate::setup;
use crate::setup::cargo_tools::DENY;
use anyhow::{Result, ensure};
use std::process::Command;

/// `cargo fmt --check`.
pub fn formatting(project: &Project) -> Result<Step> {
    cargo(project, &["fmt", "--all", "--check"])
}

/// Clippy over everything that runs natively; each warning is an error.
pub fn native(project: &Project) -> Result<Step> {
    cargo(project, &["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"])
}

/// Clippy over the app and its browser tests, and over the app as the release has it, in two files; each warning is an error.
pub fn wasm(project: &Project) -> Result<Step> {
    setup::wasm_target()?;
    let tests = wasm::targets(project);
    let tests: Vec<&str> = tests.iter().flat_map(|test| ["--test", test]).collect();
    for more in [&tests[..], &["--features", "split"]] {
        let app = ["clippy", "--quiet", "--package", "career-explorer", "--target", setup::WASM, "--lib", "--bins"];
        cargo(project, &[&app[..], more, &["--", "-D", "warnings"]].concat())?;
    }
    Ok(Step::passed())
}

/// `cargo deny check`, but for the advisories: licences, sources, versions.
pub fn dependencies(project: &Project) -> Result<Step> {
    let deny = match tool(project, &DENY)? {
        Ok(deny) => deny,
        Err(skipped) => return Ok(skipped),
    };
    process::run(
        Command::new(deny).args(["--log-level", "error", "check", "bans", "licenses", "sources"]).current_dir(&project.root),
    )?;
    Ok(Step::passed())
}

/// `cargo deny check advisories`, which asks the network for the known ones. Skipped where it cannot get them.
pub fn advisories(project: &Project) -> Result<Step> {
    let deny = match tool(project, &DENY)? {
        Ok(deny) => deny,
        Err(skipped) => return Ok(skipped),
    };
    let output = Command::new(deny).args(["--log-level", "error", "check", "advisories"]).current_dir(&project.root).output()?;
    let text = String::from_utf8_lossy(&output.stderr);
    if text.contains("failed to fetch advisory database") {
        return Ok(Step::skipped("the advisory database cannot be fetched"));
    }
    print!("{text}");
    ensure!(output.status.success(), "`cargo deny check advisories` failed");
    Ok(Step::passed())
}

fn cargo(project: &Project, words: &[&str]) -> Result<Step> {
    process::run(Command::new("cargo").args(words).current_dir(&project.root))?;
    Ok(Step::passed())
}
