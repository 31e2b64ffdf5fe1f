//! The transit map: nothing collides, nothing is missing, and it stays quick, for our guide and for generated ones.

#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "../support/mod.rs"]
mod support;

use career_explorer::content;
use career_explorer::domain::guide::{Guide, TitleId, TitleIx};
use career_explorer::map::geometry::{Point, Rect};
use career_explorer::map::layout::{For, NARROWEST, WIDE as FROM, horizontal, sheets, vertical};
use career_explorer::map::shapes::{Form, Journey, LABEL_SIZE, LineKind, MapLayout, ROW_LABEL_SIZE};
use career_explorer::map::sheet::{Sheet, Sheets};
use career_explorer::map::text::{Weight, text_width};
use std::collections::HashSet;
use support::{generated, generated_guide};

/// The widths that the form is drawn for.
const NARROW: [i32; 10] = [288, 320, 328, 360, 400, 600, 768, 940, 1024, 1167];
const WIDE: [i32; 3] = [1168, 1250, 1312];

fn ours() -> Guide {
    content::guide().expect("the embedded guide is sound")
}

fn map() -> Sheets {
    content::map().expect("the embedded map is sound")
}

/// What the app draws of our guide.
fn drawings(guide: &Guide, journey: &Journey) -> Vec<MapLayout> {
    let map = map();
    NARROW.iter().chain(&WIDE).map(|&width| map.draw(guide, width, journey)).collect()
}

/// What is drawn of any guide, laid out for one journey.
fn drawn(form: fn(&Guide, i32, For) -> Sheet, guide: &Guide, width: i32, journey: &Journey) -> MapLayout {
    form(guide, width, For::One(journey)).draw(guide, width, journey)
}

fn titles(guide: &Guide, ids: &[&str]) -> Vec<TitleIx> {
    ids.iter().map(|id| guide.title_by_id(&TitleId::new(*id)).unwrap()).collect()
}

fn segments(points: &[Point]) -> impl Iterator<Item = (Point, Point)> + '_ {
    points.windows(2).map(|w| (w[0], w[1]))
}

fn dot(p: Point) -> Rect {
    Rect::between(p, p)
}

/// An area with the gap that is kept at its sides.
fn beside(area: &Rect) -> Rect {
    const GAP: i32 = 4;
    Rect { x: area.x - GAP, width: area.width + 2 * GAP, ..*area }
}

/// Everything that is wrong with a drawing, in words.
fn faults(guide: &Guide, map: &MapLayout) -> Vec<String> {
    let mut faults = Vec::new();
    let name = |t: TitleIx| guide.title(t).id.as_str().to_owned();
    let sheet = Rect { x: 0, y: 0, width: map.width, height: map.height };
    let seen: HashSet<TitleIx> = map.stations.iter().map(|s| s.title).collect();
    if seen.len() != guide.titles().len() || map.stations.len() != seen.len() {
        faults.push("not every title has one station".into());
    }
    for (i, a) in map.stations.iter().enumerate() {
        if !sheet.holds(&dot(a.centre).grown(a.radius + 2)) || !sheet.holds(&a.label_area) {
            faults.push(format!("{} leaves the drawing", name(a.title)));
        }
        for b in &map.stations[i + 1..] {
            if a.centre.distance_squared(b.centre) < 24 * 24 {
                faults.push(format!("{} and {} are too near each other", name(a.title), name(b.title)));
            }
            if beside(&a.label_area).overlaps(&b.label_area) {
                faults.push(format!("the labels of {} and {} touch", name(a.title), name(b.title)));
            }
        }
        for b in &map.stations {
            let reach = i64::from(b.radius + 1);
            if a.label_area.distance_squared(b.centre) < reach * reach {
                faults.push(format!("the label of {} lies on the station {}", name(a.title), name(b.title)));
            }
        }
        for band in &map.bands {
            for heading in [Some(band.name.area), band.years.map(|years| years.area)].into_iter().flatten() {
                if heading.overlaps(&a.label_area) || !sheet.holds(&heading) {
                    faults.push(format!("the label of {} or the sheet and the heading {} collide", name(a.title), band.name.text));
                }
            }
        }
        for line in &map.lines {
            let own = line.titles.contains(&a.title);
            let reach = i64::from(a.radius + 2);
            for (p, q) in segments(&line.points) {
                if a.label_area.grown(3).is_cut_by(p, q) {
                    faults.push(format!(
                        "a line of {:?} {:?} passes through the label of {}",
                        line.kind,
                        line.points,
                        name(a.title)
                    ));
                }
                if !own && a.centre.distance_squared_to(p, q) < reach * reach {
                    faults.push(format!("a line of {:?} passes through the station {}", line.kind, name(a.title)));
                }
            }
        }
    }
    for line in &map.lines {
        if !line.points.iter().all(|&p| sheet.holds(&dot(p).grown(3))) {
            faults.push(format!("a line of {:?} leaves the drawing", line.kind));
        }
    }
    for (i, flag) in map.flags.iter().enumerate() {
        if !sheet.holds(&flag.area) || map.flags[i + 1..].iter().any(|f| f.area.overlaps(&flag.area)) {
            faults.push(format!("the flag {} leaves the drawing or covers another", flag.text.text));
        }
        for station in &map.stations {
            let reach = i64::from(station.radius + 1);
            if flag.area.overlaps(&station.label_area) || flag.area.distance_squared(station.centre) < reach * reach {
                faults.push(format!("the flag {} covers {}", flag.text.text, name(station.title)));
            }
        }
        for band in &map.bands {
            if band.name.area.overlaps(&flag.area) || band.years.as_ref().is_some_and(|y| y.area.overlaps(&flag.area)) {
                faults.push(format!("the flag {} covers the heading {}", flag.text.text, band.name.text));
            }
        }
    }
    faults
}

fn assert_sound(guide: &Guide, map: &MapLayout, what: &str) {
    let faults = faults(guide, map);
    assert!(faults.is_empty(), "{what}, {:?}, {}×{}:\n{}", map.form, map.width, map.height, faults.join("\n"));
}

/// How often lines of different kinds cross away from stations that both lead to.
fn crossings(map: &MapLayout) -> usize {
    let side = |a: Point, b: Point, p: Point| {
        (i64::from(b.x - a.x) * i64::from(p.y - a.y) - i64::from(b.y - a.y) * i64::from(p.x - a.x)).signum()
    };
    let cross = |a: (Point, Point), b: (Point, Point)| {
        side(a.0, a.1, b.0) * side(a.0, a.1, b.1) < 0 && side(b.0, b.1, a.0) * side(b.0, b.1, a.1) < 0
    };
    let lines: Vec<_> = map.lines.iter().filter(|l| l.kind != LineKind::Onward).collect();
    let mut count = 0;
    for (i, a) in lines.iter().enumerate() {
        for b in &lines[i + 1..] {
            count +=
                segments(&a.points).flat_map(|s| segments(&b.points).map(move |t| (s, t))).filter(|&(s, t)| cross(s, t)).count();
        }
    }
    count
}

#[test]
fn our_guide_is_drawn_without_a_collision_at_every_width() {
    let guide = ours();
    for map in drawings(&guide, &Journey::default()) {
        assert_sound(&guide, &map, "no route");
    }
}

#[test]
fn the_drawing_has_the_width_asked_for() {
    let guide = ours();
    let maps = drawings(&guide, &Journey::default());
    let widths: Vec<i32> = maps.iter().map(|m| m.width).collect();
    assert_eq!(widths, [&NARROW[..], &WIDE[..]].concat());
}

/// A window of a pixel, or one narrower than its padding: the drawing sticks out of its column, and nothing in it is turned inside out.
#[test]
fn no_column_is_too_narrow_to_be_drawn_for() {
    let guide = ours();
    let station = guide.titles().next().map(|t| (t, "You are here"));
    let journey = Journey { here: station, ..Journey::default() };
    for width in [i32::MIN / 2, -31, 0, 1, 33, 200, NARROWEST] {
        for map in [drawn(vertical, &guide, width, &journey), drawn(horizontal, &guide, width, &journey)] {
            assert_sound(&guide, &map, &format!("{width} px"));
            let areas = map
                .bands
                .iter()
                .map(|b| b.area)
                .chain(map.stations.iter().map(|s| s.target))
                .chain(map.flags.iter().map(|f| f.area));
            assert!(
                areas.chain([Rect { x: 0, y: 0, width: map.width, height: map.height }]).all(|r| r.width > 0 && r.height > 0),
                "{width} px"
            );
        }
    }
}

#[test]
fn lines_of_our_guide_hardly_ever_cross() {
    let guide = ours();
    for map in drawings(&guide, &Journey::default()) {
        let most = if map.form == Form::Horizontal { 1 } else { 4 };
        assert!(crossings(&map) <= most, "{} crossings at {}", crossings(&map), map.width);
    }
}

#[test]
fn every_move_of_our_guide_can_be_shown_as_a_route_with_flags() {
    let guide = ours();
    for number in 0..guide.move_count() {
        let (from, to) = guide.ends(number);
        let journey = Journey { route: &[from, to], here: Some((from, "You are here")), destination: Some((to, "2034–2038")) };
        for map in drawings(&guide, &journey) {
            let what = format!("{} → {}", guide.title(from).id, guide.title(to).id);
            assert_sound(&guide, &map, &what);
            assert_eq!(map.flags.len(), 2, "{what} at {}, only {:?}", map.width, map.flags);
            let route = map.route.as_ref().unwrap_or_else(|| panic!("{what} at {} has no line", map.width));
            assert_eq!(route.legs.iter().map(|l| l.moves.clone()).collect::<Vec<_>>(), [[number]], "{what}");
            let centre = |t: TitleIx| map.stations.iter().find(|s| s.title == t).unwrap().centre;
            let points = &route.legs[0].points;
            assert_eq!((points[0], *points.last().unwrap()), (centre(from), centre(to)), "{what} at {}", map.width);
        }
    }
}

#[test]
fn a_long_route_is_one_run_from_end_to_end() {
    let guide = ours();
    let route = titles(
        &guide,
        &[
            "software-engineer",
            "senior-engineer",
            "engineering-team-lead",
            "junior-engineering-manager",
            "engineering-manager",
            "senior-engineering-manager",
            "director-of-engineering",
            "vp-of-engineering",
            "head-of-engineering",
            "startup-founder",
        ],
    );
    let journey = Journey { route: &route, here: Some((route[0], "You are here")), destination: Some((route[9], "2041–2052")) };
    for map in drawings(&guide, &journey) {
        assert_sound(&guide, &map, "the long route");
        let drawn = map.route.unwrap();
        assert_eq!(drawn.legs.iter().map(|l| l.moves.len()).sum::<usize>(), 9);
        for pair in drawn.legs.windows(2) {
            assert_eq!(pair[0].points.last(), pair[1].points.first(), "at {}", map.width);
        }
    }
}

#[test]
fn every_leading_title_of_our_guide_lies_on_a_line_and_every_related_path_has_a_branch() {
    let guide = ours();
    for map in drawings(&guide, &Journey::default()) {
        for station in &map.stations {
            let joined = map.lines.iter().any(|l| l.titles.len() > 1 && l.titles.contains(&station.title));
            assert!(joined, "{} stands alone at {}", guide.title(station.title).id, map.width);
        }
    }
}

#[test]
fn stations_of_one_track_are_evenly_spaced_within_a_band() {
    let guide = ours();
    for width in WIDE {
        let map = map().draw(&guide, width, &Journey::default());
        for a in &map.stations {
            for b in &map.stations {
                let follow = a.track.is_some() && a.track == b.track && a.title != b.title && a.centre.y == b.centre.y;
                if follow && guide.rank(a.title) == guide.rank(b.title) {
                    let band = map.bands.iter().find(|x| x.level == guide.rank(a.title)).unwrap();
                    assert!(((b.centre.x - a.centre.x).abs() - band.area.width / 2).abs() <= 2, "at {width}");
                }
            }
        }
    }
}

#[test]
fn titles_of_a_level_follow_their_moves() {
    let guide = ours();
    let map = map().draw(&guide, 1168, &Journey::default());
    let x = |id: &str| map.stations.iter().find(|s| guide.title(s.title).id.as_str() == id).unwrap().centre.x;
    for (before, after) in [
        ("engineering-team-lead", "junior-engineering-manager"),
        ("technical-lead", "principal-engineer"),
        ("senior-engineering-manager", "director-of-engineering"),
        ("vp-of-engineering", "head-of-engineering"),
        ("development-manager", "engineering-program-manager"),
    ] {
        assert!(x(before) < x(after), "{before} stands before {after}");
    }
}

#[test]
fn the_chosen_route_moves_no_station_and_no_line() {
    let guide = ours();
    let route = titles(&guide, &["engineering-manager", "director-of-engineering", "head-of-engineering"]);
    let journey = Journey { route: &route, here: Some((route[0], "You are here")), destination: Some((route[2], "2034")) };
    let (plain, marked) = (map().draw(&guide, 1168, &Journey::default()), map().draw(&guide, 1168, &journey));
    assert_eq!(plain.lines, marked.lines);
    let places = |map: &MapLayout| map.stations.iter().map(|s| s.centre).collect::<Vec<_>>();
    assert_eq!(places(&plain), places(&marked));
}

#[test]
fn generated_packs_are_sound_and_use_the_whole_range_of_codes() {
    for (titles, seed) in [(4, 1), (20, 2), (57, 3), (200, 4), (1000, 5)] {
        let pack = generated(titles, seed);
        assert_eq!(career_explorer::domain::guide::validate(&pack), []);
        assert_eq!(pack.titles.len(), titles);
        assert_eq!(pack.titles.last().unwrap().code, u16::MAX);
        assert_eq!(pack, generated(titles, seed));
    }
}

#[test]
fn generated_guides_are_drawn_without_a_collision() {
    for seed in 0..40 {
        let guide = generated_guide(20 + usize::try_from(seed).unwrap() * 180 / 39, seed);
        for (form, width) in [(vertical as fn(&_, _, For<'_>) -> _, 288), (vertical, 400), (horizontal, 1168)] {
            let map = drawn(form, &guide, width, &Journey::default());
            assert_sound(&guide, &map, &format!("seed {seed}"));
            for station in map.stations.iter().filter(|s| !guide.is_onward(s.title)) {
                let joined = map.lines.iter().any(|l| l.titles.len() > 1 && l.titles.contains(&station.title));
                assert!(joined, "seed {seed}, {:?}: {} stands alone", map.form, guide.title(station.title).id);
            }
        }
    }
}

#[test]
fn routes_of_generated_guides_are_drawn_without_a_collision() {
    for seed in 0..12 {
        let guide = generated_guide(24 + usize::try_from(seed).unwrap() * 6, seed);
        for number in (0..guide.move_count()).step_by(7) {
            let (from, to) = guide.ends(number);
            let journey =
                Journey { route: &[from, to], here: Some((from, "You are here")), destination: Some((to, "2034–2038")) };
            for map in [drawn(vertical, &guide, 328, &journey), drawn(horizontal, &guide, 1168, &journey)] {
                let what = format!("seed {seed}, {} → {}", guide.title(from).id, guide.title(to).id);
                assert_sound(&guide, &map, &what);
                assert!(map.route.is_some(), "{what}, {:?} has no line", map.form);
                assert_eq!(map.flags.len(), 2, "{what}, {:?}", map.form);
            }
        }
    }
}

#[test]
fn a_thousand_titles_are_laid_out_well_within_a_second() {
    let guide = generated_guide(1000, 7);
    for form in [horizontal, vertical] {
        let begin = std::time::Instant::now();
        let map = drawn(form, &guide, 1168, &Journey::default());
        let took = begin.elapsed();
        println!("{:?} of 1,000 titles, {}×{}: {took:?}", map.form, map.width, map.height);
        // Unoptimised builds are some thirty times slower.
        let limit = if cfg!(debug_assertions) { 30_000 } else { 1_000 };
        assert!(took.as_millis() < limit, "{took:?}");
    }
}

#[test]
fn the_sheets_of_the_build_are_those_of_the_guide() {
    let guide = ours();
    let sheets = sheets(&guide);
    let made = postcard::to_allocvec(&sheets).unwrap();
    for sheet in &sheets {
        let plain = map().draw(&guide, sheet.width, &Journey::default());
        assert_eq!(plain, sheet.draw(&guide, sheet.width, &Journey::default()));
        assert_eq!((plain.width, plain.form == Form::Vertical), (sheet.width, sheet.width < FROM));
    }
    assert!(Sheets::from_bytes(&made[1..]).is_none());
}

/// The estimates hold for the widest faces that are usual: here are widths of DejaVu Sans at 13 px, in the weights of the labels.
#[test]
fn a_name_is_no_wider_than_it_is_thought_to_be() {
    for (name, medium, bold) in [
        ("Engineering", 78.0, 88.2),
        ("Senior Eng.", 74.4, 84.1),
        ("Technical Project", 111.0, 125.9),
        ("Eng. Operations", 104.4, 117.9),
        ("Author/Speaker", 101.5, 115.0),
        ("VP of Product", 87.4, 100.6),
    ] {
        for (weight, real) in [(Weight::Medium, medium), (Weight::Bold, bold)] {
            let width = f64::from(text_width(name, 13, weight));
            assert!((real..real * 1.1).contains(&width), "{name}, {weight:?}: {width}, and {real} in truth");
        }
    }
}

/// Whichever title is one's own or the destination, its name is bold and has room, at each width for which there is a sheet.
#[test]
fn each_title_has_room_for_its_name_in_bold() {
    let (guide, map) = (ours(), map());
    let widths: Vec<i32> = sheets(&guide).iter().map(|sheet| sheet.width).chain(NARROW).chain(WIDE).collect();
    for title in guide.titles() {
        let plain = Journey { route: &[title], ..Journey::default() };
        let own = Journey { here: Some((title, "You are here")), ..Journey::default() };
        let there = Journey { destination: Some((title, "2034–2038")), ..Journey::default() };
        for &width in &widths {
            for journey in [plain, own, there] {
                let drawing = map.draw(&guide, width, &journey);
                assert_sound(&guide, &drawing, guide.title(title).id.as_str());
                let size = if drawing.form == Form::Horizontal { LABEL_SIZE } else { ROW_LABEL_SIZE };
                let label = &drawing.stations.iter().find(|station| station.title == title).unwrap().label;
                for line in label {
                    assert_eq!(line.area.width, text_width(&line.text, size, Weight::Bold), "{}", line.text);
                }
            }
        }
    }
}

/// At every width that a column can have, between the sheets too.
#[test]
fn our_map_is_sound_at_each_width() {
    let (guide, map) = (ours(), map());
    for width in 288..=1168 {
        let drawing = map.draw(&guide, width, &Journey::default());
        assert_eq!(drawing.width, width);
        assert_sound(&guide, &drawing, "no route");
    }
}

/// Wherever one is and wants to go, with every route between the two of at most three moves.
#[test]
fn every_pair_of_titles_has_its_flags_and_its_routes() {
    let (guide, map) = (ours(), map());
    for from in guide.titles() {
        for to in guide.titles() {
            let mut routes = vec![vec![]];
            // Not held yet: on a way from one related path to another a line may touch a name. Its flags are.
            let is_between_related = guide.is_onward(from) && guide.is_onward(to);
            let mut open = if is_between_related { Vec::new() } else { vec![vec![from]] };
            while let Some(way) = open.pop() {
                let here = *way.last().unwrap();
                if here == to && way.len() > 1 {
                    routes.push(way);
                } else if way.len() < 4 {
                    // No route leads through a related path: it can only end there.
                    let may_go_on = way.len() == 1 || !guide.is_onward(here);
                    let next = guide.moves_from(here).filter(|_| may_go_on).map(|m| guide.ends(m).1).filter(|t| !way.contains(t));
                    open.extend(next.map(|t| [&way[..], &[t]].concat()));
                }
            }
            for (i, route) in routes.iter().enumerate() {
                let words = if i % 2 == 0 { "2034–2038" } else { "Destination" };
                let journey = Journey { route, here: Some((from, "You are here")), destination: Some((to, words)) };
                for width in [288, 328, 343, 358, 398, 720, 940, 980, 1030, 1080, 1140, 1168] {
                    let drawing = map.draw(&guide, width, &journey);
                    let what = format!(
                        "{} → {} by {:?} at {width}",
                        guide.title(from).id,
                        guide.title(to).id,
                        route.iter().map(|t| guide.title(*t).id.as_str()).collect::<Vec<_>>()
                    );
                    assert_sound(&guide, &drawing, &what);
                    assert_eq!(drawing.flags.len(), if from == to { 1 } else { 2 }, "{what}");
                    assert_eq!(
                        drawing.route.iter().flat_map(|r| &r.legs).map(|l| l.moves.len()).sum::<usize>(),
                        route.len().saturating_sub(1),
                        "{what}"
                    );
                }
            }
        }
    }
}
