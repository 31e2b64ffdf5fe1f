//! What happens on the screen once something is there: the focus, scrolling, and the document's title. Nothing of it is kept.

use super::opening;
use crate::dom;
use crate::dom::signals::*;
use crate::platform::{calendar, document};

/// Takes the place of the static page.
pub fn replace_static_page() {
    document::remove_shell();
    opening::ready();
}

/// Opens a page for eye and ear: sets the document's title and, if one came to it from another page, begins at its top and heading.
pub fn open_page(title: &str, from_another: bool) {
    opening::set_title(title);
    if from_another {
        document::scroll_to_top();
        dom::focus("heading");
    }
}

/// Names the document once what happened is on the screen, if there still is a name for it by then.
pub fn name_once_shown(name: impl FnOnce() -> Option<String> + 'static) {
    document::once_shown(move || {
        if let Some(name) = name() {
            opening::set_title(&name);
        }
    });
}

/// Calls back once the browser has drawn what there is.
pub fn soon(act: impl FnOnce() + 'static) {
    document::soon(act);
}

/// Brings an element into view once the page is there, by its id.
pub fn scroll_soon(id: String) {
    document::soon(move || document::scroll_to(&id));
}

/// Moves the focus to an element, by its id.
pub fn focus(id: &str) {
    dom::focus(id);
}

/// Whether an element has the focus, by its id.
pub fn has_focus(id: &str) -> bool {
    dom::has_focus(id)
}

/// Has an element hold the focus, by its id, until what had it is replaced. The page stays where it is scrolled to, which spares the browser
/// from working out where everything is.
pub fn hold_focus(id: &str) {
    dom::hold_focus(id);
}

/// Moves the focus to an element, by its id, if nothing has it. The page stays where it is scrolled to.
pub fn focus_if_free(id: &str) {
    dom::focus_if_free(id);
}

/// Moves the focus to an element once what is under way now is on the page, unless the focus has gone elsewhere by then.
pub fn focus_soon(id: &'static str) {
    document::soon(dom::focus_unless_moved(id.to_owned()));
}

/// Moves the focus to an element once what happened is on the screen: moving it costs the browser more than most of what happens. A
/// person who has moved it meanwhile is left where they are.
pub fn focus_once_shown(id: String) {
    document::once_shown(dom::focus_unless_moved(id));
}

/// Whole seconds that pass from now on, for as long as the owner lives that asks for them. The clock of the device counts, for timers of a
/// page out of sight come late.
pub fn seconds() -> ReadSignal<u32> {
    let passed = RwSignal::new(0);
    let begun = calendar::milliseconds();
    let ends = StoredValue::new(false);
    on_cleanup(move || ends.set_value(true));
    tick(begun, passed, ends);
    passed.read_only()
}

fn tick(begun: f64, passed: RwSignal<u32>, ends: StoredValue<bool>) {
    // What is stored goes with its owner.
    if ends.try_get_value().unwrap_or(true) {
        return;
    }
    let seconds = (calendar::milliseconds() - begun).max(0.0) / 1_000.0;
    passed.set(seconds as u32);
    document::after(250, move || tick(begun, passed, ends));
}

/// Opens the browser's dialog for printing.
pub fn print() {
    document::print();
}

/// Offers a text as a file to save. Answers whether the browser took it.
pub fn save_file(name: &str, text: &str) -> bool {
    crate::platform::files::save(name, text)
}
