//! What the guide's records are called.

use super::dates;
use super::figures::so_many;
use crate::domain::base::day::Day;
use crate::domain::guide::{ResourceKind, Topic};

/// A kind of thing to read.
pub const fn resource(kind: Option<ResourceKind>) -> &'static str {
    match kind {
        Some(ResourceKind::Paper) => "paper",
        Some(ResourceKind::Standard) => "standard",
        Some(ResourceKind::Book) | None => "book",
    }
}

/// How much of one's own there is, as `7 stories so far.`; nothing where there is none.
pub fn so_far(count: usize, one: &'static str, many: &'static str) -> String {
    if count == 0 { String::new() } else { format!("{} so far.", so_many(count, one, many)) }
}

/// When a profile was looked at last.
pub fn refreshed(day: Day) -> String {
    format!("Last refreshed on {}.", dates::day(day))
}

/// What a group of sections is about.
pub const fn topic(topic: Topic) -> &'static str {
    match topic {
        Topic::Role => "The role",
        Topic::Path => "The path",
        Topic::Skills => "The skills",
        Topic::GettingHired => "Getting hired",
    }
}
