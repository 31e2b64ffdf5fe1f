//! Tests that need a browser: the core where it has half the pointer width and another allocator, and the drawing of elements.
//! What the app does with them is for the browser suite.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used)]

use career_explorer::content;
use career_explorer::dom::{El, mount};
use career_explorer::domain::analysis::Analysis;
use career_explorer::domain::guide::{Guide, Proficiency};
use career_explorer::domain::link::{encode, open};
use career_explorer::domain::plan::Plan;
use career_explorer::domain::store::{Ledger, PackRef, read_slot};
use career_explorer::map::drawing::{self, node};
use career_explorer::map::shapes::Journey;
use career_explorer::ui::words;
use shelf::Shelf;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

mod dom;
#[path = "../support/shelf.rs"]
mod shelf;

wasm_bindgen_test_configure!(run_in_browser);

fn guide() -> Guide {
    content::guide().expect("the embedded guide")
}

fn plan(guide: &Guide, level: u8) -> Plan {
    let level = Proficiency::new(level).unwrap();
    Plan {
        from: Some("engineering-manager".into()),
        to: Some("head-of-engineering".into()),
        years: Some(7),
        ratings: guide.skills().map(|skill| (guide.skill(skill).id.clone(), level)).collect(),
        ..Plan::default()
    }
}

#[wasm_bindgen_test]
fn both_embedded_packs_read() {
    assert_eq!(content::titles().expect("the titles"), guide().pack().title_groups());
}

/// With level 5 everywhere nothing is missing; with 0 everything is.
#[wasm_bindgen_test]
fn readiness_has_its_ends() {
    let guide = guide();
    for (level, figure, is_ready) in [(5, "100\u{a0}%", true), (0, "0\u{a0}%", false)] {
        let analysis = Analysis::of(&guide, &plan(&guide, level));
        let aim = analysis.stage.aim().expect("a destination");
        assert_eq!(words::figures::readiness(aim.readiness), figure);
        assert_eq!(aim.smallest_set(&guide).is_empty(), is_ready);
        assert!(analysis.travel(&guide).is_some());
    }
}

#[wasm_bindgen_test]
fn every_link_that_was_given_out_opens_and_is_written_the_same() {
    let guide = guide();
    let lines = include_str!("../fixtures/links-v1.txt").lines().filter_map(|line| line.split_once(" = "));
    let mut count = 0;
    for (link, _) in lines {
        let decoded = open(link, &guide).unwrap_or_else(|error| panic!("{link}: {error:?}"));
        assert_eq!(format!("{}{}", decoded.value.kind().address(), encode(&decoded.value, &guide)), link);
        count += 1;
    }
    assert!(count >= 25);
}

#[wasm_bindgen_test]
fn slots_are_read_and_written() {
    let guide = guide();
    let frozen = read_slot(include_str!("../fixtures/slot-v1.txt")).expect("the frozen slot");
    assert_eq!(frozen.seq, 41);
    let (plan, mut storage) = (plan(&guide, 3), Shelf::default());
    let saved = Ledger::new("a", PackRef::of(&guide), &Plan::default()).save(&mut storage, &plan).saved;
    assert!(saved.expect("it is saved").is_some());
    let outcome = Ledger::new("b", PackRef::of(&guide), &Plan::default()).look(&mut storage, &Plan::default());
    assert_eq!(outcome.plan, Some(plan));
}

/// The elements in the document are those that were drawn, in their namespaces.
#[wasm_bindgen_test]
fn drawings_become_elements() {
    let guide = guide();
    let document = web_sys::window().and_then(|window| window.document()).expect("a document");
    let sheets = content::map().expect("the map");
    for width in [288, 1168] {
        let map = sheets.draw(&guide, width, &Journey::default());
        mount(vec![El::of(&node("div").attr("id", "drawn").add(drawing::map(&guide, &map, &words::map::WORDS)))]);
        let drawn = document.get_element_by_id("drawn").expect("the drawing");
        let svg = drawn.first_element_child().expect("an element in it");
        for element in [svg.clone(), svg.last_element_child().expect("an element in that")] {
            assert_eq!(element.namespace_uri().as_deref(), Some("http://www.w3.org/2000/svg"));
        }
        let html = svg.outer_html();
        assert_eq!(html.matches("<a href=\"#/map/").count(), map.stations.len());
        assert_eq!(html.matches("<circle ").count(), map.stations.len());
        drawn.remove();
    }
}
