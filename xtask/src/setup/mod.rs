//! Finding what a command needs, and installing what is missing. Nothing outside the project's folders is changed, but for
//! the Rust target and, on a CI machine, packages of the system.

pub mod browser;
pub mod cargo_tools;
pub mod node;
pub mod system;
mod tools;

pub use tools::{Bundler, bundler};

use crate::process;
use anyhow::Result;
use std::process::Command;

/// The target that the app is compiled for.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Sees to it that Rust can compile for WebAssembly.
///
/// # Errors
/// When the target is missing and cannot be added.
pub fn wasm_target() -> Result<()> {
    // A Rust that rustup does not manage has its targets or not; compiling will tell.
    let Some(installed) = process::output(Command::new("rustup").args(["target", "list", "--installed"])) else { return Ok(()) };
    if installed.lines().any(|t| t == WASM) {
        return Ok(());
    }
    process::timed("Rust for WebAssembly", "adding the target", || {
        process::run(Command::new("rustup").args(["target", "add", WASM]))
    })
}
