//! Takes the program of a release apart: what the first page needs, and the rest, which the app fetches while that page is being
//! read. Where the cuts go is said in the source, at `#[wasm_split]` (see src/ui/part.rs); the splitter follows the calls from there.
//!
//! What the planner shares with parts that its pages ask for goes into the planner, which is always there before them (`merge.rs`;
//! measured: 26 KB less of 341 for someone with a plan).
//!
//! It works on the module as linked, before wasm-bindgen, so that wasm-bindgen and wasm-opt run here again, on the parts.
//!
//! The cutting is a library's (`wasm_split_cli_support`, which belongs to Leptos's `wasm_split`). Written by hand is what stands around it,
//! since Trunk has no step for a program of several files: the tools once more, names with digests, and the list of what is fetched with what.

use super::first_paint::Styles;
use super::{files, glue, merge, minify, read, write};
use crate::process;
use crate::project::Project;
use anyhow::{Context, Result, anyhow, ensure};
use sha2::{Digest, Sha256};
use std::collections::{BTreeSet, HashMap};
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
/// The bytes of code and data below which a chunk is not worth a file of its own (about a third once compressed).
const SMALL: u64 = 6_000;
/// How many parts need a chunk that is needed everywhere.
const MANY: usize = 3;
/// The styles of the planner's pages, which are fetched with it, and what has them fetched.
const STYLES: &str = "planner.css";
/// The part with the tools, and its styles.
const WORKBENCH: &str = "split_workbench.wasm";
const WORKBENCH_STYLES: &str = "workbench.css";
const FETCH_STYLES: &str = include_str!("styles.js");
/// The script that fetches the parts. Not the splitter's own name for it: some hosts leave out files that begin with an underscore.
const LOADER: &str = "./parts.js";
/// The WebAssembly features that rustc and wasm-bindgen use beyond the first version.
const FEATURES: [&str; 6] =
    ["bulk-memory", "nontrapping-float-to-int", "sign-ext", "mutable-globals", "reference-types", "multivalue"];
/// No inlining: it makes the program larger once it is compressed (measured: 1 %).
const NO_INLINING: [&str; 3] =
    ["--one-caller-inline-max-function-size", "--always-inline-max-function-size", "--flexible-inline-max-function-size"];
/// What makes it smaller once it is compressed (measured: 1.4 % together, of which the first two 1.1). The lowest kilobyte of memory is
/// the far end of the stack, where no pointer points; results that are kept for a second use compress worse than doing the same twice;
/// and all of it is done until nothing changes any more.
const SMALLER: [&str; 3] = ["--low-memory-unused", "--skip-pass=local-cse", "--converge"];
/// Functions of a kind stand together, by their names: that compresses better (measured: 0.5 %).
const IN_ORDER: &str = "--reorder-functions-by-name";

/// Splits the program of a bundle, if it was built to be split, names the parts in the page, and tells whether it did. The styles of
/// parts are put beside them.
///
/// # Errors
/// When the module as linked is not where Cargo puts it, or a tool fails.
pub fn split(folder: &Path, styles: &Styles) -> Result<bool> {
    let (script, program) = whole(&files::list(folder)?)?;
    if !read(folder, &script)?.contains(MARK) {
        return Ok(false);
    }
    let project = Project::open()?;
    let work = project.target.join("split");
    if work.exists() {
        fs::remove_dir_all(&work)?;
    }
    let out = work.join("out");
    fs::create_dir_all(&out)?;
    write(&out, STYLES, &styles.planner)?;
    write(&out, WORKBENCH_STYLES, &styles.workbench)?;
    let planner = part(&project, &work, &out)?;

    let digest = digest(&out)?;
    let names = files::list(&out)?;
    for name in &names {
        let target = named(name, &digest);
        if name.ends_with(".js") {
            write(folder, &target, &renamed(&read(&out, name)?, &names, &digest))?;
        } else {
            fs::copy(out.join(name), folder.join(&target))?;
        }
    }
    let page = read(folder, "index.html")?;
    let [own_script, own_program] = [".js", "_bg.wasm"].map(|ending| named(&format!("{PROGRAM}{ending}"), &digest));
    let page = page.replace(&script, &own_script).replace(&program, &own_program);
    // The start script fetches the planner beside the program where it knows that it will be needed at once.
    let planner: Vec<String> = planner.iter().map(|name| named(name, &digest)).collect();
    let early = format!(" data-planner=\"{}\" data-styles=\"{}\"", planner.join(" "), named(STYLES, &digest));
    let page = page.replacen(" data-wasm=", &format!("{early} data-wasm="), 1);
    write(folder, "index.html", &page)?;
    for name in [script, program] {
        fs::remove_file(folder.join(name))?;
    }
    Ok(true)
}

/// A file's name with the digest in it. In that of a module it stands where Trunk puts it, before `_bg`.
fn named(name: &str, digest: &str) -> String {
    match name.strip_suffix("_bg.wasm") {
        Some(stem) => format!("{stem}-{digest}_bg.wasm"),
        None => name.replacen('.', &format!("-{digest}."), 1),
    }
}

/// A script with the digest in the names of the files that it asks for. Only where it asks for them: the main module knows the loader
/// under its first name.
fn renamed(script: &str, names: &[String], digest: &str) -> String {
    let mut script = script.to_owned();
    for name in names {
        for before in ["from ", "from", "new URL("] {
            for quote in ['"', '\''] {
                let asked = |name: &str| format!("{before}{quote}./{name}{quote}");
                script = script.replace(&asked(name), &asked(&named(name, digest)));
            }
        }
    }
    script
}

/// The script and the module of the program as Trunk made it, among the files of the bundle.
fn whole(names: &[String]) -> Result<(String, String)> {
    let is_program = |name: &&String| name.starts_with(PROGRAM) && name.ends_with("_bg.wasm");
    let program = names.iter().find(is_program).with_context(|| format!("the bundle has no {PROGRAM}-…_bg.wasm"))?;
    Ok((program.replace("_bg.wasm", ".js"), program.clone()))
}

/// Makes the parts and their scripts in `out`, and tells which of the files are the planner's.
fn part(project: &Project, work: &Path, out: &Path) -> Result<Vec<String>> {
    let linked = project.target.join(crate::setup::WASM).join("release").join(format!("{PROGRAM}.wasm"));
    let module = fs::read(&linked).with_context(|| format!("{} cannot be read", linked.display()))?;
    let main = work.join(format!("{PROGRAM}.wasm"));
    let main_script = format!("./{PROGRAM}.js");
    let mut options = Options::new(&module);
    options.output_dir = out;
    options.main_out_path = &main;
    options.main_module = &main_script;
    options.link_name = LOADER;
    let parts = transform(options).map_err(|error| anyhow!("the program cannot be split: {error:#}"))?;
    let loader = LOADER.trim_start_matches("./");
    let own = PLANNER.trim_start_matches("split_").trim_end_matches(".wasm");
    let planner = with_planner(out, own, &parts.prefetch_map)?;
    join(out, loader, &planner)?;

    let mut bindgen = Command::new("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--no-demangle", "--out-dir"]).arg(out).arg(&main);
    process::run(&mut bindgen)?;
    glue::drop_unused(out, PROGRAM, &[loader])?;
    shrink(out, &work.join("named"))?;
    glue::shorten(out, PROGRAM, &[loader])?;
    let parts = read(out, loader)?;
    let styled = with_styles(&with_styles(&parts, PLANNER, STYLES)?, WORKBENCH, WORKBENCH_STYLES)?;
    write(out, loader, &minify::module(&format!("{FETCH_STYLES}{styled}"))?)?;
    planner_files(&parts)
}

/// What becomes one with the planner: its own chunks, those of other parts that are not worth a file, and those that so many parts need
/// that nearly every visit does.
fn with_planner(out: &Path, own: &str, needs: &HashMap<String, Vec<String>>) -> Result<Vec<String>> {
    let mut chunks: BTreeSet<&String> = needs.get(own).into_iter().flatten().collect();
    for chunk in needs.values().flatten().filter(|stem| stem.starts_with("chunk_")) {
        let users = needs.values().filter(|stems| stems.contains(chunk)).count();
        if users >= MANY || merge::weight(&fs::read(out.join(format!("{chunk}.wasm")))?)? < SMALL {
            chunks.insert(chunk);
        }
    }
    // The planner itself last, after what it calls.
    Ok(chunks.into_iter().map(|stem| format!("{stem}.wasm")).collect())
}

/// Makes the planner and its chunks one part: it is there before any part whose pages need one of the chunks too.
fn join(out: &Path, loader: &str, names: &[String]) -> Result<()> {
    let modules: Vec<Vec<u8>> = names.iter().map(|name| Ok(fs::read(out.join(name))?)).collect::<Result<_>>()?;
    fs::write(out.join(PLANNER), merge::parts(&modules).context("the planner cannot be merged with its chunks")?)?;
    let mut script = read(out, loader)?;
    for name in names.iter().filter(|name| *name != PLANNER) {
        script = without(&script, name.trim_end_matches(".wasm"))?;
        fs::remove_file(out.join(name))?;
    }
    write(out, loader, &script)
}

/// The loader without a chunk.
fn without(loader: &str, chunk: &str) -> Result<String> {
    let definition = format!("const __{chunk} = ");
    let begin = loader.find(&definition).with_context(|| format!("the loader of the parts does not know {chunk}"))?;
    let end =
        begin + loader[begin..].find(", []);\n").with_context(|| format!("{chunk} is loaded in another way than expected"))?;
    let mut script = format!("{}{}", &loader[..begin], &loader[end + ", []);\n".len()..]);
    // Where it is needed: in the middle or at the end of a list, at its beginning, alone.
    for (asked, left) in [
        (format!(", __{chunk}, "), ", "),
        (format!(", __{chunk}]"), "]"),
        (format!("[__{chunk}, "), "["),
        (format!("[__{chunk}]"), "[]"),
    ] {
        script = script.replace(&asked, left);
    }
    ensure!(
        !script.contains(&format!("__{chunk},")) && !script.contains(&format!("__{chunk}]")),
        "the loader still asks for {chunk}"
    );
    Ok(script)
}

/// The loader, with styles as something that a part needs.
fn with_styles(loader: &str, part: &str, styles: &str) -> Result<String> {
    let (_, end) = needs(loader, part)?;
    let separator = if loader[..end].ends_with('[') { "" } else { ", " };
    let styles = format!("{separator}styles(new URL(\"./{styles}\", import.meta.url).href)");
    Ok(format!("{}{styles}{}", &loader[..end], &loader[end..]))
}

/// The files that the planner needs, itself last.
fn planner_files(loader: &str) -> Result<Vec<String>> {
    let (begin, end) = needs(loader, PLANNER)?;
    let chunks = loader[begin..end].split(", ").filter(|name| !name.is_empty());
    Ok(chunks.map(|name| format!("{}.wasm", name.trim_start_matches('_'))).chain([PLANNER.to_owned()]).collect())
}

/// Where the loader lists what a part needs: what parts have in common, by the names of constants.
fn needs(loader: &str, part: &str) -> Result<(usize, usize)> {
    let at = loader.find(part).with_context(|| format!("the loader of the parts does not know {part}"))?;
    let end = at + loader[at..].find("]));").context("the loader of a part has another form than expected")?;
    let begin = loader[..end].rfind('[').map_or(end, |bracket| bracket + 1);
    ensure!(at < begin && !loader[at..end].contains("export "), "the loader of a part has another form than expected");
    Ok((begin, end))
}

/// Shrinks the parts. They stay beside, with the names of their functions, for whoever looks at what they weigh.
fn shrink(out: &Path, named: &Path) -> Result<()> {
    if process::on_path("wasm-opt").is_none() {
        return Ok(());
    }
    fs::create_dir_all(named)?;
    for name in files::list(out)?.iter().filter(|name| name.ends_with(".wasm")) {
        let file = out.join(name);
        fs::copy(&file, named.join(name))?;
        // The main module comes out a little smaller in the order that it has.
        let in_order = (*name != format!("{PROGRAM}_bg.wasm")).then_some(IN_ORDER);
        let mut shrink = Command::new("wasm-opt");
        shrink
            .arg(&file)
            .args(["-Oz"])
            .args(in_order)
            .args(["--strip-debug", "--strip-producers", "--strip-target-features", "-o"])
            .arg(&file);
        shrink
            .args(FEATURES.map(|feature| format!("--enable-{feature}")))
            .args(SMALLER)
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

#[cfg(test)]
mod tests {
    use super::*;

    const DIGEST: &str = "0123456789abcdef";

    #[test]
    fn the_digest_stands_where_trunk_puts_it() {
        for (name, expected) in [
            ("career-explorer.js", "career-explorer-0123456789abcdef.js"),
            ("career-explorer_bg.wasm", "career-explorer-0123456789abcdef_bg.wasm"),
            ("parts.js", "parts-0123456789abcdef.js"),
            ("split_rest.wasm", "split_rest-0123456789abcdef.wasm"),
        ] {
            assert_eq!(named(name, DIGEST), expected);
        }
    }

    #[test]
    fn scripts_ask_for_the_parts_by_their_new_names() {
        let names = ["career-explorer.js", "career-explorer_bg.wasm", "parts.js", "split_rest.wasm"].map(str::to_owned);
        for (script, expected) in [
            (r#"import { load } from "./parts.js";"#, r#"import { load } from "./parts-0123456789abcdef.js";"#),
            ("import * as all from './career-explorer.js'", "import * as all from './career-explorer-0123456789abcdef.js'"),
            (
                r#"fetch(new URL("./split_rest.wasm", import.meta.url))"#,
                r#"fetch(new URL("./split_rest-0123456789abcdef.wasm", import.meta.url))"#,
            ),
            // The name of an import of the module, which is fixed when it is linked.
            (r#"return { "./parts.js": parts };"#, r#"return { "./parts.js": parts };"#),
            (r#"import "./other.js"; from "./parts.jsx""#, r#"import "./other.js"; from "./parts.jsx""#),
        ] {
            assert_eq!(renamed(script, &names, DIGEST), expected);
        }
    }

    #[test]
    fn the_planner_needs_its_styles_and_what_it_shares() {
        let loader = |needs: &str| {
            format!(
                "const __chunk_1 = makeLoad(() => {{ fetch(new URL(\"./chunk_1.wasm\", import.meta.url)); }}, []);\n\
                 export const load = wrap(makeLoad(() => {{ fetch(new URL(\"./split_planner.wasm\", import.meta.url)); }}\n, [{needs}]));\n\
                 export const other = wrap(makeLoad(() => {{ fetch(new URL(\"./split_other.wasm\", import.meta.url)); }}\n, []));\n"
            )
        };
        let styles = "styles(new URL(\"./planner.css\", import.meta.url).href)";
        for (needs, with, files) in [
            ("", format!("[{styles}]));\nexport const other"), vec!["split_planner.wasm"]),
            ("__chunk_1", format!("[__chunk_1, {styles}]));\nexport const other"), vec!["chunk_1.wasm", "split_planner.wasm"]),
        ] {
            let made = with_styles(&loader(needs), PLANNER, STYLES).unwrap();
            assert!(made.contains(&with) && made.ends_with(", []));\n"), "{made}");
            assert_eq!(planner_files(&loader(needs)).unwrap(), files);
        }
        assert!(with_styles(&loader(""), WORKBENCH, WORKBENCH_STYLES).is_err());
    }

    #[test]
    fn the_loader_forgets_a_chunk() {
        let chunk = |number: u8| format!("const __chunk_{number} = makeLoad(() => {{ fetch(\"./chunk_{number}.wasm\"); }}, []);\n");
        let loader = |needs: &str| format!("{}{}const load = makeLoad(() => {{}}\n, [{needs}]);\n", chunk(1), chunk(11));
        for (needs, left) in [
            ("__chunk_1", ""),
            ("__chunk_1, __chunk_11", "__chunk_11"),
            ("__chunk_11, __chunk_1", "__chunk_11"),
            ("__chunk_2, __chunk_1, __chunk_11", "__chunk_2, __chunk_11"),
            ("__chunk_11", "__chunk_11"),
        ] {
            let expected = format!("{}const load = makeLoad(() => {{}}\n, [{left}]);\n", chunk(11));
            assert_eq!(without(&loader(needs), "chunk_1").unwrap(), expected);
        }
        assert!(without(&loader(""), "chunk_7").is_err());
    }

    #[test]
    fn the_program_is_found_by_its_module() {
        let names = |all: &[&str]| all.iter().map(|&name| name.to_owned()).collect::<Vec<_>>();
        let bundle = names(&["career-explorer-1f.css", "career-explorer-1f.js", "career-explorer-1f_bg.wasm", "other-1f_bg.wasm"]);
        assert_eq!(whole(&bundle).unwrap(), ("career-explorer-1f.js".to_owned(), "career-explorer-1f_bg.wasm".to_owned()));
        let fault = whole(&names(&["index.html", "other-1f_bg.wasm"])).unwrap_err().to_string();
        assert!(fault.contains("career-explorer-…_bg.wasm"), "{fault}");
    }
}
