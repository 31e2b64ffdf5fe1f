//! The drawing while it is being worked out: stations, lines and areas, and what gets into whose way.

use super::geometry::{Point, Rect};
use super::labels::Spot;
use super::{LINE_WIDTH, LineKind};
use crate::domain::guide::TitleIx;

/// The radius that every station is given room for: that of an end of the route, its stroke included.
pub(super) const ROOM: i32 = 12;

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
    /// How far a line keeps from stations that are not its own, measured from its middle.
    pub berth: i32,
    /// How far lines that do not cross keep from each other, from middle to middle.
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

    /// Whether a line between `ends` would stay on the board and pass no station and no heading.
    pub fn is_way(&self, points: &[Point], ends: [usize; 2]) -> bool {
        let area = around(points);
        let reach = area.grown(self.berth);
        let near = i64::from(self.berth).pow(2);
        let passes = |(i, site): (usize, &Site)| {
            !ends.contains(&i)
                && reach.holds(&Rect::between(site.at, site.at))
                && pieces(points).any(|(a, b)| site.at.distance_squared_to(a, b) < near)
        };
        self.bounds.holds(&area.grown(LINE_WIDTH / 2))
            && !self.fixed.iter().any(|f| pieces(points).any(|(a, b)| f.grown(LINE_WIDTH / 2).is_cut_by(a, b)))
            && !self.sites.iter().enumerate().any(passes)
    }

    /// How often a line between `ends` would cross those of `wires`; none if it would run along or close beside one.
    pub fn crossings<'a>(&self, points: &[Point], ends: [usize; 2], wires: impl IntoIterator<Item = &'a Wire>) -> Option<i32> {
        let area = around(points).grown(self.apart);
        // What leads to a related path may join the branches that are there.
        let joins = ends.iter().any(|&e| self.sites[e].row.is_none());
        let counted = |w: &&Wire| !(joins && w.kind == LineKind::Onward) && area.overlaps(&w.area.grown(1));
        wires.into_iter().filter(counted).try_fold(0, |sum, wire| Some(sum + self.meetings(points, wire, ends)?))
    }

    /// The sites whose labels a line passes through or touches.
    pub fn labels_on(&self, points: &[Point]) -> Vec<usize> {
        let area = around(points).grown(CLEAR);
        let hit = |label: &Rect| area.overlaps(label) && pieces(points).any(|(a, b)| label.grown(CLEAR).is_cut_by(a, b));
        (0..self.sites.len()).filter(|&i| self.sites[i].label().is_some_and(hit)).collect()
    }

    /// How often a line would cross `wire`; none if the two would run along each other.
    fn meetings(&self, points: &[Point], wire: &Wire, ends: [usize; 2]) -> Option<i32> {
        /// Steps of this length are looked at one by one.
        const STEP: i32 = 4;
        let shared: Vec<Point> = ends.iter().filter(|e| wire.sites.contains(e)).map(|&e| self.sites[e].at).collect();
        // Lines that meet at a station may be near each other there.
        let meet = i64::from(self.apart * 5 / 2).pow(2);
        let near = i64::from(self.apart).pow(2);
        // Most steps are nowhere near, and half of the work on a drawing was to find that out piece by piece.
        let reach = wire.area.grown(self.apart + 1);
        let (mut crossings, mut run) = (0, 0);
        for (a, b) in pieces(points) {
            if !Rect::between(a, b).grown(1).overlaps(&reach) {
                run = 0;
                continue;
            }
            let length = (b.x - a.x).abs().max((b.y - a.y).abs());
            for i in 0..=length / STEP {
                let at = (i * STEP).min(length);
                let p = Point::new(a.x + (b.x - a.x) * at / length.max(1), a.y + (b.y - a.y) * at / length.max(1));
                let beside = reach.holds(&Rect::between(p, p))
                    && !shared.iter().any(|s| s.distance_squared(p) < meet)
                    && wire.pieces().any(|(c, d)| p.distance_squared_to(c, d) < near);
                if beside {
                    run += 1;
                    crossings += i32::from(run == 1);
                    // A crossing at 45° stays near for 2·√2 times the distance; in steps of the longer side, 2 to 4 times.
                    if run * STEP > self.apart * 4 {
                        return None;
                    }
                } else {
                    run = 0;
                }
            }
        }
        Some(crossings)
    }
}

/// How far a line's middle keeps from a label.
pub(super) const CLEAR: i32 = LINE_WIDTH / 2 + 3;
