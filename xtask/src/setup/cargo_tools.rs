//! Tools that Cargo builds into the project's folder, each in the version that the root `Cargo.toml` pins.

use crate::process;
use crate::project::Project;
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A tool that `cargo install` can make.
pub struct Tool {
    /// Its package.
    pub package: &'static str,
    /// The program of the package that is called.
    pub program: &'static str,
    /// How it is made.
    options: &'static [&'static str],
}

/// Trunk. It compiles faster without its look-up of updates and TLS, for which `serve` on this machine has no use.
pub const TRUNK: Tool = Tool { package: "trunk", program: "trunk", options: &["--locked", "--no-default-features"] };

/// wasm-bindgen, with the runner of its tests. Without `--locked`: the locked dependencies of this version do not build with this Rust.
pub const WASM_BINDGEN: Tool = Tool {
    package: "wasm-bindgen-cli",
    program: "wasm-bindgen",
    options: &["--bin", "wasm-bindgen", "--bin", "wasm-bindgen-test-runner"],
};

/// cargo-deny, which judges the dependencies.
pub const DENY: Tool = Tool { package: "cargo-deny", program: "cargo-deny", options: &["--locked"] };

/// The driver of Firefox.
pub const GECKODRIVER: Tool = Tool { package: "geckodriver", program: "geckodriver", options: &["--locked"] };

/// All of them, for the test that the manifest pins each.
#[cfg(test)]
const ALL: [Tool; 4] = [TRUNK, WASM_BINDGEN, DENY, GECKODRIVER];

/// What makes compiling them quick: a tool that runs for seconds need not be optimised, when that takes longer than all its work.
const QUICK: [(&str, &str); 6] = [
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "0"),
    ("CARGO_PROFILE_RELEASE_STRIP", "none"),
    ("CARGO_INCREMENTAL", "0"),
];

impl Tool {
    /// Where its pinned version is: in the project's folder or on the PATH.
    ///
    /// # Errors
    /// When the manifest does not pin it.
    pub fn find(&self, project: &Project) -> Result<Option<PathBuf>> {
        let version = project.tool_version(self.package)?;
        let is_right = |path: &PathBuf| has_version(path, version);
        let own = process::in_folder(&folder(project), self.program).filter(is_right);
        Ok(own.or_else(|| process::on_path(self.program).filter(is_right)))
    }

    /// Its name and pinned version.
    ///
    /// # Errors
    /// When the manifest does not pin it.
    pub fn name(&self, project: &Project) -> Result<String> {
        Ok(format!("{} {}", self.program, project.tool_version(self.package)?))
    }

    /// The command that a person can type to have it.
    ///
    /// # Errors
    /// When the manifest does not pin it.
    pub fn by_hand(&self, project: &Project) -> Result<String> {
        let options = self.options.join(" ");
        Ok(format!(
            "cargo install {} --version {} {options} --root target/tools",
            self.package,
            project.tool_version(self.package)?
        ))
    }
}

/// Gives where tools are, and first installs the ones that are missing, with a line that says how far it is.
///
/// # Errors
/// When one cannot be installed.
pub fn require<const N: usize>(project: &Project, tools: [&Tool; N]) -> Result<[PathBuf; N]> {
    // Where they are compiled. The tools have many dependencies in common, and what was cut off goes on where it was.
    let work = project.tools().join("build");
    for tool in tools {
        if tool.find(project)?.is_some() {
            continue;
        }
        let name = tool.name(project)?;
        process::timed(&name, "compiling it for this project", || {
            let version = project.tool_version(tool.package)?;
            let mut install = Command::new("cargo");
            install.args(["install", tool.package, "--version", version, "--force"]).args(tool.options);
            install.arg("--root").arg(project.tools()).arg("--target-dir").arg(&work).envs(QUICK);
            process::watched(&name, &mut install)
        })?;
    }
    let found = tools.map(|tool| tool.find(project));
    if work.exists() {
        // Some hundred megabytes that nothing reads again; what is left of them is no fault.
        let _ = fs::remove_dir_all(&work);
    }
    let mut places = Vec::new();
    for (tool, found) in tools.iter().zip(found) {
        places.push(found?.with_context(|| format!("{} is not where `cargo install` was to put it", tool.program))?);
    }
    places.try_into().map_err(|_| anyhow::anyhow!("each tool has one place"))
}

/// Where they are.
pub fn folder(project: &Project) -> PathBuf {
    project.tools().join("bin")
}

fn has_version(program: &Path, version: &str) -> bool {
    process::output(Command::new(program).arg("--version").env_remove("NO_COLOR"))
        .is_some_and(|text| text.split_whitespace().any(|word| word == version))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_tool_is_pinned_and_can_be_had_by_hand() {
        let project = Project::open().expect("the project");
        for tool in ALL {
            let command = tool.by_hand(&project).expect(tool.package);
            assert!(command.starts_with(&format!("cargo install {} --version ", tool.package)), "{command}");
        }
    }
}
