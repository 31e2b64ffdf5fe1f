//! How a share of what a title asks is called and drawn: readiness with its gate, or what is covered of a related path, which has no gate.

use super::range::{covered_bar, range_bar};
use crate::dom::El;
use crate::domain::guide::{Guide, TitleIx};
use crate::domain::standing::readiness::Readiness;

/// What covering the skills of a related path does not say.
pub const SKILLS_ONLY: &str =
    "This covers the skills of this guide only. A related path asks for more than those, so there is no readiness and no gate.";

/// The word before the figure.
pub fn share_name(guide: &Guide, title: Option<TitleIx>) -> &'static str {
    if is_onward(guide, title) { "Covered" } else { "Ready" }
}

/// The bar of the figure.
pub fn share_bar(guide: &Guide, title: Option<TitleIx>, readiness: impl Fn() -> Readiness + Clone + 'static) -> El {
    if is_onward(guide, title) { covered_bar(readiness) } else { range_bar(readiness) }
}

fn is_onward(guide: &Guide, title: Option<TitleIx>) -> bool {
    title.is_some_and(|title| guide.is_onward(title))
}
