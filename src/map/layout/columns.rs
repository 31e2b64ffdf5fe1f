//! Which column of its level each title takes in the horizontal form. A level has as many columns as its fullest track has
//! titles; tracks with fewer take neighbouring columns, chosen so that changes of track come out upright or at 45°.

use super::order::Order;
use crate::domain::guide::Guide;

/// The columns of the drawing.
pub(super) struct Columns {
    /// How many columns each level has.
    pub of_level: Vec<usize>,
    /// The first column of each track (outer) and level (inner), counted from the left of the level.
    pub first: Vec<Vec<usize>>,
}

impl Columns {
    pub fn of(guide: &Guide, order: &Order) -> Self {
        let (rows, levels) = (order.tracks.len(), order.levels.len());
        let of_level: Vec<usize> = (0..levels).map(|l| (0..rows).map(|r| order.places(r, l)).max().unwrap_or(0).max(1)).collect();
        let mut columns = Self { of_level, first: vec![vec![0; levels]; rows] };
        let mut places = vec![None; guide.titles().len()];
        for row in 0..rows {
            for level in 0..levels {
                for (place, &title) in order.cells[row][level].iter().enumerate() {
                    let place = place.saturating_sub(usize::from(order.has_arms(row, level)));
                    places[title.index()] = Some((row, level, place));
                }
            }
        }
        // Each choice changes what is best for others, a little less each time.
        for _ in 0..4 {
            for level in 0..levels {
                for row in 0..rows {
                    let room = columns.of_level[level] - order.places(row, level);
                    if room > 0 && !order.cells[row][level].is_empty() {
                        let cost = |first: usize, columns: &mut Self| {
                            columns.first[row][level] = first;
                            columns.cost(guide, order, &places, row, level)
                        };
                        let best = (0..=room).min_by_key(|&first| cost(first, &mut columns)).unwrap_or(0);
                        columns.first[row][level] = best;
                    }
                }
            }
        }
        columns
    }

    /// The column of a title, counted from the left of the drawing.
    fn column(&self, (row, level, place): (usize, usize, usize)) -> i32 {
        let before: usize = self.of_level[..level].iter().sum();
        i32::try_from(before + self.first[row][level] + place).unwrap_or(i32::MAX)
    }

    /// How well the changes of track to and from one cell come out, in tenths; less is better.
    fn cost(&self, guide: &Guide, order: &Order, places: &[Option<(usize, usize, usize)>], row: usize, level: usize) -> i32 {
        let mut cost = 0;
        for &title in &order.cells[row][level] {
            let ends = guide.moves_from(title).chain(guide.moves_to(title)).map(|m| guide.ends(m));
            for (from, to) in ends {
                if let (Some(a), Some(b)) = (places[from.index()], places[to.index()])
                    && a.0 != b.0
                {
                    cost += self.slant(order, a, b);
                }
            }
        }
        // Among equals, the middle of the level.
        let slack = self.of_level[level] - order.places(row, level);
        let off = (2 * self.first[row][level]).abs_diff(slack);
        cost + i32::try_from(off).unwrap_or(0)
    }

    fn slant(&self, order: &Order, a: (usize, usize, usize), b: (usize, usize, usize)) -> i32 {
        let ahead = self.column(b) - self.column(a);
        let across = i32::try_from(a.0.abs_diff(b.0)).unwrap_or(0);
        match ahead {
            0 => {
                let between = a.0.min(b.0) + 1..a.0.max(b.0);
                let blocked = |row: usize| {
                    let first = self.first[row][a.1];
                    let column = self.first[a.0][a.1] + a.2;
                    !order.cells[row][a.1].is_empty() && (first..first + order.places(row, a.1)).contains(&column)
                };
                if between.into_iter().any(blocked) { 40 } else { 0 }
            }
            1.. if ahead <= across => 8,
            1.. => 8 + 8 * (ahead - across),
            _ => 25 - 8 * ahead,
        }
    }
}
