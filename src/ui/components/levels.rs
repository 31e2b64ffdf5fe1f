//! The five levels of one skill as a row of segments.

use crate::dom::{El, el};
use crate::domain::guide::Proficiency;
use crate::domain::standing::gap::Gap;

/// The levels that one has, lacks, or has beyond what is asked. `name` is the skill's, for the text that stands for the picture.
pub fn level_bar(name: &str, gap: &Gap) -> El {
    let (rated, required) = (gap.rated, gap.required);
    let class = |level: Proficiency| match rated {
        Some(rated) if level <= rated && level <= required => "have",
        Some(rated) if level <= rated => "over",
        Some(_) if level <= required => "need",
        None if level <= required => "maybe",
        _ => "",
    };
    let words = match rated {
        Some(rated) => format!("{name}: level {rated}, required {required}"),
        None => format!("{name}: unrated, required {required}"),
    };
    let segments: Vec<El> = Proficiency::all().skip(1).map(|level| el("i").class(class(level))).collect();
    el("div").class("levels").attr("role", "img").attr("aria-label", words).with(segments)
}
