//! The text of a slot, made from the one before it: what has not changed since is copied. A full log with its snapshots is a megabyte; an edit
//! changes one entry of it.

use super::{PackRef, SLOT, Write, envelope, slot_line};
use crate::domain::plan::Plan;
use crate::domain::plan::document::{Entry, Part, parts, write as document};
use crate::domain::plan::fields::Fields;
use serde_json::Value;

/// The texts of the large maps of a plan, and of which plan.
#[derive(Debug, Default)]
pub(super) struct Texts {
    of: Plan,
    parts: Vec<Text>,
}

/// The text of a map: its entries without braces, and where in it each ends.
#[derive(Debug, Default)]
struct Text {
    entries: String,
    ends: Vec<usize>,
}

impl Texts {
    /// The text of a slot.
    pub fn slot(&mut self, write: &Write, plan: &Plan, pack: &PackRef) -> String {
        // The line has one length for one number.
        let line = slot_line(write.id.seq, "");
        let mut text = format!("{line}\n");
        let begin = text.len();
        match parts(plan) {
            Some((head, parts)) => {
                self.renew(&parts, plan);
                let all: usize = self.parts.iter().map(|part| part.entries.len()).sum();
                // What is not in the large maps is small, and the text grows where it is not.
                text.reserve(all + all / 8 + 4096);
                let fields = envelope(head, pack, Some(write));
                object(&mut text, &fields, &mut |text, key, value| match value {
                    Value::Object(head) if key == "plan" => self.plan(text, head, &parts),
                    value => text.push_str(&value.to_string()),
                });
            }
            None => text.push_str(&Value::Object(envelope(document(plan), pack, Some(write))).to_string()),
        }
        let line = slot_line(write.id.seq, &text[begin..]);
        text.replace_range(..begin - 1, &line);
        debug_assert!(text.starts_with(SLOT));
        text
    }

    /// Brings the texts of the large maps up to date.
    fn renew(&mut self, now: &[Part], plan: &Plan) {
        let before = std::mem::take(&mut self.of);
        let before = parts(&before).map(|(_, parts)| parts).unwrap_or_default();
        let old = std::mem::take(&mut self.parts);
        let mut old: Vec<Option<Text>> = old.into_iter().map(Some).collect();
        let same_map = |part: &Part| before.iter().position(|one| (one.within, one.key) == (part.within, part.key));
        self.parts = now
            .iter()
            .map(|part| {
                let there = same_map(part).and_then(|at| Some((&before[at].entries, old.get_mut(at)?.take()?)));
                match there {
                    Some((entries, text)) => text.renewed(entries, &part.entries),
                    None => Text::default().renewed(&[], &part.entries),
                }
            })
            .collect();
        self.of = plan.clone();
    }

    /// The text of the document: what is in its head, and the large maps among that.
    fn plan(&self, text: &mut String, head: &Fields, parts: &[Part]) {
        let mut fields = head.clone();
        parts.iter().for_each(|part| {
            fields.insert(part.within.unwrap_or(part.key).to_owned(), Value::Null);
        });
        object(text, &fields, &mut |text, key, value| {
            let mut within = parts.iter().zip(&self.parts).filter(|(part, _)| part.within.unwrap_or(part.key) == key).peekable();
            let is_map_of_maps = match within.peek() {
                None => return text.push_str(&value.to_string()),
                Some((part, _)) => part.within.is_some(),
            };
            let mut is_first = true;
            if is_map_of_maps {
                text.push('{');
            }
            for (part, entries) in within {
                if is_map_of_maps {
                    key_of(text, part.key, is_first);
                    is_first = false;
                }
                text.push('{');
                text.push_str(&entries.entries);
                text.push('}');
            }
            if is_map_of_maps {
                text.push('}');
            }
        });
    }
}

impl Text {
    /// The text of a map that has these entries now and had those.
    fn renewed(self, had: &[(&str, Entry)], has: &[(&str, Entry)]) -> Self {
        if had == has && self.ends.len() == has.len() {
            return self;
        }
        let mut new = Self { entries: String::with_capacity(self.entries.len() + 1024), ends: Vec::with_capacity(has.len()) };
        let mut at = 0;
        for (key, entry) in has {
            while had.get(at).is_some_and(|(old, _)| old < key) {
                at += 1;
            }
            let is_there = had.get(at).is_some_and(|old| old == &(*key, *entry));
            let begin = if at == 0 { 0 } else { self.ends.get(at - 1).map_or(0, |end| end + 1) };
            match self.ends.get(at).filter(|_| is_there).and_then(|end| self.entries.get(begin..*end)) {
                Some(text) => {
                    if !new.entries.is_empty() {
                        new.entries.push(',');
                    }
                    new.entries.push_str(text);
                }
                None => {
                    let is_first = new.entries.is_empty();
                    key_of(&mut new.entries, key, is_first);
                    new.entries.push_str(&entry.text());
                }
            }
            new.ends.push(new.entries.len());
        }
        new
    }
}

/// The key of an entry, behind a comma unless it is the first.
fn key_of(text: &mut String, key: &str, is_first: bool) {
    if !is_first {
        text.push(',');
    }
    text.push_str(&Value::from(key).to_string());
    text.push(':');
}

/// An object with the text that `value` gives of each field.
fn object(text: &mut String, fields: &Fields, value: &mut dyn FnMut(&mut String, &str, &Value)) {
    text.push('{');
    for (at, (key, field)) in fields.iter().enumerate() {
        key_of(text, key, at == 0);
        value(text, key, field);
    }
    text.push('}');
}
