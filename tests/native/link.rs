//! The payload of links: round trips, sizes, damage, other guides and newer versions, and repairs.
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "link/channels.rs"]
mod channels;
#[path = "link/frozen.rs"]
mod frozen;
mod support;

use career_explorer::domain::guide::{Guide, Proficiency};
use career_explorer::domain::link::{Decoded, Kind, LinkError, RateRequest, RatedReply, Shared, SharedPlan, Warning};
use career_explorer::domain::link::{MAX_PAYLOAD, decode, encode};
use career_explorer::domain::plan::{MAX_YEARS, Pace, Plan};
use proptest::prelude::*;
use std::sync::LazyLock;
use support::{GOALS, SKILLS, TITLES};

static GUIDE: LazyLock<Guide> = LazyLock::new(support::guide);

fn level(number: u8) -> Proficiency {
    Proficiency::new(number).unwrap()
}

fn typical() -> SharedPlan {
    SharedPlan {
        from: Some("senior-engineer".into()),
        to: Some("head-of-engineering".into()),
        years: Some(7),
        ratings: SKILLS.iter().enumerate().map(|(i, &id)| (id.into(), level((i * 7 % 6) as u8))).collect(),
        goals: ["goal-2".into(), "goal-11".into(), "goal-20".into()].into(),
        ..SharedPlan::default()
    }
}

/// Any plan that a link can carry.
fn shared_plan() -> impl Strategy<Value = SharedPlan> {
    let title = || 0..TITLES.len();
    let ratings = proptest::collection::btree_map(0..SKILLS.len(), 0..6u8, 0..=SKILLS.len());
    let goals = proptest::collection::btree_set(1..=GOALS, 0..6);
    let pace = (1..=Pace::MAX_HOURS, Pace::MIN_EFFORT..=Pace::MAX_EFFORT);
    let route = Just((0..TITLES.len()).collect::<Vec<_>>()).prop_shuffle().prop_flat_map(|all| (Just(all), 2..10usize));
    (
        proptest::option::of(title()),
        proptest::option::of(title()),
        proptest::option::of((0..=MAX_YEARS).prop_flat_map(|years| (Just(years), proptest::option::of(0..=years)))),
        ratings,
        goals,
        proptest::option::of(pace),
        proptest::option::of(route),
    )
        .prop_map(|(from, to, years, ratings, goals, pace, route)| {
            let route: Vec<usize> = route.map(|(all, len)| all[..len].to_vec()).unwrap_or_default();
            let from = route.first().copied().or(from);
            let to = route.last().copied().or(to);
            let since = years.and_then(|(_, since)| since).filter(|_| from.is_some());
            SharedPlan {
                from: from.map(|i| TITLES[i].into()),
                to: to.map(|i| TITLES[i].into()),
                years: years.map(|(years, _)| years),
                since,
                ratings: ratings.into_iter().map(|(i, number)| (SKILLS[i].into(), level(number))).collect(),
                goals: goals.into_iter().map(|code| format!("goal-{code}").as_str().into()).collect(),
                pace: pace.map_or(Pace::default(), |(hours_per_week, effort_percent)| Pace {
                    hours_per_week,
                    effort_percent,
                    ..Pace::default()
                }),
                route: route.into_iter().map(|i| TITLES[i].into()).collect(),
            }
        })
}

fn shared() -> impl Strategy<Value = Shared> {
    (shared_plan(), 0..3).prop_map(|(plan, kind)| match kind {
        0 => Shared::Plan(plan),
        1 => Shared::Request(RateRequest { from: plan.from, to: plan.to }),
        _ => Shared::Reply(RatedReply { from: plan.from, to: plan.to, ratings: plan.ratings }),
    })
}

fn sound(value: Shared) -> Result<Decoded, LinkError> {
    Ok(Decoded { value, warnings: Vec::new() })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read(value in shared()) {
        let payload = encode(&value, &GUIDE);
        prop_assert_eq!(decode(&payload, &GUIDE), sound(value.clone()));
        prop_assert!(payload.ends_with(|c: char| c.is_ascii_alphanumeric()), "{}", payload);
        prop_assert!(payload.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_'));
        if let Shared::Plan(plan) = value {
            prop_assert_eq!(SharedPlan::of(&plan.to_plan(), &GUIDE), plan);
        }
    }

    #[test]
    fn what_is_read_is_the_one_way_to_write_it(payload in "[w-z][A-P]EF?[A-Za-z0-9_-]{7,60}") {
        if let Ok(decoded) = decode(&payload, &GUIDE) {
            prop_assert!(!decoded.warnings.is_empty() || encode(&decoded.value, &GUIDE) == payload);
        }
    }

    #[test]
    fn any_text_gets_an_answer(text in "\\PC{0,80}") {
        let _ = decode(&text, &GUIDE);
    }

    #[test]
    fn a_cut_link_is_truncated(value in shared(), cut in 1..200usize) {
        let payload = encode(&value, &GUIDE);
        let rest = &payload[..payload.len().saturating_sub(cut)];
        prop_assert_eq!(decode(rest, &GUIDE), Err(LinkError::Truncated));
    }

    #[test]
    fn a_link_with_one_wrong_character_is_never_read(value in shared(), place in 0..1000usize, symbol in "[A-Za-z0-9_-]") {
        let payload = encode(&value, &GUIDE);
        let place = place % payload.len();
        prop_assume!(payload[place..=place] != symbol);
        let wrong = format!("{}{symbol}{}", &payload[..place], &payload[place + 1..]);
        prop_assert!(decode(&wrong, &GUIDE).is_err());
    }
}

#[test]
fn a_typical_payload_is_short() {
    let RatedReply { from, to, ratings } = RatedReply { from: typical().from, to: typical().to, ratings: typical().ratings };
    let request = Shared::Request(RateRequest { from: from.clone(), to: to.clone() });
    let reply = Shared::Reply(RatedReply { from, to, ratings });
    for (value, characters) in
        [(Shared::Plan(typical()), 47), (request, 19), (reply, 38), (Shared::Plan(SharedPlan::default()), 11)]
    {
        assert_eq!(encode(&value, &GUIDE).len(), characters, "{value:?}");
    }
}

#[test]
fn the_largest_link_fits_into_a_thousand_characters() {
    let names: Vec<String> = (0..1_000).map(|i| format!("n{i}")).collect();
    let skills: Vec<_> = (1..).zip(names.iter().map(String::as_str)).collect();
    let titles: Vec<_> = (65_000..).zip(names[..40].iter().map(String::as_str)).collect();
    let guide = Guide::new(support::pack(u16::MAX, &skills, &titles, 512)).unwrap();
    let plan = SharedPlan {
        from: Some("n0".into()),
        to: Some("n31".into()),
        years: Some(MAX_YEARS),
        since: Some(MAX_YEARS),
        ratings: names.iter().map(|id| (id.as_str().into(), Proficiency::MAX)).collect(),
        goals: (1..=512).map(|code| format!("goal-{code}").as_str().into()).collect(),
        pace: Pace { hours_per_week: 40, effort_percent: 400, ..Pace::default() },
        route: names[..32].iter().map(|id| id.as_str().into()).collect(),
    };
    let payload = encode(&Shared::Plan(plan.clone()), &guide);
    // So that 242 characters are left for the address before it.
    assert_eq!(payload.len(), 758);
    assert_eq!(decode(&payload, &guide), sound(Shared::Plan(plan)));
}

#[test]
fn what_a_link_cannot_carry_is_left_out_of_it() {
    let plan = Plan {
        from: Some("gone".into()),
        years: Some(200),
        since: Some(150),
        ratings: [("gone".into(), level(1)), ("leadership".into(), level(5))].into(),
        evidence: [("leadership".into(), "private".to_owned())].into(),
        goals: ["gone".into()].into(),
        route: vec!["senior-engineer".into(), "gone".into()],
        pace: Pace { hours_per_week: 0, effort_percent: 1, ..Pace::default() },
        ..Plan::default()
    };
    let shared = SharedPlan::of(&plan, &GUIDE);
    let pace = Pace { hours_per_week: 1, effort_percent: 25, ..Pace::default() };
    let expected = SharedPlan { years: Some(60), ratings: [("leadership".into(), level(5))].into(), pace, ..SharedPlan::default() };
    assert_eq!(shared, expected);
}

#[test]
fn a_route_travels_only_between_its_ends_and_without_loops() {
    let [a, b, c] = ["senior-engineer", "technical-lead", "head-of-engineering"];
    for (route, travels) in [
        (vec![a, c], true),
        (vec![a, b, c], true),
        (vec![a], false),
        (vec![a, b], false),
        (vec![b, c], false),
        (vec![a, b, b, c], false),
    ] {
        let route: Vec<_> = route.into_iter().map(Into::into).collect();
        let plan = SharedPlan { from: Some(a.into()), to: Some(c.into()), route: route.clone(), ..SharedPlan::default() };
        let Ok(Decoded { value: Shared::Plan(read), .. }) = decode(&encode(&Shared::Plan(plan), &GUIDE), &GUIDE) else { panic!() };
        assert_eq!(read.route, if travels { route } else { Vec::new() });
    }
}

#[test]
fn a_guide_that_lost_entries_says_what_it_leaves_out() {
    let mut plan = typical();
    plan.route = vec!["senior-engineer".into(), "technical-lead".into(), "head-of-engineering".into()];
    let payload = encode(&Shared::Plan(plan), &GUIDE);
    let smaller = Guide::new(support::pack(1, &[(12, "communication")], &[(9, "technical-lead")], 2)).unwrap();
    let decoded = decode(&payload, &smaller).unwrap();
    assert_eq!(decoded.warnings, [Warning::From, Warning::To, Warning::Ratings(26), Warning::Goals(2), Warning::Route]);
    let Shared::Plan(read) = decoded.value else { panic!() };
    assert_eq!((read.ratings.len(), read.goals.len(), read.years, read.from), (1, 1, Some(7), None));
    let renamed = Guide::new(support::pack(1, &[(12, "talking")], &[(3, "a"), (9, "b"), (19, "c")], 20)).unwrap();
    let Ok(Decoded { value: Shared::Plan(read), warnings }) = decode(&payload, &renamed) else { panic!() };
    assert_eq!((warnings, read.ratings[&"talking".into()], read.route.len()), (vec![Warning::Ratings(26)], level(11 * 7 % 6), 3));
}

#[test]
fn the_link_of_another_guide_names_it() {
    let other = Guide::new(support::pack(7, &[(1, "a")], &[(1, "b")], 0)).unwrap();
    let payload = encode(&Shared::Plan(SharedPlan::default()), &other);
    assert_eq!(decode(&payload, &GUIDE), Err(LinkError::OtherGuide { code: 7 }));
}

#[test]
fn too_long_is_not_read_and_foreign_is_not_ours() {
    let payload = encode(&Shared::Plan(typical()), &GUIDE);
    assert_eq!(decode(&format!("{payload}{}", "A".repeat(MAX_PAYLOAD)), &GUIDE), Err(LinkError::TooLong));
    assert_eq!(decode(&format!("{payload}A"), &GUIDE), Err(LinkError::Altered));
    for foreign in ["hello", "hello-wide-world", "Ägypten", "{\"plan\":1}"] {
        assert_eq!(decode(foreign, &GUIDE), Err(LinkError::NotOurs), "{foreign}");
    }
    assert_eq!(decode("", &GUIDE), Err(LinkError::Truncated));
}

/// A payload by the book, independent of the encoder: docs/link-format.md works it out byte by byte.
fn by_hand(kind: u8, version: u8, rest: &[u8]) -> String {
    use base64ct::{Base64UrlUnpadded, Encoding as _};
    let mut bytes = vec![0xC0 | version, kind, u8::try_from(rest.len() + 4).unwrap()];
    bytes.extend_from_slice(rest);
    if (bytes.len() + 4) % 3 == 0 {
        bytes[2] += 1;
        bytes.push(0);
    }
    let mut crc = u32::MAX;
    for &byte in &bytes {
        crc ^= u32::from(byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 };
        }
    }
    bytes.extend_from_slice(&(!crc).to_le_bytes());
    Base64UrlUnpadded::encode_string(&bytes)
}

#[test]
fn payloads_written_by_hand() {
    let years = |years| Shared::Plan(SharedPlan { years, ..SharedPlan::default() });
    assert_eq!(decode(&by_hand(1, 1, &[1]), &GUIDE), sound(years(None)));
    assert_eq!(decode(&by_hand(1, 1, &[1, 6, 1, 7]), &GUIDE), sound(years(Some(7))));
    let held = SharedPlan { from: Some("senior-engineer".into()), years: Some(7), since: Some(5), ..SharedPlan::default() };
    assert_eq!(decode(&by_hand(1, 1, &[1, 2, 1, 3, 6, 1, 7, 17, 1, 5]), &GUIDE), sound(Shared::Plan(held)));
    // The default pace was another one once, so one that is spelt out is read, whichever it is; it is written only where it is not today's.
    for pace in [Pace::default(), Pace::FIRST_DEFAULT] {
        let spelt = by_hand(1, 1, &[1, 12, 2, pace.hours_per_week, 100]);
        let plan = Shared::Plan(SharedPlan { pace, ..SharedPlan::default() });
        assert_eq!(decode(&spelt, &GUIDE), sound(plan.clone()));
        assert_eq!(encode(&plan, &GUIDE) == spelt, pace != Pace::default());
    }
    // Section 100, optional: passed over with a warning. The same, mandatory: only a newer app can say what the plan is.
    let more = decode(&by_hand(1, 1, &[1, 6, 1, 7, 201, 1, 1, 9]), &GUIDE);
    assert_eq!(more, Ok(Decoded { value: years(Some(7)), warnings: vec![Warning::More] }));
    assert_eq!(decode(&by_hand(1, 1, &[1, 6, 1, 7, 200, 1, 1, 9]), &GUIDE), Err(LinkError::NewerVersion));
    assert_eq!(decode(&by_hand(4, 1, &[1]), &GUIDE), Err(LinkError::NewerVersion));
    assert_eq!(decode(&by_hand(1, 2, &[1, 0xFF, 0xFF]), &GUIDE), Err(LinkError::NewerVersion));
    for (why, kind, rest) in [
        ("a section twice", 1, &[1u8, 6, 1, 7, 6, 1, 7][..]),
        ("sections out of order", 1, &[1, 6, 1, 7, 4, 1, 3]),
        ("a known section marked optional", 1, &[1, 7, 1, 7]),
        ("section number 0", 1, &[1, 1, 1, 7]),
        ("a section longer than the payload", 1, &[1, 6, 9, 7]),
        ("years beyond their range", 1, &[1, 6, 1, 61]),
        ("years with a byte left over", 1, &[1, 6, 2, 7, 7]),
        ("an empty section", 1, &[1, 6, 0]),
        ("a code of 0", 1, &[1, 2, 1, 0]),
        ("a code in more bytes than needed", 1, &[1, 2, 2, 0x83, 0]),
        ("a pack code in more bytes than needed", 1, &[0x81, 0]),
        ("since beyond the years", 1, &[1, 2, 1, 3, 6, 1, 7, 17, 1, 8]),
        ("since without years", 1, &[1, 2, 1, 3, 17, 1, 5]),
        ("since without a title", 1, &[1, 6, 1, 7, 17, 1, 5]),
        ("since in two bytes", 1, &[1, 2, 1, 3, 6, 1, 7, 17, 2, 5, 0]),
        ("since as a section that must be read", 1, &[1, 2, 1, 3, 6, 1, 7, 16, 1, 5]),
        ("a pace beyond its range", 1, &[1, 12, 2, 41, 100]),
        ("ratings that are none", 1, &[1, 8, 1, 0]),
        ("a rating of 7", 1, &[1, 8, 1, 0xE0]),
        ("ratings with padding that is not 0", 1, &[1, 8, 1, 0x29]),
        ("ratings with a byte too many", 1, &[1, 8, 2, 0x20, 0]),
        ("goals with a byte too many", 1, &[1, 10, 2, 1, 0]),
        ("a route without ends", 1, &[1, 14, 1, 9]),
        ("a route that passes its end", 1, &[1, 2, 1, 3, 4, 1, 19, 14, 1, 3]),
        ("a filler too many", 1, &[1, 6, 1, 7, 0, 0]),
        ("a request with a rating", 2, &[1, 8, 1, 0x20]),
        ("a reply with years", 3, &[1, 6, 1, 7]),
        ("version 0", 1, &[]),
    ] {
        let payload = by_hand(kind, u8::from(!rest.is_empty()), if rest.is_empty() { &[1] } else { rest });
        assert_eq!(decode(&payload, &GUIDE), Err(LinkError::Altered), "{why}");
    }
}

#[test]
fn kinds_have_addresses_of_their_own() {
    for kind in Kind::ALL {
        use career_explorer::domain::page::Page;
        let page = Page::parse(&format!("{}x", kind.address()));
        let of_page = match page {
            Page::Shared(_) => Kind::Plan,
            Page::Rate(_) => Kind::Request,
            Page::Rated(_) => Kind::Reply,
            _ => panic!("{page:?}"),
        };
        assert_eq!(of_page, kind);
    }
}

/// Codes are for ever: an entry of the embedded guide has the code with which links of the first release name it.
#[test]
fn the_embedded_guide_keeps_the_codes() {
    let guide = career_explorer::content::guide().unwrap();
    for (code, id) in (1..).zip(SKILLS) {
        assert_eq!(guide.skills().find(|s| guide.skill(*s).code == code), guide.skill_by_id(&id.into()), "{id}");
    }
    for (code, id) in (1..).zip(TITLES) {
        assert_eq!(guide.title_by_code(code), guide.title_by_id(&id.into()), "{id}");
    }
}
