//! Tables for a spreadsheet: CSV as of RFC 4180, in UTF-8 with the mark by which spreadsheet programs know it.
//!
//! A spreadsheet runs what begins like a formula, so text that does gets an apostrophe in front, which is how one types such text there.

use crate::domain::base::share::{points, quarters};
use crate::domain::guide::{Dimension, Guide};
use crate::domain::standing::gap::Gap;
use crate::domain::workbench::text::clean;
use std::num::NonZeroU32;

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell<'a> {
    /// A text, from whomever.
    Text(&'a str),
    /// A figure of ours, with a point if it has decimals.
    Figure(String),
    /// Nothing.
    Empty,
}

/// The text of a table. Every row has the cells that it has: keep them as many as the first one's.
///
/// ```
/// use career_explorer::domain::workbench::export::csv::{Cell, csv};
///
/// let text = csv([vec![Cell::Text("=1+1"), Cell::Figure("3.5".into()), Cell::Empty]]);
/// // A mark in front for spreadsheets, and no formula.
/// assert_eq!(text, "\u{FEFF}\"'=1+1\",3.5,\r\n");
/// ```
pub fn csv<'a>(rows: impl IntoIterator<Item = Vec<Cell<'a>>>) -> String {
    let mut text = String::from('\u{FEFF}');
    for row in rows {
        for (place, cell) in row.iter().enumerate() {
            if place > 0 {
                text.push(',');
            }
            match cell {
                Cell::Text(part) => quoted(&mut text, &clean(part)),
                Cell::Figure(figure) => text.push_str(figure),
                Cell::Empty => {}
            }
        }
        text.push_str("\r\n");
    }
    text
}

fn quoted(text: &mut String, part: &str) {
    text.push('"');
    let formula = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '|', '%'];
    if part.trim_start().starts_with(formula) {
        text.push('\'');
    }
    for c in part.chars() {
        match c {
            '"' => text.push_str("\"\""),
            '\n' => text.push_str("\r\n"),
            c => text.push(c),
        }
    }
    text.push('"');
}

/// The headings of the table of gaps, and the names of the dimensions in the guide's order.
#[derive(Clone, Copy, Debug)]
pub struct Labels<'a> {
    /// The skill.
    pub skill: &'a str,
    /// Its dimension.
    pub dimension: &'a str,
    /// The level asked.
    pub asked: &'a str,
    /// The level rated; empty while unrated.
    pub rated: &'a str,
    /// Levels missing.
    pub missing: &'a str,
    /// The weight of the skill for the title.
    pub weight: &'a str,
    /// What closing the gap adds to readiness, in percentage points.
    pub points: &'a str,
    /// The names of the dimensions, in the order of [`Dimension::ALL`].
    pub dimensions: [&'a str; 4],
}

/// The table of gaps of a title, in the order given.
pub fn gaps(guide: &Guide, gaps: &[Gap], labels: &Labels<'_>) -> String {
    let asked = NonZeroU32::new(gaps.iter().map(Gap::at_stake).sum());
    let headings = [labels.skill, labels.dimension, labels.asked, labels.rated, labels.missing, labels.weight, labels.points];
    let headings = headings.into_iter().map(Cell::Text).collect();
    let row = |gap: &Gap| {
        let place = Dimension::ALL.iter().position(|d| *d == guide.dimension(gap.skill)).unwrap_or(0);
        let figure = |level: Option<u8>| level.map_or(Cell::Empty, |l| Cell::Figure(l.to_string()));
        vec![
            Cell::Text(&guide.skill(gap.skill).name),
            Cell::Text(labels.dimensions[place]),
            Cell::Figure(gap.required.to_string()),
            figure(gap.rated.map(|r| r.get())),
            figure(gap.levels()),
            Cell::Figure(quarters(gap.weight.quarters())),
            gap.rated.and(asked).map_or(Cell::Empty, |asked| Cell::Figure(points(gap.weighted(), asked))),
        ]
    };
    csv(std::iter::once(headings).chain(gaps.iter().map(row)))
}
