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
    ///
    /// ```
    /// use career_explorer::content;
    /// use career_explorer::domain::guide::Proficiency;
    /// use career_explorer::domain::journey::raise::Raise;
    ///
    /// let skill = content::guide().unwrap().skills().next().unwrap();
    /// let raise = Raise { skill, from: Proficiency::new(1).unwrap(), to: Proficiency::new(3).unwrap() };
    /// assert_eq!(raise.steps().map(Proficiency::get).collect::<Vec<_>>(), [2, 3]);
    /// ```
    pub fn steps(&self) -> impl Iterator<Item = Proficiency> + use<> {
        let (from, to) = (self.from, self.to);
        Proficiency::all().filter(move |level| *level > from && *level <= to)
    }
}
