//! The bands of the levels with their headings.

use super::super::geometry::{Point, Rect};
use super::super::shapes::{BAND_SIZE, Band, Form, YEARS_SIZE};
use super::super::text::{Anchor, Slot, Text, Weight};
use super::{BandPlace, Drawing};
use crate::domain::guide::Level;

/// Between the edge of a band and the heading in it, in the horizontal form.
pub(in super::super) const INSET: i32 = 12;
/// Height of a band's heading in the vertical form: air, text, rule, air.
pub(in super::super) const HEADING: i32 = 46;
/// From the years to the name below them, where the two do not fit beside each other.
const LEADING: i32 = 17;
/// The room of one sign of the years, and of their unit.
const SIGN: i32 = 8;
const UNIT: i32 = 40;

impl Drawing<'_> {
    /// The bands, the most junior first.
    pub(super) fn bands(&self) -> Vec<Band> {
        let count = self.sheet.bands.len();
        let mut bands = Vec::new();
        for (i, place) in self.sheet.bands.iter().enumerate() {
            let Some(level) = self.guide.pack().levels.get(usize::from(place.level)) else { continue };
            let years = years(level);
            // Every other one is darker, counted from the left or from the top.
            bands.push(match self.sheet.form {
                Form::Horizontal => self.column(place, level, years, i % 2 == 1),
                Form::Vertical => self.stack(place, level, years, (count - 1 - i) % 2 == 1),
            });
        }
        bands
    }

    fn column(&self, place: &BandPlace, level: &Level, years: Option<i32>, shaded: bool) -> Band {
        let (left, right) = (self.across(place.begin), self.across(place.end));
        let x = left + INSET;
        Band {
            level: place.level.into(),
            shaded,
            area: Rect { x: left, y: 0, width: right - left, height: self.sheet.height },
            name: Text::at(&level.name, Point::new(x, 24), Anchor::Start, BAND_SIZE, Weight::Bold),
            years: years.map(|room| Slot::at(Point::new(x, 42), Anchor::Start, YEARS_SIZE, room)),
            rule: None,
        }
    }

    fn stack(&self, place: &BandPlace, level: &Level, years: Option<i32>, shaded: bool) -> Band {
        let (top, bottom) = (self.down(place.begin), self.down(place.end));
        let (names, width) = (self.sheet.names, self.width);
        let base = top + HEADING - 20;
        let name = Text::at(&level.name, Point::new(names, base), Anchor::Start, BAND_SIZE, Weight::Bold);
        let years = years.map(|years| {
            let left = width - names - name.area.width - years;
            let at = Point::new(width, if left >= 12 { base } else { base - LEADING });
            Slot::at(at, Anchor::End, YEARS_SIZE, years)
        });
        let rule = top + HEADING - 11;
        Band {
            level: place.level.into(),
            shaded,
            area: Rect { x: 0, y: top, width, height: bottom - top },
            name,
            years,
            rule: Some((Point::new(names, rule), Point::new(width, rule))),
        }
    }
}

/// The room that a level's years are given, in px: for the signs of their figures, as in `10–15+`, and for a word with a blank before it.
pub(in super::super) fn years(level: &Level) -> Option<i32> {
    let signs = |years: u8| if years < 10 { 1 } else { 2 };
    let to = level.to.map_or(0, |to| 1 + signs(to));
    Some((signs(level.from?) + to + i32::from(level.open)) * SIGN + UNIT)
}
