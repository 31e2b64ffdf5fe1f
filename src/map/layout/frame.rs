//! The frame of the horizontal form: the edges of the bands, the columns in them and the heights of the rows.

use super::super::shapes::BAND_SIZE;
use super::super::sheet::bands::{INSET, years};
use super::super::sheet::{BandPlace, HEADER};
use super::super::text::{Weight, text_width};
use super::columns::Columns;
use super::number;
use super::onward::{self, Hub};
use super::order::Order;
use super::ways::Lanes;
use crate::domain::guide::Guide;

/// From a row to the arms above and below it.
pub(super) const ARM: i32 = 42;
/// The least and the most from one row to the next. Between the two it is as wide as a column, so that slants of 45° lead from
/// station to station.
const ROWS: (i32, i32) = (102, 118);
/// Above the first row and below the last: room for a label and a flag.
const HEADROOM: i32 = 62;
/// The least height per related path: room for its label and a flag.
const ONWARD_ROW: i32 = 62;

/// What is drawn, before any px.
pub(super) struct Plan {
    pub order: Order,
    pub columns: Columns,
    pub hubs: Vec<Hub>,
}

impl Plan {
    pub fn of(guide: &Guide) -> Self {
        let order = Order::of(guide);
        Self { columns: Columns::of(guide, &order), hubs: onward::hubs(guide, &order), order }
    }
}

/// The frame.
pub(super) struct Frame {
    pub width: i32,
    pub height: i32,
    /// Left edge of each band, onward band last, and the right edge of the drawing.
    pub edges: Vec<i32>,
    /// The height of each row.
    pub rows: Vec<i32>,
    /// The width of a column.
    pub column: i32,
}

impl Frame {
    /// The frame for a width, with columns of `least` px or more.
    pub fn new(guide: &Guide, plan: &Plan, width: i32, least: i32) -> Self {
        let order = &plan.order;
        let heading = |level: usize| {
            let level = &guide.pack().levels[level];
            let years = years(level).unwrap_or(0);
            text_width(&level.name, BAND_SIZE, Weight::Bold).max(years) + 2 * INSET
        };
        let far = order.onward.iter().map(|&t| guide.rank(t)).map(heading).max().unwrap_or(0);
        let last = onward::width(guide, order, &plan.hubs).map_or(0, |w| (w + INSET).max(far));
        // The width that is left goes evenly to the columns, but no band is narrower than its heading.
        let wide = |column: i32| -> Vec<i32> {
            let of = |(&level, &count): (&usize, &usize)| heading(level).max(column * i32::try_from(count).unwrap_or(1));
            order.levels.iter().zip(&plan.columns.of_level).map(of).collect()
        };
        let mut column = least;
        while !order.levels.is_empty() && wide(column + 1).iter().sum::<i32>() + last <= width {
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
        let (mut rows, bottom) = rows(order, column);
        // Where the related paths need more height than the rows, these stand in the middle of it.
        let needed = ONWARD_ROW * i32::try_from(order.onward.len()).unwrap_or(0) + HEADER + INSET;
        let height = (bottom + HEADROOM).max(needed);
        rows.iter_mut().for_each(|y| *y += (height - bottom - HEADROOM) / 2);
        Self { width: edges.last().copied().unwrap_or(0), height, edges, rows, column }
    }

    /// The middle of one of `of` columns of a band.
    pub fn column(&self, band: usize, column: usize, of: usize) -> i32 {
        let (left, right) = (self.edges[band], self.edges[band + 1]);
        let (column, of) = (i32::try_from(column).unwrap_or(0), i32::try_from(of).unwrap_or(1).max(1));
        left + (right - left) * (2 * column + 1) / (2 * of)
    }

    /// The lanes between and outside the rows, and the first stem of the onward band.
    pub fn lanes(&self, plan: &Plan) -> Lanes {
        let outer = HEADROOM - 10;
        let mut across: Vec<i32> = self.rows.windows(2).map(|w| (w[0] + w[1]) / 2).collect();
        across.extend(self.rows.first().map(|r| r - outer));
        across.extend(self.rows.last().map(|r| r + outer));
        let stem = self.edges.get(plan.order.levels.len()).map(|edge| edge + onward::STEM);
        Lanes { across, unit: self.column.clamp(ROWS.0, ROWS.1), step: self.column, toll: 42, stem }
    }

    /// The bands, onward band last.
    pub fn bands(&self, guide: &Guide, order: &Order) -> Vec<BandPlace> {
        let onward = order.onward.first().map(|&t| guide.rank(t));
        let levels = order.levels.iter().copied().chain(onward);
        levels
            .zip(self.edges.windows(2))
            .map(|(level, edges)| BandPlace { level: number(level), begin: edges[0], end: edges[1] })
            .collect()
    }
}

/// The heights of the rows, and how far down the last one reaches.
fn rows(order: &Order, column: i32) -> (Vec<i32>, i32) {
    let mut rows = Vec::new();
    let mut y = HEADER + HEADROOM;
    for (row, cells) in order.cells.iter().enumerate() {
        if row > 0 {
            y += column.clamp(ROWS.0, ROWS.1);
        }
        // Arms need room of their own unless the row they reach towards begins further on.
        let level = cells.iter().position(|c| !c.is_empty()).unwrap_or(0);
        let taken = |other: usize| order.cells[other][..=level].iter().any(|c| !c.is_empty());
        if order.forked[row] && (row == 0 || taken(row - 1)) {
            y += ARM;
        }
        rows.push(y);
        if order.forked[row] && row + 1 < order.cells.len() && taken(row + 1) {
            y += ARM;
        }
    }
    let arm = if order.forked.last() == Some(&true) { ARM } else { 0 };
    (rows, y + arm)
}
