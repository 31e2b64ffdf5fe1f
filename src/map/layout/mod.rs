//! The layout of the transit map, worked out from the guide alone: tracks are lines, titles are stations, seniority runs along the
//! lines, changes of track are connectors between them. A changed guide lays itself out.
//!
//! [`horizontal`] is the form for wide columns (seniority to the right), [`vertical`] the form for narrow ones (seniority
//! upwards). Both give a [`Sheet`], on which a journey can be drawn. The build makes those of the embedded guide; in the program this
//! code is not.
//!
//! May import: `domain::base`, `domain::guide`, and the board, the shapes and the sheet of the map. Absent on purpose: colours, text measuring (widths
//! are estimated, see [`text_width`](super::text::text_width)), anything that remembers an earlier layout.

mod columns;
mod finish;
mod frame;
mod horizontal;
mod lines;
mod onward;
mod order;
mod rows;
mod vertical;
mod ways;
mod wiring;
mod wrap;

use super::shapes::Journey;
use super::sheet::Sheet;
use crate::domain::guide::Guide;

/// The widths of a column, in px, for which the app has a sheet: below [`WIDE`] in the vertical form, from there on in the horizontal
/// one. Names break at other places on each of the narrow ones; from the last of those on none does.
const WIDTHS: [i32; 6] = [288, 328, 346, 364, 480, WIDE];
/// How much narrower, in px, a sheet may be than one of these widths, where a move would find no line at the width itself.
const NARROWER: i32 = 24;
/// From this width of the column, in px, the map runs to the right.
pub const WIDE: i32 = 1168;
/// The narrowest column that is laid out for, in px: in a narrower one the drawing is wider than its column. Below it there would be no
/// room for names, and then less than none.
pub const NARROWEST: i32 = 288;

/// Which journeys can be drawn on a sheet.
#[derive(Clone, Copy, Debug)]
pub enum For<'a> {
    /// All of them: every move has a line, and every title places for flags.
    Any,
    /// This one, which takes much less time on a large guide. The sheet is wider than asked for where that gives it its place.
    One(&'a Journey<'a>),
}

impl For<'_> {
    fn has_move(self, guide: &Guide, number: usize) -> bool {
        let (from, to) = guide.ends(number);
        match self {
            Self::Any => true,
            Self::One(journey) => journey.route.windows(2).any(|pair| pair == [from, to]),
        }
    }
}

/// The sheets of a guide, narrowest first, on which every journey can be drawn.
pub fn sheets(guide: &Guide) -> Vec<Sheet> {
    let mut sheets: Vec<Sheet> = Vec::new();
    for width in WIDTHS {
        let form = if width < WIDE { vertical } else { horizontal };
        let least = sheets.last().map_or(width, |before| before.width + 1).max(width - NARROWER);
        let found = (least..=width).rev().map(|width| form(guide, width, For::Any)).find(|sheet| has_all_moves(guide, sheet));
        // Without one, that before it is drawn out further. Where a form begins, it must have one in any case.
        let is_first = sheets.is_empty() || width == WIDE;
        sheets.extend(found.or_else(|| is_first.then(|| form(guide, width, For::Any))));
    }
    sheets
}

fn has_all_moves(guide: &Guide, sheet: &Sheet) -> bool {
    let wires = || sheet.wires.iter().chain(&sheet.extras);
    (0..guide.move_count()).all(|move_number| wires().any(|wire| wire.moves.contains(&number(move_number))))
}

/// The map for a column of `width` px, seniority to the right. For widths from about 1,168 px for the embedded guide: in a
/// narrower column some of its moves find no line.
pub fn horizontal(guide: &Guide, width: i32, journeys: For<'_>) -> Sheet {
    horizontal::layout(guide, width.max(NARROWEST), journeys)
}

/// The map for a column of `width` px, seniority upwards. For widths from [`NARROWEST`] px; below, the drawing is wider than
/// asked for.
///
/// ```
/// use career_explorer::content;
/// use career_explorer::map::layout::{For, vertical};
/// use career_explorer::map::shapes::{Form, Journey};
///
/// let guide = content::guide().unwrap();
/// let journey = Journey::default();
/// let sheet = vertical(&guide, 360, For::One(&journey));
/// assert_eq!((sheet.form, sheet.sites.len()), (Form::Vertical, guide.titles().len()));
/// ```
pub fn vertical(guide: &Guide, width: i32, journeys: For<'_>) -> Sheet {
    vertical::layout(guide, width.max(NARROWEST), journeys)
}

/// A place in a list of the guide, as sheets write it.
fn number(place: usize) -> u16 {
    u16::try_from(place).unwrap_or(u16::MAX)
}
