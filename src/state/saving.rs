//! Saving: each edit is written at once, in turn to one of two slots, so that a write that fails half-way leaves the other one.

use crate::domain::guide::Guide;
use crate::domain::plan::Plan;
use crate::platform::storage::{self, StorageError};
use leptos::prelude::*;

const SLOT: &str = "career-explorer.plan.a";

/// What became of saving.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SaveStatus {
    /// What stands in the way of saving, if anything does.
    pub trouble: Option<StorageTrouble>,
}

/// What stands in the way of saving.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageTrouble {
    /// The browser gives this page no storage.
    Blocked,
    /// There is no room left.
    Full,
    /// It failed without saying why.
    Failed,
    /// What was stored is damaged.
    Damaged,
}

impl StorageTrouble {
    /// What happened, in one short sentence.
    pub const fn headline(self) -> &'static str {
        match self {
            Self::Blocked => "This browser does not let the page save.",
            Self::Full => "The browser's storage for this site is full.",
            Self::Failed => "Saving did not work.",
            Self::Damaged => "A saved copy of your plan was damaged.",
        }
    }

    /// What it means, and what can be done.
    pub const fn explanation(self) -> &'static str {
        match self {
            Self::Blocked => "Everything works, and your plan lasts until you close this tab. A backup file or a link keeps it.",
            Self::Full => "Your plan goes on in this tab, but the last changes are not saved. A backup file or a link keeps them.",
            Self::Failed => "Your plan goes on in this tab. Keep it in a backup file or a link before you close it.",
            Self::Damaged => "The newest sound copy is shown, and the damaged one is set aside for you to download.",
        }
    }
}

/// The saving of one's own plan.
#[derive(Clone, Copy)]
pub struct Saving {
    status: RwSignal<SaveStatus>,
}

/// Reads what was saved.
pub fn load(_guide: &'static Guide) -> (Plan, Saving) {
    let mut status = SaveStatus::default();
    let plan = match storage::read(SLOT) {
        Ok(text) => text.and_then(|t| serde_json::from_str(&t).ok()).unwrap_or_default(),
        Err(error) => {
            status.trouble = Some(trouble(error));
            Plan::default()
        }
    };
    (plan, Saving { status: RwSignal::new(status) })
}

impl Saving {
    /// What became of saving.
    pub fn status(self) -> ReadSignal<SaveStatus> {
        self.status.read_only()
    }

    /// Saves the plan whenever it changes.
    pub fn keep(self, _guide: &'static Guide, plan: RwSignal<Plan>) {
        Effect::new(move |before: Option<()>| {
            let text = plan.with(|p| serde_json::to_string(p).unwrap_or_default());
            if before.is_some() {
                let outcome = storage::write(SLOT, &text).err().map(trouble);
                self.status.update(|s| s.trouble = outcome);
            }
        });
    }
}

fn trouble(error: StorageError) -> StorageTrouble {
    match error {
        StorageError::Blocked => StorageTrouble::Blocked,
        StorageError::Full => StorageTrouble::Full,
        StorageError::Failed => StorageTrouble::Failed,
    }
}
