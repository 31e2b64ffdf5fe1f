//! Completes the service worker: it is told which files belong to the app, with their digests, and a version that changes
//! with any of them.

use super::{files, read, write};
use anyhow::{Result, ensure};
use serde_json::json;
use std::fs;
use std::path::Path;

/// Stands in `public/sw.js` where the version goes, as a string of its own.
const VERSION: &str = "'__VERSION__'";
/// Stands in `public/sw.js` where the list of `[address, SHA-256 as base64url]` goes.
const FILES: &str = "['__PRECACHE__']";

/// Completes `sw.js` of a release. Does nothing where there is none.
///
/// # Errors
/// When a placeholder does not stand there exactly once, or a file cannot be read or written.
pub fn complete(folder: &Path) -> Result<()> {
    if !folder.join("sw.js").exists() {
        println!("service worker: public/sw.js is not there, so the app will not work offline");
        return Ok(());
    }
    let mut list = Vec::new();
    for name in files::list(folder)?.into_iter().filter(|name| is_kept(name)) {
        let digest = files::digest(&fs::read(folder.join(&name))?);
        list.push(json!([name, digest]));
    }
    write(folder, "sw.js", &fill(&read(folder, "sw.js")?, &list)?)
}

/// Whether the service worker keeps a file: everything that the app may ask for.
fn is_kept(name: &str) -> bool {
    name != "sw.js" && name != "_headers" && !name.ends_with(".map")
}

fn fill(source: &str, list: &[serde_json::Value]) -> Result<String> {
    for placeholder in [VERSION, FILES] {
        let count = source.matches(placeholder).count();
        ensure!(count == 1, "public/sw.js must have {placeholder} exactly once, and has it {count} times");
    }
    let list = json!(list).to_string();
    // The version covers the worker's own text too: an altered worker starts with a store of its own.
    let version = json!(&files::digest(format!("{source}{list}").as_bytes())[..16]).to_string();
    let filled = source.replace(VERSION, &version).replace(FILES, &list);
    ensure!(!filled.contains("'__"), "public/sw.js has a placeholder that nobody fills");
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "const VERSION = '__VERSION__';\nconst FILES = ['__PRECACHE__'];\n";

    #[test]
    fn both_placeholders_are_filled() {
        let filled = fill(SOURCE, &[json!(["a.css", "digest"])]).expect("filled");
        assert!(filled.contains("const FILES = [[\"a.css\",\"digest\"]];"), "{filled}");
        assert!(!filled.contains("__"), "{filled}");
    }

    #[test]
    fn the_version_follows_files_and_source() {
        let one = fill(SOURCE, &[json!(["a", "1"])]).expect("filled");
        let other = fill(SOURCE, &[json!(["a", "2"])]).expect("filled");
        assert_ne!(one.lines().next(), other.lines().next());
        let edited = fill(&format!("// x\n{SOURCE}"), &[json!(["a", "1"])]).expect("filled");
        assert_ne!(one.lines().next(), edited.lines().nth(1));
    }

    #[test]
    fn a_missing_or_doubled_placeholder_fails() {
        for source in [SOURCE.replace("__VERSION__", "1"), SOURCE.replace("'__PRECACHE__'", ""), SOURCE.repeat(2)] {
            assert!(fill(&source, &[]).is_err(), "{source}");
        }
    }
}
