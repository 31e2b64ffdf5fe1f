//! Changes of track: which of them get a line, and which way it takes. Few and clean: a line is drawn where it is short, passes
//! no station, and every label in its way finds another place. Works along (x) and across (y) the tracks, whichever way
//! seniority runs on the drawing.

use super::LineKind;
use super::board::{Board, Wire};
use super::geometry::Point;
use super::order::Order;
use crate::domain::guide::Guide;

/// What a crossing costs, in tenths like all costs here.
const CROSSING: i32 = 30;
/// What a line may cost if it is not needed to hold the map together.
const LIMIT: i32 = 36;
/// In how many orders lines are tried out, and how often a line may be tried in all of them together.
const ROUNDS: usize = 24;
const EFFORT: usize = 16_000;
/// How much more the line may cost with which a track begins or goes on.
const FAVOUR: i32 = 24;
/// How much more a line may cost that carries moves both ways, or leads up to the spine of the map.
const WEIGHTY: i32 = 12;

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

/// A change of track to draw: one move, or both of a two-way pair.
struct Change {
    from: usize,
    to: usize,
    track: Option<usize>,
    moves: Vec<usize>,
    /// Whether a track begins with it: it leads up to the first title of one.
    begins: bool,
    /// Whether a track goes on with it: it leads up from the last title of one.
    goes_on: bool,
    /// Whether it leads up to the track with the most titles.
    to_spine: bool,
}

/// A way that a line can take, and what it costs.
struct Way {
    points: Vec<Point>,
    cost: i32,
}

/// Draws the changes of track.
///
/// Which lines go well together is a puzzle: a line that comes first can be in the way of two better ones. So the lines are
/// drawn in some different orders, each as good as it gets, and the order with the greatest gain stays.
pub(super) fn connect(board: &mut Board, guide: &Guide, order: &Order, lanes: &Lanes) {
    let mut changes: Vec<(i32, Change, Vec<Way>)> = changes(board, guide, order)
        .into_iter()
        .map(|change| {
            // Ways that cost too much from the outset need no look at the board.
            let mut ways = ways(board, &change, lanes);
            ways.retain(|w| w.cost <= LIMIT + FAVOUR + WEIGHTY);
            let ways = open_ways(board, &change, ways);
            let cost = ways.first().map_or(0, |w| w.cost) - i32::from(change.begins || change.goes_on) * FAVOUR;
            (cost, change, ways)
        })
        .collect();
    changes.sort_by_key(|c| c.0);
    let rounds = (EFFORT / (changes.len() * changes.len()).max(1)).clamp(1, ROUNDS);
    let (wires, spots) = (board.wires.len(), board.spots());
    let mut best: Option<(i32, Vec<Wire>, Vec<usize>)> = None;
    let mut dice = 1u32;
    for round in 0..rounds {
        let mut turn: Vec<(i32, &Change, &[Way])> = changes.iter().map(|(cost, change, ways)| (*cost, change, &ways[..])).collect();
        if round > 0 {
            for (cost, ..) in &mut turn {
                // A generator of the usual linear kind: the drawing must be the same each time.
                dice = dice.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                *cost += i32::try_from(dice >> 26).unwrap_or(0);
            }
            turn.sort_by_key(|t| t.0);
        }
        let gain = draw_all(board, order, &turn, lanes);
        if best.as_ref().is_none_or(|b| gain > b.0) {
            best = Some((gain, board.wires[wires..].to_vec(), board.spots()));
        }
        board.wires.truncate(wires);
        board.set_spots(&spots);
    }
    if let Some((_, drawn, spots)) = best {
        board.wires.extend(drawn);
        board.set_spots(&spots);
    }
}

/// Draws what is worth its cost, in the order given, and tells the gain.
fn draw_all(board: &mut Board, order: &Order, changes: &[(i32, &Change, &[Way])], lanes: &Lanes) -> i32 {
    let first = board.wires.len();
    let mut gain = 0;
    let mut left = Vec::new();
    for &(_, change, ways) in changes {
        // Once a track goes on somewhere, its other ways onward are worth no more than any change.
        let goes_on = change.goes_on && !board.wires.iter().any(|w| w.kind == LineKind::Change && w.sites[0] == change.from);
        let both_ways = change.moves.len() > 1;
        let limit = LIMIT + i32::from(change.begins || goes_on) * FAVOUR + i32::from(change.to_spine || both_ways) * WEIGHTY;
        match draw(board, change, ways, first, limit) {
            Some(cost) => gain += limit - cost,
            None => left.push(change),
        }
    }
    // Tracks that hang together with nothing yet get the cheapest line that there is.
    let mut groups = Groups::of(board, order);
    for change in left {
        let rows = (board.sites[change.from].row, board.sites[change.to].row);
        if let (Some(a), Some(b)) = rows
            && groups.root(a) != groups.root(b)
            && let ways = open_ways(board, change, ways(board, change, lanes))
            && let Some(cost) = draw(board, change, &ways, board.wires.len(), i32::MAX)
        {
            gain -= cost;
            groups.join(a, b);
        }
    }
    gain
}

/// Draws the line of one move of the chosen route that has none yet, at whatever cost.
pub(super) fn connect_move(board: &mut Board, guide: &Guide, order: &Order, number: usize, lanes: &Lanes) -> bool {
    let (from, to) = guide.ends(number);
    let (Some(a), Some(b)) = (board.site_of(from), board.site_of(to)) else { return false };
    let change = Change::of(board, guide, order, number, (a, b));
    let mut all = ways(board, &change, lanes);
    let open = open_ways(board, &change, ways(board, &change, lanes));
    draw(board, &change, &open, board.wires.len(), i32::MAX)
        // The route is drawn over all other lines: it may run along them where nothing else is left.
        .or_else(|| {
            all.extend(detours(board, &change, lanes));
            all.retain(|w| board.is_way(&w.points, change.ends()));
            draw(board, &change, &all, board.wires.len(), i32::MAX)
        })
        .is_some()
}

/// The changes of track of a guide; two-way pairs are one.
fn changes(board: &Board, guide: &Guide, order: &Order) -> Vec<Change> {
    let mut site = vec![None; guide.titles().len()];
    for (i, s) in board.sites.iter().enumerate() {
        site[s.title.index()] = Some(i);
    }
    let row = |i: usize| board.sites[i].row;
    let mut found = Vec::new();
    for number in 0..guide.move_count() {
        let (from, to) = guide.ends(number);
        if let (Some(a), Some(b)) = (site[from.index()], site[to.index()])
            && row(a).is_some()
            && row(b).is_some()
            && row(a) != row(b)
            && guide.move_between(to, from).is_none_or(|back| back > number)
        {
            found.push(Change::of(board, guide, order, number, (a, b)));
        }
    }
    found
}

impl Change {
    fn of(board: &Board, guide: &Guide, order: &Order, number: usize, (from, to): (usize, usize)) -> Self {
        let (a, b) = guide.ends(number);
        let up = guide.rank(b) > guide.rank(a);
        Self {
            from,
            to,
            track: guide.track_index(b),
            moves: [Some(number), guide.move_between(b, a)].into_iter().flatten().collect(),
            begins: up && board.sites[to].row.is_some_and(|row| order.row(row).next() == Some(b)),
            to_spine: up && board.sites[to].row == order.spine(),
            goes_on: up && board.sites[from].row.is_some_and(|row| order.row(row).last() == Some(a)),
        }
    }

    fn wire(&self, way: &Way) -> Wire {
        Wire::new(LineKind::Change, self.track, way.points.clone(), self.moves.clone(), self.ends().to_vec())
    }

    fn ends(&self) -> [usize; 2] {
        [self.from, self.to]
    }
}

/// The ways that are open on the board as it is, with what crossings cost added, cheapest first.
fn open_ways(board: &Board, change: &Change, mut ways: Vec<Way>) -> Vec<Way> {
    ways.retain_mut(|way| {
        let crossings = board.is_way(&way.points, change.ends()).then(|| board.crossings(&way.points, change.ends(), &board.wires));
        way.cost += crossings.flatten().unwrap_or(0) * CROSSING;
        crossings.flatten().is_some()
    });
    ways.sort_by_key(|w| w.cost);
    ways
}

/// Draws a change of track on the best of its ways, if that costs at most `limit`, and tells what it cost. The ways are open as
/// far as the board was settled when they were found, which includes its wires before number `first`.
fn draw(board: &mut Board, change: &Change, ways: &[Way], first: usize, limit: i32) -> Option<i32> {
    let ends = change.ends();
    let mut best: Option<(i32, &Way, Vec<usize>)> = None;
    for way in ways {
        if way.cost > limit || best.as_ref().is_some_and(|b| b.0 <= way.cost) {
            break;
        }
        let Some(crossings) = board.crossings(&way.points, ends, &board.wires[first..]) else { continue };
        let before = board.spots();
        let in_way = board.labels_on(&way.points);
        let mut moved = Some(0);
        if !in_way.is_empty() {
            board.wires.push(change.wire(way));
            moved = board.make_way(&in_way);
            board.wires.pop();
        }
        let after = board.spots();
        board.set_spots(&before);
        let Some(moved) = moved else { continue };
        let cost = way.cost + crossings * CROSSING + moved;
        if cost <= limit && best.as_ref().is_none_or(|b| cost < b.0) {
            best = Some((cost, way, after));
        }
    }
    let (cost, way, spots) = best?;
    board.set_spots(&spots);
    board.wires.push(change.wire(way));
    Some(cost)
}

/// The ways from one station to another that a metro map would take, cheapest first: straight, or with slants of 45°.
fn ways(board: &Board, change: &Change, lanes: &Lanes) -> Vec<Way> {
    let (p, q) = (board.sites[change.from].at, board.sites[change.to].at);
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
    if let Some(stem) = lanes.stem.filter(|_| board.sites[change.to].row.is_none()) {
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
            let enters = change.begins && level(points[n - 2], points[n - 1]);
            let leaves = change.goes_on && level(points[0], points[1]);
            let straight = i32::from(enters) * 16 + i32::from(leaves) * 6;
            Way { points, cost: shape + (length - unit).max(0) * 8 / unit - straight }
        })
        .collect();
    ways.sort_by_key(|w| w.cost);
    ways
}

/// Ways around everything: into a lane, along it to a gap between columns, through the gap into another lane, and along that one.
fn detours(board: &Board, change: &Change, lanes: &Lanes) -> Vec<Way> {
    let (p, q) = (board.sites[change.from].at, board.sites[change.to].at);
    let at = Point::new;
    let mut ways = Vec::new();
    let half = lanes.step / 2;
    let into = lanes.stem.filter(|_| board.sites[change.to].row.is_none()).unwrap_or(q.x);
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
    ways.sort_by_key(|w| w.cost);
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
