//! An embedding in another site: what its parameters say, the way to the full page, and the plan that goes to the host.
//!
//! The parameters stand in the query (docs/embed.md has them). One that is not valid is ignored, and
//! the console says why: [`Embed::ignored`].
//! `theme` and `accent` are read by the start script and by `public/embedded.js`, since they count before the first paint.

use super::navigation::Address;
use super::saving::keys;
use super::settings::Theme;
use super::sharing::Sharing;
use crate::dom::signals::*;
use crate::domain::guide::{Guide, TitleId};
use crate::domain::page::Page;
use crate::domain::plan::{MAX_YEARS, Plan};
use crate::platform::{document, host, location, storage};

/// The longest heading, in characters.
const MAX_HEADING: usize = 80;
/// The setting that notes that the person was told of the storage of embedded pages, and its key in the first version of the app.
const TOLD: &str = "embed-told";
const OLD_TOLD_KEY: &str = "career-explorer.embed-told";
/// How long the host has to answer before it is said that nothing is known, in milliseconds.
const PATIENCE: u32 = 10_000;

/// How far the handing over of the plan to the host is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Handoff {
    /// Nothing was sent.
    #[default]
    NotSent,
    /// It was sent, for the so-and-so-many-th time, and the host has not answered.
    Waiting(u32),
    /// The host did not answer in time. It may have the plan or not.
    Unanswered,
    /// The host says that it has the plan.
    Taken,
    /// The host says that it could not take the plan.
    Refused,
}

/// A parameter that is not valid, and ignored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ignored {
    /// Its value is not.
    Value {
        /// The parameter.
        name: &'static str,
        /// Its value.
        value: String,
        /// What is the matter with it.
        why: NotValid,
    },
    /// `handoff`, which needs a `host` that is valid.
    HandoffWithoutHost,
    /// `lock`, which needs a `to` that is valid.
    LockWithoutDestination,
}

/// What can be the matter with the value of a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotValid {
    /// A preview that is not on the app's own page.
    NotOwnPage,
    /// Not the id of a title of the guide.
    NoTitle,
    /// Not an origin.
    NoOrigin,
    /// Not a number of years that a plan can hold.
    NoYears,
    /// An entry that is no title of the guide, or `*`, with an `https` address.
    NoRoles,
}

/// What the embedding site set.
pub struct Embed {
    /// What of it is not valid.
    pub ignored: Vec<Ignored>,
    /// Stands in the header in place of the app's name.
    pub heading: Option<String>,
    /// The origin to which a person may send the plan: the host asked for it, and said who it is.
    pub recipient: Option<String>,
    /// Whether browsers keep the storage apart from the full page's.
    pub is_apart: bool,
    /// The destination, where the host has set it for good.
    pub locked: Option<TitleId>,
    /// Whether it stands without navigation and footer.
    pub is_compact: bool,
    /// Where the host lists open roles: by title, and `None` for every title without an address of its own. `{title}` stands for the id.
    roles: Vec<(Option<TitleId>, String)>,
    handoff: RwSignal<Handoff>,
    sendings: StoredValue<u32>,
    /// The theme, if the host set one.
    pub(super) theme: Option<Theme>,
    /// What the plan begins with for someone who has none here.
    pub(super) preset: Plan,
}

/// The embedding, if the page is embedded: its query has `embed=1`.
pub(super) fn present(guide: &Guide) -> Option<&'static Embed> {
    let query = location::query();
    let given = |name: &str| value(&query, name);
    if given("embed") != Some("1") {
        return None;
    }
    let mut ignored = Vec::new();
    let mut checks = Checks { query: &query, ignored: &mut ignored };
    // The preview on the data page shows what a visitor sees, and leaves the plan of whoever looks at it alone. Anywhere else the page
    // would say that it saves, and would not.
    let own = |_: &str| host::is_own_page().then_some(());
    if checks.read("preview", NotValid::NotOwnPage, own).is_some() {
        storage::use_memory_only();
    }
    let title = |id: &str| guide.title_by_id(&TitleId::new(id)).map(|t| guide.title(t).id.clone());
    let years = |text: &str| text.parse().ok().filter(|years| *years <= MAX_YEARS);
    let origin = checks.read("host", NotValid::NoOrigin, |o| host::is_origin(o).then(|| o.to_owned()));
    let handoff = given("handoff").is_some();
    if handoff && origin.is_none() {
        checks.ignored.push(Ignored::HandoffWithoutHost);
    }
    let preset = Plan {
        from: checks.read("from", NotValid::NoTitle, title),
        to: checks.read("to", NotValid::NoTitle, title),
        years: checks.read("years", NotValid::NoYears, years),
        ..Plan::default()
    };
    // Each entry stands for itself: one that is not valid takes no other with it.
    let roles = given("roles").unwrap_or_default().split_whitespace();
    let roles = roles.filter_map(|entry| {
        let read = || {
            let (title, address) = entry.split_once('=')?;
            let title = if title == "*" { None } else { Some(guide.title(guide.title_by_id(&TitleId::new(title))?).id.clone()) };
            host::is_web_address(address).then(|| (title, address.to_owned()))
        };
        let read = read();
        if read.is_none() {
            ignored.push(Ignored::Value { name: "roles", value: entry.to_owned(), why: NotValid::NoRoles });
        }
        read
    });
    let roles = roles.collect();
    if given("lock").is_some() && preset.to.is_none() {
        ignored.push(Ignored::LockWithoutDestination);
    }
    let embed = Embed {
        ignored,
        locked: preset.to.clone().filter(|_| given("lock").is_some()),
        is_compact: given("compact").is_some(),
        roles,
        heading: given("heading").map(|h| h.chars().take(MAX_HEADING).collect()),
        recipient: origin.filter(|_| handoff && host::is_framed()),
        is_apart: host::is_foreign(),
        handoff: RwSignal::new(Handoff::NotSent),
        sendings: StoredValue::new(0),
        theme: given("theme").map(Theme::parse),
        preset,
    };
    if embed.recipient.is_some() {
        let handoff = embed.handoff;
        host::on_answer(move |taken| handoff.set(if taken { Handoff::Taken } else { Handoff::Refused }));
    }
    Some(Box::leak(Box::new(embed)))
}

impl Embed {
    /// Where the host lists open roles of a title, if it said so.
    pub fn roles(&self, title: &TitleId) -> Option<String> {
        let own = self.roles.iter().find(|(of, _)| of.as_ref() == Some(title));
        let (_, address) = own.or_else(|| self.roles.iter().find(|(of, _)| of.is_none()))?;
        Some(address.replace("{title}", title.as_str()))
    }
}

/// The value of a parameter that is there and not empty.
fn value<'a>(query: &'a [(String, String)], name: &str) -> Option<&'a str> {
    query.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str()).filter(|value| !value.is_empty())
}

/// The reading of parameters that can be not valid.
struct Checks<'a> {
    query: &'a [(String, String)],
    ignored: &'a mut Vec<Ignored>,
}

impl Checks<'_> {
    /// A parameter as `read` understands it.
    fn read<T>(&mut self, name: &'static str, why: NotValid, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let value = value(self.query, name)?;
        let understood = read(value);
        if understood.is_none() {
            self.ignored.push(Ignored::Value { name, value: value.to_owned(), why });
        }
        understood
    }
}

/// The page that hosts the app, if any does. Copies are handles to the same.
#[derive(Clone, Copy)]
pub struct Host {
    /// The embedding, if the page is embedded.
    pub embed: Option<&'static Embed>,
    pub(super) guide: &'static Guide,
    pub(super) plan: RwSignal<Plan>,
    pub(super) address: Address,
    pub(super) sharing: Sharing,
}

impl Host {
    /// Tells who builds or embeds the app, in the console.
    pub fn warn(self, text: &str) {
        document::warn(text);
    }

    /// The address of the full page: with the plan, if there is one, and else at the present page.
    pub fn full_page(self) -> String {
        if self.plan.with(Plan::is_started) {
            self.sharing.plan_link()
        } else {
            location::base() + &self.address.page().with(Page::href)
        }
    }

    /// Hands the link of the plan to the host, if it asked for that: [`Host::handoff`] tells what becomes of it.
    pub fn send_plan(self) {
        let Some(embed) = self.embed.filter(|embed| embed.recipient.is_some()) else { return };
        let sending = embed
            .sendings
            .try_update_value(|n| {
                *n += 1;
                *n
            })
            .unwrap_or_default();
        embed.handoff.set(Handoff::Waiting(sending));
        host::hand_over(&untrack(|| self.sharing.plan_link()));
        document::after(PATIENCE, move || {
            if embed.handoff.get_untracked() == Handoff::Waiting(sending) {
                embed.handoff.set(Handoff::Unanswered);
            }
        });
    }

    /// How far the handing over of the plan to the host is.
    pub fn handoff(self) -> Handoff {
        self.embed.map(|embed| embed.handoff.get()).unwrap_or_default()
    }

    /// Puts away what became of it. What is under way goes on.
    pub fn close_handoff(self) {
        if let Some(embed) = self.embed {
            embed.handoff.update(|handoff| {
                if !matches!(handoff, Handoff::Waiting(_)) {
                    *handoff = Handoff::NotSent;
                }
            });
        }
    }

    /// Whether someone has a plan of their own here, and was never told that an embedded page may lose it.
    pub fn untold(self) -> bool {
        let own = |embed: &Embed| embed.is_apart && self.plan.with(|plan| *plan != embed.preset && !plan.is_empty());
        self.embed.is_some_and(own) && !self.was_told()
    }

    fn was_told(self) -> bool {
        let is_there = |key: &str| matches!(storage::read(key), Ok(Some(_)));
        is_there(&keys(self.guide).setting(TOLD)) || is_there(OLD_TOLD_KEY)
    }

    /// Notes that they were told.
    pub fn note_told(self) {
        // Where nothing can be noted, they are told again at the next visit, of which the plan knows nothing either.
        let _ = storage::write(&keys(self.guide).setting(TOLD), "1");
    }
}
