//! What can be wrong with a link, and what of it can have no place here. The words for it stand in the user interface.

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
