//! The shapes that a line from one station to another can have, as a metro map would draw it: along and across the tracks and at
//! 45°. What stands in their way is not looked at here.

use super::super::geometry::Point;
use crate::domain::base::sorting::sort_by_key;

/// Where lines may run besides the rows.
pub(super) struct Lanes {
    /// Lanes between the rows and outside them, across the tracks.
    pub across: Vec<i32>,
    /// A length that looks short: that from one row to the next.
    pub unit: i32,
    /// From one place along a track to the next.
    pub step: i32,
    /// What it costs to run in a lane.
    pub toll: i32,
    /// Where, along the tracks, the branches to the related paths have their stem.
    pub stem: Option<i32>,
}

/// Where a line leads from and to.
pub(super) struct Trip {
    pub from: Point,
    pub to: Point,
    /// Whether a track begins with it: it leads up to the first title of one.
    pub begins: bool,
    /// Whether a track goes on with it: it leads up from the last title of one.
    pub goes_on: bool,
    /// Whether it leads to a related path.
    pub onward: bool,
}

/// A way that a line can take, and what it costs.
pub(super) struct Way {
    pub points: Vec<Point>,
    /// In tenths, as all costs of lines.
    pub cost: i32,
}

/// The ways from one station to another that a metro map would take, cheapest first: straight, or with slants of 45°.
pub(super) fn ways(trip: &Trip, lanes: &Lanes) -> Vec<Way> {
    let (p, q) = (trip.from, trip.to);
    let (dx, dy) = ((q.x - p.x).abs(), (q.y - p.y).abs());
    let (sx, sy) = ((q.x - p.x).signum(), (q.y - p.y).signum());
    let at = Point::new;
    let mut all: Vec<(i32, Vec<Point>)> = Vec::with_capacity(16);
    if dx == 0 || dy == 0 {
        all.push((0, vec![p, q]));
    } else if (dx - dy).abs() <= 4 {
        all.push((2, vec![p, q]));
    } else if dx < dy {
        all.push((9, vec![p, at(p.x, q.y - sy * dx), q]));
        all.push((9, vec![p, at(q.x, p.y + sy * dx), q]));
        let straight = (dy - dx) / 2;
        all.push((14, vec![p, at(p.x, p.y + sy * straight), at(q.x, q.y - sy * (dy - dx - straight)), q]));
    } else {
        all.push((9, vec![p, at(q.x - sx * dy, p.y), q]));
        all.push((9, vec![p, at(p.x + sx * dy, q.y), q]));
    }
    if dx > 0 && dy > 0 {
        all.push((14, vec![p, at(p.x, q.y), q]));
        all.push((14, vec![p, at(q.x, p.y), q]));
    }
    if let Some(stem) = lanes.stem.filter(|_| trip.onward) {
        all.push((20, vec![p, at(stem, p.y), at(stem, q.y), q]));
        for &lane in &lanes.across {
            let slant = at(p.x + (lane - p.y).abs(), lane);
            all.push((40, vec![p, slant, at(stem, lane), at(stem, q.y), q]));
            all.push((44, vec![p, at(p.x, lane), at(stem, lane), at(stem, q.y), q]));
        }
    }
    let unit = lanes.unit.max(1);
    for &lane in &lanes.across {
        let (out, back) = ((lane - p.y).abs(), (lane - q.y).abs());
        if out.min(back) > unit * 2 {
            continue;
        }
        let between = (lane - p.y).signum() == sy && (q.y - lane).signum() == sy;
        let outside = if between { 0 } else { 20 };
        if out + back <= dx && dx > 0 {
            all.push((lanes.toll + outside, vec![p, at(p.x + sx * out, lane), at(q.x - sx * back, lane), q]));
        }
        if dx > 0 {
            all.push((lanes.toll + 8 + outside, vec![p, at(p.x, lane), at(q.x, lane), q]));
            if out <= dx {
                all.push((lanes.toll + 4 + outside, vec![p, at(p.x + sx * out, lane), at(q.x, lane), q]));
            }
            if back <= dx {
                all.push((lanes.toll + 4 + outside, vec![p, at(p.x, lane), at(q.x - sx * back, lane), q]));
            }
        }
    }
    let mut ways: Vec<Way> = all
        .into_iter()
        .map(|(shape, points)| {
            let length = length(&points);
            // A line that begins or ends a track does so best in the direction of that track.
            let n = points.len();
            let level = |a: Point, b: Point| a.y == b.y && a.x < b.x;
            let enters = trip.begins && level(points[n - 2], points[n - 1]);
            let leaves = trip.goes_on && level(points[0], points[1]);
            let straight = i32::from(enters) * 16 + i32::from(leaves) * 6;
            Way { points, cost: shape + (length - unit).max(0) * 8 / unit - straight }
        })
        .collect();
    sort_by_key(&mut ways, |w| w.cost);
    ways
}

/// Ways around everything: into a lane, along it to a gap between columns, through the gap into another lane, and along that one.
pub(super) fn detours(trip: &Trip, lanes: &Lanes) -> Vec<Way> {
    let (p, q) = (trip.from, trip.to);
    let at = Point::new;
    let mut ways = Vec::new();
    let half = lanes.step / 2;
    let into = lanes.stem.filter(|_| trip.onward).unwrap_or(q.x);
    for gap in [p.x + half, p.x - half, q.x - half, q.x + half, into] {
        for out in nearest(&lanes.across, p.y) {
            for back in nearest(&lanes.across, q.y) {
                let mut points = vec![p, at(p.x, out), at(gap, out), at(gap, back), at(q.x, back), q];
                if gap == into && into != q.x {
                    points = vec![p, at(p.x, out), at(gap, out), at(gap, q.y), q];
                }
                points.dedup();
                let cost = 60 + length(&points) * 8 / lanes.unit.max(1);
                ways.push(Way { points, cost });
            }
        }
    }
    ways
}

/// The two lanes on both sides of a row.
fn nearest(lanes: &[i32], row: i32) -> impl Iterator<Item = i32> {
    let below = lanes.iter().copied().filter(|&l| l > row).min();
    let above = lanes.iter().copied().filter(|&l| l < row).max();
    below.into_iter().chain(above)
}

fn length(points: &[Point]) -> i32 {
    points.windows(2).map(|w| (w[1].x - w[0].x).abs().max((w[1].y - w[0].y).abs())).sum()
}
