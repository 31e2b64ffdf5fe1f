//! Trunk, wasm-bindgen and wasm-opt in the pinned versions.

use crate::process;
use crate::project::Project;
use crate::setup::node::{self, Node};
use anyhow::{Context, Result};
use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Trunk, ready to run with the pinned tools.
pub struct Bundler {
    trunk: PathBuf,
    wasm_bindgen: PathBuf,
    path: OsString,
}

impl Bundler {
    /// A Trunk command that finds exactly the pinned tools and looks for nothing on the network.
    pub fn command(&self) -> Command {
        let mut command = Command::new(&self.trunk);
        command.env("PATH", &self.path).env("TRUNK_SKIP_VERSION_CHECK", "true").env("TRUNK_OFFLINE", "true");
        // A build that fails has said why; where Trunk was at the time helps nobody.
        command.env("RUST_LIB_BACKTRACE", "0");
        // Trunk takes `NO_COLOR=1`, which much else sets, for a fault.
        command.env_remove("NO_COLOR");
        command
    }

    /// The runner of WebAssembly tests, which comes with wasm-bindgen.
    pub fn test_runner(&self) -> Option<PathBuf> {
        self.wasm_bindgen.parent().and_then(|folder| process::in_folder(folder, "wasm-bindgen-test-runner"))
    }
}

/// Sees to it that Trunk and its tools are there.
///
/// # Errors
/// When one is missing and cannot be installed.
pub fn bundler(project: &Project) -> Result<Bundler> {
    super::wasm_target()?;
    let trunk = cargo_tool(project, "trunk", "trunk", true, 6)?;
    // Without --locked: the locked dependencies of this version do not build with this Rust.
    let wasm_bindgen = cargo_tool(project, "wasm-bindgen-cli", "wasm-bindgen", false, 4)?;
    let wasm_opt = wasm_opt(project)?;
    // wasm-opt first: its folder holds Node tools alone, while Cargo's may hold anything.
    let folders = [wasm_opt.as_deref(), Some(&*wasm_bindgen)].into_iter().flatten().filter_map(Path::parent);
    let rest = env::var_os("PATH").unwrap_or_default();
    let path = env::join_paths(folders.map(Path::to_path_buf).chain(env::split_paths(&rest)))
        .context("a folder of the tools has a name that no PATH can hold")?;
    Ok(Bundler { trunk, wasm_bindgen, path })
}

/// Finds a tool in its pinned version, in the project's folder or on the PATH, or installs it into the project's folder.
fn cargo_tool(project: &Project, package: &str, program: &str, locked: bool, minutes: u32) -> Result<PathBuf> {
    let version = project.tool_version(package)?;
    let own = project.tools().join("bin");
    let is_right = |path: &PathBuf| has_version(path, version);
    if let Some(found) = process::in_folder(&own, program).filter(is_right).or_else(|| process::on_path(program).filter(is_right)) {
        return Ok(found);
    }
    process::timed(&format!("{program} {version}"), &format!("installing (about {minutes} minutes)"), || {
        let mut install = Command::new("cargo");
        install.args(["install", package, "--version", version, "--force", "--quiet", "--root"]).arg(project.tools());
        if locked {
            install.arg("--locked");
        }
        process::run(&mut install)
    })?;
    process::in_folder(&own, program).with_context(|| format!("{program} is not where `cargo install` was to put it"))
}

/// The wasm-opt of the npm package, or none on a machine without Node.
fn wasm_opt(project: &Project) -> Result<Option<PathBuf>> {
    match node::find(project)? {
        Node::Missing(why) => {
            println!("wasm-opt: skipped, so that the program is a few percent larger. {why}");
            Ok(None)
        }
        Node::Found(node) => {
            node.packages(project)?;
            Ok(process::in_folder(&project.browser_folder().join("node_modules").join(".bin"), "wasm-opt"))
        }
    }
}

fn has_version(program: &Path, version: &str) -> bool {
    process::output(Command::new(program).arg("--version").env_remove("NO_COLOR"))
        .is_some_and(|text| text.split_whitespace().any(|word| word == version))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    /// The versions that other files have to repeat are the pinned ones.
    #[test]
    fn versions_agree() {
        let project = Project::open().expect("the project");
        let read = |name: &str| fs::read_to_string(project.root.join(name)).expect(name);
        let version = |tool: &str| project.tool_version(tool).expect(tool).to_owned();
        let bindgen = version("wasm-bindgen-cli");
        assert!(read("Cargo.toml").contains(&format!("wasm-bindgen = \"={bindgen}\"")), "Cargo.toml and wasm-bindgen {bindgen}");
        assert!(read("Trunk.toml").contains(&format!("wasm_bindgen = \"{bindgen}\"")), "Trunk.toml and wasm-bindgen {bindgen}");
        let trunk = version("trunk");
        assert!(read("Trunk.toml").contains(&format!("trunk-version = \"{trunk}\"")), "Trunk.toml and trunk {trunk}");
        let binaryen = version("binaryen");
        let package = read("tests/browser/package.json");
        assert!(package.contains(&format!("\"binaryen\": \"{binaryen}\"")), "package.json and binaryen {binaryen}");
        assert!(package.contains(&format!("\"node\": \">={}\"", version("node"))), "package.json and Node");
    }
}
