//! The workbench, as a part of the program of its own: evidence, what prepares for the next title, and what gets done for it. Each page is a
//! file here with one function that shows it; [`show`] is the list of them.

mod actions;
mod brief;
mod entry;
mod evidence;
mod goals;
mod helping;
mod interview;
mod learning;
mod linkedin;
mod log;
mod pay;
mod prepare;
mod quick;
mod resume;
mod review;
mod since;
mod take_away;

use super::fetched::{Doors, Piece};
use super::not_found;
use crate::content;
use crate::dom::El;
use crate::dom::signals::provide_context;
use crate::domain::page::Page;
use crate::state::{App, use_app};
use crate::ui::part::Unloaded;

/// The way in.
#[cfg_attr(feature = "split", allow(unsafe_code), leptos::wasm_split::wasm_split(workbench, wasm_split_path = leptos::wasm_split, fallible))]
pub fn part() -> Result<Doors, Unloaded> {
    Ok(Doors { page: show, piece })
}

fn show(page: &Page) -> Vec<El> {
    // These pages show the guide's details too, which came with this part.
    provide_context(with_details(use_app()));
    match page {
        Page::LinkedIn => linkedin::show(),
        Page::Resume => resume::show(),
        Page::Brief => brief::show(),
        Page::Evidence => evidence::show(),
        Page::EvidenceEntry(id) => entry::show(id),
        Page::Prepare => prepare::show(),
        Page::Interview => interview::show(),
        Page::Actions => actions::show(),
        Page::Certifications => learning::show(),
        Page::Pay => pay::show(),
        Page::Goals => goals::show(),
        Page::Review => review::review(),
        Page::History => review::history(),
        _ => not_found::show(page),
    }
}

fn with_details(app: App) -> App {
    App { guide: content::whole(app.guide), ..app }
}

fn piece(app: App, piece: &Piece) -> Vec<El> {
    match piece {
        Piece::TakeAway => take_away::take_away(with_details(app), false),
        Piece::Help(theirs) => helping::helping(content::whole(app.guide), *theirs),
        Piece::Share | Piece::Title(_) | Piece::FirstDays(..) | Piece::Map => Vec::new(),
    }
}
