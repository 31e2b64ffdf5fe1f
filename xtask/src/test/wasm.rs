//! The wasm tests: test targets whose source is under tests/wasm, compiled to WebAssembly and run in a browser.
//!
//! wasm-bindgen's runner serves each of them as a page (its NO_HEADLESS mode), and Playwright opens that page in the browser
//! that the suite uses too. So no driver has to fit the browser's version.

use super::report::{Counts, Step};
use crate::process;
use crate::project::Project;
use crate::setup::{self, browser, node};
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The names of the test targets.
pub fn targets(project: &Project) -> Vec<String> {
    project
        .test_targets()
        .into_iter()
        .filter(|(_, source)| source.components().any(|c| c.as_os_str() == "wasm"))
        .map(|(name, _)| name)
        .collect()
}

/// Compiles and runs them all.
pub fn run(project: &Project) -> Result<Step> {
    let targets = targets(project);
    if targets.is_empty() {
        return Ok(Step::skipped("there are no test targets under tests/wasm"));
    }
    let node = node::require(project)?;
    let chrome = browser::chromium(project, &node)?;
    let runner = setup::bundler(project, false)?.test_runner().context("wasm-bindgen-test-runner is not beside wasm-bindgen")?;
    let mut counts = Counts::default();
    let (programs, mut succeeded) = compile(project, &targets)?;
    for program in programs {
        let port = free_port()?;
        let mut server = Command::new(&runner)
            .arg(&program)
            .env("NO_HEADLESS", "1")
            .env("WASM_BINDGEN_TEST_ONLY_WEB", "1")
            .env("WASM_BINDGEN_TEST_ADDRESS", format!("127.0.0.1:{port}"))
            .current_dir(&project.root)
            .stdout(Stdio::null())
            .spawn()
            .context("the runner of the wasm tests did not start")?;
        let mut command = node.script(project, "wasm-tests.mjs");
        command.arg(format!("http://127.0.0.1:{port}/")).env("CHROME", &chrome);
        let ran = process::lines(&mut command, |line| {
            println!("{line}");
            counts.read_line(line);
        });
        // It serves until it is ended.
        server.kill()?;
        server.wait()?;
        succeeded &= ran?;
    }
    Ok(Step::tests(counts, succeeded))
}

/// The compiled tests, and whether compiling succeeded.
fn compile(project: &Project, targets: &[String]) -> Result<(Vec<PathBuf>, bool)> {
    let mut command = Command::new("cargo");
    command.args(["test", "--no-run", "--quiet", "--package", "career-explorer", "--target", setup::WASM]);
    command.arg("--message-format=json-render-diagnostics").current_dir(&project.root);
    for target in targets {
        command.args(["--test", target]);
    }
    let mut programs = Vec::new();
    let succeeded = process::lines(&mut command, |line| {
        let message: Value = serde_json::from_str(line).unwrap_or_default();
        if message["profile"]["test"] == true
            && let Some(program) = message["executable"].as_str()
        {
            programs.push(Path::new(program).to_path_buf());
        }
    })?;
    Ok((programs, succeeded))
}

/// A port that was free a moment ago.
fn free_port() -> Result<u16> {
    match TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()) {
        Ok(address) => Ok(address.port()),
        Err(error) => bail!("no free port for the wasm tests: {error}"),
    }
}
