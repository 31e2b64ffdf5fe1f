//! The map of titles.

use crate::domain::guide::{Guide, Level, TitleIx};
use crate::map::drawing::Words;
use crate::map::shapes::{Flag, FlagKind, Part, Station};

/// What the section with the map is called.
pub const NAME: &str = "Map of titles";
/// What leads to the list of titles.
pub const AS_LIST: &str = "Read the map as a list";
/// The flag where the person is.
pub const HERE: &str = "You are here";
/// The flag where the person wants to go, while nothing is known of the arrival.
pub const DESTINATION: &str = "Destination";

/// What the drawing says.
pub static WORDS: Words = Words { picture: "Titles by seniority; each one is a link", station, years: band, moves };

/// A station, as it is heard: what is seen, the whole name where that is another one, its level and track, whether it is on the route, and
/// the flag.
fn station(guide: &Guide, seen: &str, station: &Station, flag: Option<&Flag>) -> String {
    let whole = &guide.title(station.title).name;
    let mut name = seen.to_owned();
    if seen != whole {
        name.push_str(" (");
        name.push_str(whole);
        name.push(')');
    }
    name.push_str(", ");
    name.push_str(&place(guide, station.title));
    if station.part == Part::On {
        name.push_str(", on your route");
    }
    match flag.map(|flag| (flag.kind, &flag.text.text)) {
        None => {}
        Some((FlagKind::Here, _)) => name.push_str(", you are here"),
        Some((FlagKind::Destination, arrival)) => {
            name.push_str(", your destination, ");
            name.push_str(arrival);
        }
    }
    name
}

/// The level and the track of a title: `senior level, people track`.
pub fn place(guide: &Guide, title: TitleIx) -> String {
    let mut words = guide.level(title).name.to_ascii_lowercase();
    words.push_str(" level");
    if let Some(track) = guide.track(title) {
        words.push_str(", ");
        words.push_str(&track.name.to_ascii_lowercase());
        words.push_str(" track");
    }
    words
}

/// A level's years, as the guide writes them: `3–5 years`, `10–15+ years`, `15+ years`. No text of a drawing wraps.
fn band(level: &Level) -> Option<String> {
    let (from, plus) = (level.from?, if level.open { "+" } else { "" });
    Some(match level.to {
        Some(to) => format!("{from}–{to}{plus} years"),
        None => format!("{from}{plus} years"),
    })
}

/// The years before a move, as they stand on its line: `2–4`.
pub fn years(guide: &Guide, number: usize) -> String {
    let (short, long) = guide.dwell(number);
    let mut words = short.to_string();
    if short != long {
        words.push('–');
        words.push_str(&long.to_string());
    }
    words
}

/// What stands behind a title in the list: its track, and where its moves lead.
fn moves(guide: &Guide, title: TitleIx) -> String {
    let to: Vec<&str> = guide.moves_from(title).map(|number| guide.title(guide.ends(number).1).name.as_str()).collect();
    let track = guide.track(title).map(|track| format!(", {} track", track.name.to_ascii_lowercase())).unwrap_or_default();
    let moves = match to[..] {
        [] => String::new(),
        [one] => format!("; a move to {one}"),
        _ => format!("; moves to {}", to.join(", ")),
    };
    track + &moves
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content;
    use crate::map::drawing::{Child, Node, list_of_titles, map};
    use crate::map::shapes::{Journey, YEARS_SIZE};
    use crate::map::text::{Weight, text_width};

    fn links(node: &Node, found: &mut Vec<(String, String)>) {
        let value = |name| node.attributes.iter().find(|(n, _)| *n == name).map(|(_, v)| v.clone()).unwrap_or_default();
        if node.tag == "a" {
            found.push((value("href"), value("aria-label")));
        }
        for child in &node.children {
            if let Child::Node(node) = child {
                links(node, found);
            }
        }
    }

    #[test]
    fn map_and_list_link_to_every_title() {
        let guide = content::guide().expect("the guide");
        let here = guide.titles().next().map(|t| (t, HERE));
        let destination = guide.titles().last().map(|t| (t, "2031–2034"));
        let sheets = content::map().expect("the map");
        let layout = sheets.draw(&guide, 1168, &Journey { here, destination, ..Journey::default() });
        let (mut on_map, mut in_list) = (Vec::new(), Vec::new());
        links(&map(&guide, &layout, &WORDS), &mut on_map);
        links(&list_of_titles(&guide, &WORDS), &mut in_list);
        assert_eq!(on_map.len(), guide.titles().len());
        assert_eq!(on_map.iter().filter(|(_, name)| name.ends_with(", you are here")).count(), 1);
        assert_eq!(on_map.iter().filter(|(_, name)| name.ends_with(", your destination, 2031–2034")).count(), 1);
        let sorted = |list: &[(String, String)]| {
            let mut hrefs: Vec<String> = list.iter().map(|(href, _)| href.clone()).collect();
            hrefs.sort();
            hrefs
        };
        assert_eq!(sorted(&on_map), sorted(&in_list));
    }

    #[test]
    fn the_years_of_a_level_fit_into_their_room() {
        let guide = content::guide().expect("the guide");
        let layout = content::map().expect("the map").draw(&guide, 360, &Journey::default());
        let mut found = Vec::new();
        for level in &layout.bands {
            let years = band(&guide.pack().levels[level.level]);
            assert_eq!(years.is_some(), level.years.is_some());
            if let Some((years, slot)) = years.zip(level.years) {
                // The digits of DejaVu Sans are 12 % wider than those of the table.
                let width = text_width(&years, YEARS_SIZE, Weight::Regular) * 112 / 100;
                assert!(width <= slot.area.width, "{years}: {width} of {}", slot.area.width);
                found.push(years);
            }
        }
        assert_eq!(found, ["0–6 years", "3–5 years", "5–10 years", "10–15+ years", "15+ years"]);
    }

    #[test]
    fn the_first_page_counts_what_is_on_the_map() {
        let guide = content::guide().expect("the guide");
        assert_eq!(guide.titles().len(), 24);
        assert!(include_str!("../../../index.html").contains("A map of 24 titles, the moves between them"));
    }

    #[test]
    fn stations_say_level_track_and_route() {
        let guide = content::guide().expect("the guide");
        let title = |id: &str| guide.title_by_id(&id.into()).expect("a title");
        let (manager, director, head) =
            (title("engineering-manager"), title("director-of-engineering"), title("head-of-engineering"));
        let route = [manager, director, head];
        let journey = Journey { route: &route, here: Some((manager, HERE)), destination: Some((head, "2031–2034")) };
        let sheets = content::map().expect("the map");
        for width in [360, 1168] {
            let mut found = Vec::new();
            let drawn = map(&guide, &sheets.draw(&guide, width, &journey), &WORDS);
            links(&drawn, &mut found);
            let name = |id: &str| found.iter().find(|(href, _)| href.ends_with(&format!("/{id}"))).map(|(_, name)| name.as_str());
            assert_eq!(name("director-of-engineering"), Some("Director of Engineering, senior level, people track, on your route"));
            assert_eq!(name("engineering-manager"), Some("Engineering Manager, mid level, people track, you are here"));
            // What lies on the line of the route and is no stop of it has a tick, and no station.
            let text = format!("{drawn:?}");
            let passed = guide
                .titles()
                .filter(|t| ["senior-engineering-manager", "vp-of-engineering"].contains(&guide.title(*t).id.as_str()));
            assert_eq!(text.matches("map-tick").count(), passed.count(), "{width}");
            assert_eq!(text.matches("tag: \"circle\"").count() + text.matches("map-tick").count(), guide.titles().len());
        }
    }

    #[test]
    fn the_list_says_the_track_and_the_moves() {
        let guide = content::guide().expect("the guide");
        for title in guide.titles() {
            let (words, moves) = (moves(&guide, title), guide.moves_from(title).count());
            assert_eq!(words.contains(" track"), guide.track(title).is_some(), "{words}");
            assert_eq!((words.contains("; a move to "), words.contains("; moves to ")), (moves == 1, moves > 1), "{words}");
        }
    }
}
