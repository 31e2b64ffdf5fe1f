//! The map of titles as a part of the program of its own: no page but those that show it needs it, and the first page has it drawn already.

use super::fetched::{Doors, Piece};
use super::not_found;
use crate::dom::El;
use crate::state::App;
use crate::ui::charts::map_view::map_view;
use crate::ui::part::Unloaded;

/// The way in.
#[cfg_attr(feature = "split", allow(unsafe_code), leptos::wasm_split::wasm_split(map, wasm_split_path = leptos::wasm_split, fallible))]
pub fn part() -> Result<Doors, Unloaded> {
    Ok(Doors { page: not_found::show, piece })
}

fn piece(_: App, piece: &Piece) -> Vec<El> {
    match piece {
        Piece::Map => vec![map_view()],
        Piece::Share | Piece::Title(_) | Piece::FirstDays(..) | Piece::TakeAway | Piece::Help(_) => Vec::new(),
    }
}
