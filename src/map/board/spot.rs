//! The places that a label can take around its station.

use super::super::geometry::{Point, Rect};
use super::super::shapes::LABEL_SIZE;
use super::super::text::{Anchor, Text, Weight, text_width};
use super::{CLEAR, ROOM};
use crate::domain::base::sorting::sort_by_key;

/// From the top of a line of text to its baseline, in px.
const ASCENT: i32 = 12;
/// From one baseline to the next, in px.
const LEADING: i32 = 15;
/// From the station of a related path to its label.
pub(in super::super) const LABEL: i32 = 14;

/// A place for a label.
pub(in super::super) struct Spot {
    pub area: Rect,
    pub anchor: Anchor,
    /// What is given up by standing here; 0 for the place where one looks first.
    pub cost: i32,
}

impl Spot {
    /// A spot whose text begins, ends or is centred at `x`, with its upper edge at `top`.
    fn new(x: i32, top: i32, anchor: Anchor, size: (i32, i32), cost: i32) -> Self {
        Self { area: Rect { x: anchor.left(x, size.0), y: top, width: size.0, height: size.1 }, anchor, cost }
    }

    /// The lines of a label that stands here.
    pub fn set<'a>(&self, lines: impl IntoIterator<Item = &'a String>, weight: Weight) -> Vec<Text> {
        let x = match self.anchor {
            Anchor::Start => self.area.x,
            Anchor::Middle => self.area.x + self.area.width / 2,
            Anchor::End => self.area.right(),
        };
        let line = |(line, i): (&String, i32)| {
            Text::at(line, Point::new(x, self.area.y + ASCENT + i * LEADING), self.anchor, LABEL_SIZE, weight)
        };
        lines.into_iter().zip(0..).map(line).collect()
    }
}

/// The size of a label on the map.
pub(in super::super) fn label_size(lines: &[String], weight: Weight) -> (i32, i32) {
    let width = lines.iter().map(|l| text_width(l, LABEL_SIZE, weight)).max().unwrap_or(0);
    (width, i32::try_from(lines.len()).unwrap_or(1) * LEADING)
}

/// The places around a station: above and below it; beside a line that leaves it upwards or downwards; a little aside, for one
/// that leaves at a slant; and level with it, for the ends of lines.
pub(in super::super) fn spots(at: Point, lines: &[String], weight: Weight, below_first: bool) -> Vec<Spot> {
    let size = label_size(lines, weight);
    let (above, below) = (at.y - ROOM - 1 - size.1, at.y + ROOM);
    let level = at.y - size.1 / 2;
    let aside = ROOM / 2;
    let clear = CLEAR + 3;
    let mut all = Vec::with_capacity(12);
    for (top, last) in [(above, i32::from(below_first) * 4), (below, i32::from(!below_first) * 4)] {
        all.push(Spot::new(at.x, top, Anchor::Middle, size, last));
        all.push(Spot::new(at.x - aside + 4, top, Anchor::Start, size, last + 12));
        all.push(Spot::new(at.x + aside - 4, top, Anchor::End, size, last + 14));
        all.push(Spot::new(at.x + clear, top, Anchor::Start, size, last + 18));
        all.push(Spot::new(at.x - clear, top, Anchor::End, size, last + 20));
    }
    all.push(Spot::new(at.x + ROOM + 5, level, Anchor::Start, size, 22));
    all.push(Spot::new(at.x - ROOM - 5, level, Anchor::End, size, 26));
    sort_by_key(&mut all, |s| s.cost);
    all
}

/// The one place of the label of a related path: to the right of its station.
pub(in super::super) fn beside(at: Point, lines: &[String], weight: Weight) -> Vec<Spot> {
    let size = label_size(lines, weight);
    vec![Spot::new(at.x + LABEL, at.y - size.1 / 2, Anchor::Start, size, 0)]
}
