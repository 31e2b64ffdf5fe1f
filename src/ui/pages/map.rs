//! The map by itself.

use super::fetched;
use crate::dom::{El, el, heading, text};

/// Shows the page.
pub fn show() -> Vec<El> {
    let lead = "Tracks are lines, titles are stations, and seniority runs along them. Open a title to see what it asks for and where it leads.";
    vec![el("div").class("hero").with([heading("Map of titles"), text("p", "lead", lead)]), fetched::map()]
}
