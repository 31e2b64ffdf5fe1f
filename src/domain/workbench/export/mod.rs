//! What a person takes away, as texts that other programs open: calendar, spreadsheet, Markdown, résumé, and the names of the files.
//!
//! Words that a person reads come from outside, as labels. Dates and the time of making come from outside as well, so the same input
//! gives the same bytes.

pub mod calendar;
pub mod csv;
pub mod file_name;
pub mod markdown;
pub mod resume;
