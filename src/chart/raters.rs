//! One skill on a scale of levels: a dot for what is asked, a ring for the person, a square for each who rates them, and a line over
//! how far they are apart. Rows of a page have one each.

use super::marks::{Anchor, Len, across, asked, down, other, person, picture, words};
use crate::map::drawing::Node;

const HEIGHT: i32 = 30;
const PAD: i32 = 14;
const LEVELS: i32 = 5;
/// How far squares on the same level stand apart.
const BESIDE: i32 = 14;

/// What stands on the scale, as levels from 0 to 5.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Raters {
    /// What is asked; none where there is no title.
    pub asked: Option<u8>,
    /// Where the person sees themselves.
    pub person: Option<u8>,
    /// Where the others see them.
    pub others: Vec<Option<u8>>,
}

fn at(level: u8, width: i32) -> Len {
    Len(PAD * 10 + (width - 2 * PAD).max(1) * 10 * i32::from(level.min(LEVELS as u8)) / LEVELS)
}

/// The numbers of the levels, for the head of the rows.
pub fn scale(width: i32) -> Node {
    let number = |level: u8| words("chart-text", at(level, width), Len::px(12), Anchor::Middle, &level.to_string());
    let width = width.max(1);
    picture("chart-scale", width, 16, "", (0..=LEVELS as u8).map(number).collect())
}

/// One row, `width` pixels wide.
///
/// ```
/// use career_explorer::chart::raters::{Raters, raters};
///
/// let drawn = raters(&Raters { asked: Some(4), person: Some(1), others: vec![Some(3)] }, 240, "Architecture: you 1, Kim 3, 4 asked");
/// assert_eq!(drawn.tag, "svg");
/// ```
pub fn raters(row: &Raters, width: i32, name: &str) -> Node {
    let y = Len::px(HEIGHT / 2);
    let mut parts: Vec<Node> =
        (0..=LEVELS as u8).map(|level| down("chart-rule", at(level, width), Len(0), Len::px(HEIGHT))).collect();
    let rated: Vec<u8> = row.others.iter().flatten().chain(&row.person).copied().collect();
    if let (Some(from), Some(to)) = (rated.iter().min(), rated.iter().max())
        && from != to
    {
        let class = if to - from > 1 { "chart-apart far" } else { "chart-apart" };
        parts.push(across(class, at(*from, width), y, at(*to, width)));
    }
    parts.extend(row.person.map(|level| person(at(level, width), y)));
    for level in 0..=LEVELS as u8 {
        let count = row.others.iter().flatten().filter(|one| **one == level).count() as i32;
        for place in 0..count {
            parts.push(other(Len(at(level, width).0 + (2 * place - count + 1) * BESIDE * 5), y));
        }
    }
    // Last, so that it shows on whatever stands at the same level.
    parts.extend(row.asked.map(|level| asked(at(level, width), y)));
    picture("chart-raters", width, HEIGHT, name, parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_can_be_drawn_at_any_width_and_of_nothing() {
        let row = Raters { asked: Some(4), person: Some(1), others: vec![Some(3), None, Some(3), Some(9)] };
        for width in [-3, 0, 1, 40, 358] {
            let drawn = format!("{:?}{:?}", raters(&row, width, "x"), scale(width));
            assert!(!drawn.contains("width\", \"-"), "{width}");
        }
        assert!(!format!("{:?}", raters(&Raters::default(), 200, "x")).contains("chart-apart"));
    }

    #[test]
    fn squares_on_one_level_stand_beside_each_other() {
        let row = Raters { others: vec![Some(3), Some(3), Some(1)], ..Raters::default() };
        let drawn = format!("{:?}", raters(&row, 240, "x"));
        assert_eq!(drawn.matches("chart-other").count(), 3);
        assert!(drawn.contains("chart-apart far"));
    }
}
