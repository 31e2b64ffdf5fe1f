//! `cargo xtask shots`: pictures of pages and states of the release build, into target/shots. What is pictured stands in
//! tests/browser/shots.mjs.

use crate::args::Args;
use crate::build;
use crate::process;
use crate::project::Project;
use crate::setup::{browser, node};
use anyhow::Result;

/// Builds the release and takes the pictures, all of them or those of one name.
///
/// # Errors
/// When the build or a picture fails.
pub fn run(args: &mut Args) -> Result<()> {
    let only = args.option("only")?;
    args.finish()?;
    let project = Project::open()?;
    build::release(&project)?;
    let node = node::require(&project)?;
    let chrome = browser::chromium(&project, &node)?;
    let mut command = node.script(&project, "shots.mjs");
    command.args(only).env("CHROME", chrome).env("DIST", project.dist()).env("OUT", project.target.join("shots"));
    process::timed("pictures", "light and dark, 320 and 1280 px wide", || process::run(&mut command))
}
