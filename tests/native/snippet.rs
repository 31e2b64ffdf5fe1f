//! The snippets that embed the app in another site: what is set stands in them, as a value and nothing else.

use career_explorer::domain::snippet::{Settings, address, element, frame};
use proptest::prelude::*;

const FOLDER: &str = "https://example.org/career/";

fn settings(pairs: &[(&'static str, &str)]) -> Vec<(&'static str, String)> {
    pairs.iter().map(|(name, value)| (*name, (*value).to_owned())).collect()
}

#[test]
fn settings_without_a_value_are_left_out() {
    let settings = settings(&[("from", "tech-lead"), ("years", ""), ("page", "gaps")]);
    let script = "<script src=\"https://example.org/career/embed.js\" async></script>\n";
    assert_eq!(element(FOLDER, &settings), format!("{script}<career-explorer from=\"tech-lead\" page=\"gaps\"></career-explorer>"));
    assert_eq!(address(FOLDER, &settings), "https://example.org/career/?embed=1&from=tech-lead#/gaps");
    assert_eq!(element(FOLDER, &[]), format!("{script}<career-explorer></career-explorer>"));
    assert_eq!(address(FOLDER, &[]), "https://example.org/career/?embed=1");
}

#[test]
fn what_a_person_types_stays_a_value() {
    let settings = settings(&[("heading", "\"><script>&\u{e9}"), ("accent", "#b3261e")]);
    assert!(element(FOLDER, &settings).contains("heading=\"&quot;>&lt;script>&amp;\u{e9}\" accent=\"#b3261e\""));
    let text = frame(FOLDER, &settings);
    assert!(text.contains("?embed=1&amp;accent=%23b3261e&amp;heading=%22%3E%3Cscript%3E%26%C3%A9\""), "{text}");
    assert!(text.contains("title=\"&quot;>&lt;script>&amp;\u{e9}\""), "{text}");
}

#[test]
fn a_frame_has_a_height_of_its_own() {
    for (height, expected) in [("auto", "640"), ("", "640"), ("500", "500")] {
        let text = frame(FOLDER, &settings(&[("height", height)]));
        assert!(text.contains(&format!("height=\"{expected}\"")), "{text}");
    }
}

/// What the browser makes of an attribute in double quotes.
fn unescape(text: &str) -> String {
    text.replace("&lt;", "<").replace("&quot;", "\"").replace("&amp;", "&")
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_heading_comes_back_from_the_element(heading in "\\PC{1,40}") {
        let text = element(FOLDER, &settings(&[("heading", &heading)]));
        let value = text.split_once("heading=\"").and_then(|(_, rest)| rest.split_once('"')).map(|(value, _)| value);
        prop_assert_eq!(value.map(unescape), Some(heading));
        prop_assert_eq!(text.matches('<').count(), 4, "{}", text);
    }

    #[test]
    fn any_heading_comes_back_from_the_address(heading in "\\PC{1,40}") {
        let settings: &Settings = &settings(&[("heading", &heading), ("page", "gaps")]);
        let address = address(FOLDER, settings);
        let value = address.split_once("&heading=").and_then(|(_, rest)| rest.split_once('#')).map(|(value, _)| value);
        prop_assert!(value.is_some_and(|v| v.bytes().all(|b| b.is_ascii_alphanumeric() || b"%-_.~".contains(&b))), "{}", address);
        let decoded = value.map(|v| percent_encoding::percent_decode_str(v).decode_utf8_lossy().into_owned());
        prop_assert_eq!(decoded, Some(heading));
    }
}
