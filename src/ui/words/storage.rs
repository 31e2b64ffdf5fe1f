//! Saving and keeping: what stands in its way, why a file could not be read, and what became of a plan that was kept.

use crate::domain::plan::document::{Problem, Warning};
use crate::domain::store::{MAX_ENTRIES, SCHEMA, Since, StorageTrouble, StoreError};

/// What happened, in one short sentence.
pub const fn headline(trouble: StorageTrouble) -> &'static str {
    match trouble {
        StorageTrouble::Blocked => "This browser does not let the page save.",
        StorageTrouble::Full => "The browser's storage for this site is full.",
        StorageTrouble::Failed => "Saving did not work.",
        StorageTrouble::Ignored => "The browser took your plan and did not save it.",
        StorageTrouble::Damaged => "A saved copy of your plan was damaged.",
        StorageTrouble::Newer => "A newer version of this app has saved your plan.",
    }
}

/// What it means, and what can be done.
pub const fn explanation(trouble: StorageTrouble) -> &'static str {
    match trouble {
        StorageTrouble::Blocked => {
            "Everything works, and your plan lasts until you close this tab. A backup file or a link keeps it."
        }
        StorageTrouble::Full => {
            "Your plan goes on in this tab, but the last changes are not saved. A backup file or a link keeps them."
        }
        StorageTrouble::Failed | StorageTrouble::Ignored => {
            "Your plan goes on in this tab. Keep it in a backup file or a link before you close it."
        }
        StorageTrouble::Damaged => "The newest sound copy is shown, and the damaged one is set aside for you to download.",
        StorageTrouble::Newer => {
            "So that nothing of it is lost, this older version saves nothing any more. Reload the page to go on with the newer one; a backup file keeps what you change before."
        }
    }
}

/// Why a file could not be read as a plan, and what to do.
pub fn unread(error: StoreError) -> String {
    let words = match error {
        StoreError::TooLarge => "This file is too large to be a plan from this app. Choose the file that “Back up” saved.",
        StoreError::TooMany { entries } => {
            return format!(
                "This file has {entries} entries, more than the {MAX_ENTRIES} that a plan can hold. Choose the file that “Back up” saved."
            );
        }
        StoreError::NotJson => "This file cannot be read: it is no backup, or a part of it is missing. Choose another copy.",
        StoreError::NotOurs => "This file is not a plan from this app. Choose the file that “Back up” saved.",
        StoreError::NewerSchema { schema } => {
            return format!(
                "This plan was saved by a newer version of the app (format {schema}, this one reads {SCHEMA}). Reload the page while online, then try again."
            );
        }
        StoreError::Damaged => {
            "The saved plan was changed or cut off after it was written. Download what is left of it, or restore a backup."
        }
    };
    words.to_owned()
}

/// What is odd about an entry of a plan that was read.
pub fn odd(warning: &Warning) -> String {
    let problem = match warning.problem {
        Problem::Unknown => "is something that this version of the app does not know; it is kept as it is",
        Problem::Form => "has a form that this version of the app does not know; it is kept as it is",
        Problem::Range => "is out of range; it is kept as it is and not used",
        Problem::Id => "is not the id of anything; it is kept as it is and not used",
        Problem::Step => "is not a level step; it is kept as it is and not used",
        Problem::Day => "has no day such as 2026-11-23; it is kept as it is and not used",
        Problem::Snapshot => "is not a snapshot with its day and its plan; it is kept as it is and not used",
        Problem::LongNote => "is longer than notes can be; it is kept whole, and can only be shortened",
        Problem::Pack => "does not say which guide the plan was made with",
        Problem::Route => "does not lead from the current title to the destination, and was left out",
        Problem::ManySnapshots => "are more than a plan can hold; the oldest were left out",
        Problem::More => return "There are more such entries.".to_owned(),
    };
    format!("{} {problem}.", warning.place)
}

/// What changed in the guide since a plan was kept; empty if nothing did.
pub fn since(since: &Since) -> Vec<String> {
    let mut words = Vec::new();
    if let Some(other) = &since.other_guide {
        words.push(format!("It was made with another guide, “{other}”."));
    }
    words.extend(since.changes.iter().cloned());
    let ids = |what: &str, ids: Vec<&str>| {
        (!ids.is_empty()).then(|| format!("{what} that this guide no longer has: {}.", ids.join(", ")))
    };
    words.extend(ids("Titles", since.titles.iter().map(|i| i.as_str()).collect()));
    words.extend(ids("Skills", since.skills.iter().map(|i| i.as_str()).collect()));
    words.extend(ids("Goals", since.goals.iter().map(|i| i.as_str()).collect()));
    words
}
