//! What the model costs, and how that grows: on the embedded guide and on generated ones of 100, 1,000 and 10,000 titles.
//!
//! `cargo xtask bench --only core` runs it and prints the medians. The samples are few, so that the whole takes about a minute: the
//! figures tell one order of growth from another, not one per cent from two.
//!
//! How it grows from 1,000 titles to 10,000, where n log n would be 13 times:
//! - Readiness, gate and smallest set: not at all. They look at the skills of one title, and no guide has many.
//! - Search: 8 times, and its index 9 to 10: both go once through the entries.
//! - Routes: about 16 times, 0.07 ms and 1.1 ms. The search itself is short, since a way that cannot end within the time that a route is
//!   worth is not followed (at most 32 labels and 161). Nearly all of it is the years and moves that are left to the target, worked out backwards
//!   over the whole guide once, and a guide of 10,000 titles is larger than the caches. Guides of one size differ: of three, the slowest
//!   of 10,000 titles took 250 ms before routes were bounded by their time.
//! - Everything a plan shows: as the routes, which are nearly all of it from 1,000 titles on.

#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "../tests/support/mod.rs"]
mod support;

use career_explorer::content;
use career_explorer::domain::analysis::Analysis;
use career_explorer::domain::base::day::Day;
use career_explorer::domain::guide::{Guide, Proficiency, TitleIx};
use career_explorer::domain::journey::routes::routes;
use career_explorer::domain::plan::{Plan, Ratings};
use career_explorer::domain::search::Index;
use career_explorer::domain::standing::enough::certain;
use career_explorer::domain::standing::gap::{Gap, gaps, heaviest_first, most_informative_first};
use career_explorer::domain::standing::leverage::leverage;
use career_explorer::domain::standing::stability::stability;
use criterion::{BenchmarkGroup, BenchmarkId, Criterion, measurement::WallTime};
use std::collections::BTreeSet;
use std::hint::black_box;
use std::time::Duration;

/// A guide with someone in it who has a long way to go.
struct Case {
    name: String,
    guide: Guide,
    from: TitleIx,
    to: TitleIx,
    plan: Plan,
}

impl Case {
    fn new(name: &str, guide: Guide) -> Self {
        let (from, to) = far_apart(&guide);
        let plan = Plan {
            from: Some(guide.title(from).id.clone()),
            to: Some(guide.title(to).id.clone()),
            years: Some(2),
            // One skill in five is unrated, and the others are about what the first title asks.
            ratings: guide
                .skills()
                .filter(|s| s.index() % 5 != 4)
                .map(|s| (guide.skill(s).id.clone(), Proficiency::new(u8::try_from(s.index() % 4).unwrap()).unwrap()))
                .collect(),
            ..Plan::default()
        };
        Self { name: name.to_owned(), guide, from, to, plan }
    }
}

/// Of the titles on the lowest level, one from which most others are in reach, and of these the highest that is furthest away.
fn far_apart(guide: &Guide) -> (TitleIx, TitleIx) {
    let mut best = (0, None);
    for from in guide.titles().filter(|&t| guide.rank(t) == 0).take(20) {
        let (mut reached, mut wave, mut last) = (BTreeSet::from([from]), vec![from], from);
        while !wave.is_empty() {
            let next = wave.iter().flat_map(|&t| guide.moves_from(t)).map(|m| guide.ends(m).1).filter(|&t| reached.insert(t));
            wave = next.collect();
            last =
                wave.iter().copied().max_by_key(|&t| guide.rank(t)).filter(|&t| guide.rank(t) >= guide.rank(last)).unwrap_or(last);
        }
        if reached.len() > best.0 {
            best = (reached.len(), Some((from, last)));
        }
    }
    best.1.expect("a guide has a title on its lowest level")
}

/// All that the pages show of a plan.
fn everything(guide: &Guide, plan: &Plan, today: Day) -> usize {
    let analysis = Analysis::of(guide, plan);
    let aim = analysis.stage.aim().expect("a destination");
    let mut ranked = aim.gaps.clone();
    heaviest_first(&mut ranked);
    let order = most_informative_first(&aim.gaps);
    let travel = analysis.travel(guide).expect("a route");
    let actions = travel.actions(guide, today);
    ranked.len() + order.len() + aim.smallest_set(guide).len() + travel.on_offer.len() + actions.len()
}

fn each(group: &mut BenchmarkGroup<'_, WallTime>, cases: &[Case], work: impl Fn(&Case) -> usize) {
    for case in cases {
        group.bench_function(BenchmarkId::from_parameter(&case.name), |bench| bench.iter(|| work(black_box(case))));
    }
}

fn main() {
    let mut criterion = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_millis(1_000))
        .configure_from_args();
    let today = Day::new(2026, 1, 1).unwrap();
    let mut cases = vec![Case::new("embedded", content::guide().unwrap())];
    for titles in [100, 1_000, 10_000] {
        cases.push(Case::new(&format!("{titles:05}-titles"), support::generated_guide(titles, 1)));
    }

    let mut group = criterion.benchmark_group("plan-everything");
    each(&mut group, &cases, |case| everything(&case.guide, &case.plan, today));
    group.finish();

    // What a rating costs on the pages without routes.
    let mut group = criterion.benchmark_group("plan-rating");
    each(&mut group, &cases, |case| {
        let analysis = Analysis::of(&case.guide, &case.plan);
        analysis.stage.aim().map_or(0, |aim| aim.smallest_set(&case.guide).len())
    });
    group.finish();

    let mut group = criterion.benchmark_group("routes");
    each(&mut group, &cases, |case| {
        let ratings = Ratings::of(&case.plan, &case.guide);
        let so_far = case.plan.experience().unwrap();
        routes(&case.guide, &ratings, so_far, case.from, case.to).len()
    });
    group.finish();

    let mut group = criterion.benchmark_group("search");
    for case in &cases {
        let index = Index::new(&case.guide);
        let find = |words: &str| index.search(words, 50).len();
        group.bench_function(BenchmarkId::from_parameter(&case.name), |bench| {
            // A word that is everywhere, two that are together in some entries, and one that is nowhere.
            bench.iter(|| find(black_box("e")) + find(black_box("senior eng")) + find(black_box("xyzzy")));
        });
    }
    group.finish();

    let mut group = criterion.benchmark_group("search-index");
    each(&mut group, &cases, |case| {
        black_box(Index::new(&case.guide));
        1
    });
    group.finish();

    // What a page works out beside a rating, on the embedded guide.
    let mut group = criterion.benchmark_group("standing");
    let case = &cases[0];
    let ratings = Ratings::of(&case.plan, &case.guide);
    let open = gaps(&case.guide, &ratings, case.to);
    let rated: Vec<Gap> = open.iter().map(|g| Gap { rated: Some(g.rated.unwrap_or_default()), ..*g }).collect();
    group.bench_function("certain", |bench| {
        bench.iter(|| certain(&case.guide, case.to, black_box(&open)).unwrap().blocking.len());
    });
    group.bench_function("leverage", |bench| bench.iter(|| leverage(&case.guide, black_box(&ratings), case.to).len()));
    group.bench_function("stability", |bench| bench.iter(|| stability(&case.guide, black_box(&rated), case.to).unwrap().low.p10));
    group.finish();
    criterion.final_summary();
}
