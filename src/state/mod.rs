//! What the app knows: the guide, the plan, the page, and what became of saving. Everything the user interface does goes through
//! [`AppState`]; it alone talks to [`platform`](crate::platform).
//!
//! One write path: an event becomes one [`PlanEdit`], [`AppState::edit`] applies it, and one effect saves. What can be worked out
//! is a memo in [`DerivedPlan`], never a second signal kept in step.

mod derived;
mod embed;
mod keeping;
mod navigation;
pub mod opening;
mod saving;
mod settings;
mod sharing;

pub use derived::{DerivedPlan, Live};
pub use embed::{Embed, Handoff};
pub use keeping::Restored;
pub use saving::SaveStatus;
pub use settings::Theme;

use crate::dom;
use crate::domain::base::day::Day;
use crate::domain::guide::{Guide, Section};
use crate::domain::page::Page;
use crate::domain::plan::Plan;
use crate::domain::plan::edit::{PlanEdit, apply};
use crate::domain::plan::history::History;
use crate::domain::search::{Hit, Index};
use crate::platform::{calendar, document};
use leptos::prelude::*;
use std::sync::OnceLock;

/// The state of the app. Copies are handles to the same state, which lives as long as the page.
#[derive(Clone, Copy)]
pub struct AppState {
    /// The guide that everything is worked out from.
    pub guide: &'static Guide,
    plan: RwSignal<Plan>,
    page: RwSignal<Page>,
    history: RwSignal<History>,
    saving: saving::Saving,
    announcement: RwSignal<String>,
    theme: RwSignal<Theme>,
    window_width: RwSignal<i32>,
    /// What is derived from one's own plan, made once.
    derived: DerivedPlan,
    embed: Option<&'static Embed>,
    keeping: keeping::Keeping,
    opinion: sharing::Opinion,
}

impl AppState {
    /// Starts: restores what was saved and follows the address. Call once, inside the root owner.
    pub fn start(guide: &'static Guide) -> Self {
        let embed = embed::present(guide);
        let history = RwSignal::new(History::default());
        let (loaded, saving) = saving::load(guide, embed.map(|e| &e.preset), history);
        let plan = RwSignal::new(loaded);
        let state = Self {
            guide,
            plan,
            page: RwSignal::new(navigation::present(guide)),
            history,
            saving,
            announcement: RwSignal::new(String::new()),
            theme: RwSignal::new(embed.and_then(|e| e.theme).unwrap_or_else(|| settings::stored_theme(guide))),
            window_width: RwSignal::new(document::window_width()),
            derived: DerivedPlan::of(guide, plan, false),
            embed,
            keeping: keeping::Keeping::start(),
            opinion: sharing::Opinion::none(),
        };
        navigation::subscribe(guide, state.page);
        document::on_resize(move || {
            let width = document::window_width();
            if width != state.window_width.get_untracked() {
                state.window_width.set(width);
            }
        });
        saving.watch(plan);
        settings::apply_theme(state.theme);
        provide_context(state);
        state
    }

    /// What is derived from one's own plan.
    pub fn derived(self) -> DerivedPlan {
        self.derived
    }

    /// One's own plan.
    pub fn plan(self) -> ReadSignal<Plan> {
        self.plan.read_only()
    }

    /// The page that is shown.
    pub fn page(self) -> ReadSignal<Page> {
        self.page.read_only()
    }

    /// Today.
    pub fn today(self) -> Day {
        calendar::today()
    }

    /// Applies an edit to one's own plan. It can be undone. An edit that changes nothing leaves no trace.
    pub fn edit(self, edit: &PlanEdit) {
        let before = self.plan.get_untracked();
        let after = apply(&before, edit);
        if after != before {
            self.ask_when_worth_it(before.ratings.len(), after.ratings.len());
            self.history.update(|h| h.record(edit, before, after.clone()));
            self.plan.set(after);
        }
    }

    /// Says that the note that was being written is done: what is written next is another edit.
    pub fn close_note(self) {
        self.history.update_untracked(History::close_note);
    }

    /// What undo would take back, if anything.
    pub fn undoable(self) -> Option<&'static str> {
        self.history.with(History::undoable)
    }

    /// What redo would do again, if anything.
    pub fn redoable(self) -> Option<&'static str> {
        self.history.with(History::redoable)
    }

    /// Takes the last edit back. What came from elsewhere since then stays.
    pub fn undo(self) {
        let taken = self.history.try_update(|h| self.plan.with_untracked(|now| h.undo(now))).flatten();
        if let Some((what, plan)) = taken {
            self.plan.set(plan);
            self.announce(format!("Undone: {what}."));
        }
    }

    /// Does the edit again that was taken back last.
    pub fn redo(self) {
        let again = self.history.try_update(|h| self.plan.with_untracked(|now| h.redo(now))).flatten();
        if let Some((what, plan)) = again {
            self.plan.set(plan);
            self.announce(format!("Done again: {what}."));
        }
    }

    /// Tells people who use a screen reader what changed; everyone else sees it.
    pub fn announce(self, text: impl Into<String>) {
        let mut text = text.into();
        // The same words once more are no change of the page, and would not be heard: a blank at their end makes them one.
        if self.announcement.with_untracked(|before| *before == text) {
            text.push('\u{a0}');
        }
        self.announcement.set(text);
    }

    /// What was announced last.
    pub fn announcement(self) -> ReadSignal<String> {
        self.announcement.read_only()
    }

    /// Goes to a page as following a link does.
    pub fn go(self, page: &Page) {
        navigation::go(page);
    }

    /// Takes the place of the static page.
    pub fn replace_static_page(self) {
        document::remove_shell();
        opening::ready();
    }

    /// Opens a page for eye and ear: sets the document's title and, if one came to it from another page, begins at its top and heading.
    pub fn open_page(self, title: &str, from_another: bool) {
        opening::set_title(title);
        if from_another {
            document::scroll_to_top();
            dom::focus("heading");
        }
    }

    /// Searches the guide and its prose: at most `limit` hits. The index is made at the first search.
    pub fn search(self, prose: &[Section], words: &str, limit: usize) -> Vec<Hit> {
        static INDEX: OnceLock<Index> = OnceLock::new();
        INDEX.get_or_init(|| Index::of(self.guide, prose)).search(words, limit)
    }

    /// Calls back once the browser has drawn what there is.
    pub fn soon(self, act: impl FnOnce() + 'static) {
        document::soon(act);
    }

    /// Brings an element into view once the page is there, by its id.
    pub fn scroll_soon(self, id: String) {
        document::soon(move || document::scroll_to(&id));
    }

    /// Moves the focus to an element, by its id.
    pub fn focus(self, id: &str) {
        dom::focus(id);
    }

    /// Moves the focus to an element, by its id, if nothing has it. The page stays where it is scrolled to.
    pub fn focus_if_free(self, id: &str) {
        dom::focus_if_free(id);
    }

    /// Moves the focus to an element once what happened is on the screen: moving it costs the browser more than most of what happens.
    pub fn focus_once_shown(self, id: String) {
        document::once_shown(move || dom::focus(&id));
    }

    /// What became of saving.
    pub fn save_status(self) -> ReadSignal<SaveStatus> {
        self.saving.status()
    }

    /// The width of the window in CSS pixels, without a scroll bar.
    pub fn window_width(self) -> ReadSignal<i32> {
        self.window_width.read_only()
    }

    /// The theme.
    pub fn theme(self) -> ReadSignal<Theme> {
        self.theme.read_only()
    }

    /// Chooses a theme and remembers it.
    pub fn set_theme(self, theme: Theme) {
        settings::store_theme(self.guide, theme);
        self.theme.set(theme);
    }
}

/// The state of the app.
///
/// # Panics
/// Outside the app's root owner, which is a mistake in the program.
pub fn use_app() -> AppState {
    expect_context()
}
