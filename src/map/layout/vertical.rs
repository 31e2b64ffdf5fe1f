//! The form for narrow columns: seniority upwards, tracks as rails at the left, one row per title with its whole name at their
//! right.
//!
//! While it is worked out, the board lies on its side: x is the way up (−y of the drawing) and y the way across the rails, so that
//! lines are laid as in the horizontal form.

use super::super::board::{Board, Site, Wire};
use super::super::geometry::{Point, Rect};
use super::super::shapes::{Form, LineKind, ROW_LABEL_SIZE};
use super::super::sheet::bands::HEADING;
use super::super::sheet::{BandPlace, ROW, Sheet, row_height};
use super::For;
use super::finish::{Blank, assemble, extras};
use super::horizontal::moves_along;
use super::number;
use super::order::Order;
use super::rows::rows;
use super::ways::Lanes;
use super::wiring::connect;
use super::wrap::wrap;
use crate::domain::base::sorting::sort_by_key;
use crate::domain::guide::{Guide, TitleIx};

/// From the left edge to the first rail.
const FIRST_RAIL: i32 = 16;
/// From the last rail to the names.
const TO_NAMES: i32 = 22;

/// A row: its title, how many bytes of its name stand on each line but the last, and its middle.
struct Row {
    title: TitleIx,
    breaks: Vec<u8>,
    middle: i32,
}

/// The sheet for a column of `width` px.
pub(super) fn layout(guide: &Guide, width: i32, journeys: For<'_>) -> Sheet {
    let mut order = Order::of(guide);
    let levels = rows(guide, &order);
    let hub = hub(guide, &order);
    let side = side_rails(&mut order, &levels, hub);
    let rails = order.tracks.len().max(side.onward + 1).max(side.arms.iter().flatten().max().map_or(0, |r| r + 1));
    // Many tracks come closer together, so that half of the width is left for the names.
    let gap = match width {
        ..320 => 26,
        320..480 => 28,
        _ => 32,
    };
    let gaps = i32::try_from(rails).unwrap_or(1) - 1;
    let rail = ((width / 2 - FIRST_RAIL - TO_NAMES) / gaps.max(1)).clamp(20, gap);
    let at = |rail_number: usize| FIRST_RAIL + rail * i32::try_from(rail_number).unwrap_or(0);
    let names = at(rails.saturating_sub(1)) + TO_NAMES;
    let (bands, rows, height) = stack(guide, &order, &levels, hub, width - names);

    let mut board = Board {
        bounds: Rect { x: -height, y: 0, width: height, height: names },
        sites: Vec::new(),
        wires: Vec::new(),
        fixed: Vec::new(),
        berth: rail / 2 - 1,
        apart: rail / 2 - 2,
    };
    let up = |title: TitleIx| rows.iter().find(|r| r.title == title).map_or(0, |r| -r.middle);
    for row in 0..order.tracks.len() {
        for (place, title) in order.row(row).enumerate() {
            let on = side.arms[row].filter(|_| place == 1).unwrap_or(row);
            board.sites.push(Site { title, at: Point::new(up(title), at(on)), row: Some(row), spots: Vec::new(), spot: 0 });
        }
    }
    for &title in &order.onward {
        board.sites.push(Site { title, at: Point::new(up(title), at(side.onward)), row: None, spots: Vec::new(), spot: 0 });
    }
    for row in 0..order.tracks.len() {
        track(&mut board, guide, &order, row, side.arms[row].is_some());
    }
    branch(&mut board, guide, hub);
    let lanes = Lanes { across: (0..rails).map(|r| at(r) + rail / 2).collect(), unit: 3 * ROW, step: ROW, toll: 14, stem: None };
    connect(&mut board, guide, &order, &lanes);
    let (mut extras, _) = extras(&mut board, guide, &order, &lanes, journeys);
    board.stand_up();
    extras.iter_mut().for_each(stand_up);
    let blank = Blank { form: Form::Vertical, width, height, names, bands };
    let breaks = |site: usize| rows.iter().find(|r| r.title == board.sites[site].title).map(|r| r.breaks.clone());
    assemble(guide, &board, &extras, blank, |site| breaks(site).unwrap_or_default())
}

impl Board {
    /// Turns the board from lying on its side to the drawing.
    fn stand_up(&mut self) {
        self.sites.iter_mut().for_each(|s| s.at = upright(s.at));
        self.wires.iter_mut().for_each(stand_up);
    }
}

fn stand_up(wire: &mut Wire) {
    wire.points.iter_mut().for_each(|p| *p = upright(*p));
}

fn upright(p: Point) -> Point {
    Point::new(p.y, -p.x)
}

/// The rails of titles that do not stand on the rail of their track.
struct SideRails {
    /// For tracks that begin with two arms: the rail of the second.
    arms: Vec<Option<usize>>,
    /// The rail of the related paths.
    onward: usize,
}

/// Looks for rails next to their own whose part there is free.
fn side_rails(order: &mut Order, levels: &[Vec<TitleIx>], hub: Option<TitleIx>) -> SideRails {
    let all: Vec<TitleIx> = levels.concat();
    let place = |t: TitleIx| all.iter().position(|&o| o == t).unwrap_or(0);
    let span = |row: usize| {
        let places: Vec<usize> = order.row(row).map(place).collect();
        (places.iter().copied().min().unwrap_or(0), places.into_iter().max().unwrap_or(0))
    };
    let count = order.tracks.len();
    let arms: Vec<Option<usize>> = (0..count)
        .map(|row| {
            let joined = order.row(row).nth(2).map(place).filter(|_| order.forked[row])?;
            let free = |&rail: &usize| rail >= count || span(rail).0 > joined;
            [Some(row + 1), row.checked_sub(1)].into_iter().flatten().find(free)
        })
        .collect();
    let hub_row = hub.and_then(|h| (0..count).find(|&row| order.row(row).any(|t| t == h)));
    let top = hub.map_or(all.len(), place);
    let onward = hub_row.map_or(count, |row| (row + 1..count).find(|&rail| span(rail).1 < top).unwrap_or(count));
    let forked: Vec<bool> = arms.iter().map(Option::is_some).collect();
    order.forked = forked;
    SideRails { arms, onward: if order.onward.is_empty() { 0 } else { onward } }
}

/// The title from which most related paths lead on; the most senior of them.
fn hub(guide: &Guide, order: &Order) -> Option<TitleIx> {
    let leads = |t: TitleIx| guide.moves_from(t).filter(|&m| order.onward.contains(&guide.ends(m).1)).count();
    let all = (0..order.tracks.len()).flat_map(|row| order.row(row));
    all.filter(|&t| leads(t) > 0).max_by_key(|&t| (leads(t), guide.rank(t)))
}

/// The bands and rows from top to bottom, with `room` px for the names, and the height of them all. The bands are turned: the most
/// junior first.
fn stack(
    guide: &Guide,
    order: &Order,
    levels: &[Vec<TitleIx>],
    hub: Option<TitleIx>,
    room: i32,
) -> (Vec<BandPlace>, Vec<Row>, i32) {
    // Those that the hub leads to are nearest to it: its branch passes no other.
    let mut onward = order.onward.clone();
    sort_by_key(&mut onward, |&t| hub.is_none_or(|h| guide.move_between(h, t).is_none()));
    let (mut bands, mut rows) = (Vec::new(), Vec::new());
    let mut y = 0;
    let far = onward.first().map(|&t| guide.rank(t)).into_iter();
    let all = far.map(|level| (level, &onward)).chain(order.levels.iter().copied().zip(levels).rev());
    for (level, titles) in all {
        let top = y;
        y += HEADING;
        for &title in titles.iter().rev() {
            let breaks = wrap(&guide.title(title).name, room, ROW_LABEL_SIZE);
            let height = row_height(breaks.len() + 1);
            rows.push(Row { title, breaks, middle: y + height / 2 });
            y += height;
        }
        bands.push(BandPlace { level: number(level), begin: top, end: y });
    }
    bands.reverse();
    (bands, rows, y + 8)
}

/// The line of a track and, where it begins with two arms, these.
fn track(board: &mut Board, guide: &Guide, order: &Order, row: usize, arms: bool) {
    let sites: Vec<usize> = (0..board.sites.len()).filter(|&s| board.sites[s].row == Some(row)).collect();
    let track = Some(order.tracks[row]);
    let at = |s: usize| board.sites[s].at;
    // One arm lies on the rail itself; the other comes in from the rail beside it.
    let rail: Vec<usize> = sites.iter().copied().enumerate().filter(|&(i, _)| !(arms && i == 1)).map(|(_, s)| s).collect();
    let mut wires = Vec::new();
    if let (true, Some(&arm), Some(&joined)) = (arms, sites.get(1), sites.get(2)) {
        let (a, b) = (at(arm), at(joined));
        let bend = Point::new(b.x - (b.y - a.y).abs(), a.y);
        let points = if bend.x > a.x { vec![a, bend, b] } else { vec![a, b] };
        wires.push(Wire::new(LineKind::Track, track, points, moves_along(guide, board, &[arm], &sites[2..]), vec![arm, joined]));
    }
    if let (Some(&first), Some(&last)) = (rail.first(), rail.last())
        && rail.len() > 1
    {
        wires.push(Wire::new(LineKind::Track, track, vec![at(first), at(last)], moves_along(guide, board, &rail, &rail), rail));
    }
    board.wires.extend(wires);
}

/// The branch from the hub past all related paths to which it leads.
fn branch(board: &mut Board, guide: &Guide, hub: Option<TitleIx>) {
    let Some((hub, from)) = hub.and_then(|h| Some((h, board.site_of(h)?))) else { return };
    let (mut moves, mut sites) = (Vec::new(), vec![from]);
    for (i, site) in board.sites.iter().enumerate().filter(|(_, s)| s.row.is_none()) {
        if let Some(number) = guide.move_between(hub, site.title) {
            moves.push(number);
            sites.push(i);
        }
    }
    sort_by_key(&mut sites, |&s| board.sites[s].at.x);
    if let Some(&last) = sites.last().filter(|_| sites.len() > 1) {
        let (start, end) = (board.sites[from].at, board.sites[last].at);
        let points = vec![start, Point::new(start.x, end.y), end];
        board.wires.push(Wire::new(LineKind::Onward, None, points, moves, sites));
    }
}
