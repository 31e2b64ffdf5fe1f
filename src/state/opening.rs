//! What the first page and the loader of the planner need of the browser, before there is any state.

use super::navigation;
use crate::domain::page::Page;
use crate::platform::{document, location, worker};

/// Whether the static first page is what belongs here: the start script says so, which has looked for a plan and at the
/// address, and the address is still that of the first page.
pub fn is_first_page() -> bool {
    document::root_attribute("data-shell").as_deref() == Some("first") && Page::is_home(&location::fragment())
}

/// Calls back whenever the address changes, with whether it is that of the first page. For any other page the static one becomes
/// the frame, which says that the planner is on its way.
pub fn on_page(act: impl Fn(bool) + 'static) {
    location::on_change(move |fragment| {
        let is_first = Page::is_home(&fragment);
        document::set_root_attribute("data-shell", if is_first { "first" } else { "frame" });
        act(is_first);
    });
}

/// Goes to a page as following a link does.
pub fn go(page: &Page) {
    navigation::go(page);
}

/// Calls back once a new version of the app is complete and waits.
pub fn on_update(ready: impl Fn() + 'static) {
    worker::on_update(ready);
}

/// Takes the new version and loads the page again.
pub fn accept_update() {
    worker::accept_update();
}

/// Calls back once the browser has drawn what there is.
pub fn soon(act: impl FnOnce() + 'static) {
    document::soon(act);
}

/// Sets the document's title to that of a page.
pub fn set_title(page: &str) {
    document::set_title(&format!("{page} – Career Explorer"));
}

/// Says that the page can be used.
pub fn ready() {
    document::set_root_attribute("data-ready", "true");
}

/// Has the start script say that the program is incomplete.
pub fn tell_incomplete() {
    document::tell_start_script("career-explorer:incomplete");
}
