//! Reading the envelope around a document.

use super::{APP, MAX_BYTES, Marks, PackRef, Problem, SCHEMA, Seen, StoreError, Stored, Warning, Write, WriteId};
use crate::domain::plan::document::{BESIDE, of_schema_1, read};
use crate::domain::plan::fields::Fields;
use serde_json::Value;

/// The name under which the writes of schema 1 are known, which name no tab.
pub(super) const SCHEMA_1: &str = "v1";

/// Reads the envelope: what it holds, and what it says of its writing.
pub(super) fn envelope(text: &str, max_entries: usize) -> Result<(Stored, Value), StoreError> {
    if text.len() > MAX_BYTES {
        return Err(StoreError::TooLarge);
    }
    let value = serde_json::from_str(text).map_err(|_| StoreError::NotJson)?;
    let Value::Object(mut envelope) = value else { return Err(StoreError::NotOurs) };
    let is_ours = envelope.remove("app").is_some_and(|app| app == APP);
    let schema = envelope.remove("schema").and_then(|schema| schema.as_u64()).unwrap_or(0);
    if !is_ours || schema == 0 {
        return Err(StoreError::NotOurs);
    }
    if schema > SCHEMA {
        return Err(StoreError::NewerSchema { schema });
    }
    let Some(Value::Object(mut document)) = envelope.remove("plan") else { return Err(StoreError::NotOurs) };
    let entries = entries(&document);
    if entries > max_entries {
        return Err(StoreError::TooMany { entries });
    }
    let mut warnings = Vec::new();
    let pack = pack(envelope.remove("pack").as_ref()).unwrap_or_else(|| {
        warnings.push(Warning { place: "pack".to_owned(), problem: Problem::Pack });
        PackRef::default()
    });
    let write = match (schema, envelope.remove("write")) {
        (1, _) => SCHEMA_1.into(),
        (_, write) => write.unwrap_or_default(),
    };
    if schema == 1 {
        document = of_schema_1(document);
    }
    for key in envelope.keys() {
        warnings.push(Warning { place: key.chars().take(64).collect(), problem: Problem::Unknown });
    }
    if !envelope.is_empty() {
        document.insert(BESIDE.to_owned(), Value::Object(envelope));
    }
    let plan = read(document, &mut warnings);
    Ok((Stored { plan, pack, warnings }, write))
}

/// How many values there are, in maps and lists at every level.
fn entries(fields: &Fields) -> usize {
    fn of(value: &Value) -> usize {
        1 + match value {
            Value::Object(fields) => entries(fields),
            Value::Array(list) => list.iter().map(of).sum(),
            _ => 0,
        }
    }
    fields.values().map(of).sum()
}

fn pack(pack: Option<&Value>) -> Option<PackRef> {
    let id = pack?.get("id")?.as_str()?;
    let is_id = (1..=64).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    let version = pack?.get("version")?.as_u64().and_then(|version| u32::try_from(version).ok())?;
    is_id.then(|| PackRef { id: id.to_owned(), version })
}

/// What a slot says of its writing. Of one that says nothing it is known that it was written.
pub(super) fn write(seq: u64, said: &Value) -> Write {
    let by = said.as_str().or_else(|| said.get("by")?.as_str()).unwrap_or_default().to_owned();
    let id = WriteId { seq, by };
    let mut seen = Seen::default();
    if let Some(tabs) = said.get("seen").and_then(Value::as_object) {
        seen.0.extend(tabs.iter().filter_map(|(tab, seq)| Some((tab.clone(), seq.as_u64()?))));
    }
    seen.add(&id);
    let marks = said.get("changed").map(Marks::of_value).unwrap_or_default();
    Write { id, seen, again: said.get("again") == Some(&Value::Bool(true)), marks }
}
