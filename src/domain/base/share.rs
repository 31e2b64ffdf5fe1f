//! A share of a whole, kept exact: comparisons and percentages never depend on the rounding of floats.

use std::fmt;

/// `part` of `whole`, from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// What is there, at most `whole`.
    pub part: u32,
    /// What there could be. A whole of 0 is nothing to fall short of, so it counts as full.
    pub whole: u32,
}

impl Share {
    /// In whole percent, 0 to 100, rounded down: 84.9 % is not yet 85 %, and 100 % is all of it.
    pub fn percent(self) -> u32 {
        (self.part * 100).checked_div(self.whole).unwrap_or(100)
    }

    /// Whether this is at least so many percent, exactly.
    pub fn reaches(self, percent: u32) -> bool {
        self.part * 100 >= percent * self.whole
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} %", self.percent())
    }
}

/// `part` of `whole` in percentage points with one decimal, rounded to the nearest: `6.9`.
pub fn points(part: u32, whole: u32) -> String {
    let tenths = (part * 2000 + whole).checked_div(whole * 2).unwrap_or(0);
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

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
            assert_eq!((Share { part, whole }.percent(), points(part, whole).as_str()), (percent, text));
        }
        assert_eq!(Share { part: 0, whole: 0 }.percent(), 100);
        assert!(Share { part: 850, whole: 1000 }.reaches(85) && !Share { part: 8499, whole: 10000 }.reaches(85));
    }
}
