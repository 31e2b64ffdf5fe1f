//! Node and the packages of the browser tests.

use crate::process;
use crate::project::Project;
use anyhow::{Result, bail};
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// What was found.
pub enum Node {
    /// A Node that is new enough.
    Found(NodeTools),
    /// None, or one that is too old: what to do about it, in one line.
    Missing(String),
}

/// A Node that is new enough.
pub struct NodeTools {
    program: PathBuf,
}

/// Looks for Node on the PATH.
///
/// # Errors
/// When the manifest does not say which version is needed.
pub fn find(project: &Project) -> Result<Node> {
    let least = project.tool_version("node")?;
    let program = process::on_path("node");
    let version = program.as_ref().and_then(|p| process::output(Command::new(p).arg("--version")));
    let major = |text: &str| text.trim_start_matches('v').split('.').next().and_then(|n| n.parse::<u32>().ok());
    Ok(match (program, version.as_deref().and_then(major), major(least)) {
        (Some(program), Some(found), Some(needed)) if found >= needed => Node::Found(NodeTools { program }),
        _ => Node::Missing(format!(
            "Node {least} or newer is needed{}: install it from nodejs.org or your package manager, then run this again",
            version.map(|v| format!(" (found {v})")).unwrap_or_default()
        )),
    })
}

/// Node with the packages of the browser tests, for commands that cannot do without.
///
/// # Errors
/// When Node is missing or the packages cannot be installed.
pub fn require(project: &Project) -> Result<NodeTools> {
    match find(project)? {
        Node::Missing(mend) => bail!(mend),
        Node::Found(node) => {
            node.packages(project)?;
            Ok(node)
        }
    }
}

impl NodeTools {
    /// A command that runs a script of the browser tests, named from their folder.
    pub fn script(&self, project: &Project, script: &str) -> Command {
        let mut command = Command::new(&self.program);
        command.arg(script).current_dir(project.browser_folder());
        command
    }

    /// Installs the packages when the lock is another one than the last time.
    ///
    /// # Errors
    /// When npm does not succeed.
    pub fn packages(&self, project: &Project) -> Result<()> {
        let folder = project.browser_folder();
        let stamp = folder.join("node_modules").join(".installed-lock");
        let lock = fs::read(folder.join("package-lock.json"))?;
        if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
            return Ok(());
        }
        process::timed("packages of the browser tests", "npm ci (about 1 minute)", || {
            let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
            let mut install = Command::new(npm);
            install.args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]).current_dir(&folder);
            process::watched("packages of the browser tests", &mut install)?;
            Ok(fs::write(&stamp, &lock)?)
        })
    }
}
