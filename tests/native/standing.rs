//! What is certain of a standing before everything is rated, how stable it is under rough ratings, and what moves it. Worked cases are
//! those of `tests/fixtures/small-guide.toml`, whose table of requirements and weights stands at the top of `model.rs`; what has to
//! hold for every completion is tried on all of them there, and on random ones of the embedded guide.

#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "../support/mod.rs"]
mod support;

use career_explorer::content;
use career_explorer::domain::guide::{Guide, Importance, Proficiency, SkillIx, TitleIx, Weight, source::read_files};
use career_explorer::domain::plan::Ratings;
use career_explorer::domain::standing::enough::{
    BLOCKING, Certain, Enough, ROUND, TOP_GAPS, WITHIN_POINTS, certain, enough, rounds,
};
use career_explorer::domain::standing::gap::{Gap, gaps, heaviest_first, most_informative_first};
use career_explorer::domain::standing::gate::{Standing, Verdict, gate};
use career_explorer::domain::standing::leverage::{leverage, what_if};
use career_explorer::domain::standing::readiness::readiness;
use career_explorer::domain::standing::stability::{RUNS, Runs, stability};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::sync::LazyLock;
use support::{Dice, generated_guide};

static SMALL: LazyLock<Guide> = LazyLock::new(|| {
    let text = include_str!("../fixtures/small-guide.toml").to_owned();
    Guide::new(read_files(&[("small-guide.toml".into(), text)]).unwrap()).unwrap()
});
static OURS: LazyLock<Guide> = LazyLock::new(|| content::guide().unwrap());

fn title(guide: &Guide, id: &str) -> TitleIx {
    guide.title_by_id(&id.into()).unwrap()
}

fn ids<'a>(guide: &'a Guide, skills: &[SkillIx]) -> Vec<&'a str> {
    skills.iter().map(|s| guide.skill(*s).id.as_str()).collect()
}

fn level(number: usize) -> Proficiency {
    Proficiency::new(u8::try_from(number).unwrap()).unwrap()
}

/// Ratings of architecture, cloud, data and communication as four signs: a digit, or `-` for unrated.
fn rated(signs: &str) -> Ratings {
    Ratings::from_values(signs.chars().map(|c| c.to_digit(10).map(|d| level(d as usize))).collect())
}

fn of_head(signs: &str) -> Vec<Gap> {
    gaps(&SMALL, &rated(signs), title(&SMALL, "head"))
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

mod certainty {
    use super::*;

    #[test]
    fn what_is_certain_in_worked_cases() {
        for (signs, blocking, may_block, top, points, enough) in [
            // Nothing is rated: any of the four could be two short or more. 75, 64, 24 and 24 are at stake.
            ("----", &[][..], &["communication", "architecture", "cloud", "data"][..], &[][..], 100, None),
            // Architecture is critical and 16 short, communication two levels, 30. At worst cloud and data weigh 24 each, so architecture
            // may leave the top three. 48 of 187 are open: 25.7 points.
            ("3--3", &["communication", "architecture"], &["cloud", "data"], &["communication"], 26, None),
            // Three block for certain, so the verdict stands; architecture, 64 of 187, can only push data out of the top three.
            (
                "-003",
                &["communication", "cloud", "data"],
                &["architecture"],
                &["communication", "cloud"],
                34,
                Some(Enough::Settled),
            ),
            // 24 of 187 are open, which is 12.8 points: ±6.4. That three block does not matter any more.
            ("30-3", &["communication", "cloud", "architecture"], &["data"], &["communication", "cloud"], 13, Some(Enough::Narrow)),
            // As asked, and data open: it may still block.
            ("42-5", &[], &["data"], &[], 13, Some(Enough::Narrow)),
            // Communication one level short costs 15 of 187 and is in no other condition's way, but the late stage is about it: it blocks.
            ("4234", &["communication"], &[], &["communication"], 0, Some(Enough::Narrow)),
            // The same before the rest is rated: 112 of 187 are open, and each of the others may weigh more than 15.
            ("---4", &["communication"], &["architecture", "cloud", "data"], &[], 60, None),
            // Cloud one level short costs 12 of 187 and blocks nothing.
            ("4135", &[], &[], &["cloud"], 0, Some(Enough::Narrow)),
            ("4235", &[], &[], &[], 0, Some(Enough::Narrow)),
        ] {
            let known = certain(&SMALL, title(&SMALL, "head"), &of_head(signs)).unwrap();
            assert_eq!(ids(&SMALL, &known.blocking), blocking, "{signs}");
            assert_eq!(ids(&SMALL, &known.may_block), may_block, "{signs}");
            assert_eq!(ids(&SMALL, &known.top), top, "{signs}");
            assert_eq!((known.width.points(), known.enough()), (points, enough), "{signs}");
            assert_eq!(known.can_pass(), blocking.is_empty(), "{signs}: here only single skills keep the gate shut");
        }
    }

    #[test]
    fn a_related_path_has_no_gate_that_blocks_or_can_be_passed() {
        // Advisor asks 3, 1, 1, 4 with weights 16, 12, 8, 15: 48 + 12 + 8 + 60 = 128. Cloud is open, 12 of 128 or 9.4 points; communication
        // is 30 short and architecture 16, either of which would block a gate.
        let advisor = title(&SMALL, "advisor");
        let known = |signs: &str| certain(&SMALL, advisor, &gaps(&SMALL, &rated(signs), advisor)).unwrap();
        let far = known("2-12");
        assert!(matches!(far.standing, Standing::Onward(_)));
        assert_eq!((far.verdict(), far.can_pass(), far.blocking, far.may_block), (None, false, vec![], vec![]));
        assert_eq!((ids(&SMALL, &far.top), far.width.points()), (vec!["communication", "architecture"], 9));
        assert_eq!((known("5555").verdict(), known("5555").can_pass()), (None, false));
        // Only the width can be enough: no verdict settles it, whatever is short.
        assert_eq!([known("2-12"), known("-000")].map(|k| k.enough()), [Some(Enough::Narrow), None]);
    }

    #[test]
    fn nothing_is_certain_of_a_title_that_asks_for_nothing() {
        let head = title(&SMALL, "head");
        let nothing: Vec<Gap> = of_head("34-3").iter().map(|g| Gap { required: Proficiency::NONE, ..*g }).collect();
        assert_eq!((certain(&SMALL, head, &nothing), rounds(&nothing)), (None, vec![]));
        assert_eq!(certain(&SMALL, head, &[]), None);
    }

    #[test]
    fn the_width_is_compared_without_rounding() {
        // 29.92 of 187 are 16 points. Communication and architecture have 75 and 64 at stake, cloud and data 24 each.
        let width = |signs: &str| certain(&SMALL, title(&SMALL, "head"), &of_head(signs)).unwrap().width;
        assert!(width("42-5").is_within(8) && !width("4--5").is_within(8));
        // 48 of 187 are 25.67 points, ±12.8
        assert!(!width("4--5").is_within(12) && width("4--5").is_within(13));
        assert!(width("4235").is_within(0) && !width("----").is_within(49) && width("----").is_within(50));
    }

    #[test]
    fn rounds_say_what_they_narrow() {
        let all = rounds(&of_head("----"));
        assert_eq!(all.len(), 1);
        assert_eq!(ids(&SMALL, &all[0].skills), ["communication", "architecture", "cloud", "data"]);
        assert_eq!((all[0].before.points(), all[0].after.points()), (100, 0));
        assert_eq!(rounds(&of_head("4235")), []);

        let unrated = Ratings::from_values(Vec::new());
        let gaps = gaps(&OURS, &unrated, title(&OURS, "head-of-engineering"));
        let all = rounds(&gaps);
        let in_order: Vec<SkillIx> = all.iter().flat_map(|r| r.skills.clone()).collect();
        let asked = gaps.iter().filter(|g| g.required > Proficiency::NONE).count();
        assert_eq!(in_order, most_informative_first(&gaps)[..asked]);
        assert!(all.iter().rev().skip(1).all(|r| r.skills.len() == ROUND));
        assert_eq!((all[0].before.points(), all.last().unwrap().after.points()), (100, 0));
        for pair in all.windows(2) {
            assert_eq!(pair[0].after, pair[1].before);
            // The most informative come first, so no round narrows more than the one before.
            let narrows = |r: &career_explorer::domain::standing::enough::Round| r.before.points() - r.after.points();
            assert!(narrows(&pair[0]) + 1 >= narrows(&pair[1]));
        }
    }

    #[test]
    fn a_skill_that_the_title_does_not_ask_is_in_no_round() {
        let mut gaps = of_head("----");
        gaps[1].required = Proficiency::NONE;
        assert_eq!(ids(&SMALL, &rounds(&gaps)[0].skills), ["communication", "architecture", "data"]);
        let known = certain(&SMALL, title(&SMALL, "head"), &gaps).unwrap();
        assert_eq!(ids(&SMALL, &known.may_block), ["communication", "architecture", "data"]);
    }

    /// What holds once everything is rated, from the definitions.
    struct Whole {
        /// None for a related path, which has no gate.
        verdict: Option<Verdict>,
        conditions: Vec<Verdict>,
        blocking: BTreeSet<SkillIx>,
        top: BTreeSet<SkillIx>,
        met: u32,
    }

    /// Each condition of the gate; none for a related path.
    fn conditions(standing: &Standing) -> Vec<Verdict> {
        standing.gate().map_or_else(Vec::new, |gate| vec![gate.critical(), gate.focus(), gate.nearness(), gate.share()])
    }

    fn whole(guide: &Guide, to: TitleIx, gaps: &[Gap]) -> Whole {
        let has_gate = !guide.is_onward(to);
        let verdict_of = |gaps: &[Gap]| has_gate.then(|| gate(guide, gaps).unwrap().passed());
        // A skill blocks if the gate stays shut with all others at their best.
        let blocks = |own: SkillIx| {
            let best = |g: &Gap| Gap { rated: if g.skill == own { g.rated } else { Some(Proficiency::MAX) }, ..*g };
            verdict_of(&gaps.iter().map(best).collect::<Vec<_>>()) == Some(Verdict::NotMet)
        };
        let mut sorted = gaps.to_vec();
        heaviest_first(&mut sorted);
        Whole {
            verdict: verdict_of(gaps),
            conditions: conditions(&Standing::of(guide, to, gaps).unwrap()),
            blocking: gaps.iter().map(|g| g.skill).filter(|s| blocks(*s)).collect(),
            top: sorted.iter().take(TOP_GAPS).filter(|g| g.weighted() > 0).map(|g| g.skill).collect(),
            met: readiness(gaps).unwrap().low().part(),
        }
    }

    fn agrees(known: Verdict, mut all: impl Iterator<Item = Verdict> + Clone) -> bool {
        match known {
            Verdict::Met => all.all(|v| v == Verdict::Met),
            Verdict::NotMet => all.all(|v| v == Verdict::NotMet),
            Verdict::Open => all.clone().any(|v| v == Verdict::Met) && all.any(|v| v == Verdict::NotMet),
        }
    }

    #[test]
    fn exactly_what_every_completion_has_in_common_is_said_to_be_certain() {
        const STATES: usize = 7; // 0 to 5, and unrated
        for to in SMALL.titles() {
            let profile =
                |digits: &[Option<usize>]| gaps(&SMALL, &Ratings::from_values(digits.iter().map(|d| d.map(level)).collect()), to);
            let digits = |number: usize, base: usize| (0..4u32).map(move |p| number / base.pow(p) % base).collect::<Vec<_>>();
            let complete: Vec<Whole> = (0..6usize.pow(4))
                .map(|n| whole(&SMALL, to, &profile(&digits(n, 6).into_iter().map(Some).collect::<Vec<_>>())))
                .collect();
            for number in 0..STATES.pow(4) {
                let values: Vec<Option<usize>> = digits(number, STATES).into_iter().map(|d| (d < 6).then_some(d)).collect();
                let gaps = profile(&values);
                let known = certain(&SMALL, to, &gaps).unwrap();
                // The numbers of all profiles that agree with what is rated, digit by digit.
                let mut numbers = vec![0];
                for (place, value) in (0u32..).zip(&values) {
                    let choices: Vec<usize> = value.map_or_else(|| (0..6).collect(), |v| vec![v]);
                    numbers = numbers.iter().flat_map(|n| choices.iter().map(move |c| n + c * 6usize.pow(place))).collect();
                }
                let all: Vec<&Whole> = numbers.into_iter().map(|n| &complete[n]).collect();

                match known.verdict() {
                    Some(verdict) => assert!(agrees(verdict, all.iter().map(|w| w.verdict.unwrap())), "{values:?}"),
                    None => assert!(all.iter().all(|w| w.verdict.is_none()), "{values:?}"),
                }
                assert_eq!(known.can_pass(), all.iter().any(|w| w.verdict == Some(Verdict::Met)), "{values:?}");
                let said = conditions(&known.standing);
                assert_eq!(said.len(), if SMALL.is_onward(to) { 0 } else { 4 });
                for (place, verdict) in said.into_iter().enumerate() {
                    assert!(agrees(verdict, all.iter().map(|w| w.conditions[place])), "{values:?}, condition {place}");
                }
                let in_all = |of: fn(&Whole) -> &BTreeSet<SkillIx>| {
                    all.iter().map(|w| of(w).clone()).reduce(|a, b| a.intersection(&b).copied().collect()).unwrap()
                };
                let in_any: BTreeSet<SkillIx> = all.iter().flat_map(|w| w.blocking.clone()).collect();
                let set = |list: &[SkillIx]| list.iter().copied().collect::<BTreeSet<_>>();
                assert_eq!(set(&known.blocking), in_all(|w| &w.blocking), "{values:?}");
                assert_eq!(set(&known.may_block), &in_any - &set(&known.blocking), "{values:?}");
                assert_eq!(set(&known.top), in_all(|w| &w.top), "{values:?}");
                let (low, high) = (all.iter().map(|w| w.met).min().unwrap(), all.iter().map(|w| w.met).max().unwrap());
                let asked = readiness(&gaps).unwrap().asked().get();
                assert_eq!(known.width.points(), ((high - low) * 200 + asked) / (asked * 2), "{values:?}");
                assert_eq!(known.enough() == Some(Enough::Narrow), (high - low) * 100 <= 2 * WITHIN_POINTS * asked, "{values:?}");
            }
        }
    }

    /// A guide, a title and ratings, some left open, as random as the seed.
    fn half_rated(guide: &Guide, dice: &mut Dice) -> (TitleIx, Vec<Option<Proficiency>>) {
        let to = guide.titles().nth(dice.below(guide.titles().len())).unwrap();
        let (unrated, steady) = (dice.below(100), dice.chance(50));
        let rate = |s: SkillIx, dice: &mut Dice| {
            let near = usize::from(guide.required(to, s).get()) + dice.below(2);
            if steady { level(near.saturating_sub(1).min(5)) } else { level(dice.below(6)) }
        };
        (to, guide.skills().map(|s| (!dice.chance(unrated)).then(|| rate(s, dice))).collect())
    }

    fn of(guide: &Guide, to: TitleIx, values: &[Option<Proficiency>]) -> Certain {
        certain(guide, to, &gaps(guide, &Ratings::from_values(values.to_vec()), to)).unwrap()
    }

    fn no_completion_contradicts(guide: &Guide, seed: u64) -> Result<(), TestCaseError> {
        let dice = &mut Dice::new(seed);
        let (to, mut values) = half_rated(guide, dice);
        let known = of(guide, to, &values);
        for _ in 0..10 {
            let full: Vec<Option<Proficiency>> = values
                .iter()
                .zip(guide.requirement(to))
                .map(|(v, asked)| Some(v.unwrap_or_else(|| if dice.chance(40) { *asked } else { level(dice.below(6)) })))
                .collect();
            let whole = whole(guide, to, &gaps(guide, &Ratings::from_values(full), to));
            prop_assert_eq!(known.verdict().is_some(), whole.verdict.is_some());
            prop_assert!(known.verdict() == Some(Verdict::Open) || known.verdict() == whole.verdict);
            prop_assert_eq!(conditions(&known.standing).len(), whole.conditions.len());
            for (said, is) in conditions(&known.standing).into_iter().zip(&whole.conditions) {
                prop_assert!(said == Verdict::Open || said == *is);
            }
            prop_assert!(known.blocking.iter().all(|s| whole.blocking.contains(s)));
            prop_assert!(whole.blocking.iter().all(|s| known.blocking.contains(s) || known.may_block.contains(s)));
            prop_assert!(known.top.iter().all(|s| whole.top.contains(s)));
            prop_assert!(known.can_pass() || whole.verdict != Some(Verdict::Met));
        }
        // One rating after the other, in the order of the rounds: the width is as announced, and enough stays enough.
        let unrated = rounds(&gaps(guide, &Ratings::from_values(values.clone()), to));
        let alone = |values: &[Option<Proficiency>]| enough(guide, to, &gaps(guide, &Ratings::from_values(values.to_vec()), to));
        prop_assert_eq!(alone(&values), known.enough());
        let (mut is_enough, mut blocking) = (known.enough().is_some(), known.blocking.len());
        for round in unrated {
            prop_assert_eq!(of(guide, to, &values).width, round.before);
            for skill in round.skills {
                values[skill.index()] = Some(level(dice.below(6)));
                let now = of(guide, to, &values);
                prop_assert!(now.enough().is_some() || !is_enough);
                prop_assert_eq!(alone(&values), now.enough());
                prop_assert!(now.blocking.len() >= blocking);
                (is_enough, blocking) = (now.enough().is_some(), now.blocking.len());
                prop_assert!(is_enough || blocking < BLOCKING || now.verdict() == Some(Verdict::Open));
            }
            prop_assert_eq!(of(guide, to, &values).width, round.after);
        }
        prop_assert!(is_enough, "all is rated");
        Ok(())
    }

    proptest! {
        #![proptest_config(config(60))]

        #[test]
        fn no_completion_of_ours_contradicts_what_is_certain(seed: u64) {
            no_completion_contradicts(&OURS, seed)?;
        }

        #[test]
        fn no_completion_of_any_guide_contradicts_what_is_certain(titles in 4..10usize, seed: u64) {
            no_completion_contradicts(&generated_guide(titles, seed), !seed)?;
        }
    }
}

mod rough_ratings {
    use super::*;

    /// Skills of one weight, all rated and asked alike; the first so many of the embedded guide.
    fn alike(skills: usize, rated: usize, required: usize) -> Vec<Gap> {
        let gap = |skill| Gap {
            skill,
            rated: Some(level(rated)),
            required: level(required),
            weight: Weight::of(Importance::NotRated, false),
        };
        OURS.skills().take(skills).map(gap).collect()
    }

    fn any() -> TitleIx {
        title(&OURS, "head-of-engineering")
    }

    #[test]
    fn the_same_plan_gives_the_same_figure_in_slices_of_any_size() {
        let dice = &mut Dice::new(7);
        for _ in 0..20 {
            let values = OURS.skills().map(|_| dice.chance(80).then(|| level(dice.below(6)))).collect();
            let gaps = gaps(&OURS, &Ratings::from_values(values), any());
            let at_once = stability(&OURS, &gaps, any()).unwrap();
            assert_eq!(at_once, stability(&OURS, &gaps, any()).unwrap());
            for slice in [1, 7, 64, 999, u16::MAX] {
                let mut runs = Runs::new(&OURS, &gaps, any()).unwrap();
                for _ in 1..RUNS.div_ceil(slice) {
                    assert_eq!(runs.step(slice), None);
                }
                assert_eq!(runs.step(slice).as_ref(), Some(&at_once));
                assert_eq!(runs.step(slice).as_ref(), Some(&at_once), "a further step changes nothing");
            }
        }
    }

    #[test]
    fn the_figure_is_frozen_for_a_plan() {
        // If this changes, everybody's figures change with it. The exact percentiles are these too: 125 + 16a + 8b + 15c with a, b and c of
        // −1, 0 and +1 is at most 101 in 7.8 % and at most 102 in 12.5 %, at most 141 in 87.5 % and at most 148 in 92.2 % of all cases.
        let gaps = of_head("3413");
        let found = stability(&SMALL, &gaps, title(&SMALL, "head")).unwrap();
        let top: Vec<_> = found.top.iter().map(|(s, runs)| (SMALL.skill(*s).id.as_str(), *runs)).collect();
        assert_eq!((found.low.p10, found.low.p90, found.low.asked.get()), (102, 148, 187));
        assert_eq!(top, [("communication", 1000), ("architecture", 759), ("data", 1000)]);
    }

    #[test]
    fn one_skill_has_the_distribution_of_one_coin_pair() {
        // Rated 3, asked 4, weight 12: 2 of 4 with ¼, 3 of 4 with ½, 4 of 4 with ¼. It stays a gap in ¾ of the runs: 750 ± 13.7.
        let found = stability(&OURS, &alike(1, 3, 4), any()).unwrap();
        assert_eq!((found.low.p10, found.low.p90, found.low.asked.get()), (24, 48, 48));
        assert_eq!(found.low, found.high);
        let stays = i32::from(found.top[0].1);
        assert!((stays - 750).abs() < 4 * 14, "{stays}");
        // Met: a surplus never counts, so only downwards: 3 of 4 in ¼ of the runs.
        let met = stability(&OURS, &alike(1, 4, 4), any()).unwrap();
        assert_eq!((met.low.p10, met.low.p90, met.top.len()), (36, 48, 0));
        // At none it cannot fall, at the top it cannot rise.
        let none = stability(&OURS, &alike(1, 0, 5), any()).unwrap();
        assert_eq!((none.low.p10, none.low.p90), (0, 12));
        let best = stability(&OURS, &alike(1, 5, 5), any()).unwrap();
        assert_eq!((best.low.p10, best.low.p90), (48, 60));
    }

    #[test]
    fn many_skills_alike_follow_the_binomial_distribution() {
        // Two bits a skill are two coins, so n skills that can move both ways have B(2n, ½) − n levels more: here 2n = 54 coins.
        let mut at_most = [0.0f64; 55];
        let (mut sum, mut term) = (0.0, 0.5f64.powi(54));
        for (heads, share) in at_most.iter_mut().enumerate() {
            sum += term;
            *share = sum;
            term *= (54 - heads) as f64 / (heads + 1) as f64;
        }
        let gaps = alike(27, 2, 5);
        let found = stability(&OURS, &gaps, any()).unwrap();
        // Readiness is (54 + B − 27) × 12 of 27 × 5 × 12.
        let heads = |met: u32| (met / 12 - 27) as usize;
        let (low, high) = (heads(found.low.p10), heads(found.low.p90));
        // A percentile of 1,000 runs lies within ±4 standard errors of its place: √(0.1 × 0.9 ÷ 1000) = 0.95 points.
        assert!(at_most[low] >= 0.1 - 0.038 && at_most[low - 1] <= 0.1 + 0.038, "P10 at {low} of 54: {}", at_most[low]);
        assert!(at_most[high] >= 0.9 - 0.038 && at_most[high - 1] <= 0.9 + 0.038, "P90 at {high} of 54: {}", at_most[high]);
    }

    #[test]
    fn every_skill_moves_by_itself() {
        // Of n gaps alike the first three in the guide's order are the top gaps. The third stays one if at most two others are heavier, or as
        // heavy and before it. With three gaps that is whenever it is a gap at all: rated 3 of 4, in ¾ of the runs.
        for (place, (_, stays)) in stability(&OURS, &alike(3, 3, 4), any()).unwrap().top.iter().enumerate() {
            assert!((i32::from(*stays) - 750).abs() < 56, "{place}: {stays}");
        }
        // With 27 gaps of 2 levels and more, about a quarter weighs three: seven others. The first stays among the top three by being one of
        // those, and with none or few before it: ¼ and a little.
        let top = stability(&OURS, &alike(27, 2, 4), any()).unwrap().top;
        assert!(top.iter().all(|(_, stays)| (200..330).contains(stays)), "{top:?}");
    }

    #[test]
    fn what_is_unrated_stays_open() {
        let gaps = of_head("34-3");
        let found = stability(&SMALL, &gaps, title(&SMALL, "head")).unwrap();
        // Data is worth 24 of 187.
        assert_eq!((found.high.p10, found.high.p90), (found.low.p10 + 24, found.low.p90 + 24));
        assert!(found.top.iter().all(|(s, _)| SMALL.skill(*s).id.as_str() != "data"));
        let nothing = stability(&SMALL, &of_head("----"), title(&SMALL, "head")).unwrap();
        assert_eq!((nothing.low.p10, nothing.low.p90, nothing.high.p10, nothing.high.p90), (0, 0, 187, 187));
        assert_eq!(nothing.top, []);
        assert_eq!(stability(&SMALL, &[], title(&SMALL, "head")), None, "a title that asks nothing");
    }

    #[test]
    fn it_lies_mostly_below_the_figure_because_a_surplus_never_counts() {
        let guide = &*OURS;
        for to in guide.titles() {
            // As asked: every error upwards is a surplus, every one downwards a gap.
            let met: Vec<_> = guide.requirement(to).iter().map(|l| Some(*l)).collect();
            let all = gaps(guide, &Ratings::from_values(met), to);
            let found = stability(guide, &all, to).unwrap();
            assert!(found.low.p90 < readiness(&all).unwrap().low().part(), "{}", guide.title(to).id);
            // As a title before it: the middle of the range lies below the figure.
            for from in guide.moves_to(to).map(|m| guide.ends(m).0) {
                let below: Vec<_> = guide.requirement(from).iter().map(|l| Some(*l)).collect();
                let all = gaps(guide, &Ratings::from_values(below), to);
                let found = stability(guide, &all, to).unwrap();
                let figure = readiness(&all).unwrap().low().part();
                assert!(found.low.p10 < figure, "{}", guide.title(to).id);
                // From far below there is hardly a surplus to lose, and what is at none can only rise.
                let near = readiness(&all).unwrap().low().reaches(60);
                assert!(!near || found.low.p10 + found.low.p90 < 2 * figure, "{}", guide.title(to).id);
            }
        }
    }

    #[test]
    fn higher_ratings_are_no_worse_and_the_range_holds_what_can_be() {
        for to in OURS.titles() {
            let mut before = (0, 0);
            for rating in 0..=5 {
                let all = gaps(&OURS, &Ratings::from_values(vec![Some(level(rating)); OURS.skills().len()]), to);
                let found = stability(&OURS, &all, to).unwrap().low;
                assert!(found.p10 <= found.p90 && found.p90 <= found.asked.get());
                assert!(before.0 <= found.p10 && before.1 <= found.p90, "{} at {rating}", OURS.title(to).id);
                before = (found.p10, found.p90);
                // No run leaves what one level less and one level more of everything would give.
                let moved = |by: i32| {
                    let moved = (rating as i32 + by).clamp(0, 5) as usize;
                    let moved = Ratings::from_values(vec![Some(level(moved)); OURS.skills().len()]);
                    readiness(&gaps(&OURS, &moved, to)).unwrap().low().part()
                };
                assert!(moved(-1) <= found.p10 && found.p90 <= moved(1));
            }
        }
    }
}

mod levers {
    use super::*;

    #[test]
    fn one_level_more_in_worked_cases() {
        // Head asks 4, 2, 3, 5 with weights 16, 12, 8, 15 of 187; lead 4, 3, 2, 2, manager 2, 2, 2, 4, engineer 3, 3, 1, 1.
        let found = |signs: &str| {
            leverage(&SMALL, &rated(signs), title(&SMALL, "head"))
                .iter()
                .map(|l| {
                    let opens: Vec<_> = l.opens.iter().map(|t| SMALL.title(*t).id.as_str()).collect();
                    (SMALL.skill(l.skill).id.as_str(), l.to.get(), l.gain, opens.join(" "))
                })
                .collect::<Vec<_>>()
        };
        // Rated 3, 3, 2, 5, an engineer and a manager already. Architecture 4 is all that a lead lacks.
        assert_eq!(found("3325"), [("architecture", 4, 16, "lead".to_owned()), ("data", 3, 8, String::new())]);
        // Architecture is one short of an engineer, and nothing else keeps the gate shut: it opens engineer. For head it adds as ever.
        assert_eq!(found("2311")[0], ("architecture", 3, 16, "engineer".to_owned()));
        // All that head asks: what is left opens others, or does nothing and is left out. Cloud 3 is what a lead asks beyond it, and not
        // needed for its gate, which is open already; an engineer's stage is about cloud, so that one opens only with all 3.
        assert_eq!(found("4235"), [("cloud", 3, 0, "engineer".to_owned())]);
        assert_eq!(found("4335"), []);
        // Communication is one of 4 short of a manager, whose stage is about it, and nothing else is: 117 of 132 are 88 %.
        assert_eq!(found("2223")[0], ("architecture", 3, 16, String::new()));
        assert_eq!(found("2223")[1], ("communication", 4, 15, "manager".to_owned()));
        // Unrated skills have no level more, and titles that hang on them are not opened for certain.
        assert_eq!(found("-3--"), []);
        assert_eq!(found("3--5"), [("architecture", 4, 16, String::new())]);
        // At the top there is no more.
        assert_eq!(found("5555"), []);
        // 16 of 146 are 10.96 points, 15 are 10.27, 12 are 8.22, 8 are 5.48.
        let of_lead = leverage(&SMALL, &rated("0000"), title(&SMALL, "lead"));
        let order: Vec<_> = of_lead.iter().map(|l| (SMALL.skill(l.skill).id.as_str(), l.gain, l.points)).collect();
        assert_eq!(order, [("architecture", 16, 110), ("communication", 15, 103), ("cloud", 12, 82), ("data", 8, 55)]);
    }

    #[test]
    fn what_opens_another_title_counts_even_if_the_target_does_not_ask_it() {
        // Rated 4, 1, 2, 2, a lead has 64 + 12 + 16 + 30 = 122 of 146, and cloud two levels below 3; cloud 2 opens it: 134 are 91 %.
        let found = leverage(&SMALL, &rated("4122"), title(&SMALL, "advisor"));
        // Advisor asks 3, 1, 1, 4: of cloud no more than there is, so it adds nothing, but opens lead.
        let cloud = found.iter().find(|l| SMALL.skill(l.skill).id.as_str() == "cloud").unwrap();
        assert!(cloud.gain == 0 && cloud.opens.contains(&title(&SMALL, "lead")));
        assert_eq!(SMALL.skill(found[0].skill).id.as_str(), "communication");
    }

    #[test]
    fn what_if_replaces_some_ratings_and_nothing_else() {
        let skill = |id: &str| SMALL.skill_by_id(&id.into()).unwrap();
        let head = title(&SMALL, "head");
        let now = what_if(&SMALL, &rated("34-3"), head, &[]).unwrap();
        assert_eq!((now.standing.share(), now.gaps), (readiness(&of_head("34-3")).unwrap(), of_head("34-3")));
        // Rated and unrated skills, and the last of two for one: 4 4 3 4, which is 187 − 15 = 172.
        let instead = [("data", 1), ("architecture", 4), ("communication", 4), ("data", 3)].map(|(id, l)| (skill(id), level(l)));
        let then = what_if(&SMALL, &rated("34-3"), head, &instead).unwrap();
        assert_eq!(then.gaps, of_head("4434"));
        let gate_then = then.standing.gate().unwrap();
        assert_eq!(
            (then.standing.share().low().part(), gate_then.critical(), gate_then.focus()),
            (172, Verdict::Met, Verdict::NotMet)
        );
        assert_eq!(Some(gate_then), gate(&SMALL, &of_head("4434")).as_ref());
        // A related path has a share and no gate: advisor asks 3, 1, 1, 4, and 4 4 3 4 covers all of its 128.
        let onward = what_if(&SMALL, &rated("34-3"), title(&SMALL, "advisor"), &instead).unwrap();
        assert_eq!((onward.standing.share().low().part(), onward.standing.gate()), (128, None));
    }

    proptest! {
        #![proptest_config(config(40))]

        #[test]
        fn leverage_is_what_what_if_says(titles in 4..10usize, seed: u64) {
            let (guide, dice) = (&generated_guide(titles, seed), &mut Dice::new(!seed));
            let to = guide.titles().nth(dice.below(titles)).unwrap();
            let near = guide.requirement(guide.titles().nth(dice.below(titles)).unwrap()).to_vec();
            let unrated = dice.below(30);
            let ratings = Ratings::from_values(
                near.iter().map(|l| (!dice.chance(unrated)).then(|| level(usize::from(l.get()).saturating_sub(dice.below(2))))).collect(),
            );
            let found = leverage(guide, &ratings, to);
            let standing = |t: TitleIx, instead: &[(SkillIx, Proficiency)]| what_if(guide, &ratings, t, instead).unwrap().standing;
            let passes = |t: TitleIx, instead: &[(SkillIx, Proficiency)]| {
                standing(t, instead).gate().is_some_and(|gate| gate.passed() == Verdict::Met)
            };
            let low = |instead: &[(SkillIx, Proficiency)]| standing(to, instead).share().low();
            for skill in guide.skills() {
                let one = found.iter().find(|l| l.skill == skill);
                let Some(more) = ratings.get(skill).and_then(Proficiency::raised) else {
                    prop_assert!(one.is_none());
                    continue;
                };
                let instead = [(skill, more)];
                prop_assert_eq!(one.map_or(0, |l| l.gain), low(&instead).part() - low(&[]).part());
                let opens: Vec<TitleIx> =
                    guide.titles().filter(|t| *t != to && passes(*t, &instead) && !passes(*t, &[])).collect();
                prop_assert_eq!(one.map_or(&[][..], |l| &l.opens), opens);
            }
            for pair in found.windows(2) {
                let key = |l: &career_explorer::domain::standing::leverage::Leverage| (l.gain, l.opens.len());
                prop_assert!(key(&pair[0]) > key(&pair[1]) || (key(&pair[0]) == key(&pair[1]) && pair[0].skill < pair[1].skill));
            }
        }
    }
}
