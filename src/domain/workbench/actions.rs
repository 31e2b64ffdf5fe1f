//! Actions: what one does for one's gaps. The guide's ways, goals, certifications, tools and things to read are proposed for the steps of the
//! chosen route's next leg, each with the step that it is for and what that adds; they are taken, changed, put into quarters, and done.
//!
//! An action is a record; this is its typed view. Its place within a quarter is a number, so that two tabs can order different ones.

use crate::domain::base::day::Day;
use crate::domain::base::sorting::sort_by_key;
use crate::domain::guide::{GroupRole, Guide, Item, Proficiency, SectionRole, SkillId, SkillIx, TitleIx};
use crate::domain::journey::pace::Effort;
use crate::domain::journey::steps::Action as Step;
use crate::domain::plan::Pace;
use crate::domain::plan::Ratings;
use crate::domain::plan::records::{Entries, List, Record, RecordId};
use crate::domain::standing::gap::gaps;
use crate::domain::workbench::quarter::Quarter;
use crate::domain::workbench::smart::Aim;
use crate::domain::workbench::text::clean;

/// The longest line of an action, in characters.
pub const MAX_WHAT: usize = 200;
/// The most hours of one action.
pub const MAX_HOURS: u16 = 999;
/// How far apart the places of actions begin, so that one can be put between two.
const APART: u64 = 1_000;

const WHAT: &str = "what";
const SKILL: &str = "skill";
const LEVEL: &str = "level";
const QUARTER: &str = "quarter";
const PLACE: &str = "place";
const HOURS: &str = "hours";
const AIM: &str = "aim";
const DONE: &str = "done";
const FROM: &str = "from";

/// One action.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Task {
    /// What to do.
    pub what: String,
    /// The level step that it is for.
    pub step: Option<(SkillId, Proficiency)>,
    /// The quarter into which it is put; none for later.
    pub quarter: Option<Quarter>,
    /// Its place among those of its quarter, the smallest first.
    pub place: u64,
    /// The hours that it takes, as the person reckons.
    pub hours: Option<u16>,
    /// Whether it runs the business or changes it.
    pub aim: Aim,
    /// The day on which it was done.
    pub done: Option<Day>,
    /// The entry of the guide from which it was taken.
    pub from: Option<String>,
}

impl Task {
    /// The view of a record; `None` for one that does not say what to do.
    ///
    /// ```
    /// use career_explorer::domain::plan::records::Record;
    /// use career_explorer::domain::workbench::actions::Task;
    ///
    /// let task = Task { what: "Write the design note".into(), hours: Some(8), ..Task::default() };
    /// assert_eq!(Task::of(&task.to_record(Record::default())), Some(task));
    /// assert_eq!(Task::of(&Record::default()), None);
    /// ```
    pub fn of(record: &Record) -> Option<Self> {
        let what = clean(record.text(WHAT));
        let level = || Proficiency::new(u8::try_from(record.number(LEVEL)?).ok()?).filter(|level| *level > Proficiency::NONE);
        let step = || Some((SkillId::new(record.text(SKILL)), level()?)).filter(|(skill, _)| !skill.as_str().is_empty());
        (!what.is_empty()).then(|| Self {
            what,
            step: step(),
            quarter: Quarter::parse(record.text(QUARTER)),
            place: record.number(PLACE).unwrap_or(u64::MAX),
            hours: record.number(HOURS).and_then(|hours| u16::try_from(hours).ok()).filter(|hours| *hours <= MAX_HOURS),
            aim: if record.text(AIM) == "run" { Aim::Run } else { Aim::Change },
            done: Day::parse(record.text(DONE)),
            from: Some(record.text(FROM).to_owned()).filter(|from| !from.is_empty()),
        })
    }

    /// The record that holds it; what else `before` holds stays.
    pub fn to_record(&self, before: Record) -> Record {
        let Self { what, step, quarter, place, hours, aim, done, from } = self;
        before
            .with_text(WHAT, what)
            .with_text(SKILL, step.as_ref().map_or("", |(skill, _)| skill.as_str()))
            .with_number(LEVEL, step.as_ref().map(|(_, level)| level.get().into()))
            .with_text(QUARTER, &quarter.map(|quarter| quarter.to_string()).unwrap_or_default())
            .with_number(PLACE, Some(*place))
            .with_number(HOURS, hours.map(Into::into))
            .with_text(AIM, if *aim == Aim::Run { "run" } else { "" })
            .with_text(DONE, &done.map(|day| day.to_string()).unwrap_or_default())
            .with_text(FROM, from.as_deref().unwrap_or_default())
    }
}

/// An action with its id.
pub type Kept = (RecordId, Task);

/// The actions of a plan in their order: by place, and by id where two have the same.
pub fn tasks(records: &Entries) -> Vec<Kept> {
    let mut tasks: Vec<Kept> = records.iter().filter_map(|(id, record)| Some((id.clone(), Task::of(record)?))).collect();
    sort_by_key(&mut tasks, |(id, task)| (task.place, id.clone()));
    tasks
}

/// A place after all of these.
pub fn last_place(tasks: &[Kept]) -> u64 {
    tasks
        .iter()
        .map(|(_, task)| task.place)
        .filter(|place| *place < u64::MAX)
        .max()
        .map_or(APART, |last| last.saturating_add(APART))
}

/// The columns of the board: the present quarter and the two after it, then what comes later, also what has no quarter. What is open of an
/// earlier quarter stands in the present one, and so does what was done in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its quarter; none for later.
    pub quarter: Option<Quarter>,
    /// Its actions, in their order.
    pub tasks: Vec<Kept>,
    /// The hours of those that are open, as far as they say.
    pub open_hours: u32,
    /// The hours of those that are done.
    pub done_hours: u32,
    /// The hours that it has at the pace; none for later.
    pub room: Option<u32>,
}

/// The board on a day.
pub fn board(tasks: &[Kept], today: Day, pace: Pace) -> Vec<Column> {
    let now = Quarter::of(today);
    let quarters = [Some(now), Some(now.next()), Some(now.next().next()), None];
    let last = now.next().next();
    let column = |quarter: Option<Quarter>| {
        let is_in = |task: &Task| match (task.done, task.quarter) {
            (Some(done), _) => Some(Quarter::of(done)) == quarter,
            (None, Some(of)) if of > last => quarter.is_none(),
            (None, Some(of)) => Some(of.max(now)) == quarter,
            (None, None) => quarter.is_none(),
        };
        let mut tasks: Vec<Kept> = tasks.iter().filter(|(_, task)| is_in(task)).cloned().collect();
        // What is done stands first, in the order in which it was done.
        sort_by_key(&mut tasks, |(id, task)| (task.done.is_none(), task.done, task.place, id.clone()));
        let hours = |done: bool| {
            tasks.iter().filter(|(_, task)| task.done.is_some() == done).filter_map(|(_, task)| task.hours).map(u32::from).sum()
        };
        let room = quarter.map(|quarter| {
            let left = quarter.weeks_left(today) * u32::from(pace.hours_per_week);
            // What is done took room that is over.
            left + if quarter == now { hours(true) } else { 0 }
        });
        Column { quarter, open_hours: hours(false), done_hours: hours(true), tasks, room }
    };
    quarters.into_iter().map(column).collect()
}

/// What the guide has for a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// An entry of a section.
    Section(SectionRole),
    /// Something to read.
    Reading,
}

/// A proposed action.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// The entry of the guide, which tells it apart: the id of an item, or `read:` and a skill with a level.
    pub key: String,
    /// What it is.
    pub what: String,
    /// Why it helps, as the guide's entry says; empty where it does not.
    pub why: String,
    /// Where it is from.
    pub source: Source,
    /// The step that it is for.
    pub skill: SkillIx,
    /// The level that the step reaches.
    pub level: Proficiency,
    /// Whether the gate needs the step.
    pub needed: bool,
    /// What the step adds to readiness for the next title: so many quarters of weighted levels, of so many that are asked.
    pub adds: (u32, u32),
    /// The hours that the step likely takes.
    pub hours: u16,
}

/// The sections that are proposed from, in the order in which they are.
const SECTIONS: [SectionRole; 4] = [SectionRole::Path, SectionRole::Goals, SectionRole::Certifications, SectionRole::Tools];

/// Whether an entry is a way to build leadership, a network or a portfolio.
fn is_way(guide: &Guide, item: &Item) -> bool {
    let groups =
        [GroupRole::Leadership, GroupRole::Network, GroupRole::Portfolio].into_iter().filter_map(|role| guide.group_as(role));
    groups.flat_map(|group| &group.items).any(|one| one.id == item.id)
}

/// Proposals for steps that are open, in the order of the steps: for each skill one of each kind in turn, nothing twice, nothing that was
/// taken already.
///
/// ```
/// use career_explorer::content;
/// use career_explorer::domain::analysis::Analysis;
/// use career_explorer::domain::base::day::Day;
/// use career_explorer::domain::plan::Plan;
/// use career_explorer::domain::workbench::actions::proposals;
///
/// let guide = content::guide().unwrap();
/// let (from, to) = (Some("engineering-manager".into()), Some("head-of-engineering".into()));
/// let analysis = Analysis::of(&guide, &Plan { from, to, years: Some(7), ..Plan::default() });
/// let travel = analysis.travel(&guide).unwrap();
/// let steps = travel.actions(&guide, Day::parse("2026-11-25").unwrap());
/// let proposals = proposals(&guide, travel.leg.to, &steps, travel.journey.aim.plan.pace, &[]);
/// assert_eq!(proposals[0].skill, steps[0].skill);
/// ```
pub fn proposals(guide: &Guide, to: TitleIx, steps: &[Step], pace: Pace, taken: &[Kept]) -> Vec<Proposal> {
    let asked: u32 = gaps(guide, &Ratings::from_values(Vec::new()), to).iter().map(|gap| gap.at_stake()).sum();
    let is_taken = |key: &str| taken.iter().any(|(_, task)| task.from.as_deref() == Some(key));
    let mut found: Vec<Proposal> = Vec::new();
    // A step for each skill: the first one.
    let mut firsts: Vec<&Step> = Vec::new();
    for step in steps {
        if !firsts.iter().any(|first| first.skill == step.skill) {
            firsts.push(step);
        }
    }
    let one = |step: &Step, key: String, what: &str, why: &str, source: Source| Proposal {
        key,
        what: what.to_owned(),
        why: why.to_owned(),
        source,
        skill: step.skill,
        level: step.level,
        needed: step.needed,
        adds: (guide.weight(to, step.skill).quarters(), asked),
        hours: Effort::of_step(guide, step.skill, step.level).likely_hours(pace).round() as u16,
    };
    // In turn: the best of each skill, then the next best.
    let options: Vec<Vec<Proposal>> = firsts
        .iter()
        .map(|step| {
            let mut of_step = Vec::new();
            let in_section = |role: SectionRole| -> Vec<&Item> {
                let all = guide.helpers(role, step.skill);
                // Of the ways there, those that one can set out on: no phases of a working life, and no degrees.
                all.filter(|item| role != SectionRole::Path || is_way(guide, item)).collect()
            };
            let lists: Vec<(SectionRole, Vec<&Item>)> = SECTIONS.into_iter().map(|role| (role, in_section(role))).collect();
            let longest = lists.iter().map(|(_, list)| list.len()).max().unwrap_or(0);
            for turn in 0..longest {
                for (role, list) in &lists {
                    if let Some(item) = list.get(turn) {
                        of_step.push(one(step, item.id.to_string(), &item.name, &item.rationale, Source::Section(*role)));
                    }
                }
                if turn == 0
                    && let Some(read) = guide.resource_for(step.skill, step.level)
                {
                    let key = format!("read:{}:{}", guide.skill(step.skill).id, step.level);
                    let what = format!("{}, {}, {}", read.author, read.title, read.year);
                    of_step.push(one(step, key, &what, "", Source::Reading));
                }
            }
            of_step
        })
        .collect();
    let longest = options.iter().map(Vec::len).max().unwrap_or(0);
    for turn in 0..longest {
        for proposal in options.iter().filter_map(|of_step| of_step.get(turn)) {
            if !is_taken(&proposal.key) && !found.iter().any(|there| there.key == proposal.key) {
                found.push(proposal.clone());
            }
        }
    }
    found
}

/// The list that holds actions.
pub const LIST: List = List::Actions;

#[cfg(test)]
mod tests {
    use super::*;

    fn id(text: &str) -> RecordId {
        RecordId::new(text).expect("an id")
    }

    fn day(text: &str) -> Day {
        Day::parse(text).expect("a day")
    }

    fn task(name: &str, quarter: Option<&str>, place: u64, done: Option<&str>) -> Kept {
        let quarter = quarter.and_then(Quarter::parse);
        (id(name), Task { what: name.into(), quarter, place, hours: Some(10), done: done.map(day), ..Task::default() })
    }

    #[test]
    fn what_a_record_holds_and_this_version_does_not_know_stays() {
        let before = Record::default().with_text("colour", "red").with_text("what", "Old").with_number("level", Some(99));
        let mut task = Task::of(&before).expect("an action");
        assert_eq!((task.what.as_str(), &task.step), ("Old", &None));
        task.step = Some(("communication".into(), Proficiency::MAX));
        let after = task.to_record(before);
        assert_eq!((after.text("colour"), Task::of(&after)), ("red", Some(task)));
        for what in ["", "  ", "\u{7}"] {
            assert_eq!(Task::of(&Record::default().with("what", Some(what.into()))), None);
        }
        // Emoji, right to left, quotes and line breaks come through.
        for what in ["🚀 Ship “it”, now", "כתוב מסמך", "a,b;c\\d"] {
            let task = Task { what: what.into(), ..Task::default() };
            assert_eq!(Task::of(&task.to_record(Record::default())), Some(task));
        }
    }

    #[test]
    fn the_board_has_what_is_open_from_before_in_the_present_quarter() {
        let tasks = [
            task("late", Some("2026-q2"), 2, None),
            task("now", Some("2026-q4"), 1, None),
            task("next", Some("2027-q1"), 1, None),
            task("far", Some("2028-q1"), 1, None),
            task("some-day", None, 1, None),
            task("done", Some("2027-q1"), 9, Some("2026-11-02")),
            task("done-long-ago", Some("2026-q1"), 9, Some("2026-02-02")),
        ];
        let board = board(&tasks, day("2026-11-25"), Pace { hours_per_week: 4, effort_percent: 100, ..Pace::default() });
        let names = |column: &Column| column.tasks.iter().map(|(id, _)| id.as_str().to_owned()).collect::<Vec<_>>();
        assert_eq!(names(&board[0]), ["done", "now", "late"]);
        assert_eq!(
            (names(&board[1]), names(&board[2]), names(&board[3])),
            (vec!["next".into()], vec![], vec!["far".into(), "some-day".into()])
        );
        assert_eq!((board[0].done_hours, board[0].open_hours, board[0].room), (10, 20, Some(30)));
        assert_eq!((board[1].room, board[3].room), (Some(52), None));
    }

    #[test]
    fn tasks_stand_by_place_and_a_new_one_comes_last() {
        let records: Entries = [("b", 5), ("a", 5), ("c", 1)]
            .map(|(name, place)| (id(name), task(name, None, place, None).1.to_record(Record::default())))
            .into_iter()
            .collect();
        let tasks = tasks(&records);
        assert_eq!(tasks.iter().map(|(id, _)| id.as_str()).collect::<Vec<_>>(), ["c", "a", "b"]);
        assert!(last_place(&tasks) > 5);
        assert_eq!(last_place(&[]), APART);
    }

    #[test]
    fn proposals_come_from_the_guide_and_none_comes_twice() {
        let guide = crate::content::guide().expect("the guide");
        let (from, to) = (Some("engineering-manager".into()), Some("head-of-engineering".into()));
        let plan = crate::domain::plan::Plan { from, to, years: Some(7), ..Default::default() };
        let analysis = crate::domain::analysis::Analysis::of(&guide, &plan);
        let travel = analysis.travel(&guide).expect("a way");
        let steps = travel.actions(&guide, day("2026-11-25"));
        let all = proposals(&guide, travel.leg.to, &steps, plan.pace, &[]);
        let mut keys: Vec<&str> = all.iter().map(|one| one.key.as_str()).collect();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), all.len());
        let sources = |role| all.iter().any(|one| one.source == Source::Section(role));
        assert!(SECTIONS.into_iter().all(sources) && all.iter().any(|one| one.source == Source::Reading));
        assert!(all.iter().all(|one| one.adds.0 > 0 && one.adds.0 < one.adds.1 && one.hours > 0));
        // What was taken is proposed no more.
        let taken = (id("x"), Task { what: "x".into(), from: Some(all[0].key.clone()), ..Task::default() });
        let rest = proposals(&guide, travel.leg.to, &steps, plan.pace, &[taken]);
        assert_eq!(rest.len(), all.len() - 1);
        assert_eq!(rest.iter().filter(|one| one.key == all[0].key).count(), 0);
    }
}
