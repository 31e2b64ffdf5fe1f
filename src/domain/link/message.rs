//! What can be wrong with a link, in words that say what happened and what to do.

use std::fmt;

/// Why a link could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// Its end is missing.
    Truncated,
    /// It is not as it was written: characters are changed, or something is added.
    Altered,
    /// It is sound, and says something that only a newer app understands.
    NewerVersion,
    /// It is sound, and belongs to a guide with this code.
    OtherGuide {
        /// The code of the guide with which the link was made.
        code: u32,
    },
    /// It is no link of this app.
    NotOurs,
    /// It is longer than any link of this app, and was not read.
    TooLong,
}

impl fmt::Display for LinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Truncated => "The end of this link is missing. Copy the whole link again, or ask for a new one.",
            Self::Altered => {
                "This link was changed on its way here. Copy it again from where it was first sent, or ask for a new one."
            }
            Self::NewerVersion => {
                "This link was made by a newer version of this app. Reload the page while online, then open it again."
            }
            Self::OtherGuide { code } => {
                return write!(f, "This link was made with another guide (number {code}). Open it on the site that it came from.");
            }
            Self::NotOurs => "There is no plan in this link. A link from this app has #/shared/, #/rate/ or #/rated/ in it.",
            Self::TooLong => "This is too long to be a link from this app. Paste the link alone, without the text around it.",
        })
    }
}

/// What a link says that this guide, or this version of the app, has no place for. The rest of the link holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Warning {
    /// The title held now is not in this guide.
    From,
    /// The title aimed for is not in this guide.
    To,
    /// So many ratings are for skills that this guide lacks.
    Ratings(usize),
    /// So many goals are not in this guide.
    Goals(usize),
    /// The chosen route passes through a title that this guide lacks.
    Route,
    /// A newer app added something that can be passed over.
    More,
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::From => "This guide does not have the current title in the link.",
            Self::To => "This guide does not have the destination in the link.",
            Self::Ratings(1) => "1 rating is for a skill that this guide does not have.",
            Self::Ratings(count) => return write!(f, "{count} ratings are for skills that this guide does not have."),
            Self::Goals(1) => "1 goal is not in this guide.",
            Self::Goals(count) => return write!(f, "{count} goals are not in this guide."),
            Self::Route => "The chosen route has a title that this guide does not have, so no route is chosen.",
            Self::More => "The link says more than this version of the app can show.",
        })
    }
}
