//! The map of titles.

use crate::domain::guide::{Guide, TitleIx};
use crate::map::drawing::Words;
use crate::map::shapes::{Flag, FlagKind};

/// What the section with the map is called.
pub const NAME: &str = "Map of titles";
/// What leads to the list of titles.
pub const AS_LIST: &str = "Read the map as a list";
/// The flag where the person is.
pub const HERE: &str = "You are here";
/// The flag where the person wants to go, while nothing is known of the arrival.
pub const DESTINATION: &str = "Destination";

/// What the drawing says.
pub static WORDS: Words = Words { picture: "Titles by seniority; each one is a link", station, moves };

/// A station, as it is heard: what is seen, the whole name where that is another one, and the flag.
fn station(seen: &str, whole: &str, flag: Option<&Flag>) -> String {
    let mut name = seen.to_owned();
    if seen != whole {
        name.push_str(" (");
        name.push_str(whole);
        name.push(')');
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
    use crate::map::shapes::Journey;

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
    fn the_list_says_the_track_and_the_moves() {
        let guide = content::guide().expect("the guide");
        for title in guide.titles() {
            let (words, moves) = (moves(&guide, title), guide.moves_from(title).count());
            assert_eq!(words.contains(" track"), guide.track(title).is_some(), "{words}");
            assert_eq!((words.contains("; a move to "), words.contains("; moves to ")), (moves == 1, moves > 1), "{words}");
        }
        assert_eq!(station("SRE", "Site Reliability", None), "SRE (Site Reliability)");
    }
}
