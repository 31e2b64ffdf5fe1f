//! The five levels of one skill as a row of segments.

use crate::domain::gap::Gap;
use crate::domain::guide::Proficiency;
use leptos::prelude::*;

/// The levels that one has, lacks, or has beyond what is asked. `name` is the skill's, for the text that stands for the picture.
pub fn level_bar(name: &str, gap: &Gap) -> impl IntoView + use<> {
    let (rated, required) = (gap.rated, gap.required);
    let class = move |level: Proficiency| match rated {
        Some(rated) if level <= rated && level <= required => "have",
        Some(rated) if level <= rated => "over",
        Some(_) if level <= required => "need",
        None if level <= required => "maybe",
        _ => "",
    };
    let text = match rated {
        Some(rated) => format!("{name}: level {rated}, required {required}"),
        None => format!("{name}: unrated, required {required}"),
    };
    let segments = Proficiency::all().skip(1).map(|level| view! { <i class=class(level)></i> }).collect_view();
    view! { <div class="levels" role="img" aria-label=text>{segments}</div> }
}
