//! What the first paint needs stands in the page itself: the styles of the first page and of the frame, and the script that has to run
//! first. Measured on a slow phone, eight stylesheets and a script cost half a second.
//!
//! The styles of the planner's pages are one file, which is fetched with the planner, and those of the workbench another (see `split`).

use super::{html, minify, policy, read, write};
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// The stylesheets that the first paint needs, by the names of their files before Trunk's digest.
const FIRST: [&str; 4] = ["base-", "components-", "map-", "embed-"];
/// Those that only the workbench needs: what stands in them must not be for anything else.
const WORKBENCH: [&str; 3] = ["brief-", "evidence-", "interview-"];
/// The script that has to run first.
const BEFORE: &str = "before.js";
/// The script that starts the program.
const START: &str = "start.js";

/// Styles, shortened.
pub struct Styles {
    /// Those of the first page and of the frame.
    pub first: String,
    /// Those of the planner's pages.
    pub planner: String,
    /// Those of the workbench.
    pub workbench: String,
}

/// Takes the stylesheets of the page out of it.
///
/// # Errors
/// When a file cannot be read or written, or has a fault in it.
pub fn take_styles(folder: &Path) -> Result<Styles> {
    let mut page = read(folder, "index.html")?;
    let (mut first, mut planner, mut workbench) = (String::new(), String::new(), String::new());
    for sheet in html::tags(&read(folder, "index.html")?).iter().filter(|tag| tag.attribute("rel") == Some("stylesheet")) {
        let name = sheet.attribute("href").context("a stylesheet has no address")?.trim_start_matches("./");
        let is_among = |sheets: &[&str]| sheets.iter().any(|sheet| name.starts_with(sheet));
        let part = match () {
            () if is_among(&FIRST) => &mut first,
            () if is_among(&WORKBENCH) => &mut workbench,
            () => &mut planner,
        };
        part.push_str(&read(folder, name)?);
        fs::remove_file(folder.join(name))?;
        let at = page.find(name).context("a stylesheet is not where it was")?;
        let (begin, end) = (page[..at].rfind('<').unwrap_or(at), page[at..].find('>').map_or(at, |length| at + length + 1));
        page.replace_range(begin..end, "");
    }
    write(folder, "index.html", &page)?;
    let [first, planner, workbench] = [first, planner, workbench].map(|styles| minify::style(&styles));
    Ok(Styles { first: first?, planner: planner?, workbench: workbench? })
}

/// Puts styles and the first script into the page, and their digests into its policy.
///
/// # Errors
/// When a file cannot be read or written, or the page has no place for them.
pub fn put(folder: &Path, styles: &str) -> Result<()> {
    let page = read(folder, "index.html")?;
    let script = minify::script(&read(folder, BEFORE)?)?;
    let asked = format!("<script src=\"{BEFORE}\"");
    let at = page.find(&asked).with_context(|| format!("the page does not ask for {BEFORE}"))?;
    let end = page[at..].find('>').map_or(at, |length| at + length + 1);
    let tag = page[at..end].replace(&asked, "<script");
    let page = format!("{}<style>{styles}</style>\n{tag}{script}{}", &page[..at], &page[end..]);
    write(folder, "index.html", &policy::allowing(&page)?)?;
    fs::remove_file(folder.join(BEFORE))?;
    let start = minify::script(&read(folder, START)?)?;
    write(folder, START, &start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_and_script_move_into_the_page() {
        let folder = std::env::temp_dir().join(format!("xtask-first-paint-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        let policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'self'; style-src 'self'\">";
        let page = format!(
            "<head>{policy}<script src=\"before.js\" data-js=\"a.js\"></script><script src=\"start.js\" defer></script>\
             <link rel=\"stylesheet\" href=\"./base-1f.css\"/><link rel=\"stylesheet\" href=\"./plan-1f.css\"/>\
             <link rel=\"stylesheet\" href=\"./brief-1f.css\"/></head>"
        );
        for (name, text) in [
            ("index.html", &*page),
            ("base-1f.css", "p{color:red}"),
            ("plan-1f.css", "b{color:red}"),
            ("brief-1f.css", "i{color:red}"),
            ("before.js", "before();"),
            ("start.js", "start();"),
        ] {
            write(&folder, name, text).expect("a file");
        }
        let styles = take_styles(&folder).expect("styles");
        let found = [&*styles.first, &*styles.planner, &*styles.workbench];
        assert_eq!(found, ["p{color:red}", "b{color:red}", "i{color:red}"]);
        put(&folder, &styles.first).expect("a page");
        let page = read(&folder, "index.html").expect("the page");
        assert!(
            page.contains(
                "<style>p{color:red}</style>\n<script data-js=\"a.js\">before();</script><script src=\"start.js\" defer>"
            ),
            "{page}"
        );
        assert!(policy::faults(&page, &folder).is_empty() && page.matches("'sha256-").count() == 2, "{page}");
        let mut left: Vec<String> = super::super::files::list(&folder).expect("a list");
        left.sort();
        fs::remove_dir_all(&folder).expect("removed");
        assert_eq!(left, ["index.html", "start.js"]);
    }
}
