//! Trunk, wasm-bindgen and wasm-opt in the pinned versions.

use crate::process;
use crate::project::Project;
use crate::setup::cargo_tools::{self, TRUNK, WASM_BINDGEN};
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

/// Sees to it that Trunk and its tools are there, `with_wasm_opt` or not: a development build has no use for it, and so none for Node.
///
/// # Errors
/// When one is missing and cannot be installed.
pub fn bundler(project: &Project, with_wasm_opt: bool) -> Result<Bundler> {
    super::wasm_target()?;
    let [trunk, wasm_bindgen] = cargo_tools::require(project, [&TRUNK, &WASM_BINDGEN])?;
    let wasm_opt = if with_wasm_opt { wasm_opt(project)? } else { None };
    // wasm-opt first: its folder holds Node tools alone, while Cargo's may hold anything.
    let folders = [wasm_opt.as_deref(), Some(&*wasm_bindgen)].into_iter().flatten().filter_map(Path::parent);
    let rest = env::var_os("PATH").unwrap_or_default();
    let path = env::join_paths(folders.map(Path::to_path_buf).chain(env::split_paths(&rest)))
        .context("a folder of the tools has a name that no PATH can hold")?;
    Ok(Bundler { trunk, wasm_bindgen, path })
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
