//! The workbench: from a gap to work that gets done. What a person has done, how it is read from a line, and what is made of it to
//! take away.
//!
//! May import: `base`, `guide`, `plan`, `standing`, `journey`. Absent: the clock, randomness, storage, and words that a person reads,
//! which come as labels from outside or go out as values.

pub mod actions;
pub mod aims;
pub mod balance;
pub mod brief;
pub mod coverage;
pub mod due;
pub mod evidence;
pub mod export;
pub mod interview;
pub mod learning;
pub mod lexicon;
pub mod linkedin;
pub mod look_back;
pub mod metric;
pub mod past;
pub mod pay;
pub mod quarter;
pub mod quick;
pub mod reminders;
pub mod smart;
pub mod tenure;
pub mod text;
pub mod when;
