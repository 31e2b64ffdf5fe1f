//! What one reads on the page of certifications, tools and things to read.

use super::figures;
use crate::domain::guide::{Guide, ItemId, SkillId};
use crate::domain::standing::gap::Gap;
use crate::domain::workbench::learning::Status;
use std::num::NonZeroU32;

/// A status, as a form and the lists have it.
pub const fn status(status: Status) -> &'static str {
    match status {
        Status::Wanted => "Wanted",
        Status::UnderWay => "Under way",
        Status::Done => "Done",
    }
}

/// Where no status was given.
pub const NO_STATUS: &str = "Not planned";

/// How familiar one is with a tool.
pub const fn familiarity(level: u8) -> &'static str {
    match level {
        0 => "New to me",
        1 => "Tried it",
        2 => "Use it",
        _ => "Could teach it",
    }
}

/// Where that was not said.
pub const NOT_SAID: &str = "Not said";

/// The gaps that an entry helps with, as `Helps with Leadership & teams −2, Adaptability −1.`
pub fn helps(guide: &Guide, gaps: &[Gap]) -> String {
    let mut words = String::from("Helps with ");
    for (place, gap) in gaps.iter().enumerate() {
        if place > 0 {
            words.push_str(", ");
        }
        words.push_str(&format!("{} −{}", guide.skill(gap.skill).short, gap.levels().unwrap_or(0)));
    }
    words + "."
}

/// What these gaps come to. What an entry does about them is for the person to find out.
pub fn worth(weighed: u32, asked: NonZeroU32) -> String {
    format!(" These gaps make {}\u{a0}points of readiness.", figures::points(weighed, asked))
}

/// What an entry is for where it helps with no gap that is known.
pub fn is_for(guide: &Guide, skills: &[SkillId]) -> String {
    let names: Vec<&str> =
        skills.iter().filter_map(|id| guide.skill_by_id(id)).map(|skill| guide.skill(skill).short.as_str()).collect();
    format!("For {}.", names.join(", "))
}

/// What something to read is for.
pub fn reading_for(skill: &str, level: u8) -> String {
    format!("For {skill}, up to level {level}.")
}

/// What questions for somebody else are chosen by.
pub const PRACTISE: &str =
    "One of each kind that an interview for their destination has: the one that turns on their heaviest gaps.";
/// Where no gap is known.
pub const NO_HELP: &str = "No gap is certain yet: their first ratings will say what helps.";

/// What is announced once a status is set.
pub fn set(name: &str, to: Option<Status>) -> String {
    format!("{name}: {}.", to.map_or(NO_STATUS, status).to_ascii_lowercase())
}

/// What is announced once a familiarity is set.
pub fn familiar(name: &str, to: Option<u8>) -> String {
    format!("{name}: {}.", to.map_or(NOT_SAID, familiarity).to_ascii_lowercase())
}

/// How many steps are done with a tool.
pub fn steps(done: usize, all: usize, tool: &str) -> String {
    format!("{done}\u{a0}of\u{a0}{all}\u{a0}steps with {tool}")
}

/// The id of the check box of a step.
pub fn step_id(step: &ItemId) -> String {
    format!("step-{}", step.as_str())
}
