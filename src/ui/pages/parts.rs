//! Where each part of the program is fetched from. What is shown of a part, and meanwhile, is the work of [`super::fetched`].

use super::fetched::{Doors, Parts, Which};
use super::{main_parts, map_part, seldom, workbench};
use crate::ui::part::Unloaded;

/// Fetches a part.
#[cfg(feature = "split")]
pub fn fetch(parts: Parts, which: Which) {
    leptos::task::spawn_local(async move {
        let came: Result<Doors, Unloaded> = match which {
            Which::Rating => main_parts::rating().await,
            Which::Gaps => main_parts::gaps().await,
            Which::Routes => main_parts::routes().await,
            Which::Plan => main_parts::plan().await,
            Which::Titles => main_parts::titles().await,
            Which::Seldom => seldom::part().await,
            Which::Workbench => workbench::part().await,
            Which::Map => map_part::part().await,
        };
        parts.came(which, came);
    });
}

/// Has a part at hand at once, in a program of one piece.
#[cfg(not(feature = "split"))]
pub fn fetch(parts: Parts, which: Which) {
    let came: Result<Doors, Unloaded> = match which {
        Which::Rating => main_parts::rating(),
        Which::Gaps => main_parts::gaps(),
        Which::Routes => main_parts::routes(),
        Which::Plan => main_parts::plan(),
        Which::Titles => main_parts::titles(),
        Which::Seldom => seldom::part(),
        Which::Workbench => workbench::part(),
        Which::Map => map_part::part(),
    };
    parts.came(which, came);
}
