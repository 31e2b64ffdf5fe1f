//! Makes the guide's TOML files into one pack, with the very types and checks that the app uses. A fault fails the build
//! and is named with its file, entry and field, all faults at once.

#[allow(dead_code, unused_imports)]
#[path = "src/domain/guide/mod.rs"]
mod guide;

use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=src/content");
    println!("cargo::rerun-if-changed=src/domain/guide");
    let pack = match guide::source::read_folder(Path::new("src/content")) {
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
    for (name, bytes) in [("guide.pack", pack.to_bytes()), ("titles.pack", titles)] {
        if let Err(error) = fs::write(Path::new(&out).join(name), bytes) {
            println!("cargo::error=the guide pack could not be written: {error}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}
