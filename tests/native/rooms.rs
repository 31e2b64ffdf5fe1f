//! The rooms of the house: which imports which, where the web is named, and where the words for people stand. `docs/architecture.md` has the
//! drawing. Read from the source by its lines, so it is a guard and no proof.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::fs;
use std::path::{Path, PathBuf};

/// Each room and the rooms that it may import, from the ground up. A longer name goes before a shorter one that begins it.
const ROOMS: [(&str, &[&str]); 21] = [
    ("domain/base", &[]),
    ("domain/guide", &["domain/base"]),
    ("domain/plan", &["domain/base", "domain/guide"]),
    ("domain/standing", &["domain/base", "domain/guide", "domain/plan"]),
    ("domain/journey", &["domain/base", "domain/guide", "domain/plan", "domain/standing"]),
    ("domain/workbench", &["domain/base", "domain/guide", "domain/plan", "domain/standing", "domain/journey"]),
    ("domain/link", &["domain/base", "domain/guide", "domain/plan"]),
    ("domain/store", &["domain/base", "domain/guide", "domain/plan"]),
    ("domain/page", &["domain/guide", "domain/link"]),
    ("domain/search", &["domain/base", "domain/guide", "domain/page"]),
    ("domain/snippet", &[]),
    ("domain/receipt", &["domain/base", "domain/guide", "domain/plan", "domain/standing", "domain/journey"]),
    ("domain/analysis", &["domain/base", "domain/guide", "domain/plan", "domain/standing", "domain/journey"]),
    ("map", &["domain/"]),
    ("chart", &["map"]),
    ("content", &["domain/base", "domain/guide", "map"]),
    ("dom", &["map"]),
    ("platform", &["domain/base"]),
    ("state", &["domain/", "dom", "platform"]),
    ("ui/words", &["domain/", "map", "state"]),
    ("ui", &["domain/", "map", "chart", "content", "dom", "state"]),
];
/// The rooms that may name the web, by its crates.
const WEB: [&str; 2] = ["dom", "platform"];
const WEB_CRATES: [&str; 4] = ["web_sys", "js_sys", "wasm_bindgen", "gloo_"];
/// The rooms that have Leptos: its signals, and in `platform` its executor alone.
const REACTIVE: [&str; 4] = ["dom", "platform", "state", "ui"];
/// The rooms that give values and leave the words for them to `ui/words`. The checks of the guide speak to people who edit its files.
const WORDLESS: [&str; 5] = ["domain/", "state", "map", "chart", "platform"];
const FOR_EDITORS: &str = "domain/guide";

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// The room of a path below `src`, or of an import, written with slashes.
fn room(path: &str) -> Option<&'static str> {
    let is_in = |room: &&str| path.strip_prefix(*room).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '.']));
    ROOMS.iter().map(|(room, _)| *room).find(is_in)
}

/// Every line of code in a room, with its room and where it is: without comments, unit tests and the examples of the documentation.
fn lines() -> Vec<(&'static str, String, String)> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let (mut files, mut lines) = (Vec::new(), Vec::new());
    sources(&src, &mut files);
    for file in files {
        let name = file.strip_prefix(&src).unwrap().to_str().unwrap().replace('\\', "/");
        let Some(room) = room(&name).filter(|_| !name.contains("/examples/")) else { continue };
        let text = fs::read_to_string(&file).unwrap();
        let code = text.split("#[cfg(test)]\nmod tests").next().unwrap();
        for (number, line) in (1..).zip(code.lines()).filter(|(_, line)| !line.trim_start().starts_with("//")) {
            lines.push((room, format!("{name}:{number}"), line.to_owned()));
        }
    }
    lines
}

/// What a line names of this crate, as `domain/base`.
fn imports(line: &str) -> Vec<&'static str> {
    let after = line.match_indices("crate::").map(|(at, _)| &line[at + 7..]);
    let path = |rest: &str| rest.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':')).next().unwrap().replace("::", "/");
    after.filter_map(|rest| room(&path(rest))).collect()
}

fn is_among(room: &str, rooms: &[&str]) -> bool {
    rooms.iter().any(|one| room == *one || (one.ends_with('/') && room.starts_with(one)))
}

#[test]
fn rooms_import_only_rooms_below_them() {
    for (place, (room, below)) in ROOMS.iter().enumerate() {
        let known = |one: &&&str| one.ends_with('/') || ROOMS[..place].iter().any(|(before, _)| before == *one);
        assert_eq!(below.iter().filter(known).count(), below.len(), "{room} imports a room that is not below it");
    }
    let all = lines();
    let mut seen = 0;
    for (room, at, line) in &all {
        let (_, below) = ROOMS.iter().find(|(name, _)| name == room).unwrap();
        for imported in imports(line).into_iter().filter(|imported| imported != room) {
            seen += 1;
            let own_words = *room == "ui" && imported == "ui/words";
            assert!(own_words || is_among(imported, below), "{at}: `{room}` does not import `{imported}`\n{line}");
        }
    }
    assert!(seen > 200, "only {seen} imports were found: this test no longer reads the source as it is written");
}

#[test]
fn the_web_is_named_in_two_rooms_and_signals_in_four() {
    for (room, at, line) in lines() {
        let web = WEB_CRATES.iter().any(|name| line.contains(name));
        assert!(!web || is_among(room, &WEB), "{at}: the web is for `dom` and `platform`\n{line}");
        assert!(!line.contains("leptos::") || is_among(room, &REACTIVE), "{at}: `{room}` knows no signals\n{line}");
    }
}

/// Whether a text is written for people: four words or more, and not the markup of a page.
fn is_prose(text: &str) -> bool {
    let is_word = |word: &&str| word.len() > 1 && word.chars().all(|c| c.is_alphabetic() || ",.;:’“”".contains(c));
    text.split_whitespace().filter(is_word).count() > 3 && !text.contains(['<', '='])
}

#[test]
fn values_come_from_below_and_words_from_ui() {
    for (room, at, line) in lines() {
        if !is_among(room, &WORDLESS)
            || room == FOR_EDITORS
            || ["reason =", "unreachable!", "panic!", "Err(format!", "ok_or_else"].iter().any(|no| line.contains(no))
        {
            continue;
        }
        for text in line.split('"').skip(1).step_by(2) {
            assert!(!is_prose(text), "{at}: what people read stands in `ui/words`\n{line}");
        }
    }
}

/// The paths that a `use` names, from its words after `use`: `a::{b, c::d}` gives `a::b` and `a::c::d`.
fn spread(path: &str) -> Vec<String> {
    let Some((head, group)) = path.split_once('{') else { return vec![path.trim().to_owned()] };
    let (mut parts, mut depth) = (vec![String::new()], 0);
    for c in group.trim_end().strip_suffix('}').unwrap_or(group).chars() {
        match c {
            ',' if depth == 0 => parts.push(String::new()),
            _ => {
                depth += i32::from(c == '{') - i32::from(c == '}');
                parts.last_mut().unwrap().push(c);
            }
        }
    }
    parts
        .iter()
        .filter(|part| !part.trim().is_empty())
        .flat_map(|part| spread(&format!("{}{}", head.trim(), part.trim())))
        .collect()
}

/// Each module by its path, `domain/plan/merge`, with the modules that its `use` lines name. A module and one within it belong together:
/// that they name each other is no tie.
fn ties() -> Vec<(String, Vec<String>)> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&src, &mut files);
    let name = |file: &Path| {
        let name = file.strip_prefix(&src).unwrap().with_extension("").to_str().unwrap().replace('\\', "/");
        name.strip_suffix("/mod").unwrap_or(&name).to_owned()
    };
    let modules: Vec<String> = files.iter().map(|file| name(file)).collect();
    let tie = |file: &PathBuf| {
        let own = name(file);
        let text = fs::read_to_string(file).unwrap();
        let code = text.split("#[cfg(test)]\nmod tests").next().unwrap();
        let code: String = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
        let uses = code.split("\nuse ").skip(1).chain(code.strip_prefix("use ")).filter_map(|rest| rest.split_once(';'));
        let whole = |path: String| match path.split_once("::") {
            Some(("crate", rest)) => Some(rest.replace("::", "/")),
            Some(("super", _)) => {
                let (mut at, mut rest) = (own.as_str(), path.as_str());
                while let Some(up) = rest.strip_prefix("super::") {
                    (at, rest) = (at.rsplit_once('/').map_or("", |(up, _)| up), up);
                }
                Some(format!("{at}/{}", rest.replace("::", "/")).trim_start_matches('/').to_owned())
            }
            Some((child, rest)) => Some(format!("{own}/{child}/{}", rest.replace("::", "/"))),
            None => None,
        };
        let module = |path: String| {
            let longest =
                modules.iter().filter(|one| path == **one || path.starts_with(&format!("{one}/"))).max_by_key(|one| one.len());
            longest
                .filter(|one| !one.starts_with(&format!("{own}/")) && !own.starts_with(&format!("{one}/")) && **one != own)
                .cloned()
        };
        let named = uses.flat_map(|(path, _)| spread(path)).filter_map(whole).filter_map(module).collect();
        (own, named)
    };
    files.iter().map(tie).collect()
}

#[test]
fn no_modules_import_each_other_not_even_by_way_of_others() {
    assert_eq!(spread("a::{b, c::{d, e as f}}"), ["a::b", "a::c::d", "a::c::e as f"]);
    let mut left = ties();
    assert!(
        left.iter().map(|(_, named)| named.len()).sum::<usize>() > 600,
        "this test no longer reads the source as it is written"
    );
    // What imports nothing that is left cannot be part of a circle.
    loop {
        let names: Vec<String> = left.iter().map(|(name, _)| name.clone()).collect();
        let before = left.len();
        left.retain(|(_, named)| named.iter().any(|one| names.contains(one)));
        if left.len() == before {
            break;
        }
    }
    // Nor what nothing imports that is left.
    loop {
        let named: Vec<String> = left.iter().flat_map(|(_, named)| named.clone()).collect();
        let before = left.len();
        left.retain(|(name, _)| named.contains(name));
        if left.len() == before {
            break;
        }
    }
    let names: Vec<String> = left.iter().map(|(name, _)| name.clone()).collect();
    for (_, named) in &mut left {
        named.retain(|one| names.contains(one));
    }
    assert!(left.is_empty(), "these import each other: {left:#?}");
}
