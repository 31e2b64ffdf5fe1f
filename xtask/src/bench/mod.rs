//! `cargo xtask bench`: what the app weighs and how long it takes, each figure beside its budget.

mod core;

use crate::args::Args;
use crate::build;
use crate::process;
use crate::project::Project;
use crate::setup::{browser, node};
use anyhow::{Context, Result, bail};
use serde_json::Value;

/// The parts that `--only` names.
const PARTS: [&str; 3] = ["size", "core", "browser"];
/// The budgets in bytes of brotli: the first page alive, someone with a plan on any page, and all of the program.
const FIRST_LOAD: f64 = 55_000.0;
const WITH_A_PLAN: f64 = 225_000.0;
const IN_ALL: f64 = 255_000.0;

/// A measured figure.
struct Figure {
    name: String,
    value: f64,
    unit: String,
    budget: Option<f64>,
}

impl Figure {
    fn is_over(&self) -> bool {
        self.budget.is_some_and(|budget| self.value > budget)
    }
}

/// Measures, and prints the table.
///
/// # Errors
/// When something cannot be measured, or is over its budget.
pub fn run(args: &mut Args) -> Result<()> {
    let only = args.choice("only", &PARTS)?;
    args.finish()?;
    let project = Project::open()?;
    let wants = |part: &str| only.is_none_or(|o| o == part);
    let mut figures = Vec::new();
    if wants("size") || wants("browser") {
        build::release(&project)?;
    }
    if wants("size") {
        figures.extend(size(&project)?);
    }
    if wants("core") {
        figures.extend(core::figures(&project)?);
    }
    if wants("browser") {
        figures.extend(in_browser(&project)?);
    }
    print(&figures);
    if let Some(load) = load().filter(|load| *load > 1.0) {
        println!("This machine had other work to do (load {load:.1}): times are longer than they are by themselves.\n");
    }
    let over = figures.iter().filter(|f| f.is_over()).count();
    if over > 0 {
        bail!("{over} of {} figures are over their budget", figures.len());
    }
    Ok(())
}

/// How many processes wanted to run in the last minute, where the system says so.
fn load() -> Option<f64> {
    std::fs::read_to_string("/proc/loadavg").ok()?.split(' ').next()?.parse().ok()
}

fn size(project: &Project) -> Result<Vec<Figure>> {
    let node = node::require(project)?;
    let text = process::output(node.script(project, "size.mjs").env("DIST", project.dist()))
        .context("the first load cannot be weighed")?;
    let rows: Vec<Value> = serde_json::from_str(&text)?;
    let mut figures = Vec::new();
    let (mut sum, mut with_a_plan, mut in_all) = (0.0, 0.0, 0.0);
    for row in &rows {
        let value = row["brotli"].as_f64().context("size.mjs gave no size")?;
        let is_first = row["first"].as_bool().context("size.mjs did not say when a file is loaded")?;
        let file = row["file"].as_str().unwrap_or_default();
        sum += if is_first { value } else { 0.0 };
        let is_planner = row["plan"].as_bool().context("size.mjs did not say who needs a file")?;
        with_a_plan += if is_planner { value } else { 0.0 };
        in_all += value;
        let when = match (is_first, is_planner) {
            (true, _) => "first load",
            (false, true) => "with a plan",
            (false, false) => "when it is asked for",
        };
        figures.push(Figure { name: format!("{when}, {file}"), value, unit: "B".to_owned(), budget: None });
    }
    let sums = [
        ("first load, brotli 11, in all", sum, FIRST_LOAD),
        ("with a plan, any page", with_a_plan, WITH_A_PLAN),
        ("all of the program", in_all, IN_ALL),
    ];
    let of = |(name, value, budget): (&str, f64, f64)| Figure {
        name: name.to_owned(),
        value,
        unit: "B".to_owned(),
        budget: Some(budget),
    };
    figures.extend(sums.map(of));
    Ok(figures)
}

fn in_browser(project: &Project) -> Result<Vec<Figure>> {
    let node = node::require(project)?;
    let chrome = browser::chromium(project, &node)?;
    let text = process::timed("browser", "starting and rating in Chromium at 4× slow-down", || {
        let mut text = String::new();
        let mut command = node.script(project, "bench.mjs");
        command.env("CHROME", chrome).env("DIST", project.dist());
        if !process::lines(&mut command, |line| text.push_str(line))? {
            bail!("tests/browser/bench.mjs failed");
        }
        Ok(text)
    })?;
    let rows: Vec<Value> = serde_json::from_str(&text).context("bench.mjs gave no figures")?;
    let figure = |row: &Value| Figure {
        name: row["name"].as_str().unwrap_or_default().to_owned(),
        // A figure that is missing is over every budget.
        value: row["value"].as_f64().unwrap_or(f64::INFINITY),
        unit: row["unit"].as_str().unwrap_or_default().to_owned(),
        budget: row["budget"].as_f64(),
    };
    Ok(rows.iter().map(figure).collect())
}

fn print(figures: &[Figure]) {
    let width = figures.iter().map(|f| f.name.chars().count()).max().unwrap_or(0);
    println!("\n{:width$}  {:>14}  {:>14}", "figure", "measured", "budget");
    for figure in figures {
        let show = |value: f64| {
            if figure.unit == "B" { format!("{value:.0} {}", figure.unit) } else { format!("{value:.2} {}", figure.unit) }
        };
        let budget = figure.budget.map_or_else(|| "–".to_owned(), show);
        let verdict = if figure.is_over() { "  OVER" } else { "" };
        println!("{:width$}  {:>14}  {budget:>14}{verdict}", figure.name, show(figure.value));
    }
    println!();
}
