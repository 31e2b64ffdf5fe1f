//! The tests of the release build in browsers: the suite in Chromium, and a smoke test in Firefox and WebKit through plain
//! WebDriver, where they are installed.

use super::report::{Counts, Step};
use crate::process;
use crate::project::Project;
use crate::setup::browser;
use crate::setup::node::NodeTools;
use anyhow::{Context, Result};
use serde_json::Value;
use std::fs;

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

/// The smoke test in a browser behind a WebDriver.
pub fn smoke(project: &Project, node: &NodeTools, browser: &str) -> Result<Step> {
    let needed: &[&str] = if browser == "firefox" { &["geckodriver"] } else { &["WebKitWebDriver", "xvfb-run"] };
    let missing: Vec<&str> = needed.iter().copied().filter(|name| process::on_path(name).is_none()).collect();
    let has_browser = browser != "firefox" || ["firefox", "firefox-esr"].iter().any(|name| process::on_path(name).is_some());
    if !missing.is_empty() || !has_browser {
        let missing = if has_browser { missing.join(" and ") } else { "Firefox".to_owned() };
        return Ok(Step::skipped_test(format!("{missing} is not installed")));
    }
    let mut counts = Counts::default();
    let mut command = node.script(project, "webdriver/smoke.mjs");
    command.arg(browser).env("DIST", project.dist());
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
