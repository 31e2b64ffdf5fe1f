//! The plan in files and beyond: backup and restore, erasing, what was set aside, and the choice between two plans.

use super::opened::Opened;
use super::own::OwnPlan;
use super::saving::{SaveStatus, Saving};
use super::visits::Visits;
use crate::domain::guide::Guide;
use crate::domain::plan::edit::{PlanEdit, apply};
use crate::domain::plan::history::EditId;
use crate::domain::store::{self, Aside, Erased, Since, StoreError, Trouble, Warning};
use crate::platform::{calendar, files};

/// What there is to say of a plan that was restored.
#[derive(Clone, Debug, PartialEq)]
pub struct Restored {
    /// What was not understood, or left out.
    pub warnings: Vec<Warning>,
    /// What changed in the guide since the file was written.
    pub since: Since,
    /// The edit that it was; none where the plan was the same already.
    pub edit: Option<EditId>,
}

/// Backup, restore and erasure of one's own plan. Copies are handles to the same.
#[derive(Clone, Copy)]
pub struct Backup {
    pub(super) guide: &'static Guide,
    pub(super) own: OwnPlan,
    pub(super) saving: Saving,
    pub(super) visits: Visits,
    pub(super) opened: Opened,
}

impl Backup {
    /// Saves the plan as a backup file. Answers whether the browser took it.
    pub fn save(self) -> bool {
        let text = self.own.plan.with_untracked(|plan| store::backup(plan, self.guide));
        // An id has lower-case letters, digits and hyphens alone, as the name of a file may.
        let target = self.own.plan.with_untracked(|plan| plan.to.as_ref().map_or_else(String::new, |to| format!("{to}-")));
        self.save_as(&format!("career-plan-{target}{}.json", calendar::today()), &text)
    }

    /// Saves a text that was made of the plan as a file. Answers whether the browser took it.
    pub fn save_as(self, name: &str, text: &str) -> bool {
        files::save(name, text)
    }

    /// Puts the plan of a backup file in place of the present one; `None` stands for a file that is too large. It can be undone.
    ///
    /// # Errors
    /// When the text is no plan of this app that this version can read.
    pub fn restore(self, text: Option<&str>) -> Result<Restored, StoreError> {
        let mut stored = text.map_or(Err(StoreError::TooLarge), store::restore)?;
        store::renew_pace(&stored.pack, &mut stored.plan, self.guide);
        let since = store::since(&stored.pack, &stored.plan, self.guide);
        let edit = self.own.edit(&PlanEdit::Replace(Box::new(stored.plan)));
        Ok(Restored { warnings: stored.warnings, since, edit })
    }

    /// Empties the plan here and in storage. It can be undone for as long as the page is open.
    ///
    /// # Errors
    /// When something of it is still in storage afterwards.
    pub fn erase(self) -> Result<Erased, Trouble> {
        // What another tab wrote and nobody has shown yet comes back with an undo as well.
        self.saving.look(self.own.plan);
        self.own.edit(&PlanEdit::Erase);
        self.visits.forget();
        self.opened.forget_all();
        self.saving.erase()
    }

    /// Between the present plan and the other one that is offered, takes the one or the other; the one not taken becomes a snapshot with
    /// this name. It can be undone.
    pub fn choose(self, takes_other: bool, name: String) {
        let Some(other) = self.saving.take_other() else { return };
        let mine = self.own.plan.get_untracked();
        let (taken, left) = if takes_other { (other, mine) } else { (mine, other) };
        let edit = PlanEdit::SwitchTo { plan: Box::new(taken), name, day: calendar::today() };
        self.own.edit(&PlanEdit::Choose(Box::new(apply(&left, &edit))));
    }

    /// Saves a text that was set aside as a file, by its place in [`SaveStatus::aside`].
    pub fn save_aside(self, place: usize) {
        let aside = self.saving.status().with_untracked(|s: &SaveStatus| s.aside.get(place).cloned());
        if let Some(aside) = aside {
            files::save(&format!("career-plan-damaged-{}.txt", place + 1), &aside.text);
        }
    }

    /// Removes the texts that were set aside, and gives them for [`Self::put_back_aside`].
    pub fn forget_aside(self) -> Vec<Aside> {
        self.saving.forget_aside()
    }

    /// Sets texts aside again that were forgotten.
    pub fn put_back_aside(self, texts: &[Aside]) {
        self.saving.put_back_aside(texts);
    }
}
