//! The flags: where the person is, and where they want to go. In the vertical form a flag stands below the name, and all below it
//! moves down. In the horizontal form it stands where it covers no label and no station, and as few lines as possible.

use super::super::board::{Board, ROOM, Wire};
use super::super::geometry::{Point, Rect};
use super::super::shapes::{FLAG_SIZE, Flag, FlagKind, Journey};
use super::super::text::{Anchor, Text, Weight, text_width};
use super::row_height;
use crate::domain::base::sorting::sort_by_key;
use crate::domain::guide::TitleIx;
use std::fmt::Write;

/// Height of a flag's box: horizontal form, and vertical form.
const HEIGHT: i32 = 24;
const ROW_HEIGHT: i32 = 20;
/// By how much a row with a flag is higher.
pub(super) const ROOM_IN_ROW: i32 = ROW_HEIGHT + 2;
/// Between the text and the sides of the box: horizontal form, and vertical form.
const PADDING: i32 = 10;
const ROW_PADDING: i32 = 8;
/// Radius of its corners.
const RADIUS: i32 = 7;
/// Half the width of the pointer where it leaves the box.
const POINTER: i32 = 6;

/// What it costs to cover a line.
const COVERED: i32 = 25;

/// A place for a flag.
struct Place {
    cost: i32,
    area: Rect,
    /// Where its pointer ends, if it has one.
    tip: Option<Point>,
}

/// The flags of a journey, in the order in which they are planted.
fn marks<'a>(journey: &Journey<'a>) -> impl Iterator<Item = (FlagKind, (TitleIx, &'a str))> + use<'a> {
    let here = journey.here.map(|here| here.0);
    let kind = move |title| if here == Some(title) { FlagKind::Here } else { FlagKind::Destination };
    journey.ends().map(move |end| (kind(end.0), end))
}

/// Plants the flags of a journey, whose moves are `route`, where they cover no label and no station, and as few lines as possible.
pub(super) fn plant(board: &mut Board, journey: &Journey, route: &[usize]) -> Vec<Flag> {
    let mut marks: Vec<(FlagKind, (TitleIx, &str))> = marks(journey).collect();
    let before = board.spots();
    let mut flags = in_turn(board, &marks, route);
    // Where the first takes the only place of the second, the second comes first.
    if flags.len() < marks.len() {
        board.set_spots(&before);
        board.fixed.clear();
        marks.reverse();
        flags = in_turn(board, &marks, route);
    }
    flags
}

fn in_turn(board: &mut Board, marks: &[(FlagKind, (TitleIx, &str))], route: &[usize]) -> Vec<Flag> {
    let mut flags = Vec::new();
    for &(kind, (title, words)) in marks {
        let Some(site) = board.site_of(title) else { continue };
        let width = text_width(words, FLAG_SIZE, Weight::Bold) + 2 * PADDING;
        let mut best: Option<(i32, Place, Vec<usize>)> = None;
        for place in places(board, site, width) {
            if best.as_ref().is_some_and(|b| b.0 <= place.cost) {
                break;
            }
            let Some(covered) = open(board, site, &place, route) else { continue };
            let before = board.spots();
            let area = place.covers();
            let in_way = board.labels_in(usize::MAX, &area);
            board.fixed.push(area);
            let moved = if in_way.is_empty() { Some(0) } else { board.make_way(&in_way) };
            board.fixed.pop();
            let after = board.spots();
            board.set_spots(&before);
            let cost = place.cost + covered + moved.unwrap_or(0);
            if moved.is_some() && best.as_ref().is_none_or(|b| cost < b.0) {
                best = Some((cost, place, after));
            }
        }
        if let Some((_, place, spots)) = best {
            board.set_spots(&spots);
            board.fixed.push(place.covers());
            flags.push(flag(kind, title, words, place.area, place.tip));
        }
    }
    flags
}

impl Place {
    /// The area of box and pointer, with some air.
    fn covers(&self) -> Rect {
        let box_and_air = self.area.grown(2);
        self.tip.map_or(box_and_air, |tip| box_and_air.around(&Rect::between(tip, tip)))
    }
}

/// The places of a flag, best first: above and below its station; aside of a line that leaves it there; beyond its label.
fn places(board: &Board, site: usize, width: i32) -> Vec<Place> {
    let at = board.sites[site].at;
    let mut all = Vec::new();
    let mut put = |cost, x: i32, y: i32, tip| all.push(Place { cost, area: Rect { x, y, width, height: HEIGHT }, tip });
    let (above, below) = (at.y - ROOM - 7 - HEIGHT, at.y + ROOM + 7);
    let slant = ROOM - 3;
    for (cost, y, side) in [(0, above, -1), (3, below, 1)] {
        let tip = Some(Point::new(at.x, at.y + side * (ROOM + 1)));
        for (aside, x) in [(0, width / 2), (5, width / 4), (5, width * 3 / 4)] {
            put(cost + aside, at.x - x, y, tip);
        }
        put(cost + 7, at.x + slant, y, Some(Point::new(at.x + slant, at.y + side * slant)));
        put(cost + 8, at.x - slant - width, y, Some(Point::new(at.x - slant, at.y + side * slant)));
    }
    if let Some(&label) = board.sites[site].label() {
        let middle = label.x + label.width / 2;
        for (cost, x) in [(12, middle - width / 2), (13, label.x), (13, label.right() - width)] {
            put(cost, x, label.y - 7 - HEIGHT, Some(Point::new(middle, label.y - 1)));
            put(cost, x, label.bottom() + 7, Some(Point::new(middle, label.bottom() + 1)));
        }
        // Beside the label, at the height of its first or its last line.
        for (cost, y) in [(18, label.y - 2), (20, label.bottom() + 2 - HEIGHT)] {
            put(cost, label.right() + 6, y, None);
            put(cost + 1, label.x - 6 - width, y, None);
        }
    }
    sort_by_key(&mut all, |p| p.cost);
    all
}

/// What the lines cost that a flag would cover, those of the route most; none if it would cover a station or a heading, or leave the drawing.
fn open(board: &Board, site: usize, place: &Place, route: &[usize]) -> Option<i32> {
    let (area, all) = (&place.area, place.covers());
    let room = i64::from(ROOM + 3).pow(2);
    let covers = |i: usize| i != site && all.distance_squared(board.sites[i].at) < room;
    let own = i64::from(ROOM).pow(2) > area.distance_squared(board.sites[site].at);
    if own || !board.bounds.holds(area) || board.fixed.iter().any(|f| f.overlaps(&all)) || (0..board.sites.len()).any(covers) {
        return None;
    }
    let cut = |w: &&Wire| w.area.grown(5).overlaps(area) && w.pieces().any(|(a, b)| area.grown(4).is_cut_by(a, b));
    let on_route = |w: &Wire| w.moves.iter().any(|m| route.contains(m));
    Some(board.wires.iter().filter(cut).map(|w| if on_route(w) { COVERED * 3 } else { COVERED }).sum())
}

/// The flags of a journey in the vertical form: below the names, which begin at `names`, of rows whose middle and number of lines `row`
/// knows.
pub(super) fn in_rows(journey: &Journey, names: i32, row: impl Fn(TitleIx) -> Option<(i32, usize)>) -> Vec<Flag> {
    let mut flags = Vec::new();
    for (kind, (title, words)) in marks(journey) {
        let Some((middle, lines)) = row(title) else { continue };
        let width = text_width(words, FLAG_SIZE, Weight::Bold) + 2 * ROW_PADDING;
        let area = Rect { x: names, y: middle + row_height(lines) / 2 - 7, width, height: ROW_HEIGHT };
        flags.push(flag(kind, title, words, area, None));
    }
    flags
}

/// A flag with its outline; with a pointer that ends at `tip`, if there is one.
fn flag(kind: FlagKind, title: TitleIx, words: &str, area: Rect, tip: Option<Point>) -> Flag {
    let middle = area.y + area.height / 2;
    let text = Text::at(words, Point::new(area.x + area.width / 2, middle + 4), Anchor::Middle, FLAG_SIZE, Weight::Bold);
    let (r, w, h) = (RADIUS.min(area.height / 2), area.width, area.height);
    let mut d = String::new();
    // Clockwise from the upper left; the pointer leaves the side that faces the station.
    let _ = write!(d, "M{} {}", area.x + r, area.y);
    let tip = tip.map(|p| (p.x, p.y, p.y > middle, p.x.clamp(area.x + r + POINTER, area.right() - r - POINTER)));
    if let Some((x, y, false, root)) = tip {
        let _ = write!(d, "H{}L{x} {y}L{} {}", root - POINTER, root + POINTER, area.y);
    }
    let _ = write!(d, "H{}a{r} {r} 0 0 1 {r} {r}v{}a{r} {r} 0 0 1 -{r} {r}", area.x + w - r, h - 2 * r);
    if let Some((x, y, true, root)) = tip {
        let _ = write!(d, "H{}L{x} {y}L{} {}", root + POINTER, root - POINTER, area.bottom());
    }
    let _ = write!(d, "H{}a{r} {r} 0 0 1 -{r} -{r}v-{}a{r} {r} 0 0 1 {r} -{r}z", area.x + r, h - 2 * r);
    Flag { kind, title, text, area, d }
}
