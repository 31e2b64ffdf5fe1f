//! Taking edits back and doing them again, with the words that tell of it. Knows the state of the app.

use crate::state::App;
use crate::ui::words::edits;

/// Takes the last edit back.
pub fn undo(app: App) {
    if let Some(what) = app.own.undo() {
        app.live.announce(edits::undone(what));
    }
}

/// Does the edit again that was taken back last.
pub fn redo(app: App) {
    if let Some(what) = app.own.redo() {
        app.live.announce(edits::done_again(what));
    }
}
