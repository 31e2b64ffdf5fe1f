//! The words for what the model gives as values: one file a topic, so that a second language finds them in one place.
//!
//! Each function takes values and gives a text. May import: `domain`, and of `map` what its words are for. Absent: elements, signals,
//! the browser; so all of it compiles natively, where it is tested, and where the build writes `guide.html` and the first page with it.
//! What only one page says stands on that page.

pub mod actions;
pub mod assess;
pub mod backing;
pub mod behaviours;
pub mod brief;
pub mod dates;
pub mod edits;
#[cfg(target_arch = "wasm32")]
pub mod embed;
pub mod evidence;
pub mod figures;
pub mod gaps;
pub mod gate;
pub mod goals;
pub mod guide;
pub mod home;
pub mod interview;
pub mod learning;
pub mod links;
pub mod map;
pub mod marks;
pub mod others;
pub mod pages;
pub mod pay;
pub mod receipts;
pub mod rough;
pub mod routes;
pub mod saving;
pub mod scale;
#[cfg(target_arch = "wasm32")]
pub mod settings;
pub mod tenure;
pub mod way;

/// One or many, in words.
pub fn plural(count: usize, one: &'static str, many: &'static str) -> &'static str {
    if count == 1 { one } else { many }
}

/// With a capital at its beginning. Here and below for letters from A to Z alone: the tables for all others weigh 23 KB, 6 in brotli.
///
/// ```
/// use career_explorer::ui::words::capital;
///
/// assert_eq!((capital("two skills"), capital("")), ("Two skills".to_owned(), String::new()));
/// ```
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| std::iter::once(first.to_ascii_uppercase()).chain(letters).collect()).unwrap_or_default()
}

/// With a small letter at its beginning.
pub fn lower(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| std::iter::once(first.to_ascii_lowercase()).chain(letters).collect()).unwrap_or_default()
}
