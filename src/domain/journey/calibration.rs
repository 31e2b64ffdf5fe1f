//! Whether hours and years agree: for each promotion, how long it takes at the default pace to get from exactly the profile of the old
//! title to all that the new one asks, beside the years that people stay before they make the move.

use crate::domain::guide::{Guide, MoveKind};
use crate::domain::journey::pace::{Effort, days};
use crate::domain::journey::raise::Raise;
use crate::domain::plan::Pace;

/// One promotion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Calibration {
    /// The number of the move.
    pub number: usize,
    /// Level steps from the one profile to the other.
    pub steps: u32,
    /// What they take.
    pub effort: Effort,
}

impl Calibration {
    /// Days that it likely takes at the default pace.
    pub fn takes(&self) -> u32 {
        self.effort.days(Pace::default()).0
    }

    /// Whether that is between the short and the long stay, both included.
    pub fn is_within(&self, guide: &Guide) -> bool {
        let (short, long) = guide.dwell(self.number);
        (days(short.into())..=days(long.into())).contains(&self.takes())
    }
}

/// The promotions of a guide, in its order.
///
/// ```
/// use career_explorer::content;
/// use career_explorer::domain::journey::calibration::promotions;
///
/// let guide = content::guide().unwrap();
/// let promotions = promotions(&guide);
/// assert!(!promotions.is_empty() && promotions.iter().all(|promotion| promotion.takes() > 0));
/// ```
pub fn promotions(guide: &Guide) -> Vec<Calibration> {
    let is_promotion = |number: &usize| guide.one_move(*number).kind == Some(MoveKind::Promotion);
    let of = |number: usize| {
        let (from, to) = guide.ends(number);
        let raise = |skill| Raise { skill, from: guide.required(from, skill), to: guide.required(to, skill) };
        let raises: Vec<Raise> = guide.skills().map(raise).filter(|raise| raise.from < raise.to).collect();
        Calibration { number, steps: raises.iter().map(Raise::levels).sum(), effort: Effort::of_raises(guide, &raises) }
    };
    (0..guide.move_count()).filter(is_promotion).map(of).collect()
}
