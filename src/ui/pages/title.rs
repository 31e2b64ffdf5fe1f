//! A title's sheet: what it is, what it asks for, the moves in and out, and the way to compare it with another.

use super::route::{capital, track_class};
use crate::dom::{El, button, el, heading, link, text};
use crate::domain::guide::{Dimension, Guide, TitleId, TitleIx};
use crate::domain::journey::clock::bands_in_words;
use crate::domain::page::Page;
use crate::domain::plan::Ratings;
use crate::domain::plan::edit::PlanEdit;
use crate::domain::standing::gap::{Gap, gaps};
use crate::state::{AppState, use_app};
use crate::ui::components::levels::level_bar;
use crate::ui::components::pickers::title_picker;
use crate::ui::components::plural;
use crate::ui::components::standing::SKILLS_ONLY;
use leptos::prelude::*;

/// Shows the title with this id.
pub fn show(id: TitleId) -> Vec<El> {
    let app = use_app();
    let guide = app.guide;
    let Some(title) = guide.title_by_id(&id) else { return super::not_found::show(&Page::Title(id)) };
    let record = guide.title(title);
    let track = guide
        .track(title)
        .map(|t| el("span").class("tag").add(el("i").class(&format!("dot track-{}", t.id))).text(format!(" {} track", t.name)));
    let years = bands_in_words(guide, title);
    let tags = el("div").class("tags").add(text("span", "tag", &guide.level(title).name)).maybe(track);
    let tags = tags.maybe((!years.is_empty()).then(|| text("span", "tag", years)));
    let duties: Vec<El> = record.responsibilities.iter().map(|r| text("li", "", r)).collect();
    let about = el("section").class("card").with([
        text("h2", "h-small", "What it is"),
        text("p", "", format!("{}.", record.focus)),
        el("ul").with(duties),
    ]);
    let carried = |name: &str, words: &str| (!words.is_empty()).then(|| el("p").add(text("b", "", name)).text(words));
    let about = about.maybe(carried("What transfers: ", &record.transfers)).maybe(carried("What is missing: ", &record.missing));
    let into: Vec<El> = guide.moves_to(title).map(|m| move_line(guide, m, guide.ends(m).0)).collect();
    let out: Vec<El> = guide.moves_from(title).map(|m| move_line(guide, m, guide.ends(m).1)).collect();
    vec![
        heading(&record.name),
        tags,
        actions(app, title),
        el("div").class("two-cards").with([about, compare_card(app, title)]),
        el("div").class("two-cards").with([moves("Where people come from", into), moves("Where it leads", out)]),
        profile(app, title),
    ]
}

fn actions(app: AppState, title: TitleIx) -> El {
    let id = &app.guide.title(title).id;
    let buttons = move || {
        app.plan().with(|plan| {
            let mut buttons = Vec::new();
            let target = plan.to.as_ref() == Some(id);
            let current = plan.from.as_ref() == Some(id);
            if target {
                buttons.push(text("p", "small", "This is your destination."));
            } else if plan.from.is_some() && !current {
                buttons.push(
                    button("btn", "Make this my destination", move |_| app.edit(&PlanEdit::SetTarget(id.clone())))
                        .attr("id", "set-target"),
                );
            }
            if current {
                buttons.push(text("p", "small", "This is your title now."));
            } else if plan.to.is_some() && !target {
                buttons.push(
                    button("btn quiet", "This is my title now", move |_| app.edit(&PlanEdit::SetCurrent(id.clone())))
                        .attr("id", "set-current"),
                );
            }
            buttons
        })
    };
    el("div")
        .class("row")
        .show(buttons)
        .add(link(Page::GuideEntry("titles".to_owned(), id.to_string()).href(), "In the guide").class("small"))
}

fn moves(name: &str, lines: Vec<El>) -> El {
    let none = lines.is_empty().then(|| text("p", "small", "No moves in this guide."));
    el("section").class("card").add(text("h2", "h-small", name)).maybe(none).add(el("ul").class("moves").with(lines))
}

fn move_line(guide: &Guide, number: usize, other: TitleIx) -> El {
    let one = guide.one_move(number);
    let (short, long) = guide.dwell(number);
    let kind = one.kind.map(capital).unwrap_or_default();
    el("li").class(&track_class(guide, other)).with([
        el("div").add(el("i").class("dot")).add(link(Page::Title(guide.title(other).id.clone()).href(), &guide.title(other).name)),
        text("p", "small", format!("{kind}, after {short}–{long} years. {}", one.rationale)),
    ])
}

fn compare_card(app: AppState, title: TitleIx) -> El {
    let other = RwSignal::new(
        app.plan().with_untracked(|p| p.to.clone().filter(|t| *t != app.guide.title(title).id).or_else(|| p.from.clone())),
    );
    let id = &app.guide.title(title).id;
    let submit = move |event: crate::dom::Event| {
        event.prevent();
        if let Some(other) = other.get() {
            app.go(&Page::Compare(id.clone(), other));
        }
    };
    el("form").class("card").on("submit", submit).with([
        text("h2", "h-small", "Compare"),
        el("div").class("field").with([
            text("label", "", "With").attr("for", "other"),
            title_picker(&app.guide.pack().title_groups(), "other", other, None, "Choose a title"),
        ]),
        text("button", "btn quiet", "Compare the two").attr("type", "submit"),
    ])
}

fn profile(app: AppState, title: TitleIx) -> El {
    let guide = app.guide;
    let sections: Vec<El> = Dimension::ALL
        .into_iter()
        .map(|dimension| {
            let ratings = app.plan().with(|p| Ratings::of(p, guide));
            let rows: Vec<El> = gaps(guide, &ratings, title)
                .iter()
                .filter(|g| guide.dimension(g.skill) == dimension)
                .map(|g| row(guide, g))
                .collect();
            el("section").with([text("h3", "", dimension.name()), el("ul").class("profile").with(rows)])
        })
        .collect();
    let note = format!("Levels 0 to 5, by this project's judgement: {}", guide.requirement_rationale(title));
    let only = guide.is_onward(title).then(|| text("p", "small", SKILLS_ONLY));
    el("section")
        .with([text("h2", "", "What it asks for"), text("p", "small", note)])
        .maybe(only)
        .with([el("div").class("profiles").with(sections)])
}

fn row(guide: &Guide, gap: &Gap) -> El {
    let record = guide.skill(gap.skill);
    let figure = match gap.levels() {
        Some(0) => "met".to_owned(),
        Some(short) => format!("−{short}"),
        None => gap.required.to_string(),
    };
    let words = match gap.levels() {
        None => format!("{} {} asked", gap.required, plural(gap.required.get().into(), "level", "levels")),
        Some(0) => "met".to_owned(),
        Some(short) => format!("{short} short"),
    };
    el("li").with([
        link(Page::GuideEntry("skills".to_owned(), record.id.to_string()).href(), &record.short),
        level_bar(&record.name, gap),
        text("b", "num small", figure).attr("aria-label", words),
    ])
}
