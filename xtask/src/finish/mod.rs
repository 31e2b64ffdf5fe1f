//! What a bundle needs after Trunk: the program in two parts, the map in the first page and what its first paint needs, the guide as a plain page, checked pages, a service worker that knows its files, and headers for the host.
//!
//! Trunk calls this through its post_build hook, so that `trunk build` alone gives a whole bundle too.

mod development;
mod files;
mod first_page;
mod first_paint;
mod glue;
mod headers;
pub mod html;
mod merge;
mod minify;
mod module;
mod names;
mod policy;
mod split;
mod worker;

use crate::guide_page;
use anyhow::{Context, Result, ensure};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// Finishes the bundle in the folder that Trunk names.
///
/// # Errors
/// When a page breaks the policy, or a file cannot be read or written.
pub fn run() -> Result<()> {
    let staging =
        env::var_os("TRUNK_STAGING_DIR").context("`finish` is for Trunk to call: `cargo xtask build` makes a whole bundle")?;
    let is_release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    bundle(&PathBuf::from(staging), is_release)
}

fn bundle(folder: &Path, is_release: bool) -> Result<()> {
    if is_release {
        let mut styles = first_paint::take_styles(folder)?;
        if !split::split(folder, &styles)? {
            styles.first.push_str(&styles.planner);
            styles.first.push_str(&styles.workbench);
        }
        first_paint::put(folder, &styles.first)?;
    } else {
        development::prepare(folder)?;
    }
    first_page::draw(folder)?;
    let index = read(folder, "index.html")?;
    let guide = guide_page::page(&icons(&index))?;
    write(folder, "guide.css", guide_page::STYLE)?;
    write(folder, "guide.html", &guide)?;
    for (name, page) in [("index.html", &index), ("guide.html", &guide)] {
        let faults = policy::faults(page, folder);
        ensure!(faults.is_empty(), "{name} breaks its own content security policy:\n  {}", faults.join("\n  "));
    }
    if is_release {
        names::remove(folder)?;
        // The headers are no part of the app, so that they may come before the list of what the service worker keeps.
        write(folder, "_headers", &headers::text(&policy::of(&index)?, &files::list(folder)?))?;
        worker::complete(folder)?;
    }
    Ok(())
}

/// The links of a page to its icons, which the guide's page has too. An empty one where there are none, since browsers
/// would otherwise ask the root of the host, outside the bundle.
fn icons(page: &str) -> String {
    let links = html::tags(page)
        .into_iter()
        .filter(|tag| tag.name == "link" && tag.attribute("rel").is_some_and(|rel| rel.contains("icon")));
    let text = |tag: html::Tag<'_>| tag.attributes.iter().map(|(name, value)| format!(" {name}=\"{value}\"")).collect::<String>();
    let icons: String = links.map(|tag| format!("<link{}>\n", text(tag))).collect();
    if icons.is_empty() { "<link rel=\"icon\" href=\"data:,\">\n".to_owned() } else { icons }
}

fn read(folder: &Path, name: &str) -> Result<String> {
    fs::read_to_string(folder.join(name)).with_context(|| format!("{name} of the bundle cannot be read"))
}

fn write(folder: &Path, name: &str, text: &str) -> Result<()> {
    fs::write(folder.join(name), text).with_context(|| format!("{name} of the bundle cannot be written"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn icons_are_taken_over() {
        let page = "<link rel=\"icon\" href=\"icon.svg\"><link rel=\"stylesheet\" href=\"x.css\">";
        assert_eq!(icons(page), "<link rel=\"icon\" href=\"icon.svg\">\n");
        assert_eq!(icons("<p>"), "<link rel=\"icon\" href=\"data:,\">\n");
    }
}
