//! The app and its storage on this device: whether the browser promised not to clear the plan, and new versions of the app.

use crate::dom::signals::*;
use crate::domain::plan::Plan;
use crate::platform::{location, persistence, worker};

/// With so many ratings a plan is work that should not be lost: the browser is asked not to clear it.
const WORTH_ASKING: usize = 10;

/// The app on this device. Copies are handles to the same.
#[derive(Clone, Copy)]
pub struct Installed {
    /// Whether storage is safe from being cleared; `None` while that is unknown.
    granted: RwSignal<Option<bool>>,
    /// Whether a new version of the app waits.
    update: RwSignal<bool>,
}

impl Installed {
    /// Starts to listen.
    pub(super) fn present() -> Self {
        let installed = Self { granted: RwSignal::new(None), update: RwSignal::new(false) };
        worker::on_update(move || installed.update.set(true));
        installed
    }

    /// Whether the browser promised not to clear the plan; `None` while that is unknown.
    pub fn is_persistent(self) -> Option<bool> {
        self.granted.get()
    }

    /// Finds out what [`Self::is_persistent`] tells.
    pub fn look_whether_persistent(self) {
        leptos::task::spawn_local(async move { self.granted.set(persistence::is_granted().await) });
    }

    /// Asks the browser not to clear the plan.
    pub fn ask_to_persist(self) {
        leptos::task::spawn_local(async move { self.granted.set(persistence::ask().await) });
    }

    /// Asks it unprompted when the plan becomes worth it while the page is open.
    pub(super) fn ask_when_worth_it(self, plan: RwSignal<Plan>) {
        Effect::new(move |before: Option<bool>| {
            let is_worth_it = plan.with(|plan| plan.ratings.len() >= WORTH_ASKING);
            if is_worth_it && before == Some(false) {
                self.ask_to_persist();
            }
            is_worth_it
        });
    }

    /// Whether a new version of the app is complete and waits.
    pub fn has_update(self) -> bool {
        self.update.get()
    }

    /// Loads the page again, for whatever version of the app there is then.
    pub fn reload(self) {
        location::reload();
    }

    /// Takes the new version and loads the page again.
    pub fn update(self) {
        worker::accept_update();
    }
}
