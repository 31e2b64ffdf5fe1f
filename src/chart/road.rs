//! The road: a row for each skill on an axis of time, with a bar for each step from its beginning to its likely end and a pale one to
//! its late end.

use super::label::within;
use super::marks::{Anchor, Labels, Len, across, down, fitted, picture, pill, rect, width_of, words};
use crate::map::drawing::Node;

/// From this width on the names stand to the left of the bars; below it each stands above its own row.
const WIDE: i32 = 560;
const ROW: i32 = 34;
const ROW_NARROW: i32 = 46;
const BAR: i32 = 20;
const TOP: i32 = 26;
/// Room beside a label at the edge, for fonts that are wider than reckoned.
const EDGE: i32 = 6;

/// One step: from one day to a likely and a late one, in days from the beginning of the axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// When it begins.
    pub begins: u32,
    /// When it is likely to be done; not before `begins`.
    pub likely: u32,
    /// When it is done at the latest that is expected; not before `likely`.
    pub late: u32,
    /// The level that it reaches.
    pub level: String,
    /// Whether it is the one under way.
    pub is_now: bool,
}

/// One skill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its name.
    pub name: String,
    /// Its steps.
    pub steps: Vec<Step>,
}

/// The axis and what stands on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Axis {
    /// The last day that is shown.
    pub end: u32,
    /// What stands at the beginning, as "today".
    pub beginning: String,
    /// Days with a label, as the first of January of each year.
    pub ticks: Vec<(u32, String)>,
    /// From when to when something is likely to open, as the gate, with its label.
    pub window: Option<(u32, u32, String)>,
}

/// The road, `width` pixels wide.
///
/// ```
/// use career_explorer::chart::road::{Axis, Row, Step, road};
///
/// let step = Step { begins: 0, likely: 90, late: 120, level: "3".into(), is_now: true };
/// let axis = Axis { end: 365, beginning: "today".into(), ticks: vec![(365, "2027".into())], window: None };
/// let drawn = road(&[Row { name: "Architecture".into(), steps: vec![step] }], &axis, 800, "Level 3 by April");
/// assert_eq!(drawn.tag, "svg");
/// ```
pub fn road(rows: &[Row], axis: &Axis, width: i32, name: &str) -> Node {
    let is_wide = width >= WIDE;
    let widest = rows.iter().map(|r| width_of(&r.name)).max().unwrap_or(0);
    let left = if is_wide { (widest + 14).min(width * 2 / 5) } else { 12 };
    let right = (width - 12).max(left + 1);
    let row_height = if is_wide { ROW } else { ROW_NARROW };
    let end = TOP + rows.len() as i32 * row_height;
    let at = |day: u32| {
        let along = i64::from((right - left) * 10) * i64::from(day.min(axis.end)) / i64::from(axis.end.max(1));
        Len(left * 10 + i32::try_from(along).unwrap_or(0))
    };
    let mut parts = Vec::new();
    let mut labels = Labels::default();
    if let Some((from, to, label)) = &axis.window {
        let (from, to) = (at(*from), at((*to).max(*from)));
        parts.push(rect("chart-window", from, Len::px(TOP - 8), Len((to.0 - from.0).max(20)), Len::px(end - TOP + 8)));
        parts.push(within("chart-text strong", (from.0 + to.0) / 20, end + 16, width, label));
    }
    let beginning = width_of(&axis.beginning);
    let middle = left.max(beginning / 2);
    labels.take(middle, beginning);
    parts.push(within("chart-text now", middle, 12, width, &axis.beginning));
    for (day, label) in &axis.ticks {
        let x = at(*day);
        parts.push(down("chart-tick", x, Len::px(TOP - 8), Len::px(end)));
        let text = width_of(label);
        if x.0 / 10 + text / 2 + EDGE <= width && labels.take(x.0 / 10, text) {
            parts.push(words("chart-text strong", x, Len::px(12), Anchor::Middle, label));
        }
    }
    for (place, row) in rows.iter().enumerate() {
        let top = TOP + place as i32 * row_height;
        let middle = top + if is_wide { ROW / 2 } else { row_height - BAR / 2 - 6 };
        parts.push(across("chart-rule", Len::px(left), Len::px(middle), Len::px(right)));
        // Above its bars a name begins beside the line of today, which would run through it.
        let (name_x, name_y, room) = if is_wide { (0, middle + 4, left - 14) } else { (left + 6, top + 14, width - left - 6) };
        parts.push(words("chart-text name", Len::px(name_x), Len::px(name_y), Anchor::Start, &fitted(&row.name, room)));
        for step in &row.steps {
            parts.extend(bars(step, &at, middle));
        }
    }
    parts.push(down("chart-now", at(0), Len::px(TOP - 8), Len::px(end)));
    picture("chart-road", width, end + if axis.window.is_some() { 22 } else { 4 }, name, parts)
}

fn bars(step: &Step, at: &dyn Fn(u32) -> Len, middle: i32) -> Vec<Node> {
    let (from, likely, late) = (at(step.begins), at(step.likely.max(step.begins)), at(step.late.max(step.likely)));
    let y = Len::px(middle - BAR / 2);
    // A step shorter than its own label still shows it.
    let likely = Len(likely.0.max(from.0 + (width_of(&step.level) + 10) * 10));
    let class = if step.is_now { "chart-have now" } else { "chart-have" };
    vec![
        pill("chart-range", from, y, Len(late.0 - from.0), Len::px(BAR)),
        pill(class, from, y, Len(likely.0 - from.0), Len::px(BAR)),
        words("chart-text inside", Len::px(from.0 / 10 + 8), Len::px(middle + 4), Anchor::Start, &step.level),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn axis() -> Axis {
        let ticks = (1..9).map(|year| (year * 365, format!("{}", 2026 + year))).collect();
        Axis { end: 3300, beginning: "today".into(), ticks, window: Some((3000, 3300, "gate: Jun–Sep 2029".into())) }
    }

    fn rows() -> Vec<Row> {
        let step = |begins, likely, late, is_now| Step { begins, likely, late, level: "3".into(), is_now };
        vec![
            Row { name: "Architecture".into(), steps: vec![step(0, 3, 9, true), step(3, 500, 700, false)] },
            Row { name: "Leadership & Team Development".into(), steps: vec![step(500, 400, 300, false)] },
        ]
    }

    /// Every text with its horizontal extent, by its anchor.
    fn texts(drawn: &Node) -> Vec<(String, i32, i32, String)> {
        let mut found = Vec::new();
        for child in &drawn.children {
            let crate::map::drawing::Child::Node(n) = child else { continue };
            let get = |name: &str| n.attributes.iter().find(|(k, _)| *k == name).map(|(_, v)| v.clone()).unwrap_or_default();
            if n.tag == "text"
                && let Some(crate::map::drawing::Child::Text(text)) = n.children.first()
            {
                let (x, width) = (get("x").parse::<f64>().expect("x") as i32, width_of(text));
                let from = if get("text-anchor") == "middle" { x - width / 2 } else { x };
                found.push((text.clone(), from, from + width, get("y")));
            }
        }
        found
    }

    #[test]
    fn labels_of_years_never_meet_and_stay_within() {
        for width in [200, 288, 358, 560, 800, 1168] {
            let drawn = road(&rows(), &axis(), width, "x");
            let years: Vec<_> = texts(&drawn).into_iter().filter(|t| t.3 == "12").collect();
            for (place, one) in years.iter().enumerate() {
                assert!(one.1 >= 0 && one.2 <= width + 1, "{one:?} at {width}");
                for other in &years[place + 1..] {
                    assert!(one.2 <= other.1 || other.2 <= one.1, "{one:?} meets {other:?} at {width}");
                }
            }
        }
    }

    #[test]
    fn nothing_is_negative_at_any_width_nor_where_days_are_out_of_order() {
        for width in [-4, 0, 1, 31, 320] {
            let drawn = format!("{:?}", road(&rows(), &axis(), width, "x"));
            assert!(!drawn.contains("width\", \"-") && !drawn.contains("rx\", \"-"), "{width}");
        }
        let empty = Axis { end: 0, beginning: "today".into(), ticks: Vec::new(), window: None };
        assert!(format!("{:?}", road(&rows(), &empty, 400, "x")).contains("svg"));
    }
}
