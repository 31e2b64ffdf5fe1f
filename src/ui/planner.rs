//! The door to the planner: everything but the first page. With the feature `split` the release keeps it, with the guide, in a
//! second file, which is fetched while the first page is being read. Without the feature all is one program, and nothing is
//! waited for.

use super::components::plan_form::Beginning;
use super::{pages::started, shell};
use crate::content;
use crate::domain::guide::Guide;
use crate::domain::page::Page;
use crate::state::{AppState, opening};
use leptos::prelude::*;

/// How one comes to the planner.
#[derive(Clone, Debug)]
pub enum Entry {
    /// By an address, as the page opens.
    Address,
    /// From the first page, by an address.
    Link,
    /// From the first page, with what its form gave.
    Plan(Beginning),
}

/// The planner, ready to be shown.
#[derive(Clone, Copy)]
struct Loaded {
    guide: &'static Guide,
    show: fn(&'static Guide, Entry),
}

/// How far the loading is.
#[derive(Clone, Copy)]
enum Loading {
    NotBegun,
    UnderWay,
    Done(Loaded),
    Failed,
    /// It is on the page, and lives there from now on.
    Shown,
}

/// The door. Copies are the same door.
#[derive(Clone, Copy)]
pub struct Planner {
    loading: RwSignal<Loading>,
    /// Whoever stands before it.
    waiting: RwSignal<Option<Entry>>,
    /// What lives as long as the page: the planner's signals are its, whoever opens the door.
    root: StoredValue<Option<Owner>>,
}

impl Planner {
    /// The door, closed. Call once, inside the root owner.
    pub fn new() -> Self {
        Self { loading: RwSignal::new(Loading::NotBegun), waiting: RwSignal::new(None), root: StoredValue::new(Owner::current()) }
    }

    /// Loads the planner, if that was not begun.
    pub fn load(self) {
        if matches!(self.loading.get_untracked(), Loading::NotBegun | Loading::Failed) {
            self.loading.set(Loading::UnderWay);
            fetch(self);
        }
    }

    /// Shows the planner as soon as it is there.
    pub fn open(self, entry: Entry) {
        self.waiting.set(Some(entry));
        match self.loading.get_untracked() {
            Loading::Done(loaded) => self.show(loaded),
            _ => self.load(),
        }
    }

    /// Forgets whoever waited: they are back at the first page.
    pub fn leave_closed(self) {
        self.waiting.set(None);
    }

    /// Whether someone waits for what could not be loaded.
    pub fn is_out_of_reach(self) -> bool {
        self.waiting.with(Option::is_some) && matches!(self.loading.get(), Loading::Failed)
    }

    /// Whether someone waits for what is on its way.
    pub fn is_awaited(self) -> bool {
        self.waiting.with(Option::is_some) && matches!(self.loading.get(), Loading::UnderWay)
    }

    fn show(self, loaded: Loaded) {
        let (Some(entry), Some(root)) = (self.waiting.try_update(Option::take).flatten(), self.root.get_value()) else {
            return;
        };
        self.loading.set(Loading::Shown);
        root.with(|| (loaded.show)(loaded.guide, entry));
    }

    fn loaded(self, planner: Result<Loaded, Unloaded>) {
        match planner {
            Ok(loaded) => {
                self.loading.set(Loading::Done(loaded));
                self.show(loaded);
            }
            Err(Unloaded) => {
                self.loading.set(Loading::Failed);
                // Whoever came with a filled form still has it, and reads there what happened.
                if matches!(self.waiting.get_untracked(), Some(Entry::Address | Entry::Link)) {
                    opening::tell_incomplete();
                }
            }
        }
    }
}

#[cfg(feature = "split")]
fn fetch(planner: Planner) {
    leptos::task::spawn_local(async move { planner.loaded(part().await) });
}

#[cfg(not(feature = "split"))]
fn fetch(planner: Planner) {
    planner.loaded(part());
}

/// What is reached through here alone goes to the second file.
#[cfg_attr(feature = "split", allow(unsafe_code), leptos::wasm_split::wasm_split(planner, wasm_split_path = leptos::wasm_split, fallible))]
fn part() -> Result<Loaded, Unloaded> {
    let guide = content::guide().ok_or(Unloaded)?;
    Ok(Loaded { guide: Box::leak(Box::new(guide)), show })
}

/// Puts the planner on the page.
fn show(guide: &'static Guide, entry: Entry) {
    let begun = match &entry {
        Entry::Plan(beginning) => started(beginning.clone()),
        Entry::Address | Entry::Link => None,
    };
    if begun.is_some() {
        opening::go(&Page::Routes);
    }
    let app = AppState::start(guide);
    if let Some(edit) = begun {
        app.edit(&edit);
    }
    crate::dom::mount(shell::app(!matches!(entry, Entry::Address)));
}

/// The planner could not be loaded.
struct Unloaded;

#[cfg(feature = "split")]
impl From<leptos::wasm_split::SplitLoaderError> for Unloaded {
    fn from(_: leptos::wasm_split::SplitLoaderError) -> Self {
        Self
    }
}
