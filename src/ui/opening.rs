//! The first page of someone without a plan, as far as it needs the program. The page itself is static: the build draws the map
//! into `index.html`, and here its form comes to life. It stays until the form is sent or a link is followed, and the planner
//! takes over; nothing is replaced under anyone's hands.

use super::components::notices::update_notice;
use super::components::plan_form::{Beginning, plan_form};
use super::planner::{Entry, Planner};
use super::words::pages::{HOME, in_browser};
use crate::content;
use crate::dom::signals::*;
use crate::dom::{El, el, text};
use crate::state::opening;

/// Where the form goes, among what `index.html` has.
const PLACE: &str = "opening-form";

/// Brings the page to life, in slices: in one go it takes a slow phone longer than a press may wait.
pub fn open(planner: Planner) {
    let (Some(titles), Some(place)) = (content::titles(), El::by_id(PLACE)) else {
        // The build checks both, so that this tells of files that do not belong together. The planner is a whole without them.
        planner.open(Entry::Address);
        return;
    };
    opening::on_page(move |is_first| if is_first { planner.leave_closed() } else { planner.open(Entry::Link) });
    opening::set_title(&in_browser(HOME));
    next(
        planner,
        Box::new(move || {
            let begin = move |beginning| planner.open(Entry::Plan(beginning));
            let form = plan_form(&titles, Beginning::default(), "Plan my route", begin);
            next(planner, Box::new(move || fill(planner, place, form)));
        }),
    );
}

/// Goes on once the browser has done what waits.
fn next(planner: Planner, act: Box<dyn FnOnce()>) {
    opening::soon(move || planner.within(act));
}

/// Puts the form in its place.
fn fill(planner: Planner, place: El, form: El) {
    let update = RwSignal::new(false);
    opening::on_update(move || update.set(true));
    let updates = move || {
        if update.get() { vec![update_notice(opening::accept_update)] } else { Vec::new() }
    };
    let progress = move || planner.is_awaited().then(|| text("p", "small loading", "Getting the planner ready …"));
    let failure = move || planner.is_out_of_reach().then(failed);
    let _ = place
        .emptied()
        .add(el("div").class("notices").attr("role", "status").show(updates))
        .add(form)
        .add(el("div").attr("role", "status").show(move || progress().into_iter().collect()))
        .add(el("div").attr("role", "alert").show(move || failure().into_iter().collect()));
    opening::ready();
    // The rest is fetched while this page is being read.
    next(planner, Box::new(move || planner.load()));
}

fn failed() -> El {
    text(
        "p",
        "error",
        "The planner could not be fetched. What you entered is still here: check the connection and press the button again, or reload the page.",
    )
}
