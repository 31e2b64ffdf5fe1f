//! The words for what the model gives as values: one file a topic, so that a second language finds them in one place.
//!
//! Each function takes values and gives a text. May import: `domain`, and of `map` what its words are for. Absent: elements, signals,
//! the browser; so all of it compiles natively, where it is tested, and where the build writes `guide.html` and the first page with it.
//! What only one page says stands on that page.

pub mod actions;
pub mod assess;
pub mod behaviours;
pub mod dates;
pub mod edits;
#[cfg(target_arch = "wasm32")]
pub mod embed;
pub mod figures;
pub mod gaps;
pub mod gate;
pub mod goals;
pub mod guide;
pub mod home;
pub mod links;
pub mod map;
pub mod marks;
pub mod pages;
pub mod receipts;
pub mod rough;
pub mod routes;
pub mod saving;
pub mod scale;
#[cfg(target_arch = "wasm32")]
pub mod settings;
pub mod way;

/// One or many, in words.
pub fn plural(count: usize, one: &'static str, many: &'static str) -> &'static str {
    if count == 1 { one } else { many }
}
