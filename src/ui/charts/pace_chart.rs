//! When each action would be done at the present pace: a bar to the day on which it likely is, pale to the late one.

use crate::dom::{El, svg};
use crate::domain::base::day::Day;
use crate::domain::guide::Guide;
use crate::domain::journey::steps::Action;

/// The most actions that are drawn.
const ROWS: usize = 8;
/// Height of a row, and of the axis, in units of the drawing.
const ROW: u32 = 26;
const AXIS: u32 = 22;
/// Where the bars begin and end, in units of the drawing.
const LEFT: u32 = 176;
const RIGHT: u32 = 440;

/// The chart of the first open actions. Nothing where there are none.
pub fn pace_chart(guide: &Guide, actions: &[Action], today: Day) -> Option<El> {
    let open = &actions[..actions.len().min(ROWS)];
    let end = open.iter().map(|a| a.by.1).max()?;
    let span = today.days_until(end).max(1);
    let x = |day: Day| LEFT + (RIGHT - LEFT) * today.days_until(day) / span;
    let rows = u32::try_from(open.len()).unwrap_or(0) * ROW;
    let label = |x: u32, y: u32, words: String| {
        svg("text").attr("x", x.to_string()).attr("y", y.to_string()).attr("class", "axis").text(words)
    };
    let line = |from: u32, y: u32, to: u32, class: &str| svg("path").attr("d", format!("M{from} {y}H{to}")).attr("class", class);
    let mut parts = Vec::new();
    for day in (today.year() + 1..=end.year()).filter_map(|year| Day::new(year, 1, 1)) {
        let at = x(day);
        parts.push(svg("path").attr("d", format!("M{at} 0V{rows}")).attr("stroke", "var(--rule)"));
        parts.push(label(at, rows + 16, day.year().to_string()).attr("text-anchor", "middle"));
    }
    for (action, row) in open.iter().zip(0u32..) {
        let y = row * ROW + ROW / 2;
        let from = x(action.begins) + 6;
        parts.push(label(0, y + 4, format!("{} {}", guide.skill(action.skill).short, action.level)));
        parts.push(line(from, y, x(action.by.1).max(from), "pace-nine"));
        parts.push(line(from, y, x(action.by.0).max(from), "pace-half"));
    }
    let words = "When each step is done: likely, and late. The plan page gives the dates in words.";
    let height = rows + AXIS;
    Some(
        svg("svg")
            .attr("class", "pace-chart")
            .attr("viewBox", format!("0 0 450 {height}"))
            .attr("role", "img")
            .attr("aria-label", words)
            .with(parts),
    )
}
