//! Figures: percentages, their ranges, points and weights, and what is counted. They are exact, and how they are rounded is for the model
//! to say. A figure and its unit stand on one line: the blank between them is one at which no line breaks.

pub use crate::domain::base::share::{points, quarters};

use super::plural;
use crate::domain::base::share::Share;
use crate::domain::standing::readiness::Readiness;

/// The sign behind a percentage, with its blank.
pub const PERCENT: &str = "\u{a0}%";

/// A figure with its unit, as `6 h`.
pub fn with_unit(figure: &str, unit: &str) -> String {
    [figure, "\u{a0}", unit].concat()
}

/// So many, as `1 step` or `12 steps`.
///
/// ```
/// use career_explorer::ui::words::figures::so_many;
///
/// assert_eq!((so_many(1, "step", "steps"), so_many(12, "step", "steps")), ("1\u{a0}step".into(), "12\u{a0}steps".into()));
/// ```
pub fn so_many(count: usize, one: &'static str, many: &'static str) -> String {
    with_unit(&count.to_string(), plural(count, one, many))
}

/// A part of a whole, as `3 of 4`.
pub fn out_of(part: usize, whole: usize) -> String {
    [&part.to_string(), "\u{a0}of\u{a0}", &whole.to_string()].concat()
}

/// Words with the usual blanks, as a test writes them.
#[cfg(test)]
pub fn plain(words: &str) -> String {
    words.replace('\u{a0}', " ")
}

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
