//! What stands behind a rating: how many entries of the log, or that nothing does where something is asked for.

use super::figures::so_many;
use super::plural;
use crate::domain::guide::Proficiency;
use crate::domain::workbench::evidence::{Backing, EVIDENCE_FROM};

/// A rating that asks for evidence and has none.
pub const NONE: &str = "none";

/// In a column, as `2 in the log`; nothing where nothing is asked for and nothing is there.
pub fn brief(backing: Backing, rated: Option<Proficiency>) -> String {
    match (rated, backing) {
        (Some(rated), backing) if backing.is_missing_for(rated) && backing.entries == 0 => NONE.to_owned(),
        (_, Backing { entries: 0, noted: false, .. }) => String::new(),
        (_, Backing { entries: 0, .. }) => "a note".to_owned(),
        (Some(rated), backing) if backing.is_missing_for(rated) => format!("{} up to {}", backing.entries, backing.shows),
        (_, backing) => format!("{} in the log", backing.entries),
    }
}

/// The same as a sentence; nothing where nothing is asked for and nothing is there.
pub fn sentence(backing: Backing, rated: Option<Proficiency>) -> String {
    let Backing { entries, shows, noted } = backing;
    let is_missing = rated.is_some_and(|rated| backing.is_missing_for(rated));
    match (entries, rated) {
        (0, Some(rated)) if is_missing => format!("Nothing shows your {rated} yet."),
        (n, Some(rated)) if is_missing => {
            format!("{} in your log, up to {shows}: nothing shows your {rated} yet.", so_many(n, "entry", "entries"))
        }
        (0, _) if noted => "A note of yours.".to_owned(),
        (0, _) => String::new(),
        (n, _) => format!("{} in your log, up to {shows}.", so_many(n, "entry", "entries")),
    }
}

/// How many ratings ask for evidence and have none, over a list that marks them; nothing where there is none of them.
pub fn count(missing: usize) -> String {
    match missing {
        0 => String::new(),
        n => {
            format!("{} of {EVIDENCE_FROM} or more {} no evidence yet. ", so_many(n, "rating", "ratings"), plural(n, "has", "have"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::figures::plain;
    use super::*;

    #[test]
    fn what_is_there_and_what_is_missing() {
        let level = |n| Proficiency::new(n).expect("a level");
        let backing = |entries, shows, noted| Backing { entries, shows: level(shows), noted };
        let cases = [
            (backing(0, 0, false), None, "", ""),
            (backing(0, 0, false), Some(2), "", ""),
            (backing(0, 0, false), Some(3), "none", "Nothing shows your 3 yet."),
            (backing(0, 0, true), Some(4), "a note", "A note of yours."),
            (backing(1, 2, false), Some(4), "1 up to 2", "1 entry in your log, up to 2: nothing shows your 4 yet."),
            (backing(2, 4, false), Some(4), "2 in the log", "2 entries in your log, up to 4."),
            (backing(2, 4, false), None, "2 in the log", "2 entries in your log, up to 4."),
        ];
        for (backing, rated, short, long) in cases {
            let rated = rated.map(level);
            assert_eq!((brief(backing, rated).as_str(), plain(&sentence(backing, rated)).as_str()), (short, long));
        }
        assert_eq!(
            [0, 1, 17].map(|missing| plain(&count(missing))),
            ["", "1 rating of 3 or more has no evidence yet. ", "17 ratings of 3 or more have no evidence yet. "]
        );
    }
}
