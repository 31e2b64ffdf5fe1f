//! The two clocks. The guide's timeline reaches a title early (the fast clock); the years of its levels reach it later (the usual
//! clock). Both are kept, as the two ends of a range.
//!
//! Arrival = max(years now + dwell, start of the title's band). The fast end takes the short dwell and the band of the timeline, the
//! usual end the long dwell and the band of the level. Years already served in the present title count towards the dwell of the first
//! move, up to the whole of it.

use crate::domain::guide::Guide;
pub use crate::domain::plan::Experience;

/// Years of experience on taking up a title: the fast end and the usual end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arrival {
    /// By the timeline and the short dwell.
    pub fast: u16,
    /// By the levels and the long dwell; never before `fast`.
    pub usual: u16,
}

impl Arrival {
    /// Where a person stands now.
    pub fn now(years: u8) -> Self {
        Self { fast: years.into(), usual: years.into() }
    }

    /// On taking up the title at the end of the move with this number, from the title at its start, `served` years of which are over.
    ///
    /// ```
    /// use career_explorer::content;
    /// use career_explorer::domain::journey::clock::Arrival;
    ///
    /// let guide = content::guide().unwrap();
    /// let title = |id: &str| guide.title_by_id(&id.into()).unwrap();
    /// let number = guide.move_between(title("director-of-engineering"), title("head-of-engineering")).unwrap();
    /// let (arrival, served) = (Arrival::now(14).after(&guide, number, 0), Arrival::now(14).after(&guide, number, 2));
    /// assert!(arrival.fast <= arrival.usual);
    /// assert!(served.usual <= arrival.usual, "two years of the stay are over");
    /// ```
    pub fn after(self, guide: &Guide, number: usize, served: u8) -> Self {
        let (short, long) = guide.dwell(number);
        let to = guide.ends(number).1;
        Self {
            fast: (self.fast + u16::from(short.saturating_sub(served))).max(guide.fast_band(to).from.into()),
            usual: (self.usual + u16::from(long.saturating_sub(served))).max(guide.usual_band(to).from.into()),
        }
    }

    /// As calendar years, for someone with `years` of experience in `this_year`.
    ///
    /// ```
    /// use career_explorer::domain::journey::clock::Arrival;
    ///
    /// let arrival = Arrival { fast: 12, usual: 15 };
    /// assert_eq!(arrival.calendar(7, 2026), (2031, 2034));
    /// ```
    pub fn calendar(self, years: u8, this_year: i32) -> (i32, i32) {
        let year = |at: u16| this_year + i32::from(at) - i32::from(years);
        (year(self.fast), year(self.usual))
    }
}
