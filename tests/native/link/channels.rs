//! What channels do to links, and what is made of it.

use super::{GUIDE, shared, sound, typical};
use career_explorer::domain::link::{
    Kind, LinkError, MAX_PAYLOAD, MAX_TEXT, RateRequest, Shared, SharedPlan, decode, encode, find, open,
};
use career_explorer::domain::plan::Pace;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use proptest::prelude::*;

const SITE: &str = "https://example.org/careers/";

fn percent(text: &str) -> String {
    utf8_percent_encode(text, NON_ALPHANUMERIC).to_string()
}

/// A payload with `-` and `_` in it, which channels treat in ways of their own.
fn payload() -> String {
    let paces = (25..=400).map(|effort_percent| Pace { effort_percent, ..Pace::default() });
    let payloads = paces.map(|pace| encode(&Shared::Plan(SharedPlan { pace, ..typical() }), &GUIDE));
    let mut payloads = payloads.filter(|payload| payload.contains('-') && payload.contains('_'));
    payloads.next().unwrap()
}

/// A text with something put in after every `every` characters.
fn broken(text: &str, every: usize, by: &str) -> String {
    let parts: Vec<&str> = text.as_bytes().chunks(every).map(|part| std::str::from_utf8(part).unwrap()).collect();
    parts.join(by)
}

#[test]
fn damage_that_needs_no_guessing_is_taken_back() {
    let payload = payload();
    let link = format!("{SITE}#/shared/{payload}");
    let once = percent(&link);
    let twice = percent(&once);
    let (head, tail) = link.split_at(link.len() - 20);
    for text in [
        payload.clone(),
        format!("  {payload}\n"),
        format!("/shared/{payload}"),
        format!("#/shared/{payload}"),
        link.clone(),
        format!("{SITE}?embed=1&theme=dark#/shared/{payload}"),
        // Line breaks and spaces.
        format!("{head}\n{tail}"),
        format!("{head}\r\n{tail}"),
        format!("{head} {tail}"),
        format!("{head}\u{a0}{tail}"),
        format!("> {head}\n> {tail}\n> Regards"),
        format!("{head}=\r\n{tail}"),
        broken(&link, 30, "\n"),
        broken(&link, 1, " "),
        format!("{SITE}#/sha\nred/{payload}"),
        format!("{SITE}#/shared/ {payload}"),
        // Invisible characters.
        broken(&link, 10, "\u{200B}"),
        broken(&link, 7, "\u{AD}"),
        format!("\u{FEFF}\u{202A}{link}\u{202C}"),
        format!("{head}%E2%80%8B{tail}"),
        // Percent-encoding.
        once.clone(),
        twice.clone(),
        percent(&twice),
        format!("{SITE}#%2Fshared%2F{payload}"),
        format!("{SITE}%23/shared/{}", payload.replace('_', "%5F").replace('-', "%2d")),
        format!("{head}%0D%0A{tail}"),
        // Stuck on behind.
        format!("{link}."),
        format!("{link}, and more"),
        format!("({link})"),
        format!("[my plan]({link})"),
        format!("<{link}>"),
        format!("“{link}”"),
        format!("<a href=\"{link}\">my plan</a>"),
        format!("_{link}_"),
        format!("*{link}*"),
        format!("{link}/"),
        format!("{link}…"),
        format!("{link}Thanks"),
        link.replace('_', "\\_"),
        // Tracking parameters.
        format!("{link}?utm_source=chat&utm_medium=x"),
        format!("{link}&fbclid=IwAR0"),
        format!("{link}%3Futm_source%3Dchat"),
        format!("{link}#:~:text=plan"),
        // Redirectors.
        format!("https://redirect.example/?url={once}&data=05%7C02&reserved=0"),
        format!("https://redirect.example/l.php?u={once}&h=AT0"),
        format!("https://outer.example/?to={}", percent(&format!("https://redirect.example/?url={once}&x=1"))),
        // Text around, and a second link.
        format!("Here is my plan: {link} – what do you think?\nBest, S."),
        format!("{link}\n{SITE}#/rate/{payload}"),
        format!("100 % sure, 50% done: {link}"),
        format!("{}{link}", "word ".repeat(1_600)),
    ] {
        assert_eq!(find(&text), Ok((Kind::Plan, payload.clone())), "{text}");
    }
}

#[test]
fn damage_that_would_need_guessing_is_named() {
    let payload = payload();
    let link = format!("{SITE}#/shared/{payload}");
    let (head, tail) = link.split_at(link.len() - 20);
    for (text, error) in [
        ("", LinkError::NotOurs),
        ("hello", LinkError::NotOurs),
        ("word", LinkError::NotOurs),
        (SITE, LinkError::NotOurs),
        ("https://example.org/#/map/head-of-engineering", LinkError::NotOurs),
        ("#/shared/", LinkError::Truncated),
        ("#/shared/nothing-of-ours", LinkError::NotOurs),
        (&link[..link.len() - 1], LinkError::Truncated),
        (&format!("{}…", &link[..link.len() - 9]), LinkError::Truncated),
        (&format!("{} thanks", &link[..link.len() - 9]), LinkError::Truncated),
        (&format!("{head}{}", tail.to_lowercase()), LinkError::Altered),
        (&link.replace('-', "–"), LinkError::Truncated),
        (&payload[..payload.len() - 1], LinkError::NotOurs),
        (&format!("#/shared/{payload}{}", "A".repeat(MAX_PAYLOAD)).replacen('w', "x", 1), LinkError::TooLong),
        (&" ".repeat(MAX_TEXT + 1), LinkError::TooLong),
    ] {
        assert_eq!(open(text, &GUIDE), Err(error), "{text}");
    }
}

#[test]
fn the_kind_is_that_of_the_address_and_the_first_link_counts() {
    let request = Shared::Request(RateRequest { from: None, to: Some("head-of-engineering".into()) });
    let payload = encode(&request, &GUIDE);
    for kind in Kind::ALL {
        let text = format!("{SITE}{}{payload} {SITE}#/shared/x", kind.address());
        assert_eq!(find(&text), Ok((kind, payload.clone())));
        assert_eq!(open(&text, &GUIDE), sound(request.clone()));
    }
    assert_eq!(find(&payload), Ok((Kind::Request, payload)));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gets_an_answer(before in "\\PC{0,30}", link in "(#/(shared|rate|rated)/)?w[A-Za-z0-9_%>= -]{0,60}", after in "\\PC{0,30}") {
        let text = format!("{before}{link}{after}");
        let _ = (find(&text), open(&text, &GUIDE));
    }

    /// Whatever stands around a whole link and breaks it, it is found, or something is said to be wrong: it never becomes another.
    #[test]
    fn a_link_in_any_company_is_itself(value in shared(), before in "[^#/]{0,20}", breaks in "[ \n\u{200B}>]{0,3}", after in "\\PC{0,20}", at in 0..100usize) {
        let payload = encode(&value, &GUIDE);
        let (head, tail) = payload.split_at(at % payload.len());
        let text = format!("{before}{SITE}{}{head}{breaks}{tail}{after}", value.kind().address());
        // Letters and a percent sign that come to stand together may make a character of their own.
        prop_assume!(!text.contains('%'));
        prop_assert_eq!(find(&text), Ok((value.kind(), payload)));
        prop_assert_eq!(open(&text, &GUIDE), sound(value));
    }
}

#[test]
fn decoding_alone_repairs_nothing() {
    let payload = payload();
    for text in [format!(" {payload}"), format!("{payload}\n"), format!("{payload}."), format!("{payload}=")] {
        assert!(decode(&text, &GUIDE).is_err(), "{text}");
    }
}
