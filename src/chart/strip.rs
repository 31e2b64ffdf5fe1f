//! The overview strip: a column for each skill, as wide as its weight and as high as its levels, so that the filled area is the
//! readiness and the hatched one the rest.

use super::marks::{Anchor, Len, across, fitted, hatch, missing, path, picture, rect, width_of, words};
use crate::map::drawing::Node;

/// The most columns that get a name above the strip.
pub const CALLS: usize = 4;
/// From this width on the strip has the sizes of a wide page, names and numbers; below it those of a phone.
const WIDE: i32 = 600;
const LEVELS: i32 = 5;
const CALL_STEP: i32 = 13;

/// One skill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its number in the list that the strip stands over.
    pub number: usize,
    /// Its weight, in quarters.
    pub weight: u32,
    /// The level asked, 1 to 5.
    pub asked: u8,
    /// The level that the person has, 0 to 5; none while it is unrated.
    pub have: Option<u8>,
}

/// Columns that belong together, as "block the gate" or "are met".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    /// What stands below its bracket.
    pub label: String,
    /// The class of its bracket, which gives it its colour.
    pub class: &'static str,
    /// Its columns, the heaviest gap first.
    pub columns: Vec<Column>,
}

struct Size {
    left: i32,
    unit: i32,
    gap: i32,
    band_gap: i32,
}

/// The strip, `width` pixels wide. `calls` are the texts above the first columns of the first band, at most [`CALLS`].
///
/// ```
/// use career_explorer::chart::strip::{Band, Column, strip};
///
/// let columns = vec![Column { number: 1, weight: 12, asked: 4, have: Some(3) }];
/// let bands = [Band { label: "1 is short".into(), class: "late", columns }];
/// let drawn = strip(&bands, &[], 800, "Three of four levels are there");
/// assert_eq!(drawn.tag, "svg");
/// ```
pub fn strip(bands: &[Band], calls: &[String], width: i32, name: &str) -> Node {
    let is_wide = width >= WIDE;
    // Gaps in tenths of a pixel.
    let size = if is_wide {
        Size { left: 26, unit: 22, gap: 30, band_gap: 140 }
    } else {
        Size { left: 16, unit: 18, gap: 15, band_gap: 60 }
    };
    let called = calls.len().min(CALLS).min(bands.first().map_or(0, |b| b.columns.len())) as i32;
    let called = if is_wide { called } else { 0 };
    let top = called * CALL_STEP + if called > 0 { 8 } else { 4 };
    let floor = top + LEVELS * size.unit;
    let mut parts = vec![hatch()];
    for level in 0..=LEVELS {
        let y = Len::px(floor - level * size.unit);
        parts.push(across("chart-rule", Len::px(size.left), y, Len::px(width.max(size.left))));
        parts.push(words("chart-text", Len::px(size.left - 5), Len(y.0 + 40), Anchor::End, &level.to_string()));
    }
    let shown: Vec<&Band> = bands.iter().filter(|b| !b.columns.is_empty()).collect();
    let places = places(&shown, &size, width);
    for (band, columns) in shown.iter().zip(&places) {
        for (column, &(x, wide)) in band.columns.iter().zip(columns) {
            parts.extend(bar(column, x, wide, floor, size.unit));
            let middle = Len(x.0 + wide.0 / 2);
            if is_wide && wide >= Len::px(14) {
                parts.push(words("chart-text", middle, Len::px(floor + 17), Anchor::Middle, &column.number.to_string()));
            }
        }
        parts.extend(bracket(band, columns, floor + if is_wide { 25 } else { 6 }));
    }
    for (place, call) in calls.iter().take(called as usize).enumerate() {
        let Some(&(x, wide)) = places.first().and_then(|columns| columns.get(place)) else { break };
        // The first name stands highest and its leader is the longest, so that no leader crosses a name.
        let y = 10 + place as i32 * CALL_STEP;
        let middle = x.0 / 10 + wide.0 / 20;
        parts.push(path("chart-leader", &format!("M{middle} {top}V{}H{}", y - 4, middle + 7)));
        parts.push(words("chart-text strong", Len::px(middle + 10), Len::px(y), Anchor::Start, &fitted(call, width - middle - 10)));
    }
    picture("chart-strip", width, floor + if is_wide { 48 } else { 28 }, name, parts)
}

/// Where each column begins and how wide it is. What the gaps leave is shared out by weight, to the last tenth of a pixel.
fn places(bands: &[&Band], size: &Size, width: i32) -> Vec<Vec<(Len, Len)>> {
    let count: usize = bands.iter().map(|b| b.columns.len()).sum();
    let weight: i64 = bands.iter().flat_map(|b| &b.columns).map(|c| i64::from(c.weight)).sum();
    let between_bands = (bands.len() as i32 - 1).max(0);
    let gaps = (count as i32 - 1 - between_bands).max(0) * size.gap + between_bands * size.band_gap;
    let room = i64::from(((width - size.left) * 10 - gaps).max(0));
    let (mut before, mut offset) = (0_i64, size.left * 10);
    let share = |weight_before: i64| i32::try_from(room * weight_before / weight.max(1)).unwrap_or(0);
    let mut places = Vec::with_capacity(bands.len());
    for band in bands {
        let mut columns = Vec::with_capacity(band.columns.len());
        for column in &band.columns {
            let from = share(before);
            before += i64::from(column.weight);
            columns.push((Len(offset + from), Len(share(before) - from)));
            offset += size.gap;
        }
        offset += size.band_gap - size.gap;
        places.push(columns);
    }
    places
}

fn bar(column: &Column, x: Len, wide: Len, floor: i32, unit: i32) -> Vec<Node> {
    let level = |levels: u8| i32::from(levels.min(LEVELS as u8)) * unit;
    let asked = level(column.asked);
    let mut parts = Vec::with_capacity(4);
    match column.have {
        Some(have) => {
            let (have, met) = (level(have), level(have.min(column.asked)));
            parts.push(rect("chart-have", x, Len::px(floor - met), wide, Len::px(met)));
            if have > asked {
                parts.push(rect("chart-above", x, Len::px(floor - have), wide, Len::px(have - asked)));
            } else if asked > met {
                parts.push(missing(x, Len::px(floor - asked), wide, Len::px(asked - met)));
            }
        }
        None => parts.push(rect("chart-unrated", Len(x.0 + 6), Len::px(floor - asked), Len(wide.0 - 12), Len::px(asked))),
    }
    parts.push(across("chart-asked", x, Len::px(floor - asked), Len(x.0 + wide.0)));
    parts
}

fn bracket(band: &Band, columns: &[(Len, Len)], y: i32) -> Vec<Node> {
    let (Some(&(from, _)), Some(&(last, wide))) = (columns.first(), columns.last()) else { return Vec::new() };
    let to = Len(last.0 + wide.0);
    let line = format!("M{} {y}v5H{}v-5", from.text(), to.text());
    let mut parts = vec![path(&format!("chart-bracket {}", band.class), &line)];
    let room = (to.0 - from.0) / 10;
    // Some room to spare: a face that is wider than the one that the widths are of must not reach the next label.
    if width_of(&band.label) * 6 / 5 <= room {
        parts.push(words("chart-text strong", Len((from.0 + to.0) / 2), Len::px(y + 19), Anchor::Middle, &band.label));
    } else if let Some(short) = band.label.split(' ').next().filter(|short| width_of(short) <= room.max(width_of("0"))) {
        // The number alone: the headings below say the rest.
        parts.push(words("chart-text strong", Len((from.0 + to.0) / 2), Len::px(y + 19), Anchor::Middle, short));
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bands() -> Vec<Band> {
        let column = |number, weight, asked, have| Column { number, weight, asked, have };
        vec![
            Band {
                label: "3 block the gate".into(),
                class: "late",
                columns: vec![column(1, 20, 4, Some(1)), column(2, 15, 5, Some(2)), column(3, 12, 3, None)],
            },
            Band { label: "1 helps".into(), class: "", columns: vec![column(4, 12, 4, Some(3))] },
            Band { label: "2 are met".into(), class: "met", columns: vec![column(5, 12, 3, Some(3)), column(6, 8, 2, Some(4))] },
        ]
    }

    fn all<'a>(drawn: &'a Node, class: &str) -> Vec<&'a Node> {
        drawn
            .children
            .iter()
            .filter_map(|c| match c {
                crate::map::drawing::Child::Node(n) => Some(n),
                crate::map::drawing::Child::Text(_) => None,
            })
            .filter(|n| n.attributes.iter().any(|(k, v)| *k == "class" && v.split(' ').any(|c| c == class)))
            .collect()
    }

    fn number(node: &Node, name: &str) -> f64 {
        node.attributes.iter().find(|(k, _)| *k == name).map_or(0.0, |(_, v)| v.parse().expect("a number"))
    }

    #[test]
    fn columns_fill_the_width_and_are_as_wide_as_their_weight() {
        for width in [600, 768, 1168] {
            let shown = bands();
            let refs: Vec<&Band> = shown.iter().collect();
            let size = Size { left: 26, unit: 22, gap: 30, band_gap: 140 };
            let places: Vec<(Len, Len)> = places(&refs, &size, width).concat();
            let (last, wide) = places[places.len() - 1];
            assert_eq!((places[0].0, last.0 + wide.0), (Len::px(26), width * 10));
            // 20 to 12: within a tenth of a pixel.
            assert!((places[0].1.0 * 12 - places[2].1.0 * 20).abs() <= 40, "{places:?}");
        }
    }

    #[test]
    fn the_filled_area_is_the_share_of_what_is_asked() {
        let shown: Vec<Band> = bands().into_iter().skip(1).collect();
        let drawn = strip(&shown, &[], 1168, "x");
        let area = |class: &str| {
            all(&drawn, class).iter().map(|n| (number(n, "width"), number(n, "height"))).map(|(w, h)| w * h).sum::<f64>()
        };
        // Σ weight × met ÷ Σ weight × asked = (12·3 + 12·3 + 8·2) ÷ (12·4 + 12·3 + 8·2).
        let (met, asked) = (88.0, 100.0);
        let whole = area("chart-have")
            + all(&drawn, "chart-missing").iter().map(|n| (number(n, "width") + 1.2) * number(n, "height")).sum::<f64>();
        assert!((area("chart-have") / whole - met / asked).abs() < 0.002, "{}", area("chart-have") / whole);
    }

    #[test]
    fn it_can_be_drawn_at_any_width_and_of_nothing() {
        for width in [-5, 0, 1, 90, 320, 599] {
            let drawn = strip(&bands(), &["Architecture 3.3".into()], width, "x");
            assert!(!format!("{drawn:?}").contains("width\", \"-"), "{width}");
            assert!(all(&drawn, "chart-leader").is_empty());
        }
        assert!(all(&strip(&[], &[], 400, "x"), "chart-have").is_empty());
        assert_eq!(all(&strip(&bands(), &["A".into(), "B".into()], 900, "x"), "chart-leader").len(), 2);
    }
}
