//! Building with Trunk: for development, and for release.

use crate::args::Args;
use crate::process;
use crate::project::Project;
use crate::setup::{self, Bundler};
use anyhow::{Context, Result};
use std::fs;
use std::path::PathBuf;

/// Builds for development, serves, and builds again on each change.
///
/// # Errors
/// When the options are not understood, a tool is missing, or the server ends.
pub fn serve(args: &mut Args) -> Result<()> {
    let port = args.option("port")?.map(|p| p.parse::<u16>().context("--port is a number from 1 to 65535")).transpose()?;
    args.finish()?;
    let project = Project::open()?;
    let bundler = setup::bundler(&project, false)?;
    let port = port.unwrap_or(8080).to_string();
    println!(
        "Career Explorer: http://127.0.0.1:{port}/ once the first build is done (a minute or two); rebuilt on each change, Ctrl-C ends it"
    );
    // A folder of its own, so that a release in dist/ is never replaced by a development build.
    let dist = project.target.join("serve");
    let mut command = bundler.command();
    command.args(["serve", "--address", "127.0.0.1", "--port", &port, "--dist"]).arg(dist).current_dir(&project.root);
    process::run(&mut command)
}

/// Where Cargo looks for flags for the program alone: `RUSTFLAGS` would reach the xtask that Trunk calls, too.
const FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// Builds the release into `dist/`, and gives the tools that it was built with.
///
/// # Errors
/// When a tool is missing or the build fails.
pub fn release(project: &Project) -> Result<Bundler> {
    let bundler = setup::bundler(project, true)?;
    process::timed("dist", "release build (2 to 4 minutes the first time)", || {
        let mut command = bundler.command();
        command.args(["build", "--release", "--features", "split", "--dist"]).arg(project.dist()).current_dir(&project.root);
        // The splitter follows the relocations and knows functions by their names.
        command.env(FLAGS, "-Clink-args=--emit-relocs").env("CARGO_PROFILE_RELEASE_STRIP", "none");
        let page = StandIn::write(project)?;
        command.args(["--html-output", "index.html"]).arg(&page.0);
        process::run(&mut command)
    })?;
    println!("Career Explorer is in dist/: copy that folder to any static host");
    Ok(bundler)
}

/// A copy of index.html that asks for no wasm-opt, since the parts of the program are shrunk once it is split, and Trunk knows no
/// other way to do without it. Removed when dropped.
struct StandIn(PathBuf);

impl StandIn {
    fn write(project: &Project) -> Result<Self> {
        let page = fs::read_to_string(project.root.join("index.html")).context("index.html cannot be read")?;
        let path = project.root.join(".index-without-wasm-opt.html");
        fs::write(&path, page.replace("data-wasm-opt=\"z\"", "data-wasm-opt=\"0\""))?;
        Ok(Self(path))
    }
}

impl Drop for StandIn {
    fn drop(&mut self) {
        // Nothing depends on it being gone; a leftover is overwritten by the next build.
        let _ = fs::remove_file(&self.0);
    }
}
