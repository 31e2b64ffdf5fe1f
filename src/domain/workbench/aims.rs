//! Goals of one's own as records: the SMART goal, the guide's group to which it belongs, the guide's goal from which it was made, and how far it is.

use crate::domain::base::day::Day;
use crate::domain::base::sorting::sort_by_key;
use crate::domain::plan::records::{Entries, Record, RecordId};
use crate::domain::workbench::actions::Kept;
use crate::domain::workbench::smart::{Aim, Goal};
use crate::domain::workbench::text::clean;
use serde_json::{Map, Value};

/// A goal of one's own.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OwnGoal {
    /// The goal, letter by letter.
    pub goal: Goal,
    /// The guide's group to which it belongs; empty for none.
    pub group: String,
    /// The guide's goal from which it was made.
    pub from: Option<String>,
    /// How far it is, in percent, 0 to 100.
    pub progress: u8,
}

impl OwnGoal {
    /// The view of a record; `None` for one that does not say what to reach.
    ///
    /// ```
    /// use career_explorer::domain::plan::records::Record;
    /// use career_explorer::domain::workbench::aims::OwnGoal;
    /// use career_explorer::domain::workbench::smart::Goal;
    ///
    /// let goal = Goal { what: "Publish two articles".into(), skills: ["communication".into()].into(), ..Goal::default() };
    /// let own = OwnGoal { goal, group: "goals-influence".into(), from: None, progress: 40 };
    /// assert_eq!(OwnGoal::of(&own.to_record(Record::default())), Some(own));
    /// assert_eq!(OwnGoal::of(&Record::default()), None);
    /// ```
    pub fn of(record: &Record) -> Option<Self> {
        let text = |key| clean(record.text(key));
        let goal = Goal {
            what: text("what"),
            measure: text("measure"),
            first_step: text("first"),
            skills: record.entries("skills").filter(|(_, on)| **on == Value::Bool(true)).map(|(skill, _)| skill.into()).collect(),
            by: Day::parse(record.text("by")),
            when_this: text("when"),
            then_that: text("then"),
            aim: if record.text("aim") == "run" { Aim::Run } else { Aim::Change },
        };
        let progress = record.number("progress").and_then(|n| u8::try_from(n).ok()).unwrap_or(0).min(100);
        let from = Some(record.text("from").to_owned()).filter(|from| !from.is_empty());
        (!goal.what.is_empty()).then(|| Self { goal, group: record.text("group").to_owned(), from, progress })
    }

    /// The record that holds it; what else `before` holds stays.
    pub fn to_record(&self, before: Record) -> Record {
        let Self { goal, group, from, progress } = self;
        let mut skills = Map::new();
        goal.skills.iter().for_each(|skill| {
            skills.insert(skill.to_string(), Value::Bool(true));
        });
        before
            .with_text("what", &goal.what)
            .with_text("measure", &goal.measure)
            .with_text("first", &goal.first_step)
            .with("skills", (!skills.is_empty()).then_some(Value::Object(skills)))
            .with_text("by", &goal.by.map(|day| day.to_string()).unwrap_or_default())
            .with_text("when", &goal.when_this)
            .with_text("then", &goal.then_that)
            .with_text("aim", if goal.aim == Aim::Run { "run" } else { "" })
            .with_text("group", group)
            .with_text("from", from.as_deref().unwrap_or_default())
            .with_number("progress", (*progress > 0).then(|| (*progress).into()))
    }
}

/// The goals of a plan: those that are due first come first, then those without a date; equals by id.
pub fn aims(records: &Entries) -> Vec<(RecordId, OwnGoal)> {
    let mut aims: Vec<(RecordId, OwnGoal)> =
        records.iter().filter_map(|(id, record)| Some((id.clone(), OwnGoal::of(record)?))).collect();
    sort_by_key(&mut aims, |(id, own)| (own.goal.by.is_none(), own.goal.by, id.clone()));
    aims
}

/// The actions that belong to a goal, in their order: those for one of its skills, and those that were taken from the same entry of the guide.
///
/// ```
/// use career_explorer::domain::plan::records::RecordId;
/// use career_explorer::domain::workbench::actions::Task;
/// use career_explorer::domain::workbench::aims::{OwnGoal, of_goal};
/// use career_explorer::domain::workbench::smart::Goal;
///
/// let goal = Goal { what: "Lead in the open".into(), skills: ["leadership".into()].into(), ..Goal::default() };
/// let own = OwnGoal { goal, ..OwnGoal::default() };
/// let task = |skill: &str| {
///     let step = Some((skill.into(), career_explorer::domain::guide::Proficiency::MAX));
///     (RecordId::fresh(skill), Task { what: "x".into(), step, ..Task::default() })
/// };
/// let all = [task("leadership"), task("mentorship")];
/// assert_eq!(of_goal(&own, &all), [&all[0]]);
/// ```
pub fn of_goal<'a>(own: &OwnGoal, actions: &'a [Kept]) -> Vec<&'a Kept> {
    let is_of = |(_, task): &&Kept| {
        task.step.as_ref().is_some_and(|(skill, _)| own.goal.skills.contains(skill))
            || (own.from.is_some() && own.from == task.from)
    };
    actions.iter().filter(is_of).collect()
}
