//! The guide as data: its types, the checks that make a [`Pack`] a [`Guide`], and the reading of the TOML files.
//!
//! The build script compiles this very module, so what the build accepts and what the app accepts are one thing.
//! May import: std, serde, postcard, (natively) toml, and `domain::base`, which the build script compiles too. Nothing of the rest of
//! `domain`.

mod catalog;
mod choice;
mod ids;
mod pack;
mod prose;
mod scale;
#[cfg(not(target_arch = "wasm32"))]
pub mod source;
mod validate;

pub use catalog::{Guide, SkillIx, TitleIx, Years};
pub use choice::TitleGroup;
pub use ids::{ItemId, LevelId, PhaseId, SectionId, SkillId, StageId, TitleId, TrackId};
pub use pack::{
    About, Effort, FocusPoint, Group, Item, Level, LevelKind, MAX_GOAL_CODE, MAX_SKILL_CODE, Move, MoveKind, Pack, Phase,
    Requirement, Section, Skill, Source, Stage, Title, Track,
};
pub use prose::with_texts;
pub use scale::{Dimension, Importance, Proficiency, Weight};
pub use validate::{Fault, validate};
