//! A figure from day to day: a line with a dot for each day, over the rules of its scale. A figure that is only known as a range has its line at the
//! low end, and reaches up to the high one.

use super::marks::{Anchor, Len, across, dot, down, path, picture, words};
use crate::map::drawing::Node;

const HEIGHT: i32 = 132;
const TOP: i32 = 10;
const BOTTOM: i32 = 102;
const RIGHT: i32 = 10;

/// A day and its figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// Days since the first one.
    pub day: u32,
    /// The figure, in the unit of the scale; the low end of a range.
    pub low: u32,
    /// The high end of a range, the same where there is none.
    pub high: u32,
}

/// What the figures are measured on.
#[derive(Clone, Copy, Debug)]
pub struct Scale<'a> {
    /// The figures at the bottom and at the top.
    pub ends: (u32, u32),
    /// Rules across, each at a figure, with its words or none.
    pub rules: &'a [(u32, &'a str)],
    /// A figure to reach, drawn heavier than the rules.
    pub goal: Option<u32>,
    /// How wide the words of the rules are, in pixels.
    pub room: i32,
}

/// From 1 to 5, in tenths.
pub const FIVE: Scale<'static> =
    Scale { ends: (10, 50), rules: &[(10, "1"), (20, ""), (30, "3"), (40, ""), (50, "5")], goal: None, room: 22 };

/// The picture, `width` pixels wide. `ends` are the first and the last day in words; `name` says the finding.
///
/// ```
/// use career_explorer::chart::trend::{FIVE, Point, trend};
///
/// let points = [Point { day: 0, low: 20, high: 20 }, Point { day: 30, low: 37, high: 40 }];
/// assert_eq!(trend(&points, &FIVE, ["1 October", "31 October"], 340, "Up from 2.0 to 3.7").tag, "svg");
/// ```
pub fn trend(points: &[Point], scale: &Scale, ends: [&str; 2], width: i32, name: &str) -> Node {
    let (left, right) = (scale.room, (width - RIGHT).max(scale.room));
    let span = points.iter().map(|p| p.day).max().unwrap_or(0);
    let (least, most) = scale.ends;
    let at = |day: u32| {
        let day = i32::try_from(u64::from(day) * 1_000 / u64::from(span.max(1))).unwrap_or(0);
        Len(if span == 0 { (left + right) * 5 } else { left * 10 + (right - left) * day / 100 })
    };
    let height = |figure: u32| {
        let share = (figure.clamp(least, most.max(least)) - least) * 1_000 / (most - least).max(1);
        Len(BOTTOM * 10 - (BOTTOM - TOP) * i32::try_from(share).unwrap_or(0) / 100)
    };
    let mut parts = Vec::new();
    for (figure, label) in scale.rules {
        let y = height(*figure);
        let class = if scale.goal == Some(*figure) { "chart-goal" } else { "chart-rule" };
        parts.push(across(class, Len::px(left), y, Len::px(right)));
        if !label.is_empty() {
            parts.push(words("chart-text", Len(0), Len(y.0 + 40), Anchor::Start, label));
        }
    }
    for point in points.iter().filter(|point| point.high > point.low) {
        parts.push(down("chart-range", at(point.day), height(point.high), height(point.low)));
    }
    let line: Vec<String> = points.iter().map(|point| format!("{} {}", at(point.day).text(), height(point.low).text())).collect();
    if line.len() > 1 {
        parts.push(path("chart-line", &format!("M{}", line.join("L"))));
    }
    parts.extend(points.iter().map(|point| dot("chart-end", at(point.day), height(point.low), Len::px(4))));
    let [first, last] = ends;
    parts.push(words("chart-text", Len::px(left), Len::px(HEIGHT - 4), Anchor::Start, first));
    if span > 0 {
        parts.push(words("chart-text", Len::px(right), Len::px(HEIGHT - 4), Anchor::End, last));
    }
    picture("chart-trend", width, HEIGHT, name, parts)
}
