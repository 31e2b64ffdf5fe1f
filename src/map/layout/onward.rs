//! The related paths of the horizontal form: a column of their own at the right, joined by dotted branches to the titles from which
//! they lead on.

use super::super::board::{Board, LABEL, Site, Wire, beside, label_size};
use super::super::geometry::{Point, Rect};
use super::super::shapes::LineKind;
use super::super::text::Weight;
use super::order::Order;
use crate::domain::guide::{Guide, TitleIx};

/// From the left edge of the band to the first stem.
pub(super) const STEM: i32 = 18;
/// From one stem to the next.
const STEMS: i32 = 8;
/// From the last stem to the stations.
const STATION: i32 = 24;

/// A title with the related paths that its branches lead to.
pub(super) struct Hub {
    title: TitleIx,
    to: Vec<TitleIx>,
}

/// Gives every related path a branch from as few titles as possible. Only the last title of a track can have branches: nothing
/// stands between it and them.
pub(super) fn hubs(guide: &Guide, order: &Order) -> Vec<Hub> {
    let ends: Vec<TitleIx> = (0..order.tracks.len()).filter_map(|row| order.row(row).last()).collect();
    let mut left = order.onward.clone();
    let mut hubs = Vec::new();
    while !left.is_empty() {
        let leads = |from: TitleIx| left.iter().copied().filter(|&t| guide.move_between(from, t).is_some()).collect::<Vec<_>>();
        let most = ends.iter().map(|&title| Hub { title, to: leads(title) }).max_by_key(|hub| hub.to.len());
        let Some(hub) = most.filter(|hub| !hub.to.is_empty()) else { break };
        left.retain(|t| !hub.to.contains(t));
        hubs.push(hub);
    }
    hubs
}

/// From the left edge of the band to its stations.
fn station(hubs: &[Hub]) -> i32 {
    STEM + STATION + STEMS * (i32::try_from(hubs.len()).unwrap_or(1) - 1).max(0)
}

/// The width that the band needs up to the right edge of its labels; none without related paths.
pub(super) fn width(guide: &Guide, order: &Order, hubs: &[Hub]) -> Option<i32> {
    let widest = order.onward.iter().map(|&t| label_size(&guide.title(t).label, Weight::Bold).0).max();
    widest.map(|w| w + station(hubs) + LABEL)
}

/// Puts the related paths and their branches on the board.
pub(super) fn place(board: &mut Board, guide: &Guide, order: &Order, hubs: &[Hub], band: Rect) {
    let count = i32::try_from(order.onward.len()).unwrap_or(0);
    let x = band.x + station(hubs);
    for (i, &title) in (0..).zip(&order.onward) {
        let y = band.y + band.height * (2 * i + 1) / (2 * count);
        let spots = beside(Point::new(x, y), &guide.title(title).label, Weight::Bold);
        board.sites.push(Site { title, at: Point::new(x, y), row: None, spots, spot: 0 });
    }
    for (i, hub) in (0..).zip(hubs) {
        let stem = band.x + STEM + i * STEMS;
        let Some(from) = board.site_of(hub.title) else { continue };
        for &to in &hub.to {
            let (Some(number), Some(site)) = (guide.move_between(hub.title, to), board.site_of(to)) else { continue };
            let (a, b) = (board.sites[from].at, board.sites[site].at);
            let points = if a.y == b.y { vec![a, b] } else { vec![a, Point::new(stem, a.y), Point::new(stem, b.y), b] };
            board.wires.push(Wire::new(LineKind::Onward, None, points, vec![number], vec![from, site]));
        }
    }
}
