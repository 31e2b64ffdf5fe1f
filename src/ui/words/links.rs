//! What is wrong with a link, and what of it has no place here: what happened, and what to do.

use crate::domain::link::{LinkError, Warning};

/// Why a link could not be read.
pub fn fault(error: LinkError) -> String {
    let words = match error {
        LinkError::Truncated => "The end of this link is missing. Copy the whole link again, or ask for a new one.",
        LinkError::Altered => {
            "This link was changed on its way here. Copy it again from where it was first sent, or ask for a new one."
        }
        LinkError::NewerVersion => {
            "This link was made by a newer version of this app. Reload the page while online, then open it again."
        }
        LinkError::OtherGuide { code } => {
            return format!("This link was made with another guide (number {code}). Open it on the site that it came from.");
        }
        LinkError::NotOurs => "There is no plan in this link. A link from this app has #/shared/, #/rate/ or #/rated/ in it.",
        LinkError::TooLong => "This is too long to be a link from this app. Paste the link alone, without the text around it.",
    };
    words.to_owned()
}

/// What a link says that has no place here.
pub fn left_out(warning: Warning) -> String {
    let words = match warning {
        Warning::From => "This guide does not have the current title in the link.",
        Warning::To => "This guide does not have the destination in the link.",
        Warning::Ratings(1) => "1 rating is for a skill that this guide does not have.",
        Warning::Ratings(count) => return format!("{count} ratings are for skills that this guide does not have."),
        Warning::Goals(1) => "1 goal is not in this guide.",
        Warning::Goals(count) => return format!("{count} goals are not in this guide."),
        Warning::Route => "The chosen route has a title that this guide does not have, so no route is chosen.",
        Warning::More => "The link says more than this version of the app can show.",
    };
    words.to_owned()
}
