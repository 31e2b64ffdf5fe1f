//! The form for narrow columns: seniority upwards, tracks as rails at the left, one row per title with its whole name at their
//! right.
//!
//! While it is worked out, the board lies on its side: x is the way up (−y of the drawing) and y the way across the rails, so that
//! lines are laid as in the horizontal form.

use super::board::{Board, Site, Wire};
use super::finish::assemble;
use super::flags::{flag, wanted};
use super::geometry::{Point, Rect};
use super::horizontal::moves_along;
use super::labels::text;
use super::order::Order;
use super::rows::rows;
use super::text::wrap;
use super::ways::Lanes;
use super::wiring::{connect, connect_move};
use super::{
    Anchor, BAND_SIZE, Band, FLAG_SIZE, Flag, Form, Journey, LineKind, MapLayout, ROW_LABEL_SIZE, Text, Weight, YEARS_SIZE,
    text_width, years,
};
use crate::domain::base::sorting::sort_by_key;
use crate::domain::guide::{Guide, TitleIx};

/// Height of a row with one line.
const ROW: i32 = 40;
/// From one line of a name to the next.
const LEADING: i32 = 17;
/// Height of a flag, and the gap above it.
const FLAG: (i32, i32) = (20, 4);
/// Height of a band's heading: air, text, rule, air.
const HEADING: i32 = 46;
/// From the left edge to the first rail.
const FIRST_RAIL: i32 = 16;
/// From the last rail to the names.
const TO_NAMES: i32 = 22;
/// Radius of the corners of lines.
const RADIUS: i32 = 12;

/// A row: its title, the lines of its name, and where it is.
struct Row {
    title: TitleIx,
    name: Vec<Text>,
    middle: i32,
    area: Rect,
}

/// The drawing for a column of `width` px.
pub(super) fn layout(guide: &Guide, width: i32, journey: &Journey) -> MapLayout {
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
    let (bands, rows, flags, height) = sheet(guide, &order, &levels, hub, journey, (names, width));

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
    for pair in journey.route.windows(2) {
        if let Some(number) = guide.move_between(pair[0], pair[1])
            && !board.wires.iter().any(|w| w.moves.contains(&number))
        {
            connect_move(&mut board, guide, &order, number, &lanes);
        }
    }
    board.stand_up();
    let name = |site: &Site| rows.iter().find(|r| r.title == site.title).map(|r| r.name.clone()).unwrap_or_default();
    let widest = rows.iter().flat_map(|r| &r.name).map(|t| t.area.right()).max().unwrap_or(0);
    let blank = MapLayout { width: width.max(widest), height, bands, flags, ..MapLayout::empty(Form::Vertical) };
    let mut map = assemble(guide, &board, journey, RADIUS, name, blank);
    for station in &mut map.stations {
        if let Some(row) = rows.iter().find(|r| r.title == station.title) {
            station.target = row.area;
        }
    }
    map
}

impl Board {
    /// Turns the board from lying on its side to the drawing.
    fn stand_up(&mut self) {
        let turn = |p: &mut Point| *p = Point::new(p.y, -p.x);
        self.sites.iter_mut().for_each(|s| turn(&mut s.at));
        self.wires.iter_mut().flat_map(|w| &mut w.points).for_each(turn);
    }
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

/// Everything at the right of the rails: headings, names and flags from top to bottom.
fn sheet(
    guide: &Guide,
    order: &Order,
    levels: &[Vec<TitleIx>],
    hub: Option<TitleIx>,
    journey: &Journey,
    (names, width): (i32, i32),
) -> (Vec<Band>, Vec<Row>, Vec<Flag>, i32) {
    // Those that the hub leads to are nearest to it: its branch passes no other.
    let mut onward = order.onward.clone();
    sort_by_key(&mut onward, |&t| hub.is_none_or(|h| guide.move_between(h, t).is_none()));
    let marks = wanted(journey);
    let (mut bands, mut rows, mut flags) = (Vec::new(), Vec::new(), Vec::new());
    let mut y = 0;
    let far = onward.first().map(|&t| guide.rank(t)).into_iter();
    let all = far.map(|level| (level, &onward)).chain(order.levels.iter().copied().zip(levels).rev());
    for (number, (level, titles)) in all.enumerate() {
        let top = y;
        let record = &guide.pack().levels[level];
        let base = y + HEADING - 20;
        let name = text(&record.name, Point::new(names, base), Anchor::Start, BAND_SIZE, Weight::Bold);
        let span = years(record).map(|years| {
            let room = width - names - name.area.width - text_width(&years, YEARS_SIZE, Weight::Regular);
            let at = if room >= 12 { Point::new(width, base) } else { Point::new(width, base - LEADING) };
            text(&years, at, Anchor::End, YEARS_SIZE, Weight::Regular)
        });
        let rule = (Point::new(names, y + HEADING - 11), Point::new(width, y + HEADING - 11));
        y += HEADING;
        for &title in titles.iter().rev() {
            let lines = wrap(&guide.title(title).name, width - names, ROW_LABEL_SIZE);
            let extra = (i32::try_from(lines.len()).unwrap_or(1) - 1) * LEADING;
            let middle = y + (ROW + extra) / 2;
            let line = |(i, line): (i32, &String)| {
                text(line, Point::new(names, middle + 5 - extra / 2 + i * LEADING), Anchor::Start, ROW_LABEL_SIZE, Weight::Bold)
            };
            let name: Vec<Text> = (0..).zip(&lines).map(line).collect();
            let mut height = ROW + extra;
            for (kind, _, words) in marks.iter().filter(|(_, t, _)| *t == title) {
                let flag_width = text_width(words, FLAG_SIZE, Weight::Bold) + 16;
                let area = Rect { x: names, y: middle + 9 + extra / 2 + FLAG.1, width: flag_width, height: FLAG.0 };
                flags.push(flag(*kind, title, words, area, None));
                height += FLAG.0 + 2;
            }
            rows.push(Row { title, name, middle, area: Rect { x: 0, y, width, height } });
            y += height;
        }
        let area = Rect { x: 0, y: top, width, height: y - top };
        let onward = order.levels.binary_search(&level).is_err();
        bands.push(Band { level, onward, shaded: number % 2 == 1, area, name, years: span, rule: Some(rule) });
    }
    bands.reverse();
    (bands, rows, flags, y + 8)
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
