//! In which order the titles stand below each other in the vertical form: by level, and within a level track by track, the tracks
//! ordered so that changes of track span as few rows as possible.

use super::order::Order;
use crate::domain::base::sorting::sort_by_key;
use crate::domain::guide::{Guide, TitleIx};

/// The titles of each level from bottom to top, the levels junior first.
pub(super) fn rows(guide: &Guide, order: &Order) -> Vec<Vec<TitleIx>> {
    let changes: Vec<(TitleIx, TitleIx)> = (0..guide.move_count())
        .map(|m| guide.ends(m))
        .filter(|&(a, b)| !guide.is_onward(a) && !guide.is_onward(b) && guide.track_index(a) != guide.track_index(b))
        .collect();
    let spine = order.spine();
    // To begin with, the spine is on top of each level and the others follow in their own order.
    let mut stacks: Vec<Vec<usize>> = (0..order.levels.len())
        .map(|level| {
            let mut tracks: Vec<usize> = (0..order.tracks.len()).filter(|&t| !order.cells[t][level].is_empty()).collect();
            sort_by_key(&mut tracks, |&t| (Some(t) == spine, std::cmp::Reverse(t)));
            tracks
        })
        .collect();
    let mut least = span(guide, order, &stacks, &changes);
    for _ in 0..4 {
        let before = least;
        for level in 0..stacks.len() {
            for i in 1..stacks[level].len() {
                stacks[level].swap(i - 1, i);
                let now = span(guide, order, &stacks, &changes);
                if now < least {
                    least = now;
                } else {
                    stacks[level].swap(i - 1, i);
                }
            }
        }
        if least == before {
            break;
        }
    }
    let stack = |(level, tracks): (usize, &Vec<usize>)| tracks.iter().flat_map(|&t| order.cells[t][level].clone()).collect();
    stacks.iter().enumerate().map(stack).collect()
}

/// How many rows the changes of track span together.
fn span(guide: &Guide, order: &Order, stacks: &[Vec<usize>], changes: &[(TitleIx, TitleIx)]) -> usize {
    let mut place = vec![0usize; guide.titles().len()];
    let cells = stacks.iter().enumerate().flat_map(|(level, tracks)| tracks.iter().map(move |&t| (t, level)));
    for (i, title) in cells.flat_map(|(t, l)| &order.cells[t][l]).enumerate() {
        place[title.index()] = i;
    }
    changes.iter().map(|(a, b)| place[a.index()].abs_diff(place[b.index()])).sum()
}
