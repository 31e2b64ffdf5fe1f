//! The related paths of the horizontal form: a column of their own at the right, joined by dotted branches to the title from which
//! most of them lead on.

use super::board::{Board, Site, Wire};
use super::geometry::{Point, Rect};
use super::labels::{LEADING, Spot, label_size};
use super::order::Order;
use super::{Anchor, LineKind, TitleIx};
use crate::domain::guide::Guide;

/// From the left edge of the band to the stations.
const STATION: i32 = 42;
/// From the left edge of the band to the labels.
pub(super) const LABEL: i32 = STATION + 14;
/// From the left edge of the band to the first stem.
const STEM: i32 = 18;

/// Puts the related paths on the board and gives back their branches.
pub(super) fn place(board: &mut Board, guide: &Guide, order: &Order, band: Rect) -> Vec<Wire> {
    let count = i32::try_from(order.onward.len()).unwrap_or(0);
    let first = board.sites.len();
    for (i, &title) in (0..).zip(&order.onward) {
        let y = band.y + band.height * (2 * i + 1) / (2 * count);
        let lines = &guide.title(title).label;
        let (width, height) = label_size(lines);
        let top = y - height / 2;
        debug_assert!(height <= 2 * LEADING);
        let area = Rect { x: band.x + LABEL, y: top, width, height };
        let spots = vec![Spot { area, anchor: Anchor::Start, cost: 0 }];
        board.sites.push(Site { title, at: Point::new(band.x + STATION, y), row: None, spots, spot: 0 });
    }
    let onward: Vec<usize> = (first..board.sites.len()).collect();
    branches(board, guide, order, &onward, band.x + STEM)
}

/// A branch to each related path, from as few titles as possible. Only the last title of a track can have branches: nothing stands
/// between it and them.
fn branches(board: &Board, guide: &Guide, order: &Order, onward: &[usize], stem: i32) -> Vec<Wire> {
    let ends: Vec<TitleIx> = (0..order.tracks.len()).filter_map(|row| order.row(row).last()).collect();
    let mut left = onward.to_vec();
    let mut wires = Vec::new();
    let mut stem = stem;
    while !left.is_empty() {
        let leads = |from: TitleIx| left.iter().filter(|&&s| guide.move_between(from, board.sites[s].title).is_some()).count();
        let Some(&hub) = ends.iter().max_by_key(|&&t| leads(t)) else { break };
        let Some(from) = board.site_of(hub).filter(|_| leads(hub) > 0) else { break };
        left.retain(|&s| {
            let Some(number) = guide.move_between(hub, board.sites[s].title) else { return true };
            let (a, b) = (board.sites[from].at, board.sites[s].at);
            let points = if a.y == b.y { vec![a, b] } else { vec![a, Point::new(stem, a.y), Point::new(stem, b.y), b] };
            wires.push(Wire::new(LineKind::Onward, None, points, vec![number], vec![from, s]));
            false
        });
        stem += 8;
    }
    wires
}
