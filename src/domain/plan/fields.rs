//! The fields of a document: the tree of maps and values that is stored, merged and undone, and how its maps are filled. May import: nothing
//! but serde_json.

use serde_json::{Map, Value};

/// The fields of a document, or of a map within it.
pub type Fields = Map<String, Value>;

/// The map under a key, put there where there is none.
pub(crate) fn below<'a>(fields: &'a mut Fields, key: &str) -> &'a mut Fields {
    if !matches!(fields.get(key), Some(Value::Object(_))) {
        fields.insert(key.to_owned(), Value::Object(Fields::new()));
    }
    match fields.get_mut(key) {
        Some(Value::Object(map)) => map,
        _ => unreachable!("it was put there above"),
    }
}

/// Puts a value under a key, where there is one.
pub(crate) fn put(fields: &mut Fields, key: &str, value: Option<Value>) {
    if let Some(value) = value {
        fields.insert(key.to_owned(), value);
    }
}

/// A map of these entries. Collecting them would do the same, with a sort of its own for each kind of iterator (4 KB at a time).
pub(crate) fn object(entries: impl Iterator<Item = (String, Value)>) -> Fields {
    let mut fields = Fields::new();
    entries.for_each(|(key, value)| {
        fields.insert(key, value);
    });
    fields
}

/// Puts entries into the map under a key, beside those that were not understood.
pub(crate) fn put_map(fields: &mut Fields, key: &str, entries: impl Iterator<Item = (String, Value)>) {
    put_object(fields, key, object(entries));
}

/// The same for a map that is made already.
fn put_object(fields: &mut Fields, key: &str, entries: Fields) {
    match fields.get_mut(key) {
        Some(Value::Object(map)) => map.extend(entries),
        // A form that was not understood gives way once there is something to write.
        Some(_) if entries.is_empty() => {}
        _ => {
            fields.insert(key.to_owned(), Value::Object(entries));
        }
    }
}
