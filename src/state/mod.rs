//! What the app knows and does, one handle per concern, bundled in [`App`]: one's own plan, saving, backup, links, the address, the
//! window, the host, the live region and the app on this device. A page takes the handles that it uses. They alone talk to
//! [`platform`](crate::platform).
//!
//! One write path: an event becomes one [`PlanEdit`](crate::domain::plan::edit::PlanEdit), [`OwnPlan::edit`] applies it, and one effect
//! saves. What can be worked out is a memo in [`DerivedPlan`], never a second signal kept in step.

mod announcer;
mod backup;
mod derived;
mod embed;
mod installed;
mod navigation;
mod opened;
pub mod opening;
mod own;
mod rough;
mod saving;
pub mod screen;
mod settings;
mod sharing;
mod visits;
mod window;

pub use announcer::Announcer;
pub use backup::{Backup, Restored};
pub use derived::{DerivedPlan, Live};
pub use embed::{Embed, Handoff, Host, Ignored, NotValid};
pub use installed::Installed;
pub use navigation::{Address, folder};
pub use opened::Opened;
pub use own::OwnPlan;
pub use rough::Rough;
pub use saving::{SaveStatus, Saving};
pub use settings::Theme;
pub use sharing::Sharing;
pub use visits::{Visit, Visits};
pub use window::Window;

use crate::dom::signals::*;
use crate::domain::guide::Guide;
use crate::domain::plan::history::History;

/// The handles of the app. Copies are handles to the same, which live as long as the page.
#[derive(Clone, Copy)]
pub struct App {
    /// The guide that everything is worked out from.
    pub guide: &'static Guide,
    /// One's own plan.
    pub own: OwnPlan,
    /// How rough its ratings are.
    pub rough: Rough,
    /// What became of saving it.
    pub saving: Saving,
    /// Its backup, restoring and erasure.
    pub backup: Backup,
    /// Links of it, and opinions on others.
    pub sharing: Sharing,
    /// The address and its page.
    pub address: Address,
    /// The window.
    pub window: Window,
    /// What is said to people who use a screen reader.
    pub live: Announcer,
    /// The page that hosts the app.
    pub host: Host,
    /// The app on this device.
    pub installed: Installed,
    /// When the person was here last.
    pub visits: Visits,
    /// Links of other people that are kept here.
    pub opened: Opened,
}

impl App {
    /// Starts: restores what was saved and follows the address. Call once, inside the root owner.
    pub fn start(guide: &'static Guide) -> Self {
        let embed = embed::present(guide);
        let history = RwSignal::new(History::default());
        let (loaded, saving) = saving::load(guide, embed.map(|e| &e.preset), history);
        let plan = RwSignal::new(loaded);
        let own = OwnPlan::of(guide, plan, history);
        let sharing = Sharing::of(guide, plan);
        let visits = Visits::begin(guide, plan, saving.status());
        let opened = Opened::present(guide);
        let address = Address::present(guide);
        let app = Self {
            guide,
            own,
            rough: Rough::of(own.derived()),
            saving,
            backup: Backup { guide, own, saving, visits, opened },
            sharing,
            address,
            window: Window::present(guide, embed.and_then(|e| e.theme)),
            live: Announcer::new(),
            host: Host { embed, guide, plan, address, sharing },
            installed: Installed::present(),
            visits,
            opened,
        };
        saving.watch(plan);
        if embed.is_none() {
            app.installed.ask_when_worth_it(plan);
        }
        provide_context(app);
        app
    }
}

/// The handles of the app.
///
/// # Panics
/// Outside the app's root owner, which is a mistake in the program.
pub fn use_app() -> App {
    expect_context()
}
