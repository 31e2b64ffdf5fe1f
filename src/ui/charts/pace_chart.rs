//! When each action would be done at the present pace: a bar to the day on which it likely is, pale to the late one. Drawn for the width
//! that it gets, so that its text has the size of text.

use crate::dom::{El, el, svg};
use crate::domain::base::day::Day;
use crate::domain::guide::Guide;
use crate::domain::journey::steps::Action;
use crate::map::text::{Weight, text_width};
use leptos::prelude::*;

/// The most actions that are drawn.
const ROWS: usize = 8;
/// Height of a row, and of the axis, in CSS pixels.
const ROW: i32 = 26;
const AXIS: i32 = 22;
/// How much higher a row is that has its name above its bar.
const NAME: i32 = 14;
/// Size of the text, in CSS pixels; the style sheet has it too.
const TEXT: i32 = 12;
/// The least room for the bars; a narrower chart is cut off rather than turned inside out.
const BARS: i32 = 80;
/// What a bar's round ends need beyond its days.
const END: i32 = 6;
/// The least room between two years on the axis.
const APART: i32 = 12;
/// After how many years a year is named, from the densest on.
const STEPS: [i32; 7] = [1, 2, 5, 10, 20, 50, 100];

/// The chart of the first open actions.
pub fn pace_chart(guide: &'static Guide, actions: impl Fn() -> Vec<Action> + 'static, today: Day) -> El {
    let width = RwSignal::new(0);
    let changed = move |now| {
        if now != width.get_untracked() {
            width.set(now);
        }
    };
    let picture = move || match width.get() {
        0 => Vec::new(),
        width => draw(guide, &actions(), today, width).into_iter().collect(),
    };
    el("div").class("pace-chart").on_width(changed).show(picture)
}

fn draw(guide: &Guide, actions: &[Action], today: Day, width: i32) -> Option<El> {
    let open = &actions[..actions.len().min(ROWS)];
    let end = open.iter().map(|a| a.by.1).max()?;
    let names: Vec<String> = open.iter().map(|a| format!("{} {}", guide.skill(a.skill).short, a.level)).collect();
    let longest = names.iter().map(|name| text_width(name, TEXT, Weight::Regular)).max().unwrap_or(0);
    // Where names would leave the bars less than half of the width, they stand above them.
    let beside = longest + 2 * END;
    let (left, row_height, drop) = if beside <= width / 2 { (beside, ROW, 0) } else { (0, ROW + NAME, NAME) };
    let bars = (width - left - END).max(BARS);
    let span = i64::from(today.days_until(end).max(1));
    let x = |day: Day| left + i32::try_from(i64::from(bars) * i64::from(today.days_until(day)) / span).unwrap_or(bars);
    let rows = i32::try_from(open.len()).unwrap_or(0) * row_height;
    let label = |x: i32, y: i32, words: &str| {
        svg("text").attr("x", x.to_string()).attr("y", y.to_string()).attr("class", "axis").text(words)
    };
    let line = |from: i32, y: i32, to: i32, class: &str| {
        svg("path").attr("d", format!("M{from} {y}H{}", to.max(from))).attr("class", class)
    };
    let mut parts = Vec::new();
    let years: Vec<(i32, i32)> = (today.year() + 1..=end.year()).filter_map(|y| Some((y, x(Day::new(y, 1, 1)?)))).collect();
    for (year, at) in named(&years, width) {
        parts.push(svg("path").attr("d", format!("M{at} 0V{rows}")).attr("class", "pace-year"));
        parts.push(label(at, rows + 16, &year.to_string()).attr("text-anchor", "middle"));
    }
    for ((action, name), row) in open.iter().zip(&names).zip(0..) {
        let y = row * row_height + ROW / 2;
        parts.push(label(0, y + 4, name));
        let (y, from) = (y + drop, x(action.begins) + END);
        parts.push(line(from, y, x(action.by.1), "pace-nine"));
        parts.push(line(from, y, x(action.by.0), "pace-half"));
    }
    let words = "When each step is done: likely, and late. The plan page gives the dates in words.";
    let height = rows + AXIS;
    Some(
        svg("svg")
            .attr("viewBox", format!("0 0 {width} {height}"))
            .attr("width", width.to_string())
            .attr("height", height.to_string())
            .attr("role", "img")
            .attr("aria-label", words)
            .with(parts),
    )
}

/// The years that are named, with their places: as many as have room beside each other.
fn named(years: &[(i32, i32)], width: i32) -> Vec<(i32, i32)> {
    let half = text_width("2000", TEXT, Weight::Regular) / 2 + 1;
    let fits = |every: i32| {
        let named: Vec<(i32, i32)> =
            years.iter().filter(|(year, at)| year % every == 0 && (half..=width - half).contains(at)).copied().collect();
        let has_room = named.windows(2).all(|pair| pair[1].1 - pair[0].1 >= 2 * half + APART);
        has_room.then_some(named)
    };
    STEPS.into_iter().find_map(fits).unwrap_or_default()
}
