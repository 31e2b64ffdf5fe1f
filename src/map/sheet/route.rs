//! The chosen route along the lines of the map.

use super::super::board::Board;
use super::super::geometry::{Point, path};
use super::super::shapes::{Leg, RoutePath};
use crate::domain::guide::{Guide, TitleIx};

/// Moves of the route that are drawn in one colour, and the pieces of line on which they lie.
struct Run {
    track: Option<usize>,
    moves: Vec<usize>,
    pieces: Vec<Vec<Point>>,
}

/// The route through `titles`, as far as moves and their lines lead.
pub(super) fn along(guide: &Guide, board: &Board, titles: &[TitleIx], radius: i32) -> Option<RoutePath> {
    let mut runs: Vec<Run> = Vec::new();
    for pair in titles.windows(2) {
        let Some(number) = guide.move_between(pair[0], pair[1]) else { continue };
        let Some(pieces) = one_move(board, pair[0], pair[1], number) else { continue };
        let track = guide.track_index(pair[1]).filter(|_| !guide.is_onward(pair[1]));
        let end = |run: &Run| run.pieces.last().and_then(|p| p.last().copied());
        match runs.last_mut() {
            Some(run) if run.track == track && end(run) == pieces[0].first().copied() => {
                run.moves.push(number);
                run.pieces.extend(pieces);
            }
            _ => runs.push(Run { track, moves: vec![number], pieces }),
        }
    }
    if runs.is_empty() {
        return None;
    }
    let mut halo = String::new();
    let mut legs = Vec::new();
    for run in runs {
        let d = path(run.pieces.iter().map(Vec::as_slice), radius);
        halo.push_str(&d);
        let mut points = run.pieces.concat();
        points.dedup();
        legs.push(Leg { track: run.track, moves: run.moves, points, d });
    }
    Some(RoutePath { halo, legs })
}

/// The way of one move along the line that carries it, piece by piece.
pub(super) fn one_move(board: &Board, from: TitleIx, to: TitleIx, number: usize) -> Option<Vec<Vec<Point>>> {
    let line = &board.wires.iter().find(|wire| wire.moves.contains(&number))?.points;
    let (a, b) = (board.sites[board.site_of(from)?].at, board.sites[board.site_of(to)?].at);
    if let Some(points) = part(line, a, b) {
        return Some(vec![points]);
    }
    // An arm and, from its end on, the track.
    let end = *line.last()?;
    match part(line, a, end) {
        Some(arm) => Some(vec![arm, vec![end, b]]),
        None => Some(vec![vec![a, end], part(line, end, b)?]),
    }
}

/// The part of a line between two points of it.
fn part(points: &[Point], a: Point, b: Point) -> Option<Vec<Point>> {
    let piece = |p: Point| points.windows(2).position(|w| p.distance_squared_to(w[0], w[1]) == 0);
    let (i, j) = (piece(a)?, piece(b)?);
    if j < i || (i == j && points[i].distance_squared(b) < points[i].distance_squared(a)) {
        return part(points, b, a).map(|mut way| {
            way.reverse();
            way
        });
    }
    let mut way = vec![a];
    way.extend(&points[i + 1..=j]);
    way.push(b);
    way.dedup();
    Some(way)
}
