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
    for place in ["src/domain/guide", "src/domain/base", "src/map"] {
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
    // Postcard fails on lengths that are not known beforehand only, and a list has its length.
    let titles = postcard::to_allocvec(&pack.title_groups()).unwrap_or_default();
    let map = match guide::Guide::new(pack.clone()) {
        Ok(guide) => postcard::to_allocvec(&map::layout::sheets(&guide)).unwrap_or_default(),
        Err(_) => Vec::new(),
    };
    let details = postcard::to_allocvec(&pack.take_details()).unwrap_or_default();
    let bytes = pack.to_bytes();
    for (name, bytes) in [("guide.pack", bytes), ("details.pack", details), ("titles.pack", titles), ("map.pack", map)] {
        if let Err(error) = fs::write(Path::new(&out).join(name), bytes) {
            println!("cargo::error=the guide pack could not be written: {error}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}
