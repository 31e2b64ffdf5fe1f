//! temporary
use crate::ui::dom::{El, text};
/// temporary
pub fn map_view() -> El { text("p", "", "Map") }
