//! Spans of time below one another over one axis that begins today: each is solid to where something is likely, and pale or hollow to
//! its far end.

use super::label::within;
use super::marks::{Anchor, Labels, Len, dot, down, picture, pill, words};
use crate::map::drawing::Node;

const ROW: i32 = 40;
const BAR: i32 = 8;
const PAD: i32 = 8;

/// What lies between the likely end of a span and its far one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Far {
    /// It may take as long.
    Pale,
    /// It is open from the one to the other, as a window is.
    Window,
}

/// One span, in days from today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// What stands above it.
    pub label: String,
    /// Where its solid part ends.
    pub near: u32,
    /// Where the rest ends; not before `near`.
    pub end: u32,
    /// What the rest is.
    pub far: Far,
    /// The class of its solid part, which gives it its colour.
    pub class: String,
}

/// The spans, `width` pixels wide, with labels of days below them.
///
/// ```
/// use career_explorer::chart::spans::{Far, Span, spans};
///
/// let span = Span { label: "Skills ready".into(), near: 300, end: 420, far: Far::Pale, class: "chart-have".into() };
/// assert_eq!(spans(&[span], &[(0, "2026".into())], 320, "Ready in time").tag, "svg");
/// ```
pub fn spans(rows: &[Span], ticks: &[(u32, String)], width: i32, name: &str) -> Node {
    let last = rows.iter().map(|row| row.end.max(row.near)).chain(ticks.iter().map(|tick| tick.0)).max().unwrap_or(1).max(1);
    let at = |day: u32| {
        let room = i64::from((width - 2 * PAD).max(1) * 10);
        Len(PAD * 10 + i32::try_from(room * i64::from(day) / i64::from(last)).unwrap_or(0))
    };
    let bottom = rows.len() as i32 * ROW;
    let mut parts = Vec::new();
    let mut labels = Labels::default();
    for (day, label) in ticks {
        let (x, half) = (at(*day), super::marks::width_of(label) / 2);
        parts.push(down("chart-tick", x, Len::px(4), Len::px(bottom)));
        let middle = (x.0 / 10).clamp(half, (width - half).max(half));
        if labels.take(middle, half * 2) {
            parts.push(within("chart-text", middle, bottom + 16, width, label));
        }
    }
    for (place, row) in rows.iter().enumerate() {
        let top = place as i32 * ROW;
        let (y, from, near, end) = (Len::px(top + 24), at(0), at(row.near), at(row.end.max(row.near)));
        parts.push(words("chart-text name", Len(0), Len::px(top + 14), Anchor::Start, &row.label));
        if row.far == Far::Pale {
            parts.push(pill("chart-range", from, y, Len(end.0 - from.0), Len::px(BAR)));
        }
        parts.push(pill(&row.class, from, y, Len(near.0 - from.0), Len::px(BAR)));
        match row.far {
            Far::Pale => parts.push(dot("chart-end", near, Len::px(top + 24 + BAR / 2), Len::px(6))),
            Far::Window => parts.push(pill("chart-open", near, y, Len(end.0 - near.0), Len::px(BAR))),
        }
    }
    picture("chart-spans", width, bottom + 22, name, parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_can_be_drawn_at_any_width_and_of_nothing() {
        let span = |near, end, far| Span { label: "Years in the title".into(), near, end, far, class: "chart-have".into() };
        for width in [-3, 0, 1, 40, 320] {
            let rows = [span(300, 200, Far::Pale), span(700, 1400, Far::Window)];
            let drawn = format!("{:?}", spans(&rows, &[(0, "2026".into()), (700, "2028".into())], width, "x"));
            assert!(!drawn.contains("width\", \"-") && !drawn.contains("rx\", \"-"), "{width}");
        }
        assert_eq!(spans(&[], &[], 300, "x").tag, "svg");
    }
}
