//! Which write changed what last: by it two documents are brought together that go back to a common one, without that one being there.
//!
//! A mark stands at a place of the document and holds for all that is below it, unless a mark of its own stands there. Where there is
//! none, the value has been there since before anyone remembers, and everybody knows it.
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
    own: Option<WriteId>,
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
        Self { own: Some(id.clone()), within: SortedMap::new() }
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
        let own = self.own.as_ref().is_some_and(|own| of.is_none_or(|of| own == of));
        usize::from(own) + self.within.values().map(|marks| marks.count(of)).sum::<usize>()
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
        self.retain(&|id| id.seq >= after && seen.0.contains_key(&id.by));
        self
    }

    fn numbers(&self, numbers: &mut Vec<u64>) {
        numbers.extend(self.own.as_ref().map(|id| id.seq));
        self.within.values().for_each(|marks| marks.numbers(numbers));
    }

    fn retain(&mut self, keep: &dyn Fn(&WriteId) -> bool) {
        if self.own.as_ref().is_some_and(|own| !keep(own)) {
            self.own = None;
        }
        self.within.values_mut().for_each(|marks| marks.retain(keep));
        self.within.retain(|_, marks| marks.own.is_some() || !marks.within.is_empty());
    }

    /// Whether a change here or below, the one above included, is not in `seen`.
    fn has_news_for(&self, seen: &Seen, above: Option<&WriteId>) -> bool {
        self.own.as_ref().or(above).is_some_and(|id| !seen.has(id))
            || self.within.values().any(|marks| marks.has_news_for(seen, None))
    }

    /// As it is stored: `"7 tab"` for a mark, a map for what is below, a list of both where there is both.
    pub fn to_value(&self) -> Value {
        let own = self.own.as_ref().map(|id| Value::from(format!("{} {}", id.seq, id.by)));
        let within = || Value::Object(object(self.within.iter().map(|(key, marks)| (key.clone(), marks.to_value()))));
        match own {
            Some(own) if self.within.is_empty() => own,
            Some(own) => Value::Array(vec![own, within()]),
            None => within(),
        }
    }

    /// Reads [`Self::to_value`]; what is none is no mark.
    pub fn of_value(value: &Value) -> Self {
        match value {
            Value::String(text) => {
                let id = text.split_once(' ').and_then(|(seq, by)| Some(WriteId { seq: seq.parse().ok()?, by: by.to_owned() }));
                Self { own: id, within: SortedMap::new() }
            }
            Value::Object(within) => {
                Self { own: None, within: within.iter().map(|(key, value)| (key.clone(), Self::of_value(value))).collect() }
            }
            Value::Array(both) => {
                let (own, within) = (both.first().map(Self::of_value), both.get(1).map(Self::of_value));
                Self { own: own.and_then(|marks| marks.own), within: within.map(|marks| marks.within).unwrap_or_default() }
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
    common.fields(
        [mine.document, theirs.document],
        [mine.marks, theirs.marks],
        [mine.marks.own.as_ref(), theirs.marks.own.as_ref()],
    )
}

struct Common<'a> {
    seen: [&'a Seen; 2],
    nothing: &'a Marks,
    is_begun: bool,
}

impl<'a> Common<'a> {
    fn fields(&self, documents: [&Fields; 2], marks: [&'a Marks; 2], own: [Option<&'a WriteId>; 2]) -> Fields {
        let [mine, theirs] = documents;
        let keys = mine.keys().chain(theirs.keys().filter(|key| !mine.contains_key(*key)));
        let value = |key: &String| {
            let below = marks.map(|marks| marks.within.get(key).unwrap_or(self.nothing));
            Some((key.clone(), self.value([mine.get(key), theirs.get(key)], below, own)?))
        };
        object(keys.filter_map(value))
    }

    fn value(&self, values: [Option<&Value>; 2], marks: [&'a Marks; 2], above: [Option<&'a WriteId>; 2]) -> Option<Value> {
        let [mine, theirs] = values;
        if mine == theirs {
            return mine.cloned();
        }
        if let (Some(Value::Object(mine)), Some(Value::Object(theirs))) = (mine, theirs) {
            let own = [marks[0].own.as_ref().or(above[0]), marks[1].own.as_ref().or(above[1])];
            return Some(Value::Object(self.fields([mine, theirs], marks, own)));
        }
        let changed = (marks[0].has_news_for(self.seen[1], above[0]), marks[1].has_news_for(self.seen[0], above[1]));
        let is_marked = (marks[0].own.as_ref().or(above[0]).is_some(), marks[1].own.as_ref().or(above[1]).is_some());
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

/// The marks of what two sides made together: of each value those of the side that it is from.
pub fn mixed(merged: &Fields, mine: &Side, theirs: &Side) -> Marks {
    let wrap = |fields: &Fields| Value::Object(fields.clone());
    let (merged, documents) = (wrap(merged), [wrap(mine.document), wrap(theirs.document)]);
    mix(Some(&merged), [Some(&documents[0]), Some(&documents[1])], [mine.marks, theirs.marks], [None, None], None)
}

fn mix(
    merged: Option<&Value>,
    values: [Option<&Value>; 2],
    marks: [&Marks; 2],
    above: [Option<&WriteId>; 2],
    above_merged: Option<&WriteId>,
) -> Marks {
    let effective = [marks[0].own.as_ref().or(above[0]), marks[1].own.as_ref().or(above[1])];
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
    let own = match side {
        Some(side) => effective[side],
        None => effective[0].max(effective[1]),
    };
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
                let mixed = mix(entry(merged, key), [entry(mine, key), entry(theirs, key)], below, effective, own);
                (mixed != nothing).then(|| (key.clone(), mixed))
            };
            keys.iter().filter_map(below).collect()
        }
    };
    Marks { own: own.filter(|own| Some(*own) != above_merged).cloned(), within }
}

fn entry<'a>(value: Option<&'a Value>, key: &str) -> Option<&'a Value> {
    value?.get(key)
}
