//! The closed sets of the model: levels of proficiency, importance, dimensions.

use crate::domain::guide::{Dimension, Importance, Proficiency};

/// A level, as buttons and sentences have it.
pub const fn level(level: Proficiency) -> &'static str {
    match level.get() {
        0 => "None",
        1 => "Aware",
        2 => "Working",
        3 => "Proficient",
        4 => "Leading",
        _ => "Shaping",
    }
}

/// An importance in a sentence.
pub const fn importance(importance: Importance) -> &'static str {
    match importance {
        Importance::NotRated => "not rated by the guide",
        Importance::Medium => "medium",
        Importance::High => "high",
        Importance::Critical => "critical",
    }
}

/// A dimension, short, as tags and filters have it.
pub const fn dimension(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Technical => "Technical",
        Dimension::Strategic => "Leadership",
        Dimension::Operational => "Operational",
        Dimension::Emerging => "Emerging",
    }
}
