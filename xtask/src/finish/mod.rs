//! What a bundle needs after Trunk: checked pages, a service worker that knows its files, and headers for the host.
//!
//! Trunk calls this through its post_build hook, so that `trunk build` alone gives a whole bundle too.

mod development;
mod files;
mod headers;
mod html;
mod policy;
mod worker;

use anyhow::{Context, Result, ensure};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// Finishes the bundle in the folder that Trunk names.
///
/// # Errors
/// When a page breaks the policy, or a file cannot be read or written.
pub fn run() -> Result<()> {
    let staging =
        env::var_os("TRUNK_STAGING_DIR").context("`finish` is for Trunk to call: `cargo xtask build` makes a whole bundle")?;
    let is_release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    bundle(&PathBuf::from(staging), is_release)
}

fn bundle(folder: &Path, is_release: bool) -> Result<()> {
    if !is_release {
        development::prepare(folder)?;
    }
    let index = read(folder, "index.html")?;
    let faults = policy::faults(&index, folder);
    ensure!(faults.is_empty(), "index.html breaks its own content security policy:\n  {}", faults.join("\n  "));
    if is_release {
        // The headers are no part of the app, so that they may come before the list of what the service worker keeps.
        write(folder, "_headers", &headers::text(&policy::of(&index)?, &files::list(folder)?))?;
        worker::complete(folder)?;
    }
    Ok(())
}

fn read(folder: &Path, name: &str) -> Result<String> {
    fs::read_to_string(folder.join(name)).with_context(|| format!("{name} of the bundle cannot be read"))
}

fn write(folder: &Path, name: &str, text: &str) -> Result<()> {
    fs::write(folder.join(name), text).with_context(|| format!("{name} of the bundle cannot be written"))
}
