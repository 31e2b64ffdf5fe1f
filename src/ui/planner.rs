//! The way to the planner: everything but the first page. It is a [`Part`], fetched while the first page is being read, or at once by
//! whoever has a plan.

use super::components::plan_form::Beginning;
use super::part::{Loading, Part, Unloaded};
use super::{pages::started, shell};
use crate::content;
use crate::dom::signals::*;
use crate::domain::page::Page;
use crate::state::{App, opening};

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

/// What shows the planner, if the guide can be read.
type Show = fn(Entry) -> Result<(), Unloaded>;

/// The way to the planner. Copies are the same.
#[derive(Clone, Copy)]
pub struct Planner {
    part: Part<Show>,
    /// Who waits for it.
    waiting: RwSignal<Option<Entry>>,
    /// What lives as long as the page: the planner's signals are its, whoever opens it.
    root: StoredValue<Option<Owner>>,
    /// Whether it is on the page. From then on it follows the address itself.
    is_shown: StoredValue<bool>,
}

impl Planner {
    /// The way, with nothing fetched yet. Call once, inside the root owner.
    pub fn new() -> Self {
        Self {
            part: Part::new(),
            waiting: RwSignal::new(None),
            root: StoredValue::new(Owner::current()),
            is_shown: StoredValue::new(false),
        }
    }

    /// Does something whose signals are to live as long as the page.
    pub fn within(self, act: impl FnOnce()) {
        if let Some(root) = self.root.get_value() {
            root.with(act);
        }
    }

    /// Loads the planner, if that was not begun.
    pub fn load(self) {
        self.part.load(move || fetch(self));
    }

    /// Shows the planner as soon as it is there.
    pub fn open(self, entry: Entry) {
        if !self.is_shown.get_value() {
            self.waiting.set(Some(entry));
            self.load();
            self.show();
        }
    }

    /// Forgets whoever waited: they are back at the first page.
    pub fn leave_closed(self) {
        self.waiting.set(None);
    }

    /// Whether someone waits for what could not be loaded.
    pub fn is_out_of_reach(self) -> bool {
        self.waiting.with(Option::is_some) && matches!(self.part.state(), Loading::Failed)
    }

    /// Whether someone waits for what is on its way.
    pub fn is_awaited(self) -> bool {
        self.waiting.with(Option::is_some) && matches!(self.part.state(), Loading::UnderWay)
    }

    fn came(self, part: Result<Show, Unloaded>) {
        let is_there = part.is_ok();
        self.part.came(part);
        if is_there { self.show() } else { self.tell() }
    }

    /// Shows it, if it is there and somebody waits.
    fn show(self) {
        let (Loading::Done(show), Some(root)) = (self.part.now(), self.root.get_value()) else { return };
        let Some(entry) = self.waiting.try_update(Option::take).flatten() else { return };
        match root.with(|| show(entry)) {
            Ok(()) => self.is_shown.set_value(true),
            Err(Unloaded) => opening::tell_incomplete(),
        }
    }

    /// Says that it did not come. Who came with a filled form still has it, and reads there what happened.
    fn tell(self) {
        if matches!(self.waiting.get_untracked(), Some(Entry::Address | Entry::Link)) {
            opening::tell_incomplete();
        }
    }
}

#[cfg(feature = "split")]
fn fetch(planner: Planner) {
    leptos::task::spawn_local(async move { planner.came(part().await) });
}

#[cfg(not(feature = "split"))]
fn fetch(planner: Planner) {
    planner.came(part());
}

/// The way in. It does nothing yet: what takes time waits until somebody wants the planner.
#[cfg_attr(feature = "split", allow(unsafe_code), leptos::wasm_split::wasm_split(planner, wasm_split_path = leptos::wasm_split, fallible))]
fn part() -> Result<Show, Unloaded> {
    Ok(show)
}

/// Puts the planner on the page.
fn show(entry: Entry) -> Result<(), Unloaded> {
    let guide = Box::leak(Box::new(content::guide().ok_or(Unloaded)?));
    let begun = match &entry {
        Entry::Plan(beginning) => started(beginning.clone()),
        Entry::Address | Entry::Link => None,
    };
    if begun.is_some() {
        opening::go(&Page::Routes);
    }
    let app = App::start(guide);
    if let Some(edit) = begun {
        app.own.edit(&edit);
    }
    crate::dom::mount(shell::app(!matches!(entry, Entry::Address)));
    Ok(())
}
