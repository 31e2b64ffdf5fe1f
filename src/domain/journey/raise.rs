//! A raise: what a skill has to grow by.

use crate::domain::guide::{Proficiency, SkillIx};

/// A skill raised from one level to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Raise {
    /// The skill.
    pub skill: SkillIx,
    /// The level before.
    pub from: Proficiency,
    /// The level after, higher than `from`.
    pub to: Proficiency,
}

impl Raise {
    /// How many levels it is.
    pub fn levels(&self) -> u32 {
        u32::from(self.from.below(self.to))
    }

    /// The levels that it passes through, in their order, the last one included.
    pub fn steps(&self) -> impl Iterator<Item = Proficiency> + use<> {
        let (from, to) = (self.from, self.to);
        Proficiency::all().filter(move |level| *level > from && *level <= to)
    }
}
