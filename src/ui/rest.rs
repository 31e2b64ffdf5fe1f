//! The pages beyond the first ones. With the feature `split` the release keeps their code, and the prose of the guide, in a second
//! file: the first page then comes with 60 % of the bytes, and this part is fetched while it is being read. Without the feature all is one program,
//! and nothing is waited for.

use super::components::share;
use super::dom::{El, button, el, heading, text};
use super::pages::all;
use crate::content;
use crate::domain::guide::Guide;
use crate::domain::page::Page;
use crate::state::{AppState, use_app};
use leptos::prelude::*;

/// What the rest has to show.
#[derive(Clone, Copy)]
struct Parts {
    page: fn(Page) -> Vec<El>,
    share: fn(AppState) -> Vec<El>,
}

/// How far the loading is.
#[derive(Clone, Copy)]
enum Loading {
    NotBegun,
    UnderWay,
    Done(Parts),
    Failed,
}

/// The rest of the program: one for the whole app.
#[derive(Clone, Copy)]
pub struct Rest(RwSignal<Loading>);

impl Rest {
    /// Begins without it, and makes itself known to the pages.
    pub fn provide() -> Self {
        let rest = Self(RwSignal::new(Loading::NotBegun));
        provide_context(rest);
        rest
    }

    /// Whether there is something to show for these pages: themselves, or why they cannot be shown.
    pub fn is_settled(self) -> bool {
        matches!(self.0.get(), Loading::Done(_) | Loading::Failed)
    }

    /// Loads it, if that was not begun.
    pub fn load(self, app: AppState) {
        if matches!(self.0.get_untracked(), Loading::NotBegun | Loading::Failed) {
            self.0.set(Loading::UnderWay);
            fetch(app.guide, self.0);
        }
    }
}

/// Shows a page, or that it is on its way.
pub fn page(page: Page) -> Vec<El> {
    with_parts(move |parts| (parts.page)(page))
}

/// Shows what the dialog of sharing holds, or that it is on its way.
pub fn share(app: AppState) -> Vec<El> {
    with_parts(move |parts| untrack(|| (parts.share)(app)))
}

fn with_parts(show: impl FnOnce(Parts) -> Vec<El>) -> Vec<El> {
    let Some(rest) = use_context::<Rest>() else { return Vec::new() };
    match rest.0.get() {
        Loading::Done(parts) => show(parts),
        Loading::Failed => failed(use_app(), rest),
        Loading::NotBegun | Loading::UnderWay => {
            // Not from within the region that follows the loading.
            let app = use_app();
            app.soon(move || rest.load(app));
            vec![text("p", "lead loading", "Loading the page …")]
        }
    }
}

fn failed(app: AppState, rest: Rest) -> Vec<El> {
    let again = button("btn", "Try again", move |_| {
        app.soon(move || rest.load(app));
    });
    vec![
        heading("This page did not load"),
        text(
            "p",
            "lead",
            "The part of the program that shows it could not be fetched. Your plan is untouched. Look at the connection, and try again.",
        ),
        el("div")
            .class("row")
            .with([again, el("a").class("btn quiet").attr("href", "guide.html").text("Read the guide as one page")]),
    ]
}

#[cfg(feature = "split")]
fn fetch(guide: &'static Guide, loading: RwSignal<Loading>) {
    leptos::task::spawn_local(async move {
        loading.set(part(guide).await.map_or(Loading::Failed, Loading::Done));
    });
}

#[cfg(not(feature = "split"))]
fn fetch(guide: &'static Guide, loading: RwSignal<Loading>) {
    loading.set(part(guide).map_or(Loading::Failed, Loading::Done));
}

/// The one door to the second file: what is reached through it alone goes there.
#[cfg_attr(feature = "split", allow(unsafe_code), leptos::wasm_split::wasm_split(rest, wasm_split_path = leptos::wasm_split, fallible))]
fn part(guide: &'static Guide) -> Result<Parts, Unloaded> {
    if content::complete(guide) { Ok(Parts { page: all::show, share: share::content }) } else { Err(Unloaded) }
}

/// The part could not be loaded.
struct Unloaded;

#[cfg(feature = "split")]
impl From<leptos::wasm_split::SplitLoaderError> for Unloaded {
    fn from(_: leptos::wasm_split::SplitLoaderError) -> Self {
        Self
    }
}
