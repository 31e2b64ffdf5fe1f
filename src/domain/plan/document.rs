//! The plan as a document: the tree that is stored, merged and undone.
//!
//! Maps by stable key; a set is a map to `true`; snapshots are a map by id; a list stands only where it is one value, as the route is.
//! [`write()`] and [`read()`] are the one place that knows the form of each field. Reading takes out of the tree what it understands; what
//! is left over, at whatever level, stays in the plan as [`Unknown`], and writing puts it back: nothing has to be remembered for it.
//! docs/formats.md describes the fields.
//!
//! Maps are written also when they are empty, so that one that was emptied is not taken for one that was removed.

use super::fields::{Fields, below, object, put, put_map};
use super::records::{Archive, Entries, List, Members, Record, RecordId, Records, Version, are_tokens, tokens};
use super::{MAX_NOTE, MAX_SNAPSHOTS, MAX_YEARS, Pace, Plan, Snapshot, SnapshotId, Step};
use crate::domain::base::checksum::crc32;
use crate::domain::base::day::Day;
use crate::domain::base::sorted::SortedMap;
use crate::domain::base::sorting::sort_by_key;
use crate::domain::guide::Proficiency;
use serde_json::Value;

/// More warnings than anyone reads; the last one says that there are more.
const MAX_WARNINGS: usize = 100;
/// The field under which a document carries what stands beside the plan where it is stored. No field of a plan has an empty name.
pub(crate) const BESIDE: &str = "";
const SNAPSHOTS: &str = "snapshots";
/// The entries of the pace with the person's own hours for a raise, by the level it leads to.
const HOURS_TO: [&str; 5] = ["hours_to_1", "hours_to_2", "hours_to_3", "hours_to_4", "hours_to_5"];
/// The lists of records, by name; in a snapshot, the tokens of each.
const RECORDS: &str = "records";
/// The versions of records that snapshots name, by the snapshot with which each came, and by token.
const ARCHIVE: &str = "archive";

/// What a document holds that this version does not understand: a tree with those entries alone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Unknown(Fields);

impl Unknown {
    /// Whether everything was understood.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The part that belongs to the state of the plan, and goes into a snapshot of it.
    pub(super) fn of_plan(&self) -> Self {
        Self(object(self.0.iter().filter(|(key, _)| !stays(key)).map(|(key, value)| (key.clone(), value.clone()))))
    }

    /// The part of `other` that is no state of the plan: what stays when another state takes its place.
    pub(super) fn and_what_stays_of(mut self, other: &Self) -> Self {
        for (key, value) in other.0.iter().filter(|(key, _)| stays(key)) {
            match (self.0.get_mut(key), value) {
                (Some(Value::Object(mine)), Value::Object(theirs)) => {
                    theirs.iter().for_each(|(key, value)| {
                        mine.insert(key.clone(), value.clone());
                    });
                }
                _ => {
                    self.0.insert(key.clone(), value.clone());
                }
            }
        }
        self
    }
}

fn stays(key: &str) -> bool {
    key == SNAPSHOTS || key == ARCHIVE || key == BESIDE
}

/// Something in a document that this version does not understand, or could not keep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// Where it stands, as `ratings › communication`.
    pub place: String,
    /// What is the matter with it.
    pub problem: Problem,
}

/// What can be the matter with an entry of a document. Unless [`Problem::is_loss`] says so, the entry is kept as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// A field that this version does not know.
    Unknown,
    /// A field that it knows, in a form that it does not know.
    Form,
    /// A number outside of its range.
    Range,
    /// Not the id of anything.
    Id,
    /// Not a level step.
    Step,
    /// Not a day.
    Day,
    /// Not a snapshot with its day and its plan.
    Snapshot,
    /// A note that is longer than [`MAX_NOTE`].
    LongNote,
    /// It does not say which guide the plan was made with.
    Pack,
    /// The route does not lead from the current title to the destination, and was left out.
    Route,
    /// There are more than [`MAX_SNAPSHOTS`], and the oldest were left out.
    ManySnapshots,
    /// There are more warnings than these.
    More,
}

impl Problem {
    /// Whether something was left out for it.
    pub const fn is_loss(self) -> bool {
        matches!(self, Self::Route | Self::ManySnapshots)
    }
}

/// The document of a plan.
pub fn write(plan: &Plan) -> Fields {
    let mut fields = state(plan);
    let snapshots = plan.snapshots.iter().map(|one| (one.id.as_str().to_owned(), Value::Object(snapshot(one))));
    put_map(&mut fields, SNAPSHOTS, snapshots);
    let records = below(&mut fields, RECORDS);
    for list in List::ALL.iter().filter(|list| plan.records.len(**list) == 0) {
        put_map(records, list.key(), std::iter::empty());
    }
    for (snapshot, versions) in &plan.archive.0 {
        let versions = versions.iter().map(|(token, one)| (token.clone(), Value::Object(one.fields().clone())));
        put_map(below(&mut fields, ARCHIVE), snapshot.as_str(), versions);
    }
    fields
}

/// The documents of two plans, without those records, snapshots and versions that are the same in both: as [`changes`](super::merge::changes)
/// and marks are concerned, these two do for the whole, and take time by what differs.
pub fn differing(before: &Plan, after: &Plan) -> (Fields, Fields) {
    (without(before, after), without(after, before))
}

/// The document of a plan, without what another plan has too.
fn without(plan: &Plan, other: &Plan) -> Fields {
    let mut fields = head(plan);
    let is_new = |one: &&Snapshot| other.snapshot(&one.id) != Some(*one);
    let snapshots = if plan.snapshots == other.snapshots { &[] } else { plan.snapshots.as_slice() };
    let snapshots = snapshots.iter().filter(is_new).map(|one| (one.id.as_str().to_owned(), Value::Object(snapshot(one))));
    put_map(&mut fields, SNAPSHOTS, snapshots);
    let records = below(&mut fields, RECORDS);
    for list in List::ALL {
        put_map(records, list.key(), std::iter::empty());
    }
    for (list, mine) in plan.records.shared() {
        let theirs = other.records.shared().find(|(name, _)| *name == list).map(|(_, entries)| entries);
        let is_new = |(id, record): &(&RecordId, &Record)| theirs.is_none_or(|theirs| theirs.get(*id) != Some(*record));
        let entries = if theirs == Some(mine) { Vec::new() } else { mine.iter().filter(is_new).collect() };
        let entries = entries.into_iter().map(|(id, record)| (id.as_str().to_owned(), Value::Object(record.fields().clone())));
        put_map(records, list, entries);
    }
    for (snapshot, versions) in &plan.archive.0 {
        let archive = below(&mut fields, ARCHIVE);
        if other.archive.0.get(snapshot) != Some(versions) {
            let versions = versions.iter().map(|(token, one)| (token.clone(), Value::Object(one.fields().clone())));
            put_map(archive, snapshot.as_str(), versions);
        }
    }
    fields
}

/// A document in two: its fields but for the large maps, and the text of each entry of those, by map and key. `None` where something that this
/// version does not understand stands among those entries.
pub(crate) fn parts(plan: &Plan) -> Option<(Fields, Vec<Part<'_>>)> {
    let fields = head(plan);
    if [SNAPSHOTS, RECORDS, ARCHIVE].iter().any(|key| fields.contains_key(*key)) {
        return None;
    }
    let mut parts = Vec::with_capacity(List::ALL.len() + 2);
    if !plan.archive.0.is_empty() {
        let entries = plan.archive.0.iter().map(|(id, versions)| (id.as_str(), Entry::Versions(versions)));
        parts.push(Part { within: None, key: ARCHIVE, entries: entries.collect() });
    }
    for list in List::ALL.iter().filter(|list| plan.records.len(**list) == 0) {
        parts.push(Part { within: Some(RECORDS), key: list.key(), entries: Vec::new() });
    }
    // A state that was restored may have lists that this version does not know.
    for (list, entries) in plan.records.lists() {
        let entries = entries.iter().map(|(id, record)| (id.as_str(), Entry::Record(record)));
        parts.push(Part { within: Some(RECORDS), key: list, entries: entries.collect() });
    }
    let snapshots: SortedMap<&str, Entry> = plan.snapshots.iter().map(|one| (one.id.as_str(), Entry::Snapshot(one))).collect();
    parts.push(Part { within: None, key: SNAPSHOTS, entries: snapshots.into_iter().collect() });
    sort_by_key(&mut parts, |part| (part.within.unwrap_or(part.key), part.key));
    Some((fields, parts))
}

/// A large map of a document.
pub(crate) struct Part<'a> {
    /// The map in which it stands, if it is not the document itself.
    pub within: Option<&'static str>,
    /// Under which key.
    pub key: &'a str,
    /// Its entries, in the order of their keys.
    pub entries: Vec<(&'a str, Entry<'a>)>,
}

/// An entry of a large map. Two that are shared are the same without being compared.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Entry<'a> {
    /// A record.
    Record(&'a Record),
    /// The versions that came with a snapshot.
    Versions(&'a std::sync::Arc<SortedMap<String, Version>>),
    /// A snapshot.
    Snapshot(&'a Snapshot),
}

impl Entry<'_> {
    /// Its text, as the whole document would have it.
    pub fn text(self) -> String {
        match self {
            Self::Record(record) => text(record.fields()),
            Self::Snapshot(one) => text(&snapshot(one)),
            Self::Versions(versions) => {
                let mut all = String::from("{");
                for (token, version) in &**versions {
                    if all.len() > 1 {
                        all.push(',');
                    }
                    all.push_str(&Value::from(token.as_str()).to_string());
                    all.push(':');
                    all.push_str(&text(version.fields()));
                }
                all.push('}');
                all
            }
        }
    }
}

fn text(fields: &Fields) -> String {
    // A map of texts and whole numbers has a text.
    serde_json::to_string(fields).unwrap_or_default()
}

/// A plan without its snapshots.
fn state(plan: &Plan) -> Fields {
    let mut fields = head(plan);
    for (list, entries) in plan.records.lists() {
        let entries = entries.iter().map(|(id, record)| (id.as_str().to_owned(), Value::Object(record.fields().clone())));
        put_map(below(&mut fields, RECORDS), list, entries);
    }
    fields
}

/// A plan without its snapshots and records.
fn head(plan: &Plan) -> Fields {
    // Named one by one, so that a field that is added and not written does not compile.
    let Plan {
        from,
        to,
        years,
        since,
        ratings,
        evidence,
        route,
        done,
        goals,
        pace,
        first,
        records: _,
        snapshots: _,
        archive: _,
        unknown,
    } = plan;
    let mut fields = unknown.0.clone();
    put(&mut fields, "from", from.as_ref().map(|id| id.as_str().into()));
    put(&mut fields, "to", to.as_ref().map(|id| id.as_str().into()));
    put(&mut fields, "years", years.map(Into::into));
    // By title, as it belongs to the title held: one that is given up in another tab takes it along.
    if let Some((id, since)) = from.as_ref().zip(*since) {
        put_map(&mut fields, "since", std::iter::once((id.to_string(), since.into())));
    }
    put_map(&mut fields, "ratings", ratings.iter().map(|(skill, level)| (skill.to_string(), level.get().into())));
    put_map(&mut fields, "evidence", evidence.iter().map(|(skill, note)| (skill.to_string(), note.as_str().into())));
    let titles = || route.iter().map(|id| Value::from(id.as_str())).collect();
    put(&mut fields, "route", (!route.is_empty()).then(|| Value::Array(titles())));
    put_map(&mut fields, "done", done.iter().map(|(step, day)| (String::from(step.clone()), day.to_string().into())));
    put_map(&mut fields, "goals", goals.iter().map(|id| (id.to_string(), true.into())));
    put(&mut fields, "first", first.as_ref().map(|id| id.as_str().into()));
    let Pace { hours_per_week, effort_percent, own_hours } = *pace;
    let usual = Pace::default();
    let hours = (hours_per_week != usual.hours_per_week).then(|| ("hours_per_week".to_owned(), hours_per_week.into()));
    let effort = (effort_percent != usual.effort_percent).then(|| ("effort_percent".to_owned(), effort_percent.into()));
    let own = own_hours.iter().zip(HOURS_TO).filter_map(|(hours, key)| Some((key.to_owned(), (*hours)?.into())));
    put_map(&mut fields, "pace", hours.into_iter().chain(effort).chain(own));
    fields
}

fn snapshot(one: &Snapshot) -> Fields {
    let Snapshot { id: _, name, day, plan, members, unknown } = one;
    let mut fields = unknown.0.clone();
    put(&mut fields, "name", Some(name.as_str().into()));
    put(&mut fields, "day", Some(day.to_string().into()));
    put(&mut fields, "plan", Some(Value::Object(state_with(plan, members))));
    fields
}

/// The plan of a document, of any form. Says in `warnings` what was not understood, and leaves out what does not go together: a route
/// that does not lead from the current title to the destination, and snapshots beyond [`MAX_SNAPSHOTS`].
pub fn read(fields: Fields, warnings: &mut Vec<Warning>) -> Plan {
    let mut reader = Reader { place: Vec::new(), warnings };
    let mut fields = fields;
    let snapshots = reader.snapshots(&mut fields);
    let archive = reader.archive(&mut fields);
    Plan { snapshots, archive, ..reader.state(fields) }
}

/// Completes a document that others were merged into: puts in the versions that its snapshots name and that it lacks, from a document that has
/// them. Whoever drops a snapshot drops the versions that it alone named, and does not know of a snapshot that names them since then.
pub fn complete(merged: &mut Fields, sources: [&Fields; 2]) {
    let there = versions(merged);
    let mut missing: Vec<(String, String)> = Vec::new();
    for (snapshot, one) in merged.get(SNAPSHOTS).and_then(Value::as_object).into_iter().flatten() {
        let lists = one.get("plan").and_then(|plan| plan.get(RECORDS)).and_then(Value::as_object);
        let named = lists.into_iter().flatten().filter_map(|(_, text)| text.as_str()).flat_map(tokens);
        let lacking = named.filter(|token| !there.contains_key(*token));
        missing.extend(lacking.map(|token| (snapshot.clone(), token.to_owned())));
    }
    if missing.is_empty() {
        return;
    }
    let sources = sources.map(versions);
    let mut found: SortedMap<String, ()> = SortedMap::new();
    for (snapshot, token) in missing {
        if let Some(version) = sources.iter().find_map(|source| source.get(token.as_str()))
            && found.insert(token.clone(), ()).is_none()
        {
            below(below(merged, ARCHIVE), &snapshot).insert(token, (*version).clone());
        }
    }
}

/// All versions of a document, by token.
fn versions(fields: &Fields) -> SortedMap<&str, &Value> {
    let mut all = SortedMap::new();
    let maps = fields.get(ARCHIVE).and_then(Value::as_object).into_iter().flatten().filter_map(|(_, map)| map.as_object());
    maps.flatten().for_each(|(token, version)| {
        all.insert(token.as_str(), version);
    });
    all
}

/// The versions that the snapshots of parts of documents name, each from the document that it is a part of.
pub(super) fn named(parts: [(&Fields, &Fields); 2]) -> Fields {
    let mut named = Fields::new();
    for (part, document) in parts {
        put(&mut named, SNAPSHOTS, part.get(SNAPSHOTS).cloned());
        complete(&mut named, [document, document]);
        named.remove(SNAPSHOTS);
    }
    named
}

/// The id of a snapshot that is kept on a day, beside those that are there: a day, a number within it, and a checksum of what it is, by its
/// state and the tokens of its records.
pub(crate) fn snapshot_id(there: &[Snapshot], name: &str, day: Day, what: (&Plan, &Members)) -> SnapshotId {
    // One more than the last of that day, whatever was dropped before it.
    let number = |one: &Snapshot| one.id.as_str().split('-').nth(3).and_then(|number| number.parse::<u16>().ok());
    let last = there.iter().filter(|one| one.day == day).filter_map(number).max();
    let number = last.map_or(0, |last| last.saturating_add(1));
    let content = Value::Array(vec![name.into(), Value::Object(state_with(what.0, what.1))]).to_string();
    SnapshotId::new(format!("{day}-{number:03}-{:08x}", crc32(content.as_bytes())))
}

/// The state of a plan with the tokens of its records.
fn state_with(plan: &Plan, members: &Members) -> Fields {
    let mut state = state(plan);
    for (list, tokens) in members {
        below(&mut state, RECORDS).insert(list.clone(), tokens.as_str().into());
    }
    state
}

/// The order in which a plan has its snapshots.
pub(crate) fn sort_snapshots(snapshots: &mut [Snapshot]) {
    sort_by_key(snapshots, |one| (one.day, one.id.clone()));
}

/// Brings a document of schema 1 into the form of today, in which sets and snapshots are maps. Whatever it holds is in the result.
pub fn of_schema_1(mut fields: Fields) -> Fields {
    // An end that was not set was written as null.
    for key in ["from", "to", "years"] {
        if fields.get(key) == Some(&Value::Null) {
            fields.remove(key);
        }
    }
    match fields.remove("goals") {
        Some(Value::Array(list)) => {
            let key = |one: Value| if let Value::String(id) = one { id } else { one.to_string() };
            put(&mut fields, "goals", Some(Value::Object(object(list.into_iter().map(|one| (key(one), true.into()))))));
        }
        other => put(&mut fields, "goals", other),
    }
    if fields.get("route").and_then(Value::as_array).is_some_and(Vec::is_empty) {
        fields.remove("route");
    }
    match fields.remove(SNAPSHOTS) {
        Some(Value::Array(list)) => put(&mut fields, SNAPSHOTS, Some(Value::Object(snapshots_of_schema_1(list)))),
        other => put(&mut fields, SNAPSHOTS, other),
    }
    fields
}

fn snapshots_of_schema_1(list: Vec<Value>) -> Fields {
    let mut days: SortedMap<String, usize> = SortedMap::new();
    let mut map = Fields::new();
    for (place, mut one) in list.into_iter().enumerate() {
        if let Value::Object(one) = &mut one
            && let Some(Value::Object(plan)) = one.remove("plan")
        {
            let mut plan = of_schema_1(plan);
            // A snapshot has none of its own.
            if plan.get(SNAPSHOTS).and_then(Value::as_object).is_some_and(Fields::is_empty) {
                plan.remove(SNAPSHOTS);
            }
            one.insert("plan".to_owned(), Value::Object(plan));
        }
        let day = one.get("day").and_then(Value::as_str).and_then(Day::parse);
        let id = match day {
            Some(day) => {
                let day = day.to_string();
                let number = days.entry(day.clone()).or_default();
                let id = format!("{day}-{number:03}-{:08x}", crc32(one.to_string().as_bytes()));
                *number += 1;
                id
            }
            None => format!("unread-{place:03}"),
        };
        map.insert(id, one);
    }
    map
}

struct Reader<'a> {
    /// Where we are.
    place: Vec<String>,
    warnings: &'a mut Vec<Warning>,
}

impl Reader<'_> {
    fn warn(&mut self, at: &[&str], problem: Problem) {
        match self.warnings.len() {
            MAX_WARNINGS => self.warnings.push(Warning { place: String::new(), problem: Problem::More }),
            more if more > MAX_WARNINGS => {}
            _ => {
                // A key of a damaged file can be of any length.
                let all = self.place.iter().map(String::as_str).chain(at.iter().copied());
                let place: Vec<String> = all.map(|part| part.chars().take(64).collect()).collect();
                self.warnings.push(Warning { place: place.join(" › "), problem });
            }
        }
    }

    /// Takes a value out of the fields if `read` understands it.
    fn take<T>(&mut self, fields: &mut Fields, key: &str, problem: Problem, read: impl FnOnce(&Value) -> Option<T>) -> Option<T> {
        let value = read(fields.get(key)?);
        if value.is_some() {
            fields.remove(key);
        } else {
            self.warn(&[key], problem);
        }
        value
    }

    /// Takes those entries out of the map under a key that `read` understands.
    fn entries(&mut self, fields: &mut Fields, key: &str, read: &mut dyn FnMut(&str, &Value) -> Result<(), Problem>) {
        match fields.get_mut(key) {
            None => {}
            Some(Value::Object(map)) => {
                map.retain(|entry, value| match read(entry, value) {
                    Ok(()) => false,
                    Err(problem) => {
                        self.warn(&[key, entry], problem);
                        true
                    }
                });
                if map.is_empty() {
                    fields.remove(key);
                }
            }
            Some(_) => self.warn(&[key], Problem::Form),
        }
    }

    fn state(&mut self, mut fields: Fields) -> Plan {
        let from = self.take(&mut fields, "from", Problem::Id, |v| id(v).map(Into::into));
        let to = self.take(&mut fields, "to", Problem::Id, |v| id(v).map(Into::into));
        let years = self.take(&mut fields, "years", Problem::Range, |v| number(v, 0, MAX_YEARS));
        let mut since = None;
        self.entries(&mut fields, "since", &mut |key, value| {
            let at = number(value, 0, years.unwrap_or(MAX_YEARS)).ok_or(Problem::Range)?;
            if from.as_ref().is_some_and(|from: &crate::domain::guide::TitleId| from.as_str() == key) {
                since = Some(at);
            }
            Ok(())
        });
        let (mut ratings, mut evidence, mut done, mut goals) =
            (SortedMap::new(), SortedMap::new(), SortedMap::new(), crate::domain::base::sorted::SortedSet::new());
        self.entries(&mut fields, "ratings", &mut |key, value| {
            let level = number(value, 0, 5).and_then(Proficiency::new).ok_or(Problem::Range)?;
            ratings.insert(id_text(key).ok_or(Problem::Id)?.into(), level);
            Ok(())
        });
        let mut long = Vec::new();
        self.entries(&mut fields, "evidence", &mut |key, value| {
            let note = value.as_str().ok_or(Problem::Form)?;
            let skill = id_text(key).ok_or(Problem::Id)?;
            if note.chars().count() > MAX_NOTE {
                long.push(key.to_owned());
            }
            if !note.trim().is_empty() {
                evidence.insert(skill.into(), note.to_owned());
            }
            Ok(())
        });
        long.iter().for_each(|skill| self.warn(&["evidence", skill], Problem::LongNote));
        self.entries(&mut fields, "done", &mut |key, value| {
            let step = Step::try_from(key.to_owned()).ok().filter(|step| id_text(step.skill.as_str()).is_some());
            done.insert(step.ok_or(Problem::Step)?, value.as_str().and_then(Day::parse).ok_or(Problem::Day)?);
            Ok(())
        });
        self.entries(&mut fields, "goals", &mut |key, value| {
            let goal = id_text(key).ok_or(Problem::Id)?;
            if *value != Value::Bool(true) {
                return Err(Problem::Form);
            }
            goals.insert(goal.into());
            Ok(())
        });
        let mut pace = Pace::default();
        self.entries(&mut fields, "pace", &mut |key, value| {
            match key {
                "hours_per_week" => pace.hours_per_week = number(value, 1, Pace::MAX_HOURS).ok_or(Problem::Range)?,
                "effort_percent" => {
                    pace.effort_percent = number(value, Pace::MIN_EFFORT, Pace::MAX_EFFORT).ok_or(Problem::Range)?;
                }
                _ => {
                    let place = HOURS_TO.iter().position(|one| *one == key).ok_or(Problem::Unknown)?;
                    pace.own_hours[place] = Some(number(value, 1, Pace::MAX_STEP).ok_or(Problem::Range)?);
                }
            }
            Ok(())
        });
        let first = self.take(&mut fields, "first", Problem::Id, |v| id(v).map(Into::into));
        let titles = |value: &Value| -> Option<Vec<_>> { value.as_array()?.iter().map(|one| id(one).map(Into::into)).collect() };
        let mut route: Vec<crate::domain::guide::TitleId> =
            self.take(&mut fields, "route", Problem::Form, titles).unwrap_or_default();
        if !route.is_empty() && (route.len() < 2 || route.first() != from.as_ref() || route.last() != to.as_ref()) {
            route.clear();
            self.warn(&["route"], Problem::Route);
        }
        let records = self.records(&mut fields);
        const KNOWN: [&str; 12] =
            ["from", "to", "years", "since", "ratings", "evidence", "done", "goals", "pace", "first", "route", RECORDS];
        let is_top = self.place.is_empty();
        for key in fields.keys().filter(|key| !(KNOWN.contains(&key.as_str()) || is_top && stays(key))) {
            self.warn(&[key], Problem::Unknown);
        }
        Plan {
            from,
            to,
            years,
            since,
            ratings,
            evidence,
            route,
            done,
            goals,
            pace,
            first,
            records,
            snapshots: Vec::new(),
            archive: Archive::default(),
            unknown: Unknown(fields),
        }
    }

    /// The maps under those entries of the map under a key whose names `is_name` knows: `read` takes what it understands out of each.
    fn maps(
        &mut self,
        fields: &mut Fields,
        key: &str,
        is_name: fn(&str) -> bool,
        read: &mut dyn FnMut(&mut Self, &str, &mut Fields),
    ) {
        match fields.get_mut(key) {
            None => {}
            Some(Value::Object(maps)) => {
                self.place.push(key.to_owned());
                maps.retain(|name, value| {
                    if let Value::Object(map) = value
                        && is_name(name)
                    {
                        self.place.push(name.clone());
                        read(self, name, map);
                        self.place.pop();
                        !map.is_empty()
                    } else {
                        self.warn(&[name], Problem::Form);
                        true
                    }
                });
                self.place.pop();
                if maps.is_empty() {
                    fields.remove(key);
                }
            }
            Some(_) => self.warn(&[key], Problem::Form),
        }
    }

    /// Takes those entries out of a map that are records under an id.
    fn taken<T>(&mut self, map: &mut Fields, mut read: impl FnMut(&str, &mut Value) -> Result<T, Problem>) -> Vec<T> {
        let mut all = Vec::with_capacity(map.len());
        map.retain(|key, value| match read(key, value) {
            Ok(one) => {
                all.push(one);
                false
            }
            Err(problem) => {
                self.warn(&[key], problem);
                true
            }
        });
        all
    }

    fn records(&mut self, fields: &mut Fields) -> Records {
        let mut records = Records::default();
        self.maps(fields, RECORDS, |list| List::ALL.iter().any(|one| one.key() == list), &mut |reader, list, map| {
            let read = |key: &str, value: &mut Value| {
                let id = RecordId::new(key).ok_or(Problem::Id)?;
                Ok((id, record(value).ok_or(Problem::Form)?))
            };
            let entries: Entries = reader.taken(map, read).into_iter().collect();
            records.put(list, entries);
        });
        records
    }

    fn archive(&mut self, fields: &mut Fields) -> Archive {
        let mut archive = Archive::default();
        self.maps(
            fields,
            ARCHIVE,
            |snapshot| snapshot.get(..10).is_some_and(|day| Day::parse(day).is_some()),
            &mut |reader, snapshot, map| {
                let read = |token: &str, value: &mut Value| Ok((token.to_owned(), Version::take(value).ok_or(Problem::Form)?));
                let versions: SortedMap<String, Version> = reader.taken(map, read).into_iter().collect();
                if !versions.is_empty() {
                    archive.0.insert(SnapshotId::new(snapshot), std::sync::Arc::new(versions));
                }
            },
        );
        archive
    }

    fn snapshots(&mut self, fields: &mut Fields) -> Vec<Snapshot> {
        let map = match fields.remove(SNAPSHOTS) {
            None => return Vec::new(),
            Some(Value::Object(map)) => map,
            Some(other) => {
                fields.insert(SNAPSHOTS.to_owned(), other);
                self.warn(&[SNAPSHOTS], Problem::Form);
                return Vec::new();
            }
        };
        let (mut snapshots, mut unread) = (Vec::new(), Fields::new());
        for (key, value) in map {
            self.place = vec![SNAPSHOTS.to_owned(), key];
            match self.snapshot(value) {
                Ok(one) => snapshots.push(one),
                Err(value) => {
                    self.warn(&[], Problem::Snapshot);
                    unread.insert(self.place.pop().unwrap_or_default(), value);
                }
            }
        }
        self.place.clear();
        if !unread.is_empty() {
            fields.insert(SNAPSHOTS.to_owned(), Value::Object(unread));
        }
        sort_snapshots(&mut snapshots);
        if snapshots.len() > MAX_SNAPSHOTS {
            snapshots.drain(..snapshots.len() - MAX_SNAPSHOTS);
            self.warn(&[SNAPSHOTS], Problem::ManySnapshots);
        }
        snapshots
    }

    /// The snapshot at the present place; what is none is given back as it was.
    fn snapshot(&mut self, value: Value) -> Result<Snapshot, Value> {
        let Value::Object(mut fields) = value else { return Err(value) };
        let day = fields.get("day").and_then(Value::as_str).and_then(Day::parse);
        let name = fields.get("name").map_or(Some(String::new()), |name| name.as_str().map(str::to_owned));
        let (Some(day), Some(name), Some(Value::Object(_))) = (day, name, fields.get("plan")) else {
            return Err(Value::Object(fields));
        };
        let Some(Value::Object(mut plan)) = fields.remove("plan") else { unreachable!("it was looked at above") };
        let mut members = Members::new();
        if let Some(Value::Object(lists)) = plan.get_mut(RECORDS) {
            lists.retain(|list, text| match text.as_str() {
                Some(text) if are_tokens(text) => {
                    members.insert(list.clone(), text.to_owned());
                    false
                }
                _ => true,
            });
            if lists.is_empty() {
                plan.remove(RECORDS);
            }
        }
        fields.remove("day");
        fields.remove("name");
        let id = SnapshotId::new(self.place.last().map_or("", String::as_str));
        fields.keys().for_each(|key| self.warn(&[key], Problem::Unknown));
        self.place.push("plan".to_owned());
        let plan = self.state(plan);
        self.place.pop();
        Ok(Snapshot { id, name, day, plan, members, unknown: Unknown(fields) })
    }
}

/// Takes the fields of a record out of a value that is a map.
fn record(value: &mut Value) -> Option<Record> {
    value.as_object_mut().map(|fields| Record::new(std::mem::take(fields)))
}

fn id(value: &Value) -> Option<&str> {
    id_text(value.as_str()?)
}

/// A text that has the form of an id, so that some guide might know it.
fn id_text(text: &str) -> Option<&str> {
    let is_id = (1..=64).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    is_id.then_some(text)
}

fn number<T: TryFrom<u64> + PartialOrd>(value: &Value, min: T, max: T) -> Option<T> {
    value.as_u64().and_then(|number| T::try_from(number).ok()).filter(|number| (min..=max).contains(number))
}
