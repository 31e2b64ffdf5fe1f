//! Texts that a person writes with a tool and that the plan keeps: fields of a record, saved as they are typed; and the button that copies a
//! text and says what it copied. Knows the state of the app.

use crate::dom::signals::*;
use crate::dom::{El, button, el, text};
use crate::domain::plan::edit::PlanEdit;
use crate::domain::plan::records::{List, Record, RecordId};
use crate::state::App;

/// The most characters of one field: a record of five of them still has room.
const MAX_FIELD: &str = "1500";

/// Which record a text is kept in.
#[derive(Clone, Copy)]
pub struct Kept {
    /// The list.
    pub list: List,
    /// The id of the record.
    pub id: &'static str,
}

impl Kept {
    /// The text of a field, which whoever reads it follows.
    pub fn text(self, app: App, key: &str) -> String {
        let id = RecordId::new(self.id);
        app.own.plan().with(|plan| {
            id.and_then(|id| plan.records.get(self.list, &id).map(|record| record.text(key).to_owned())).unwrap_or_default()
        })
    }

    /// Writes a field; blank text removes it, and a record without any goes.
    pub fn write(self, app: App, key: &str, text: &str, typing: bool) {
        let Some(id) = RecordId::new(self.id) else { return };
        let before = app.own.plan().with_untracked(|plan| plan.records.get(self.list, &id).cloned());
        let record = before.unwrap_or_else(|| Record::new(Default::default())).with_text(key, text);
        let record = (!record.fields().is_empty()).then_some(record);
        app.own.edit(&PlanEdit::Record { list: self.list, id, record, typing });
    }
}

/// A field of a record with its label and what belongs into it.
pub fn field(app: App, kept: Kept, key: &'static str, label: &str, hint: &str, rows: u8) -> El {
    let id = format!("{}-{key}", kept.id);
    let how = format!("{id}-how");
    let control = if rows > 1 { el("textarea").attr("rows", rows.to_string()) } else { el("input").attr("autocomplete", "off") };
    let control = control
        .class("in")
        .attr("id", &id)
        .attr("maxlength", MAX_FIELD)
        .attr("aria-describedby", &how)
        .value_from(move || kept.text(app, key))
        .on("input", move |event| kept.write(app, key, &event.value(), true))
        .on("change", move |_| app.own.close_note());
    el("div").class("field").with([
        text("label", "", label).attr("for", &id),
        control,
        text("span", "small", hint).attr("id", &how),
    ])
}

/// A button that copies a text and says what it copied. `what` names it within the sentence.
pub fn copy_button(app: App, what: &'static str, words: impl Fn() -> String + 'static) -> El {
    let told = RwSignal::new(String::new());
    let copy = button("btn quiet", format!("Copy the {what}"), move |_| {
        let text = words();
        if text.is_empty() {
            told.set(format!("There is no {what} to copy yet."));
            return;
        }
        let count = text.encode_utf16().count();
        app.sharing.copy(text, move |done| {
            told.set(if done {
                format!("Copied: the {what}, {count} characters.")
            } else {
                format!("The browser did not copy the {what}. Select it and copy it by hand.")
            });
        });
    });
    el("div").class("row").with([copy, el("span").class("small").attr("role", "status").text_from(move || told.get())])
}
