//! A share of a whole, kept exact: comparisons and percentages never depend on the rounding of floats. And exact decimals as text, with
//! a point, as files have them too.

use std::num::NonZeroU32;

/// A part of a whole, from 0 to 1. A share of nothing is no share, so it cannot be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    part: u32,
    whole: NonZeroU32,
}

impl Share {
    /// `part` of `whole`; more than the whole counts as the whole.
    ///
    /// ```
    /// use career_explorer::domain::base::share::Share;
    /// use std::num::NonZeroU32;
    ///
    /// let half = NonZeroU32::new(8).map(|whole| Share::new(4, whole).percent());
    /// assert_eq!(half, Some(50));
    /// ```
    pub fn new(part: u32, whole: NonZeroU32) -> Self {
        Self { part: part.min(whole.get()), whole }
    }

    /// What is there.
    pub fn part(self) -> u32 {
        self.part
    }

    /// What there could be.
    pub fn whole(self) -> NonZeroU32 {
        self.whole
    }

    /// In whole percent, 0 to 100, rounded down: 84.9 % is not yet 85 %, and 100 % is all of it.
    pub fn percent(self) -> u32 {
        self.part * 100 / self.whole
    }

    /// Whether this is at least so many percent, exactly.
    ///
    /// ```
    /// use career_explorer::domain::base::share::Share;
    /// use std::num::NonZeroU32;
    ///
    /// let most = Share::new(849, NonZeroU32::new(1_000).unwrap());
    /// assert!(most.reaches(84) && !most.reaches(85));
    /// ```
    pub fn reaches(self, percent: u32) -> bool {
        self.part * 100 >= percent * self.whole.get()
    }
}

/// `part` of `whole` in percentage points with one decimal, rounded to the nearest: `6.9`.
///
/// ```
/// use career_explorer::domain::base::share::points;
/// use std::num::NonZeroU32;
///
/// assert_eq!(points(2, NonZeroU32::new(3).unwrap()), "66.7");
/// ```
pub fn points(part: u32, whole: NonZeroU32) -> String {
    let tenths = (part * 2000 + whole.get()) / (whole.get() * 2);
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// A sum of weighted levels, which is kept in quarters, as a decimal: 15 is `3.75`.
pub fn quarters(sum: u32) -> String {
    let fraction = ["", ".25", ".5", ".75"][(sum % 4) as usize];
    format!("{}{fraction}", sum / 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(part: u32, whole: u32) -> Share {
        Share::new(part, NonZeroU32::new(whole).expect("more than nothing"))
    }

    #[test]
    fn percentages_round_down_and_points_to_the_nearest() {
        for (part, whole, percent, text) in [
            (849, 1000, 84, "84.9"),
            (850, 1000, 85, "85.0"),
            (999, 1000, 99, "99.9"),
            (1, 1, 100, "100.0"),
            (2, 3, 66, "66.7"),
            (0, 7, 0, "0.0"),
        ] {
            let share = share(part, whole);
            assert_eq!((share.percent(), points(part, share.whole()).as_str()), (percent, text));
        }
        assert!(share(850, 1000).reaches(85) && !share(8499, 10000).reaches(85));
        assert_eq!(share(9, 7).percent(), 100);
        assert_eq!([0, 12, 15, 18, 10].map(quarters), ["0", "3", "3.75", "4.5", "2.5"]);
    }
}
