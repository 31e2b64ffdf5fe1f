//! Changes of track: which of them get a line, and which way it takes. Few and clean: a line is drawn where it is short, passes
//! no station, and every label in its way finds another place. Works along (x) and across (y) the tracks, whichever way
//! seniority runs on the drawing.

use super::board::{Board, Wire};
use super::geometry::Point;
use super::order::Order;
use super::{LineKind, TitleIx};
use crate::domain::guide::Guide;

/// What a crossing costs, in tenths like all costs here.
const CROSSING: i32 = 30;
/// What a line may cost if it is not needed to hold the map together.
const LIMIT: i32 = 38;

/// Where lines may run besides the rows.
pub(super) struct Lanes {
    /// Lanes between the rows and outside them, across the tracks.
    pub across: Vec<i32>,
    /// A length that looks short: that from one row to the next.
    pub unit: i32,
}

/// A change of track to draw: one move, or both of a two-way pair.
struct Change {
    from: usize,
    to: usize,
    track: Option<usize>,
    moves: Vec<usize>,
}

/// A way that a line can take, and what it costs.
struct Way {
    points: Vec<Point>,
    cost: i32,
}

/// Draws the changes of track.
pub(super) fn connect(board: &mut Board, guide: &Guide, order: &Order, lanes: &Lanes) {
    let mut changes: Vec<(i32, Change)> = changes(board, guide)
        .into_iter()
        .filter_map(|change| {
            let ways = ways(board.sites[change.from].at, board.sites[change.to].at, lanes);
            let open = |way: &Way| board.lie(&way.points, [change.from, change.to]).is_some();
            Some((ways.iter().find(|w| open(w))?.cost, change))
        })
        .collect();
    changes.sort_by_key(|(cost, _)| *cost);
    let mut left = Vec::new();
    for (cost, change) in changes {
        if cost > LIMIT || !draw(board, &change, lanes, LIMIT) {
            left.push(change);
        }
    }
    // Tracks that hang together with nothing yet get the cheapest line that there is.
    let mut groups = Groups::of(board, order);
    for change in left {
        let rows = (board.sites[change.from].row, board.sites[change.to].row);
        if let (Some(a), Some(b)) = rows
            && groups.root(a) != groups.root(b)
            && draw(board, &change, lanes, i32::MAX)
        {
            groups.join(a, b);
        }
    }
}

/// Draws the line of one move of the chosen route that has none yet, at whatever cost.
pub(super) fn connect_move(board: &mut Board, guide: &Guide, number: usize, lanes: &Lanes) -> bool {
    let (from, to) = guide.ends(number);
    let (Some(a), Some(b)) = (board.site_of(from), board.site_of(to)) else { return false };
    let moves = [Some(number), guide.move_between(to, from)].into_iter().flatten().collect();
    draw(board, &Change { from: a, to: b, track: guide.track_index(to), moves }, lanes, i32::MAX)
}

/// The changes of track of a guide; two-way pairs are one.
fn changes(board: &Board, guide: &Guide) -> Vec<Change> {
    let mut site = vec![None; guide.titles().len()];
    for (i, s) in board.sites.iter().enumerate() {
        site[s.title.index()] = Some(i);
    }
    let row = |i: usize| board.sites[i].row;
    let mut found = Vec::new();
    for number in 0..guide.move_count() {
        let (from, to): (TitleIx, TitleIx) = guide.ends(number);
        let back = guide.move_between(to, from);
        if let (Some(a), Some(b)) = (site[from.index()], site[to.index()])
            && row(a).is_some()
            && row(b).is_some()
            && row(a) != row(b)
            && back.is_none_or(|back| back > number)
        {
            let moves = [Some(number), back].into_iter().flatten().collect();
            found.push(Change { from: a, to: b, track: guide.track_index(to), moves });
        }
    }
    found
}

/// Draws a change of track on its best way, if one costs at most `limit`.
fn draw(board: &mut Board, change: &Change, lanes: &Lanes, limit: i32) -> bool {
    let ends = [change.from, change.to];
    let mut best: Option<(i32, Wire, Vec<usize>)> = None;
    for way in ways(board.sites[change.from].at, board.sites[change.to].at, lanes) {
        if way.cost > limit || best.as_ref().is_some_and(|b| b.0 <= way.cost) {
            break;
        }
        let Some(lie) = board.lie(&way.points, ends) else { continue };
        let mut cost = way.cost + lie.crossings * CROSSING;
        let wire = Wire::new(LineKind::Change, change.track, way.points, change.moves.clone(), ends.to_vec());
        let before: Vec<usize> = board.sites.iter().map(|s| s.spot).collect();
        board.wires.push(wire);
        let moved = if lie.labels.is_empty() { Some(0) } else { board.make_way(&lie.labels) };
        let after = board.sites.iter().map(|s| s.spot).collect();
        restore(board, &before);
        if let (Some(wire), Some(moved)) = (board.wires.pop(), moved) {
            cost += moved;
            if cost <= limit && best.as_ref().is_none_or(|b| cost < b.0) {
                best = Some((cost, wire, after));
            }
        }
    }
    let Some((_, wire, spots)) = best else { return false };
    restore(board, &spots);
    board.wires.push(wire);
    true
}

fn restore(board: &mut Board, spots: &[usize]) {
    for (site, &spot) in board.sites.iter_mut().zip(spots) {
        site.spot = spot;
    }
}

/// The ways from one station to another that a metro map would take, cheapest first: straight, or with slants of 45°.
fn ways(p: Point, q: Point, lanes: &Lanes) -> Vec<Way> {
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
    let unit = lanes.unit.max(1);
    for &lane in &lanes.across {
        let (out, back) = ((lane - p.y).abs(), (lane - q.y).abs());
        if out.min(back) > unit * 2 {
            continue;
        }
        let between = (lane - p.y).signum() == sy && (q.y - lane).signum() == sy;
        let outside = if between { 0 } else { 20 };
        if out + back <= dx && dx > 0 {
            all.push((22 + outside, vec![p, at(p.x + sx * out, lane), at(q.x - sx * back, lane), q]));
        }
        if dx > 0 {
            all.push((34 + outside, vec![p, at(p.x, lane), at(q.x, lane), q]));
            if out <= dx {
                all.push((28 + outside, vec![p, at(p.x + sx * out, lane), at(q.x, lane), q]));
            }
            if back <= dx {
                all.push((28 + outside, vec![p, at(p.x, lane), at(q.x - sx * back, lane), q]));
            }
        }
    }
    let mut ways: Vec<Way> = all
        .into_iter()
        .map(|(shape, points)| {
            let length: i32 = points.windows(2).map(|w| (w[1].x - w[0].x).abs().max((w[1].y - w[0].y).abs())).sum();
            Way { points, cost: shape + (length - unit).max(0) * 8 / unit }
        })
        .collect();
    ways.sort_by_key(|w| w.cost);
    ways
}

/// Which tracks hang together: a union of rows.
struct Groups(Vec<usize>);

impl Groups {
    fn of(board: &Board, order: &Order) -> Self {
        let mut groups = Self((0..order.tracks.len()).collect());
        for wire in &board.wires {
            let mut rows = wire.sites.iter().filter_map(|&s| board.sites[s].row);
            if let (Some(a), Some(b)) = (rows.next(), rows.next()) {
                groups.join(a, b);
            }
        }
        groups
    }

    fn root(&self, mut row: usize) -> usize {
        while self.0[row] != row {
            row = self.0[row];
        }
        row
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.0[a] = b;
    }
}
