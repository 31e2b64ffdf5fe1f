//! Résumés as JSON Resume, schema v1.0.0: what is made of a log of evidence, and what another program's file says of somebody.
//!
//! May import: serde_json.

mod jobs;
mod read;

pub use jobs::{Title, jobs};
pub use read::{
    Imported, Job, MAX_BYTES, Proposal, Reading, ResumeError, Stated, Suits, Warning, propose_skills, propose_titles, read,
};

use crate::domain::workbench::evidence::Achievement;
use crate::domain::workbench::export::markdown::measured;
use crate::domain::workbench::metric::Metric;
use crate::domain::workbench::text::{clean, one_line};
use crate::domain::workbench::when::When;
use serde::Serialize;

const SCHEMA: &str = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json";

/// What goes into a résumé.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Resume {
    /// The person's name; may be empty, as everything else.
    pub name: String,
    /// What they are, in a few words.
    pub label: String,
    /// A paragraph about them.
    pub summary: String,
    /// Their jobs, the latest first.
    pub work: Vec<Work>,
    /// Their skills in the order in which to list them: name, and level in words.
    pub skills: Vec<(String, String)>,
    /// Their certificates: name, issuer, and when.
    pub certificates: Vec<(String, String, Option<When>)>,
}

/// A job in a résumé.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Work {
    /// The employer.
    pub employer: String,
    /// The title held.
    pub position: String,
    /// Since when.
    pub from: Option<When>,
    /// Until when; `None` for up to now.
    pub to: Option<When>,
    /// What was done there, a line each.
    pub lines: Vec<String>,
}

/// The text of a résumé file. `made` is the day or moment of making in the form of ISO 8601.
pub fn write(resume: &Resume, made: &str) -> String {
    #[derive(Serialize)]
    struct File<'a> {
        #[serde(rename = "$schema")]
        schema: &'static str,
        basics: Basics<'a>,
        work: Vec<Job<'a>>,
        skills: Vec<Skill<'a>>,
        certificates: Vec<Certificate<'a>>,
        meta: Meta<'a>,
    }
    #[derive(Serialize)]
    struct Basics<'a> {
        #[serde(skip_serializing_if = "str::is_empty")]
        name: &'a str,
        #[serde(skip_serializing_if = "str::is_empty")]
        label: &'a str,
        #[serde(skip_serializing_if = "String::is_empty")]
        summary: String,
    }
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Job<'a> {
        #[serde(skip_serializing_if = "str::is_empty")]
        name: &'a str,
        #[serde(skip_serializing_if = "str::is_empty")]
        position: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        start_date: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        end_date: Option<String>,
        highlights: Vec<String>,
    }
    #[derive(Serialize)]
    struct Skill<'a> {
        name: &'a str,
        #[serde(skip_serializing_if = "str::is_empty")]
        level: &'a str,
    }
    #[derive(Serialize)]
    struct Certificate<'a> {
        name: &'a str,
        #[serde(skip_serializing_if = "str::is_empty")]
        issuer: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        date: Option<String>,
    }
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Meta<'a> {
        version: &'static str,
        last_modified: &'a str,
    }
    let file = File {
        schema: SCHEMA,
        basics: Basics { name: &resume.name, label: &resume.label, summary: clean(&resume.summary) },
        work: resume
            .work
            .iter()
            .map(|job| Job {
                name: &job.employer,
                position: &job.position,
                start_date: job.from.and_then(date),
                end_date: job.to.and_then(date),
                highlights: job.lines.iter().map(|line| one_line(line)).filter(|line| !line.is_empty()).collect(),
            })
            .collect(),
        skills: resume.skills.iter().map(|(name, level)| Skill { name, level }).collect(),
        certificates: resume
            .certificates
            .iter()
            .map(|(name, issuer, when)| Certificate { name, issuer, date: when.and_then(date) })
            .collect(),
        meta: Meta { version: "v1.0.0", last_modified: made },
    };
    // Fails on map keys that are no text only, and there is no map.
    serde_json::to_string_pretty(&file).unwrap_or_default() + "\n"
}

/// A date as the schema takes it: years 1000 to 2999.
fn date(when: When) -> Option<String> {
    (1_000..3_000).contains(&when.first().year()).then(|| when.to_string())
}

/// The résumé line of an achievement: what was done, and the metric where the line does not say it already. `change` stands between the
/// figures before and after.
pub fn line(one: &Achievement, change: &str) -> String {
    let says =
        |figure: &str| one.line.split(|c: char| !c.is_ascii_digit() && c != '.').any(|word| word.trim_end_matches('.') == figure);
    let said = |metric: &Metric| match metric {
        Metric::Change { from, to, .. } => says(&from.to_string()) && says(&to.to_string()),
        Metric::By { by: one, .. } | Metric::Reached { to: one, .. } => says(&one.to_string()),
    };
    match &one.metric {
        Some(metric) if !said(metric) => format!("{} ({})", one.line, measured(metric, change)),
        _ => one.line.clone(),
    }
}
