//! The first version of the app, as far as others notice it: it writes two slots in turn, and knows no others.

use career_explorer::domain::plan::Plan;
use career_explorer::domain::store::keys::OLD_SLOTS;
use serde_json::{Map, Value, json};

/// A slot as the first version wrote it.
pub fn slot(seq: u64, plan: &Plan) -> String {
    let ratings: Map<String, Value> = plan.ratings.iter().map(|(id, level)| (id.to_string(), level.get().into())).collect();
    let envelope = json!({
        "app": "career-explorer", "schema": 1, "pack": { "id": "test-guide", "version": 1 },
        "plan": {
            "from": plan.from.as_ref().map(ToString::to_string), "to": plan.to.as_ref().map(ToString::to_string), "years": plan.years,
            "ratings": ratings, "evidence": {}, "route": [], "done": {}, "goals": [], "snapshots": [],
            "pace": { "hours_per_week": plan.pace.hours_per_week, "effort_percent": plan.pace.effort_percent },
        },
    })
    .to_string();
    sealed(seq, &envelope)
}

/// The line above an envelope, and the envelope.
pub fn sealed(seq: u64, envelope: &str) -> String {
    let crc = crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC);
    let sum = crc.checksum(&[&seq.to_le_bytes(), envelope.as_bytes()].concat());
    format!("career-explorer-slot {seq} {sum:08x}\n{envelope}")
}

/// The key of the slot with this number.
pub fn key(seq: u64) -> &'static str {
    OLD_SLOTS[usize::from(seq.is_multiple_of(2))]
}
