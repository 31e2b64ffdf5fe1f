//! What rough ratings mean: a self-rating is a level off here and there, and so are the figures that come of it.

use super::figures::PERCENT;
use crate::domain::standing::stability::{RUNS, Stability};

/// The ends of the figure in tenths of a percent: the tenth percentile with all that is unrated at none, the ninetieth with it as asked.
pub fn ends(stability: &Stability) -> (u32, u32) {
    (stability.low.tenths().0, stability.high.tenths().1)
}

/// What the pale end of a bar means, in one sentence.
pub fn meaning(stability: &Stability) -> String {
    let (from, to) = ends(stability);
    format!(
        "If every second rating is a level off, up as often as down, the figure lies between {} and {}{PERCENT} in eight of ten cases: mostly below it, because more than is asked never counts.",
        from / 10,
        to / 10
    )
}

/// How often one of the heaviest gaps stays one of them, as `in 9 of 10 cases`.
pub fn stays(runs: u16) -> String {
    match (u32::from(runs) * 10 + u32::from(RUNS) / 2) / u32::from(RUNS) {
        10 => "stays one of your three heaviest gaps even if ratings are a level off".to_owned(),
        tenths => format!("stays one of your three heaviest gaps in {tenths} of 10 cases if ratings are a level off"),
    }
}
