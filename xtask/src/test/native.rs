//! The native tests: unit tests, the suites in tests/, and the examples in the documentation.

use super::report::{Counts, Step};
use crate::process;
use crate::project::Project;
use anyhow::Result;
use std::process::Command;

/// Runs them all.
pub fn run(project: &Project) -> Result<Step> {
    let mut counts = Counts::default();
    let mut command = Command::new("cargo");
    command.args(["test", "--quiet", "--workspace", "--no-fail-fast"]).current_dir(&project.root);
    let succeeded = process::lines(&mut command, |line| {
        println!("{line}");
        counts.read_line(line);
    })?;
    Ok(Step::tests(counts, succeeded))
}
