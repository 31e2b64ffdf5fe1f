//! Stable ids. An id names one entry forever: plans and links outlive reordering, renaming and removal.

use crate::domain::base::bytes::{Bytes, Read};
use serde::{Deserialize, Serialize};
use std::fmt;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// An id from its text form. Only the guide can say whether it names an entry.
            pub fn new(text: impl Into<String>) -> Self {
                Self(text.into())
            }

            /// The text form: lower-case letters, digits and hyphens.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl Read for $name {
            fn read(bytes: &mut Bytes<'_>) -> Self {
                Self(String::read(bytes))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self::new(text)
            }
        }
    };
}

id!(
    /// Names a skill, as `cloud-computing`.
    SkillId
);
id!(
    /// Names a title, as `engineering-manager`.
    TitleId
);
id!(
    /// Names a level of seniority, as `mid`.
    LevelId
);
id!(
    /// Names a track, as `people`.
    TrackId
);
id!(
    /// Names a phase of the guide's timeline, which is the fast clock.
    PhaseId
);
id!(
    /// Names a career stage, which has focus points of its own.
    StageId
);
id!(
    /// Names a section of the guide, as `interview`.
    SectionId
);
id!(
    /// Names an item within a section of the guide: a goal, a tool, a certification, a piece of advice.
    ItemId
);

/// Whether `text` has the form of an id: 1 to 64 of `a–z`, `0–9` and single hyphens, a letter or digit at both ends.
pub(super) fn well_formed(text: &str) -> bool {
    (1..=64).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        && !text.starts_with('-')
        && !text.ends_with('-')
        && !text.contains("--")
}
