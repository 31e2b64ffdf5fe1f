//! Undo and redo over every edit, import and erasure included.
//!
//! An edit is kept as what it changed in the document. Taking it back is the same three-way [`merge`] by which tabs come together, so
//! that what another tab changed in the meantime stays.

use super::document::{complete, differing, named, read, write};
use super::edit::{EditKind, PlanEdit};
use super::fields::Fields;
use super::merge::{changes, merge};
use super::records::{List, RecordId};
use super::{Plan, SkillId};
use std::collections::VecDeque;

/// How many edits can be taken back.
const DEPTH: usize = 200;

/// One recorded edit. What was typed in one go is one edit; one that is taken back and done again is the same, and none is ever another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EditId(u64);

/// The edits that can be taken back and done again.
#[derive(Default)]
pub struct History {
    past: VecDeque<Change>,
    future: Vec<Change>,
    /// How many were ever recorded.
    recorded: u64,
}

struct Change {
    id: EditId,
    what: EditKind,
    /// What is still being written: what is typed next belongs to the same change.
    note: Option<Typing>,
    content: Content,
}

/// Where a person types.
#[derive(PartialEq)]
enum Typing {
    Note(SkillId),
    Record(List, RecordId),
}

enum Content {
    /// As it was recorded, which costs little while the person waits for the next frame.
    Whole(Box<(Plan, Plan)>),
    /// What differed: before and after. And what the snapshots among it name, which another tab may drop in the meantime.
    Differing(Fields, Fields, Fields),
}

impl Change {
    /// Reduces it to what differed.
    fn settle(&mut self) {
        if let Content::Whole(plans) = &self.content {
            let (was, is) = differing(&plans.0, &plans.1);
            let (before, after) = changes(&was, &is);
            // The versions that a snapshot names may be older than it.
            let kept = if plans.0.snapshots == plans.1.snapshots {
                Fields::new()
            } else {
                named([(&before, &write(&plans.0)), (&after, &write(&plans.1))])
            };
            self.content = Content::Differing(before, after, kept);
        }
    }

    /// What it makes of the plan now: the plan with it, or without it.
    fn merged(&mut self, now: &Plan, with: bool) -> Plan {
        self.settle();
        let Content::Differing(before, after, named) = &self.content else { unreachable!("it was settled above") };
        let now = write(now);
        let mut merged = if with { merge(before, after, &now) } else { merge(after, before, &now) };
        complete(&mut merged, [&now, named]);
        read(merged, &mut Vec::new())
    }
}

impl History {
    /// Records an edit. What had been taken back can no longer be done again. A note goes on as one edit until [`Self::close_note`],
    /// or until something else is edited.
    pub fn record(&mut self, edit: &PlanEdit, before: Plan, after: Plan) -> EditId {
        self.future.clear();
        let note = match edit {
            PlanEdit::Note { skill, .. } => Some(Typing::Note(skill.clone())),
            PlanEdit::Record { list, id, typing: true, .. } => Some(Typing::Record(*list, id.clone())),
            _ => None,
        };
        if let Some(last) = self.past.back_mut()
            && note.is_some()
            && last.note == note
        {
            let first = match &last.content {
                Content::Whole(plans) if plans.1 == before => plans.0.clone(),
                // Something came from elsewhere in between, which is no part of the note.
                _ => last.merged(&before, false),
            };
            last.content = Content::Whole(Box::new((first, after)));
            return last.id;
        }
        if self.past.len() == DEPTH {
            self.past.pop_front();
        }
        self.recorded += 1;
        let id = EditId(self.recorded);
        self.past.push_back(Change { id, what: edit.kind(), note, content: Content::Whole(Box::new((before, after))) });
        id
    }

    /// Says that the note that was being written is done: what is written next is another edit.
    pub fn close_note(&mut self) {
        if let Some(last) = self.past.back_mut() {
            last.note = None;
        }
    }

    /// Reduces what was recorded to what differed. To be called when there is time: until then each edit holds two whole plans.
    pub fn settle(&mut self) {
        self.past.iter_mut().rev().take_while(|change| matches!(change.content, Content::Whole(_))).for_each(Change::settle);
    }

    /// What [`Self::undo`] would take back.
    pub fn undoable(&self) -> Option<EditKind> {
        self.past.back().map(|change| change.what)
    }

    /// Which edit [`Self::undo`] would take back.
    pub fn last(&self) -> Option<EditId> {
        self.past.back().map(|change| change.id)
    }

    /// Whether an edit stands: it was not taken back, nor forgotten for its age.
    pub fn stands(&self, edit: EditId) -> bool {
        self.past.iter().any(|change| change.id == edit)
    }

    /// What [`Self::redo`] would do again.
    pub fn redoable(&self) -> Option<EditKind> {
        self.future.last().map(|change| change.what)
    }

    /// Takes the last edit back: what it was, and the plan without it.
    pub fn undo(&mut self, now: &Plan) -> Option<(EditKind, Plan)> {
        let mut change = self.past.pop_back()?;
        change.note = None;
        let plan = change.merged(now, false);
        let what = change.what;
        self.future.push(change);
        Some((what, plan))
    }

    /// Does the last undone edit again: what it was, and the plan with it.
    pub fn redo(&mut self, now: &Plan) -> Option<(EditKind, Plan)> {
        let mut change = self.future.pop()?;
        let plan = change.merged(now, true);
        let what = change.what;
        self.past.push_back(change);
        Some((what, plan))
    }
}
