//! What the console tells who embeds the app. For WebAssembly only, as its values are.

use crate::domain::plan::MAX_YEARS;
use crate::state::{Ignored, NotValid};

/// Why a parameter is ignored.
pub fn ignored(ignored: &Ignored) -> String {
    match ignored {
        Ignored::Value { name, value, why } => {
            let why = match why {
                NotValid::NotOwnPage => "the preview is for the app's own page alone",
                NotValid::NoTitle => "no title of the guide has this id",
                NotValid::NoOrigin => "it is no origin such as https://example.org",
                NotValid::NoRoles => "an entry is a title of the guide or *, an equals sign, and an address that begins with https://",
                NotValid::NoYears => return about(name, value, &format!("it is no whole number from 0 to {MAX_YEARS}")),
            };
            about(name, value, why)
        }
        Ignored::LockWithoutDestination => {
            "Career Explorer: the parameter lock is ignored: it needs the parameter to, the destination that is given.".to_owned()
        }
        Ignored::HandoffWithoutHost => {
            "Career Explorer: the parameter handoff is ignored: it needs the parameter host, the origin of the page that gets the plan."
                .to_owned()
        }
    }
}

fn about(name: &str, value: &str, why: &str) -> String {
    format!("Career Explorer: the parameter {name}=\"{value}\" is ignored: {why}.")
}
