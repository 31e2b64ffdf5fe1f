//! The form for wide columns: seniority to the right, one row per track, one column per place on it.

use super::board::{Board, Site, Wire};
use super::columns::Columns;
use super::flags::plant;
use super::geometry::{Point, Rect};
use super::labels::{label_size, spots, text};
use super::order::Order;
use super::wiring::{Lanes, connect, connect_move};
use super::{Anchor, BAND_SIZE, Band, Form, Journey, LineKind, MapLayout, YEARS_SIZE, assemble, onward, text_width, years};
use crate::domain::guide::{Guide, TitleIx};

/// Height of the bands' headings.
const HEADER: i32 = 52;
/// Between the edge of a band and the heading in it.
const INSET: i32 = 12;
/// The least and the most from one row to the next.
const ROWS: (i32, i32) = (102, 118);
/// From a row to the arms above and below it.
const ARM: i32 = 42;
/// Above the first row and below the last: room for a label.
const HEADROOM: i32 = 62;
/// The least height per related path.
const ONWARD_ROW: i32 = 46;
/// Radius of the corners of lines.
const RADIUS: i32 = 22;
/// Widths of a column to try, in px, until every label has a place.
const COLUMNS: [i32; 8] = [72, 80, 90, 102, 116, 132, 150, 170];

/// The drawing for a column of `width` px.
pub(super) fn layout(guide: &Guide, width: i32, journey: &Journey) -> MapLayout {
    let order = Order::of(guide);
    let columns = Columns::of(guide, &order);
    let frames = COLUMNS.into_iter().map(|least| Frame::new(guide, &order, &columns, width, least));
    let mut before = None;
    for frame in frames {
        // A frame that is no wider than one that failed fails as well.
        if before.replace(frame.width) == Some(frame.width) {
            continue;
        }
        if let Some(map) = attempt(guide, &order, &columns, &frame, journey, frame.column >= COLUMNS[COLUMNS.len() - 1]) {
            return map;
        }
    }
    let frame = Frame::new(guide, &order, &columns, width, COLUMNS[COLUMNS.len() - 1]);
    attempt(guide, &order, &columns, &frame, journey, true).unwrap_or_else(|| MapLayout::empty(Form::Horizontal))
}

/// The edges of the bands and the heights of the rows.
struct Frame {
    width: i32,
    height: i32,
    column: i32,
    /// Left edge of each band, onward band last, and the right edge of the drawing.
    edges: Vec<i32>,
    rows: Vec<i32>,
}

impl Frame {
    fn new(guide: &Guide, order: &Order, columns: &Columns, width: i32, least: i32) -> Self {
        let pack = guide.pack();
        let heading = |level: usize| {
            let level = &pack.levels[level];
            let years = years(level).map_or(0, |y| text_width(&y, YEARS_SIZE, super::Weight::Regular));
            text_width(&level.name, BAND_SIZE, super::Weight::Bold).max(years) + 2 * INSET
        };
        let widest = order.onward.iter().map(|&t| label_size(&guide.title(t).label).0).max();
        let last = widest.map_or(0, |w| w + onward::LABEL + INSET);
        // The width that is left goes evenly to the columns, but no band is narrower than its heading.
        let wide = |column: i32| -> Vec<i32> {
            let of = |(&level, &count): (&usize, &usize)| heading(level).max(column * i32::try_from(count).unwrap_or(1));
            order.levels.iter().zip(&columns.of_level).map(of).collect()
        };
        let mut column = least;
        while wide(column + 1).iter().sum::<i32>() + last <= width {
            column += 1;
        }
        let mut bands = wide(column);
        let mut spare = (width - last - bands.iter().sum::<i32>()).max(0);
        let mut left = i32::try_from(bands.len()).unwrap_or(1);
        for band in &mut bands {
            *band += spare / left;
            spare -= spare / left;
            left -= 1;
        }
        let mut edges = vec![0];
        for band in bands.into_iter().chain((last > 0).then_some(last)) {
            edges.push(edges.last().copied().unwrap_or(0) + band);
        }
        let step = column.clamp(ROWS.0, ROWS.1);
        let mut rows = Vec::new();
        let mut y = HEADER + HEADROOM;
        for row in 0..order.tracks.len() {
            if row > 0 {
                y += step;
            }
            // Arms need room of their own unless the row they reach towards begins further on.
            let level = order.cells[row].iter().position(|c| !c.is_empty()).unwrap_or(0);
            let taken = |other: usize| order.cells[other][..=level].iter().any(|c| !c.is_empty());
            if order.forked[row] && (row == 0 || taken(row - 1)) {
                y += ARM;
            }
            rows.push(y);
            if order.forked[row] && row + 1 < order.tracks.len() && taken(row + 1) {
                y += ARM;
            }
        }
        let last_arm = if order.forked.last() == Some(&true) { ARM } else { 0 };
        let needed = ONWARD_ROW * i32::try_from(order.onward.len()).unwrap_or(0) + HEADER + INSET;
        let height = (y + last_arm + HEADROOM).max(needed);
        Self { width: edges.last().copied().unwrap_or(0).max(width.min(1)), height, column, edges, rows }
    }

    /// The middle of a column of a band.
    fn column(&self, band: usize, column: usize, of: usize) -> i32 {
        let (left, right) = (self.edges[band], self.edges[band + 1]);
        let (column, of) = (i32::try_from(column).unwrap_or(0), i32::try_from(of).unwrap_or(1).max(1));
        left + (right - left) * (2 * column + 1) / (2 * of)
    }

    /// The lanes between and outside the rows.
    fn lanes(&self) -> Lanes {
        let outer = HEADROOM - 10;
        let mut across: Vec<i32> = self.rows.windows(2).map(|w| (w[0] + w[1]) / 2).collect();
        across.extend(self.rows.first().map(|r| r - outer));
        across.extend(self.rows.last().map(|r| r + outer));
        Lanes { across, unit: self.column.clamp(ROWS.0, ROWS.1), toll: 42 }
    }
}

fn attempt(guide: &Guide, order: &Order, columns: &Columns, frame: &Frame, journey: &Journey, last: bool) -> Option<MapLayout> {
    let bounds = Rect { x: 2, y: HEADER, width: frame.width - 4, height: frame.height - HEADER - 2 };
    let mut board = Board { bounds, sites: Vec::new(), wires: Vec::new(), fixed: Vec::new(), berth: 16, apart: 11 };
    for row in 0..order.tracks.len() {
        stations(&mut board, guide, order, columns, frame, row);
    }
    for row in 0..order.tracks.len() {
        track(&mut board, guide, order, row);
    }
    let bands = bands(guide, order, frame);
    let hub = onward::place(
        &mut board,
        guide,
        order,
        Rect { x: frame.edges[order.levels.len()], y: HEADER, width: 0, height: frame.height - HEADER },
    );
    board.wires.extend(hub);
    if !board.place_labels() && !last {
        return None;
    }
    let lanes = frame.lanes();
    connect(&mut board, guide, order, &lanes);
    for pair in journey.route.windows(2) {
        if let Some(number) = guide.move_between(pair[0], pair[1])
            && !board.wires.iter().any(|w| w.moves.contains(&number))
            && !connect_move(&mut board, guide, order, number, &lanes)
            && !last
        {
            return None;
        }
    }
    let flags = plant(&mut board, journey);
    let label = |site: &Site| site.spots[site.spot].set(&guide.title(site.title).label);
    Some(assemble(
        guide,
        &board,
        journey,
        RADIUS,
        label,
        MapLayout {
            form: Form::Horizontal,
            width: frame.width,
            height: frame.height,
            bands,
            flags,
            ..MapLayout::empty(Form::Horizontal)
        },
    ))
}

fn stations(board: &mut Board, guide: &Guide, order: &Order, columns: &Columns, frame: &Frame, row: usize) {
    let y = frame.rows[row];
    let below_first = row > 0 && row + 1 == order.tracks.len();
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
            let below_first = below_first || (arms && place == 1);
            board.sites.push(Site { title, at, row: Some(row), spots: spots(at, &guide.title(title).label, below_first), spot: 0 });
        }
    }
}

/// The line of a track and, where it begins with two arms, these.
fn track(board: &mut Board, guide: &Guide, order: &Order, row: usize) {
    let sites: Vec<usize> = (0..board.sites.len()).filter(|&s| board.sites[s].row == Some(row)).collect();
    let arms = if order.forked[row] { 2 } else { 0 };
    let (ends, rest) = sites.split_at(arms.min(sites.len()));
    let track = Some(order.tracks[row]);
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
            wires.push(Wire::new(
                LineKind::Track,
                track,
                vec![at(first), at(last)],
                moves_along(guide, board, rest, rest),
                rest.to_vec(),
            ));
        }
    }
    board.wires.extend(wires);
}

/// The moves from one of `a` to one of `b`, or back.
pub(super) fn moves_along(guide: &Guide, board: &Board, a: &[usize], b: &[usize]) -> Vec<usize> {
    let titles = |list: &[usize]| -> Vec<TitleIx> { list.iter().map(|&s| board.sites[s].title).collect() };
    let (a, b) = (titles(a), titles(b));
    let joins = |x: &TitleIx, y: &TitleIx| a.contains(x) && b.contains(y);
    let mut moves: Vec<usize> = a
        .iter()
        .chain(&b)
        .flat_map(|&t| guide.moves_from(t))
        .filter(|&m| joins(&guide.ends(m).0, &guide.ends(m).1) || joins(&guide.ends(m).1, &guide.ends(m).0))
        .collect();
    moves.sort_unstable();
    moves.dedup();
    moves
}

fn bands(guide: &Guide, order: &Order, frame: &Frame) -> Vec<Band> {
    let onward = order.onward.first().map(|&t| guide.rank(t));
    let all = order.levels.iter().copied().chain(onward).enumerate();
    all.map(|(i, level)| {
        let area = Rect { x: frame.edges[i], y: 0, width: frame.edges[i + 1] - frame.edges[i], height: frame.height };
        let x = area.x + INSET;
        let record = &guide.pack().levels[level];
        Band {
            level,
            onward: i == order.levels.len(),
            shaded: i % 2 == 1,
            area,
            name: text(&record.name, Point::new(x, 24), Anchor::Start, BAND_SIZE, super::Weight::Bold),
            years: years(record).map(|y| text(&y, Point::new(x, 42), Anchor::Start, YEARS_SIZE, super::Weight::Regular)),
            rule: None,
        }
    })
    .collect()
}
