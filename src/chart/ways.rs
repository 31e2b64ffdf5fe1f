//! A slice of the map: one title in the middle, the titles from which people come to it on the left, those to which they go on the
//! right, each line in the colour of its track and with its years.

use super::marks::{Anchor, Len, dot, fitted, path, picture, rect, width_of, words};
use crate::map::drawing::{Node, node};

/// From this width on both sides stand beside the title; below it a page shows its lists alone.
pub const LEAST: i32 = 560;
const ROW: i32 = 30;
const TOP: i32 = 22;

/// A move to or from the title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// The other title.
    pub name: String,
    /// Its name in fewer letters, for where there is little room.
    pub short: String,
    /// How long people stay before it, as "2–4 years".
    pub years: String,
    /// The class of the line, which gives it its colour.
    pub track: String,
    /// Whether it is part of the person's route.
    pub on_route: bool,
    /// The address of the other title.
    pub href: String,
}

/// The slice, `width` pixels wide.
///
/// ```
/// use career_explorer::chart::ways::{Way, ways};
///
/// let way = Way { name: "Engineering Manager".into(), short: "Eng. Manager".into(), years: "2–4 years".into(), track: "track-people".into(), on_route: true, href: "#/map/em".into() };
/// let drawn = ways("Director of Engineering", &[way], &[], 800, "One way leads here");
/// assert_eq!(drawn.tag, "svg");
/// ```
pub fn ways(title: &str, into: &[Way], out: &[Way], width: i32, name: &str) -> Node {
    let rows = into.len().max(out.len()).max(1) as i32;
    let widest = |ways: &[Way]| ways.iter().map(|w| width_of(&w.name)).max().unwrap_or(0).min(width / 4);
    let (left, right) = (widest(into) + 20, width - widest(out) - 20);
    let centre = (left + right) / 2;
    // The lines meet where they leave the name of the title its room; where there is none, it stands above them all.
    let room = width_of(title) * 2 / 3;
    let is_above = (right - left) / 3 < room + 20;
    let half = if is_above { 30.min((right - left) / 4) } else { ((right - left) / 6).max(room) }.max(1);
    let top = if is_above { TOP + 24 } else { TOP };
    let height = top + rows * ROW + 8;
    let middle = top + rows * ROW / 2;
    let mut parts = Vec::new();
    let mut side = |ways: &[Way], at: i32, joint: i32, is_left: bool| {
        let first = middle - (ways.len() as i32 - 1) * ROW / 2;
        // What is on the route is drawn last, so that no other line covers it.
        let order = (0..ways.len()).filter(|&w| !ways[w].on_route).chain((0..ways.len()).filter(|&w| ways[w].on_route));
        for place in order {
            let way = &ways[place];
            let y = first + place as i32 * ROW;
            let class = format!("chart-way {}{}", way.track, if way.on_route { " on-route" } else { "" });
            // Straight as far as the years stand over it.
            let years = width_of(&way.years) + 22;
            let straight = ((joint - at).abs() * 3 / 5).max(years).min((joint - at).abs());
            let bend = if is_left { at + straight } else { at - straight };
            parts.push(path(&class, &format!("M{at} {y}H{bend}C{joint} {y} {bend} {middle} {joint} {middle}H{centre}")));
            parts.push(dot(if way.on_route { "chart-end" } else { "chart-stop" }, Len::px(at), Len::px(y), Len::px(6)));
            let (x, anchor) = if is_left { (at - 11, Anchor::End) } else { (at + 11, Anchor::Start) };
            let class = if way.on_route { "chart-text name strong" } else { "chart-text name" };
            let name = if width_of(&way.name) > width / 4 + 10 { &way.short } else { &way.name };
            let name = fitted(name, width / 4 + 10);
            let wide = width_of(&name) + 24;
            // Wide and high enough for a finger, station and all.
            let from = if is_left { at + 8 - wide } else { at - 8 };
            let target = rect("map-target", Len::px(from), Len::px(y - 13), Len::px(wide), Len::px(26)).attr("rx", "6");
            let link = node("a").attr("href", way.href.as_str()).class("way-link");
            parts.push(link.add(target).add(words(class, Len::px(x), Len::px(y + 4), anchor, &name)));
            let (x, anchor) = if is_left { (at + 14, Anchor::Start) } else { (at - 14, Anchor::End) };
            parts.push(words("chart-text", Len::px(x), Len::px(y - 8), anchor, &way.years));
        }
    };
    side(into, left, centre - half, true);
    side(out, right, centre + half, false);
    parts.push(dot("chart-here", Len::px(centre), Len::px(middle), Len::px(12)));
    let title_y = if is_above { 16 } else { middle - 22 };
    parts.push(words("chart-title", Len::px(centre), Len::px(title_y), Anchor::Middle, title));
    // Its titles are links, so it is a group and not one thing.
    let mut drawn = picture("chart-ways", width, height, name, parts);
    for (attribute, value) in &mut drawn.attributes {
        if *attribute == "role" {
            *value = "group".to_owned();
        }
    }
    drawn
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_on_the_route_is_drawn_last() {
        let way = |name: &str, on_route| Way {
            name: name.into(),
            short: name.replace("Engineering", "Eng."),
            years: "2–4 years".into(),
            track: "track-people".into(),
            on_route,
            href: "#/map".into(),
        };
        let drawn = ways("Director", &[way("Engineering Manager", true), way("Lead", false)], &[], 800, "x");
        let text = format!("{drawn:?}");
        assert!(text.find("Lead").expect("one") < text.find("Engineering Manager").expect("the other"));
        // Where there is little room it is the short name, and nothing is cut.
        let long = [way("Engineering Program Manager", false)];
        assert!(format!("{:?}", ways("Director", &long, &long, 1168, "x")).contains("Engineering Program Manager"));
        let narrow = format!("{:?}", ways("Director", &long, &long, LEAST, "x"));
        assert!(narrow.contains("Eng. Program Manager") && !narrow.contains('…'));
        for width in [0, 1, 300] {
            assert!(!format!("{:?}", ways("Director", &[way("A", false)], &[way("B", true)], width, "x")).contains("width\", \"-"));
        }
    }
}
