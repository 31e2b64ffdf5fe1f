//! The titles as pickers show them: all that the first page needs of a guide, so that it need not wait for the rest of it.

use super::ids::TitleId;
use super::pack::{LevelKind, Pack};
use crate::domain::base::bytes::read_fields;
use serde::Serialize;

/// The titles of one level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TitleGroup {
    /// The name of the level.
    pub level: String,
    /// What the level is to engineering leadership.
    pub kind: Option<LevelKind>,
    /// Its titles in the guide's order: id and name.
    pub titles: Vec<(TitleId, String)>,
}

read_fields!(TitleGroup { level, kind, titles });

impl Pack {
    /// The titles by level, the most junior level first.
    pub fn title_groups(&self) -> Vec<TitleGroup> {
        let titles_of = |level| self.titles.iter().filter(move |t| t.level == level);
        let group = |level: &super::pack::Level| TitleGroup {
            level: level.name.clone(),
            kind: level.kind,
            titles: titles_of(level.id.clone()).map(|t| (t.id.clone(), t.name.clone())).collect(),
        };
        self.levels.iter().map(group).collect()
    }
}
