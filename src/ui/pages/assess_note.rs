//! The note of evidence for a skill: what shows the rating, in the person's own words.

use crate::dom::signals::*;
use crate::dom::{El, bind, el, text};
use crate::domain::analysis::Aim;
use crate::domain::guide::SkillIx;
use crate::domain::plan::MAX_NOTE;
use crate::domain::plan::edit::PlanEdit;
use crate::domain::workbench::evidence::backing;
use crate::state::{App, Live};
use crate::ui::words::{backing as backed, saving as words};

/// The id of the field.
pub const FIELD: &str = "evidence";

/// The note, folded away while there is none.
pub fn note(app: App, aim: Live<Aim>, skill: SkillIx, is_open: bool) -> El {
    let id = &app.guide.skill(skill).id;
    let note = Memo::new(move |_| aim.get().plan.evidence.get(id).cloned().unwrap_or_default());
    // What is in the field, while it is not the note as it is kept: only blanks, or too long to be kept.
    let unkept = RwSignal::new(None::<String>);
    let write = move |event: crate::dom::Event| {
        let typed = event.value();
        app.own.edit(&PlanEdit::Note { skill: id.clone(), text: typed.clone() });
        let length = typed.chars().count();
        if length > MAX_NOTE
            && unkept.with_untracked(|before| before.as_ref().is_none_or(|before| before.chars().count() <= MAX_NOTE))
        {
            app.live.announce(words::note_length(length));
        }
        unkept.set((note.get_untracked() != typed).then_some(typed));
    };
    let shown = move || unkept.get().unwrap_or_else(|| note.get());
    // An undo, or another tab, puts the note as it is kept into the field.
    let kept = StoredValue::new(note.get_untracked());
    Effect::new(move |_| {
        let note = note.get();
        if kept.try_update_value(|kept| std::mem::replace(kept, note.clone())).is_some_and(|before| before != note) {
            let is_blank = unkept.with_untracked(|typed| typed.as_ref().is_some_and(|typed| typed.trim().is_empty()));
            if !(is_blank && note.is_empty()) {
                unkept.set(None);
            }
        }
    });
    let count = move || words::note_length(shown().chars().count());
    let label =
        "What shows it? A project, a decision, a name. It is saved as you type, stays on this device and is never part of a link.";
    let said = move || {
        let now = aim.get();
        match now.ratings.get(skill) {
            Some(rated) => backed::sentence(backing(app.guide, &now.plan)[skill.index()], Some(rated)),
            None => String::new(),
        }
    };
    let details = el("details").class("evidence");
    let opened = details.clone();
    // It opens where there is a note; whoever closes it then has it closed.
    let has_note = Memo::new(move |_| note.with(|note| !note.is_empty()));
    bind(move || {
        if is_open || has_note.get() {
            opened.set_attr("open", Some(""));
        }
    });
    details.with([
        text("summary", "", "Add evidence").text(" ").add(el("span").class("small").text_from(said)),
        el("div").class("field").with([
            text("label", "", label).attr("for", FIELD),
            el("textarea")
                .class("in")
                .attr("id", FIELD)
                .attr("aria-describedby", "evidence-count")
                .value_from(shown)
                .on("input", write)
                .on("change", move |_| app.own.close_note()),
            el("p").class("tiny").attr("id", "evidence-count").text_from(count),
        ]),
    ])
}
