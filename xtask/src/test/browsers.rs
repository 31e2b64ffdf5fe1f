//! The tests of the release build in browsers: the suite in Chromium, and a smoke test in Firefox and WebKit through plain
//! WebDriver. A CI machine gets what these need; on a person's machine they are skipped where it is not there.

use super::report::{Counts, Step};
use crate::process;
use crate::project::Project;
use crate::setup::cargo_tools::GECKODRIVER;
use crate::setup::node::NodeTools;
use crate::setup::{browser, system};
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The Playwright suite in Chromium.
pub fn suite(project: &Project, node: &NodeTools) -> Result<Step> {
    let chrome = browser::chromium(project, node)?;
    let results = project.target.join("browser-results.json");
    // Results of an earlier run would pass for this one's if it did not come to write any.
    let _ = fs::remove_file(&results);
    let mut command = node.script(project, "node_modules/@playwright/test/cli.js");
    command.arg("test").env("CHROME", chrome).env("DIST", project.dist()).env("RESULTS", &results);
    let succeeded = command.status().context("Playwright did not start")?.success();
    let text = fs::read_to_string(&results).context("Playwright left no results")?;
    Ok(Step::tests(counts(&serde_json::from_str(&text).context("Playwright's results are no JSON")?), succeeded))
}

fn counts(results: &Value) -> Counts {
    let of = |what: &str| results["stats"][what].as_u64().and_then(|n| u32::try_from(n).ok()).unwrap_or(0);
    // A test that passed at the second try did not pass.
    Counts { passed: of("expected"), failed: of("unexpected") + of("flaky"), skipped: of("skipped") }
}

/// Programs of the system of which a smoke test needs one, and the Debian packages that bring it.
struct Part {
    programs: &'static [&'static str],
    packages: &'static [&'static str],
}

impl Part {
    fn is_missing(&self) -> bool {
        self.programs.iter().all(|name| process::on_path(name).is_none())
    }
}

const FIREFOX: [Part; 1] = [Part { programs: &["firefox", "firefox-esr"], packages: &["firefox-esr"] }];
const WEBKIT: [Part; 2] = [
    Part { programs: &["WebKitWebDriver"], packages: &["webkit2gtk-driver"] },
    // xvfb-run makes itself a key with xauth, which its package only recommends.
    Part { programs: &["xvfb-run"], packages: &["xvfb", "xauth"] },
];

/// The smoke test in a browser behind a WebDriver.
pub fn smoke(project: &Project, node: &NodeTools, browser: &str) -> Result<Step> {
    let needed = if browser == "firefox" { &FIREFOX[..] } else { &WEBKIT[..] };
    let lacking = || needed.iter().filter(|part| part.is_missing()).collect::<Vec<_>>();
    let packages: Vec<&str> = lacking().iter().flat_map(|part| part.packages).copied().collect();
    if !packages.is_empty() {
        if !system::is_ci() {
            let names: Vec<&str> = lacking().iter().map(|part| part.programs[0]).collect();
            return Ok(Step::skipped_test(format!("{} not installed", names.join(", "))).until(system::by_hand(&packages)));
        }
        system::install(&packages)?;
        if let Some(part) = lacking().first() {
            bail!("{} did not come with {}", part.programs[0], packages.join(", "));
        }
    }
    let mut folders: Vec<PathBuf> = env::split_paths(&env::var_os("PATH").unwrap_or_default()).collect();
    if browser == "firefox" {
        match super::tool(project, &GECKODRIVER)? {
            Ok(driver) => folders.splice(..0, driver.parent().map(Path::to_path_buf)).for_each(drop),
            Err(skipped) => return Ok(skipped.counted_as_test()),
        }
    }
    let mut counts = Counts::default();
    let mut command = node.script(project, "webdriver/smoke.mjs");
    command.arg(browser).env("DIST", project.dist()).env("PATH", env::join_paths(folders)?);
    let succeeded = process::lines(&mut command, |line| {
        println!("{line}");
        counts.read_line(line);
    })?;
    Ok(Step::tests(counts, succeeded))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn results_of_playwright() {
        let results = json!({ "stats": { "expected": 4, "unexpected": 1, "flaky": 1, "skipped": 2 } });
        assert_eq!(counts(&results), Counts { passed: 4, failed: 2, skipped: 2 });
        assert_eq!(counts(&json!({})), Counts::default());
    }
}
