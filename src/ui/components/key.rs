//! The key to the marks of a picture: one for all pages.

use crate::chart::marks::{Mark, sample};
use crate::dom::{El, el, text};

/// What a mark means, for the key beside a picture.
const fn meaning(mark: Mark) -> &'static str {
    match mark {
        Mark::Have => "you",
        Mark::Missing => "missing",
        Mark::Above => "above what is asked",
        Mark::Unrated => "unrated",
        Mark::Empty => "not asked",
        Mark::Range => "range",
        Mark::AskedLine | Mark::Asked => "asked",
        Mark::Person => "you",
        Mark::Other => "someone else",
        Mark::Gate => "gate",
    }
}

/// The marks that a picture uses, each with what it means.
pub fn key(marks: &[Mark]) -> El {
    let named: Vec<(Mark, &str)> = marks.iter().map(|mark| (*mark, meaning(*mark))).collect();
    key_of(&named)
}

/// The same with words of the page's own, where the marks stand for certain people.
pub fn key_of(marks: &[(Mark, &str)]) -> El {
    let entry = |(mark, words): &(Mark, &str)| el("li").add(El::of(&sample(*mark))).add(text("span", "", words));
    let entries: Vec<El> = marks.iter().map(entry).collect();
    el("ul").class("key").attr("aria-label", "Key").with(entries)
}
