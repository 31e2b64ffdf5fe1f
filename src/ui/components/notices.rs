//! What the app has to tell: trouble with storage, what becomes of a plan in an embedded page, and a new version. Knows the state
//! of the app.

use crate::dom::signals::*;
use crate::dom::{El, button, el, link, text};
use crate::domain::page::Page;
use crate::domain::store::Trouble;
use crate::state::{App, Host, SaveStatus};
use crate::ui::words::edits::NOT_CHOSEN;
use crate::ui::words::saving as words;

/// Notices that stay until what they tell of is over or they are put away.
pub fn notices(app: App) -> El {
    let hidden = RwSignal::new(Vec::<Told>::new());
    let told = RwSignal::new(false);
    let now = Memo::new(move |_| app.saving.status().with(Told::of));
    let saving = move || {
        // In an embedding the one notice about storage is the one below, which also says what is in the way; but for what a person
        // has to decide.
        let is_apart = app.host.embed.is_some_and(|embed| embed.is_apart);
        let shown = |what: &Told| !hidden.with(|hidden| hidden.contains(what)) && (!is_apart || what.is_a_choice());
        now.get().into_iter().filter(shown).map(|what| told_of(app, what, hidden)).collect()
    };
    // It comes with the next page, since what is in hand would move away below it, and stays until it is put away.
    let embedded = Memo::new(move |before: Option<&bool>| {
        app.address.page().track();
        before == Some(&true) || untrack(|| app.host.untold())
    });
    let storage = move || {
        if told.get() || !embedded.get() {
            return Vec::new();
        }
        app.host.note_told();
        let (headline, explanation) = match app.saving.status().with(|s| s.trouble) {
            Some(trouble) => words::trouble(trouble),
            None => (
                "This is an embedded page.",
                "Its storage is apart from the full page’s, and some browsers drop it when you leave. The full page, a link or a file keeps your plan.".to_owned(),
            ),
        };
        let link_field = el("input")
            .class("in")
            .attr("id", "embed-link")
            .attr("readonly", "")
            .value_from(move || app.host.full_page())
            .on("focus", |e| e.select_text());
        vec![notice(
            headline,
            &explanation,
            [
                full_page(app.host, "Open the full page with my plan").class("btn quiet"),
                button("btn quiet", "Save my plan as a file", move |_| {
                    app.backup.save();
                }),
                button("btn quiet", "Hide this", move |_| told.set(true)),
                el("div")
                    .class("field wide")
                    .with([text("label", "", "A link to your plan, to copy").attr("for", "embed-link"), link_field]),
            ],
        )]
    };
    let update = move || {
        if app.installed.has_update() { vec![update_notice(move || app.installed.update())] } else { Vec::new() }
    };
    el("div").class("notices").with([
        el("div").attr("role", "alert").show(saving),
        el("div").attr("role", "status").show(storage),
        el("div").attr("role", "status").show(update),
    ])
}

/// Something about saving that a person is to know.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Told {
    /// The plan is not saved.
    Trouble(Trouble),
    /// There are two plans.
    Other,
    /// A damaged copy was found.
    Damage,
    /// The storage had been cleared.
    Cleared,
}

impl Told {
    /// All that there is to tell.
    fn of(status: &SaveStatus) -> Vec<Self> {
        let trouble = status.trouble.map(Self::Trouble);
        let other = status.other.is_some().then_some(Self::Other);
        let damage = status.found_damage.then_some(Self::Damage);
        let cleared = (status.was_cleared && status.trouble.is_none() && status.other.is_none()).then_some(Self::Cleared);
        trouble.into_iter().chain(other).chain(damage).chain(cleared).collect()
    }

    /// Whether the person is to decide something.
    fn is_a_choice(self) -> bool {
        matches!(self, Self::Other | Self::Trouble(Trouble::Newer { .. }))
    }
}

fn told_of(app: App, what: Told, hidden: RwSignal<Vec<Told>>) -> El {
    let hide = button("btn quiet", "Hide this", move |_| hidden.update(|hidden| hidden.push(what)));
    let another_way = || link(Page::Data.href(), "Keep my plan another way").class("btn quiet");
    let choose =
        |takes_other: bool, words: &str| button("btn quiet", words, move |_| app.backup.choose(takes_other, NOT_CHOSEN.to_owned()));
    match what {
        Told::Trouble(trouble) => {
            let (headline, explanation) = words::trouble(trouble);
            let first = match trouble {
                Trouble::Newer { .. } => button("btn quiet", "Reload the page", move |_| app.installed.reload()),
                _ => another_way(),
            };
            notice(headline, &explanation, [first, hide])
        }
        Told::Damage => {
            let (headline, explanation) = words::damage();
            notice(headline, &explanation, [another_way(), hide])
        }
        Told::Cleared => {
            let (headline, explanation) = words::cleared();
            notice(headline, &explanation, [hide])
        }
        Told::Other => {
            let (headline, explanation) = words::other_plan();
            notice(headline, &explanation, [choose(false, "Keep the plan in this tab"), choose(true, "Take the other plan")])
        }
    }
}

/// The offer of a new version, which `accept` takes. Knows no state of the app.
pub fn update_notice(accept: impl Fn() + 'static) -> El {
    notice(
        "A new version is ready.",
        "It takes over when you say so; your plan stays as it is.",
        [button("btn quiet", "Update now", move |_| accept())],
    )
}

fn notice<const N: usize>(headline: &str, explanation: &str, ways: [El; N]) -> El {
    let words = el("p").add(text("b", "", headline)).text(" ").text(explanation);
    el("div").class("notice").with([words, el("div").class("row").with(ways)])
}

/// A link to the full page, with the plan if there is one.
pub fn full_page(host: Host, words: &str) -> El {
    el("a").attr_from("href", move || Some(host.full_page())).attr("target", "_blank").attr("rel", "noopener").text(words)
}
