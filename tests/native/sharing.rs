//! What stands around links: QR codes that scan, and two people's ratings beside each other.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use career_explorer::content;
use career_explorer::domain::guide::{Guide, Proficiency};
use career_explorer::domain::link::qr::{Picture, picture};
use career_explorer::domain::plan::Ratings;
use career_explorer::domain::standing::opinion::{Agreement, agreement, pairs};

/// Paints the path of a picture, `scale` dots a module, and scans it.
fn scan(picture: &Picture, scale: usize) -> String {
    let side = usize::try_from(picture.side).unwrap();
    let mut dark = vec![vec![false; side]; side];
    for run in picture.path.split('M').skip(1) {
        let numbers: Vec<usize> =
            run.split(|c: char| !c.is_ascii_digit()).filter(|n| !n.is_empty()).map(|n| n.parse().unwrap()).collect();
        let [x, y, wide, 1, back] = numbers[..] else { panic!("{run}") };
        assert_eq!(x, back, "{run}");
        dark[y][x..x + wide].fill(true);
    }
    let at = |x: usize, y: usize| if dark[y / scale][x / scale] { 0 } else { 255 };
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(side * scale, side * scale, at);
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1);
    grids[0].decode().unwrap().1
}

#[test]
fn codes_scan_and_have_a_quiet_zone() {
    let long = format!("https://example.org/careers/#/shared/{}", "wQ-_".repeat(190));
    for text in ["https://example.org/careers/#/shared/wQEOAQIBAwQBEwYBB-5eD10", "x", &long] {
        let picture = picture(text).unwrap();
        assert_eq!(scan(&picture, 3), text);
        let numbers =
            |c: char| picture.path.split(c).skip(1).map(|r| r.split([' ', 'h']).next().unwrap().parse::<i32>().unwrap()).min();
        assert_eq!(numbers('M'), Some(4), "the quiet zone on the left");
        assert!(picture.path.starts_with("M4 4h7v1H4z"), "{}", picture.path);
    }
    assert_eq!(picture(&"x".repeat(4_000)), None);
}

fn guide() -> Guide {
    content::guide().unwrap()
}

fn ratings(guide: &Guide, given: &[(&str, u8)]) -> Ratings {
    let mut values = vec![None; guide.skills().len()];
    for (id, level) in given {
        values[guide.skill_by_id(&(*id).into()).unwrap().index()] = Proficiency::new(*level);
    }
    Ratings::from_values(values)
}

#[test]
fn differences_come_in_the_order_of_what_they_mean_for_the_title() {
    let guide = guide();
    let one =
        ratings(&guide, &[("communication", 3), ("api-development", 1), ("leadership", 2), ("adaptability", 4), ("mentorship", 5)]);
    let other = ratings(
        &guide,
        &[("communication", 4), ("api-development", 4), ("leadership", 2), ("adaptability", 2), ("cybersecurity", 1)],
    );
    let head = guide.title_by_id(&"head-of-engineering".into());
    let pairs = pairs(&guide, head, &one, &other);
    let weighted: Vec<u32> =
        pairs.iter().map(|p| guide.weight(head.unwrap(), p.skill).quarters() * u32::from(p.apart().unwrap_or(0))).collect();
    assert!(weighted.is_sorted_by(|a, b| a >= b), "{weighted:?}");
    let ids: Vec<&str> = pairs.iter().map(|p| guide.skill(p.skill).id.as_str()).collect();
    // Three levels of a medium skill are 24 quarters, two of adaptability at least 24, one of communication at least 12.
    assert_eq!(ids[2], "communication", "{ids:?}");
    assert_eq!(ids[3..], ["cybersecurity", "mentorship", "leadership"], "one-sided ones, then what is the same");
    assert_eq!(agreement(&pairs), Agreement { both: 4, same: 1, near: 2 });
    assert_eq!(pairs[5].required, guide.required(head.unwrap(), pairs[5].skill));
}

#[test]
fn without_a_title_and_without_ratings() {
    let guide = guide();
    let none = ratings(&guide, &[]);
    assert!(pairs(&guide, None, &none, &none).is_empty());
    let one = ratings(&guide, &[("communication", 0)]);
    let pairs = pairs(&guide, None, &none, &one);
    assert_eq!((pairs.len(), pairs[0].one, pairs[0].required), (1, None, Proficiency::NONE));
    assert_eq!(agreement(&pairs), Agreement::default());
}
