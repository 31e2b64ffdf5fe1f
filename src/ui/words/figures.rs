//! Figures: percentages, their ranges, points and weights. They are exact, and how they are rounded is for the model to say.

pub use crate::domain::base::share::{points, quarters};

use crate::domain::base::share::Share;
use crate::domain::standing::readiness::Readiness;

/// The sign behind a percentage, with its blank.
pub const PERCENT: &str = " %";

/// As `66 %`.
pub fn percent(share: Share) -> String {
    share.percent().to_string() + PERCENT
}

/// As `61–66 %`, or `66 %` once the ends meet.
pub fn readiness(readiness: Readiness) -> String {
    readiness_bare(readiness) + PERCENT
}

/// The same without the sign.
pub fn readiness_bare(readiness: Readiness) -> String {
    let (low, high) = (readiness.low().percent(), readiness.high().percent());
    let mut words = low.to_string();
    if low != high {
        words.push('–');
        words.push_str(&high.to_string());
    }
    words
}
