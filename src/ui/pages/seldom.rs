//! What most visits do without, as a [`Part`] of its own: the guide's prose and its search, links that are made, opened and answered, and
//! *Your data*. A page of it says so while the part is on its way, and offers another try where it did not come.

use super::{data, guide, not_found, shared, shared_box};
use crate::dom::{El, button, heading, text};
use crate::domain::page::Page;
use crate::state::App;
use crate::ui::components::share;
use crate::ui::part::{Loading, Part, Unloaded};
use leptos::prelude::*;

/// What the part has.
#[derive(Clone, Copy)]
struct Seldom {
    page: fn(&Page) -> Vec<El>,
    share: fn(App) -> Vec<El>,
}

/// Has the part at hand for the app that is shown. Call once, before any page.
pub fn provide() {
    provide_context(Part::<Seldom>::new());
}

/// How far the part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// It is there.
    AtHand,
    /// It is being fetched.
    UnderWay,
    /// It did not come.
    Missing,
}

/// How far the part is at present; whoever asks follows it. The first to ask has it fetched.
pub fn reach() -> Reach {
    let Some(part) = use_context::<Part<Seldom>>() else { return Reach::Missing };
    if matches!(part.now(), Loading::NotBegun) {
        load(part);
    }
    match part.state() {
        Loading::Done(_) => Reach::AtHand,
        Loading::Failed => Reach::Missing,
        Loading::NotBegun | Loading::UnderWay => Reach::UnderWay,
    }
}

/// Shows a page of the part as it stands now. `title` is what is at its head until it is there.
pub fn page(page: &Page, title: &str) -> Vec<El> {
    match at_hand() {
        Some(seldom) => (seldom.page)(page),
        None => std::iter::once(heading(title)).chain(waiting()).collect(),
    }
}

/// Shows what the dialog holds that makes links. Whoever shows it follows how far the part is.
pub fn share(app: App) -> Vec<El> {
    reach();
    match at_hand() {
        Some(seldom) => untrack(|| (seldom.share)(app)),
        None => waiting(),
    }
}

fn at_hand() -> Option<Seldom> {
    match use_context::<Part<Seldom>>()?.now() {
        Loading::Done(seldom) => Some(seldom),
        _ => None,
    }
}

/// How far the part is, and the way to have it after all.
fn waiting() -> Vec<El> {
    let Some(part) = use_context::<Part<Seldom>>() else { return Vec::new() };
    if !matches!(part.now(), Loading::Failed) {
        return vec![text("p", "small", "Getting this page …").attr("role", "status")];
    }
    let words = "This page could not be fetched. Your plan is untouched: look at the connection, and try again.";
    vec![text("p", "error", words).attr("role", "alert"), button("btn quiet", "Try again", move |_| load(part))]
}

fn load(seldom: Part<Seldom>) {
    seldom.load(move || fetch(seldom));
}

#[cfg(feature = "split")]
fn fetch(seldom: Part<Seldom>) {
    leptos::task::spawn_local(async move { seldom.came(part().await) });
}

#[cfg(not(feature = "split"))]
fn fetch(seldom: Part<Seldom>) {
    seldom.came(part());
}

/// The way in.
#[cfg_attr(feature = "split", allow(unsafe_code), leptos::wasm_split::wasm_split(seldom, wasm_split_path = leptos::wasm_split, fallible))]
fn part() -> Result<Seldom, Unloaded> {
    Ok(Seldom { page: show, share: share::content })
}

fn show(page: &Page) -> Vec<El> {
    match page {
        Page::Guide => guide::contents(),
        Page::GuideSection(section) => guide::section(section, None),
        Page::GuideEntry(section, entry) => guide::section(section, Some(entry)),
        Page::GuideSearch(words) => guide::search(words.clone()),
        Page::Data => data::show(),
        Page::SharedBox => shared_box::show(),
        Page::Shared(_) | Page::Rate(_) | Page::Rated(_) => shared::show(page),
        _ => not_found::show(page),
    }
}
