//! Parts that several pages share. None of them knows the state of the app, except where its docs say so.

pub mod about_title;
pub mod away;
pub mod behaviours;
pub mod examples;
pub mod gate;
pub mod handoff;
pub mod history;
pub mod key;
pub mod levels;
pub mod link_box;
pub mod notices;
pub mod pace;
pub mod pairs;
pub mod pickers;
pub mod plan_form;
pub mod plan_tabs;
pub mod receipt;
pub mod resources;
pub mod share;
pub mod standing;
pub mod take_back;
pub mod written;

pub use super::words::plural;
