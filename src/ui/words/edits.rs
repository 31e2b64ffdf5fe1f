//! Edits of a plan, for undo and redo, and the names of the snapshots that the app takes by itself.

use crate::domain::page::Page;
use crate::domain::plan::edit::{Did, EditKind};
use crate::domain::plan::records::List;

/// The snapshot of one's own plan from before another one took its place.
pub const BEFORE_TAKING_OVER: &str = "Before I took over a shared plan";
/// The snapshot of the present plan from before one went back to an earlier one.
pub const BEFORE_RESTORING: &str = "Before I went back to a snapshot";
/// A snapshot that was kept by hand and given no name.
pub const KEPT_BY_HAND: &str = "Kept by hand";
/// The snapshot of the plan that was not chosen, where there were two.
pub const NOT_CHOSEN: &str = "The plan that I did not choose";

/// What an edit does, as the end of a sentence.
const fn name(kind: EditKind) -> &'static str {
    match kind {
        EditKind::Start => "start of the plan",
        EditKind::SetTarget => "change of destination",
        EditKind::SetCurrent => "change of current title",
        EditKind::Rate => "rating",
        EditKind::AdoptRatings => "ratings taken over",
        EditKind::Note => "evidence note",
        EditKind::ChooseRoute => "choice of route",
        EditKind::SetPace => "change of pace",
        EditKind::Tick => "tick",
        EditKind::DoFirst => "another step first",
        EditKind::ChooseGoal => "choice of goal",
        EditKind::Record(list, did) => record(list, did),
        EditKind::TakeSnapshot => "snapshot",
        EditKind::SwitchTo => "copy of a shared plan",
        EditKind::Restore => "return to a snapshot",
        EditKind::DropSnapshot => "removal of a snapshot",
        EditKind::Replace => "restored backup",
        EditKind::Choose => "choice of a plan",
        EditKind::Erase => "erased plan",
    }
}

/// The place at which an edit is seen, by its name in the navigation, and whether a page is that place.
const fn place(kind: EditKind) -> (&'static str, fn(&Page) -> bool) {
    match kind {
        EditKind::Start | EditKind::SetTarget | EditKind::SetCurrent => ("Home", |page| {
            !matches!(
                page,
                Page::Guide | Page::GuideSection(_) | Page::GuideEntry(..) | Page::GuideSearch(_) | Page::More | Page::Embed
            )
        }),
        EditKind::Rate | EditKind::AdoptRatings | EditKind::Note => ("Assess", |page| {
            matches!(
                page,
                Page::Home | Page::Assess | Page::AssessList | Page::AssessSkill(_) | Page::Gaps | Page::Review | Page::Rated(_)
            )
        }),
        EditKind::ChooseRoute => ("Route", |page| matches!(page, Page::Home | Page::Map | Page::Routes)),
        EditKind::SetPace | EditKind::Tick | EditKind::DoFirst | EditKind::ChooseGoal => {
            ("Plan", |page| matches!(page, Page::Home | Page::Plan | Page::PlanSteps | Page::Goals | Page::Routes))
        }
        EditKind::Record(List::Evidence, _) => ("Evidence", |page| matches!(page, Page::Evidence | Page::EvidenceEntry(_))),
        EditKind::Record(List::Actions | List::Goals | List::Reviews, _) => {
            ("Plan", |page| matches!(page, Page::Plan | Page::Actions | Page::Goals | Page::Review))
        }
        EditKind::Record(..) => ("Prepare", |page| {
            matches!(page, Page::Prepare | Page::Interview | Page::LinkedIn | Page::Resume | Page::Certifications | Page::Pay)
        }),
        _ => ("Your data", |page| matches!(page, Page::Data | Page::Home)),
    }
}

/// Where an edit is seen, as the end of its name on a page that does not show it: nothing changes out of sight without a word.
pub fn elsewhere(kind: EditKind, page: &Page) -> String {
    let (place, is_there) = place(kind);
    if is_there(page) { String::new() } else { format!(", on {place}") }
}

/// What became of a record of a list.
const fn record(list: List, did: Did) -> &'static str {
    match (list, did) {
        (List::Evidence, Did::Wrote) => "entry of the log",
        (List::Evidence, Did::Removed) => "removal of an entry",
        (List::Stories, Did::Wrote) => "choice of a story",
        (List::Stories, Did::Removed) => "removal of a story",
        (List::Practice, Did::Wrote) => "notes from practice",
        (List::Practice, Did::Removed) => "removal of notes",
        (List::Questions, Did::Wrote) => "question of your own",
        (List::Questions, Did::Removed) => "removal of a question",
        (List::Asking, Did::Wrote) => "question to ask",
        (List::Asking, Did::Removed) => "removal of a question to ask",
        (List::Companies, Did::Wrote) => "company",
        (List::Companies, Did::Removed) => "removal of a company",
        (List::Texts, Did::Wrote) => "text",
        (List::Texts, Did::Removed) => "removal of a text",
        (List::Actions, Did::Wrote) => "action",
        (List::Actions, Did::Removed) => "removal of an action",
        (List::Goals, Did::Wrote) => "goal",
        (List::Goals, Did::Removed) => "removal of a goal",
        (List::Reviews, Did::Wrote) => "review",
        (List::Reviews, Did::Removed) => "removal of a review",
        (List::Learning, Did::Wrote) => "status",
        (List::Learning, Did::Removed) => "removal of a status",
        (List::Balance, Did::Wrote) => "strategy adopted",
        (List::Balance, Did::Removed) => "strategy let go",
        (List::CheckIns, Did::Wrote) => "check-in",
        (List::CheckIns, Did::Removed) => "removal of a check-in",
        (List::Settings, Did::Wrote) => "setting",
        (List::Settings, Did::Removed) => "setting put back",
    }
}

fn about(before: &str, kind: EditKind, after: &str) -> String {
    let mut words = before.to_owned();
    words.push_str(name(kind));
    words.push_str(after);
    words
}

/// The button that takes it back.
pub fn undo(kind: EditKind) -> String {
    about("Undo: ", kind, "")
}

/// The button that does it again.
pub fn redo(kind: EditKind) -> String {
    about("Redo: ", kind, "")
}

/// It was taken back.
pub fn undone(kind: EditKind) -> String {
    about("Undone: ", kind, ".")
}

/// It was done again.
pub fn done_again(kind: EditKind) -> String {
    about("Done again: ", kind, ".")
}
