//! What is vague in a goal, and the rest of what prepares for a move: coverage of stories, pay, LinkedIn.

use super::{GUIDE, awkward, day, level, skill, skill_ids};
use career_explorer::domain::guide::{Dimension, Guide, SkillId};
use career_explorer::domain::plan::Ratings;
use career_explorer::domain::standing::gap::{Gap, gaps};
use career_explorer::domain::workbench::smart::{Around, FAR_DAYS, Goal, Letter, MAX_FIELD, Vague, vague};

fn head(rate: impl Fn(usize) -> Option<u8>) -> Vec<Gap> {
    let title = GUIDE.title_by_id(&"head-of-engineering".into()).unwrap();
    gaps(&GUIDE, &Ratings::from_values((0..GUIDE.skills().len()).map(|p| rate(p).map(level)).collect()), title)
}

fn ids() -> Vec<SkillId> {
    GUIDE.skills().map(|s| GUIDE.skill(s).id.clone()).collect()
}

/// A goal with nothing vague in it.
fn smart() -> Goal {
    Goal {
        what: "Hand every on-call rota over to its team".into(),
        measure: "Night pages a month that reach me: from 11 to 0".into(),
        first_step: "Ask the payments team on Monday who would go first".into(),
        skills: [SkillId::new("leadership")].into(),
        by: Some(day("2027-06-30")),
        when_this: "a page reaches me at night".into(),
        then_that: "I write down why on the next morning".into(),
        ..Goal::default()
    }
}

fn found(change: impl FnOnce(&mut Goal)) -> Vec<(Letter, Vague)> {
    let mut goal = smart();
    change(&mut goal);
    let (gaps, ids) = (head(|_| Some(2)), ids());
    vague(&goal, &Around { today: day("2026-11-24"), gaps: &gaps, ids: &ids, needs_hours: Some(100), hours_per_week: 6 })
}

#[test]
fn each_letter_says_what_is_vague_in_it() {
    use Letter::{Achievable, Measurable, Relevant, Specific, TimeBound};
    assert_eq!(found(|_| {}), []);
    for (change, expected) in [
        ((|g| g.what.clear()) as fn(&mut Goal), vec![(Specific, Vague::Nothing)]),
        (|g| g.what = "Mentoring".into(), vec![(Specific, Vague::TooShort)]),
        (|g| g.what = "Improving our build times".into(), vec![(Specific, Vague::Word("Improving".into()))]),
        (|g| g.what = "Be a Better leader".into(), vec![(Specific, Vague::Word("Better".into()))]),
        (|g| g.what = "a b ".to_owned() + &"x".repeat(10_000), vec![(Specific, Vague::TooLong(10_004))]),
        (|g| g.measure = " \n".into(), vec![(Measurable, Vague::Nothing)]),
        (|g| g.measure = "People are happy".into(), vec![(Measurable, Vague::NoFigure)]),
        (|g| g.measure = "12 minutes".into(), vec![(Measurable, Vague::NoComparison)]),
        (|g| g.measure = "Fewer than 12 minutes".into(), vec![]),
        (|g| g.measure = "40 → 12".into(), vec![]),
        (|g| g.measure = "two talks within the year".into(), vec![]),
        (|g| g.measure = "nobody pages me, none".into(), vec![]),
        (|g| g.first_step.clear(), vec![(Achievable, Vague::Nothing)]),
        // 100 hours at 6 a week are 117 days: 21 March 2027.
        (|g| g.by = Some(day("2027-03-20")), vec![(Achievable, Vague::TooLittleTime { needs: 100, has: 99 })]),
        (|g| g.by = Some(day("2027-03-21")), vec![]),
        (|g| g.then_that.clear(), vec![(Achievable, Vague::HalfPlan)]),
        (|g| g.when_this = " ".into(), vec![(Achievable, Vague::HalfPlan)]),
        (|g| (g.when_this, g.then_that) = (String::new(), String::new()), vec![]),
        (|g| g.skills.clear(), vec![(Relevant, Vague::NoSkill)]),
        (|g| g.skills = ["gone"].map(SkillId::new).into(), vec![(Relevant, Vague::NoGap)]),
        (|g| g.skills = ["gone", "leadership"].map(SkillId::new).into(), vec![]),
        (|g| g.by = None, vec![(TimeBound, Vague::NoDate)]),
        (|g| g.by = Some(day("2026-11-23")), vec![(TimeBound, Vague::Past)]),
        (|g| g.by = Some(day("2026-11-24")), vec![(Achievable, Vague::TooLittleTime { needs: 100, has: 0 })]),
        (|g| g.by = Some(day("2026-11-24").plus_days(FAR_DAYS)), vec![]),
        (|g| g.by = Some(day("2026-11-24").plus_days(FAR_DAYS + 1)), vec![(TimeBound, Vague::Far)]),
    ] {
        assert_eq!(found(change), expected);
    }
    let order: Vec<Letter> = found(|g| *g = Goal::default()).into_iter().map(|(letter, _)| letter).collect();
    assert_eq!(order, [Specific, Measurable, Achievable, Relevant, TimeBound]);
}

#[test]
fn relevant_is_what_the_target_asks_more_of() {
    let relevant = |rated: Option<u8>, gaps_given: bool| {
        let (gaps, ids) = (head(|_| rated), ids());
        let gaps = if gaps_given { &gaps[..] } else { &[] };
        let around = Around { today: day("2026-11-24"), gaps, ids: &ids, needs_hours: None, hours_per_week: 0 };
        !vague(&smart(), &around).contains(&(Letter::Relevant, Vague::NoGap))
    };
    assert!(relevant(Some(0), true) && relevant(None, true), "an unrated skill may have a gap");
    assert!(!relevant(Some(5), true));
    assert!(relevant(Some(5), false), "without a target nothing is irrelevant");
}

#[test]
fn any_text_is_checked_and_kept() {
    for text in awkward() {
        let found = found(|g| (g.what, g.measure, g.first_step) = (text.clone(), text.clone(), text.clone()));
        let too_long = text.chars().count() > MAX_FIELD && !text.trim().is_empty();
        assert_eq!(found.iter().filter(|(_, v)| matches!(v, Vague::TooLong(_))).count(), if too_long { 3 } else { 0 });
        let goal = Goal { what: text, ..smart() };
        assert_eq!(serde_json::from_str::<Goal>(&serde_json::to_string(&goal).unwrap()).unwrap(), goal);
    }
    assert_eq!(serde_json::from_str::<Goal>("{}").unwrap(), Goal::default());
}

mod stories {
    use super::*;
    use career_explorer::domain::workbench::coverage::{Coverage, Shown, Story, TURNS_ON, categories, coverage, turns_on};
    use career_explorer::domain::workbench::evidence::{Achievement, AchievementId, Log};
    use career_explorer::domain::workbench::when::When;

    /// An entry: its id, when, and the skills with the levels that it shows.
    type Entry<'a> = (&'a str, &'a str, &'a [(&'a str, u8)]);

    fn log(entries: &[Entry<'_>]) -> Log {
        let one = |(id, when, skills): &Entry<'_>| {
            let skills = skills.iter().map(|(id, l)| (SkillId::new(*id), level(*l))).collect();
            (AchievementId::new(id).unwrap(), Achievement { skills, ..Achievement::new("x", When::parse(when).unwrap()) })
        };
        entries.iter().map(one).collect()
    }

    fn story(id: &str, categories: &[&str]) -> Story {
        Story { id: AchievementId::new(id).unwrap(), categories: categories.iter().map(|c| (*c).into()).collect() }
    }

    #[test]
    fn what_an_interview_turns_on_are_critical_and_focus_skills_first() {
        let gaps = head(|_| None);
        let skills = turns_on(&GUIDE, &gaps);
        assert_eq!(skills.len(), TURNS_ON);
        let title = GUIDE.title_by_id(&"head-of-engineering".into()).unwrap();
        let first = |s| GUIDE.in_focus(title, s) || s == skill("software-architecture");
        let firsts = GUIDE.skills().filter(|s| first(*s) && GUIDE.required(title, *s).get() > 0).count();
        assert!(skills[..firsts.min(TURNS_ON)].iter().all(|s| first(*s)), "{:?}", skill_ids(&skills));
        let nothing: Vec<Gap> = gaps.iter().map(|g| Gap { required: level(0), ..*g }).collect();
        assert_eq!(turns_on(&GUIDE, &nothing), []);
    }

    #[test]
    fn stories_over_categories_and_skills_show_the_holes() {
        // Head asks of leadership, communication, mentorship and cloud what the guide says; the log shows some of it.
        let gaps = head(|_| None);
        let skills = ["leadership", "communication", "mentorship", "cloud-computing"].map(skill);
        let asked = |id: &str| gaps[skill(id).index()].required.get();
        let low = asked("communication") - 1;
        let log = log(&[
            ("a", "2026-03", &[("leadership", 5), ("communication", 1)]),
            ("b", "2026-05", &[("communication", low)]),
            ("c", "2025", &[("mentorship", 2)]),
            ("d", "2026", &[("mentorship", 2)]),
            ("e", "2020", &[("mentorship", 1), ("communication", low)]),
        ]);
        let categories = categories(&GUIDE);
        assert_eq!(categories.len(), 4);
        let told = [story("a", &[]), story("b", &["interview-technical"]), story("gone", &["interview-strategic"])];
        let found: Coverage = coverage(&GUIDE, &gaps, &skills, &categories, &log, &told);

        assert_eq!(found.stories.len(), 2, "the third is not in the log any more");
        assert_eq!((found.more(), found.too_many()), (4, 0));
        let shown: Vec<_> = found.skills.iter().map(|r| r.shown.clone()).collect();
        assert_eq!(
            shown,
            [
                vec![Shown::AsAsked(level(5)), Shown::No],
                vec![Shown::Below(level(1)), Shown::Below(level(low))],
                vec![Shown::No, Shown::No],
                vec![Shown::No, Shown::No],
            ]
        );
        let rows = |rows: Vec<&career_explorer::domain::workbench::coverage::Row>| rows.iter().map(|r| r.skill).collect::<Vec<_>>();
        assert_eq!(skill_ids(&rows(found.holes().collect())), ["mentorship", "cloud-computing"]);
        assert_eq!(skill_ids(&rows(found.below().collect())), ["communication"]);
        // Of two that show mentorship at 2 the later one; communication is shown no better by anything in the log.
        let in_the_log: Vec<_> = found.skills.iter().map(|r| r.in_the_log.as_ref().map(|(id, l)| (id.as_str(), l.get()))).collect();
        assert_eq!(in_the_log, [None, None, Some(("d", 2)), None]);
        // Leadership is a skill of the leadership category; the second story was put to the technical one.
        let open: Vec<_> = found.open_categories().map(|c| c.id.as_str()).collect();
        assert_eq!(open, ["interview-behavioural", "interview-strategic"]);
    }

    #[test]
    fn nothing_at_all_and_too_much() {
        let gaps = head(|_| None);
        let none = coverage(&GUIDE, &gaps, &turns_on(&GUIDE, &gaps), &categories(&GUIDE), &Log::new(), &[]);
        assert_eq!((none.more(), none.holes().count(), none.open_categories().count()), (6, TURNS_ON, 4));
        let ids: Vec<String> = (0..10).map(|n| format!("s{n}")).collect();
        let log: Log =
            ids.iter().map(|id| (AchievementId::new(id).unwrap(), Achievement::new("x", When::parse("2026").unwrap()))).collect();
        let stories: Vec<Story> = ids.iter().map(|id| story(id, &[])).collect();
        let many = coverage(&GUIDE, &gaps, &[], &[], &log, &stories);
        assert_eq!((many.more(), many.too_many()), (0, 2));
        let mut pack = GUIDE.pack().clone();
        pack.sections.iter_mut().flat_map(|s| &mut s.groups).for_each(|g| g.role = None);
        assert!(categories(&Guide::new(pack).unwrap()).is_empty(), "a guide need not have any");
    }
}

mod pay {
    use super::*;
    use career_explorer::domain::workbench::pay::{ABOVE_BASE, Base, MAX_BASE, PayError, read, total};

    #[test]
    fn the_range_is_the_guides() {
        let text = &GUIDE.items().find(|(_, i)| i.id.as_str() == "pay-total").unwrap().1.text;
        assert!(text.contains(&format!("{}–{} %", ABOVE_BASE.0, ABOVE_BASE.1)), "{text}");
        let of = |units| total(&Base { units, currency: String::new() });
        assert_eq!(of(100_000), (130_000, 150_000));
        assert_eq!(of(1), (1, 2)); // 1.3 and 1.5
        assert_eq!(of(99_999), (129_999, 149_999)); // 129,998.7 and 149,998.5
        assert_eq!(of(MAX_BASE), (MAX_BASE / 10 * 13, MAX_BASE / 2 * 3));
    }

    #[test]
    fn a_base_is_read_as_people_type_it() {
        for (text, units, currency) in [
            ("120000", 120_000, ""),
            (" €120,000 ", 120_000, "€"),
            ("120.000 EUR", 120_000, "EUR"),
            ("CHF 120’000.–", 120_000, "CHF –"),
            ("120 000 kr", 120_000, "kr"),
            ("120\u{202f}000,50 €", 120_000, "€"),
            ("$120,000.99", 120_000, "$"),
            ("1.234.567,89", 1_234_567, ""),
            ("1,234,567.89", 1_234_567, ""),
            ("120k", 120_000, ""),
            ("€ 92.5K", 92_500, "€"),
            ("1,25m", 1_250_000, ""),
            ("0.5m", 500_000, ""),
            ("12,5", 12, ""),
            ("1000000000000", MAX_BASE, ""),
            ("85 000 USD a year", 85_000, "USD a year"),
            ("50 mille", 50, "mille"),
        ] {
            assert_eq!(read(text), Ok(Base { units, currency: currency.into() }), "{text}");
        }
    }

    #[test]
    fn what_is_no_base_says_why() {
        for (text, error) in [
            ("", PayError::NoFigure),
            ("plenty", PayError::NoFigure),
            ("٣٤", PayError::NoFigure),
            ("0", PayError::NotPositive),
            ("0.5", PayError::NotPositive),
            ("-120000", PayError::NotPositive),
            ("€ −5", PayError::NotPositive),
            ("100000-120000", PayError::Unclear),
            ("1,2,3", PayError::Unclear),
            ("12,34,567", PayError::Unclear),
            ("1.234,567.89", PayError::Unclear),
            ("1000000000001", PayError::TooLarge),
            ("99999999999999999999999", PayError::TooLarge),
            ("99999999999999999m", PayError::TooLarge),
        ] {
            assert_eq!(read(text), Err(error), "{text}");
        }
        for text in awkward() {
            for text in [text.clone(), format!("{text}5{text}"), format!("5{text}"), format!("5\u{212a}{text}")] {
                let _ = read(&text);
            }
        }
    }
}

mod linkedin {
    use super::*;
    use career_explorer::domain::workbench::linkedin::{
        HEADLINE, Headline, LISTED_FROM, Listing, Room, SKILLS, SUMMARY, count, room, skills,
    };

    #[test]
    fn limits_count_as_the_site_does() {
        for (text, counted) in [("", 0), ("abc", 3), ("Zoë", 3), ("e\u{301}", 2), ("👍", 2), ("👩‍👩‍👧‍👦", 11), ("שלום", 4), ("a\nb", 3)]
        {
            assert_eq!(count(text), counted, "{text}");
        }
        assert_eq!(room(&"x".repeat(220), HEADLINE), Room::Left(0));
        assert_eq!(room(&"x".repeat(221), HEADLINE), Room::Over(1));
        assert_eq!(room(&"👍".repeat(1_300), SUMMARY), Room::Left(0));
        assert_eq!(room(&"👍".repeat(10_000), SUMMARY), Room::Over(17_400));
        assert_eq!(room("", SUMMARY), Room::Left(2_600));
    }

    #[test]
    fn a_headline_is_what_there_is_of_the_three() {
        let headline = |role: &str, keywords: &str, proof: &str| Headline {
            role: role.into(),
            keywords: keywords.into(),
            proof: proof.into(),
        };
        let whole = headline("Head of Engineering", " Payments\nat scale ", "From 20 to 120");
        assert_eq!(whole.text(), "Head of Engineering | Payments at scale | From 20 to 120");
        assert_eq!(whole.missing(), [] as [usize; 0]);
        let part = headline("", "Payments", " ");
        assert_eq!((part.text().as_str(), part.missing()), ("Payments", vec![0, 2]));
        assert_eq!(Headline::default().text(), "");
        for text in awkward() {
            let headline = headline(&text, &text, "x").text();
            assert!(headline.ends_with('x') && !headline.contains('\n'));
        }
    }

    fn kinds(listing: &Listing) -> Vec<bool> {
        let technical = |s| matches!(GUIDE.dimension(s), Dimension::Technical | Dimension::Emerging);
        listing.skills.iter().map(|s| technical(*s)).collect()
    }

    #[test]
    fn fifteen_to_twenty_skills_are_listed_mixed_and_for_the_target() {
        let all = skills(&GUIDE, &head(|_| Some(3)));
        assert_eq!((all.skills.len(), all.short), (*SKILLS.end(), 0));
        assert!(kinds(&all).windows(3).all(|w| w.contains(&true) && w.contains(&false)), "{:?}", skill_ids(&all.skills));
        // Nothing twice, and of each kind the heaviest first.
        let gaps = head(|_| Some(3));
        let brings = |place: &usize| gaps[*place].at_stake() - gaps[*place].weighted();
        for kind in [true, false] {
            let of_kind: Vec<usize> =
                all.skills.iter().zip(kinds(&all)).filter(|(_, k)| *k == kind).map(|(s, _)| s.index()).collect();
            assert!(of_kind.len() >= 6);
            assert!(of_kind.windows(2).all(|p| brings(&p[0]) > brings(&p[1]) || (brings(&p[0]) == brings(&p[1]) && p[0] < p[1])));
        }
        // Other ratings, another list: what one has only heard of is not on it, nor what is unrated.
        let few = skills(&GUIDE, &head(|place| (place < 20).then_some(if place % 2 == 0 { 4 } else { LISTED_FROM - 1 })));
        assert_eq!((few.skills.len(), few.short), (10, 5));
        assert!(few.skills.iter().all(|s| s.index() % 2 == 0));
        assert_eq!(skills(&GUIDE, &head(|_| None)), Listing { skills: vec![], short: 15 });
        // All of one kind are in a row, as there are no others.
        let technical = skills(&GUIDE, &head(|place| (place < 8).then_some(5)));
        assert_eq!((technical.skills.len(), technical.short), (8, 7));
        // Among equals the higher rating comes first.
        let gaps = head(|place| (9..11).contains(&place).then_some(if place == 10 { 5 } else { 4 }));
        let stakes: Vec<u32> = gaps[9..11].iter().map(|g| g.at_stake() - g.weighted()).collect();
        let order: Vec<usize> = skills(&GUIDE, &gaps).skills.iter().map(|s| s.index()).collect();
        assert_eq!(order, if stakes[0] > stakes[1] { [9, 10] } else { [10, 9] });
    }
}
