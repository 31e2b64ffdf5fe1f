//! The flags: where the person is, and where they want to go.

use super::board::{Board, ROOM};
use super::geometry::{Point, Rect};
use super::labels::text;
use super::{Anchor, FLAG_SIZE, Flag, FlagKind, Journey, TitleIx, Weight, text_width};
use std::fmt::Write;

/// Height of a flag's box.
const HEIGHT: i32 = 24;
/// Between the text and the sides of the box.
const PADDING: i32 = 10;
/// Radius of its corners.
const RADIUS: i32 = 7;
/// Half the width of the pointer where it leaves the box.
const POINTER: i32 = 6;

/// The flags of a journey, in words.
pub(super) fn wanted<'a>(journey: &Journey<'a>) -> Vec<(FlagKind, TitleIx, &'a str)> {
    let here = journey.here.map(|(t, text)| (FlagKind::Here, t, text));
    let there = journey.destination.filter(|(t, _)| journey.here.is_none_or(|(h, _)| h != *t));
    here.into_iter().chain(there.map(|(t, text)| (FlagKind::Destination, t, text))).collect()
}

/// Plants the flags of a journey where they cover no label and no station, and as few lines as possible.
pub(super) fn plant(board: &mut Board, journey: &Journey) -> Vec<Flag> {
    let mut flags = Vec::new();
    for (kind, title, words) in wanted(journey) {
        let Some(site) = board.site_of(title) else { continue };
        let at = board.sites[site].at;
        let width = text_width(words, FLAG_SIZE, Weight::Bold) + 2 * PADDING;
        let mut best: Option<(i32, Rect, Vec<usize>)> = None;
        for (cost, area) in places(at, width) {
            if best.as_ref().is_some_and(|b| b.0 <= cost) {
                continue;
            }
            let Some(lines) = open(board, site, &area, at) else { continue };
            let cost = cost + lines * 25;
            let before: Vec<usize> = board.sites.iter().map(|s| s.spot).collect();
            board.fixed.push(area.grown(3));
            let in_way = board.labels_in(usize::MAX, &area.grown(2));
            let moved = if in_way.is_empty() { Some(0) } else { board.make_way(&in_way) };
            board.fixed.pop();
            let after: Vec<usize> = board.sites.iter().map(|s| s.spot).collect();
            for (s, spot) in board.sites.iter_mut().zip(before) {
                s.spot = spot;
            }
            if let Some(moved) = moved
                && best.as_ref().is_none_or(|b| cost + moved < b.0)
            {
                best = Some((cost + moved, area, after));
            }
        }
        if let Some((_, area, spots)) = best {
            for (s, spot) in board.sites.iter_mut().zip(spots) {
                s.spot = spot;
            }
            board.fixed.push(area.grown(3));
            flags.push(flag(kind, title, words, area, Some(at)));
        }
    }
    flags
}

/// The places of a flag: above and below its station, with the pointer in the middle or towards one side; then the same on a
/// longer pole, beyond the labels of the neighbours.
fn places(at: Point, width: i32) -> Vec<(i32, Rect)> {
    let mut all = Vec::new();
    for (pole, far) in [(0, 0), (34, 12)] {
        for (side, y) in [(0, at.y - ROOM - 7 - HEIGHT - pole), (3, at.y + ROOM + 7 + pole)] {
            for (aside, x) in
                [(0, width / 2), (6, width / 4), (6, width * 3 / 4), (9, RADIUS + POINTER + 2), (9, width - RADIUS - POINTER - 2)]
            {
                all.push((far + side + aside, Rect { x: at.x - x, y, width, height: HEIGHT }));
            }
        }
    }
    all.sort_by_key(|(cost, _)| *cost);
    all
}

/// How many lines a flag would cover; none if it would cover a station or a heading, or leave the drawing.
fn open(board: &Board, site: usize, area: &Rect, at: Point) -> Option<i32> {
    let room = i64::from(ROOM + 3).pow(2);
    let covers = |i: usize| i != site && area.distance_squared(board.sites[i].at) < room;
    let pole = Rect::between(at, Point::new(at.x, area.y)).grown(2);
    let on_pole = |i: usize| i != site && board.sites[i].label().is_some_and(|l| l.overlaps(&pole));
    if !board.bounds.holds(area)
        || board.fixed.iter().any(|f| f.overlaps(area))
        || (0..board.sites.len()).any(|i| covers(i) || on_pole(i))
    {
        return None;
    }
    let lines =
        board.wires.iter().filter(|w| w.area.grown(5).overlaps(area) && w.pieces().any(|(a, b)| area.grown(4).is_cut_by(a, b)));
    i32::try_from(lines.count()).ok()
}

/// A flag with its outline; with a pointer towards `at`, if there is one.
pub(super) fn flag(kind: FlagKind, title: TitleIx, words: &str, area: Rect, at: Option<Point>) -> Flag {
    let middle = area.y + area.height / 2;
    let text = text(words, Point::new(area.x + area.width / 2, middle + 4), Anchor::Middle, FLAG_SIZE, Weight::Bold);
    let (r, w, h) = (RADIUS.min(area.height / 2), area.width, area.height);
    let mut d = String::new();
    // Clockwise from the upper left; the pointer leaves the side that faces the station.
    let _ = write!(d, "M{} {}", area.x + r, area.y);
    let tip = at.map(|p| (p.x, if p.y > middle { p.y - ROOM - 1 } else { p.y + ROOM + 1 }, p.y > middle));
    if let Some((x, y, false)) = tip {
        let _ = write!(d, "H{}L{x} {y}L{} {}", x - POINTER, x + POINTER, area.y);
    }
    let _ = write!(d, "H{}a{r} {r} 0 0 1 {r} {r}v{}a{r} {r} 0 0 1 -{r} {r}", area.x + w - r, h - 2 * r);
    if let Some((x, y, true)) = tip {
        let _ = write!(d, "H{}L{x} {y}L{} {}", x + POINTER, x - POINTER, area.bottom());
    }
    let _ = write!(d, "H{}a{r} {r} 0 0 1 -{r} -{r}v-{}a{r} {r} 0 0 1 {r} -{r}z", area.x + r, h - 2 * r);
    Flag { kind, title, text, area, d }
}
