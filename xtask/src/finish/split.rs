//! Takes the program of a release apart: what the first page needs, and the rest, which the app fetches while that page is being
//! read. Where the cut goes is said in the source, at `#[wasm_split]` (src/ui/planner.rs); the splitter follows the calls from there.
//!
//! It works on the module as linked, before wasm-bindgen, so that wasm-bindgen and wasm-opt run here again, on the parts.

use super::{files, read, write};
use crate::process;
use crate::project::Project;
use anyhow::{Context, Result, anyhow};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::Path;
use std::process::Command;
use wasm_split_cli_support::{Options, transform};

/// The name of the program, before its parts get a digest.
const PROGRAM: &str = "career-explorer";
/// The part that the first page does without, named for what `#[wasm_split]` says.
const PLANNER: &str = "split_planner.wasm";
/// What the program asks for where it was built to be split.
const MARK: &str = "__wasm_split";
/// The script that fetches the parts. Not the splitter's own name for it: some hosts leave out files that begin with an underscore.
const LOADER: &str = "./parts.js";
/// The WebAssembly features that rustc and wasm-bindgen use beyond the first version.
const FEATURES: [&str; 6] =
    ["bulk-memory", "nontrapping-float-to-int", "sign-ext", "mutable-globals", "reference-types", "multivalue"];
/// No inlining: it makes the program larger once it is compressed (measured: 1 %).
const NO_INLINING: [&str; 3] =
    ["--one-caller-inline-max-function-size", "--always-inline-max-function-size", "--flexible-inline-max-function-size"];

/// Splits the program of a bundle, if it was built to be split, and names the parts in the page.
///
/// # Errors
/// When the module as linked is not where Cargo puts it, or a tool fails.
pub fn split(folder: &Path) -> Result<()> {
    let (script, program) = whole(folder)?;
    if !read(folder, &script)?.contains(MARK) {
        return Ok(());
    }
    let project = Project::open()?;
    let work = project.target.join("split");
    if work.exists() {
        fs::remove_dir_all(&work)?;
    }
    let out = work.join("out");
    fs::create_dir_all(&out)?;
    part(&project, &work, &out)?;

    let digest = digest(&out)?;
    let named = |name: &str| name.replacen('.', &format!("-{digest}."), 1);
    for name in files::list(&out)? {
        let target = match name.strip_suffix("_bg.wasm") {
            Some(stem) => format!("{stem}-{digest}_bg.wasm"),
            None => named(&name),
        };
        if name.ends_with(".js") {
            let mut text = read(&out, &name)?;
            for other in files::list(&out)? {
                text = ['"', '\''].iter().fold(text, |text, quote| {
                    // Only where a file is asked for: the main module knows the loader under its first name.
                    ["from ", "new URL("].iter().fold(text, |text, before| {
                        text.replace(
                            &format!("{before}{quote}./{other}{quote}"),
                            &format!("{before}{quote}./{}{quote}", named(&other)),
                        )
                    })
                });
            }
            write(folder, &target, &text)?;
        } else {
            fs::copy(out.join(&name), folder.join(&target))?;
        }
    }
    let page = read(folder, "index.html")?;
    let page = page.replace(&script, &format!("{PROGRAM}-{digest}.js")).replace(&program, &format!("{PROGRAM}-{digest}_bg.wasm"));
    // The start script fetches the planner beside the program where it knows that it will be needed at once.
    let page = page.replacen(" data-wasm=", &format!(" data-planner=\"{}\" data-wasm=", named(PLANNER)), 1);
    write(folder, "index.html", &page)?;
    for name in [script, program] {
        fs::remove_file(folder.join(name))?;
    }
    Ok(())
}

/// The script and the module of the program as Trunk made it.
fn whole(folder: &Path) -> Result<(String, String)> {
    let names = files::list(folder)?;
    let find = |ending: &str| {
        let found = names.iter().find(|name| name.starts_with(PROGRAM) && name.ends_with(ending));
        found.cloned().with_context(|| format!("the bundle has no {PROGRAM}-…{ending}"))
    };
    let program = find("_bg.wasm")?;
    let script = program.replace("_bg.wasm", ".js");
    Ok((script, program))
}

/// Makes the parts and their scripts in `out`.
fn part(project: &Project, work: &Path, out: &Path) -> Result<()> {
    let linked = project.target.join(crate::setup::WASM).join("release").join(format!("{PROGRAM}.wasm"));
    let module = fs::read(&linked).with_context(|| format!("{} cannot be read", linked.display()))?;
    let main = work.join(format!("{PROGRAM}.wasm"));
    let main_script = format!("./{PROGRAM}.js");
    let mut options = Options::new(&module);
    options.output_dir = out;
    options.main_out_path = &main;
    options.main_module = &main_script;
    options.link_name = LOADER;
    transform(options).map_err(|error| anyhow!("the program cannot be split: {error:#}"))?;

    let mut bindgen = Command::new("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--no-demangle", "--out-dir"]).arg(out).arg(&main);
    process::run(&mut bindgen)?;
    if process::on_path("wasm-opt").is_none() {
        return Ok(());
    }
    for name in files::list(out)?.iter().filter(|name| name.ends_with(".wasm")) {
        let file = out.join(name);
        let mut shrink = Command::new("wasm-opt");
        shrink.arg(&file).args(["-Oz", "--strip-debug", "--strip-producers", "--strip-target-features", "-o"]).arg(&file);
        shrink
            .args(FEATURES.map(|feature| format!("--enable-{feature}")))
            .args(NO_INLINING.iter().flat_map(|option| [*option, "0"]));
        process::run(&mut shrink)?;
    }
    Ok(())
}

/// One digest for all parts, since they fit each other alone: 16 hexadecimal digits.
fn digest(out: &Path) -> Result<String> {
    let mut all = Sha256::new();
    for name in files::list(out)? {
        all.update(&name);
        all.update(fs::read(out.join(name))?);
    }
    Ok(all.finalize()[..8].iter().map(|byte| format!("{byte:02x}")).collect())
}
