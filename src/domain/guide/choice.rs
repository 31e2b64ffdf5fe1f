//! The titles as pickers show them: all of a guide that the first page needs, so that it does not wait for the rest.

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
    /// Its titles in the guide's order.
    pub titles: Vec<TitleChoice>,
}

/// A title, with what it takes to choose it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TitleChoice {
    /// Its id.
    pub id: TitleId,
    /// Its name.
    pub name: String,
    /// Other names for it.
    pub also: Vec<String>,
}

read_fields!(TitleGroup { level, kind, titles });
read_fields!(TitleChoice { id, name, also });

impl Pack {
    /// The titles by level, the most junior level first.
    ///
    /// ```
    /// use career_explorer::content;
    ///
    /// let guide = content::guide().unwrap();
    /// let groups = guide.pack().title_groups();
    /// assert_eq!(groups.iter().map(|group| group.titles.len()).sum::<usize>(), guide.titles().len());
    /// ```
    pub fn title_groups(&self) -> Vec<TitleGroup> {
        let titles_of = |level| self.titles.iter().filter(move |t| t.level == level);
        let group = |level: &super::pack::Level| TitleGroup {
            level: level.name.clone(),
            kind: level.kind,
            titles: titles_of(level.id.clone())
                .map(|t| TitleChoice { id: t.id.clone(), name: t.name.clone(), also: t.also.clone() })
                .collect(),
        };
        self.levels.iter().map(group).collect()
    }
}
