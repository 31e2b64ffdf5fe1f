//! Words for saving, restoring and erasing: what stands in the way, what a file holds that cannot be read, what changed since.

use crate::domain::plan::{MAX_NOTE, MAX_SNAPSHOTS};
use crate::domain::store::{MAX_ENTRIES, Problem, SCHEMA, Since, StoreError, Trouble, Warning};

/// The most ids that a line lists.
const LISTED: usize = 10;

/// What happened, in one short sentence, and what it means and can be done.
pub type Notice = (&'static str, String);

/// Why the plan is not saved.
pub fn trouble(trouble: Trouble) -> Notice {
    match trouble {
        Trouble::Blocked => (
            "This browser does not let the page save.",
            "Everything works, and your plan lasts until you close this tab. A backup file or a link keeps it.".to_owned(),
        ),
        Trouble::Full => (
            "The browser's storage for this site is full.",
            "Your plan goes on in this tab, but the last changes are not saved. A backup file or a link keeps them.".to_owned(),
        ),
        Trouble::Failed => (
            "Saving did not work.",
            "Your plan goes on in this tab. Keep it in a backup file or a link before you close it.".to_owned(),
        ),
        Trouble::Ignored => (
            "The browser did not keep what was saved.",
            "It reported no error, yet the plan was not there when it was read back. Keep it in a backup file or a link before you close this tab.".to_owned(),
        ),
        Trouble::Newer { schema } => (
            "Your plan was saved by a newer version of this app.",
            format!(
                "It is kept in format {schema}, and this page reads formats up to {SCHEMA}. Nothing is written here, so the newer plan stays as it is. Reload to get the newer version; a backup file keeps what you change in this tab."
            ),
        ),
    }
}

/// A damaged copy was found.
pub fn damage() -> Notice {
    (
        "A saved copy of your plan was damaged.",
        "The newest sound copy is shown, and the damaged one is set aside for you to download.".to_owned(),
    )
}

/// The storage was cleared below the open page.
pub fn cleared() -> Notice {
    (
        "The browser's storage for this page was cleared.",
        "Your plan was still open in this tab, and has been saved again.".to_owned(),
    )
}

/// Another plan was begun after the storage had been cleared.
pub fn other_plan() -> Notice {
    (
        "There are two plans in this browser.",
        "The storage was cleared while this plan was open, and another plan was begun in another tab. Choose the one to go on with. The other one is kept as a snapshot on Your data.".to_owned(),
    )
}

/// Why a file was not restored.
pub fn refusal(error: StoreError) -> String {
    match error {
        StoreError::TooLarge => {
            "This file is too large to be a plan from this app. Choose the file that “Back up” saved.".to_owned()
        }
        StoreError::TooMany { entries } => format!(
            "This file has {entries} entries, and at most {MAX_ENTRIES} can be opened. The largest plan that this app makes has far fewer. Your plan is as it was."
        ),
        StoreError::NotJson => {
            "This file cannot be read: it is no backup, or a part of it is missing. Choose another copy.".to_owned()
        }
        StoreError::NotOurs => "This file is not a plan from this app. Choose the file that “Back up” saved.".to_owned(),
        StoreError::NewerSchema { schema } => format!(
            "This plan was saved by a newer version of the app (format {schema}, this one reads {SCHEMA}). Reload the page while online, then try again."
        ),
        StoreError::Damaged => {
            "The saved plan was changed or cut off after it was written. Download what is left of it, or restore a backup."
                .to_owned()
        }
    }
}

/// What is the matter with an entry of a file.
pub fn warning(warning: &Warning) -> String {
    let problem = match warning.problem {
        Problem::Unknown => "is something that this version of the app does not know. It is kept as it is.".to_owned(),
        Problem::Form => "has a form that this version of the app does not know. It is kept as it is.".to_owned(),
        Problem::Range => "is out of range. It is kept, and counts for nothing.".to_owned(),
        Problem::Id => "is not an id. It is kept, and counts for nothing.".to_owned(),
        Problem::Step => "is not a level step. It is kept, and counts for nothing.".to_owned(),
        Problem::Day => "has no day such as 2026-11-23. It is kept, and counts for nothing.".to_owned(),
        Problem::Snapshot => "is not a snapshot with its day and its plan. It is kept as it is.".to_owned(),
        Problem::LongNote => format!("is longer than {MAX_NOTE} characters. It is kept whole; you can shorten it."),
        Problem::Pack => "does not say which guide the plan was made with.".to_owned(),
        Problem::Route => "does not lead from the current title to the destination, and was left out.".to_owned(),
        Problem::ManySnapshots => format!("are more than {MAX_SNAPSHOTS}; the oldest were left out."),
        Problem::More => return "There are more entries like these.".to_owned(),
    };
    format!("{} {problem}", warning.place)
}

/// What changed in the guide since a plan was kept; empty if nothing did.
pub fn since(since: &Since) -> Vec<String> {
    let mut words = Vec::new();
    if let Some(other) = &since.other_guide {
        words.push(format!("It was made with another guide, “{other}”."));
    }
    words.extend(since.changes.iter().cloned());
    let mut add = |what: &str, ids: Vec<&str>| {
        if ids.is_empty() {
            return;
        }
        let listed = ids.iter().take(LISTED).copied().collect::<Vec<_>>().join(", ");
        let more = match ids.len().saturating_sub(LISTED) {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        words.push(format!("{what} that this guide does not have: {listed}{more}."));
    };
    add("Titles", since.titles.iter().map(|id| id.as_str()).collect());
    add("Skills", since.skills.iter().map(|id| id.as_str()).collect());
    add("Goals", since.goals.iter().map(|id| id.as_str()).collect());
    words
}

/// From so many characters before its limit on, a note says how many are left.
const NEARLY: usize = 200;

/// How long a note is, where that matters: near its limit, and beyond it.
pub fn note_length(characters: usize) -> String {
    match characters.checked_sub(MAX_NOTE) {
        Some(0) => format!("{MAX_NOTE}\u{a0}of\u{a0}{MAX_NOTE}\u{a0}characters: there is no room for more."),
        Some(over) => format!(
            "{characters}\u{a0}of\u{a0}{MAX_NOTE}\u{a0}characters: {over} too many. The note is saved as it was before it became too long; shorten it, and it is saved as it is."
        ),
        None if MAX_NOTE - characters <= NEARLY => format!("{characters}\u{a0}of\u{a0}{MAX_NOTE}\u{a0}characters."),
        None => String::new(),
    }
}
