//! One's data: where it is kept, backup and restore, erasing, the theme, and the snippet that embeds the app elsewhere.

use super::{fetched, snapshots};
use crate::dom::signals::*;
use crate::dom::{El, button, el, heading, link, text};
use crate::domain::page::Page;
use crate::domain::plan::Plan;
use crate::domain::plan::edit::EditKind;
use crate::domain::store::{Aside, Erased, MAX_BYTES, StoreError, Trouble};
use crate::state::{App, Restored, Theme, Window, use_app};
use crate::ui::components::history::undo;
use crate::ui::words::{edits, saving as words, settings};

/// The button that removes damaged copies, and the one that puts them back: the focus passes from one to the other.
const FORGET: &str = "forget-aside";

/// How many characters browsers give a site for all that it keeps, as a rule.
const ROOM: usize = 5_000_000;

/// Shows the page.
pub fn show() -> Vec<El> {
    let app = use_app();
    app.installed.look_whether_persistent();
    let lead = "Your plan is in this browser and nowhere else. Here you can keep a copy, bring one back, or erase it.";
    let rows = el("div").class("data-rows").with([kept(app), backup(app), erase(app), theme(app.window)]);
    let embed = el("p")
        .class("small")
        .text("Do you run a careers page? ")
        .add(link(Page::Embed.href(), "Put the explorer on your own site"));
    let files = move |has_plan: &bool| {
        if !*has_plan {
            return Vec::new();
        }
        let files = el("div").class("flow").show(move || fetched::piece(app, &fetched::Piece::TakeAway));
        vec![el("section").with([text("h2", "", "Take it away"), files])]
    };
    let take_away = el("div").class("flow").show_for(move || app.own.plan().with(Plan::is_started), files);
    let mut page = vec![heading("Your data"), text("p", "lead", lead), rows, take_away, snapshots::card(app)];
    // Who sees the page embedded has no page of their own to embed it in.
    if app.host.embed.is_none() {
        page.push(embed);
    }
    page
}

/// A row: what it is about at its head, and what there is to say and to do beside it.
fn row(name: &str, body: El) -> El {
    el("section").class("data-row").with([text("h2", "", name), body.class("stack")])
}

/// How full the storage of this site is, as far as it can be read.
fn room(app: App) -> Option<El> {
    // What is kept changes whenever something is saved.
    app.saving.status().track();
    let used = app.saving.used()?;
    let words = format!("{} of about {} MB that browsers give a site.", size(used), ROOM / 1_000_000);
    let meter = el("meter")
        .attr("min", "0")
        .attr("max", ROOM.to_string())
        .attr("high", (ROOM / 10 * 8).to_string())
        .attr("value", used.min(ROOM).to_string())
        .attr("aria-label", "Storage used");
    Some(el("div").class("room").with([meter, text("span", "small", words)]))
}

/// As `12 KB` or `1.4 MB`; less than one is still one.
fn size(bytes: usize) -> String {
    let tenths = bytes.div_ceil(100_000);
    if bytes < 1_000_000 { format!("{} KB", bytes.div_ceil(1_000)) } else { format!("{}.{} MB", tenths / 10, tenths % 10) }
}

fn kept(app: App) -> El {
    let saving = move || {
        let (trouble, saved) = app.saving.status().with(|s| (s.trouble, s.saved));
        match (trouble.map(words::trouble), saved) {
            (Some((headline, explanation)), _) => format!("{headline} {explanation}"),
            (None, None) => "The last change is being saved.".to_owned(),
            (None, Some(_)) if app.own.plan().with(Plan::is_empty) => {
                "Each change will be saved at once, in this browser on this device.".to_owned()
            }
            (None, Some(_)) => "Your plan is saved, in this browser on this device. Each change is saved at once.".to_owned(),
        }
    };
    let promise = move || {
        if app.saving.status().with(|s| s.trouble) == Some(Trouble::Blocked) {
            return Vec::new();
        }
        match app.installed.is_persistent() {
            Some(true) => vec![text("p", "", "The browser has promised not to clear it when it runs short of room.")],
            _ => vec![
                text(
                    "p",
                    "",
                    "The browser may clear it when it runs short of room, or when you have not been here for long. Some browsers say no until you have used a site for a while.",
                ),
                button("btn quiet", "Ask the browser to keep my plan", move |_| {
                    app.installed.ask_to_persist();
                    app.live.announce("Asked.");
                })
                .attr("id", "ask-to-keep"),
            ],
        }
    };
    let changes = move || {
        let changes = app.saving.status().with(|s| words::since(&s.since));
        if changes.is_empty() {
            return Vec::new();
        }
        vec![text("h3", "", "Since your plan was saved, the guide changed"), list(&changes)]
    };
    let body = el("div")
        .add(el("p").text_from(saving))
        .add(el("div").class("stack").show(move || room(app).into_iter().collect()))
        .add(el("div").class("stack").show(promise))
        .show(changes)
        .add(aside(app));
    row("Kept", body)
}

fn list(lines: &[String]) -> El {
    el("ul").with(lines.iter().map(|line| text("li", "", line)).collect::<Vec<_>>())
}

/// Copies that were damaged, for download.
fn aside(app: App) -> El {
    let forgotten = RwSignal::new(Vec::<Aside>::new());
    let forget = move |_| {
        forgotten.set(app.backup.forget_aside());
        app.live.announce("The damaged copies are removed.");
    };
    el("div").class("stack").show(move || {
        let count = app.saving.status().with(|s| s.aside.len());
        if count == 0 {
            let back = move |_| {
                app.backup.put_back_aside(&forgotten.get_untracked());
                forgotten.set(Vec::new());
            };
            return if forgotten.with(Vec::is_empty) {
                Vec::new()
            } else {
                vec![
                    text("p", "", "The damaged copies are removed."),
                    button("btn quiet", "Put them back", back).attr("id", FORGET),
                ]
            };
        }
        let copies = (0..count)
            .map(|place| button("btn quiet", format!("Save damaged copy {}", place + 1), move |_| app.backup.save_aside(place)));
        let all = copies.chain([button("btn quiet", "Remove the damaged copies", forget).attr("id", FORGET)]);
        vec![
            text("h3", "", "Damaged copies"),
            text("p", "", "These could not be read, or not all of them. They are set aside as they were found."),
            el("div").class("row").with(all.collect::<Vec<_>>()),
        ]
    })
}

fn backup(app: App) -> El {
    let outcome = RwSignal::new(None::<Result<Restored, StoreError>>);
    let save = move |_| {
        app.live.announce(if app.backup.save() {
            "The backup is on its way to your downloads."
        } else {
            "The browser did not take the file."
        })
    };
    let restore = move |event: crate::dom::Event| {
        event.read_file(MAX_BYTES, move |text| outcome.set(Some(app.backup.restore(text.as_deref()))))
    };
    let told = move || match outcome.get() {
        None => Vec::new(),
        Some(Err(why)) => vec![text("p", "error", words::refusal(why))],
        // Taken back elsewhere, it is no longer so.
        Some(Ok(restored)) if restored.edit.is_some_and(|edit| !app.own.stands(edit)) => Vec::new(),
        Some(Ok(restored)) => {
            let mut notes: Vec<String> = restored.warnings.iter().map(words::warning).collect();
            notes.extend(words::since(&restored.since));
            let back = restored.edit.filter(|edit| app.own.is_last(*edit)).map(|_| {
                button("btn quiet", edits::undo(EditKind::Replace), move |_| {
                    undo(app);
                    outcome.set(None);
                })
            });
            let same = restored.edit.is_none();
            let words = if same {
                "The plan in the file was the same as yours: nothing changed."
            } else {
                "The plan from the file is now your plan."
            };
            let mut told = vec![text("p", "", words)];
            if !notes.is_empty() {
                told.extend([text("p", "", "Not everything in it has a place here:"), list(&notes)]);
            }
            told.extend(back);
            told
        }
    };
    row(
        "Backed up",
        el("div").with([
            text("p", "", "A file with the whole plan, notes and history included. It opens in any browser that has this app."),
            button("btn", "Back up", save),
            el("div").class("field").with([
                text("label", "", "Restore from a file; it takes the place of your plan here, and you can undo that")
                    .attr("for", "restore"),
                el("input")
                    .class("in")
                    .attr("id", "restore")
                    .attr("type", "file")
                    .attr("accept", ".json,.txt,application/json,text/plain")
                    .on("change", restore),
            ]),
            el("div").class("stack").attr("role", "status").show(told),
        ]),
    )
}

fn erase(app: App) -> El {
    let asked = RwSignal::new(false);
    let outcome = RwSignal::new(None::<Result<Erased, Trouble>>);
    let aside = move || app.saving.status().with(|status| !status.aside.is_empty());
    let erase = move |_| {
        let erased = app.backup.erase();
        asked.set(false);
        outcome.set(Some(erased));
        app.live.announce(match erased {
            Ok(Erased { .. }) => "Your plan is erased.",
            Err(_) => "Your plan could not be erased from this browser.",
        });
    };
    let way = move || {
        // What was erased is read back: only then it is said.
        let failed = outcome.get().and_then(Result::err).map(|trouble| {
            let (headline, explanation) = words::trouble(trouble);
            text("p", "error", format!("Not all of it could be erased from this browser. {headline} {explanation}"))
        });
        if app.own.plan().with(Plan::is_empty) && !aside() {
            let back =
                app.own.undoable().map(|what| button("btn quiet", edits::undo(what), move |_| undo(app)).attr("id", "erase"));
            let none = failed.unwrap_or_else(|| text("p", "", "There is no plan here now."));
            return std::iter::once(none).chain(back).collect();
        }
        if !asked.get() {
            return vec![button("btn quiet", "Erase my plan", move |_| asked.set(true)).attr("id", "erase")];
        }
        vec![
            text(
                "p",
                "",
                "Your whole plan goes, with its evidence, actions, goals and snapshots, and so do damaged copies. You can undo it until you close or reload this tab; the damaged copies do not come back.",
            ),
            el("div").class("row").with([
                button("btn", "Erase it now", erase).attr("id", "erase"),
                button("btn quiet", "Keep it", move |_| asked.set(false)),
            ]),
        ]
    };
    let body = el("div").add(text("p", "", "Removes the plan from this browser.")).add(el("div").class("stack").show(way));
    row("Erased", body)
}

fn theme(window: Window) -> El {
    let choice = |theme: Theme| {
        button("", settings::theme(theme), move |_| window.set_theme(theme))
            .attr_from("aria-pressed", move || Some((window.theme().get() == theme).to_string()))
    };
    let choices = Theme::ALL.map(choice);
    row("Colours", el("div").add(el("div").class("seg").attr("role", "group").attr("aria-label", "Colours").with(choices)))
}
