//! Two documents that grew out of one: edits made in two tabs, undo and redo.
//!
//! One generic three-way merge over the tree, entry by entry of its maps. What is not a map is one value, a list too. It knows no
//! field of the plan, so that a new field needs nothing here. Deliberately absent: conflicts that are asked about. Where both sides
//! changed a value, mine counts, because a person sees at once what they just did; an entry that one side removed and the other
//! changed stays, because a change that nobody took back must not go.
//!
//! Each function takes time that grows with the size of the documents.

use super::fields::Fields;
use serde_json::Value;

/// What `mine` and `theirs` make of `base`: what one side alone changed is so in the result.
///
/// `merge(after, before, now)` takes back one edit and keeps what came since; `merge(before, after, now)` does it again. Only the
/// places where `base` and `mine` differ are looked at, so [`changes`] of the two do as well as the whole.
pub fn merge(base: &Fields, mine: &Fields, theirs: &Fields) -> Fields {
    let mut merged = theirs.clone();
    merge_into(base, mine, &mut merged);
    merged
}

fn merge_into(base: &Fields, mine: &Fields, theirs: &mut Fields) {
    for key in base.keys().chain(mine.keys().filter(|key| !base.contains_key(*key))) {
        let (was, is) = (base.get(key), mine.get(key));
        if was == is {
            continue;
        }
        let there = theirs.get_mut(key);
        if there.as_deref() == was {
            put(theirs, key, is.cloned());
            continue;
        }
        match (was, is, there) {
            // Both changed entries of one map.
            (Some(Value::Object(was)), Some(Value::Object(is)), Some(Value::Object(there))) => merge_into(was, is, there),
            (None, Some(Value::Object(is)), Some(Value::Object(there))) => merge_into(&Fields::new(), is, there),
            // I removed an entry that they changed.
            (_, None, Some(Value::Object(_))) => {}
            _ => put(theirs, key, is.cloned()),
        }
    }
}

fn put(fields: &mut Fields, key: &str, value: Option<Value>) {
    match value {
        Some(value) => fields.insert(key.to_owned(), value),
        None => fields.remove(key),
    };
}

/// The places where two documents differ, as each has them: two smaller documents that [`merge`] takes for the whole. An entry that differs, such as
/// a record, is there with all of its fields: should it be gone elsewhere, it comes back whole.
pub fn changes(before: &Fields, after: &Fields) -> (Fields, Fields) {
    changed(before, after, 0)
}

/// How deep entries stand at the most: a record stands in a list of `records`.
const ENTRY: usize = 2;

fn changed(before: &Fields, after: &Fields, depth: usize) -> (Fields, Fields) {
    let mut changes = (Fields::new(), Fields::new());
    // A map within a field is an entry where it holds more than maps; the fields of a document are there always.
    let is_entry = |map: &Fields| depth >= ENTRY || (depth > 0 && map.values().any(|value| !value.is_object()));
    for key in before.keys().chain(after.keys().filter(|key| !before.contains_key(*key))) {
        match (before.get(key), after.get(key)) {
            (was, is) if was == is => {}
            (Some(Value::Object(was)), Some(Value::Object(is))) if !is_entry(was) && !is_entry(is) => {
                let (was, is) = changed(was, is, depth + 1);
                changes.0.insert(key.clone(), Value::Object(was));
                changes.1.insert(key.clone(), Value::Object(is));
            }
            (was, is) => {
                put(&mut changes.0, key, was.cloned());
                put(&mut changes.1, key, is.cloned());
            }
        }
    }
    changes
}
