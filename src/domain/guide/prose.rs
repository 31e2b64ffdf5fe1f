//! The prose of a guide apart from the rest of it: the texts of sections, groups and items. Nothing but the pages of the guide and its
//! search need them, so that the app can fetch them when somebody reads.

use super::pack::{Pack, Section};

/// Visits every text of the prose, in order.
fn each_text(sections: &mut [Section], visit: &mut dyn FnMut(&mut String)) {
    for section in sections {
        visit(&mut section.text);
        for group in &mut section.groups {
            visit(&mut group.text);
            group.items.iter_mut().for_each(|item| visit(&mut item.text));
        }
    }
}

impl Pack {
    /// Takes the texts of the prose out, in order: [`with_texts`] puts them back.
    pub fn take_texts(&mut self) -> Vec<String> {
        let mut texts = Vec::new();
        each_text(&mut self.sections, &mut |text| texts.push(std::mem::take(text)));
        texts
    }
}

/// Sections with their texts again, as [`Pack::take_texts`] took them out.
pub fn with_texts(mut sections: Vec<Section>, texts: Vec<String>) -> Vec<Section> {
    let mut texts = texts.into_iter();
    each_text(&mut sections, &mut |text| *text = texts.next().unwrap_or_default());
    sections
}
