//! Levels as dots on a scale of 0 to 5: a row for each skill with what is asked, what the person has, and how much of what is asked is
//! more than another title asks.

use super::marks::{Anchor, Len, across, asked, dot, down, fitted, path, person, picture, rect, width_of, words};
use crate::map::drawing::Node;

const ROW: i32 = 26;
const TOP: i32 = 22;
const LEVELS: i32 = 5;
/// The least room of the scale.
const SCALE: i32 = 110;

/// One skill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its name.
    pub name: String,
    /// The level that is asked.
    pub asked: u8,
    /// The person's level; none while it is unrated.
    pub have: Option<u8>,
    /// The level that another title asks, which is compared.
    pub before: Option<u8>,
}

/// The rows, `width` pixels wide; `names` is the room for names, so that several charts share one scale.
///
/// ```
/// use career_explorer::chart::dots::{Row, dots};
///
/// let row = Row { name: "Communication".into(), asked: 4, have: Some(2), before: Some(3) };
/// assert_eq!(dots(&[row], 120, 360, "Communication is two short").tag, "svg");
/// ```
pub fn dots(rows: &[Row], names: i32, width: i32, name: &str) -> Node {
    // The scale gets what names leave, and at least as much as levels need to stand apart.
    let left = (names + 14).min((width - SCALE).max(width / 2));
    let room = ((width - left - 12).max(1)) * 10;
    let at = |level: u8| Len(left * 10 + room * i32::from(level.min(5)) / LEVELS);
    let end = TOP + rows.len() as i32 * ROW;
    let mut parts = Vec::new();
    for level in 0..=5u8 {
        parts.push(words("chart-text", at(level), Len::px(12), Anchor::Middle, &level.to_string()));
        parts.push(down("chart-tick", at(level), Len::px(TOP - 4), Len::px(end)));
    }
    for (place, row) in rows.iter().enumerate() {
        let middle = Len::px(TOP + place as i32 * ROW + ROW / 2);
        let rises = row.before.is_some_and(|before| before < row.asked);
        let class = if rises { "chart-text name strong" } else { "chart-text name" };
        parts.push(words(class, Len(0), Len(middle.0 + 40), Anchor::Start, &fitted(&row.name, left - 10)));
        parts.push(across("chart-reach", at(0), middle, at(row.asked)));
        if let Some(before) = row.before.filter(|_| rises) {
            parts.push(rect("chart-rise", at(before), Len(middle.0 - 25), Len(at(row.asked).0 - at(before).0), Len::px(5)));
        }
        match row.have {
            Some(have) if have >= row.asked => {
                parts.push(dot("chart-dot", at(row.asked), middle, Len(75)));
                parts.push(path("chart-check", &check(at(row.asked), middle)));
            }
            Some(have) => {
                parts.push(asked(at(row.asked), middle));
                parts.push(person(at(have), middle));
            }
            None => parts.push(asked(at(row.asked), middle)),
        }
    }
    picture("chart-dots", width, end + 4, name, parts)
}

/// The sign for met, around a point.
fn check(x: Len, y: Len) -> String {
    let point = |dx: i32, dy: i32| format!("{} {}", Len(x.0 + dx).text(), Len(y.0 + dy).text());
    format!("M{}L{}L{}", point(-32, 2), point(-8, 28), point(34, -26))
}

/// The room that the names of these rows need.
pub fn room_for<'a>(names: impl Iterator<Item = &'a str>) -> i32 {
    names.map(width_of).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_met_has_a_check_and_what_is_not_has_a_ring() {
        let row = |have, before| Row { name: "Communication".into(), asked: 4, have, before };
        let drawn = |row| format!("{:?}", dots(&[row], 100, 360, "x"));
        let (short, met, unrated) = (drawn(row(Some(2), None)), drawn(row(Some(4), None)), drawn(row(None, Some(3))));
        assert!(short.contains("chart-person") && !short.contains("chart-check"));
        assert!(met.contains("chart-check") && !met.contains("chart-person"));
        assert!(!unrated.contains("chart-person") && !unrated.contains("chart-check") && unrated.contains("chart-rise"));
        assert!(!drawn(row(None, Some(5))).contains("chart-rise"));
    }

    #[test]
    fn no_name_is_cut_on_a_phone() {
        let guide = crate::content::guide().expect("the guide");
        let names: Vec<&str> = guide.skills().map(|skill| guide.skill(skill).short.as_str()).collect();
        let rows: Vec<Row> = names.iter().map(|name| Row { name: (*name).into(), asked: 4, have: None, before: None }).collect();
        for width in [288, 328, 358] {
            let drawn = format!("{:?}", dots(&rows, room_for(names.iter().copied()), width, "x"));
            assert!(!drawn.contains('…'), "{width}");
        }
    }

    #[test]
    fn it_can_be_drawn_at_any_width_and_of_nothing() {
        for width in [-5, 0, 1, 90, 320] {
            let rows = [Row { name: "Communication".into(), asked: 4, have: Some(2), before: Some(1) }];
            let drawn = format!("{:?}{:?}", dots(&rows, 200, width, "x"), dots(&[], 0, width, "x"));
            assert!(!drawn.contains("width\", \"-"), "{width}");
        }
        assert_eq!(room_for([].into_iter()), 0);
    }
}
