//! What stands where, before any px: which levels have bands, which tracks have lines, and in which order the titles of one
//! level follow each other on one track.

use crate::domain::base::sorting::{sort, sort_by_key};
use crate::domain::guide::{Guide, TitleIx};

/// The guide as rows (tracks) and columns (levels) of titles.
pub(super) struct Order {
    /// The levels that have titles on tracks, by place in the guide, junior first.
    pub levels: Vec<usize>,
    /// The tracks that have titles, by place in the guide.
    pub tracks: Vec<usize>,
    /// The titles of each track (outer) and level (inner), in the order in which they lie on the line.
    pub cells: Vec<Vec<Vec<TitleIx>>>,
    /// Tracks that begin with two titles which both lead to the third and not to each other: they are drawn as two arms.
    pub forked: Vec<bool>,
    /// The related paths, by level and then in the guide's order.
    pub onward: Vec<TitleIx>,
}

impl Order {
    pub fn of(guide: &Guide) -> Self {
        let on_track = |t: &TitleIx| !guide.is_onward(*t) && guide.track_index(*t).is_some();
        let mut levels: Vec<usize> = guide.titles().filter(on_track).map(|t| guide.rank(t)).collect();
        let mut tracks: Vec<usize> = guide.titles().filter(on_track).filter_map(|t| guide.track_index(t)).collect();
        for list in [&mut levels, &mut tracks] {
            sort(list);
            list.dedup();
        }
        let mut cells = vec![vec![Vec::new(); levels.len()]; tracks.len()];
        for title in guide.titles().filter(on_track) {
            let track = guide.track_index(title).and_then(|t| tracks.binary_search(&t).ok());
            if let (Some(track), Ok(level)) = (track, levels.binary_search(&guide.rank(title))) {
                cells[track][level].push(title);
            }
        }
        for cell in cells.iter_mut().flatten() {
            sort_by_moves(guide, cell);
        }
        let forked = cells.iter().map(|row| forks(guide, row)).collect();
        let mut onward: Vec<TitleIx> = guide.titles().filter(|t| !on_track(t)).collect();
        sort_by_key(&mut onward, |&t| guide.rank(t));
        Self { levels, tracks, cells, forked, onward }
    }

    /// The titles of a track from end to end.
    pub fn row(&self, track: usize) -> impl Iterator<Item = TitleIx> + '_ {
        self.cells[track].iter().flatten().copied()
    }

    /// The track with the most titles, the uppermost of them.
    pub fn spine(&self) -> Option<usize> {
        (0..self.tracks.len()).rev().max_by_key(|&t| self.row(t).count())
    }

    /// Whether this is the cell whose first two titles are drawn as arms.
    pub fn has_arms(&self, track: usize, level: usize) -> bool {
        self.forked[track] && self.cells[track][..level].iter().all(Vec::is_empty)
    }

    /// How many places a cell takes along the line: arms share one.
    pub fn places(&self, track: usize, level: usize) -> usize {
        let titles = self.cells[track][level].len();
        if titles > 0 && self.has_arms(track, level) { titles - 1 } else { titles }
    }
}

/// Titles follow the moves between them; where none decides, or moves go round in a ring, the guide's order does.
fn sort_by_moves(guide: &Guide, cell: &mut Vec<TitleIx>) {
    let mut rest = std::mem::take(cell);
    while !rest.is_empty() {
        let waits = |t: TitleIx| {
            let entering = |o: &&TitleIx| guide.move_between(**o, t).is_some() && guide.move_between(t, **o).is_none();
            rest.iter().any(|o| Some(&o) != Some(&&t) && entering(&o))
        };
        let next = rest.iter().position(|&t| !waits(t)).unwrap_or(0);
        cell.push(rest.remove(next));
    }
}

fn forks(guide: &Guide, row: &[Vec<TitleIx>]) -> bool {
    let (Some(first), mut all) = (row.iter().find(|c| !c.is_empty()), row.iter().flatten()) else { return false };
    let (Some(&a), Some(&b), Some(&c)) = (all.next(), all.next(), all.next()) else { return false };
    let joined = |x, y| guide.move_between(x, y).is_some();
    first.len() >= 2 && joined(a, c) && joined(b, c) && !joined(a, b) && !joined(b, a)
}
