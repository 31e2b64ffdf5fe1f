//! What is said to people who use a screen reader, and seen by everyone else.

use crate::dom::signals::*;

/// The words of the live region. Copies are handles to the same.
#[derive(Clone, Copy)]
pub struct Announcer(RwSignal<String>);

impl Announcer {
    /// Nothing said yet.
    pub(super) fn new() -> Self {
        Self(RwSignal::new(String::new()))
    }

    /// Tells people who use a screen reader what changed; everyone else sees it.
    pub fn announce(self, text: impl Into<String>) {
        let mut text = text.into();
        // The same words once more are no change of the page, and would not be heard: a blank at their end makes them one.
        if self.0.with_untracked(|before| *before == text) {
            text.push('\u{a0}');
        }
        self.0.set(text);
    }

    /// What was announced last.
    pub fn announcement(self) -> ReadSignal<String> {
        self.0.read_only()
    }
}
