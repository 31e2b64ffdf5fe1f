//! Changes of track: which of them get a line, and which way it takes. Few and clean: a line is drawn where it is short, passes
//! no station, and every label in its way finds another place. Works along (x) and across (y) the tracks, whichever way
//! seniority runs on the drawing.

use super::super::board::{Board, Wire};
use super::super::shapes::LineKind;
use super::order::Order;
use super::ways::{Lanes, Trip, Way, detours, ways};
use crate::domain::base::sorting::sort_by_key;
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

/// A change of track to draw: one move, or both of a two-way pair.
struct Change {
    from: usize,
    to: usize,
    track: Option<usize>,
    moves: Vec<usize>,
    trip: Trip,
    /// Whether it leads up to the track with the most titles.
    to_spine: bool,
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
            let mut ways = ways(&change.trip, lanes);
            ways.retain(|w| w.cost <= LIMIT + FAVOUR + WEIGHTY);
            let ways = open_ways(board, &change, ways);
            let cost = ways.first().map_or(0, |w| w.cost) - i32::from(change.trip.begins || change.trip.goes_on) * FAVOUR;
            (cost, change, ways)
        })
        .collect();
    sort_by_key(&mut changes, |c| c.0);
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
            sort_by_key(&mut turn, |t| t.0);
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
        let goes_on = change.trip.goes_on && !board.wires.iter().any(|w| w.kind == LineKind::Change && w.sites[0] == change.from);
        let both_ways = change.moves.len() > 1;
        let limit = LIMIT + i32::from(change.trip.begins || goes_on) * FAVOUR + i32::from(change.to_spine || both_ways) * WEIGHTY;
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
            && let ways = open_ways(board, change, ways(&change.trip, lanes))
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
    let open = open_ways(board, &change, ways(&change.trip, lanes));
    draw(board, &change, &open, board.wires.len(), i32::MAX)
        // The route is drawn over all other lines: it may run along them where nothing else is left.
        .or_else(|| {
            let mut all = ways(&change.trip, lanes);
            all.extend(detours(&change.trip, lanes));
            all.retain(|w| board.is_way(&w.points, change.ends()));
            sort_by_key(&mut all, |w| w.cost);
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
        let (start, end) = (&board.sites[from], &board.sites[to]);
        Self {
            from,
            to,
            track: guide.track_index(b),
            moves: [Some(number), guide.move_between(b, a)].into_iter().flatten().collect(),
            trip: Trip {
                from: start.at,
                to: end.at,
                begins: up && end.row.is_some_and(|row| order.row(row).next() == Some(b)),
                goes_on: up && start.row.is_some_and(|row| order.row(row).last() == Some(a)),
                onward: end.row.is_none(),
            },
            to_spine: up && end.row == order.spine(),
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
    sort_by_key(&mut ways, |w| w.cost);
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
