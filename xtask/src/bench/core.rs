//! The benches of the model, by criterion: run with `cargo bench`, read from what criterion writes down.

use super::Figure;
use crate::process;
use crate::project::Project;
use anyhow::{Context, Result};
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::Command;

/// The most that ten times as many titles may make of the time for routes.
const GROWTH: f64 = 15.0;

/// Runs the benches and reads their medians.
pub fn figures(project: &Project) -> Result<Vec<Figure>> {
    if !project.has_benches() {
        println!("core: skipped, there are no benches");
        return Ok(Vec::new());
    }
    let folder = project.target.join("criterion");
    // A bench that is gone would otherwise be reported forever.
    if folder.exists() {
        fs::remove_dir_all(&folder).context("the results of earlier benches cannot be removed")?;
    }
    process::timed("core", "cargo bench (about 3 minutes)", || {
        process::run(
            Command::new("cargo")
                .args(["bench", "--quiet", "--package", "career-explorer", "--benches"])
                .current_dir(&project.root),
        )
    })?;
    let mut figures = Vec::new();
    collect(&folder, "", &mut figures)?;
    figures.sort_by(|a, b| a.name.cmp(&b.name));
    figures.extend(growth(&figures));
    Ok(figures)
}

/// How many times as long the routes take in a guide ten times as large.
fn growth(figures: &[Figure]) -> Option<Figure> {
    let of = |titles: &str| figures.iter().find(|f| f.name.contains(&format!("routes/{titles}-titles"))).map(|f| f.value);
    let value = of("10000")? / of("01000")?;
    let name = "core, routes, 10,000 titles against 1,000".to_owned();
    Some(Figure { name, value, unit: "times".to_owned(), budget: Some(GROWTH) })
}

/// Finds `<group>/<bench>/new/estimates.json`, at any depth.
fn collect(folder: &Path, name: &str, figures: &mut Vec<Figure>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))? {
        let entry = entry?;
        let part = entry.file_name().to_string_lossy().into_owned();
        if !entry.file_type()?.is_dir() || part == "report" || part == "base" {
            continue;
        }
        if part == "new" {
            figures.extend(figure(name, &entry.path())?);
        } else {
            let name = if name.is_empty() { part } else { format!("{name}/{part}") };
            collect(&entry.path(), &name, figures)?;
        }
    }
    Ok(())
}

fn figure(name: &str, folder: &Path) -> Result<Option<Figure>> {
    let file = folder.join("estimates.json");
    let Ok(text) = fs::read_to_string(&file) else { return Ok(None) };
    let estimates: Value = serde_json::from_str(&text).with_context(|| format!("{} is no JSON", file.display()))?;
    let nanoseconds =
        estimates["median"]["point_estimate"].as_f64().with_context(|| format!("{} has no median", file.display()))?;
    Ok(Some(Figure { name: format!("core, {name}, median"), value: nanoseconds / 1000.0, unit: "µs".to_owned(), budget: None }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn medians_are_found_at_any_depth() {
        let folder = std::env::temp_dir().join(format!("xtask-criterion-{}", std::process::id()));
        for (name, median) in [("readiness/new", 1500.0), ("routes/all/new", 2_000_000.0), ("routes/all/base", 9.0)] {
            fs::create_dir_all(folder.join(name)).expect("a folder");
            let text = format!("{{\"median\":{{\"point_estimate\":{median}}}}}");
            fs::write(folder.join(name).join("estimates.json"), text).expect("a file");
        }
        let mut figures = Vec::new();
        collect(&folder, "", &mut figures).expect("figures");
        fs::remove_dir_all(&folder).expect("removed");
        let mut found: Vec<(String, f64)> = figures.into_iter().map(|f| (f.name, f.value)).collect();
        found.sort_by(|a, b| a.0.cmp(&b.0));
        assert_eq!(found, [("core, readiness, median".to_owned(), 1.5), ("core, routes/all, median".to_owned(), 2000.0)]);
    }

    #[test]
    fn growth_is_that_of_the_routes() {
        let of = |(name, value): (&str, f64)| Figure { name: name.to_owned(), value, unit: "µs".to_owned(), budget: None };
        let figures = [
            ("core, routes/01000-titles, median", 4.0),
            ("core, routes/10000-titles, median", 64.0),
            ("core, search/10000-titles, median", 9.0),
        ]
        .map(of);
        let growth = growth(&figures).expect("both are there");
        assert!(growth.is_over() && (growth.value - 16.0).abs() < f64::EPSILON);
    }
}
