//! From the board to the drawing: lines with rounded corners, stations with their labels, the chosen route.

use super::board::{Board, ROOM, Site, Wire};
use super::geometry::{Point, Rect, path};
use super::{Form, Journey, Leg, Line, LineKind, MapLayout, Part, RoutePath, Station, Text, TitleIx};
use crate::domain::base::sorting::sort_by_key;
use crate::domain::guide::Guide;

/// Fills in lines, route and stations; `label` sets the label of a site.
pub(super) fn assemble(
    guide: &Guide,
    board: &Board,
    journey: &Journey,
    radius: i32,
    label: impl Fn(&Site) -> Vec<Text>,
    mut map: MapLayout,
) -> MapLayout {
    let mut stations: Vec<Station> = board.sites.iter().map(|s| station(guide, s, journey, label(s), map.form)).collect();
    // Sites stand by track; the sort keeps their order along it.
    sort_by_key(&mut stations, |s| match map.form {
        Form::Horizontal => i32::try_from(guide.rank(s.title)).unwrap_or(i32::MAX),
        Form::Vertical => s.centre.y,
    });
    map.stations = stations;
    let mut wires: Vec<&Wire> = board.wires.iter().collect();
    sort_by_key(&mut wires, |w| match w.kind {
        LineKind::Track => 0,
        LineKind::Change => 1,
        LineKind::Onward => 2,
    });
    let line = |w: &Wire| Line {
        kind: w.kind,
        track: w.track,
        points: w.points.clone(),
        d: path([&w.points[..]], radius),
        moves: w.moves.clone(),
        titles: w.sites.iter().map(|&s| board.sites[s].title).collect(),
    };
    map.lines = wires.into_iter().map(line).collect();
    map.route = route(guide, board, journey, radius);
    map
}

fn station(guide: &Guide, site: &Site, journey: &Journey, label: Vec<Text>, form: Form) -> Station {
    let is = |end: Option<(TitleIx, &str)>| end.is_some_and(|(t, _)| t == site.title);
    let part = if is(journey.here) || is(journey.destination) {
        Part::End
    } else if journey.route.contains(&site.title) {
        Part::On
    } else {
        Part::Off
    };
    let onward = site.row.is_none();
    let radius = match (part, form) {
        (Part::End, Form::Horizontal) => 10,
        (Part::End, Form::Vertical) => 9,
        (Part::On, _) => 8,
        (Part::Off, _) if onward => 5,
        (Part::Off, _) => 7,
    };
    let circle = Rect::between(site.at, site.at).grown(ROOM);
    let label_area = label.iter().map(|l| l.area).reduce(|a, b| a.around(&b)).unwrap_or(circle);
    let target = circle.around(&label_area);
    Station { title: site.title, track: guide.track_index(site.title), part, centre: site.at, radius, label, label_area, target }
}

/// The chosen route along the lines.
fn route(guide: &Guide, board: &Board, journey: &Journey, radius: i32) -> Option<RoutePath> {
    let mut runs: Vec<Run> = Vec::new();
    for pair in journey.route.windows(2) {
        let Some(number) = guide.move_between(pair[0], pair[1]) else { continue };
        let Some(pieces) = along(board, pair[0], pair[1], number) else { continue };
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
    let draw = |run: &Run| path(run.pieces.iter().map(Vec::as_slice), radius);
    let halo = runs.iter().map(draw).collect();
    let leg = |run: Run| {
        let d = draw(&run);
        let mut points = run.pieces.concat();
        points.dedup();
        Leg { track: run.track, moves: run.moves, points, d }
    };
    Some(RoutePath { halo, legs: runs.into_iter().map(leg).collect() })
}

/// Moves of the route that are drawn in one colour, and the pieces of line on which they lie.
struct Run {
    track: Option<usize>,
    moves: Vec<usize>,
    pieces: Vec<Vec<Point>>,
}

/// The way of one move along the line that carries it, piece by piece.
fn along(board: &Board, from: TitleIx, to: TitleIx, number: usize) -> Option<Vec<Vec<Point>>> {
    let wire = board.wires.iter().find(|w| w.moves.contains(&number))?;
    let (a, b) = (board.sites[board.site_of(from)?].at, board.sites[board.site_of(to)?].at);
    if let Some(points) = part(&wire.points, a, b) {
        return Some(vec![points]);
    }
    // An arm and, from its end on, the track.
    let end = *wire.points.last()?;
    match part(&wire.points, a, end) {
        Some(arm) => Some(vec![arm, vec![end, b]]),
        None => Some(vec![vec![a, end], part(&wire.points, end, b)?]),
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
