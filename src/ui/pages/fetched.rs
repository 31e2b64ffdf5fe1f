//! Pages that come in a part of the program of their own, fetched when the first of them is asked for: which parts there are, how far each is,
//! and what is shown until it is there. The module that knows the pages gives
//! what fetches them.

use crate::dom::signals::*;
use crate::dom::{El, button, el, heading, text};
use crate::domain::guide::TitleIx;
use crate::domain::page::Page;
use crate::state::{App, DerivedPlan, use_app};
use crate::ui::part::{Loading, Part, Unloaded};

/// A part of the program with pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// Rating one's skills.
    Rating,
    /// What stands between a person and the next title.
    Gaps,
    /// Routes.
    Routes,
    /// The plan and its steps.
    Plan,
    /// What titles are.
    Titles,
    /// What most visits do without.
    Seldom,
    /// The tools of the workbench.
    Workbench,
    /// The map of titles.
    Map,
}

/// What a part shows.
#[derive(Clone, Copy)]
pub struct Doors {
    /// A page of it, as it stands on the plan now.
    pub page: fn(&Page) -> Vec<El>,
    /// What of it stands elsewhere than on a page of its own.
    pub piece: fn(App, &Piece) -> Vec<El>,
}

/// For a part with pages alone.
pub const fn no_piece(_: App, _: &Piece) -> Vec<El> {
    Vec::new()
}

/// What stands elsewhere than on a page of its own part.
pub enum Piece {
    /// The content of the dialog that makes links.
    Share,
    /// The files that one takes away.
    TakeAway,
    /// What a title is by size of company and in the first days.
    Title(TitleIx),
    /// What to do in one third of the first days in a title, by the days after which it is over.
    FirstDays(TitleIx, u8),
    /// What a mentor can do with a plan that someone shared.
    Help(DerivedPlan),
    /// The map of titles, with its legend and its list.
    Map,
}

impl Piece {
    const fn part(&self) -> Which {
        match self {
            Self::Share | Self::Title(_) | Self::FirstDays(..) => Which::Seldom,
            Self::Map => Which::Map,
            Self::TakeAway | Self::Help(_) => Which::Workbench,
        }
    }
}

/// The parts. Copies are handles to the same.
#[derive(Clone, Copy)]
pub struct Parts {
    fetch: fn(Self, Which),
    rating: Part<Doors>,
    gaps: Part<Doors>,
    routes: Part<Doors>,
    plan: Part<Doors>,
    titles: Part<Doors>,
    seldom: Part<Doors>,
    workbench: Part<Doors>,
    map: Part<Doors>,
}

impl Parts {
    const fn get(self, which: Which) -> Part<Doors> {
        match which {
            Which::Rating => self.rating,
            Which::Gaps => self.gaps,
            Which::Routes => self.routes,
            Which::Plan => self.plan,
            Which::Titles => self.titles,
            Which::Seldom => self.seldom,
            Which::Workbench => self.workbench,
            Which::Map => self.map,
        }
    }

    /// Says what came of fetching a part.
    pub fn came(self, which: Which, came: Result<Doors, Unloaded>) {
        self.get(which).came(came);
    }
}

/// Has the parts at hand for the app that is shown. `fetch` fetches one, and says so by [`Parts::came`]. Call once, before any page.
pub fn provide(fetch: fn(Parts, Which)) {
    provide_context(Parts {
        fetch,
        rating: Part::new(),
        gaps: Part::new(),
        routes: Part::new(),
        plan: Part::new(),
        titles: Part::new(),
        seldom: Part::new(),
        workbench: Part::new(),
        map: Part::new(),
    });
}

/// How far a part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// It is there.
    AtHand,
    /// It is being fetched.
    UnderWay,
    /// It did not come.
    Missing,
}

/// How far a part is at present; whoever asks follows it. The first to ask has it fetched.
pub fn reach(which: Which) -> Reach {
    let Some(parts) = use_context::<Parts>() else { return Reach::Missing };
    if matches!(parts.get(which).now(), Loading::NotBegun) {
        load(parts, which);
    }
    match parts.get(which).state() {
        Loading::Done(_) => Reach::AtHand,
        Loading::Failed => Reach::Missing,
        Loading::NotBegun | Loading::UnderWay => Reach::UnderWay,
    }
}

/// Shows a page of a part as it stands now. `title` is what is at its head until it is there.
pub fn page(which: Which, page: &Page, title: &str) -> Vec<El> {
    match at_hand(which) {
        Some(doors) => (doors.page)(page),
        None => std::iter::once(heading(title)).chain(waiting(which, &WHOLE)).collect(),
    }
}

/// Shows what stands elsewhere than on a page of its part. Whoever shows it follows how far the part is.
pub fn piece(app: App, piece: &Piece) -> Vec<El> {
    let which = piece.part();
    reach(which);
    match at_hand(which) {
        Some(doors) => untrack(|| (doors.piece)(app, piece)),
        None => waiting(which, &REST),
    }
}

/// The map of titles, as soon as it is there.
pub fn map() -> El {
    let app = use_app();
    el("div").show(move || piece(app, &Piece::Map))
}

fn at_hand(which: Which) -> Option<Doors> {
    match use_context::<Parts>()?.get(which).now() {
        Loading::Done(doors) => Some(doors),
        _ => None,
    }
}

/// What is said while a part is on its way, and where it did not come.
struct Words {
    under_way: &'static str,
    missing: &'static str,
}

/// For a page.
static WHOLE: Words = Words {
    under_way: "Getting this page …",
    missing: "This page could not be fetched. Your plan is untouched: look at the connection, and try again.",
};
/// For what stands on a page that is there.
static REST: Words = Words {
    under_way: "Getting the rest …",
    missing: "The rest could not be fetched. Your plan is untouched: look at the connection, and try again.",
};

/// How far the part is, and the way to have it after all.
fn waiting(which: Which, words: &Words) -> Vec<El> {
    let Some(parts) = use_context::<Parts>() else { return Vec::new() };
    if !matches!(parts.get(which).now(), Loading::Failed) {
        return vec![text("p", "small", words.under_way).attr("role", "status")];
    }
    vec![text("p", "error", words.missing).attr("role", "alert"), button("btn quiet", "Try again", move |_| load(parts, which))]
}

fn load(parts: Parts, which: Which) {
    parts.get(which).load(move || (parts.fetch)(parts, which));
}
