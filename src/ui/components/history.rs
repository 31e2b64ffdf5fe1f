//! Taking edits back and doing them again, with the words that tell of it. Knows the state of the app.

use crate::state::AppState;
use crate::ui::words::edits;

/// Takes the last edit back.
pub fn undo(app: AppState) {
    if let Some(what) = app.undo() {
        app.announce(edits::undone(what));
    }
}

/// Does the edit again that was taken back last.
pub fn redo(app: AppState) {
    if let Some(what) = app.redo() {
        app.announce(edits::done_again(what));
    }
}
