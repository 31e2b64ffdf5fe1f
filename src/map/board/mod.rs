//! The map while it is being worked on: stations, lines and areas, and the labels, which make way for what comes in between.
//!
//! The layout works on one, and so does the drawing of a journey on a sheet. May import: the shapes of the map and `domain::base`.

mod labels;
mod spot;

#[cfg(not(target_arch = "wasm32"))]
pub(super) use spot::{LABEL, label_size};
pub(super) use spot::{Spot, beside, spots};

use super::geometry::{Point, Rect};
use super::shapes::{LINE_WIDTH, LineKind};
use crate::domain::guide::TitleIx;

/// The radius that every station is given room for: that of an end of the route, its stroke included.
pub(super) const ROOM: i32 = 12;
/// How far a line's middle keeps from a label.
pub(super) const CLEAR: i32 = LINE_WIDTH / 2 + 3;

/// A title with its place.
pub(super) struct Site {
    pub title: TitleIx,
    pub at: Point,
    /// The row or rail it stands on; none for related paths.
    pub row: Option<usize>,
    /// The places its label could take, best first; none where the form gives labels a place of their own.
    pub spots: Vec<Spot>,
    /// Which of them it takes.
    pub spot: usize,
}

impl Site {
    /// The area of its label.
    pub fn label(&self) -> Option<&Rect> {
        self.spots.get(self.spot).map(|s| &s.area)
    }
}

/// A line with its place.
#[derive(Clone)]
pub(super) struct Wire {
    pub kind: LineKind,
    pub track: Option<usize>,
    pub points: Vec<Point>,
    pub moves: Vec<usize>,
    /// The sites on it.
    pub sites: Vec<usize>,
    /// The area around its points.
    pub area: Rect,
}

impl Wire {
    pub fn new(kind: LineKind, track: Option<usize>, points: Vec<Point>, moves: Vec<usize>, sites: Vec<usize>) -> Self {
        let area = around(&points);
        Self { kind, track, points, moves, sites, area }
    }

    /// Its straight pieces.
    pub fn pieces(&self) -> impl Iterator<Item = (Point, Point)> + '_ {
        pieces(&self.points)
    }
}

/// The straight pieces between corners.
pub(super) fn pieces(points: &[Point]) -> impl Iterator<Item = (Point, Point)> + '_ {
    points.windows(2).map(|w| (w[0], w[1]))
}

/// The smallest area around points.
pub(super) fn around(points: &[Point]) -> Rect {
    let first = points.first().copied().unwrap_or_default();
    points.iter().fold(Rect::between(first, first), |area, &p| area.around(&Rect::between(p, p)))
}

/// Everything on the drawing so far.
pub(super) struct Board {
    /// The area that everything must stay in.
    pub bounds: Rect,
    pub sites: Vec<Site>,
    pub wires: Vec<Wire>,
    /// Areas that nothing may cover: the headings of the bands, and flags once they stand.
    pub fixed: Vec<Rect>,
    /// How far a line keeps from stations that are not its own, measured from its middle. Read by the layout alone, as what follows.
    #[cfg_attr(target_arch = "wasm32", expect(dead_code, reason = "the program lays no lines"))]
    pub berth: i32,
    /// How far lines that do not cross keep from each other, from middle to middle.
    #[cfg_attr(target_arch = "wasm32", expect(dead_code, reason = "the program lays no lines"))]
    pub apart: i32,
}

impl Board {
    /// The site of a title.
    pub fn site_of(&self, title: TitleIx) -> Option<usize> {
        self.sites.iter().position(|s| s.title == title)
    }

    /// Which spots the labels take.
    pub fn spots(&self) -> Vec<usize> {
        self.sites.iter().map(|s| s.spot).collect()
    }

    /// Puts the labels back to spots that they had.
    pub fn set_spots(&mut self, spots: &[usize]) {
        for (site, &spot) in self.sites.iter_mut().zip(spots) {
            site.spot = spot;
        }
    }
}
