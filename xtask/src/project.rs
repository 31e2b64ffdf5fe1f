//! Where the project's files are, and what its manifest says about tools and tests.

use crate::process;
use anyhow::{Context, Result};
use serde_json::Value;
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The project, as Cargo describes it.
pub struct Project {
    /// The folder with the root `Cargo.toml`.
    pub root: PathBuf,
    /// Cargo's target folder.
    pub target: PathBuf,
    metadata: Value,
}

impl Project {
    /// Asks Cargo.
    ///
    /// # Errors
    /// When Cargo cannot read the manifests.
    pub fn open() -> Result<Self> {
        let root = root();
        let text = process::output(Command::new("cargo").args(["metadata", "--no-deps", "--format-version=1"]).current_dir(&root))
            .context("`cargo metadata` failed: is the root Cargo.toml sound?")?;
        let metadata: Value = serde_json::from_str(&text).context("`cargo metadata` gave no JSON")?;
        let target = metadata["target_directory"].as_str().map_or_else(|| root.join("target"), PathBuf::from);
        Ok(Self { root, target, metadata })
    }

    /// The version of a tool, from `[workspace.metadata.tools]`.
    ///
    /// # Errors
    /// When the table does not name it.
    pub fn tool_version(&self, name: &str) -> Result<&str> {
        let version = self.metadata["metadata"]["tools"][name].as_str();
        version.with_context(|| format!("[workspace.metadata.tools] in Cargo.toml does not name {name}"))
    }

    /// The integration test targets of all packages: name and source.
    pub fn test_targets(&self) -> Vec<(String, PathBuf)> {
        let packages = self.metadata["packages"].as_array().into_iter().flatten();
        let targets = packages.flat_map(|package| package["targets"].as_array().into_iter().flatten());
        let tests = targets.filter(|target| target["kind"].as_array().is_some_and(|kinds| kinds.iter().any(|k| k == "test")));
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        tests.map(|target| (text(&target["name"]), PathBuf::from(text(&target["src_path"])))).collect()
    }

    /// The folder of the browser tests, with their package.json.
    pub fn browser_folder(&self) -> PathBuf {
        self.root.join("tests").join("browser")
    }

    /// The folder that a release build goes to.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The folder for tools that are installed for this project alone.
    pub fn tools(&self) -> PathBuf {
        self.target.join("tools")
    }
}

/// The folder with the root `Cargo.toml`: asked of the running Cargo first, since a checkout can move after it was built.
fn root() -> PathBuf {
    let own = env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    own.parent().map_or_else(|| own.clone(), Path::to_path_buf)
}
