//! What holds for every guide and every plan, tried on generated ones. Where a result can be had by trying everything, it is
//! compared with that.

#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "../support/mod.rs"]
mod support;

use career_explorer::domain::analysis::Analysis;
use career_explorer::domain::base::day::Day;
use career_explorer::domain::guide::{Guide, Importance, ItemId, MoveKind, Proficiency, TitleIx, Weight};
use career_explorer::domain::journey::clock::Experience;
use career_explorer::domain::journey::fit::open_effort;
use career_explorer::domain::journey::pace::mean_sixths;
use career_explorer::domain::journey::promotion::smallest_set;
use career_explorer::domain::journey::routes::{MAX_ROUTES, Route, patience, routes};
use career_explorer::domain::journey::steps::{actions, all_done, effort, step};
use career_explorer::domain::page::Page;
use career_explorer::domain::plan::edit::{PlanEdit, apply};
use career_explorer::domain::plan::{Pace, Plan, Ratings, SnapshotId};
use career_explorer::domain::standing::gap::{Gap, gaps, most_informative_first};
use career_explorer::domain::standing::gate::{Verdict, gate};
use career_explorer::domain::standing::readiness::readiness;
use career_explorer::domain::standing::transfer::{title_diff, transfer};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use support::{Dice, generated, generated_guide};

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

fn level(number: usize) -> Proficiency {
    Proficiency::new(u8::try_from(number).unwrap()).unwrap()
}

/// A rating for each skill of a guide, some of them unrated.
fn ratings(guide: &Guide, dice: &mut Dice) -> Vec<Option<Proficiency>> {
    let unrated = dice.below(100);
    guide.skills().map(|_| (!dice.chance(unrated)).then(|| level(dice.below(6)))).collect()
}

fn any_title(guide: &Guide, dice: &mut Dice) -> TitleIx {
    guide.titles().nth(dice.below(guide.titles().len())).unwrap()
}

/// A guide of a few titles with more moves between them than usual, loops included.
fn dense(titles: usize, seed: u64) -> Guide {
    let mut pack = generated(titles, seed);
    let dice = &mut Dice::new(seed ^ 0xD0E5);
    let mut known: BTreeSet<_> = pack.moves.iter().map(|m| (m.from.clone(), m.to.clone())).collect();
    for _ in 0..dice.below(3 * titles) {
        let (from, to) = (&pack.titles[dice.below(titles)].id, &pack.titles[dice.below(titles)].id);
        if from != to && known.insert((from.clone(), to.clone())) {
            let short = u8::try_from(dice.within(1, 3)).unwrap();
            let mut one = pack.moves[0].clone();
            (one.from, one.to, one.kind) = (from.clone(), to.clone(), Some(MoveKind::TrackChange));
            one.dwell = vec![short, short + u8::try_from(dice.below(6)).unwrap()];
            pack.moves.push(one);
        }
    }
    Guide::new(pack).unwrap()
}

proptest! {
    #![proptest_config(config(200))]

    #[test]
    fn readiness_stays_within_bounds_and_never_falls_as_a_rating_rises(titles in 4..12usize, seed: u64) {
        let (guide, dice) = (&generated_guide(titles, seed), &mut Dice::new(!seed));
        let (to, mut values) = (any_title(guide, dice), ratings(guide, dice));
        let of = |values: &[Option<Proficiency>]| readiness(&gaps(guide, &Ratings::from_values(values.to_vec()), to)).unwrap();
        for skill in 0..values.len() {
            let kept = values[skill];
            let mut before = (0, 0);
            for rating in Proficiency::all() {
                values[skill] = Some(rating);
                let now = of(&values);
                prop_assert!(now.low().percent() <= now.high().percent() && now.high().percent() <= 100);
                prop_assert!(now.low().part() <= now.high().part() && now.high().part() <= now.asked().get());
                prop_assert!(before.0 <= now.low().part() && before.1 <= now.high().part());
                before = (now.low().part(), now.high().part());
            }
            values[skill] = kept;
        }
    }

    #[test]
    fn the_range_holds_every_completion_and_both_its_ends_are_reached(titles in 4..12usize, seed: u64) {
        let (guide, dice) = (&generated_guide(titles, seed), &mut Dice::new(!seed));
        let (to, values) = (any_title(guide, dice), Ratings::from_values(ratings(guide, dice)));
        let range = readiness(&gaps(guide, &values, to)).unwrap();
        let completed = |fill: &dyn Fn(usize) -> Proficiency| {
            let values = values.completed(fill).into_iter().map(Some).collect();
            readiness(&gaps(guide, &Ratings::from_values(values), to)).unwrap()
        };
        prop_assert_eq!(completed(&|_| Proficiency::NONE).low(), range.low());
        prop_assert_eq!(completed(&|skill| guide.requirement(to)[skill]).low(), range.high());
        for salt in 0..20 {
            let one = completed(&|skill| level(Dice::new(seed ^ salt ^ ((skill as u64) << 32)).below(6)));
            prop_assert_eq!(one.low(), one.high());
            prop_assert!(range.low().part() <= one.low().part() && one.low().part() <= range.high().part());
        }
    }

    #[test]
    fn no_rating_narrows_more_than_the_most_informative_one(titles in 4..12usize, seed: u64) {
        let (guide, dice) = (&generated_guide(titles, seed), &mut Dice::new(!seed));
        let (to, values) = (any_title(guide, dice), ratings(guide, dice));
        let all = gaps(guide, &Ratings::from_values(values.clone()), to);
        let order = most_informative_first(&all);
        prop_assert_eq!(order.len(), values.iter().filter(|v| v.is_none()).count());
        let width_after = |skill: usize, rating: Proficiency| {
            let mut values = values.clone();
            values[skill] = Some(rating);
            let ready = readiness(&gaps(guide, &Ratings::from_values(values), to)).unwrap();
            ready.high().part() - ready.low().part()
        };
        for pair in order.windows(2) {
            for rating in Proficiency::all() {
                prop_assert!(width_after(pair[0].index(), rating) <= width_after(pair[1].index(), rating));
            }
        }
    }

    #[test]
    fn the_gate_is_open_exactly_while_completions_disagree(seed: u64) {
        let (guide, dice) = (&generated_guide(6, seed), &mut Dice::new(!seed));
        let all = some_gaps(guide, dice, 4);
        prop_assume!(gate(guide, &all).is_some(), "a title asks for something");
        let verdict = |pick: &dyn Fn(usize, &Gap) -> Proficiency| {
            let all: Vec<Gap> =
                all.iter().enumerate().map(|(i, g)| Gap { rated: Some(g.rated.unwrap_or_else(|| pick(i, g))), ..*g }).collect();
            gate(guide, &all).unwrap().passed()
        };
        let expected = match (verdict(&|_, _| Proficiency::NONE), verdict(&|_, g| g.required)) {
            (Verdict::Met, Verdict::Met) => Verdict::Met,
            (_, Verdict::NotMet) => Verdict::NotMet,
            _ => Verdict::Open,
        };
        prop_assert_eq!(gate(guide, &all).unwrap().passed(), expected);
        // No completion is outside of what the two ends say.
        let other = verdict(&|i, _| level(Dice::new(seed ^ i as u64).below(6)));
        prop_assert!(other != Verdict::Open && (expected == Verdict::Open || other == expected));
    }

    #[test]
    fn the_smallest_set_is_the_best_of_all_sets(seed: u64, skills in 1..=6usize) {
        let (guide, dice) = (&generated_guide(4, seed), &mut Dice::new(!seed));
        let all = some_gaps(guide, dice, skills);
        let set = smallest_set(guide, &all);
        prop_assert_eq!(gate(guide, &all).is_none(), all.iter().all(|g| g.required == Proficiency::NONE));
        prop_assume!(gate(guide, &all).is_some(), "a title asks for something");
        let after: Vec<Proficiency> = all
            .iter()
            .map(|g| set.iter().find(|r| r.skill == g.skill).map_or_else(|| g.rated.unwrap_or(g.required), |r| r.to))
            .collect();
        for raise in &set {
            let gap = all.iter().find(|g| g.skill == raise.skill).unwrap();
            prop_assert_eq!(Some(raise.from), gap.rated);
            prop_assert!(raise.to > raise.from && raise.to <= gap.required);
        }
        prop_assert!(passes(guide, &all, &after), "the set must pass the gate");
        let raised: Vec<Gap> = all.iter().zip(&after).map(|(g, to)| Gap { rated: Some(*to), ..*g }).collect();
        prop_assert_eq!(gate(guide, &raised).unwrap().passed(), Verdict::Met);
        prop_assert_eq!(Some(cost(guide, &all, &after)), cheapest_of_all(guide, &all));
    }

    #[test]
    fn what_carries_over_is_a_share_and_all_of_it_from_a_title_to_itself(titles in 4..30usize, seed: u64) {
        let guide = &generated_guide(titles, seed);
        for from in guide.titles() {
            prop_assert_eq!(transfer(guide, from, from).unwrap().percent(), 100);
            for to in guide.titles() {
                let share = transfer(guide, from, to).unwrap();
                prop_assert!(share.part() <= share.whole().get() && share.percent() <= 100);
                let rise: u32 = title_diff(guide, from, to).iter().map(|d| d.weighted_rise()).sum();
                prop_assert_eq!(share.part() + rise, share.whole().get(), "what does not carry over is what rises");
            }
        }
    }
}

/// A plan with these ratings.
fn plan_of(guide: &Guide, values: &Ratings, years: u8) -> Plan {
    let ratings = guide.skills().filter_map(|s| Some((guide.skill(s).id.clone(), values.get(s)?))).collect();
    Plan { years: Some(years), ratings, ..Plan::default() }
}

/// Gaps of a title that asks anything of a few skills: not bound to the titles of the guide, so that rare shapes turn up.
fn some_gaps(guide: &Guide, dice: &mut Dice, skills: usize) -> Vec<Gap> {
    guide
        .skills()
        .take(skills)
        .map(|skill| Gap {
            skill,
            rated: (!dice.chance(15)).then(|| level(dice.below(6))),
            required: level(dice.below(6)),
            weight: Weight::of(guide.importance(skill), dice.chance(40)),
        })
        .collect()
}

/// The gate from its definition: no Critical skill below, none in focus below, none more than one level below, 85 % or more.
fn passes(guide: &Guide, gaps: &[Gap], levels: &[Proficiency]) -> bool {
    let (mut met, mut asked) = (0, 0);
    for (gap, level) in gaps.iter().zip(levels) {
        let short = level.below(gap.required);
        let forced = guide.importance(gap.skill) == Importance::Critical || gap.weight.in_focus();
        if short > 1 || (short == 1 && forced) {
            return false;
        }
        met += gap.weight.quarters() * u32::from(gap.required.get() - short);
        asked += gap.weight.quarters() * u32::from(gap.required.get());
    }
    met * 100 >= asked * 85
}

/// Level raises, then effort.
fn cost(guide: &Guide, gaps: &[Gap], levels: &[Proficiency]) -> (u32, u32) {
    let mut cost = (0, 0);
    for (gap, to) in gaps.iter().zip(levels) {
        let from = gap.rated.unwrap_or(gap.required);
        for step in Proficiency::all().filter(|l| *l > from && l <= to) {
            cost = (cost.0 + 1, cost.1 + mean_sixths(guide, gap.skill, step));
        }
    }
    cost
}

/// The least cost among all ways to raise the rated skills that pass the gate.
fn cheapest_of_all(guide: &Guide, gaps: &[Gap]) -> Option<(u32, u32)> {
    let from: Vec<Proficiency> = gaps.iter().map(|g| g.rated.unwrap_or(g.required)).collect();
    let mut levels = from.clone();
    let mut least: Option<(u32, u32)> = None;
    loop {
        if passes(guide, gaps, &levels) {
            let cost = cost(guide, gaps, &levels);
            least = Some(least.map_or(cost, |known| known.min(cost)));
        }
        // The next one, as a counter whose digits run from each rating to 5.
        let Some(place) = (0..levels.len()).find(|&p| gaps[p].rated.is_some() && levels[p] < Proficiency::MAX) else {
            return least;
        };
        levels[place] = levels[place].raised().unwrap();
        levels[..place].clone_from_slice(&from[..place]);
    }
}

/// Every loopless way that passes through no related path, as its criteria, from the definition.
fn every_way(guide: &Guide, held: &[Proficiency], so_far: Experience, from: TitleIx, to: TitleIx) -> BTreeSet<[u32; 3]> {
    struct Walk<'a> {
        guide: &'a Guide,
        so_far: Experience,
        to: TitleIx,
        way: Vec<TitleIx>,
        all: BTreeSet<[u32; 3]>,
    }
    impl Walk<'_> {
        fn on(&mut self, built: &[Proficiency], [usual, gap, moves]: [u32; 3]) {
            let at = *self.way.last().unwrap();
            if at == self.to {
                self.all.insert([usual, gap, moves]);
                return;
            }
            if moves > 0 && self.guide.is_onward(at) {
                return;
            }
            for number in self.guide.moves_from(at) {
                let next = self.guide.ends(number).1;
                if self.way.contains(&next) {
                    continue;
                }
                let served = if moves == 0 { self.so_far.served } else { 0 };
                let dwell = self.guide.dwell(number).1.saturating_sub(served);
                let arrival = (usual + u32::from(dwell)).max(self.guide.usual_band(next).from.into());
                let mut after = built.to_vec();
                let mut leg = 0;
                for skill in self.guide.skills() {
                    let (has, asks) = (built[skill.index()], self.guide.required(next, skill));
                    leg += self.guide.weight(next, skill).quarters() * u32::from(has.below(asks));
                    after[skill.index()] = has.max(asks);
                }
                self.way.push(next);
                self.on(&after, [arrival, gap.max(leg), moves + 1]);
                self.way.pop();
            }
        }
    }
    let mut walk = Walk { guide, so_far, to, way: vec![from], all: BTreeSet::new() };
    walk.on(held, [so_far.years.into(), 0, 0]);
    walk.all
}

fn dominates(a: &[u32; 3], b: &[u32; 3]) -> bool {
    a != b && a.iter().zip(b).all(|(a, b)| a <= b)
}

fn check_routes(guide: &Guide, found: &[Route], plan: &Plan, from: TitleIx, to: TitleIx) -> Result<(), TestCaseError> {
    let (years, values) = (plan.years.unwrap(), Ratings::of(plan, guide));
    prop_assert!(found.len() <= MAX_ROUTES);
    for (place, route) in found.iter().enumerate() {
        let titles = route.titles();
        prop_assert_eq!((titles[0], *titles.last().unwrap()), (from, to));
        prop_assert_eq!(titles.iter().collect::<BTreeSet<_>>().len(), titles.len(), "a loop");
        prop_assert!(titles[1..titles.len() - 1].iter().all(|t| !guide.is_onward(*t)), "it passes through a related path");
        let mut before = (u16::from(years), u16::from(years));
        let mut built = values.completed(|skill| guide.requirement(from)[skill]);
        for (leg, pair) in route.legs.iter().zip(titles.windows(2)) {
            prop_assert_eq!(guide.ends(leg.number), (pair[0], pair[1]));
            prop_assert_eq!((leg.from, leg.to), (pair[0], pair[1]));
            prop_assert!(leg.arrival.fast <= leg.arrival.usual);
            prop_assert!(before.0 <= leg.arrival.fast && before.1 <= leg.arrival.usual, "arrivals run backwards");
            prop_assert!(leg.from == from || (before.0 < leg.arrival.fast && before.1 < leg.arrival.usual), "no stay");
            prop_assert!(leg.arrival.fast >= guide.fast_band(leg.to).from.into());
            prop_assert!(leg.arrival.usual >= guide.usual_band(leg.to).from.into());
            let summed: u32 = leg.raises.iter().map(|r| guide.weight(leg.to, r.skill).quarters() * r.levels()).sum();
            prop_assert_eq!(summed, leg.gap);
            // Each raise starts from what was built before, so none is counted twice.
            for raise in &leg.raises {
                prop_assert_eq!((raise.from, raise.to), (built[raise.skill.index()], guide.required(leg.to, raise.skill)));
                built[raise.skill.index()] = raise.to;
            }
            prop_assert!(guide.requirement(leg.to).iter().zip(&built).all(|(asks, has)| asks <= has), "something was not built");
            before = (leg.arrival.fast, leg.arrival.usual);
        }
        prop_assert!(
            found.iter().all(|other| !dominates(&other.criteria(), &route.criteria())),
            "a route that another one dominates"
        );
        if let Some(title) = route.via {
            prop_assert!(found.iter().enumerate().all(|(other, r)| (other == place) == r.titles().contains(&title)));
        }
        for best in &route.best {
            let least = found.iter().map(|r| r.criteria()[*best as usize]).min();
            prop_assert_eq!(Some(route.criteria()[*best as usize]), least);
        }
    }
    let names: Vec<_> = found.iter().flat_map(|r| &r.best).collect();
    prop_assert_eq!(names.len(), if found.is_empty() { 0 } else { 3 });
    prop_assert!(found.windows(2).all(|pair| pair[0].criteria() < pair[1].criteria()), "not fastest first, or the same twice");
    Ok(())
}

proptest! {
    #![proptest_config(config(300))]

    #[test]
    fn routes_are_the_pareto_set_of_all_ways(titles in 4..9usize, seed: u64, years in 0..25u8, served in 0..6u8) {
        let (guide, dice) = (&dense(titles, seed), &mut Dice::new(!seed));
        let values = Ratings::from_values(ratings(guide, dice));
        let (from, to) = (any_title(guide, dice), any_title(guide, dice));
        let so_far = Experience { years, served: served.min(years) };
        let found = routes(guide, &values, so_far, from, to);
        check_routes(guide, &found, &plan_of(guide, &values, years), from, to)?;
        if from == to {
            prop_assert!(found.is_empty());
            return Ok(());
        }
        let held = values.completed(|skill| guide.requirement(from)[skill]);
        let mut all = every_way(guide, &held, so_far, from, to);
        if let Some(fastest) = all.iter().map(|way| way[0] - u32::from(years)).min() {
            all.retain(|way| way[0] - u32::from(years) <= patience(fastest));
        }
        let pareto: BTreeSet<_> = all.iter().filter(|one| all.iter().all(|other| !dominates(other, one))).copied().collect();
        let criteria: BTreeSet<_> = found.iter().map(Route::criteria).collect();
        if pareto.len() <= MAX_ROUTES {
            prop_assert_eq!(&criteria, &pareto);
        } else {
            prop_assert!(found.len() == MAX_ROUTES && criteria.is_subset(&pareto));
        }
        for criterion in 0..3 {
            let least = |set: &BTreeSet<[u32; 3]>| set.iter().map(|c| c[criterion]).min();
            prop_assert_eq!(least(&criteria), least(&all), "the best by a criterion is always on offer");
        }
    }
}

proptest! {
    #![proptest_config(config(60))]

    #[test]
    fn routes_and_actions_hold_on_larger_guides(titles in 20..200usize, seed: u64, years in 0..25u8, hours in 1..=40u8, percent in 25..=400u16) {
        let (guide, dice) = (&generated_guide(titles, seed), &mut Dice::new(!seed));
        let mut plan = Plan { years: Some(years), pace: Pace { hours_per_week: hours, effort_percent: percent, ..Pace::default() }, ..Plan::default() };
        let (from, to) = (any_title(guide, dice), any_title(guide, dice));
        (plan.from, plan.to) = (Some(guide.title(from).id.clone()), Some(guide.title(to).id.clone()));
        for (skill, value) in guide.skills().zip(ratings(guide, dice)) {
            if let Some(value) = value {
                plan.ratings.insert(guide.skill(skill).id.clone(), value);
            }
        }
        let today = Day::new(2026, 11, 23).unwrap();
        for _ in 0..dice.below(30) {
            let skill = guide.skills().nth(dice.below(guide.skills().len())).unwrap();
            plan.done.insert(step(guide, skill, level(dice.within(1, 5))), today);
        }
        let analysis = Analysis::of(guide, &plan);
        let on_offer = analysis.travel(guide).map_or(&[][..], |travel| &travel.on_offer);
        check_routes(guide, on_offer, &plan, from, to)?;
        for route in on_offer {
            for leg in &route.legs {
                let open = actions(guide, &plan, leg, today);
                let (mut hours, mut skills) = (today, BTreeMap::new());
                for action in &open {
                    prop_assert!(hours <= action.begins && action.begins <= action.by.0 && action.by.0 <= action.by.1);
                    hours = action.begins;
                    let before = skills.insert(action.skill, action.by).unwrap_or((today, today));
                    prop_assert!(before.0 <= action.by.0 && before.1 <= action.by.1, "dates of a skill run backwards");
                }
                // The whole takes the longer of its hours and the longest chain of one skill.
                let all = effort(guide, &open);
                prop_assert_eq!(all_done(&open).unwrap_or((today, today)), all.dates(plan.pace, today));
                prop_assert_eq!(all, open_effort(guide, &plan, leg));
                // Each level of each raise once, unless it is ticked off; levels of a skill in their order.
                let mut reached = BTreeMap::new();
                for action in &open {
                    prop_assert!(reached.insert(action.skill, action.level) < Some(action.level));
                    prop_assert!(!plan.done.contains_key(&step(guide, action.skill, action.level)));
                }
                let raised: usize = leg
                    .raises
                    .iter()
                    .flat_map(|r| Proficiency::all().filter(|l| *l > r.from && *l <= r.to).map(|l| step(guide, r.skill, l)))
                    .filter(|step| !plan.done.contains_key(step))
                    .count();
                prop_assert_eq!(open.len(), raised);
            }
        }
    }
}

fn part() -> impl Strategy<Value = String> {
    prop_oneof!["[a-z0-9-]{1,20}", "\\PC{1,12}", "[/%#?=&+ .~é\\n]{1,6}", Just("vs".to_owned()), Just("..".to_owned())]
}

fn page() -> impl Strategy<Value = Page> {
    let plain = [
        Page::Home,
        Page::Map,
        Page::Assess,
        Page::AssessList,
        Page::Gaps,
        Page::Routes,
        Page::Plan,
        Page::Guide,
        Page::SharedBox,
        Page::Data,
    ];
    prop_oneof![
        proptest::sample::select(plain.to_vec()),
        part().prop_map(|id| Page::Title(id.as_str().into())),
        (part(), part()).prop_map(|(a, b)| Page::Compare(a.as_str().into(), b.as_str().into())),
        part().prop_map(|id| Page::AssessSkill(id.as_str().into())),
        part().prop_map(Page::GuideSection),
        (part(), part()).prop_map(|(section, entry)| Page::GuideEntry(section, entry)),
        "\\PC{0,30}".prop_map(Page::GuideSearch),
        part().prop_map(Page::Shared),
        part().prop_map(Page::Rate),
        part().prop_map(Page::Rated),
    ]
}

fn edit() -> impl Strategy<Value = PlanEdit> {
    let id = || "[ab]";
    prop_oneof![
        (id(), id(), any::<(u8, Option<u8>)>()).prop_map(|(from, to, (years, since))| PlanEdit::Start {
            from: from.as_str().into(),
            to: to.as_str().into(),
            years,
            since
        }),
        id().prop_map(|to| PlanEdit::SetTarget(to.as_str().into())),
        id().prop_map(|from| PlanEdit::SetCurrent(from.as_str().into())),
        (id(), proptest::option::of(0..6usize)).prop_map(|(s, l)| PlanEdit::Rate { skill: s.as_str().into(), level: l.map(level) }),
        (id(), "[ x]{0,3}").prop_map(|(skill, text)| PlanEdit::Note { skill: skill.as_str().into(), text }),
        proptest::collection::vec(id(), 0..3)
            .prop_map(|route| PlanEdit::ChooseRoute(route.iter().map(|t| t.as_str().into()).collect())),
        any::<(u8, u16)>().prop_map(|(hours_per_week, effort_percent)| PlanEdit::SetPace(Pace {
            hours_per_week,
            effort_percent,
            ..Pace::default()
        })),
        proptest::option::of(id()).prop_map(|skill| PlanEdit::DoFirst(skill.map(|id| id.as_str().into()))),
        (id(), any::<bool>()).prop_map(|(goal, chosen)| PlanEdit::ChooseGoal { goal: ItemId::new(goal), chosen }),
        id().prop_map(|name| PlanEdit::TakeSnapshot { name, day: Day::new(2026, 1, 1).unwrap() }),
        ("[0-9-]{1,4}", id()).prop_map(|(snapshot, name)| PlanEdit::Restore {
            snapshot: SnapshotId::new(snapshot),
            name,
            day: Day::new(2026, 1, 1).unwrap()
        }),
        "[0-9-]{1,4}".prop_map(|id| PlanEdit::DropSnapshot(SnapshotId::new(id))),
        Just(PlanEdit::Erase),
    ]
}

proptest! {
    #![proptest_config(config(2000))]

    #[test]
    fn a_page_is_what_its_address_leads_to(page in page()) {
        prop_assert_eq!(Page::parse(&page.href()), page);
    }

    #[test]
    fn any_address_leads_to_a_page_whose_address_leads_there_too(address in prop_oneof!["\\PC*", "#?/?(map|guide|assess|shared|rate)?[/?]?(q=)?[a-z/%+]{0,8}"]) {
        let page = Page::parse(&address);
        prop_assert_eq!(Page::parse(&page.href()), page);
    }

    #[test]
    fn an_edit_leaves_the_plan_before_it_as_it_was_and_gives_the_same_each_time(edits in proptest::collection::vec(edit(), 1..12)) {
        let mut plan = Plan::default();
        for edit in &edits {
            let before = plan.clone();
            let after = apply(&plan, edit);
            prop_assert_eq!(&plan, &before);
            prop_assert_eq!(&apply(&plan, edit), &after);
            prop_assert_eq!(after.pace, after.pace.within_limits());
            prop_assert!(after.since.is_none() || (after.from.is_some() && after.since <= after.years));
            plan = after;
        }
    }

    #[test]
    fn a_rating_taken_back_is_as_if_it_had_never_been(edits in proptest::collection::vec(edit(), 0..8), rating in 0..6usize, other in 0..6usize) {
        let plan = edits.iter().fold(Plan::default(), |plan, edit| apply(&plan, edit));
        let rate = |plan: &Plan, level: Option<Proficiency>| apply(plan, &PlanEdit::Rate { skill: "c".into(), level });
        prop_assert_eq!(&rate(&rate(&plan, Some(level(rating))), None), &plan);
        let rated = rate(&plan, Some(level(rating)));
        prop_assert_eq!(&rate(&rate(&rated, Some(level(other))), Some(level(rating))), &rated, "the last rating counts");
        prop_assert_eq!(Plan { ratings: plan.ratings.clone(), ..rated }, plan, "nothing but the ratings changes");
    }
}
