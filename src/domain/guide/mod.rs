//! The guide as data: its types, the checks that make a [`Pack`] a [`Guide`], and the reading of the TOML files.
//!
//! The build script compiles this very module, so the build and the app accept the same packs.
//! May import: std, serde, postcard, (natively) toml, and `domain::base`, which the build script compiles too. Nothing of the rest of
//! `domain`.

mod catalog;
mod choice;
mod details;
mod ids;
mod pack;
pub mod questions;
mod scale;
#[cfg(not(target_arch = "wasm32"))]
pub mod source;
mod url;
mod validate;

pub use catalog::{Guide, SkillIx, TitleIx, Years};
pub use choice::{TitleChoice, TitleGroup};
pub use details::Details;
pub use ids::{ItemId, LevelId, PhaseId, SectionId, SkillId, StageId, TitleId, TrackId};
pub use pack::{
    About, COMPANY_SIZES, Change, EVIDENCE_FROM, Effort, FocusPoint, Group, GroupRole, Hours, Item, Keywords, Level, LevelKind,
    Link, MAX_GOAL_CODE, MAX_SKILL_CODE, Move, MoveKind, Pack, Phase, RESOURCE_YEARS, Requirement, Resource, ResourceKind, Section,
    SectionRole, Skill, Source, Stage, Title, Topic, Track, Unasked,
};
pub use scale::{Dimension, Importance, Proficiency, Weight};
pub use url::Url;
pub use validate::{Fault, validate};
