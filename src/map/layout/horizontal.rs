//! The form for wide columns: seniority to the right, one row per track, one column per place on it.

use super::super::board::{Board, Site, Wire, spots};
use super::super::geometry::{Point, Rect};
use super::super::shapes::{Form, LineKind};
use super::super::sheet::{HEADER, Sheet};
use super::super::text::Weight;
use super::For;
use super::finish::{Blank, assemble, extras};
use super::frame::{ARM, Frame, Plan};
use super::onward;
use super::wiring::connect;
use crate::domain::base::sorting::sort;
use crate::domain::guide::{Guide, TitleIx};

/// The least widths of a column to try, in px, until everything has a place.
const COLUMNS: [i32; 8] = [72, 80, 90, 102, 116, 132, 150, 170];

/// The sheet for a column of `width` px.
pub(super) fn layout(guide: &Guide, width: i32, journeys: For<'_>) -> Sheet {
    let plan = Plan::of(guide);
    let mut best: Option<(usize, Sheet)> = None;
    for least in COLUMNS {
        let frame = Frame::new(guide, &plan, width, least);
        // A frame that is no wider than one before it would come out the same.
        if best.as_ref().is_some_and(|b| b.1.width == frame.width) {
            continue;
        }
        let (missing, sheet) = attempt(guide, &plan, &frame, journeys);
        if best.as_ref().is_none_or(|b| missing < b.0) {
            best = Some((missing, sheet));
        }
        if missing == 0 {
            break;
        }
    }
    let Some((_, sheet)) = best else { unreachable!("some width is tried") };
    sheet
}

/// The sheet in a frame, and how much found no place in it: labels, and what one journey asks for.
fn attempt(guide: &Guide, plan: &Plan, frame: &Frame, journeys: For<'_>) -> (usize, Sheet) {
    let order = &plan.order;
    let bounds = Rect { x: 2, y: HEADER, width: frame.width - 4, height: frame.height - HEADER - 2 };
    let mut board = Board { bounds, sites: Vec::new(), wires: Vec::new(), fixed: Vec::new(), berth: 16, apart: 11 };
    for row in 0..order.tracks.len() {
        stations(&mut board, guide, plan, frame, row);
    }
    for row in 0..order.tracks.len() {
        track(&mut board, guide, plan, row);
    }
    if let Some(&edge) = frame.edges.get(order.levels.len()) {
        let band = Rect { x: edge, y: HEADER, width: frame.width - edge, height: frame.height - HEADER };
        onward::place(&mut board, guide, order, &plan.hubs, band);
    }
    let mut missing = board.place_labels();
    let lanes = frame.lanes(plan);
    connect(&mut board, guide, order, &lanes);
    let (extras, lineless) = extras(&mut board, guide, order, &lanes, journeys);
    let blank =
        Blank { form: Form::Horizontal, width: frame.width, height: frame.height, names: 0, bands: frame.bands(guide, order) };
    let sheet = assemble(guide, &board, &extras, blank, |_| Vec::new());
    if let For::One(journey) = journeys {
        missing += lineless + journey.ends().count() - sheet.draw(guide, sheet.width, journey).flags.len();
    }
    (missing, sheet)
}

fn stations(board: &mut Board, guide: &Guide, plan: &Plan, frame: &Frame, row: usize) {
    let (order, columns, y) = (&plan.order, &plan.columns, frame.rows[row]);
    let last = row > 0 && row + 1 == order.tracks.len();
    for (level, cell) in order.cells[row].iter().enumerate() {
        let arms = order.has_arms(row, level) && !cell.is_empty();
        for (place, &title) in cell.iter().enumerate() {
            let column = columns.first[row][level] + place.saturating_sub(usize::from(arms));
            let x = frame.column(level, column, columns.of_level[level]);
            let y = match place {
                0 if arms => y - ARM,
                1 if arms => y + ARM,
                _ => y,
            };
            let at = Point::new(x, y);
            let spots = spots(at, &guide.title(title).label, Weight::Bold, last || (arms && place == 1));
            board.sites.push(Site { title, at, row: Some(row), spots, spot: 0 });
        }
    }
}

/// The line of a track and, where it begins with two arms, these.
fn track(board: &mut Board, guide: &Guide, plan: &Plan, row: usize) {
    let sites: Vec<usize> = (0..board.sites.len()).filter(|&s| board.sites[s].row == Some(row)).collect();
    let arms = if plan.order.forked[row] { 2 } else { 0 };
    let (ends, rest) = sites.split_at(arms.min(sites.len()));
    let track = Some(plan.order.tracks[row]);
    let at = |s: usize| board.sites[s].at;
    let mut wires = Vec::new();
    if let (Some(&first), Some(&last)) = (rest.first(), rest.last()) {
        for &arm in ends {
            let (a, b) = (at(arm), at(first));
            // The arms come together a little before the station, so that its label can stay above it.
            let stem = ((b.x - a.x - ARM) * 2 / 3).clamp(0, 40);
            let join = Point::new(b.x - stem, b.y);
            let points = vec![a, Point::new(join.x - ARM.min(join.x - a.x), a.y), join, b];
            wires.push(Wire::new(LineKind::Track, track, points, moves_along(guide, board, &[arm], rest), vec![arm, first]));
        }
        if rest.len() > 1 {
            let moves = moves_along(guide, board, rest, rest);
            wires.push(Wire::new(LineKind::Track, track, vec![at(first), at(last)], moves, rest.to_vec()));
        }
    }
    board.wires.extend(wires);
}

/// The moves from one of `a` to one of `b`, or back.
pub(super) fn moves_along(guide: &Guide, board: &Board, a: &[usize], b: &[usize]) -> Vec<usize> {
    let titles = |list: &[usize]| -> Vec<TitleIx> { list.iter().map(|&s| board.sites[s].title).collect() };
    let (a, b) = (titles(a), titles(b));
    let joins = |&number: &usize| {
        let (from, to) = guide.ends(number);
        (a.contains(&from) && b.contains(&to)) || (b.contains(&from) && a.contains(&to))
    };
    let mut moves: Vec<usize> = a.iter().chain(&b).flat_map(|&t| guide.moves_from(t)).filter(joins).collect();
    sort(&mut moves);
    moves.dedup();
    moves
}
