//! What one learns by, and balance.

use career_explorer::content;
use career_explorer::domain::base::day::Day;
use career_explorer::domain::guide::{GroupRole, Guide, Item, Proficiency, SectionRole};
use career_explorer::domain::plan::Ratings;
use career_explorer::domain::plan::records::{Entries, Record, RecordId};
use career_explorer::domain::standing::gap::{Gap, gaps};
use career_explorer::domain::workbench::balance::{self, CheckIn, Trend, check_ins, put_answer, strategies, trend};
use career_explorer::domain::workbench::learning::{
    FAMILIARITY, Status, familiarity, id, is_ticked, put_familiarity, ranked, reading_id, tick, to_read,
};
use std::collections::BTreeSet;
use std::sync::LazyLock;

static GUIDE: LazyLock<&Guide> = LazyLock::new(|| content::whole(Box::leak(Box::new(content::guide().unwrap()))));

fn items(role: SectionRole) -> impl Iterator<Item = &'static Item> {
    GUIDE.section_as(role).into_iter().flat_map(|s| s.groups.iter().flat_map(|g| &g.items))
}

fn gaps_at(level: Option<u8>) -> Vec<Gap> {
    let head = GUIDE.title_by_id(&"head-of-engineering".into()).unwrap();
    gaps(&GUIDE, &Ratings::from_values(vec![level.and_then(Proficiency::new); GUIDE.skills().len()]), head)
}

#[test]
fn entries_are_ranked_by_what_their_gaps_weigh_and_stay_in_order_where_none_is_known() {
    for role in [SectionRole::Certifications, SectionRole::Tools] {
        let all = ranked(&GUIDE, &gaps_at(Some(2)), items(role));
        assert!(all.windows(2).all(|pair| pair[0].weighed >= pair[1].weighed));
        for one in &all {
            assert_eq!(one.weighed, one.helps.iter().map(Gap::weighted).sum::<u32>());
            assert!(one.helps.windows(2).all(|pair| pair[0].weighted() >= pair[1].weighted()));
            assert!(one.helps.iter().all(|gap| gap.weighted() > 0));
        }
        for unknown in [gaps_at(None), gaps_at(Some(5)), Vec::new()] {
            let order: Vec<_> = ranked(&GUIDE, &unknown, items(role)).iter().map(|one| one.item.id.clone()).collect();
            let guide: Vec<_> = items(role).filter(|item| !item.helps.is_empty()).map(|item| item.id.clone()).collect();
            assert_eq!(order, guide);
        }
    }
    assert_eq!(ranked(&GUIDE, &[], items(SectionRole::Tools)).len(), 15);
    assert_eq!(ranked(&GUIDE, &[], items(SectionRole::Certifications)).len(), 8);
    assert_eq!(GUIDE.group_as(GroupRole::Mastery).unwrap().items.len(), 6);
}

#[test]
fn what_is_read_reaches_one_level_further_and_stands_once() {
    for level in 0..5 {
        let all = to_read(&GUIDE, &gaps_at(Some(level)));
        let titles: BTreeSet<&str> = all.iter().map(|(_, resource)| resource.title.as_str()).collect();
        assert_eq!(titles.len(), all.len());
        assert!(all.iter().all(|(_, resource)| resource.level > level));
    }
    assert!(to_read(&GUIDE, &gaps_at(None)).is_empty() && to_read(&GUIDE, &gaps_at(Some(5))).is_empty());
}

#[test]
fn each_entry_has_a_record_of_its_own() {
    let mut all = BTreeSet::new();
    for item in [SectionRole::Certifications, SectionRole::Tools, SectionRole::Balance].into_iter().flat_map(items) {
        assert!(all.insert(id(&item.id).unwrap()), "{}", item.id);
    }
    for skill in GUIDE.skills() {
        for resource in &GUIDE.skill(skill).resources {
            all.insert(reading_id(&resource.title));
        }
    }
    let titles: BTreeSet<&String> = GUIDE.skills().flat_map(|s| GUIDE.skill(s).resources.iter().map(|r| &r.title)).collect();
    let ids: BTreeSet<RecordId> = titles.iter().map(|title| reading_id(title)).collect();
    assert_eq!(titles.len(), ids.len(), "two titles have one record");
    for odd in ["", "…", "日本語", &"x".repeat(10_000), "A: b (ISO 27001)"] {
        assert!((1..=64).contains(&reading_id(odd).as_str().len()), "{odd}");
    }
}

#[test]
fn a_record_keeps_what_it_does_not_know_and_forgets_what_is_taken_back() {
    let step = "mastery-share".into();
    let record = Record::default().with_text("later", "x");
    let full = tick(put_familiarity(Some(2), Status::put(Some(Status::UnderWay), record.clone())), &step, true);
    assert_eq!((Status::of(&full), familiarity(&full), is_ticked(&full, &step)), (Some(Status::UnderWay), Some(2), true));
    assert_eq!(tick(put_familiarity(None, Status::put(None, full)), &step, false), record);
    assert_eq!(Status::of(&Record::default().with_text("status", "begun")), None);
    assert_eq!(familiarity(&Record::default().with_number("familiarity", Some(u64::from(FAMILIARITY) + 1))), None);
    assert_eq!(familiarity(&put_familiarity(Some(200), Record::default())), None);
}

#[test]
fn the_guide_has_sixteen_strategies_in_four_parts() {
    assert_eq!(strategies(&GUIDE).count(), 4);
    assert!(strategies(&GUIDE).all(|group| group.items.len() == 4));
}

fn check_in(hours: u8, thought: u8, pace: u8) -> Record {
    [("hours", hours), ("thought", thought), ("pace", pace)].into_iter().fold(Record::default(), |r, (q, a)| put_answer(r, q, a))
}

#[test]
fn check_ins_have_a_mean_and_a_trend_and_what_is_not_whole_counts_for_nothing() {
    let day = |text: &str| Day::parse(text).unwrap();
    let mut entries = Entries::default();
    assert_eq!(trend(&check_ins(&entries)), None);
    entries.insert(balance::id(day("2026-12-31")), check_in(1, 2, 2));
    entries.insert(balance::id(day("2028-02-29")), check_in(2, 3, 2));
    entries.insert(balance::id(day("2027-06-01")), Record::default().with_number("hours", Some(3)));
    entries.insert(RecordId::new("someday").unwrap(), check_in(5, 5, 5));
    let all = check_ins(&entries);
    assert_eq!(all.iter().map(|one| (one.day, one.mean())).collect::<Vec<_>>(), [(day("2026-12-31"), 17), (day("2028-02-29"), 23)]);
    assert_eq!(trend(&all), Some(Trend::Since { before: all[0], last: all[1], is_low: true }));
    assert_eq!(trend(&all[..1]), Some(Trend::First(all[0])));
    assert_eq!(CheckIn { day: all[0].day, answers: [5, 5, 5] }.mean(), 50);
    for answers in (1..=5).flat_map(|a| (1..=5).flat_map(move |b| (1..=5).map(move |c| [a, b, c]))) {
        let one = CheckIn { day: all[0].day, answers };
        let exact = answers.iter().map(|a| f64::from(*a)).sum::<f64>() / 3.0;
        assert!((f64::from(one.mean()) / 10.0 - exact).abs() <= 0.05, "{answers:?}");
    }
    // Two low ones in a row are needed.
    let better = CheckIn { day: all[1].day, answers: [3, 3, 3] };
    assert!(matches!(trend(&[all[0], better]), Some(Trend::Since { is_low: false, .. })));
}
