//! The closed sets of the model and their scales: proficiency, importance, dimension, weight.

use crate::domain::base::bytes::read_choice;
use serde::{Deserialize, Serialize};
use std::fmt;

/// How well a person masters a skill: 0 none, 1 aware, 2 working, 3 proficient, 4 leading, 5 shaping.
///
/// *Unrated* is not a proficiency: it is the absence of one (`Option<Proficiency>`), and never the same as 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Proficiency(u8);

impl Proficiency {
    /// The lowest proficiency, 0.
    pub const NONE: Self = Self(0);
    /// The highest proficiency, 5.
    pub const MAX: Self = Self(5);

    /// The proficiency with this number, if it is 0 to 5.
    ///
    /// ```
    /// use career_explorer::domain::guide::Proficiency;
    ///
    /// assert_eq!(Proficiency::new(5), Some(Proficiency::MAX));
    /// assert_eq!(Proficiency::new(6), None);
    /// ```
    pub const fn new(number: u8) -> Option<Self> {
        if number <= Self::MAX.0 { Some(Self(number)) } else { None }
    }

    /// The number, 0 to 5.
    pub const fn get(self) -> u8 {
        self.0
    }

    /// All six, lowest first.
    pub fn all() -> impl DoubleEndedIterator<Item = Self> + ExactSizeIterator {
        (0u8..6).map(Self)
    }

    /// One level higher, unless this is the highest.
    pub const fn raised(self) -> Option<Self> {
        Self::new(self.0 + 1)
    }

    /// How many levels this stands below `other`; 0 where it does not.
    ///
    /// ```
    /// use career_explorer::domain::guide::Proficiency;
    ///
    /// let (two, five) = (Proficiency::new(2).unwrap(), Proficiency::MAX);
    /// assert_eq!((two.below(five), five.below(two)), (3, 0));
    /// ```
    pub const fn below(self, other: Self) -> u8 {
        other.0.saturating_sub(self.0)
    }
}

impl TryFrom<u8> for Proficiency {
    type Error = String;

    fn try_from(number: u8) -> Result<Self, String> {
        Self::new(number).ok_or_else(|| format!("a proficiency is 0 to 5, not {number}"))
    }
}

impl From<Proficiency> for u8 {
    fn from(proficiency: Proficiency) -> Self {
        proficiency.0
    }
}

impl fmt::Display for Proficiency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

/// The importance that the guide gives a skill. It gives none to the skills outside its technical table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Importance {
    /// Named by the guide, without an importance.
    NotRated,
    /// Medium.
    Medium,
    /// High.
    High,
    /// Critical: a gap here closes the gate.
    Critical,
}

read_choice!(Importance [NotRated, Medium, High, Critical]);

impl Importance {
    /// The base weight: Critical 4, High 3, Medium 2, not rated 3. This project's judgement, which the method page states.
    pub const fn base_weight(self) -> u32 {
        match self {
            Self::Critical => 4,
            Self::High | Self::NotRated => 3,
            Self::Medium => 2,
        }
    }
}

/// The four kinds of skill in the guide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Dimension {
    /// Technical skills.
    Technical,
    /// Strategic and leadership skills.
    Strategic,
    /// Operational skills.
    Operational,
    /// Emerging skills.
    Emerging,
}

read_choice!(Dimension [Technical, Strategic, Operational, Emerging]);

impl Dimension {
    /// All four, in the guide's order.
    pub const ALL: [Self; 4] = [Self::Technical, Self::Strategic, Self::Operational, Self::Emerging];
}

/// The weight of a skill for a title, in quarters, so that every sum of weights is a whole number.
///
/// It is the importance's base weight, × 1.25 where the focus of the title's stage names the skill; so 8 to 20 quarters. This project's
/// judgement, which the method page states.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Weight {
    quarters: u32,
    in_focus: bool,
}

impl Weight {
    /// The weight of a skill of this importance, in or out of focus.
    ///
    /// ```
    /// use career_explorer::domain::guide::{Importance, Weight};
    ///
    /// // 4 × 1.25 = 5, which is 20 quarters.
    /// assert_eq!(Weight::of(Importance::Critical, true).quarters(), 20);
    /// assert_eq!(Weight::of(Importance::High, false).quarters(), 12);
    /// ```
    pub const fn of(importance: Importance, in_focus: bool) -> Self {
        Self { quarters: importance.base_weight() * if in_focus { 5 } else { 4 }, in_focus }
    }

    /// In quarters: a weight of 3.75 is 15.
    pub const fn quarters(self) -> u32 {
        self.quarters
    }

    /// Whether the focus of the title's stage names the skill.
    pub const fn in_focus(self) -> bool {
        self.in_focus
    }
}
