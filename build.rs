//! Makes the guide's TOML files into one pack, with the very types and checks that the app uses. A fault fails the build
//! and is named with its file, entry and field, all faults at once.

// The modules under the paths that they have in the library.
#[allow(dead_code, unused_imports, unused_macros)]
#[path = "src/domain"]
mod domain {
    #[path = "base"]
    pub mod base {
        pub mod bytes;
        pub mod sorted;
        pub mod sorting;
    }
    pub mod guide;
}
#[allow(dead_code, unused_imports)]
#[path = "src/map"]
mod map {
    mod board;
    pub mod geometry;
    pub mod layout;
    pub mod shapes;
    pub mod sheet;
    pub mod text;
}

use domain::guide;
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=src/content");
    for place in ["src/questions", "src/domain/guide", "src/domain/base", "src/map"] {
        println!("cargo::rerun-if-changed={place}");
    }
    let mut pack = match guide::source::read_folder(Path::new("src/content")) {
        Ok(pack) => pack,
        Err(faults) => {
            for fault in &faults {
                println!("cargo::error=src/content/{fault}");
            }
            return ExitCode::FAILURE;
        }
    };
    let out = env::var_os("OUT_DIR").unwrap_or_default();
    let questions = match questions(&pack) {
        Ok(questions) => questions,
        Err(faults) => {
            for fault in &faults {
                println!("cargo::error={QUESTIONS}: {fault}");
            }
            return ExitCode::FAILURE;
        }
    };
    // Postcard fails on lengths that are not known beforehand only, and a list has its length.
    let titles = postcard::to_allocvec(&pack.title_groups()).unwrap_or_default();
    let map = match guide::Guide::new(pack.clone()) {
        Ok(guide) => postcard::to_allocvec(&map::layout::sheets(&guide)).unwrap_or_default(),
        Err(_) => Vec::new(),
    };
    let details = postcard::to_allocvec(&pack.take_details()).unwrap_or_default();
    let bytes = pack.to_bytes();
    for (name, bytes) in
        [("guide.pack", bytes), ("details.pack", details), ("titles.pack", titles), ("map.pack", map), ("questions.txt", questions)]
    {
        if let Err(error) = fs::write(Path::new(&out).join(name), bytes) {
            println!("cargo::error=the guide pack could not be written: {error}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

/// Where the questions for practising an interview are.
const QUESTIONS: &str = "src/questions/interview.toml";

/// The text of the questions, if they name nothing that the guide lacks.
fn questions(pack: &guide::Pack) -> Result<Vec<u8>, Vec<String>> {
    let text = fs::read_to_string(QUESTIONS).map_err(|error| vec![error.to_string()])?;
    let all = guide::questions::Questions::of_toml(&text).map_err(|fault| vec![fault])?;
    let items: Vec<&str> =
        pack.sections.iter().flat_map(|s| &s.groups).flat_map(|g| &g.items).map(|item| item.id.as_str()).collect();
    let mut faults = Vec::new();
    for kind in &all.kinds {
        if !items.contains(&kind.of.as_str()) {
            faults.push(format!("kinds › {}: the guide has no such entry", kind.of));
        }
    }
    for one in &all.questions {
        if !all.kinds.iter().any(|kind| kind.of == one.of) {
            faults.push(format!("questions › {} › of: “{}” is no kind", one.id, one.of));
        }
        for skill in one.skills.iter().filter(|id| !pack.skills.iter().any(|skill| skill.id == **id)) {
            faults.push(format!("questions › {} › skills: the guide has no “{skill}”", one.id));
        }
        if one.skills.is_empty() || all.questions.iter().filter(|other| other.id == one.id).count() > 1 {
            faults.push(format!("questions › {}: it needs a skill, and an id of its own", one.id));
        }
    }
    if faults.is_empty() { Ok(all.to_text().into_bytes()) } else { Err(faults) }
}
