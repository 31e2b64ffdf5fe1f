//! The project's commands: `cargo xtask serve`, `build`, `test`, `bench`, `shots`, and `finish`, which Trunk calls.
//!
//! Each command sets up what it needs first and says so. What it needs, and in which version, stands in one place: the
//! `[workspace.metadata.tools]` table of the root `Cargo.toml`. Browser work is done by the scripts in `tests/browser`.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

mod args;
mod bench;
mod build;
mod finish;
mod guide_page;
mod process;
mod project;
mod setup;
mod shots;
mod test;

use anyhow::Result;
use args::Args;
use std::process::ExitCode;

const USAGE: &str = "\
Usage: cargo xtask <command>

  serve [--port N]     development build at http://127.0.0.1:8080/, rebuilt on each change
  build                release build into dist/, which runs from any path of any static host
  test [--only fmt|clippy|native|wasm|browser] [--browser chromium|firefox|webkit]
                       every check; the last line is the sum of the tests
  bench [--only size|core|browser]
                       sizes and times, each beside its budget
  shots [--only NAME]  pictures of pages and states, into target/shots/
  finish               what a bundle needs after Trunk (Trunk calls this; `build` includes it)
";

fn main() -> ExitCode {
    let mut args = Args::from_env();
    let outcome = match args.command().as_deref() {
        Some("serve") => build::serve(&mut args),
        Some("build") => args.finish().and_then(|()| build::release(&project::Project::open()?).map(|_| ())),
        Some("test") => return test::run(&mut args).unwrap_or_else(|error| exit_code(Err(error))),
        Some("bench") => bench::run(&mut args),
        Some("shots") => shots::run(&mut args),
        Some("finish") => args.finish().and_then(|()| finish::run()),
        Some("help" | "--help" | "-h") | None => {
            print!("{USAGE}");
            Ok(())
        }
        Some(other) => Err(anyhow::anyhow!("there is no command “{other}”\n\n{USAGE}")),
    };
    exit_code(outcome)
}

fn exit_code(outcome: Result<()>) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
