//! Which write changed what last: by it two documents are brought together that go back to a common one, without that one being there.
//!
//! A mark stands at a place of the document and holds for all that is below it, unless a mark of its own stands there. Where there is
//! none, the value has been there since before anyone remembers, and everybody knows it. Where several writes made the same of a value and
//! did not know of each other it has the marks of all: each may have taken back what the others never heard of.
//!
//! Of two documents with their marks and with what each has taken in, [`base`] gives the one that both grew out of, as far as
//! [`merge`](crate::domain::plan::merge::merge) is concerned: where one side knows the other's last change and has something else, it
//! changed that since. Where neither knows the other's, what was removed on one side and changed on the other stays.

use super::{Seen, WriteId};
use crate::domain::base::sorted::{SortedMap, SortedSet};
use crate::domain::base::sorting::sort;
use crate::domain::plan::fields::{Fields, object};
use serde_json::Value;

/// The most marks that are kept. A write that changes more marks the whole document.
const MAX_MARKS: usize = 500;

/// The marks at a place and below it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// Of each tab that made it what it is the last write.
    own: Seen,
    within: SortedMap<String, Marks>,
}

/// A document, what it has taken in, and its marks.
pub struct Side<'a> {
    /// The document.
    pub document: &'a Fields,
    /// What it has taken in.
    pub seen: &'a Seen,
    /// Its marks.
    pub marks: &'a Marks,
}

impl Marks {
    /// A mark for the whole document.
    pub fn whole(id: &WriteId) -> Self {
        let mut own = Seen::default();
        own.add(id);
        Self { own, within: SortedMap::new() }
    }

    /// Those of the place itself, or else those that hold for what is above.
    fn or<'a>(&'a self, above: &'a Seen) -> &'a Seen {
        if self.own.0.is_empty() { above } else { &self.own }
    }

    /// Marks what differs between two documents as changed by a write.
    pub fn add_changes(&mut self, before: &Fields, after: &Fields, id: &WriteId) {
        self.add(before, after, id);
        if self.count(Some(id)) > MAX_MARKS {
            *self = Self::whole(id);
        }
    }

    fn add(&mut self, before: &Fields, after: &Fields, id: &WriteId) {
        for key in before.keys().chain(after.keys().filter(|key| !before.contains_key(*key))) {
            match (before.get(key), after.get(key)) {
                (was, is) if was == is => {}
                (Some(Value::Object(was)), Some(Value::Object(is))) => {
                    self.within.entry(key.clone()).or_default().add(was, is, id);
                }
                _ => {
                    self.within.insert(key.clone(), Self::whole(id));
                }
            }
        }
    }

    /// How many marks there are, or how many of one write.
    fn count(&self, of: Option<&WriteId>) -> usize {
        let own = self.own.0.iter().filter(|(by, seq)| of.is_none_or(|of| of.by == **by && of.seq == **seq)).count();
        own + self.within.values().map(|marks| marks.count(of)).sum::<usize>()
    }

    /// Without the marks that go back furthest, where there are too many, and without those of tabs that are no longer told of.
    pub fn pruned(mut self, seen: &Seen) -> Self {
        let mut after = 0;
        if self.count(None) > MAX_MARKS {
            let mut numbers = Vec::new();
            self.numbers(&mut numbers);
            sort(&mut numbers);
            after = numbers[numbers.len() - MAX_MARKS];
        }
        self.retain(&|by, seq| seq >= after && seen.0.contains_key(by));
        self
    }

    fn numbers(&self, numbers: &mut Vec<u64>) {
        numbers.extend(self.own.0.values());
        self.within.values().for_each(|marks| marks.numbers(numbers));
    }

    fn retain(&mut self, keep: &dyn Fn(&str, u64) -> bool) {
        self.own.0.retain(|by, seq| keep(by, *seq));
        self.within.values_mut().for_each(|marks| marks.retain(keep));
        self.within.retain(|_, marks| !marks.own.0.is_empty() || !marks.within.is_empty());
    }

    /// Whether a change here or below, the one above included, is not in `seen`.
    fn has_news_for(&self, seen: &Seen, above: &Seen) -> bool {
        !seen.has_all(self.or(above)) || self.within.values().any(|marks| marks.has_news_for(seen, &Seen::default()))
    }

    /// As it is stored: `"7 tab"` for a mark, a map for what is below, a list of them where there is more than one.
    pub fn to_value(&self) -> Value {
        let mut all: Vec<Value> = self.own.0.iter().map(|(by, seq)| Value::from(format!("{seq} {by}"))).collect();
        if all.is_empty() || !self.within.is_empty() {
            all.push(Value::Object(object(self.within.iter().map(|(key, marks)| (key.clone(), marks.to_value())))));
        }
        if all.len() == 1 { all.swap_remove(0) } else { Value::Array(all) }
    }

    /// Reads [`Self::to_value`]; what is none is no mark.
    pub fn of_value(value: &Value) -> Self {
        match value {
            Value::String(text) => {
                let id = text.split_once(' ').and_then(|(seq, by)| Some(WriteId { seq: seq.parse().ok()?, by: by.to_owned() }));
                id.map(|id| Self::whole(&id)).unwrap_or_default()
            }
            Value::Object(within) => Self {
                own: Seen::default(),
                within: within.iter().map(|(key, value)| (key.clone(), Self::of_value(value))).collect(),
            },
            Value::Array(all) => {
                let mut marks = Self::default();
                for one in all.iter().map(Self::of_value) {
                    marks.own.add_all(&one.own);
                    if !one.within.is_empty() {
                        marks.within = one.within;
                    }
                }
                marks
            }
            _ => Self::default(),
        }
    }
}

/// The document that both sides grew out of, as far as a merge is concerned. `is_begun` says that what is not marked in `mine` is what
/// the tab began with, and gives way.
pub fn base(mine: &Side, theirs: &Side, is_begun: bool) -> Fields {
    let nothing = Marks::default();
    let common = Common { seen: [mine.seen, theirs.seen], nothing: &nothing, is_begun };
    common.fields([mine.document, theirs.document], [mine.marks, theirs.marks], [&mine.marks.own, &theirs.marks.own])
}

struct Common<'a> {
    seen: [&'a Seen; 2],
    nothing: &'a Marks,
    is_begun: bool,
}

impl<'a> Common<'a> {
    fn fields(&self, documents: [&Fields; 2], marks: [&'a Marks; 2], own: [&'a Seen; 2]) -> Fields {
        let [mine, theirs] = documents;
        let keys = mine.keys().chain(theirs.keys().filter(|key| !mine.contains_key(*key)));
        let value = |key: &String| {
            let below = marks.map(|marks| marks.within.get(key).unwrap_or(self.nothing));
            Some((key.clone(), self.value([mine.get(key), theirs.get(key)], below, own)?))
        };
        object(keys.filter_map(value))
    }

    fn value(&self, values: [Option<&Value>; 2], marks: [&'a Marks; 2], above: [&'a Seen; 2]) -> Option<Value> {
        let [mine, theirs] = values;
        if mine == theirs {
            return mine.cloned();
        }
        if let (Some(Value::Object(mine)), Some(Value::Object(theirs))) = (mine, theirs) {
            let own = [marks[0].or(above[0]), marks[1].or(above[1])];
            return Some(Value::Object(self.fields([mine, theirs], marks, own)));
        }
        let changed = (marks[0].has_news_for(self.seen[1], above[0]), marks[1].has_news_for(self.seen[0], above[1]));
        let is_marked = (!marks[0].or(above[0]).0.is_empty(), !marks[1].or(above[1]).0.is_empty());
        match (changed, is_marked) {
            ((true, false), _) => theirs.cloned(),
            ((false, true), _) => mine.cloned(),
            ((false, false), _) if self.is_begun => mine.cloned(),
            // Who knows the other's mark and has none has forgotten when it changed it.
            ((false, false), (true, false)) => mine.cloned(),
            ((false, false), (false, true)) => theirs.cloned(),
            // Each changed it and did not know: whichever is there counts as new.
            _ => None,
        }
    }
}

/// The marks of what two sides made together: of each value those of the side that it is from, or of both where they have the same.
pub fn mixed(merged: &Fields, mine: &Side, theirs: &Side) -> Marks {
    let wrap = |fields: &Fields| Value::Object(fields.clone());
    let (merged, documents) = (wrap(merged), [wrap(mine.document), wrap(theirs.document)]);
    let nothing = Seen::default();
    mix(Some(&merged), [Some(&documents[0]), Some(&documents[1])], [mine.marks, theirs.marks], [&nothing; 2], &nothing)
}

fn mix(merged: Option<&Value>, values: [Option<&Value>; 2], marks: [&Marks; 2], above: [&Seen; 2], above_merged: &Seen) -> Marks {
    let effective = [marks[0].or(above[0]), marks[1].or(above[1])];
    let [mine, theirs] = values;
    let objects = match (merged, mine, theirs) {
        (Some(Value::Object(merged)), Some(Value::Object(mine)), Some(Value::Object(theirs))) => Some((merged, mine, theirs)),
        _ => None,
    };
    let side = match (mine == theirs || objects.is_some(), merged == mine) {
        (true, _) => None,
        (false, true) => Some(0),
        (false, false) => Some(1),
    };
    let mut own = effective[side.unwrap_or(0)].clone();
    if side.is_none() {
        own.add_all(effective[1]);
    }
    let within = match side {
        Some(side) => marks[side].within.clone(),
        None => {
            let mut keys: SortedSet<&String> = marks[0].within.keys().chain(marks[1].within.keys()).collect();
            if let Some((_, mine, theirs)) = objects {
                keys.extend(mine.keys().chain(theirs.keys()).filter(|key| mine.get(*key) != theirs.get(*key)));
            }
            let nothing = Marks::default();
            let below = |key: &&String| {
                let key = *key;
                let below = marks.map(|marks| marks.within.get(key).unwrap_or(&nothing));
                let mixed = mix(entry(merged, key), [entry(mine, key), entry(theirs, key)], below, effective, &own);
                (mixed != nothing).then(|| (key.clone(), mixed))
            };
            keys.iter().filter_map(below).collect()
        }
    };
    if own == *above_merged {
        own = Seen::default();
    }
    Marks { own, within }
}

fn entry<'a>(value: Option<&'a Value>, key: &str) -> Option<&'a Value> {
    value?.get(key)
}
