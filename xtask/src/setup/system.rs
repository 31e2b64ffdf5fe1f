//! Packages of the operating system: installed on a CI machine alone. On a person's machine that is theirs to decide.

use crate::process;
use anyhow::{Result, bail};
use std::env;
use std::process::Command;
use std::sync::Once;

/// Whether this is a CI machine: nobody's own, and expected to run every check there is.
pub fn is_ci() -> bool {
    env::var("CI").is_ok_and(|ci| ci == "true" || ci == "1")
}

/// Whether packages can be installed: with Debian's apt-get, as root.
pub fn has_apt() -> bool {
    process::on_path("apt-get").is_some() && process::output(Command::new("id").arg("-u")).as_deref() == Some("0")
}

/// Installs Debian packages.
///
/// # Errors
/// When this is no system to install them on, or apt-get does not succeed.
pub fn install(packages: &[&str]) -> Result<()> {
    static UPDATED: Once = Once::new();
    let names = packages.join(", ");
    if !has_apt() {
        bail!("{names} cannot be installed here: that takes apt-get and root");
    }
    process::timed(&names, "apt-get install", || {
        // The lists of a fresh machine are empty or old. Where one of its sources is out of reach, the others may do.
        UPDATED.call_once(|| {
            let _ = process::watched("apt-get update", apt().arg("update")).inspect_err(|error| println!("{error:#}"));
        });
        process::watched(&names, apt().args(["install", "-y", "--no-install-recommends"]).args(packages))
    })
}

/// The command that a person can type to have them.
pub fn by_hand(packages: &[&str]) -> String {
    format!("sudo apt-get install {}", packages.join(" "))
}

fn apt() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}
