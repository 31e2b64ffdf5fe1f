//! Points, areas and paths in whole px.

use std::fmt::Write;

/// A point, in px from the top left.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize))]
pub struct Point {
    /// To the right.
    pub x: i32,
    /// Down.
    pub y: i32,
}

/// An upright rectangle.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rect {
    /// Left edge.
    pub x: i32,
    /// Upper edge.
    pub y: i32,
    /// Width.
    pub width: i32,
    /// Height.
    pub height: i32,
}

impl Point {
    /// The point at these coordinates.
    pub const fn new(x: i32, y: i32) -> Self {
        Self { x, y }
    }

    /// The square of the distance to `other`.
    pub fn distance_squared(self, other: Self) -> i64 {
        let (dx, dy) = (i64::from(self.x - other.x), i64::from(self.y - other.y));
        dx * dx + dy * dy
    }

    /// The square of the distance to the nearest point of the line from `a` to `b`, rounded down.
    ///
    /// ```
    /// use career_explorer::map::geometry::Point;
    ///
    /// let (a, b) = (Point::new(0, 0), Point::new(10, 0));
    /// assert_eq!(Point::new(5, 3).distance_squared_to(a, b), 9);
    /// ```
    pub fn distance_squared_to(self, a: Self, b: Self) -> i64 {
        let (abx, aby) = (i64::from(b.x - a.x), i64::from(b.y - a.y));
        let (apx, apy) = (i64::from(self.x - a.x), i64::from(self.y - a.y));
        let along = apx * abx + apy * aby;
        let length = abx * abx + aby * aby;
        if along <= 0 {
            self.distance_squared(a)
        } else if along >= length {
            self.distance_squared(b)
        } else {
            // The square may pass 64 bits on a drawing of many metres.
            let across = (apx * aby - apy * abx) as f64;
            (across * across / length as f64) as i64
        }
    }
}

impl Rect {
    /// The rectangle between two corners, in any order.
    pub fn between(a: Point, b: Point) -> Self {
        Self { x: a.x.min(b.x), y: a.y.min(b.y), width: (a.x - b.x).abs(), height: (a.y - b.y).abs() }
    }

    /// The right edge.
    pub const fn right(&self) -> i32 {
        self.x + self.width
    }

    /// The lower edge.
    pub const fn bottom(&self) -> i32 {
        self.y + self.height
    }

    /// The same, larger by `by` on each side.
    pub const fn grown(&self, by: i32) -> Self {
        Self { x: self.x - by, y: self.y - by, width: self.width + 2 * by, height: self.height + 2 * by }
    }

    /// The smallest rectangle around both.
    pub fn around(&self, other: &Self) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        Self { x, y, width: self.right().max(other.right()) - x, height: self.bottom().max(other.bottom()) - y }
    }

    /// Whether the two share more than an edge.
    pub const fn overlaps(&self, other: &Self) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    /// Whether `other` lies within, edges included.
    pub const fn holds(&self, other: &Self) -> bool {
        self.x <= other.x && self.y <= other.y && other.right() <= self.right() && other.bottom() <= self.bottom()
    }

    /// The square of the distance from a point; 0 within.
    pub fn distance_squared(&self, p: Point) -> i64 {
        p.distance_squared(Point::new(p.x.clamp(self.x, self.right()), p.y.clamp(self.y, self.bottom())))
    }

    /// Whether the straight line from `a` to `b` passes through it (Liang–Barsky clipping, in whole numbers).
    ///
    /// ```
    /// use career_explorer::map::geometry::{Point, Rect};
    ///
    /// let area = Rect { x: 10, y: 10, width: 20, height: 10 };
    /// assert!(area.is_cut_by(Point::new(0, 15), Point::new(50, 15)));
    /// assert!(!area.is_cut_by(Point::new(0, 10), Point::new(50, 10)), "along its edge");
    /// ```
    pub fn is_cut_by(&self, a: Point, b: Point) -> bool {
        let (dx, dy) = (i64::from(b.x - a.x), i64::from(b.y - a.y));
        // Entering and leaving as fractions of the line, each as (numerator, denominator > 0).
        let (mut enter, mut leave) = ((0i64, 1i64), (1i64, 1i64));
        for (step, room) in [(-dx, a.x - self.x), (dx, self.right() - a.x), (-dy, a.y - self.y), (dy, self.bottom() - a.y)] {
            let room = i64::from(room);
            if step == 0 {
                if room <= 0 {
                    return false;
                }
            } else if step < 0 {
                // The line enters at −room/−step.
                let at = (-room, -step);
                if at.0 * enter.1 > enter.0 * at.1 {
                    enter = at;
                }
            } else if room * leave.1 < leave.0 * step {
                leave = (room, step);
            }
        }
        enter.0 * leave.1 < leave.0 * enter.1
    }
}

/// The `d` of an SVG path along `pieces`. Corners within a piece are rounded with up to `radius`; where one piece meets the
/// next, at a station, the corner stays, since the line must reach the station.
///
/// ```
/// use career_explorer::map::geometry::{Point, path};
///
/// let corner = [Point::new(0, 0), Point::new(50, 0), Point::new(50, 50)];
/// assert_eq!(path([&corner[..]], 20), "M0 0L30 0A20 20 0 0 1 50 20L50 50");
/// ```
pub fn path<'a>(pieces: impl IntoIterator<Item = &'a [Point]>, radius: i32) -> String {
    let mut d = String::new();
    for piece in pieces {
        let Some((&first, rest)) = piece.split_first() else { continue };
        if d.is_empty() {
            let _ = write!(d, "M{} {}", first.x, first.y);
        }
        let mut before = first;
        for (i, &corner) in rest.iter().enumerate() {
            match rest.get(i + 1) {
                Some(&after) => {
                    // A corner takes at most half of a side that another corner shares.
                    let shares = (if i == 0 { 1. } else { 0.5 }, if i + 2 == rest.len() { 1. } else { 0.5 });
                    rounded(&mut d, before, corner, after, radius as f32, shares);
                }
                None => {
                    let _ = write!(d, "L{} {}", corner.x, corner.y);
                }
            }
            before = corner;
        }
    }
    d
}

/// A line to shortly before `corner` and an arc to shortly after it.
fn rounded(d: &mut String, before: Point, corner: Point, after: Point, radius: f32, shares: (f32, f32)) {
    let side = |from: Point, to: Point| {
        let (x, y) = ((to.x - from.x) as f32, (to.y - from.y) as f32);
        let length = (x * x + y * y).sqrt().max(f32::MIN_POSITIVE);
        (x / length, y / length, length)
    };
    let (ax, ay, a) = side(before, corner);
    let (bx, by, b) = side(corner, after);
    let (cos, sin) = (ax * bx + ay * by, ax * by - ay * bx);
    if cos > 0.999 {
        return;
    }
    // Of a circle in a corner that turns by t, the points of contact are r·tan(t/2) away from the corner.
    let tan = ((1. - cos) / (1. + cos).max(0.001)).sqrt();
    // Slants get twice the radius: they look as round as square corners then.
    let radius = if cos > 0.5 { radius * 2. } else { radius };
    let reach = (radius * tan).min(a * shares.0).min(b * shares.1);
    let (x, y) = (corner.x as f32, corner.y as f32);
    d.push('L');
    tenths(d, x - ax * reach);
    d.push(' ');
    tenths(d, y - ay * reach);
    d.push('A');
    tenths(d, reach / tan);
    d.push(' ');
    tenths(d, reach / tan);
    d.push_str(if sin > 0. { " 0 0 1 " } else { " 0 0 0 " });
    tenths(d, x + bx * reach);
    d.push(' ');
    tenths(d, y + by * reach);
}

/// Writes a number with one decimal at most, without the weight of the formatting of floats.
fn tenths(d: &mut String, value: f32) {
    let tenths = (value * 10.).round() as i32;
    if tenths < 0 {
        d.push('-');
    }
    let _ = write!(d, "{}", tenths.abs() / 10);
    if tenths % 10 != 0 {
        let _ = write!(d, ".{}", tenths.abs() % 10);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_through_an_area_cuts_it_and_one_along_its_edge_does_not() {
        let area = Rect { x: 10, y: 10, width: 20, height: 10 };
        assert!(area.is_cut_by(Point::new(0, 15), Point::new(50, 15)));
        assert!(area.is_cut_by(Point::new(5, 5), Point::new(35, 25)));
        assert!(area.is_cut_by(Point::new(12, 12), Point::new(13, 13)));
        assert!(!area.is_cut_by(Point::new(0, 10), Point::new(50, 10)));
        assert!(!area.is_cut_by(Point::new(0, 15), Point::new(9, 15)));
        assert!(!area.is_cut_by(Point::new(0, 25), Point::new(25, 50)));
    }

    #[test]
    fn corners_are_rounded_within_a_piece_and_kept_between_pieces() {
        let (a, b, c) = (Point::new(0, 0), Point::new(50, 0), Point::new(50, 50));
        assert_eq!(path([&[a, b, c][..]], 20), "M0 0L30 0A20 20 0 0 1 50 20L50 50");
        assert_eq!(path([&[a, b][..], &[b, c][..]], 20), "M0 0L50 0L50 50");
    }

    #[test]
    fn distances_reach_the_nearest_point() {
        let (a, b) = (Point::new(0, 0), Point::new(10, 0));
        assert_eq!(Point::new(5, 3).distance_squared_to(a, b), 9);
        assert_eq!(Point::new(-3, 4).distance_squared_to(a, b), 25);
    }
}
