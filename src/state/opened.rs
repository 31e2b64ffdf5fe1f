//! Links of other people that were opened here: what is kept of them on this device, with the names that the person gave.

use super::saving::keys;
use crate::dom::signals::*;
use crate::domain::guide::Guide;
use crate::domain::store::opened::OpenedLinks;
use crate::platform::{calendar, storage};

/// The setting that has the links.
const SETTING: &str = "opened";

/// What is kept. Copies are handles to the same.
#[derive(Clone, Copy)]
pub struct Opened {
    guide: &'static Guide,
    /// The links as they are written down: each kind of signal weighs a kilobyte, and a text is one that there is anyway.
    text: RwSignal<String>,
}

impl Opened {
    /// What this device has.
    pub(super) fn present(guide: &'static Guide) -> Self {
        Self { guide, text: RwSignal::new(stored(guide)) }
    }

    /// The links; whoever reads them follows them.
    pub fn links(self) -> OpenedLinks {
        self.text.with(|text| OpenedLinks::parse(text))
    }

    /// Keeps a link, with a name if one is given. Answers whether it is in storage now: where that is blocked or full it stays as long as
    /// the page does.
    pub fn keep(self, payload: &str, name: Option<&str>) -> bool {
        self.set(|links| links.with(calendar::today(), payload, name))
    }

    /// Forgets one.
    pub fn forget(self, payload: &str) -> bool {
        self.set(|links| links.without(payload))
    }

    /// Forgets all, as a plan is erased.
    pub(super) fn forget_all(self) {
        self.text.set(String::new());
        let _ = storage::remove(&key_of(self.guide));
    }

    fn set(self, change: impl FnOnce(OpenedLinks) -> OpenedLinks) -> bool {
        // Another tab may have kept one since; where nothing can be read, what this page knows counts.
        let now = storage::read(&key_of(self.guide)).ok().flatten().unwrap_or_else(|| self.text.get_untracked());
        let text = change(OpenedLinks::parse(&now)).to_string();
        let is_stored = storage::write(&key_of(self.guide), &text).is_ok();
        if self.text.with_untracked(|before| *before != text) {
            self.text.set(text);
        }
        is_stored
    }
}

fn stored(guide: &Guide) -> String {
    storage::read(&key_of(guide)).ok().flatten().unwrap_or_default()
}

fn key_of(guide: &Guide) -> String {
    keys(guide).setting(SETTING)
}
