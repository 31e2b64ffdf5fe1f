//! Running other programs, and saying how long things took.

use anyhow::{Context, Result, bail};
use std::collections::VecDeque;
use std::io::{BufRead, BufReader, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

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

/// How often a line says how far a command is, in seconds: where it is written in place, and where each is a line of its own.
const IN_PLACE: u64 = 1;
const LINE_BY_LINE: u64 = 15;
/// How many lines of what a command printed are shown when it fails.
const LAST_LINES: usize = 40;

/// Runs a command that takes a while, and keeps saying how far it is: the seconds and, where it is Cargo, the crates. What it
/// prints is shown if it fails.
///
/// # Errors
/// When it does not start or does not succeed.
pub fn watched(what: &str, command: &mut Command) -> Result<()> {
    let name = line(command);
    // Cargo shows its progress on a terminal alone, unless it is told to, and then has to be told how wide.
    command.env("CARGO_TERM_PROGRESS_WHEN", "always").env("CARGO_TERM_PROGRESS_WIDTH", "100").env("CARGO_TERM_COLOR", "never");
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().with_context(|| format!("`{name}` did not start"))?;
    let said = Arc::new(Mutex::new(Said::default()));
    let readers = [child.stdout.take().map(|out| read(out, &said)), child.stderr.take().map(|out| read(out, &said))];
    let in_place = std::io::stdout().is_terminal();
    let (start, mut next) = (Instant::now(), Duration::ZERO);
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        let now = start.elapsed();
        if now >= next {
            let progress = said.lock().map_or(None, |said| said.progress);
            let text = progress_line(what, progress, now.as_secs());
            let (before, after, pause) = if in_place { ("\r", "\x1b[K", IN_PLACE) } else { ("", "\n", LINE_BY_LINE) };
            print!("{before}{text}{after}");
            let _ = std::io::stdout().flush();
            next = now + Duration::from_secs(pause);
        }
        std::thread::sleep(Duration::from_millis(100));
    };
    if in_place {
        print!("\r\x1b[K");
    }
    for reader in readers.into_iter().flatten() {
        // A reader that failed leaves fewer lines to show.
        let _ = reader.join();
    }
    if !status.success() {
        let lines = said.lock().map(|said| said.lines.iter().cloned().collect::<Vec<_>>().join("\n")).unwrap_or_default();
        bail!("`{name}` failed ({status}):\n{lines}");
    }
    Ok(())
}

/// What a command has said so far.
#[derive(Default)]
struct Said {
    progress: Option<(u32, u32)>,
    lines: VecDeque<String>,
}

fn read(mut out: impl Read + Send + 'static, said: &Arc<Mutex<Said>>) -> JoinHandle<()> {
    let said = Arc::clone(said);
    std::thread::spawn(move || {
        let (mut chunk, mut pending) = ([0; 4096], Vec::new());
        while let Ok(length) = out.read(&mut chunk) {
            pending.extend_from_slice(&chunk[..length]);
            // Progress is written over itself, so that it ends in a return.
            while let Some(end) = pending
                .iter()
                .position(|b| matches!(b, b'\r' | b'\n'))
                .or((length == 0 && !pending.is_empty()).then_some(pending.len()))
            {
                let piece: Vec<u8> = pending.drain(..(end + 1).min(pending.len())).collect();
                let text = String::from_utf8_lossy(&piece);
                if let Ok(mut said) = said.lock() {
                    said.hear(text.trim_end());
                }
            }
            if length == 0 {
                break;
            }
        }
    })
}

impl Said {
    fn hear(&mut self, text: &str) {
        if let Some(progress) = cargo_progress(text) {
            self.progress = Some(progress);
        } else if !text.trim().is_empty() {
            self.lines.push_back(text.to_owned());
            if self.lines.len() > LAST_LINES {
                self.lines.pop_front();
            }
        }
    }
}

/// How many of how many crates Cargo has compiled, from `    Building [===>   ] 45/223: syn, quote`.
fn cargo_progress(text: &str) -> Option<(u32, u32)> {
    let (_, rest) = text.trim_start().strip_prefix("Building [")?.split_once("] ")?;
    let (done, rest) = rest.split_once('/')?;
    let all: String = rest.chars().take_while(char::is_ascii_digit).collect();
    Some((done.parse().ok()?, all.parse().ok()?))
}

fn progress_line(what: &str, progress: Option<(u32, u32)>, seconds: u64) -> String {
    match progress {
        Some((done, all)) => format!("{what}: {done} of {all} crates compiled, {seconds} s"),
        None => format!("{what}: {seconds} s"),
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_progress_of_cargo_is_read() {
        assert_eq!(cargo_progress("    Building [=====>      ] 245/489: tokio, getrandom"), Some((245, 489)));
        assert_eq!(cargo_progress("    Building [===========> ] 488/489"), Some((488, 489)));
        for other in ["   Compiling syn v2.0.1", "    Building", "Building [ ] x/9: y", ""] {
            assert_eq!(cargo_progress(other), None, "{other}");
        }
        assert_eq!(progress_line("trunk 1", Some((2, 9)), 61), "trunk 1: 2 of 9 crates compiled, 61 s");
        assert_eq!(progress_line("npm", None, 3), "npm: 3 s");
    }

    #[test]
    fn a_command_that_fails_is_told_with_what_it_said() {
        let error = watched("it", Command::new("cargo").arg("no-such-command")).expect_err("it fails");
        assert!(format!("{error:#}").contains("no-such-command"), "{error:#}");
        watched("it", Command::new("cargo").arg("--version")).expect("it succeeds");
    }
}
