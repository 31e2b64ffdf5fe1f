//! Scripts and styles without what only people read, by esbuild, which comes with the packages of the browser tests. On a machine without
//! Node they stay as they are.

use crate::process;
use anyhow::{Context, Result, bail};
use std::io::Write;
use std::process::{Command, Stdio};

/// A script that runs in a page.
///
/// # Errors
/// When esbuild finds a fault in it.
pub fn script(text: &str) -> Result<String> {
    esbuild(text, &["--loader=js"])
}

/// A module, without the functions that nothing calls.
///
/// # Errors
/// When esbuild finds a fault in it.
pub fn module(text: &str) -> Result<String> {
    esbuild(text, &["--loader=js", "--format=esm", "--tree-shaking=true"])
}

/// A stylesheet.
///
/// # Errors
/// When esbuild finds a fault in it.
pub fn style(text: &str) -> Result<String> {
    esbuild(text, &["--loader=css"])
}

fn esbuild(text: &str, options: &[&str]) -> Result<String> {
    let Some(program) = process::on_path("esbuild") else { return Ok(text.to_owned()) };
    let mut command = Command::new(program);
    command.args(options).args(["--minify", "--charset=utf8", "--log-level=warning"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().context("esbuild did not start")?;
    // Read whole before it writes, so that neither waits for the other.
    child.stdin.take().context("esbuild takes no text")?.write_all(text.as_bytes())?;
    let output = child.wait_with_output()?;
    if !output.status.success() {
        bail!("esbuild failed ({})", output.status);
    }
    Ok(String::from_utf8(output.stdout)?.trim_end().to_owned())
}
