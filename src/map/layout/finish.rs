//! From the board to the sheet.

use super::super::board::{Board, Wire};
use super::super::shapes::{Form, LineKind};
use super::super::sheet::{BandPlace, Sheet, SitePlace, WirePlace};
use super::order::Order;
use super::ways::Lanes;
use super::wiring::connect_move;
use super::{For, number};
use crate::domain::base::sorting::sort_by_key;
use crate::domain::guide::Guide;

/// The lines of moves that have none yet, and for how many there is no way. On a sheet for one journey they are lines as any other, laid
/// on the board.
pub(super) fn extras(board: &mut Board, guide: &Guide, order: &Order, lanes: &Lanes, journeys: For<'_>) -> (Vec<Wire>, usize) {
    let (mut extras, mut missing) = (Vec::new(), 0);
    let spots = board.spots();
    for number in 0..guide.move_count() {
        if !journeys.has_move(guide, number) || board.wires.iter().any(|w| w.moves.contains(&number)) {
            continue;
        }
        if !connect_move(board, guide, order, number, lanes) {
            missing += 1;
        } else if matches!(journeys, For::Any) {
            extras.extend(board.wires.pop());
            board.set_spots(&spots);
        }
    }
    (extras, missing)
}

/// The frame of a sheet.
pub(super) struct Blank {
    pub form: Form,
    pub width: i32,
    pub height: i32,
    pub names: i32,
    pub bands: Vec<BandPlace>,
}

/// Makes the sheet; `breaks` says how the name of a site breaks.
pub(super) fn assemble(guide: &Guide, board: &Board, extras: &[Wire], blank: Blank, breaks: impl Fn(usize) -> Vec<u8>) -> Sheet {
    let mut order: Vec<usize> = (0..board.sites.len()).collect();
    // Sites stand by track; the sort keeps their order along it.
    sort_by_key(&mut order, |&s| match blank.form {
        Form::Horizontal => i32::try_from(guide.rank(board.sites[s].title)).unwrap_or(i32::MAX),
        Form::Vertical => board.sites[s].at.y,
    });
    let place = |site: &usize| number(order.iter().position(|s| s == site).unwrap_or(0));
    let mut wires: Vec<&Wire> = board.wires.iter().collect();
    sort_by_key(&mut wires, |wire| match wire.kind {
        LineKind::Track => 0,
        LineKind::Change => 1,
        LineKind::Onward => 2,
    });
    let site = |&s: &usize| {
        let site = &board.sites[s];
        SitePlace {
            title: number(site.title.index()),
            at: site.at,
            is_below: site.spots.first().is_some_and(|spot| spot.area.y > site.at.y),
            spot: u8::try_from(site.spot).unwrap_or(0),
            breaks: breaks(s),
        }
    };
    let wire = |wire: &Wire| WirePlace {
        kind: wire.kind,
        track: wire.track.map(number),
        points: wire.points.clone(),
        moves: wire.moves.iter().copied().map(number).collect(),
        sites: wire.sites.iter().map(place).collect(),
    };
    Sheet {
        form: blank.form,
        width: blank.width,
        height: blank.height,
        names: blank.names,
        bands: blank.bands,
        sites: order.iter().map(site).collect(),
        wires: wires.into_iter().map(wire).collect(),
        extras: extras.iter().map(wire).collect(),
    }
}
