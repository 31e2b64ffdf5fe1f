//! The script that wasm-bindgen makes, without what the program does not use, and with short names for what stands between the two.
//!
//! wasm-bindgen gives each import a name with a digest, which is in the script and in the program and compresses badly (3 KB brotli of the
//! first page). And it exports the classes of every crate that is linked: those of `wasm-streams`, which Leptos brings along, hold code in
//! the program that nothing calls (2 KB).

use super::{minify, module, read, write};
use anyhow::{Context, Result};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The name by which the program calls the script. Any name that both know will do.
const SHORT: &str = "a";
/// How the script's table of imports is set: its entries, and how each begins and ends.
const ENTRY: &str = "        __wb";
const END_OF_ENTRIES: &str = "    };";

/// Takes out of script and program what nothing uses. To be done before the program is shrunk, which then drops what only these reached.
///
/// # Errors
/// When a file cannot be read or written, or the program is damaged.
pub fn drop_unused(folder: &Path, program: &str, others: &[&str]) -> Result<()> {
    let script = without_classes(&read(folder, &format!("{program}.js"))?);
    let mut users = script.clone();
    for other in others {
        users.push_str(&read(folder, other)?);
    }
    change(folder, program, |bytes| module::with_exports(bytes, |name| mentions(&users, name).then(|| name.to_owned())))?;
    write(folder, &format!("{program}.js"), &script)
}

/// Leaves in the script what the program still imports, and what it alone takes from the program, under short names. To be done once the
/// program has been shrunk.
///
/// # Errors
/// When a file cannot be read or written, or the program is damaged.
pub fn shorten(folder: &Path, program: &str, others: &[&str]) -> Result<()> {
    let own = format!("./{program}_bg.js");
    let mut names = BTreeMap::new();
    change(folder, program, |bytes| {
        module::with_imports(bytes, |from, name| {
            if from != own {
                return (from.to_owned(), name.to_owned());
            }
            let next = short(names.len());
            (SHORT.to_owned(), names.entry(name.to_owned()).or_insert(next).clone())
        })
    })?;
    let file = format!("{program}.js");
    let script = with_entries(&read(folder, &file)?, &names).replace(&format!("\"{own}\""), &format!("\"{SHORT}\""));
    let mut script = each_module_once(&script);
    let mut users = String::new();
    for other in others {
        users.push_str(&read(folder, other)?);
    }
    let mut exports = 0;
    change(folder, program, |bytes| {
        module::with_exports(bytes, |name| {
            if mentions(&users, name) {
                return Some(name.to_owned());
            }
            let new = short(exports);
            exports += 1;
            script = with_member(&script, name, &new);
            Some(new)
        })
    })?;
    let found = names.values().filter(|name| script.contains(&format!("        {name}: "))).count();
    anyhow::ensure!(found == names.len(), "{} imports of the program are not in its script", names.len() - found);
    write(folder, &file, &minify::module(&script)?)
}

fn change(folder: &Path, program: &str, by: impl FnOnce(&[u8]) -> Option<Vec<u8>>) -> Result<()> {
    let path = folder.join(format!("{program}_bg.wasm"));
    let changed = by(&fs::read(&path)?).with_context(|| format!("{} is no WebAssembly module, or damaged", path.display()))?;
    Ok(fs::write(&path, changed)?)
}

/// The script without the classes that it exports, and without what belongs to them.
fn without_classes(script: &str) -> String {
    let is_class = |line: &str| line.strip_prefix("export class ").and_then(|l| l.split(' ').next()).map(str::to_owned);
    let classes: BTreeSet<String> = script.lines().filter_map(is_class).collect();
    let mut left = String::new();
    // Which line ends what is being left out.
    let mut end: Option<fn(&str) -> bool> = None;
    for line in script.lines() {
        if let Some(is_end) = end {
            end = end.filter(|_| !is_end(line));
        } else if is_class(line).is_some() {
            end = Some(|line| line == "}");
        } else if classes.iter().any(|class| line.starts_with(&format!("const {class}Finalization "))) {
            end = Some(|line| line.ends_with(';'));
        } else if !classes.iter().any(|class| line.starts_with(&format!("if (Symbol.dispose) {class}."))) {
            left.push_str(line);
            left.push('\n');
        }
    }
    left
}

/// The script with the entries of `names` alone in its table of imports, under their new names.
fn with_entries(script: &str, names: &BTreeMap<String, String>) -> String {
    let mut left = String::new();
    let mut is_kept = true;
    for line in script.lines() {
        if line.starts_with(ENTRY)
            && let Some((name, rest)) = line.trim_start().split_once(": ")
        {
            is_kept = names.contains_key(name);
            if let Some(short) = names.get(name) {
                left.push_str(&format!("        {short}: {rest}\n"));
            }
            continue;
        }
        is_kept |= line == END_OF_ENTRIES;
        if is_kept {
            left.push_str(line);
            left.push('\n');
        }
    }
    left
}

/// The script with another name for something that the program exports, which stands there as a member of `wasm`.
fn with_member(script: &str, name: &str, new: &str) -> String {
    let before = format!("wasm.{name}");
    let mut left = String::new();
    let mut rest = script;
    while let Some(at) = rest.find(&before) {
        let after = &rest[at + before.len()..];
        left.push_str(&rest[..at]);
        left.push_str("wasm.");
        left.push_str(if after.starts_with(is_part) { name } else { new });
        rest = after;
    }
    left + rest
}

/// The script with one import of each module: wasm-bindgen writes one for each thing that the program imports from it.
fn each_module_once(script: &str) -> String {
    let mut seen = BTreeSet::new();
    let mut left = String::new();
    for line in script.lines() {
        let import = line.strip_prefix("import * as ").and_then(|rest| rest.split_once(" from "));
        let entry = line.strip_prefix("        \"").and_then(|rest| rest.split_once("\": import"));
        let module = import.map(|(_, from)| ("import", from)).or(entry.map(|(from, _)| ("entry", from)));
        if module.is_none_or(|module| seen.insert(module)) {
            left.push_str(line);
            left.push('\n');
        }
    }
    left
}

/// Whether a text has a name in it, as a word.
fn mentions(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let (before, after) = (text[..at].chars().next_back(), text[at + name.len()..].chars().next());
        !before.is_some_and(is_part) && !after.is_some_and(is_part)
    })
}

/// Whether a character can be within a name.
fn is_part(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '$'
}

/// The shortest names: `a` to `z`, `aa`, `ab`, …
fn short(number: usize) -> String {
    let letter = char::from(b'a' + u8::try_from(number % 26).unwrap_or(0));
    if number < 26 { letter.to_string() } else { short(number / 26 - 1) + &letter.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = r#"export class Sink {
    free() {
        wasm.__wbg_sink_free(this.__wbg_ptr, 0);
    }
}
if (Symbol.dispose) Sink.prototype[Symbol.dispose] = Sink.prototype.free;
function __wbg_get_imports() {
    const import0 = {
        __proto__: null,
        __wbg_body_5f97: function(arg0) {
            return arg0.body;
        },
        __wbg_id_2aec: function() { return handleError(function (arg0) {
            return arg0.id;
        }, arguments); },
    };
    return {
        __proto__: null,
        "./app_bg.js": import0,
    };
}
const SinkFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry(ptr => wasm.__wbg_sink_free(ptr, 1));
function start() {
    wasm.__wbindgen_start();
}
"#;

    #[test]
    fn classes_go_with_all_that_belongs_to_them() {
        let left = without_classes(SCRIPT);
        assert!(!left.contains("Sink") && !left.contains("sink"), "{left}");
        assert!(left.starts_with("function __wbg_get_imports() {") && left.contains("wasm.__wbindgen_start();"), "{left}");
        assert!(!mentions(&left, "__wbg_sink_free") && mentions(&left, "__wbindgen_start") && !mentions(&left, "wbindgen_start"));
    }

    #[test]
    fn entries_are_those_that_are_imported_under_their_short_names() {
        let names = BTreeMap::from([("__wbg_id_2aec".to_owned(), "a".to_owned())]);
        let left = with_entries(&without_classes(SCRIPT), &names);
        assert!(
            left.contains("        a: function() { return handleError(function (arg0) {\n            return arg0.id;\n"),
            "{left}"
        );
        assert!(
            !left.contains("body") && left.contains("        __proto__: null,\n        a: ") && left.contains("start();"),
            "{left}"
        );
    }

    #[test]
    fn each_module_is_imported_once() {
        let script = "import * as import1 from \"./parts.js\"\nimport * as import2 from \"./parts.js\"\n    return {\n        \"a\": import0,\n        \"./parts.js\": import1,\n        \"./parts.js\": import2,\n    };\n";
        let once = "import * as import1 from \"./parts.js\"\n    return {\n        \"a\": import0,\n        \"./parts.js\": import1,\n    };\n";
        assert_eq!(each_module_once(script), once);
    }

    #[test]
    fn members_get_their_new_names() {
        let script = "wasm.go(wasm.go_on, wasm.go); wasm.go; const { go } = wasm";
        assert_eq!(with_member(script, "go", "a"), "wasm.a(wasm.go_on, wasm.a); wasm.a; const { go } = wasm");
    }

    #[test]
    fn names_are_short_and_differ() {
        let names: Vec<String> = (0..800).map(short).collect();
        assert_eq!([&names[0], &names[25], &names[26], &names[701], &names[702]], ["a", "z", "aa", "zz", "aaa"]);
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), 800);
    }
}
