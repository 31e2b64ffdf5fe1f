//! What most visits do without, as a part of the program of its own: the guide's prose and its search, links that are made, opened and
//! answered, and *Your data*.

use super::fetched::{Doors, Piece};
use super::{data, guide, not_found, shared, shared_box, snippet};
use crate::content;
use crate::dom::El;
use crate::domain::page::Page;
use crate::state::App;
use crate::ui::components::{about_title, share};
use crate::ui::part::Unloaded;

/// The way in.
#[cfg_attr(feature = "split", allow(unsafe_code), leptos::wasm_split::wasm_split(seldom, wasm_split_path = leptos::wasm_split, fallible))]
pub fn part() -> Result<Doors, Unloaded> {
    Ok(Doors { page: show, piece })
}

fn show(page: &Page) -> Vec<El> {
    match page {
        Page::Guide => guide::contents(),
        Page::GuideSection(section) => guide::section(section, None),
        Page::GuideEntry(section, entry) => guide::section(section, Some(entry)),
        Page::GuideSearch(words) => guide::search(words.clone()),
        Page::Data => data::show(),
        Page::Embed => snippet::show(),
        Page::SharedBox => shared_box::show(),
        Page::Shared(_) | Page::Rate(_) | Page::Rated(_) => shared::show(page),
        _ => not_found::show(page),
    }
}

fn piece(app: App, piece: &Piece) -> Vec<El> {
    match piece {
        Piece::Share => share::content(app),
        Piece::Title(title) => about_title::cards(content::whole(app.guide).title(*title)),
        Piece::FirstDays(title, days) => about_title::to_do(content::whole(app.guide).title(*title), *days),
        Piece::Map | Piece::TakeAway | Piece::Help(_) => Vec::new(),
    }
}
