//! What the guide's records are called.

use crate::domain::guide::{ResourceKind, Topic};

/// A kind of thing to read.
pub const fn resource(kind: Option<ResourceKind>) -> &'static str {
    match kind {
        Some(ResourceKind::Paper) => "paper",
        Some(ResourceKind::Standard) => "standard",
        Some(ResourceKind::Book) | None => "book",
    }
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
