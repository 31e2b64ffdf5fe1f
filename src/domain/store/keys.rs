//! The keys under which a browser keeps a plan and what belongs to it, for each guide apart: `career-explorer/<pack's id>/…`.
//!
//! The start script, which looks for a plan before the program is there, knows the same keys; a test holds it to them.

/// The two slots of the first version of the app, which knew one guide alone.
pub const OLD_SLOTS: [&str; 2] = ["career-explorer.plan.a", "career-explorer.plan.b"];
/// Where that version set aside what it could not read.
pub const OLD_ASIDE: [&str; 2] = ["career-explorer.aside.a", "career-explorer.aside.b"];

/// The keys for one guide.
#[derive(Clone, Debug)]
pub struct Keys {
    base: String,
}

impl Keys {
    /// Those for the guide with this id.
    pub fn of(pack: &str) -> Self {
        Self { base: format!("career-explorer/{pack}/") }
    }

    /// How the key of each slot begins.
    pub fn slots(&self) -> String {
        format!("{}slot-", self.base)
    }

    /// The key of the slot of one write: there is one write for each key.
    pub fn slot(&self, tab: &str, seq: u64) -> String {
        format!("{}slot-{tab}-{seq}", self.base)
    }

    /// How the key of each text begins that was set aside.
    pub fn asides(&self) -> String {
        format!("{}aside-", self.base)
    }

    /// The key under which a text is set aside, named by what it holds: two texts never meet in one key, and the same text is set aside
    /// once, whoever does it. `again` is for the case that two texts have the same checksum and length.
    pub fn aside(&self, text: &str, again: usize) -> String {
        let checksum = crate::domain::base::checksum::crc32(text.as_bytes());
        format!("{}aside-{checksum:08x}-{}-{again}", self.base, text.len())
    }

    /// The text of the first version's slot that was taken over last.
    pub fn moved(&self) -> String {
        format!("{}moved", self.base)
    }

    /// A setting of this device, by its name.
    pub fn setting(&self, name: &str) -> String {
        format!("{}{name}", self.base)
    }

    /// Whether a change under this key may concern the plan.
    pub fn concerns_plan(&self, key: &str) -> bool {
        OLD_SLOTS.contains(&key) || key.strip_prefix(&self.base).is_some_and(|rest| rest.starts_with("slot-"))
    }
}
