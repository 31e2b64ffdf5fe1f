//! Running other programs, and saying how long things took.

use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// Runs a command with its output shown.
///
/// # Errors
/// When it does not start or does not succeed.
pub fn run(command: &mut Command) -> Result<()> {
    let name = line(command);
    let status = command.status().with_context(|| format!("`{name}` did not start"))?;
    if !status.success() {
        bail!("`{name}` failed ({status})");
    }
    Ok(())
}

/// Runs a command and hands each line of its standard output to `each`, as it comes. Errors are shown as they come.
/// Gives whether it succeeded.
///
/// # Errors
/// When it does not start.
pub fn lines(command: &mut Command, mut each: impl FnMut(&str)) -> Result<bool> {
    let name = line(command);
    let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| format!("`{name}` did not start"))?;
    if let Some(out) = child.stdout.take() {
        for bytes in BufReader::new(out).split(b'\n') {
            each(String::from_utf8_lossy(&bytes?).trim_end_matches('\r'));
        }
    }
    Ok(child.wait()?.success())
}

/// What a command prints, if it starts and succeeds.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Says what is being done, does it, and says how long it took.
///
/// # Errors
/// Those of `work`.
pub fn timed<T>(what: &str, doing: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("{what}: {doing} …");
    let start = Instant::now();
    let value = work().with_context(|| format!("{what}: {doing} did not work"))?;
    println!("{what}: done in {:.0} s", start.elapsed().as_secs_f32().ceil());
    Ok(value)
}

/// Where a program stands on the PATH.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).find_map(|folder| in_folder(&folder, name))
}

/// Where a program stands in a folder, whatever this system calls programs.
pub fn in_folder(folder: &Path, name: &str) -> Option<PathBuf> {
    let endings: &[&str] = if cfg!(windows) { &[".exe", ".cmd"] } else { &[""] };
    endings.iter().map(|ending| folder.join(format!("{name}{ending}"))).find(|p| p.is_file())
}

fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|w| w.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}
