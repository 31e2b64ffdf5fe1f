//! Questions to practise with somebody whose plan was shared.

use crate::{GUIDE, level};
use career_explorer::content;
use career_explorer::domain::guide::TitleIx;
use career_explorer::domain::plan::Ratings;
use career_explorer::domain::standing::gap::{Gap, gaps};
use career_explorer::domain::workbench::interview::{is_upper, to_practise};

fn of(title: TitleIx, ratings: &Ratings) -> (Vec<Gap>, Vec<String>) {
    let questions = content::questions();
    let gaps = gaps(&GUIDE, ratings, title);
    let found = to_practise(&GUIDE, &questions, &gaps, is_upper(&GUIDE, title));
    let kinds: Vec<_> = found.iter().map(|one| one.of.clone()).collect();
    // One of each kind, in the order of the kinds, and each one that is asked for such a title.
    assert_eq!(kinds, questions.kinds.iter().map(|kind| kind.of.clone()).collect::<Vec<_>>());
    assert!(found.iter().all(|one| one.audience.includes(is_upper(&GUIDE, title))));
    (gaps, found.iter().map(|one| one.id.clone()).collect())
}

#[test]
fn every_title_gets_a_question_of_each_kind_that_turns_on_the_heaviest_gap_of_its_kind() {
    let questions = content::questions();
    let count = GUIDE.skills().len();
    for title in GUIDE.titles() {
        for ratings in [Ratings::from_values(vec![Some(level(1)); count]), Ratings::from_values(vec![Some(level(5)); count])] {
            let (gaps, found) = of(title, &ratings);
            let weighs = |id: &str| {
                let one = questions.questions.iter().find(|one| one.id == id).unwrap();
                let first = one.skills.first().and_then(|skill| GUIDE.skill_by_id(skill)).unwrap();
                gaps.iter().find(|gap| gap.skill == first).map_or(0, Gap::weighted)
            };
            for id in &found {
                let one = questions.questions.iter().find(|one| one.id == *id).unwrap();
                let others = questions
                    .questions
                    .iter()
                    .filter(|other| other.of == one.of && other.audience.includes(is_upper(&GUIDE, title)));
                assert_eq!(weighs(id), others.map(|other| weighs(&other.id)).max().unwrap(), "{id}");
            }
        }
    }
}

#[test]
fn where_no_gap_is_known_it_is_the_first_of_each_kind() {
    let title = GUIDE.title_by_id(&"director-of-engineering".into()).unwrap();
    let (_, found) = of(title, &Ratings::from_values(vec![Some(level(5)); GUIDE.skills().len()]));
    let questions = content::questions();
    for id in found {
        let one = questions.questions.iter().find(|one| one.id == id).unwrap();
        let first = questions.questions.iter().find(|other| other.of == one.of && other.audience.includes(true)).unwrap();
        assert_eq!(first.id, id);
    }
}
