//! A figure from day to day, on a scale of 1 to 5: a line with a dot for each day.

use super::marks::{Anchor, Len, across, dot, path, picture, words};
use crate::map::drawing::Node;

const HEIGHT: i32 = 132;
const TOP: i32 = 10;
const STEP: i32 = 23;
const LEFT: i32 = 22;
const RIGHT: i32 = 10;
const LEVELS: i32 = 5;

/// A day and its figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// Days since the first one.
    pub day: u32,
    /// The figure in tenths, 10 to 50.
    pub tenths: u32,
}

/// The picture, `width` pixels wide. `ends` are the first and the last day in words; `name` says the finding.
///
/// ```
/// use career_explorer::chart::trend::{Point, trend};
///
/// let points = [Point { day: 0, tenths: 20 }, Point { day: 30, tenths: 37 }];
/// assert_eq!(trend(&points, ["1 October", "31 October"], 340, "Up from 2.0 to 3.7").tag, "svg");
/// ```
pub fn trend(points: &[Point], ends: [&str; 2], width: i32, name: &str) -> Node {
    let (right, bottom) = ((width - RIGHT).max(LEFT), TOP + (LEVELS - 1) * STEP);
    let span = points.iter().map(|p| p.day).max().unwrap_or(0);
    let at = |point: &Point| {
        let day = i32::try_from(point.day * 1_000 / span.max(1)).unwrap_or(0);
        let x = if span == 0 { (LEFT + right) * 5 } else { LEFT * 10 + (right - LEFT) * day / 100 };
        let level = i32::try_from(point.tenths.clamp(10, 50)).unwrap_or(10) - 10;
        (Len(x), Len(bottom * 10 - level * STEP))
    };
    let mut parts = Vec::new();
    for level in 0..LEVELS {
        let y = bottom - level * STEP;
        parts.push(across("chart-rule", Len::px(LEFT), Len::px(y), Len::px(right)));
        if level % 2 == 0 {
            parts.push(words("chart-text", Len(0), Len::px(y + 4), Anchor::Start, &(level + 1).to_string()));
        }
    }
    let line: Vec<String> = points.iter().map(at).map(|(x, y)| format!("{} {}", x.text(), y.text())).collect();
    if line.len() > 1 {
        parts.push(path("chart-line", &format!("M{}", line.join("L"))));
    }
    parts.extend(points.iter().map(at).map(|(x, y)| dot("chart-end", x, y, Len::px(4))));
    let [first, last] = ends;
    parts.push(words("chart-text", Len::px(LEFT), Len::px(HEIGHT - 4), Anchor::Start, first));
    if span > 0 {
        parts.push(words("chart-text", Len::px(right), Len::px(HEIGHT - 4), Anchor::End, last));
    }
    picture("chart-trend", width, HEIGHT, name, parts)
}
