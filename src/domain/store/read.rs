//! Reading the envelope entry by entry, so that a bad one costs no other. By hand rather than derived: it names the place of
//! each fault, and it weighs less.

use super::{APP, MAX_BYTES, PackRef, SCHEMA, StoreError, Stored, Warning};
use crate::domain::base::day::Day;
use crate::domain::guide::{Proficiency, SkillId};
use crate::domain::plan::{MAX_NOTE, MAX_SNAPSHOTS, MAX_YEARS, Pace, Plan, Snapshot, Step};
use serde_json::{Map, Value};

/// More warnings than anyone reads; the last one says that there are more.
const MAX_WARNINGS: usize = 100;
/// The longest name of a snapshot, in characters; the app gives them shorter ones.
const MAX_NAME: usize = 500;

const UNKNOWN: &str = "is something that this version of the app does not know";
const FORM: &str = "has the wrong form";

type Object = Map<String, Value>;

/// Reads the envelope.
pub(super) fn envelope(text: &str) -> Result<Stored, StoreError> {
    if text.len() > MAX_BYTES {
        return Err(StoreError::TooLarge);
    }
    let value = serde_json::from_str(text).map_err(|_| StoreError::NotJson)?;
    let Value::Object(envelope) = value else { return Err(StoreError::NotOurs) };
    let mut reader = Reader { place: Vec::new(), warnings: Vec::new(), more: false };
    let (mut ours, mut schema, mut pack, mut plan) = (false, 0, Value::Null, Value::Null);
    for (key, value) in envelope {
        match key.as_str() {
            "app" => ours = value.as_str() == Some(APP),
            "schema" => schema = value.as_u64().unwrap_or(0),
            "pack" => pack = value,
            "plan" => plan = value,
            _ => reader.warn_at(&key, UNKNOWN),
        }
    }
    if ours && schema > SCHEMA {
        return Err(StoreError::NewerSchema { schema });
    }
    let Value::Object(plan) = plan else { return Err(StoreError::NotOurs) };
    if !ours || schema != SCHEMA {
        return Err(StoreError::NotOurs);
    }
    let pack = reader.pack(&pack);
    let plan = reader.plan(plan);
    if reader.more {
        reader.warnings.push(Warning { place: "More entries".to_owned(), problem: "were left out" });
    }
    Ok(Stored { plan, pack, warnings: reader.warnings })
}

struct Reader {
    /// Where we are.
    place: Vec<String>,
    warnings: Vec<Warning>,
    /// Whether there are more warnings than are kept.
    more: bool,
}

impl Reader {
    /// Goes one place further in, until [`Self::leave`].
    fn enter(&mut self, place: &str) {
        // A key of a damaged file can be of any length.
        self.place.push(place.chars().take(64).collect());
    }

    fn leave(&mut self) {
        self.place.pop();
    }

    fn warn(&mut self, problem: &'static str) {
        if self.warnings.len() < MAX_WARNINGS {
            self.warnings.push(Warning { place: self.place.join(" › "), problem });
        } else {
            self.more = true;
        }
    }

    fn warn_at(&mut self, place: &str, problem: &'static str) {
        self.enter(place);
        self.warn(problem);
        self.leave();
    }

    /// The value, or a warning.
    fn or_warn<T>(&mut self, value: Option<T>, problem: &'static str) -> Option<T> {
        if value.is_none() {
            self.warn(problem);
        }
        value
    }

    fn pack(&mut self, pack: &Value) -> PackRef {
        let id = pack.get("id").and_then(Value::as_str).filter(|id| is_id(id));
        let version = pack.get("version").and_then(Value::as_u64).and_then(|version| u32::try_from(version).ok());
        if let Some((id, version)) = id.zip(version) {
            return PackRef { id: id.to_owned(), version };
        }
        self.warn_at("pack", "does not say which guide the plan was made with");
        PackRef::default()
    }

    fn plan(&mut self, fields: Object) -> Plan {
        let mut plan = Plan::default();
        self.each(fields, &mut |r, field, value| r.field(&mut plan, field, value));
        if plan.since.is_some() && plan.since > plan.years {
            plan.since = None;
            self.warn_at("since", "is later than the years so far");
        }
        let ends_meet = plan.route.len() > 1 && plan.route.first() == plan.from.as_ref() && plan.route.last() == plan.to.as_ref();
        if !plan.route.is_empty() && !ends_meet {
            plan.route.clear();
            self.warn_at("route", "does not lead from the current title to the destination");
        }
        plan
    }

    fn field(&mut self, plan: &mut Plan, field: &str, value: Value) {
        match (field, value) {
            ("from" | "to" | "years" | "since", Value::Null) => {}
            ("from", value) => plan.from = self.id(&value).map(Into::into),
            ("to", value) => plan.to = self.id(&value).map(Into::into),
            ("years", value) => plan.years = self.number(&value, 0, MAX_YEARS.into()).and_then(|years| years.try_into().ok()),
            ("since", value) => plan.since = self.number(&value, 0, MAX_YEARS.into()).and_then(|since| since.try_into().ok()),
            ("ratings", Value::Object(entries)) => self.each(entries, &mut |r, key, value| {
                let level = r.number(&value, 0, 5).and_then(|level| Proficiency::new(u8::try_from(level).ok()?));
                plan.ratings.extend(r.skill(key).zip(level));
            }),
            ("evidence", Value::Object(entries)) => self.each(entries, &mut |r, key, value| {
                let note = r.text(value, MAX_NOTE).filter(|note| !note.trim().is_empty());
                plan.evidence.extend(r.skill(key).zip(note));
            }),
            ("done", Value::Object(entries)) => self.each(entries, &mut |r, key, value| {
                let step = Step::try_from(key.to_owned()).ok().filter(|step| is_id(step.skill.as_str()));
                let step = r.or_warn(step, "is not a level step");
                plan.done.extend(step.zip(r.day(&value)));
            }),
            ("goals", Value::Array(list)) => self.list(list, &mut |r, value| plan.goals.extend(r.id(&value).map(Into::into))),
            ("route", Value::Array(list)) => {
                let len = list.len();
                self.list(list, &mut |r, value| plan.route.extend(r.id(&value).map(Into::into)));
                // A route with a title left out is another route.
                if plan.route.len() < len {
                    plan.route.clear();
                }
            }
            ("pace", Value::Object(entries)) => self.each(entries, &mut |r, key, value| match key {
                "hours_per_week" => {
                    plan.pace.hours_per_week = r
                        .number(&value, 1, Pace::MAX_HOURS.into())
                        .and_then(|hours| hours.try_into().ok())
                        .unwrap_or(Pace::default().hours_per_week);
                }
                "effort_percent" => {
                    let limits = (Pace::MIN_EFFORT, Pace::MAX_EFFORT);
                    plan.pace.effort_percent = r.number(&value, limits.0, limits.1).unwrap_or(Pace::default().effort_percent);
                }
                _ => r.warn(UNKNOWN),
            }),
            // A snapshot has none of its own.
            ("snapshots", Value::Array(list)) if !self.place.iter().rev().skip(1).any(|p| p == "snapshots") => {
                self.list(list, &mut |r, value| match value {
                    Value::Object(fields) => plan.snapshots.extend(r.snapshot(fields)),
                    _ => r.warn(FORM),
                });
                if plan.snapshots.len() > MAX_SNAPSHOTS {
                    plan.snapshots.drain(..plan.snapshots.len() - MAX_SNAPSHOTS);
                    self.warn("are more than a plan can hold; the oldest were left out");
                }
            }
            ("snapshots", Value::Array(list)) if list.is_empty() => {}
            ("ratings" | "evidence" | "done" | "goals" | "route" | "pace" | "snapshots", _) => self.warn(FORM),
            _ => self.warn(UNKNOWN),
        }
    }

    fn snapshot(&mut self, fields: Object) -> Option<Snapshot> {
        let (mut name, mut day, mut plan) = (String::new(), None, None);
        self.each(fields, &mut |r, field, value| match (field, value) {
            ("name", value) => name = r.text(value, MAX_NAME).unwrap_or_default(),
            ("day", value) => day = r.day(&value),
            ("plan", Value::Object(fields)) => plan = Some(r.plan(fields)),
            _ => r.warn(UNKNOWN),
        });
        let snapshot = day.zip(plan).map(|(day, plan)| Snapshot { name, day, plan });
        self.or_warn(snapshot, "is not a snapshot with its day and its plan")
    }

    fn each(&mut self, entries: Object, read: &mut dyn FnMut(&mut Self, &str, Value)) {
        for (key, value) in entries {
            self.enter(&key);
            read(self, &key, value);
            self.leave();
        }
    }

    fn list(&mut self, list: Vec<Value>, read: &mut dyn FnMut(&mut Self, Value)) {
        for (place, value) in list.into_iter().enumerate() {
            self.enter(&(place + 1).to_string());
            read(self, value);
            self.leave();
        }
    }

    fn skill(&mut self, key: &str) -> Option<SkillId> {
        self.or_warn(is_id(key).then(|| key.into()), "is not the id of a skill")
    }

    fn id<'a>(&mut self, value: &'a Value) -> Option<&'a str> {
        self.or_warn(value.as_str().filter(|id| is_id(id)), "is not an id")
    }

    fn number(&mut self, value: &Value, min: u16, max: u16) -> Option<u16> {
        let number = value.as_u64().and_then(|number| u16::try_from(number).ok()).filter(|number| (min..=max).contains(number));
        self.or_warn(number, "is out of range")
    }

    fn day(&mut self, value: &Value) -> Option<Day> {
        self.or_warn(value.as_str().and_then(Day::parse), "has no day such as 2026-11-23")
    }

    fn text(&mut self, value: Value, max: usize) -> Option<String> {
        let Value::String(text) = value else {
            self.warn("is not text");
            return None;
        };
        if text.chars().count() <= max {
            return Some(text);
        }
        self.warn("is too long and was cut");
        Some(text.chars().take(max).collect())
    }
}

/// Whether a text has the form of an id, so that some guide might know it.
fn is_id(text: &str) -> bool {
    (1..=64).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}
