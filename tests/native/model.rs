//! The model in worked cases that a reader can check by hand. The guide of all of them is `tests/fixtures/small-guide.toml`; the
//! arithmetic stands beside each case. Sums are in quarters of a weighted level, as the model keeps them.
//!
//! | asked of          | architecture | cloud  | data  | communication | Σ weight × required                  |
//! |-------------------|--------------|--------|-------|---------------|--------------------------------------|
//! | engineer (early)  | 3 × 16       | 3 × 15 | 1 × 8 | 1 × 12        | 48 + 45 + 8 + 12 = 113               |
//! | lead (late)       | 4 × 16       | 3 × 12 | 2 × 8 | 2 × 15        | 64 + 36 + 16 + 30 = 146              |
//! | manager (late)    | 2 × 16       | 2 × 12 | 2 × 8 | 4 × 15        | 32 + 24 + 16 + 60 = 132              |
//! | head (late)       | 4 × 16       | 2 × 12 | 3 × 8 | 5 × 15        | 64 + 24 + 24 + 75 = 187              |

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod small;

use career_explorer::domain::analysis::Analysis;
use career_explorer::domain::guide::{Importance, Proficiency, SkillIx, Weight};
use career_explorer::domain::journey::clock::{Arrival, Experience};
use career_explorer::domain::journey::fit::{Fit, Timing};
use career_explorer::domain::journey::pace::{Effort, days};
use career_explorer::domain::journey::promotion::smallest_set;
use career_explorer::domain::journey::raise::Raise;
use career_explorer::domain::journey::routes::{Best, Leg, Route, patience, route_through, routes};
use career_explorer::domain::journey::steps::{actions, all_done, done, effort, skills, step};
use career_explorer::domain::plan::edit::{PlanEdit, apply};
use career_explorer::domain::plan::{Pace, Plan};
use career_explorer::domain::receipt;
use career_explorer::domain::standing::gap::{Gap, gaps, heaviest_first, most_informative_first, next_to_rate, straight_lined};
use career_explorer::domain::standing::gate::{Standing, Verdict, gate};
use career_explorer::domain::standing::readiness::{ratings_to_narrow, readiness};
use career_explorer::domain::standing::transfer::{title_diff, transfer};
use career_explorer::ui::words;
use career_explorer::ui::words::figures::{self, quarters};
use career_explorer::ui::words::receipts::{Text, text};
use small::{day, guide, level, rated, skill, title};

fn id(skill: SkillIx) -> &'static str {
    guide().skill(skill).id.as_str()
}

#[test]
fn a_step_has_the_first_thing_to_read_that_reaches_so_far_and_from_level_3_on_its_evidence() {
    let read = |skill, level| guide().resource_for(skill, Proficiency::new(level).unwrap()).map(|r| r.title.as_str());
    assert_eq!(
        [1, 3, 4, 5].map(|level| read(skill("architecture"), level)),
        [Some("Parts"), Some("Parts"), Some("Wholes"), Some("Wholes")]
    );
    assert_eq!([4, 5].map(|level| read(skill("data"), level)), [Some("Tables"), None]);
    let evidence: Vec<Option<&str>> = Proficiency::all().map(|level| guide().evidence(skill("data"), level)).collect();
    assert_eq!(evidence, [None, None, None, Some("a migration."), Some("a data contract."), Some("a catalogue.")]);
}

fn ids(skills: &[SkillIx]) -> Vec<&'static str> {
    skills.iter().map(|s| id(*s)).collect()
}

fn gaps_for(to: &str, signs: &str) -> Vec<Gap> {
    gaps(guide(), &rated(signs), title(to))
}

#[test]
fn weights_are_the_importance_and_a_quarter_more_in_focus() {
    for (importance, focus, quarters, text) in [
        (Importance::Critical, false, 16, "4"),
        (Importance::Critical, true, 20, "5"),
        (Importance::High, false, 12, "3"),
        (Importance::High, true, 15, "3.75"),
        (Importance::Medium, false, 8, "2"),
        (Importance::Medium, true, 10, "2.5"),
        (Importance::NotRated, false, 12, "3"),
        (Importance::NotRated, true, 15, "3.75"),
    ] {
        let weight = Weight::of(importance, focus);
        assert_eq!(
            (weight.quarters(), self::quarters(weight.quarters()).as_str()),
            (quarters, text),
            "{importance:?}, in focus: {focus}"
        );
    }
    let of = |to: &str| guide().skills().map(|s| guide().weight(title(to), s).quarters()).collect::<Vec<_>>();
    assert_eq!(of("engineer"), [16, 15, 8, 12]);
    assert_eq!(of("head"), [16, 12, 8, 15]);
    assert!(guide().in_focus(title("head"), skill("communication")) && !guide().in_focus(title("head"), skill("cloud")));
}

#[test]
fn gaps_count_what_is_short_and_never_what_is_more() {
    // Head asks 4, 2, 3, 5.
    let all = gaps_for("head", "34-3");
    let figures: Vec<_> = all.iter().map(|g| (g.levels(), g.surplus(), g.weighted(), g.at_stake())).collect();
    assert_eq!(
        figures,
        [
            (Some(1), 0, 16, 64), // 4 − 3, × 16
            (Some(0), 2, 0, 24),  // 4 is two more than 2
            (None, 0, 0, 24),     // unrated
            (Some(2), 0, 30, 75), // 5 − 3, × 15
        ]
    );
    // Gaps by weight, then the unrated by what is at stake, then what is met.
    let mut sorted = all;
    heaviest_first(&mut sorted);
    assert_eq!(sorted.iter().map(|g| id(g.skill)).collect::<Vec<_>>(), ["communication", "architecture", "data", "cloud"]);
}

#[test]
fn readiness_is_a_range_over_what_is_unrated() {
    for (to, signs, met, high, words, width) in [
        // 187 − 16 − 30 = 141 if data is met, 24 less if it is none; 117 ÷ 187 = 62.6 %, 141 ÷ 187 = 75.4 %, 24 ÷ 187 = 12.8 %
        ("head", "34-3", 117, 141, "62–75\u{a0}%", 13),
        // the same with data rated 1: 2 × 8 short
        ("head", "3413", 125, 125, "66\u{a0}%", 0),
        // a surplus in cloud hides nothing
        ("head", "3513", 125, 125, "66\u{a0}%", 0),
        ("head", "4235", 187, 187, "100\u{a0}%", 0),
        ("head", "5555", 187, 187, "100\u{a0}%", 0),
        ("head", "0000", 0, 0, "0\u{a0}%", 0),
        ("head", "----", 0, 187, "0–100\u{a0}%", 100),
        // 113 − 15 = 98: 86.7 %
        ("engineer", "3211", 98, 98, "86\u{a0}%", 0),
    ] {
        let ready = readiness(&gaps_for(to, signs)).unwrap();
        assert_eq!((ready.low().part(), ready.high().part()), (met, high), "{to} {signs}");
        assert_eq!((figures::readiness(ready).as_str(), ready.width()), (words, width), "{to} {signs}");
    }
    assert_eq!(readiness(&[]), None, "a share of nothing is no share");
}

#[test]
fn the_gate_gives_a_verdict_on_each_condition() {
    use Verdict::{Met, NotMet, Open};
    // Architecture is the one Critical skill, communication the one in focus.
    for (signs, critical, focus, nearness, share) in [
        ("4235", Met, Met, Met, Met),
        // 171 ÷ 187 = 91 %
        ("3235", NotMet, Met, Met, Met),
        // 187 − 12 − 8 = 167: 89 %
        ("4125", Met, Met, Met, Met),
        // 187 − 8 − 15 = 164: 87 %
        ("4224", Met, NotMet, Met, Met),
        // 187 − 12 − 8 − 15 = 152: 81 %
        ("4124", Met, NotMet, Met, NotMet),
        // 187 − 12 − 15 = 160: 85.6 %
        ("4134", Met, NotMet, Met, Met),
        // communication two below 5; 187 − 30 = 157: 83.96 %, which is not 85 %
        ("4233", Met, NotMet, NotMet, NotMet),
        // data two below 3; 187 − 16 = 171
        ("4215", Met, Met, NotMet, Met),
        ("-235", Open, Met, Open, Open),
        // communication: 112 to 187 of 187
        ("423-", Met, Open, Open, Open),
        // data: 163 to 187 of 187, 87 % at least, but it could be two below
        ("42-5", Met, Met, Open, Met),
        // 160 of 187 at most, which is 85.6 %; 136 at least
        ("41-4", Met, NotMet, Open, Open),
        // 187 − 12 − 30 = 145: 77.5 % at most
        ("41-3", Met, NotMet, NotMet, NotMet),
        // an unrated Critical skill leaves it open, a short one does not
        ("3---", NotMet, Open, Open, Open),
        ("----", Open, Open, Open, Open),
    ] {
        let gate = gate(guide(), &gaps_for("head", signs)).unwrap();
        assert_eq!((gate.critical(), gate.focus(), gate.nearness(), gate.share()), (critical, focus, nearness, share), "{signs}");
        assert_eq!(gate.passed(), critical.min(focus).min(nearness).min(share), "{signs}");
    }
    let gate = gate(guide(), &gaps_for("head", "21--")).unwrap();
    assert_eq!((ids(&gate.critical_short), ids(&gate.critical_unrated)), (vec!["architecture"], vec![]));
    assert_eq!((ids(&gate.focus_short), ids(&gate.focus_unrated)), (vec![], vec!["communication"]));
    assert_eq!((ids(&gate.far), ids(&gate.far_unrated)), (vec!["architecture"], vec!["data", "communication"]));
}

#[test]
fn a_related_path_has_no_gate_and_covers_the_skills_alone() {
    // Advisor asks 3, 1, 1, 4: 48 + 12 + 8 + 60 = 128. Of that 34-3 covers 48 + 12 + 45 = 105, and 113 with data.
    let standing = Standing::of(guide(), title("advisor"), &gaps_for("advisor", "34-3")).unwrap();
    assert_eq!(standing.gate(), None);
    let Standing::Onward(covered) = standing else { panic!() };
    assert_eq!((covered.low().part(), covered.high().part(), covered.asked().get()), (105, 113, 128));
    assert!(Standing::of(guide(), title("head"), &gaps_for("head", "34-3")).unwrap().gate().is_some());

    let ends = (Some("head".into()), Some("advisor".into()));
    let ratings = [("communication".into(), level(3)), ("architecture".into(), level(2))].into();
    let plan = Plan { from: ends.0, to: ends.1, years: Some(12), ratings, ..Plan::default() };
    let analysis = Analysis::of(guide(), &plan);
    let travel = analysis.travel(guide()).unwrap();
    let aim = &travel.journey.aim;
    assert_eq!((aim.gate(), aim.smallest_set(guide())), (None, vec![]));
    // Nothing is beyond a gate that is not there.
    let steps = travel.actions(guide(), day("2026-01-01"));
    assert_eq!(
        steps.iter().map(|a| (id(a.skill), a.level.get(), a.needed)).collect::<Vec<_>>(),
        [("architecture", 3, true), ("communication", 4, true)]
    );
    // 32 + 45 = 77, and 20 for cloud and data.
    let receipt = in_words(&receipt::of_readiness(guide(), &aim.gaps, title("advisor")).unwrap());
    assert_eq!(receipt.name, "Covered of Advisor: 60–75\u{a0}%");
}

#[test]
fn the_smallest_set_forces_what_it_must_and_then_takes_the_fewest_and_cheapest() {
    for (to, signs, expected) in [
        ("head", "4235", &[][..]),
        // communication is in focus; the rest is 187 − 8
        ("head", "4224", &[("communication", 4, 5)]),
        // Critical up to its 4, nothing more: 187 of 187
        ("head", "2235", &[("architecture", 2, 4)]),
        // Forced: architecture to 4, data to one below, communication to 5. Then 187 − 12 − 8 = 167: 89 %.
        ("head", "3113", &[("architecture", 3, 4), ("data", 1, 2), ("communication", 3, 5)]),
        // unrated skills count as met: 187 − 15
        ("head", "4--4", &[("communication", 4, 5)]),
        ("head", "---0", &[("communication", 0, 5)]),
        // 113 − 8 − 12 = 93, and 85 % of 113 is 96.05: 4 are missing. Data gains 8 for 12 h, communication 12 for 6 h: it is strategic.
        ("engineer", "3300", &[("communication", 0, 1)]),
        // 132 − 12 − 8 = 112, and 85 % of 132 is 112.2. Cloud and data take as long: the first of them.
        ("manager", "2114", &[("cloud", 1, 2)]),
        // With cloud unrated, and so met, 132 − 8 is enough.
        ("manager", "2-14", &[]),
    ] {
        let set = smallest_set(guide(), &gaps_for(to, signs));
        let found: Vec<_> = set.iter().map(|r| (id(r.skill), r.from.get(), r.to.get())).collect();
        assert_eq!(found, expected, "{to} {signs}");
    }
}

#[test]
fn what_carries_over_is_the_weighted_overlap() {
    for (from, to, part, whole, percent) in [
        // min(4,4) × 16 + min(3,2) × 12 + min(2,3) × 8 + min(2,5) × 15 = 64 + 24 + 16 + 30
        ("lead", "head", 134, 187, 71),
        // 2 × 16 + 2 × 12 + 2 × 8 + 4 × 15
        ("manager", "head", 132, 187, 70),
        // 2 × 16 + 2 × 12 + 2 × 8 + 2 × 15 of 32 + 24 + 16 + 60
        ("lead", "manager", 102, 132, 77),
        // it is not the same the other way: 2 × 16 + 2 × 12 + 2 × 8 + 2 × 15 of 146
        ("manager", "lead", 102, 146, 69),
        // all that an engineer needs, a lead needs too
        ("lead", "engineer", 113, 113, 100),
        ("head", "head", 187, 187, 100),
    ] {
        let share = transfer(guide(), title(from), title(to)).unwrap();
        assert_eq!((share.part(), share.whole().get(), share.percent()), (part, whole, percent), "{from} → {to}");
    }
}

#[test]
fn two_titles_differ_by_the_heaviest_rise_first() {
    let all: Vec<_> = title_diff(guide(), title("lead"), title("head"))
        .iter()
        .map(|d| (id(d.skill), d.from.get(), d.to.get(), d.weighted_rise()))
        .collect();
    // 3 × 15, 1 × 8, level, one less
    assert_eq!(all, [("communication", 2, 5, 45), ("data", 2, 3, 8), ("architecture", 4, 4, 0), ("cloud", 3, 2, 0)]);
}

#[test]
fn arrival_is_the_later_of_dwell_and_band_on_both_clocks() {
    let one = |years: u8, from: &str, to: &str| {
        let number = guide().move_between(title(from), title(to)).unwrap();
        let arrival = Arrival::now(years).after(guide(), number, 0);
        (arrival.fast, arrival.usual)
    };
    assert_eq!(one(0, "engineer", "lead"), (4, 5)); // max(0 + 2, 4), max(0 + 4, 5)
    assert_eq!(one(2, "engineer", "lead"), (4, 6)); // max(2 + 2, 4), max(2 + 4, 5)
    assert_eq!(one(9, "engineer", "lead"), (11, 13)); // the bands are over: 9 + 2, 9 + 4
    assert_eq!(one(4, "manager", "head"), (8, 10)); // max(4 + 3, 8), max(4 + 5, 10)
    assert_eq!(one(20, "head", "advisor"), (22, 24)); // no band at all
    // Years served in a title count, up to all of the stay: 9 + 3 − 2 and 9 + 5 − 2; 9 + 0 and 9 + 1; the bands of 4 + 0 and 4 + 1.
    let served = |years: u8, served: u8| {
        let arrival = Arrival::now(years).after(guide(), guide().move_between(title("manager"), title("head")).unwrap(), served);
        (arrival.fast, arrival.usual)
    };
    assert_eq!([served(9, 2), served(9, 4), served(4, 4)], [(10, 12), (9, 10), (8, 10)]);
    assert_eq!((Arrival { fast: 8, usual: 12 }).calendar(2, 2026), (2032, 2036)); // 2026 + 8 − 2, 2026 + 12 − 2
    assert_eq!(words::routes::bands(guide(), title("head")), "8+ (timeline) or 10+ (level) years");
    assert_eq!(words::routes::bands(guide(), title("lead")), "4–8 (timeline) or 5–9 (level) years");
    assert_eq!(words::routes::bands(guide(), title("engineer")), "0–4\u{a0}years");
    assert_eq!(words::routes::bands(guide(), title("advisor")), "");
}

fn raise(of: &str, from: u8, to: u8) -> Raise {
    Raise { skill: skill(of), from: level(from), to: level(to) }
}

#[test]
fn pace_adds_hours_and_their_spread_and_lets_seasons_run_side_by_side() {
    let near = |a: f64, b: f64| (a - b).abs() < 0.01;
    let pace = |hours_per_week, effort_percent| Pace { hours_per_week, effort_percent, ..Pace::default() };
    let data = Effort::of_raise(guide(), &raise("data", 2, 4));
    // 60 + 130; both deviations, 10 + 30, × 1.2816 = 51.26; two months and then four.
    assert!(near(data.likely_hours(pace(10, 100)), 190.0) && near(data.late_hours(pace(10, 100)), 241.26));
    assert_eq!(data.months(), 6);
    // one and a half times that
    assert!(near(data.likely_hours(pace(10, 150)), 285.0) && near(data.late_hours(pace(10, 150)), 361.89));
    assert_eq!(Effort::of_raise(guide(), &raise("data", 4, 4)), Effort::default());
    // 190 h ÷ 5 × 7 = 266 days, 241.26 h: 337.8. At 10 h it would be 133 and 169, but half a year are 182.6.
    assert_eq!([data.days(pace(5, 100)), data.days(pace(10, 100))], [(266, 338), (183, 183)]);
    let today = day("2026-01-01");
    assert_eq!(data.dates(pace(5, 100), today), (today.plus_days(266), today.plus_days(338)));
    // Of another skill the hours come on top and the seasons do not: 6 + 24 + 60 h, 2 months.
    let both = Effort::of_raises(guide(), &[raise("data", 2, 4), raise("communication", 0, 3)]);
    assert!(near(both.likely_hours(pace(10, 100)), 280.0));
    assert_eq!((both.months(), Effort::of_raise(guide(), &raise("data", 0, 5)).months()), (6, 14));
    // 190 h in a year: 3.6 a week. In no year at all: nothing does that.
    assert_eq!([data.hours_for(pace(1, 100), 1), data.hours_for(pace(1, 100), 0)], [Some(4), None]);
    // Four times the hours, 760: 14.5 a week, or 7.3 in two years.
    assert_eq!([data.hours_for(pace(9, 400), 1), data.hours_for(pace(9, 400), 2)], [Some(15), Some(8)]);
    assert_eq!([days(0.5), days(1.0), days(4.0)], [183, 366, 1461]);
}

#[test]
fn own_hours_of_a_level_stand_in_the_place_of_the_table_and_keep_its_spread() {
    let near = |a: f64, b: f64| (a - b).abs() < 0.01;
    let pace = |own: &[(u8, u16)], effort_percent| {
        let pace = Pace { hours_per_week: 10, effort_percent, ..Pace::default() };
        own.iter().fold(pace, |pace, (to, hours)| pace.with_own_hours(level(*to), Some(*hours)))
    };
    let data = Effort::of_raise(guide(), &raise("data", 2, 4));
    // Level 3 takes 60 with a deviation of 10, level 4 takes 130 with one of 30. With 30 hours of one's own for level 3 the deviation halves too.
    assert!(near(data.likely_hours(pace(&[(3, 30)], 100)), 160.0));
    assert!(near(data.late_hours(pace(&[(3, 30)], 100)), 160.0 + 1.281_551_565_5 * 35.0));
    // The correction holds for the level that keeps the estimate, and levels that are not among the steps count for nothing.
    assert!(near(data.likely_hours(pace(&[(3, 30), (5, 999)], 200)), 30.0 + 260.0));
    // As much for one skill as for another: 40 and 40, and the other levels as they are: 6 + 24.
    let both = Effort::of_raises(guide(), &[raise("data", 2, 3), raise("communication", 0, 3)]);
    assert!(near(both.likely_hours(pace(&[(3, 40)], 100)), 40.0 + 6.0 + 24.0 + 40.0));
    // Calendar time stays, and hours of one's own for all levels leave nothing of the table.
    assert_eq!(data.days(pace(&[(3, 1), (4, 1)], 400)), (183, 183));
    assert!(near(data.likely_hours(pace(&[(3, 1), (4, 1)], 400)), 2.0));
    assert_eq!(pace(&[(3, 40)], 150).uncorrected(), Pace { hours_per_week: 10, ..Pace::default() });
    // Level 0 takes no raise; what is beyond the limits is brought within.
    assert_eq!(pace(&[(0, 7)], 100), pace(&[], 100));
    let wild = apply(&Plan::default(), &PlanEdit::SetPace(pace(&[(1, 0), (5, u16::MAX)], 100))).pace;
    assert_eq!(wild.own_hours, [Some(1), None, None, None, Some(Pace::MAX_STEP)]);
}

fn told(route: &Route) -> String {
    route.titles().iter().map(|t| guide().title(*t).id.as_str()).collect::<Vec<_>>().join(" ")
}

#[test]
fn routes_are_a_choice_between_years_gap_and_moves() {
    // Unrated, so an engineer is taken to have 3, 3, 1, 1. Gaps before each move:
    //   engineer → lead     16 + 0 + 8 + 15 = 39        engineer → manager   0 + 0 + 8 + 45 = 53
    //   lead → manager      0 + 0 + 0 + 30 = 30         lead → head          0 + 0 + 8 + 45 = 53
    //   manager → head      from max(3, 2), max(3, 2), 2, 4: 16 + 0 + 8 + 15 = 39; with the lead's architecture of 4: 0 + 0 + 8 + 15 = 23
    // With 2 years, on the usual clock:
    //   manager, head        max(2 + 3, 5) = 5, max(5 + 5, 10) = 10         gap 53, 2 moves
    //   lead, manager, head  max(2 + 4, 5) = 6, 6 + 2 = 8, 8 + 5 = 13       gap 39, 3 moves
    //   lead, head           6, 6 + 6 = 12                                  gap 53, 2 moves: beaten by the first
    let found = routes(guide(), &rated("----"), Experience::of(2), title("engineer"), title("head"));
    assert_eq!(found.iter().map(told).collect::<Vec<_>>(), ["engineer manager head", "engineer lead manager head"]);
    assert_eq!(found.iter().map(Route::criteria).collect::<Vec<_>>(), [[10, 53, 2], [13, 39, 3]]);
    assert_eq!(found[0].best, [Best::Fastest, Best::FewestMoves]);
    assert_eq!(found[1].best, [Best::SmallestGap]);
    assert_eq!(
        found.iter().map(|r| words::routes::name(guide(), r)).collect::<Vec<_>>(),
        ["Fastest, fewest moves", "Smallest jump"]
    );
    assert_eq!(found.iter().map(|r| r.via).collect::<Vec<_>>(), [None, Some(title("lead"))]);
    // The fast clock of the second: max(2 + 2, 4) = 4, max(4 + 1, 4) = 5, max(5 + 3, 8) = 8
    let arrivals: Vec<_> = found[1].legs.iter().map(|l| (l.arrival.fast, l.arrival.usual)).collect();
    assert_eq!(arrivals, [(4, 6), (5, 8), (8, 13)]);
    // Nothing that was built for one title is built again for a later one: of architecture the lead asks 4, the manager 2, the head 4.
    assert_eq!(found[1].legs.iter().map(|leg| leg.gap).collect::<Vec<_>>(), [39, 30, 23]);
    // What to build before its first move, the heaviest first: 16, 15, 8.
    let raises: Vec<_> = found[1].legs[0].raises.iter().map(|r| (id(r.skill), r.from.get(), r.to.get())).collect();
    assert_eq!(raises, [("architecture", 3, 4), ("communication", 1, 2), ("data", 1, 2)]);

    // Rated 3, 3, 1, 4: by manager 8, then 16 + 8 + 15 = 39; by lead 16 + 8 = 24, then 8 + 15 = 23. The way over both is beaten now.
    let found = routes(guide(), &rated("3314"), Experience::of(2), title("engineer"), title("head"));
    assert_eq!(found.iter().map(told).collect::<Vec<_>>(), ["engineer manager head", "engineer lead head"]);
    assert_eq!(found.iter().map(Route::criteria).collect::<Vec<_>>(), [[10, 39, 2], [12, 24, 2]]);
    assert_eq!(
        found.iter().map(|r| words::routes::name(guide(), r)).collect::<Vec<_>>(),
        ["Fastest, fewest moves", "Smallest jump"]
    );

    // Rated 4 in architecture as well, either way needs 8 + 15 = 23 before the last move, and there is nothing left to choose.
    let found = routes(guide(), &rated("4314"), Experience::of(2), title("engineer"), title("head"));
    assert_eq!(found.iter().map(told).collect::<Vec<_>>(), ["engineer manager head"]);
    assert_eq!(words::routes::name(guide(), &found[0]), "Fastest, smallest jump, fewest moves");

    assert_eq!([0, 4, 6, 7, 8, 15].map(patience), [3, 7, 9, 10, 12, 22]);
    assert_eq!(routes(guide(), &rated("----"), Experience::of(2), title("head"), title("head")), []);
    assert_eq!(routes(guide(), &rated("----"), Experience::of(2), title("head"), title("engineer")), []);
}

#[test]
fn a_chosen_route_is_followed_even_if_it_is_not_on_offer() {
    let titles = ["engineer", "lead", "head"].map(title);
    let route = route_through(guide(), &rated("----"), Experience::of(2), &titles).unwrap();
    assert_eq!((route.criteria(), route.raises()), ([12, 53, 2], 3 + 4)); // 1 + 1 + 1, then communication 3 and data 1
    assert_eq!(words::routes::name(guide(), &route), "In between");
    assert_eq!(route_through(guide(), &rated("----"), Experience::of(2), &["engineer", "head"].map(title)), None);
    assert_eq!(route_through(guide(), &rated("----"), Experience::of(2), &titles[..1]), None);

    let ends = (Some("engineer".into()), Some("head".into()));
    let mut plan = Plan { from: ends.0, to: ends.1, years: Some(2), ..Plan::default() };
    let told_of = |plan: &Plan| Analysis::of(guide(), plan).travel(guide()).map(|t| told(&t.followed));
    assert_eq!(told_of(&plan).unwrap(), "engineer manager head");
    plan.route = ["engineer", "lead", "head"].map(Into::into).to_vec();
    assert_eq!(told_of(&plan).unwrap(), "engineer lead head");
    // A title that this guide lacks, or a move: the first on offer stands in.
    plan.route = ["engineer", "gone", "head"].map(Into::into).to_vec();
    assert_eq!(told_of(&plan).unwrap(), "engineer manager head");
    plan.route = ["engineer", "head"].map(Into::into).to_vec();
    assert_eq!(told_of(&plan).unwrap(), "engineer manager head");
}

/// The leg from engineer to manager of a person rated so.
fn leg_to_manager(signs: &str) -> Leg {
    route_through(guide(), &rated(signs), Experience::of(2), &["engineer", "manager"].map(title)).unwrap().legs.remove(0)
}

#[test]
fn actions_pass_the_gate_first_and_take_the_heaviest_gap_at_each_point() {
    // Manager asks 2, 2, 2, 4, which is 132 quarters; 0311 lacks 32 + 0 + 8 + 45 = 85. The gate leaves 15 % of 132 = 19.8 open. It forces
    // architecture (critical) to 2 and communication (in focus) to 4, and 8 are left, so data goes beyond the gate. Left of architecture and
    // communication, and the step taken:
    //   32 45 → communication 2 · 32 30 → architecture 1 · 16 30 → communication 3 · 16 15 → architecture 2 · 0 15 → communication 4
    // Hours, summed: 24, 36, 96, 120, 250, and 274 with data 2; at 10 h a week in days: 16.8, 25.2, 67.2, 84, 175, 191.8. Communication 3 is
    // not there before two months (60.9 days) are over, and 4 not before six (182.6).
    let today = day("2026-01-01");
    let mut plan = Plan { pace: Pace { hours_per_week: 10, effort_percent: 100, ..Pace::default() }, ..Plan::default() };
    let leg = leg_to_manager("0311");
    let found = actions(guide(), &plan, &leg, today);
    let order: Vec<_> = found.iter().map(|a| (id(a.skill), a.level.get(), today.days_until(a.by.0), a.needed)).collect();
    assert_eq!(
        order,
        [
            ("communication", 2, 17, true),
            ("architecture", 1, 26, true),
            ("communication", 3, 68, true),
            ("architecture", 2, 84, true),
            ("communication", 4, 183, true),
            ("data", 2, 192, false)
        ]
    );
    assert_eq!(found.iter().map(|a| today.days_until(a.begins)).collect::<Vec<_>>(), [0, 17, 26, 68, 84, 175]);
    // Late: 24 + 1.2816 × 4 = 29.1 h, 20.4 days; then 36 + 1.2816 × (4 + 2) = 43.7 h, 30.6 days
    assert_eq!(found[..2].iter().map(|a| today.days_until(a.by.1)).collect::<Vec<_>>(), [21, 31]);
    // All that the gate needs: 250 + 1.2816 × (4 + 2 + 10 + 4 + 30) = 314.1 h, 219.9 days
    let needed = &found[..5];
    assert_eq!(all_done(needed), Some((today.plus_days(183), today.plus_days(220))));
    assert_eq!(effort(guide(), needed).dates(plan.pace, today), all_done(needed).unwrap());
    assert_eq!((ids(&skills(needed)), all_done(&[])), (vec!["communication", "architecture"], None));

    // A step that is ticked off takes no time any more, and the rest keeps its order: 12 h; 72 h, 50.4 days, but two months.
    plan.done.insert(step(guide(), skill("communication"), level(2)), day("2025-12-24"));
    let rest = actions(guide(), &plan, &leg, today);
    let order: Vec<_> = rest.iter().map(|a| (id(a.skill), a.level.get(), today.days_until(a.by.0))).collect();
    assert_eq!(order[..2], [("architecture", 1, 9), ("communication", 3, 61)]);
    assert_eq!(rest.len(), found.len() - 1);
    assert_eq!(done(guide(), &plan, &leg).iter().map(|d| (id(d.skill), d.level.get())).collect::<Vec<_>>(), [("communication", 2)]);

    assert_eq!(actions(guide(), &plan, &leg_to_manager("5555"), today), []);
}

#[test]
fn the_pace_is_set_beside_the_years_of_each_leg_with_two_mends() {
    let mut plan = Plan { from: Some("engineer".into()), to: Some("head".into()), years: Some(2), ..Plan::default() };
    let fits = |plan: &Plan| Analysis::of(guide(), plan).travel(guide()).unwrap().fits.clone();
    // By way of manager, the fastest. Communication from 1 to 4, data from 1 to 2: 24 + 60 + 130 + 24 = 238 h, 6 months. Then architecture to 4,
    // data to 3 and communication to 5, 130 + 60 + 260 = 450 h, 8 months. From 2 years to 5 on both clocks (the dwell is 3 to 3), then to
    // 8 and 10.
    plan.pace = Pace { hours_per_week: 2, effort_percent: 100, ..Pace::default() };
    // 238 ÷ 2 × 7 = 833 days, 450 ÷ 2 × 7 = 1,575
    let legs = fits(&plan);
    assert_eq!(legs.iter().map(|fit| (fit.takes, fit.timing)).collect::<Vec<_>>(), [(833, Timing::Within), (1575, Timing::Within)]);
    assert_eq!(legs.iter().map(|fit| fit.gives).collect::<Vec<_>>(), [(2, 3), (4, 5)]);
    plan.pace.hours_per_week = 1;
    // 1,666 days are more than three years, 1,096; 1.52 hours do it. 3,150 are more than 5 years, 1,827; 1.73 do it. By way of lead and
    // manager: 130 + 24 + 24 = 178 h, 1,246 days, of 4 years; 60 + 130 = 190 h, 1,330 days, of 2. So no other route has the time either.
    let longer = Timing::Longer { hours: Some(2), instead: None };
    assert_eq!(
        fits(&plan),
        [Fit { takes: 1666, gives: (2, 3), timing: longer }, Fit { takes: 3150, gives: (4, 5), timing: longer }]
    );
    plan.pace.hours_per_week = 40;
    assert!(fits(&plan).iter().all(|fit| fit.timing == Timing::Sooner));
    // 6 and 8 months, however many hours.
    assert_eq!(fits(&plan).iter().map(|fit| fit.takes).collect::<Vec<_>>(), [183, 244]);
    // Three years served of a stay of at most three, and the band is open: no time is left, and no hours make up for that. By way of lead
    // a year of the stay of four is left for the first leg, and of two and five for the others.
    plan = Plan { years: Some(9), since: Some(6), ..plan };
    assert_eq!(fits(&plan)[0], Fit { takes: 183, gives: (0, 0), timing: Timing::Longer { hours: None, instead: Some(1) } });
    // What is ticked off takes no time.
    for reached in 2..=4 {
        plan.done.insert(step(guide(), skill("communication"), level(reached)), day("2025-12-24"));
    }
    plan.done.insert(step(guide(), skill("data"), level(2)), day("2025-12-24"));
    assert_eq!(fits(&plan)[0], Fit { takes: 0, gives: (0, 0), timing: Timing::Within });
}

#[test]
fn the_most_informative_skill_is_the_one_with_the_most_at_stake() {
    // Head: 64, 24, 24, 75 at stake; cloud and data are equals in the guide's order.
    let all = gaps_for("head", "----");
    assert_eq!(ids(&most_informative_first(&all)), ["communication", "architecture", "cloud", "data"]);
    assert_eq!(ids(&most_informative_first(&gaps_for("head", "-1-5"))), ["architecture", "data"]);

    let next = |signs: &str, last: Option<&str>| next_to_rate(&gaps_for("head", signs), last.map(skill)).map(id);
    assert_eq!(next("----", None), Some("communication"));
    assert_eq!(next("----", Some("communication")), Some("architecture"));
    assert_eq!(next("----", Some("data")), Some("communication"), "skipped ones come again");
    assert_eq!(next("---5", Some("data")), Some("architecture"));
    assert_eq!(next("424-", Some("communication")), None, "nothing but the last one is left");
    assert_eq!(next("4235", None), None);

    // 187 unrated; without communication 112 (60 %), without architecture 48 (26 %)
    assert_eq!(ratings_to_narrow(&all, 30), (2, 26));
    assert_eq!(ratings_to_narrow(&all, 100), (0, 100));
    assert_eq!(ratings_to_narrow(&all, 0), (4, 0));
}

#[test]
fn ratings_are_straight_lined_from_eight_on_when_nine_in_ten_are_the_same() {
    let line = |text: &str| straight_lined(&text.bytes().map(|b| level(b - b'0')).collect::<Vec<_>>());
    for (ratings, straight) in [
        ("", false),
        ("3333333", false),
        ("33333333", true),
        ("33333334", false),            // 7 of 8: 87.5 %
        ("3333333334", true),           // 9 of 10
        ("33333333344", false),         // 9 of 11: 81.8 %
        ("00000000000000000012", true), // 18 of 20
        ("01234501", false),
    ] {
        assert_eq!(line(ratings), straight, "{ratings}");
    }
}

fn in_words(receipt: &receipt::Receipt) -> Text {
    text(guide(), receipt)
}

/// The last line of a receipt, which is to end in the figure that is shown.
fn last(receipt: &Text) -> &str {
    receipt.sums.last().unwrap()
}

#[test]
fn the_last_line_of_a_receipt_is_the_figure_that_is_shown() {
    let (head, range, one) = (title("head"), gaps_for("head", "34-3"), gaps_for("head", "3413"));
    for (all, lines) in [
        (&range, &["Low end: 29.25 of 46.75 = 62\u{a0}%", "High end: 35.25 of 46.75 = 75\u{a0}%"][..]),
        (&one, &["31.25 of 46.75 = 66\u{a0}%"]),
    ] {
        let receipt = in_words(&receipt::of_readiness(guide(), all, head).unwrap());
        assert_eq!(receipt.sums[receipt.sums.len() - lines.len()..], *lines);
        assert!(receipt.name.ends_with(&figures::readiness(readiness(all).unwrap())), "{}", receipt.name);
        assert_eq!(receipt.terms.len(), 4);
    }
    let terms = in_words(&receipt::of_readiness(guide(), &range, head).unwrap()).terms;
    assert_eq!(terms[0].figures, ["4", "4", "3", "12", "16"]); // weight, required, rated, 4 × 3, 4 × 4
    assert_eq!(terms[2].figures, ["2", "3", "unrated", "0–6", "6"]);

    // 3.75 × 2 ÷ 46.75 = 16.04 points; unrated data: up to 6 ÷ 46.75 = 12.8
    assert_eq!(
        last(&in_words(&receipt::of_gap(guide(), &range[3], &range, head).unwrap())),
        "3.75 × 2 ÷ 46.75 = 16.0\u{a0}points of readiness"
    );
    assert_eq!(
        last(&in_words(&receipt::of_gap(guide(), &range[2], &range, head).unwrap())),
        "Unrated: between 0 and 12.8\u{a0}points of readiness"
    );

    let titles = ["engineer", "lead", "manager", "head"].map(title);
    let route = route_through(guide(), &rated("----"), Experience::of(2), &titles).unwrap();
    let receipt = in_words(&receipt::of_arrival(guide(), &route, Experience::of(2), 2026));
    assert_eq!(receipt.name, "Arrival: 2032–2037");
    assert_eq!(last(&receipt), "2\u{a0}years of experience in 2026; 8\u{a0}years in 2032, 13\u{a0}years in 2037");
    assert_eq!(receipt.terms[1].figures, ["max(4 + 1, 4) = 5", "max(6 + 2, 5) = 8"]);
    assert_eq!(receipt.terms[2].figures, ["max(5 + 3, 8) = 8", "max(8 + 5, 10) = 13"]);

    let receipt = in_words(&receipt::of_arrival(guide(), &route, Experience { years: 2, served: 1 }, 2026));
    assert_eq!((receipt.terms[0].figures[0].as_str(), receipt.sums.len()), ("max(2 + 2 − 1, 4) = 4", 3));

    let leg = &route.legs[2];
    let receipt = in_words(&receipt::of_leg(guide(), leg));
    assert_eq!(receipt.name, "Gap before Head: 5.75"); // 23 quarters: 3.75 + 2
    assert_eq!(last(&receipt), "Sum: 5.75");
    let summed: u32 = leg.raises.iter().map(|r| guide().weight(leg.to, r.skill).quarters() * r.levels()).sum();
    assert_eq!((summed, quarters(summed).as_str()), (leg.gap, "5.75"));

    let pace = Pace { hours_per_week: 10, effort_percent: 100, ..Pace::default() };
    let open = actions(guide(), &Plan { pace, ..Plan::default() }, leg, day("2026-01-01"));
    let receipt = in_words(&receipt::of_pace(guide(), &open, pace, day("2026-01-01")));
    // communication to 5, data to 3: 260 + 60 = 320 h, 224 days, but 8 months are 243.5; 320 + 1.2816 × (60 + 10) = 409.7 h, 286.8 days
    assert_eq!(receipt.terms.iter().map(|t| t.figures[3].as_str()).collect::<Vec<_>>(), ["260", "60"]);
    assert_eq!(receipt.terms[0].figures, ["120", "240", "480", "260", "8"]);
    assert_eq!(receipt.name, "Likely September 2026, or October 2026 if it goes slowly");
    assert_eq!(
        receipt.sums[1..],
        [
            "Longest row of months of one skill: 8",
            "Likely: 320\u{a0}h at 10\u{a0}h a week, your correction 100\u{a0}%: 2 September 2026",
            "Late: 410\u{a0}h: 15 October 2026"
        ]
    );

    let receipt = in_words(&receipt::of_transfer(guide(), title("lead"), head).unwrap());
    assert_eq!((receipt.name.as_str(), last(&receipt)), ("What carries over: 71\u{a0}%", "33.5 of 46.75 = 71\u{a0}%"));
}
